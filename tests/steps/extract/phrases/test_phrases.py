import re
import time
from collections.abc import Iterator

import pytest
from fact_samples import document
from hypothesis import given, settings
from tape_samples import Seen, mentions, reports, seen, tape_of

from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.mentions.heads import beginnings, lead
from demarche.steps.extract.mentions.lookup import first_tape
from demarche.steps.extract.mentions.tape import Tape
from demarche.steps.extract.phrases import RULES, Phrases
from demarche.steps.extract.phrases.rule import Rule, View
from demarche.steps.extract.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # doers by their state
        ("Systems fell to Iranian state-linked hackers.", ("HACKERS", "Iranian state-linked hackers", "IR")),
        ("The bank blamed hackers backed by Moscow.", ("HACKERS", "hackers backed by Moscow", "RU")),
        ("A group that is said to be working for the Russian government did it.", ("HACKERS", None, "RU")),
        ("It was a gang inside Belarus.", ("HACKERS", "a gang inside Belarus", "BY")),
        ("Sites were hit by pro-Russian hacktivists.", ("HACKERS", "pro-Russian hacktivists", "RU")),
        ("Few doubt that China's military intelligence was at work.", ("HACKERS", "China's military intelligence", "CN")),
        ("Hackers linked to Iran came.", ("HACKERS", "Hackers linked to Iran", "IR")),
        ("Hackers from Iran came.", ("HACKERS", "Hackers from Iran", "IR")),
        ("It was run by hackers in the pay of Beijing.", ("HACKERS", "hackers in the pay of Beijing", "CN")),
        ("It fell to groups directly tied to Russian intelligence.", ("HACKERS", None, "RU")),
        ("They believed hackers based in Iran came.", ("HACKERS", "hackers based in Iran", "IR")),
        ("Russia's GRU was at work.", ("ACTOR", "Russia's GRU", "RU")),
        # officials
        ("The Albanian foreign ministry answered.", ("OFFICIAL", "The Albanian foreign ministry", "AL")),
        ("It came from US intelligence officials.", ("OFFICIAL", "US intelligence officials", "US")),
        ("Norway's embassy in Moscow was closed.", ("OFFICIAL", "Norway's embassy in Moscow", "NO")),
        ("So says Estonia's Ministry of Roads (MRA).", ("OFFICIAL", "Estonia's Ministry of Roads (MRA)", "EE")),
        ("The government answered.", ("OFFICIAL", "The government", None)),
        ("Local police and others answered.", ("OFFICIAL", "Local police", None)),
        ("The criminal complaint names five men.", ("OFFICIAL", "The criminal complaint", None)),
        # speakers without a name
        ("Two people familiar with the matter said so.", ("ANONYMOUS", "Two people familiar with the matter", None)),
        ("Another official briefed on the response said so.", ("ANONYMOUS", None, None)),
        ("People familiar with the matter blamed Iran.", ("ANONYMOUS", "People familiar with the matter", None)),
        ("The insider said so.", ("ANONYMOUS", "The insider", None)),
        ("So say Western diplomats.", ("ANONYMOUS", "Western diplomats", None)),
        ("That was told by a senior official.", ("ANONYMOUS", "a senior official", None)),
        # companies and their people
        ("It was found by the security firm Larkspur Nine.", ("COMPANY", "the security firm Larkspur Nine", None)),
        ("It was found at the cyber-security firm Larkspur.", ("COMPANY", "the cyber-security firm Larkspur", None)),
        ("Larkspur, a Slovak cybersecurity company, found it.", ("COMPANY", "Larkspur", None)),
        ("It was found by Larkspur Networks.", ("COMPANY", "Larkspur Networks", None)),
        ("It was found by Larkspur Corp. in May.", ("COMPANY", "Larkspur Corp.", None)),
        ("Larkspur Networks found it.", ("COMPANY", "Larkspur Networks", None)),
        ("So say independent security researchers.", ("EXPERT", "independent security researchers", None)),
        ("So say researchers at Larkspur.", ("COMPANY", "researchers at Larkspur", None)),
        ("Larkspur, an Israeli start-up, found it.", ("COMPANY", "Larkspur", None)),
        ("Larkspur, an Arizona firm, found it.", ("COMPANY", "Larkspur", None)),
        ("So say several security firms.", ("EXPERT", "several security firms", None)),
        ("So say incident responders.", ("EXPERT", "incident responders", None)),
        ("Our analysts say so.", ("EXPERT", "Our analysts", None)),
        ("A federal grand jury charged them.", ("OFFICIAL", "A federal grand jury", None)),
        ("The nine-count indictment names them.", ("OFFICIAL", "The nine-count indictment", None)),
        ("The bureau answered.", ("OFFICIAL", "The bureau", None)),
        ("So say researchers at Microsoft.", ("COMPANY", "researchers at Microsoft", None)),
        ("The hospital said it had paid.", ("VICTIM", "The hospital", None)),
        # doers of whom nothing is told
        ("The unknown attackers left.", ("UNKNOWN", "The unknown attackers", None)),
        ("It may be a financially motivated gang.", ("UNKNOWN", "a financially motivated gang", None)),
        ("It was the work of state-sponsored hackers.", ("UNKNOWN", "state-sponsored hackers", None)),
        ("A state-sponsored operation it was.", ("UNKNOWN", None, None)),
        ("It looks like ordinary criminals.", ("UNKNOWN", "ordinary criminals", None)),
        ("It points to a state, but to which?", ("UNKNOWN", "a state", None)),
        ("A foreign intelligence service broke in.", ("UNKNOWN", None, None)),
        ("He spoke of the enemy.", ("UNKNOWN", "the enemy", None)),
        ("He suspected an insider.", ("UNKNOWN", "an insider", None)),
        ("We believe those responsible are abroad.", ("UNKNOWN", "those responsible", None)),
        ("It was an advanced persistent threat group.", ("UNKNOWN", "an advanced persistent threat group", None)),
        ("It may be a disgruntled former employee.", ("UNKNOWN", "a disgruntled former employee", None)),
    ],
)  # fmt: skip
def test_a_description_becomes_a_mention(text: str, expected: tuple[str, str | None, str | None]) -> None:
    kind, words, country = expected
    found = [one for one in mentions(text) if one[0] == kind and one[2] == country]
    assert len(found) == 1
    if words is not None:
        assert found[0][1] == words


