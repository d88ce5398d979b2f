from __future__ import annotations

import pytest

from demarche.steps.extract.facts.themes import NAMES, THEMES, met, themes_of


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("exfiltrated", {"take"}),
        ("mailboxes", {"mail"}),
        ("spy", {"spy"}),
        ("spying", {"spy"}),
        ("spylike", set()),
        ("encrypting", {"lock"}),
        ("weather", set()),
    ],
)
def test_a_word_belongs_to_the_themes_of_its_beginning(word: str, expected: set[str]) -> None:
    assert set(met(themes_of(word))[0]) == expected


def test_themes_that_meet_are_pairs_in_the_order_of_their_names() -> None:
    assert met(themes_of("stole") | themes_of("files") | themes_of("wiped")) == (
        ["data", "take", "wipe"],
        ["data+take", "data+wipe", "take+wipe"],
    )
    assert met(0) == ([], [])


def test_no_theme_lists_a_word_twice_or_in_capitals() -> None:
    for name in NAMES:
        words = THEMES[name].split()
        assert len(words) == len(set(words))
        assert all(word == word.lower() for word in words)
