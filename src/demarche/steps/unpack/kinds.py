"""What kind of container some bytes are: by their beginning and structure first, by their name where that says nothing."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

from demarche.model.source import Capture


class Kind(StrEnum):
    """The containers that are opened, and those that are known and are not."""

    ZIP = "zip"
    GZIP = "gzip"
    WARC = "warc"
    MAILBOX = "mailbox"
    MESSAGE = "message"
    FEED = "feed"
    SITEMAP = "sitemap"
    XML = "xml"
    JSON = "json"
    TABLE = "table"
    FOREIGN = "foreign"


FOREIGN = (
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"(\xb5/\xfd", "a zstd archive"),
)
"""Archives that are not opened, by their first bytes."""

_SUFFIXES = {
    "csv": Kind.TABLE,
    "tsv": Kind.TABLE,
    "json": Kind.JSON,
    "stix": Kind.JSON,
    "eml": Kind.MESSAGE,
    "mbox": Kind.MAILBOX,
}
_TYPES = {
    "text/csv": Kind.TABLE,
    "text/tab-separated-values": Kind.TABLE,
    "message/rfc822": Kind.MESSAGE,
    "application/mbox": Kind.MAILBOX,
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 8192
_PROLOGUE = re.compile(
    r"\s*(?:<\?[^>]{0,2000}>\s*|<!--(?:[^-]|-(?!->)){0,4000}-->\s*|<!DOCTYPE\s+(?!html\b)[^<>\[]{0,500}(?:\[[^\]]{0,4000}\]\s*)?>\s*)*",
    re.IGNORECASE,
)
_ROOT = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)([^>]{0,4000})")
_MAIL_LINE = re.compile(rb"From \S+.{0,200}\d{4}[^\r\n]{0,20}\r?\n(?:>?[!-9;-~]{1,60}:[ \t\r\n])")
_FIELD = re.compile(rb"([!-9;-~]{1,60}):[ \t]")
_MAIL_FIELDS = frozenset((b"message-id", b"mime-version", b"received", b"return-path", b"from", b"date", b"to", b"subject"))


def kind_of(capture: Capture) -> Kind | None:
    """The kind of container that a capture is; None when it is none."""
    data = capture.data
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if data.startswith(b"\x1f\x8b"):
        return Kind.GZIP
    if foreign(data):
        return Kind.FOREIGN
    if re.match(rb"WARC/\d\.\d\r?\n", data):
        return Kind.WARC
    return _written(capture)


def foreign(data: bytes) -> str | None:
    """What an archive is that is not opened."""
    if data[257:262] == b"ustar":
        return "a tar archive"
    return next((name for start, name in FOREIGN if data.startswith(start)), None)


def _written(capture: Capture) -> Kind | None:
    """The kinds that are text."""
    named = _TYPES.get((capture.media_type or "").partition(";")[0].strip().lower()) or _SUFFIXES.get(suffix(capture.name))
    if named in {Kind.TABLE, Kind.MESSAGE}:
        return named
    if _MAIL_LINE.match(capture.data) or named is Kind.MAILBOX:
        return Kind.MAILBOX
    if _is_message(capture.data):
        return Kind.MESSAGE
    if _is_json(capture.data) or named is Kind.JSON:
        return Kind.JSON
    return xml_kind(capture) or (Kind.TABLE if capture.columns and suffix(capture.name) == "" else None)


def suffix(name: str) -> str:
    """What stands behind the last dot of a name's last part, in small letters."""
    return name.rpartition("/")[2].rpartition(".")[2].lower() if "." in name.rpartition("/")[2] else ""


def _is_message(data: bytes) -> bool:
    """Three of a message's usual fields at the very beginning, one of them such as no person types."""
    seen: set[bytes] = set()
    for row in data[:_HEAD].splitlines():
        found = _FIELD.match(row)
        if found:
            seen.add(found[1].lower())
        elif not row.startswith((b" ", b"\t")):
            break
    return len(seen & _MAIL_FIELDS) >= 3 and bool(seen & {b"message-id", b"mime-version", b"received", b"return-path"})


def _is_json(data: bytes) -> bool:
    start = data[:_HEAD].removeprefix(codecs.BOM_UTF8).lstrip()[:2]
    end = data[-_HEAD:].rstrip()[-1:]
    return (start[:1], end) in {(b"{", b"}"), (b"[", b"]")} and (start[:1] != b"{" or start != b"{%")


def head(data: bytes) -> str:
    """The first characters, in whatever Unicode they are."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) : _HEAD].decode(encoding, "replace")
    if data[:1] == b"\0" or data[1:2] == b"\0":
        return data[:_HEAD].decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace")
    return data[:_HEAD].decode("utf-8", "replace")


def root(data: bytes) -> tuple[str, str]:
    """The name of the first element without its prefix, and what stands behind it in its tag; empty for what is no XML."""
    text = head(data)
    start = _PROLOGUE.match(text)
    found = _ROOT.match(text, start.end() if start else 0)
    return (found[2], found[3]) if found else ("", "")


def xml_kind(capture: Capture) -> Kind | None:
    """Which XML a capture is; None for a page and for what is no XML."""
    start = head(capture.data).lstrip()
    if not start.startswith("<"):
        return None
    name, attributes = root(capture.data)
    if (
        name in {"rss", "channel"}
        or (name == "feed" and "/Atom" in attributes)
        or (name == "feed" and "purl.org/atom" in attributes)
    ):
        return Kind.FEED
    if name == "RDF" and ("purl.org/rss/" in attributes or "netscape.com/rdf" in attributes):
        return Kind.FEED
    if name in {"urlset", "sitemapindex"}:
        return Kind.SITEMAP
    is_page = name.lower() in {"html", "body", "head", ""}
    return Kind.XML if start.startswith("<?xml") and not is_page else None
