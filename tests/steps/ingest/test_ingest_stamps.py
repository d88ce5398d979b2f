import pytest
from ingest_samples import PARAGRAPH, page, read
from pdf_samples import Sheet, pdf

from demarche.model.atoms import Marking
from demarche.model.source import Capture, Outcome
from demarche.steps.ingest import ingest

BODY = "\n\n".join(f"{PARAGRAPH[:-1]}, part {number}." for number in range(25))


@pytest.mark.parametrize(
    ("stamp", "marking"),
    [
        ("TLP:AMBER", Marking.AMBER),
        ("TLP: RED", Marking.RED),
        ("TLP AMBER+STRICT", Marking.AMBER_STRICT),
        ("TLP:AMBER + STRICT", Marking.AMBER_STRICT),
        ("TLP:AMBER-STRICT", Marking.AMBER_STRICT),
        ("TLP:WHITE", Marking.CLEAR),
        ("[TLP:GREEN] Weekly report on Norland", Marking.GREEN),
        ("Weekly report on Norland (TLP:GREEN)", Marking.GREEN),
        ("TLP:GREEN | Page 1 of 3", Marking.GREEN),
        ("UNCLASSIFIED//TLP:AMBER", Marking.AMBER),
        ("Classification: TLP:GREEN", Marking.GREEN),
        ("**TLP:GREEN**", Marking.GREEN),
        ("TLP:GREEN ADVISORY", Marking.GREEN),
        ("TLP:AMBER Disclosure is limited to the organisations of those who got it.", Marking.AMBER),
        ("This document is marked TLP:AMBER. Sources may use it when others must act.", Marking.AMBER),
        ("This report has been released under the Traffic Light Protocol (TLP): GREEN.", Marking.GREEN),
        ("Traffic Light Protocol: RED", Marking.RED),
    ],
)
@pytest.mark.parametrize("text", ["{stamp}\n\n{body}", "{body}\n\n{stamp}\n"])
def test_a_stamp_at_head_or_foot_marks_the_document(stamp: str, marking: Marking, text: str) -> None:
    document = read(text.format(stamp=stamp, body=BODY))
    assert document.marking is marking
    said = None if marking is Marking.CLEAR else f"marked TLP:{marking.upper()}, as it says itself"
    assert (document.outcome, document.reason) == (Outcome.OK, said)


@pytest.mark.parametrize(
    "words",
    [
        "TLP:RED reports are not to be shown to anybody, the ministry said on Tuesday.",
        "TLP:RED reports leaked",
        "TLP:RED report leaked",
        "The agency wrote that the TLP:AMBER notice had been sent to all states.",
        "A document that was marked TLP:RED had been found by reporters, they said.",
        "TLP:REDACTED",
        "A TLP of green",
        "tlp:red",
    ],
)
def test_what_a_report_says_about_stamps_is_none(words: str) -> None:
    document = read(f"{words}\n\n{BODY}")
    assert (document.marking, document.reason) == (Marking.CLEAR, None)


def test_a_stamp_in_the_middle_of_a_text_is_none() -> None:
    assert read(f"{BODY}\n\nTLP:RED\n\n{BODY}").marking is Marking.CLEAR


LEGEND = (
    "TLP:RED - for those named only\nTLP:AMBER - for their organisations\nTLP:GREEN - for the community\nTLP:CLEAR - for all"
)


def test_a_legend_marks_nothing_and_the_stamp_above_it_does() -> None:
    assert read(f"{BODY}\n\n{LEGEND}").marking is Marking.CLEAR
    assert read(f"TLP:GREEN\n\n{BODY}\n\n{LEGEND}").marking is Marking.GREEN


@pytest.mark.parametrize("told", list(Marking))
@pytest.mark.parametrize("found", list(Marking))
def test_the_stricter_of_told_and_found_counts_and_comes_again(told: Marking, found: Marking) -> None:
    text = f"TLP:{found.upper()}\n\n{BODY}"
    document = read(text, marking=told)
    assert document.marking is max(told, found, key=lambda marking: marking.rank)
    again = ingest(document.origin.capture(text.encode(), document.marking))
    assert again.id == document.id


def test_pages_tell_their_marking_in_a_meta_element_or_above_the_article() -> None:
    assert read(page(f"<p>{PARAGRAPH}</p>", '<meta name="tlp" content="amber">'), "a.html").marking is Marking.AMBER
    assert (
        read(page(f"<p>{PARAGRAPH}</p>").replace("<article>", "<div>TLP:GREEN</div><article>"), "a.html").marking
        is Marking.GREEN
    )


def test_the_stamp_at_the_head_of_each_page_of_a_file() -> None:
    sheets = []
    for number in range(3):
        sheet = Sheet()
        sheet.line("TLP:AMBER", 400, 30, 9)
        sheet.line(f"Officials said on Tuesday that part {number} of the attack was over.", 72, 100)
        sheets.append(sheet)
    assert ingest(Capture("report.pdf", pdf(sheets))).marking is Marking.AMBER


def test_a_hidden_stamp_is_none() -> None:
    sheet = Sheet()
    sheet.line("TLP:RED", 72, 30, before="3 Tr")
    sheet.line("Officials said on Tuesday that the attack was over.", 72, 100)
    assert ingest(Capture("report.pdf", pdf([sheet]))).marking is Marking.CLEAR
