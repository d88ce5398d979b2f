"""A date as it stands in a sentence, and how dates that stand beside one another belong together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from demarche.model.atoms import PartialDate
from demarche.steps.extract.dates.datewords import JOINED


class DateForm(StrEnum):
    """How a date was said, which tells how far it may be trusted."""

    WRITTEN = "written"  # its year stands in the words
    DATELINE = "dateline"  # day or month in words, the year by the dateline
    WEEKDAY = "weekday"
    RELATIVE = "relative"  # yesterday, last month, two weeks ago
    SPAN = "span"  # four days after something, for a third day, for most of the week


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


def joined(text: str, hits: list[DateHit]) -> list[DateHit]:
    """Dates in order as they are meant: two ends as one range, the name of a day beside its date as nothing."""
    return hits if len(hits) < 2 else list(_ranges(text, _without_names_of_days(hits)))


def _without_names_of_days(hits: list[DateHit]) -> list[DateHit]:
    """The name of a day beside its date is no second date: "Friday, February 5"."""
    pairs = zip(hits, [*hits[1:], None], strict=True)
    return [hit for hit, following in pairs if not (following and _is_name_of(hit, following))]


def _is_name_of(hit: DateHit, following: DateHit) -> bool:
    exact = following.date.day is not None and following.form is not DateForm.SPAN
    return hit.form is DateForm.WEEKDAY and exact and 0 <= following.start - hit.end <= 2


def _ranges(text: str, hits: list[DateHit]) -> Iterator[DateHit]:
    index = 0
    while index < len(hits):
        hit = hits[index]
        following = hits[index + 1] if index + 1 < len(hits) else None
        if following and hit.until is None and JOINED.fullmatch(text[hit.end : following.start]) and _is_range(hit, following):
            whole = text[hit.start : following.end]
            hit = replace(hit, end=following.end, words=whole, until=following.date, date=_borrowed(hit, following))
            index += 1
        yield hit
        index += 1


def _is_range(hit: DateHit, following: DateHit) -> bool:
    """Whether two dates joined by "and" or "to" are one stretch of time: "from May to July", "in April and May 2015"."""
    months = not hit.date.day and bool(following.date.month) and not following.date.day
    return hit.lead in {"from", "between"} or (months and hit.words.isalpha() and not following.words.isalpha())


def _borrowed(hit: DateHit, following: DateHit) -> PartialDate:
    """The first date of a range takes the year of the second: "between May and 3 July 2021"."""
    if hit.form is not DateForm.DATELINE or not (following.form is DateForm.WRITTEN or following.words.endswith("year")):
        return hit.date
    first = PartialDate(following.date.year, hit.date.month, hit.date.day)
    return first if first.first <= following.date.last else PartialDate(first.year - 1, hit.date.month, hit.date.day)
