"""The training of the weights that tell states that were hit, on three made-up reports."""

from __future__ import annotations

import pytest

pytest.importorskip("sklearn")

from training.homes import FIRST, MORE, OUT, RARE, Report, chosen, fitted, held_apart

from demarche.steps.cluster.words import background
from demarche.steps.extract.facts.homeweights import home_weights
from training import frequencies

HIT, ACCUSED = {"victim": 1.0, "heard": 1.0, "rare": 0.0}, {"accused": 1.0, "heard": 1.0}
REPORTS = [Report(f"case-{number}", {"AL": HIT, "IR": ACCUSED}, frozenset({"AL"})) for number in range(12 * RARE)]


def test_weights_speak_for_what_is_said_of_victims() -> None:
    weights = fitted(REPORTS)
    assert weights.of["victim"] > 0 > weights.of["accused"]
    assert chosen(REPORTS[0], weights, FIRST, MORE) == {"AL"}


def test_rare_signs_have_no_weight() -> None:
    odd = Report("odd", {"AL": {**HIT, "once": 1.0}}, frozenset({"AL"}))
    assert "once" not in fitted([*REPORTS, odd]).of


def test_reports_held_apart_are_judged_without_their_own_incident() -> None:
    assert all(line.endswith("1.000 1.000 1.000") for line in held_apart(REPORTS).splitlines())


def test_the_package_carries_what_was_learned() -> None:
    assert (home_weights().first, home_weights().more) == (FIRST, MORE)
    assert OUT.is_file()


@pytest.mark.slow
def test_the_frequencies_are_those_of_the_corpora() -> None:
    assert frequencies.main(["--check"]) == 0
    assert background().reports > 200
