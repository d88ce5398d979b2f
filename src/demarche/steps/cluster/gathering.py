"""Clusters while they grow: joins in order of their points, each refused when the whole would no longer be one event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from demarche.model.disjoint import Partition
from demarche.model.record import Join
from demarche.steps.cluster.features import Features
from demarche.steps.cluster.scoring import Evidence, evidence

_ASKED = 6
"""Units of each side that are compared before two sets become one."""
_MEAN = 1.0
"""Points that pairs across two sets need on average."""


def _some(members: Sequence[str]) -> list[str]:
    """A few members, evenly spread over all."""
    step = max(1, len(members) // _ASKED)
    return list(members[::step][:_ASKED])


class Gathering:
    """Units in sets, and the joins that made them."""

    def __init__(self, units: Mapping[str, Features]) -> None:
        self.partition = Partition(units)
        self.joins: list[Join] = []
        self._units = units
        self._members = {identifier: [identifier] for identifier in units}
        self._documents = {identifier: {unit.unit.document} for identifier, unit in units.items()}
        self._known: dict[tuple[str, str], Evidence] = {}

    def evidence(self, left: str, right: str) -> Evidence:
        """What speaks for and against two units, worked out once."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._known:
            self._known[pair] = evidence(self._units[pair[0]], self._units[pair[1]])
        return self._known[pair]

    def force(self, join: Join) -> None:
        """Join without regard to coherence, unless a person parted the two."""
        self._take(join)

    def offer(self, join: Join) -> None:
        """Join when the whole stays coherent."""
        one, other = self.partition.find(join.left), self.partition.find(join.right)
        if one != other and self._coherent(one, other):
            self._take(join)

    def _coherent(self, one: str, other: str) -> bool:
        """No two events of one document, and no two days on which it began; of the pairs across both sets less than half
        contradict one another, and all together speak for one event."""
        if self._documents[one] & self._documents[other]:
            return False
        pairs = [self.evidence(left, right) for left in _some(self._members[one]) for right in _some(self._members[other])]
        if any(pair.parted for pair in pairs):
            return False
        if len(pairs) == 1:
            return True
        mean = sum(sorted(pair.points for pair in pairs)) / len(pairs)
        return 2 * sum(pair.contradicts for pair in pairs) < len(pairs) and mean >= _MEAN

    def _take(self, join: Join) -> None:
        roots = sorted((self.partition.find(join.left), self.partition.find(join.right)))
        if not self.partition.join(*roots):
            return
        kept, gone = roots
        self._members[kept] = sorted(self._members[kept] + self._members.pop(gone))
        self._documents[kept] |= self._documents.pop(gone)
        self.joins.append(join)
