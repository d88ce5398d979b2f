"""Chooses among the candidates by weights learned from the annotated corpora (`training/responses.py`).

Three logistic regressions over signs: whether a sentence tells of an act at all, who did it, and how far it has come.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from demarche.model.claim import Claim
from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.responses.candidates import Answer, Answers, Doer, nearest
from demarche.steps.extract.responses.traits import status_signs
from demarche.steps.extract.weights import probability, stored, total

WEIGHTS = "response_weights.json"
_ROOM = -1000
"""The least log-odds of the bare words, in thousandths. Of reports held apart it spares the candidates that no rule proposes
half of the closer looks, and costs 0.002 of F1."""


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

    def room(self, signs: frozenset[str]) -> bool:
        """Whether the bare words leave room for an act: most do not, and need no closer look."""
        return total(self.acts, signs) >= _ROOM

    def among(self, answers: Answers, found: Iterable[Answer]) -> list[Claim]:
        """The claims of the candidates that are likely enough and that the rules have nothing against."""
        claims: list[Claim] = []
        for answer in found:
            likely = probability(total(self.acts, answer.signs))
            if likely >= (self.thresholds.rule if answer.said else self.thresholds.act):
                doers = answers.doers(answer)
                count = len(doers)
                scored = [(doer, self._did(answers.doer_signs(answer, doer, count))) for doer in doers]
                for doer, score in self.pick(likely, scored):
                    status = self.status(answer, doer)
                    if answers.allowed(answer, doer, status):
                        claims.append(answers.claim(answer, doer, status, round(likely * score, 3)))
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
