"""Annotations as sentences with labels, for the trained reader."""

from __future__ import annotations

import pytest

pytest.importorskip("tokenizers")

from importlib.resources import files

from training.reader.examples import FOLDS, Example, kept_apart, of_text
from training.reader.labels import KINDS, Row, text_of
from training.reader.places import Around, occurrences, place, shorter

from bench.single_sentences import entry
from demarche.model.source import Capture
from demarche.steps.extract import read_tape
from demarche.steps.extract.trained.network import ROLES, SAID, tokenizer_of
from demarche.steps.extract.trained.stretches import Stretches
from demarche.steps.ingest import ingest

ENTRY = """T: Edi Rama cut ties with Iran. The prime minister said it was almost certainly behind the hack.
A: Edi Rama | government | AL | Iran | state | IR | asserts | almost certainly | it was almost certainly behind the hack.
R: sever-relations | Edi Rama | AL | Iran | IR | done | Edi Rama cut ties with Iran.
I: destruction"""


def told() -> Example:
    made = entry("x", ENTRY)
    return of_text(made["text"].encode(), made, made, ("x", None))


def row() -> tuple[Row, Stretches]:
    data = files("demarche.steps.extract.trained").joinpath("data", "tokenizer.json").read_text("utf-8")
    stretches = Stretches(tokenizer_of(data))
    (made,) = text_of(stretches, told()).rows
    return made, stretches


def test_a_party_that_another_sentence_names_is_found() -> None:
    example = told()
    (stand,) = [stand for one in example.told for stand in one.stands]
    spans = [stand.speaker, stand.accused, stand.hedge]
    assert [example.text[slice(*span)] for span in spans if span] == ["Edi Rama", "Iran", "almost certainly"]


def test_an_answer_belongs_to_its_sentence() -> None:
    first, second = told().told
    assert [answer.act for answer in first.answers] == ["sever-relations"]
    assert not second.answers
    assert first.telling


def test_labels_are_the_tokens_of_the_words() -> None:
    made, _ = row()
    text, second = told().text, made.sentences[1]

    def words(role: str) -> list[str]:
        places = [made.stretch.places[token] for token, number in sorted(second.roles) if ROLES[number] == role]
        return [text[slice(*place)] for place in places if place]

    assert words("accused") == ["Iran"]
    assert "".join(words("asserter")) == "EdiRama"
    assert words("hedge") == ["almost", "certainly"]
    assert {SAID[number] for number in second.said} == {"asserts"}
    accused = {token for token, number in second.roles if ROLES[number] == "accused"}
    asserter = {token for token, number in second.roles if ROLES[number] == "asserter"}
    assert {(one, other) for one, other, _ in second.joined} == {(one, other) for one in asserter for other in accused}


def test_what_was_done_is_told_of_the_whole_text() -> None:
    _, stretches = row()
    assert {KINDS[number] for number in text_of(stretches, told()).kinds} == {"destruction"}


def test_names_are_whole_words() -> None:
    assert occurrences("Iran", "Iranian Iran", 0, 12) == [(8, 12)]
    assert occurrences("iran", "Iran", 0, 4) == []
    assert occurrences("iran", "Iran", 0, 4, any_case=True) == [(0, 4)]
    assert occurrences("", "Iran", 0, 4) == []


def test_a_surname_or_initials_stand_for_a_name() -> None:
    assert "Rama" in list(shorter("Edi Rama"))
    assert "NCSC" in list(shorter("the National Cyber Security Centre"))
    assert "CISA" in list(shorter("the agency (CISA)"))


def placed(name: str, party: tuple[str, str | None], text: str) -> str | None:
    reading = read_tape(ingest(Capture("x.txt", text.encode())))
    own = reading.spans[-1]
    found = place(name, party, Around.of(text, reading.spans, len(reading.spans) - 1), own, reading.tape.mentions.values())
    return text[slice(*found)] if found else None


def test_the_longest_part_of_a_name_is_meant() -> None:
    party = ("government", "GB")
    assert placed("UK Cyber Safety Centre", party, "A centre and Britain's Cyber Safety Centre spoke.") == "Cyber Safety Centre"
    assert "of the" not in list(shorter("Bureau of the Sea"))


def test_the_word_of_another_state_is_not_meant() -> None:
    assert placed("Russian embassy in Oslo", ("government", "RU"), "In Oslo the Russian embassy spoke.") == "Russian embassy"
    assert placed("South Korea", ("government", "KR"), "North Korea hit the South, it is said.") != "Korea"


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("Example Labs", "company", "the firm"),
        ("Ann Example", "government", "she"),
        ("Sea Bureau", "government", "its agency"),
        ("APT999", "group", None),
    ],
)
def test_somebody_named_nowhere_in_reach_stands_behind_a_description(name: str, kind: str, words: str | None) -> None:
    text = f"Much was said, and {words or 'it'} was certain."
    assert placed(name, (kind, None), text) == words


def test_a_state_is_found_by_a_mention_of_it() -> None:
    text = "Tirana blamed hackers."
    reading = read_tape(ingest(Capture("x.txt", text.encode())))
    shown = Around.of(text, reading.spans, 0)
    found = place("Albania", ("government", "AL"), shown, (0, len(text)), reading.tape.mentions.values())
    assert found == (0, 6)
    assert place("Norway", ("government", "NO"), shown, (0, len(text)), reading.tape.mentions.values()) is None


def test_one_incident_in_so_many_is_kept_apart() -> None:
    apart = sum(kept_apart(f"incident-{number}") for number in range(8000))
    assert abs(apart / 8000 - 1 / FOLDS) < 0.02
    assert not kept_apart(None)
