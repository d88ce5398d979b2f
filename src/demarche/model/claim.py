"""A claim: one thing one asserter says, in one passage. Append-only; never edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from demarche.model.atoms import PartialDate, Passage, canonical_json, written_id
from demarche.model.source import Document
from demarche.model.vocabulary.attribution import (
    Basis,
    ContextTopic,
    PartyKind,
    Predicate,
    Stance,
    StateResponsibility,
)
from demarche.model.vocabulary.incidents import (
    DataClass,
    DateRole,
    Impact,
    IncidentType,
    MeansKind,
    Sector,
    ServiceEffect,
)
from demarche.model.vocabulary.responses import Act, Status
from demarche.model.vocabulary.yardsticks import ConfidenceLevel, Scale

PRIMARY = "primary"
"""The event label of what a report is mainly about; other events of the same report are `other-1`, `other-2` in
reading order."""


@dataclass(frozen=True, slots=True, order=True)
class PartyName:
    """Somebody as a text names them, before resolution. `country` only where the text or the office gives it."""

    name: str
    kind: PartyKind
    country: str | None = None


UNSPECIFIED = PartyName("unspecified", PartyKind.UNSPECIFIED)
"""The asserter of a passive without an agent. Never promoted to anybody."""

UNKNOWN = PartyName("unknown", PartyKind.UNSPECIFIED)
"""The accused of a refusal to attribute."""


@dataclass(frozen=True, slots=True)
class Likelihood:
    """Words of probability as said, the yardstick of whoever speaks, and the band in per cent that both together mean."""

    words: str
    scale: Scale
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Confidence:
    """Words of confidence as said: about the ground under a judgement, never about how likely it is."""

    words: str
    scale: Scale
    level: ConfidenceLevel | None = None


@dataclass(frozen=True, slots=True)
class VictimValue:
    """Somebody who was hit."""

    party: PartyName
    sector: Sector


@dataclass(frozen=True, slots=True)
class ServiceValue:
    """A named service or site, and what became of it."""

    name: str
    effect: ServiceEffect


@dataclass(frozen=True, slots=True)
class DateValue:
    """A day of the incident; `words` are those it was derived from."""

    role: DateRole
    date: PartialDate
    words: str


@dataclass(frozen=True, slots=True)
class TypeValue:
    """What kind of operation it was."""

    type: IncidentType


@dataclass(frozen=True, slots=True)
class ImpactValue:
    """What it did: for data the classes, whose, and how many people; for money the amount in whole units of a currency
    (ISO 4217)."""

    impact: Impact
    data_classes: tuple[DataClass, ...] = ()
    whose: str | None = None
    personal: bool = False
    head_count: int | None = None
    amount: int | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class MeansValue:
    """Malware, a vulnerability or a way in, by name."""

    kind: MeansKind
    name: str


@dataclass(frozen=True, slots=True)
class AttributionValue:
    """Who is said to have done it, and what the saying rests on."""

    accused: PartyName
    basis: Basis
    responsibility: StateResponsibility | None = None


@dataclass(frozen=True, slots=True)
class DenialValue:
    """Who denies; `words` is the word of denial as said ("baseless"), empty where no words deny by themselves."""

    party: PartyName
    words: str


@dataclass(frozen=True, slots=True)
class ResponseValue:
    """What somebody did, or said they might do, about the incident. `terms` keeps a condition as said ("within 24 hours")."""

    act: Act
    by: PartyName
    status: Status
    against: PartyName | None = None
    date: PartialDate | None = None
    terms: str | None = None


@dataclass(frozen=True, slots=True)
class ContextValue:
    """Background that the source gives; the passage says it."""

    topic: ContextTopic
    since: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class AliasValue:
    """Two names of one party, as the asserter uses them."""

    name: str
    alias: str


@dataclass(frozen=True, slots=True)
class LinkValue:
    """A group's tie to a state, graded where the words allow it."""

    party: PartyName
    state: PartyName
    responsibility: StateResponsibility | None = None


Value = (
    VictimValue
    | ServiceValue
    | DateValue
    | TypeValue
    | ImpactValue
    | MeansValue
    | AttributionValue
    | DenialValue
    | ResponseValue
    | ContextValue
    | AliasValue
    | LinkValue
)

VALUE_CLASSES: dict[Predicate, type] = {
    Predicate.VICTIM: VictimValue,
    Predicate.SERVICE: ServiceValue,
    Predicate.DATE: DateValue,
    Predicate.TYPE: TypeValue,
    Predicate.IMPACT: ImpactValue,
    Predicate.MEANS: MeansValue,
    Predicate.ATTRIBUTION: AttributionValue,
    Predicate.DENIAL: DenialValue,
    Predicate.RESPONSE: ResponseValue,
    Predicate.CONTEXT: ContextValue,
    Predicate.ALIAS: AliasValue,
    Predicate.LINK: LinkValue,
}

PREDICATES: dict[type, Predicate] = {value: predicate for predicate, value in VALUE_CLASSES.items()}


@dataclass(frozen=True)
class Claim:
    """One thing one asserter says, in one passage.

    `asserter` is the innermost source, `relayed_by` who passes it on. `event` tells apart the incidents of one document.
    `said_on` is the day of the saying, not of the event. `score` is the reader's own, 0 to 1.
    """

    passage: Passage
    value: Value
    asserter: PartyName
    stance: Stance
    reader: str
    reader_version: str
    score: float
    relayed_by: PartyName | None = None
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None
    said_on: PartialDate | None = None
    event: str = PRIMARY

    @property
    def predicate(self) -> Predicate:
        """What the claim is about, by the class of its value."""
        return PREDICATES[type(self.value)]

    @cached_property
    def id(self) -> str:
        """Made of the whole claim; two equal claims are one."""
        return written_id("claim", f'{{"claim":{canonical_json(self)},"predicate":{canonical_json(self.predicate)}}}')


Reader = Callable[[Document], tuple[Claim, ...]]
"""What reads a document: the rules now, a trained model later. Pure: same document, same claims."""
