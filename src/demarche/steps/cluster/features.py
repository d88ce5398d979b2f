"""What is compared of a unit: one event of one document, boiled down to sets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from demarche.errors import IntegrityError
from demarche.model.atoms import PartialDate
from demarche.model.claim import (
    PRIMARY,
    AttributionValue,
    Claim,
    DateValue,
    DenialValue,
    MeansValue,
    ResponseValue,
    ServiceValue,
    TypeValue,
    VictimValue,
)
from demarche.model.record import Parties, Party, Unit
from demarche.model.source import SourceFacts
from demarche.model.vocabulary.act_facts import rung
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.model.vocabulary.incidents import DateRole, MeansKind
from demarche.model.vocabulary.responses import Act
from demarche.steps.cluster.words import Rarity, bag, words

_ACCUSING = frozenset({Stance.ASSERTS, Stance.SUSPECTS, Stance.CLAIMS_RESPONSIBILITY, Stance.DENIES})
_AFFIRMED = frozenset({Stance.ASSERTS, Stance.SUSPECTS, Stance.CLAIMS_RESPONSIBILITY})
_TELLING_RUNG = rung(Act.PROTEST_NOTE)
_RARE = 2.5
"""The rarity from which a word of a victim's name is its own: "Sony", not "bank"."""
_LEAD = 4
"""The title and the first passages say what a report is about."""


@dataclass
class Features:
    """The sets that are compared. Victims and accused are party identifiers, with their names for the reasons; `private`
    victims are no government bodies. `published` is the last day the document may have been published: its events began before.
    `words` are those of its passages as a direction of length one, `names` the telling words of private victims' names. Of
    countries and starts it is kept how surely they were read, 0 to 1.
    """

    unit: Unit
    published: date | None = None
    echo: str = ""
    countries: dict[str, float] = field(default_factory=dict)
    victims: dict[str, str] = field(default_factory=dict)
    starts: dict[PartialDate, float] = field(default_factory=dict)
    types: set[str] = field(default_factory=set)
    accused: dict[str, str] = field(default_factory=dict)
    accused_countries: set[str] = field(default_factory=set)
    private: set[str] = field(default_factory=set)
    tools: set[str] = field(default_factory=set)
    services: set[str] = field(default_factory=set)
    answers: set[str] = field(default_factory=set)
    words: dict[str, float] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    @cached_property
    def id(self) -> str:
        """The unit's identifier."""
        return self.unit.id

    @cached_property
    def start(self) -> PartialDate | None:
        """The most exact start it gives, the earliest of several."""
        best = max((start.precision for start in self.starts), default=0)
        return min((start for start in self.starts if start.precision == best), key=str, default=None)


def _victim(party: Party, score: float, into: Features) -> None:
    if party.country:
        into.countries[party.country] = max(score, into.countries.get(party.country, 0.0))
    if party.kind not in (PartyKind.STATE, PartyKind.UNSPECIFIED):
        into.victims[party.id] = party.name
        if party.kind is not PartyKind.GOVERNMENT:
            into.private.add(party.id)


def _accused(party: Party, into: Features) -> None:
    if party.kind is PartyKind.UNSPECIFIED:
        return
    country = party.state_link or party.country
    if country:
        into.accused_countries.add(country)
    if party.kind is not PartyKind.STATE:
        into.accused[party.id] = party.name


def _response(value: ResponseValue, parties: Parties, into: Features) -> None:
    by = parties.of(value.by).country
    against = parties.of(value.against).country if value.against else None
    if by and against and rung(value.act) >= _TELLING_RUNG:
        into.answers.add(f"{value.act} by {by} against {against}")


def _fact(claim: Claim, parties: Parties, into: Features) -> None:
    match claim.value:
        case VictimValue(party=party):
            _victim(parties.of(party), claim.score, into)
        case DateValue(role=DateRole.START, date=day):
            into.starts[day] = max(claim.score, into.starts.get(day, 0.0))
        case TypeValue(type=kind):
            into.types.add(kind)
        case ServiceValue(name=name):
            into.services.add(name.casefold())
        case MeansValue(kind=kind, name=name) if kind is not MeansKind.VECTOR:
            into.tools.add(name.casefold())
        case ResponseValue() as value:
            _response(value, parties, into)


def _read(claim: Claim, parties: Parties, into: Features) -> None:
    value = claim.value
    if isinstance(value, AttributionValue):
        if claim.stance in _ACCUSING:
            _accused(parties.of(value.accused), into)
    elif isinstance(value, DenialValue):
        _accused(parties.of(value.party), into)
    elif claim.stance in _AFFIRMED:
        _fact(claim, parties, into)


def _last_day(facts: SourceFacts) -> date | None:
    return facts.origin.published.last if facts.origin.published else None


def _words(claims: Sequence[Claim], title: str | None) -> dict[str, float]:
    """What the passages of a unit say, the opening with more weight, and the title where the report is about this unit."""
    passages = sorted({claim.passage for claim in claims})
    texts = [passage.quote for passage in passages]
    lead = [title] if title and claims[0].event == PRIMARY else []
    opening = _LEAD - len(lead)
    return bag([*lead, *texts[:opening]], texts[opening:])


def features(
    claims: Sequence[Claim], sources: Mapping[str, SourceFacts], parties: Parties, originals: Mapping[str, str]
) -> dict[str, Features]:
    """The features of every unit, by its identifier, in order. IntegrityError when a claim's document is not at hand."""
    grouped: defaultdict[Unit, list[Claim]] = defaultdict(list)
    for claim in claims:
        grouped[Unit(claim.passage.document, claim.event)].append(claim)
    found = {}
    for unit, members in grouped.items():
        if unit.document not in sources:
            raise IntegrityError(f"claims stand on {unit.document}, which is not among the sources: read the document again")
        facts = sources[unit.document]
        made = Features(unit, _last_day(facts), f"{originals[unit.document]}/{unit.event}")
        made.words = _words(members, facts.origin.title)
        for claim in members:
            _read(claim, parties, made)
        found[unit.id] = made
    rarity = Rarity(made.words for made in found.values())
    for made in found.values():
        made.words = rarity.vector(made.words)
        spelt = (made.victims[victim] for victim in made.private)
        made.names = {word for name in spelt for word, proper in words(name) if proper and rarity.of(word) >= _RARE}
    return dict(sorted(found.items()))