@pytest.mark.parametrize(
    "text",
    [
        "The Chief Technology Officer left.",  # no Chief Technology Office
        "The state-run portal was offline.",
        "Iranian government websites were offline.",  # what was hit, not who speaks
        "Officeholders met.",
    ],
)
def test_what_only_looks_like_an_office_is_none(text: str) -> None:
    assert not [one for one in mentions(text) if one[0] == "OFFICIAL"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("a hostile state", PartyKind.STATE),
        ("foreign governments", PartyKind.STATE),
        ("state-sponsored", PartyKind.STATE),
        ("state-sponsored hackers", PartyKind.GROUP),
        ("foreign criminals", PartyKind.CRIMINAL_GROUP),
        ("a criminal gang", PartyKind.CRIMINAL_GROUP),
        ("a non-state actor", PartyKind.CRIMINAL_GROUP),
        ("foreign hacktivists", PartyKind.HACKTIVIST),
        ("a rogue insider", PartyKind.INDIVIDUAL),
    ],
)
def test_what_a_culprit_without_a_name_is(words: str, kind: PartyKind) -> None:
    _, tape = tape_of(f"It was {words}, he said.")
    assert [named.party.kind for named in tape.mentions.values() if named.role == "culprit"] == [kind]


def test_a_state_of_emergency_is_no_culprit() -> None:
    assert mentions("It lives in a state of fear.") == []


def named(text: str, kind: str) -> list[str]:
    _, tape = tape_of(text)
    return [found.party.name for char in tape.text if (found := tape.mentions.get(char)) and found.kind.name == kind]


def test_the_firm_and_the_group_are_those_named_last() -> None:
    assert named("Microsoft and Larkspur Networks looked. The firm said no more.", "COMPANY")[-1] == "Larkspur Networks"
    assert named("Turla was there first. The group left in May.", "ACTOR") == ["Turla", "Turla"]


