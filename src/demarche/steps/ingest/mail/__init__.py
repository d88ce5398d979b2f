"""Mail: one message with its headers, its text, and what in it was said by others before.

1. Headers give title, author, day and publisher.
2. The text is that of the HTML part where there is one, else the plain one; attachments are inputs of their own.
3. quoting: replies quoted below or between, signatures and the headers of what was forwarded are set apart.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import InvalidBase64LengthDefect
from email.message import Message
from itertools import islice
from typing import Any, TypeAlias

from demarche.errors import RejectedInput
from demarche.steps.ingest.decode import TEXT_LIMIT, normalise
from demarche.steps.ingest.html import visible_text
from demarche.steps.ingest.mail.headers import headers, is_forwarded
from demarche.steps.ingest.mail.quoting import quoted
from demarche.steps.ingest.markdown import line_kinds
from demarche.steps.ingest.markup import read_markup
from demarche.steps.ingest.page import Kind, Line, Metadata, Page, assemble

__all__ = ["read_message"]

BYTE_LIMIT = 64 * 1024 * 1024
"""Bytes of a message with what is attached to it."""
PART_LIMIT, DEPTH_LIMIT = 1_000, 20
"""Parts of a message that are looked at, and how deep they may lie in one another: mail programs nest four or five."""
_ENCRYPTED = frozenset("multipart/encrypted application/pkcs7-mime application/x-pkcs7-mime application/pgp-encrypted".split())
_PGP = "-----BEGIN PGP MESSAGE-----"
_ENVELOPE = re.compile(rb"\s*(?:>?From [^\r\n]{1,998}\r?\n)?")
_DEFECT = re.compile(r"(?<!^)(?=[A-Z])")
_SHOWN_DEFECTS = 4

Mail: TypeAlias = "Message[Any, Any]"


def read_message(data: bytes) -> Page:
    """The text of a message with its subject first. Raises RejectedInput when it has none that can be read."""
    if len(data) > BYTE_LIMIT:
        raise RejectedInput(f"it is a message of over {BYTE_LIMIT:,} bytes: take out what is attached to it")
    try:
        message: Mail = message_from_bytes(data[len(_start(data)) :], policy=policy.default)
        parts = list(islice(_all(message, 0), PART_LIMIT))
    except (AttributeError, IndexError, LookupError, RecursionError, TypeError, ValueError):
        raise RejectedInput("it is a message that is broken: open it elsewhere and save it anew") from None
    known, notes = headers(message)
    if any(_type(part) in _ENCRYPTED for part in parts):
        raise RejectedInput("it is an encrypted message: decrypt it, and read that")
    pages, more = _pages([_text(part) for part in _bodies(message, 0)], is_forwarded(message))
    if not any(page.text.strip() for page in pages):
        raise RejectedInput("it is a message without a text of its own; what is attached to it is read by itself")
    return _joined(known, pages, (*_damage(parts), *notes, *more))


def _start(data: bytes) -> bytes:
    """The empty lines and the line of a mailbox that may stand before the headers."""
    found = _ENVELOPE.match(data)
    return found[0] if found else b""


def _type(part: Mail) -> str:
    try:
        return part.get_content_type()
    except (AttributeError, IndexError, LookupError, TypeError, ValueError):
        return "text/plain"


def _all(part: Mail, depth: int) -> Iterator[Mail]:
    if depth > DEPTH_LIMIT:
        raise RejectedInput(f"it is a message whose parts nest more than {DEPTH_LIMIT} deep")
    yield part
    for inner in _inner(part):
        yield from _all(inner, depth + 1)


def _inner(part: Mail) -> list[Mail]:
    held = part.get_payload() if part.is_multipart() and _type(part).startswith("multipart/") else []
    return [inner for inner in held if isinstance(inner, Message)]


def _bodies(part: Mail, depth: int) -> list[Mail]:
    """The parts that are the message's text: of alternatives the richest, of parts that belong together the first."""
    kind, inner = _type(part), _inner(part)
    if inner:
        found = [_bodies(each, depth + 1) for each in inner[:PART_LIMIT]]
        if kind == "multipart/alternative":
            html = [each for each in found if any(_type(one) == "text/html" for one in each)]
            return next(iter(html or [each for each in found if each]), [])
        return (
            next((each for each in found if each), [])
            if kind == "multipart/related"
            else [one for each in found for one in each]
        )
    whole = kind in {"text/html", "text/plain"} or (kind.startswith("multipart/") and not part.is_multipart())
    return [part] if whole and not _is_attached(part) else []


