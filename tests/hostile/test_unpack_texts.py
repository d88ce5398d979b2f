from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from containers import Trap, sprung
from made import as_json, zipped

from demarche.model.source import Capture

HEAD = b"From: a@b.example\r\nTo: c@d.example\r\nMessage-ID: <1@b.example>\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
ENTITIES = b'<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FILE = b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def feed(inside: bytes, before: bytes = b"") -> bytes:
    return before + b"<rss version='2.0'><channel><title>T</title>" + inside + b"</channel></rss>"


def item(inside: bytes) -> bytes:
    return b"<item><title>x</title>" + inside + b"</item>"


def attributes(count: int) -> bytes:
    return b" ".join(b"a%d='x'" % number for number in range(count))


FEEDS = (
    Trap("author.rss", lambda: feed(item(b"<author>" + b"a" * 200_000 + b"</author>")), 1),
    Trap("creator.rss", lambda: feed(item(b"<dc:creator>" + b"a.b@" * 50_000 + b"</dc:creator>")), 1),
    Trap("attributes.rss", lambda: feed(b"<item " + attributes(50_000) + b"><title>x</title></item>"), 1),
    Trap("categories.rss", lambda: feed(item(b"<category>c</category>" * 50_000)), 1),
    Trap("deep.rss", lambda: feed(item(b"<a>" * 300_000) + item(b"")), 1, "damaged"),
    Trap("items.rss", lambda: feed(item(b"") * 10_002), 10_000, "more than 10,000 items"),
    Trap("entities.rss", lambda: feed(item(b"<description>&b;</description>"), ENTITIES), 1),
    Trap("file.rss", lambda: feed(item(b"<description>&a;</description>"), FILE), 1),
    Trap("long.rss", lambda: feed(item(b"<description>" + b"a " * 6_000_000 + b"</description>")), 1, "damaged"),
    Trap("ampersands.rss", lambda: feed(item(b"<description>" + b"&" * 200_000 + b"</description>")), 1, "damaged"),
    Trap("escapes.rss", lambda: feed(item(b"<description>" + b"&lt;" * 300_000 + b"</description>")), 1),
    Trap("cut.rss", lambda: feed(item(b""))[:60], 1, "damaged"),
    Trap("nul.rss", lambda: feed(item(b"\0<description>a\0b</description>")), 1),
    Trap("large.rss", lambda: feed(b" " * (33 << 20)), 0, "up to 33,554,432 are read"),
    Trap(
        "utf-7.rss",
        lambda: b"<?xml version='1.0' encoding='utf-7'?>" + feed(item(b"<description>+ADw-b+AD4-</description>")),
        1,
    ),
    Trap("local.xml", lambda: b"<urlset><url><loc>file:///etc/passwd</loc></url></urlset>", 0, "lists no address"),
    Trap(
        "many.xml",
        lambda: b"<urlset>" + b"<url><loc>https://a.example/</loc></url>" * 50_000 + b"</urlset>",
        0,
        "lists 1 address",
    ),
    Trap("index.xml", lambda: b"<sitemapindex>" + b"<sitemap>" * 300 + b"</sitemapindex>", 0, "sitemap"),
)
BUNDLES = (
    Trap("deep.json", lambda: b"[" * 1_000_000 + b"]" * 1_000_000, 0, "too deep"),
    Trap("digits.json", lambda: b"[" + b"9" * 5_000_000 + b"]", 0, "beyond 64 bits"),
    Trap("values.json", lambda: b"[" + b"{}," * 2_000_001 + b"{}]", 0, "values; split it"),
    Trap("twice.json", lambda: b'{"type":"bundle","id":"bundle--1","objects":[],"objects":[]}', 0, "'objects' twice"),
    Trap("surrogate.json", lambda: rb'{"type":"report","id":"report--1","name":"\ud800"}', 0, "surrogate"),
    Trap("nul.json", lambda: rb'{"type":"report","id":"report--1","name":"a\u0000b","description":"c\u0000 d"}', 1),
    Trap(
        "types.json",
        lambda: as_json({"type": "bundle", "id": 1, "objects": [None, [], {"type": []}, {"type": "report"}]}),
        0,
        "no text",
    ),
    Trap("marks.json", lambda: as_json({"type": "note", "id": "note--1", "content": "a b", "granular_markings": [1, {}]}), 1),
    Trap(
        "event.json",
        lambda: as_json({"Event": {"info": 5, "Attribute": {"a": 1}, "Orgc": [], "publish_timestamp": "9" * 99}}),
        1,
    ),
    Trap("feed.json", lambda: as_json({"version": "https://jsonfeed.org/version/1", "items": {"a": 1}}), 0, "nothing is in it"),
    Trap(
        "items.json",
        lambda: as_json({"version": "https://jsonfeed.org/version/1", "items": [[], {"title": {}}]}),
        0,
        "no object",
    ),
)
TABLES = (
    Trap("quote.csv", lambda: b"text\n" + b'"' + b"a" * 2_000_000, 0, "never closed"),
    Trap("columns.csv", lambda: b"text" + b"," * 1_000_000 + b"\na\n", 1),
    Trap("row.csv", lambda: b"text\n" + b"a" * 5_000_000 + b"\n", 1),
    Trap("nul.csv", lambda: b"text,title\na\0b,c\0d\n", 1),
    Trap("formula.csv", lambda: b'text\n"=HYPERLINK(""http://a.example"")"\n', 1),
    Trap("headless.csv", lambda: b"1,2\n3,4\n", 0, "which of its columns"),
    Trap("same.csv", lambda: b"text,text,text\na,b,c\n", 1),
    Trap("control.csv", lambda: b"\x1b[2Jtext,b\nx,y\n", 0, "which of its columns"),
)


