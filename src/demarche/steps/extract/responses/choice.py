"""Chooses among the candidates by weights learned from the annotated corpora (`training/responses.py`).

Three logistic regressions over signs: whether a sentence tells of an act at all, who did it, and how far it has come.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from demarche.model.claim import Claim
from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.extract.reading import Reading, stem
from demarche.steps.extract.responses.candidates import Answer, Answers, Doer, Places, nearest
from demarche.steps.extract.responses.claims import Words
from demarche.steps.extract.responses.traits import Scene, status_signs
from demarche.steps.extract.weights import probability, stored, total

WEIGHTS = "response_weights.json"
_ROOM = -750
"""The least log-odds of the bare words, in thousandths. Of reports held apart it spares two thirds of all candidates, none of
those chosen."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Above which probabilities a candidate counts: `rule` for what a rule proposes, `act` for an act that none does, `best`
    for its likeliest doer, `doer` for every further one, `beside` for one beside those whom a rule proposes."""

    rule: float
    act: float
    best: float
    doer: float
    beside: float


@dataclass(frozen=True)
class Judge:
    """The weights of the three questions."""

    acts: dict[str, int]
    doers: dict[str, int]
    statuses: dict[str, dict[str, int]]
    thresholds: Thresholds

    @cached_property
    def _bare(self) -> dict[str, dict[str, int]]:
        """The weights of what a word or mention alone says of each act."""
        table: dict[str, dict[str, int]] = {}
        for sign, weight in self.acts.items():
            act, bar, shape = sign.partition("|")
            if bar:
                table.setdefault(act, {})[shape] = weight
        return table

    def room(self, scene: Scene, places: Places) -> list[Act]:
        """The acts for which the bare words of a sentence leave room: most have none, and need no closer look."""
        base = total(self.acts, scene.common)
        return [act for act, words in places.items() if base + self._bare_weight(scene, act, words) >= _ROOM]

    def _bare_weight(self, scene: Scene, act: Act, words: Words) -> int:
        signs = {f"act={act}"}
        for _, word in words:
            signs |= {f"{act}&cue={word}", f"cue={stem(word)}"}
        return total(self.acts, signs) + total(self._bare.get(act, {}), scene.bare)

    def among(self, answers: Answers, found: Iterable[Answer]) -> list[Claim]:
        """The claims of the candidates that are likely enough and that the rules have nothing against."""
        least = min(self.thresholds.rule, self.thresholds.act)
        claims: list[Claim] = []
        for answer in found:
            likely = probability(total(self.acts, answer.signs))
            if likely >= least:
                doers = answers.doers(answer)
                count = len(doers)
                scored = [(doer, self._did(answers.doer_signs(answer, doer, count))) for doer in doers]
                for doer, score in self.pick(likely, scored):
                    if answers.allowed(answer, doer):
                        claims.append(answers.claim(answer, doer, self.status(answer, doer), round(likely * score, 3)))
        return claims

    def _did(self, signs: Iterable[str]) -> float:
        return probability(total(self.doers, frozenset(signs)))

    def status(self, answer: Answer, doer: Doer) -> Status:
        """How far an act of a doer has come: the likeliest status by the weights, which are one table for each."""
        if doer.claim is not None or answer.act is Act.RANSOM_REFUSED:
            return Status.DONE
        signs = frozenset(status_signs(answer.scene, answer.act, nearest(answer, doer)))
        sums = {status: total(weights, signs) for status, weights in self.statuses.items()}
        return Status(max(sorted(sums), key=sums.__getitem__))

    def pick(self, likely: float, scored: list[tuple[Doer, float]]) -> list[tuple[Doer, float]]:
        """Who did an act of a probability, by the probabilities of its doers; of several of one state the likeliest."""
        bar, top = self.thresholds, max((score for _, score in scored), default=0.0)
        ruled = [(doer, score) for doer, score in scored if doer.claim is not None]
        best: dict[str, tuple[Doer, float]] = {}
        for doer, score in scored:
            further = bar.doer if doer.at is not None else math.inf
            least = max(bar.best if score == top else further, bar.beside if ruled else 0.0)
            side = doer.party.country or doer.party.name
            if doer.claim is None and likely >= bar.act and score >= least and score > best.get(side, (doer, 0.0))[1]:
                best[side] = doer, score
        return [(doer, score) for doer, score in ruled if min(likely, score) >= bar.rule] + list(best.values())


@cache
def judge() -> Judge:
    """The judge that the package carries."""
    known = stored(WEIGHTS)
    return Judge(known["acts"], known["doers"], known["statuses"], Thresholds(**known["thresholds"]))


def find_responses(reading: Reading) -> list[Claim]:
    """The answers to the primary incident, in reading order; `by` is a party of the text or the state in reach."""
    chooser = judge()
    answers = Answers(reading, chooser.room)
    claims = chooser.among(answers, answers) + answers.others
    return sorted(claims, key=lambda claim: (claim.passage.start, claim.passage.end))
