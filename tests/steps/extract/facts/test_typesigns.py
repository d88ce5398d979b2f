from __future__ import annotations

from fact_samples import reading

from demarche.steps.extract.facts.typesigns import BIAS, type_signs


def test_signs_tell_what_was_done_and_where_it_is_said() -> None:
    made = type_signs(reading("The sites were flooded with traffic in a DDoS attack. It rained."))
    assert {BIAS, "flooded>1.2", "early flooded", "~flood>1", "flood+site"} <= made.whole
    assert "flood+site" in made.parts[1]
    assert not any("flood" in sign for sign in made.parts[2])


def test_the_headline_is_a_place_of_its_own() -> None:
    made = type_signs(reading("It rained.", headline="Wiper erased the disks"))
    assert {"headline wiped", "headline ~wipe"} <= made.whole


def test_what_is_denied_says_so_and_what_is_of_another_event_counts_for_nothing() -> None:
    body = "No data was stolen, it said. In March a wiper erased the disks of a port."
    made = type_signs(reading(body, other=(2,)))
    assert "denied taken" in made.whole
    assert not any("wipe" in sign for sign in made.whole)
    assert 2 not in made.parts


def test_what_is_said_often_counts_as_often() -> None:
    made = type_signs(reading("Spies read mail. Spies read mail. Spies read mail. Spies read mail."))
    assert {"~spy>4", "access+mail>3"} <= made.whole
    assert "~spy>7" not in made.whole
