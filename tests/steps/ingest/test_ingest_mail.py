"""Mail: what the headers say, which part is the text, what others wrote before, and every way to end."""

import base64
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_samples import PARAGRAPH, lines

from demarche.errors import RejectedInput
from demarche.model.atoms import Marking, PartialDate
from demarche.model.source import Capture, Document, Outcome
from demarche.steps.ingest import ingest
from demarche.steps.ingest.mail.quoting import quoted

SUBJECT = "Norland blames its neighbour for the attack"
OLD = "The attack was the work of the Southland navy, an earlier message had said on the day before."


def message(text: str = PARAGRAPH, html: str | None = None, **headers: str) -> EmailMessage:
    made = EmailMessage(policy=SMTP)
    given = {"From": "Ann Example <ann@press.example>", "Subject": SUBJECT, "Date": "Tue, 04 Jun 2024 23:30:00 -0500"}
    for name, value in (given | {name.replace("_", "-"): value for name, value in headers.items()}).items():
        if value:
            made[name] = value
    made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html")
    return made


def read(made: EmailMessage | bytes, name: str = "a.eml") -> Document:
    return ingest(Capture(name, made if isinstance(made, bytes) else made.as_bytes()))


def reasons(document: Document, words: str) -> list[str | None]:
    return [block.reason for block in document.blocks if words in document.text[block.start : block.end]]


def test_headers_say_what_and_who_and_when() -> None:
    document = read(message(Archived_At="<https://lists.example.org/a/1>"))
    origin = document.origin
    assert (origin.title, origin.author, origin.publisher) == (SUBJECT, "Ann Example", "press.example")
    assert (origin.published, origin.published_from) == (PartialDate(2024, 6, 4), "header")
    assert origin.url == "https://lists.example.org/a/1"
    assert origin.media_type == "message/rfc822"
    assert lines(document, "headline") == [SUBJECT]
    assert lines(document, "content") == [PARAGRAPH]
    assert (document.outcome, document.reason) == (Outcome.OK, None)


@pytest.mark.parametrize(
    ("headers", "publisher"),
    [
        ({"List_Id": "Press releases <press.ministry.example>"}, "Press releases"),
        ({"List_Id": "<press.ministry.example>"}, "press.ministry.example"),
        ({"From": "Ann <ann@gmail.com>"}, None),
        ({"From": "press@ministry.example"}, "ministry.example"),
        ({"From": ""}, None),
    ],
)
def test_the_list_or_the_domain_is_the_publisher(headers: dict[str, str], publisher: str | None) -> None:
    assert read(message(**headers)).origin.publisher == publisher


def test_words_encoded_in_headers_and_text_are_decoded() -> None:
    origin = read(message(Subject="Übergriff auf Norland, sagt die Regierung", From="Zoë Ægir <z@press.example>")).origin
    assert (origin.title, origin.author) == ("Übergriff auf Norland, sagt die Regierung", "Zoë Ægir")


@pytest.mark.parametrize("subject", ["Re: {}", "AW: Re: {}", "Fwd: {}", "RE[2]: {}"])
def test_replies_have_the_title_of_what_they_reply_to(subject: str) -> None:
    assert read(message(Subject=subject.format(SUBJECT))).origin.title == SUBJECT


def test_the_html_part_is_read_where_there_is_one() -> None:
    html = f"<html><body><p>{PARAGRAPH}</p><p style='display:none'>{OLD}</p></body></html>"
    document = read(message("See the page in a browser.", html))
    assert lines(document, "content") == [PARAGRAPH]
    assert OLD not in document.text


def test_attachments_are_no_text_of_the_message() -> None:
    made = message()
    made.add_attachment(OLD, filename="old.txt")
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    assert OLD not in read(made).text


def test_texts_around_a_picture_are_all_read() -> None:
    made = EmailMessage(policy=SMTP)
    made["Subject"] = SUBJECT
    made.make_mixed()
    made.attach(_part("The first part says that the attack was over in the evening."))
    made.add_attachment(b"x", maintype="image", subtype="png", filename="a.png")
    made.attach(_part("The second part says that nobody was hurt in the attack."))
    assert len(lines(read(made), "content")) == 2


