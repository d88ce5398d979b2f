"""Spreadsheets of the XLSX kind. What formulas last gave is read; nothing is computed."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from itertools import islice
from typing import Any
from zipfile import ZipFile

from demarche.errors import RejectedInput
from demarche.model.source import Refused
from demarche.steps.unpack.limits import MEBIBYTE, RATIO, RATIO_FROM, Full
from demarche.steps.unpack.opening import Found, Opening, reading
from demarche.steps.unpack.rows import COLUMN_LIMIT, Row, reports

UNPACKED_BYTES = 128 * MEBIBYTE
"""Of all parts of a workbook; its shared strings are all kept while it is read."""
GAP_LIMIT = 10_000
"""Empty rows one after another; a row that says it is the millionth makes openpyxl count up to it."""
SHEET_LIMIT = 200
AT_ONCE = 256
"""Rows that are read before the first of them is looked at."""


def open_workbook(opening: Opening, archive: ZipFile) -> Iterator[Found]:
    """A report for each row of each sheet."""
    _check(archive)
    with warnings.catch_warnings(), reading("the workbook"):
        warnings.simplefilter("ignore")  # on styles and extensions, which change no text
        from openpyxl import load_workbook

        book = load_workbook(io.BytesIO(opening.capture.data), read_only=True, data_only=True, keep_links=False)
        names = list(book.sheetnames)
    for name in names[:SHEET_LIMIT]:
        try:
            yield from reports(opening, _rows(book[name]), name)
        except Full:
            raise
        except RejectedInput as error:
            yield opening.refused(name, str(error))
    if len(names) > SHEET_LIMIT:
        yield Refused(f"{opening.capture.name}!/", f"it has {len(names):,} sheets, of which the first {SHEET_LIMIT} were read")


def _check(archive: ZipFile) -> None:
    """The sizes that the directory tells are believed: no more than that is ever unpacked of a part."""
    unpacked = sum(entry.file_size for entry in archive.infolist())
    packed = sum(entry.compress_size for entry in archive.infolist())
    if unpacked > UNPACKED_BYTES or (unpacked > RATIO_FROM and unpacked > RATIO * max(1, packed)):
        raise RejectedInput(
            f"its parts unpack to {unpacked:,} bytes; up to {UNPACKED_BYTES:,} are read, and {RATIO} times its size"
        )
    for entry in archive.infolist():
        with reading("the workbook"), archive.open(entry) as part:
            if b"<!DOCTYPE" in part.read(4096):
                raise RejectedInput("a part of it declares a document type, as no spreadsheet does")


def _rows(sheet: Any) -> Iterator[Row]:
    if not hasattr(sheet, "iter_rows"):
        raise RejectedInput("it is a chart, and holds no rows")
    sheet.reset_dimensions()  # what a sheet says of its size may be wrong, and its rows beyond would be lost
    found = enumerate(sheet.iter_rows(max_col=COLUMN_LIMIT, values_only=True), 1)
    last = 0
    while some := _some(found):
        yield from some
        last = next((number for number, cells in reversed(some) if any(cell is not None for cell in cells)), last)
        if some[-1][0] > last + GAP_LIMIT:
            raise RejectedInput(f"more than {GAP_LIMIT:,} empty rows follow row {last:,}: what comes after them was not read")


def _some(rows: Iterator[Row]) -> list[Row]:
    with warnings.catch_warnings(), reading("the sheet"):
        warnings.simplefilter("ignore")
        return list(islice(rows, AT_ONCE))
