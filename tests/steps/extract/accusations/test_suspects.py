from __future__ import annotations

import pytest
from accusation_samples import case

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.accusations.suspects import Suspects, accused_party
from demarche.steps.extract.mentions.tape import Kind, Named


def named(kind: Kind, name: str = "Iran", country: str | None = "IR", role: str = "") -> Named:
    return Named(kind, PartyName(name, PartyKind.UNSPECIFIED, country), 0, 1, role)


@pytest.mark.parametrize(
    ("body", "countries", "mains", "actors"),
    [
        ("Albania blamed Iran.", {"IR"}, ["Iran"], set()),
        ("Albania blamed APT34.", set(), ["APT34"], {"APT34"}),
        ("Albania blamed Iran. The group APT34 was behind it.", {"IR"}, ["Iran", "APT34"], {"APT34"}),
        ("Albania blamed Iran. Canada blamed Iran. Estonia blamed China.", {"IR", "CN"}, ["Iran", "China"], set()),
        ("Estonia blamed China. Albania blamed Iran. Canada blamed Iran.", {"IR", "CN"}, ["Iran", "China"], set()),
        ("Albania blamed a criminal gang.", set(), ["criminal gang"], set()),
        ("The attack was carried out by LockBit ransomware.", set(), ["LockBit"], {"LockBit"}),
        ("The bank was hit by a criminal gang.", set(), [], set()),
        ("Albania blamed the hackers.", set(), [], set()),
        ("Albania blamed Iranian bakers.", set(), [], set()),
        ("The attack was the work of Iran.", set(), [], set()),
        ("Albania blamed Iran. The attack was the work of Greece.", {"IR"}, ["Iran"], set()),
        ("Iran was attacked.", set(), [], set()),
    ],
)
def test_who_stands_accused(body: str, countries: set[str], mains: list[str], actors: set[str]) -> None:
    suspects = case(body).suspects
    assert suspects.accused == countries
    assert [main.name for main in suspects.mains] == mains
    assert suspects.main == (suspects.mains[0] if mains else None)
    assert suspects.actors == actors


def test_another_event_makes_nobody_the_main_accused() -> None:
    body = f"Albania was hit in 2022. {'It rained. ' * 6}In 2014 Estonia blamed China for another attack."
    suspects = case(body).suspects
    assert suspects.accused == {"CN"}
    assert suspects.main is None


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        (named(Kind.ADJECTIVE), PartyKind.STATE),
        (named(Kind.STATE), PartyKind.STATE),
        (named(Kind.OFFICIAL), PartyKind.STATE),
        (named(Kind.EXPERT, "A B", None), PartyKind.INDIVIDUAL),
        (named(Kind.MALWARE, "LockBit", None), PartyKind.CRIMINAL_GROUP),
        (named(Kind.ACTOR, "APT34", None), PartyKind.UNSPECIFIED),
    ],
)
def test_what_an_accused_is(mention: Named, kind: PartyKind) -> None:
    party = accused_party(mention)
    assert party.kind is kind
    assert party.name == mention.party.name


@pytest.mark.parametrize(
    ("mention", "may"),
    [
        (named(Kind.STATE), True),
        (named(Kind.HACKERS), True),
        (named(Kind.OFFICIAL), True),
        (named(Kind.OFFICIAL, country=None), False),
        (named(Kind.UNKNOWN, "the attackers", None, "generic"), False),
        (named(Kind.UNKNOWN, "a criminal gang", None, "culprit"), True),
        (named(Kind.MALWARE, "LockBit", None), True),
        (named(Kind.MALWARE, "CaddyWiper", None), False),
        (named(Kind.EXPERT, "A B", None, "person"), True),
        (named(Kind.EXPERT, "experts", None, "described"), False),
    ],
)
def test_who_may_be_accused_at_all(mention: Named, may: bool) -> None:
    assert Suspects.may_be_accused(mention) is may


def test_a_mention_is_accused_by_its_country_or_its_name() -> None:
    suspects = case("Albania blamed Iran. The group APT34 was behind it.").suspects
    assert suspects.is_accused(named(Kind.STATE))
    assert suspects.is_accused(named(Kind.ADJECTIVE))
    assert suspects.is_accused(named(Kind.ACTOR, "APT34", None))
    assert not suspects.is_accused(named(Kind.ACTOR, "APT28", None))
    assert not suspects.is_accused(named(Kind.STATE, "Albania", "AL"))
    assert not suspects.is_accused(named(Kind.OFFICIAL))


def test_the_main_accused_is_told_by_country_where_it_has_one() -> None:
    suspects = case("Albania blamed Iran.").suspects
    assert suspects.is_main(PartyName("Tehran", PartyKind.GOVERNMENT, "IR"))
    assert not suspects.is_main(PartyName("Iran", PartyKind.STATE, "AL"))
    group = case("Albania blamed APT34.").suspects
    assert group.is_main(PartyName("APT34", PartyKind.GROUP))
    assert not group.is_main(PartyName("APT28", PartyKind.GROUP))
    assert not case("Iran was attacked.").suspects.is_main(PartyName("Iran", PartyKind.STATE, "IR"))
