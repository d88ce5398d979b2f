from __future__ import annotations

import pytest
from fact_samples import reading

from demarche.model.claim import AttributionValue, Claim, PartyName, ResponseValue, VictimValue
from demarche.model.vocabulary.attribution import Basis, PartyKind
from demarche.model.vocabulary.incidents import Sector
from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.extract.facts.homeland import Homeland, country_within
from demarche.steps.extract.facts.homeweights import home_weights
from demarche.steps.extract.facts.victims import find_victims, weighed


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
            "Prosecutors linked a large attack on Albanian government infrastructure to hackers from Iran.",
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


def test_a_sort_of_organisation_is_no_government() -> None:
    def elsewhere(hit: str) -> list[Claim]:
        made = reading(f"The crew ran malicious operations targeting {hit}.", "2024-05-01", other=(1,))
        return find_victims(made.about("other-1"), few=True)

    assert len(elsewhere("the government")) == 1
    assert elsewhere("dozens of government and private-sector organisations") == []


def test_a_victim_of_an_earlier_attack_is_found_however_late_it_is_recalled() -> None:
    body = "Hackers attacked the parliament of Estonia.\n\n" + "\n\n".join(f"Clause {n} was read." for n in range(20))
    told = reading(body + "\n\nIn May, Example Harbour Trust suffered a cyberattack.", "2024-05-01", other=(22,))
    recalled = find_victims(told.about("other-1"), few=True)
    assert [claim.value.party.name for claim in recalled if isinstance(claim.value, VictimValue)] == ["Example Harbour Trust"]


def test_whose_firm_it_is_is_no_part_of_its_name() -> None:
    body = "Hackers attacked Ravik’s Harbour Daily in Estonia and then broke into Albania’s National Archive."
    assert "Harbour Daily" in victims(body)
    assert not any("Ravik" in name for name in victims(body))


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
    own, other = find_victims(made), find_victims(made.about("other-1"), few=True)
    assert [claim.value.party.country for claim in own if isinstance(claim.value, VictimValue)] == ["EE"]
    assert "Estonian parliament" in own[0].passage.quote
    assert [claim.value.party.country for claim in other if isinstance(claim.value, VictimValue)] == ["LV"]
    assert "Latvian parliament" in other[0].passage.quote


def test_a_victim_of_another_event_has_no_country_of_this_one() -> None:
    made = reading("Hackers attacked the Estonian parliament. Last year a gang attacked Norvia.", "2024-05-01", other=(2,))
    (other,) = find_victims(made.about("other-1"), few=True)
    assert isinstance(other.value, VictimValue)
    assert (other.value.party.name, other.value.party.country) == ("Norvia", None)


def test_in_a_few_sentences_a_state_is_hit_only_where_they_say_so() -> None:
    def states(sentence: str, few: bool) -> set[str | None]:
        made = reading(sentence, "2024-05-01", other=(1,)).about("other-1")
        return {claim.value.party.country for claim in find_victims(made, few=few) if isinstance(claim.value, VictimValue)}

    assert states("Officials in Finland and Sweden spoke of it in 2019.", few=False) == {"FI"}
    assert states("Officials in Finland and Sweden spoke of it in 2019.", few=True) == set()
    assert states("Hackers attacked networks in Finland in 2019.", few=True) == {"FI"}


def test_an_ally_who_speaks_is_no_victim() -> None:
    body = (
        "The United States condemns the cyberattack that Iran mounted on our NATO ally, Albania. The United States stands with "
        "Albania. Albanian ministries were hit in July."
    )
    assert {country for country, _ in victims(body).values()} == {"AL"}
    assert not any("ally" in name for name in victims(body))


def test_warnings_and_memories_do_not_tell_where_an_attack_fell() -> None:
    body = (
        "Hackers attacked the Albanian parliament. Washington warned of possible attacks on American companies. The group has "
        "attacked Israel before, and Saudi Arabia."
    )
    assert {country for country, _ in victims(body).values()} == {"AL"}


def test_an_agency_that_confirms_a_breach_is_no_victim_and_a_company_is() -> None:
    found = victims("The FBI confirmed the cyberattack. Norvia, a Danish company, confirmed the cyberattack.")
    assert "Norvia" in found
    assert not any("FBI" in name or "Federal Bureau" in name for name in found)


def test_a_company_tells_by_its_seat_where_an_attack_fell_and_cities_speak_for_theirs() -> None:
    assert victims("Hackers attacked Norsk Hydro and halted its plants.")["Norsk Hydro"][0] == "NO"
    near, far = (
        weighed(reading(f"Operations at hospitals in {city} were postponed. Russia denied it."), ())[0].shares()
        for city in ("Toronto", "Elmgrove")
    )
    assert near["CA"] > 0
    assert "CA" not in far


def test_what_reads_like_doers_is_a_victim_where_a_victim_stands() -> None:
    body = "The main target was believed to be the Ukrainian military. Ukraine restored the systems within a day."
    assert ("UA" in {country for country, _ in victims(body).values()}) is True


def test_claims_about_who_did_it_part_victims_from_accused() -> None:
    made = reading(
        "Hackers attacked a bank. China and Taiwan are in talks, and China said little. China has a say.", "2024-05-01"
    )
    (sentence, *_) = made.primary()
    china = PartyName("China", PartyKind.STATE, "CN")
    told: list[Claim] = [made.claim(sentence, AttributionValue(china, Basis.POLITICAL_STATEMENT))]
    summons = ResponseValue(Act.SUMMONS, PartyName("Taiwan", PartyKind.STATE, "TW"), Status.DONE, china)
    told.append(made.claim(sentence, summons))
    before, after = Homeland(made).shares(), Homeland(made, told).shares()
    assert after["CN"] < before["CN"]
    assert after["TW"] > before["TW"]


def test_the_weights_are_those_of_signs_that_are_made() -> None:
    made = reading(
        "Iranian hackers attacked the Albanian parliament. Iran denied it. Albania expelled diplomats.", "2024-05-01"
    )
    known = home_weights()
    signs = Homeland(made).signs()
    assert set(signs) == {"AL", "IR"}
    assert {"first", "said-share"} <= set(known.of)
    assert known.share(signs["AL"]) > known.first > known.share(signs["IR"])
    assert 0 < known.first < known.more < 1
