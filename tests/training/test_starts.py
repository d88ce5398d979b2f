"""A tiny run of the training: reports of two sentences, in a corpus folder of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("numpy")

from training.starts import FOLDS, RARE, Example, examples, fitted, held_apart, scores, told

from bench.corpora import corpora
from demarche.model.claim import PRIMARY
from demarche.steps.extract.dates.start import BIAS

ROOT = Path(__file__).parents[2]
DAYS = range(2, 2 + RARE + 7)
BODY = "The attack began on {0} July. The minister said on {1} August that it was over."


def draft(name: str, start: str | None) -> dict[str, Any]:
    lists: dict[str, Any] = {name: [] for name in ("victims", "victim_countries", "types", "impacts", "malware", "cves")}
    incident = {"start_date": start, **lists}
    return {"published": "2022-09-08", "primary": name, "incident": incident, "attributions": [], "responses": []}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of annotated reports; in the last one nothing began."""
    made = tmp_path_factory.mktemp("corpora")
    (made / "examples").mkdir()
    texts = {f"r-{day:02}": (BODY.format(day, day + 1), f"2022-07-{day:02}") for day in DAYS}
    for name, (body, start) in {**texts, "r-none": ("It rained in Tirana.", None)}.items():
        (made / "examples" / f"{name}.txt").write_text(f"A report from abroad\n\n{body}\n", "utf-8")
        (made / "examples" / f"{name}.json").write_text(json.dumps(draft(name, start)), "utf-8")
    return made


@pytest.fixture(scope="module")
def made(root: Path) -> list[Example]:
    (corpus,) = corpora(root)
    return examples(corpus.reports)


def test_every_report_is_an_example_with_the_dates_of_its_own_incident(made: list[Example]) -> None:
    assert [len(example.found) for example in made] == [2] * len(DAYS) + [0]
    assert {one.event for example in made for one in example.found} == {PRIMARY}
    assert made[-1].gold is None


def test_signs_of_the_right_date_weigh_more_and_rare_ones_nothing(made: list[Example]) -> None:
    weights = fitted(made)
    assert weights["first=entry"] > 0 > weights["first=said"]
    assert set(fitted(made[: RARE - 1])) <= {BIAS}
    assert all(weight == round(weight, 3) and abs(weight) >= 0.01 for weight in weights.values())


def test_the_right_date_is_told_when_it_is_likely_enough(made: list[Example]) -> None:
    weights = fitted(made)
    assert [told(example, weights, 0.5) for example in made] == [example.gold for example in made]
    assert {told(example, weights, 1.0) for example in made} == {None}


def test_reports_held_apart_are_read_with_weights_that_never_saw_them(made: list[Example]) -> None:
    pairs = held_apart(made)
    assert sorted(str(example.gold) for example, _ in pairs) == sorted(str(example.gold) for example in made)
    assert len({id(weights) for _, weights in pairs}) <= FOLDS
    assert scores((told(example, weights, 0.5), example.gold) for example, weights in pairs)[2] == 1.0


@pytest.mark.parametrize(
    ("answers", "value"),
    [
        ([("2022", "2022"), (None, None)], 1.0),
        ([("2022", "2021")], 0.0),
        ([("2022", None), ("2021", "2021")], 2 / 3),
        ([(None, "2022"), ("2021", "2021")], 2 / 3),
        ([(None, None)], 0.0),
    ],
)
def test_f1_counts_what_was_told_and_what_should_have_been(answers: list[tuple[str | None, str | None]], value: float) -> None:
    assert scores(answers)[2] == pytest.approx(value)


def test_another_process_with_another_hash_seed_gives_the_same_weights(root: Path, made: list[Example]) -> None:
    program = (
        "import sys, json; from pathlib import Path; from bench.corpora import corpora; from training import starts as s;"
        "(corpus,) = corpora(Path(sys.argv[1])); print(json.dumps(s.fitted(s.examples(corpus.reports))))"
    )
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "31337",
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src"), *sys.path]),
    }
    command = [sys.executable, "-c", program, str(root)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == fitted(made) == fitted(list(reversed(made)))
