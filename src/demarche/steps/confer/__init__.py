"""Confer: what two readers of one document agree on, what they differ on, and which of the claims of one the other confirms.

1. Two claims are held against each other by what they say, not by where: the fields of `saying`, one for each thing that a
   person would call another answer. How it is worded and how sure anybody is are not among them.
2. Claims that differ in nothing agree. Of the others, two on shared words that have something in common are one difference;
   each of the rest is one by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from demarche.model.atoms import Passage
from demarche.model.claim import Claim
from demarche.model.vocabulary.attribution import Predicate
from demarche.steps.confer.saying import common, differing

__all__ = ["ALONE", "CONFIRMABLE", "Conferred", "Difference", "agree", "confirmed", "differences"]

ALONE = {Predicate.ATTRIBUTION: 0.6, Predicate.DENIAL: 0.6, Predicate.RESPONSE: 0.4}
"""What a second reader is heard on: who is said to have done it, who denies it, and who answered. A mistake there does harm,
and most where somebody is accused. With each the score from which on such a claim is kept that one reader alone makes."""

CONFIRMABLE = frozenset(ALONE)


@dataclass(frozen=True, slots=True)
class Difference:
    """What one reader says of a document and the other does not; with both claims, `fields` are those that differ."""

    left: Claim | None
    right: Claim | None
    fields: tuple[str, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that there are."""
        return tuple(claim for claim in (self.left, self.right) if claim)

    @property
    def start(self) -> int:
        """Where the words begin that it is about."""
        return min(claim.passage.start for claim in self.claims)

    @property
    def end(self) -> int:
        """Where they end."""
        return max(claim.passage.end for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Conferred:
    """The claims that are kept, and how many of them the other reader confirmed; how many were withheld for want of that."""

    claims: tuple[Claim, ...]
    confirmed: int
    withheld: int


def agree(one: Claim, other: Claim) -> bool:
    """Whether two claims of one document say the same."""
    return one.predicate is other.predicate and not differing(one, other)


def differences(left: Sequence[Claim], right: Sequence[Claim]) -> tuple[Difference, ...]:
    """What two readers of a document differ on, in the order of its words. The order of the claims changes nothing."""
    first, second = _unmatched(left, right), _unmatched(right, left)
    found: list[Difference] = []
    pairs = sorted(
        (len(fields), -_shared(one.passage, other.passage), one.passage.start, one.id, other.id, fields)
        for one in first.values()
        for other in second.values()
        if one.predicate is other.predicate and _shared(one.passage, other.passage) and common(one, other)
        for fields in [differing(one, other)]
    )
    for *_, one_id, other_id, fields in pairs:
        if one_id in first and other_id in second:
            found.append(Difference(first.pop(one_id), second.pop(other_id), fields))
    found += [Difference(claim, None) for claim in first.values()]
    found += [Difference(None, claim) for claim in second.values()]
    return tuple(sorted(found, key=_place))


def _place(difference: Difference) -> tuple[int, int, list[tuple[str, str]]]:
    return difference.start, difference.end, [(claim.predicate, claim.id) for claim in difference.claims]


def _unmatched(claims: Sequence[Claim], others: Sequence[Claim]) -> dict[str, Claim]:
    """Those claims, by identifier, that none of the others agrees with."""
    return {claim.id: claim for claim in claims if not any(agree(claim, other) for other in others)}


def _shared(one: Passage, other: Passage) -> int:
    """How many characters two passages share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def confirmed(claims: Sequence[Claim], by: Sequence[Claim]) -> Conferred:
    """The claims of one reader after another was heard on those that are `CONFIRMABLE`.

    One that the other makes too bears the names of both readers, and the score it had. One that the other does not make is kept
    when its score is at least what `ALONE` asks. What only the other says is not taken over.
    """
    kept: list[Claim] = []
    agreed = 0
    for claim in claims:
        others = [other for other in by if agree(claim, other)] if claim.predicate in CONFIRMABLE else []
        if others:
            agreed += 1
            kept.append(_signed(claim, others))
        elif claim.score >= ALONE.get(claim.predicate, 0.0):
            kept.append(claim)
    return Conferred(tuple(kept), agreed, len(claims) - len(kept))


def _signed(claim: Claim, others: Sequence[Claim]) -> Claim:
    reader, version = min((other.reader, other.reader_version) for other in others)
    return replace(claim, reader=f"{claim.reader}+{reader}", reader_version=f"{claim.reader_version}+{version}")
