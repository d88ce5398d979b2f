"""What the words of reports do in clustering: short reports, read by the rules."""

from collections.abc import Mapping
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.model.atoms import PartialDate
from demarche.model.claim import PRIMARY, Claim
from demarche.model.echoes import echoes
from demarche.model.record import Unit
from demarche.model.source import Capture, SourceFacts
from demarche.model.vocabulary.incidents import IncidentType
from demarche.steps.cluster import cluster
from demarche.steps.cluster.features import Features, features
from demarche.steps.cluster.scoring import Evidence, enough, evidence
from demarche.steps.cluster.words import Rarity, background, bag, closeness, words
from demarche.steps.extract import extract
from demarche.steps.ingest import ingest, sketch
from demarche.steps.resolve import resolve

SEVERED = """Albania cuts ties with Iran over July cyber attack

TIRANA, Sept 7 - Albania severed diplomatic relations with Iran on Wednesday and gave its diplomats 24 hours to leave, \
accusing Tehran of a cyber attack in July that shut down government websites and public services.

Prime Minister Edi Rama said an investigation had shown beyond doubt that Iran had orchestrated the attack of July 15 on the \
government's systems. The attackers wiped data and stole emails of state institutions, he said.

The United States condemned the attack on its NATO ally and said Iran was responsible. Iran's foreign ministry rejected the \
accusation as baseless."""
ADVISORY = """US agencies describe Iranian attack on Albania

WASHINGTON, Sept 21 - Iranian state hackers were inside the networks of the Albanian government for 14 months before they \
launched a destructive attack in July, the FBI and CISA said on Wednesday.

The attackers, who call themselves HomeLand Justice, encrypted files and wiped disks on July 15 and shut down websites and \
services of the government, the agencies said in an advisory. They then published stolen emails.

In September they attacked Albania again, probably in retaliation for the break in diplomatic relations."""
BORDER = """Albania hit by second cyber attack, blames Iran again

TIRANA, Sept 10 - Albania's police computer systems were hit by a cyber attack on Friday, the interior ministry said on \
Saturday, forcing border crossings to work by hand.

The attack on September 9 struck the TIMS system, which records who enters and leaves the country. Prime Minister Edi Rama \
blamed the same aggressors who attacked the government in July, meaning Iran, with which Albania cut ties on Wednesday.

Queues formed at airports and at the border with Kosovo and North Macedonia after officials switched off the system. Iran has \
denied any role in the earlier attack."""
BORDER_AGAIN = """Iran behind new attack on Albanian border system, Tirana says

TIRANA, Sept 11 - The Albanian government said on Sunday that hackers from Iran were behind the attack on Friday that knocked \
out TIMS, the computer system used at border crossings.

Interior Minister Bledar Cuci said that the system was back on Sunday. Police had taken it offline on September 9 after \
intruders tried to wipe its data. Travellers had waited for hours at airports.

Prime Minister Edi Rama said the same aggressors had struck in July."""
TEXTS = {
    "severed": (SEVERED, "2022-09-08"),
    "advisory": (ADVISORY, "2022-09-23"),
    "border": (BORDER, "2022-09-11"),
    "border-again": (BORDER_AGAIN, "2022-09-12"),
}


def read(texts: Mapping[str, tuple[str, str | None]]) -> tuple[list[Claim], dict[str, SourceFacts], dict[str, str]]:
    """The claims of some texts, what is known of them, and their names by document."""
    claims: list[Claim] = []
    sources: dict[str, SourceFacts] = {}
    names: dict[str, str] = {}
    for name, (text, published) in texts.items():
        day = PartialDate.parse(published) if published else None
        document = ingest(Capture(f"{name}.txt", text.encode(), published=day))
        claims += extract(document)
        names[document.id] = name
        sources[document.id] = SourceFacts(
            document.id, document.origin, document.marking, document.outcome, document.reason, sketch(text)
        )
    return claims, sources, names


def together(texts: Mapping[str, tuple[str, str | None]]) -> set[frozenset[str]]:
    """Which reports are mainly about one event."""
    claims, sources, names = read(texts)
    found = cluster(claims, sources, resolve(claims, []), [])
    sets = (frozenset(names[unit.document] for unit in one.units if unit.event == PRIMARY) for one in found)
    return {one for one in sets if one}


def compared(left: tuple[str, str | None], right: tuple[str, str | None]) -> Evidence:
    """What speaks for the own events of two texts being one."""
    claims, sources, _ = read({"left": left, "right": right})
    units = features(claims, sources, resolve(claims, []), echoes(sources.values())).values()
    own: list[Features] = [unit for unit in units if unit.unit.event == PRIMARY]
    return evidence(*own)


TAKEN_FOR_ONE = pytest.mark.xfail(
    strict=True,
    reason="the second report on the border is dated by the earlier attack, and alone nothing sets it apart",
)


def test_two_attacks_on_one_state_in_the_same_words_stay_apart() -> None:
    assert together(TEXTS) == {frozenset({"severed", "advisory"}), frozenset({"border", "border-again"})}


@pytest.mark.parametrize(
    "missing", [pytest.param(name, marks=TAKEN_FOR_ONE) if name == "border" else name for name in sorted(TEXTS)]
)
def test_they_stay_apart_whichever_reports_are_there(missing: str) -> None:
    found = together({name: text for name, text in TEXTS.items() if name != missing})
    assert all(one <= {"severed", "advisory"} or one <= {"border", "border-again"} for one in found)


