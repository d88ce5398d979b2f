from __future__ import annotations

import pytest
from fact_samples import reading

from demarche.model.claim import ServiceValue
from demarche.model.vocabulary.incidents import ServiceEffect
from demarche.steps.extract.facts.services import find_services


def services(body: str) -> set[tuple[str, ServiceEffect]]:
    claims = find_services(reading(body, "2024-05-01"))
    return {(claim.value.name, claim.value.effect) for claim in claims if isinstance(claim.value, ServiceValue)}


@pytest.mark.parametrize(
    ("body", "name", "effect"),
    [
        ("The attack saw officials suspend government websites.", "government websites", ServiceEffect.SUSPENDED),
        ("The eCitizen portal was knocked offline.", "eCitizen", ServiceEffect.DISRUPTED),
        ("Hackers defaced several ministry websites.", "ministry websites", ServiceEffect.DEFACED),
        ("The customs system is running again.", "customs system", ServiceEffect.RESTORED),
        ("The ‘e-Albania’, a portal for citizens, came under attack.", "e-Albania", ServiceEffect.TARGETED),
        (
            "The websites of Albania’s parliament and the prime minister’s office came under attack.",
            "websites of prime minister’s office",
            ServiceEffect.TARGETED,
        ),
    ],
)
def test_a_service_has_a_name_and_what_became_of_it(body: str, name: str, effect: ServiceEffect) -> None:
    assert (name, effect) in services(body)


def test_services_of_spies_are_no_services() -> None:
    assert services("The security services were attacked in the press, and its leak site went offline.") == set()


def test_a_firm_is_no_service_and_a_verb_no_part_of_a_name() -> None:
    told = services("Arbor Networks saw floods that knocked sites offline. The attack rendered tax websites unavailable.")
    assert {name for name, _ in told} == {"tax websites"}


def test_each_effect_is_told_once() -> None:
    claims = find_services(
        reading("The eCitizen portal was knocked offline. The eCitizen portal was knocked offline again and again.")
    )
    assert len([claim for claim in claims if claim.value == ServiceValue("eCitizen", ServiceEffect.DISRUPTED)]) == 1
