"""Containers as programs write them, made where they are needed."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from typing import Any

from demarche.model.source import Capture, Refused
from demarche.steps.unpack import unpack

REPORT = "OSLO, 8 September 2022 - Norway said that Russia was behind the breach of its parliament.\n"
PAGE = f"<html><body><p>{REPORT}</p></body></html>".encode()

RSS = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Wire &amp; Co</title><language>en-gb</language>
<item><title>Norway blames Russia</title><link>https://wire.example/a</link><dc:creator>A. Desk</dc:creator>
<pubDate>Wed, 07 Sep 2022 23:30:00 -0500</pubDate><content:encoded><![CDATA[<p>Norway said on Wednesday that Russia had broken
into its parliament&hellip; in July.</p><p>Moscow denied it on the same day.</p>]]></content:encoded></item>
<item><title>Second</title><link>https://wire.example/b</link><description>Sweden said little.</description></item>
<item><title>Third</title><link>https://wire.example/c</link></item>
<item><guid>empty</guid></item>
</channel></rss>"""


def opened(name: str, data: bytes, **told: Any) -> list[Capture | Refused]:
    return list(unpack(Capture(name, data, **told)))


def captures(name: str, data: bytes, **told: Any) -> list[Capture]:
    return [one for one in opened(name, data, **told) if isinstance(one, Capture)]


def refusals(name: str, data: bytes, **told: Any) -> dict[str, str]:
    return {one.name: one.reason for one in opened(name, data, **told) if isinstance(one, Refused)}


def zipped(files: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return made.getvalue()


def message(text: str = "The body says so.", number: int = 1) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "desk@example.org", "list@example.org", f"Message {number}"
    made["Date"], made["Message-ID"] = "Wed, 07 Sep 2022 23:30:00 -0500", f"<{number}@example.org>"
    made.set_content(text)
    return made


def mailbox(*messages: bytes) -> bytes:
    return b"".join(b"From desk@example.org Wed Sep  7 23:30:00 2022\n" + one.rstrip() + b"\n\n" for one in messages)


class Warc:
    """A WARC file that is being written."""

    def __init__(self, gzipped: bool = True) -> None:
        self._gzipped = gzipped
        self._made = b""
        self.other("", "warcinfo", b"software: a test")

    def response(self, url: str, body: bytes = PAGE, kind: str = "text/html", status: str = "200 OK", **headers: str) -> Warc:
        fields = {"Content-Type": kind, **{name.replace("_", "-"): value for name, value in headers.items()}}
        http = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        block = f"HTTP/1.1 {status}\r\n{http}\r\n".encode() + body
        return self.other(url, "response", block, Content_Type="application/http; msgtype=response")

    def other(self, url: str, kind: str, block: bytes = b"", **headers: str) -> Warc:
        fields = {"WARC-Type": kind, "WARC-Target-URI": url, "WARC-Date": "2024-05-01T10:00:00Z"}
        fields |= {name.replace("_", "-"): value for name, value in headers.items()}
        written = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
        record = f"WARC/1.0\r\n{written}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"
        self._made += packed(record) if self._gzipped else record
        return self

    def bytes(self) -> bytes:
        return self._made


def as_json(value: Any) -> bytes:
    return json.dumps(value).encode()


def packed(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)
