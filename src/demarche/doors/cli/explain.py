"""What `demarche read --explain` prints: the text of a report, its passages and names marked, and below each block its claims.

With colours, names are coloured by their role; without, the role is written behind them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from demarche.doors.api import About, explain, reader_for
from demarche.doors.cli import words
from demarche.doors.cli.output import console, harmless, one_line, write_file
from demarche.doors.cli.reading import announced
from demarche.doors.explain import Entry, Explanation, Part, Piece, Role, Row, Strand, explanation, page
from demarche.doors.explain.explanation import FURNITURE
from demarche.doors.explain.facts import NOT_NAMED, about, facts, note, size, title
from demarche.edges.files import STANDARD_INPUT
from demarche.errors import RejectedInput, UsageError
from demarche.model.vocabulary.attribution import Predicate

if TYPE_CHECKING:
    from demarche.pipeline import Explained

_PREDICATES = {
    Predicate.VICTIM: "yellow",
    Predicate.SERVICE: "cyan",
    Predicate.DATE: "green",
    Predicate.TYPE: "cyan",
    Predicate.IMPACT: "cyan",
    Predicate.MEANS: "cyan",
    Predicate.ATTRIBUTION: "red",
    Predicate.DENIAL: "blue",
    Predicate.RESPONSE: "magenta",
    Predicate.CONTEXT: "green",
    Predicate.ALIAS: "green",
    Predicate.LINK: "red",
}
"""Only colours that can be read on black and on white, so some share one."""

_ROLES = {
    Role.ASSERTER: "bold green",
    Role.RELAYED_BY: "bold cyan",
    Role.ACCUSED: "bold red",
    Role.VICTIM: "bold yellow",
    Role.DENIER: "bold blue",
    Role.BY: "bold magenta",
    Role.AGAINST: "bold bright_magenta",
    Role.GROUP: "bold bright_red",
    Role.STATE: "bold bright_red",
    Role.HEDGE: "bold underline",
    Role.DENIAL: "bold underline",
}
_WORDS = "underline"
"""The style of words that name no party: a service, a day, a condition."""


@dataclass(frozen=True, slots=True)
class _Pen:
    """Where it is printed, and whether in colours."""

    out: Console
    coloured: bool


def explain_reports(
    paths: Sequence[str], about: About, workers: int | None, reader: str | None, printed: bool, html: Path | None
) -> None:
    """Print what is read in each report, write one page on all of them, or both.

    UsageError when the page would lie among the reports. Exits with the code of RejectedInput when every input was rejected.
    """
    if html:
        _page_apart(html, paths)
    read = 0
    kept: list[Explained] = []
    for report in explain(paths, workers, announced(reader_for(reader), reader), **about):
        if html:
            kept.append(report)
        if report.document is None:
            typer.echo(one_line(f"rejected {report.name}: {report.reason}"), err=True)
            continue
        read += 1
        if printed:
            print_explanation(explanation(report.document, report.claims), apart=read > 1)
    if html:
        write_file(html, page(kept))
        typer.echo(one_line(f"what was read in {words.counted(read, 'report')} is shown in {html}"), err=True)
    if not read:
        raise typer.Exit(RejectedInput.exit_code)


def _page_apart(html: Path, paths: Sequence[str]) -> None:
    """A page among the reports would replace one, or be read as one the next time."""
    place = html.resolve()
    for path in paths:
        if path != STANDARD_INPUT and place.is_relative_to(Path(path).resolve()):
            raise UsageError(f"{html} lies among the reports that are read; write the page somewhere else")


def print_explanation(found: Explanation, apart: bool = False) -> None:
    """Print one report. `apart` draws a line before it."""
    out = console()
    pen = _Pen(out, out.color_system is not None and not out.no_color)
    if apart:
        out.print()
        out.rule(style="dim")
    document = found.document
    out.print(Text(title(document), "bold", overflow="fold"))
    out.print(Text(" · ".join(about(document)), "dim", overflow="fold"))
    out.print(_totals(found))
    if found.entries:
        out.print(_legend(found, pen))
    for row in found.rows:
        _print_row(pen, found, row)


def _totals(found: Explanation) -> Text:
    line = Text(overflow="fold")
    for predicate, count in found.totals.items():
        line.append(f"{predicate} {count:,}", _PREDICATES[predicate]).append("  ")
    return line.append(size(found))


def _legend(found: Explanation, pen: _Pen) -> Text:
    line = Text("[words]3 is the passage of claim 3", "dim", overflow="fold")
    if not pen.coloured:
        return line.append("; name‹role›")
    present = {part.role for entry in found.entries for part in entry.parts if part.spans}
    line.append("; ")
    for role in Role:
        if role in present:
            line.append(role.value, _style(role)).append("  ")
    return line


def _style(role: Role) -> str:
    return f"not dim {_ROLES.get(role, _WORDS)}"


def _print_row(pen: _Pen, found: Explanation, row: Row) -> None:
    why = note(row)
    text = _text(pen, found.document.text, row)
    pen.out.print()
    if why:
        pen.out.print(Padding(Text(why, "dim italic"), (0, 0, 0, 4), expand=False))
        text.stylize("dim")
    elif row.block.role == "headline":
        text.stylize("bold")
    pen.out.print(Padding(text, (0, 0, 0, 4 if why else 2), expand=False))
    if row.entries:
        pen.out.print()
        pen.out.print(Padding(_claims(row.entries), (0, 0, 0, 6)))


def _text(pen: _Pen, text: str, row: Row) -> Text:
    written = Text(overflow="fold")
    for piece in row.pieces:
        _open(written, piece)
        said = text[piece.start : piece.end]
        lines = said.split("\n") if row.block.role == FURNITURE else [said]  # elsewhere they are but wrapped
        written.append("\n".join(map(harmless, lines)), _style(piece.labels[0].roles[0]) if piece.labels else "")
        if not pen.coloured:
            for label in piece.labels:
                written.append(f"‹{', '.join(label.roles)}›" if label.end == piece.end else "")
        _close(written, piece)
    written.rstrip()
    return written


def _passages(strands: Sequence[Strand]) -> Iterator[list[Strand]]:
    """Strands of one passage together: they have one pair of brackets."""
    for _, found in groupby(strands, lambda strand: (strand.start, strand.end)):
        yield list(found)


def _open(written: Text, piece: Piece) -> None:
    for strands in _passages([strand for strand in piece.strands if strand.start == piece.start]):
        if strands[0].crossed:  # which bracket closes this one is told by the numbers
            _number(written, strands)
        written.append("[", f"bold {_PREDICATES[strands[0].predicate]}")


def _close(written: Text, piece: Piece) -> None:
    ending = [strand for strand in piece.strands if strand.end == piece.end]
    for strands in reversed(list(_passages(ending))):
        written.append("]", f"bold {_PREDICATES[strands[0].predicate]}")
        _number(written, strands)


def _number(written: Text, strands: Sequence[Strand]) -> None:
    for place, strand in enumerate(strands):
        written.append("," if place else "", "dim").append(strand.numbers, _PREDICATES[strand.predicate])


def _claims(entries: Sequence[Entry]) -> Table:
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    table.add_column(justify="right", no_wrap=True)
    for entry in entries:
        style = _PREDICATES[entry.claim.predicate]
        number, predicate = Text(str(entry.number), style), Text(entry.claim.predicate, style)
        table.add_row(number, predicate, _beside(entry), Text(f"{entry.claim.score:.2f}"))
    return table


def _beside(entry: Entry) -> Text:
    text = Text(words.said(entry.claim), overflow="fold").append("\n")
    for place, part in enumerate(entry.parts):
        text.append(", " if place else "", "dim").append(f"{part.role} ", "dim").append(part.shown, _part_style(part))
        text.append(f" ({NOT_NAMED})" if part.missing else "", "dim italic")
    return text.append("\n").append(" · ".join(facts(entry.claim)), "dim")


def _part_style(part: Part) -> str:
    return _ROLES.get(part.role, "") if part.sought else "dim"
