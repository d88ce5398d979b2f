from __future__ import annotations

import pytest
from accusation_samples import HEADLINE
from fact_samples import document
from hypothesis import given
from hypothesis import strategies as st

from demarche.steps.extract import candidates
from demarche.steps.extract.accusations.pairs import RULED, Pair
from demarche.steps.extract.accusations.scoring import Scorer, chosen, scorer


def pairs(body: str) -> list[Pair]:
    return list(candidates(document(f"{HEADLINE}\n\n{body}"))[1])


def test_a_weight_is_the_sum_of_the_known_signs() -> None:
    judge = Scorer({"a": 1500, "b": -250}, 0.5, 0.2)
    assert judge.weight(frozenset({"a", "b", "unknown"})) == 1250
    assert judge.weight(frozenset()) == 0


@given(st.dictionaries(st.text(max_size=3), st.integers(-9000, 9000), min_size=1, max_size=30), st.randoms())
def test_a_weight_does_not_depend_on_the_order_of_a_set(weights: dict[str, int], chance: object) -> None:
    names = list(weights)
    chance.shuffle(names)  # type: ignore[attr-defined]
    judge = Scorer(weights, 0.5, 0.2)
    assert judge.weight(frozenset(names)) == judge.weight(frozenset(weights))


def test_a_score_is_the_logistic_of_all_signs_of_a_pair() -> None:
    made = pairs("Albania blamed Iran.")
    assert {score for _, score in Scorer({}, 0.5, 0.2).scores(made)} == {0.5}
    found = {(pair.voice.party.name, pair.accused.name): score for pair, score in Scorer({RULED: 2000}, 0.5, 0.2).scores(made)}
    assert found["Albania", "Iran"] == pytest.approx(0.8808, abs=1e-4)
    assert found["Iran", "Albania"] == 0.5


def test_the_weights_of_the_package_are_of_known_signs_and_finite() -> None:
    judge = scorer("accuses")
    assert 0 < judge.ruled_threshold <= judge.threshold < 1
    assert judge.weight(frozenset({RULED})) > 0
    assert scorer("accuses") is judge
    with pytest.raises(KeyError):
        scorer("agrees")


def test_chosen_are_above_their_threshold_each_pair_of_parties_once() -> None:
    body = (
        "Albania and Canada blamed Iran for the attack. Albania said that Iran was behind the attack, and Albania blamed Iran."
    )
    judge, kept = scorer("accuses"), chosen(pairs(body))
    assert kept
    keys = [(pair.sentence.number, pair.voice.party, pair.accused) for pair, _ in kept]
    assert len(keys) == len(set(keys))
    for pair, score in kept:
        assert score >= (judge.ruled_threshold if RULED in pair.signs[-1] else judge.threshold)
        assert score == max(
            other
            for one, other in judge.scores(pairs(body))
            if (one.sentence.number, one.voice.party, one.accused) == (pair.sentence.number, pair.voice.party, pair.accused)
        )


@pytest.mark.parametrize("body", ["It was late.", "Albania has long had friends in Iran."])
def test_nothing_is_chosen_where_nobody_accuses(body: str) -> None:
    assert chosen(pairs(body)) == []