def test_words_join_what_is_told_without_a_date_or_an_accused() -> None:
    told = (
        "Blackwater Mill stands still\n\nThe looms of the Blackwater Mill in Leeds stopped on Monday when ransomware locked "
        "its computers.\n\nThe gang calls itself Grey Heron and asked the weaving firm for money. Weavers were sent home, the "
        "mill said, and orders of wool blankets were cancelled.",
        "2024-03-12",
    )
    again = (
        "Weavers return to the looms\n\nThree weeks after ransomware locked the computers of the Blackwater Mill, weavers of "
        "the Leeds firm went back to their looms.\n\nThe mill paid nothing to Grey Heron, the gang that had asked for money, "
        "and has restored its orders of wool blankets.",
        "2024-04-02",
    )
    joined = compared(told, again)
    assert joined.read
    assert any(reason.startswith("words alike") for reason in joined.reasons)
    assert together({"told": told, "again": again}) == {frozenset({"told", "again"})}


MILL = "party-mill"


def read_of(document: str, published: str, start: str | None, kind: IncidentType, victim: str = MILL) -> Features:
    """A report as it is compared: one firm that was hit, and words enough."""
    unit = Features(Unit(document, PRIMARY), date.fromisoformat(published))
    unit.starts = {PartialDate.parse(start): 0.6} if start else {}
    unit.types, unit.victims, unit.private, unit.countries = {kind}, {victim: victim}, {victim}, {"GB": 0.7}
    unit.words = {f"word{number}": 0.25 for number in range(16)}
    return unit


@pytest.mark.parametrize(
    ("published", "start", "victim", "against"),
    [
        ("2024-03-15", "2024-01", MILL, False),
        ("2024-04-15", "2024-01", MILL, True),
        ("2024-03-15", "2024-01-20", MILL, True),
        ("2024-03-15", "2024-01", "party-port", True),
    ],
)
def test_one_victim_within_days_is_hit_once_where_a_report_gives_no_day(
    published: str, start: str, victim: str, against: bool
) -> None:
    dated = read_of("doc-1", "2024-03-12", "2024-03-11", IncidentType.RANSOMWARE)
    other = read_of("doc-2", published, start, IncidentType.RANSOMWARE, victim)
    assert any(reason.startswith("other starts") for reason in evidence(dated, other).reasons) is against


def test_an_outage_and_the_theft_that_a_later_report_tells_of_may_be_one_event() -> None:
    first = read_of("doc-1", "2024-03-14", None, IncidentType.DISRUPTION)
    theft, outage = (
        read_of("doc-2", "2025-09-20", "2024-03", kind) for kind in (IncidentType.DATA_THEFT, IncidentType.DISRUPTION)
    )
    first.words = {"word0": 0.32, **{f"other{number}": 0.25 for number in range(15)}}
    differing, agreeing = evidence(first, theft), evidence(first, outage)
    assert enough(differing)
    assert {"other types", "published when the other begins"} <= set(differing.reasons)
    assert differing.points < agreeing.points


def test_reports_of_other_things_in_other_words_are_told_apart() -> None:
    one = (
        "Mill stands still\n\nRansomware locked the computers of a mill in Leeds. The gang asked the firm for money.",
        "2024-03-12",
    )
    other = (
        "Harbour shut\n\nRansomware locked the cranes of a harbour in Hull. The gang asked the port for money.",
        "2024-03-13",
    )
    assert len(together({"one": one, "other": other})) == 2


def test_a_name_is_told_from_a_word_and_a_possessive_from_its_owner() -> None:
    assert list(words("Albania's e-Albania portal, of Tirana’s")) == [
        ("albania", True),
        ("e-albania", False),
        ("portal", False),
        ("tirana", True),
    ]


def test_names_and_openings_weigh_more() -> None:
    made = bag(["Durres port"], ["Durres harbour Vlora"])
    assert made["durres"] > made["vlora"] > made["port"] > made["harbour"]


def test_the_background_knows_common_words() -> None:
    known = background()
    assert known.of["said"] > known.of["cyber"] > known.of["hospital"] > 0
    assert max(known.of.values()) <= known.reports
    rarity = Rarity([])
    assert rarity.of("said") < rarity.of("hospital") < rarity.of("zeroclear")


def test_a_large_record_is_its_own_measure() -> None:
    common = Rarity([{"looms": 1.0}] * 2000)
    assert common.of("looms") < 0.2
    assert Rarity([{"looms": 1.0}] * 2).of("looms") > 4


def test_words_that_every_report_holds_say_nothing() -> None:
    assert Rarity([]).vector({"said": 1.0, "the": 1.0}) == {}


BAGS = st.dictionaries(st.sampled_from("port mill loom TIMS Durres wool".split()), st.sampled_from([1.0, 1.5, 2.0]), min_size=1)


@given(st.lists(BAGS, min_size=2, max_size=5))
def test_closeness_lies_between_nothing_and_all_and_is_mutual(bags: list[dict[str, float]]) -> None:
    rarity = Rarity(bags)
    vectors = [rarity.vector(one) for one in bags]
    for left, right in combinations(vectors, 2):
        assert 0 <= closeness(left, right) <= 1 + 1e-9
        assert closeness(left, right) == pytest.approx(closeness(right, left))
    assert closeness(vectors[0], vectors[0]) == pytest.approx(1)
