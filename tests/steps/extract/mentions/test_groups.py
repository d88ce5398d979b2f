from __future__ import annotations

import pytest
from accusation_samples import read

from demarche.steps.extract.mentions.tape import Kind


def actors(body: str) -> list[str]:
    """The names of doers with a proper name, in reading order."""
    made = read(body)
    return [named.party.name for row in made.named for _, named in row if named.kind is Kind.ACTOR]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("A gang calling itself Iron Falcon hit a bank.", ["Iron Falcon"]),
        ("A group called Grey Moon hit it.", ["Grey Moon"]),
        ("A crew dubbed “Night Owl 7” hit it.", ["Night Owl 7"]),
        ("Hackers under the banner of Sons of Rain hit it; a group styling itself Sons of Rain left.", ["Sons of Rain"] * 2),
        ("The ransomware gang Grey Moon hit it.", ["Grey Moon"]),
        ("The Red Lantern gang hit it.", ["Red Lantern"]),
        ("It was hit by Red Lantern hacktivists.", ["Red Lantern"]),
        ("A hacking group called Grey Moon hit it.", ["Grey Moon"]),
        ("Grey Moon, a pro-Russian hacktivist group, hit it.", ["Grey Moon"]),
        ("Grey Moon, a group with ties to Russia, hit it.", ["Grey Moon"]),
        ("The persona Grey Moon hit it.", ["Grey Moon"]),
        ("It was hit by the GreyMoon ransomware.", ["GreyMoon"]),
        ("The bank fell to Cuba ransomware.", ["Cuba"]),
        ("It was a gang known as Cuba.", ["Cuba"]),
    ],
)
def test_a_name_that_is_told_to_be_a_group_is_one(body: str, names: list[str]) -> None:
    assert actors(body) == names


def test_once_told_a_group_is_one_wherever_it_stands() -> None:
    assert actors("Grey Moon was quiet. Later a gang called Grey Moon hit a bank, and Grey Moon left.") == ["Grey Moon"] * 3


def test_a_longer_name_is_not_cut_short_by_another() -> None:
    body = "A gang called Grey Moon and a gang called Grey Moon Rising hit it. Grey Moon Rising left."
    assert actors(body) == ["Grey Moon", "Grey Moon Rising", "Grey Moon Rising"]


@pytest.mark.parametrize(
    "body",
    [
        "Grey Moon is a poem.",
        "A group called The Other hit it.",
        "A group named Monday hit it.",
        "A group called Ed hit it.",
        "The hackers Wednesday hit it.",
        "Destructive ransomware hit it.",
        "It happened in Cuba, a country with ransomware.",
        "A group called after Grey Moon hit it.",
    ],
)
def test_other_capitals_are_no_groups(body: str) -> None:
    assert actors(body) == []


def test_the_group_is_the_one_that_was_described_last() -> None:
    made = read("A gang called Grey Moon hit a bank. The gang left.")
    ((_, anaphor),) = made.named[-1]
    assert (anaphor.party.name, anaphor.role) == ("Grey Moon", "anaphor")


def test_the_group_is_nobody_where_no_hackers_were_described() -> None:
    made = read("A bank was hit. The gang was quiet.")
    assert [named.role for _, named in made.named[-1]] == []


def test_offsets_hold_where_names_become_one_mention() -> None:
    made = read("A gang calling itself Iron Falcon hit a bank.")
    ((_, named),) = [pair for pair in made.named[-1] if pair[1].kind is Kind.ACTOR]
    assert made.document.text[named.start : named.end] == "Iron Falcon"


@pytest.mark.parametrize(
    ("body", "roles"),
    [
        ("It was Turla, a state-sponsored group.", ["generic"]),
        ("It was a criminal gang known as Turla.", ["generic"]),
        ("It was a criminal gang that hit Turla.", ["culprit"]),
        ("Turla left. A criminal gang hit a bank.", ["culprit"]),
    ],
)
def test_a_culprit_beside_its_name_is_nobody_else(body: str, roles: list[str]) -> None:
    made = read(body)
    assert [named.role for row in made.named for _, named in row if named.kind is Kind.UNKNOWN] == roles