def test_a_group_known_by_a_name_goes_by_it() -> None:
    told = "Last month saw a raid involving a group known {}."
    assert named(told.format("as Turla"), "ACTOR") == ["Turla"]
    assert named(told.format("as Turla"), "HACKERS") == []
    assert named(told.format("to be close to Moscow"), "HACKERS") == ["group known to be close to Moscow"]


def test_a_group_that_has_the_name_of_a_state_is_not_that_state() -> None:
    assert named("The ministry blamed a group known as Cuba.", "STATE") == []


def test_the_firm_is_nobody_when_none_was_named() -> None:
    assert named("The firm believes so.", "COMPANY") == []


def test_a_word_is_never_cut() -> None:
    assert mentions("A team of veteran Russian operatives came.") == [("HACKERS", "Russian operatives", "RU")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x the old grey house", ["the old grey house", "old grey house", "grey house", "house"]),
        ("“the old house", ["the old house", "old house", "house"]),
        ("End.\n\nThe house", ["The house", "house"]),
        ("a red brick house", ["brick house", "house"]),
        ("a pro-house", ["pro-house", "house"]),
        ("house", ["house"]),
    ],
)
def test_where_a_phrase_may_begin(text: str, words: list[str]) -> None:
    before = lead("the The old grey", more=1) if "brick" in text else lead("the The old grey")
    found = [text[place:] for place in beginnings(text, text.index("house"), 0, before)]
    assert [one for one in words if one not in found] == []


def test_a_phrase_begins_within_reach_and_after_the_floor() -> None:
    text = "old old old old house"
    assert beginnings(text, 16, 0, lead("old", reach=2)) == [8, 12, 16]
    assert beginnings(text, 16, 12, lead("old")) == [12, 16]


def plain(rule: Rule, view: View) -> Tape:
    """The family as a plain search of its pattern finds it, from the beginnings of words on."""
    pattern = re.compile(rf"(?<!\w)(?:{rule.pattern.pattern})", rule.pattern.flags & ~re.UNICODE)
    return view.tape.rewrite(pattern, lambda match: rule.make(view, match))


def anchored_and_plain(text: str) -> Iterator[tuple[Rule, list[Seen], list[Seen]]]:
    tape = first_tape(document(text))
    for rule, offsets in zip(RULES, Phrases._offsets(tape), strict=True):
        view = View(text, tape)
        after = rule.rewrite(view, offsets)
        yield rule, seen(text, after), seen(text, plain(rule, view))
        tape = after


@settings(max_examples=300, deadline=None)
@given(reports)
def test_reading_back_from_heads_finds_what_a_search_finds(text: str) -> None:
    for rule, anchored, searched in anchored_and_plain(text):
        assert anchored == searched, rule.pattern.pattern


@settings(max_examples=100, deadline=None)
@given(reports)
def test_mentions_lead_back_to_the_text(text: str) -> None:
    _, tape = tape_of(text)
    places = list(zip(tape.starts, tape.ends, strict=True))
    assert len(places) == len(tape.text)
    assert places == sorted(places)
    for char, (start, end) in zip(tape.text, places, strict=True):
        known = tape.mentions.get(char)
        if known is None:
            assert char == "\n" or text[start:end] == char
        else:
            assert 0 <= start < end <= len(text)
            assert not re.search(r"\n\n", text[start:end])


@pytest.mark.parametrize(
    "unit",
    [
        "A-", "Foo Bar ", "Ministry of ", "Ministry and ", "senior ", "state ", "Iran ", "Iran's Russia’s ", "the group ",
        "hackers linked to to to ", "the indictment ", "Foo, a ", "security firm Foo Bar ", "minister Foo Bar ", '"', "“said” ",
        ". ", "U.S. ", "A. ", "Foo Inc ", "APT28 ", "Aa Typhoon ", "\n", "- a\n",
    ],
)  # fmt: skip
def test_no_text_takes_more_than_its_length(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * length)[:length] + " end"
        began = time.process_time()
        made, tape = tape_of(text)
        sentences(made, tape)
        return time.process_time() - began

    seconds(1_000)
    assert seconds(60_000) < 1.5
