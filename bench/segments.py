"""How well sentences are given to the incidents that they tell of.

`corpora/demarche/segments.tsv` says of every sentence of some reports which incident it tells of: the one that the report is
mainly about, another one, several (joined by +), or none (-). On one half of the reports rules may be written; of the
other half, reports that no rule has seen, scores alone are looked at.

usage: python -m bench.segments [--json] [--show REPORT] [--write]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.corpora import OF_THE_RULES, ROOT, Annotated, corpora
from demarche.model.claim import PRIMARY
from demarche.steps.extract import read_tape
from demarche.steps.extract.reading import NOWHERE
from demarche.steps.ingest import ingest

SEGMENTS = Path("corpora/demarche/segments.tsv")
TABLE = Path("docs/measured/segments.md")
HALVES = ("seen by the rules", "unseen")
_NONE = frozenset({"-"})
_OF_NO_OTHER = frozenset({PRIMARY, NOWHERE})


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence: the characters from `start` to `end` of the report's text, the incidents that it tells of (none: empty),
    and the event label that the reader gives it."""

    start: int
    end: int
    gold: frozenset[str]
    label: str


@dataclass(frozen=True, slots=True)
class Told:
    """The sentences of one report; `primary` is the incident that it is mainly about, None of a round-up."""

    report: str
    primary: str | None
    segments: tuple[Segment, ...]

    def is_other(self, segment: Segment) -> bool:
        """Whether the sentence tells of other incidents alone."""
        return bool(segment.gold) and self.primary not in segment.gold


@dataclass(frozen=True, slots=True)
class Measures:
    """Shares of one. `right` of all sentences; `precision`, `recall` and `f1` of being about another incident; `linked` of the
    sentences about others that were given to the right one; `b_cubed_...` of the sentences of one report by incident."""

    sentences: int
    others: int
    right: float
    precision: float
    recall: float
    f1: float
    linked: float
    b_cubed_precision: float
    b_cubed_recall: float
    b_cubed_f1: float


def annotated(root: Path = ROOT) -> dict[str, list[tuple[int, int, frozenset[str]]]]:
    """For each report its sentences with the incidents that they tell of. ValueError when sentences overlap."""
    found: dict[str, list[tuple[int, int, frozenset[str]]]] = {}
    for line in (root / SEGMENTS).read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        report, start, end, incident = line.split("\t")
        rows = found.setdefault(report, [])
        if rows and int(start) < rows[-1][1]:
            raise ValueError(f"{SEGMENTS.name}: two sentences of {report} overlap at {start}")
        rows.append((int(start), int(end), frozenset(incident.split("+")) - _NONE))
    return found


def told(report: Annotated, rows: Iterable[tuple[int, int, frozenset[str]]]) -> Told:
    """What the reader makes of the sentences of a report: each gets the label of the words that cover most of it."""
    reading = read_tape(ingest(report.capture))
    places = [(start, end, label) for (start, end), label in zip(reading.spans, reading.events, strict=True)]
    segments = []
    for start, end, gold in rows:
        covered: Counter[str] = Counter()
        for first, last, label in places:
            covered[label] += max(0, min(end, last) - max(start, first))
        segments.append(Segment(start, end, gold, min(covered, key=lambda label: (-covered[label], label))))
    return Told(report.id, report.gold["primary"], tuple(segments))


def halves(root: Path = ROOT) -> dict[str, list[Told]]:
    """The reports of each half, read. ValueError when the file names a report that is not there."""
    rows = annotated(root)
    found: dict[str, list[Told]] = {half: [] for half in HALVES}
    for corpus in corpora(root):
        half = HALVES[corpus.name not in OF_THE_RULES]
        found[half] += [told(report, rows.pop(report.id)) for report in corpus.reports if report.id in rows]
    if rows:
        raise ValueError(f"{SEGMENTS.name}: no report is called {', '.join(sorted(rows))}")
    return found


def _links(one: Told) -> dict[str, str]:
    """Which incident each label of others stands for: the two with most sentences in common first, each once."""
    common = Counter(
        (segment.label, incident)
        for segment in one.segments
        for incident in segment.gold - {one.primary}
        if segment.label not in _OF_NO_OTHER
    )
    links: dict[str, str] = {}
    for label, incident in sorted(common, key=lambda pair: (-common[pair], pair)):
        if label not in links and incident not in links.values():
            links[label] = incident
    return links


