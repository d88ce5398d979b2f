"""Learn of which kinds the incident of a report is, and write the weights that the reader carries.

1 The annotated corpora are read with the package's own rules, every report described by its signs.
2 Its incident is of each kind that the annotation names. Each kind has a logistic regression of its own with an L2 penalty,
over the signs of at least four reports.
3 What is said more surely costs less: signals, and of a kind that is loud its own signals and themes above all; meetings of
themes cost more.
4 F1 over all kinds of reports held apart, in eight folds by incident, is printed for the chances tried.
5 Weights are rounded to thousandths, so that the file is the same on every machine, and written into the package.

usage: python -m training.types [--check]      needs the extra `train` (scikit-learn); a minute on one core
"""

from __future__ import annotations

import json
import sys
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from bench.corpora import OF_THE_FACTS, Annotated, corpora
from demarche.model.vocabulary.incident_facts import TYPES
from demarche.model.vocabulary.incidents import IncidentType
from demarche.steps.extract import read_tape
from demarche.steps.extract.facts.types import SPEAKS_FOR, WEIGHTS, TypeWeights
from demarche.steps.extract.facts.typesigns import BIAS, type_signs
from demarche.steps.extract.weights import UNIT
from demarche.steps.ingest import ingest

OUT = Path(__file__).parents[1] / "src" / "demarche" / "steps" / "extract" / "data" / WEIGHTS
PENALTY = 0.1
"""Inverse strength of the L2 penalty; 0.07 to 0.3 came within a point of F1 of one another."""
RARE = 4
FOLDS = 8
LEAST, LEAST_SAID = 0.4, 0.2
"""The chances from which a kind is told, and a loud one that is said in so many words: in folds precision and recall are equal
there."""
TRIED = ((0.36, 0.25), (0.4, 0.4), (0.4, 0.25), (0.4, 0.2), (0.44, 0.25))
_T = IncidentType
KINDS = tuple(SPEAKS_FOR)
THEMES_OF = {
    _T.RANSOMWARE: ("lock",),
    _T.DESTRUCTION: ("wipe",),
    _T.DDOS: ("flood",),
    _T.DEFACEMENT: ("deface",),
    _T.FINANCIAL_THEFT: ("money", "crypto"),
    _T.INFLUENCE: ("influence", "vote"),
    _T.LEAK: ("publish",),
}
"""The themes of the kinds that are loud: each is told by a few words of its own, and seldom by anything else."""
_EASE_OF_PAIR, _EASE_OF_THEME = 0.4, 0.5
_EASE_OF_OWN = 3.0
_EASE_OF_OWN_THEME = 4.0
_SMALLEST = 5
"""Weights of fewer thousandths say nothing."""


@dataclass(frozen=True)
class Report:
    """One report: its incident, its signs, and the kinds that people gave."""

    incident: str
    signs: frozenset[str]
    kinds: frozenset[IncidentType]


def described(report: Annotated) -> Report:
    """A report as the reader describes it."""
    given = frozenset(report.gold["incident"]["types"])
    kinds = frozenset(kind for kind in KINDS if TYPES[kind].annotation in given)
    return Report(str(report.incident), type_signs(read_tape(ingest(report.capture))).whole, kinds)


def ease(sign: str, kind: IncidentType) -> float:
    """How easily a sign gets weight for a kind."""
    name = sign.partition(">")[0].rpartition(" ")[2]
    themes = THEMES_OF.get(kind, ())
    if "+" in name:
        return _EASE_OF_PAIR * (_EASE_OF_OWN_THEME**0.5 if any(theme in name.split("+") for theme in themes) else 1.0)
    if name.startswith("~"):
        return _EASE_OF_THEME * (_EASE_OF_OWN_THEME if name[1:] in themes else 1.0)
    return _EASE_OF_OWN if themes and name in SPEAKS_FOR[kind] else 1.0


def fitted(reports: Sequence[Report]) -> TypeWeights:
    """The weights that fit some reports."""
    counts = Counter(sign for report in reports for sign in report.signs)
    signs = sorted(sign for sign, count in counts.items() if count >= RARE and sign != BIAS)
    places = {sign: place for place, sign in enumerate(signs)}
    matrix = np.zeros((len(reports), len(signs)))
    for number, report in enumerate(reports):
        matrix[number, [places[sign] for sign in report.signs if sign in places]] = 1.0
    rows = np.zeros((len(signs) + 1, len(KINDS)), dtype=int)
    for column, kind in enumerate(KINDS):
        eases = np.array([ease(sign, kind) for sign in signs])
        model = LogisticRegression(C=PENALTY, solver="newton-cholesky", tol=1e-8, max_iter=200)
        model.fit(matrix * eases, np.array([kind in report.kinds for report in reports]))
        rows[:, column] = np.round(np.append(model.coef_[0] * eases, model.intercept_[0]) * UNIT).astype(int)
    rows[:-1][np.abs(rows[:-1]) < _SMALLEST] = 0
    of = {sign: row.tolist() for sign, row in zip([*signs, BIAS], rows, strict=True) if row.any()}
    return TypeWeights(KINDS, of, LEAST, LEAST_SAID)


def held_apart(reports: Sequence[Report]) -> list[tuple[Report, TypeWeights]]:
    """Each report with weights that know nothing of its incident."""
    fold = [zlib.crc32(report.incident.encode()) % FOLDS for report in reports]
    judges = [fitted([one for one, other in zip(reports, fold, strict=True) if other != number]) for number in range(FOLDS)]
    return [(report, judges[number]) for report, number in zip(reports, fold, strict=True)]


def scores(pairs: Sequence[tuple[Report, TypeWeights]], least: float, least_said: float) -> str:
    """Precision, recall and F1 over all kinds that are told from these chances on."""
    judged = [(report, replace(weights, least=least, least_said=least_said)) for report, weights in pairs]
    found = [(set(weights.told(report.signs)), report.kinds) for report, weights in judged]
    right, given, wanted = (sum(map(len, sets)) for sets in zip(*((a & b, a, b) for a, b in found), strict=True))
    return f"{right / max(1, given):.3f} {right / wanted:.3f} {2 * right / (given + wanted):.3f}"


def main(arguments: list[str]) -> int:
    """Learn and write, or check that the file is what the corpora give."""
    reports = [described(report) for corpus in corpora() if corpus.name in OF_THE_FACTS for report in corpus.reports]
    weights = fitted(reports)
    lines = ",\n".join(f" {json.dumps(sign)}: {json.dumps(weights.of[sign])}" for sign in sorted(weights.of))
    kinds = json.dumps([kind.value for kind in KINDS])
    least = f'"least": {round(LEAST * UNIT)}, "least_said": {round(LEAST_SAID * UNIT)}'
    text = f'{{"kinds": {kinds}, {least}, "weights": {{\n{lines}\n}}}}\n'
    if "--check" in arguments:
        return int(OUT.read_text("utf-8") != text)
    pairs = held_apart(reports)
    print(*(f"{least:.2f} {said:.2f}: {scores(pairs, least, said)}" for least, said in TRIED), sep="\n")
    OUT.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