def sheet(rows: str, method: int = zipfile.ZIP_STORED, before: str = "") -> bytes:
    """A workbook with these rows below a heading."""
    made = io.BytesIO()
    openpyxl.Workbook().save(made)
    with zipfile.ZipFile(made) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    source = parts["xl/worksheets/sheet1.xml"].decode()
    start, _, rest = source.partition("<sheetData")
    end = rest.partition("/>")[2] if rest.startswith(" /") or rest.startswith("/") else rest.partition("</sheetData>")[2]
    head = "<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>text</t></is></c></row>"
    parts["xl/worksheets/sheet1.xml"] = f"{before}{start}{head}{rows}</sheetData>{end}".encode()
    return zipped(parts, method)


TEXT_CELL = "<c r='A{0}' t='inlineStr'><is><t>Norway said so.</t></is></c>"
WORKBOOKS = (
    Trap("far.xlsx", lambda: sheet("<row r='99999999999'><c r='A99999999999'><v>1</v></c></row>"), 0, "empty rows"),
    Trap("beyond.xlsx", lambda: sheet(f"<row r='3'>{TEXT_CELL.format(3)}</row>"), 1),
    Trap("empty.xlsx", lambda: sheet("<row/>" * 200_000), 0, "empty rows"),
    Trap("wide.xlsx", lambda: sheet("<row><c r='ZZZ2'><v>1</v></c></row>" * 2_000), 0, "nothing is in it"),
    Trap("deep.xlsx", lambda: sheet("<a>" * 200_000), 0, "damaged"),
    Trap("digits.xlsx", lambda: sheet(f"<row r='2'><c r='A2'><v>{'9' * 100_000}</v></c></row>"), 0, "damaged"),
    Trap("bomb.xlsx", lambda: sheet("<row/>" * 2_000_000, zipfile.ZIP_DEFLATED), 0, "200 times its size"),
    Trap("entity.xlsx", lambda: sheet("", before="<!DOCTYPE x [<!ENTITY a 'b'>]>"), 0, "document type"),
    Trap("parts.xlsx", lambda: zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), 0, "damaged"),
)


def parts(field: bytes) -> bytes:
    return HEAD + b"--x\r\n" + field + b"\r\n\r\nhi\r\n--x--\r\n"


def deep_message(levels: int) -> bytes:
    inside = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level) for level in range(levels)
    )
    return HEAD + b"--x\r\n" + inside + b"\r\nhi\r\n"


MESSAGES = (
    Trap("parts.eml", lambda: HEAD + b"--x\r\n\r\na\r\n" * 100_000, 1, "more than 5,000 parts"),
    Trap("deep.eml", lambda: deep_message(1_500), 1, "damaged"),
    Trap("nested.eml", lambda: deep_message(30), 1, "more than 20 deep"),
    Trap(
        "name.eml",
        lambda: parts(b'Content-Disposition: attachment; filename="' + b'a;b=\\"c' * 50_000 + b'"'),
        1,
        "more than 4,000 bytes",
    ),
    Trap(
        "pieces.eml",
        lambda: parts(b"Content-Disposition: attachment; " + b"filename*0=a;" * 20_000),
        1,
        "more than 4,000 bytes",
    ),
    Trap("words.eml", lambda: parts(b'Content-Disposition: attachment; filename="' + b"=?utf-8?q?a?=" * 200 + b'"'), 2),
    Trap("charset.eml", lambda: parts(b'Content-Disposition: attachment; filename="=?no-such?q?a?="'), 1, "damaged"),
    Trap("path.eml", lambda: parts(b'Content-Disposition: attachment; filename="../../etc/passwd\x00\x1b"'), 2),
    Trap(
        "encoding.eml",
        lambda: parts(b"Content-Disposition: attachment; filename=a.txt\r\nContent-Transfer-Encoding: base64"),
        2,
    ),
    Trap("from.mbox", lambda: b"From a b 2022\nA: b\n" + b"From " * 1_000_000, 1),
    Trap("empty.mbox", lambda: b"From a b 2022\nA: b\n\n" * 1_000, 1_000),
)


@pytest.mark.parametrize("trap", [*FEEDS, *BUNDLES, *TABLES, *WORKBOOKS, *MESSAGES], ids=lambda trap: trap.name)
def test_a_container_of_text_ends_as_it_must(trap: Trap) -> None:
    sprung(trap)


def test_no_file_of_the_machine_comes_out_of_an_entity() -> None:
    (found,) = sprung(next(trap for trap in FEEDS if trap.name == "file.rss"))
    assert isinstance(found, Capture)
    assert b"\xef\xbf\xbd" in found.data
    assert found.note == "only a summary in the feed"
