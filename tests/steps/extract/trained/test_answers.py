"""What claims the deeds make that the network points at."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from demarche.model.claim import PRIMARY, Claim, PartyName, ResponseValue
from demarche.model.source import Capture
from demarche.model.vocabulary.attribution import PartyKind
from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.extract import read_tape
from demarche.steps.extract.case import case_of
from demarche.steps.extract.trained.answers import answers, by_deed
from demarche.steps.extract.trained.decoding import Deed
from demarche.steps.extract.trained.parties import Parties
from demarche.steps.ingest import ingest

LEAD = "Norway accused Russia of the break-in at the parliament on Tuesday. "


def deeds(sentence: str, act: str, by: str | None, against: str | None) -> list[ResponseValue]:
    text = LEAD + sentence
    reading = read_tape(ingest(Capture("report.txt", text.encode())))
    case = case_of(reading)
    parties = Parties(reading, case.speakers, case.suspects)
    places = [None if words is None else (text.rindex(words), text.rindex(words) + len(words)) for words in (by, against)]
    return values(by_deed(reading, parties, 1, Deed(act, "done", places[0], places[1], 0.9)))


def values(claims: Iterable[Claim]) -> list[ResponseValue]:
    return [claim.value for claim in claims if isinstance(claim.value, ResponseValue)]


def test_two_states_answer_each_for_itself() -> None:
    found = deeds("Sweden and Denmark condemned Russia for it.", "condemnation", "Sweden and Denmark", "Russia")
    assert [(one.by.country, one.against and one.against.country) for one in found] == [("SE", "RU"), ("DK", "RU")]


def test_the_state_in_reach_does_what_is_told_without_a_doer() -> None:
    (one,) = deeds("The Russian ambassador was summoned on Friday.", "summon-ambassador", None, "Russian ambassador")
    assert (one.by.country, one.against and one.against.name) == ("NO", "Russia")


def test_an_envoy_stands_for_the_accused_state() -> None:
    (one,) = deeds("Oslo called in Sergei Example on Friday.", "summon-ambassador", "Oslo", "Sergei Example")
    assert one.against is not None
    assert (one.against.name, one.against.country) == ("Russia", "RU")


def test_everybody_in_a_list_is_charged() -> None:
    found = deeds(
        "Prosecutors charged Ivan Example, Oleg Sample and Pyotr Specimen.", "indictment", "Prosecutors", "Ivan Example"
    )
    assert [one.against and one.against.name for one in found] == ["Ivan Example", "Oleg Sample", "Pyotr Specimen"]
    assert {one.by.country for one in found} == {"NO"}


def test_words_that_name_nobody_are_no_target() -> None:
    (one,) = deeds("Norway put seven of them on a list.", "sanctions", "Norway", "seven")
    assert one.against is None


def test_who_is_sentenced_did_not_do_it_but_the_state_in_reach() -> None:
    (one,) = deeds("Ivan Example was sentenced.", "legal-suit", "Ivan Example", "Ivan Example")
    assert (one.by.country, one.against and one.against.name) == ("NO", "Ivan Example")


def test_the_state_that_pays_nothing_is_who_refuses() -> None:
    (one,) = deeds("The Norwegian state will not pay, they said.", "ransom-refused", None, "Norwegian state")
    assert (one.by.country, one.against) == ("NO", None)


@pytest.mark.parametrize(
    ("sentence", "score", "told"),
    [
        ("Frozen at once were the accounts of its men in Chad, Mali and Niger.", 0.4, []),
        ("Frozen at once were the accounts of its men in Chad, Mali and Niger.", 0.6, ["Niger"]),
        ("Niger froze the accounts of its men in Chad and Mali, and in Niger itself.", 0.4, ["Niger"]),
    ],
)
def test_a_state_that_is_only_a_place_is_hardly_told_to_have_answered(sentence: str, score: float, told: list[str]) -> None:
    text = LEAD + sentence
    reading = read_tape(ingest(Capture("report.txt", text.encode())))
    case = case_of(reading)
    parties = Parties(reading, case.speakers, case.suspects)
    value = ResponseValue(Act.SANCTIONS, PartyName("Niger", PartyKind.STATE, "NE"), Status.DONE)
    ruled = [reading.claim(reading.sentences[1], value, score=score)]
    assert [one.by.name for one in values(answers(reading, parties, {}, [], ruled))] == told


ROUND_UP = """A week of trouble

Ghana. The port of Tema was hit by ransomware. It will not pay.

Peru. Hackers broke into the health ministry in Lima. Police arrested a man.

Fiji. An attack took networks in Suva offline.
"""


def test_an_answer_in_an_item_of_a_round_up_is_told_of_that_item() -> None:
    reading = read_tape(ingest(Capture("report.txt", ROUND_UP.encode())))
    case = case_of(reading)
    parties = Parties(reading, case.speakers, case.suspects)
    number = next(number for number, text in enumerate(reading.plain) if "arrested" in text)
    start = ROUND_UP.index("Police arrested")
    deed = Deed("arrest", "done", (start, start + len("Police")), None, 0.9)
    (claim,) = answers(reading, parties, {}, [(number, deed)], [])
    assert claim.event == reading.events[number] != PRIMARY
    assert values([claim])[0].by.country == "PE"
