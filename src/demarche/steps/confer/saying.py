"""What a claim says, field by field, and whether two claims say the same in a field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from demarche.model.claim import PRIMARY, Claim, PartyName
from demarche.model.vocabulary.attribution import PartyKind, Predicate

_VALUES: dict[Predicate, tuple[str, ...]] = {
    Predicate.VICTIM: ("party",),
    Predicate.SERVICE: ("name", "effect"),
    Predicate.DATE: ("role", "date"),
    Predicate.TYPE: ("type",),
    Predicate.IMPACT: ("impact",),
    Predicate.MEANS: ("name",),
    Predicate.ATTRIBUTION: ("accused",),
    Predicate.DENIAL: ("party",),
    Predicate.RESPONSE: ("act", "by", "against", "status"),
    Predicate.CONTEXT: ("topic",),
    Predicate.ALIAS: ("name", "alias"),
    Predicate.LINK: ("party", "state"),
}
"""The fields of each kind of value that make it another answer when they differ."""

_SUBJECTS: dict[Predicate, tuple[str, ...]] = {
    Predicate.SERVICE: ("name",),
    Predicate.DATE: ("role",),
    Predicate.ATTRIBUTION: ("accused", "asserter"),
    Predicate.RESPONSE: ("act", "by"),
}
"""The fields of which one must be the same for two claims to be two answers to one question; else all fields of the value."""

_WORDS = re.compile(r"\w+")
_EMPTY = frozenset({"the", "s"})
"""Words that a name may have or lack: "the Kremlin", "Norway's parliament"."""


def differing(one: Claim, other: Claim) -> tuple[str, ...]:
    """The fields in which two claims about one thing differ."""
    left, right = dict(_said(one)), dict(_said(other))
    return tuple(name for name in left if not _same(left[name], right[name]))


def common(one: Claim, other: Claim) -> bool:
    """Whether two claims of one predicate are two answers to one question: of their subjects one at least is the same."""
    left, right = dict(_said(one)), dict(_said(other))
    names = _SUBJECTS.get(one.predicate, _VALUES[one.predicate])
    return any(left[name] is not None and _same(left[name], right[name]) for name in names)


def _said(claim: Claim) -> Iterator[tuple[str, Any]]:
    for name in _VALUES[claim.predicate]:
        yield name, getattr(claim.value, name)
    if claim.predicate is Predicate.ATTRIBUTION:
        yield "asserter", claim.asserter
        yield "stance", claim.stance
    yield "event", claim.event == PRIMARY  # readers number the other events of a report as they please


def _same(one: Any, other: Any) -> bool:
    if one is None or other is None:
        return True  # who leaves a thing open does not contradict who names it
    if isinstance(one, PartyName) and isinstance(other, PartyName):
        return _same_party(one, other)
    if isinstance(one, str) and type(one) is str:
        return _words(one) == _words(other)
    return bool(one == other)


def _same_party(one: PartyName, other: PartyName) -> bool:
    """Whether two names of one report mean one party: the same words; or, where both are of one kind, one country, or the words
    of one all in the other ("Rama", "Edi Rama")."""
    if PartyKind.UNSPECIFIED in (one.kind, other.kind):
        return one.kind is other.kind
    if one.country and other.country and one.country != other.country:
        return False
    left, right = _words(one.name), _words(other.name)
    if left == right:
        return True
    if one.kind is not other.kind:
        return False
    if one.kind is PartyKind.STATE and one.country and one.country == other.country:
        return True
    return bool(left and right) and (left <= right or right <= left)


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(name.casefold())) - _EMPTY
