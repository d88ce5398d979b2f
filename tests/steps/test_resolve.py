import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_samples import IRAN, MANDIANT, RAMA, US, Report, accuses

from demarche.model.claim import UNKNOWN, UNSPECIFIED, AliasValue, Claim, LinkValue, PartyName
from demarche.model.record import Judgement, JudgementKind, Parties
from demarche.model.vocabulary.attribution import PartyKind, Stance, StateResponsibility
from demarche.steps.resolve import resolve
from demarche.steps.resolve.actors import actors

STATE, GOVERNMENT, GROUP = PartyKind.STATE, PartyKind.GOVERNMENT, PartyKind.GROUP


def government(name: str, country: str | None = None) -> PartyName:
    return PartyName(name, GOVERNMENT, country)


def group(name: str, country: str | None = None) -> PartyName:
    return PartyName(name, GROUP, country)


def saying(*names: PartyName) -> list[Claim]:
    report = Report("doc-1")
    for name in names:
        report.says(accuses(IRAN), name)
    return report.claims


def resolved(*names: PartyName) -> Parties:
    return resolve(saying(*names), [])


def judged(kind: JudgementKind, subject: str, other: str, made_at: str = "2026-01-01T00:00:00Z") -> Judgement:
    return Judgement(kind, subject, "a.reader", made_at, other)


def one(parties: Parties, *names: PartyName) -> bool:
    return len({parties.of(name).id for name in names}) == 1


def test_a_state_is_one_party_under_all_its_names() -> None:
    names = (
        PartyName("Russia", STATE, "RU"),
        PartyName("the Kremlin", STATE, "RU"),
        government("Moscow", "RU"),
        government("Russian government", "RU"),
        government("Russian Federation", "RU"),
    )
    parties = resolved(*names)
    assert one(parties, *names)
    party = parties.of(names[1])
    assert (party.name, party.kind, party.country) == ("Russia", STATE, "RU")
    assert "the Kremlin" in {alias.name for alias in party.aliases}


@pytest.mark.parametrize(
    "name",
    [RAMA, government("Foreign Ministry", "AL"), PartyName("State Police", STATE, "AL"), PartyName("SHISH", STATE, "AL")],
)
def test_persons_and_bodies_of_a_state_are_parties_of_their_own(name: PartyName) -> None:
    albania = PartyName("Albania", STATE, "AL")
    parties = resolved(albania, name)
    assert not one(parties, albania, name)
    assert parties.of(name).country == "AL"


def test_the_european_union_is_no_state() -> None:
    name = PartyName("Brussels", PartyKind.INTERNATIONAL_ORGANISATION, "EU")
    party = resolved(name).of(name)
    assert (party.name, party.kind) == ("European Union", PartyKind.INTERNATIONAL_ORGANISATION)


def test_nobody_is_never_somebody() -> None:
    parties = resolved(UNSPECIFIED, UNKNOWN, group("unspecified"))
    assert len({parties.of(name).id for name in (UNSPECIFIED, UNKNOWN, group("unspecified"))}) == 3
    assert parties.of(UNSPECIFIED).kind is PartyKind.UNSPECIFIED


def test_unnamed_officials_are_not_their_state() -> None:
    officials = PartyName("US officials", PartyKind.ANONYMOUS_OFFICIAL, "US")
    assert not one(resolved(US, officials), US, officials)


@pytest.mark.parametrize(
    "names",
    [
        (government("National Cyber Security Centre (NCSC)", "GB"), government("NCSC", "GB")),
        (government("National Cyber Security Centre", "GB"), government("NCSC", "GB")),
        (government("UK’s National Cyber Security Centre", "GB"), government("National Cyber Security Centre", "GB")),
        (government("F.B.I.", "US"), government("Federal Bureau of Investigation", "US")),
        (government("Treasury Department", "US"), government("Department of the Treasury", "US")),
        (government("Iranian foreign ministry", "IR"), government("Ministry of Foreign Affairs", "IR")),
        (RAMA, government("Rama", "AL")),
        (RAMA, government("Prime Minister Edi Rama", "AL")),
        (PartyName("John Hultquist", PartyKind.RESEARCHER), PartyName("Hultquist", PartyKind.RESEARCHER)),
        (MANDIANT, PartyName("Mandiant", PartyKind.COMPANY)),
        (PartyName("UnitedHealth", PartyKind.COMPANY, "US"), PartyName("UnitedHealth Group", PartyKind.ORGANISATION, "US")),
        (group("Cozy Bear"), group("APT29"), group("COZY BEAR", "RU")),
    ],
)
def test_two_ways_to_write_one_party(names: tuple[PartyName, ...]) -> None:
    parties = resolved(*names)
    assert one(parties, *names)
    assert parties.of(names[0]).reason


