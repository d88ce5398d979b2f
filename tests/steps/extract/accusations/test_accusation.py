from __future__ import annotations

import re

import pytest
from accusation_samples import read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demarche.steps.extract.accusations.accusation import Core, all_cores, best
from demarche.steps.extract.accusations.frames import FRAMES, NAMELESS
from demarche.steps.extract.mentions.tape import Kind, char_class

Frame = tuple[str, re.Pattern[str], str]
Told = set[tuple[str, str]]


def cores(body: str) -> tuple[Told, list[Core]]:
    """Which frames accuse whom in the body's last sentence."""
    made = read(body)
    text = made.sentences[-1].text
    found = all_cores(text)
    return {(core.frame, made.tape.mentions[text[core.accused]].party.name) for core in found}, found


VERBS = [
    ("Albania blamed Iran for the attack.", "Albania blamed the weather."),
    ("Albania blamed the breach on Iran.", "Albania blamed the breach on a cable."),
    ("Albania accused Iran of hacking its servers.", "Albania was accused of weakness."),
    ("Albania held Iran responsible for it.", "Albania held talks with Iran."),
    ("Albania condemned Iran for the attack.", "Albania condemned Iran’s decision to leave."),
    ("Albania condemned Iran’s cyberattack.", "Albania condemned Iran’s expulsion of its envoy."),
    ("Albania named Iran as the culprit.", "Albania named an envoy to Iran."),
    ("Albania identified APT34.", "Albania identified the body of a man from Iran."),
    ("Albania exposed APT34.", "Albania exposed a leak."),
    ("Albania charged Iran with hacking.", "Albania charged Iran a fee."),
    ("Albania sanctioned Iran over the attack.", "Albania sanctioned a bank in Iran."),
    ("Albania suspected APT34 of the breach.", "Albania suspects that Iran is angry."),
    ("Albania called out Iran.", "Albania called Iran on Friday."),
    ("Albania denounced Iran.", "Albania denounced the treaty."),
    ("Albania indicted three members of APT34.", "Albania indicted a clerk."),
    ("Albania attributed the attack to Iran.", "Albania attributed the delay to snow."),
    ("Albania traced the servers to Iran.", "Albania traced the letter to a clerk."),
    ("Albania linked the malware to Iran.", "Albania linked arms."),
    ("Albania pinned it on Iran.", "Albania pinned a note to a door."),
    ("Albania ascribed it to Iran.", "Albania subscribed to a paper."),
    ("Albania pointed the finger at Iran.", "Albania pointed out that Iran was far."),
    ("Albania put the blame on Iran.", "Albania put a ship near Iran."),
    ("Albania laid the blame at the door of Iran.", "Albania laid a wreath in Iran."),
    ("Albania placed the responsibility on Iran.", "Albania placed a call to Iran."),
    ("Albania ties the attack to Iran.", "Albania has diplomatic ties with Iran."),
    ("Albania and Canada ties it to Iran.", "Albania has ties to Iran."),
    ("Albania cut ties with Iran after Canada blamed it.", "Albania cut ties with Iran."),
]


@pytest.mark.parametrize(("accusing", "other"), VERBS)
def test_a_verb_of_blame_needs_its_whole_frame(accusing: str, other: str) -> None:
    accused = {frame: name for frame, name in cores(accusing)[0] if frame == "blame"}
    assert accused in ({"blame": "Iran"}, {"blame": "APT34"})
    assert {name for frame, name in cores(other)[0] if frame == "blame"} == set()


@pytest.mark.parametrize(
    ("frame", "accusing", "other"),
    [
        ("behind", "Iran is believed to be behind the attack.", "The mountain lies behind Iran."),
        ("behind", "Iran is the prime suspect in the attack.", "Iran is the prime buyer of oil."),
        (
            "behind",
            "Iran, which Albania has long mistrusted, was to blame.",
            "Iran, which Albania mistrusts, was late to leave.",
        ),
        ("hand", "Iran’s hand in the attack is plain.", "Iran’s neighbour in the attack is plain."),
        ("by", "The attack was carried out by Iran.", "The attack was carried out by night in Iran."),
        ("struck-by", "The servers were hacked by Iran.", "The servers were hacked in Iran."),
        ("part", "Iran played a part in the attack.", "Iran played a match after the attack."),
        ("did", "Iran backed the attack.", "Iran backed the treaty against the weapon."),
        ("did", "Iran conducted the campaign.", "Iran conducted an investigation of the campaign."),
        ("strike", "Iran hacked the ministry.", "Iran met the hacked ministry."),
        ("did-it", "Iran did it.", "Iran did well."),
        ("did-it", "Iran stood behind it.", "Iran stood beside it."),
        ("work", "The attack was the work of Iran.", "The attack was the work of art students in Iran."),
        ("behalf", "They hacked it on behalf of Iran.", "They hacked it on behalf of the bank."),
        ("behalf", "The trail leads back to Iran.", "The trail leads back to the bank."),
        ("belongs", "The attacking accounts belong to Iran.", "The attacking accounts belong to the bank in Iran."),
        ("attack-by", "The attack by Iran was grave.", "The attack in Iran was grave."),
        ("attack-by", "The attack by a friend of Iran was grave.", "The attack by somebody who took Iran’s side was grave."),
        ("state-attack", "Iran’s reckless attack was grave.", "Iran’s reckless driver was attacked."),
        ("is", "Evidence shows that the attackers were from Iran.", "Evidence shows that the guests were from Iran."),
        ("noun", "There was evidence against Iran in the logs.", "There was evidence in Iran."),
    ],
)
def test_every_other_frame_accuses_where_it_stands_and_only_there(frame: str, accusing: str, other: str) -> None:
    assert (frame, "Iran") in cores(accusing)[0]
    assert frame not in {one for one, _ in cores(other)[0]}


