"""Hostile and broken DOCX and ODT files, each with its expected outcome."""

import re
import struct

import pytest
from docx.oxml.ns import nsdecls
from office_samples import changed, odt, saved, word, zipped

from demarche.errors import RejectedInput
from demarche.model.source import Capture, Document, Outcome
from demarche.steps.ingest import ingest
from demarche.steps.ingest.office.package import PART_LIMIT

SHOWN = "Officials said on Tuesday that the attack on the ministry was over."
UNSEEN = "The attack was the work of the Southland navy."


def docx(body: str, styles: str = "") -> bytes:
    """A DOCX file with this body."""
    part = f"<w:document {nsdecls('w')}><w:body>{body}</w:body></w:document>"
    whole = changed(saved(word()), "word/document.xml", part.encode())
    return changed(whole, "word/styles.xml", f"<w:styles {nsdecls('w')}>{styles}</w:styles>".encode())


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def read(data: bytes, name: str = "a.docx") -> Document:
    return ingest(Capture(name, data))


def content(document: Document) -> list[str]:
    return [document.text[block.start : block.end].strip() for block in document.blocks if block.role == "content"]


LOOP = '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
SHOWN_IN = {
    "styles based on each other": docx(f'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>{run(SHOWN)}</w:p>', LOOP),
    "a style there is none of": docx(f'<w:p><w:pPr><w:pStyle w:val="X"/></w:pPr>{run(SHOWN)}</w:p>'),
    "a switch that is off": docx("<w:p>" + run(SHOWN, '<w:vanish w:val="0"/>') + "</w:p>"),
    "a size that is no number": docx("<w:p>" + run(SHOWN, '<w:sz w:val="x"/>') + "</w:p>"),
    "a paragraph in a paragraph": docx(f"<w:p><w:p>{run(SHOWN)}</w:p></w:p>"),
    "no paragraph at all": docx(f"<w:sdt><w:sdtContent><w:p>{run(SHOWN)}</w:p></w:sdtContent></w:sdt>"),
    "a broken core part": changed(docx(f"<w:p>{run(SHOWN)}</w:p>"), "docProps/core.xml", b"<a>"),
    "an empty member beside it": changed(docx(f"<w:p>{run(SHOWN)}</w:p>"), "word/media/../../../etc/passwd", b""),
}


@pytest.mark.parametrize("data", SHOWN_IN.values(), ids=SHOWN_IN)
def test_what_is_shown_is_read_whatever_the_rest(data: bytes) -> None:
    assert content(read(data)) == [SHOWN]


HIDDEN = {
    "vanish": "<w:vanish/>",
    "vanish, said to be on": '<w:vanish w:val="true"/>',
    "white": '<w:color w:val="FFFFFF"/>',
    "nearly white": '<w:color w:val="FDFDFD"/>',
    "two points": '<w:sz w:val="4"/>',
    "a hidden style": '<w:rStyle w:val="H"/>',
}


@pytest.mark.parametrize("properties", HIDDEN.values(), ids=HIDDEN)
def test_what_nobody_sees_is_never_content(properties: str) -> None:
    style = '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    document = read(docx(f"<w:p>{run(SHOWN)}{run(UNSEEN, properties)}</w:p>", style))
    assert content(document) == [SHOWN]
    assert [block.reason for block in document.blocks if UNSEEN in document.text[block.start : block.end]] == ["hidden"]
    assert document.outcome is Outcome.PARTIAL


def locked(data: bytes) -> bytes:
    """The archive with the mark of encryption on each member."""
    out = bytearray(data)
    for found in re.finditer(rb"PK\x03\x04", data):
        out[found.start() + 6] |= 1
    for found in re.finditer(rb"PK\x01\x02", data):
        out[found.start() + 8] |= 1
    return bytes(out)


def lying(data: bytes, size: int) -> bytes:
    """The archive whose members say in its directory that they have `size` bytes unpacked."""
    out = bytearray(data)
    for found in re.finditer(rb"PK\x01\x02", data):
        out[found.start() + 24 : found.start() + 28] = struct.pack("<I", size)
    return bytes(out)


SOUND = docx(f"<w:p>{run(SHOWN)}</w:p>")
ENTITIES = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>'
REFUSED = {
    "entities in entities": ("a.docx", changed(SOUND, "word/document.xml", ENTITIES), "document type of its own"),
    "an entity from a file": ("a.docx", changed(SOUND, "word/document.xml", OUTSIDE), "document type of its own"),
    "entities in the styles": ("a.docx", changed(SOUND, "word/styles.xml", ENTITIES), "document type of its own"),
    "a bomb": ("a.docx", changed(SOUND, "word/document.xml", bytes(PART_LIMIT + 1)), f"over {PART_LIMIT:,} bytes"),
    "a bomb in the styles": ("a.docx", changed(SOUND, "word/styles.xml", bytes(PART_LIMIT + 1)), f"over {PART_LIMIT:,} bytes"),
    "elements 5,000 deep": ("a.docx", docx("<w:p>" * 5000 + "</w:p>" * 5000), "is no XML"),
    "encrypted members": ("a.docx", locked(SOUND), "needs a password"),
    "sizes that are too small": ("a.docx", lying(SOUND, 10), "damaged"),
    "sizes that are too large": ("a.docx", lying(SOUND, 2**31), f"over {PART_LIMIT:,} bytes"),
    "no text but what was deleted": ("a.docx", docx(f"<w:p><w:del>{run(UNSEEN)}</w:del></w:p>"), "without text"),
    "not the text of a document": ("a.docx", changed(SOUND, "word/document.xml", b"\xff\xfe\x00"), "is no XML"),
    "the name alone": ("a.docx", b"PK\x03\x04" + bytes(100), "broken"),
    "an ODT bomb": ("a.odt", changed(odt("<text:p/>"), "content.xml", bytes(PART_LIMIT + 1)), f"over {PART_LIMIT:,} bytes"),
    "ODT entities": ("a.odt", changed(odt("<text:p/>"), "content.xml", ENTITIES), "document type of its own"),
    "ODT without a body": ("a.odt", changed(odt("<text:p/>"), "content.xml", b"<a/>"), "without a text"),
    "an ODT drawing": ("a.odt", zipped({"mimetype": b"application/vnd.oasis.opendocument.graphics"}), "a ZIP archive"),
}


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_holds_nothing_is_refused_with_the_reason(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(RejectedInput, match=re.escape(reason)):
        read(data, name)
