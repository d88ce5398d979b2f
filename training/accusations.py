"""Learn which candidate pairs of a voice and an accused are accusations, and write the weights that the reader carries.

1 The annotated corpora of the rules are read with the package's own rules, every candidate described by its signs.
2 A candidate is right when an annotated accusation of its sentence names both parties.
3 A logistic regression with an L2 penalty is fitted to the signs that occur at least three times.
4 F0.5 over candidates held apart, in five folds by report, is printed.
5 Weights are rounded to three decimals, so that the file is the same on every machine, and written into the package.

usage: python -m training.accusations [--check]      needs the extra `train` (scikit-learn); about a minute on one core
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bench.corpora import OF_THE_RULES, Annotated, corpora
from bench.scoring import Named, same_party
from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution_facts import KINDS
from demarche.steps.extract import candidates
from demarche.steps.extract.weights import UNIT, probability, total
from demarche.steps.ingest import ingest

OUT = Path(__file__).parents[1] / "src" / "demarche" / "steps" / "extract" / "data" / "accusation_weights.json"
PENALTY = 0.1
"""Inverse strength of the L2 penalty; 0.03, 0.1 and 0.3 came within one point of F1 of one another."""
RARE = 3
FOLDS = 5
RULED_THRESHOLD, THRESHOLD = 0.1, 0.45
"""For candidates that a rule proposes, and for the others. Swept over 325 reports in six folds by incident, F1 of whole reports
hardly moves (0.524 to 0.527 for any pair of 0.1 to 0.2 and 0.35 to 0.45); of these a pair is taken whose precision is 0.6: a
false accusation is worse than a missed one."""
THRESHOLDS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)


@dataclass(frozen=True)
class Example:
    """One candidate of one report and whether it is right."""

    report: int
    signs: frozenset[str]
    right: bool


def sides(voice: PartyName, accused: PartyName) -> tuple[Named, Named]:
    """Both parties as the annotation scheme has them."""
    return (
        Named(voice.name, KINDS[voice.kind].asserter, voice.country),
        Named(accused.name, KINDS[accused.kind].accused, accused.country),
    )


def is_right(report: Annotated, start: int, end: int, pair: tuple[Named, Named]) -> bool:
    """Whether an annotated accusation that touches the sentence names both parties."""
    return any(
        entry["stance"] in {"asserts", "suspects"}
        and entry["start"] < end
        and entry["end"] > start
        and same_party(Named(entry["asserter"], entry["asserter_kind"], entry["asserter_country"]), pair[0])
        and same_party(Named(entry["accused"], entry.get("accused_kind") or "group", entry.get("accused_country")), pair[1])
        for entry in report.gold["attributions"]
    )


def examples(corpus: Iterable[Annotated]) -> list[Example]:
    """Every candidate of every report."""
    found = []
    for number, report in enumerate(corpus):
        for reading, pair in ((reading, pair) for reading, pairs in candidates(ingest(report.capture)) for pair in pairs):
            start, end = reading.tape.offsets(pair.sentence.start, pair.sentence.end)
            right = is_right(report, start, end, sides(pair.voice.party, pair.accused))
            found.append(Example(number, frozenset().union(*pair.signs), right))
    return found


def fitted(training: list[Example]) -> dict[str, int]:
    """The weight of every sign that is common enough."""
    counts = Counter(sign for example in training for sign in example.signs)
    common = {sign for sign, count in counts.items() if count >= RARE}
    vectorizer = DictVectorizer(sort=True)
    rows = vectorizer.fit_transform([dict.fromkeys(sorted(example.signs & common), 1) for example in training])
    model = LogisticRegression(C=PENALTY, max_iter=1000, fit_intercept=False)
    model.fit(rows, [example.right for example in training])
    weights = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    return {str(sign): round(float(weight) * UNIT) for sign, weight in weights if abs(weight) >= 0.01}


def f_half(scored: list[tuple[float, bool]], threshold: float) -> float:
    """F0.5 over candidates: precision counts twice, since a false accusation is worse than a missed one."""
    hit = sum(right for score, right in scored if score >= threshold)
    chosen = sum(score >= threshold for score, _ in scored)
    gold = sum(right for _, right in scored)
    return 1.25 * hit / (chosen + 0.25 * gold) if chosen + gold else 0.0


def held_apart(found: list[Example]) -> list[tuple[float, bool]]:
    """The score of each candidate by weights that never saw its report."""
    numbers = sorted({example.report for example in found})
    order = np.random.RandomState(0).permutation(len(numbers))
    scored = []
    for fold in range(FOLDS):
        apart = {numbers[index] for index in order[fold::FOLDS]}
        weights = fitted([example for example in found if example.report not in apart])
        scored += [(probability(total(weights, e.signs)), e.right) for e in found if e.report in apart]
    return scored


def main(arguments: list[str]) -> int:
    """Train, report, write."""
    found = examples(report for corpus in corpora() if corpus.name in OF_THE_RULES for report in corpus.reports)
    scored = held_apart(found)
    table = {threshold: f_half(scored, threshold) for threshold in THRESHOLDS}
    print(
        f"{len(found)} candidates, {sum(e.right for e in found)} right; F0.5 over candidates by threshold, reports held apart:"
    )
    print("  ".join(f"{one:.2f}: {value:.3f}" for one, value in table.items()))
    written: dict[str, Any] = {
        "accuses": {"threshold": THRESHOLD, "ruled-threshold": RULED_THRESHOLD, "weights": fitted(found)}
    }
    text = json.dumps(written, sort_keys=True, indent=0, ensure_ascii=False) + "\n"
    if "--check" in arguments:
        return 0 if OUT.read_text("utf-8") == text else 1
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(text, "utf-8")
    print(f"{len(written['accuses']['weights'])} weights -> {OUT.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
