"""Hand-built claims for the steps after reading: a report as a list of sayings, the Albania case, and many made-up reports."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256

from demarche.model.atoms import Marking, PartialDate, Passage
from demarche.model.claim import (
    PRIMARY,
    UNSPECIFIED,
    AttributionValue,
    Claim,
    Confidence,
    ContextValue,
    DateValue,
    DenialValue,
    ImpactValue,
    Likelihood,
    LinkValue,
    MeansValue,
    PartyName,
    ResponseValue,
    ServiceValue,
    TypeValue,
    Value,
    VictimValue,
)
from demarche.model.record import Incident, Judgement
from demarche.model.source import Origin, Outcome, SourceFacts
from demarche.model.vocabulary.attribution import Basis, ContextTopic, PartyKind, Stance, StateResponsibility
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
from demarche.model.vocabulary.yardsticks import Scale
from demarche.steps.assess import assess
from demarche.steps.cluster import cluster
from demarche.steps.resolve import resolve

ALBANIA = PartyName("Albania", PartyKind.STATE, "AL")
IRAN = PartyName("Iran", PartyKind.STATE, "IR")
US = PartyName("United States", PartyKind.STATE, "US")
UK = PartyName("United Kingdom", PartyKind.STATE, "GB")
RAMA = PartyName("Edi Rama", PartyKind.GOVERNMENT, "AL")
NCSC = PartyName("National Cyber Security Centre (NCSC)", PartyKind.GOVERNMENT, "GB")
MANDIANT = PartyName("Mandiant", PartyKind.COMPANY, "US")
TEHRAN = PartyName("Tehran", PartyKind.GOVERNMENT, "IR")


def day(text: str) -> PartialDate:
    """A partial date as tests write it."""
    return PartialDate.parse(text)


def sketch_of(seed: str) -> tuple[int, ...]:
    """A signature that no other seed shares places with."""
    return tuple(int.from_bytes(sha256(f"{seed} {place}".encode()).digest()[:4], "big") for place in range(64))


@dataclass
class Report:
    """A document under construction: each saying takes the next words of it."""

    name: str
    published: str | None = None
    marking: Marking = Marking.CLEAR
    sketch: tuple[int, ...] | None = None
    claims: list[Claim] = field(default_factory=list)
    event: int = -1
    """The event that a generated report tells of."""

    @property
    def facts(self) -> SourceFacts:
        """What later steps know of it."""
        published = day(self.published) if self.published else None
        origin = Origin(f"{self.name}.txt", sha256(self.name.encode()).hexdigest(), "text/plain", published=published)
        return SourceFacts(self.name, origin, self.marking, Outcome.OK, None, self.sketch or sketch_of(self.name))

    def says(
        self,
        value: Value,
        asserter: PartyName = UNSPECIFIED,
        stance: Stance = Stance.ASSERTS,
        *,
        said_on: str | None = None,
        event: str = PRIMARY,
        likelihood: Likelihood | None = None,
        confidence: Confidence | None = None,
        relayed_by: PartyName | None = None,
    ) -> Report:
        """Add a claim; returns the report, so that sayings chain."""
        place = 10 * len(self.claims)
        self.claims.append(
            Claim(
                passage=Passage(self.name, place, place + 5, "words"),
                value=value,
                asserter=asserter,
                stance=stance,
                reader="hand",
                reader_version="1",
                score=1.0,
                relayed_by=relayed_by,
                likelihood=likelihood,
                confidence=confidence,
                said_on=day(said_on) if said_on else None,
                event=event,
            )
        )
        return self

    def tells(
        self,
        victim: PartyName | None = ALBANIA,
        start: str | None = None,
        kind: IncidentType | None = IncidentType.DESTRUCTION,
        accused: PartyName | None = None,
        event: str = PRIMARY,
    ) -> Report:
        """Add the bare bones of an event."""
        if victim:
            self.says(VictimValue(victim, Sector.GOVERNMENT), event=event)
        if start:
            self.says(DateValue(DateRole.START, day(start), start), event=event)
        if kind:
            self.says(TypeValue(kind), event=event)
        if accused:
            self.says(AttributionValue(accused, Basis.THIRD_PARTY), event=event)
        return self


def accuses(accused: PartyName, basis: Basis = Basis.POLITICAL_STATEMENT) -> AttributionValue:
    """Somebody is said to have done it."""
    return AttributionValue(accused, basis)


def wire() -> Report:
    """A wire story of the day relations were severed, with the ledger that the design describes."""
    report = Report("doc-wire", "2022-09-08")
    almost = Likelihood("almost certainly", Scale.PHIA, 95, 100)
    report.tells(ALBANIA, "2022-07-15", IncidentType.DISRUPTION)
    report.says(TypeValue(IncidentType.DESTRUCTION)).says(TypeValue(IncidentType.LEAK))
    report.says(VictimValue(PartyName("Albanian Parliament", PartyKind.GOVERNMENT, "AL"), Sector.PARLIAMENT))
    report.says(ServiceValue("e-Albania", ServiceEffect.SUSPENDED))
    report.says(
        ImpactValue(
            Impact.DATA_EXPOSED, (DataClass.NAMES, DataClass.NATIONAL_ID, DataClass.EMAIL), "opposition politicians", True
        )
    )
    report.says(accuses(IRAN), RAMA, said_on="2022-09-07")
    report.says(accuses(IRAN), US, said_on="2022-09-07")
    report.says(accuses(IRAN, Basis.TECHNICAL_REPORT), NCSC, said_on="2022-09-07", likelihood=almost)
    report.says(accuses(IRAN, Basis.TECHNICAL_REPORT), MANDIANT, Stance.SUSPECTS, said_on="2022-09-08")
    report.says(accuses(IRAN, Basis.THIRD_PARTY), UNSPECIFIED)
    report.says(DenialValue(IRAN, "baseless"), TEHRAN, Stance.DENIES, said_on="2022-09-07")
    report.says(ResponseValue(Act.SEVER_RELATIONS, ALBANIA, Status.DONE, IRAN, day("2022-09-07"), "within 24 hours"), RAMA)
    report.says(ResponseValue(Act.CONDEMNATION, UK, Status.DONE))
    report.says(ResponseValue(Act.FURTHER_ACTION, US, Status.THREATENED, IRAN))
    report.says(ContextValue(ContextTopic.RELATIONS, day("2014")))
    altahrea = PartyName("Altahrea Team", PartyKind.HACKTIVIST)
    port = PartyName("Port of London Authority", PartyKind.ORGANISATION, "GB")
    return report.tells(port, "2022-05", IncidentType.DDOS, altahrea, event="other-1")


def vendor() -> Report:
    """A vendor's report of the month after, vaguer about the day."""
    report = Report("doc-vendor", "2022-08-04")
    report.tells(PartyName("Albanian government", PartyKind.GOVERNMENT, "AL"), "2022-07", IncidentType.DESTRUCTION)
    report.says(MeansValue(MeansKind.MALWARE, "ZeroCleare"))
    moderate = Confidence("moderate confidence", Scale.NONE)
    return report.says(
        accuses(IRAN, Basis.TECHNICAL_REPORT), MANDIANT, Stance.SUSPECTS, said_on="2022-08-04", confidence=moderate
    )


