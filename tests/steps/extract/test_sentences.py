from itertools import pairwise

import pytest
from fact_samples import document
from hypothesis import given, settings
from hypothesis import strategies as st
from tape_samples import reports, tape_of

from demarche.steps.extract.mentions.tape import blank_tape
from demarche.steps.extract.sentences import Sentence, named_in, sentences


def cut(text: str) -> list[Sentence]:
    made = document(text)
    return sentences(made, blank_tape(made))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell. Then it rose! Did it? Yes.", ["It fell.", "Then it rose!", "Did it?", "Yes."]),
        # abbreviations and initials
        ("Mr. Stone met Dr. Alder on Jan. 5. He left.", ["Mr. Stone met Dr. Alder on Jan. 5.", "He left."]),
        ("It began at 9 a.m. Norwegian time.", ["It began at 9 a.m. Norwegian time."]),
        ("The U.S. Senate sat. J. Stone left.", ["The U.S. Senate sat.", "J. Stone left."]),
        ("Versions 1.5 and 2.0 fell. So did others.", ["Versions 1.5 and 2.0 fell.", "So did others."]),
        ("It fell. but not far.", ["It fell. but not far."]),
        # quotation marks
        ("“It fell.” Then it rose.", ["“It fell.”", "Then it rose."]),
        ('He said "it fell." Then he left.', ['He said "it fell."', "Then he left."]),
        ("The “Blue” Group left.", ["The “Blue” Group left."]),
        ("It fell. “So what?” (He left.)", ["It fell.", "“So what?”", "(He left.)"]),
        # lists and lines
        ("They did this:\n- Took it\n- Left", ["They did this:", "- Took it", "- Left"]),
        ("It fell and\nthen rose.", ["It fell and then rose."]),
        ("No full stop\n\nA new block", ["No full stop", "A new block"]),
        ("", []),
    ],
)  # fmt: skip
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in cut(text)] == expected


def test_a_mention_begins_a_sentence_as_a_capital_does() -> None:
    made, tape = tape_of("It fell. Iran denied it.")
    assert [len(named_in(tape, sentence.text)) for sentence in sentences(made, tape)] == [0, 1]


def test_the_title_is_a_headline_and_blocks_are_counted() -> None:
    found = cut("A title\n\nOne. Two.\n\nThree.")
    assert [(one.number, one.block, one.headline) for one in found] == [
        (0, 0, True),
        (1, 1, False),
        (2, 1, False),
        (3, 2, False),
    ]


def test_a_quotation_stays_open_until_it_ends_or_its_block_does() -> None:
    found = cut('Title\n\nHe said: “It fell. It rose.” He left. "It fell. It rose." “Open. Still.\n\nAnew.')
    opened = {one.text: one.opens_quoted for one in found}
    assert opened == {
        "Title": False, "He said: “It fell.": False, "It rose.”": True, "He left.": False,
        '"It fell.': False, 'It rose."': True, "“Open.": False, "Still.": True, "Anew.": False,
    }  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(reports | st.text(alphabet=st.sampled_from("aB. \n“”'\"?-1"), max_size=80))
def test_sentences_cover_the_content_in_order(text: str) -> None:
    made, tape = tape_of(text)
    found = sentences(made, tape)
    assert all(tape.text[one.start : one.end] == one.text != "" for one in found)
    assert " ".join(one.text for one in found).split() == tape.text.split()
    assert [one.number for one in found] == list(range(len(found)))
    assert all(one.end <= other.start for one, other in pairwise(found))
