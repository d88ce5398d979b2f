"""How much speaks for two units being one event, in points, and what. Four points are needed.

`points.py` says what everything is worth. Days of beginning that contradict one another part two events whatever else they
share: attacks on one victim repeat, and are told in the same words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from demarche.model.atoms import PartialDate
from demarche.steps.cluster.features import Features
from demarche.steps.cluster.points import CLAIMED, READ, Points
from demarche.steps.cluster.words import closeness

NEEDED = 4.0
CERTAIN = 100.0
"""Points of a join that a person made, and of near-copies of one text."""

START_SLACK_DAYS = 3
"""Reports of one event name its eve, its day, or the day it was noticed."""

VICTIM_SLACK_DAYS = 31
"""For one named victim, intrusion and blow are told apart by some reports and not by others."""

_CLOSE_DAYS, _NEAR_DAYS, _SEASON_DAYS, _LONG_DAYS = 7, 45, 60, 400
_ZONE_DAYS, _FRESH_DAYS, _MONTH_DAYS = 1, 10, 31
"""A report may be dated a day before the event that it tells of, on the other side of the date line; an exact day this short a
time before its report is that report's news."""

_WORDS, _NEUTRAL, _WORDS_LEAST, _WORDS_MOST, _TELLING = 8.0, 0.095, -6.0, 11.0, 1.5
"""Points for each factor e of closeness over the neutral one, their bounds, and from where words alone place and time a
pair."""
_FEW_WORDS = 15
"""Fewer words than this tell nothing."""
_MISREAD = math.log(0.1)
"""What contradicts one another counts in full from where one of ten such pairs is misread."""
_PARTS = 0.6
"""How sure two days must be that part two units for good."""


@dataclass(slots=True)
class Evidence:
    """Points and their reasons; `placed` and `timed` say that victims, and time or a telling name, are among them; `read`
    that their words were compared; `against` that days or places contradict one another, `parted` that two exact days
    do."""

    points: float = 0.0
    reasons: list[str] = field(default_factory=list)
    placed: bool = False
    timed: bool = False
    read: bool = False
    against: bool = False
    parted: bool = False

    @property
    def worth(self) -> Points:
        """The column that counts."""
        return READ if self.read else CLAIMED

    def add(self, points: float, reason: str) -> None:
        """Count points for a reason; what is worth nothing is none."""
        if points:
            self.points += points
            self.reasons.append(reason)

    @property
    def contradicts(self) -> bool:
        """Whether the two can hardly be one event, whatever else is: contradictions are errors only where the words agree."""
        return self.against and (self.points < NEEDED or not self.read)


def _share(sure: float) -> float:
    """How much a contradiction counts of which both sides are so surely read, 0 to 1: as the logarithm of its being misread."""
    return min(1.0, math.log(max(1.0 - sure, 1e-9)) / _MISREAD)


def _listed(values: Iterable[str], names: Mapping[str, str] | None = None) -> str:
    return ", ".join(sorted(names[value] if names else value for value in values))


def _other_victims(left: Features, right: Features, found: Evidence) -> None:
    named = left.names & right.words.keys() | right.names & left.words.keys()
    if named and found.read:
        found.add(found.worth.named, f"both name {_listed(named)}")
    elif left.private and right.private:
        found.add(found.worth.other_victims, "other victims")
    elif left.victims and right.victims:
        found.add(found.worth.other_bodies, "other bodies")


def _victims(left: Features, right: Features, found: Evidence) -> None:
    shared, names = left.victims.keys() & right.victims.keys(), left.names & right.names
    if shared or names:
        found.add(found.worth.victim, f"victim {_listed(shared, left.victims) or _listed(names)}")
        found.placed = found.timed = True
    else:
        _other_victims(left, right, found)
    countries = left.countries.keys() & right.countries.keys()
    if countries:
        found.add(found.worth.country, f"country {_listed(countries)}")
        found.placed = True
    elif left.countries and right.countries:
        share = _share(max(left.countries.values()) * max(right.countries.values()))
        found.add(found.worth.other_countries * share, "other countries")
        found.against = share >= _PARTS and not (shared or names or left.tools & right.tools)


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


def _start_sureness(unit: Features, start: PartialDate) -> float:
    """The share of starts of this score that are right: their chances are modest."""
    return min(1.0, 0.1 + 1.2 * unit.starts[start])


def _is_news(unit: Features) -> bool:
    """Whether its report came out within days of the exact day on which it has it begin."""
    start, published = unit.start, unit.published
    return bool(start and start.day and published and (published - start.first).days <= _FRESH_DAYS)


def _began_after(unit: Features, published: date | None, worth: Points) -> float:
    """Points off when a unit has it begin after the other report was out: most when that is the news of its own report."""
    start = unit.start
    if not start or not published or (start.first - published).days <= _ZONE_DAYS:
        return 0.0
    return (worth.news_of_later if _is_news(unit) else worth.late) * _share(_start_sureness(unit, start))


