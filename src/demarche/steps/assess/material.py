"""What an incident is assessed from: its claims in order, the parties, and which documents count as one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from demarche.model.claim import Claim
from demarche.model.record import Parties, Stands
from demarche.model.vocabulary.attribution import Stance

AFFIRMED = frozenset({Stance.ASSERTS, Stance.SUSPECTS, Stance.CLAIMS_RESPONSIBILITY})
"""Stances under which a claim gives a fact a row; a denied or doubted fact is none."""

V = TypeVar("V")
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Material:
    """The claims of one cluster in the order of their ids, and what they are read with."""

    claims: tuple[Claim, ...]
    parties: Parties
    originals: Mapping[str, str]
    """For each document the one it counts as."""

    def of(self, value_class: type[V], stances: frozenset[Stance] | None = None) -> list[tuple[Claim, V]]:
        """The claims whose value is of a class, with the value; all stances unless some are named."""
        return [
            (claim, claim.value)
            for claim in self.claims
            if isinstance(claim.value, value_class) and (stances is None or claim.stance in stances)
        ]

    def on(self, claims: Iterable[Claim]) -> Stands:
        """What a row stands on: near-copies of one text are one source."""
        members = list(claims)
        sources = {self.originals[claim.passage.document] for claim in members}
        return Stands(tuple(sorted({claim.id for claim in members})), len(sources))


def grouped(pairs: Sequence[tuple[Claim, V]], key: Callable[[Claim, V], K]) -> dict[K, list[tuple[Claim, V]]]:
    """Claims with equal keys together, in the order in which they came."""
    found: defaultdict[K, list[tuple[Claim, V]]] = defaultdict(list)
    for claim, value in pairs:
        found[key(claim, value)].append((claim, value))
    return dict(found)


def claims_of(pairs: Iterable[tuple[Claim, V]]) -> list[Claim]:
    """The claims of a group."""
    return [claim for claim, _ in pairs]
