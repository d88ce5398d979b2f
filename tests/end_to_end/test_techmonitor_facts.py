"""The captured page, from `read` to the record: what happened to whom, and what is no part of it."""

from __future__ import annotations

import pytest
from captured_page import ALBANIA, CAPTURED, Page
from running import Row, answer, findings, ok

FURNITURE = {
    "the newsletter form": ("Select and enter your corporate", "to your inbox every week."),
    "the job list": ("• CIO", "• Other"),
    "the partner list": ("Content from our partners", "deploying AI in your business"),
    "the link to another story": ("Read more:", "Israel rise"),
    "the menu": ("View all newsletters", "2. Cybersecurity"),
}
"""First and last words of each piece of page furniture."""


def services(page: Page, effect: str) -> set[str]:
    return {row["service"]["name"] for row in page.albania["services"] if row["service"]["effect"] == effect}


def exposed(page: Page) -> Row:
    (row,) = [row for row in page.albania["impacts"] if row["impact"]["impact"] == "data-exposed"]
    impact: Row = row["impact"]
    return impact


def test_the_page_is_read_without_reserve(page: Page) -> None:
    assert page.said.startswith(f"ok       {CAPTURED.name}  {len(page.claims)} claims\n")
    assert "1 input: 1 ok; 1 new;" in page.said


def test_the_page_tells_of_one_incident_above_all(page: Page) -> None:
    primary = {claim["id"] for claim in page.claims if claim["event"] == "primary"}
    assert answer("show", ALBANIA, record=page.record) == page.albania
    held = answer("claims", "--incident", ALBANIA, record=page.record)
    assert {claim["id"] for claim in held} == primary
    (source,) = page.albania["sources"]
    assert (source["name"], source["published"]) == (CAPTURED.name, "2022-09-08")


def test_the_page_shows_for_a_person(page: Page) -> None:
    shown = ok("show", ALBANIA, record=page.record).text
    for words in ("e-Albania", "2022-07-15", "“almost certainly”", "95–100 % (UK PHIA)", "sever relations", "within 24 hours"):
        assert words in shown


@pytest.mark.parametrize(
    ("name", "sector"),
    [("Albania", "government"), ("Parliament", "parliament"), ("prime minister", "government"), ("e-Albania", "government")],
)
def test_victim(page: Page, name: str, sector: str) -> None:
    fitting = [row for row in page.albania["victims"] if name in row["party"]["name"] and row["sector"] == sector]
    assert [row["party"]["country"] for row in fitting if name in row["party"]["name"]].count("AL") >= 1


def test_nobody_outside_albania_is_a_victim(page: Page) -> None:
    assert {row["party"].get("country") for row in page.albania["victims"]} <= {"AL", None}


@pytest.mark.parametrize("site", ["Parliament", "prime minister", "e-Albania"])
def test_site_that_was_hit(page: Page, site: str) -> None:
    assert [name for name in services(page, "targeted") if site in name] != []


def test_it_started_on_15_july_2022_and_on_no_other_day(page: Page) -> None:
    assert page.albania["start"] == "2022-07-15"
    assert [row["date"] for row in page.albania["dates"] if row["role"] == "start"] == ["2022-07-15"]


def test_the_day_of_the_report_is_no_day_of_the_incident(page: Page) -> None:
    assert "2022-09-08" not in {row["date"] for row in page.albania["dates"]}


def test_types(page: Page) -> None:
    found = {row["type"] for row in page.albania["types"]}
    assert {"disruption", "destruction"} < found
    assert found & {"leak", "data-theft"}
    assert found <= {"disruption", "destruction", "leak", "data-theft"}


def test_services_were_suspended(page: Page) -> None:
    assert {"government websites", "official systems"} <= services(page, "suspended")


def test_the_classes_of_the_exposed_data(page: Page) -> None:
    assert {"names", "national-id", "e-mail"} <= set(exposed(page)["data_classes"])
    assert exposed(page)["personal"] is True


def test_whose_the_exposed_data_were(page: Page) -> None:
    assert exposed(page)["whose"] == "opposition politicians"


def test_the_background_reaches_back_to_2014_and_the_camp(page: Page) -> None:
    (row,) = [row for row in page.albania["context"] if row.get("since") == "2014"]
    assert "opposition" in row["text"]
    assert "camp" in row["text"]


def test_the_incidents_before_are_related(page: Page) -> None:
    assert page.albania["related"] == sorted(incident["id"] for incident in page.others)
    assert len(page.others) == 2


@pytest.mark.parametrize("name", ["MuddyWater", "Port of London", "Altahrea"])
def test_what_happened_before_is_no_fact_of_this_one(page: Page, name: str) -> None:
    quoting = [claim for claim in page.claims if name in claim["passage"]["quote"]]
    assert quoting != []
    assert "primary" not in {claim["event"] for claim in quoting}
    assert name not in str(page.albania)


def test_muddywater_is_accused_in_another_incident(page: Page) -> None:
    accused = {row["accused"]["name"] for incident in page.others for row in incident["attributions"]}
    assert "MuddyWater" in accused


def test_albania_was_not_the_victim_of_muddywater(page: Page) -> None:
    (earlier,) = [incident for incident in page.others if incident["start"] == "2022-02"]
    assert [row["party"]["country"] for row in earlier["victims"] if row["party"].get("country") == "AL"] == []


def test_the_port_of_london_was_hit_in_another_incident(page: Page) -> None:
    (port,) = [incident for incident in page.others if incident["start"] == "2022-05"]
    assert [row["party"]["name"] for row in port["victims"]] == ["Port of London Authority"]


@pytest.mark.parametrize("piece", list(FURNITURE))
def test_no_claim_stands_on(page: Page, piece: str) -> None:
    first, last = FURNITURE[piece]
    start = page.text.index(first)
    end = page.text.index(last, start) + len(last)
    spans = [(claim["passage"]["start"], claim["passage"]["end"]) for claim in page.claims]
    assert [span for span in spans if span[0] < end and start < span[1]] == []
    told = [block.role for block in page.blocks if block.start < end and start < block.end]
    assert set(told) == {"furniture"}


def test_every_claim_stands_on_content_and_says_its_words(page: Page) -> None:
    content = [block for block in page.blocks if block.role in {"headline", "content"}]
    for claim in page.claims:
        start, end = claim["passage"]["start"], claim["passage"]["end"]
        assert page.text[start:end] == claim["passage"]["quote"]
        assert any(block.start <= start and end <= block.end for block in content), claim["passage"]


def test_the_words_are_those_of_the_file(page: Page) -> None:
    file = CAPTURED.read_text(encoding="utf-8")
    assert [claim["id"] for claim in page.claims if claim["passage"]["quote"] not in file] == []


def test_the_record_verifies(page: Page) -> None:
    assert findings(page.record) == []
