"""What each reader scores on each corpus, and how it is kept beside the floors (bench/accuracy.jsonl) for the documentation."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bench import floors
from bench.breakdown import Breakdown, breakdown
from bench.corpora import ROOT, Corpus, predicted
from bench.scoring import Miss, Score, Tally, b_cubed, compare
from demarche.model.claim import Reader
from demarche.readers import RULES

KEPT = Path("bench/accuracy.jsonl")
CLUSTERS = "b-cubed"


@dataclass(frozen=True, slots=True)
class Figures:
    """One corpus as one reader reads it, part by part too. `refused` is how many reports it could not read at all."""

    pinned: floors.Pinned
    parts: Breakdown = field(default_factory=Breakdown)
    refused: int = 0
    misses: tuple[Miss, ...] = ()


Measured = Mapping[str, Mapping[str, Figures]]
"""By reader, then by corpus."""


def measure(corpus: Corpus, reader: Reader | None = None) -> Figures:
    """Read a corpus, with the rules where no reader is given, and compare."""
    gold = [report.gold for report in corpus.reports]
    answers = predicted(corpus.reports, reader)
    comparison = compare(gold, answers)
    clusters = b_cubed(
        {report.id: report.incident for report in corpus.reports},
        {annotation["id"]: annotation["cluster"] for annotation in answers},
    )
    pinned = floors.Pinned(len(gold), corpus.sha256, {**comparison.scores(), CLUSTERS: clusters})
    return Figures(pinned, breakdown(gold, answers), len(gold) - len(answers), tuple(comparison.misses))


def floored(measured: Measured) -> dict[str, floors.Pinned]:
    """What has, or may have, a floor: under the name that it has there."""
    return {
        floors.name_of(corpus, reader): figures.pinned
        for reader, of_reader in measured.items()
        for corpus, figures in of_reader.items()
        if floors.has_floor(corpus, reader)
    }


def plain(measured: Measured) -> dict[str, Any]:
    """Everything but the misses, as JSON has it; every count with its precision, recall and F1."""
    return {
        reader: {
            corpus: {
                "reports": figures.pinned.reports,
                "refused": figures.refused,
                "scores": {name: asdict(score) for name, score in figures.pinned.scores.items()},
                "kinds": {
                    kind: {"reports": figures.parts.reports[kind], "scores": _scores(measures)}
                    for kind, measures in figures.parts.kinds.items()
                },
                "stances": _scores(figures.parts.stances),
                "acts": _scores(figures.parts.acts),
            }
            for corpus, figures in of_reader.items()
        }
        for reader, of_reader in measured.items()
    }


def dumps(measured: Measured) -> str:
    """A line for each reader and corpus, with values cut as floors are and counts as right, told, to find."""
    return "".join(
        json.dumps({"reader": reader, "corpus": corpus, **_line(figures)}, ensure_ascii=False) + "\n"
        for reader, of_reader in measured.items()
        for corpus, figures in of_reader.items()
    )


def loads(text: str) -> dict[str, dict[str, Figures]]:
    """What `dumps` wrote. ValueError, KeyError or TypeError when it is no such thing."""
    measured: dict[str, dict[str, Figures]] = {}
    for line in text.splitlines():
        raw = json.loads(line)
        pinned = floors.Pinned(raw["reports"], raw["sha256"], {name: Score(*values) for name, values in raw["scores"].items()})
        kinds = {kind: _tallies(measures) for kind, measures in raw["kinds"].items()}
        parts = Breakdown(raw["of-kind"], kinds, _tallies(raw["stances"]), _tallies(raw["acts"]))
        measured.setdefault(raw["reader"], {})[raw["corpus"]] = Figures(pinned, parts, raw["refused"])
    return measured


def kept(root: Path = ROOT) -> Measured:
    """The figures of a checkout; without such a file those that its floors tell."""
    place = root / KEPT
    if place.exists():
        return loads(place.read_text("utf-8"))
    known = floors.of_readers(floors.read(root), [RULES])
    return {RULES: {name: Figures(pinned) for name, pinned in known.corpora.items()}}


def _line(figures: Figures) -> dict[str, Any]:
    return {
        "reports": figures.pinned.reports,
        "sha256": figures.pinned.sha256,
        "refused": figures.refused,
        "scores": {name: _values(floors.cut(score)) for name, score in figures.pinned.scores.items()},
        "of-kind": dict(figures.parts.reports),
        "kinds": {kind: _counts(measures) for kind, measures in figures.parts.kinds.items()},
        "stances": _counts(figures.parts.stances),
        "acts": _counts(figures.parts.acts),
    }


def _values(score: Score) -> list[float]:
    return [score.precision, score.recall, score.f1, score.gold]


def _counts(tallies: Mapping[str, Tally]) -> dict[str, list[int]]:
    return {name: [tally.right, tally.predicted, tally.gold] for name, tally in tallies.items()}


def _tallies(counts: Mapping[str, Iterable[int]]) -> dict[str, Tally]:
    return {name: Tally(*of_name) for name, of_name in counts.items()}


def _scores(tallies: Mapping[str, Tally]) -> dict[str, dict[str, float]]:
    return {
        name: {**asdict(tally), "precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
        for name, tally in tallies.items()
    }
