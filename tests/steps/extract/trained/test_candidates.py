"""What claims positions make, and what stands beside each candidate."""

from __future__ import annotations

from dataclasses import replace

from demarche.model.claim import PartyName
from demarche.model.source import Capture
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.steps.extract import read_tape
from demarche.steps.extract.case import case_of
from demarche.steps.extract.reading import Span
from demarche.steps.extract.trained.candidates import Beside, Candidate, accused_of, by_network, joined
from demarche.steps.extract.trained.choice import signs
from demarche.steps.extract.trained.decoding import Position
from demarche.steps.extract.trained.parties import Parties
from demarche.steps.ingest import ingest

TEXT = """Norway said that APT28 and APT29 were behind the break-in. Oslo said so twice. The ministry in Moscow denied it.

An Oslo court heard that the Norwegian service itself had done it."""


class Told:
    """The candidates that positions in `TEXT` make."""

    def __init__(self) -> None:
        self.reading = read_tape(ingest(Capture("report.txt", TEXT.encode())))
        self.case = case_of(self.reading)
        self.parties = Parties(self.reading, self.case.speakers, self.case.suspects)

    def at(self, words: str | None) -> Span | None:
        start = TEXT.index(words) if words else 0
        return (start, start + len(words)) if words else None

    def of(self, number: int, stance: str, speaker: str | None, accused: str | None, score: float = 0.5) -> list[Candidate]:
        position = Position(stance, self.at(speaker), self.at(accused), None, score)
        sentence = self.reading.sentences[number]
        claims = by_network(self.reading, self.parties, self.case, sentence, position)
        return [Candidate(sentence, claim, 0.0, score, False, 0.5) for claim in claims]


def test_an_accusation_of_two_makes_two_claims() -> None:
    found = Told().of(0, "asserts", "Norway", "APT28 and APT29")
    assert [accused_of(one.claim).name for one in found] == ["APT28", "APT29"]
    assert {one.claim.asserter.country for one in found} == {"NO"}


def test_who_accuses_the_own_side_is_a_candidate_with_a_sign_and_who_accuses_themselves_is_none() -> None:
    told = Told()
    (one,) = told.of(3, "asserts", "An Oslo court", "Norwegian service")
    assert dict(signs(one))["one-side"] == 1.0
    assert told.of(0, "asserts", "Norway", "Norway") == []


def test_a_denial_is_made_by_the_accused() -> None:
    (one,) = Told().of(2, "denies", "ministry in Moscow", None)
    assert (one.claim.stance, accused_of(one.claim).country) == (Stance.DENIES, "RU")


def test_parts_of_one_name_make_one_candidate() -> None:
    told = Told()
    both = told.of(0, "asserts", "Nor", "APT28", 0.4) + told.of(0, "asserts", "way", "APT28", 0.6)
    (one,) = joined([], both)
    assert one.network == 0.6


def test_each_candidate_knows_its_rivals_and_where_else_it_is_said() -> None:
    told = Told()
    found = joined(
        [],
        told.of(0, "asserts", "Norway", "APT28", 0.6)
        + told.of(0, "asserts", "Norway", "APT29", 0.3)
        + told.of(0, "asserts", None, "APT28", 0.2)
        + told.of(1, "asserts", "Oslo", "APT28", 0.4),
    )
    assert found[0].beside == Beside(others=2, asserters=0.2, accused=0.3, elsewhere=0.4)
    assert found[3].beside == Beside(others=0, asserters=0.0, accused=0.0, elsewhere=0.6)


def test_every_sign_is_told_once() -> None:
    told = Told()
    candidates = [
        *told.of(0, "asserts", "Norway", "APT28"),
        *told.of(0, "declines-to-attribute", "Norway", None),
        *told.of(2, "denies", "ministry in Moscow", None),
        *told.of(0, "claims-responsibility", "APT28", None),
    ]
    for one in joined([], candidates):
        names = [name for name, _ in signs(one)]
        assert len(names) == len(set(names))


def test_signs_tell_who_is_named_in_the_sentence_and_who_is_led_back() -> None:
    told = Told()
    (here,) = told.of(0, "asserts", "Norway", "APT28")
    there = replace(here, claim=replace(here.claim, asserter=PartyName("Symantec", PartyKind.COMPANY)))
    assert (dict(signs(here))["led-back"], dict(signs(there))["led-back"]) == (0.0, 1.0)
    assert dict(signs(there))["asserter=company"] == 1.0


def test_signs_tell_what_stands_beside() -> None:
    (one,) = Told().of(0, "asserts", "Norway", "APT28", 0.5)
    weak = dict(signs(replace(one, beside=Beside(others=3, asserters=0.9, accused=0.1, elsewhere=0.7))))
    assert (weak["only"], weak["worse-asserter"], weak["worse-accused"], weak["again"]) == (0.0, 1.0, 0.0, 0.7)
    alone = dict(signs(one))
    assert (alone["only"], alone["again-not"]) == (1.0, 1.0)
