from __future__ import annotations

import pytest
from fact_samples import reading

from demarche.model.claim import PRIMARY, VictimValue
from demarche.model.vocabulary.incidents import Sector
from demarche.steps.extract.homeland import Homeland, country_within
from demarche.steps.extract.victims import find_victims


def victims(body: str, headline: str = "A report from abroad") -> dict[str, tuple[str | None, Sector]]:
    found = {}
    for claim in find_victims(reading(body, "2024-05-01", headline)):
        assert isinstance(claim.value, VictimValue)
        found[claim.value.party.name] = (claim.value.party.country, claim.value.sector)
    return found


@pytest.mark.parametrize(
    ("body", "name", "country", "sector"),
    [
        (
            "Iranian hackers have been blamed for a major attack on Albanian government infrastructure.",
            "Albanian government",
            "AL",
            Sector.GOVERNMENT,
        ),
        ("Hackers broke into Example Bank of Norway and stole data.", "Example Bank of Norway", "NO", Sector.FINANCE),
        (
            "The computers of the Finnish Parliament were hacked in the cyberattack.",
            "Finnish Parliament",
            "FI",
            Sector.PARLIAMENT,
        ),
        ("Meridia Hospital was hit by a cyberattack in Ireland.", "Meridia Hospital", "IE", Sector.HEALTH),
        ("The Danish shipping company Norvia suffered a cyberattack.", "Norvia", "DK", Sector.TRANSPORT),
    ],
)
def test_victims_are_found_where_sentences_put_them(body: str, name: str, country: str, sector: Sector) -> None:
    assert victims(body)[name] == (country, sector)


def test_lists_of_victims_are_read_to_their_end() -> None:
    body = "The hackers attacked Northbank, Eastbank and the University of Tartu in Estonia."
    assert {"Northbank", "Eastbank", "University of Tartu"} <= set(victims(body))


def test_the_accused_and_the_speakers_are_no_victims() -> None:
    body = (
        "The United States blamed Iran for the cyberattack on Albania. Iran denied it. Germany condemned Iran.\n\n"
        "Iranian hackers attacked the Albanian parliament, London said."
    )
    assert {country for country, _ in victims(body).values()} == {"AL"}


def test_a_headline_that_pins_the_hack_on_a_state_does_not_make_it_a_victim() -> None:
    found = victims(
        "The FBI said that North Korea attacked Example Pictures, an American studio.", "FBI pins Example hack on North Korea"
    )
    assert "North Korea" not in found


def test_a_report_without_an_attack_has_no_victim() -> None:
    assert victims("The minister spoke of trade and of the weather.") == {}


def test_a_name_tells_its_country() -> None:
    assert country_within("Bangladesh Bank") == "BD"
    assert country_within("Bank of Nowhere") is None


def test_homeland_weighs_states_and_knows_the_accused() -> None:
    body = "Russian hackers attacked Estonian banks. Estonia blamed Russia. Russia denied it. Estonian ministries were hit."
    home = Homeland(reading(body, "2007-05-17"))
    assert home.homes()[0] == "EE"
    assert home.is_accused("RU")
    assert not home.is_accused("EE")


def test_a_victim_stands_on_its_sentence_and_event() -> None:
    made = reading(
        "Hackers attacked the Estonian parliament. Last year a gang attacked the Latvian parliament.", "2024-05-01", other=(2,)
    )
    found = {claim.value.party.country: claim for claim in find_victims(made) if isinstance(claim.value, VictimValue)}
    assert found["EE"].event == PRIMARY
    assert "Estonian parliament" in found["EE"].passage.quote
    assert found["LV"].event == "other-1"
