"""Who and what a claim speaks of, in which role, and where its passage names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from demarche.doors.cli import words
from demarche.model.atoms import Passage
from demarche.model.claim import (
    AliasValue,
    AttributionValue,
    Claim,
    DateValue,
    DenialValue,
    ImpactValue,
    LinkValue,
    MeansValue,
    PartyName,
    ResponseValue,
    ServiceValue,
    Value,
    VictimValue,
)
from demarche.model.vocabulary.attribution import PartyKind


class Role(StrEnum):
    """What somebody is to a claim, or what some words are to it."""

    ASSERTER = "asserter"
    RELAYED_BY = "relayed by"
    ACCUSED = "accused"
    VICTIM = "victim"
    DENIER = "denier"
    BY = "by"
    AGAINST = "against"
    GROUP = "group"
    STATE = "state"
    NAME = "name"
    WHOSE = "whose"
    HEDGE = "hedge"
    DENIAL = "denial"
    DATE = "date"
    TERMS = "terms"


Span = tuple[int, int]
"""The first character of a document's text and the one behind the last."""


@dataclass(frozen=True, slots=True)
class Part:
    """One role of a claim: who or what has it, in words to show, and where the passage names them. `sought` is whether there
    is a name to look for; nobody looks for "unspecified"."""

    role: Role
    shown: str
    spans: tuple[Span, ...] = ()
    sought: bool = True

    @property
    def missing(self) -> bool:
        """Whether the passage does not name what it was searched for."""
        return self.sought and not self.spans


def parts(claim: Claim) -> tuple[Part, ...]:
    """Every role of a claim: parties first, then hedges and other words."""
    parties = (_of_party(claim.passage, role, party) for role, party in _parties(claim) if party)
    said = (_of_words(claim.passage, role, said) for role, said in _words(claim) if said)
    return (*parties, *said)


def _of_party(passage: Passage, role: Role, party: PartyName) -> Part:
    if party.kind is PartyKind.UNSPECIFIED:
        return Part(role, words.party(party), sought=False)
    return Part(role, words.party(party), _spans(passage, party.name))


def _of_words(passage: Passage, role: Role, said: str) -> Part:
    return Part(role, words.quoted(said), _spans(passage, said))


def _parties(claim: Claim) -> Iterator[tuple[Role, PartyName | None]]:
    yield Role.ASSERTER, claim.asserter
    yield Role.RELAYED_BY, claim.relayed_by
    match claim.value:
        case VictimValue(party=party):
            yield Role.VICTIM, party
        case AttributionValue(accused=accused):
            yield Role.ACCUSED, accused
        case DenialValue(party=party):
            yield Role.DENIER, party
        case ResponseValue(by=by, against=against):
            yield Role.BY, by
            yield Role.AGAINST, against
        case LinkValue(party=party, state=state):
            yield Role.GROUP, party
            yield Role.STATE, state
        case _:
            pass


def _words(claim: Claim) -> Iterator[tuple[Role, str | None]]:
    yield Role.HEDGE, claim.likelihood.words if claim.likelihood else None
    yield Role.HEDGE, claim.confidence.words if claim.confidence else None
    yield from _words_of_value(claim.value)


def _words_of_value(value: Value) -> Iterator[tuple[Role, str | None]]:
    match value:
        case ServiceValue(name=name) | MeansValue(name=name):
            yield Role.NAME, name
        case AliasValue(name=name, alias=alias):
            yield Role.NAME, name
            yield Role.NAME, alias
        case ImpactValue(whose=whose):
            yield Role.WHOSE, whose
        case DenialValue(words=said):
            yield Role.DENIAL, said
        case DateValue(words=said):
            yield Role.DATE, said
        case ResponseValue(terms=terms):
            yield Role.TERMS, terms
        case _:
            pass


def _spans(passage: Passage, name: str) -> tuple[Span, ...]:
    """Where a passage has a name as whole words: as it is written, else in other letters, unless it is an abbreviation."""
    sought = name.split()
    if not sought:
        return ()
    between = r"\s+".join(re.escape(word) for word in sought)
    whole = rf"(?<!\w){between}(?!\w)"
    for flags in (re.NOFLAG,) if name.isupper() else (re.NOFLAG, re.IGNORECASE):
        found = [match.span() for match in re.finditer(whole, passage.quote, flags)]
        if found:
            return tuple((passage.start + start, passage.start + end) for start, end in found)
    return ()
