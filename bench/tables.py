"""Scores of several readers beside one another, as text for a terminal and as a part of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bench import floors
from bench.breakdown import Breakdown, score, together
from bench.corpora import HELD_OUT
from bench.figures import Figures, Measured
from bench.scoring import Score, Tally

BY_KIND = ("attribution", "response", "type")
"""The measures that are shown for each kind of document; `--json` has all."""
_NONE = Score(0.0, 0.0, 0.0, 0)
_TITLES = {
    "examples": "the reports in `examples/`",
    "dev": "reports that the rules were written on and weights learned from",
    "train": "more reports that weights were learned from",
    "further": "reports that neither rules nor weights have seen, for a trained reader to learn from",
    HELD_OUT: "held-out reports: by people who did not see the reader; nobody looks at what is missed in them",
}


@dataclass(frozen=True, slots=True)
class Table:
    """Scores of readers by what `rows` is, in the order of both. `floors` are those of a row, by reader; a table without any
    has no place for them."""

    title: str
    about: str
    row: str
    readers: tuple[str, ...]
    rows: Mapping[str, Mapping[str, Score]]
    floors: Mapping[str, Mapping[str, Score]] = field(default_factory=dict)


def tables(measured: Measured, known: floors.Floors) -> Iterator[Table]:
    """Every corpus by measure; then held-out reports, and all others together, by kind of document, stance and act."""
    yield from by_measure(measured, known)
    for name, held_out in ((HELD_OUT, True), ("all but held-out", False)):
        parts = {
            reader: together([figures.parts for corpus, figures in found.items() if (corpus == HELD_OUT) is held_out])
            for reader, found in measured.items()
        }
        yield from by_part(name, parts)


def by_measure(measured: Measured, known: floors.Floors, abouts: Mapping[str, str] = _TITLES) -> Iterator[Table]:
    """Every corpus, with what `abouts` tells of it."""
    for corpus in dict.fromkeys(corpus for found in measured.values() for corpus in found):
        by_reader = {reader: found[corpus] for reader, found in measured.items() if corpus in found}
        yield _of_corpus(corpus, abouts.get(corpus, "a corpus of its own"), by_reader, known)


def by_part(name: str, parts: Mapping[str, Breakdown]) -> Iterator[Table]:
    """What the readers do by kind of document, stance and act, as far as there is any."""
    return (table for table in _of_parts(name, parts) if table.rows)


def _of_corpus(corpus: str, title: str, by_reader: Mapping[str, Figures], known: floors.Floors) -> Table:
    number = max(found.pinned.reports for found in by_reader.values())
    refused = [f"{reader} could not read {found.refused} of them" for reader, found in by_reader.items() if found.refused]
    about = "; ".join([f"{title} ({number} reports)", *refused])
    labels = dict.fromkeys(label for found in by_reader.values() for label in found.pinned.scores)
    rows = {label: {reader: found.pinned.scores.get(label, _NONE) for reader, found in by_reader.items()} for label in labels}
    names = {reader: floors.name_of(corpus, reader) for reader in by_reader}
    least = {reader: known.corpora[name].scores for reader, name in names.items() if name in known.corpora}
    return Table(corpus, about, "measure", tuple(by_reader), rows, least)


def _of_parts(name: str, parts: Mapping[str, Breakdown]) -> Iterator[Table]:
    readers = tuple(parts)
    counts = {kind: number for of_reader in parts.values() for kind, number in of_reader.reports.items()}
    kinds = sorted(counts, key=lambda kind: (-counts[kind], kind))
    for measure in BY_KIND:
        rows = {
            f"{kind} ({counts[kind]})": {
                reader: score(of_reader.kinds.get(kind, {}).get(measure, Tally())) for reader, of_reader in parts.items()
            }
            for kind in kinds
        }
        about = f"{measure} by kind of document, each with its number of reports"
        yield Table(name, about, "kind", readers, rows)
    stances = _commonest({reader: of_reader.stances for reader, of_reader in parts.items()})
    yield Table(name, "attribution by stance", "stance", readers, stances)
    acts = _commonest({reader: of_reader.acts for reader, of_reader in parts.items()})
    yield Table(name, "response by act", "act", readers, acts)


def _commonest(tallies: Mapping[str, Mapping[str, Tally]]) -> dict[str, dict[str, Score]]:
    """By reader turned into by label, the commonest label first."""
    to_find: dict[str, int] = {}
    for of_reader in tallies.values():
        to_find |= {label: max(to_find.get(label, 0), tally.gold) for label, tally in of_reader.items()}
    return {
        label: {reader: score(found.get(label, Tally(gold=to_find[label]))) for reader, found in tallies.items()}
        for label in sorted(to_find, key=lambda label: (-to_find[label], label))
    }


def text(table: Table) -> str:
    """A table for a terminal."""
    width = max(18, *map(len, table.rows)) if table.rows else 18
    heads = f"{'precision':>11}{'recall':>7}{'F1':>7}" + (f"{'floor':>7}" if table.floors else "")
    lines = [f"{table.title}: {table.about.replace('`', '')}"]
    if len(table.readers) > 1:
        lines.append(f"  {'':{width}}" + "".join(f"{reader:>{len(heads)}}" for reader in table.readers))
    lines.append(f"  {'':{width}}{heads * len(table.readers)}  to find")
    for label, scores in table.rows.items():
        cells = "".join(_cells(table, label, reader) for reader in table.readers)
        lines.append(f"  {label:{width}}{cells}{_to_find(scores.values()):>9}")
    return "\n".join(lines) + "\n"


def _cells(table: Table, label: str, reader: str) -> str:
    found = table.rows[label][reader]
    shown = f"{found.precision:11.3f}{found.recall:7.3f}{found.f1:7.3f}"
    if not table.floors:
        return shown
    least = table.floors.get(reader, {}).get(label)
    return shown + (f"{least.f1:7.3f}" if least else f"{'-':>7}")


def _to_find(scores: Iterable[Score]) -> str:
    """One number, or one a reader where they differ: words of confidence are looked for in what a reader found."""
    return " / ".join(f"{number:,}" for number in dict.fromkeys(found.gold for found in scores))


def markdown(measured: Measured) -> str:
    """All tables as a page's part."""
    return page(tables(measured, floors.Floors()), "make pin")


def page(shown: Iterable[Table], made_by: str) -> str:
    """Tables as a page's part, with the command that makes it."""
    lines = [f"<!-- made by `{made_by}`; do not edit -->"]
    for table in shown:
        lines += ["", f"**{table.title}**, {table.about}", "", *_grid(table)]
    return "\n".join(lines) + "\n"


def _grid(table: Table) -> Iterator[str]:
    several = len(table.readers) > 1
    heads = [f"{reader}: {head}" if several else head for reader in table.readers for head in ("precision", "recall", "F1")]
    yield _line([table.row, *heads, "to find"])
    yield _line(["---", *["---:"] * (len(heads) + 1)])
    for label, scores in table.rows.items():
        found = [scores[reader] for reader in table.readers]
        cells = [f"{value:.3f}" for one in found for value in (one.precision, one.recall, one.f1)]
        yield _line([label, *cells, _to_find(found)])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
