"""Clusters while they grow: joins in order of their points, each refused when the whole would no longer be one event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from demarche.model.atoms import PartialDate
from demarche.model.disjoint import Partition
from demarche.model.record import Join
from demarche.steps.cluster.features import Features
from demarche.steps.cluster.scoring import slack_days

_ZONE_DAYS = 1
"""A report may be dated a day before the event that it tells of, on the other side of the date line."""


@dataclass(slots=True)
class _Whole:
    """What the units of a growing cluster say together."""

    documents: set[str]
    starts: set[PartialDate]
    countries: set[str]
    telling: set[str]
    """Victims and means by name."""
    victims: set[str]
    begun: int
    """The latest day, as an ordinal, on which one of its units has it begin; 0 when none says."""
    published: int
    """The earliest day, as an ordinal, on which one of its reports was out."""


def _alone(unit: Features) -> _Whole:
    return _Whole(
        documents={unit.unit.document},
        starts={unit.start} if unit.start else set(),
        countries=set(unit.countries),
        telling=set(unit.victims) | unit.tools,
        victims=set(unit.victims),
        begun=unit.start.first.toordinal() if unit.start else 0,
        published=(unit.published or date.max).toordinal(),
    )


def _coherent(one: _Whole, other: _Whole) -> bool:
    """No two events of one document, no two starts too far apart, no start after a report, and a victim or means in common
    where no country is.
    """
    if one.documents & other.documents:
        return False
    if max(one.begun, other.begun) > min(one.published, other.published) + _ZONE_DAYS:
        return False
    slack = slack_days(bool(one.victims & other.victims))
    if any(not left.agrees(right, slack) for left in one.starts for right in other.starts):
        return False
    return not one.countries or not other.countries or bool(one.countries & other.countries or one.telling & other.telling)


class Gathering:
    """Units in sets, and the joins that made them."""

    def __init__(self, units: Mapping[str, Features]) -> None:
        self.partition = Partition(units)
        self.joins: list[Join] = []
        self._wholes = {identifier: _alone(unit) for identifier, unit in units.items()}

    def force(self, join: Join) -> None:
        """Join without regard to coherence, unless a person parted the two."""
        self._take(join)

    def offer(self, join: Join) -> None:
        """Join when the whole stays coherent."""
        one, other = self.partition.find(join.left), self.partition.find(join.right)
        if one != other and _coherent(self._wholes[one], self._wholes[other]):
            self._take(join)

    def _take(self, join: Join) -> None:
        roots = sorted((self.partition.find(join.left), self.partition.find(join.right)))
        if not self.partition.join(*roots):
            return
        kept, gone = self._wholes[roots[0]], self._wholes.pop(roots[1])
        kept.documents |= gone.documents
        kept.starts |= gone.starts
        kept.countries |= gone.countries
        kept.telling |= gone.telling
        kept.victims |= gone.victims
        kept.begun, kept.published = max(kept.begun, gone.begun), min(kept.published, gone.published)
        self.joins.append(join)
