from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from demarche.steps.extract.facts.services import _BEFORE_HEAD, _before_heads

PIECES = [
    "web",
    "site",
    "sites",
    "portal",
    "the",
    "e-bank",
    "bank",
    "(bank",
    "Ministry’s",
    "tax",
    ",",
    "of-tax",
    "e-mail",
    "services",
    "1",
    "",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_names_before_a_word_for_services_are_those_that_the_pattern_finds(pieces: list[str]) -> None:
    text = " ".join(pieces)
    expected = [match.span() for match in _BEFORE_HEAD.finditer(text)]
    assert [match.span() for match in _before_heads(text, text.lower())] == expected
