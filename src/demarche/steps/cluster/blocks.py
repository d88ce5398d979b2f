"""Which pairs of units are worth comparing, so that the cost grows with the reports and not with their square.

Units share a block when they share a victim, a country in a month of start or publication, a country with an accused in a
year, a named means or service, a telling response, or a day. A large block is sorted by time, and each unit meets its nearest
neighbours only. Besides, each unit meets those few with which it shares most of its rare words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import chain

from demarche.steps.cluster.features import Features
from demarche.steps.cluster.scoring import START_SLACK_DAYS

_SMALL = 12
_WINDOW = 8
_COMMON = 40
"""Words of more units than this lead to no pairs: what they would find, rarer words and other blocks find."""
_PARTNERS = 10
"""Units to compare each with for the rare words that they share."""

Key = tuple[str | int, ...]


def _months(unit: Features) -> set[tuple[int, int]]:
    """The months in which it may have begun, with a neighbour where the slack reaches over the edge."""
    slack = timedelta(days=START_SLACK_DAYS)
    exact = [start for start in unit.starts if start.month]
    days = [day for start in exact for day in (start.first - slack, start.first, start.last, start.last + slack) if start.day]
    return {(day.year, day.month) for day in days} | {(start.year, start.month or 0) for start in exact}


def _published_months(unit: Features) -> Iterator[tuple[int, int]]:
    if unit.published:
        yield unit.published.year, unit.published.month
        following = unit.published.replace(day=28) + timedelta(days=4)
        yield following.year, following.month


def _years(unit: Features) -> set[int]:
    years = {start.year for start in unit.starts}
    return years or ({unit.published.year, unit.published.year - 1} if unit.published else set())


def keys(unit: Features) -> Iterator[Key]:
    """The blocks that a unit belongs to."""
    yield from (("victim", victim) for victim in unit.victims)
    yield from (("means", name) for name in unit.tools | unit.services)
    yield from (("day", str(start)) for start in unit.starts if start.day)
    for country in unit.countries:
        yield from (("start", country, *month) for month in _months(unit))
        yield from (("published", country, *month) for month in _published_months(unit))
        yield from (("accused", country, other, year) for other in unit.accused_countries for year in _years(unit))
    yield from (("answer", answer, year) for answer in unit.answers for year in _years(unit))


def _moment(unit: Features) -> tuple[date, str]:
    start = unit.start
    return (start.first if start else unit.published or date.max, unit.id)


def _alike(units: Mapping[str, Features]) -> Iterator[tuple[Features, Features]]:
    """For each unit the others that share most of its rare words."""
    holders: defaultdict[str, list[Features]] = defaultdict(list)
    for unit in sorted(units.values(), key=_moment):
        for word in unit.words:
            holders[word].append(unit)
    shared: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for word, block in sorted(holders.items()):
        if len(block) > _COMMON:
            continue
        for index, one in enumerate(block):
            for other in block[index + 1 : index + 1 + _WINDOW]:
                weight = one.words[word] * other.words[word]
                shared[one.id][other.id] += weight
                shared[other.id][one.id] += weight
    for identifier, others in shared.items():
        best = sorted(others, key=lambda other: (-others[other], other))[:_PARTNERS]
        yield from ((units[identifier], units[other]) for other in best)


def _blocked(units: Mapping[str, Features]) -> Iterator[tuple[Features, Features]]:
    blocks: defaultdict[Key, list[Features]] = defaultdict(list)
    for unit in units.values():
        for key in set(keys(unit)):
            blocks[key].append(unit)
    for block in blocks.values():
        width = len(block) if len(block) <= _SMALL else _WINDOW
        ordered = sorted(block, key=_moment) if len(block) > _SMALL else block
        for index, one in enumerate(ordered):
            yield from ((one, other) for other in ordered[index + 1 : index + 1 + width])


def candidates(units: Mapping[str, Features]) -> Iterator[tuple[str, str]]:
    """Every pair worth comparing, once, the lesser identifier first. Two units of one document are never a pair."""
    seen: set[tuple[str, str]] = set()
    for one, other in chain(_blocked(units), _alike(units)):
        pair = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        if one.unit.document != other.unit.document and pair not in seen:
            seen.add(pair)
            yield pair
