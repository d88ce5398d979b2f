from __future__ import annotations

import gzip
import struct
import zipfile

import pytest
from containers import Trap, sprung
from made import REPORT, Warc, packed, zipped

from demarche.model.source import Capture

MEBIBYTE = 1 << 20
TEXT = REPORT.encode()
RECORD = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nWARC-Target-URI: https://a.example/\r\n"


def bomb(size: int) -> bytes:
    return zipped({"bomb.txt": bytes(size), "a.txt": TEXT})


def overlapping() -> bytes:
    """Two entries of the directory that lead to one file."""
    data = zipped({"a.txt": TEXT})
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[start:end]
    tail = bytearray(data[end:])
    struct.pack_into("<HHI", tail, 8, 3, 3, 3 * len(entry))
    return data[:start] + entry * 3 + bytes(tail)


def lying(size: int) -> bytes:
    """A directory that says of a file that it has another size than it has."""
    data = bytearray(zipped({"a.txt": TEXT * 50}))
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, size)
    return bytes(data)


def wide_zip() -> bytes:
    inner = zipped({f"{number}.txt": b"x" for number in range(100)})
    return zipped({f"{number}.zip": inner for number in range(100)})


def header(lines: int, gzipped: bool) -> bytes:
    data = b"WARC/1.0\r\n" + b"a: b\r\n" * lines
    return gzip.compress(data, 1) if gzipped else data


TRAPS = (
    Trap("bomb.zip", lambda: bomb(50 * MEBIBYTE), 1, "more than 200 times its size"),
    Trap("big.zip", lambda: zipped({"a.txt": bytes(65 * MEBIBYTE)}, zipfile.ZIP_STORED), 0, "more than 67,108,864 bytes"),
    Trap("bomb.gz", lambda: gzip.compress(bytes(100 * MEBIBYTE), 1), 0, "more than 67,108,864 bytes"),
    Trap("members.gz", lambda: gzip.compress(b"") * 200_000, 1),
    Trap("wide.zip", wide_zip, 10_000),
    Trap("overlapping.zip", overlapping, 3),
    Trap("larger.zip", lambda: lying(1 << 31), 1),
    Trap("smaller.zip", lambda: lying(10), 0, "damaged"),
    Trap("directory.zip", lambda: b"PK\x03\x04" + b"PK\x01\x02" * 200_000, 0, "more than 100,000 entries"),
    Trap("names.zip", lambda: zipped({f"\x1b[2J{number}\u202e.txt": TEXT for number in range(5)}), 5),
    Trap("comment.zip", lambda: zipped({"a.txt": TEXT})[:-2] + b"\xff\xff" + b"PK\x05\x06" * 100, 0, "damaged"),
    Trap("header.warc", lambda: header(1_000_000, False), 0, "headers of a record"),
    Trap("header.warc.gz", lambda: header(10_000_000, True), 0, "headers of a record"),
    Trap("line.warc", lambda: b"WARC/1.0\r\nA: " + b"x" * 5_000_000, 0, "headers of a record"),
    Trap("blank.warc", lambda: RECORD + b"Content-Length: 0\r\n\r\n" + b"\r\n" * 2_000_000, 1, "headers of a record"),
    Trap("length.warc", lambda: RECORD + b"Content-Length: 99999999999999\r\n\r\nshort", 1),
    Trap("negative.warc", lambda: RECORD + b"Content-Length: -5\r\n\r\nshort\r\n\r\n", 1, "does not begin"),
    Trap("letters.warc", lambda: RECORD + b"Content-Length: many\r\n\r\nshort\r\n\r\n", 1, "does not begin"),
    Trap("nothing.warc", lambda: RECORD + b"\r\nshort\r\n\r\n", 0, "does not say how long"),
    Trap(
        "inner.warc.gz",
        lambda: Warc().response("https://a.example/", packed(bytes(50 * MEBIBYTE)), Content_Encoding="gzip").bytes(),
        0,
        "more than 200 times",
    ),
    Trap("status.warc.gz", lambda: Warc().response("https://a.example/", status="<b>200").bytes(), 0, "sent no report"),
    Trap("address.warc.gz", lambda: Warc().response("https://a.example/a\u202eb", TEXT, "text/plain").bytes(), 1),
    Trap(
        "pages.wacz",
        lambda: zipped({"datapackage.json": b"{}", "archive/a": b"", "pages/pages.jsonl": b"[" * 9_999}),
        0,
        "too deep",
    ),
)


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_an_archive_ends_as_it_must(trap: Trap) -> None:
    sprung(trap)


def test_an_address_that_is_none_is_not_kept_as_one() -> None:
    (found,) = sprung(next(trap for trap in TRAPS if trap.name == "address.warc.gz"))
    assert isinstance(found, Capture)
    assert found.url is None


def test_an_archive_in_itself_ends() -> None:
    data = TEXT
    for number in range(20):
        data = zipped({f"{number}.zip": data, "a.txt": TEXT})
    found = sprung(Trap("russian.zip", lambda: data, 3, "within 3 containers"))
    assert len(found) == 4