@pytest.mark.parametrize(
    "names",
    [
        (government("NCSC", "GB"), government("NCSC", "IE")),
        (government("foreign ministry", "IR"), government("foreign ministry", "AL")),
        (RAMA, government("Rama", "IN")),
        (group("APT28"), group("APT29")),
        (PartyName("Anna Smith", PartyKind.RESEARCHER), PartyName("John Smith", PartyKind.RESEARCHER)),
    ],
)
def test_two_parties_with_like_names(names: tuple[PartyName, PartyName]) -> None:
    assert not one(resolved(*names), *names)


def test_a_surname_of_two_persons_and_an_acronym_of_two_bodies_join_nobody() -> None:
    smiths = [PartyName(name, PartyKind.RESEARCHER) for name in ("Anna Smith", "John Smith", "Smith")]
    bodies = [government(name, "US") for name in ("National Agency of Sales", "North Academy of Science", "NAS")]
    parties = resolved(*smiths, *bodies)
    assert len({parties.of(name).id for name in (*smiths, *bodies)}) == 6


def test_a_name_without_a_country_joins_its_only_namesake() -> None:
    loose, placed = government("Cyber Agency"), government("Cyber Agency", "FR")
    assert one(resolved(loose, placed), loose, placed)
    other = government("Cyber Agency", "DE")
    assert len({party.id for party in resolved(loose, placed, other).by_name.values() if party.name == "Cyber Agency"}) == 3


def test_groups_of_a_reference_list_carry_its_names_and_who_uses_them() -> None:
    party = resolved(group("Cozy Bear")).of(group("Cozy Bear"))
    assert party.name == "APT29"
    assert ("Midnight Blizzard", "microsoft-activity-group") in {(alias.name, alias.used_by) for alias in party.aliases}
    assert ("Cozy Bear", "reporting") in {(alias.name, alias.used_by) for alias in party.aliases}


def test_a_group_that_a_text_puts_in_another_country_is_not_the_listed_one() -> None:
    assert resolved(group("Cozy Bear", "CN")).of(group("Cozy Bear", "CN")).name == "Cozy Bear"


def test_ambiguous_names_of_the_lists_mean_nobody() -> None:
    assert "lockbit" not in actors()
    assert actors()["fancy bear"].name == "APT28"


def aliased(*pairs: tuple[str, str], stance: Stance = Stance.ASSERTS, also: tuple[str, ...] = ()) -> Parties:
    report = Report("doc-1")
    for name in {word for pair in pairs for word in pair} | set(also):
        report.says(accuses(group(name)), MANDIANT)
    for pair in pairs:
        report.says(AliasValue(*pair), MANDIANT, stance)
    return resolve(report.claims, [])


def test_two_names_that_a_report_says_are_one() -> None:
    parties = aliased(("Quiet Otter", "Loud Badger"))
    assert one(parties, group("Quiet Otter"), group("Loud Badger"))
    assert {alias.used_by for alias in parties.of(group("Quiet Otter")).aliases} == {"Mandiant"}


def test_an_alias_of_two_names_joins_none_of_them() -> None:
    parties = aliased(("Quiet Otter", "Loud Badger"), ("Pale Heron", "Loud Badger"))
    assert len({parties.of(group(name)).id for name in ("Quiet Otter", "Pale Heron", "Loud Badger")}) == 3


def test_a_doubted_alias_joins_nobody() -> None:
    parties = aliased(("Quiet Otter", "Loud Badger"), stance=Stance.DOUBTS)
    assert not one(parties, group("Quiet Otter"), group("Loud Badger"))


def test_an_alias_that_nobody_uses_otherwise_is_kept() -> None:
    report = (
        Report("doc-1").says(accuses(group("Quiet Otter")), MANDIANT).says(AliasValue("Quiet Otter", "Loud Badger"), MANDIANT)
    )
    party = resolve(report.claims, []).of(group("Quiet Otter"))
    assert [(alias.name, alias.used_by) for alias in party.aliases] == [("Loud Badger", "Mandiant")]


def test_a_tie_to_a_state_is_the_one_most_claims_tell() -> None:
    otter, china = group("Quiet Otter"), PartyName("China", STATE, "CN")
    report = Report("doc-1").says(LinkValue(otter, IRAN, StateResponsibility.ORDERED), MANDIANT)
    report.says(LinkValue(otter, IRAN), US).says(LinkValue(otter, china), MANDIANT, Stance.SUSPECTS)
    party = resolve(report.claims, []).of(otter)
    assert (party.state_link, party.responsibility) == ("IR", StateResponsibility.ORDERED)
    even = Report("doc-2").says(LinkValue(otter, IRAN), US).says(LinkValue(otter, china), MANDIANT)
    assert resolve(even.claims, []).of(otter).state_link is None
    denied = Report("doc-3").says(LinkValue(otter, IRAN), IRAN, Stance.DENIES)
    assert resolve(denied.claims, []).of(otter).state_link is None


