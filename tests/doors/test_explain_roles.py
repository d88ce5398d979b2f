from __future__ import annotations

import pytest
from explain_samples import ACCUSATION, IRAN, NATO, RAMA, claim, document

from demarche.doors.explain import Role, parts
from demarche.model.atoms import PartialDate
from demarche.model.claim import (
    UNSPECIFIED,
    AliasValue,
    DateValue,
    DenialValue,
    ImpactValue,
    LinkValue,
    MeansValue,
    PartyName,
    ResponseValue,
    ServiceValue,
    Value,
    VictimValue,
)
from demarche.model.vocabulary.attribution import PartyKind
from demarche.model.vocabulary.incidents import DateRole, Impact, MeansKind, Sector, ServiceEffect
from demarche.model.vocabulary.responses import Act, Status

STATE = PartyName("Iran", PartyKind.STATE, "IR")
GROUP = PartyName("APT42", PartyKind.GROUP)


def found(text: str, words: str, value: Value, asserter: PartyName = UNSPECIFIED) -> dict[Role, list[str]]:
    whole = document(text)
    told = parts(claim(whole, words, value, asserter))
    return {part.role: [text[start:end] for start, end in part.spans] for part in told}


@pytest.mark.parametrize(
    ("value", "roles"),
    [
        (VictimValue(IRAN, Sector.GOVERNMENT), {Role.VICTIM: ["Iran"]}),
        (ACCUSATION, {Role.ACCUSED: ["Iran"]}),
        (DenialValue(IRAN, "false"), {Role.DENIER: ["Iran"], Role.DENIAL: ["false"]}),
        (
            ResponseValue(Act.SANCTIONS, NATO, Status.DONE, IRAN, terms="at once"),
            {Role.BY: ["NATO"], Role.AGAINST: ["Iran"], Role.TERMS: ["at once"]},
        ),
        (LinkValue(GROUP, STATE), {Role.GROUP: ["APT42"], Role.STATE: ["Iran"]}),
        (ServiceValue("the portal", ServiceEffect.DISRUPTED), {Role.NAME: ["the portal"]}),
        (MeansValue(MeansKind.MALWARE, "Shamoon"), {Role.NAME: ["Shamoon"]}),
        (DateValue(DateRole.START, PartialDate(2022, 7), "in July"), {Role.DATE: ["in July"]}),
        (ImpactValue(Impact.DATA_EXPOSED, whose="officials"), {Role.WHOSE: ["officials"]}),
        (AliasValue("APT42", "APT42"), {Role.NAME: ["APT42"]}),
    ],
)
def test_every_kind_of_value_has_its_roles(value: Value, roles: dict[Role, list[str]]) -> None:
    text = "NATO said at once: false, Iran and APT42 broke the portal of officials in July with Shamoon."
    assert found(text, text, value) == {Role.ASSERTER: [], **roles}


def test_a_name_is_found_wherever_its_passage_has_it_and_nowhere_else() -> None:
    text = "Iran did. Iran, said Edi Rama, did; Iranians too. Iran!"
    assert found(text, "Iran, said Edi Rama, did; Iranians too.", ACCUSATION, RAMA) == {
        Role.ASSERTER: ["Edi Rama"],
        Role.ACCUSED: ["Iran"],
    }


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Iran's hackers", "Iran", ["Iran"]),
        ("said Edi\nRama then", "Edi Rama", ["Edi\nRama"]),
        ("THE FOREIGN MINISTRY says", "foreign ministry", ["FOREIGN MINISTRY"]),
        ("Foreign ministry, the foreign ministry", "foreign ministry", ["foreign ministry"]),
        ("tell us what the US did", "US", ["US"]),
        ("tell us", "US", []),
        ("C++ (beta) was hit", "C++ (beta)", ["C++ (beta)"]),
        ("Tehran did it", "Iran", []),
    ],
)
def test_names_are_found_as_whole_words(text: str, name: str, expected: list[str]) -> None:
    party = PartyName(name, PartyKind.ORGANISATION)
    assert found(text, text, VictimValue(party, Sector.OTHER))[Role.VICTIM] == expected


def test_a_name_that_is_not_there_is_missing_and_nobody_is_not() -> None:
    whole = document("Tehran did it.")
    by_rama, by_nobody = (parts(claim(whole, "Tehran did it.", ACCUSATION, asserter)) for asserter in (RAMA, UNSPECIFIED))
    assert [(part.role, part.shown, part.missing) for part in by_rama] == [
        (Role.ASSERTER, "Edi Rama (AL)", True),
        (Role.ACCUSED, "Iran", True),
    ]
    assert [part.missing for part in by_nobody] == [False, True]


def test_who_passes_it_on_and_words_of_certainty_are_roles() -> None:
    text = "Edi Rama told NATO that it was likely Iran."
    told = parts(claim(document(text), text, ACCUSATION, RAMA, NATO, hedge="likely"))
    assert [(part.role, [text[start:end] for start, end in part.spans]) for part in told] == [
        (Role.ASSERTER, ["Edi Rama"]),
        (Role.RELAYED_BY, ["NATO"]),
        (Role.ACCUSED, ["Iran"]),
        (Role.HEDGE, ["likely"]),
    ]
