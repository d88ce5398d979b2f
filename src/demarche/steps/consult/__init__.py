"""Consult: claims out of what a language model said about a document.

1. The document is laid out in messages (`messages`), under instructions that are the same for all (`instructions`).
2. Somebody outside asks and brings the answers, a saying for each thing that is said to stand in the document.
3. A saying becomes a claim when its quote and every name in it are the document's own words; else it is dropped and counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from demarche.model.atoms import Passage
from demarche.model.claim import PRIMARY, UNKNOWN, UNSPECIFIED, AttributionValue, Claim, DenialValue, PartyName, Value
from demarche.model.saying import Answer, Saying
from demarche.model.source import Document
from demarche.model.sureness import sureness
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.model.vocabulary.yardsticks import scale_of
from demarche.steps.consult.checking import Content, Unfit, unfit
from demarche.steps.consult.question import instructions, messages

__all__ = ["READER", "Consulted", "Unfit", "consult", "instructions", "messages"]

READER = "llm"
SCORE = 0.5
"""What the model says of itself is no measure; nothing better is known of a single claim."""
_OFFICIAL = frozenset((PartyKind.STATE, PartyKind.GOVERNMENT, PartyKind.ANONYMOUS_OFFICIAL))


_OPTIONAL = frozenset(("against",))
"""Parties of values that may be missing."""


@dataclass(frozen=True, slots=True)
class Consulted:
    """The claims that stand, in the order of their passages, and how many sayings were dropped, by why."""

    claims: tuple[Claim, ...]
    dropped: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Found:
    """A saying whose quote stands in the document. `part` is the number of the answer that it is from."""

    part: int
    saying: Saying
    passage: Passage


def consult(document: Document, answers: Sequence[Answer], version: str) -> Consulted:
    """The claims that the answers to the document's messages, in their order, amount to. The same answers give the same claims.

    `version` names the model and what it was asked.
    """
    content = Content.of(document)
    dropped: Counter[str] = Counter()
    found: list[_Found] = []
    for part, answer in enumerate(answers):
        dropped[Unfit.DATE] += answer.undated
        for said in answer.sayings:
            saying = _settled(said)
            passage = content.passage(saying.quote)
            reason = Unfit.QUOTE if passage is None else unfit(content, saying)
            if passage is None or reason:
                dropped[reason or Unfit.QUOTE] += 1
            else:
                found.append(_Found(part, saying, passage))
    labels = _labels(found)
    claims = {claim.id: claim for claim in (_claim(one, labels, version) for one in found)}
    ordered = sorted(claims.values(), key=lambda claim: (claim.passage.start, claim.passage.end, claim.predicate, claim.id))
    return Consulted(tuple(ordered), {str(reason): count for reason, count in sorted(dropped.items()) if count})


def _settled(saying: Saying) -> Saying:
    """The saying with nobody under the one name of nobody, and with what follows from its stance: who refuses to say who did it
    accuses nobody, who owns up accuses itself, and who denies speaks for itself unless another does."""
    value = _named(saying.value)
    asserter, relayed_by = _somebody(saying.asserter), _somebody(saying.relayed_by)
    if isinstance(value, DenialValue):
        asserter = asserter or value.party
    elif isinstance(value, AttributionValue):
        if saying.stance is Stance.DECLINES_TO_ATTRIBUTE or value.accused == UNSPECIFIED:
            value = replace(value, accused=UNKNOWN)
        elif saying.stance is Stance.CLAIMS_RESPONSIBILITY:
            asserter = asserter or value.accused
    return replace(saying, value=value, asserter=asserter, relayed_by=relayed_by)


def _named(value: Value) -> Value:
    """The value with every party in it that is nobody as `UNSPECIFIED`, or as None where there need not be one."""
    parties = {field.name: found for field in fields(value) if isinstance(found := getattr(value, field.name), PartyName)}
    nobody: dict[str, Any] = {
        name: None if name in _OPTIONAL else UNSPECIFIED for name in parties if not _somebody(parties[name])
    }
    return replace(value, **nobody)


def _somebody(party: PartyName | None) -> PartyName | None:
    """The party; None for one that is called or said to be nobody."""
    if party is None or party.kind is PartyKind.UNSPECIFIED or party.name.casefold() in {UNKNOWN.name, UNSPECIFIED.name}:
        return None
    return party


def _labels(found: Sequence[_Found]) -> dict[tuple[int, int], str]:
    """The labels of events: other incidents are numbered anew over all answers, in the order of their first passages."""
    first: dict[tuple[int, int], int] = {}
    for one in found:
        event = one.part, one.saying.event
        first[event] = min(one.passage.start, first.get(event, one.passage.start))
    others = sorted((event for event in first if event[1]), key=lambda event: (first[event], event))
    return {event: f"other-{number}" for number, event in enumerate(others, 1)}


def _claim(found: _Found, labels: Mapping[tuple[int, int], str], version: str) -> Claim:
    saying = found.saying
    asserter = saying.asserter or UNSPECIFIED
    scale = scale_of(asserter.country, asserter.kind in _OFFICIAL)
    likelihood, confidence = sureness(saying.words, scale) if saying.words else (None, None)
    return Claim(
        passage=found.passage,
        value=saying.value,
        asserter=asserter,
        stance=saying.stance,
        reader=READER,
        reader_version=version,
        score=SCORE,
        relayed_by=saying.relayed_by,
        likelihood=likelihood,
        confidence=confidence,
        said_on=saying.said_on,
        event=labels.get((found.part, saying.event), PRIMARY),
    )
