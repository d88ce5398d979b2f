"""The head of an article: which line is its headline, which lines name its author and its day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from demarche.steps.ingest.cues import cue, is_breadcrumb, is_label
from demarche.steps.ingest.dates import find_dates
from demarche.steps.ingest.page import Kind
from demarche.steps.ingest.units import Unit

_BYLINE = re.compile(
    r"^(?:(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Aa]uthored|[Ss]tory|[Tt]ext|[Rr]eport(?:ed|ing)?|[Aa]uthors?)[:,]? "
    r"?)?(?:[Bb]y|BY)\b:?\s+"
    r"(?:[A-Z@][\w.’'-]*,?|a|an|and|the|de|da|van|von|der|bin|al|in|of|at|for|our|staff|reporters?|correspondents?|"
    r"editors?|writers?|[|&,/·–—-]|\d[\d:,]*(?:am|pm)?)"
    r"(?:\s+(?:[A-Z@(][\w.’')-]*,?|and|the|de|da|van|von|der|bin|al|in|of|at|for|our|staff|reporters?|correspondents?|"
    r"editors?|writers?|[|&,/·–—-]|\d[\d:,]*(?:am|pm)?)){0,16}$|"
    r"^[Aa]uthors?:\s+\S|^(?:[Bb]y|BY) (?:our|an?|the) (?:[\w-]+ ){0,4}(?:correspondents?|reporters?|staff|editors?|"
    r"writers?|team|desk)\b[^.]{0,40}$"
)
_READING_TIME = re.compile(r"^(?:estimated )?(?:reading time:? )?\d{1,3}[ -]min(?:ute)?s?(?: read)?$", re.IGNORECASE)
_NAME = re.compile(r"^[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,2}(?:,? (?:and|&) [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,2})?$")
_MARKS = re.compile(r"\W+")
_ASCII_MARKS = {code: None for code in range(128) if _MARKS.match(chr(code))}
"""Takes the marks and spaces out of ASCII text, faster than the pattern."""
_DATE_LINE_WORDS, _BESIDE_DATE_WORDS = 18, 9
_TITLE_WORDS = range(3, 31)
_STANDFIRST_WORDS = 14
"""Words of a line that is rather the standfirst below a headline, when another line that may be one stands above it."""
_REACH = 40
"""Units before the first paragraph among which the headline is sought; pages have longer menus, but not between the two."""


def key(text: str) -> str:
    """The letters and digits of a text in lower case: equal for two lines that differ in marks and spaces only."""
    lowered = text.lower()
    return lowered.translate(_ASCII_MARKS) if lowered.isascii() else _MARKS.sub("", lowered)


def is_date_line(unit: Unit) -> bool:
    """Whether a line gives a day and little else: `Published: 7 September 2022`, `LONDON, Feb. 16, 2018`."""
    if unit.words > _DATE_LINE_WORDS or (unit.sentence and unit.verb):
        return False
    found = find_dates(unit.text)
    if not any(each.date and each.date.precision > 1 for each in found):
        return False
    rest = unit.text
    for each in reversed(found):
        rest = rest[: each.start] + " " + rest[each.end :]
    return len(rest.split()) <= _BESIDE_DATE_WORDS


def is_byline(unit: Unit, author: str | None = None) -> bool:
    """Whether a line names who wrote the article, or how long it takes to read."""
    if unit.words > _DATE_LINE_WORDS or (unit.sentence and unit.verb):
        return False
    named = author is not None and key(author) == key(unit.text)
    return named or bool(_BYLINE.match(unit.text) or _READING_TIME.match(unit.text))


def is_bare_name(unit: Unit) -> bool:
    """Whether a line is one or two names of people and nothing else."""
    return unit.kind is None and not unit.sentence and bool(_NAME.match(unit.text))


def title_like(unit: Unit) -> bool:
    """Whether a line may be a headline: words enough, no full stop, no sign of a menu."""
    if unit.kind in {Kind.CODE, Kind.RULE, Kind.FRONT_MATTER, Kind.TABLE} or unit.bullet:
        return False
    if (
        unit.colon
        or unit.words not in _TITLE_WORDS
        or (unit.sentence and not unit.text.endswith(("?", "!")) and unit.kind is not Kind.TITLE)
    ):
        return False
    return not (is_label(unit) or is_byline(unit) or is_date_line(unit) or is_breadcrumb(unit) or cue(unit, edge=True))


def headline(units: Sequence[Unit], first: int, title: str | None) -> int | None:
    """The index of the headline above the first paragraph, None when there is none.

    The candidates are weighed by what stands around them: a headline has a date, a byline or a standfirst near it, says
    something (five words and more, a verb), and is nearer to the first paragraph than the menus are.
    """
    best, most = None, 2.0
    for index in range(max(0, first - _REACH), first):
        if not (title_like(units[index]) or _punctuated_title(units, index)):
            continue
        weight = _weight(units, index, first, title)
        if weight > most:
            best, most = index, weight
    if best and units[best].words >= _STANDFIRST_WORDS and title_like(units[best - 1]) and units[best - 1].words >= 5:
        return best - 1
    return best


def _punctuated_title(units: Sequence[Unit], index: int) -> bool:
    """`They blamed Moscow. Then a gang raised its hand.` on the first line, the date or the author below it."""
    beside = units[index + 1 : index + 2]
    return index == 0 and units[0].words >= 3 and any(is_date_line(other) or is_byline(other) for other in beside)


def _weight(units: Sequence[Unit], index: int, first: int, title: str | None) -> float:
    unit = units[index]
    after = units[index + 1 : min(index + 4, first + 1)]
    weight = 2.0 if 5 <= unit.words <= 22 else 0.5
    weight += 4.0 * (unit.kind is Kind.TITLE) + 1.0 * (unit.kind is Kind.HEADING and index > 0)
    weight += 4.0 * (title is not None and key(title) == key(unit.text))
    weight += 1.0 * unit.verb + 1.0 * (index == 0)
    weight += 2.0 * any(is_byline(other) or is_date_line(other) for other in after)
    weight += 1.0 * (index > 0 and (is_date_line(units[index - 1]) or is_byline(units[index - 1])))
    weight += 0.5 * (index == 0 or units[index - 1].group != unit.group) + 0.5 * (units[index + 1].group != unit.group)
    weight += 1.0 * (bool(after) and (after[0].sentence or after[0].words >= 8))
    weight -= 2.0 * unit.text[:1].islower() + 1.0 * (unit.words < 4)
    return weight - 0.2 * min(first - index, 20)
