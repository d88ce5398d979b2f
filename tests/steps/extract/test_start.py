from __future__ import annotations

import pytest
from fact_samples import reading

from demarche.model.claim import PRIMARY, DateValue
from demarche.model.vocabulary.incidents import DateRole
from demarche.steps.extract.start import find_dates


def roles(body: str, published: str | None = "2022-09-08", other: tuple[int, ...] = ()) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for claim in find_dates(reading(body, published, other=other)):
        assert isinstance(claim.value, DateValue)
        assert claim.value.words in claim.passage.quote
        if claim.event == PRIMARY:
            found.setdefault(claim.value.role.value, set()).add(str(claim.value.date))
    return found


@pytest.mark.parametrize(
    ("body", "start"),
    [
        ("Ministers blamed a neighbour on Wednesday for the July attack.", "2022-07"),
        ("The cyberattack on July 15 knocked several portals offline, ministers said on Wednesday.", "2022-07-15"),
        ("On 3 June intruders wiped the servers of a hospital.", "2022-06-03"),
        ("Somebody had been inside the ministry's network since 2019.", "2019"),
        ("They got into the network on 9 May and encrypted the servers on 20 June.", "2022-05-09"),
    ],
)
def test_the_date_beside_words_of_attack_is_the_start(body: str, start: str) -> None:
    assert roles(body)[DateRole.START] == {start}


@pytest.mark.parametrize(
    "body",
    [
        "The minister condemned the affair on Tuesday.",
        "Relations between the two have been tense since 2014.",
        "Sanctions were imposed in March.",
        "The treaty was signed in 1999 and the election of 2016 was close.",
    ],
)
def test_dates_of_statements_and_background_are_no_start(body: str) -> None:
    assert DateRole.START not in roles(body)


def test_a_publication_date_is_never_the_start() -> None:
    assert roles("TIRANA, September 8, 2022 - Hackers attacked the parliament and stole its files.") == {}


def test_discovery_and_disclosure_are_told_apart_from_the_start() -> None:
    found = roles("The intrusion began on 2 March. It was detected on 18 May. The company disclosed the breach on 1 June.")
    assert found == {"start": {"2022-03-02"}, "discovered": {"2022-05-18"}, "disclosed": {"2022-06-01"}}


def test_a_month_gives_way_to_a_day_of_it_and_a_range_gives_the_end() -> None:
    assert roles("The July hack hurt. The attack began on 15 July.")[DateRole.START] == {"2022-07-15"}
    assert roles("The attack lasted from 19 April to 8 May.")[DateRole.END] == {"2022-05-08"}


def test_another_event_keeps_its_own_date() -> None:
    claims = find_dates(
        reading("The attack began on 15 July. In May 2021 another gang hacked a port.", "2022-09-08", other=(2,))
    )
    assert {(claim.event, str(claim.value.date)) for claim in claims if isinstance(claim.value, DateValue)} == {
        (PRIMARY, "2022-07-15"),
        ("other-1", "2021-05"),
    }
