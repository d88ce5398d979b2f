"""From bytes to characters: what kind of input it is, in which encoding, and what had to be replaced.

1. Refuse what is no text at all: nothing, white space, a known binary format, control characters all over.
2. Decode: a byte order mark, else UTF-8, else the charset a page declares, else windows-1252.
3. Normalise: one kind of line end, invisible and control characters away. All offsets refer to the text that comes out.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from demarche.errors import RejectedInput
from demarche.model.source import Capture

TEXT, MARKDOWN, HTML = "text/plain", "text/markdown", "text/html"

TEXT_LIMIT = 2_000_000
"""Characters of running text that are read. The longest public reports on cyber operations (several hundred pages) stay under
1.5 million; beyond lie logs and dumps, and one such file must not cost more than a few seconds."""
HTML_LIMIT = 8_000_000
"""Characters of a page's source: markup and scripts may outweigh the text by far."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old or encrypted Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_KNOWN_CHARSET = re.compile(
    r"iso-?8859-?\d{1,2}|latin-?1|windows-?125\d|cp125\d|koi8-[ru]|gb2312|gbk|gb18030|big5|shift[_-]jis|euc-(?:jp|kr)|iso-2022-jp|"
    r"macintosh|us-ascii"
)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_MISREAD = re.compile("[\x80-\x9f]")
_TOLERATED = 0.02
_PAGE_START = re.compile(r"(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_PAGE_TAG = re.compile(r"</(?:p|div|article|body|html|h1|section)\s*>", re.IGNORECASE)
_MARKDOWN_SIGNS = tuple(
    (held, re.compile(pattern, re.MULTILINE))
    for held, pattern in (
        (("# ",), r"^#{1,6} \S"),
        (("**",), r"\*\*\S"),
        (("```",), r"^```"),
        (("](",), r"\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)"),
        (("---",), r"^\|?[ \t]*:?-{3,}"),
        (("\n* ", "\n- "), r"^[*-] \S"),
        (("\n> ",), r"^> \S"),
    )
)
"""Each with the plain strings, one of which a text (behind a line feed) has in it where the pattern fits: looked for first."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of an input, its media type, and the reasons why they may not be what its author wrote."""

    text: str
    media_type: str
    notes: tuple[str, ...] = ()


def decode(capture: Capture) -> Decoded:
    """The normalised text of a capture. Raises RejectedInput with the reason when there is nothing to read."""
    if not capture.data.strip():
        raise RejectedInput("it is empty: there is nothing to read")
    for start, name in _BINARY:
        if capture.data.startswith(start):
            raise RejectedInput(
                f"it is {name}: only text, Markdown, HTML, PDF, DOCX, ODT and mail can be read; save it as one of these"
            )
    text, notes = _characters(capture)
    characters = len(text)
    text, more = normalise(text[: HTML_LIMIT + 1])
    if not text.strip():
        raise RejectedInput("it holds only white space: there is nothing to read")
    if more and more > max(8, _TOLERATED * min(len(text), 100_000)):
        raise RejectedInput(f"it is binary data ({more} control characters): save it as text, Markdown or HTML")
    if more:
        notes = (*notes, f"{more} control {'character was' if more == 1 else 'characters were'} replaced")
    media_type = capture.media_type if capture.media_type in {TEXT, MARKDOWN, HTML} else _media_type(capture.name, text)
    text, cut = _limited(text, HTML_LIMIT if media_type == HTML else TEXT_LIMIT, characters)
    return Decoded(text, media_type, (*notes, *cut))


def normalise(text: str) -> tuple[str, int]:
    """The text with line feeds alone as line ends, without invisible characters; control characters and halves of surrogate
    pairs become U+FFFD, and the second value counts them.
    """
    if text.replace("\n", "").isprintable():
        return text, 0
    text = _LINE_ENDS.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    # nobody means the controls U+0080 to U+009F: they are windows-1252 quotation marks and dashes that were read as Latin-1
    text = _MISREAD.sub(lambda found: found[0].encode("latin-1").decode("windows-1252", errors="replace"), text)
    return _UNWANTED.subn("\ufffd", text)


def _characters(capture: Capture) -> tuple[str, tuple[str, ...]]:
    data = capture.data
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding)
    guess = _unmarked_utf16(data)
    if guess:
        return _replacing(data, guess)
    declared = _declared(data)
    if declared and data.isascii():
        return _replacing(data, declared)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _not_utf8(data, declared)


def _replacing(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, errors="replace")
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return text, (f"bytes that are not {encoding} were replaced",)
    return text, ()


def _unmarked_utf16(data: bytes) -> str | None:
    """Latin text in UTF-16 has a NUL in every second place."""
    head = data[:2000]
    if len(head) < 8 or len(data) % 2:
        return None
    share = 0.4 * len(head)
    if head[1::2].count(0) > share and not head[0::2].count(0):
        return "utf-16-le"
    if head[0::2].count(0) > share and not head[1::2].count(0):
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    """The charset that a page's `meta` element names, when it is one that pages really use and not UTF-8."""
    found = _CHARSET.search(data[:8192])
    name = found[1].decode("ascii").lower() if found else ""
    if not _KNOWN_CHARSET.fullmatch(name):
        return None
    # browsers read both as windows-1252, and so do the people who wrote the pages
    return "windows-1252" if name in {"iso-8859-1", "us-ascii"} or name.startswith("latin") else codecs.lookup(name).name


def _not_utf8(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    if declared:
        return _replacing(data, declared)
    damaged = data.decode("utf-8", errors="replace")
    replaced = damaged.count("\ufffd")
    sound = sum(1 for _ in re.finditer("[^\x00-\x7f\ufffd]", damaged[:200_000]))
    if sound > replaced:
        return damaged, (f"{replaced} byte sequences that are not UTF-8 were replaced",)
    text, notes = _replacing(data, "windows-1252")
    return text, notes or ("it is not UTF-8 and declares no encoding: it was read as windows-1252",)


def _media_type(name: str, text: str) -> str:
    suffix = name.lower().rpartition(".")[2]
    if _PAGE_START.match(text, _after_comments(text)):
        return HTML
    if suffix in {"html", "htm", "xhtml"}:
        return HTML if "<" in text else TEXT
    if suffix in {"md", "markdown"}:
        return MARKDOWN
    head = text[:20_000]
    if suffix not in {"txt", "text"} and text.lstrip()[:1] == "<" and len(_PAGE_TAG.findall(head)) >= 2:
        return HTML
    return MARKDOWN if _markdown_signs(head) >= 3 else TEXT


def _markdown_signs(head: str) -> int:
    """How many ways of marking a text up are found in it."""
    lines = f"\n{head}"
    return sum(any(one in lines for one in held) and bool(sign.search(head)) for held, sign in _MARKDOWN_SIGNS)


def _after_comments(text: str) -> int:
    """Where a page begins behind the white space and comments that some servers put first."""
    position = len(text) - len(text.lstrip())
    while text.startswith("<!--", position):
        end = text.find("-->", position)
        if end < 0:
            break
        rest = text[end + 3 : end + 1000]
        position = end + 3 + len(rest) - len(rest.lstrip())
    return position


def _limited(text: str, limit: int, characters: int) -> tuple[str, tuple[str, ...]]:
    if len(text) <= limit:
        return text, ()
    cut = max(text.rfind("\n", limit - 10_000, limit), text.rfind(" ", limit - 1_000, limit)) + 1 or limit
    return text[:cut], (f"only the first {cut:,} of {characters:,} characters were read",)
