"""How likely a candidate is, by weights learned from the annotated corpora (`training/`); a logistic regression over its signs.

The weights are a package data file, replaced rarely; nothing of the training runs here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

import orjson

from demarche.model.claim import PartyName
from demarche.steps.extract.accusations.pairs import RULED, Pair

WEIGHTS = "accusation_weights.json"


class Scorer:
    """Weights of one question, and above which score a candidate counts: a low one for what a rule proposes, a higher one for
    what none does. Both are chosen in training, on documents held apart."""

    def __init__(self, weights: dict[str, float], threshold: float, ruled_threshold: float) -> None:
        self.threshold = threshold
        self.ruled_threshold = ruled_threshold
        self._weights = weights

    def weight(self, signs: frozenset[str]) -> float:
        """The exact sum of the weights of some signs, whatever the order of the set."""
        known = self._weights
        return math.fsum(known[sign] for sign in signs if sign in known)

    def scores(self, pairs: Iterable[Pair]) -> Iterator[tuple[Pair, float]]:
        """Each candidate with a score between 0 and 1: the share of such candidates that are right."""
        sums: dict[frozenset[str], float] = {}
        for pair in pairs:
            total = 0.0
            for group in pair.signs:
                if group not in sums:
                    sums[group] = self.weight(group)
                total += sums[group]
            yield pair, 1.0 / (1.0 + math.exp(-total))


@cache
def scorer(question: str) -> Scorer:
    """The scorer of a question: `accuses`."""
    stored = orjson.loads(files("demarche.steps.extract").joinpath("data", WEIGHTS).read_bytes())[question]
    return Scorer(stored["weights"], stored["threshold"], stored["ruled-threshold"])


def chosen(pairs: Iterable[Pair]) -> list[tuple[Pair, float]]:
    """The pairs above the threshold, each with its score; of the same two parties in a sentence only the best."""
    judge = scorer("accuses")
    best: dict[tuple[int, PartyName, PartyName], tuple[Pair, float]] = {}
    for pair, score in judge.scores(pairs):
        key = (pair.sentence.number, pair.voice.party, pair.accused)
        needed = judge.ruled_threshold if RULED in pair.signs[-1] else judge.threshold
        if score >= needed and (key not in best or score > best[key][1]):
            best[key] = (pair, score)
    return list(best.values())
