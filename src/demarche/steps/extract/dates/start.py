"""When it began, ended, was noticed and was made known: which of a report's dates are days of the incident.

The dates of an incident compete to be its start, by weights learned from the annotated corpora (`training/starts.py`); that
none of them is has a chance of its own. What was noticed or told on a day is read from the word beside it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from demarche.model.atoms import PartialDate
from demarche.model.claim import PRIMARY, Claim, DateValue
from demarche.model.vocabulary.incidents import DateRole
from demarche.steps.extract.dates.startsigns import Candidate, candidates
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.weights import stored

WEIGHTS = "start_weights.json"
BIAS = ""
"""The sign that every candidate has."""
_ROLES = {"found": DateRole.DISCOVERED, "told": DateRole.DISCLOSED}
_NEAR = 60.0
"""Characters within which a word of noticing or telling says what happened on a date."""
_SUREST = 0.95
_NEARLY = 0.3
"""A day tells more than its month, which most texts say more often. Of reports held apart, exact F1 is 0.615 for any share from
0.3 to 0.5, and 0.628 for 0.7."""


@cache
def _stored() -> tuple[float, dict[str, float]]:
    """The least chance with which a date is told, and the weight of each sign."""
    known = stored(WEIGHTS)
    return known["threshold"], known["weights"]


def chances(found: Sequence[Candidate], weights: dict[str, float]) -> dict[PartialDate, float]:
    """The chance of each date to be the start of the incident of these candidates; what is missing to 1 is that none is."""
    shares = [math.exp(math.fsum(weights.get(sign, 0.0) for sign in (BIAS, *one.signs))) for one in found]
    whole = 1.0 + math.fsum(shares)
    by_date: dict[PartialDate, list[float]] = {}
    for one, share in zip(found, shares, strict=True):
        by_date.setdefault(one.hit.date, []).append(share / whole)
    return {date: math.fsum(parts) for date, parts in by_date.items()}


def likeliest(found: Sequence[Candidate], weights: dict[str, float]) -> tuple[PartialDate | None, float]:
    """The date most likely to be the start, the earliest among equals, with its chance; None where there is no candidate. A
    month or year gives way to a day of it that is nearly as likely, and lends it its own chance."""
    by_date = chances(found, weights)
    best = min(by_date, key=lambda date: (-round(by_date[date], 9), date.first, date.precision), default=None)
    if best is None:
        return None, 0.0
    finer = [date for date in by_date if date.precision > best.precision and date.agrees(best)]
    exact = min(finer, key=lambda date: (-round(by_date[date], 9), date.first), default=best)
    if exact != best and by_date[exact] >= _NEARLY * by_date[best]:
        return exact, by_date[exact] + by_date[best]
    return best, by_date[best]


def _start(reading: Reading, found: Sequence[Candidate]) -> Iterator[Claim]:
    """The start of one incident, on every sentence that says the day; and its end, where a range tells it."""
    threshold, weights = _stored()
    best, chance = likeliest(found, weights)
    if chance < threshold:
        return
    score = round(min(_SUREST, chance), 3)
    for one in found:
        if one.hit.date == best:
            yield _claim(reading, one, DateRole.START, best, score)
            if one.hit.until is not None:
                yield _claim(reading, one, DateRole.END, one.hit.until, score)


def _noticed(reading: Reading, found: Iterable[Candidate]) -> Iterator[Claim]:
    """The days on which the report's own incident was discovered and disclosed: those nearest to a word for it."""
    for kind, role in _ROLES.items():
        of_kind = [one for one in found if one.kind == kind and one.reach < _NEAR and "lawful" not in one.signs]
        best = min(of_kind, key=lambda one: (one.reach, one.sentence.number, one.hit.start), default=None)
        for one in of_kind:
            if best is not None and one.hit.date == best.hit.date:
                yield _claim(reading, one, role, one.hit.date, round(0.7 - one.reach / 200, 3))


def _claim(reading: Reading, one: Candidate, role: DateRole, date: PartialDate, score: float) -> Claim:
    return reading.claim(one.sentence, DateValue(role, date, one.hit.words), score=score)


def find_dates(reading: Reading) -> list[Claim]:
    """The start, end, discovery and disclosure of what the report is mainly about, where the text says them."""
    own = [one for one in candidates(reading) if one.event == PRIMARY]
    return [*_start(reading, own), *_noticed(reading, own)]
