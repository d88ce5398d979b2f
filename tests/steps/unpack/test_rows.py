from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import captures, opened, refusals

from demarche.errors import UsageError
from demarche.model.atoms import Marking
from demarche.model.source import Capture
from demarche.steps.unpack import columns
from demarche.steps.unpack.table import rows


def test_each_row_is_a_report_known_by_its_number() -> None:
    table = 'Headline,Body,Published,Source,Link,Author,Lang,TLP\nA,"He said ""no"".\n\nMore.",2022-09-08,Wire,https://w.example/1,B,en,amber\n'
    (found,) = captures("t.csv", table.encode())
    assert (found.name, found.data, found.media_type) == ("t.csv!/row 2", b'A\n\nHe said "no".\n\nMore.\n', "text/plain")
    assert (found.title, str(found.published), found.publisher, found.url) == ("A", "2022-09-08", "Wire", "https://w.example/1")
    assert (found.author, found.language, found.marking, found.note) == ("B", "en", Marking.AMBER, None)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiters_and_encodings_are_told_by_the_table(delimiter: str, encoding: str) -> None:
    table = delimiter.join(["title", "text"]) + "\r\n" + delimiter.join(["Café", "Oslo said “no”."]) + "\r\n"
    (found,) = captures("t.csv", table.encode(encoding))
    assert found.data.decode() == "Café\n\nOslo said “no”.\n"


def test_columns_are_those_that_were_named() -> None:
    table = b"text,body,head\nnot this,Norway said so.,H\n"
    (found,) = captures("t.csv", table, columns=columns("text=body,title=head"))
    assert (found.data, found.title, found.columns) == (b"H\n\nNorway said so.\n", "H", ())


def test_a_table_on_standard_input_is_read_when_its_columns_are_named() -> None:
    table = b"body\nNorway said so.\n"
    assert opened("-", table) == [Capture("-", table)]
    assert [one.name for one in captures("-", table, columns=columns("text=body"))] == ["-!/row 2"]


@pytest.mark.parametrize(
    ("table", "told", "said"),
    [
        ("a,b\n1,2\n", "", "which of its columns holds the text? Name it, as in --columns text=body; its columns are a, b"),
        ("text\nx\n", "text=body", "it has no column 'body' for text; its columns are text"),
        ('text\nx\n"never closed\n', "", "a quotation mark opens a field of row 3 and is never closed"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(table: str, told: str, said: str) -> None:
    reasons = refusals("t.csv", table.encode(), columns=columns(told) if told else ())
    assert said in reasons["t.csv"]


def test_a_row_that_is_less_than_a_report_says_so() -> None:
    table = "title,text,date,url\nOnly,,08/09/2022,https://w.example/1\n,,2022,\n,,,\nHidden,<p>Norway</p>,,\n"
    found = captures("t.csv", table.encode())
    assert [one.note for one in found] == [
        "only a title in the row; read its address https://w.example/1; "
        "its date '08/09/2022' was not understood; write it as 2022-09-08",
        None,
    ]
    assert found[1].media_type == "text/html"
    assert refusals("t.csv", table.encode()) == {"t.csv!/row 3": "the row has neither a text nor a title"}


@pytest.mark.parametrize("told", ["", "text", "text=", "=body", "words=body", "text=a,text=b"])
def test_columns_that_cannot_be_understood_are_a_usage_error(told: str) -> None:
    with pytest.raises(UsageError, match="text=body,title=headline"):
        columns(told)


CELLS = st.lists(st.text(st.characters(exclude_characters="\0\r", codec="utf-8"), max_size=12), min_size=2, max_size=5)


@given(st.lists(CELLS, min_size=1, max_size=6))
def test_what_the_standard_library_writes_is_read_back(table: list[list[str]]) -> None:
    width = max(map(len, table))
    made = io.StringIO()
    csv.writer(made).writerows([["h"] * width, *([*row, *([""] * (width - len(row)))] for row in table)])
    read = [cells for _, cells in rows(made.getvalue())][1:]
    assert read == [[*row, *([""] * (width - len(row)))] for row in table]


def workbook(*sheets: tuple[str, Sequence[Sequence[object]]]) -> bytes:
    book = openpyxl.Workbook()
    del book["Sheet"]
    for name, table in sheets:
        sheet = book.create_sheet(name)
        for row in table:
            sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_each_row_of_each_sheet_is_a_report() -> None:
    first: list[Sequence[object]] = [
        ["title", "text", "date"],
        ["A", "Norway said so.", date(2022, 9, 8)],
        [None, None, None],
        ["B", "Sweden too.", 2022],
    ]
    data = workbook(("News", first), ("Empty", []), ("Numbers", [["a", "b"], [1, 2]]))
    found = captures("w.xlsx", data)
    assert [(one.name, one.title, str(one.published), one.data) for one in found] == [
        ("w.xlsx!/News/row 2", "A", "2022-09-08", b"A\n\nNorway said so.\n"),
        ("w.xlsx!/News/row 4", "B", "2022", b"B\n\nSweden too.\n"),
    ]
    assert list(refusals("w.xlsx", data)) == ["w.xlsx!/Numbers"]


def test_a_formula_is_not_computed() -> None:
    (found,) = captures("w.xlsx", workbook(("S", [["title", "text"], ["A", '=CONCAT("Norway", "said")'], ["B", None]])))[:1]
    assert (found.data, found.note) == (b"A\n", "only a title in the row")
