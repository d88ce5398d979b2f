"""What the network is shown of a report."""

from __future__ import annotations

import pytest

pytest.importorskip("tokenizers")

from functools import cache
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from demarche.steps.extract.trained.network import tokenizer_of
from demarche.steps.extract.trained.stretches import (
    AFTER,
    AHEAD,
    BACK,
    BEFORE,
    LONGEST,
    MOST,
    TITLE,
    Stretches,
)

LENGTHS = st.lists(st.integers(1, LONGEST + 30), min_size=1, max_size=30)


@cache
def stretches() -> Stretches:
    data = files("demarche.steps.extract.trained").joinpath("data", "tokenizer.json").read_text("utf-8")
    return Stretches(tokenizer_of(data))


def report(lengths: list[int]) -> tuple[str, list[tuple[int, int]]]:
    text, spans = "", []
    for length in lengths:
        spans.append((len(text), len(text) + 3 * length - 1))
        text += " ".join(["no"] * length) + "\n"
    return text, spans


@given(LENGTHS, st.data())
def test_what_is_wanted_is_read_once_and_all_that_is_read_fits(lengths: list[int], data: st.DataObject) -> None:
    wanted = data.draw(st.sets(st.integers(0, len(lengths) - 1)))
    text, spans = report(lengths)
    found = list(stretches().of(stretches().pieces(text, spans), wanted))
    read = [number for stretch in found for number in stretch.marks]
    assert read == sorted(set(read))
    assert wanted <= set(read)
    for stretch in found:
        assert sum(stretch.read) <= max(MOST, LONGEST + 1)
        assert len(stretch.ids) <= MOST + TITLE + BEFORE + AFTER + 2 * BACK
        assert len(stretch.ids) == len(stretch.places) == len(stretch.sentences) == len(stretch.read)


@given(LENGTHS)
def test_a_sentence_reaches_the_words_around_it_and_the_first(lengths: list[int]) -> None:
    text, spans = report(lengths)
    for stretch in stretches().of(stretches().pieces(text, spans), range(len(spans))):
        for number, mark in stretch.marks.items():
            reach = stretch.reach(number)
            assert reach[0] == mark
            assert stretch.places[mark] is None
            near = {stretch.sentences[token] for token in reach}
            assert near <= {0, *range(number - BACK, number + AHEAD + 1)}
            own = sum(stretch.sentences[token] == number for token in reach[1:])
            assert own == min(lengths[number], LONGEST)


def test_tokens_stand_where_their_words_are() -> None:
    text = "Norway blamed Russia.\nMoscow denied it."
    (stretch,) = stretches().of(stretches().pieces(text, [(0, 21), (22, 39)]), [0, 1])
    words = [text[place[0] : place[1]] for place in stretch.places if place]
    assert words == ["Norway", "blamed", "Russia", ".", "Moscow", "denied", "it", "."]
    assert list(stretch.marks) == [0, 1]


def test_sentences_far_from_what_is_wanted_are_left_out() -> None:
    text, spans = report([5] * 20)
    found = list(stretches().of(stretches().pieces(text, spans), {2, 15}))
    assert [list(stretch.marks) for stretch in found] == [[2], [15]]
