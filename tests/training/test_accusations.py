"""A tiny run of the training: three reports of three sentences, in a corpus folder of their own."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("sklearn")

from training.accusations import (
    FOLDS,
    RARE,
    Example,
    examples,
    f_half,
    fitted,
    held_apart,
    is_right,
    sides,
)

from bench.corpora import Annotated, corpora
from bench.scoring import Named
from demarche.model.claim import UNSPECIFIED, PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract import candidates
from demarche.steps.extract.accusations.pairs import RULED, Sieve
from demarche.steps.extract.weights import probability, total
from demarche.steps.ingest import ingest

BODY = "{0} blamed {1} for the attack. {0} has long traded with {2}. Officials in {2} said nothing of the attack by {1}."
REPORTS = (
    ("Albania", "AL", "Iran", "IR", "Greece"),
    ("Estonia", "EE", "Russia", "RU", "Finland"),
    ("Canada", "CA", "China", "CN", "France"),
)
ROOT = Path(__file__).parents[2]


def entry(asserter: str, country: str, accused: str, of: str, span: str) -> dict[str, Any]:
    return {
        "asserter": asserter,
        "asserter_kind": "government",
        "asserter_country": country,
        "accused": accused,
        "accused_kind": "state",
        "accused_country": of,
        "stance": "asserts",
        "confidence_words": None,
        "span": span,
    }


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three annotated reports in it."""
    made = tmp_path_factory.mktemp("corpora")
    (made / "examples").mkdir()
    for number, (asserter, country, accused, of, other) in enumerate(REPORTS):
        text = f"A report from abroad\n\n{BODY.format(asserter, accused, other)}\n"
        (made / "examples" / f"r-{number}.txt").write_text(text, "utf-8")
        incident: dict[str, Any] = {
            "start_date": None,
            "victims": [],
            "victim_countries": [],
            "types": [],
            "impacts": [],
            "malware": [],
            "cves": [],
        }
        accusation = entry(asserter, country, accused, of, f"{asserter} blamed {accused} for the attack.")
        draft = {"published": None, "incident": incident, "attributions": [accusation], "responses": []}
        (made / "examples" / f"r-{number}.json").write_text(json.dumps(draft), "utf-8")
    return made


@pytest.fixture(scope="module")
def reports(root: Path) -> tuple[Annotated, ...]:
    (corpus,) = corpora(root)
    return corpus.reports


@pytest.fixture(scope="module")
def found(reports: tuple[Annotated, ...]) -> list[Example]:
    return examples(reports)


def test_both_parties_are_named_as_the_annotation_scheme_has_them() -> None:
    assert sides(PartyName("Albania", PartyKind.STATE, "AL"), PartyName("APT34", PartyKind.GROUP)) == (
        Named("Albania", "government", "AL"),
        Named("APT34", "group", None),
    )
    assert sides(UNSPECIFIED, PartyName("Iran", PartyKind.STATE, "IR"))[0].kind == "unspecified"


@pytest.mark.parametrize(
    ("asserter", "accused", "shift", "right"),
    [
        (("Albania", "AL"), ("Iran", "IR"), 0, True),
        (("Iran", "IR"), ("Albania", "AL"), 0, False),
        (("Albania", "AL"), ("Greece", "GR"), 0, False),
        (("Greece", "GR"), ("Iran", "IR"), 0, False),
        (("Albania", "AL"), ("Iran", "IR"), 1, False),
    ],
)
def test_a_candidate_is_right_where_an_annotated_accusation_touches_its_sentence_and_names_both(
    reports: tuple[Annotated, ...], asserter: tuple[str, str], accused: tuple[str, str], shift: int, right: bool
) -> None:
    (gold,) = reports[0].gold["attributions"]
    width = gold["end"] - gold["start"]
    start = gold["start"] + shift * width
    pair = sides(PartyName(asserter[0], PartyKind.STATE, asserter[1]), PartyName(accused[0], PartyKind.STATE, accused[1]))
    assert is_right(reports[0], start, start + width, pair) is right


