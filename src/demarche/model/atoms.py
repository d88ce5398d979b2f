"""The smallest nouns: partial dates, passages, markings, and identifiers made from content."""

from __future__ import annotations

import hashlib
import json
import re
from calendar import isleap
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, timedelta
from enum import Enum, StrEnum
from json.encoder import encode_basestring
from math import isfinite
from operator import attrgetter
from typing import Any

from demarche.errors import IntegrityError, UsageError

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Days of the months of a year that is no leap year."""


def _days(year: int, month: int) -> int:
    """How many days a month has."""
    return _LENGTHS[month - 1] + (month == 2 and isleap(year))


class Marking(StrEnum):
    """Traffic Light Protocol 2.0 (FIRST, 2022); `rank` orders them, the strictest highest."""

    CLEAR = "clear"
    GREEN = "green"
    AMBER = "amber"
    AMBER_STRICT = "amber+strict"
    RED = "red"

    @property
    def rank(self) -> int:
        """0 for clear up to 4 for red."""
        return list(Marking).index(self)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as exact as its source: a year, a month or a day (EDTF level 0, ISO 8601-2). Raises UsageError when impossible."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no calendar has."""
        if not 1900 <= self.year <= 2200 or (self.day is not None and self.month is None):
            raise UsageError(f"no such date: {self.year}-{self.month}-{self.day}")
        if self.month is not None and not 1 <= self.month <= 12:
            raise UsageError(f"no such month: {self.year}-{self.month:02d}")
        if self.month and self.day is not None and not 1 <= self.day <= _days(self.year, self.month):
            raise UsageError(f"no such day: {self.year}-{self.month:02d}-{self.day:02d}")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2022`, `2022-07` or `2022-07-15`; UsageError for anything else."""
        found = _PARTIAL.fullmatch(text.strip())
        if not found:
            raise UsageError(f"not a date: {text!r}; write it as 2022, 2022-07 or 2022-07-15")
        year, month, day = found.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The full date of a calendar day."""
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        """ISO 8601 with reduced precision."""
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @property
    def first(self) -> date:
        """The earliest day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or _days(self.year, month))

    @property
    def precision(self) -> int:
        """1 for a year, 2 for a month, 3 for a day."""
        return 1 + (self.month is not None) + (self.day is not None)

    def agrees(self, other: PartialDate, slack_days: int = 0) -> bool:
        """Whether both may mean one day, give or take `slack_days`."""
        slack = timedelta(days=slack_days)
        return self.first - slack <= other.last and other.first - slack <= self.last

    def days_until(self, later: PartialDate) -> int | None:
        """Days from this to `later` when both are exact to the day, else None."""
        if self.day is None or later.day is None:
            return None
        return (later.first - self.first).days


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of a document: `text[start:end] == quote`. Only `Document.passage` cuts one from a text."""

    document: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        """A passage has words, and as many as its offsets say."""
        if self.start < 0 or self.end - self.start != len(self.quote) or not self.quote:
            raise IntegrityError(f"a passage at {self.start}-{self.end} cannot hold {self.quote[:40]!r}")


_FIELD_NAMES: dict[type, tuple[str, ...] | None] = {}


def _field_names(kind: type) -> tuple[str, ...] | None:
    """The fields of a dataclass; None for another type."""
    if kind not in _FIELD_NAMES:
        _FIELD_NAMES[kind] = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None
    return _FIELD_NAMES[kind]


def plain(value: Any) -> Any:
    """A dataclass, enum, date or container as plain JSON values; fields that are None are left out, so that adding an optional
    field later changes no identifier.
    """
    kind: type = type(value)
    if kind is str or value is None or kind is int:
        return value
    if kind is PartialDate:
        return str(value)
    names = _field_names(kind)
    if names is not None:
        return {name: plain(item) for name in names if (item := getattr(value, name)) is not None}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
_Write = Callable[[Any], str]


class _Writers(dict[type, _Write]):
    """How a value of a type is written as canonical JSON: made once for each type, since every claim is named by its JSON."""

    def __missing__(self, kind: type) -> _Write:
        names = sorted(_field_names(kind) or ())
        if issubclass(kind, Enum):
            self[kind] = {member: _CANONICAL.encode(member.value) for member in kind}.__getitem__
        elif len(names) > 1:
            self[kind] = self._of_fields(names)
        elif issubclass(kind, list | tuple):
            self[kind] = lambda value: f"[{','.join([self[type(item)](item) for item in value])}]"
        elif issubclass(kind, dict):
            self[kind] = self._mapping
        else:
            self[kind] = lambda value: _CANONICAL.encode(plain(value))
        return self[kind]

    def _mapping(self, value: dict[Any, Any]) -> str:
        items = {str(key): item for key, item in value.items()}
        return f"{{{','.join([f'{encode_basestring(key)}:{self[type(item)](item)}' for key, item in sorted(items.items())])}}}"

    def _of_fields(self, names: list[str]) -> _Write:
        keys, values = [f"{encode_basestring(name)}:" for name in names], attrgetter(*names)

        def write(value: Any) -> str:
            parts = []
            for key, item in zip(keys, values(value)):  # noqa: B905 - both made of the same names
                if item is not None:
                    parts.append(key + self[type(item)](item))
            return f"{{{','.join(parts)}}}"

        return write


def _number(value: float) -> str:
    return repr(value) if isfinite(value) else _CANONICAL.encode(value)


_WRITERS = _Writers({str: encode_basestring, int: repr, float: _number, PartialDate: lambda value: f'"{value}"'})


def canonical_json(value: Any) -> str:
    """JSON of `plain(value)` with sorted keys, no spaces and no escapes beyond the needed: equal values give equal text."""
    return _WRITERS[type(value)](value)


def content_id(prefix: str, value: Any) -> str:
    """An identifier that is the content: `prefix-` and 20 hexadecimal digits of SHA-256 over the canonical JSON."""
    return written_id(prefix, canonical_json(value))


def written_id(prefix: str, written: str) -> str:
    """`content_id` of a value whose canonical JSON is written already."""
    return f"{prefix}-{hashlib.sha256(written.encode()).hexdigest()[:20]}"
