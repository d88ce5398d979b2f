"""The captured page, from `read` to the record: who says who did it, who denies it, and how states answered."""

from __future__ import annotations

import json

import pytest
from captured_page import CAPTURED, Page
from running import Row, answer, ok

ALLOWED = {
    ("sever-relations", "AL", "done"),
    ("expel-diplomats", "AL", "done"),
    ("raid", "AL", "done"),
    ("investigation", "AL", "done"),
    ("condemnation", "US", "done"),
    ("condemnation", "GB", "done"),
    ("solidarity", "GB", "done"),
    ("statement", "GB", "done"),
    ("further-action", "US", "threatened"),
    ("further-action", "US", "announced"),
    ("sanctions", None, "considered"),
}
"""Every answer that the page tells of, in the widest reading."""


def attributions(page: Page, **asserter: str) -> list[Row]:
    """The rows of the ledger whose asserter is so."""
    rows = page.albania["attributions"]
    return [row for row in rows if all(row["asserter"].get(name) == value for name, value in asserter.items())]


def responses(page: Page, act: str) -> list[Row]:
    return [row for row in page.albania["responses"] if row["act"] == act]


def by(row: Row) -> str | None:
    found: str | None = row["by"].get("country")
    return found


@pytest.mark.parametrize(
    "asserter",
    [
        {"name": "Edi Rama", "kind": "government", "country": "AL"},
        {"name": "United States", "country": "US"},
        {"name": "United Kingdom", "country": "GB"},
    ],
)
def test_who_asserts_that_it_was_iran(page: Page, asserter: dict[str, str]) -> None:
    rows = [row for row in attributions(page, **asserter) if row["accused"]["name"] == "Iran"]
    assert [row["stance"] for row in rows] == ["asserts"]


def test_nobody_speaks_for_another(page: Page) -> None:
    """No row of one asserter stands on a claim of a row of another."""
    owners: dict[str, set[str]] = {}
    for row in page.albania["attributions"]:
        for claim in row["on"]["claims"]:
            owners.setdefault(claim, set()).add(row["asserter"]["id"])
    assert {len(names) for names in owners.values()} == {1}


def test_the_cyber_centre_is_almost_certain_on_the_british_yardstick(page: Page) -> None:
    (row,) = attributions(page, name="National Cyber Security Centre")
    assert row["asserter"]["country"] == "GB"
    assert row["likelihood"] == {"words": "almost certainly", "scale": "uk-phia", "low": 95, "high": 100}
    assert (row["stance"], row["accused"]["country"]) == ("asserts", "IR")


def test_nobody_borrows_the_cyber_centres_words(page: Page) -> None:
    sure = [row for row in page.albania["attributions"] if (row.get("likelihood") or {}).get("words") == "almost certainly"]
    assert {row["asserter"]["country"] for row in sure} == {"GB"}


def test_mandiant_suspects_in_softer_words_of_its_own(page: Page) -> None:
    rows = attributions(page, name="Mandiant")
    assert {row["stance"] for row in rows} == {"suspects"}
    assert {row["asserter"]["kind"] for row in rows} == {"company"}
    for row in rows:
        assert "appeared" in row["likelihood"]["words"]
        assert row["likelihood"]["scale"] == "none"
        assert "low" not in row["likelihood"]


def test_the_passive_without_an_agent_stays_nobodys(page: Page) -> None:
    blamed = [claim for claim in page.claims if "have been blamed" in claim["passage"]["quote"]]
    accusing = {claim["id"] for claim in blamed if claim["predicate"] == "attribution"}
    assert accusing != set()
    standing_on = [row for row in page.albania["attributions"] if accusing & set(row["on"]["claims"])]
    assert {row["asserter"]["kind"] for row in standing_on} == {"unspecified"}
    assert {row["basis"] for row in standing_on} == {"third-party"}


def test_what_nobody_said_has_no_country(page: Page) -> None:
    rows = attributions(page, kind="unspecified")
    assert rows != []
    assert {row["asserter"].get("country") for row in rows} == {None}


def test_governments_made_it_government_attributed(page: Page) -> None:
    assert page.albania["standing"] == "government-attributed"


def test_tehran_denies_it_in_its_own_word(page: Page) -> None:
    (row,) = page.albania["denials"]
    assert row["party"]["country"] == "IR"
    assert row["words"] == "baseless"


