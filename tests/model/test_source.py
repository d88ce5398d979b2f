from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.errors import IntegrityError
from demarche.model.atoms import Marking, PartialDate
from demarche.model.source import Block, Document, Origin, Outcome, likeness

TEXT = "A headline\n\nRama blamed Iran.\n\nMore news"
BLOCKS = (Block(0, 12, "headline"), Block(12, 31, "content"), Block(31, 40, "furniture", "a teaser"))
DOCUMENT = Document(TEXT, Origin("a.txt", hashlib.sha256(TEXT.encode()).hexdigest(), "text/plain"), blocks=BLOCKS)
ORIGINS: list[dict[str, Any]] = [
    {"sha256": "0" * 64},
    {"url": "https://example.org/a"},
    {"publisher": "Example Post"},
    {"published": PartialDate(2022, 9, 8)},
]


@given(st.text(min_size=1, max_size=40), st.data())
def test_a_passage_is_the_text_at_its_offsets(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = replace(DOCUMENT, text=text)
    passage = made.passage(start, end)
    assert passage.quote == text[start:end]
    assert passage.document == made.id


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 4), (0, len(TEXT) + 1), (len(TEXT), len(TEXT) + 1)])
def test_words_outside_the_text_are_refused(start: int, end: int) -> None:
    with pytest.raises(IntegrityError, match="lie outside"):
        DOCUMENT.passage(start, end)


def test_claims_may_stand_on_the_headline_and_the_content() -> None:
    assert [TEXT[block.start : block.end].strip() for block in DOCUMENT.content()] == ["A headline", "Rama blamed Iran."]


@pytest.mark.parametrize("change", ORIGINS, ids=lambda change: next(iter(change)))
def test_what_changes_the_meaning_of_the_bytes_changes_the_identifier(change: dict[str, Any]) -> None:
    assert replace(DOCUMENT, origin=replace(DOCUMENT.origin, **change)).id != DOCUMENT.id


def test_text_and_marking_change_the_identifier_too() -> None:
    assert replace(DOCUMENT, text=TEXT + ".").id != DOCUMENT.id
    assert len({replace(DOCUMENT, marking=marking).id for marking in Marking}) == len(Marking)


@pytest.mark.parametrize(
    "change",
    [{"name": "b.txt"}, {"title": "A headline"}, {"media_type": "text/html"}, {"published_from": "given"}],
    ids=lambda change: next(iter(change)),
)
def test_the_file_s_name_and_what_was_told_of_it_do_not(change: dict[str, Any]) -> None:
    assert replace(DOCUMENT, origin=replace(DOCUMENT.origin, **change)).id == DOCUMENT.id


def test_how_the_reading_ended_is_not_part_of_the_identifier() -> None:
    assert replace(DOCUMENT, outcome=Outcome.PARTIAL, reason="half of it", blocks=()).id == DOCUMENT.id


@pytest.mark.parametrize(
    ("left", "right", "share"),
    [
        ((1, 2, 3, 4), (1, 2, 3, 4), 1.0),
        ((1, 2, 3, 4), (1, 2, 9, 4), 0.75),
        ((1, 2), (3, 4), 0.0),
        ((), (), 0.0),
        ((1,), (1, 2), 0.0),
    ],
)
def test_likeness_is_the_share_of_equal_places(left: tuple[int, ...], right: tuple[int, ...], share: float) -> None:
    assert likeness(left, right) == share
    assert likeness(right, left) == share
