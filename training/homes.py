"""Learn which of the states that a report mentions were hit, and write the weights that the reader carries.

1 The annotated corpora are read with the package's own rules, every state described by its signs.
2 A state is right when the annotation names it among the countries of the victims.
3 A logistic regression with an L2 penalty is fitted to the signs that occur at least five times, each divided by its spread.
4 F1 over the countries of reports held apart, in six folds by incident, is printed for the thresholds tried.
5 Weights are rounded to three decimals, so that the file is the same on every machine, and written into the package.

usage: python -m training.homes [--check]      needs the extra `train` (scikit-learn); half a minute on one core
"""

from __future__ import annotations

import json
import sys
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from bench.corpora import OF_THE_FACTS, Annotated, corpora
from demarche.steps.extract import accusations_and_answers, read_tape
from demarche.steps.extract.facts.homeweights import WEIGHTS, HomeWeights
from demarche.steps.extract.facts.victims import weighed
from demarche.steps.ingest import ingest

OUT = Path(__file__).parents[1] / "src" / "demarche" / "steps" / "extract" / "data" / WEIGHTS
PENALTY = 0.02
"""Inverse strength of the L2 penalty; 0.03 to 1 came within half a point of F1 of one another."""
RARE = 5
FOLDS = 6
FIRST, MORE = 0.25, 0.4
"""The shares from which the likeliest state and further ones count: in folds by incident F1 is 0.790 with them, 0.784 with 0.45
and 0.776 with 0.55 for the further ones, which are what lists of states add."""
TRIED = ((0.2, 0.4), (0.25, 0.35), (0.25, 0.4), (0.25, 0.45), (0.25, 0.55), (0.3, 0.4))


@dataclass(frozen=True)
class Report:
    """One report: its incident, the signs of each state, and the states that were hit."""

    incident: str
    states: Mapping[str, Mapping[str, float]]
    hit: frozenset[str]


def described(report: Annotated) -> Report:
    """A report as the reader describes its states."""
    reading = read_tape(ingest(report.capture))
    homeland, _ = weighed(reading, accusations_and_answers(reading))
    hit = frozenset(report.gold["incident"]["victim_countries"])
    return Report(str(report.incident), homeland.signs(), hit)


def fitted(reports: Sequence[Report], first: float = FIRST, more: float = MORE) -> HomeWeights:
    """The weights that fit some reports."""
    rows = [(dict(signs), code in report.hit) for report in reports for code, signs in report.states.items()]
    counts = Counter(sign for signs, _ in rows for sign in signs)
    kept = [{sign: value for sign, value in signs.items() if counts[sign] >= RARE} for signs, _ in rows]
    vectors = DictVectorizer(sort=True)
    scaler = StandardScaler(with_mean=False)
    matrix = scaler.fit_transform(vectors.fit_transform(kept))
    model = LogisticRegression(C=PENALTY, max_iter=5000).fit(matrix, np.array([right for _, right in rows]))
    weights = dict(zip(vectors.get_feature_names_out(), (model.coef_[0] / scaler.scale_).round(3).tolist(), strict=True))
    return HomeWeights(
        round(float(model.intercept_[0]), 3), {sign: weight for sign, weight in weights.items() if weight}, first, more
    )


def chosen(report: Report, weights: HomeWeights, first: float, more: float) -> set[str]:
    """The states that count as hit."""
    shares = sorted(((-weights.share(signs), code) for code, signs in report.states.items()))
    return {code for place, (share, code) in enumerate(shares) if -share >= (more if place else first)}


def held_apart(reports: Sequence[Report]) -> str:
    """Precision, recall and F1 for the thresholds tried, each report judged by weights that know nothing of its incident."""
    fold = [zlib.crc32(report.incident.encode()) % FOLDS for report in reports]
    judges = [fitted([one for one, other in zip(reports, fold, strict=True) if other != number]) for number in range(FOLDS)]
    lines = []
    for first, more in TRIED:
        found = [(chosen(one, judges[number], first, more), one.hit) for one, number in zip(reports, fold, strict=True)]
        right, told, hit = (sum(map(len, sets)) for sets in zip(*((a & b, a, b) for a, b in found), strict=True))
        lines.append(f"{first:.2f} {more:.2f}: {right / told:.3f} {right / hit:.3f} {2 * right / (told + hit):.3f}")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Learn and write, or check that the file is what the corpora give."""
    reports = [described(report) for corpus in corpora() if corpus.name in OF_THE_FACTS for report in corpus.reports]
    weights = fitted(reports)
    stored = {"bias": weights.bias, "first": weights.first, "more": weights.more, "weights": dict(sorted(weights.of.items()))}
    text = json.dumps(stored, indent=1) + "\n"
    if "--check" in arguments:
        return int(OUT.read_text("utf-8") != text)
    print(held_apart(reports))
    OUT.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