def _is_attached(part: Mail) -> bool:
    try:
        return part.get_content_disposition() == "attachment" or part.get_filename() is not None
    except (AttributeError, IndexError, LookupError, TypeError, ValueError):
        return False


def _text(part: Mail) -> tuple[str, str, tuple[str, ...]]:
    """The media type and the characters of a part, and what is wrong with them."""
    raw = _bytes(part)
    try:
        charset = part.get_content_charset() or "utf-8"
        text = raw.decode(charset)
        notes: tuple[str, ...] = ()
    except (AttributeError, LookupError, TypeError, UnicodeError, ValueError):
        text = _guessed(raw)
        notes = ("its characters are not in the encoding that it names: some may be wrong",)
    html = _type(part) == "text/html"
    return "text/html" if html else "text/plain", text if html else _unflowed(part, text), notes


def _bytes(part: Mail) -> bytes:
    """What a part holds; of base64 that was cut off, what is whole."""
    data = part.get_payload(decode=True)
    raw = data if isinstance(data, bytes) else b""
    if any(isinstance(defect, InvalidBase64LengthDefect) for defect in part.defects):
        whole = b"".join(raw.split())
        try:
            return base64.b64decode(whole[: len(whole) // 4 * 4])
        except ValueError:
            return raw
    return raw


def _guessed(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("windows-1252", errors="replace")


def _unflowed(part: Mail, text: str) -> str:
    """Lines that end with a space go on in the next one, where the part says so (RFC 3676)."""
    try:
        told = dict(part.get_params(failobj=[]))
    except (AttributeError, IndexError, LookupError, TypeError, ValueError):
        return text
    if str(told.get("format", "")).lower() != "flowed":
        return text
    space = "" if str(told.get("delsp", "")).lower() == "yes" else " "
    return re.sub(r"(?m)(?<!^--) \r?\n(?![> ]|-- ?\r?$|\s*$)", space, text)


def _pages(texts: list[tuple[str, str, tuple[str, ...]]], forwarded: bool) -> tuple[list[Page], tuple[str, ...]]:
    pages: list[Page] = []
    notes: list[str] = []
    for kind, text, wrong in texts:
        if text.lstrip().startswith(_PGP):
            raise RejectedInput("it is an encrypted message: decrypt it, and read that")
        page = _marked_up(text, forwarded) if kind == "text/html" else _plain(text, forwarded)
        pages.append(page)
        notes.extend((*wrong, *page.notes))
    return pages, tuple(dict.fromkeys(notes))


def _plain(text: str, forwarded: bool) -> Page:
    shown, replaced = normalise(text[:TEXT_LIMIT].strip("\r\n"))
    kinds, position = dict(line_kinds(shown)), 0
    rows = shown.split("\n")
    for row, kind in zip(rows, quoted(rows, forwarded), strict=True):
        if kind:
            kinds[position] = kind
        position += len(row) + 1
    said = (f"only the first {TEXT_LIMIT:,} characters were read",) if len(text) > TEXT_LIMIT else ()
    return Page(shown, kinds, notes=(*said, *((f"{replaced} control characters were replaced",) if replaced else ())))


def _marked_up(text: str, forwarded: bool) -> Page:
    lines = visible_text(read_markup(text))
    kinds = quoted([line for line, _ in lines], forwarded)
    return assemble((Line(line, apart or kind) for (line, kind), apart in zip(lines, kinds, strict=True)), Metadata())


def _joined(known: Metadata, pages: list[Page], notes: tuple[str, ...]) -> Page:
    """The subject, and below it the pages one after the other."""
    text, kinds = (known.title, {0: Kind.TITLE}) if known.title else ("", {})
    for page in pages:
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{page.text}" if text else page.text
        kinds.update({start + at: kind for at, kind in page.kinds.items()})
    return Page(text, kinds, known, notes)


def _damage(parts: list[Mail]) -> tuple[str, ...]:
    """What the parser had to mend."""
    names = sorted({type(defect).__name__.removesuffix("Defect") for part in parts for defect in part.defects})
    if not names:
        return ()
    said = ", ".join(_DEFECT.sub(" ", name).lower() for name in names[:_SHOWN_DEFECTS])
    return (f"the message is malformed ({said})",)