def test_a_person_joins_what_no_rule_would_and_parts_what_a_rule_joined() -> None:
    otter, badger = group("Quiet Otter"), group("Loud Badger")
    joined = resolve(saying(otter, badger), [judged(JudgementKind.SAME_AS, "Quiet Otter", "Loud Badger")])
    assert one(joined, otter, badger)
    assert "judged the same by a.reader" in joined.of(otter).reason
    bear, apt = group("Cozy Bear"), group("APT29")
    parted = resolve(saying(bear, apt), [judged(JudgementKind.NOT_SAME_AS, "Cozy Bear", "APT29")])
    assert not one(parted, bear, apt)
    assert {parted.of(bear).name, parted.of(apt).name} == {"Cozy Bear", "APT29"}


def test_a_judgement_can_name_parties_by_identifier_even_after_a_merge() -> None:
    otter, badger = group("Quiet Otter"), group("Loud Badger")
    before = resolve(saying(otter, badger), [])
    ids = before.of(otter).id, before.of(badger).id
    same = judged(JudgementKind.SAME_AS, *ids)
    assert one(resolve(saying(otter, badger), [same]), otter, badger)
    apart = judged(JudgementKind.NOT_SAME_AS, *ids, made_at="2026-01-02T00:00:00Z")
    assert resolve(saying(otter, badger), [same, apart]) == before
    assert resolve(saying(otter, badger), [apart, same]) == before


def test_a_parted_pair_does_not_meet_through_a_third_name() -> None:
    bear, apt, dukes = group("Cozy Bear"), group("APT29"), group("The Dukes")
    parties = resolve(saying(bear, apt, dukes), [judged(JudgementKind.NOT_SAME_AS, "Cozy Bear", "APT29")])
    assert not one(parties, bear, apt)
    assert len({party.id for party in parties.by_name.values() if party.kind is GROUP}) == 2


NAMES = st.sampled_from(
    [
        RAMA,
        US,
        MANDIANT,
        UNSPECIFIED,
        government("Rama", "AL"),
        government("the White House", "US"),
        government("NCSC", "GB"),
        government("National Cyber Security Centre", "GB"),
        group("Cozy Bear"),
        group("APT29", "RU"),
        group("Nobelium"),
        PartyName("Mandiant", PartyKind.RESEARCHER),
        government("foreign ministry"),
        government("foreign ministry", "IR"),
    ]
)
KINDS = st.sampled_from([JudgementKind.SAME_AS, JudgementKind.NOT_SAME_AS])
DECISIONS = st.lists(
    st.builds(
        lambda kind, left, right, day: judged(kind, left.name, right.name, f"2026-01-{day:02d}T00:00:00Z"),
        KINDS,
        NAMES,
        NAMES,
        st.integers(1, 28),
    ),
    max_size=4,
)


@given(st.lists(NAMES, min_size=1, max_size=14), DECISIONS, st.integers(0, 999))
def test_any_order_gives_the_same_parties(names: list[PartyName], decisions: list[Judgement], seed: int) -> None:
    claims = saying(*names)
    turned, decided = claims[:], decisions[:]
    chance = random.Random(seed)  # noqa: S311 - a shuffle hides no secret
    chance.shuffle(turned)
    chance.shuffle(decided)
    assert dict(resolve(claims, decisions).by_name) == dict(resolve(turned, decided).by_name)


@given(st.lists(NAMES, min_size=1, max_size=14), DECISIONS)
def test_no_two_parties_share_an_identifier(names: list[PartyName], decisions: list[Judgement]) -> None:
    parties = list(resolve(saying(*names), decisions).by_name.values())
    assert len({party.id for party in parties}) == len(set(parties))


@given(NAMES, NAMES, st.lists(NAMES, max_size=10))
def test_the_latest_word_on_a_pair_counts(left: PartyName, right: PartyName, others: list[PartyName]) -> None:
    claims = saying(left, right, *others)
    first = judged(JudgementKind.NOT_SAME_AS, left.name, right.name)
    last = judged(JudgementKind.SAME_AS, left.name, right.name, "2026-02-01T00:00:00Z")
    assert dict(resolve(claims, [first, last]).by_name) == dict(resolve(claims, [last]).by_name)


def test_a_body_is_spelt_as_our_own_table_spells_it() -> None:
    known = PartyName("Nato", PartyKind.INTERNATIONAL_ORGANISATION)
    other = PartyName("Larkspur", PartyKind.INTERNATIONAL_ORGANISATION)
    assert [resolved(name).of(name).name for name in (known, other)] == ["NATO", "Larkspur"]
