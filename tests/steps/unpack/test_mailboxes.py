from __future__ import annotations

import pytest
from made import PAGE, REPORT, captures, mailbox, message, opened, refusals, zipped

from demarche.model.source import Capture

TEXT = REPORT.encode()


def test_each_message_of_a_mailbox_is_a_member() -> None:
    first, second = message("One.", 1).as_bytes(), message("From Oslo with love.\n\nFrom the start.", 2).as_bytes()
    found = captures("box.mbox", mailbox(first, second))
    assert [(one.name, one.media_type) for one in found] == [
        ("box.mbox!/message 1", "message/rfc822"),
        ("box.mbox!/message 2", "message/rfc822"),
    ]
    assert [one.data.rstrip() for one in found] == [first.rstrip(), second.rstrip()]


def test_a_mailbox_with_windows_line_ends_is_read() -> None:
    data = mailbox(message().as_bytes(), message().as_bytes()).replace(b"\n", b"\r\n")
    assert len(captures("box.mbox", data)) == 2
    assert len(captures("box", data)) == 2


def test_what_is_attached_stands_beside_the_message() -> None:
    letter = message()
    letter.add_attachment(REPORT, filename="naïve “report”.txt")
    letter.add_attachment(PAGE.decode(), subtype="html", filename="p.html")
    letter.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="p.pdf")
    letter.add_attachment(zipped({"a.txt": TEXT}), maintype="application", subtype="octet-stream", filename="z.zip")
    found = captures("m.eml", letter.as_bytes())
    assert [(one.name, one.media_type) for one in found] == [
        ("m.eml", "message/rfc822"),
        ("m.eml!/naïve “report”.txt", "text/plain"),
        ("m.eml!/p.html", "text/html"),
        ("m.eml!/p.pdf", None),
        ("m.eml!/z.zip!/a.txt", None),
    ]
    assert (found[1].data, found[3].data, found[4].data) == (TEXT, b"%PDF-1.7", TEXT)
    assert found[0].container is None
    assert found[1].container


def test_an_attached_message_is_a_message() -> None:
    letter = message("Outer.", 1)
    letter.add_attachment(message("Inner.", 2))
    found = captures("m.eml", letter.as_bytes())
    assert [one.media_type for one in found] == ["message/rfc822", "message/rfc822"]
    assert b"Inner." in found[1].data
    assert b"Outer." not in found[1].data


def test_the_parts_of_a_message_are_no_attachments_and_pictures_are_counted() -> None:
    letter = message()
    letter.add_alternative("<p>The body says so.</p>", subtype="html")
    letter.add_attachment(b"x", maintype="image", subtype="png", filename="a.png")
    found = opened("m.eml", letter.as_bytes())
    assert [one.name for one in found] == ["m.eml", "m.eml!/"]
    assert refusals("m.eml", letter.as_bytes()) == {"m.eml!/": "parts: 1 that hold no report were passed over (1 image/png)"}


@pytest.mark.parametrize("text", ["From: Oslo\nTo: Stockholm\nSubject: War\n\nHe wrote so.", "Message-ID: none\nThat is all."])
def test_a_text_that_begins_like_a_letter_is_a_text(text: str) -> None:
    capture = Capture("a.txt", text.encode())
    assert opened("a.txt", text.encode()) == [capture]


def test_what_is_called_a_mailbox_and_is_none_is_refused() -> None:
    assert refusals("a.mbox", TEXT) == {"a.mbox": "it is no mailbox: no line in it begins a message"}
