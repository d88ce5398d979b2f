"""The tables of an incident's page: attributions and denials on the same columns, responses in the order of the ladder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from demarche.doors.cli import words
from demarche.model.record import AttributionRow, DenialRow, ResponseRow, Stands
from demarche.model.vocabulary.attribution import Stance
from demarche.model.vocabulary.responses import Status

SOURCES = "sources"
CLAIM = "claim"
RUNG = "rung"
NARROW = 78
"""Columns below which tables of seven columns would break words."""

_STANCES = {
    Stance.ASSERTS: "bold",
    Stance.SUSPECTS: "",
    Stance.DENIES: "bold",
    Stance.DOUBTS: "",
    Stance.CLAIMS_RESPONSIBILITY: "bold",
    Stance.DECLINES_TO_ATTRIBUTE: "dim",
}
_STATUSES = {
    Status.DONE: "bold",
    Status.ANNOUNCED: "",
    Status.THREATENED: "italic",
    Status.CONSIDERED: "italic dim",
    Status.RULED_OUT: "dim",
}


def open_table(*headings: str) -> Table:
    """A table without walls; the claim's column is never broken, so that it can be copied."""
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", expand=True, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    for heading in headings:
        if heading == CLAIM:
            table.add_column(heading, style="cyan", no_wrap=True, min_width=words.SHORT + len(" +9"))
        elif heading in {SOURCES, RUNG}:
            table.add_column(heading, no_wrap=True, style="dim", justify="right")
        else:
            table.add_column(heading, overflow="fold")
    return table


def ground(on: Stands) -> tuple[str, str]:
    """How many independent sources a row stands on, and the first of its claims with how many more there are."""
    more = f" +{len(on.claims) - 1}" if len(on.claims) > 1 else ""
    return f"{on.sources:,}", words.short(on.claims[0]) + more


@dataclass(frozen=True, slots=True)
class Rows:
    """A table before it has a width. `shares` divide the room between the columns; those with 0 are as wide as they need."""

    headings: tuple[str, ...]
    shares: tuple[int, ...]
    cells: tuple[tuple[str | Text, ...], ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """A table where there is room for one, else an item of running text for each row."""
        yield self._table() if options.max_width >= NARROW else self._items()

    def _table(self) -> Table:
        table = open_table(*self.headings)
        for column, share in zip(table.columns, self.shares, strict=True):
            column.ratio, column.no_wrap = share or None, not share
        for row in self.cells:
            table.add_row(*row)
        return table

    def _items(self) -> Table:
        table = Table.grid(padding=(0, 1))
        for row in self.cells:
            parts = [_named(heading, cell) for heading, cell in zip(self.headings, row, strict=True)]
            running = Text(" · ").join(part for part in parts if part.plain not in {"", "–"})
            table.add_row("•", Text(" · ").join(running.split("\n")))
        return table


def _named(heading: str, cell: str | Text) -> Text:
    """A cell that is read without its heading."""
    if heading == SOURCES:
        return Text(f"{cell} {'source' if str(cell) == '1' else 'sources'}", "dim")
    if heading == RUNG:
        return Text(f"rung {cell}" if cell != "–" else "")
    return cell if isinstance(cell, Text) else Text(cell)


_LEDGER = ("who says it", "of whom", "how", "in their words", "said on", SOURCES, CLAIM)
_LEDGER_SHARES = (6, 5, 5, 6, 0, 0, 0)
"""One layout for attributions and denials: a denial stands as large as what it denies."""


def attributions(rows: Sequence[AttributionRow]) -> Rows:
    """A line for each asserter's stance on each accused."""
    return Rows(_LEDGER, _LEDGER_SHARES, tuple(map(_attribution, rows)))


def _attribution(row: AttributionRow) -> tuple[str | Text, ...]:
    who = Text(words.party(row.asserter), "bold")
    if row.relayed_by:
        who.append(f"\nthrough {words.party(row.relayed_by)}", "not bold dim")
    how = Text(words.spaced(row.stance), _STANCES[row.stance])
    how.append(f"\n{words.spaced(row.basis)}", "not bold dim")
    return (
        who,
        "nobody" if row.stance is Stance.DECLINES_TO_ATTRIBUTE else words.party(row.accused),
        how,
        "\n".join(words.sureness(row.likelihood, row.confidence)) or "–",
        words.day(row.said_on) or "–",
        *ground(row.on),
    )


def denials(rows: Sequence[DenialRow]) -> Rows:
    """A line for each denial, on the columns of the attributions."""
    return Rows(_LEDGER, _LEDGER_SHARES, tuple(map(_denial, rows)))


def _denial(row: DenialRow) -> tuple[str | Text, ...]:
    return (
        Text(words.party(row.party), "bold"),
        "itself",
        Text(Stance.DENIES.value, _STANCES[Stance.DENIES]),
        words.quoted(row.words) if row.words else "–",
        words.day(row.said_on) or "–",
        *ground(row.on),
    )


_RESPONSES = (RUNG, "act", "who", "against", "how far", SOURCES, CLAIM)
_RESPONSE_SHARES = (0, 6, 6, 4, 7, 0, 0)


def responses(rows: Sequence[ResponseRow]) -> Rows:
    """A line for each answer in the order of the ladder; acts that are not on it, such as domestic ones, come last."""
    return Rows(_RESPONSES, _RESPONSE_SHARES, tuple(map(_response, sorted(rows, key=_place))))


def _response(row: ResponseRow) -> tuple[str | Text, ...]:
    far = Text(words.spaced(row.status), _STATUSES[row.status])
    if row.date:
        far.append(f" {row.date}", "not bold")
    if row.terms:
        far.append(f"\n{words.quoted(row.terms)}", "not bold dim")
    return (
        str(row.rung) if row.rung else "–",
        Text(words.spaced(row.act), "bold" if row.status is Status.DONE else ""),
        words.party(row.by),
        words.party(row.against) or "–",
        far,
        *ground(row.on),
    )


def _place(row: ResponseRow) -> tuple[bool, int, str, str, str]:
    return row.rung == 0, row.rung, row.act.value, words.day(row.date), row.by.name
