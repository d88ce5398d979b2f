from __future__ import annotations

import pytest
from fact_samples import reading

from demarche.model.claim import PRIMARY, TypeValue
from demarche.model.vocabulary.incidents import IncidentType
from demarche.steps.extract.facts.types import find_types, types_of_aside


def told(body: str, other: tuple[int, ...] = ()) -> list[str]:
    """The kinds of the report's own incident, the likeliest first."""
    return [
        claim.value.type.value
        for claim in find_types(reading(body, "2024-05-01", other=other))
        if isinstance(claim.value, TypeValue) and claim.event == PRIMARY
    ]


def kinds(body: str, other: tuple[int, ...] = ()) -> set[str]:
    return set(told(body, other))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A wiper erased the disks of thousands of computers.", "destruction"),
        ("A ransomware attack hit the city, and the gang demanded a ransom.", "ransomware"),
        ("The sites were flooded with traffic in a DDoS attack.", "ddos"),
        ("Intruders copied the names and addresses of customers.", "data-theft"),
        ("The homepage was defaced.", "defacement"),
        ("Hackers stole $81 million from the central bank in the heist.", "financial-theft"),
        (
            "The false stories were planted to sway the election. Trolls spread the disinformation, fake and forged.",
            "influence",
        ),
        ("The attack knocked the ministry's websites offline for two days.", "disruption"),
        ("Spies had read the e-mails of diplomats in a campaign of cyber espionage.", "espionage-access"),
    ],
)
def test_the_words_for_each_kind_make_it_the_likeliest(body: str, expected: str) -> None:
    assert told(body)[0] == expected


def test_published_loot_is_a_leak_and_was_taken_first() -> None:
    assert kinds("The gang published stolen documents of the ministry online.") == {"leak", "data-theft"}


@pytest.mark.parametrize(
    "body",
    [
        "No data was stolen, the ministry said.",
        "There was no ransomware, officials said.",
        "The company denied that files had been leaked.",
        "The weather was fine and the minister spoke of trade.",
    ],
)
def test_what_is_denied_or_not_said_gives_nothing(body: str) -> None:
    assert kinds(body) == set()


def test_a_wiper_dressed_up_as_ransomware_is_no_ransomware() -> None:
    assert told("It was a wiper dressed up as ransomware.")[0] == "destruction"
    assert "ransomware" not in kinds("It was a wiper dressed up as ransomware.")


def test_the_type_of_another_event_is_not_this_ones() -> None:
    body = "The attack knocked the ministry's websites offline. A DDoS attack had flooded a port with traffic."
    assert "ddos" in kinds(body)
    assert kinds(body, other=(2,)) == {"disruption"}
    aside = types_of_aside(reading(body, other=(2,)).about("other-1"))
    assert {claim.value.type.value for claim in aside if isinstance(claim.value, TypeValue)} == {"ddos"}


def test_every_claim_stands_on_a_sentence_of_the_document() -> None:
    made = reading("A wiper erased the disks.\n\nThe gang published stolen files online.")
    for claim in find_types(made):
        assert made.document.text[claim.passage.start : claim.passage.end] == claim.passage.quote


def test_what_is_locked_stops_work_as_a_rule() -> None:
    assert kinds("Ransomware hit the city, and the gang demanded a ransom. Payments were suspended.") >= {
        "ransomware",
        "disruption",
    }


def test_a_claim_stands_on_the_sentence_that_speaks_most_for_it_and_not_on_the_headline() -> None:
    made = reading(
        "It rained. The gang encrypted the servers and demanded a ransom. It rained.", headline="Ransomware hits port"
    )
    (claim, *_) = (one for one in find_types(made) if one.value == TypeValue(IncidentType.RANSOMWARE))
    assert claim.passage.quote == "The gang encrypted the servers and demanded a ransom."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Hackers opened a valve of the dam in spring.", "disruption"),
        ("The gang put the files on its leak site.", "leak"),
        ("The mailboxes of deputies were read by a spy ring.", "espionage-access"),
        ("Pumps ceased to function across the country.", "disruption"),
    ],
)
def test_other_ways_of_saying_it(body: str, expected: str) -> None:
    assert expected in kinds(body)


@pytest.mark.parametrize("body", ["The attack stole no data.", "All the data would be published unless a sum arrived."])
def test_denials_and_threats_within_the_words_count_as_such(body: str) -> None:
    assert kinds(body) == set()
