"""Mailboxes, and what is attached to a message."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from typing import Any

from demarche.errors import RejectedInput
from demarche.model.source import Capture
from demarche.steps.unpack.archive import NO_REPORTS
from demarche.steps.unpack.kinds import suffix
from demarche.steps.unpack.limits import Full
from demarche.steps.unpack.opening import Found, Opening, reading
from demarche.steps.unpack.words import HTML, MESSAGE, TEXT, line

PARTS = 1_000
"""Parts of one message that are looked at."""
PART_DEPTH = 20
BORDERS = 5_000
"""Lines that may be the border of a part; the parser makes an object of each part before the first is seen."""
FIELD_BYTES = 4_000
"""Of one field about a part; the parser takes quadratic time for long ones."""

_BORDER = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]{1,998}\r?\n(?=>?[!-9;-~]{1,76}:[ \t\r\n])")
_FIELD = re.compile(rb"^content-[a-z-]{1,30}:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_PASSED = (
    "image/",
    "audio/",
    "video/",
    "font/",
    "text/calendar",
    "text/vcard",
    "application/pgp-signature",
    "application/pkcs7-",
)


def open_mailbox(opening: Opening) -> Iterator[Found]:
    """Each message of a mailbox."""
    data = opening.capture.data
    borders = list(_BORDER.finditer(data))
    if not borders:
        raise RejectedInput("it is no mailbox: no line in it begins a message")
    ends = [*(border.start() for border in borders[1:]), len(data)]
    for number, (border, end) in enumerate(zip(borders, ends, strict=True), 1):
        message = data[border.end() : end]
        if message.strip():
            yield opening.member(f"message {number}", message, media_type=MESSAGE)
        else:
            yield opening.refused(f"message {number}", "the message is empty")


def open_message(opening: Opening) -> Iterator[Found]:
    """The message itself, then what is attached to it."""
    yield replace(opening.capture, media_type=MESSAGE)
    _check(opening.capture.data)
    with reading("the message"):
        message = message_from_bytes(opening.capture.data, policy=policy.compat32)
        parts = list(_parts(message, 0))
    left_out: Counter[str] = Counter()
    for number, part in enumerate(parts[:PARTS], 1):
        try:
            found: Found | None = _attached(opening, part, number, left_out)
        except Full:
            raise
        except RejectedInput as error:
            found = opening.refused(f"part {number}", str(error))
        if found:
            yield found
    if len(parts) > PARTS:
        yield opening.refused("parts", f"the message has {len(parts):,} parts, of which the first {PARTS:,} were looked at")
    yield from opening.passed_over("parts", left_out)


def _check(data: bytes) -> None:
    if data.count(b"\n--") > BORDERS:
        raise RejectedInput(f"it has more than {BORDERS:,} parts: what is attached to it was not read")
    if any(found.end() - found.start() > FIELD_BYTES for found in _FIELD.finditer(data)):
        raise RejectedInput(f"a field of it has more than {FIELD_BYTES:,} bytes: what is attached to it was not read")


def _parts(message: Message[Any, Any], depth: int) -> Iterator[Message[Any, Any]]:
    """Everything that is no container of parts; an attached message is one part."""
    if depth > PART_DEPTH:
        raise RejectedInput(f"its parts nest more than {PART_DEPTH} deep")
    if message.is_multipart() and message.get_content_maintype() == "multipart":
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _parts(part, depth + 1)
    elif depth:
        yield message


def _attached(opening: Opening, part: Message[Any, Any], number: int, left_out: Counter[str]) -> Capture | None:
    with reading("a part of the message"):
        kind, name = part.get_content_type(), _name(part)
        attached = part.get_content_disposition() == "attachment" or name is not None
        if kind.startswith(_PASSED) or (name and suffix(name.lower()) in NO_REPORTS):
            left_out[kind] += 1
            return None
        if kind == MESSAGE:
            return opening.member(name or f"part {number}", _whole(part), media_type=MESSAGE)
        if not attached:
            if kind not in {TEXT, HTML}:
                left_out[kind] += 1
            return None
        data = part.get_payload(decode=True)
        content = data if isinstance(data, bytes) else b""
        opening.budget.unpacked(len(content))
        return opening.member(name or f"part {number}", content, media_type=kind if kind in {TEXT, HTML} else None)


def _name(part: Message[Any, Any]) -> str | None:
    written = part.get_filename()
    return line(str(make_header(decode_header(written)))) if written else None


def _whole(part: Message[Any, Any]) -> bytes:
    held = part.get_payload()
    inner = held[0] if isinstance(held, list) and held else None
    if not isinstance(inner, Message):
        raise RejectedInput("the attached message is empty")
    return inner.as_bytes()
