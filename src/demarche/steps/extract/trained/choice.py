"""Which candidates are claims: a logistic regression over what rules and network think (`training/reader/combine.py`)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from demarche.model.claim import PRIMARY, UNSPECIFIED
from demarche.steps.extract.trained.candidates import Candidate
from demarche.steps.extract.weights import stored

WEIGHTS = "choice_weights.json"
_LEAST = 0.02
"""Likelihoods are taken for no smaller and no greater than this leaves room for."""


@dataclass(frozen=True)
class Choice:
    """Log-odds of each sign, and from which likelihood on a candidate is a claim."""

    weights: dict[str, float]
    threshold: float

    def likely(self, candidate: Candidate) -> float:
        """How likely a candidate is right, 0 to 1."""
        return 1 / (1 + math.exp(-math.fsum(self.weights.get(sign, 0.0) * value for sign, value in signs(candidate))))


def signs(candidate: Candidate) -> Iterator[tuple[str, float]]:
    """What speaks for and against a candidate, with how much of it there is."""
    rule, network = candidate.rule, candidate.network
    yield "constant", 1.0
    yield "ruled", float(candidate.ruled)
    yield "both", float(rule > 0 and network > 0)
    yield "unnamed", float(candidate.claim.asserter == UNSPECIFIED)
    yield "elsewhere", float(candidate.claim.event != PRIMARY)
    yield "first", float(candidate.sentence.number == 0)
    yield f"stance={candidate.claim.stance}", 1.0
    for name, value in (
        ("constant", 1.0),
        ("said", log_odds(candidate.said)),
        ("no-rule", float(rule == 0)),
        ("no-network", float(network == 0)),
        ("rule", log_odds(rule) if rule else 0.0),
        ("network", log_odds(network) if network else 0.0),
    ):
        yield name, value
        yield f"{candidate.polarity}:{name}", value


def log_odds(likely: float) -> float:
    """The log-odds of a likelihood, kept within bounds."""
    return math.log(max(likely, _LEAST) / max(1 - likely, _LEAST))


@cache
def choice() -> Choice:
    """The choice that the package carries."""
    known = stored(WEIGHTS)
    return Choice(known["weights"], known["threshold"])
