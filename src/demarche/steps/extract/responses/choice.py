"""Chooses among the candidates by weights learned from the annotated corpora (`training/responses.py`): first whether a sentence
tells of an act at all, then who did it. Two logistic regressions over signs."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

import orjson

from demarche.model.claim import Claim
from demarche.model.vocabulary.responses import Act
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.responses.candidates import Answer, Answers, Doer
from demarche.steps.extract.responses.traits import Scene

WEIGHTS = "response_weights.json"
_ROOM = -1.0
"""The least log-odds of the bare words. Of reports held apart it spares half of all candidates and loses 2 % of those chosen."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Above which probabilities a candidate counts. `rule` for what a rule proposes, `act` for an act that none does, `best` for its
    likeliest doer, `doer` for every further one."""

    rule: float
    act: float
    best: float
    doer: float


@dataclass(frozen=True)
class Judge:
    """The weights of both questions."""

    acts: dict[str, float]
    doers: dict[str, float]
    thresholds: Thresholds

    @cached_property
    def _bare(self) -> dict[str, dict[str, float]]:
        """The weights of what a word or mention alone says of each act."""
        table: dict[str, dict[str, float]] = {}
        for sign, weight in self.acts.items():
            act, bar, shape = sign.partition("|")
            if bar:
                table.setdefault(act, {})[shape] = weight
        return table

    def may_tell(self, scene: Scene, act: Act) -> bool:
        """Whether the bare words of a sentence leave room for an act: most have none, and need no closer look."""
        bare = self._bare.get(act, {})
        weights = [bare[shape] for shape in scene.bare if shape in bare]
        weights += (self.acts[sign] for sign in (f"act={act}", *scene.common) if sign in self.acts)
        return math.fsum(weights) >= _ROOM

    def among(self, answers: Answers, found: Iterable[Answer]) -> list[Claim]:
        """The claims of the candidates that are likely enough; of one act by the parties of one state only the likeliest."""
        least = min(self.thresholds.rule, self.thresholds.act)
        claims: list[Claim] = []
        for answer in found:
            likely = probability(self.acts, answer.signs)
            if likely >= least:
                scored = [(doer, probability(self.doers, answers.doer_signs(answer, doer))) for doer in answer.doers]
                claims += [answers.claim(answer, doer, round(likely * score, 3)) for doer, score in self.pick(likely, scored)]
        return claims

    def pick(self, likely: float, scored: list[tuple[Doer, float]]) -> list[tuple[Doer, float]]:
        """Who did an act of a probability, by the probabilities of its doers."""
        bar, top = self.thresholds, max(score for _, score in scored)
        best: dict[str, float] = {}
        kept: list[tuple[Doer, float]] = []
        for doer, score in scored:
            least = bar.best if score == top else bar.doer if doer.at is not None else math.inf
            sure = min(likely, score) >= bar.rule if doer.claim else likely >= bar.act and score >= least
            if sure:
                side = doer.party.country or doer.party.name
                best[side] = max(score, best.get(side, 0.0))
                kept.append((doer, score))
        return [(doer, score) for doer, score in kept if doer.claim or score == best[doer.party.country or doer.party.name]]


def probability(weights: dict[str, float], signs: Iterable[str]) -> float:
    """The share of such candidates that are right, by the exact sum of the weights of their signs."""
    known = frozenset(signs)
    return 1.0 / (1.0 + math.exp(-math.fsum(weights[sign] for sign in known if sign in weights)))


@cache
def judge() -> Judge:
    """The judge that the package carries."""
    stored = orjson.loads(files("demarche.steps.extract").joinpath("data", WEIGHTS).read_bytes())
    return Judge(stored["acts"], stored["doers"], Thresholds(**stored["thresholds"]))


def find_responses(reading: Reading) -> list[Claim]:
    """The answers to the primary incident, in reading order; `by` is a party of the text or the state in reach."""
    chooser = judge()
    answers = Answers(reading, chooser.may_tell)
    claims = chooser.among(answers, answers) + answers.others
    return sorted(claims, key=lambda claim: (claim.passage.start, claim.passage.end))
