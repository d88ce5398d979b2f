"""PDF: the text that is seen, in the order of reading, with the page that each paragraph stands on.

1. Refuse what is too large, encrypted or broken.
2. visible: what is painted so that nobody sees it. It stays in the text, told to be hidden.
3. pieces, rows: characters to lines, columns one after the other.
4. paragraphs: lines joined over columns and pages; running heads, feet and page numbers set apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from demarche.errors import RejectedInput
from demarche.steps.ingest import fileinfo
from demarche.steps.ingest.decode import TEXT_LIMIT, normalise
from demarche.steps.ingest.page import Kind, Line, Metadata, Page, assemble
from demarche.steps.ingest.pdf.paragraphs import paragraphs
from demarche.steps.ingest.pdf.pieces import Sheet, sheet
from demarche.steps.ingest.pdf.rows import rows

__all__ = ["read_pdf"]

PAGE_LIMIT = 500
"""Pages that are read; the longest public reports on cyber operations have some 450. Each takes some hundredths of a second."""
BYTE_LIMIT = 64 * 1024 * 1024
"""Bytes of a file; pictures may outweigh the text by far."""
_DRAWN_PATHS = 50
"""Paths on a page without any text that may be letters drawn as outlines."""
_FEW_CHARACTERS, _PICTURED = 150, 0.5
"""A page with fewer characters, half of it a picture, is a scan with a stamp on it."""
_SHOWN_PAGES = 12
"""Pages that a reason names one by one."""
_PASSWORD, _SECURITY = 4, 5
"""Error codes of pdfium: a password is needed; a way of encryption that it does not know."""
_BROWSERS = re.compile(r"Mozilla|Chrom|Safari|Skia|Quartz|wkhtmltopdf|Print To PDF|Prince|WeasyPrint", re.IGNORECASE)
"""Who prints pages to PDF files: these were made on the day of the printing, whenever they were published."""


def read_pdf(data: bytes) -> Page:
    """The text of a PDF file with its pages as places. Raises RejectedInput when none of it can be read."""
    from pypdfium2 import PdfDocument, PdfiumError

    if len(data) > BYTE_LIMIT:
        raise RejectedInput(f"it is a PDF file of over {BYTE_LIMIT:,} bytes: split it into its parts")
    try:
        document = PdfDocument(data)
    except PdfiumError:
        raise RejectedInput(_unopened(data)) from None
    try:
        count = len(document)
        known = _metadata(document.get_metadata_dict(skip_empty=True))
        sheets, broken = _sheets(document, min(count, PAGE_LIMIT))
    finally:
        document.close()
    lines = [
        Line(normalise(line.text)[0], line.kind, line.place)
        for line in paragraphs([rows(each) for each in sheets], [each.height for each in sheets])
    ]
    _refuse_unreadable(lines, sheets, count, broken)
    return assemble(lines, known, _notes(sheets, count, broken, lines))


def _sheets(document: Any, count: int) -> tuple[list[Sheet], list[int]]:
    """The pages that can be read, until there are characters enough, and the numbers of those that cannot."""
    from pypdfium2 import PdfiumError

    sheets: list[Sheet] = []
    broken: list[int] = []
    characters = 0
    for number in range(1, count + 1):
        try:
            page = document[number - 1]
            sheets.append(sheet(page, number))
            page.close()
        except PdfiumError:
            broken.append(number)
            continue
        characters += sum(len(piece.text) for piece in sheets[-1].pieces)
        if characters > TEXT_LIMIT:
            break
    return sheets, broken


def _unopened(data: bytes) -> str:
    """Why a file does not open. pdfium sets its code only where it gives no document at all: the one that the error bears may
    be left from another file."""
    from pypdfium2 import raw

    held = raw.FPDF_LoadMemDocument64(data, len(data), None)
    code = 0 if held else raw.FPDF_GetLastError()
    if held:
        raw.FPDF_CloseDocument(held)
    if code == _PASSWORD:
        return "it is a PDF file that needs a password: save it without one, and read that"
    if code == _SECURITY:
        return "it is a PDF file encrypted in a way that cannot be read: print it to a new PDF file, and read that"
    return "it is a broken PDF file: open it elsewhere and save it anew"


def _is_picture(each: Sheet) -> bool:
    """Whether a page without text that is seen, but for a stamp or a page number, shows something that may be text."""
    seen = sum(len(piece.text) for piece in each.pieces if not piece.hidden)
    if seen:
        return seen < _FEW_CHARACTERS and each.painted.picture >= _PICTURED * each.width * each.height
    return each.painted.picture > 0 or each.painted.paths > _DRAWN_PATHS


def _refuse_unreadable(lines: Sequence[Line], sheets: Sequence[Sheet], count: int, broken: Sequence[int]) -> None:
    if any(line.kind is not Kind.HIDDEN for line in lines):
        return
    if any(map(_is_picture, sheets)):
        behind = ", and what it has is invisible" if lines else ""
        raise RejectedInput(
            f"it is a PDF file without a text layer{behind}: its pages are pictures; recognise their text (OCR) and read that"
        )
    if lines:
        raise RejectedInput("it is a PDF file of which all text is hidden: there is nothing to read")
    if broken:
        raise RejectedInput(f"it is a broken PDF file: none of its {count:,} pages can be read")
    raise RejectedInput("it is a PDF file without text: there is nothing to read")


def _notes(sheets: Sequence[Sheet], count: int, broken: Sequence[int], lines: Sequence[Line]) -> tuple[str, ...]:
    last = max((*(each.number for each in sheets), *broken))
    hidden = sorted({each.number for each in sheets for piece in each.pieces if piece.hidden})
    said = (
        ("only the first {} of " + f"{count:,} pages were read", [last] if last < count else []),
        ("no text layer on {}", [each.number for each in sheets if _is_picture(each)]),
        ("hidden text on {} was kept out", hidden if any(line.kind is Kind.HIDDEN for line in lines) else []),
        ("{} could not be read", broken),
        ("only the first characters of {} were read", [each.number for each in sheets if each.cut]),
    )
    first, *others = said
    notes = [first[0].format(f"{first[1][0]:,}")] if first[1] else []
    return (*notes, *(words.format(_pages(numbers)) for words, numbers in others if numbers))


def _pages(numbers: Sequence[int]) -> str:
    shown = ", ".join(f"{number:,}" for number in numbers[:_SHOWN_PAGES])
    more = f" and {len(numbers) - _SHOWN_PAGES:,} more" if len(numbers) > _SHOWN_PAGES else ""
    return f"{'page' if len(numbers) == 1 else 'pages'} {shown}{more}"


def _metadata(told: dict[str, str]) -> Metadata:
    printed = _BROWSERS.search(f"{told.get('Creator')} {told.get('Producer')}")
    return Metadata(
        title=fileinfo.title(told.get("Title")),
        author=fileinfo.author(told.get("Author")),
        created=None if printed else fileinfo.created(told.get("CreationDate")),
    )
