"""ZIP archives, and a single file in gzip."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from demarche.errors import RejectedInput
from demarche.model.source import Capture
from demarche.steps.unpack.kinds import suffix
from demarche.steps.unpack.limits import MEMBERS, Full
from demarche.steps.unpack.opening import Found, Inflating, Opening, printable, reading

ENTRIES = 2 * MEMBERS
"""Entries of an archive's directory, each of which becomes an object before the first is read."""

NO_REPORTS = frozenset(
    "png jpg jpeg gif webp svg ico bmp tif tiff css js mjs map woff woff2 ttf otf eot mp3 mp4 m4a wav ogg webm avi mov "
    "exe dll so dylib class pyc ds_store ini lnk ics vcf p7s asc sig".split()
)
"""Suffixes of what goes along with a saved page or a message and is never a report."""

_ENCRYPTED = 1


def is_document(archive: ZipFile) -> bool:
    """Whether it is one office document or book, and no archive of several files."""
    names = archive.NameToInfo
    if "[Content_Types].xml" in names or "mimetype" in names:
        return "xl/workbook.xml" not in names
    return False


def is_workbook(archive: ZipFile) -> bool:
    """Whether it is a spreadsheet of the XLSX kind."""
    return "[Content_Types].xml" in archive.NameToInfo and "xl/workbook.xml" in archive.NameToInfo


def is_web_archive(archive: ZipFile) -> bool:
    """Whether it is a WACZ: WARC files with a list of pages."""
    names = archive.NameToInfo
    return "datapackage.json" in names and any(name.startswith("archive/") for name in names)


def directory(data: bytes) -> ZipFile:
    """The archive that some bytes are. Raises RejectedInput where they are none, or have too many entries."""
    if data.count(b"PK\x01\x02") > ENTRIES:
        raise RejectedInput(f"its ZIP directory has more than {ENTRIES:,} entries; split it")
    with reading("the ZIP archive"):
        return ZipFile(io.BytesIO(data))


def contents(opening: Opening, archive: ZipFile, entry: ZipInfo) -> bytes:
    """The bytes of one entry. Raises RejectedInput where they cannot be had, Full where nothing more may be unpacked."""
    if entry.flag_bits & _ENCRYPTED:
        raise RejectedInput("it is encrypted: unpack it with its password first")
    if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise RejectedInput(f"it is packed by method {entry.compress_type}, which is not read; pack it anew")
    with reading("it"), archive.open(entry) as stream:
        return opening.unpacked(stream, max(1, entry.compress_size))


def open_zip(opening: Opening) -> Iterator[Found]:
    """Each file of an archive."""
    with directory(opening.capture.data) as archive:
        if is_workbook(archive):
            from demarche.steps.unpack.sheet import open_workbook

            yield from open_workbook(opening, archive)
        elif is_web_archive(archive):
            from demarche.steps.unpack.wacz import open_web_archive

            yield from open_web_archive(opening, archive)
        elif is_document(archive):
            yield opening.capture
        else:
            yield from _files(opening, archive)


def _files(opening: Opening, archive: ZipFile) -> Iterator[Found]:
    left_out: Counter[str] = Counter()
    for entry in archive.infolist():
        if entry.is_dir():
            continue
        if kind := _no_report(entry.filename):
            left_out[kind] += 1
            continue
        try:
            data = contents(opening, archive, entry)
        except Full:
            raise
        except RejectedInput as error:
            yield opening.refused(entry.filename, str(error))
        else:
            yield opening.member(entry.filename, data)
    yield from opening.passed_over("files", left_out)


def _no_report(name: str) -> str | None:
    """What a file is called that is passed over: by its suffix, or because it is hidden."""
    parts = name.replace("\\", "/").split("/")
    if parts[0] == "__MACOSX" or any(part.startswith(".") and part.strip(".") for part in parts):
        return "hidden"
    end = suffix(name.lower())
    return f".{end}" if end in NO_REPORTS else None


def open_gzip(opening: Opening) -> Iterator[Found]:
    """The one file in it; what a WARC file holds where it is one."""
    told = opening.capture
    with reading("the gzip file"):
        beginning = io.BufferedReader(Inflating(told.data)).peek(16)
    if beginning.startswith(b"WARC/"):
        from demarche.steps.unpack.warc import open_warc

        yield from open_warc(opening)
        return
    with reading("the gzip file"):
        data = opening.unpacked(Inflating(told.data), len(told.data))  # type: ignore[arg-type]  # a raw stream that can be read
    # the same file as its container, so that where it was captured holds of it too
    yield opening.member(_inner_name(told), data, url=told.url)


def _inner_name(told: Capture) -> str:
    last = printable(told.name.rpartition("/")[2])
    return last[:-3] if last.lower().endswith(".gz") and len(last) > 3 else "content"
