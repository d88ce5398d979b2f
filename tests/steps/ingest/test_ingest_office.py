"""DOCX and ODT: what is text and where it stands, what is hidden, deleted or said beside it, and every way to end."""

import datetime
import re
from typing import Any

import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_samples import PARAGRAPH, lines
from office_samples import changed, odt, read_word, saved, word, zipped

from demarche.errors import RejectedInput
from demarche.model.atoms import Marking, PartialDate
from demarche.model.source import Capture, Document, Outcome
from demarche.steps.ingest import ingest
from demarche.steps.ingest.office.package import PART_LIMIT

UNSEEN = "The attack was the work of the Southland navy."
DAY = datetime.datetime(2024, 6, 1, 12, tzinfo=datetime.UTC)


def read_odt(body: str, styles: str = "", meta: str = "", common: str = "") -> Document:
    return ingest(Capture("report.odt", odt(body, styles, meta, common)))


def reason_of(document: Document, words: str) -> list[str | None]:
    return [block.reason for block in document.blocks if words in document.text[block.start : block.end]]


def places(document: Document) -> list[tuple[str, str | None]]:
    return [
        (document.text[block.start : block.end].strip(), block.place) for block in document.blocks if block.role == "content"
    ]


# --- DOCX


def test_a_word_document_keeps_its_order_kinds_and_places() -> None:
    made = word()
    made.core_properties.title, made.core_properties.author = "Norland blames its neighbour", "Ann Example"
    made.core_properties.created = DAY
    made.add_heading("Norland blames its neighbour for the attack", 0)
    made.add_paragraph(PARAGRAPH)
    made.add_heading("What is known", 1)
    made.add_paragraph("These systems were hit:")
    made.add_paragraph("The registry of the interior ministry", style="List Bullet")
    table = made.add_table(2, 2)
    for at, words in enumerate(("1 May", "First intrusion", "2 May", "Records deleted")):
        table.cell(at // 2, at % 2).text = words
    made.add_paragraph("The ministry confirmed the breach on the next day and named no one.")
    document = read_word(made)
    assert document.origin.title == "Norland blames its neighbour for the attack"
    assert document.origin.author == "Ann Example"
    assert (document.origin.published, document.origin.published_from) == (PartialDate(2024, 6, 1), "metadata")
    assert places(document) == [
        (PARAGRAPH, "paragraph 2"),
        ("These systems were hit:", "paragraph 4"),
        ("The registry of the interior ministry", "paragraph 5"),
        ("1 May | First intrusion", "table 1, row 1"),
        ("2 May | Records deleted", "table 1, row 2"),
        ("The ministry confirmed the breach on the next day and named no one.", "paragraph 6"),
    ]
    assert reason_of(document, "What is known") == ["subheading"]
    assert (document.outcome, document.reason) == (Outcome.OK, None)


def _vanish(run: Any) -> None:
    run.font.hidden = True


def _white(run: Any) -> None:
    run.font.color.rgb = RGBColor(255, 255, 255)


def _nearly_white(run: Any) -> None:
    run.font.color.rgb = RGBColor(240, 240, 240)


def _tiny(run: Any) -> None:
    run.font.size = Pt(1)


@pytest.mark.parametrize("how", [_vanish, _white, _nearly_white, _tiny])
def test_hidden_runs_are_told_and_kept_out(how: Any) -> None:
    made = word()
    paragraph = made.add_paragraph(f"{PARAGRAPH} ")
    how(paragraph.add_run(UNSEEN))
    document = read_word(made)
    assert lines(document, "content") == [PARAGRAPH]
    assert reason_of(document, UNSEEN) == ["hidden"]
    assert (document.outcome, document.reason) == (Outcome.PARTIAL, "hidden text was kept out")


def test_a_style_may_hide() -> None:
    made = word()
    style = made.styles.add_style("Unseen", 1)
    style.font.hidden = True
    based = made.styles.add_style("Also unseen", 1)
    based.base_style = style
    made.add_paragraph(PARAGRAPH)
    made.add_paragraph(UNSEEN, style="Also unseen")
    assert reason_of(read_word(made), UNSEEN) == ["hidden"]


def test_white_on_a_ground_is_seen() -> None:
    made = word()
    run = made.add_paragraph(PARAGRAPH).add_run(UNSEEN)
    _white(run)
    run.font.highlight_color = WD_COLOR_INDEX.BLACK
    cell = made.add_table(1, 1).cell(0, 0).paragraphs[0]
    _white(cell.add_run("White words in a dark cell of a table"))
    document = read_word(made)
    assert UNSEEN in " ".join(lines(document, "content"))
    assert reason_of(document, "White words") != ["hidden"]
    assert document.outcome is Outcome.OK


def test_changes_comments_and_fields_are_no_text() -> None:
    made = word()
    paragraph = made.add_paragraph("Officials said that the attack ")
    for tag, words in (("w:del", "was not "), ("w:ins", "was ")):
        change = OxmlElement(tag)
        run = OxmlElement("w:r")
        text = OxmlElement("w:delText" if tag == "w:del" else "w:t")
        text.text = words
        text.set(qn("xml:space"), "preserve")
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    run = paragraph.add_run("over in the evening of the day.")
    instruction = OxmlElement("w:instrText")
    instruction.text = "HYPERLINK http://example.org"
    run._r.append(instruction)
    made.add_comment(run, "Are we sure of that?", author="B")
    assert lines(read_word(made), "content") == ["Officials said that the attack was over in the evening of the day."]


def test_links_breaks_and_text_boxes_are_text_once() -> None:
    made = word()
    paragraph = made.add_paragraph("Officials said that it was")
    paragraph.add_run().add_break()
    box = (
        f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
        "<mc:Choice><w:txbxContent><w:p><w:r><w:t>A box says that nobody was hurt in the attack on it.</w:t></w:r></w:p>"
        "</w:txbxContent></mc:Choice><mc:Fallback><w:t>A box says that nobody was hurt in the attack on it.</w:t></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    paragraph._p.append(parse_xml(box))
    paragraph._p.append(parse_xml(f"<w:hyperlink {nsdecls('w')}><w:r><w:t>over by then.</w:t></w:r></w:hyperlink>"))
    document = read_word(made)
    assert lines(document, "content") == [
        "Officials said that it was over by then.",
        "A box says that nobody was hurt in the attack on it.",
    ]


def test_headers_are_furniture_and_may_stamp() -> None:
    made = word()
    made.sections[0].header.paragraphs[0].text = "TLP:AMBER"
    made.add_paragraph(PARAGRAPH)
    document = read_word(made)
    assert reason_of(document, "TLP") == ["running head or foot"]
    assert document.marking is Marking.AMBER


def test_footnotes_come_last_with_their_place() -> None:
    made = word()
    made.add_paragraph(PARAGRAPH)
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        "<w:footnote w:id='1'><w:p><w:r><w:t>The ministry said so in a letter of the same day.</w:t></w:r></w:p>"
        "</w:footnote></w:footnotes>"
    )
    document = ingest(Capture("a.docx", changed(saved(made), "word/footnotes.xml", notes.encode())))
    assert places(document)[-1] == ("The ministry said so in a letter of the same day.", "footnote 1")


def test_what_a_template_says_is_not_believed() -> None:
    made = word()
    made.add_paragraph(PARAGRAPH)
    origin = read_word(made).origin
    assert (origin.published, origin.title, origin.author) == (None, None, None)


# --- ODT


def test_an_opendocument_text_keeps_its_order_kinds_and_places() -> None:
    document = read_odt(
        '<text:p text:style-name="Title">Norland blames its neighbour for the attack</text:p>'
        f"<text:p>{PARAGRAPH}</text:p><text:h>What is known</text:h>"
        "<text:p>These<text:s/>systems <text:span>were</text:span> hit:</text:p>"
        "<text:list><text:list-item><text:p>The registry of the interior ministry</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>1 May</text:p></table:table-cell><table:table-cell>"
        "<text:p>First intrusion</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>The ministry confirmed it.<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>It said so in a letter of the same day.</text:p></text:note-body></text:note> It named no one.</text:p>",
        meta="<dc:title>Norland blames</dc:title><meta:initial-creator>Ann Example</meta:initial-creator>"
        "<meta:creation-date>2024-06-01T12:00:00</meta:creation-date>",
    )
    assert document.origin.title == "Norland blames its neighbour for the attack"
    assert (document.origin.author, document.origin.published) == ("Ann Example", PartialDate(2024, 6, 1))
    assert places(document) == [
        (PARAGRAPH, "paragraph 2"),
        ("These systems were hit:", "paragraph 4"),
        ("The registry of the interior ministry", "paragraph 5"),
        ("1 May | First intrusion", "table 1, row 1"),
        ("The ministry confirmed it. It named no one.", "paragraph 6"),
        ("It said so in a letter of the same day.", "paragraph 7"),
    ]
    assert document.outcome is Outcome.OK


@pytest.mark.parametrize(
    "properties", ['text:display="none"', 'fo:color="#ffffff"', 'fo:font-size="1pt"', 'fo:color="#f0f0f0"']
)
def test_a_style_may_hide_in_opendocument(properties: str) -> None:
    style = (
        '<style:style style:name="P1" style:parent-style-name="P2"/>'
        f'<style:style style:name="P2"><style:text-properties {properties}/></style:style>'
    )
    document = read_odt(f'<text:p>{PARAGRAPH} <text:span text:style-name="P1">{UNSEEN}</text:span></text:p>', style)
    assert lines(document, "content") == [PARAGRAPH]
    assert reason_of(document, UNSEEN) == ["hidden"]


def test_deleted_text_comments_and_hidden_sections() -> None:
    document = read_odt(
        f"<text:tracked-changes><text:changed-region><text:deletion><text:p>{UNSEEN}</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        f"<text:p>{PARAGRAPH}<office:annotation><text:p>Are we sure?</text:p></office:annotation></text:p>"
        '<text:section text:display="none"><text:p>This section is shown to nobody.</text:p></text:section>'
    )
    assert UNSEEN not in document.text
    assert "sure" not in document.text
    assert reason_of(document, "This section") == ["hidden"]


def test_headers_of_opendocument_may_stamp() -> None:
    header = (
        "<office:master-styles><style:master-page><style:header><text:p>TLP:GREEN</text:p></style:header>"
        "</style:master-page></office:master-styles>"
    )
    document = read_odt(f"<text:p>{PARAGRAPH}</text:p>", common=header)
    assert document.marking is Marking.GREEN
    assert reason_of(document, "TLP") == ["running head or foot"]


# --- every way to end

_HIDDEN_ONLY = word()
_vanish(_HIDDEN_ONLY.add_paragraph().add_run(UNSEEN))
_LOCKED = odt("<text:p>x</text:p>", manifest=b"<manifest><encryption-data/></manifest>")
_DOCTYPE = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
_SOUND = odt(f"<text:p>{PARAGRAPH}</text:p>")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.docx", saved(_HIDDEN_ONLY), "all text is hidden"),
        ("a.docx", saved(word()), "without text"),
        ("a.docx", saved(word())[:1000], "Word document (DOCX) that is broken"),
        ("a.docx", changed(saved(word()), "word/document.xml", b"<w:document>"), "word/document.xml is no XML"),
        ("a.docx", changed(saved(word()), "word/document.xml", _DOCTYPE), "document type of its own"),
        ("a.docx", zipped({"[Content_Types].xml": b"<a/>", "word/styles.xml": b"<a/>"}), "without a text"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + bytes(600), "old or encrypted Office document"),
        ("a.odt", _LOCKED, "needs a password"),
        ("a.odt", odt(""), "without text"),
        ("a.odt", _SOUND[:200], "OpenDocument text (ODT) that is broken"),
        ("a.odt", changed(_SOUND, "content.xml", _DOCTYPE), "document type of its own"),
        ("a.odt", changed(_SOUND, "content.xml", b"<a>" * 300 + b"</a>" * 300), "is no XML"),
        ("a.odt", changed(_SOUND, "content.xml", b" " * (PART_LIMIT + 1)), f"over {PART_LIMIT:,} bytes"),
        ("a.xlsx", zipped({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"}), "a ZIP archive or an Office document"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(RejectedInput, match=re.escape(reason)):
        ingest(Capture(name, data))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(("a.docx", "a.odt")), st.data())
def test_damaged_files_are_read_or_refused(name: str, data: st.DataObject) -> None:
    made = word()
    made.add_paragraph(PARAGRAPH)
    whole = bytearray(saved(made) if name == "a.docx" else _SOUND)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(2, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 6))] = data.draw(st.binary(max_size=6))
    try:
        document = ingest(Capture(name, bytes(whole)))
    except RejectedInput:
        return
    assert "".join(document.text[block.start : block.end] for block in document.blocks) == document.text


_WORDS = st.text(st.characters(min_codepoint=32, max_codepoint=0x3000, exclude_categories=("Cs", "Cc")), max_size=60)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(_WORDS, st.booleans()), max_size=12))
def test_no_hidden_run_is_ever_content(runs: list[tuple[str, bool]]) -> None:
    made = word()
    for number, (words, hidden) in enumerate(runs):
        made.add_paragraph().add_run(f"{'hidden' if hidden else 'shown'} {number} {words}").font.hidden = hidden
    try:
        document = read_word(made)
    except RejectedInput:
        assert all(hidden for _, hidden in runs)
        return
    shown = " ".join(document.text[block.start : block.end] for block in document.blocks if block.reason != "hidden")
    assert not [number for number, (_, hidden) in enumerate(runs) if hidden and f"hidden {number} " in f"{shown} "]
    assert [number for number, (_, hidden) in enumerate(runs) if not hidden and f"shown {number}" in shown] == [
        number for number, (_, hidden) in enumerate(runs) if not hidden
    ]
