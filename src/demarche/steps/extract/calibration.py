"""Scores as likelihoods: of the claims that are told with a score of 0.7, seven in ten are right.

Rules and weights give a claim a first score, by which they choose. Readers tell it corrected, as `training/calibration.py` has
learned from reports that nothing had seen: a straight line over log-odds (Platt 1999), one for all claims of a reader that mean
the same sort of thing. What sort has no line is believed as it is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from demarche.model.claim import Claim
from demarche.model.vocabulary.attribution import Predicate
from demarche.steps.extract.weights import stored

WEIGHTS = "calibration_weights.json"
SORTS: Mapping[Predicate, str] = {
    Predicate.ATTRIBUTION: "attribution",
    Predicate.DENIAL: "attribution",
    Predicate.RESPONSE: "response",
    Predicate.VICTIM: "victim",
}
"""The sort of claim of each predicate that is corrected. Of types, starts and impacts the first scores mean what they say; of
malware there are too few claims."""
_LEAST = 0.01
"""Scores are taken for no smaller, and no greater than this leaves room for."""
_EDGE = 0.001
"""No claim is told as impossible or certain."""


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


@cache
def corrections() -> dict[tuple[str, str], Correction]:
    """The corrections that the package carries, by the name of the reader and the sort of claim."""
    known = stored(WEIGHTS)["corrections"]
    return {(reader, sort): Correction(**line) for reader, lines in known.items() for sort, line in lines.items()}


def calibrated(claims: Iterable[Claim]) -> list[Claim]:
    """The same claims in the same order, each with the likelihood that it is right for its score."""
    known = corrections()
    return [_corrected(claim, known.get((claim.reader, SORTS.get(claim.predicate, "")))) for claim in claims]


def _corrected(claim: Claim, correction: Correction | None) -> Claim:
    if correction is None:
        return claim
    return replace(claim, score=min(max(round(correction(claim.score), 3), _EDGE), 1 - _EDGE))
