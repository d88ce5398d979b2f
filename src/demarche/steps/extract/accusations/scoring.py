"""How likely a candidate is, by weights learned from the annotated corpora (`training/`); a logistic regression over its signs.

The weights are a package data file, replaced rarely; nothing of the training runs here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.accusations.pairs import Pair, Pairs, Sieve
from demarche.steps.extract.weights import log_odds, probability, stored

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
        self._sieve = Sieve(weights, _COMMON_LEAST, log_odds(threshold) - _BOTH_MOST)

    def scores(self, pairs: Pairs) -> Iterator[tuple[Pair, float]]:
        """Each candidate that may count, with a score between 0 and 1: the share of such candidates that are right."""
        for pair in pairs.through(self._sieve):
            yield pair, probability(pair.log_odds)


@cache
def scorer(question: str) -> Scorer:
    """The scorer of a question: `accuses`."""
    known = stored(WEIGHTS)[question]
    return Scorer(known["weights"], known["threshold"], known["ruled-threshold"])


def likeliest(scored: Iterable[tuple[Pair, float]], least: Callable[[Pair], float]) -> list[tuple[Pair, float]]:
    """The pairs whose scores reach the least that each needs; of the same two parties in a sentence only the best."""
    best: dict[tuple[int, PartyName, PartyName], tuple[Pair, float]] = {}
    for pair, score in scored:
        key = (pair.sentence.number, pair.voice.party, pair.accused)
        if score >= least(pair) and (key not in best or score > best[key][1]):
            best[key] = (pair, score)
    return list(best.values())


def chosen(pairs: Pairs) -> list[tuple[Pair, float]]:
    """The likeliest pairs above the thresholds, each with its score."""
    judge = scorer("accuses")
    found = likeliest(judge.scores(pairs), lambda pair: judge.ruled_threshold if pair.ruled else judge.threshold)
    return [(pair, score) for pair, score in found if not _is_office_of(pair, found)]


def _is_office_of(pair: Pair, found: list[tuple[Pair, float]]) -> bool:
    """Whether a pair accuses by the office alone, "prime minister", whom in the same sentence somebody of that state accuses by
    name."""
    party = pair.voice.party
    return (
        party.kind is PartyKind.GOVERNMENT
        and party.name.islower()
        and any(
            other.sentence.number == pair.sentence.number
            and other.accused == pair.accused
            and other.voice.party.country == party.country
            and other.voice.party.kind is PartyKind.GOVERNMENT
            and not other.voice.party.name.islower()
            for other, _ in found
        )
    )
