from itertools import pairwise

import pytest
from fact_samples import document
from hypothesis import given, settings
from tape_samples import Seen, reports, seen

from demarche.steps.extract.mentions.lookup import first_tape


def known(text: str) -> list[Seen]:
    return seen(text, first_tape(document(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran denied it.", ("STATE", "Iran", "IR")),
        ("Tehran denied it.", ("STATE", "Tehran", "IR")),
        ("The Iranian side denied it.", ("ADJECTIVE", "Iranian", "IR")),
        ("NATO met.", ("WORLD", "NATO", None)),
        ("So says Microsoft.", ("COMPANY", "Microsoft", None)),
        ("So Reuters reports.", ("MEDIA", "Reuters", None)),
        ("It was APT28.", ("ACTOR", "APT28", None)),
        ("It was UNC4321.", ("ACTOR", "UNC4321", None)),
        ("It was Storm-0042, they say.", ("ACTOR", "Storm-0042", None)),
        ("It was Quartz Sandstorm.", ("ACTOR", "Quartz Sandstorm", "IR")),
        ("(Quartz Typhoon) was there.", ("ACTOR", "Quartz Typhoon", "CN")),
        ("It was QUARTZ PANDA.", ("ACTOR", "QUARTZ PANDA", "CN")),
        ("It was Quartz Kitten.", ("ACTOR", "Quartz Kitten", "IR")),
    ],
)
def test_a_name_of_the_lexicon_or_with_a_number(text: str, expected: Seen) -> None:
    assert known(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Larkspur came.",  # a person
        "A court in Atlanta, Georgia, sat.",  # a federal state
        "Trade in Latin America fell.",  # a continent
        "The e-Albania portal was offline.",  # a service
        "A Sandstorm came.",
        "APT means advanced persistent threat.",
        "It rained: Rain, Hail and Flood.",
        "They play on.",
    ],
)
def test_a_word_that_means_something_else_is_no_mention(text: str) -> None:
    assert known(text) == []


def test_a_trade_name_with_a_hyphen_is_not_electronic() -> None:
    assert [words for _, words, _ in known("The trade-Iran pact ended.")] == ["Iran"]


def test_a_name_that_is_a_word_counts_once_an_actor_word_stands_by_it_anywhere() -> None:
    assert known("They had Play installed.") == []
    text = "The Play ransomware group came. Later Play left."
    assert [(kind, words) for kind, words, _ in known(text)] == [("ACTOR", "Play"), ("ACTOR", "Play")]


def test_a_numbered_name_wins_over_the_lexicon() -> None:
    text = "Charming Kitten and APT 28 met in Iran."
    assert [words for _, words, _ in known(text)] == ["Charming Kitten", "APT 28", "Iran"]


@settings(max_examples=50, deadline=None)
@given(reports)
def test_a_mention_is_the_words_of_the_text_and_no_two_overlap(text: str) -> None:
    tape = first_tape(document(text))
    found = [tape.mentions[char] for char in tape.text if char in tape.mentions]
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(text[one.start : one.end].strip() == text[one.start : one.end] != "" for one in found)
