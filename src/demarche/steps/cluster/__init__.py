"""Cluster: which events of which documents are one and the same incident.

1. Boil each unit, one event of one document, down to the sets that are compared.
2. Apply the judgements, then join near-copies of one text event by event.
3. Compare the pairs that share a block, and join them from the most points down while each whole stays coherent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from demarche.model.claim import PRIMARY, Claim
from demarche.model.echoes import echoes
from demarche.model.record import Cluster, Join, Judgement, Parties
from demarche.model.source import SourceFacts
from demarche.steps.cluster.blocks import candidates
from demarche.steps.cluster.features import Features, features
from demarche.steps.cluster.gathering import Gathering
from demarche.steps.cluster.judged import decisions
from demarche.steps.cluster.scoring import CERTAIN, enough


def _copies(units: Mapping[str, Features]) -> Iterator[Join]:
    """Events of the same label in near-copies of one text."""
    same: defaultdict[str, list[str]] = defaultdict(list)
    for identifier, unit in units.items():
        same[unit.echo].append(identifier)
    for group in same.values():
        yield from (Join(group[0], other, CERTAIN, "near-copies of one text") for other in group[1:])


def _scored(units: Mapping[str, Features], gathering: Gathering) -> list[Join]:
    """The pairs with enough points: those of what both reports are mainly about first, then most points first. A side remark
    that is mistaken for an event of its own must not keep its report out of the event.
    """
    found = []
    for left, right in candidates(units):
        told = gathering.evidence(left, right)
        if enough(told):
            found.append(Join(left, right, round(told.points, 2), "; ".join(told.reasons)))

    def place(join: Join) -> tuple[bool, float, str, str]:
        asides = any(units[unit].unit.event != PRIMARY for unit in (join.left, join.right))
        return asides, -join.score, join.left, join.right

    return sorted(found, key=place)


def cluster(
    claims: Sequence[Claim], sources: Mapping[str, SourceFacts], parties: Parties, judgements: Sequence[Judgement]
) -> tuple[Cluster, ...]:
    """The units of all claims in sets, one for each incident, with the reasons. Any order of anything gives the same sets.

    IntegrityError when a claim's document is not among the sources.
    """
    units = features(claims, sources, parties, echoes(sources.values()))
    decided = decisions(judgements, frozenset(units))
    gathering = Gathering(units)
    for pair in decided.apart:
        gathering.partition.keep_apart(*pair)
    for join in decided.together:
        gathering.force(join)
    free = {identifier: unit for identifier, unit in units.items() if identifier not in decided.alone}
    for join in (*_copies(free), *_scored(free, gathering)):
        gathering.offer(join)
    joins: defaultdict[str, list[Join]] = defaultdict(list)
    for join in gathering.joins:
        joins[gathering.partition.find(join.left)].append(join)
    return tuple(
        Cluster(tuple(units[member].unit for member in members), tuple(sorted(joins[root], key=lambda j: (j.left, j.right))))
        for root, members in gathering.partition.groups().items()
    )
