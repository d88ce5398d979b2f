"""Fits a monotone correction of scores, a straight line over their log-odds (Platt 1999), by Newton's method."""

from __future__ import annotations

import math
from collections.abc import Sequence

from demarche.steps.extract.calibration import Correction, log_odds

_STEPS = 50
_NEAR = 1e-9
_PENALTY = 1.0
"""On how far slope and shift are from those aimed at, so that few claims change little: as much as four claims of middling
score."""
_LEAST_SLOPE = 0.05
"""A correction that turned scores around would be none."""
_NONE = Correction()

Point = tuple[float, float, float]
"""The log-odds of a score, 1 where it is right and else 0, and how much it counts."""


def fitted(
    scored: Sequence[tuple[float, bool]], toward: Correction = _NONE, weights: Sequence[float] | None = None
) -> Correction:
    """The likeliest correction of scores that are known to be right or not; `toward` where there are none, and near it where
    there are few. `weights` say how much each counts, once where they are not given."""
    points = [
        (log_odds(score), float(right), weight)
        for (score, right), weight in zip(scored, weights or [1.0] * len(scored), strict=True)
    ]
    line = toward
    for _ in range(_STEPS):
        step = _step(points, line, toward)
        share, before = 1.0, _likelihood(points, line, toward)
        while share > _NEAR and _likelihood(points, _moved(line, step, share), toward) < before:
            share /= 2
        line = _moved(line, step, share)
        if max(map(abs, step)) < _NEAR:
            break
    return Correction(round(max(line.slope, _LEAST_SLOPE), 4), round(line.shift, 4))


def _moved(line: Correction, step: tuple[float, float], share: float) -> Correction:
    return Correction(line.slope + share * step[0], line.shift + share * step[1])


def _likelihood(points: Sequence[Point], line: Correction, toward: Correction) -> float:
    """The penalised logarithm of how likely the points are."""
    signed = ((weight, (line.slope * place + line.shift) * (1 if right else -1)) for place, right, weight in points)
    told = math.fsum(weight * (min(of, 0.0) - math.log1p(math.exp(-abs(of)))) for weight, of in signed)
    return told - _PENALTY / 2 * ((line.slope - toward.slope) ** 2 + (line.shift - toward.shift) ** 2)


def _step(points: Sequence[Point], line: Correction, toward: Correction) -> tuple[float, float]:
    """One step of Newton's method up the penalised likelihood."""
    gradient = [-_PENALTY * (line.slope - toward.slope), -_PENALTY * (line.shift - toward.shift)]
    curve = [_PENALTY, 0.0, _PENALTY]
    for place, right, weight in points:
        likely = 1 / (1 + math.exp(-(line.slope * place + line.shift)))
        bend = weight * likely * (1 - likely)
        gradient[0] += weight * (right - likely) * place
        gradient[1] += weight * (right - likely)
        curve[0] += bend * place * place
        curve[1] += bend * place
        curve[2] += bend
    determinant = curve[0] * curve[2] - curve[1] * curve[1]
    return (
        (curve[2] * gradient[0] - curve[1] * gradient[1]) / determinant,
        (curve[0] * gradient[1] - curve[1] * gradient[0]) / determinant,
    )
