import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.steps.extract.weights import UNIT, log_odds, probability, total


@given(st.lists(st.sampled_from(["a", "b", "c", "unknown"])), st.randoms())
def test_a_sum_does_not_depend_on_the_order_of_its_signs(signs: list[str], chance: object) -> None:
    weights = {"a": 100, "b": -700, "c": 2300}
    expected = sum(weights.get(sign, 0) for sign in signs)
    chance.shuffle(signs)  # type: ignore[attr-defined]
    assert total(weights, signs) == expected


def test_what_is_without_a_weight_counts_nothing() -> None:
    assert total({"a": 5}, ["b"]) == total({}, ["a"]) == 0


def test_no_log_odds_are_evens_and_one_unit_is_one_factor_e() -> None:
    assert probability(0) == 0.5
    assert probability(UNIT) == pytest.approx(0.7311, abs=1e-4)


@given(st.floats(0.001, 0.999))
def test_log_odds_and_probabilities_are_two_ways_to_say_one_thing(share: float) -> None:
    assert probability(log_odds(share)) == pytest.approx(share, abs=1e-3)
