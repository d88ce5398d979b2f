from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.errors import IntegrityError, UsageError
from demarche.model.atoms import Marking, PartialDate, Passage, canonical_json, content_id, plain

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day, precision = draw(DAYS), draw(st.integers(1, 3))
    return PartialDate(day.year, day.month if precision > 1 else None, day.day if precision > 2 else None)


def test_markings_are_ordered_from_clear_to_red() -> None:
    assert [marking.rank for marking in Marking] == [0, 1, 2, 3, 4]
    assert max(Marking.AMBER_STRICT, Marking.GREEN, key=lambda marking: marking.rank) is Marking.AMBER_STRICT


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31), 1),
        ("2022-07", date(2022, 7, 1), date(2022, 7, 31), 2),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), 2),
        ("2022-07-15", date(2022, 7, 15), date(2022, 7, 15), 3),
        (" 2022-07-15\n", date(2022, 7, 15), date(2022, 7, 15), 3),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(text: str, first: date, last: date, precision: int) -> None:
    made = PartialDate.parse(text)
    assert (made.first, made.last, made.precision) == (first, last, precision)
    assert str(made) == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22",
        "2022-7",
        "2022-07-1",
        "2022/07/15",
        "15 July 2022",
        "2022-00",
        "2022-13",
        "2022-02-30",
        "2023-02-29",
        "1899",
        "2201",
        "2022-07-15T00",
    ],
)
def test_what_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"no such|not a date"):
        PartialDate.parse(text)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(UsageError, match="no such date"):
        PartialDate(2022, None, 15)


@given(partial_dates())
def test_a_date_comes_back_from_its_text(made: PartialDate) -> None:
    assert PartialDate.parse(str(made)) == made
    assert made.first <= made.last


@given(DAYS)
def test_a_calendar_day_is_a_full_date(day: date) -> None:
    assert (PartialDate.of(day).first, PartialDate.of(day).precision) == (day, 3)


@pytest.mark.parametrize(
    ("one", "other", "slack", "agree"),
    [
        ("2022", "2022-07-15", 0, True),
        ("2022-07", "2022-07-31", 0, True),
        ("2022-07-15", "2022-07-16", 0, False),
        ("2022-07-15", "2022-07-16", 1, True),
        ("2022-07", "2022-08", 0, False),
        ("2022-07", "2022-08", 1, True),
        ("2021", "2022", 0, False),
    ],
)
def test_dates_agree_where_both_may_mean_one_day(one: str, other: str, slack: int, agree: bool) -> None:
    left, right = PartialDate.parse(one), PartialDate.parse(other)
    assert left.agrees(right, slack) is agree
    assert right.agrees(left, slack) is agree


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2022-07-15", "2022-09-07", 54),
        ("2022-09-07", "2022-07-15", -54),
        ("2022-07", "2022-09-07", None),
        ("2022-07-15", "2022", None),
    ],
)
def test_days_between_are_counted_only_between_days(one: str, other: str, days: int | None) -> None:
    assert PartialDate.parse(one).days_until(PartialDate.parse(other)) == days


@pytest.mark.parametrize(("start", "end", "quote"), [(-1, 1, "ab"), (0, 3, "ab"), (0, 0, ""), (5, 3, "ab")])
def test_a_passage_holds_as_many_words_as_its_offsets_say(start: int, end: int, quote: str) -> None:
    with pytest.raises(IntegrityError, match="cannot hold"):
        Passage("doc-1", start, end, quote)
    assert Passage("doc-1", 3, 5, "ab").quote == "ab"


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Thing:
    colour: Colour
    made: PartialDate | None = None
    parts: tuple[Any, ...] = ()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Thing(Colour.RED), {"colour": "red", "parts": []}),
        (
            Thing(Colour.RED, PartialDate(2022, 7), (Thing(Colour.RED),)),
            {"colour": "red", "made": "2022-07", "parts": [{"colour": "red", "parts": []}]},
        ),
        ({"b": None, "a": Colour.RED, 3: True}, {"b": None, "a": "red", "3": True}),
        ([1, 0.5, "x", None], [1, 0.5, "x", None]),
    ],
)
def test_nouns_become_plain_values_without_what_is_none(value: Any, expected: Any) -> None:
    assert plain(value) == expected


def test_canonical_json_is_sorted_tight_and_unescaped() -> None:
    assert canonical_json({"b": 1, "a": {"d": "é", "c": [1.5]}}) == '{"a":{"c":[1.5],"d":"é"},"b":1}'
    with pytest.raises(ValueError, match="Out of range"):
        canonical_json(float("nan"))


@pytest.mark.parametrize(
    "value",
    [
        Thing(Colour.RED, PartialDate(2022, 7), (Thing(Colour.RED), None)),
        {"b": None, 3: True, "a": [Colour.RED, {"2": 1, "10": 2}]},
        (Passage("doc-1", 1, 3, "“a"), Marking.AMBER, 0.1, -1.0, 10**20, False),
        'é\u2028\n\x00"\\\U0001f600',
        [],
        {},
    ],
)
def test_canonical_json_is_that_of_the_plain_value(value: Any) -> None:
    assert canonical_json(value) == json.dumps(plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=9,
)


@given(JSON)
def test_canonical_json_reads_back_and_does_not_depend_on_the_order_of_keys(value: Any) -> None:
    assert json.loads(canonical_json(value)) == value
    if isinstance(value, dict):
        assert canonical_json(dict(reversed(value.items()))) == canonical_json(value)


def test_an_identifier_is_of_the_content() -> None:
    made = content_id("claim", {"a": 1})
    assert made.startswith("claim-")
    assert len(made) == len("claim-") + 20
    assert content_id("claim", {"a": 1}) == made
    assert len({made, content_id("claim", {"a": 2}), content_id("doc", {"a": 1})}) == 3


def test_identifiers_do_not_confuse_neighbouring_parts() -> None:
    assert content_id("x", ["a.b", "c"]) != content_id("x", ["a", "b.c"])


def test_identifiers_are_the_same_in_every_process() -> None:
    program = "from demarche.model.atoms import content_id; print(content_id('x', {'b': ['é', 1], 'a': 'c'}))"
    paths = os.pathsep.join(sys.path)
    made = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
        made.add(
            subprocess.run(
                [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
            ).stdout.strip()
        )
    assert made == {content_id("x", {"b": ["é", 1], "a": "c"})}
