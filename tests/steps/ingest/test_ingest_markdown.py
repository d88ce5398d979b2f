from ingest_samples import PARAGRAPH, lines, read

from demarche.model.atoms import PartialDate
from demarche.steps.ingest.markdown import front_matter, line_kinds
from demarche.steps.ingest.page import Kind


def test_front_matter_gives_metadata_and_is_furniture() -> None:
    text = (
        f"---\ntitle: 'Advisory 7'\ndate: 2020-11-05\npublisher: National CERT\n---\n\n# Attack on a gateway\n\n{PARAGRAPH}\n"
    )
    document = read(text, "a.md")
    assert document.text == text
    assert (document.origin.publisher, document.origin.published) == ("National CERT", PartialDate(2020, 11, 5))
    assert document.origin.published_from == "metadata"
    assert lines(document, "content") == [PARAGRAPH]
    assert document.origin.title == "Attack on a gateway"


def test_fields_without_fences_need_two_known_names() -> None:
    assert front_matter("title: A report\nurl: https://x.example/a\n\nText")[0] == len(
        "title: A report\nurl: https://x.example/a\n"
    )
    assert front_matter("Tirana: a city\nBelgrade: another\n\nText")[0] == 0
    assert front_matter("Title: only one\n\nText")[0] == 0


def test_lines_are_told_by_their_markup() -> None:
    text = "# One\n## Two\nThree\n-----\n* item\n1. item\n| a | b |\n| --- | --- |\n```\ncode\n```\nplain"
    kinds = line_kinds(text)
    told = [
        kinds.get(text.index(line + "\n" if line != "plain" else line))
        for line in ("# One", "## Two", "Three", "* item", "1. item", "| a | b |", "code", "plain")
    ]
    assert told == [Kind.TITLE, Kind.HEADING, Kind.HEADING, Kind.ITEM, Kind.ITEM, Kind.TABLE, Kind.CODE, None]


def test_code_is_no_content() -> None:
    document = read(f"# Attack on a gateway\n\n{PARAGRAPH}\n\n```\nnc -l 80\n```\n\n{PARAGRAPH} Again.\n", "a.md")
    assert lines(document, "content") == [PARAGRAPH, f"{PARAGRAPH} Again."]
    assert {block.reason for block in document.blocks if block.role == "furniture"} == {"code"}


def test_an_unclosed_fence_is_survived() -> None:
    document = read(f"{PARAGRAPH}\n\n```\nnc -l 80\n", "a.md")
    assert lines(document, "content") == [PARAGRAPH]
