from __future__ import annotations

import pytest
from accusation_samples import case

from demarche.model.claim import AttributionValue, Claim
from demarche.model.vocabulary.attribution import Basis, PartyKind, Stance

Line = tuple[str, str, str]


def ruled(body: str, publisher: str | None = None) -> list[Claim]:
    return [one.claim() for one in case(body, publisher).attributions]


def lines(body: str, publisher: str | None = None) -> list[Line]:
    """Who says what of whom, by the rules alone."""
    found = []
    for claim in ruled(body, publisher):
        assert isinstance(claim.value, AttributionValue)
        found.append((claim.asserter.name, claim.stance.value, claim.value.accused.name))
    return found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Albania blamed Iran.", [("Albania", "asserts", "Iran")]),
        ("Albania said Iran was behind it.", [("Albania", "asserts", "Iran")]),
        ("Iran was blamed by Albania.", [("Albania", "asserts", "Iran")]),
        ("Albania cut ties, accusing Iran of the attack.", [("Albania", "asserts", "Iran")]),
        ("Albania, accusing Iran of the attack, cut ties.", [("Albania", "asserts", "Iran")]),
        ("Albania cut ties with Iran after Canada blamed it.", [("Canada", "asserts", "Iran")]),
        ("Albania blamed China and Russia.", [("Albania", "asserts", "China"), ("Albania", "asserts", "Russia")]),
        ("Albania and Canada blamed Iran.", [("Albania", "asserts", "Iran"), ("Canada", "asserts", "Iran")]),
        ("Mandiant said it was likely that Iran was behind it.", [("Mandiant", "suspects", "Iran")]),
        ("Albania blamed APT34, a unit of Iran.", [("Albania", "asserts", "APT34"), ("Albania", "asserts", "Iran")]),
    ],
)
def test_each_asserter_accuses_each_accused(body: str, expected: list[Line]) -> None:
    assert lines(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Is Iran behind the attack?",
        "Albania asked whether Iran was behind it.",
        "Iran said Iran was behind it.",
        "The attackers said Iran was behind it.",
        "Iran denied that it was blamed for the attack.",
        "Albania wondered if Iran was behind it.",
        "Iran was hit by an attack.",
    ],
)
def test_questions_and_the_accused_themselves_accuse_nobody(body: str) -> None:
    assert [line for line in lines(body) if line[1] in {"asserts", "suspects"}] == []


@pytest.mark.parametrize("question", ["Albania asked whether Iran was behind it.", "Was it Iran, Albania asked of the attack?"])
def test_a_question_stays_one_where_the_report_accuses_elsewhere(question: str) -> None:
    assert lines(f"Canada blamed Iran. {question}") == [("Canada", "asserts", "Iran")]


@pytest.mark.parametrize(
    ("body", "stance", "accused"),
    [
        ("Albania did not say that Iran was behind it.", Stance.DECLINES_TO_ATTRIBUTE, "unknown"),
        ("Albania stopped short of saying that Iran was behind it.", Stance.DECLINES_TO_ATTRIBUTE, "unknown"),
        ("Albania said there was no evidence that Iran was behind it.", Stance.DOUBTS, "Iran"),
        ("Albania said Iran was not behind it.", Stance.DOUBTS, "Iran"),
    ],
)
def test_what_is_left_unsaid_or_negated_is_no_accusation(body: str, stance: Stance, accused: str) -> None:
    assert lines(body) == [("Albania", stance.value, accused)]


def test_a_passive_without_an_agent_stays_unspecified() -> None:
    (claim,) = ruled("Iran was blamed for the attack.")
    assert claim.asserter.kind is PartyKind.UNSPECIFIED
    assert isinstance(claim.value, AttributionValue)
    assert claim.value.basis is Basis.THIRD_PARTY
    assert lines("Iran was behind the attack.") == []


def test_a_report_that_says_we_accuses_in_its_own_voice() -> None:
    body = "We track the group. Our telemetry shows it. APT34 is behind the attack."
    assert ("Example Labs", "asserts", "APT34") in lines(body, "Example Labs")


@pytest.mark.parametrize(
    ("body", "basis"),
    [
        ("Albania blamed Iran.", Basis.POLITICAL_STATEMENT),
        ("US prosecutors charged Iran with the attack.", Basis.LEGAL_ACTION),
        ("Mandiant blamed Iran.", Basis.TECHNICAL_REPORT),
        ("Two people familiar with the matter said Iran was behind it.", Basis.ANONYMOUS_MEDIA_STATEMENT),
        ("Reuters said Iran was behind the attack.", Basis.THIRD_PARTY),
        ("US officials told Reuters that Iran was behind the attack.", Basis.NAMED_MEDIA_STATEMENT),
    ],
)
def test_what_an_accusation_rests_on(body: str, basis: Basis) -> None:
    assert [claim.value.basis for claim in ruled(body) if isinstance(claim.value, AttributionValue)] == [basis]


def test_who_relays_an_accusation_is_kept_and_found_again() -> None:
    made = case("US officials told Reuters that Iran was behind the attack.")
    sentence = made.sentence("attack")
    (claim,) = (one.claim() for one in made.attributions)
    assert claim.relayed_by is not None
    assert (claim.asserter.name, claim.relayed_by.name) == ("US officials", "Reuters")
    plain = made.speakers.party_at(sentence, 0)
    assert plain.relayed_by is None
    assert made.attributions.relayed(sentence, plain).relayed_by == claim.relayed_by


@pytest.mark.parametrize(
    ("after", "frame", "names"),
    [
        ("Canada called the attack by Iran reckless.", "attack-by", ["Canada"]),
        ("Canada spoke of the price that Iran must pay.", "spoken", ["Canada"]),
        ("Canada shared the conclusion.", "echo", ["Canada"]),
        ("Canada shared a meal.", "echo", []),
        ("Canada spoke of carpets that Iran must sell.", "spoken", []),
        ("Canada rejected talk of reckless Iran.", "spoken", []),
        ("Canada, Estonia and Australia signed the statement.", "joint", ["Canada", "Estonia", "Australia"]),
        ("Canada and Estonia signed the statement.", "joint", []),
    ],
)
def test_what_follows_an_accusation_may_join_it(after: str, frame: str, names: list[str]) -> None:
    made = case(f"Albania blamed Iran. {after}")
    found = made.attributions.ruled(made.reading.sentences[-1])
    assert [one.asserter.name for one in found if one.frame == frame] == names


def test_nobody_joins_where_nobody_is_accused() -> None:
    assert lines("Albania was hit. Canada shared the conclusion.") == []
    assert lines("Albania was hit. Canada, Estonia and Australia signed the statement.") == []
