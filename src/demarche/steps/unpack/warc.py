"""WARC files: pages and documents as a crawler captured them."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

from demarche.errors import RejectedInput
from demarche.model.source import Capture
from demarche.steps.unpack.limits import MEBIBYTE, Full
from demarche.steps.unpack.opening import Found, Inflating, Opening, reading
from demarche.steps.unpack.words import HTML, MARKDOWN, TEXT, address, line

HEADER_BYTES = MEBIBYTE
"""Of all headers of one record; warcio keeps every line of them."""

_ABOUT = frozenset(("warcinfo", "request", "metadata", "continuation"))
"""Records about the capture, in which there is nothing to read."""
_READ = {
    HTML: HTML,
    "application/xhtml+xml": HTML,
    TEXT: TEXT,
    MARKDOWN: MARKDOWN,
    "": None,
    "application/octet-stream": None,
}
_READ_FAMILIES = (
    "application/pdf",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.",
    "application/vnd.oasis.opendocument.",
    "application/zip",
    "application/gzip",
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/xml",
    "application/feed+json",
    "application/stix+json",
    "text/xml",
    "text/csv",
    "message/rfc822",
)
"""Types that may hold reports, whose bytes tell what they are."""
_PACKINGS = frozenset(("", "identity", "gzip", "x-gzip", "deflate"))


class Lines:
    """A stream that gives no more than an allowance before it is granted another."""

    def __init__(self, stream: Any, opening: Opening, inflated: bool) -> None:
        self._stream, self._opening, self._inflated = stream, opening, inflated
        self._allowed: int | None = None
        self._position = 0

    def allow(self, size: int | None) -> None:
        """Let so many more bytes be read; as many as there are with None."""
        self._allowed = size

    def read(self, size: int = -1) -> bytes:
        """As a file does."""
        return self._counted(self._stream.read(size if size >= 0 else HEADER_BYTES))

    def readline(self, size: int = -1) -> bytes:
        """As a file does, but never more than the headers of a record may have."""
        return self._counted(self._stream.readline(HEADER_BYTES + 1 if size is None or size < 0 else size))

    def tell(self) -> int:
        """How many bytes were read."""
        return self._position

    def _counted(self, found: bytes) -> bytes:
        self._position += len(found)
        if self._inflated:
            self._opening.budget.unpacked(len(found))
        if self._allowed is not None:
            self._allowed -= len(found)
            if self._allowed < 0:
                raise Full(f"the headers of a record have more than {HEADER_BYTES:,} bytes: what follows was not read")
        return found


def open_warc(opening: Opening) -> Iterator[Found]:
    """Each response and resource that may be a report; the others are counted."""
    left_out: Counter[str] = Counter()
    for record in records(opening):
        found = read_record(opening, record, left_out)
        if found:
            yield found
    yield from opening.passed_over("records", left_out)


def records(opening: Opening) -> Iterator[Any]:
    """The records, each to be read before the next is asked for. Raises RejectedInput where the file is damaged."""
    from warcio.recordloader import ArcWarcRecordLoader

    data = opening.capture.data
    packed = data.startswith(b"\x1f\x8b")
    stream = Lines(io.BufferedReader(Inflating(data)) if packed else io.BytesIO(data), opening, packed)
    loader = ArcWarcRecordLoader()
    while True:
        with reading("the WARC file"):
            record = _next(stream, loader)
        if record is None:
            return
        yield record
        with reading("the WARC file"):
            while record.raw_stream.read(MEBIBYTE):
                pass


def _next(stream: Lines, loader: Any) -> Any:
    stream.allow(HEADER_BYTES)
    first = stream.readline()
    while first in {b"\r\n", b"\n"}:
        first = stream.readline()
    if not first:
        return None
    if not first.startswith(b"WARC/"):
        raise RejectedInput("a record does not begin where the one before it ends")
    record = loader.parse_record_stream(stream, statusline=first.decode("latin-1").rstrip(), known_format="warc")
    if not record.rec_headers.get_header("Content-Length"):
        raise RejectedInput("a record does not say how long it is")
    stream.allow(None)
    return record


def read_record(opening: Opening, record: Any, left_out: Counter[str]) -> Found | None:
    """What a record holds; None where it holds no report, which is then counted."""
    url = line(record.rec_headers.get_header("WARC-Target-URI", "").strip("<>"))
    place = url or line(record.rec_headers.get_header("WARC-Record-ID")) or "record"
    if record.rec_type in _ABOUT:
        return None
    if record.rec_type == "revisit":
        when = line(record.rec_headers.get_header("WARC-Refers-To-Date"))
        return opening.refused(
            place, f"the same as was captured there before{f', on {when}' if when else ''}; it holds no copy"
        )
    if record.rec_type not in {"response", "resource", "conversion"}:
        left_out[line(record.rec_type) or "record of no type"] += 1
        return None
    return _content(opening, record, place, url, left_out)


def _content(opening: Opening, record: Any, place: str, url: str | None, left_out: Counter[str]) -> Found | None:
    http = record.http_headers
    status = http.get_statuscode() if http else "200"
    if http and status != "200":
        return opening.refused(place, f"the server answered {line(status) or 'nothing'} and sent no report")
    written = (http or record.rec_headers).get_header("Content-Type", "")
    kind = written.partition(";")[0].strip().lower()
    if kind not in _READ and not kind.startswith(_READ_FAMILIES):
        left_out[line(kind) or "record of no type"] += 1
        return None
    try:
        return _capture(opening, record, place, url, _READ.get(kind))
    except Full:
        raise
    except RejectedInput as error:
        return opening.refused(place, str(error))


def _capture(opening: Opening, record: Any, place: str, url: str | None, media_type: str | None) -> Capture:
    packing = (record.http_headers.get_header("Content-Encoding", "") if record.http_headers else "").strip().lower()
    if packing not in _PACKINGS:
        raise RejectedInput(f"it is packed as {line(packing)!r}, which is not read")
    if record.rec_headers.get_header("WARC-Truncated"):
        raise RejectedInput("the crawler cut it short")
    with reading("the record"):
        data = opening.unpacked(record.content_stream(), max(1, record.length or 0))
    return opening.member(place, data, url=address(url), media_type=media_type)
