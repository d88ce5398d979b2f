"""Scores of one corpus part by part: by kind of document, by stance, by act."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.freeze import ACTS, STANCES
from bench.scoring import Annotation, Score, Tally, compare

KINDS: Mapping[str, tuple[str, ...]] = {
    "denial": ("denial",),
    "round-up": ("round up", "roundup", "digest", "newsletter", "timeline"),
    "noisy page": ("noisy", "page", "html", "scrape"),
    "advisory": ("advisory", "alert", "bulletin"),
    "legal": ("legal", "indictment", "court", "complaint", "sanctions notice"),
    "vendor blog": ("vendor", "blog", "threat intelligence"),
    "explainer": ("explainer", "background", "profile", "backgrounder", "q a"),
    "analysis": ("analysis", "opinion", "feature", "commentary", "think tank"),
    "statement": ("statement", "press release", "speech", "communique", "transcript", "briefing"),
    "brief": ("brief", "short", "flash"),
    "wire": ("wire", "news", "agency", "report", "article", "translated", "regional", "local"),
}
"""Kinds of document, each with words of what annotators call it; what fits several is the first of them."""
OTHER = "other"
UNSCORED_ACT = "statement"
"""The measures leave mere statements out."""
_NO_FACTS: Mapping[str, Any] = {column: [] for column in ("types", "impacts", "victim_countries", "malware", "cves")}


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Counts of one corpus part by part. `reports` is how many there are of each kind of document, `kinds` every measure over
    these alone. Of a stance or an act, what is counted is entries that have it on both sides, so that the right parties with
    another stance are wrong twice: missed at the one, told for nothing at the other.
    """

    reports: Mapping[str, int] = field(default_factory=dict)
    kinds: Mapping[str, Mapping[str, Tally]] = field(default_factory=dict)
    stances: Mapping[str, Tally] = field(default_factory=dict)
    acts: Mapping[str, Tally] = field(default_factory=dict)


def document_kind(said: str | None) -> str:
    """The kind of a document by what its annotator called it; `other` where that tells nothing."""
    words = f" {' '.join(re.findall(r'[a-z]+', (said or '').lower()))} "
    return next((kind for kind, signs in KINDS.items() if any(f" {sign} " in words for sign in signs)), OTHER)


def breakdown(gold: Sequence[Annotation], predicted: Iterable[Annotation]) -> Breakdown:
    """Every part of a corpus that has something to find or something told, in alphabetical order."""
    answers = {annotation["id"]: annotation for annotation in predicted}
    kinds = Counter(document_kind(report.get("kind")) for report in gold)

    def part(measure: str, key: str, value: str) -> Tally:
        sides = [[_only(one, f"{measure}s", key, value) for one in side] for side in (gold, answers.values())]
        return compare(*sides).tallies.get(measure, Tally())

    return Breakdown(
        dict(sorted(kinds.items())),
        {kind: _of_kind(gold, answers, kind) for kind in sorted(kinds)},
        _told({stance: part("attribution", "stance", stance) for stance in sorted(STANCES)}),
        _told({act: part("response", "kind", act) for act in sorted(ACTS - {UNSCORED_ACT})}),
    )


def together(parts: Sequence[Breakdown]) -> Breakdown:
    """Several corpora as one."""
    reports: Counter[str] = Counter()
    kinds: dict[str, dict[str, Tally]] = {}
    stances: dict[str, Tally] = {}
    acts: dict[str, Tally] = {}
    for part in parts:
        reports.update(part.reports)
        for kind, measures in part.kinds.items():
            _add(kinds.setdefault(kind, {}), measures)
        _add(stances, part.stances)
        _add(acts, part.acts)
    return Breakdown(reports, kinds, stances, acts)


def score(tally: Tally) -> Score:
    """Counts as numbers from 0 to 1."""
    return Score(tally.precision, tally.recall, tally.f1, tally.gold)


def _of_kind(gold: Sequence[Annotation], answers: Mapping[str, Annotation], kind: str) -> dict[str, Tally]:
    of_kind = [report for report in gold if document_kind(report.get("kind")) == kind]
    return compare(of_kind, [answers[report["id"]] for report in of_kind if report["id"] in answers]).tallies


def _only(annotation: Annotation, column: str, key: str, value: str) -> Annotation:
    """An annotation with nothing but the entries of a column that have this value."""
    none: Mapping[str, Any] = {"attributions": [], "responses": [], "incident": _NO_FACTS}
    kept = [entry for entry in annotation[column] if entry[key] == value]
    return {"id": annotation["id"], "headline": annotation.get("headline"), **none, column: kept}


def _told(tallies: Mapping[str, Tally]) -> dict[str, Tally]:
    return {name: tally for name, tally in tallies.items() if tally.gold or tally.predicted}


def _add(sums: dict[str, Tally], more: Mapping[str, Tally]) -> None:
    for name, tally in more.items():
        sums.setdefault(name, Tally()).add(tally.right, tally.predicted, tally.gold)
