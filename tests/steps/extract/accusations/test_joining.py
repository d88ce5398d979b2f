from __future__ import annotations

import pytest
from accusation_samples import case

from demarche.steps.extract.accusations.joining import SIGNERS, Joiners


def joiners(body: str) -> tuple[list[str], list[str]]:
    """Who shares and who signs, in the last sentence of a body."""
    made = case(body)
    last = made.reading.sentences[-1]
    found = Joiners(made.speakers)
    sharers, signers = found.sharers(last), found.signers(last)
    return [voice.party.name for voice in sharers], [voice.party.name for voice in signers]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Canada shared the conclusion.", ["Canada"]),
        ("Canada and Estonia echoed that assessment.", ["Canada", "Estonia"]),
        ("Canada put out its own findings.", ["Canada"]),
        ("The Canadian accusations were clear.", ["Canada"]),
        ("Canada shared its view of the Estonian verdict.", ["Canada", "Estonia"]),
        ("Canada shared a meal.", []),
        ("Canada left; the conclusion was shared by nobody.", []),
    ],
)
def test_sharing_a_conclusion_or_owning_a_charge(body: str, names: list[str]) -> None:
    assert joiners(body)[0] == names


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Canada, Estonia and Australia signed the statement.", ["Canada", "Estonia", "Australia"]),
        ("The statement by Canada, Estonia and NATO was signed.", ["Canada", "Estonia", "NATO"]),
        ("Canada, Estonia and Canada signed the statement.", ["Canada", "Estonia"]),
        ("Canada, Estonia and Australia met for lunch.", []),
        ("Microsoft, Mandiant and Google signed the statement.", []),
    ],
)
def test_signers_of_a_joint_text_are_states_and_bodies_each_once(body: str, names: list[str]) -> None:
    assert joiners(body)[1] == names


def test_two_names_in_a_row_are_too_few() -> None:
    assert len(joiners("Canada and Estonia signed the statement.")[1]) < SIGNERS
