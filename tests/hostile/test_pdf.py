"""Hostile and broken PDF files, each with its expected outcome."""

import re
import time
import zlib

import pytest
from pdf_samples import Sheet, pdf

from demarche.errors import RejectedInput
from demarche.model.source import Capture, Document
from demarche.steps.ingest import ingest
from demarche.steps.ingest.pdf import PAGE_LIMIT
from demarche.steps.ingest.pdf.pieces import CHARACTER_LIMIT

SHOWN = "Officials said on Tuesday that the attack on the ministry was over."
UNSEEN = "The attack was the work of the Southland navy."


def made(*objects: str | bytes, trailer: str = "") -> bytes:
    """A file of these objects; the first is the catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + (body if isinstance(body, bytes) else body.encode("cp1252")) + b"endobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF".encode())


FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
CATALOGUE, PAGES = "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>"


def page(resources: str = "/Font<</F1 5 0 R>>", box: str = "0 0 612 792", more: str = "") -> str:
    return f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 4 0 R/Resources<<{resources}>>{more}>>"


def stream(content: str | bytes, entries: str = "") -> bytes:
    data = content if isinstance(content, bytes) else content.encode("cp1252")
    return f"<<{entries}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def text(words: str, before: str = "", y: int = 700) -> str:
    return f"q {before} BT /F1 11 Tf 1 0 0 1 72 {y} Tm ({words}) Tj ET Q\n"


def one(content: str | bytes, entries: str = "", **known: str) -> bytes:
    return made(CATALOGUE, PAGES, page(**known), stream(content, entries), FONT)


def read(data: bytes) -> Document:
    return ingest(Capture("hostile.pdf", data))


FORM = "/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>"
IN_FORM = made(CATALOGUE, PAGES, page("/XObject<</X 6 0 R>>"), stream("/X Do"), FONT, stream(text(SHOWN), FORM))
ITSELF = made(CATALOGUE, PAGES, page("/XObject<</X 6 0 R>>"), stream("/X Do"), FONT, stream(text(SHOWN) + "/X Do", FORM))
UNSEEN_IN_FORM = made(
    CATALOGUE,
    PAGES,
    page("/Font<</F1 5 0 R>>/XObject<</X 6 0 R>>"),
    stream(text(SHOWN) + "/X Do"),
    FONT,
    stream(text(UNSEEN, "3 Tr", 500), FORM),
)
BOMB = zlib.compress(b" " * 50_000_000 + text(SHOWN).encode())

READ = {
    "text in a form": IN_FORM,
    "a form that shows itself": ITSELF,
    "a stream of 50 million spaces": one(BOMB, "/Filter/FlateDecode"),
    "a cut off stream": one(zlib.compress(text(SHOWN).encode() * 50)[:-20], "/Filter/FlateDecode"),
    "a page that is its own parent": made(CATALOGUE, PAGES, page(more="/Parent 3 0 R"), stream(text(SHOWN)), FONT),
    "more pages promised than there are": made(
        CATALOGUE, "<</Type/Pages/Count 2/Kids[3 0 R]>>", page(), stream(text(SHOWN)), FONT
    ),
    "a huge page": one(text(SHOWN), box="0 0 1e9 1e9"),
    "a page without an area": one(text(SHOWN), box="0 0 0 0"),
    "a page upside down": one(text(SHOWN), box="612 792 0 0"),
    "unbalanced brackets": one("q q q q " + text(SHOWN) + "Q Q Q Q Q Q Q Q"),
    "unknown operators": one("foo bar 1 2 3 baz " + text(SHOWN)),
    "an unknown filter": one(text(SHOWN), "/Filter/NoSuchFilter"),
    "rubbish before the header": b"\r\n\r\n" + one(text(SHOWN)),
    "rubbish behind the end": one(text(SHOWN)) + b"<script>" * 100,
    "no table of objects": one(text(SHOWN)).replace(b"startxref", b"stratxref"),
    "a wrong table of objects": one(text(SHOWN)).replace(b"0000000", b"0000009"),
    "a script that opens with it": made(
        "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>",
        PAGES,
        page(),
        stream(text(SHOWN)),
        FONT,
    ),
}


@pytest.mark.parametrize("data", READ.values(), ids=READ)
def test_what_is_shown_is_read_whatever_the_rest(data: bytes) -> None:
    document = read(data)
    assert SHOWN in [document.text[block.start : block.end].strip() for block in document.blocks if block.role == "content"]


HIDDEN = {
    "no ink": text(UNSEEN, "3 Tr", 500),
    "clip only": text(UNSEEN, "7 Tr", 500),
    "white": text(UNSEEN, "1 1 1 rg", 500),
    "white in another colour space": text(UNSEEN, "0 0 0 0 k", 500),
    "white over a white box": "1 g 60 490 400 30 re f " + text(UNSEEN, "1 g", 500),
    "black over a black box": "0 g 60 490 400 30 re f " + text(UNSEEN, "0 g", 500),
    "below a white box": text(UNSEEN, "0 g", 500) + "1 g 60 490 400 30 re f",
    "below a black box": text(UNSEEN, "0 g", 500) + "0 g 60 490 400 30 re f",
    "scaled to nothing": f"q 0.01 0 0 0.01 72 500 cm BT /F1 11 Tf ({UNSEEN}) Tj ET Q",
    "a font of half a point": f"BT /F1 0.5 Tf 72 500 Td ({UNSEEN}) Tj ET",
    "left of the page": f"BT /F1 11 Tf -900 500 Td ({UNSEEN}) Tj ET",
    "above the page": f"BT /F1 11 Tf 72 2000 Td ({UNSEEN}) Tj ET",
}


@pytest.mark.parametrize("drawn", HIDDEN.values(), ids=HIDDEN)
def test_what_nobody_sees_is_never_content(drawn: str) -> None:
    document = read(one(text(SHOWN) + drawn))
    reasons = [block.reason for block in document.blocks if "Southland" in document.text[block.start : block.end]]
    assert set(reasons) <= {"hidden"}
    assert "hidden text on page 1 was kept out" in (document.reason or "")


def test_what_nobody_sees_in_a_form_is_never_content() -> None:
    document = read(UNSEEN_IN_FORM)
    assert [block.reason for block in document.blocks if "Southland" in document.text[block.start : block.end]] == ["hidden"]


REFUSED = {
    "a header alone": (b"%PDF-1.7", "broken"),
    "a header and rubbish": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "broken"),
    "no catalogue": (made("<<>>"), "broken"),
    "pages that are their own child": (made(CATALOGUE, "<</Type/Pages/Count 1/Kids[2 0 R]>>"), "PDF file"),
    "pages a thousand deep": (
        made(CATALOGUE, *(f"<</Type/Pages/Count 1/Kids[{number + 3} 0 R]>>" for number in range(1000))),
        "PDF file",
    ),
    "a million pages promised": (made(CATALOGUE, "<</Type/Pages/Count 1000000/Kids[]>>"), "PDF file"),
    "negative pages": (made(CATALOGUE, "<</Type/Pages/Count -5/Kids[]>>"), "broken"),
    "a stream that is none": (one(b"\x00\xff" * 500, "/Filter/FlateDecode"), "without text"),
    "a file that is its own password": (made(CATALOGUE, PAGES, trailer="/Encrypt 1 0 R"), "PDF file"),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_holds_nothing_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(RejectedInput, match=re.escape(reason)):
        read(data)


def test_a_page_of_too_many_characters_is_read_in_part() -> None:
    rows = "".join(f"BT /F1 5 Tf 0 {780 - 1.5 * row} Td ({row} {'word ' * 26}) Tj ET\n" for row in range(500))
    document = read(one(rows))
    assert "only the first characters of page 1 were read" in (document.reason or "")
    assert len(document.text) <= CHARACTER_LIMIT + 1000


def test_many_pages_of_one_content_cost_no_more_than_the_limit() -> None:
    kids = " ".join(["3 0 R"] * 3000)
    document = read(made(CATALOGUE, f"<</Type/Pages/Count 3000/Kids[{kids}]>>", page(), stream(text(SHOWN)), FONT))
    assert f"only the first {PAGE_LIMIT} of 3,000 pages were read" in (document.reason or "")


@pytest.mark.parametrize("character", ["-", ".", "a", "\\(", " .", "1"])
def test_long_lines_of_one_character_cost_no_more_than_others(character: str) -> None:
    row = f"BT /F1 5 Tf 1 0 0 1 0 600 Tm ({character * 20_000}) Tj ET"
    started = time.process_time()
    document = read(one(text(SHOWN) + row))
    assert time.process_time() - started < 20
    assert SHOWN in document.text


def test_control_characters_never_reach_the_text() -> None:
    cmap = stream(
        "begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <41> <0000> <42> <d800> endbfchar endcmap"
    )
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    data = made(CATALOGUE, PAGES, page(), stream(text(f"{SHOWN} ABAB")), font, cmap)
    found = read(data).text
    assert "\0" not in found
    found.encode()


def test_names_in_the_metadata_are_cleaned() -> None:
    sheet = Sheet()
    sheet.line(SHOWN, 72, 100)
    origin = ingest(Capture("a.pdf", pdf([sheet], {"Title": "A\\000B\\r\\nC " + "x" * 5000, "Author": "\\377\\376"}))).origin
    assert origin.title is not None
    assert "\0" not in origin.title
    assert len(origin.title) <= 1000
