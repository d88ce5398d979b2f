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


def deniers(text: str, *said: tuple[int, str, str | None, str | None, float]) -> list[str]:
    """Who is told to deny in a text, of positions given by sentence, stance, speaker, accused and likelihood."""
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
    return [one.claim.asserter.name for one, _ in told if one.claim.stance == "denies"]


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
        ("Chile said Peru broke in. Bolivia had nothing to do with it.",
         [ACCUSED, (1, "denies", "Bolivia", None, 0.5)], ["Bolivia"]),
    ],
)  # fmt: skip
def test_beside_somebody_accused_nobody_denies_who_is_not(
    text: str, said: list[tuple[int, str, str | None, str | None, float]], told: list[str]
) -> None:
    assert deniers(text, *said) == told
