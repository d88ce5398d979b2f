"""Lists: one line for each incident or claim, cut to the terminal's width and whole in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from demarche.doors.cli import words
from demarche.doors.cli.output import console, one_line
from demarche.model.atoms import plain
from demarche.model.claim import Claim
from demarche.model.record import Incident, Party
from demarche.model.vocabulary.attribution import Stance

_SAMPLE = 500
"""Lines that the widths are taken from; later ones are printed as they come, so that a list may have any length."""

_GAP = "  "
_NONE = "–"
_WIDE = 120
"""Columns of a terminal from which incidents take one line each."""
_LEAST = 9
"""Cells below which no column is narrowed."""

_ACCUSING = frozenset((Stance.ASSERTS, Stance.SUSPECTS, Stance.CLAIMS_RESPONSIBILITY))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: its heading, its style, the most cells it may take, and whether it is never cut, to be copied."""

    heading: str
    style: str
    most: int
    kept: bool = False


def _fitted(cell: str, width: int) -> str:
    """The cell in exactly `width` cells, what does not fit cut off visibly."""
    length = cell_len(cell)
    if length <= width:
        return cell + " " * (width - length)
    kept = set_cell_size(cell, width - 1)
    return kept + "…"


def _print_lines(columns: tuple[Column, ...], rows: Iterable[tuple[str, ...]]) -> int:
    """Print rows under headings; their number. In a pipe nothing is cut off."""
    waiting = iter(rows)
    sample = list(islice(waiting, _SAMPLE))
    if not sample:
        return 0
    out, whole = console(), not sys.stdout.isatty()
    headings = tuple(column.heading for column in columns)
    longest = [max(map(cell_len, cells)) for cells in zip(headings, *sample, strict=True)]
    widths = [min(column.most, length) for column, length in zip(columns, longest, strict=True)]
    if not whole:
        _narrow(widths, [column.kept for column in columns], out.width - len(_GAP) * (len(widths) - 1))
    number = 0
    _print_line(out, headings, widths, ["bold"] * len(columns))
    for cells in chain(sample, waiting):
        number += 1
        _print_line(out, cells, widths, [column.style for column in columns])
    return number


def _narrow(widths: list[int], kept: list[bool], room: int) -> None:
    """Take from the widest columns until all fit, none below what still says something."""
    spare = [place for place, keep in enumerate(kept) if not keep]
    while sum(widths) > room:
        widest = max(spare, key=lambda place: widths[place])
        if widths[widest] <= _LEAST:
            return
        widths[widest] -= 1


def _print_line(out: Console, cells: tuple[str, ...], widths: list[int], styles: list[str]) -> None:
    whole = not out.is_terminal
    line = Text()
    for place, (cell, width, style) in enumerate(zip(cells, widths, styles, strict=True)):
        last = place == len(widths) - 1
        if whole and (last or cell_len(cell) > width):
            line.append(cell if last else cell + _GAP, style)
        else:
            line.append(_fitted(cell, width) + ("" if last else _GAP), style)
    line.rstrip()
    out.print(line, no_wrap=True, overflow="ignore" if whole else "ellipsis", soft_wrap=whole)


_INCIDENTS = (
    Column("incident", "bold cyan", 48, kept=True),
    Column("start", "", 10, kept=True),
    Column("standing", "", 34),
    Column("said to be by", "", 30),
    Column("hit", "", 24),
    Column("what", "", 36),
    Column("reports", "dim", 7, kept=True),
)


def list_incidents(incidents: Iterable[Incident]) -> None:
    """A line for each incident; a word to say when there is none."""
    out = console()
    if out.is_terminal and out.width < _WIDE:
        number = _print_entries(out, incidents)
    else:
        number = _print_lines(_INCIDENTS, map(_incident_cells, incidents))
    _total(number, "incident", "no incident fits; `demarche incidents` without filters lists them all")


def _print_entries(out: Console, incidents: Iterable[Incident]) -> int:
    """Two lines for each incident, with a space between: which, when and how far attributed; then what, and by whom."""
    number = 0
    for incident in incidents:
        number += 1
        name, start, standing, accused, *_ = _incident_cells(incident)
        out.print(Text.assemble((name, "bold cyan"), f"  {start}  ", (standing, "bold")), overflow="fold")
        by = f"said to be by {accused}" if accused != _NONE else "nobody is accused"
        reports = words.counted(len(incident.sources), "report")
        about = words.joined([one_line(incident.title), by, reports], " · ")
        out.print(Padding(Text(about, overflow="fold"), (0, 0, 1, 4), expand=False))
    return number


def _incident_cells(incident: Incident) -> tuple[str, ...]:
    accused = _names(row.accused for row in incident.attributions if row.stance in _ACCUSING)
    return (
        one_line(incident.id),
        words.day(incident.start) or "unknown",
        f"contested, {incident.standing}" if incident.contested else incident.standing.value,
        accused or _NONE,
        _hit(incident) or _NONE,
        ", ".join(sorted(row.type for row in incident.types)) or _NONE,
        str(len(incident.sources)),
    )


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(dict.fromkeys(one_line(party.name) for party in parties))


def _hit(incident: Incident) -> str:
    """Countries where they are known, else names."""
    countries = sorted({row.party.country for row in incident.victims if row.party.country})
    return ", ".join(countries) if countries else _names(row.party for row in incident.victims)


_CLAIMS = (
    Column("claim", "cyan", words.SHORT, kept=True),
    Column("about", "bold", 11, kept=True),
    Column("who says it", "", 24),
    Column("how", "", 9),
    Column("what", "", 120),
)


def list_claims(claims: Iterable[Claim]) -> None:
    """A line for each claim; a word to say when there is none."""
    number = _print_lines(_CLAIMS, map(_claim_cells, claims))
    _total(number, "claim", "no claim fits; `demarche claims` without filters lists them all")


def _claim_cells(claim: Claim) -> tuple[str, ...]:
    sure = words.sureness(claim.likelihood, claim.confidence)
    return (
        words.short(claim.id),
        claim.predicate.value,
        words.party(claim.asserter),
        claim.stance.value,
        words.joined([words.said(claim), *sure, words.day(claim.said_on)], " · "),
    )


def _total(number: int, noun: str, none: str) -> None:
    """Say how many there were, on a terminal only: a pipe gets lines and nothing else."""
    if number == 0:
        console(stderr=True).print(none, soft_wrap=True)
    elif sys.stdout.isatty():
        console().print(Text(words.counted(number, noun), "dim"))


def claim_objects(claims: Iterable[Claim]) -> Iterator[dict[str, Any]]:
    """Claims as plain objects that carry their identifiers."""
    for claim in claims:
        yield {"id": claim.id, "predicate": claim.predicate.value, **plain(claim)}
