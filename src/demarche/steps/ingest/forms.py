"""Which reader an input is for: told by its bytes first, for names and media types are often wrong."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from demarche.model.source import Capture
from demarche.steps.ingest.decode import HTML, decode
from demarche.steps.ingest.html import read_html
from demarche.steps.ingest.markdown import read_text
from demarche.steps.ingest.page import Page

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
MAIL = "message/rfc822"
_HEAD = 8192
_FIELD = re.compile(rb"([!-9;-~]{1,60}):(?:[ \t]|$)")
_MADE_FIELDS = frozenset((b"message-id", b"mime-version", b"received", b"return-path"))
"""Headers that programs write; people who type `From:` and `Subject:` above a text do not."""
_FIELDS = _MADE_FIELDS | {b"from", b"date", b"to", b"subject"}
_PDF_START = 1024
"""Bytes within which a PDF file begins; what stands before it came with the way it was sent."""
_SUFFIXES = {".docx": DOCX, ".odt": ODT}
_BROKEN = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)
"""What `zipfile` raises for a damaged archive."""


def read_page(capture: Capture) -> tuple[str, Page]:
    """The media type of a capture and its text with what is known of it. RejectedInput with the reason when there is nothing to
    read."""
    if _is_pdf(capture):
        from demarche.steps.ingest.pdf import read_pdf

        return PDF, read_pdf(capture.data)
    office = _office(capture)
    if office:
        from demarche.steps.ingest.office import read_docx, read_odt

        return office, read_docx(capture.data) if office == DOCX else read_odt(capture.data)
    if _is_message(capture):
        from demarche.steps.ingest.mail import read_message

        return MAIL, read_message(capture.data)
    decoded = decode(capture)
    page = read_html(decoded.text) if decoded.media_type == HTML else read_text(decoded.text)
    return decoded.media_type, replace(page, notes=(*decoded.notes, *page.notes))


def _is_pdf(capture: Capture) -> bool:
    head = capture.data[:_PDF_START]
    if head.lstrip(b"\xef\xbb\xbf \t\r\n\0").startswith(b"%PDF-"):
        return True
    told = capture.media_type == PDF or capture.name.lower().endswith(".pdf")
    return told and b"%PDF-" in head


def _office(capture: Capture) -> str | None:
    """Which office file a ZIP archive is: by its members, by media type and name where it is too broken to have any."""
    if not capture.data.startswith(b"PK"):
        return None
    try:
        with ZipFile(BytesIO(capture.data)) as archive:
            names = set(archive.namelist())
            kind = archive.read("mimetype")[:100].decode("ascii", "replace").strip() if _is_small(archive, "mimetype") else ""
    except _BROKEN:
        return next(
            (kind for end, kind in _SUFFIXES.items() if kind == capture.media_type or capture.name.lower().endswith(end)), None
        )
    if kind.startswith(ODT) or ("content.xml" in names and capture.name.lower().endswith(".odt")):
        return ODT
    return DOCX if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names) else None


def _is_small(archive: ZipFile, name: str) -> bool:
    return name in archive.NameToInfo and archive.getinfo(name).file_size <= _PDF_START


def _is_message(capture: Capture) -> bool:
    """By media type or name, else by three of a message's headers at the very beginning, one of them written by a program."""
    if capture.media_type == MAIL or (capture.media_type is None and capture.name.lower().endswith(".eml")):
        return bool(capture.data.strip())
    seen: set[bytes] = set()
    for row in capture.data[:_HEAD].splitlines():
        found = _FIELD.match(row)
        if found:
            seen.add(found[1].lower())
        elif not row.startswith((b" ", b"\t")):
            break
    return len(seen & _FIELDS) >= 3 and bool(seen & _MADE_FIELDS)
