"""The training of corrections of scores, on made-up claims."""

from __future__ import annotations

import pytest

pytest.importorskip("sklearn")

from training.calibration import OUT, across, interval, lines

from bench.reliability import Judged
from demarche.steps.extract.calibration import WEIGHTS


def some(score: float, right: int, wrong: int, name: str = "case") -> list[Judged]:
    return [Judged(score, number < right, f"{name}-{number}") for number in range(right + wrong)]


def test_a_correction_is_learned_for_each_reader_and_sort() -> None:
    found = lines({("rules", "attribution"): some(0.9, 100, 100), ("model", "attribution"): some(0.5, 90, 10)})
    assert found["rules", "attribution"](0.9) == pytest.approx(0.5, abs=0.03)
    assert found["model", "attribution"](0.5) == pytest.approx(0.9, abs=0.03)


def test_the_claims_of_one_incident_count_as_the_root_of_their_number() -> None:
    retold = [Judged(0.5, False, "retold")] * 100
    once = lines({("rules", "response"): [*some(0.5, 10, 0), *retold]})
    each = lines({("rules", "response"): [*some(0.5, 10, 0), *some(0.5, 0, 10, "other")]})
    assert once["rules", "response"].shift == pytest.approx(each["rules", "response"].shift, abs=1e-4)


def test_few_responses_of_the_network_are_fitted_near_the_line_of_the_rules() -> None:
    ruled = {("rules", "response"): some(0.7, 20, 180)}
    assert lines({**ruled, ("model", "response"): []})["model", "response"] == lines(ruled)["rules", "response"]


def test_claims_are_corrected_by_what_other_incidents_taught() -> None:
    odd = [Judged(0.5, False, "odd")]
    ((before, after),) = (
        pair for pair in across({("rules", "victim"): [*some(0.5, 200, 0), *odd]})["rules", "victim"] if not pair[1].right
    )
    assert (before, after.incident) == (odd[0], "odd")
    assert after.score > 0.9


def test_the_error_lies_within_its_interval_and_fewer_incidents_leave_it_wider() -> None:
    many, few = interval(some(0.8, 60, 40)), interval(some(0.8, 6, 4))
    assert [many[0], few[0]] == pytest.approx([0.2, 0.2])
    assert many[1] < many[0] < many[2]
    assert few[2] - few[1] > many[2] - many[1] > 0.05


def test_the_corrections_of_the_package_are_those_that_are_written() -> None:
    assert OUT.name == WEIGHTS
    assert OUT.exists()
