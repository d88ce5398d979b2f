"""The weights that tell which states were hit."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from demarche.steps.extract.weights import stored

WEIGHTS = "home_weights.json"


@dataclass(frozen=True, slots=True)
class HomeWeights:
    """A logistic regression over the signs of a state, and the shares from which the likeliest state and others count."""

    bias: float
    of: Mapping[str, float]
    first: float
    more: float

    def share(self, signs: Mapping[str, float]) -> float:
        """How many of such states were hit, 0 to 1."""
        log_odds = self.bias + math.fsum(self.of.get(sign, 0.0) * value for sign, value in signs.items())
        return 1 / (1 + math.exp(-log_odds))


@cache
def home_weights() -> HomeWeights:
    """The weights that the package carries."""
    known = stored(WEIGHTS)
    return HomeWeights(known["bias"], known["weights"], known["first"], known["more"])
