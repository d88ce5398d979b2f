import pytest
from hypothesis import given
from hypothesis import strategies as st
from ingest_samples import PARAGRAPH, read

from demarche.steps.ingest.dates import date_in_url, find_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("September 8, 2022updated 09 Sep 2022 8:52am", ["2022-09-08", "2022-09-09"]),
        ("7 September 2022", ["2022-09-07"]),
        ("the 7th of September, 2022", ["2022-09-07"]),
        ("Sept. 7, 2022", ["2022-09-07"]),
        ("2022-09-07T10:00", ["2022-09-07"]),
        ("7.9.2022", ["2022-09-07"]),
        ("25/12/2021", ["2021-12-25"]),
        ("12/25/2021", ["2021-12-25"]),
        ("07/09/2022", []),
        ("07/07/2022", ["2022-07-07"]),
        ("September 2022", ["2022-09"]),
        ("31 February 2022", []),
        ("in May they may march 15 miles", []),
        ("no date", []),
    ],
)
def test_dates_are_read_as_pages_write_them(text: str, expected: list[str]) -> None:
    assert [str(found.date) for found in find_dates(text) if found.date] == expected


def test_a_day_without_a_year_has_no_date() -> None:
    found = find_dates("Sept 7")
    assert [(each.date, each.month, each.day) for each in found] == [(None, 9, 7)]
    assert str(found[0].in_year(2022)) == "2022-09-07"


def test_a_leap_day_fits_leap_years_only() -> None:
    found = find_dates("29 February")
    assert str(found[0].in_year(2024)) == "2024-02-29"
    assert found[0].in_year(2023) is None


@given(st.dates(min_value=__import__("datetime").date(1900, 1, 1), max_value=__import__("datetime").date(2099, 12, 31)))
def test_every_day_is_read_back(day: object) -> None:
    for shape in ("%d %B %Y", "%B %d, %Y", "%b %d, %Y", "%Y-%m-%d", "%d.%m.%Y"):
        assert [str(found.date) for found in find_dates(format(day, shape))] == [str(day)]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.example/2022/09/08/raid", "2022-09-08"),
        ("https://x.example/world/2022/sep/08/raid", "2022-09-08"),
        ("https://x.example/raid-2022-09-08", "2022-09-08"),
        ("https://x.example/20220908/raid", "2022-09-08"),
        ("https://x.example/2022/09/raid", "2022-09"),
        ("https://x.example/2022/13/40/raid", "None"),
        ("https://x.example/raid-1234567", "None"),
        (None, "None"),
    ],
)
def test_addresses_spell_dates(url: str | None, expected: str) -> None:
    assert str(date_in_url(url)) == expected


@pytest.mark.parametrize(
    ("line", "published", "source"),
    [
        ("Published: 7 September 2022", "2022-09-07", "byline"),
        ("Updated 9 September 2022, published 7 September 2022", "2022-09-07", "byline"),
        ("For immediate release: September 7, 2022", "2022-09-07", "byline"),
        ("By Ana Petrova | 7 September 2022 | 4 min read", "2022-09-07", "byline"),
        ("TIRANA, 7 September 2022", "2022-09-07", "dateline"),
        ("Nothing here", "None", None),
    ],
)
def test_a_date_line_below_the_headline_is_the_publication(line: str, published: str, source: str | None) -> None:
    document = read(f"Ministry blames a gang for outage\n\n{line}\n\n{PARAGRAPH}")
    assert (str(document.origin.published), document.origin.published_from) == (published, source)


@pytest.mark.parametrize(
    ("dateline", "url", "published", "source"),
    [
        ("TIRANA, Sept 7, 2022 (Reuters) - ", None, "2022-09-07", "dateline"),
        ("TIRANA (7 September 2022) — ", None, "2022-09-07", "dateline"),
        ("TIRANA, Sept 7 (2022) - ", None, "2022-09-07", "dateline"),
        ("TIRANA, 7 September 2022. ", None, "2022-09-07", "dateline"),
        ("TIRANA, 7 September. ", None, "None", None),
        ("TIRANA, Sept 7 (Reuters) - ", None, "None", None),
        ("TIRANA, Sept 7 (Reuters) - ", "https://x.example/2022/09/a", "2022-09-07", "dateline"),
        ("", "https://x.example/2022/09/08/a", "2022-09-08", "url"),
    ],
)
def test_a_dateline_dates_the_report(dateline: str, url: str | None, published: str, source: str | None) -> None:
    document = read(f"Ministry blames a gang for outage\n\n{dateline}{PARAGRAPH}", url=url)
    assert (str(document.origin.published), document.origin.published_from) == (published, source)


def test_dates_of_the_events_are_no_publication() -> None:
    timeline = "15 July 2022\n\nThe attack began.\n\n18 July 2022\n\nIt went on for a week."
    document = read(f"Ministry blames a gang for outage\n\n{PARAGRAPH}\n\n{timeline}\n\n{PARAGRAPH} Again.")
    assert document.origin.published is None