def september() -> Report:
    """The second attack on the same state by the same accused, two months later."""
    report = Report("doc-border", "2022-09-12")
    return report.tells(ALBANIA, "2022-09-10", IncidentType.DISRUPTION, IRAN)


def build(reports: list[Report], judgements: tuple[Judgement, ...] = (), seed: int | None = None) -> tuple[Incident, ...]:
    """The steps in a row over some reports, all inputs shuffled by the seed."""
    claims = [claim for report in reports for claim in report.claims]
    facts = [report.facts for report in reports]
    decided = list(judgements)
    if seed is not None:
        for items in (claims, facts, decided):
            random.Random(seed).shuffle(items)  # noqa: S311 - a shuffle hides no secret here
    sources = {known.id: known for known in facts}
    parties = resolve(claims, decided)
    found = list(cluster(claims, sources, parties, decided))
    if seed is not None:
        random.Random(seed).shuffle(found)  # noqa: S311 - a shuffle hides no secret here
    return assess(found, claims, sources, parties)


_COUNTRIES = "AL DE FR GB US US US UA UA IL KR JP EE PL NL CA AU IN TW GE".split()
_ACCUSED = [("Iran", "IR"), ("Russia", "RU"), ("Russia", "RU"), ("China", "CN"), ("North Korea", "KP")]
_GROUPS = ["APT28", "Fancy Bear", "Sandworm", "Lazarus Group", "MuddyWater", "Killnet", "Charming Kitten"]


def _event(number: int, chance: random.Random) -> tuple[PartyName, date, IncidentType, PartyName, PartyName]:
    country = chance.choice(_COUNTRIES)
    victim = PartyName(f"Agency {number % 4000} of works", PartyKind.GOVERNMENT, country)
    if chance.random() < 0.5:
        victim = PartyName(f"Company {number}", PartyKind.COMPANY, country)
    begun = date(2014, 1, 1) + timedelta(days=chance.randrange(3600))
    accused, code = chance.choice(_ACCUSED)
    group = PartyName(chance.choice(_GROUPS), PartyKind.GROUP)
    return victim, begun, chance.choice(list(IncidentType)), PartyName(accused, PartyKind.STATE, code), group


def many(reports: int, seed: int = 7) -> list[Report]:
    """Reports of about a third as many events, some dated vaguely or not at all, one in eight a near-copy of an earlier one."""
    chance = random.Random(seed)  # noqa: S311 - sample data, no secret here
    events = [_event(number, chance) for number in range(max(1, reports // 3))]
    made: list[Report] = []
    sketches: dict[int, tuple[int, ...]] = {}
    for number in range(reports):
        event = int(len(events) * chance.random() ** 1.5)
        victim, begun, kind, accused, group = events[event]
        published = begun + timedelta(days=chance.randrange(1, 200))
        alike = sketches.get(event) if chance.random() < 0.125 else None
        report = Report(f"doc-{number:06d}", published.isoformat(), event=event)
        report.sketch = sketches[event] = alike or sketch_of(report.name)
        exact = chance.choice([10, 10, 7, 4, 0])
        report.tells(victim, begun.isoformat()[:exact] or None, kind, accused)
        report.says(AttributionValue(group, Basis.TECHNICAL_REPORT), MANDIANT, Stance.SUSPECTS, said_on=published.isoformat())
        report.says(LinkValue(group, accused, StateResponsibility.ORDERED), MANDIANT)
        report.says(ImpactValue(Impact.SERVICE_OUTAGE))
        report.says(DenialValue(accused, "baseless"), accused, Stance.DENIES)
        government = PartyName("the government", PartyKind.GOVERNMENT, victim.country)
        report.says(ResponseValue(chance.choice(list(Act)), government, Status.DONE))
        report.says(ContextValue(ContextTopic.RELATIONS))
        made.append(report)
    return made
