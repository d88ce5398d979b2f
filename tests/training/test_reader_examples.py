"""Annotations as windows with labels, for the trained reader."""

from __future__ import annotations

import pytest

pytest.importorskip("tokenizers")

from importlib.resources import files

from training.reader.examples import FOLDS, Example, kept_apart, of_text
from training.reader.labels import row
from training.reader.places import occurrences, place, shorter

from bench.single_sentences import entry
from demarche.model.source import Capture
from demarche.steps.extract import read_tape
from demarche.steps.extract.trained.network import ROLES, SAID, tokenizer_of
from demarche.steps.extract.trained.windows import window
from demarche.steps.ingest import ingest

ENTRY = """T: Edi Rama cut ties with Iran. The prime minister said it was almost certainly behind the hack.
A: Edi Rama | government | AL | Iran | state | IR | asserts | almost certainly | it was almost certainly behind the hack.
R: sever-relations | Edi Rama | AL | Iran | IR | done | Edi Rama cut ties with Iran."""


def told() -> list[Example]:
    made = entry("x", ENTRY)
    return list(of_text(made["text"].encode(), made, [], ("x", None)))


def test_a_party_that_another_sentence_names_is_found_in_the_window() -> None:
    (stand,) = [stand for one in told() for stand in one.stands]
    (example,) = [one for one in told() if one.stands]
    words = example.shown.text
    spans = [stand.speaker, stand.accused, stand.hedge]
    assert [words[slice(*span)] for span in spans if span] == ["Edi Rama", "Iran", "almost certainly"]


def test_an_answer_belongs_to_its_sentence() -> None:
    first, second = told()
    assert [answer.act for answer in first.answers] == ["sever-relations"]
    assert not second.answers


def test_labels_are_the_tokens_of_the_words() -> None:
    data = files("demarche.steps.extract.trained").joinpath("data", "tokenizer.json").read_text("utf-8")
    tokenizer = tokenizer_of(data)
    made = row(tokenizer, told()[1])
    of_role = {role: {made.ids[token] for token, number in made.roles if ROLES[number] == role} for role in ROLES}
    assert tokenizer.decode(sorted(of_role["accused"])) == "iran"
    assert {SAID[number] for number in made.said} == {"asserts"}
    assert {(made.ids[one], made.ids[other]) for one, other, _ in made.joined} == {
        (one, other) for one in of_role["asserter"] for other in of_role["accused"]
    }


def test_names_are_whole_words() -> None:
    assert occurrences("Iran", "Iranian Iran", 0, 12) == [(8, 12)]
    assert occurrences("iran", "Iran", 0, 4) == []
    assert occurrences("iran", "Iran", 0, 4, any_case=True) == [(0, 4)]
    assert occurrences("", "Iran", 0, 4) == []


def test_a_surname_or_initials_stand_for_a_name() -> None:
    assert "Rama" in list(shorter("Edi Rama"))
    assert "NCSC" in list(shorter("the National Cyber Security Centre"))
    assert "CISA" in list(shorter("the agency (CISA)"))


def test_a_state_is_found_by_a_mention_of_it() -> None:
    text = "Tirana blamed hackers."
    reading = read_tape(ingest(Capture("x.txt", text.encode())))
    shown = window(reading, reading.sentences[0])
    found = place("Albania", ("government", "AL"), shown, (0, len(text)), reading.tape.mentions.values())
    assert found == (0, 6)
    assert place("Norway", ("government", "NO"), shown, (0, len(text)), reading.tape.mentions.values()) is None


def test_one_incident_in_so_many_is_kept_apart() -> None:
    apart = sum(kept_apart(f"incident-{number}") for number in range(8000))
    assert abs(apart / 8000 - 1 / FOLDS) < 0.02
