import re

import pytest
from fact_samples import document
from hypothesis import given
from hypothesis import strategies as st

from demarche.model.claim import PartyName
from demarche.model.source import Block, Document, Origin
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.mentions.tape import ANY_MENTION, Kind, Named, Rewriting, Tape, blank_tape, char_class

RAMA = Named(Kind.OFFICIAL, PartyName("Rama", PartyKind.GOVERNMENT, "AL"), 0, 0)


def blank(text: str) -> Tape:
    return blank_tape(document(text))


def test_blocks_stand_apart_and_line_breaks_within_are_spaces() -> None:
    tape = blank("A title\n\nOne line\nand another\n- an item\n")
    assert tape.text == "A title\n\nOne line and another\n- an item\n\n"


def test_what_is_no_content_is_not_on_the_tape() -> None:
    text = "Menu\nThe news.\n"
    blocks = (Block(0, 5, "furniture", "menu"), Block(5, len(text), "content"))
    tape = blank_tape(Document(text, Origin("x", "x", "text/plain"), blocks=blocks))
    assert tape.text == "The news.\n\n"
    assert tape.offsets(0, 9) == (5, 14)


@given(st.text(alphabet=st.sampled_from("aB é\n-•“\U000f0000\U0001f600"), max_size=60))
def test_every_place_leads_back_to_the_text(text: str) -> None:
    tape = blank(text)
    assert len(tape.starts) == len(tape.ends) == len(tape.text)
    for char, start, end in zip(tape.text, tape.starts, tape.ends, strict=True):
        if start == end:
            assert char == "\n"
        else:
            was = text[start:end]
            assert was == char or (was, char) == ("\n", " ") or (was >= "\U000f0000" and char == "\ufffd")


def test_a_character_of_the_mentions_range_is_no_mention() -> None:
    assert not re.search(ANY_MENTION, blank("What \U000f0000 and \U000f5fff mean").text)


def test_a_rewriting_makes_one_place_of_the_words_it_takes() -> None:
    tape = blank("Prime minister Edi Rama blamed them.")
    after = tape.rewrite(re.compile(r"Edi Rama"), lambda _: Rewriting(RAMA))
    assert re.fullmatch(rf"Prime minister {char_class(Kind.OFFICIAL)} blamed them\.\n\n", after.text)
    assert after.offsets(15, 16) == (15, 23)
    assert after.offsets(0, 22) == (0, 29)
    (named,) = after.mentions.values()
    assert (named.party, named.start, named.end) == (RAMA.party, 15, 23)


def test_a_rule_may_take_more_or_less_than_it_matched_and_may_refuse() -> None:
    tape = blank("Rama and Rama and Rama.")
    spans = {0: None, 9: Rewriting(RAMA, (5, 13)), 18: None}
    after = tape.rewrite(re.compile("Rama"), lambda match: spans[match.start()])
    assert [(named.start, named.end) for named in after.mentions.values()] == [(5, 13)]
    assert after.text.startswith("Rama ")
    assert after.text.endswith(" and Rama.\n\n")


def test_a_tape_with_nothing_to_rewrite_is_the_same() -> None:
    tape = blank("Nothing here.")
    assert tape.rewrite(re.compile("Rama"), lambda _: Rewriting(RAMA)) is tape


def test_mentions_taken_into_a_larger_one_keep_its_ends() -> None:
    tape = blank("The Rama office said so.")
    once = tape.rewrite(re.compile("Rama"), lambda _: Rewriting(RAMA))
    twice = once.rewrite(re.compile(rf"The {ANY_MENTION} office"), lambda _: Rewriting(RAMA))
    assert twice.offsets(0, 1) == (0, 15)
    assert twice.text[1:] == " said so.\n\n"


@pytest.mark.parametrize("kind", list(Kind))
def test_a_mention_is_of_its_class_only(kind: Kind) -> None:
    char = blank("x").code(Named(kind, RAMA.party, 0, 1))
    assert char is not None
    assert [other for other in Kind if re.fullmatch(char_class(other), char)] == [kind]
    assert re.fullmatch(ANY_MENTION, char)


def test_when_a_class_is_used_up_the_words_stay() -> None:
    count = 4100
    after = blank("Rama " * count).rewrite(re.compile("Rama"), lambda _: Rewriting(RAMA))
    assert len(after.mentions) == 4096
    assert after.text.count("Rama") == count - 4096
    assert after.offsets(len(after.text) - 6, len(after.text) - 2) == (5 * count - 5, 5 * count - 1)
