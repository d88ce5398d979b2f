from __future__ import annotations

from importlib.resources import files

import pycountry
import pytest

from demarche.errors import UsageError
from demarche.model.vocabulary.attribution import PartyKind
from demarche.reference.tables import (
    bodies,
    body_spelling,
    countries,
    country_code,
    country_name,
    known_incidents,
    official_by_surname,
    official_country,
)

OUTSIDE_ISO = {"XK", "EU"}
MEMBERS = ("Afghanistan", "Chad", "Guinea", "Samoa", "Timor-Leste", "Tuvalu", "Zimbabwe")


def test_every_code_is_of_the_standard_or_known_to_stand_outside_it() -> None:
    codes = set(countries())
    assert codes >= OUTSIDE_ISO
    assert [code for code in sorted(codes - OUTSIDE_ISO) if pycountry.countries.get(alpha_2=code) is None] == []
    assert all(code == country.code for code, country in countries().items())


def test_every_country_has_a_name_and_states_of_every_size_are_there() -> None:
    assert [country.code for country in countries().values() if not country.names] == []
    assert {country_code(name) for name in MEMBERS} == {"AF", "TD", "GN", "WS", "TL", "TV", "ZW"}


def test_no_word_means_two_countries() -> None:
    owners: dict[str, set[str]] = {}
    for country in countries().values():
        for word in (country.code, *country.names, *country.demonyms, *country.metonyms):
            owners.setdefault(word.casefold(), set()).add(country.code)
    assert {word: codes for word, codes in owners.items() if len(codes) > 1} == {}


def test_no_word_is_given_twice_or_has_spaces_around_it() -> None:
    for country in countries().values():
        words = [*country.names, *country.demonyms, *country.metonyms]
        assert len(words) == len(set(words)), country.code
        assert [word for word in words if word != word.strip()] == [], country.code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("IR", "IR"),
        ("ir", "IR"),
        ("Iran", "IR"),
        ("Iranian", "IR"),
        (" Tehran ", "IR"),
        ("Downing Street", "GB"),
        ("uk", "GB"),
        ("Kosovo", "XK"),
        ("EU", "EU"),
        ("Congolese", "CD"),
        ("East Timor", "TL"),
    ],
)
def test_a_code_name_demonym_or_metonym_means_a_code(words: str, code: str) -> None:
    assert country_code(words) == code


@pytest.mark.parametrize("words", ["Atlantis", "", "Irania", "I R"])
def test_other_words_are_refused_with_advice(words: str) -> None:
    with pytest.raises(UsageError, match="use its English name or its two-letter code"):
        country_code(words)


@pytest.mark.parametrize(("code", "name"), [("IR", "Iran"), ("US", "United States"), ("XK", "Kosovo"), ("ZZ", "ZZ")])
def test_the_usual_name_of_a_code(code: str, name: str) -> None:
    assert country_name(code) == name


def test_every_name_leads_back_to_its_code() -> None:
    assert [code for code in countries() if country_code(country_name(code)) != code] == []


def test_bodies_have_names_and_countries_of_the_table() -> None:
    assert [body.names for body in bodies() if body.country and body.country not in countries()] == []
    assert all(body.names for body in bodies())
    by_name = {name: body for body in bodies() for name in body.names}
    assert (by_name["CISA"].country, by_name["CISA"].kind) == ("US", PartyKind.GOVERNMENT)
    assert by_name["NCSC"].names == by_name["National Cyber Security Centre"].names
    assert by_name["Reuters"].kind is PartyKind.MEDIA
    assert by_name["Mandiant"].country is None


def test_no_name_is_of_two_bodies() -> None:
    names = [name for body in bodies() for name in body.names]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It recalled NotPetya and WannaCry.", ["NotPetya", "WannaCry"]),
        ("Sony Pictures was hit; so was Sony.", ["Sony Pictures", "Sony"]),
        ("Exchange Servers and Exchange servers", ["Exchange Servers", "Exchange servers"]),
        ("SolarWinds’ software", ["SolarWinds"]),
        ("sony, NotPetyas and NOTPETYA", []),
    ],
)
def test_well_known_incidents_are_found_whole_the_longest_first(text: str, found: list[str]) -> None:
    assert known_incidents().findall(text) == found


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Dmitry Peskov", "RU"),
        ("Dmitri S. Peskov", "RU"),
        ("ANGELA MERKEL", "DE"),
        ("Radoslaw Sikorski", "PL"),
        ("James R. Clapper Jr.", "US"),
        ("Robert O’Brien", "US"),
        ("Peskov", None),
        ("A. B. Example", None),
    ],
)
def test_known_officials_speak_for_their_state_however_they_are_spelt(name: str, country: str | None) -> None:
    assert official_country(name) == country


def test_every_known_official_is_of_a_known_country_and_of_one_only() -> None:
    path = files("demarche.reference").joinpath("data", "officials.tsv")
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert {code for code, _ in rows} <= set(countries())
    names = [name for _, cell in rows for name in cell.split(";")]
    assert len(names) == len(set(names))
    assert [name for code, cell in rows for name in cell.split(";") if official_country(name) != code] == []


@pytest.mark.parametrize(
    ("surname", "official"),
    [("Merkel", ("Angela Merkel", "DE")), ("Johnson", None), ("Larkspur", None), ("merkel", None)],
)
def test_a_surname_means_the_only_official_of_that_name(surname: str, official: tuple[str, str] | None) -> None:
    assert official_by_surname(surname) == official


def test_spellings_of_one_official_are_not_several() -> None:
    assert [official_country(name) for name in ("Dmitry Peskov", "Dmitri Peskov")] == ["RU", "RU"]
    assert official_by_surname("Peskov") in {("Dmitry Peskov", "RU"), ("Dmitri Peskov", "RU")}


def test_a_body_is_spelt_as_in_the_table() -> None:
    assert [body_spelling(name) for name in ("Nato", "nato", "Larkspur")] == ["NATO", "NATO", "Larkspur"]
