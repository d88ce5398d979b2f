"""Which reader an input is for: told by its bytes first, for names and media types are often wrong."""

from __future__ import annotations

from dataclasses import replace

from demarche.model.source import Capture
from demarche.steps.ingest.decode import HTML, decode
from demarche.steps.ingest.html import read_html
from demarche.steps.ingest.markdown import read_text
from demarche.steps.ingest.page import Page

PDF = "application/pdf"
_PDF_START = 1024
"""Bytes within which a PDF file begins; what stands before it came with the way it was sent."""


def read_page(capture: Capture) -> tuple[str, Page]:
    """The media type of a capture and its text with what is known of it. RejectedInput with the reason when there is nothing to
    read."""
    if _is_pdf(capture):
        from demarche.steps.ingest.pdf import read_pdf

        return PDF, read_pdf(capture.data)
    decoded = decode(capture)
    page = read_html(decoded.text) if decoded.media_type == HTML else read_text(decoded.text)
    return decoded.media_type, replace(page, notes=(*decoded.notes, *page.notes))


def _is_pdf(capture: Capture) -> bool:
    head = capture.data[:_PDF_START]
    if head.lstrip(b"\xef\xbb\xbf \t\r\n\0").startswith(b"%PDF-"):
        return True
    told = capture.media_type == PDF or capture.name.lower().endswith(".pdf")
    return told and b"%PDF-" in head
