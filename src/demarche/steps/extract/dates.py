"""Dates in a sentence, each as exact as its words, the relative ones read against the dateline.

The dateline itself is never a date of an event: a date without any words of its own is no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from demarche.errors import UsageError
from demarche.model.atoms import PartialDate
from demarche.steps.extract.datewords import (
    COUNTS,
    DAYS,
    FUTURE,
    JOINED,
    LEAD,
    NUMBERS,
    PATTERNS,
    YEAR,
    YEAR_LEAD,
    worth_trying,
)


class DateForm(StrEnum):
    """How a date was said, which tells how far it may be trusted."""

    WRITTEN = "written"  # its year stands in the words
    DATELINE = "dateline"  # day or month in words, the year by the dateline
    WEEKDAY = "weekday"
    RELATIVE = "relative"  # yesterday, last month, two weeks ago


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date at its place in a sentence. `until` ends a range that begins with it; `lead` is the preposition before it."""

    start: int
    end: int
    words: str
    date: PartialDate
    form: DateForm
    lead: str = ""
    until: PartialDate | None = None


def _month(words: str) -> int:
    return NUMBERS.get(words[:3].lower()) or int(words)


def _number(words: str) -> int:
    digits = re.match(r"\d+", words)
    return int(digits.group()) if digits else 0


class DateReader:
    """Reads dates in one report. `published` is its dateline, as exact as known, or None."""

    def __init__(self, published: PartialDate | None, texts: Iterable[str] = ()) -> None:
        self._published = published
        self._today = published.first if published and published.day else None
        years = {int(found) for text in texts for found in re.findall(rf"\b{YEAR}\b", text)} if published is None else set()
        self._only_year = years.pop() if len(years) == 1 else None
        self._told_year: int | None = None

    def find(self, text: str) -> list[DateHit]:
        """The dates of a sentence in order, none overlapping; a range is its first date with `until`."""
        taken: list[tuple[int, int]] = []
        hits: list[DateHit] = []
        for number in worth_trying(text):
            for match in PATTERNS[number].finditer(text):
                if any(match.start() < end and start < match.end() for start, end in taken):
                    continue
                hit = self._read(text, match)
                if hit is not None:
                    hits.append(hit)
                    taken.append(match.span())
        written = [hit.date.year for hit in hits if hit.form is DateForm.WRITTEN]
        self._told_year = written[-1] if written else self._told_year
        hits.sort(key=lambda hit: hit.start)
        return list(_ranges(text, _without_names_of_days(hits)))

    def _read(self, text: str, match: re.Match[str]) -> DateHit | None:
        groups = match.groupdict()
        try:
            found = self._resolve(text, match, groups)
        except UsageError:
            return None
        if found is None:
            return None
        when, form, until = found
        start = match.start()
        for name in ("m", "d", "q", "w", "y"):
            if groups.get(name) is not None:
                start = min(match.start(other) for other in ("m", "d", "q", "w", "y") if groups.get(other) is not None)
                break
        lead = LEAD.search(text[max(0, start - 40) : start])
        return DateHit(
            start, match.end(), text[start : match.end()], when, form, lead.group("lead").lower() if lead else "", until
        )

    def _resolve(
        self, text: str, match: re.Match[str], groups: dict[str, str | None]
    ) -> tuple[PartialDate, DateForm, PartialDate | None] | None:
        month, year, other = groups.get("m"), groups.get("y"), groups.get("o")
        if month is not None:
            return self._by_month(text, match, groups)
        if year is not None and other is None:
            if not YEAR_LEAD.search(text[max(0, match.start() - 12) : match.start()]):
                return None
            return PartialDate(int(year)), DateForm.WRITTEN, None
        if groups.get("w") is not None:
            day = self._weekday(text, match)
            return (PartialDate.of(day), DateForm.WEEKDAY, None) if day else None
        if self._published is None:
            return None
        ago = groups.get("r") is None
        when = (
            self._ago(groups["n"] or "", groups["u"] or "", match.group())
            if ago
            else self._relative((groups["r"] or "").lower())
        )
        return (when, DateForm.RELATIVE, None) if when else None

    def _by_month(
        self, text: str, match: re.Match[str], groups: dict[str, str | None]
    ) -> tuple[PartialDate, DateForm, PartialDate | None] | None:
        month = _month(groups["m"] or "")
        day = _number(groups["d"] or "") if groups.get("d") else None
        end = _number(groups["e"] or "") if groups.get("e") else None
        form = DateForm.WRITTEN
        if groups.get("y"):
            year: int | None = int(groups["y"] or "")
        else:
            form = DateForm.DATELINE
            year = self._year_of(text, match, month, day, (groups.get("o") or groups.get("q") or "").lower())
        if year is None:
            return None
        until = PartialDate(year, month, end) if end else None
        return PartialDate(year, month, day), form, until

    def _year_of(self, text: str, match: re.Match[str], month: int, day: int | None, said: str) -> int | None:
        """The year of a day or month without one: the latest that is not after the dateline."""
        published = self._published
        if "that year" in said or "same year" in said:
            before = re.findall(rf"\b{YEAR}\b", text[: match.start()])
            return int(before[-1]) if before else self._told_year
        if published is None:
            return self._only_year
        if "last year" in said or "before" in said or "previous" in said:
            return published.year - 1
        if "this year" in said:
            return published.year
        if published.month is None:
            return None
        known = published.day or 31
        later = (month, day or 0) > (published.month, known)
        near = timedelta(days=75)
        if later and FUTURE.search(text[max(0, match.start() - 40) : match.start()]):
            soon = PartialDate(published.year, month, day).first - published.first <= near
            return published.year if soon else published.year - 1
        return published.year - 1 if later else published.year

    def _weekday(self, text: str, match: re.Match[str]) -> date | None:
        """The last such day up to the dateline; the next one after words of the future."""
        if self._today is None:
            return None
        number = DAYS.index(match.group("w").lower())
        back = (self._today.weekday() - number) % 7
        words = match.group().lower()
        if words.startswith("next ") or re.search(
            r"\b(?:will|would|due|set to|is to|are to|expected)\b[^,;]{0,40}$|\bby $", text[: match.start()]
        ):
            return self._today + timedelta(days=(7 - back) if back else 7)
        return self._today - timedelta(days=back or (7 if words.startswith("last ") else 0))

    def _relative(self, words: str) -> PartialDate | None:
        published = self._published
        if published is None or words.startswith("next"):
            return None
        this = words.startswith("this")
        if words.endswith("year"):
            return PartialDate(published.year - (not this))
        if words.endswith("month"):
            return _back_months(published, 0 if this else 1)
        if words.endswith(("spring", "summer", "autumn", "fall", "winter")):
            return PartialDate(published.year) if this else None
        return self._near_day(words, this)

    def _near_day(self, words: str, this: bool) -> PartialDate | None:
        today = self._today
        if today is None or words == "overnight":
            return None
        if words in {"today", "tonight"}:
            return PartialDate.of(today)
        if words in {"yesterday", "last night"}:
            return PartialDate.of(today - timedelta(days=1))
        return _same_month(today - timedelta(days=0 if this else 7), today)

    def _ago(self, count: str, unit: str, words: str) -> PartialDate | None:
        published, today = self._published, self._today
        number = COUNTS.get(count.lower()) or _number(count)
        if published is None or not words.endswith("ago") or not number:
            return None
        if unit == "year":
            return PartialDate(published.year - number)
        if unit == "month":
            return _back_months(published, number)
        if today is None:
            return None
        if unit == "day":
            return PartialDate.of(today - timedelta(days=number))
        return _same_month(today - timedelta(weeks=number), today)


