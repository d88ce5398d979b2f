import pytest
from hypothesis import given
from hypothesis import strategies as st
from ingest_samples import PARAGRAPH, lines, read

from demarche.errors import RejectedInput
from demarche.model.source import Capture, Outcome
from demarche.steps.ingest.decode import HTML, MARKDOWN, TEXT, TEXT_LIMIT, decode, normalise


def decoded(data: bytes, name: str = "a.txt") -> tuple[str, tuple[str, ...]]:
    found = decode(Capture(name, data))
    return found.text, found.notes


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u200b\ufeff \n".encode()])
def test_nothing_is_rejected(data: bytes) -> None:
    with pytest.raises(RejectedInput, match="nothing to read"):
        decode(Capture("a.txt", data))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7 text", "PDF"),
        (b"PK\x03\x04 text", "ZIP"),
        (b"\x1f\x8b\x08 text", "gzip"),
        (b"SQLite format 3\x00 text", "SQLite"),
    ],
)
def test_known_binary_formats_are_named(data: bytes, name: str) -> None:
    with pytest.raises(RejectedInput, match=name):
        decode(Capture("a.txt", data))


def test_binary_rubbish_is_rejected() -> None:
    with pytest.raises(RejectedInput, match="binary data"):
        decode(Capture("a.txt", bytes(range(256)) * 100))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    text = "The premier’s office in Priština was hit"
    if encoding in {"utf-16-le", "utf-16-be"}:
        text = "The office of the premier was hit"
    assert decoded(text.encode(encoding)) == (text, ())


def test_legacy_bytes_are_read_as_windows_1252_and_said_to_be() -> None:
    text, notes = decoded("Hackers hit “Société Générale”".encode("windows-1252"))
    assert text == "Hackers hit “Société Générale”"
    assert "windows-1252" in notes[0]


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    text, notes = decoded("Priština, Tiranë and Skënderbeg".encode() + b" \xff\xfe end")
    assert text == "Priština, Tiranë and Skënderbeg \ufffd\ufffd end"
    assert notes == ("2 byte sequences that are not UTF-8 were replaced",)


def test_broken_utf_16_is_partial() -> None:
    text, notes = decoded("Angriff".encode("utf-16") + b"\x00\xd8")
    assert text == "Angriff\ufffd"
    assert notes


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("windows-1251", "Москва отрицает"),
        ("iso-2022-jp", "外務省が攻撃された"),
        ("koi8-r", "Киев обвинил"),
        ("gb18030", "外交部否认"),
    ],
)
def test_a_declared_charset_is_used(charset: str, text: str) -> None:
    source = f'<html><head><meta charset="{charset}"></head><body>{text}</body></html>'
    assert decoded(source.encode(charset), "a.html") == (source, ())


def test_a_charset_that_no_page_uses_is_not_tried() -> None:
    source = b'<html><head><meta charset="unicode_escape"></head><body>\\u0041 caf\xe9 words</body></html>'
    text, notes = decoded(source, "a.html")
    assert "\\u0041 café" in text
    assert "windows-1252" in notes[0]


def test_utf_8_wins_over_a_wrong_declaration() -> None:
    source = '<html><meta charset="iso-8859-1"><body>Priština</body></html>'
    assert decoded(source.encode(), "a.html") == (source, ())


def test_control_characters_are_replaced_and_counted() -> None:
    document = read(f"{PARAGRAPH}\x00 {PARAGRAPH}")
    assert "\x00" not in document.text
    assert "\ufffd" in document.text
    assert (document.outcome, document.reason) == (Outcome.PARTIAL, "1 control character was replaced")


def test_halves_of_surrogate_pairs_are_replaced() -> None:
    assert normalise("a\ud800b") == ("a\ufffdb", 1)


def test_controls_that_were_quotation_marks_become_them() -> None:
    assert normalise("the government\x92s \x93wiper\x94") == ("the government’s “wiper”", 0)


def test_invisible_characters_do_not_break_names() -> None:
    assert normalise("I\u00adran\u200b, \u202eMoscow\u202c\U000e0041") == ("Iran, Moscow", 0)


def test_line_ends_are_one_kind() -> None:
    assert normalise("a\r\nb\rc\u2028d\x0be") == ("a\nb\nc\nd\ne", 0)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.txt", "plain words", TEXT),
        ("a.md", "plain words", MARKDOWN),
        ("a.html", "plain words", TEXT),
        ("a.html", "<p>words</p>", HTML),
        ("a.txt", "  <!-- saved -->\n<!DOCTYPE html><p>words", HTML),
        ("a.txt", '<?xml version="1.0"?><html><p>words', HTML),
        ("-", "<div><p>words</p><p>more</p></div>", HTML),
        ("a.txt", "<div><p>words</p><p>more</p></div>", TEXT),
        ("-", "# Title\n\nSome **bold** words\n\n* item one", MARKDOWN),
        ("-", "The <b> tag is explained here.", TEXT),
    ],
)
def test_media_type_is_told_by_content_and_name(name: str, text: str, expected: str) -> None:
    assert decode(Capture(name, text.encode())).media_type == expected


def test_a_text_beyond_the_limit_is_cut_at_a_space_and_partial() -> None:
    document = read("word and more words. " * 120_000)
    assert len(document.text) <= TEXT_LIMIT
    assert document.text.endswith(" ")
    assert document.outcome is Outcome.PARTIAL
    assert document.reason is not None
    assert "of 2,520,000 characters" in document.reason


def test_encoded_data_is_no_content() -> None:
    document = read(f"{PARAGRAPH}\n\n{'QUJD' * 3000}\n\n{PARAGRAPH} Again.")
    assert lines(document, "content") == [PARAGRAPH, f"{PARAGRAPH} Again."]


@given(st.text(alphabet="aB \n\r\t\x0b\x00\x85\u200b\u2028\ufeff\u00ade\u00e9\u4e00", max_size=12))
def test_text_without_marks_to_take_away_stays_as_it_is(text: str) -> None:
    cleaned, replaced = normalise(text)
    assert normalise(cleaned) == (cleaned, 0)
    assert replaced == cleaned.count("\ufffd")
    if set(text) <= set("aB \ne\u00e9\u4e00"):
        assert cleaned == text
