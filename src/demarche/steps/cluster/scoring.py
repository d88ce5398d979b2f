"""How much speaks for two units being one event, in points, and what. Four points are needed.

The weights were set by hand on the case that has most reports and dissent here, two attacks on one state by one accused two
months apart, and on pairs that must stay apart: two victims of one gang in one country and month.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from demarche.model.atoms import PartialDate
from demarche.steps.cluster.features import Features

NEEDED = 4.0
CERTAIN = 100.0
"""Points of a join that a person made, and of near-copies of one text."""

START_SLACK_DAYS = 3
"""Reports of one event name its eve, its day, or the day it was noticed."""

VICTIM_SLACK_DAYS = 31
"""For one named victim, intrusion and blow are told apart by some reports and not by others."""

_NEAR_DAYS, _CLOSE_DAYS = 45, 7
_VICTIM, _COUNTRY, _TYPE, _ACCUSED, _ANSWER, _TOOL, _SERVICE = 3.0, 1.5, 1.0, 1.0, 1.5, 1.5, 1.0
_START = {1: 0.75, 2: 2.0, 3: 2.5}
_OTHER_VICTIM, _OTHER_BODY, _OTHER_TYPE, _OTHER_ACCUSED = -3.0, -2.5, -1.0, -0.5


@dataclass(slots=True)
class Evidence:
    """Points and their reasons; `placed` and `timed` say that victims, and time or a telling name, are among them."""

    points: float = 0.0
    reasons: list[str] = field(default_factory=list)
    placed: bool = False
    timed: bool = False

    def add(self, points: float, reason: str) -> None:
        """Count points for a reason."""
        self.points += points
        self.reasons.append(reason)


def _listed(values: set[str], names: Mapping[str, str] | None = None) -> str:
    return ", ".join(sorted(names[value] if names else value for value in values))


def _victims(left: Features, right: Features, found: Evidence) -> None:
    shared = left.victims.keys() & right.victims.keys()
    if shared:
        found.add(_VICTIM, f"victim {_listed(shared, left.victims)}")
        found.placed = found.timed = True
    elif left.private and right.private:
        found.add(_OTHER_VICTIM, "other victims")
    elif left.victims and right.victims:
        found.add(_OTHER_BODY, "other bodies")
    countries = left.countries & right.countries
    if countries:
        found.add(_COUNTRY, f"country {_listed(countries)}")
        found.placed = True


def agreement(left: Features, right: Features) -> tuple[PartialDate, PartialDate] | None:
    """The two starts that agree best, within the slack that the pair is allowed."""
    slack = slack_days(bool(left.victims.keys() & right.victims.keys()))
    pairs = [(one, other) for one in left.starts for other in right.starts if one.agrees(other, slack)]
    return max(pairs, key=lambda pair: (min(pair[0].precision, pair[1].precision), str(pair)), default=None)


def slack_days(shared_victim: bool) -> int:
    """How far apart two exact starts of one event may lie."""
    return VICTIM_SLACK_DAYS if shared_victim else START_SLACK_DAYS


def _times(left: Features, right: Features, found: Evidence) -> None:
    pair = agreement(left, right)
    if pair:
        found.add(_START[min(pair[0].precision, pair[1].precision)], f"start {pair[0]} and {pair[1]}")
        found.timed = True
    if left.published and right.published:
        apart = abs((left.published - right.published).days)
        if apart <= _NEAR_DAYS:
            found.add(1.0 if apart <= _CLOSE_DAYS else 0.5, f"published {apart} days apart")
            found.timed = True


def _accused(left: Features, right: Features, found: Evidence) -> None:
    countries = left.accused_countries & right.accused_countries
    if countries:
        found.add(_ACCUSED, f"accused {_listed(countries)}")
    elif left.accused_countries and right.accused_countries:
        found.add(_OTHER_ACCUSED, "other accused")
    parties = left.accused.keys() & right.accused.keys()
    if parties:
        found.add(_ACCUSED, f"accused {_listed(parties, left.accused)}")


def _kinds(left: Features, right: Features, found: Evidence) -> None:
    types = left.types & right.types
    if types:
        found.add(_TYPE, f"type {_listed(types)}")
    elif left.types and right.types:
        found.add(_OTHER_TYPE, "other types")
    for shared, points, word in (
        (left.tools & right.tools, _TOOL, "means"),
        (left.services & right.services, _SERVICE, "service"),
        (left.answers & right.answers, _ANSWER, "response"),
    ):
        if shared:
            found.add(points, f"{word} {_listed(shared)}")
            found.timed = found.timed or word == "response"
            found.placed = found.placed or word != "service"


def evidence(left: Features, right: Features) -> Evidence:
    """What speaks for one event and what against it."""
    found = Evidence()
    _victims(left, right, found)
    _times(left, right, found)
    _accused(left, right, found)
    _kinds(left, right, found)
    return found


def score(left: Features, right: Features) -> tuple[float, str] | None:
    """Points and reasons when they suffice: enough points, something about whom it hit, and something about when."""
    found = evidence(left, right)
    enough = found.points >= NEEDED and found.placed and found.timed
    return (round(found.points, 2), "; ".join(found.reasons)) if enough else None
