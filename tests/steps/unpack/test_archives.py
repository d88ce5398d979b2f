from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from made import PAGE, REPORT, Warc, captures, opened, packed, refusals, zipped

from demarche.model.source import Capture, Refused

TEXT = REPORT.encode()


def test_each_file_of_an_archive_is_a_member_in_its_order() -> None:
    found = captures("a.zip", zipped({"b/z.txt": TEXT, "a.html": PAGE}))
    assert [(one.name, one.data) for one in found] == [("a.zip!/b/z.txt", TEXT), ("a.zip!/a.html", PAGE)]


def test_two_files_of_one_name_are_told_apart() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.txt", "one")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", "two")
    assert [(one.name, one.data) for one in captures("z.zip", made.getvalue())] == [
        ("z.zip!/a.txt", b"one"),
        ("z.zip!/a.txt (2)", b"two"),
    ]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "C:\\windows\\x.txt", "a\nb.txt", "a\u202etxt.md", "x" * 5_000]
)
def test_a_path_is_a_name_that_can_be_shown(name: str) -> None:
    (found,) = captures("z.zip", zipped({name: TEXT}))
    assert found.data == TEXT
    assert found.name.isprintable()
    assert len(found.name) < 400


def test_what_is_no_report_is_counted_and_hidden_files_are_too() -> None:
    files = {"a.txt": TEXT, "b.png": b"x", "c.png": b"x", "d.css": b"x", "__MACOSX/._a.txt": b"x", ".DS_Store": b"x"}
    said = refusals("z.zip", zipped(files))["z.zip!/"]
    assert said == "files: 5 that hold no report were passed over (1 .css, 2 .png, 2 hidden)"


def test_a_file_that_is_damaged_leaves_the_others() -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}, zipfile.ZIP_STORED))
    data[data.index(TEXT)] ^= 1
    found = opened("z.zip", bytes(data))
    assert [type(one) for one in found] == [Refused, Capture]


def test_a_file_that_is_encrypted_or_packed_otherwise_is_refused() -> None:
    data = bytearray(zipped({"a.txt": TEXT}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in refusals("z.zip", bytes(data))["z.zip!/a.txt"]
    assert "method 12" in refusals("z.zip", zipped({"a.txt": TEXT}, zipfile.ZIP_BZIP2))["z.zip!/a.txt"]


@pytest.mark.parametrize("end", [10, 60, -30])
def test_an_archive_that_is_cut_short_is_refused(end: int) -> None:
    (reason,) = refusals("z.zip", zipped({"a.txt": TEXT})[:end]).values()
    assert "ZIP archive is damaged" in reason


@pytest.mark.parametrize("inside", ["word/document.xml", "ppt/presentation.xml"])
def test_an_office_document_is_one_report(inside: str) -> None:
    data = zipped({"[Content_Types].xml": b"<Types/>", inside: b"<x/>"})
    assert opened("a.docx", data) == [Capture("a.docx", data)]
    book = zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})
    assert opened("a.odt", book) == [Capture("a.odt", book)]


def test_gzip_holds_one_file_with_the_address_of_its_container() -> None:
    (found,) = captures("in/a.html.gz", packed(PAGE), url="https://example.org/a")
    assert (found.name, found.data, found.url) == ("in/a.html.gz!/a.html", PAGE, "https://example.org/a")


def test_gzip_of_several_members_and_zeros_behind_them_is_one_file() -> None:
    (found,) = captures("a.gz", gzip.compress(b"one ") + gzip.compress(b"two") + bytes(500))
    assert found.data == b"one two"


@pytest.mark.parametrize("data", [packed(PAGE)[:-4], packed(PAGE)[:20], packed(PAGE) + b"rest", b"\x1f\x8b"])
def test_gzip_that_is_damaged_is_refused(data: bytes) -> None:
    (reason,) = refusals("a.gz", data).values()
    assert "gzip file is damaged" in reason


def pages(listed: str, warc: bytes) -> bytes:
    files = {"datapackage.json": b"{}", "archive/data.warc.gz": warc, "indexes/index.cdx": b"x"}
    return zipped({**files, "pages/pages.jsonl": listed.encode()} if listed else files)


def test_a_wacz_gives_the_pages_of_its_list_with_their_titles() -> None:
    warc = Warc().response("https://p.example/1").response("https://ads.example/frame").bytes()
    listed = '{"format": "json-pages-1.0"}\n{"url": "https://p.example/1", "title": "One"}\n{"url": "https://p.example/9"}\n'
    found = opened("w.wacz", pages(listed, warc))
    assert [(one.name, one.title) for one in found if isinstance(one, Capture)] == [("w.wacz!/https://p.example/1", "One")]
    assert {one.name: one.reason for one in found if isinstance(one, Refused)} == {
        "w.wacz!/https://p.example/9": "the list of pages names it, and no record holds it",
        "w.wacz!/": "resources of pages: 1 that hold no report were passed over (1 not in the list of pages)",
    }


def test_a_wacz_without_a_list_gives_every_page() -> None:
    warc = Warc().response("https://p.example/1").response("https://p.example/2").bytes()
    assert [one.url for one in captures("w.wacz", pages("", warc))] == ["https://p.example/1", "https://p.example/2"]
