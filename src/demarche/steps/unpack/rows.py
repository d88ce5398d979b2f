"""Rows of a table as reports, wherever the table came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from demarche.errors import RejectedInput
from demarche.model.atoms import Marking
from demarche.steps.unpack.columns import placed
from demarche.steps.unpack.marks import tlp
from demarche.steps.unpack.opening import Found, Opening
from demarche.steps.unpack.words import HTML, TEXT, address, day, is_markup, language, line, page, plain

COLUMN_LIMIT = 200
"""Columns of a table that are looked at."""

Cell = str | int | float | bool | date | datetime | None
Row = tuple[int, Sequence[Cell]]
"""A row's number as a spreadsheet shows it, from 1, and its cells."""


def reports(opening: Opening, rows: Iterable[Row], sheet: str = "") -> Iterator[Found]:
    """A report for each row below the headings. Raises RejectedInput where no column holds text."""
    places: Mapping[str, int] | None = None
    before = f"{sheet}/" if sheet else ""
    for number, cells in rows:
        if not any(_written(cell) for cell in cells):
            continue
        if places is None:
            places = placed([_written(cell) for cell in cells[:COLUMN_LIMIT]], opening.capture.columns)
            continue
        held = {what: cells[place] for what, place in places.items() if place < len(cells)}
        yield _report(opening, f"{before}row {number}", held)


def _report(opening: Opening, place: str, held: Mapping[str, Cell]) -> Found:
    title, text = line(_written(held.get("title"))), _written(held.get("text"))
    if not text and not title:
        return opening.refused(place, "the row has neither a text nor a title")
    notes = [] if text else [f"only a title in the row{_elsewhere(held)}"]
    written = held.get("date")
    published = day(written)
    if _written(written) and not published:
        notes.append(f"its date {_written(written)[:40]!r} was not understood; write it as 2022-09-08")
    marked = _written(held.get("marking"))
    markup = is_markup(text)
    try:
        return opening.member(
            place,
            page(title, text) if markup else plain(title, text),
            media_type=HTML if markup else TEXT,
            title=title,
            publisher=line(_written(held.get("publisher"))),
            published=published,
            url=address(_written(held.get("url"))),
            author=line(_written(held.get("author"))),
            language=language(_written(held.get("language"))),
            marking=tlp(marked) if marked else Marking.CLEAR,
            note="; ".join(notes) or None,
        )
    except RejectedInput as error:
        return opening.refused(place, str(error))


def _elsewhere(held: Mapping[str, Cell]) -> str:
    url = address(_written(held.get("url")))
    return f"; read its address {url}" if url else ""


def _written(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    return "" if cell is None else str(cell).strip()
