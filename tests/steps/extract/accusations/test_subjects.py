from __future__ import annotations

import re

import pytest
from accusation_samples import read
from hypothesis import given
from hypothesis import strategies as st

from demarche.steps.extract.accusations.subjects import (
    JOINED_BY,
    SAY_WORDS,
    conjuncts,
    preposition_before,
    sayings,
    subject_before,
)


def subject(body: str, verb: str = "said") -> str | None:
    """The subject of a verb in the body's last sentence."""
    made = read(body)
    text = made.sentences[-1].text
    place = subject_before(text, text.index(verb))
    return None if place is None else made.tape.mentions[text[place]].party.name


def together(body: str, verb: str = "said") -> list[str]:
    made = read(body)
    text = made.sentences[-1].text
    place = subject_before(text, text.index(verb))
    assert place is not None
    return [made.tape.mentions[text[one]].party.name for one in conjuncts(text, place)]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Albania said so.", "Albania"),
        ("Albania’s foreign ministry later said so.", "Albania’s foreign ministry"),
        ("Albania, which cut ties in 2022, said so.", "Albania"),
        ("Albania – not for the first time – said so.", "Albania"),
        ("Albania, backed by its partners, said so.", "Albania"),
        ("Microsoft (in a blog post) said so.", "Microsoft"),
        ("Microsoft on Tuesday said so.", "Microsoft"),
        ("Microsoft has since quietly said so.", "Microsoft"),
        ("Officials in Berlin said so.", "Officials"),
        ("Edi Rama, the Albanian prime minister, said so.", "Edi Rama"),
        ("Germany kept silent; Albania said so.", "Albania"),
        ("Before Albania said so, nobody knew.", "Albania"),
        ("As Albania said so, Mandiant agreed.", "Albania"),
    ],
)
def test_the_subject_of_a_verb_is_found_past_what_stands_between(body: str, name: str) -> None:
    assert subject(body) == name


@pytest.mark.parametrize(
    "body",
    [
        "After a meeting with Germany said so.",
        "Talks with Iran said little.",
        "The attack on Albania was said to be grave.",
        "A paper, which Microsoft published in June, was long and the weather said nothing.",
        "Somebody said so.",
    ],
)
def test_objects_of_prepositions_and_far_names_are_no_subjects(body: str) -> None:
    assert subject(body) is None


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Albania said so.", ["Albania"]),
        ("Albania and Canada said so.", ["Albania", "Canada"]),
        ("Albania, the United States and Britain said so.", ["Albania", "United States", "United Kingdom"]),
        ("Microsoft as well as Mandiant said so.", ["Microsoft", "Mandiant"]),
        ("Microsoft, along with Mandiant, said so.", ["Microsoft", "Mandiant"]),
        ("Albania together with the United States said so.", ["Albania", "United States"]),
        ("Canada left; Albania said so.", ["Albania"]),
        ("Canada left, but Albania said so.", ["Albania"]),
    ],
)
def test_conjoined_subjects_are_taken_together(body: str, names: list[str]) -> None:
    assert together(body) == names


@pytest.mark.parametrize(
    ("body", "joined"),
    [
        ("It was so, said Microsoft and Mandiant.", "Mandiant"),
        ("It was so, said Microsoft along with Mandiant.", "Mandiant"),
        ("It was so, said Microsoft of Mandiant.", None),
    ],
)
def test_a_second_speaker_may_follow_the_first(body: str, joined: str | None) -> None:
    made = read(body)
    text = made.sentences[-1].text
    first = next(place for place, char in enumerate(text) if char in made.tape.mentions)
    found = JOINED_BY.match(text[first + 1 :])
    assert (made.tape.mentions[found.group("one")].party.name if found else None) == joined


def test_verbs_of_saying_are_whole_words_and_listed_once() -> None:
    words = SAY_WORDS.split("|")
    assert sorted(word for word in set(words) if words.count(word) > 1) == []
    text = "an essay said what they let it be known"
    assert [text[start:end] for start, end in sayings(text)] == ["said", "let it be known"]


@given(st.lists(st.sampled_from([*SAY_WORDS.replace("?", "").split("|"), "essay", "sayid", " ", " ", ",", "_", "é", "1", "’"])))
def test_verbs_of_saying_are_whole_words(parts: list[str]) -> None:
    text = "".join(parts)
    pattern = re.compile(rf"\b(?:{SAY_WORDS})\b")
    assert list(sayings(text)) == [found.span() for found in pattern.finditer(text)]


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("He spoke with ", "with"),
        ("A man from the ", "from"),
        ("It came (in ", "in"),
        ("Said of all its allies “", "of"),
        ("Albania-in ", "in"),
        ("Within ", None),
        ("of the old ", None),
        ("of  the ", None),
        ("the ", None),
        ("", None),
    ],
)
def test_a_preposition_takes_what_stands_behind_it_and_its_determiners(before: str, found: str | None) -> None:
    taken = preposition_before(f"{before}Iran.", len(before))
    assert taken == (None if found is None else (found, before.rindex(found)))
