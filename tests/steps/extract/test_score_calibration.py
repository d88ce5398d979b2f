"""Scores as likelihoods."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.model.atoms import Passage
from demarche.model.claim import UNSPECIFIED, Claim, PartyName, ResponseValue, TypeValue
from demarche.model.source import Capture
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.model.vocabulary.incidents import IncidentType
from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.extract import extract, ordered, uncalibrated
from demarche.steps.extract.calibration import SORTS, Correction, calibrated, corrections
from demarche.steps.ingest import ingest

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.txt"))
SEVERED = ResponseValue(Act.SEVER_RELATIONS, PartyName("Albania", PartyKind.STATE, "AL"), Status.DONE)


def claim(score: float, reader: str = "rules", value: ResponseValue | TypeValue = SEVERED) -> Claim:
    return Claim(Passage("doc-1", 0, 4, "It d"), value, UNSPECIFIED, Stance.ASSERTS, reader, "1", score)


def test_there_is_a_correction_for_each_sort_of_the_rules_and_for_what_the_network_finds() -> None:
    wanted = {("rules", sort) for sort in SORTS.values()} | {("model", "attribution"), ("model", "response")}
    assert set(corrections()) == wanted
    assert all(correction.slope > 0 for correction in corrections().values())


@given(score=st.floats(0, 1), more=st.floats(0, 1), key=st.sampled_from(sorted(corrections())))
def test_what_scored_higher_still_does_and_nothing_is_certain(score: float, more: float, key: tuple[str, str]) -> None:
    correction = corrections()[key]
    assert 0 < correction(score) <= correction(min(1.0, score + more)) < 1
    (told,) = calibrated([claim(score, key[0])])
    assert 0.001 <= told.score <= 0.999


@given(low=st.floats(0.02, 0.96), more=st.floats(0.01, 0.02), slope=st.floats(0.05, 5), shift=st.floats(-3, 3))
def test_every_line_is_strictly_monotone_between_the_bounds(low: float, more: float, slope: float, shift: float) -> None:
    correction = Correction(slope, shift)
    assert 0 < correction(low) < correction(low + more) < 1


def test_only_the_score_changes_and_each_reader_has_its_own_line() -> None:
    ruled, by_network = calibrated([claim(0.9), claim(0.9, "model")])
    assert replace(ruled, score=0.9) == claim(0.9)
    assert ruled.score == round(corrections()["rules", "response"](0.9), 3)
    assert by_network.score == round(corrections()["model", "response"](0.9), 3) != ruled.score


@pytest.mark.parametrize("known", [claim(0.35, "hand"), claim(0.35, value=TypeValue(IncidentType.DDOS))])
def test_what_has_no_line_is_believed_as_it_is(known: Claim) -> None:
    assert calibrated([known]) == [known]


@pytest.mark.parametrize("place", EXAMPLES, ids=lambda place: place.stem)
def test_the_examples_give_the_same_claims_with_other_scores(place: Path) -> None:
    document = ingest(Capture(place.name, place.read_bytes()))
    first, told = ordered(uncalibrated(document)), extract(document)
    assert Counter(replace(one, score=0.0) for one in told) == Counter(replace(one, score=0.0) for one in first)
    assert {one.predicate for one in set(told) - set(first)} <= set(SORTS)
    assert set(told) != set(first)
