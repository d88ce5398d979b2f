"""Dates as pages write them: `September 8, 2022`, `7 September 2022`, `2022-09-07`, `Sept 7`, `07.09.2022`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from demarche.errors import UsageError
from demarche.model.atoms import PartialDate

_NAMES = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names}
_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})(?!\d)"
_SHAPES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>(?:19|20)\d{2})-(?P<number>\d{2})-(?P<day>\d{2})(?!\d)",
        rf"(?<![\d.,]){_DAY}\.?[\s-]+(?:of\s+|de\s+)?{_MONTH},?[\s-]*{_YEAR}",
        rf"\b{_MONTH}\s*{_DAY}\s*,?\s+{_YEAR}",
        rf"(?<![\d.])(?P<day>\d{{1,2}})\.(?P<number>\d{{1,2}})\.{_YEAR}",
        rf"(?<!\d)(?P<left>\d{{1,2}})/(?P<right>\d{{1,2}})/{_YEAR}",
        rf"(?<![\d.,]){_DAY}\.?\s+(?:of\s+)?{_MONTH}(?!\s*\d)",
        rf"\b{_MONTH}\s*{_DAY}(?![\d:])",
        rf"\b{_MONTH},?\s+{_YEAR}",
    )
)
_QUICK = re.compile(r"\d")
_IN_URL = (
    re.compile(r"[/_-](?P<year>20\d{2})[/_-](?P<month>\d{1,2}|[a-z]{3})[/_-](?P<day>\d{1,2})(?=\D|$)", re.IGNORECASE),
    re.compile(r"[/_-](?P<year>20\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)(?=\D|$)"),
    re.compile(r"/(?P<year>20\d{2})/(?P<month>\d{2}|[a-z]{3})/", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands. Without a year `date` is None, and `month` and `day` say what is known."""

    start: int
    end: int
    date: PartialDate | None
    month: int = 0
    day: int = 0

    def in_year(self, year: int) -> PartialDate | None:
        """The full date, had it been said in that year; None when no calendar has it."""
        return self.date or _date(year, self.month, self.day)


def _date(year: int, month: int, day: int | None) -> PartialDate | None:
    try:
        return PartialDate(year, month, day)
    except UsageError:
        return None


def _month_and_day(parts: dict[str, str]) -> tuple[int, int | None] | None:
    """The two numbers of a numeric date when only one order is possible, else what names and digits say."""
    if "left" in parts:
        left, right = int(parts["left"]), int(parts["right"])
        if left > 12 or left == right:
            return right, left
        return (left, right) if right > 12 else None
    month = int(parts["number"]) if "number" in parts else MONTHS[parts["month"].lower()]
    return month, int(parts["day"]) if "day" in parts else None


def _read(found: re.Match[str]) -> FoundDate | None:
    parts = {name: value for name, value in found.groupdict().items() if value}
    numbers = _month_and_day(parts)
    if numbers is None:
        return None
    month, day = numbers
    if "year" not in parts:
        known = _date(2000, month, day)
        return FoundDate(found.start(), found.end(), None, month, day or 0) if known else None
    date = _date(int(parts["year"]), month, day)
    return FoundDate(found.start(), found.end(), date) if date else None


def find_dates(text: str) -> list[FoundDate]:
    """All dates of a short text in their order; where two readings overlap the more exact one counts, also when no calendar has
    it: `31 February 2022` is no February 2022.
    """
    if not _QUICK.search(text):
        return []
    taken: list[tuple[int, int]] = []
    kept: list[FoundDate] = []
    for shape in _SHAPES:
        for found in shape.finditer(text):
            start, end = found.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            taken.append((start, end))
            if read := _read(found):
                kept.append(read)
    return sorted(kept, key=lambda found: found.start)


def date_in_url(url: str | None) -> PartialDate | None:
    """The date that the path of an address spells, such as `/2022/09/08/` or `/2022/sep/08/`."""
    for shape in _IN_URL:
        found = shape.search(url or "")
        if not found:
            continue
        word = found["month"].lower()
        month = MONTHS.get(word) or (int(word) if word.isdigit() else 0)
        day = found.groupdict().get("day")
        date = _date(int(found["year"]), month, int(day) if day else None)
        if date:
            return date
    return None
