from __future__ import annotations

import re

import pytest

from demarche.reference.galaxies import (
    ACTOR_GALAXIES,
    MALWARE_GALAXIES,
    RANSOMWARE_GALAXY,
    Cluster,
    actor_names,
    clusters,
    malware_names,
    ransomware_names,
)

GALAXIES = (*ACTOR_GALAXIES, *MALWARE_GALAXIES, RANSOMWARE_GALAXY)


@pytest.mark.parametrize("galaxy", GALAXIES)
def test_clusters_have_clean_names_and_codes(galaxy: str) -> None:
    found = clusters(galaxy)
    assert found
    for cluster in found:
        assert cluster.galaxy == galaxy
        assert cluster.name == cluster.name.strip() != ""
        assert not re.search(r" - [A-Z]+\d+$", cluster.name)
        assert cluster.country is None or re.fullmatch(r"[A-Z]{2}", cluster.country)


def test_an_actor_and_its_aliases_lead_to_the_same_clusters() -> None:
    fancy, numbered = set(actor_names()["Fancy Bear"]), set(actor_names()["APT28"])
    assert fancy & numbered
    assert {cluster.country for cluster in fancy & numbered} >= {"RU"}


def test_every_name_of_a_cluster_leads_to_it() -> None:
    table = actor_names()
    for galaxy in ACTOR_GALAXIES:
        for cluster in clusters(galaxy):
            for name in (cluster.name, *cluster.synonyms):
                assert cluster in table[name]


def test_a_name_may_belong_to_several_actors_and_an_actor_has_several_names() -> None:
    several = [name for name, owners in actor_names().items() if len({owner.name for owner in owners}) > 1]
    assert len(several) > 20
    names: dict[Cluster, set[str]] = {}
    for name, owners in actor_names().items():
        for owner in owners:
            names.setdefault(owner, set()).add(name)
    assert max(map(len, names.values())) > 10


def test_no_cluster_is_given_twice_under_one_name() -> None:
    for table in (actor_names(), malware_names(), ransomware_names()):
        assert [name for name, owners in table.items() if len(owners) != len(set(owners))] == []


def test_ransomware_goes_by_its_name_alone() -> None:
    names = ransomware_names()
    assert "LockBit" in names
    assert [name for name in names if re.search(r"\s(?:ransomware|malware)\b", name, re.IGNORECASE) or not name.strip()] == []


def test_there_are_thousands_of_names() -> None:
    assert len(actor_names()) > 2_000
    assert len(malware_names()) > 3_000
    assert len(ransomware_names()) > 500


def test_malware_is_found_under_its_names() -> None:
    assert {cluster.name for cluster in malware_names()["CaddyWiper"]} == {"CaddyWiper"}
    assert "APT28" not in malware_names()