def _other_starts(left: Features, right: Features, worth: Points) -> float:
    """Points off for starts that contradict one another, were they surely read: most for two days, and where one is news."""
    one, other = left.start, right.start
    if one is None or other is None:
        return 0.0
    if one.day and other.day:
        return worth.days_beside if one.agrees(other, _CLOSE_DAYS) else worth.other_days
    if one.agrees(other, _MONTH_DAYS):
        return worth.months_beside
    return worth.other_days if _is_news(left) or _is_news(right) else worth.other_months


def _starts(left: Features, right: Features, found: Evidence) -> int:
    """How exactly both have it begin at one time: 0 not at all, up to 3 for a day."""
    pair, worth = agreement(left, right), found.worth
    late = min(_began_after(left, right.published, worth), _began_after(right, left.published, worth))
    if late:
        found.add(late, "begun after the other report")
        found.against = found.against or late <= worth.other_months
    if pair:
        found.add(worth.start[min(pair[0].precision, pair[1].precision)], f"start {pair[0]} and {pair[1]}")
        found.timed = True
    elif left.start and right.start and not _told_at_once(left, right):
        sure = _start_sureness(left, left.start) * _start_sureness(right, right.start)
        off = _other_starts(left, right, worth)
        found.add(off * _share(sure), f"other starts {left.start} and {right.start}")
        found.against = found.against or off * _share(sure) <= worth.other_months
        found.parted = off <= worth.other_days and sure >= _PARTS
    return min(pair[0].precision, pair[1].precision) if pair else 0


def _told_at_once(left: Features, right: Features) -> bool:
    """Whether both name one victim within days of one another and one of them gives no day: nobody is hit twice in a week as
    often as the month of another attack is taken for that of the report's own."""
    start, other, shared = left.start, right.start, left.private & right.private or left.names & right.names
    if not shared or not left.published or not right.published or not start or not other or (start.day and other.day):
        return False
    return abs((left.published - right.published).days) <= _CLOSE_DAYS


def _news_of(undated: Features, dated: Features) -> bool:
    """Whether a report that gives no start came out in the weeks after the other's start."""
    if undated.start or not undated.published or not dated.start or not dated.start.month:
        return False
    return -_ZONE_DAYS <= (undated.published - dated.start.first).days <= _NEAR_DAYS


def _times(left: Features, right: Features, found: Evidence) -> None:
    agreed, worth = _starts(left, right, found), found.worth
    if not left.published or not right.published:
        return
    apart = abs((left.published - right.published).days)
    if apart <= _NEAR_DAYS:
        found.add(worth.close if apart <= _CLOSE_DAYS else worth.near, f"published {apart} days apart")
        found.timed = True
    elif _news_of(left, right) or _news_of(right, left):
        found.add(worth.fresh_news, "published when the other begins")
        found.timed = True
    elif apart > _SEASON_DAYS and agreed <= 1:
        found.add(worth.long_after if apart > _LONG_DAYS else worth.later, f"published {apart} days apart")


def _accused(left: Features, right: Features, found: Evidence) -> None:
    countries = left.accused_countries & right.accused_countries
    if countries:
        found.add(found.worth.state, f"accused {_listed(countries)}")
    elif left.accused_countries and right.accused_countries:
        found.add(found.worth.other_state, "other accused")
    parties = left.accused.keys() & right.accused.keys()
    if parties:
        found.add(found.worth.group, f"accused {_listed(parties, left.accused)}")


def _kinds(left: Features, right: Features, found: Evidence) -> None:
    types, worth = left.types & right.types, found.worth
    if types:
        found.add(worth.type, f"type {_listed(types)}")
    elif left.types and right.types:
        found.add(worth.other_types, "other types")
    for shared, points, word in (
        (left.tools & right.tools, worth.tool, "means"),
        (left.services & right.services, worth.service, "service"),
        (left.answers & right.answers, worth.answer, "response"),
    ):
        if shared:
            found.add(points, f"{word} {_listed(shared)}")
            found.timed = found.timed or word == "response"
            found.placed = found.placed or word != "service"


def _words(left: Features, right: Features, found: Evidence) -> None:
    close = closeness(left.words, right.words)
    points = max(_WORDS_LEAST, min(_WORDS_MOST, _WORDS * math.log(max(close, 0.01) / _NEUTRAL)))
    found.add(points, f"words alike {close:.2f}")
    if points >= _TELLING:
        found.placed = found.timed = True


def evidence(left: Features, right: Features) -> Evidence:
    """What speaks for one event and what against it."""
    found = Evidence(read=min(len(left.words), len(right.words)) >= _FEW_WORDS)
    _victims(left, right, found)
    _times(left, right, found)
    _accused(left, right, found)
    _kinds(left, right, found)
    if found.read:
        _words(left, right, found)
    return found


def enough(found: Evidence) -> bool:
    """Whether the points suffice, something about whom it hit and something about when among them."""
    return found.points >= NEEDED and found.placed and found.timed
