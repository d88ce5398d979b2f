from __future__ import annotations

import pytest
from made import PAGE, REPORT, RSS, Warc, captures, opened, packed, refusals

from demarche.model.source import Capture, Refused

TEXT = REPORT.encode()


@pytest.mark.parametrize("gzipped", [True, False])
def test_each_page_is_a_member_with_its_address_and_without_a_day_of_publication(gzipped: bool) -> None:
    made = Warc(gzipped).response("https://p.example/1").response("https://p.example/2", TEXT, "text/plain; charset=utf-8")
    found = captures("x.warc", made.bytes())
    assert [(one.name, one.url, one.data, one.media_type, one.published) for one in found] == [
        ("x.warc!/https://p.example/1", "https://p.example/1", PAGE, "text/html", None),
        ("x.warc!/https://p.example/2", "https://p.example/2", TEXT, "text/plain", None),
    ]


def test_a_whole_file_in_one_gzip_member_is_read_too() -> None:
    made = Warc(False).response("https://p.example/1").response("https://p.example/2").bytes()
    assert len(captures("x.warc.gz", packed(made))) == 2


def test_what_is_packed_or_in_chunks_is_unpacked() -> None:
    chunked = b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in (PAGE[:20], PAGE[20:], b""))
    made = Warc().response("https://p.example/1", packed(PAGE), Content_Encoding="gzip")
    made.response("https://p.example/2", chunked, Transfer_Encoding="chunked")
    assert [one.data for one in captures("x.warc.gz", made.bytes())] == [PAGE, PAGE]


def test_a_feed_in_it_is_opened_and_two_captures_of_one_address_are_told_apart() -> None:
    made = Warc().response("https://p.example/f", RSS, "application/rss+xml")
    made.response("https://p.example/1").response("https://p.example/1")
    found = [one.name for one in captures("x.warc.gz", made.bytes())]
    assert found[0] == "x.warc.gz!/https://p.example/f!/https://wire.example/a"
    assert found[-2:] == ["x.warc.gz!/https://p.example/1", "x.warc.gz!/https://p.example/1 (2)"]


def test_resources_are_read_and_what_is_about_the_capture_is_not() -> None:
    made = Warc().other("https://p.example/t", "resource", TEXT, Content_Type="text/plain")
    made.other("https://p.example/t", "metadata", b"a: b", Content_Type="application/warc-fields")
    (found,) = opened("x.warc.gz", made.bytes())
    assert isinstance(found, Capture)
    assert found.data == TEXT


def test_every_other_record_ends_with_its_reason() -> None:
    made = Warc().response("https://p.example/404", b"no", status="404 Not Found")
    made.response("https://p.example/br", b"no", Content_Encoding="br")
    made.response("https://p.example/i.png", b"x", "image/png").response("https://p.example/j.png", b"x", "image/png")
    made.other("https://p.example/again", "revisit", WARC_Refers_To_Date="2022-09-07T10:00:00Z")
    said = refusals("x.warc.gz", made.bytes())
    assert said["x.warc.gz!/https://p.example/404"] == "the server answered 404 and sent no report"
    assert "packed as 'br'" in said["x.warc.gz!/https://p.example/br"]
    assert "the same as was captured there before, on 2022-09-07" in said["x.warc.gz!/https://p.example/again"]
    assert said["x.warc.gz!/"] == "records: 2 that hold no report were passed over (2 image/png)"


@pytest.mark.parametrize("gzipped", [True, False])
def test_what_comes_before_the_damage_is_read(gzipped: bool) -> None:
    made = Warc(gzipped).response("https://p.example/1").bytes()
    more = Warc(gzipped).response("https://p.example/2").bytes()
    found = opened("x.warc", made + more[: len(more) // 3] if gzipped else made + b"rubbish\r\n" + more)
    assert [type(one) for one in found] == [Capture, Refused]
    assert isinstance(found[1], Refused)
    assert found[1].name == "x.warc"
