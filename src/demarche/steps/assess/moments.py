"""The moments of an incident and the days between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from demarche.model.atoms import PartialDate
from demarche.model.record import AttributionRow, DateRow, Lag, ResponseRow
from demarche.model.vocabulary.attribution import PartyKind
from demarche.model.vocabulary.incidents import DateRole
from demarche.model.vocabulary.responses import Status
from demarche.steps.assess.ledger import earliest
from demarche.steps.assess.standing import accuses

_OFFICIAL = (PartyKind.STATE, PartyKind.GOVERNMENT, PartyKind.INTERNATIONAL_ORGANISATION)

LAGS: tuple[tuple[str, str], ...] = (
    ("start", "discovered"),
    ("start", "disclosed"),
    ("start", "attribution"),
    ("start", "government-attribution"),
    ("start", "response"),
    ("disclosed", "government-attribution"),
    ("government-attribution", "response"),
)
"""The pairs of moments between which days are counted. `attribution` is the first by anybody named."""


def best(rows: Sequence[DateRow], role: DateRole) -> PartialDate | None:
    """The best supported day of a role: a vaguer date speaks for every day within it, an exacter one for nothing vaguer. Of
    equal support the more exact wins, then the one with more sources of its own, then the earlier.
    """
    known = [row for row in rows if row.role is role]

    def support(row: DateRow) -> tuple[int, int, int, int]:
        behind = [other for other in known if other.date.precision <= row.date.precision and other.date.agrees(row.date)]
        total = sum(other.on.sources for other in behind)
        return -total, -row.date.precision, -row.on.sources, row.date.first.toordinal()

    return min(known, key=support).date if known else None


def moments(
    dates: Sequence[DateRow], attributions: Sequence[AttributionRow], responses: Sequence[ResponseRow]
) -> dict[str, PartialDate]:
    """The moments that sources give, by the names that lags use. Nobody's passive attributes nothing."""
    named = [row for row in attributions if accuses(row) and row.asserter.kind is not PartyKind.UNSPECIFIED]
    found = {
        "start": best(dates, DateRole.START),
        "discovered": best(dates, DateRole.DISCOVERED),
        "disclosed": best(dates, DateRole.DISCLOSED),
        "attribution": earliest(row.said_on for row in named),
        "government-attribution": earliest(row.said_on for row in named if row.asserter.kind in _OFFICIAL),
        "response": earliest(row.date for row in responses if row.status is Status.DONE),
    }
    return {name: day for name, day in found.items() if day}


def lags(found: Mapping[str, PartialDate]) -> tuple[Lag, ...]:
    """Days between the pairs of `LAGS` whose ends are exact to the day and in order."""
    made = []
    for start, end in LAGS:
        days = found[start].days_until(found[end]) if start in found and end in found else None
        if days is not None and days >= 0:
            made.append(Lag(start, end, days))
    return tuple(made)
