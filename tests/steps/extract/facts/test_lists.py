"""States named in one breath."""

from __future__ import annotations

import pytest

from demarche.model.source import Capture
from demarche.steps.extract import read_tape
from demarche.steps.extract.facts.homeland import Homeland
from demarche.steps.extract.facts.lists import are_victims, lists
from demarche.steps.extract.reading import Reading
from demarche.steps.ingest import ingest

HIT = "The worm was found on computers in Norway, Latvia, and the Slovenian capital, the researchers said."


def reading(text: str) -> Reading:
    return read_tape(ingest(Capture("x.txt", text.encode())))


def listed(text: str) -> list[tuple[frozenset[str], bool]]:
    read = reading(text)
    (sentence, *_) = read.sentences
    found = lists(sentence.text, read.named[sentence.number])
    return [(codes, are_victims(sentence.text, first, last, codes)) for first, last, codes in found]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (HIT, {"NO", "LV", "SI"}),
        ("Victims were counted in Sudan, Lebanon and Egypt, too.", {"SD", "LB", "EG"}),
        ("Targeted were, it said, ministries of Greece, Cyprus and Iraq.", {"GR", "CY", "IQ"}),
    ],
)
def test_a_list_of_victims_is_told_by_the_words_before_it(text: str, codes: set[str]) -> None:
    assert listed(text) == [(frozenset(codes), True)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway, Latvia and Slovenia said that they stood by the victims.",
        "The report blamed Russia, Belarus and Iran for the attacks.",
        "An advisory about the infections came from agencies in Norway, Latvia and Slovenia.",
    ],
)
def test_who_speaks_or_is_blamed_is_no_victim(text: str) -> None:
    assert not any(hit for _, hit in listed(text))


def test_a_sentence_between_two_states_is_no_list() -> None:
    assert not listed("Norway was hit, and nobody in Latvia noticed.")


def test_what_befell_one_of_a_list_befell_the_others() -> None:
    text = "A wave of attacks hit ministries on Monday.\n\nThe websites of Norway, Latvia and Slovenia were down for hours.\n"
    signs = Homeland(reading(text)).signs()
    assert {code for code, of in signs.items() if "listed" in of} == {"NO", "LV", "SI"}


@pytest.mark.parametrize(
    "text",
    [
        "The group has a record of going after targets in Norway, Latvia and Slovenia.",
        "It was behind earlier attacks on ministries in Norway, Latvia and Slovenia.",
    ],
)
def test_what_the_doers_did_elsewhere_is_not_this_attack(text: str) -> None:
    read = reading(f"The ministry of Albania was attacked on Monday.\n\n{text}\n")
    assert not any("listed" in signs for signs in Homeland(read).signs().values())
