"""Texts with other names still say the same of the same places."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.reader.examples import Example, of_text
from training.reader.swapping import swapped, varied

from bench.single_sentences import entry

ENTRY = """T: Edi Rama of Albania blamed Iran and APT34. Tehran denied it.
A: Edi Rama | government | AL | Iran | state | IR | asserts | - | Edi Rama of Albania blamed Iran and APT34.
A: Edi Rama | government | AL | APT34 | group | IR | asserts | - | Edi Rama of Albania blamed Iran and APT34.
A: Iran | state | IR | Iran | state | IR | denies | - | Tehran denied it.
I: destruction"""


def drawing(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - a fixed draw of names, no secret


def told() -> Example:
    made = entry("x", ENTRY)
    return of_text(made["text"].encode(), made, made, ("x", None))


def words(example: Example) -> list[str]:
    stands = [stand for one in example.told for stand in one.stands]
    places = [place for stand in stands for place in (stand.speaker, stand.accused)]
    return [example.text[slice(*place)] for place in places if place]


@settings(deadline=None)  # the first example makes the lexicon
@given(st.integers())
def test_each_place_has_the_other_name(seed: int) -> None:
    old, new = told(), swapped(told(), drawing(seed))
    names = dict(zip(words(old), words(new), strict=True))
    assert names["Edi Rama"] == "Edi Rama"
    assert f"of {new.text.split(' blamed ')[0].split(' of ')[1]} blamed {names['Iran']} and {names['APT34']}." in new.text
    assert [new.text[slice(*span)] for span in new.spans][1] == f"{names['Tehran']} denied it."


def test_names_do_change() -> None:
    assert words(swapped(told(), drawing(1)))[1:] != ["Iran", "Edi Rama", "APT34", "Tehran"]
    assert swapped(told(), drawing(1)).text != swapped(told(), drawing(2)).text


@settings(deadline=None)
@given(st.integers())
def test_no_two_states_become_one(seed: int) -> None:
    new = swapped(told(), drawing(seed))
    assert new.text.split(" of ")[1].split(" blamed ")[0] != words(new)[1]


def test_a_text_without_names_stays() -> None:
    text = "Nobody was named."
    plain = replace(told(), text=text, spans=((0, len(text)),), told=())
    assert swapped(plain, drawing(1)) == plain


@pytest.mark.parametrize("seed", range(3))
def test_about_half_of_the_texts_vary_and_the_same_seed_gives_the_same(seed: int) -> None:
    first, again = (list(varied([told()] * 200, 0.5, drawing(seed))) for _ in range(2))
    assert first == again
    assert 60 < sum(one == told() for one in first) < 140
