from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from demarche.model.atoms import PartialDate
from demarche.model.claim import (
    PRIMARY,
    Claim,
    ContextValue,
    DateValue,
    ImpactValue,
    ServiceValue,
    TypeValue,
    VictimValue,
)
from demarche.model.source import Capture
from demarche.model.vocabulary.attribution import ContextTopic
from demarche.model.vocabulary.incidents import DataClass, DateRole, Impact, IncidentType, ServiceEffect
from demarche.steps.extract import extract
from demarche.steps.ingest import ingest

PAGE = Path(__file__).parents[4] / "../shared/reports/techmonitor-2022-09-08-albania.txt"
pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="the shared page is not here")


@cache
def claims() -> tuple[Claim, ...]:
    return extract(ingest(Capture(PAGE.name, PAGE.read_bytes(), published=PartialDate(2022, 9, 8))))


def primary(kind: type) -> list[Claim]:
    return [claim for claim in claims() if isinstance(claim.value, kind) and claim.event == PRIMARY]


def test_the_government_parliament_premier_and_portal_were_hit() -> None:
    names = {claim.value.party.name for claim in primary(VictimValue) if isinstance(claim.value, VictimValue)}
    assert {"Albanian government", "Albanian Parliament", "prime minister’s office", "e-Albania"} <= names
    countries = {claim.value.party.country for claim in primary(VictimValue) if isinstance(claim.value, VictimValue)}
    assert countries - {None} == {"AL"}


def test_it_began_on_15_july() -> None:
    dates = {(claim.value.role, str(claim.value.date)) for claim in primary(DateValue) if isinstance(claim.value, DateValue)}
    assert {date for role, date in dates if role is DateRole.START} == {"2022-07-15"}


def test_it_was_disruption_destruction_and_a_leak_and_no_extortion() -> None:
    kinds = {claim.value.type for claim in primary(TypeValue) if isinstance(claim.value, TypeValue)}
    assert {IncidentType.DISRUPTION, IncidentType.DESTRUCTION, IncidentType.LEAK} <= kinds
    assert not kinds & {IncidentType.RANSOMWARE, IncidentType.DDOS, IncidentType.FINANCIAL_THEFT}


def test_services_were_suspended() -> None:
    assert ServiceValue("government websites", ServiceEffect.SUSPENDED) in [claim.value for claim in primary(ServiceValue)]


def test_the_exposed_data_have_classes_and_owners() -> None:
    exposed = [
        claim.value for claim in primary(ImpactValue) if isinstance(claim.value, ImpactValue) and claim.value.data_classes
    ]
    (value,) = [one for one in exposed if one.impact is Impact.DATA_EXPOSED]
    assert {DataClass.NAMES, DataClass.EMAIL, DataClass.NATIONAL_ID} <= set(value.data_classes)
    assert value.whose == "opposition politicians"
    assert value.personal


def test_relations_were_tense_since_2014() -> None:
    context = [
        claim for claim in primary(ContextValue) if claim.value == ContextValue(ContextTopic.RELATIONS, PartialDate(2014))
    ]
    assert "exiled opposition group" in context[0].passage.quote


def test_the_port_of_london_belongs_to_another_event() -> None:
    assert not [claim for claim in claims() if "Port of London" in claim.passage.quote and claim.event == PRIMARY]
