"""Which actor a name of a reference list means, when it means only one.

The lists overlap and disagree: a name may belong to several clusters of one list, the clusters of several lists to one actor.
Two clusters of different lists are one actor when the main name of either is a name of the other; Microsoft's list holds its
old and its new names as clusters of their own, so there two of one list may be one. A name means the actor whose main name
it is, else the only actor that has it; a name that still leads to several is ambiguous and means none.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from demarche.model.disjoint import Partition
from demarche.reference.galaxies import ACTOR_GALAXIES, Cluster, clusters
from demarche.steps.resolve.names import fold

_RENAMED = "microsoft-activity-group"


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of the lists: its main name, its country where the lists agree on one, and each name with its list."""

    name: str
    country: str | None
    aliases: tuple[tuple[str, str], ...]


def _key(cluster: Cluster) -> str:
    # The rank of the list comes first, so that the least key of a set is that of the first list.
    return f"{ACTOR_GALAXIES.index(cluster.galaxy)}/{cluster.name}"


def _names(cluster: Cluster) -> set[str]:
    return {fold(name) for name in (cluster.name, *cluster.synonyms) if name}


def _joined(found: dict[str, Cluster]) -> Partition:
    """Clusters of different lists as one where a main name is shared."""
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for key, cluster in found.items():
        for name in _names(cluster):
            by_name[name].append(key)
    pairs: set[tuple[bool, str, str]] = set()
    for key, cluster in found.items():
        for other in by_name[fold(cluster.name)]:
            if other != key:
                mutual = fold(found[other].name) in _names(cluster)
                pairs.add((not mutual, min(key, other), max(key, other)))
    actors, lists = Partition(found), {key: {cluster.galaxy} - {_RENAMED} for key, cluster in found.items()}
    for _, left, right in sorted(pairs):
        one, other = actors.find(left), actors.find(right)
        if one != other and not lists[one] & lists[other]:
            actors.join(one, other)
            lists[actors.find(one)] = lists[one] | lists[other]
    return actors


def _one(mains: set[str], others: set[str]) -> str | None:
    """The only root among those whose main name it is, else among all; None when there are several."""
    for roots in (mains, mains | others):
        if len(roots) == 1:
            return next(iter(roots))
    return None


@cache
def actors() -> dict[str, Actor]:
    """Every unambiguous actor name, folded, with the actor it means."""
    found = {_key(cluster): cluster for galaxy in ACTOR_GALAXIES for cluster in clusters(galaxy)}
    made: dict[str, Actor] = {}
    mains: defaultdict[str, set[str]] = defaultdict(set)
    others: defaultdict[str, set[str]] = defaultdict(set)
    for root, keys in _joined(found).groups().items():
        members = [found[key] for key in keys]
        codes = {member.country for member in members if member.country}
        named = {(name, member.galaxy) for member in members for name in (member.name, *member.synonyms) if name}
        made[root] = Actor(found[root].name, codes.pop() if len(codes) == 1 else None, tuple(sorted(named)))
        for member in members:
            mains[fold(member.name)].add(root)
        for name, _ in named:
            others[fold(name)].add(root)
    meant = {name: _one(mains[name], others[name]) for name in sorted(others)}
    return {name: made[root] for name, root in meant.items() if root is not None}
