import re

import pycountry
import pytest

from demarche.reference.galaxies import actor_names, clusters, malware_names, ransomware_names
from demarche.reference.lexicon import EntryKind, lexicon
from demarche.reference.tables import bodies, countries

OUTSIDE_ISO = {"XK", "EU"}


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [(text[hit.start : hit.end], hit.entry.kind.value, hit.entry.country) for hit in lexicon().find(text)]


def test_countries_are_those_of_the_standard() -> None:
    codes = set(countries())
    assert codes >= OUTSIDE_ISO
    assert [code for code in sorted(codes - OUTSIDE_ISO) if pycountry.countries.get(alpha_2=code) is None] == []
    assert len(codes) > 160


def test_no_name_means_two_countries() -> None:
    owners: dict[str, set[str]] = {}
    for country in countries().values():
        for name in (*country.names, *country.metonyms):
            owners.setdefault(name, set()).add(country.code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_bodies_belong_to_countries_of_the_table() -> None:
    assert [body.names for body in bodies() if body.country and body.country not in countries()] == []


def test_there_are_more_than_ten_thousand_names() -> None:
    assert len(lexicon().entries) > 10_000
    assert len(actor_names()) > 2_000
    assert len(malware_names()) > 3_000
    assert len(ransomware_names()) > 500


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tirana blamed Iran", [("Tirana", "metonym", "AL"), ("Iran", "country", "IR")]),
        ("Downing Street and the White House", [("Downing Street", "metonym", "GB"), ("the White House", "metonym", "US")]),
        ("Iranian hackers", [("Iranian", "demonym", "IR")]),
        ("said APT28.", [("APT28", "actor", "RU")]),
        ("CaddyWiper erased it", [("CaddyWiper", "malware", None)]),
        ("Iranians, not Iraniansque", [("Iranians", "demonym", "IR")]),
        ("nothing at all", []),
    ],
)
def test_names_are_found_whole_and_with_regard_to_case(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == expected


def test_the_longest_name_wins() -> None:
    hits = found("South Korea and North Korea")
    assert [words for words, _, _ in hits] == ["South Korea", "North Korea"]


def test_words_of_every_day_are_guarded() -> None:
    entries = {entry.name: entry for entry in lexicon().entries}
    for name in ("Play", "Silence", "Snake", "Reaper"):
        assert entries[name].guarded, name
    for name in ("APT28", "MuddyWater", "Lazarus Group"):
        assert not entries[name].guarded, name
        assert entries[name].kind is EntryKind.ACTOR


def test_every_name_finds_itself() -> None:
    known = lexicon()
    lost = [entry.name for entry in known.entries if [hit.entry for hit in known.find(f"({entry.name})")] != [entry]]
    assert lost == []


def test_clusters_have_names_and_codes() -> None:
    for cluster in clusters("threat-actor"):
        assert cluster.name.strip()
        assert cluster.country is None or re.fullmatch(r"[A-Z]{2}", cluster.country)


def test_a_name_may_belong_to_several_actors() -> None:
    several = [name for name, owners in actor_names().items() if len({owner.name for owner in owners}) > 1]
    assert len(several) > 20
