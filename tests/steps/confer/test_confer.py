from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.model.atoms import PartialDate, Passage
from demarche.model.claim import (
    PREDICATES,
    UNKNOWN,
    UNSPECIFIED,
    AttributionValue,
    Claim,
    DateValue,
    DenialValue,
    PartyName,
    ResponseValue,
    TypeValue,
    Value,
    VictimValue,
)
from demarche.model.vocabulary.attribution import Basis, PartyKind, Stance
from demarche.model.vocabulary.incidents import DateRole, IncidentType, Sector
from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.confer import ALONE, agree, confirmed, differences

TEXT = "Norway said that Russia was behind it. Sweden condemned the attack. Moscow denied it. " * 3
NORWAY = PartyName("Norway", PartyKind.STATE, "NO")
OSLO = PartyName("Oslo", PartyKind.STATE, "NO")
MINISTRY = PartyName("the foreign ministry", PartyKind.GOVERNMENT, "NO")
SWEDEN = PartyName("Sweden", PartyKind.STATE, "SE")
RUSSIA = PartyName("Russia", PartyKind.STATE, "RU")
CHINA = PartyName("China", PartyKind.STATE, "CN")
RAMA = PartyName("Rama", PartyKind.GOVERNMENT, "AL")
EDI_RAMA = PartyName("Edi Rama", PartyKind.GOVERNMENT)
TYPE = TypeValue(IncidentType.DATA_THEFT)


def claim(
    value: Value,
    asserter: PartyName = NORWAY,
    stance: Stance = Stance.ASSERTS,
    place: tuple[int, int] = (0, 37),
    score: float = 0.4,
    reader: str = "one",
) -> Claim:
    passage = Passage("doc", *place, TEXT[slice(*place)])
    return Claim(passage, value, asserter, stance, reader, "1", score)


def accuses(accused: PartyName) -> AttributionValue:
    return AttributionValue(accused, Basis.POLITICAL_STATEMENT)


def told(found: Sequence[Claim]) -> list[str]:
    return [each.id for each in found]


def answers(by: PartyName = SWEDEN, status: Status = Status.DONE, against: PartyName | None = None) -> ResponseValue:
    return ResponseValue(Act.CONDEMNATION, by, status, against)


# --- saying the same


def test_readers_agree_by_what_is_said_and_not_by_where_it_stands_or_how_sure_they_are() -> None:
    one = claim(accuses(RUSSIA))
    elsewhere = claim(replace(accuses(RUSSIA), basis=Basis.THIRD_PARTY), place=(86, 100), score=0.9, reader="other")
    assert agree(one, elsewhere)
    assert differences([one], [elsewhere]) == ()


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (NORWAY, OSLO, True),
        (RAMA, EDI_RAMA, True),
        (PartyName("The Kremlin", PartyKind.GOVERNMENT, "RU"), PartyName("Kremlin", PartyKind.STATE), True),
        (NORWAY, MINISTRY, False),
        (NORWAY, UNSPECIFIED, False),
        (UNKNOWN, UNSPECIFIED, True),
        (PartyName("Georgia", PartyKind.STATE, "GE"), PartyName("Georgia", PartyKind.STATE, "US"), False),
        (PartyName("Some Vendor", PartyKind.COMPANY), PartyName("Other Vendor", PartyKind.COMPANY), False),
    ],
)
def test_names_mean_one_party(left: PartyName, right: PartyName, same: bool) -> None:
    assert agree(claim(accuses(RUSSIA), left), claim(accuses(RUSSIA), right)) is same
    assert agree(claim(accuses(RUSSIA), right), claim(accuses(RUSSIA), left)) is same


def test_who_leaves_a_thing_open_does_not_contradict_who_names_it() -> None:
    assert agree(claim(answers()), claim(answers(against=RUSSIA)))
    assert not agree(claim(answers(against=CHINA)), claim(answers(against=RUSSIA)))


def test_other_events_have_no_common_numbers() -> None:
    one, other = (replace(claim(TYPE), event=event) for event in ("other-1", "other-3"))
    assert agree(one, other)
    assert not agree(one, claim(TYPE))


# --- what they differ on


@pytest.mark.parametrize(
    ("left", "right", "fields"),
    [
        (claim(accuses(RUSSIA)), claim(accuses(CHINA)), ("accused",)),
        (claim(accuses(RUSSIA)), claim(accuses(RUSSIA), MINISTRY), ("asserter",)),
        (claim(accuses(RUSSIA)), claim(accuses(RUSSIA), stance=Stance.SUSPECTS), ("stance",)),
        (claim(answers()), claim(answers(status=Status.THREATENED)), ("status",)),
        (claim(answers()), claim(replace(answers(), act=Act.SANCTIONS)), ("act",)),
        (claim(answers()), replace(claim(answers()), event="other-1"), ("event",)),
        (
            claim(DateValue(DateRole.START, PartialDate(2020, 8), "August")),
            claim(DateValue(DateRole.START, PartialDate(2020, 9), "September")),
            ("date",),
        ),
    ],
)
def test_two_answers_to_one_question_are_one_difference(left: Claim, right: Claim, fields: tuple[str, ...]) -> None:
    (found,) = differences([left], [right])
    assert (found.left, found.right, found.fields) == (left, right, fields)
    (back,) = differences([right], [left])
    assert (back.left, back.right, back.fields) == (right, left, fields)


