"""Patterns of dates are entered only where their stems call for it, and find there what they would find anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.steps.extract.dates.datewords import PATTERNS, worth_trying

_PIECES = (
    "On|in|Last|this|next|Between|for|over|the|past|few|days|day|of|Wednesday|Tuesday's|May|March|Sept.|20|21st|2015|1998|"
    "3.4.2012|2017-05-12|seventeen|and a half|months|years|ago|before|after|earlier|Overnight|Over the weekend|yesterday|"
    "third consecutive|week|Christmas Eve|New Year's Day|Easter weekend|to|much of the week|that year|days of|more than|a"
).split("|")
_TEXTS = st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from((" ", ", ", " - "))), max_size=14).map(
    lambda pieces: "".join(word + gap for word, gap in pieces)
)


def _found(matches: Iterable[re.Match[str]]) -> list[tuple[tuple[int, int], dict[str, str | None]]]:
    return [(match.span(), match.groupdict()) for match in matches]


@given(_TEXTS)
def test_stems_call_for_every_match(text: str) -> None:
    called = dict(worth_trying(text))
    for pattern in PATTERNS:
        entered = _found(pattern.matches(text, called[pattern])) if pattern in called else []
        assert entered == _found(pattern.pattern.finditer(text))


def test_a_match_may_begin_well_before_its_stem() -> None:
    text = "It was found seventeen and a half months before, in the early hours"
    found = [match.group() for pattern, places in worth_trying(text) for match in pattern.matches(text, places)]
    assert "seventeen and a half months before" in found


@pytest.mark.parametrize("words", ["the week before", "a year earlier", "a month before", "a day into", "two years on"])
def test_distances_of_one_and_of_several_units_are_called(words: str) -> None:
    text = f"It was found {words}, in the early hours"
    assert words in {match.group() for pattern, places in worth_trying(text) for match in pattern.matches(text, places)}