def _part(text: str) -> EmailMessage:
    part = EmailMessage(policy=SMTP)
    part.set_content(text)
    return part


REPLY = f"{PARAGRAPH}\n\n"


@pytest.mark.parametrize(
    "below",
    [
        f"On Mon, 3 Jun 2024 at 10:14, Ann Example <a@b.example> wrote:\n> {OLD}\n",
        f"On Mon, 3 Jun 2024 at 10:14, Ann Example\n<ann.example@press.example> wrote:\n\n> {OLD}\n>> {OLD}\n",
        f"On Mon, 3 Jun 2024 at 10:14, Ann Example <a@b.example> wrote:\n\n{OLD}\n",
        f"-----Original Message-----\nFrom: Ann\nSent: Monday\nTo: Bob\nSubject: x\n\n{OLD}\n",
        f"From: Ann Example\nSent: Monday, 3 June 2024\nTo: Bob\nSubject: x\n\n{OLD}\n",
        f"> {OLD}\n",
    ],
)
def test_what_was_said_before_is_set_apart(below: str) -> None:
    document = read(message(REPLY + below, Subject=f"Re: {SUBJECT}"))
    assert lines(document, "content") == [PARAGRAPH]
    assert set(reasons(document, OLD)) == {"quoted message"}


def test_what_was_said_before_is_set_apart_in_html() -> None:
    wrote = "<div>On Mon, 3 Jun 2024 at 10:14, Ann &lt;a@b.example&gt; wrote:<br></div>"
    html = f"<p>{PARAGRAPH}</p>{wrote}<blockquote><p>{OLD}</p></blockquote>"
    document = read(message("x", html))
    assert lines(document, "content") == [PARAGRAPH]
    assert reasons(document, OLD) == ["quoted message"]


def test_a_report_that_quotes_somebody_goes_on() -> None:
    said = "On Tuesday the minister wrote:\n\nWe were attacked by a group that we know, and we will answer it."
    assert "We were attacked" in " ".join(lines(read(message(f"{REPLY}{said}\n")), "content"))


@pytest.mark.parametrize(
    "above",
    [
        "---------- Forwarded message ---------\nFrom: Bob <b@c.example>\nDate: Mon, 3 Jun 2024\nSubject: x\nTo: Ann\n\n",
        "Begin forwarded message:\n\nFrom: Bob <b@c.example>\nDate: 3 June 2024\nTo: Ann\n\n",
        "-----Original Message-----\nFrom: Bob\nSent: Monday\nTo: Ann\nSubject: x\n\n",
    ],
)
def test_a_forwarded_message_is_text_and_its_headers_are_not(above: str) -> None:
    document = read(message(f"For your information.\n\n{above}{PARAGRAPH}\n", Subject=f"Fwd: {SUBJECT}"))
    assert PARAGRAPH in lines(document, "content")
    assert reasons(document, "From: Bob") == ["header of a message"]


def test_signatures_are_set_apart() -> None:
    signature = "-- \nAnn Example, reporter of the Norland Press, who was attacked by nobody so far."
    document = read(message(f"{REPLY}{signature}\n"))
    assert reasons(document, "reporter of") == ["signature"]
    below = "-----BEGIN PGP SIGNATURE-----\n\niQ\n-----END PGP SIGNATURE-----\n"
    signed = f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n{PARAGRAPH}\n{below}"
    assert lines(read(message(signed)), "content") == [PARAGRAPH]


def test_flowed_lines_are_joined() -> None:
    made = message()
    made.set_content("Officials said on Tuesday that \nthe attack was over.\n")
    made.set_param("format", "flowed")
    assert lines(read(made), "content") == ["Officials said on Tuesday that the attack was over."]


def test_a_subject_may_stamp() -> None:
    assert read(message(Subject=f"[TLP:AMBER] {SUBJECT}")).marking is Marking.AMBER


