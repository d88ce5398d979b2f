"""Small reports, made by hand, for the tests of the store."""

from __future__ import annotations

import hashlib
import re
from itertools import pairwise

from demarche.edges.store import Report
from demarche.model.atoms import Marking, PartialDate
from demarche.model.claim import AttributionValue, Claim, Likelihood, PartyName, VictimValue
from demarche.model.record import (
    AttributionRow,
    Incident,
    Party,
    Record,
    ResponseRow,
    Source,
    Stands,
    TypeRow,
    VictimRow,
)
from demarche.model.source import Block, Document, Origin
from demarche.model.vocabulary.attribution import Basis, PartyKind, Stance, Standing
from demarche.model.vocabulary.incidents import IncidentType, Sector
from demarche.model.vocabulary.responses import Act, Status
from demarche.model.vocabulary.yardsticks import Scale

TEXT = "Tirana says that Iran wiped its servers.\nIran calls that baseless. Norway condemned it."


def document(
    text: str = TEXT, name: str = "a.txt", marking: Marking = Marking.CLEAR, media_type: str = "text/plain"
) -> Document:
    origin = Origin(
        name=name,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        media_type=media_type,
        published=PartialDate.parse("2022-09-08"),
        published_from="given",
    )
    return Document(text=text, origin=origin, marking=marking, blocks=(Block(0, len(text), "content"),) if text else ())


def claims(read: Document) -> tuple[Claim, ...]:
    """Every capitalised word accuses the next one."""
    names = list(re.finditer(r"\b[A-Z]\w+", read.text))
    return tuple(
        Claim(
            passage=read.passage(left.start(), right.end()),
            value=AttributionValue(PartyName(right.group(), PartyKind.STATE, "IR"), Basis.POLITICAL_STATEMENT),
            asserter=PartyName(left.group(), PartyKind.GOVERNMENT, "AL"),
            stance=Stance.ASSERTS,
            reader="hand",
            reader_version="1",
            score=0.5,
            likelihood=Likelihood("almost certainly", Scale.PHIA, 95, 100),
        )
        for left, right in pairwise(names)
    )


def victim_claim(read: Document) -> Claim:
    return Claim(
        passage=read.passage(0, len(read.text.split()[0])),
        value=VictimValue(PartyName("Albania", PartyKind.STATE, "AL"), Sector.GOVERNMENT),
        asserter=PartyName("The Interior Ministry", PartyKind.GOVERNMENT, "AL"),
        stance=Stance.ASSERTS,
        reader="hand",
        reader_version="1",
        score=1.0,
    )


def report(text: str = TEXT, name: str = "a.txt", media_type: str = "text/plain") -> Report:
    read = document(text, name, media_type=media_type)
    return Report(read, text.encode(), (1, 2, 3), claims(read))


IRAN = Party("party-iran", "Iran", PartyKind.STATE, "IR")
ALBANIA = Party("party-albania", "Albania", PartyKind.STATE, "AL")
GROUP = Party("party-group", "HomeLand Justice", PartyKind.GROUP, None, state_link="IR")
ON = Stands(("claim-1",), 1)


def attribution(accused: Party, stance: Stance = Stance.ASSERTS) -> AttributionRow:
    return AttributionRow(ALBANIA, accused, stance, Basis.POLITICAL_STATEMENT, None, None, None, None, ON)


def response(act: Act, status: Status) -> ResponseRow:
    return ResponseRow(act, ALBANIA, status, 9, IRAN, None, None, ON)


def incident(
    identifier: str,
    start: str | None = "2022-07-15",
    attributions: tuple[AttributionRow, ...] = (),
    responses: tuple[ResponseRow, ...] = (),
    types: tuple[IncidentType, ...] = (IncidentType.DESTRUCTION,),
) -> Incident:
    return Incident(
        id=identifier,
        title=identifier,
        standing=Standing.GOVERNMENT_ATTRIBUTED if attributions else Standing.UNATTRIBUTED,
        contested=False,
        marking=Marking.CLEAR,
        start=PartialDate.parse(start) if start else None,
        victims=(VictimRow(ALBANIA, Sector.GOVERNMENT, ON),),
        dates=(),
        types=tuple(TypeRow(kind, ON) for kind in types),
        services=(),
        impacts=(),
        means=(),
        attributions=attributions,
        denials=(),
        responses=responses,
        context=(),
        related=(),
        lags=(),
        sources=(Source("doc-1", None, None, None, None, "a.txt"),),
        joins=(),
    )


def record(*incidents: Incident) -> Record:
    return Record(tuple(incidents), (ALBANIA, GROUP, IRAN))