def test_what_is_denied_is_contested(page: Page) -> None:
    assert page.albania["contested"] is True


def test_albania_severed_relations_on_7_september(page: Page) -> None:
    (row,) = responses(page, "sever-relations")
    assert (by(row), row["against"]["country"], row["status"], row["date"]) == ("AL", "IR", "done", "2022-09-07")


def test_albania_ordered_the_diplomats_out_within_24_hours(page: Page) -> None:
    (row,) = responses(page, "expel-diplomats")
    assert (by(row), row["against"]["country"], row["status"], row["date"]) == ("AL", "IR", "done", "2022-09-07")
    assert row["terms"] == "within 24 hours"


def test_the_embassy_was_raided_by_albania(page: Page) -> None:
    (row,) = responses(page, "raid")
    assert (by(row), row["against"]["country"], row["status"], row["date"]) == ("AL", "IR", "done", "2022-09-08")


def test_britain_and_america_condemned_it(page: Page) -> None:
    assert {(by(row), row["status"]) for row in responses(page, "condemnation")} == {("GB", "done"), ("US", "done")}


def test_further_action_is_only_threatened(page: Page) -> None:
    (row,) = responses(page, "further-action")
    assert by(row) == "US"
    assert row["status"] in {"threatened", "announced"}
    assert "date" not in row


def test_no_answer_is_invented(page: Page) -> None:
    found = {(row["act"], by(row), row["status"]) for row in page.albania["responses"]}
    assert found <= ALLOWED
    assert [row for row in responses(page, "sanctions") if row["status"] == "done"] == []


def test_a_state_that_denounces_the_answer_has_not_condemned_the_attack(page: Page) -> None:
    assert [row["act"] for row in page.albania["responses"] if by(row) == "IR"] == []


def test_the_ladder_has_the_highest_rung_first(page: Page) -> None:
    rungs = [row["rung"] for row in page.albania["responses"]]
    assert rungs == sorted(rungs, reverse=True)
    assert page.albania["responses"][0]["act"] == "sever-relations"


def test_it_took_54_days_from_the_attack_to_its_attribution(page: Page) -> None:
    lags = {(lag["start"], lag["end"]): lag["days"] for lag in page.albania["lags"]}
    assert lags["start", "government-attribution"] == 54


def test_it_took_54_days_from_the_attack_to_the_first_answer(page: Page) -> None:
    lags = {(lag["start"], lag["end"]): lag["days"] for lag in page.albania["lags"]}
    assert lags["start", "response"] == 54


def test_why_opens_a_row_to_its_words(page: Page) -> None:
    (row,) = attributions(page, name="National Cyber Security Centre")
    for claim in row["on"]["claims"]:
        reason = answer("why", claim, record=page.record)
        assert "almost certainly" in reason["quote"]
        assert reason["before"] + reason["quote"] + reason["after"] in page.text
        assert reason["document"]["published"] == "2022-09-08"


def test_the_filters_find_it(page: Page) -> None:
    fitting = ("--accused", "IR", "--victim", "AL", "--type", "destruction", "--since", "2022-07", "--standing")
    found = answer("incidents", *fitting, "government-attributed", "--responded", "sever-relations", record=page.record)
    assert [incident["id"] for incident in found] == ["albania-2022-07"]
    british = answer("claims", "--predicate", "attribution", "--asserter", "GB", record=page.record)
    assert {claim["asserter"]["country"] for claim in british} == {"GB"}


def test_annotate_says_the_same_as_the_record(page: Page) -> None:
    (line,) = ok("annotate", CAPTURED).lines
    annotation = json.loads(line)
    assert annotation["published"] == "2022-09-08"
    assert annotation["incident"]["start_date"] == page.albania["start"]
    assert annotation["incident"]["victim_countries"] == ["AL"]
    kinds = {entry["kind"] for entry in annotation["responses"]}
    assert {"sever-relations", "expel-diplomats", "condemnation", "raid-or-seizure"} <= kinds
    asserted = {(entry["asserter"], entry["stance"]) for entry in annotation["attributions"]}
    assert {("Edi Rama", "asserts"), ("Mandiant", "suspects"), ("unspecified", "asserts")} <= asserted
    for entry in [*annotation["attributions"], *annotation["responses"]]:
        assert page.text[entry["start"] : entry["end"]].strip() != ""
