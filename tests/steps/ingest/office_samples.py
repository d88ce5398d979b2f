"""Office files made in the tests: DOCX by python-docx, ODT by hand."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx

from demarche.model.source import Capture, Document
from demarche.steps.ingest import ingest

ODT = "application/vnd.oasis.opendocument.text"
_SPACES = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for name, long in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
            ("meta", "meta"),
            ("draw", "drawing"),
        )
    )
    + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def word() -> Any:
    """A new DOCX document, as python-docx makes it."""
    return docx.Document()


def saved(document: Any) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def read_word(document: Any, name: str = "report.docx") -> Document:
    return ingest(Capture(name, saved(document)))


def odt(body: str, styles: str = "", meta: str = "", common: str = "", manifest: bytes = b"<manifest/>") -> bytes:
    """The bytes of an ODT file with this body."""
    content = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    parts = {
        "mimetype": ODT.encode(),
        "content.xml": content.encode(),
        "meta.xml": f"<office:document-meta {_SPACES}><office:meta>{meta}</office:meta></office:document-meta>".encode(),
        "styles.xml": f"<office:document-styles {_SPACES}>{common}</office:document-styles>".encode(),
        "META-INF/manifest.xml": manifest,
    }
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def changed(data: bytes, name: str, part: bytes) -> bytes:
    """An archive with one member replaced."""
    with ZipFile(BytesIO(data)) as archive:
        return zipped({each: archive.read(each) for each in archive.namelist()} | {name: part})
