"""The record: parties, incidents and their rows, all derived from claims and judgements and rebuilt from them at will.

Every row keeps the identifiers of the claims it stands on; a row without claims cannot be made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from demarche.errors import IntegrityError
from demarche.model.atoms import Marking, PartialDate
from demarche.model.claim import (
    Confidence,
    ImpactValue,
    Likelihood,
    MeansValue,
    PartyName,
    ServiceValue,
)
from demarche.model.vocabulary.attribution import Basis, PartyKind, Stance, Standing, StateResponsibility
from demarche.model.vocabulary.incidents import DateRole, IncidentType, Sector
from demarche.model.vocabulary.responses import Act, Status


class JudgementKind(StrEnum):
    """What a person can decide."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"
    SAME_AS = "same-as"
    NOT_SAME_AS = "not-same-as"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision: append-only, reversible by another one, signed. `subject` and `other` are claim, party or incident
    unit identifiers; `value` is canonical JSON where the kind needs one; `made_at` is an ISO 8601 instant in UTC.
    """

    kind: JudgementKind
    subject: str
    author: str
    made_at: str
    other: str | None = None
    value: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a party and who uses it (`reporting` when no asserter is known, or the name of a reference list)."""

    name: str
    used_by: str


@dataclass(frozen=True, slots=True)
class Party:
    """A resolved state, group, organisation or person. `reason` says what the names were joined by."""

    id: str
    name: str
    kind: PartyKind
    country: str | None = None
    aliases: tuple[Alias, ...] = ()
    state_link: str | None = None
    """ISO 3166-1 alpha-2 code of the state it is said to act for."""
    responsibility: StateResponsibility | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Parties:
    """The resolved parties and which name leads to which."""

    by_name: Mapping[PartyName, Party]

    def of(self, name: PartyName) -> Party:
        """The party behind a name; KeyError when the name was not among those resolved."""
        return self.by_name[name]


@dataclass(frozen=True, slots=True)
class Stands:
    """What a row stands on: its claims, in the order of their ids, and how many independent sources they come from."""

    claims: tuple[str, ...]
    sources: int

    def __post_init__(self) -> None:
        """No value without a passage."""
        if not self.claims or self.sources < 1:
            raise IntegrityError("a row of the record must stand on at least one claim of one source")


@dataclass(frozen=True, slots=True)
class VictimRow:
    """One victim of an incident."""

    party: Party
    sector: Sector
    on: Stands


@dataclass(frozen=True, slots=True)
class DateRow:
    """One day that sources give an incident; dissenting days are rows of their own."""

    role: DateRole
    date: PartialDate
    on: Stands


@dataclass(frozen=True, slots=True)
class TypeRow:
    """One kind of operation that an incident is said to be."""

    type: IncidentType
    on: Stands


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service and what became of it."""

    service: ServiceValue
    on: Stands


@dataclass(frozen=True, slots=True)
class ImpactRow:
    """One impact as said."""

    impact: ImpactValue
    on: Stands


@dataclass(frozen=True, slots=True)
class MeansRow:
    """One means as said."""

    means: MeansValue
    on: Stands


@dataclass(frozen=True, slots=True)
class AttributionRow:
    """One asserter's stance on one accused: the ledger's line. Each asserter has lines of its own; nothing is averaged."""

    asserter: Party
    accused: Party
    stance: Stance
    basis: Basis
    likelihood: Likelihood | None
    confidence: Confidence | None
    said_on: PartialDate | None
    relayed_by: PartyName | None
    on: Stands


@dataclass(frozen=True, slots=True)
class DenialRow:
    """One party's denial, with the word it used."""

    party: Party
    words: str
    said_on: PartialDate | None
    on: Stands


@dataclass(frozen=True, slots=True)
class ResponseRow:
    """One answer to the incident. `rung` is its place on the ladder, 0 for acts that are not on it (domestic ones)."""

    act: Act
    by: Party
    status: Status
    rung: int
    against: Party | None
    date: PartialDate | None
    terms: str | None
    on: Stands


@dataclass(frozen=True, slots=True)
class ContextRow:
    """One sentence of background."""

    text: str
    since: PartialDate | None
    on: Stands


@dataclass(frozen=True, slots=True)
class Lag:
    """Days between two moments of an incident; both ends exact to the day."""

    start: str
    end: str
    days: int


@dataclass(frozen=True, slots=True)
class Source:
    """A document of an incident. `echo_of` names the document it is a near-copy of; an echo counts once with its original."""

    document: str
    title: str | None
    publisher: str | None
    published: PartialDate | None
    url: str | None
    name: str
    echo_of: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """One event of one document: what clustering joins. `id` is `document/event`."""

    document: str
    event: str

    @property
    def id(self) -> str:
        """Document identifier and event label."""
        return f"{self.document}/{self.event}"


@dataclass(frozen=True, slots=True)
class Join:
    """Why two units were taken for one incident, with the values compared."""

    left: str
    right: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Units that describe one event, and why."""

    units: tuple[Unit, ...]
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """The event that several reports describe; every field derived, dissent kept. `id` is readable and stable
    (`albania-2022-07`); `start` is the best supported start, None when no source gives one.
    """

    id: str
    title: str
    standing: Standing
    contested: bool
    marking: Marking
    start: PartialDate | None
    victims: tuple[VictimRow, ...]
    dates: tuple[DateRow, ...]
    types: tuple[TypeRow, ...]
    services: tuple[ServiceRow, ...]
    impacts: tuple[ImpactRow, ...]
    means: tuple[MeansRow, ...]
    attributions: tuple[AttributionRow, ...]
    denials: tuple[DenialRow, ...]
    responses: tuple[ResponseRow, ...]
    context: tuple[ContextRow, ...]
    related: tuple[str, ...]
    lags: tuple[Lag, ...]
    sources: tuple[Source, ...]
    joins: tuple[Join, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """Everything known: a pure function of claims and judgements."""

    incidents: tuple[Incident, ...]
    parties: tuple[Party, ...]
