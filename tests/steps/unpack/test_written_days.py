from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.steps.unpack.words import address, day, language, line, plain, unmarked, visible


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2022", "2022"),
        ("2022-09", "2022-09"),
        ("2022/09/07", "2022-09-07"),
        ("20220907", "2022-09-07"),
        ("2022-09-07T23:30:00-05:00", "2022-09-07"),
        ("2022-09-07 23:30", "2022-09-07"),
        ("Wed, 07 Sep 2022 23:30:00 -0500", "2022-09-07"),
        ("Wed, 7 September 2022", "2022-09-07"),
        ("7th Sept. 2022", "2022-09-07"),
        ("September 7, 2022", "2022-09-07"),
        ("Sep 2022", "2022-09"),
        (date(2022, 9, 7), "2022-09-07"),
        (datetime(2022, 9, 7, 23, 30), "2022-09-07"),
        (2022, "2022"),
    ],
)
def test_days_are_read_as_they_are_written(written: object, read: str) -> None:
    assert str(day(written)) == read


@pytest.mark.parametrize(
    "written", ["", None, "07/09/2022", "7.9.22", "2022-13", "2022-02-30", "0000", "yesterday", "1" * 10_000]
)
def test_what_may_be_several_days_is_none(written: object) -> None:
    assert day(written) is None


@given(st.text())
def test_any_text_is_a_day_or_none_and_a_line_can_be_kept(text: str) -> None:
    day(text)
    shown = line(text)
    assert shown is None or (shown.isprintable() and shown.strip() == shown and 0 < len(shown) <= 500)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (" https://a.example/b ", "https://a.example/b"),
        ("HTTP://A.example", "HTTP://A.example"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://a.example/a b", None),
        ("https://a.example/\x00", None),
        ("https://" + "a" * 3_000, None),
        (None, None),
    ],
)
def test_an_address_is_one_of_the_web(written: object, read: str | None) -> None:
    assert address(written) == read


def test_languages_titles_and_texts() -> None:
    assert [language(tag) for tag in ("en-GB", "de", "EN_us", "english", None)] == ["en", "de", "en", None, None]
    assert unmarked("<b>Oslo</b> &amp;\n Bergen") == "Oslo & Bergen"
    assert visible("<p>a b&amp;</p> <i>c</i>") == 4
    assert plain("Title", "Title\nand text") == b"Title\nand text\n"
    assert plain("Title", "Text") == b"Title\n\nText\n"
