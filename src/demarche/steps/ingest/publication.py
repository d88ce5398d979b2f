"""The day on which a report appeared, and how that is known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from demarche.model.atoms import PartialDate
from demarche.model.source import Block, Capture
from demarche.steps.ingest.dates import FoundDate, date_in_url, find_dates
from demarche.steps.ingest.heading import is_byline, is_date_line
from demarche.steps.ingest.page import Metadata
from demarche.steps.ingest.units import Unit

_DATELINE = re.compile(
    r"^(?P<place>[A-Z][\w.’']*(?:[ /,-]{1,2}(?:[A-Z][\w.’']*|"
    r"[a-z]{2}\.?)){0,6}),?\s*\(?(?P<date>[^()–—]{3,30}?)\)?\s*(?:\((?P<aside>[^)]{1,40})\)\s*)?"
    r"(?:[-–—]{1,2}|:|(?<=\b[12]\d{3})\.)\s"
)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_PLACE = re.compile(r"^[A-Z][\w.’']+(?:[ /-][A-Z][\w.’']+){0,3},")
_SAYS_SO = re.compile(
    r"^(?:first |originally )?(?:published|posted|released|issued|date|for (?:immediate )?release|press release|statement)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"(?:updated|modified|revised|last (?:edited|reviewed)|accessed|retrieved|archived)\b[^\d]{0,20}$", re.IGNORECASE
)
_NEAR = 6
_LOOK = 160

Known = tuple[PartialDate | None, str | None]


def publication(capture: Capture, metadata: Metadata, units: Sequence[Unit], blocks: Sequence[Block]) -> Known:
    """The day and one of given, header, metadata, byline, dateline, url; two times None when nothing says it.

    The day on which a file was made comes last, as metadata: templates and converters set it too.
    """
    if capture.published:
        return capture.published, "given"
    if metadata.published:
        return metadata.published, metadata.published_from
    in_url = date_in_url(capture.url or metadata.url)
    lines = _date_lines(units, blocks)
    for unit in lines:
        if day := _first(unit.text):
            return day, "dateline" if _PLACE.match(unit.text) else "byline"
    if day := _dateline(units, blocks, in_url):
        return day, "dateline"
    if in_url:
        return in_url, "url"
    return metadata.created, "metadata" if metadata.created else None


def _date_lines(units: Sequence[Unit], blocks: Sequence[Block]) -> list[Unit]:
    """The lines that give a day: those near the headline, then those that say `published` at either end of the article."""
    roles = [block.role for block in blocks]
    top = roles.index("headline") if "headline" in roles else 0
    text = [index for index, role in enumerate(roles) if role == "content" and units[index].strong]
    first, last = (text[0], text[-1]) if text else (len(units), 0)
    # a standfirst may be as long as a paragraph: the date line may stand below it
    reach = range(max(0, top - _NEAR), min(first + _NEAR, top + 2 * _NEAR) + 1)
    near = [index for index in reach if index < len(units) and roles[index] != "content" and _gives_day(units[index])]
    near.sort(key=lambda index: (abs(index - top), index))
    far = [index for index in range(last + 1, len(units)) if _SAYS_SO.match(units[index].text) and _gives_day(units[index])]
    return [units[index] for index in (*near, *far)]


def _gives_day(unit: Unit) -> bool:
    return is_date_line(unit) or (is_byline(unit) and bool(find_dates(unit.text)))


def _first(text: str) -> PartialDate | None:
    """The first date of a line that is not the day of an update."""
    dates = [found for found in find_dates(text) if found.date]
    original = [found for found in dates if not _LATER.search(text[max(0, found.start - 40) : found.start])]
    return (original or dates)[0].date if dates else None


def _dateline(units: Sequence[Unit], blocks: Sequence[Block], in_url: PartialDate | None) -> PartialDate | None:
    """`TIRANA, Sept 7 (Reuters) -` at the start of the first paragraph; without a year only when one stands in brackets behind
    it or in the address.
    """
    for unit, block in zip(units, blocks, strict=True):
        if block.role != "content":
            continue
        found = _DATELINE.match(unit.text[:_LOOK])
        dates: list[FoundDate] = find_dates(unit.text[found.start("place") : found.end("date")]) if found else []
        if found and dates:
            aside = _YEAR.search(found["aside"] or "")
            year = int(aside[0]) if aside else in_url.year if in_url else None
            return dates[0].date or (dates[0].in_year(year) if year else None)
        if unit.strong:
            return None
    return None
