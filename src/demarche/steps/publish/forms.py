"""The forms that a record is published in. A new one is a member of `Format` and a writer in `FORMS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

import orjson

from demarche.model.claim import Claim
from demarche.model.record import Record
from demarche.model.source import SourceFacts
from demarche.steps.publish.objects import collections
from demarche.steps.publish.table import table

Writer = Callable[[Record, Sequence[Claim], Mapping[str, SourceFacts]], Iterator[bytes]]


class Format(StrEnum):
    """What a record can be published as."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def _json(record: Record, claims: Sequence[Claim], sources: Mapping[str, SourceFacts]) -> Iterator[bytes]:
    """One object of four arrays, one member a line, so that two exports can be compared line by line."""
    opening = b"{"
    for name, objects in collections(record, claims, sources).items():
        yield opening + orjson.dumps(name) + b":["
        separator = b"\n"
        for found in objects:
            yield separator + orjson.dumps(found)
            separator = b",\n"
        yield b"\n]"
        opening = b",\n"
    yield b"}\n"


_SINGULAR = {"incidents": "incident", "claims": "claim", "documents": "document", "parties": "party"}


def _jsonl(record: Record, claims: Sequence[Claim], sources: Mapping[str, SourceFacts]) -> Iterator[bytes]:
    """One object a line; `type` says which of the four it is."""
    for name, objects in collections(record, claims, sources).items():
        for found in objects:
            typed: dict[str, Any] = {"type": _SINGULAR[name], **found}
            yield orjson.dumps(typed, option=orjson.OPT_APPEND_NEWLINE)


FORMS: dict[Format, Writer] = {Format.JSON: _json, Format.JSONL: _jsonl, Format.CSV: table}
