"""Other incidents than the one that a report is mainly about: items of round-ups, and asides."""

from __future__ import annotations

from pathlib import Path

import pytest
from fact_samples import document, reading

from demarche.model.claim import (
    PRIMARY,
    AttributionValue,
    Claim,
    MeansValue,
    ResponseValue,
    TypeValue,
    VictimValue,
)
from demarche.model.source import Capture
from demarche.model.vocabulary.incidents import IncidentType
from demarche.steps.extract import extract, read_tape
from demarche.steps.extract.apart import in_parts, labelled, others, parts
from demarche.steps.extract.reading import NOWHERE
from demarche.steps.ingest import ingest

EXAMPLES = Path(__file__).parents[3] / "examples"
LEAD = (
    "Hackers attacked the Albanian parliament on 15 July 2022. Its servers were wiped. Deputies could not vote. It was grave."
)
ITEMS = (
    "Ghana. The port of Tema was hit by ransomware on 3 May. The port will not pay, said its director.",
    "Peru. Hackers broke into the Peruvian health ministry on 9 May and stole files of patients.",
    "Fiji. Fiji blamed China for an attack on Fijian government networks.",
)


def told(text: str, published: str = "2022-09-08") -> list[Claim]:
    return list(extract(document(text, published)))


def of(claims: list[Claim], event: str, kind: type) -> list[Claim]:
    return [claim for claim in claims if claim.event == event and isinstance(claim.value, kind)]


def countries(claims: list[Claim], event: str) -> set[str | None]:
    return {claim.value.party.country for claim in of(claims, event, VictimValue) if isinstance(claim.value, VictimValue)}


def roundup(*items: str) -> str:
    return "The week in cyber attacks\n\n" + "\n\n".join(items)


def test_each_item_of_a_round_up_is_told_as_an_incident_of_its_own() -> None:
    claims = told(roundup(*ITEMS))
    assert {claim.event for claim in claims} == {"other-1", "other-2", "other-3"}
    assert [countries(claims, f"other-{number}") for number in (1, 2, 3)] == [{"GH"}, {"PE"}, {"FJ"}]
    accused = [claim.value.accused.name for claim in claims if isinstance(claim.value, AttributionValue)]
    assert accused == ["China"]
    assert of(claims, "other-3", AttributionValue)


def test_an_item_is_told_as_if_it_were_a_report_of_its_own() -> None:
    reports = read_tape(document(roundup(*ITEMS), "2022-09-08"))
    apart = parts(reports)
    assert list(apart) == ["other-1", "other-2", "other-3"]
    for label, part in apart.items():
        assert set(part.events) == {PRIMARY}
        assert [sentence.number for sentence in part.sentences] == list(range(len(part.sentences)))
        whole = [text for text, event in zip(reports.plain, reports.events, strict=True) if event == label]
        assert list(part.plain) == whole


def test_another_report_is_one_part() -> None:
    made = reading("Hackers attacked a port.", other=(1,))
    assert parts(made) == {PRIMARY: made}
    assert others(made) == ("other-1",)
    found = in_parts(made, lambda part: [part.claim(part.sentences[0], TypeValue(IncidentType.DDOS))])
    assert [claim.event for claim in found] == [PRIMARY]
    assert [claim.event for claim in labelled(found, "other-2")] == ["other-2"]


def test_what_introduces_a_round_up_is_told_of_no_item() -> None:
    text = roundup("China and Iran attacked everybody this week, said Canada. Here is how.", *ITEMS)
    made = read_tape(document(text))
    assert [event for event, text in zip(made.events, made.plain, strict=True) if "Here is" in text] == [NOWHERE]
    assert not any("Canada" in claim.passage.quote for claim in told(text))


def test_an_aside_has_its_own_victim_accused_and_answers() -> None:
    aside = "In May 2019 Finland blamed Russia for an attack on Finnish networks. Then Finland expelled two Russian diplomats."
    claims = told(f"Albania counts the damage\n\n{LEAD}\n\nIt snowed. It rained.\n\n{aside}")
    assert countries(claims, PRIMARY) == {"AL"}
    assert countries(claims, "other-1") == {"FI"}
    assert of(claims, "other-1", AttributionValue)
    assert of(claims, "other-1", ResponseValue)
    assert not of(claims, PRIMARY, ResponseValue)


@pytest.mark.parametrize(
    "aside",
    [
        "In 2014 prosecutors charged five officers over another campaign.",
        "In 2014 hackers attacked a bank.",
        "In 2014 relations were poor after an attack.",
    ],
)
def test_an_aside_that_names_nobody_and_nothing_is_not_told(aside: str) -> None:
    claims = told(f"Albania counts the damage\n\n{LEAD}\n\nIt snowed. It rained.\n\n{aside}")
    assert {claim.event for claim in claims} == {PRIMARY}


def test_an_aside_may_go_by_its_malware() -> None:
    claims = told(f"Albania counts the damage\n\n{LEAD}\n\nIt snowed. It rained.\n\nIn 2017 NotPetya wiped disks everywhere.")
    assert [claim.value.name for claim in of(claims, "other-1", MeansValue) if isinstance(claim.value, MeansValue)] == [
        "NotPetya"
    ]


def test_an_aside_may_go_by_the_group_that_is_accused() -> None:
    aside = "In 2019 the United States blamed the group MuddyWater for attacks on networks."
    claims = told(f"Albania counts the damage\n\n{LEAD}\n\nIt snowed. It rained.\n\n{aside}")
    accused = [claim.value for claim in of(claims, "other-1", AttributionValue) if isinstance(claim.value, AttributionValue)]
    assert {value.accused.name for value in accused} == {"MuddyWater"}


def test_the_state_that_stands_by_is_no_victim_in_the_example_of_the_demonstration() -> None:
    path = EXAMPLES / "albania-2022-tehran-denial.txt"
    assert countries(list(extract(ingest(Capture(path.name, path.read_bytes())))), PRIMARY) == {"AL"}


def test_no_example_leaves_an_aside_without_a_name() -> None:
    for path in sorted(EXAMPLES.glob("*.txt")):
        claims = list(extract(ingest(Capture(path.name, path.read_bytes()))))
        for event in {claim.event for claim in claims} - {PRIMARY}:
            assert of(claims, event, VictimValue) or of(claims, event, MeansValue) or of(claims, event, AttributionValue)
