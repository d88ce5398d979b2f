from __future__ import annotations

from itertools import pairwise

import pytest
from fact_samples import reading
from hypothesis import given
from hypothesis import strategies as st

from demarche.model.atoms import PartialDate
from demarche.model.claim import PRIMARY, DateValue
from demarche.model.vocabulary.incidents import DateRole
from demarche.steps.extract.dates.start import BIAS, chances, find_dates, likeliest
from demarche.steps.extract.dates.startsigns import candidates
from demarche.steps.extract.dates.startwords import cues


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
        ("Hackers emptied the mailboxes of deputies in April and May 2015, the notice says.", "2015-04"),
        ("Four days after hackers struck the pumps, a general said on Wednesday that he knew who did it.", "2022-09-03"),
        ("Floods of requests began to hit the sites on the night of 27 July. A bank shut its site on Tuesday.", "2022-07-27"),
        ("The attack on 15 July hurt. A minister said in August that it was over. Sanctions came on Monday.", "2022-07-15"),
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


def test_a_dateline_without_a_year_is_no_day_of_the_incident() -> None:
    told = "Hackers attacked the parliament on {day} and stole its files, prosecutors said in September 2022."
    assert roles(told.format(day="7 July"), None)[DateRole.START] == {"2022-07-07"}
    body = "SAN JOSE, Sept 7 - Hackers attacked the parliament, it said in September 2022."
    assert "2022-09-07" not in roles(body, None).get(DateRole.START, set())


def test_discovery_and_disclosure_are_told_apart_from_the_start() -> None:
    found = roles("The intrusion began on 2 March. It was detected on 18 May. The company disclosed the breach on 1 June.")
    assert found == {"start": {"2022-03-02"}, "discovered": {"2022-05-18"}, "disclosed": {"2022-06-01"}}


def test_a_month_gives_way_to_a_day_of_it_and_a_range_gives_the_end() -> None:
    assert roles("The July hack hurt. The attack began on 15 July.")[DateRole.START] == {"2022-07-15"}
    assert roles("The attack lasted from 19 April to 8 May.")[DateRole.END] == {"2022-05-08"}


def test_another_event_keeps_its_own_date() -> None:
    made = reading("The attack began on 15 July. In May 2021 another gang hacked a port.", "2022-09-08", other=(2,))
    own, other = find_dates(made), find_dates(made.about("other-1"))
    assert {str(claim.value.date) for claim in own if isinstance(claim.value, DateValue)} == {"2022-07-15"}
    assert {str(claim.value.date) for claim in other if isinstance(claim.value, DateValue)} == {"2021-05"}


def test_an_established_year_is_carried_forward_in_a_report_that_looks_back() -> None:
    body = "Ten years after the siege nobody is named. On 26 April hackers attacked the parliament and the banks."
    assert roles(body, "2017-09-06")[DateRole.START] == {"2007-04-26"}
    assert roles("On 26 April hackers attacked the parliament and the banks.", "2017-09-06")[DateRole.START] == {"2017-04-26"}
    other = "Ten years after the siege nobody is named. In 2015 it changed. On 26 April hackers attacked the parliament."
    assert "2007-04-26" not in roles(other, "2017-09-06")[DateRole.START]


def test_no_start_lies_after_the_report() -> None:
    assert roles("Hackers attacked the port on 3 December 2022 and on 4 August 2022.")[DateRole.START] == {"2022-08-04"}


def test_the_eve_of_a_deed_is_not_its_day() -> None:
    body = "Officials discussed the plan on May 23, the day before hackers broke into the agency."
    assert roles(body)[DateRole.START] == {"2022-05-24"}


def test_a_day_that_is_nearly_as_likely_as_its_month_is_told() -> None:
    body = (
        "Police asked about a cyberattack carried out in July. He blamed them for a hack in July. The attack on July 15 hurt."
    )
    assert roles(body)[DateRole.START] == {"2022-07-15"}


def test_the_chances_of_all_dates_and_of_none_are_one() -> None:
    found = candidates(reading("They got in on 9 May and struck on 20 June. He spoke on 1 July.", "2022-09-08"))
    by_date = chances(found, {BIAS: 0.0})
    assert {str(date): chance for date, chance in by_date.items()} == {
        day: pytest.approx(0.25) for day in ("2022-05-09", "2022-06-20", "2022-07-01")
    }
    best, chance = likeliest(found, {BIAS: 0.0})
    assert best == PartialDate(2022, 5, 9)
    assert chance == pytest.approx(0.25)
    assert likeliest((), {}) == (None, 0.0)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("they said it struck", ["said", "entry"]),
        ("he confirmed the breach", ["said"]),
        ("the presidential campaign", []),
        ("an attempt to steal", []),
        ("a hackathon", []),
        ("the outage was noticed", ["noun", "found"]),
        ("went dark", ["effect"]),
    ],
)
def test_words_beside_a_date_are_found_whole_and_of_one_kind(text: str, kinds: list[str]) -> None:
    found = cues(text)
    assert [cue.kind for cue in found] == kinds
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error_and_gives_the_same_twice(text: str) -> None:
    made = reading(f"Hackers struck. {text}", "2022-09-08")
    assert find_dates(made) == find_dates(reading(f"Hackers struck. {text}", "2022-09-08"))