def test_claims_with_nothing_in_common_or_on_other_words_are_differences_of_their_own() -> None:
    victims = [claim(VictimValue(party, Sector.GOVERNMENT)) for party in (NORWAY, SWEDEN)]
    assert [(each.left, each.right) for each in differences(victims[:1], victims[1:])] in (
        [(victims[0], None), (None, victims[1])],
        [(None, victims[1]), (victims[0], None)],
    )
    here, there = claim(accuses(RUSSIA)), claim(accuses(CHINA), place=(86, 100))
    assert [each.fields for each in differences([here], [there])] == [(), ()]


def test_the_nearest_answers_are_held_against_each_other() -> None:
    one = claim(accuses(RUSSIA))
    near, far = claim(accuses(RUSSIA), stance=Stance.SUSPECTS), claim(accuses(RUSSIA), MINISTRY, Stance.SUSPECTS)
    first, second = sorted(differences([one], [far, near]), key=lambda found: found.left is None)
    assert (first.left, first.right, first.fields) == (one, near, ("stance",))
    assert second.claims == (far,)


def test_a_difference_is_about_the_words_of_both() -> None:
    (found,) = differences([claim(accuses(RUSSIA), place=(5, 20))], [claim(accuses(CHINA), place=(0, 10))])
    assert (found.start, found.end) == (0, 20)


PARTIES = st.sampled_from([NORWAY, OSLO, MINISTRY, SWEDEN, RUSSIA, CHINA, RAMA, EDI_RAMA, UNSPECIFIED])
PLACES = st.sampled_from([(0, 37), (5, 20), (39, 67), (30, 60)])
VALUES = st.one_of(
    st.builds(accuses, PARTIES),
    st.builds(answers, PARTIES, st.sampled_from([Status.DONE, Status.THREATENED]), st.none() | PARTIES),
    st.builds(DenialValue, PARTIES, st.just("denied it")),
    st.just(TYPE),
)
CLAIMS = st.lists(
    st.builds(
        claim,
        VALUES,
        PARTIES,
        st.sampled_from([Stance.ASSERTS, Stance.SUSPECTS]),
        PLACES,
        st.sampled_from([0.3, *ALONE.values(), 0.9]),
    ),
    max_size=6,
)


@given(CLAIMS, CLAIMS, st.randoms(use_true_random=False))
def test_every_claim_agrees_with_one_of_the_other_reader_or_is_in_one_difference_in_any_order(
    left: list[Claim], right: list[Claim], chance: object
) -> None:
    found = differences(left, right)
    for side, others, told_of in (
        (left, right, [each.left for each in found if each.left]),
        (right, left, [each.right for each in found if each.right]),
    ):
        alone = {each.id for each in side if not any(agree(each, other) for other in others)}
        assert sorted(told(told_of)) == sorted(alone)
    chance.shuffle(left)  # type: ignore[attr-defined]  # a random.Random
    chance.shuffle(right)  # type: ignore[attr-defined]  # as above
    assert differences(left, right) == found
    assert differences(left, left) == ()


# --- confirming


def test_what_a_second_reader_makes_too_bears_both_names_and_keeps_its_score() -> None:
    one, other = claim(accuses(RUSSIA), score=0.3), claim(accuses(RUSSIA), OSLO, place=(86, 100), score=0.9, reader="two")
    kept = confirmed([one], [other])
    assert (kept.confirmed, kept.withheld) == (1, 0)
    assert kept.claims == (replace(one, reader="one+two", reader_version="1+1"),)


@pytest.mark.parametrize(("more", "stays"), [(-0.001, False), (0.0, True), (0.3, True)])
@pytest.mark.parametrize("value", [accuses(RUSSIA), answers(), DenialValue(RUSSIA, "denied it")])
def test_what_one_reader_alone_makes_is_kept_from_a_score_on(value: Value, more: float, stays: bool) -> None:
    least, other = ALONE[PREDICATES[type(value)]], claim(accuses(CHINA), score=0.99, reader="two")
    one = claim(value, score=least + more)
    kept = confirmed([one], [other])
    assert kept.claims == ((one,) if stays else ())
    assert (kept.confirmed, kept.withheld) == (0, int(not stays))


def test_a_contradiction_confirms_nothing() -> None:
    kept = confirmed([claim(accuses(RUSSIA), score=0.4)], [claim(accuses(RUSSIA), stance=Stance.DOUBTS)])
    assert (kept.claims, kept.withheld) == ((), 1)


def test_facts_stay_as_the_first_reader_has_them() -> None:
    facts = [claim(TYPE, score=0.1), claim(VictimValue(NORWAY, Sector.GOVERNMENT), score=0.1)]
    assert confirmed(facts, [claim(TYPE, reader="two")]).claims == tuple(facts)


@given(CLAIMS, CLAIMS)
def test_a_second_reader_adds_no_claim_of_its_own_and_changes_no_words(first: list[Claim], second: list[Claim]) -> None:
    kept = confirmed(first, second)
    bare = {replace(each, reader="one", reader_version="1") for each in kept.claims}
    assert bare <= set(first)
    assert len(kept.claims) + kept.withheld == len(first)
    assert confirmed(first, second[::-1]) == kept
