from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.model.atoms import PartialDate
from demarche.steps.extract.dates.reader import DateForm, DateReader

DATELINE = PartialDate(2022, 9, 8)  # a Thursday


def found(text: str, published: PartialDate | None = DATELINE) -> list[str]:
    return [str(hit.date) for hit in DateReader(published, [text]).find(text)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("It struck on 15 July 2022.", ["2022-07-15"]),
        ("It struck on July 15, 2022.", ["2022-07-15"]),
        ("It struck on 15-07-2022.", ["2022-07-15"]),
        ("It struck on 2022-07-15.", ["2022-07-15"]),
        ("It struck on July 15.", ["2022-07-15"]),
        ("It struck on 15 December.", ["2021-12-15"]),
        ("It struck in July.", ["2022-07"]),
        ("It struck last month.", ["2022-08"]),
        ("It struck yesterday.", ["2022-09-07"]),
        ("It struck on Tuesday.", ["2022-09-06"]),
        ("It struck two years ago.", ["2020"]),
        ("It struck in the early hours of 24 February.", ["2022-02-24"]),
        ("Relations have been tense since 2014.", ["2014"]),
        ("It began in late 2013.", ["2013"]),
        ("It began in the summer of 2020.", ["2020"]),
        ("It began on October 28 last year.", ["2021-10-28"]),
        ("It was noticed on Friday, February 5, 2016.", ["2016-02-05"]),
        ("They joined in 2018. In December that year they spoke.", ["2018", "2018-12"]),
        ("It struck last summer.", ["2022"]),
        ("It struck last autumn.", ["2021"]),
        ("It struck at the weekend.", ["2022-09"]),
        ("It struck eighteen months ago.", ["2021-03"]),
        ("It struck on Christmas Eve.", ["2021-12-24"]),
        ("It struck over the Easter weekend.", ["2022-04"]),
        ("It was a December strike.", ["2021-12"]),
    ],
)
def test_a_date_is_as_exact_as_its_words(text: str, dates: list[str]) -> None:
    assert found(text) == dates


@pytest.mark.parametrize(
    "text",
    [
        "Staff must leave within 24 hours.",
        "He may be right about that.",
        "The march of progress goes on.",
        "It cost $2020 and took 2016 computers.",
        "It happened earlier.",
    ],
)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert found(text) == []


def test_a_range_keeps_both_ends_and_lends_its_year() -> None:
    (hit,) = DateReader(DATELINE).find("It went on from 19 April to 8 May 2021 without pause.")
    assert (str(hit.date), str(hit.until), hit.lead) == ("2021-04-19", "2021-05-08", "from")


def test_between_autumn_and_early_next_year_is_a_range_of_years() -> None:
    (hit,) = DateReader(DATELINE).find("It was committed between autumn 2020 and early 2021.")
    assert (str(hit.date), str(hit.until)) == ("2020", "2021")


def test_without_a_dateline_the_latest_year_completes_a_day_where_a_month_stands_with_it() -> None:
    assert found("It struck on 15 July. That was in May 2019.", None) == ["2019-07-15", "2019-05"]
    assert found("It struck on 15 July. A trial began in 2017 and ended on May 3, 2019.", None) == [
        "2019-07-15",
        "2017",
        "2019-05-03",
    ]
    assert found("It struck on 15 July. The alliance, which it joined in 2004, said nothing.", None) == ["2004"]
    assert found("It struck on 15 July. That was in May 2019, not in 2020.", None) == ["2019-05", "2020"]
    assert found("It struck on Friday, two years ago, or last month.", None) == []


def test_days_of_the_week_look_ahead_after_words_of_the_future() -> None:
    assert found("They will be gone by Sunday.") == ["2022-09-11"]
    assert found("They left on Sunday.") == ["2022-09-04"]


def test_offsets_are_those_of_the_words() -> None:
    text = "Hackers struck on the night of 15 July, officials say."
    (hit,) = DateReader(DATELINE).find(text)
    assert text[hit.start : hit.end] == hit.words == "15 July"
    assert hit.form is DateForm.DATELINE


@given(st.dates(min_value=date(2001, 1, 1), max_value=date(2030, 12, 31)))
def test_every_written_day_is_read_back(day: date) -> None:
    for words in (f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}", day.isoformat()):
        assert found(f"It struck on {words}.") == [day.isoformat()]


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error_and_hits_never_overlap(text: str) -> None:
    hits = DateReader(DATELINE, [text]).find(text)
    assert all(one.end <= other.start for one, other in pairwise(hits))


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Four days after the cards failed, he said on Saturday that he knew who did it.", ["2022-08-30", "2022-09-03"]),
        ("On Tuesday, a day after hackers struck, the portal came back.", ["2022-09-06", "2022-09-05"]),
        ("They spoke of it on May 23, the day before it was done.", ["2022-05-23", "2022-05-24"]),
        ("All was well on Saturday after an intrusion the day before.", ["2022-09-03", "2022-09-02"]),
        ("In a notice of 26 August it was blamed for a theft five days before, the largest yet.", ["2022-08-26", "2022-08-21"]),
        ("Twelve days into the assault they still write by hand.", ["2022-08-27"]),
        ("Five and a half years after somebody read the mail, names are named.", ["2017"]),
        ("Ten years on, nobody knows.", ["2012"]),
        ("For more than two years somebody has been inside.", ["2020"]),
    ],
)
def test_a_date_may_be_counted_from_another_or_from_the_dateline(text: str, dates: list[str]) -> None:
    assert found(text) == dates


@pytest.mark.parametrize("text", ["Sites were down for a fourth day on 8 September.", "It has been down for most of the week."])
def test_what_still_goes_on_began_in_the_month_that_its_days_lie_in(text: str) -> None:
    assert found(text)[0] == "2022-09"
    assert found(text, PartialDate(2022, 9, 2))[:1] != ["2022-09"]


@pytest.mark.parametrize(
    "text",
    ["It was down for two days.", "More than a month after it struck, they spoke.", "Two weeks before the vote it was calm."],
)
def test_lengths_of_time_without_an_end_that_is_known_are_no_dates(text: str) -> None:
    assert found(text) == []


def test_two_months_of_one_year_are_one_stretch() -> None:
    for words in ("April and May 2015", "May and June of last year"):
        (hit,) = DateReader(DATELINE).find(f"It went on in {words}.")
        assert hit.words == words
        assert hit.until is not None
        assert (hit.until.month or 0) - (hit.date.month or 0) == 1
        assert hit.until.year == hit.date.year < 2022
