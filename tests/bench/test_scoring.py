import contextlib
import importlib.util
import io
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.scoring import b_cubed, compare

REFERENCE = Path(__file__).parents[2] / "../shared/score.py"

NAMES = st.sampled_from(
    (
        "Iran",
        "Tehran",
        "the Iranian government",
        "Edi Rama",
        "Prime Minister Rama",
        "APT31",
        "apt 31",
        "Sandworm team",
        "Hackers",
        "unknown",
        "unspecified",
        "Škoda",
        "skoda",
        "Microsoft",
        "MSTIC of Microsoft",
    )
)
ASSERTER_KINDS = st.sampled_from(("government", "company", "anonymous-official", "international-organisation", "unspecified"))
ACCUSED_KINDS = st.sampled_from(("state", "group", "individual", "hacktivist"))
COUNTRIES = st.sampled_from((None, "IR", "AL", "US"))
STANCES = st.sampled_from(("asserts", "suspects", "denies", "doubts", "claims-responsibility", "declines-to-attribute"))
WORDS = st.sampled_from((None, "almost certainly", "almost", "high confidence"))


@st.composite
def spans(draw: st.DrawFn) -> dict[str, int]:
    start = draw(st.integers(0, 30))
    return {"start": start, "end": start + draw(st.integers(1, 20))}


@st.composite
def attributions(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "asserter": draw(NAMES),
        "asserter_kind": draw(ASSERTER_KINDS),
        "asserter_country": draw(COUNTRIES),
        "accused": draw(NAMES),
        "accused_kind": draw(ACCUSED_KINDS),
        "accused_country": draw(COUNTRIES),
        "stance": draw(STANCES),
        "confidence_words": draw(WORDS),
        **draw(spans()),
    }


@st.composite
def responses(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "kind": draw(st.sampled_from(("statement", "sanctions", "indictment"))),
        "by": draw(NAMES),
        "by_country": draw(COUNTRIES),
        "against": draw(st.none() | NAMES),
        "against_country": draw(COUNTRIES),
        "status": draw(st.sampled_from(("done", "announced"))),
        **draw(spans()),
    }


def some(*values: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), max_size=3, unique=True)


@st.composite
def annotations(draw: st.DrawFn, identifier: str) -> dict[str, Any]:
    return {
        "id": identifier,
        "headline": draw(st.none() | st.just([0, 12])),
        "primary": draw(st.sampled_from((None, "one", "two"))),
        "cluster": draw(st.sampled_from((None, "a", "b"))),
        "incident": {
            "start_date": draw(st.sampled_from((None, "2022", "2022-07-15"))),
            "types": draw(some("leak", "ddos", "espionage-access")),
            "impacts": draw(some("data-exposed", "service-outage")),
            "victim_countries": draw(some("AL", "US", "DE")),
            "malware": draw(some("ZeroCleare", "Zero Cleare", "NotPetya")),
            "cves": draw(some("CVE-2019-0604", "CVE-2021-26855")),
        },
        "attributions": draw(st.lists(attributions(), max_size=5)),
        "responses": draw(st.lists(responses(), max_size=4)),
    }


@st.composite
def corpus(draw: st.DrawFn) -> list[dict[str, Any]]:
    return [draw(annotations(f"R{number}")) for number in range(draw(st.integers(1, 4)))]


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    if not REFERENCE.exists():
        pytest.skip("the shared scorer is not here")
    found = importlib.util.spec_from_file_location("shared_score", REFERENCE)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)  # it leaves files open
@given(gold=corpus(), predicted=corpus())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_measures_are_those_of_the_shared_scorer(
    reference: ModuleType, tmp_path_factory: pytest.TempPathFactory, gold: list[dict[str, Any]], predicted: list[dict[str, Any]]
) -> None:
    folder = tmp_path_factory.mktemp("scored")
    files = []
    for name, lines in (("gold", gold), ("predicted", predicted)):
        files.append(folder / f"{name}.jsonl")
        files[-1].write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        reference.main([*map(str, files), "--clusters", "--json"])

    ours = compare(gold, predicted).scores()
    ours["b-cubed"] = b_cubed(
        {line["id"]: line["primary"] for line in gold}, {line["id"]: line["cluster"] for line in predicted}
    )
    rounded = {
        name: {
            "precision": round(score.precision, 3),
            "recall": round(score.recall, 3),
            "f1": round(score.f1, 3),
            "gold": score.gold,
        }
        for name, score in ours.items()
    }
    assert rounded == json.loads(printed.getvalue())


def accusation(asserter: str, accused: str, **more: Any) -> dict[str, Any]:
    return {
        "asserter": asserter,
        "asserter_kind": "government",
        "asserter_country": None,
        "accused": accused,
        "accused_kind": "state",
        "accused_country": None,
        "stance": "asserts",
        "start": 20,
        "end": 40,
        **more,
    }


def report(*attributions: dict[str, Any], headline: list[int] | None = None) -> dict[str, Any]:
    facts: dict[str, Any] = {name: [] for name in ("types", "impacts", "victim_countries", "malware", "cves")}
    return {"id": "R", "headline": headline, "incident": facts, "attributions": list(attributions), "responses": []}


def test_repeats_count_once_and_hits_in_the_headline_for_nothing() -> None:
    said = accusation("Rama", "Iran")
    gold = report(said, {**said, "start": 50, "end": 60}, {**said, "accused": "Russia", "start": 0, "end": 5}, headline=[0, 10])
    comparison = compare([gold], [report(said)])
    assert comparison.tallies["attribution"].gold == 1
    assert comparison.scores()["attribution"].f1 == 1.0
    assert comparison.scores()["attribution-strict"].recall == 0.5


def test_misses_are_named_on_both_sides() -> None:
    comparison = compare([report(accusation("Rama", "Iran"))], [report(accusation("Biden", "China"))])
    assert [(miss.what, miss.entry["asserter"]) for miss in comparison.misses] == [
        ("missed attribution", "Rama"),
        ("extra attribution", "Biden"),
    ]


def test_a_report_without_prediction_finds_nothing() -> None:
    score = compare([report(accusation("Rama", "Iran"))], []).scores()["attribution"]
    assert (score.precision, score.recall, score.f1, score.gold) == (0.0, 0.0, 0.0, 1)


def test_a_named_group_matches_by_name_alone() -> None:
    group = accusation("Rama", "APT31", accused_kind="group", accused_country="CN")
    other = {**group, "accused": "APT40"}
    state = accusation("Rama", "China", accused_country="CN")
    for wrong in (other, state):
        assert compare([report(group)], [report(wrong)]).scores()["attribution"].f1 == 0.0


def test_b_cubed_by_hand() -> None:
    gold = {"a": "x", "b": "x", "c": "y", "d": None}
    score = b_cubed(gold, {"a": "1", "b": "1", "c": "1"})
    assert score.recall == 1.0
    assert score.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert b_cubed(gold, {}).precision == 1.0
    assert b_cubed(gold, {}).recall == pytest.approx((0.5 + 0.5 + 1) / 3)
