"""What files say of themselves: titles, authors and days that programs fill in, of which many say nothing."""

from __future__ import annotations

import re

from demarche.errors import UsageError
from demarche.model.atoms import PartialDate
from demarche.steps.ingest.decode import normalise

_FIRST_YEAR = 1993
"""Earlier days come from clocks that were never set: no such file is as old."""
_UNSET_DAYS = frozenset({(1999, 12, 31), (2000, 1, 1), (2001, 1, 1), (2006, 9, 16), (2013, 12, 23)})
"""Days that programs and their templates give for want of one."""
_NO_TITLE = re.compile(
    r"(?:untitled|unbenannt|title|document|presentation|slide|layout|about:blank|microsoft (?:word|powerpoint)|\d+)\s*\d*|"
    r".*\.(?:docx?|rtf|odt|pptx?|indd|pdf|tex|dvi|html?|txt|qxd|ai|pub|pages|xlsx?|cdr)|(?:https?|file):\S+|word document",
    re.IGNORECASE,
)
_MADE_BY = re.compile(r"^microsoft (?:word|powerpoint) - ", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:user|admin(?:istrator)?|owner|author|unknown|root|default|pc|python-docx|microsoft(?: office user)?)\W*\d*",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:D:)?\s*(\d{4})-?(\d{2})-?(\d{2})")
_LONGEST = 1000


def title(told: str | None) -> str | None:
    """A title, None for what a program put in its place."""
    words = _MADE_BY.sub("", _clean(told))
    return words if words and not _NO_TITLE.fullmatch(words) else None


def author(told: str | None) -> str | None:
    """An author, None for the name of an account."""
    name = _clean(told)
    return name if name and not _NOBODY.fullmatch(name) else None


def created(told: str | None) -> PartialDate | None:
    """The day of `2024-06-01T12:00:00Z` or `D:20240601120000`, where a report may have been made on it."""
    found = _DAY.match((told or "").strip()[:_LONGEST])
    if not found:
        return None
    year, month, day = map(int, found.groups())
    if year < _FIRST_YEAR or (year, month, day) in _UNSET_DAYS:
        return None
    try:
        return PartialDate(year, month, day)
    except UsageError:
        return None


def _clean(told: str | None) -> str:
    return " ".join(normalise((told or "")[:_LONGEST])[0].split())
