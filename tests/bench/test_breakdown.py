"""Scores part by part."""

from __future__ import annotations

from typing import Any

import pytest

from bench.breakdown import OTHER, breakdown, document_kind, score, together
from bench.scoring import Score, Tally, compare


def accusation(stance: str, asserter: str = "Rama", accused: str = "Iran") -> dict[str, Any]:
    return {
        "asserter": asserter,
        "asserter_kind": "government",
        "asserter_country": None,
        "accused": accused,
        "accused_kind": "state",
        "accused_country": None,
        "stance": stance,
        "confidence_words": None,
        "start": 0,
        "end": 9,
    }


def answer(act: str, by: str = "Albania") -> dict[str, Any]:
    return {"kind": act, "status": "done", "by": by, "by_country": None, "against": None, "start": 0, "end": 9}


def report(name: str, *entries: dict[str, Any], kind: str | None = None, types: tuple[str, ...] = ()) -> dict[str, Any]:
    facts: dict[str, Any] = {name: [] for name in ("impacts", "victim_countries", "malware", "cves")}
    return {
        "id": name,
        "kind": kind,
        "headline": None,
        "incident": {**facts, "types": list(types)},
        "attributions": [entry for entry in entries if "stance" in entry],
        "responses": [entry for entry in entries if "status" in entry],
    }


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("wire", "wire"),
        ("Wire report, translated", "wire"),
        ("local news", "wire"),
        ("denial-story", "denial"),
        ("vendor-blog", "vendor blog"),
        ("threat intelligence report", "vendor blog"),
        ("press_release", "statement"),
        ("noisy-page", "noisy page"),
        ("Round-up", "round-up"),
        ("think-tank analysis", "analysis"),
        ("reportage", OTHER),
        ("wireless", OTHER),
        ("", OTHER),
        (None, OTHER),
    ],
)
def test_many_names_are_few_kinds(said: str | None, kind: str) -> None:
    assert document_kind(said) == kind


def test_each_kind_of_document_has_every_measure_of_its_own() -> None:
    gold = [
        report("A", accusation("asserts"), kind="wire", types=("leak",)),
        report("B", accusation("asserts"), kind="brief", types=("ddos",)),
    ]
    found = breakdown(gold, [report("A", accusation("asserts"), types=("ddos",)), report("C", accusation("doubts"))])
    assert found.reports == {"brief": 1, "wire": 1}
    assert found.kinds["wire"]["attribution"] == Tally(1, 1, 1)
    assert found.kinds["wire"]["type"] == Tally(0, 1, 1)
    assert found.kinds["brief"]["attribution"] == Tally(0, 0, 1)


def test_parts_by_kind_add_up_to_the_whole() -> None:
    gold = [
        report(str(number), accusation("asserts"), answer("arrest"), kind=("wire", "brief")[number % 2]) for number in range(5)
    ]
    told = [report("1", accusation("denies")), report("2", accusation("asserts"), answer("arrest", "Malta"))]
    whole = compare(gold, told).tallies
    parts = breakdown(gold, told).kinds.values()
    for measure, tally in whole.items():
        counted = [part.get(measure, Tally()) for part in parts]
        assert tally == Tally(*(sum(getattr(one, side) for one in counted) for side in ("right", "predicted", "gold")))


def test_the_right_parties_with_another_stance_are_wrong_at_both() -> None:
    found = breakdown([report("A", accusation("asserts"))], [report("A", accusation("suspects"))])
    assert found.stances == {"asserts": Tally(0, 0, 1), "suspects": Tally(0, 1, 0)}


def test_every_act_counts_apart_and_mere_statements_do_not() -> None:
    gold = [report("A", answer("arrest"), answer("sanctions"), answer("statement"))]
    found = breakdown(gold, [report("A", answer("arrest"), answer("arrest", "Malta"))])
    assert found.acts == {"arrest": Tally(1, 2, 1), "sanctions": Tally(0, 0, 1)}


def test_several_corpora_are_counted_as_one() -> None:
    one = breakdown([report("A", accusation("asserts"), kind="wire")], [report("A", accusation("asserts"))])
    other = breakdown([report("B", accusation("asserts"), accusation("denies", "Tehran", "Tehran"), kind="wire")], [])
    both = together([one, other])
    assert both.reports == {"wire": 2}
    assert both.stances == {"asserts": Tally(1, 1, 2), "denies": Tally(0, 0, 1)}
    assert both.kinds["wire"]["attribution"] == Tally(1, 1, 3)
    assert one.stances["asserts"] == Tally(1, 1, 1)
    assert score(both.stances["asserts"]) == Score(1.0, 0.5, 2 / 3, 2)
