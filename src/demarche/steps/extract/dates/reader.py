"""Dates in a sentence, each as exact as its words, the relative ones read against the dateline.

The dateline itself is never a date of an event: a date without any words of its own is no date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import cached_property

from demarche.errors import UsageError
from demarche.model.atoms import PartialDate
from demarche.steps.extract.dates import relativedates
from demarche.steps.extract.dates.datehits import DateForm, DateHit, joined
from demarche.steps.extract.dates.datewords import FUTURE, LEAD, NUMBERS, YEAR, YEAR_LEAD, worth_trying
from demarche.steps.extract.dates.relativedates import Count

__all__ = ["DateForm", "DateHit", "DateReader"]

_Found = tuple[PartialDate, DateForm, PartialDate | None]

_FROM_ANOTHER = frozenset({"after", "into", "before", "earlier"})
_ANY_YEAR = re.compile(rf"\b{YEAR}\b")
_MONTH_AND_YEAR = re.compile(rf"\b(?:{'|'.join(NUMBERS)})[a-z]*\.?,? (?:\d{{1,2}},? )?({YEAR})\b", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:has|have|been)\b")
_APPOSED = frozenset({", ", " - ", " – ", " — ", " ("})
_ENDS = re.compile(r"[,.;)]|$| (?:in|when|by|and)\b")


def _month(words: str) -> int:
    return NUMBERS.get(words[:3].lower()) or int(words)


def _number(words: str) -> int:
    digits = re.match(r"\d+", words)
    return int(digits.group()) if digits else 0


def _year_of(texts: Sequence[str]) -> int | None:
    """The year of a report without a dateline: its latest, where a month stands with it. "NATO, which it joined in 2004"
    dates nothing else."""
    whole = "\n".join(texts)
    latest = max(_ANY_YEAR.findall(whole), default=None)
    dated = latest is not None and latest in _MONTH_AND_YEAR.findall(whole)
    return int(latest) if latest is not None and dated else None


class DateReader:
    """Reads dates in one report. `published` is its dateline, as exact as known, or None."""

    def __init__(self, published: PartialDate | None, texts: Sequence[str] = ()) -> None:
        self._published = published
        self._today = published.first if published and published.day else None
        self._texts = texts
        self._told_year: int | None = None

    @cached_property
    def _only_year(self) -> int | None:
        return _year_of(self._texts)

    def find(self, text: str) -> list[DateHit]:
        """The dates of a sentence in order, none overlapping; a range is its first date with `until`."""
        taken: list[tuple[int, int]] = []
        hits: list[DateHit] = []
        distances: list[re.Match[str]] = []
        for pattern, places in worth_trying(text):
            for match in pattern.matches(text, places):
                if any(match.start() < end and start < match.end() for start, end in taken):
                    continue
                if match.lastgroup == "t" and match["t"] in _FROM_ANOTHER:
                    distances.append(match)
                    continue
                hit = self._read(text, match)
                if hit is not None:
                    hits.append(hit)
                    taken.append(match.span())
        hits += [hit for match in distances if (hit := self._from_another(text, match, hits)) is not None]
        written = [hit.date.year for hit in hits if hit.form is DateForm.WRITTEN]
        self._told_year = written[-1] if written else self._told_year
        return joined(text, sorted(hits, key=lambda hit: hit.start))

    def _read(self, text: str, match: re.Match[str]) -> DateHit | None:
        try:
            groups = match.groupdict()
            found = self._resolve(text, match, groups)
        except UsageError:
            return None
        if found is None:
            return None
        when, form, until = found
        said = [match.start(name) for name in ("m", "d", "q", "w", "y") if groups.get(name) is not None]
        start = min(said, default=match.start())
        lead = LEAD.search(text[max(0, start - 40) : start])
        return DateHit(
            start, match.end(), text[start : match.end()], when, form, lead.group("lead").lower() if lead else "", until
        )

    def _resolve(self, text: str, match: re.Match[str], groups: dict[str, str | None]) -> _Found | None:
        published = self._published
        if groups.get("m") is not None:
            return self._by_month(text, match, groups)
        if groups.get("h") is not None:
            return self._feast(groups)
        if groups.get("y") is not None:
            if not YEAR_LEAD.search(text[max(0, match.start() - 12) : match.start()]):
                return None
            return PartialDate(int(groups["y"] or "")), DateForm.WRITTEN, None
        if published is None:
            return None
        if groups.get("w") is not None:
            return self._weekday(text, match)
        return self._relative(text, match, published)

    def _by_month(self, text: str, match: re.Match[str], groups: dict[str, str | None]) -> _Found | None:
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

    def _weekday(self, text: str, match: re.Match[str]) -> _Found | None:
        if self._today is None:
            return None
        day = relativedates.weekday(self._today, match.group().lower(), match.group("w"), text[: match.start()])
        return PartialDate.of(day), DateForm.WEEKDAY, None

    def _relative(self, text: str, match: re.Match[str], published: PartialDate) -> _Found | None:
        groups = match.groupdict()
        if groups.get("r"):
            when, form = relativedates.near(published, groups["r"].lower()), DateForm.RELATIVE
        elif groups.get("n"):
            when, form = _counted(text, match).before(published), DateForm.RELATIVE
        elif not groups.get("n2"):
            when, form = relativedates.stretch(published, groups["f"] or groups["f1"] or ""), DateForm.SPAN
        elif _PERFECT.search(text):
            when, form = Count(relativedates.count(groups["n2"]), groups["u2"]).before(published), DateForm.SPAN
        else:
            return None
        return (when, form, None) if when else None

    def _feast(self, groups: dict[str, str | None]) -> _Found | None:
        words = (groups["h"] or "").lower().replace("’", "'")
        if groups.get("y"):
            when = relativedates.holiday(int(groups["y"] or ""), words)
            return (when, DateForm.WRITTEN, None) if when else None
        if self._published is None:
            return None
        when = relativedates.holiday(self._published.year, words)
        if when is None or when.first > self._published.last:
            when = relativedates.holiday(self._published.year - 1, words)
        return (when, DateForm.DATELINE, None) if when else None

    def _from_another(self, text: str, match: re.Match[str], hits: list[DateHit]) -> DateHit | None:
        """A day counted from another of the sentence, or from the dateline: "four days after it struck, he said on Sunday"."""
        count, said = _counted(text, match), match.group("t")
        days = [hit for hit in hits if hit.end <= match.start() and hit.date.day]
        beside = days[-1].date if days and text[days[-1].end : match.start()] in _APPOSED else None
        if said in {"before", "earlier"}:
            when = _before(text, match, count, days, beside)
        else:
            named = next((hit.date for hit in hits if hit.form is DateForm.WEEKDAY), self._published)
            start = beside or named if count.unit in {"day", "week"} else self._published
            when = count.before(start) if start else None
        return DateHit(match.start(), match.end(), match.group(), when, DateForm.SPAN, said) if when else None


def _counted(text: str, match: re.Match[str]) -> Count:
    number, unit = relativedates.count(match.group("n")), match.group("u")
    return Count(number, unit, bool(match.group("half")), relativedates.about(text[max(0, match.start() - 12) : match.start()]))


def _before(
    text: str, match: re.Match[str], count: Count, days: list[DateHit], beside: PartialDate | None
) -> PartialDate | None:
    """The day after "May 23, the day before it struck"; else so long before the last day that was named."""
    if not days:
        return None
    if beside:
        eve = count == Count(1, "day") and match.group("t") == "before"
        return PartialDate.of(beside.first + timedelta(days=1)) if eve else None
    ends = match.group("n").lower() == "the" or _ENDS.match(text[match.end() :])
    return count.before(days[-1].date) if ends else None
