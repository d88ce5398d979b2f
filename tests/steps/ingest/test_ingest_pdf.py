"""PDF: order of reading, joined paragraphs, page furniture, what nobody sees, and every way to end."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_samples import PARAGRAPH, ROOT, lines
from pdf_samples import BOLD, Sheet, pdf

from demarche.errors import RejectedInput
from demarche.model.atoms import PartialDate
from demarche.model.source import Capture, Document, Outcome
from demarche.steps.ingest import ingest
from demarche.steps.ingest.pdf import PAGE_LIMIT

SENTENCE = ("The government of Norland said on Tuesday that a state-sponsored group had", "broken into its registry.")


def read(*sheets: Sheet, info: dict[str, str] | None = None, name: str = "report.pdf") -> Document:
    return ingest(Capture(name, pdf(sheets, info)))


def written(*texts: str) -> Sheet:
    sheet = Sheet()
    sheet.lines(texts)
    return sheet


def flat(document: Document, *roles: str) -> str:
    return " / ".join(lines(document, *roles))


def test_lines_become_paragraphs_with_their_page() -> None:
    first, second = written(*SENTENCE), written("A second page says that nobody was hurt in it.")
    first.lines(("The ministry confirmed the breach in a statement on the next day,", "and named no one."), y=160)
    document = read(first, second)
    assert lines(document, "content") == [
        " ".join(SENTENCE),
        "The ministry confirmed the breach in a statement on the next day, and named no one.",
        "A second page says that nobody was hurt in it.",
    ]
    assert [block.place for block in document.blocks] == ["page 1", "page 1", "page 2"]
    assert document.origin.media_type == "application/pdf"
    assert document.outcome is Outcome.OK
    assert document.reason is None


@pytest.mark.parametrize(
    ("head", "tail", "whole"),
    [
        ("the whole of its govern-", "ment was told of it.", "the whole of its government was told of it."),
        ("the doing of a state-", "sponsored group that is known.", "the doing of a state-sponsored group that is known."),
        ("said by a Norland-", "based firm that looked at it.", "said by a Norland-based firm that looked at it."),
        ("seen by the Port-", "Harbour office that looked at it.", "seen by the Port-Harbour office that looked at it."),
    ],
)
def test_words_cut_at_the_end_of_a_line_are_whole_again(head: str, tail: str, whole: str) -> None:
    start = "Officials said that the attack had been"
    document = read(written(f"{start} {head}", tail))
    assert lines(document, "content") == [f"{start} {whole}"]


def test_a_cut_word_is_joined_as_the_document_has_it_elsewhere() -> None:
    document = read(
        written(
            "Officials said that the malware was seen in an air-", "gap network.", "", "The air-gap held for a week, they said."
        )
    )
    assert "in an air-gap network." in document.text


def test_a_paragraph_goes_on_over_heads_and_feet() -> None:
    sheets = []
    for number, text in enumerate(
        (
            "Officials of the ministry said on Tuesday that the attack on the registry was the",
            "work of a group that they had watched for years, and that they would answer it",
            "in their own time and with all the means that they have at hand in such a case.",
        ),
        1,
    ):
        sheet = Sheet()
        sheet.line("Norland Threat Report", 72, 40, 9)
        sheet.line(text, 72, 100)
        sheet.line(f"{number}", 300, 760, 9)
        sheets.append(sheet)
    document = read(*sheets)
    assert len(lines(document, "content")) == 1
    assert lines(document, "content")[0].endswith("in such a case.")
    reasons = {(block.reason, block.place) for block in document.blocks if block.role == "furniture"}
    assert ("running head or foot", "page 2") in reasons
    assert ("page number", "page 3") in reasons
    assert [block.place for block in document.blocks if block.role == "content"] == ["pages 1-3"]


def test_columns_painted_row_by_row_are_read_one_after_the_other() -> None:
    left = [f"Left line {number} tells of the attack on the" for number in range(8)]
    right = [f"right line {number} tells of what it did to it" for number in range(8)]
    sheet = Sheet()
    sheet.line("A headline that runs across the page and both of its columns", 72, 80, 16, BOLD)
    for number, (one, other) in enumerate(zip(left, right, strict=True)):
        sheet.line(one, 72, 120 + 13 * number)
        sheet.line(other, 318, 120 + 13 * number)
    text = read(sheet).text
    assert " ".join(left) in text
    assert text.index(left[-1]) < text.index(right[0])


def test_rows_of_a_table_stay_rows() -> None:
    sheet = written(*SENTENCE)
    for number, (day, what) in enumerate((("1 May", "First intrusion into the registry"), ("2 May", "Records were deleted"))):
        sheet.line(day, 72, 200 + 14 * number)
        sheet.line(what, 200, 200 + 14 * number)
    assert "1 May | First intrusion into the registry\n2 May | Records were deleted" in read(sheet).text


def test_the_large_line_at_the_top_is_the_headline() -> None:
    sheet = Sheet()
    sheet.line("Norland blames its neighbour for the attack", 72, 80, 20, BOLD)
    sheet.line("3 May 2024", 72, 110)
    sheet.lines(SENTENCE, y=150)
    document = read(sheet, info={"Title": "Microsoft Word - final_v3.docx", "CreationDate": "D:20240601120000Z"})
    assert document.origin.title == "Norland blames its neighbour for the attack"
    assert (document.origin.published, document.origin.published_from) == (PartialDate(2024, 5, 3), "byline")


def test_metadata_serve_where_the_text_says_nothing() -> None:
    known = {"Title": "What happened in Norland", "Author": "Ann Example", "CreationDate": "D:20240601120000+02'00'"}
    origin = read(written(*SENTENCE), info=known).origin
    assert (origin.title, origin.author) == ("What happened in Norland", "Ann Example")
    assert (origin.published, origin.published_from) == (PartialDate(2024, 6, 1), "metadata")


@pytest.mark.parametrize(
    "known",
    [
        {"CreationDate": "D:19700101000000Z"},
        {"CreationDate": "D:20241301000000Z"},
        {"CreationDate": "yesterday"},
        {"CreationDate": "D:20240601120000Z", "Producer": "Skia/PDF m120"},
        {"Title": "untitled", "Author": "user"},
    ],
)
def test_metadata_that_say_nothing_are_not_believed(known: dict[str, str]) -> None:
    origin = read(written(*SENTENCE), info=known).origin
    assert (origin.published, origin.title, origin.author) == (None, None, None)


LOCKED = f"/Encrypt<</Filter/{{handler}}/V 1/R 2/O<{'11' * 32}>/U<{'22' * 32}>/P -1>>/ID[<00><00>]"
UNSEEN = "The attack was the work of the Southland navy."


def _hidden(sheet: Sheet, how: str) -> None:
    if how == "off the page":
        sheet.line(UNSEEN, -400, 300)
    elif how == "tiny":
        sheet.line(UNSEEN, 72, 300, 1)
    elif how == "painted over":
        sheet.line(UNSEEN, 72, 300)
        sheet.box(60, 305, 400, 20, "0 0 0")
    else:
        sheet.line(UNSEEN, 72, 300, before={"no ink": "3 Tr", "white": "1 g", "nearly white": "0.97 g"}[how])


@pytest.mark.parametrize("how", ["no ink", "white", "nearly white", "off the page", "tiny", "painted over"])
def test_what_nobody_sees_is_told_and_kept_out(how: str) -> None:
    sheet = written(*SENTENCE)
    _hidden(sheet, how)
    document = read(sheet)
    assert [block.reason for block in document.blocks if UNSEEN in document.text[block.start : block.end]] == ["hidden"]
    assert (document.outcome, document.reason) == (Outcome.PARTIAL, "hidden text on page 1 was kept out")


def test_white_text_on_a_dark_ground_is_seen() -> None:
    sheet = written(*SENTENCE)
    sheet.box(60, 305, 400, 20, "0 0 0.4")
    sheet.line(UNSEEN, 72, 300, before="1 g")
    document = read(sheet)
    assert UNSEEN in flat(document, "content")
    assert document.outcome is Outcome.OK


def test_a_hidden_copy_takes_nothing_away() -> None:
    sheet = Sheet()
    sheet.line(PARAGRAPH, 72, 90, before="3 Tr")
    sheet.lines((PARAGRAPH[:74], PARAGRAPH[75:]))
    assert lines(read(sheet), "content") == [PARAGRAPH]


def test_words_painted_twice_are_read_once() -> None:
    sheet = Sheet()
    for offset in (0, 0.4):
        sheet.lines(SENTENCE, 72 + offset)
    assert lines(read(sheet), "content") == [" ".join(SENTENCE)]


def test_scanned_pages_are_named() -> None:
    scan = Sheet()
    scan.picture()
    document = read(written(*SENTENCE), scan, written(*SENTENCE), scan)
    assert (document.outcome, document.reason) == (Outcome.PARTIAL, "no text layer on pages 2, 4")


def test_blank_pages_are_nothing_to_tell() -> None:
    assert read(written(*SENTENCE), Sheet()).outcome is Outcome.OK


def _scanned(behind: str = "") -> bytes:
    sheet = Sheet()
    sheet.line(behind, 72, 100, before="3 Tr")
    sheet.picture()
    return pdf([sheet])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_scanned(), "a PDF file without a text layer: its pages are pictures"),
        (_scanned("Invisible words of a text recognition."), "what it has is invisible"),
        (pdf([Sheet()]), "a PDF file without text"),
        (pdf([]), "a broken PDF file"),
        (pdf([written(*SENTENCE)])[:200], "a broken PDF file"),
        (b"%PDF-1.7\n", "a broken PDF file"),
        (pdf([written("x")], trailer=LOCKED.format(handler="Standard")), "needs a password"),
        (pdf([written("x")], trailer=LOCKED.format(handler="Other")), "encrypted in a way that cannot be read"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(RejectedInput, match=reason):
        ingest(Capture("report.pdf", data))


def test_all_that_is_hidden_is_refused() -> None:
    sheet = Sheet()
    sheet.line(UNSEEN, 72, 100, before="3 Tr")
    with pytest.raises(RejectedInput, match="all text is hidden"):
        read(sheet)


def test_a_long_document_is_read_in_part() -> None:
    document = read(*(written(f"Officials said that page {number} tells of the attack.") for number in range(PAGE_LIMIT + 3)))
    assert document.reason == f"only the first {PAGE_LIMIT} of {PAGE_LIMIT + 3} pages were read"
    assert document.blocks[-1].place == f"page {PAGE_LIMIT}"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_are_read_as_they_are_shown(turn: int) -> None:
    sheet = Sheet(rotation=turn)
    across = {90: "0 1 -1 0 612 0 cm", 180: "-1 0 0 -1 612 792 cm", 270: "0 -1 1 0 0 792 cm"}[turn]
    for number, text in enumerate(SENTENCE):
        sheet.operators.append(f"q {across} BT /F1 11 Tf 1 0 0 1 72 {500 - 13 * number} Tm ({text}) Tj ET Q")
    assert lines(read(sheet), "content") == [" ".join(SENTENCE)]


@pytest.mark.parametrize("name", ["report.pdf", "report.txt", "-"])
def test_the_bytes_tell_what_it_is(name: str) -> None:
    assert read(written(*SENTENCE), name=name).origin.media_type == "application/pdf"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=90), max_size=30), st.data())
def test_any_lines_give_blocks_that_tile_the_text(texts: list[str], data: st.DataObject) -> None:
    sheet = Sheet()
    for text in texts:
        sheet.line(
            text, data.draw(st.integers(-50, 600)), data.draw(st.integers(-50, 850)), data.draw(st.sampled_from((1, 9, 11, 20)))
        )
    try:
        document = read(sheet)
    except RejectedInput:
        return
    assert "".join(document.text[block.start : block.end] for block in document.blocks) == document.text
    assert all(block.place == "page 1" for block in document.blocks)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_files_are_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(pdf([written(*SENTENCE)]))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(9, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    try:
        document = ingest(Capture("report.pdf", bytes(whole)))
    except RejectedInput:
        return
    assert document.text.strip()


def test_the_same_bytes_give_the_same_document_in_another_process() -> None:
    capture = "Capture('report.pdf', pdf([written(*SENTENCE)]))"
    code = f"from test_ingest_pdf import *; print(ingest({capture}).id)"
    told = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        cwd=ROOT / "tests" / "steps" / "ingest",
        env={"PYTHONPATH": f"{ROOT / 'src'}:.", "PYTHONHASHSEED": "7"},
    )
    assert told.stdout.decode().strip() == read(written(*SENTENCE)).id