def _back_months(published: PartialDate, count: int) -> PartialDate | None:
    if published.month is None:
        return None
    months = published.year * 12 + published.month - 1 - count
    return PartialDate(months // 12, months % 12 + 1)


def _same_month(there: date, today: date) -> PartialDate | None:
    """The month of a week, when the whole week surely lies in it."""
    monday = there - timedelta(days=there.weekday())
    last = min(monday + timedelta(days=6), today)
    return PartialDate(monday.year, monday.month) if monday.month == last.month else None


def _without_names_of_days(hits: list[DateHit]) -> list[DateHit]:
    """The name of a day beside its date is no second date: "Friday, February 5"."""
    return [
        hit
        for hit, following in zip(hits, [*hits[1:], None], strict=False)
        if not (hit.form is DateForm.WEEKDAY and following and following.date.day and 0 <= following.start - hit.end <= 2)
    ]


def _ranges(text: str, hits: list[DateHit]) -> Iterator[DateHit]:
    """Two dates joined as a range become the first with `until` the second."""
    index = 0
    while index < len(hits):
        hit = hits[index]
        following = hits[index + 1] if index + 1 < len(hits) else None
        between = following and text[hit.end : following.start]
        if following and hit.lead in {"from", "between"} and hit.until is None and JOINED.fullmatch(between or ""):
            whole = text[hit.start : following.end]
            hit = replace(hit, end=following.end, words=whole, until=following.date, date=_borrowed(hit, following))
            index += 1
        yield hit
        index += 1


def _borrowed(hit: DateHit, following: DateHit) -> PartialDate:
    """The first date of a range takes the year of the second: "between May and 3 July 2021"."""
    if hit.form is DateForm.DATELINE and following.form is DateForm.WRITTEN:
        first = PartialDate(following.date.year, hit.date.month, hit.date.day)
        return (
            first if first.first <= following.date.last else PartialDate(following.date.year - 1, hit.date.month, hit.date.day)
        )
    return hit.date