def test_every_frame_is_tried_above() -> None:
    tried = {"behind", "hand", "by", "struck-by", "part", "did", "strike", "did-it", "work", "behalf", "belongs", "attack-by"}
    assert {frame for frame, _, _ in FRAMES} == tried | {"state-attack", "is", "noun", "attributed"}


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: str(frame[0]))
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_a_frame_matches_holds_one_of_its_words(frame: Frame, data: st.DataObject) -> None:
    name, pattern, words = frame
    found = pattern.search(data.draw(st.from_regex(pattern)))
    assert found is not None
    unnamed = name == NAMELESS and re.search(char_class(Kind.UNKNOWN), found.group())
    assert unnamed or any(word in found.group() for word in words.split("|"))


@pytest.mark.parametrize(
    "body",
    [
        "Iran was attacked.",
        "Iran was hit by a cyberattack.",
        "An attack on Iran was launched by night.",
        "The attack against Iran was blamed on the weather.",
        "The victims of the attack were in Iran.",
        "Hackers broke into systems in Iran and in Albania.",
        "The attackers targeted banks across Iran.",
        "Officials with close ties to Iran left.",
    ],
)
def test_victims_and_places_are_not_accused(body: str) -> None:
    assert "Iran" not in {name for _, name in cores(body)[0]}


@pytest.mark.parametrize(
    ("body", "frame", "accused", "agent"),
    [
        ("Iran was blamed by Albania for the attack.", "blamed", "Iran", "Albania"),
        ("Iran was held responsible by Albania.", "blamed", "Iran", "Albania"),
        ("Iran has been blamed for the attack.", "blamed", "Iran", None),
        ("The attack was attributed to Iran by Albania.", "attributed", "Iran", "Albania"),
        ("The attack was blamed on Iran.", "attributed", "Iran", None),
        ("The attack on Iran was attributed to Israel.", "attributed", "Israel", None),
        ("New malware linked to Iran was found.", "attributed", "Iran", None),
    ],
)
def test_a_passive_has_its_agent_as_asserter_and_no_subject(body: str, frame: str, accused: str, agent: str | None) -> None:
    made = read(body)
    text = made.sentences[-1].text
    (core,) = [core for core in all_cores(text) if core.frame == frame]
    assert core.verb is None
    assert made.tape.mentions[text[core.accused]].party.name == accused
    assert (made.tape.mentions[text[core.agent]].party.name if core.agent is not None else None) == agent


def test_an_active_verb_keeps_the_place_of_its_subject_s_verb() -> None:
    made = read("Albania blamed Iran.")
    text = made.sentences[-1].text
    (core,) = all_cores(text)
    assert core.verb is not None
    assert text[core.verb :].startswith("blamed")
    assert text[core.start : core.end].startswith("blamed")
    assert core.agent is None


def test_the_better_frame_of_an_accused_is_kept_in_the_order_of_the_sentence() -> None:
    made = read("Albania held Iran responsible, and banks hit by APT34 were named.")
    text = made.sentences[-1].text
    kept = best(all_cores(text))
    assert [(made.tape.mentions[text[core.accused]].party.name, core.frame) for core in kept] == [
        ("Iran", "blame"),
        ("APT34", "struck-by"),
    ]


def test_nothing_is_sought_where_nobody_or_nothing_accuses() -> None:
    assert cores("It was behind the attack.") == (set(), [])
    assert cores("Iran is a country.") == (set(), [])


def test_an_attack_that_involves_a_group_is_laid_at_its_door() -> None:
    told, _ = cores("Earlier attacks were tied to Iran, including one in May involving a hacking group known as MuddyWater.")
    assert ("attributed", "MuddyWater") in told