@pytest.mark.parametrize(("stance", "right"), [("suspects", True), ("denies", False), ("doubts", False)])
def test_only_who_asserts_or_suspects_accuses(reports: tuple[Annotated, ...], stance: str, right: bool) -> None:
    (gold,) = reports[0].gold["attributions"]
    other = Annotated(reports[0].data, {**reports[0].gold, "attributions": [{**gold, "stance": stance}]})
    pair = sides(PartyName("Albania", PartyKind.STATE, "AL"), PartyName("Iran", PartyKind.STATE, "IR"))
    assert is_right(other, gold["start"], gold["end"], pair) is right


def test_every_candidate_of_every_report_is_an_example_and_few_are_right(found: list[Example]) -> None:
    assert {example.report for example in found} == {0, 1, 2}
    right = [example for example in found if example.right]
    assert sorted(example.report for example in right) == [0, 1, 2]
    assert len(found) > 4 * len(right)
    assert all({RULED, "rule=blame"} <= example.signs for example in right)


def test_signs_of_right_candidates_weigh_more_and_rare_ones_nothing(found: list[Example]) -> None:
    weights = fitted(found)
    assert weights["rule=blame"] > 0 > weights["rule=none"]
    fewer = [example for example in found if example.report]
    counts = {sign: sum(sign in example.signs for example in fewer) for example in fewer for sign in example.signs}
    assert min(counts.values()) < RARE <= max(counts.values())
    assert [sign for sign in fitted(fewer) if counts[sign] < RARE] == []
    assert all(weight == round(weight, 3) and abs(weight) >= 0.01 for weight in weights.values())


def test_training_twice_gives_the_same_weights(found: list[Example]) -> None:
    assert fitted(found) == fitted(found)
    assert list(fitted(found)) == list(fitted(list(reversed(found))))


def test_another_process_with_another_hash_seed_gives_the_same_weights(root: Path, found: list[Example]) -> None:
    program = (
        "import sys, json; from pathlib import Path; from bench.corpora import corpora; from training import accusations as a;"
        "(corpus,) = corpora(Path(sys.argv[1])); print(json.dumps(a.fitted(a.examples(corpus.reports))))"
    )
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "31337",
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src"), *sys.path]),
    }
    command = [sys.executable, "-c", program, str(root)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == fitted(found)


def test_the_reader_scores_as_the_training_does(reports: tuple[Annotated, ...], found: list[Example]) -> None:
    weights = fitted(found)
    read = [pairs for report in reports for _, pairs in candidates(ingest(report.capture))]
    odds = [pair.log_odds for pairs in read for pair in pairs.through(Sieve(weights, -math.inf, -math.inf))]
    assert odds == [total(weights, example.signs) for example in found]
    assert min(probability(total(weights, example.signs)) for example in found if example.right) > max(
        probability(total(weights, example.signs)) for example in found if not example.right
    )


def test_each_candidate_is_scored_by_weights_that_never_saw_its_report(found: list[Example]) -> None:
    scored = held_apart(found)
    assert len(scored) == len(found)
    assert sum(right for _, right in scored) == 3
    assert FOLDS > 3
    first = [example for example in found if example.report == 0]
    apart = fitted([example for example in found if example.report != 0])
    expected = sorted((probability(total(apart, example.signs)), example.right) for example in first)
    assert [one for one in expected if one not in scored] == []


@pytest.mark.parametrize(
    ("scored", "threshold", "value"),
    [
        ([(0.9, True), (0.8, True)], 0.5, 1.0),
        ([(0.9, True), (0.8, False)], 0.5, 1.25 / 2.25),
        ([(0.9, True), (0.4, True)], 0.5, 1.25 / 1.5),
        ([(0.1, True)], 0.5, 0.0),
        ([(0.1, False)], 0.5, 0.0),
        ([], 0.5, 0.0),
    ],
)
def test_a_false_accusation_costs_more_than_a_missed_one(
    scored: list[tuple[float, bool]], threshold: float, value: float
) -> None:
    assert f_half(scored, threshold) == pytest.approx(value)
