from __future__ import annotations

import pytest
from fact_samples import reading

from demarche.model.claim import MeansValue
from demarche.model.vocabulary.incidents import MeansKind
from demarche.steps.extract.facts.means import find_means


def means(body: str, other: tuple[int, ...] = ()) -> set[tuple[MeansKind, str]]:
    claims = find_means(reading(body, "2024-05-01", other=other))
    return {(claim.value.kind, claim.value.name) for claim in claims if isinstance(claim.value, MeansValue)}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("The machines were infected with a virus that goes by the name Zorblat.", "Zorblat"),
        ("They used malware called GlassHammer to erase disks.", "GlassHammer"),
        ("Researchers named the implant Quillback.", "Quillback"),
        ("The intruders deployed a backdoor named Nimbarro.", "Nimbarro"),
        ("NotPetya spread through the network and wiped it.", "NotPetya"),
    ],
)
def test_malware_is_known_by_its_list_or_by_the_words_beside_it(body: str, name: str) -> None:
    assert (MeansKind.MALWARE, name) in means(body)


def test_a_list_of_families_is_read_to_its_end() -> None:
    found = means("They deployed malware called BRASSWORM, TINROOF and LEADPIPE.")
    assert {name for _, name in found} == {"BRASSWORM", "TINROOF", "LEADPIPE"}


def test_vulnerabilities_are_known_by_number() -> None:
    assert (MeansKind.CVE, "CVE-2019-0604") in means("They came in through CVE-2019-0604, a flaw in SharePoint.")


@pytest.mark.parametrize(
    ("body", "way"),
    [
        ("The attackers sent spear-phishing e-mails.", "spear-phishing"),
        ("They guessed accounts by password spraying.", "password spraying"),
        ("Tampered updates of the program gave them a way in.", "supply chain"),
        ("They entered with stolen credentials.", "stolen credentials"),
        ("They exploited a vulnerability in a firewall.", "exploited vulnerability"),
        ("They posed as staff and called the help desk, posing as employees.", "social engineering"),
    ],
)
def test_ways_in_are_named(body: str, way: str) -> None:
    assert (MeansKind.VECTOR, way) in means(body)


def test_the_means_of_another_event_are_not_this_ones() -> None:
    assert means("Hackers attacked a port. In 2017 NotPetya wiped computers through CVE-2017-0144.", other=(2,)) == set()
