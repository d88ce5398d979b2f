"""Days said by their distance from the dateline: yesterday, last summer, three weeks ago, over the Easter weekend.

What comes out is never more exact than the words: a week is a month when it lies in one, a season is its year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from demarche.model.atoms import PartialDate
from demarche.steps.extract.dates.datewords import COUNTS, DAYS, ORDINALS

_SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}
"""The last month of each, in the north, from where most reports come; winter lies in two years and is none."""
_LONGEST_SPAN = {"day": 31, "week": 12, "month": 24, "year": 30}
_AHEAD = re.compile(r"\b(?:will|would|due|set to|is to|are to|expected)\b[^,;]{0,40}$|\bby $")


def count(words: str) -> int:
    """A number in digits or words; 0 when it is none."""
    digits = re.match(r"\d+", words)
    return int(digits.group()) if digits else COUNTS.get(words.lower(), 0)


def weekday(today: date, words: str, name: str, before: str) -> date:
    """The last such day up to today; the next one after words of the future."""
    back = (today.weekday() - DAYS.index(name.lower())) % 7
    if words.startswith("next ") or _AHEAD.search(before):
        return today + timedelta(days=(7 - back) if back else 7)
    return today - timedelta(days=back or (7 if words.startswith("last ") else 0))


def near(published: PartialDate, words: str) -> PartialDate | None:
    """Yesterday, this week, last month, last summer and their like, in lower case."""
    this = words.startswith("this")
    if words.startswith("next"):
        return None
    if words.endswith("year"):
        return PartialDate(published.year - (not this))
    if words.endswith("month"):
        return months_back(published, 0 if this else 1)
    season = words.rsplit(" ", 1)[-1]
    if season in {*_SEASON_ENDS, "winter"}:
        return _season(published, season, this)
    return _near_day(published.first, words, this) if published.day else None


def _season(published: PartialDate, season: str, this: bool) -> PartialDate | None:
    if this:
        return PartialDate(published.year) if season != "winter" else None
    ends = _SEASON_ENDS.get(season)
    if ends is None or published.month is None:
        return None
    return PartialDate(published.year - (published.month <= ends))


def _near_day(today: date, words: str, this: bool) -> PartialDate | None:
    if words in {"today", "tonight"}:
        return PartialDate.of(today)
    if words in {"yesterday", "last night"}:
        return PartialDate.of(today - timedelta(days=1))
    if words.endswith("weekend"):
        saturday = today - timedelta(days=(today.weekday() - 5) % 7)
        return _within(saturday, min(saturday + timedelta(days=1), today))
    return None if words == "overnight" else same_month(today - timedelta(days=0 if this else 7), today)


@dataclass(frozen=True, slots=True)
class Count:
    """How long ago: so many units, and a half or not; `about` keeps "nearly" or "more than"."""

    number: int
    unit: str
    and_a_half: bool = False
    about: str = ""

    @property
    def _reach(self) -> tuple[int, int]:
        """The fewest and most days that so many weeks may be."""
        days = self.number * 7
        return {"less": (days - 6, days), "more": (days, days + 6)}.get(self.about, (days - 3, days + 3))

    def before(self, start: PartialDate) -> PartialDate | None:
        """So long before a day, as exact as the words; None where that is no one month."""
        if not self.number or self.number > _LONGEST_SPAN[self.unit] or (self.and_a_half and self.unit != "year"):
            return None
        if self.unit == "year":
            back = months_back(start, self.number * 12 + 6 * self.and_a_half)
            return PartialDate(back.year if back else start.year - self.number)
        if self.unit == "month":
            return None if self.about else months_back(start, self.number)
        if start.day is None:
            return None
        if self.unit == "day":
            return PartialDate.of(start.first - timedelta(days=self.number)) if not self.about else None
        fewest, most = self._reach
        return _within(start.first - timedelta(days=most), start.first - timedelta(days=fewest))


_ABOUT = (
    ("less", re.compile(r"\b(?:[Nn]early|[Aa]lmost|[Ll]ess than|[Nn]ot quite) $")),
    ("more", re.compile(r"\b(?:[Mm]ore than|[Oo]ver|[Aa]t least) $")),
)


def about(before: str) -> str:
    """What the words before a count make of it: "less", "more" or nothing."""
    return next((name for name, pattern in _ABOUT if pattern.search(before)), "")


def stretch(published: PartialDate, words: str) -> PartialDate | None:
    """The month in which something that has gone on "for a fourth day", "for days", "for most of the week" surely began."""
    if published.day is None:
        return None
    today = published.first
    ordinal = next((number for name, number in ORDINALS.items() if name in words), None)
    if ordinal is not None:
        return _within(today - timedelta(days=ordinal), today - timedelta(days=ordinal - 1))
    return _within(today - timedelta(days=7), today)


def months_back(published: PartialDate, number: int) -> PartialDate | None:
    """The month so many months before that of the dateline."""
    if published.month is None:
        return None
    months = published.year * 12 + published.month - 1 - number
    return PartialDate(months // 12, months % 12 + 1)


def same_month(there: date, today: date) -> PartialDate | None:
    """The month of a week, when the whole week surely lies in it."""
    monday = there - timedelta(days=there.weekday())
    return _within(monday, min(monday + timedelta(days=6), today))


def _within(first: date, last: date) -> PartialDate | None:
    return PartialDate(first.year, first.month) if (first.year, first.month) == (last.year, last.month) else None


def holiday(year: int, words: str) -> PartialDate | None:
    """A feast of a year, in lower case; a weekend as its month."""
    if words.startswith("christmas"):
        return PartialDate(year, 12, 24 if words.endswith("eve") else 25)
    if words.startswith("new year"):
        return PartialDate(year, 12, 31) if words.endswith("eve") else PartialDate(year, 1, 1)
    sunday = _easter(year)
    if words.endswith("weekend"):
        return _within(sunday - timedelta(days=2), sunday + timedelta(days=1))
    return PartialDate.of(sunday + timedelta(days={"good friday": -2, "easter monday": 1}.get(words, 0)))


def _easter(year: int) -> date:
    """Easter Sunday of the western churches, by the anonymous Gregorian computus."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    day = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * day) // 451
    month, left = divmod(moon + day - 7 * shift + 114, 31)
    return date(year, month, left + 1)
