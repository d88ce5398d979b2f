from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.steps.extract.signals.openings import openings


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\bstole\b", {"stole"}),
        (r"\b(?:stole|took) (?:files|mail)", {"stole", "took "}),
        (r"(?:the )?[Ww]iped", {"the w", "wiped"}),
        (r"(?<!not )wipe(?:d|rs)?", {"wipe"}),
        (r"ab{0,2}c", {"ac", "abc", "abbc"}),
        (r"(?:e-?)?mail", {"mail", "e-mai", "email"}),
        (r"\$\d+ paid", {"$"}),
        (r"(?P<name>gone|went) .*", {"gone ", "went "}),
    ],
)
def test_openings_are_what_matches_begin_with(pattern: str, expected: set[str]) -> None:
    assert openings(re.compile(pattern)) == frozenset(expected)


@pytest.mark.parametrize(
    "pattern", [r"\w+ stole", r"(?:stole|.) files", r"(?:the )?(?:[a-z]+ )?files", "", r"(?:the|a) [a-z]+", "[^a]b"]
)
def test_a_pattern_that_may_begin_with_anything_has_none(pattern: str) -> None:
    assert openings(re.compile(pattern)) is None


def test_many_openings_are_cut_short_and_stay_right() -> None:
    found = openings(re.compile("[abcdefgh][abcdefgh][abcdefgh][abcdefgh] end"))
    assert found == frozenset("".join(letters) for letters in product("abcdefgh", repeat=3))


PATTERNS = [
    r"(?:cyber[- ]?|big )*(?:attacks?|hacks?)",
    r"x?(?:ab|c{1,3}|d(?=e)e)+f",
    r"(?:wip(?:ed|es)|eras(?:ed|ing)) (?:[a-z]+ ){0,2}disks?",
]


@given(st.data(), st.sampled_from(PATTERNS))
def test_every_match_begins_with_an_opening(data: st.DataObject, pattern: str) -> None:
    text = data.draw(st.from_regex(pattern, fullmatch=True))
    found = openings(re.compile(pattern))
    assert found is not None
    assert any(text.startswith(one) for one in found)
