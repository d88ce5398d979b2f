"""How far scores can be believed: claims by tenths of their score, the calibration error, and that after a correction."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.corpora import HELD_OUT, ROOT
from bench.correction import fitted
from demarche.steps.extract.calibration import Correction

KEPT = Path("bench/calibration.json")
BINS = 10
PARTS = 5
APART = "apart"
SETS = (APART, HELD_OUT)


@dataclass(frozen=True, slots=True)
class Judged:
    """The score of one claim, whether it is right, and the incident of its report."""

    score: float
    right: bool
    incident: str


@dataclass(frozen=True, slots=True)
class Bin:
    """The claims of one tenth of the scores: how many, their mean score, and the share that is right."""

    claims: int
    score: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """One reader on one set of reports: a bin for each tenth, and the calibration error before and after the correction."""

    bins: tuple[Bin, ...]
    error: float
    corrected: float


@dataclass(frozen=True, slots=True)
class Calibrated:
    """One reader and one sort of claim: by set of reports, and the correction that is fitted to those kept apart."""

    sets: Mapping[str, Reliability]
    correction: Correction


Figures = Mapping[str, Mapping[str, Calibrated]]
"""By reader, then by column."""


def bins(claims: Sequence[Judged]) -> tuple[Bin, ...]:
    """Claims by tenths of their score; the last holds 1 too."""
    sorted_in: list[list[Judged]] = [[] for _ in range(BINS)]
    for claim in claims:
        sorted_in[min(int(claim.score * BINS), BINS - 1)].append(claim)
    return tuple(
        Bin(len(of_bin), sum(one.score for one in of_bin) / len(of_bin), sum(one.right for one in of_bin) / len(of_bin))
        if of_bin
        else Bin(0, 0.0, 0.0)
        for of_bin in sorted_in
    )


def error(of: Sequence[Bin]) -> float:
    """The expected calibration error, 0 to 1; 0 where there are no claims."""
    total = sum(one.claims for one in of)
    return sum(one.claims * abs(one.score - one.right) for one in of) / total if total else 0.0


def corrected(claims: Sequence[Judged], correction: Correction) -> list[Judged]:
    """The same claims with corrected scores."""
    return [Judged(correction(one.score), one.right, one.incident) for one in claims]


def across(claims: Sequence[Judged]) -> list[Judged]:
    """Each claim corrected by what was fitted to the claims of other incidents."""
    found: list[Judged] = []
    for part in range(PARTS):
        others = [(one.score, one.right) for one in claims if _part(one) != part]
        found += corrected([one for one in claims if _part(one) == part], fitted(others))
    return found


def _part(claim: Judged) -> int:
    return zlib.crc32(claim.incident.encode()) // BINS % PARTS


def calibrated(apart: Sequence[Judged], held_out: Sequence[Judged]) -> Calibrated:
    """How far scores can be believed, and the correction."""
    correction = fitted([(one.score, one.right) for one in apart])
    after = {APART: across(apart), HELD_OUT: corrected(held_out, correction)}
    sets = {
        name: Reliability(bins(claims), error(bins(claims)), error(bins(after[name])))
        for name, claims in ((APART, apart), (HELD_OUT, held_out))
    }
    return Calibrated(sets, correction)


def plain(figures: Figures) -> dict[str, Any]:
    """The figures as JSON has them."""
    return {reader: {column: asdict(one) for column, one in found.items()} for reader, found in figures.items()}


def loads(raw: Mapping[str, Any]) -> Figures:
    """Figures out of `plain`'s."""
    return {
        reader: {
            column: Calibrated(
                {
                    name: Reliability(tuple(Bin(**of_bin) for of_bin in one["bins"]), one["error"], one["corrected"])
                    for name, one in found["sets"].items()
                },
                Correction(**found["correction"]),
            )
            for column, found in of_reader.items()
        }
        for reader, of_reader in raw.items()
    }


def kept(root: Path = ROOT) -> Figures:
    """The figures of a checkout."""
    place = root / KEPT
    return loads(json.loads(place.read_bytes())) if place.exists() else {}
