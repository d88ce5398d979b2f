from __future__ import annotations

import pytest
from accusation_samples import read

from demarche.steps.extract.reading import NOWHERE

RAIN = "It rained. " * 6
"""Fills the lead, which says what the report's own years and names are."""


def labels(body: str, published: str | None = None) -> list[str]:
    """The event labels of the sentences behind the rain."""
    made = read(body, published)
    after = max(sentence.number for sentence in made.sentences if "rained" in sentence.text)
    return list(made.events[after + 1 :])


@pytest.mark.parametrize(
    ("first", "later", "published", "label"),
    [
        ("Albania was hit in 2022.", "In 2014 hackers attacked a bank.", None, "other-1"),
        ("Albania was hit in 2022.", "In 2022 hackers attacked a bank.", None, "primary"),
        ("Albania was hit in 2022.", "In 2014 a bank opened.", None, "primary"),
        ("Albania was hit in 2022.", "It was the gravest attack since 2014.", None, "primary"),
        ("Albania was hit in 2022.", "In 2014 and in 2022 hackers attacked a bank.", None, "primary"),
        ("Albania was hit in 2022.", "In 2031 hackers may attack a bank.", None, "primary"),
        ("Albania was hit.", "In 2014 hackers attacked a bank.", None, "primary"),
        ("Albania was hit.", "In 2014 hackers attacked a bank.", "2022-09-08", "other-1"),
        ("Albania was hit.", "In 2022 hackers attacked a bank.", "2022-09-08", "primary"),
        ("Albania was hit.", "In 2021 hackers attacked a bank.", "2022-09-08", "other-1"),
        ("Albania was hit last year.", "In 2021 hackers attacked a bank.", "2022-09-08", "primary"),
        ("Albania was hit last autumn.", "In 2021 hackers attacked a bank.", "2022-09-08", "primary"),
    ],
)
def test_a_sentence_of_an_earlier_year_is_about_another_event(
    first: str, later: str, published: str | None, label: str
) -> None:
    assert labels(f"{first} {RAIN}{later}", published) == [label]


@pytest.mark.parametrize(
    ("first", "later", "label"),
    [
        ("Albania was hit.", "WannaCry attacked a bank.", "other-1"),
        ("WannaCry hit Albania.", "WannaCry attacked a bank.", "primary"),
        ("Albania was hit.", "Sony was hacked as well.", "other-1"),
        ("Albania was hit.", "Sony made a film.", "primary"),
        ("Albania was hit.", "Similar attacks hit a bank.", "other-1"),
        ("Albania was hit.", "The country was also blamed for a leak.", "other-1"),
        ("Albania was hit.", "The group has long been accused of attacks.", "other-1"),
        ("Albania was hit in 2022.", "Similar attacks of 2022 hit a bank.", "primary"),
        ("Albania was hit.", "The attack hit a bank.", "primary"),
    ],
)
def test_well_known_names_and_words_for_other_events_tell_them_apart(first: str, later: str, label: str) -> None:
    assert labels(f"{first} {RAIN}{later}") == [label]


def test_the_lead_is_the_report_s_own() -> None:
    made = read("In 2014 hackers attacked a bank. WannaCry hit it.")
    assert set(made.events) == {"primary"}


def test_what_continues_an_aside_belongs_to_it_within_a_paragraph() -> None:
    aside = "WannaCry attacked a bank. They had left. Both were grave. Albania mourned. They had hoped."
    assert labels(f"Albania was hit. {RAIN}{aside}") == ["other-1", "other-1", "other-1", "primary", "primary"]
    assert labels(f"Albania was hit. {RAIN}WannaCry attacked a bank.\n\nThey had left.") == ["other-1", "primary"]


def test_each_other_event_has_a_label_of_its_own_in_reading_order() -> None:
    body = "Sony was hacked. WannaCry attacked a bank. Sony was hacked again. In 2014 a bank was attacked."
    assert labels(f"Albania was hit in 2022. {RAIN}{body}") == ["other-1", "other-2", "other-1", "other-3"]


def test_a_publication_date_labels_events_but_dates_none() -> None:
    made = read(f"Albania was hit. {RAIN}", "2022-09-08")
    assert set(made.events) == {"primary"}
    assert [hits for hits in made.dates if hits] == []


@pytest.mark.parametrize(
    ("later", "label"),
    [
        ("In a separate campaign of the spring a bank was hacked.", "other-1"),
        ("A different gang attacked a port in June.", "other-1"),
        ("Nothing suggests a link with the theft of data from a bank.", "other-1"),
        ("It has previously hit an airline.", "other-1"),
        ("The flaw served thieves at a bank too, whom a port and a mill also accused.", "primary"),
        ("Tokens and transfers were also hit in the attack.", "primary"),
        ("Tehran said it had nothing to do with the attack.", "primary"),
        ("The embassy, in a separate statement, called the accusation baseless.", "primary"),
        ("Its servers had been seen in earlier attacks.", "primary"),
        ("Intruders came in through a hole in Microsoft Exchange before they attacked.", "primary"),
    ],
)
def test_what_is_set_apart_or_recalled_is_another_event_and_what_is_denied_or_reasoned_with_is_not(
    later: str, label: str
) -> None:
    assert labels(f"Albania was hit. {RAIN}{later}", "2022-09-08") == [label]


