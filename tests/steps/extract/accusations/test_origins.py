from __future__ import annotations

import pytest
from accusation_samples import case


def settled(body: str, name: str, shunned: frozenset[str] = frozenset()) -> str | None:
    """The country that the last mention of a name gets from what stands around it."""
    made = case(body)
    places = [
        (sentence, place)
        for sentence in made.reading.sentences
        for place, char in enumerate(sentence.text)
        if char in made.reading.tape.mentions and made.named(sentence, place) == name
    ]
    sentence, place = places[-1]
    return made.speakers.settled(made.speakers.party_at(sentence, place), sentence, shunned).party.country


@pytest.mark.parametrize(
    ("body", "country"),
    [
        ("The prime minister spoke in Tirana.", "AL"),
        ("Albania was hit. The prime minister spoke.", "AL"),
        ("Estonia helped Albania; later the prime minister spoke.", "AL"),
        ("The Estonian prime minister met the Albanian one. The prime minister spoke.", "EE"),
        ("Nobody was hit. The prime minister spoke.", None),
    ],
)
def test_an_official_speaks_for_the_nearest_state(body: str, country: str | None) -> None:
    assert settled(body, "prime minister") == country


def test_far_from_any_state_an_official_speaks_for_the_one_of_most_officials() -> None:
    body = "The Albanian police came. The Albanian foreign ministry and the Greek police came.\n\nThe regulator spoke."
    assert settled(body, "regulator") == "AL"


def test_an_official_never_speaks_for_who_stands_accused() -> None:
    body = "Albania blames Iran. The prime minister spoke."
    assert settled(body, "prime minister", frozenset({"AL"})) == "IR"
    assert settled(body, "prime minister", frozenset({"AL", "IR"})) is None


def test_a_country_that_the_text_gives_stays_as_it_is() -> None:
    assert settled("Albania was hit. The Greek foreign ministry spoke.", "Greek foreign ministry") == "GR"


def test_companies_speak_for_no_state() -> None:
    assert settled("Albania was hit. Microsoft spoke in Tirana.", "Microsoft") is None


def test_a_person_keeps_the_state_of_the_first_mention() -> None:
    body = "In Tirana the spokesman Arben Hoxha came.\n\nGermany and Greece met. Hoxha spoke."
    assert settled(body, "Arben Hoxha") == "AL"


@pytest.mark.parametrize(
    ("body", "country"),
    [
        ("Albania was hit. It hurt.", "AL"),
        ("Albania was hit.\n\nIt hurt.", "AL"),
        ("Albania was hit.\n\nIt rained.\n\nIt hurt.", None),
        ("Albania spoke with Iran. It hurt.", "AL"),
        ("Somebody spoke against Iran. It hurt.", None),
        ("Albania was hit. Greece was not. It hurt.", "GR"),
    ],
)
def test_the_country_that_a_paragraph_speaks_of(body: str, country: str | None) -> None:
    made = case(body)
    assert made.speakers.country_around(made.sentence("hurt")) == country


@pytest.mark.parametrize(
    ("body", "country"),
    [
        ("Canada sanctioned Maria Larkspur, the minister of roads.", None),
        ("Canada summoned the ambassador.", None),
        ("Canada spoke to Maria Larkspur, the minister of roads.", "CA"),
    ],
)
def test_who_is_sanctioned_or_summoned_does_not_speak_for_the_state_that_does_it(body: str, country: str | None) -> None:
    assert settled(body, "ambassador" if "ambassador" in body else "Maria Larkspur") == country


@pytest.mark.parametrize(("accused", "country"), [({"IR"}, "IR"), ({"IR", ""}, "IR"), ({"IR", "CN"}, "AL"), (set(), "AL")])
def test_an_embassy_without_a_state_is_of_the_only_one_accused(accused: set[str], country: str) -> None:
    assert settled("Albania was hit by Iran. The embassy answered.", "embassy", frozenset(accused)) == country
