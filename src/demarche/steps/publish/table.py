"""The record as one table, a row for each claim, for spreadsheets and statistics."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, get_args, get_type_hints

from demarche.model.claim import VALUE_CLASSES, Claim, PartyName
from demarche.model.record import Record
from demarche.model.source import SourceFacts
from demarche.steps.publish.objects import memberships, ordered

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet take a cell for a formula, the full-width forms that some of them accept included."""


def escaped(cell: str) -> str:
    """The cell so that no spreadsheet runs it: an apostrophe before whatever a formula could begin with."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def table(record: Record, claims: Sequence[Claim], sources: Mapping[str, SourceFacts]) -> Iterator[bytes]:
    """Comma-separated values after RFC 4180 in UTF-8: a header, then a row for each claim."""
    found = ordered(claims)
    incidents = memberships(record, found)
    yield _line(header())
    for claim in found:
        cells = _cells(claim, incidents.get(claim.id), sources[claim.passage.document])
        yield _line([escaped(_text(cells.get(column))) for column in header()])


@cache
def header() -> tuple[str, ...]:
    """The columns, the same for every record: those of all kinds of value stand side by side, empty where they do not apply."""
    return (*_LEADING, *_value_columns(), *_TRAILING)


_LEADING = (
    *("claim", "incident", "event", "predicate", "asserter", "asserter_kind", "asserter_country"),
    *("relayed_by", "relayed_by_kind", "relayed_by_country", "stance"),
    *("likelihood_words", "likelihood_scale", "likelihood_low", "likelihood_high"),
    *("confidence_words", "confidence_scale", "confidence_level", "said_on"),
)
_TRAILING = (
    *("quote", "start", "end", "document", "title", "publisher", "published", "url", "marking"),
    *("reader", "reader_version", "score"),
)


def _value_columns() -> tuple[str, ...]:
    columns: dict[str, None] = {}
    for kind in VALUE_CLASSES.values():
        hints = get_type_hints(kind)
        for field in fields(kind):
            name = f"value_{field.name}"
            party = PartyName in (hints[field.name], *get_args(hints[field.name]))
            columns |= dict.fromkeys((name, f"{name}_kind", f"{name}_country") if party else (name,))
    return tuple(columns)


def _cells(claim: Claim, incident: str | None, source: SourceFacts) -> dict[str, Any]:
    origin = source.origin
    cells: dict[str, Any] = {
        "claim": claim.id,
        "incident": incident,
        "event": claim.event,
        "predicate": claim.predicate,
        "stance": claim.stance,
        "said_on": claim.said_on,
        "quote": claim.passage.quote,
        "start": claim.passage.start,
        "end": claim.passage.end,
        "document": source.id,
        "title": origin.title,
        "publisher": origin.publisher,
        "published": origin.published,
        "url": origin.url,
        "marking": source.marking,
        "reader": claim.reader,
        "reader_version": claim.reader_version,
        "score": claim.score,
    }
    cells |= _party("asserter", claim.asserter)
    cells |= _party("relayed_by", claim.relayed_by)
    for name, words in (("likelihood", claim.likelihood), ("confidence", claim.confidence)):
        if words:
            cells |= {f"{name}_{field.name}": getattr(words, field.name) for field in fields(words)}
    for field in fields(claim.value):
        value = getattr(claim.value, field.name)
        column = f"value_{field.name}"
        cells |= _party(column, value) if isinstance(value, PartyName) else {column: value}
    return cells


def _party(column: str, party: PartyName | None) -> dict[str, str | None]:
    return {column: party.name, f"{column}_kind": party.kind, f"{column}_country": party.country} if party else {}


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return ";".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _line(cells: Sequence[str]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().encode()
