"""What `make demo` shows: the examples become incidents that several reports tell of, with dissent and denial."""

from __future__ import annotations

import json
import shutil
import subprocess
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from running import EXAMPLES, ROOT, Row, answer, ok

from demarche.doors.api import open_record

CASES = ("albania-2022", "bundestag-2015", "costarica-2022", "estonia-2007", "exchange-2021", "sony-2014", "viasat-2022")
"""Each report of an event has the event's name at the beginning of its own."""
APART = {
    "estonia-2007": "the analysis names no accused that is read, nobody hit by name, and dates the attacks to the month after",
}
"""Whose reports are not all found to tell of one event yet, and why."""


@pytest.fixture(scope="module")
def incidents(examples: Path) -> list[Row]:
    found: list[Row] = answer("incidents", record=examples)
    return found


@pytest.fixture(scope="module")
def primary(examples: Path) -> dict[str, set[str]]:
    """For each report the incidents that its own event belongs to: one, unless clustering fails."""
    exported = ok("export", "--format", "json", record=examples).out
    everything: dict[str, Any] = json.loads(exported)
    names = {document["id"]: Path(document["name"]).stem for document in everything["documents"]}
    found: dict[str, set[str]] = {name: set() for name in names.values()}
    for claim in everything["claims"]:
        if claim["event"] == "primary" and claim["incident"]:
            found[names[claim["passage"]["document"]]].add(claim["incident"])
    return found


def test_make_demo_does_what_it_says() -> None:
    if not shutil.which("make"):
        pytest.skip("make is not installed")
    asked = ["make", "--dry-run", "--always-make", "demo"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    program = [line.strip() for line in done.stdout.splitlines() if "bin/demarche --record" in line]
    wanted = ["read examples/", "incidents", "show albania-2022-07"]
    assert [line.split(".sqlite ", 1)[1] for line in program] == wanted
    assert "--require-hashes" in done.stdout


def test_every_example_is_read_and_belongs_to_one_incident(primary: dict[str, set[str]]) -> None:
    assert set(primary) == {path.stem for path in EXAMPLES.glob("*.txt")}
    assert {name: held for name, held in primary.items() if len(held) != 1} == {}


def test_there_are_examples_of_every_case() -> None:
    told = {case: list(EXAMPLES.glob(f"{case}-*.txt")) for case in CASES}
    assert {case: len(paths) >= 2 for case, paths in told.items()} == dict.fromkeys(CASES, True)


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, marks=pytest.mark.xfail(strict=True, reason=APART[case])) if case in APART else case for case in CASES],
)
def test_reports_of_one_event_are_found_to_be_so(primary: dict[str, set[str]], case: str) -> None:
    held = {name: sorted(found) for name, found in primary.items() if name.startswith(case)}
    assert len({tuple(found) for found in held.values()}) == 1, held


@pytest.mark.parametrize(("one", "other"), list(combinations(CASES, 2)))
def test_reports_of_two_events_are_kept_apart(primary: dict[str, set[str]], one: str, other: str) -> None:
    left = {found for name, held in primary.items() if name.startswith(one) for found in held}
    right = {found for name, held in primary.items() if name.startswith(other) for found in held}
    assert left & right == set()


def test_six_incidents_are_told_by_several_reports(incidents: list[Row]) -> None:
    assert len([incident for incident in incidents if len(incident["sources"]) >= 2]) >= 6


def test_the_incident_that_the_demo_shows_is_there(examples: Path) -> None:
    assert len(answer("show", "albania-2022-07", record=examples)["sources"]) >= 2


def test_every_join_has_its_reason(incidents: list[Row]) -> None:
    joined = [incident for incident in incidents if len(incident["sources"]) >= 2]
    assert joined != []
    for incident in joined:
        assert incident["joins"] != []
        assert {bool(join["reason"].strip()) for join in incident["joins"]} == {True}


def test_a_denial_stands_beside_what_it_denies(incidents: list[Row]) -> None:
    contested = [incident for incident in incidents if incident["contested"] and incident["denials"]]
    assert contested != []
    assert [row for incident in contested for row in incident["attributions"] if row["stance"] == "asserts"] != []


def test_dissent_is_kept(incidents: list[Row]) -> None:
    """Somewhere two asserters take different stances, or accuse different parties, of one event."""

    def dissent(incident: Row) -> bool:
        said = [(row["asserter"]["id"], row["stance"], row["accused"].get("country")) for row in incident["attributions"]]
        named = [one for one in said if one[2]]
        return any(one[0] != other[0] and one[1:] != other[1:] for one, other in combinations(named, 2))

    assert [incident["id"] for incident in incidents if dissent(incident)] != []


def test_doubt_is_kept(incidents: list[Row]) -> None:
    doubted = [incident for incident in incidents for row in incident["attributions"] if row["stance"] == "doubts"]
    assert {incident["contested"] for incident in doubted} == {True}


def test_the_ladder_is_climbed(incidents: list[Row]) -> None:
    acts = {row["act"] for incident in incidents for row in incident["responses"]}
    assert {"sever-relations", "sanctions", "condemnation"} <= acts


def test_verify_finds_nothing(examples: Path) -> None:
    assert ok("verify", record=examples).text == f"all is well with {examples}\n"


def test_show_opens_every_incident(examples: Path, incidents: list[Row]) -> None:
    with open_record(examples, create=False) as record:
        assert [record.show(incident["id"]).id for incident in incidents] == [incident["id"] for incident in incidents]
