from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.model.vocabulary.attribution import PartyKind
from demarche.reference.lexicon import Entry, EntryKind, Lexicon, lexicon
from demarche.reference.tables import bodies, countries

Found = list[tuple[str, str, str | None]]


def found(text: str) -> Found:
    return [(text[hit.start : hit.end], hit.entry.kind.value, hit.entry.country) for hit in lexicon().find(text)]


def entry(name: str) -> Entry:
    return next(one for one in lexicon().entries if one.name == name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tirana blamed Iran", [("Tirana", "metonym", "AL"), ("Iran", "country", "IR")]),
        ("Downing Street and the White House", [("Downing Street", "metonym", "GB"), ("the White House", "metonym", "US")]),
        ("Iranian hackers", [("Iranian", "demonym", "IR")]),
        ("the NCSC said", [("NCSC", "body", "GB")]),
        ("said APT28.", [("APT28", "actor", "RU")]),
        ("CaddyWiper erased it", [("CaddyWiper", "malware", None)]),
        ("the UK’s and U.S. view", [("UK", "country", "GB"), ("U.S.", "country", "US")]),
        (
            "Iran-backed, anti-Iran, non-Chinese",
            [("Iran", "country", "IR"), ("Iran", "country", "IR"), ("Chinese", "demonym", "CN")],
        ),
        ("nothing at all", []),
    ],
)
def test_names_are_found_with_what_they_are(text: str, expected: Found) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text", ["Iraniansque", "xIran", "Iran2", "IRAN", "iran", "the turkey was good", "Écuador", "give us time"]
)
def test_parts_of_words_and_other_cases_are_no_names(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("South Korea and North Korea", ["South Korea", "North Korea"]),
        ("Niger, Nigeria, Guinea-Bissau, Papua New Guinea", ["Niger", "Nigeria", "Guinea-Bissau", "Papua New Guinea"]),
        ("Dominican Republic", ["Dominican Republic"]),
        ("the Central African Republic", ["Central African Republic"]),
        ("Cyber Unified Coordination Group (UCG)", ["Cyber Unified Coordination Group (UCG)"]),
    ],
)
def test_the_longest_name_wins(text: str, words: list[str]) -> None:
    assert [name for name, _, _ in found(text)] == words


@pytest.mark.parametrize("name", ["Play", "Silence", "Snake", "Reaper", "Machete"])
def test_words_of_every_day_are_guarded(name: str) -> None:
    assert entry(name).guarded


@pytest.mark.parametrize("name", ["APT28", "MuddyWater", "Lazarus Group", "HAFNIUM", "Hafnium", "LAPSUS"])
def test_invented_names_are_not_guarded(name: str) -> None:
    assert not entry(name).guarded
    assert entry(name).kind is EntryKind.ACTOR


@pytest.mark.parametrize("name", ["Windows", "PowerShell", "Google", "Ping", "Team", "Unknown"])
def test_words_that_name_something_else_are_no_actors(name: str) -> None:
    assert [kind for _, kind, _ in found(name) if kind in {"actor", "malware", "ransomware"}] == []


def test_a_shouted_name_is_found_in_the_usual_case_of_reporting_too() -> None:
    assert entry("Hafnium").standard == entry("HAFNIUM").standard
    assert found("hafnium") == []


def test_states_and_bodies_win_over_actors_of_the_same_name() -> None:
    entries = {one.name: one for one in lexicon().entries}
    state = {EntryKind.COUNTRY, EntryKind.DEMONYM, EntryKind.METONYM}
    for country in countries().values():
        for name in (*country.names, *country.demonyms, *country.metonyms):
            assert entries[name].kind in state
            assert (entries[name].country, entries[name].party) == (country.code, PartyKind.STATE)
            assert entries[name].standard == country.names[0]
    for body in bodies():
        for name in body.names:
            assert entries[name].kind in {*state, EntryKind.BODY}


def test_an_actor_has_a_country_only_where_its_clusters_agree() -> None:
    assert entry("APT28").country == "RU"
    assert entry("IRIDIUM").country is None


def test_every_name_finds_itself() -> None:
    known = lexicon()
    assert len(known.entries) > 10_000
    lost = [one.name for one in known.entries if [hit.entry for hit in known.find(f"({one.name})")] != [one]]
    assert lost == []


def test_the_first_entry_of_a_name_is_kept() -> None:
    first, second = Entry("Iran", EntryKind.COUNTRY, "Iran", "IR"), Entry("Iran", EntryKind.ACTOR, "Iran")
    assert Lexicon(iter([first, second])).entries == (first,)


@given(st.text(max_size=60), st.lists(st.sampled_from(["Iran", "APT28", "-", "the White House", "x", " "]), max_size=8))
def test_hits_are_in_order_apart_and_whole_words_of_any_text(text: str, names: list[str]) -> None:
    whole = text + "".join(names)
    last = 0
    for hit in lexicon().find(whole):
        assert last <= hit.start
        assert hit.end <= len(whole)
        assert whole[hit.start : hit.end] == hit.entry.name
        assert not whole[max(0, hit.start - 1) : hit.start].isalnum()
        assert not whole[hit.end : hit.end + 1].isalnum()
        last = hit.end
