from __future__ import annotations

import pytest
from accusation_samples import HEADLINE, case
from fact_samples import document
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.steps.extract import candidates
from demarche.steps.extract.accusations.pairs import RULED, Pair
from demarche.steps.extract.accusations.shapes import Row
from demarche.steps.extract.reading import stem

FRAGMENTS = (
    "Albania blamed Iran for the attack.",
    "“It was them,” he said.",
    "The attack was attributed to APT34.",
    "Canada and Mandiant shared the conclusion.",
    "Hackers linked to China hit a bank in Estonia.",
    "Moscow denied it.",
)


def pairs(body: str) -> list[Pair]:
    ((_, found),) = candidates(document(f"{HEADLINE}\n\n{body}"))
    return list(found)


def who(body: str) -> set[tuple[str, str]]:
    return {(pair.voice.party.name, pair.accused.name) for pair in pairs(body)}


def test_every_voice_may_accuse_every_other_doer() -> None:
    assert who("Albania blamed Iran.") == {("Albania", "Iran"), ("Iran", "Albania"), ("unspecified", "Iran")}


@pytest.mark.parametrize("body", ["It was late.", "Albania slept.", "They blamed the weather."])
def test_sentences_without_a_doer_or_a_word_of_accusing_have_no_candidates(body: str) -> None:
    assert pairs(body) == []


@pytest.mark.parametrize("body", ["Iran blamed Iran.", "Tehran blamed Iran.", "The Iranian foreign ministry blamed Iran."])
def test_nobody_accuses_their_own_side(body: str) -> None:
    assert {voice for voice, accused in who(body) if accused == "Iran"} == {"unspecified"}


def test_an_unnamed_voice_accuses_only_in_a_frame() -> None:
    assert ("unspecified", "Albania") not in who("Albania said it was the target of Iran’s attack.")
    assert ("unspecified", "Iran") in who("The attack was blamed on Iran.")


def test_a_victim_is_no_candidate_for_the_agent_of_a_passive() -> None:
    assert (
        who("The attack on the Albanian parliament was blamed on Iran.")
        & {("Albanian parliament", "Iran"), ("Albania", "Iran")}
        == set()
    )
    assert ("Albania", "Iran") in who("The attack was blamed on Iran by Albania.")
    assert ("Albania", "Iran") in who("The attack was blamed on Iran, Albania said.")


def test_a_pronoun_brings_back_who_spoke_and_an_echo_whom_all_accuse() -> None:
    last = [pair for pair in pairs("Albania said so. It blamed Iran.") if pair.accused.name == "Iran"]
    assert ("Albania", None) in {(pair.voice.party.name, pair.voice_at) for pair in last}
    echo = [pair for pair in pairs("Albania blamed Iran. Canada shared the conclusion.") if pair.voice.party.name == "Canada"]
    assert [(pair.accused.name, pair.accused_at) for pair in echo] == [("Iran", None)]


def test_who_speaks_where_a_quotation_ends_is_a_candidate_where_it_begins() -> None:
    found = pairs("“It was Iran that attacked us. We are sure,” said Microsoft.")
    assert ("Microsoft", "Iran") in {(pair.voice.party.name, pair.accused.name) for pair in found}


def test_what_a_rule_proposes_carries_its_sign_and_frame() -> None:
    found = {(pair.voice.party.name, pair.accused.name): pair for pair in pairs("Albania blamed Iran.")}
    right, wrong = found["Albania", "Iran"], found["Iran", "Albania"]
    assert {RULED, "rule=blame", "frame=blame", "order=voice-first"} <= right.signs[-1]
    assert right.frame is not None
    assert right.frame.frame == "blame"
    assert {"rule=none", "order=doer-first"} <= wrong.signs[-1]
    assert RULED not in wrong.signs[-1]
    assert wrong.frame is None


def test_signs_of_the_sentence_tell_negation_questions_and_events() -> None:
    plain, negated = pairs("Albania blamed Iran.")[0].signs[0], pairs("Albania never blamed Iran?")[0].signs[0]
    assert {"negated=False", "question=False", "event=own", "blamed"} <= plain
    assert {"negated=True", "question=True"} <= negated


def test_words_around_a_place_are_shapes_of_mentions_and_stems_of_words() -> None:
    made = case("In May Albania blamed Iran squarely.")
    text = made.reading.sentences[-1].text
    at = next(place for place, char in enumerate(text) if char in made.reading.tape.mentions)
    signs = set(Row(text, made.reading.tape).around("voice", at))
    assert {"voice-1=may", "voice-2=in", "voice+1=blamed", "voice+2=<STATE>", "voice+3=square"} == signs
    assert stem("Attribution") == stem("attributed") == "attrib"


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=5))
def test_the_groups_of_signs_share_none_and_places_name_the_parties(fragments: list[str]) -> None:
    ((reading, found),) = candidates(document(f"{HEADLINE}\n\n{' '.join(fragments)}"))
    for pair in found:
        assert len(frozenset().union(*pair.signs)) == sum(len(list(group)) for group in pair.described)
        for place in (pair.voice_at, pair.accused_at):
            assert place is None or pair.sentence.text[place] in reading.tape.mentions
        assert pair.voice.party.name != pair.accused.name
