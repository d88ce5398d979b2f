from __future__ import annotations

import math

import pytest
from accusation_samples import HEADLINE
from fact_samples import document

from demarche.steps.extract import candidates
from demarche.steps.extract.accusations.pairs import RULED, Pairs, Sieve
from demarche.steps.extract.accusations.scoring import Scorer, chosen, scorer


def pairs(body: str) -> Pairs:
    ((_, found),) = candidates(document(f"{HEADLINE}\n\n{body}"))
    return found


def test_a_score_is_the_logistic_of_all_signs_of_a_pair() -> None:
    made = pairs("Albania blamed Iran.")
    assert len(list(made)) == 3
    assert {score for _, score in Scorer({}, 0.5, 0.2).scores(made)} == {0.5}
    found = {(pair.voice.party.name, pair.accused.name): score for pair, score in Scorer({RULED: 2000}, 0.5, 0.2).scores(made)}
    assert found["Albania", "Iran"] == pytest.approx(0.8808, abs=1e-4)
    assert found["Iran", "Albania"] == 0.5


def test_the_weights_of_the_package_are_of_known_signs_and_finite() -> None:
    judge = scorer("accuses")
    assert 0 < judge.ruled_threshold <= judge.threshold < 1
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
        assert pair.ruled is (RULED in pair.signs[-1])
        assert score >= (judge.ruled_threshold if pair.ruled else judge.threshold)
        assert score == max(
            other
            for one, other in judge.scores(pairs(body))
            if (one.sentence.number, one.voice.party, one.accused) == (pair.sentence.number, pair.voice.party, pair.accused)
        )


@pytest.mark.parametrize("body", ["It was late.", "Albania has long had friends in Iran."])
def test_nothing_is_chosen_where_nobody_accuses(body: str) -> None:
    assert chosen(pairs(body)) == []


def test_the_sieve_spares_what_cannot_count_and_nothing_that_a_rule_proposes() -> None:
    found = pairs("Albania blamed Iran for the attack, and Canada spoke of the weather.")
    weights = {"constant": -9000, "how=adjective": 500}
    kept = list(found.through(Sieve(weights, -math.inf, -8800)))
    assert {pair.voice.party.name for pair in kept} == {"Albania"}
    assert all(pair.ruled for pair in kept)
    assert len(list(found.through(Sieve(weights, -9000, -9000)))) == len(list(found)) > len(kept)
    assert {pair.voice.party.name for pair in found.through(Sieve(weights, -8999, -math.inf))} == {
        pair.voice.party.name
        for pair in found
        if pair.ruled or any(other.ruled for other in found if other.sentence == pair.sentence)
    }
    for pair in found.through(Sieve(weights, -9000, -9000)):
        assert pair.log_odds == sum(weights.get(sign, 0) for group in pair.signs for sign in group)
