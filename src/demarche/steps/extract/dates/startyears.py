"""Which year a day without one belongs to where a report looks back: an anniversary, a trial, sanctions years later.

Read against the dateline alone, such a day would be of the last twelve months. The year that the top of the report ties to the
attack is carried forward to what the attackers did, until another year is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from demarche.errors import UsageError
from demarche.model.atoms import PartialDate
from demarche.steps.extract.dates.reader import DateForm, DateHit
from demarche.steps.extract.dates.startwords import cues, describes, is_of
from demarche.steps.extract.reading import Reading

_TOP = 6
_HELD = 6
"""Sentences over which another year, once named, holds."""
_YEARS_BACK = re.compile(r"\byears? (?:ago|on|after)$")
_OWN_YEAR = re.compile(r"^(?:last|this|next) |year\b", re.IGNORECASE)


def looked_back_to(reading: Reading) -> int | None:
    """The year, at least two before the dateline, that the top of a report ties to its incident."""
    if reading.published is None:
        return None
    for text, hits in zip(reading.plain[:_TOP], reading.dates[:_TOP], strict=True):
        for hit in hits:
            if reading.published.year - hit.date.year >= 2 and _ties(text, hit):
                return hit.date.year
    return None


def _ties(text: str, hit: DateHit) -> bool:
    if hit.form is not DateForm.WRITTEN:
        return bool(_YEARS_BACK.search(hit.words))
    beside = cues(text.lower())
    return describes(text, hit.end, beside) or is_of(text, hit.start, beside)


def _named_before(dates: Sequence[Sequence[DateHit]], number: int, hit: DateHit) -> int | None:
    """The year that stands last before a date, in its sentence or shortly before."""
    told = [one for hits in dates[max(0, number - _HELD) : number] for one in hits]
    told += [one for one in dates[number] if one.start < hit.start]
    return next((one.date.year for one in reversed(told) if one.form is DateForm.WRITTEN or _OWN_YEAR.search(one.words)), None)


def carried(reading: Reading, number: int, hit: DateHit, back: int | None) -> DateHit:
    """A day that was read against the dateline, in the year `back` that the report looks back to; the same where its own words
    or a sentence shortly before tell another year."""
    published = reading.published
    if back is None or published is None or hit.form is not DateForm.DATELINE or _OWN_YEAR.search(hit.words):
        return hit
    if _named_before(reading.dates, number, hit) not in {None, back}:
        return hit
    try:
        moved = PartialDate(back, hit.date.month, hit.date.day)
    except UsageError:
        return hit
    gap = back - hit.date.year
    return replace(
        hit, date=moved, until=PartialDate(hit.until.year + gap, hit.until.month, hit.until.day) if hit.until else None
    )
