"""Resolve: one party for each real-world state, group, organisation or person that the claims name.

1. Gather every name into nodes: names that are equal once folded; a state under all its names.
2. Collect the ways in which two nodes may be one, strongest first, each with its reason.
3. Apply the judgements: what a person joined comes first, what a person parted is never joined by what follows.
4. Join, and describe each set as a party.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from demarche.model.claim import Claim, PartyName
from demarche.model.disjoint import Partition
from demarche.model.record import Judgement, Parties, Party
from demarche.steps.resolve.describe import describe
from demarche.steps.resolve.gather import gather
from demarche.steps.resolve.joins import joins
from demarche.steps.resolve.judged import decisions


def resolve(claims: Iterable[Claim], judgements: Iterable[Judgement]) -> Parties:
    """The parties behind all names in the claims. Any order of either gives the same parties."""
    said = gather(claims)
    same, apart = decisions(judgements, said.nodes)
    partition = Partition(said.nodes)
    for left, right in apart:
        partition.keep_apart(left, right)
    reasons: defaultdict[str, set[str]] = defaultdict(set)
    for join in (*same, *joins(said)):
        if partition.join(join.left, join.right):
            reasons[join.left].add(join.reason)
    parted = {key for pair in apart for key in pair}
    by_name: dict[PartyName, Party] = {}
    for members in partition.groups().values():
        nodes = [said.nodes[key] for key in members]
        why = sorted({reason for key in members for reason in reasons.get(key, ())})
        party = describe(nodes, why, said, parted=not parted.isdisjoint(members))
        by_name.update({name: party for node in nodes for name in node.names})
    return Parties(by_name)
