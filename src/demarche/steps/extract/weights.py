"""Learned weights: whole thousandths of log-odds, so that their sums are exact in every order, and fast."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from importlib.resources import files
from itertools import repeat
from typing import Any

import orjson

UNIT = 1000
"""What log-odds are multiplied by before they are rounded."""


def stored(name: str) -> Any:
    """A file of weights that the package carries, as it was written by `training/`."""
    return orjson.loads(files("demarche.steps.extract").joinpath("data", name).read_bytes())


def total(weights: Mapping[str, int], signs: Iterable[str]) -> int:
    """The log-odds of some signs in thousandths. Every sign counts as often as it is given, one without a weight nothing."""
    return sum(map(weights.get, signs, repeat(0)))


def probability(log_odds: int) -> float:
    """The share of right ones among those with log-odds of so many thousandths."""
    return 1.0 / (1.0 + math.exp(-log_odds / UNIT))


def log_odds(probability: float) -> int:
    """The thousandths of log-odds of a probability between 0 and 1."""
    return round(math.log(probability / (1.0 - probability)) * UNIT)