def _is_right(one: Told, segment: Segment, links: Mapping[str, str]) -> bool:
    if segment.label == PRIMARY:
        return not one.is_other(segment)
    if segment.label == NOWHERE:
        return not segment.gold
    return links.get(segment.label) in segment.gold


def _is_set_apart(segment: Segment) -> bool:
    """Whether the reader takes a sentence for one about another incident, known or not, and not for one about none."""
    return segment.label != PRIMARY and (segment.label != NOWHERE or bool(segment.gold))


def _b_cubed(one: Told) -> tuple[list[float], list[float]]:
    """Of each sentence that tells of an incident: the share of the sentences with its label that tell of it too, and the
    share of those that tell of it too with its label."""
    telling = [segment for segment in one.segments if segment.gold]
    precision, recall = [], []
    for segment in telling:
        alike = [other for other in telling if other.label == segment.label]
        same = [other for other in telling if other.gold & segment.gold]
        both = sum(bool(other.gold & segment.gold) for other in alike)
        precision.append(both / len(alike))
        recall.append(both / len(same))
    return precision, recall


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return _share(2 * precision * recall, precision + recall)


def measure(reports: Sequence[Told]) -> Measures:
    """All measures over the sentences of all reports together."""
    right = found = said = others = linked = 0
    precisions: list[float] = []
    recalls: list[float] = []
    for one in reports:
        links = _links(one)
        for segment in one.segments:
            is_right = _is_right(one, segment, links)
            right += is_right
            others += one.is_other(segment)
            linked += one.is_other(segment) and is_right
            if _is_set_apart(segment) and (one.primary not in segment.gold or len(segment.gold) == 1):
                said += 1
                found += one.is_other(segment)
        precision, recall = _b_cubed(one)
        precisions += precision
        recalls += recall
    sentences = sum(len(one.segments) for one in reports)
    precise, recalled = _share(found, said), _share(found, others)
    together, apart = _share(sum(precisions), len(precisions)), _share(sum(recalls), len(recalls))
    return Measures(
        sentences,
        others,
        _share(right, sentences),
        precise,
        recalled,
        _f1(precise, recalled),
        _share(linked, others),
        together,
        apart,
        _f1(together, apart),
    )


def groups(found: Mapping[str, Sequence[Told]]) -> dict[str, list[Told]]:
    """Each half as a whole, and apart: reports that are mainly about one incident, and round-ups."""
    made: dict[str, list[Told]] = {}
    for half, reports in found.items():
        made[half] = list(reports)
        made[f"{half}: of one incident"] = [one for one in reports if one.primary]
        made[f"{half}: round-ups"] = [one for one in reports if not one.primary]
    return made


def table(measured: Mapping[str, Measures]) -> str:
    """The figures as a table of the documentation."""
    names = list(asdict(next(iter(measured.values()))))
    lines = ["<!-- made by `python -m bench.segments --write`; do not edit -->", ""]
    lines.append(
        f"| | {' | '.join(name.replace('_', ' ').replace('b cubed', 'B-cubed').replace('f1', 'F1') for name in names)} |"
    )
    lines.append("| --- |" + " ---: |" * len(names))
    for group, measures in measured.items():
        cells = [f"{value:.3f}" if isinstance(value, float) else f"{value:,}" for value in asdict(measures).values()]
        lines.append(f"| {group} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Print the table, or JSON, or the wrong sentences of one report that the rules may see."""
    parser = argparse.ArgumentParser(prog="python -m bench.segments", description="Measure which incident sentences tell of.")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument(
        "--show", metavar="REPORT", help="print labels of a report of the half that rules are written on, or `all`"
    )
    parser.add_argument("--write", action="store_true", help=f"keep the figures in {TABLE}")
    asked = parser.parse_args(arguments)
    found = halves()
    if asked.show:
        for one in found[HALVES[0]]:
            if asked.show in (one.report, "all"):
                _show(one)
        return 0
    measured = {group: measure(reports) for group, reports in groups(found).items()}
    if asked.write:
        (ROOT / TABLE).write_text(table(measured) + "\n", "utf-8")
    print(json.dumps({group: asdict(one) for group, one in measured.items()}) if asked.json else table(measured))
    return 0


def _show(one: Told) -> None:
    links = _links(one)
    for number, segment in enumerate(one.segments):
        if not _is_right(one, segment, links):
            gold = "+".join(sorted(segment.gold)) or "-"
            print(f"{one.report}[{number}] {segment.start}-{segment.end}: {segment.label} is {gold}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
