"""How much speaks for two units being one event, in points, and what. Four points are needed.

The points of what is claimed were set by hand, on two attacks on one state by one accused two months apart and on two victims
of one gang in one country and month. What the shared words of two reports are worth beside them, and how much a long time
between two reports without a common day takes off, are the proportions of a logistic regression over all pairs of the annotated
corpora (average precision with the incidents of each half held apart: claims alone 0.72, words alone 0.95, both 0.97).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from demarche.model.atoms import PartialDate
from demarche.steps.cluster.features import Features
from demarche.steps.cluster.words import closeness

NEEDED = 4.0
CERTAIN = 100.0
"""Points of a join that a person made, and of near-copies of one text."""

START_SLACK_DAYS = 3
"""Reports of one event name its eve, its day, or the day it was noticed."""

VICTIM_SLACK_DAYS = 31
"""For one named victim, intrusion and blow are told apart by some reports and not by others."""

_NEAR_DAYS, _CLOSE_DAYS, _SEASON_DAYS, _LONG_DAYS = 45, 7, 60, 400
_VICTIM, _COUNTRY, _TYPE, _ACCUSED, _ANSWER, _TOOL, _SERVICE = 3.0, 1.5, 1.0, 1.0, 1.5, 1.5, 1.0
_START = {1: 0.75, 2: 2.0, 3: 2.5}
_OTHER_VICTIM, _OTHER_BODY, _OTHER_TYPE, _OTHER_ACCUSED, _OTHER_COUNTRY = -3.0, -2.5, -1.0, -0.5, -1.0
_OTHER_START, _LATE, _NEWS_OF_LATER = -2.5, -2.5, -6.0
_LATER, _LONG_AFTER = -2.5, -5.0
_WORDS, _NEUTRAL, _WORDS_LEAST, _WORDS_MOST, _TELLING = 8.0, 0.12, -6.0, 9.0, 2.0
"""Points for each factor e of closeness over the neutral one, their bounds, and from where words alone place and time a pair."""
_FEW_WORDS = 15
"""Fewer words than this tell nothing."""
_ZONE_DAYS, _FRESH_DAYS = 1, 10
"""A report may be dated a day before the event that it tells of, on the other side of the date line; an exact day this short a
time before its report is that report's news."""


@dataclass(slots=True)
class Evidence:
    """Points and their reasons; `placed` and `timed` say that victims, and time or a telling name, are among them; `against`
    that days or places contradict one another."""

    points: float = 0.0
    reasons: list[str] = field(default_factory=list)
    placed: bool = False
    timed: bool = False
    against: bool = False

    def add(self, points: float, reason: str) -> None:
        """Count points for a reason."""
        self.points += points
        self.reasons.append(reason)

    @property
    def contradicts(self) -> bool:
        """Whether the two can hardly be one event, whatever else is."""
        return self.against and self.points < NEEDED


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
    elif left.countries and right.countries:
        found.add(_OTHER_COUNTRY, "other countries")
        found.against = not (shared or left.tools & right.tools)


def agreement(left: Features, right: Features) -> tuple[PartialDate, PartialDate] | None:
    """The two starts that agree best, within the slack that the pair is allowed."""
    slack = VICTIM_SLACK_DAYS if left.victims.keys() & right.victims.keys() else START_SLACK_DAYS
    pairs = [
        (one, other)
        for one in left.starts
        for other in right.starts
        if one.agrees(other, slack if one.day and other.day else 0)
    ]
    return max(pairs, key=lambda pair: (min(pair[0].precision, pair[1].precision), str(pair)), default=None)


def _began_after(unit: Features, published: date | None) -> float:
    """Points off when a unit has it begin after the other report was out: most when that is the news of its own report."""
    start = unit.start
    if not start or not published or (start.first - published).days <= _ZONE_DAYS:
        return 0.0
    fresh = start.day and unit.published and (unit.published - start.first).days <= _FRESH_DAYS
    return _NEWS_OF_LATER if fresh else _LATE


def _starts(left: Features, right: Features, found: Evidence) -> bool:
    """Whether a day on which both have it begin is among the points."""
    pair = agreement(left, right)
    late = min(_began_after(left, right.published), _began_after(right, left.published))
    if late:
        found.add(late, "begun after the other report")
        found.against = True
    if pair:
        found.add(_START[min(pair[0].precision, pair[1].precision)], f"start {pair[0]} and {pair[1]}")
        found.timed = True
    elif left.start and right.start:
        found.add(_OTHER_START, f"other starts {left.start} and {right.start}")
        found.against = True
    return pair is not None


def _times(left: Features, right: Features, found: Evidence) -> None:
    agreed = _starts(left, right, found)
    if not left.published or not right.published:
        return
    apart = abs((left.published - right.published).days)
    if apart <= _NEAR_DAYS:
        found.add(1.0 if apart <= _CLOSE_DAYS else 0.5, f"published {apart} days apart")
        found.timed = True
    elif apart > _SEASON_DAYS and not agreed:
        found.add(_LONG_AFTER if apart > _LONG_DAYS else _LATER, f"published {apart} days apart")


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


def _words(left: Features, right: Features, found: Evidence) -> None:
    if min(len(left.words), len(right.words)) < _FEW_WORDS:
        return
    close = closeness(left.words, right.words)
    points = max(_WORDS_LEAST, min(_WORDS_MOST, _WORDS * math.log(max(close, 0.01) / _NEUTRAL)))
    found.add(points, f"words alike {close:.2f}")
    if points >= _TELLING:
        found.placed = found.timed = True


def evidence(left: Features, right: Features) -> Evidence:
    """What speaks for one event and what against it."""
    found = Evidence()
    _victims(left, right, found)
    _times(left, right, found)
    _accused(left, right, found)
    _kinds(left, right, found)
    _words(left, right, found)
    return found


def enough(found: Evidence) -> bool:
    """Whether the points suffice, something about whom it hit and something about when among them."""
    return found.points >= NEEDED and found.placed and found.timed
