"""A record of three small reports, made through a reader that knows them: no change to the real one moves the pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from demarche.doors.api import open_record
from demarche.model.atoms import PartialDate
from demarche.model.claim import (
    UNSPECIFIED,
    AliasValue,
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
from demarche.model.source import Document
from demarche.model.vocabulary.attribution import Basis, ContextTopic, PartyKind, Stance
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

WIRE = (
    "Albania cuts ties with Iran over cyber attack\n\n"
    "TIRANA, 8 September 2022 - Edi Rama told The Wire that Iran wiped the servers of the government on 15 July 2022. "
    "Britain's cyber agency found that Iran almost certainly did it. A vendor assessed with moderate confidence that it was "
    "likely Iran. The White House would not say who did it. E-Albania was suspended, and names of officials were leaked. "
    "ZeroCleare was used. Relations have been tense since 2014.\n\n"
    "Albania severed relations with Iran, giving its diplomats 24 hours. Britain condemned the attack. "
    "America threatened further action. Albania opened an inquiry.\n\n"
    "Tehran called the charge baseless.\n"
)
OTHER = "Norway blames Russia\n\nOSLO - Norway says that Russia broke into its parliament on 24 August 2020.\n"
HOSTILE = "A notice\n\nThe group that calls itself Red Team struck Ruritania.\n"

ALBANIA = PartyName("Albania", PartyKind.STATE, "AL")
IRAN = PartyName("Iran", PartyKind.STATE, "IR")
UK = PartyName("United Kingdom", PartyKind.STATE, "GB")
US = PartyName("United States", PartyKind.STATE, "US")
NORWAY = PartyName("Norway", PartyKind.STATE, "NO")
RUSSIA = PartyName("Russia", PartyKind.STATE, "RU")
RAMA = PartyName("Edi Rama", PartyKind.GOVERNMENT, "AL")
NCSC = PartyName("Britain's cyber agency", PartyKind.GOVERNMENT, "GB")
VENDOR = PartyName("Some Vendor", PartyKind.COMPANY)
RED = PartyName("\x1b[31mRed\u202e [bold]Team[/bold]", PartyKind.GROUP)
"""A name that would colour a terminal, turn its reading direction, and pass for markup."""

_SEPTEMBER = PartialDate(2022, 9, 7)


def _cut(document: Document, words: str) -> tuple[int, int]:
    start = document.text.index(words)
    return start, start + len(words)


def _claim(
    document: Document, words: str, value: Value, asserter: PartyName = UNSPECIFIED, stance: Stance = Stance.ASSERTS
) -> Claim:
    return Claim(document.passage(*_cut(document, words)), value, asserter, stance, "hand", "1", 0.75)


def _sure(document: Document, words: str, asserter: PartyName, likelihood: Likelihood, confidence: Confidence | None) -> Claim:
    return Claim(
        document.passage(*_cut(document, words)),
        AttributionValue(IRAN, Basis.TECHNICAL_REPORT),
        asserter,
        Stance.ASSERTS,
        "hand",
        "1",
        0.75,
        likelihood=likelihood,
        confidence=confidence,
        said_on=_SEPTEMBER,
        relayed_by=PartyName("The Wire", PartyKind.MEDIA),
    )


def _wire(document: Document) -> Iterator[Claim]:
    accusation = AttributionValue(IRAN, Basis.POLITICAL_STATEMENT)
    exposed = ImpactValue(Impact.DATA_EXPOSED, (DataClass.NAMES,), "officials", True, 300)
    severed = ResponseValue(Act.SEVER_RELATIONS, ALBANIA, Status.DONE, IRAN, _SEPTEMBER, "24 hours")
    refusal = AttributionValue(PartyName("unknown", PartyKind.UNSPECIFIED), Basis.POLITICAL_STATEMENT)
    yield _claim(document, "the government", VictimValue(ALBANIA, Sector.GOVERNMENT))
    yield _claim(document, "wiped the servers", TypeValue(IncidentType.DESTRUCTION))
    yield _claim(document, "15 July 2022", DateValue(DateRole.START, PartialDate(2022, 7, 15), "15 July 2022"))
    yield _claim(document, "E-Albania was suspended", ServiceValue("e-Albania", ServiceEffect.SUSPENDED))
    yield _claim(document, "names of officials were leaked", exposed)
    yield _claim(document, "ZeroCleare was used", MeansValue(MeansKind.MALWARE, "ZeroCleare"))
    yield _claim(document, "tense since 2014", ContextValue(ContextTopic.RELATIONS, PartialDate(2014)))
    yield _claim(document, "Edi Rama told The Wire that Iran wiped the servers", accusation, RAMA)
    likely = Likelihood("likely", Scale.NONE)
    moderate = Confidence("moderate confidence", Scale.NONE, ConfidenceLevel.MODERATE)
    almost = Likelihood("almost certainly", Scale.PHIA, 95, 100)
    yield _sure(document, "Britain's cyber agency found that Iran almost certainly did it", NCSC, almost, None)
    yield _sure(document, "A vendor assessed with moderate confidence", VENDOR, likely, moderate)
    yield _claim(document, "The White House would not say", refusal, US, Stance.DECLINES_TO_ATTRIBUTE)
    yield _claim(document, "Albania severed relations with Iran", severed)
    yield _claim(document, "Britain condemned the attack", ResponseValue(Act.CONDEMNATION, UK, Status.DONE))
    threat = ResponseValue(Act.FURTHER_ACTION, US, Status.THREATENED, IRAN)
    yield _claim(document, "America threatened further action", threat)
    yield _claim(document, "Albania opened an inquiry", ResponseValue(Act.INVESTIGATION, ALBANIA, Status.DONE))
    yield _claim(document, "Tehran called the charge baseless", DenialValue(IRAN, "baseless"), IRAN, Stance.DENIES)


def _other(document: Document) -> Iterator[Claim]:
    accusation = AttributionValue(RUSSIA, Basis.POLITICAL_STATEMENT)
    yield _claim(document, "its parliament", VictimValue(NORWAY, Sector.PARLIAMENT))
    yield _claim(document, "broke into", TypeValue(IncidentType.ESPIONAGE_ACCESS))
    yield _claim(document, "24 August 2020", DateValue(DateRole.START, PartialDate(2020, 8, 24), "24 August 2020"))
    yield _claim(document, "Norway says that Russia", accusation, NORWAY)


def _hostile(document: Document) -> Iterator[Claim]:
    ruritania = PartyName("Ruritania", PartyKind.ORGANISATION)
    yield _claim(document, "Ruritania", VictimValue(ruritania, Sector.OTHER))
    yield _claim(document, "The group that calls itself", AttributionValue(RED, Basis.THIRD_PARTY))
    yield _claim(document, "The group", AliasValue(RED.name, "Red Team"))
    yield _claim(document, "struck", LinkValue(RED, ruritania))


def reader(document: Document) -> tuple[Claim, ...]:
    """The claims in one of the three reports."""
    for words, claims in (("Albania", _wire), ("Norway", _other), ("Ruritania", _hostile)):
        if words in document.text:
            return tuple(claims(document))
    return ()


def make_record(folder: Path) -> Path:
    """The record of the three reports, as a file in a folder."""
    reports = folder / "reports"
    reports.mkdir()
    for name, text in (("albania", WIRE), ("norway", OTHER), ("notice", HOSTILE)):
        (reports / f"{name}.txt").write_text(text, encoding="utf-8")
    place = folder / "record.sqlite"
    with open_record(place) as record:
        ended = record.read(reports, reader=reader, publisher="The Wire", published="2022-09-08", url="https://example.org/a")
    assert [result.outcome for result in ended.inputs] == ["ok"] * 3, ended
    return place
