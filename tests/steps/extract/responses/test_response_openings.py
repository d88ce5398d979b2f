from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.steps.extract.responses.cues import WORD
from demarche.steps.extract.responses.openings import begins, opening_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("it summoned the ambassador", ["summoned", "ambassador"]),
        ("an anti-sanctions rally in a calendar year", []),
        ("é-sanctions were lifted", ["sanctions"]),
        ("the chargé was summoned", ["chargé", "summoned"]),
    ],
)
def test_words_that_may_begin_an_act_are_whole_words(text: str, words: list[str]) -> None:
    found = [word for _, word in opening_words(text)]
    assert [word for word in found if word not in {"lifted"}] == words


@given(
    st.lists(
        st.sampled_from(["sanction", "sanctions", "expel", "arrest", "pay", "é", "-", " ", "a", "x", "1", "law"]), max_size=12
    )
)
def test_the_automaton_finds_what_reading_every_word_finds(pieces: list[str]) -> None:
    text = "".join(pieces)
    expected = [(match.start(), match.group()) for match in WORD.finditer(text) if begins(match.group())]
    assert opening_words(text) == expected