@pytest.mark.parametrize("name", ["a.txt", "-", "a"])
def test_a_message_is_known_by_its_headers(name: str) -> None:
    raw = b"Received: from a\r\n" + message(Message_ID="<1@a.example>").as_bytes()
    assert read(raw, name).origin.media_type == "message/rfc822"
    typed = f"From: Ann\nSubject: {SUBJECT}\nDate: 3 June 2024\n\n{PARAGRAPH}\n"
    assert read(typed.encode(), "a.txt").origin.media_type == "text/plain"


HEAD = b"From: a@press.example\r\nSubject: Norland blames its neighbour\r\nMIME-Version: 1.0\r\n"
TEXT = PARAGRAPH.encode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (HEAD + b"Content-Type: text/plain; charset=x-unheard-of\r\n\r\n" + TEXT, "not in the encoding that it names"),
        (
            HEAD + b"Content-Type: text/plain; charset=us-ascii\r\n\r\n" + TEXT + "é".encode(),
            "not in the encoding that it names",
        ),
        (HEAD + b"Content-Type: multipart/mixed\r\n\r\n" + TEXT, "malformed"),
        (HEAD + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\n" + TEXT, "malformed"),
        (HEAD + b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode(TEXT)[:-3], "malformed"),
        (HEAD + b"Date: the day after tomorrow\r\n\r\n" + TEXT, "the headers date are malformed"),
        (HEAD.replace(b"a@press.example", b"@@@<<>") + b"\r\n" + TEXT, "the headers from are malformed"),
        (b"Subject: x\r\nno header at all\r\n" + TEXT, "malformed"),
    ],
)
def test_what_is_malformed_is_read_and_told(data: bytes, reason: str) -> None:
    document = read(data)
    assert document.outcome is Outcome.PARTIAL
    assert reason in (document.reason or "")
    assert "Officials said on Tuesday" in document.text


DEEP = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (at, at) for at in range(40))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (HEAD + b"\r\n", "without a text of its own"),
        (HEAD + b"Content-Type: application/pdf\r\n\r\n%PDF", "without a text of its own"),
        (HEAD + b"Content-Type: multipart/encrypted; boundary=x\r\n\r\n--x\r\n\r\nx\r\n--x--", "encrypted message"),
        (HEAD + b"Content-Type: application/pkcs7-mime\r\n\r\nx", "encrypted message"),
        (HEAD + b"\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nhQ", "encrypted message"),
        (HEAD + DEEP + b"\r\n" + TEXT, "nest more than"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(RejectedInput, match=reason):
        read(data)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                (
                    HEAD,
                    TEXT,
                    b"\r\n",
                    b"\r\n\r\n",
                    b"--x",
                    DEEP[:300],
                    b"Content-Type: ",
                    b"multipart/mixed; boundary=x",
                    b"Content-Transfer-Encoding: base64",
                    b"=?utf-8?q?",
                    b"Date: ",
                    b"From: ",
                    b"<",
                    b">",
                )
            ),
            st.binary(max_size=30),
        ),
        max_size=14,
    )
)
def test_any_bytes_are_read_or_refused(pieces: list[bytes]) -> None:
    try:
        document = read(b"".join(pieces))
    except RejectedInput:
        return
    assert "".join(document.text[block.start : block.end] for block in document.blocks) == document.text
    again = ingest(document.origin.capture(b"".join(pieces), document.marking))
    assert (again.id, again.text) == (document.id, document.text)


@given(
    st.lists(
        st.sampled_from(
            ("> a", "b", "", "On Mon 10:14, A <a@b> wrote:", "-- ", "From: a", "Sent: b", "To: c", "Begin forwarded message:")
        ),
        max_size=30,
    ),
    st.booleans(),
)
def test_each_line_of_a_message_gets_a_verdict(rows: list[str], forwarded: bool) -> None:
    kinds = quoted(rows, forwarded)
    assert len(kinds) == len(rows)
    assert all(kind is not None for row, kind in zip(rows, kinds, strict=True) if row.startswith(">"))
