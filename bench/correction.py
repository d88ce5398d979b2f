"""A monotone correction of scores: a straight line over their log-odds (Platt 1999), fitted by Newton's method."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_LEAST = 0.01
"""Scores are taken for no smaller, and no greater than this leaves room for."""
_STEPS = 50
_NEAR = 1e-9
_PENALTY = 1.0
"""On how far slope and shift are from 1 and 0, so that few claims change little: as much as four claims of middling score."""
_LEAST_SLOPE = 0.05
"""A correction that turned scores around would be none."""


@dataclass(frozen=True, slots=True)
class Correction:
    """Log-odds of a score times `slope` plus `shift` are those of the corrected score; `slope` is above zero, so that what
    scored higher still does."""

    slope: float = 1.0
    shift: float = 0.0

    def __call__(self, score: float) -> float:
        """The corrected score, between 0 and 1."""
        return 1 / (1 + math.exp(-(self.slope * log_odds(score) + self.shift)))


def log_odds(score: float) -> float:
    """The log-odds of a score, kept within bounds."""
    within = min(max(score, _LEAST), 1 - _LEAST)
    return math.log(within / (1 - within))


def fitted(scored: Sequence[tuple[float, bool]]) -> Correction:
    """The likeliest correction of scores that are known to be right or not; none at all where there are none."""
    points = [(log_odds(score), float(right)) for score, right in scored]
    slope, shift = 1.0, 0.0
    for _ in range(_STEPS):
        toward = _step(points, slope, shift)
        share, before = 1.0, _likelihood(points, slope, shift)
        while share > _NEAR and _likelihood(points, slope + share * toward[0], shift + share * toward[1]) < before:
            share /= 2
        slope, shift = slope + share * toward[0], shift + share * toward[1]
        if max(map(abs, toward)) < _NEAR:
            break
    return Correction(round(max(slope, _LEAST_SLOPE), 4), round(shift, 4))


def _likelihood(points: Sequence[tuple[float, float]], slope: float, shift: float) -> float:
    """The penalised logarithm of how likely the points are."""
    signed = ((slope * place + shift) * (1 if right else -1) for place, right in points)
    told = math.fsum(min(of, 0.0) - math.log1p(math.exp(-abs(of))) for of in signed)
    return told - _PENALTY / 2 * ((slope - 1) ** 2 + shift**2)


def _step(points: Sequence[tuple[float, float]], slope: float, shift: float) -> tuple[float, float]:
    """One step of Newton's method up the penalised likelihood."""
    gradient = [-_PENALTY * (slope - 1), -_PENALTY * shift]
    curve = [_PENALTY, 0.0, _PENALTY]
    for place, right in points:
        likely = 1 / (1 + math.exp(-(slope * place + shift)))
        weight = likely * (1 - likely)
        gradient[0] += (right - likely) * place
        gradient[1] += right - likely
        curve[0] += weight * place * place
        curve[1] += weight * place
        curve[2] += weight
    determinant = curve[0] * curve[2] - curve[1] * curve[1]
    return (
        (curve[2] * gradient[0] - curve[1] * gradient[1]) / determinant,
        (curve[0] * gradient[1] - curve[1] * gradient[0]) / determinant,
    )
