from __future__ import annotations

import pytest
from tape_samples import tape_of

from demarche.model.vocabulary.attribution import PartyKind


def doers(text: str) -> list[tuple[str, str, str | None]]:
    """Kind, name and country of who stands accused, in reading order."""
    _, tape = tape_of(text)
    found = (tape.mentions[char] for char in tape.text if char in tape.mentions)
    return [
        (named.kind.name, named.party.name, named.party.country)
        for named in found
        if named.kind.name in {"ACTOR", "HACKERS", "UNKNOWN"}
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The grand jury charged seven Iranians with it.", ("HACKERS", "seven Iranians", "IR")),
        ("It indicted a Russian man.", ("HACKERS", "Russian man", "RU")),
        ("It charged four officers.", ("UNKNOWN", "four officers", None)),
        ("Three young people were charged.", ("UNKNOWN", "Three young people", None)),
        ("Charges may target alleged Chinese middlemen.", ("HACKERS", "alleged Chinese middlemen", "CN")),
    ],
)
def test_people_are_doers_where_somebody_is_charged(text: str, expected: tuple[str, str, str | None]) -> None:
    assert doers(text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["She met four officers.", "It charged seven Iranian banks a fee.", "Three people wept.", "It charged people a fee."],
)
def test_other_people_are_none(text: str) -> None:
    assert doers(text) == []


def test_people_that_are_charged_are_individuals() -> None:
    _, tape = tape_of("It charged four officers.")
    assert [named.party.kind for named in tape.mentions.values()] == [PartyKind.INDIVIDUAL]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Treasury sanctioned Larkspur Networks.", ["Larkspur Networks"]),
        ("Larkspur Networks was sanctioned. It was small.", ["Larkspur Networks"]),
        ("Larkspur Networks came. Canada accused Larkspur Networks of the hack.", ["Larkspur Networks"] * 2),
        (
            "It was linked to two companies in China: Shanghai Larkspur Technology and Foxglove Information Technology.",
            ["Shanghai Larkspur Technology", "Foxglove Information Technology"],
        ),
        ("It was attributed to several firms, including Foxglove Technology Co., Ltd.", ["Foxglove Technology Co., Ltd"]),
    ],
)
def test_a_company_that_stands_accused_is_a_doer_wherever_it_is_named(text: str, names: list[str]) -> None:
    assert [name for kind, name, _ in doers(text) if kind == "ACTOR"] == names


@pytest.mark.parametrize(
    "text",
    [
        "Larkspur Networks accused Canada of the hack.",
        "Canada accused Larkspur Networks of negligence.",
        "Larkspur Networks linked it to Iran.",
        "It was linked to Iran by two firms, and Larkspur Networks came.",
    ],
)
def test_a_company_that_accuses_or_was_careless_is_none(text: str) -> None:
    assert [name for kind, name, _ in doers(text) if kind == "ACTOR"] == []
