"""A document, claims cut from its words, and a record, all made by hand, for the tests of publish."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from demarche.model.atoms import Marking, PartialDate
from demarche.model.claim import (
    AttributionValue,
    Claim,
    Confidence,
    DenialValue,
    Likelihood,
    PartyName,
    Value,
    VictimValue,
)
from demarche.model.record import Incident, Join, Party, Record, Source, Stands, VictimRow
from demarche.model.source import Block, Document, Origin, SourceFacts
from demarche.model.vocabulary.attribution import Basis, PartyKind, Stance, Standing
from demarche.model.vocabulary.incidents import Sector
from demarche.model.vocabulary.yardsticks import ConfidenceLevel, Scale

HEADLINE = "Albania blames Iran for the wiping of its servers"
TEXT = (
    f"{HEADLINE}\n\n"
    "Edi Rama said that Iran almost certainly wiped the servers of the government on 15 July 2022. "
    "Nasser Kanaani called it baseless. Britain condemned the attack. "
    "Last year Ruritania was hit too.\n"
)

RAMA = PartyName("Edi Rama", PartyKind.GOVERNMENT, "AL")
IRAN = PartyName("Iran", PartyKind.STATE, "IR")
KANAANI = PartyName("Nasser Kanaani", PartyKind.GOVERNMENT, "IR")
ALBANIA = PartyName("Albania", PartyKind.STATE, "AL")
UNSPECIFIED = PartyName("unspecified", PartyKind.UNSPECIFIED)


def document(text: str = TEXT, name: str = "reports/albania-wire.txt", marking: Marking = Marking.CLEAR) -> Document:
    end = len(HEADLINE) + 2
    origin = Origin(
        name=name,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        media_type="text/plain",
        title=HEADLINE,
        publisher="=The Wire",
        published=PartialDate.parse("2022-09-08"),
    )
    blocks = (Block(0, end, "headline"), Block(end, len(text), "content"))
    return Document(text, origin, marking, blocks)


def says(read: Document, words: str, value: Value, asserter: PartyName = UNSPECIFIED, stance: Stance = Stance.ASSERTS) -> Claim:
    start = read.text.index(words)
    return Claim(read.passage(start, start + len(words)), value, asserter, stance, "hand", "1", 0.9)


def attribution(read: Document) -> Claim:
    claim = says(read, "Edi Rama said that Iran almost certainly", AttributionValue(IRAN, Basis.NAMED_MEDIA_STATEMENT), RAMA)
    return replace(
        claim,
        likelihood=Likelihood("almost certainly", Scale.NONE, None, None),
        said_on=PartialDate.parse("2022-09-07"),
        relayed_by=PartyName("The Wire", PartyKind.MEDIA),
    )


def sure(read: Document) -> Claim:
    confidence = Confidence("almost certainly", Scale.ICD203, ConfidenceLevel.HIGH)
    return replace(attribution(read), confidence=confidence, likelihood=Likelihood("certainly", Scale.PHIA, 95, 100))


def denial(read: Document, asserter: PartyName = KANAANI) -> Claim:
    return says(read, "Nasser Kanaani called it baseless.", DenialValue(IRAN, "baseless"), asserter, Stance.DENIES)


def victim(read: Document) -> Claim:
    return says(read, "servers of the government", VictimValue(ALBANIA, Sector.GOVERNMENT))


def facts(read: Document) -> SourceFacts:
    return SourceFacts(read.id, read.origin, read.marking, read.outcome, read.reason, (1, 2, 3))


def incident(shown: Claim, identifier: str = "albania-2022-07", joins: tuple[Join, ...] = ()) -> Incident:
    party = Party("party-1", "Albania", PartyKind.STATE, "AL")
    origin = Source(shown.passage.document, HEADLINE, None, None, None, "a.txt")
    row = VictimRow(party, Sector.GOVERNMENT, Stands((shown.id,), 1))
    empty = dict.fromkeys("dates types services impacts means attributions denials responses context related lags".split(), ())
    return Incident(
        id=identifier,
        title="Attack on Albania",
        standing=Standing.UNATTRIBUTED,
        contested=False,
        marking=Marking.CLEAR,
        start=None,
        victims=(row,),
        sources=(origin,),
        joins=joins,
        **empty,
    )


def record(*incidents: Incident) -> Record:
    return Record(incidents, (Party("party-2", "Iran", PartyKind.STATE, "IR"), Party("party-1", "Albania", PartyKind.STATE)))
