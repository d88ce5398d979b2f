from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.model.atoms import PartialDate
from demarche.steps.extract.dates.relativedates import Count, about, holiday, near, stretch

DATELINE = PartialDate(2022, 9, 8)
DAYS = st.dates(min_value=date(2001, 1, 1), max_value=date(2030, 12, 31))


@pytest.mark.parametrize(
    ("year", "sunday"), [(1999, "1999-04-04"), (2008, "2008-03-23"), (2011, "2011-04-24"), (2025, "2025-04-20")]
)
def test_easter_falls_where_the_calendar_says(year: int, sunday: str) -> None:
    assert str(holiday(year, "easter sunday")) == sunday


def test_feasts_are_days_and_the_weekend_of_easter_a_month_when_it_lies_in_one() -> None:
    assert str(holiday(2025, "good friday")) == "2025-04-18"
    assert str(holiday(2025, "easter monday")) == "2025-04-21"
    assert str(holiday(2025, "easter weekend")) == "2025-04"
    assert holiday(2018, "easter weekend") is None
    assert str(holiday(2021, "christmas day")) == "2021-12-25"
    assert str(holiday(2021, "new year's eve")) == "2021-12-31"
    assert str(holiday(2021, "new year's day")) == "2021-01-01"


@pytest.mark.parametrize(
    ("count", "found"),
    [
        (Count(3, "day"), "2022-09-05"),
        (Count(2, "week"), "2022-08"),
        (Count(1, "week"), None),
        (Count(1, "week", about="less"), "2022-09"),
        (Count(2, "month"), "2022-07"),
        (Count(2, "month", about="more"), None),
        (Count(10, "year"), "2012"),
        (Count(1, "year", and_a_half=True), "2021"),
        (Count(1, "month", and_a_half=True), None),
        (Count(0, "day"), None),
        (Count(90, "day"), None),
    ],
)
def test_a_count_is_as_exact_as_its_unit(count: Count, found: str | None) -> None:
    when = count.before(DATELINE)
    assert (str(when) if when else None) == found


def test_words_before_a_count_make_it_less_or_more() -> None:
    assert [about(words) for words in ("nearly ", "more than ", "some ")] == ["less", "more", ""]


def test_a_season_is_the_last_that_is_over() -> None:
    assert str(near(PartialDate(2020, 12, 8), "last summer")) == "2020"
    assert str(near(PartialDate(2019, 3, 7), "last summer")) == "2018"
    assert near(PartialDate(2019, 3, 7), "last winter") is None


@given(DAYS, st.integers(1, 12), st.sampled_from(["", "less", "more"]))
def test_weeks_ago_are_in_the_month_that_is_told(day: date, number: int, words: str) -> None:
    when = Count(number, "week", about=words).before(PartialDate.of(day))
    if when is not None:
        assert when.first <= day - timedelta(days=7 * number) <= when.last


@given(DAYS)
def test_what_has_gone_on_for_days_began_in_the_month_of_the_dateline_and_the_week_before(day: date) -> None:
    when = stretch(PartialDate.of(day), "days")
    assert (when is None) == ((day - timedelta(days=7)).month != day.month)
