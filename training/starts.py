"""Learn which date of a report is the day its incident began, and write the weights that the reader carries.

1 The annotated corpora are read with the package's own rules, every date described by its signs.
2 A date is right when it is the annotated start. The dates of a report compete; none of them being right competes too.
3 A conditional logistic regression with an L2 penalty is fitted to the signs that occur at least five times.
4 Precision, recall and F1 of whole reports held apart, in eight folds by incident, are printed.
5 Weights are rounded to three decimals, so that the file is the same on every machine, and written into the package.

usage: python -m training.starts [--check]      needs the extra `train` (numpy); half a minute on one core
"""

from __future__ import annotations

import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bench.corpora import OF_THE_FACTS, Annotated, corpora
from demarche.model.claim import PRIMARY
from demarche.steps.extract import read_tape
from demarche.steps.extract.dates.start import BIAS, WEIGHTS, likeliest
from demarche.steps.extract.dates.startsigns import Candidate, candidates
from demarche.steps.ingest import ingest

OUT = Path(__file__).parents[1] / "src" / "demarche" / "steps" / "extract" / "data" / WEIGHTS
PENALTY = 1.0
"""Strength of the L2 penalty; 2 and 4 came within a point of F1 of reports held apart."""
RARE = 5
FOLDS = 8
ROUNDS = 60
THRESHOLD = 0.3
"""The least chance with which a date is told. F1 of reports held apart hardly moves between 0.2 and 0.35; a wrong day is worse
than none."""
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4)


@dataclass(frozen=True)
class Example:
    """One report: the candidates of its own incident, the annotated start, and the incident's name."""

    found: tuple[Candidate, ...]
    gold: str | None
    incident: str = ""


def examples(corpus: Iterable[Annotated]) -> list[Example]:
    """Every report."""
    made = []
    for report in corpus:
        found = candidates(read_tape(ingest(report.capture)))
        own = tuple(one for one in found if one.event == PRIMARY)
        made.append(Example(own, report.gold["incident"]["start_date"], str(report.incident)))
    return made


def fitted(training: Sequence[Example]) -> dict[str, float]:
    """The weight of every sign that is common enough."""
    counts = Counter(sign for example in training for one in example.found for sign in one.signs)
    signs = [BIAS, *sorted(sign for sign, count in counts.items() if count >= RARE)]
    places = {sign: place for place, sign in enumerate(signs)}
    rows: list[Any] = []
    right: list[bool] = []
    group: list[int] = []
    for number, example in enumerate(example for example in training if example.found):
        for one in example.found:
            row = np.zeros(len(signs))
            row[[0, *(places[sign] for sign in one.signs if sign in places)]] = 1.0
            rows.append(row)
            right.append(str(one.hit.date) == example.gold)
            group.append(number)
    weights = _maximum(np.array(rows), np.array(right, dtype=float), np.array(group))
    return {sign: round(float(weight), 3) for sign, weight in zip(signs, weights, strict=True) if abs(weight) >= 0.01}


def _maximum(rows: Any, right: Any, group: Any) -> Any:
    """The weights under which what is right is likeliest: Newton's steps on the chance of all dates, the shares of several
    right dates of one report held fixed within a step."""
    reports = int(group.max()) + 1
    penalty = np.full(rows.shape[1], 2.0 * PENALTY)
    penalty[0] = 1e-6
    weights = np.zeros(rows.shape[1])
    for _ in range(ROUNDS):
        shares = np.exp(np.clip(rows @ weights, -30.0, 30.0))
        chance = shares / (np.bincount(group, shares, reports) + 1.0)[group]
        of_right = np.bincount(group, shares * right, reports)[group]
        wanted = np.divide(shares * right, of_right, out=np.zeros_like(shares), where=of_right > 0)
        slope = rows.T @ (wanted - chance) - penalty * weights
        means = np.zeros((reports, rows.shape[1]))
        np.add.at(means, group, rows * chance[:, None])
        curve = (rows * chance[:, None]).T @ rows - means.T @ means + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def told(example: Example, weights: dict[str, float], threshold: float) -> str | None:
    """The start as the reader tells it."""
    best, chance = likeliest(example.found, weights)
    return str(best) if best is not None and chance >= threshold else None


def scores(answers: Iterable[tuple[str | None, str | None]]) -> tuple[float, float, float]:
    """Precision, recall and F1 over reports of pairs of what was told and what was annotated."""
    pairs = list(answers)
    hit = sum(answer is not None and answer == gold for answer, gold in pairs)
    answered = sum(answer is not None for answer, _ in pairs)
    wanted = sum(gold is not None for _, gold in pairs)
    return hit / max(1, answered), hit / max(1, wanted), 2 * hit / max(1, answered + wanted)


def held_apart(made: Sequence[Example]) -> list[tuple[Example, dict[str, float]]]:
    """Each report with weights that know nothing of its incident."""
    fold = [zlib.crc32(example.incident.encode()) % FOLDS for example in made]
    judges = [fitted([one for one, other in zip(made, fold, strict=True) if other != number]) for number in range(FOLDS)]
    return [(example, judges[number]) for example, number in zip(made, fold, strict=True)]


def main(arguments: list[str]) -> int:
    """Train, report, write."""
    made = examples(report for corpus in corpora() if corpus.name in OF_THE_FACTS for report in corpus.reports)
    pairs = held_apart(made)
    print(f"{len(made)} reports; precision, recall and F1 of the start by threshold, reports held apart:")
    for least in THRESHOLDS:
        measured = scores((told(example, weights, least), example.gold) for example, weights in pairs)
        print(f"{least:.2f}:", *(f"{value:.3f}" for value in measured))
    weights = fitted(made)
    written = {"threshold": THRESHOLD, "weights": weights}
    text = json.dumps(written, sort_keys=True, indent=0, ensure_ascii=False) + "\n"
    if "--check" in arguments:
        return 0 if OUT.read_text("utf-8") == text else 1
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(text, "utf-8")
    print(f"{len(weights)} weights -> {OUT.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
