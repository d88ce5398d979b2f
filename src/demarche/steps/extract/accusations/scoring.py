"""How likely a candidate is, by weights learned from the annotated corpora (`training/`); a logistic regression over its signs.

The weights are a package data file, replaced rarely; nothing of the training runs here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from demarche.model.claim import PartyName
from demarche.steps.extract.accusations.pairs import RULED, Pair
from demarche.steps.extract.weights import log_odds, probability, stored, total

WEIGHTS = "accusation_weights.json"
_BOTH_MOST = 2500
"""Thousandths of log-odds that what a voice and an accused share may add at most: 2,472 in 21,201 pairs of the corpora."""

_COMMON_LEAST = -2000
"""Thousandths of log-odds that the words of a sentence must have for a pair that no rule proposes. Among the 305 reports of dev
and train it spares half of the sentences a closer look and costs 12 of 6,052 claims; at -1500 F1 falls by 0.007."""


class Scorer:
    """Weights of one question, and above which score a candidate counts: a low one for what a rule proposes, a higher one for
    what none does. Both are chosen in training, on documents held apart."""

    def __init__(self, weights: dict[str, int], threshold: float, ruled_threshold: float) -> None:
        self.threshold = threshold
        self.ruled_threshold = ruled_threshold
        self._weights = weights
        self._sums: dict[frozenset[str], int] = {}
        self._least = log_odds(threshold) - _BOTH_MOST

    def weight(self, signs: frozenset[str]) -> int:
        """The weights of a group of signs, summed once for all pairs of a report that have it."""
        if signs not in self._sums:
            self._sums[signs] = total(self._weights, signs)
        return self._sums[signs]

    def room(self, *groups: frozenset[str]) -> bool:
        """Whether a pair may still reach the threshold when only what both share is left to be described; of the sentence
        alone, whether its words leave room for any."""
        known = sum(map(self.weight, groups))
        return known >= (self._least if len(groups) > 1 else _COMMON_LEAST)

    def scores(self, pairs: Iterable[Pair]) -> Iterator[tuple[Pair, float]]:
        """Each candidate with a score between 0 and 1: the share of such candidates that are right."""
        self._sums.clear()
        for pair in pairs:
            yield pair, probability(sum(map(self.weight, pair.signs)))


@cache
def scorer(question: str) -> Scorer:
    """The scorer of a question: `accuses`."""
    known = stored(WEIGHTS)[question]
    return Scorer(known["weights"], known["threshold"], known["ruled-threshold"])


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
