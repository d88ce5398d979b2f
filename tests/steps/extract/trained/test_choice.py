"""Which of the candidates of a sentence are told beside one another."""

from __future__ import annotations

import pytest

from demarche.model.source import Capture
from demarche.steps.extract import read_tape
from demarche.steps.extract.case import case_of
from demarche.steps.extract.trained.candidates import Candidate, by_network, joined
from demarche.steps.extract.trained.choice import Choice, chosen
from demarche.steps.extract.trained.decoding import Position
from demarche.steps.extract.trained.parties import Parties
from demarche.steps.ingest import ingest

ANY = Choice({"network": 1.0}, 0.0)
"""Takes every candidate, likelier ones as the network thinks them likelier."""


def tellers(text: str, stances: str, *said: tuple[int, str, str | None, str | None, float]) -> list[str]:
    """Who is told to take a stance in a text, of positions given by sentence, stance, speaker, accused and likelihood."""
    reading = read_tape(ingest(Capture("report.txt", text.encode())))
    case = case_of(reading)
    parties = Parties(reading, case.speakers, case.suspects)

    def at(words: str | None) -> tuple[int, int] | None:
        return (text.index(words), text.index(words) + len(words)) if words else None

    candidates = []
    for number, stance, speaker, accused, score in said:
        position = Position(stance, at(speaker), at(accused), None, score)
        made = by_network(reading, parties, case, reading.sentences[number], position)
        candidates += [Candidate(reading.sentences[number], claim, 0.0, score, False, 0.5) for claim in made]
    told = chosen(joined([], candidates), ANY)
    return [one.claim.asserter.name for one, _ in told if one.claim.stance == stances]


ACCUSED = (0, "asserts", "Chile", "Peru", 0.9)


@pytest.mark.parametrize(
    ("text", "said", "told"),
    [
        ("Chile said Peru broke in. Peru rejected the charge by Bolivia.",
         [ACCUSED, (1, "denies", "Peru", None, 0.8), (1, "denies", "Bolivia", None, 0.5)], ["Peru"]),
        ("Chile said Peru broke in. Peru's envoy at the United Nations called it a lie.",
         [ACCUSED, (1, "denies", "Peru", None, 0.8), (1, "denies", "United Nations", None, 0.5)], ["Peru"]),
        ("Chile said Peru broke in. Peru rejected the charge.",
         [ACCUSED, (1, "denies", "Peru", None, 0.8), (1, "denies", None, None, 0.5)], ["Peru"]),
        ("Chile said Peru and Bolivia broke in. Peru and Bolivia rejected the charge.",
         [ACCUSED, (0, "asserts", "Chile", "Bolivia", 0.9),
          (1, "denies", "Peru", None, 0.8), (1, "denies", "Bolivia", None, 0.5)], ["Peru", "Bolivia"]),
        ("Chile said Peru broke in. Hours after Chile had spoken Peru rejected the charge.",
         [ACCUSED, (1, "denies", "Peru", None, 0.5), (1, "denies", "Chile", None, 0.8)], ["Peru"]),
        ("Chile said Peru broke in. Bolivia had nothing to do with it.",
         [ACCUSED, (1, "denies", "Bolivia", None, 0.5)], ["Bolivia"]),
    ],
)  # fmt: skip
def test_beside_somebody_accused_nobody_denies_who_is_not(
    text: str, said: list[tuple[int, str, str | None, str | None, float]], told: list[str]
) -> None:
    assert tellers(text, "denies", *said) == told


def test_who_is_accused_accuses_nobody_but_may_deny() -> None:
    text = "Chile said Otto Larkspur, of the Night Herons, broke in. Otto Larkspur and the Night Herons did it, it said."
    accused = (0, "asserts", "Chile", "Otto Larkspur", 0.9)
    asserts = (1, "asserts", "Otto Larkspur", "Night Herons", 0.4)
    assert tellers(text, "asserts", accused, asserts) == ["Chile"]
    assert tellers(text, "asserts", (*accused[:4], 0.3), asserts) == ["Chile", "Otto Larkspur"]
    assert tellers(text, "denies", accused, (1, "denies", "Otto Larkspur", None, 0.4)) == ["Otto Larkspur"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Anna Larkspur of Symantec doubted that Peru did it.", ["Anna Larkspur"]),
        ("Anna Larkspur and Symantec doubted that Peru did it.", ["Anna Larkspur", "Symantec"]),
    ],
)
def test_whoever_speaks_for_a_firm_is_told_without_it(text: str, told: list[str]) -> None:
    said = [(0, "doubts", "Anna Larkspur", "Peru", 0.8), (0, "doubts", "Symantec", "Peru", 0.7)]
    assert tellers(text, "doubts", *said) == told


def test_one_refusal_is_of_somebody_or_of_nobody() -> None:
    text = "Chile said it could not tell who broke in."
    chile, nobody = ((0, "declines-to-attribute", speaker, None, 0.5) for speaker in ("Chile", None))
    assert tellers(text, "declines-to-attribute", chile, (*nobody[:4], 0.7)) == ["unspecified"]
    assert tellers(text, "declines-to-attribute", (*chile[:4], 0.8), nobody) == ["Chile"]


def test_who_will_not_be_named_may_name_others() -> None:
    text = "An envoy who declined to be named said Peru broke in. An envoy who would name nobody said Peru broke in."
    for number, told in ((0, []), (1, ["envoy"])):
        said = [(number, stance, "envoy", "Peru", 0.8) for stance in ("asserts", "declines-to-attribute")]
        assert tellers(text, "declines-to-attribute", *said) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chile said that Peru broke into the networks of Symantec.", ["Chile"]),
        ("Chile said that Peru was behind the raid on Symantec.", ["Chile"]),
        ("Chile said that Peru was behind the raid on Symantec, and Symantec said so too.", ["Chile", "Symantec"]),
        ("Chile and Symantec said that Peru broke in.", ["Chile", "Symantec"]),
    ],
)
def test_who_is_only_named_as_hit_accuses_nobody(text: str, told: list[str]) -> None:
    said = [(0, "asserts", speaker, "Peru", 0.8) for speaker in ("Chile", "Symantec")]
    assert tellers(text, "asserts", *said) == told