@pytest.mark.parametrize(
    ("lead", "later", "label"),
    [
        ("Seven years after the raid on the Bundestag names are named.", "The hack of 2015 emptied mailboxes.", "primary"),
        ("Names are named over a hack of the Bundestag.", "The hack of 2015 emptied mailboxes.", "primary"),
        ("Names are named over a hack of the Bundestag.", "The 2014 hack of Belgacom was another such.", "other-1"),
        ("A network was hit.", "The intruders had been in it since the middle of 2019, before the attack.", "primary"),
        ("Storting officials were hacked.", "Two years ago the hack of Belgacom made news.", "other-1"),
        ("Storting officials were hacked two years ago.", "Two years ago the hack of Belgacom made news.", "primary"),
    ],
)
def test_a_report_that_looks_back_keeps_its_own_years(lead: str, later: str, label: str) -> None:
    assert labels(f"{lead} {RAIN}{later}", "2022-09-08") == [label]


def test_a_name_that_the_report_keeps_coming_back_to_or_introduces_is_its_own() -> None:
    body = "Shamoon attacked the disks. Shamoon attacked the screens. Shamoon attacked the boards."
    assert labels(f"Saudi Arabia was hit. {RAIN}{body}") == ["primary"] * 3
    introduced = "The virus, known as Shamoon, attacked the disks. Shamoon attacked at noon."
    assert labels(f"Saudi Arabia was hit. {RAIN}{introduced}") == ["primary"] * 2
    assert labels(f"The Organisation for the Prohibition of Chemical Weapons was hit. {RAIN}OPCW staff saw the attack.") == [
        "primary"
    ]


def test_attacks_on_one_country_in_two_years_are_two_events() -> None:
    body = "In 2015 hackers attacked Ukraine. In 2017 hackers attacked Ukraine. In 2015 hackers attacked Ukraine at dawn."
    assert labels(f"Albania was hit in 2022. {RAIN}{body}") == ["other-1", "other-2", "other-1"]


@pytest.mark.parametrize(
    ("later", "label"),
    [
        ("Norway also tied two other groups to the service.", "other-1"),
        ("Another ten men were listed for a different reason, the attempt on a vote.", "other-1"),
        ("Spain has reported comparable intrusions.", "other-1"),
        ("A week ago it was a pipeline, which fell to another such crew.", "other-1"),
        ("It is not the first such case for the port.", "other-1"),
        ("The news comes days after hackers broke into a bank.", "other-1"),
        ("In 2014 Meridia Hospital lost its files to the gang.", "other-1"),
        ("Last March hackers attacked Meridia Hospital.", "other-1"),
        ("Rhodesia Bank was struck weeks before, when a gang hit Meridia Hospital.", "other-1"),
        ("Weeks later police said that a gang had hit Meridia Hospital.", "primary"),
        ("In 2014 the attackers first broke into a bank.", "primary"),
        ("The malware shares code with tools used against Sony in 2014.", "primary"),
        ("It resembled the tools used against Sony in 2014, an attack that Canada blamed on others.", "other-1"),
        ("Analysts had tied the attack to the people behind WannaCry.", "primary"),
        ("It says CVE-2014-1234 in the report about the attack.", "primary"),
    ],
)
def test_what_is_compared_or_happened_at_another_time_is_another_event_but_not_evidence(later: str, label: str) -> None:
    assert labels(f"Albania was hit in 2022. {RAIN}{later}", "2022-09-08") == [label]


@pytest.mark.parametrize(
    ("later", "label"),
    [
        ("In 2014 hackers attacked Sony.", "other-1"),
        ("In 2014 hackers attacked Sony and the Harbour Trust.", "primary"),
        ("In 2014, years before the Harbour Trust, hackers attacked Sony.", "other-1"),
    ],
)
def test_a_sentence_that_names_who_was_hit_is_about_the_report_s_own(later: str, label: str) -> None:
    assert labels(f"Hackers attacked Harbour Trust in 2022. {RAIN}{later}", "2022-09-08") == [label]


@pytest.mark.parametrize(
    "later",
    [
        "The Union imposed sanctions over WannaCry, NotPetya, the Bundestag and the attacks on Sony.",
        "The group attacked banks in 2013, in 2014 and in 2017.",
        "Six men were sanctioned last week over the poisoning of a dissident.",
    ],
)
def test_a_sentence_of_many_incidents_or_of_another_crime_tells_of_none(later: str) -> None:
    assert labels(f"Albania was hit in 2022. {RAIN}{later}", "2022-09-08") == [NOWHERE]
    assert labels(f"Albania was hit in 2022. {RAIN}{later} It was grave.", "2022-09-08") == [NOWHERE, "primary"]


def test_a_sentence_that_points_back_goes_on_about_an_aside() -> None:
    aside = "WannaCry attacked a bank. Nobody was arrested in that matter. Police asked for help."
    assert labels(f"Albania was hit. {RAIN}{aside}") == ["other-1", "other-1", "primary"]
    assert labels(f"Albania was hit. {RAIN}WannaCry attacked a bank. It is in such company that the hack is seen.") == [
        "other-1",
        "primary",
    ]
