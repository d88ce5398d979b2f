"""Hostile and broken messages, each with its expected outcome."""

import time

import pytest

from demarche.errors import RejectedInput
from demarche.model.source import Capture, Document
from demarche.steps.ingest import ingest

SHOWN = "Officials said on Tuesday that the attack on the ministry was over."
UNSEEN = "The attack was the work of the Southland navy, officials of it said."
HEAD = "From: Ann <ann@press.example>\r\nSubject: What is known\r\nMIME-Version: 1.0\r\n"


def read(raw: str | bytes) -> Document:
    return ingest(Capture("a.eml", raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else raw))


def content(document: Document) -> list[str]:
    return [document.text[block.start : block.end].strip() for block in document.blocks if block.role == "content"]


READ = {
    "a hundred thousand addresses": f"To: {'a@b.example, ' * 100_000}\r\n{HEAD}\r\n{SHOWN}",
    "a subject of a megabyte": f"{HEAD.replace('What is known', 'a' * 1_000_000)}\r\n{SHOWN}",
    "a hundred thousand encoded words": f"{HEAD.replace('What is known', '=?utf-8?q?a?= ' * 100_000)}\r\n{SHOWN}",
    "ten thousand headers": "".join(f"X-{number}: a\r\n" for number in range(10_000)) + f"{HEAD}\r\n{SHOWN}",
    "brackets never closed": f"{HEAD.replace('Ann <ann@press.example>', '(' * 5000)}\r\n{SHOWN}",
    "quotes never closed": f'Content-Type: text/plain; charset="{"a" * 5000}\r\n{HEAD}\r\n{SHOWN}',
    "a charset that runs code": f"Content-Type: text/plain; charset=rot13\r\n{HEAD}\r\n{SHOWN}",
    "a charset that is bytes to bytes": f"Content-Type: text/plain; charset=zip\r\n{HEAD}\r\n{SHOWN}",
    "an unknown way of transfer": f"Content-Transfer-Encoding: x-rot13\r\n{HEAD}\r\n{SHOWN}",
    "a multipart without a boundary": f"Content-Type: multipart/alternative\r\n{HEAD}\r\n{SHOWN}",
    "a boundary that is everywhere": f'Content-Type: multipart/mixed; boundary="x"\r\n{HEAD}\r\n--x\r\n\r\n{SHOWN}'
    + "\r\n--x\r\n" * 5000,
    "control characters": f"{HEAD}\r\n\x01\x02\r\n{SHOWN}",
    "a date in the year 99999": f"Date: Mon, 1 Jan 99999 00:00:00 +0000\r\n{HEAD}\r\n{SHOWN}",
    "a zone of 99 hours": f"Date: Mon, 1 Jan 2024 00:00:00 +9959\r\n{HEAD}\r\n{SHOWN}",
    "two subjects": f"{HEAD}Subject: Another\r\n\r\n{SHOWN}",
    "bare line feeds": f"{HEAD}\r\n{SHOWN}".replace("\r\n", "\n"),
    "bare carriage returns": f"{HEAD}\r\n{SHOWN}".replace("\r\n", "\r"),
    "a line of a mailbox before it": f"From ann Mon Jan  1 00:00:00 2024\r\n{HEAD}\r\n{SHOWN}",
    "half of a surrogate pair": f"{HEAD.replace('known', 'known =?utf-16?b?ANg=?=')}\r\n{SHOWN}",
}


@pytest.mark.parametrize("raw", READ.values(), ids=READ)
def test_what_is_shown_is_read_in_time(raw: str) -> None:
    started = time.perf_counter()
    document = read(raw)
    assert time.perf_counter() - started < 20
    assert any(SHOWN in each for each in content(document))
    document.text.encode()


HIDDEN = {
    "hidden in HTML": f"<p>{SHOWN}</p><p style='display:none'>{UNSEEN}</p>",
    "white in HTML": f"<p>{SHOWN}</p><p><font color=#ffffff>{UNSEEN}</font></p>",
    "tiny in HTML": f"<p>{SHOWN}</p><p style='font-size:1px'>{UNSEEN}</p>",
    "a comment in HTML": f"<p>{SHOWN}</p><!-- {UNSEEN} -->",
}


@pytest.mark.parametrize("html", HIDDEN.values(), ids=HIDDEN)
def test_what_nobody_sees_is_no_text(html: str) -> None:
    assert UNSEEN not in read(f"Content-Type: text/html\r\n{HEAD}\r\n{html}").text


def nested(depth: int) -> str:
    opened = "".join(f"Content-Type: multipart/mixed; boundary=b{at}\r\n\r\n--b{at}\r\n" for at in range(depth))
    return f"{HEAD}{opened}\r\n{SHOWN}"


REFUSED = {
    "a thousand parts in each other": (nested(1000), "message"),
    "thirty parts in each other": (nested(30), "nest more than"),
    "an envelope of S/MIME": (
        f"{HEAD}Content-Type: application/x-pkcs7-mime; smime-type=enveloped-data\r\n\r\nAAAA",
        "encrypted",
    ),
    "headers alone": (HEAD, "without a text of its own"),
    "white space alone": (f"{HEAD}\r\n \r\n\t\r\n", "without a text of its own"),
    "pictures alone": (f"{HEAD}Content-Type: image/png\r\n\r\nAAAA", "without a text of its own"),
    "nothing": ("", "nothing to read"),
}


@pytest.mark.parametrize(("raw", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_holds_nothing_is_refused_with_the_reason(raw: str, reason: str) -> None:
    with pytest.raises(RejectedInput, match=reason):
        read(raw)
