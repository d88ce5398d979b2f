"""Figures of several readers: kept, shown, beside one another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bench import accuracy, figures, tables
from bench.breakdown import Breakdown
from bench.corpora import HELD_OUT
from bench.figures import Figures
from bench.floors import Floors, Pinned, cut, dumps, name_of, of_readers, read
from bench.readers import measurable
from bench.scoring import Score, Tally
from demarche.errors import UsageError

ROOT = Path(__file__).parents[2]


def some(f1: float, confident: int = 3, **parts: Any) -> Figures:
    scores = {"attribution": Score(f1, f1, f1, 20), "confidence": Score(f1, f1, f1, confident)}
    return Figures(Pinned(4, "a" * 64, scores), Breakdown(**parts))


STANCES = {"doubts": Tally(1, 2, 4), "asserts": Tally(3, 4, 9)}
KINDS = {"wire": {"attribution": Tally(4, 6, 13), "response": Tally(), "type": Tally(1, 1, 2)}}
BOTH = {
    "rules": {
        "dev": some(0.5, stances=STANCES, kinds=KINDS, reports={"wire": 4}),
        HELD_OUT: some(0.4, stances={"doubts": Tally(0, 0, 2)}),
    },
    "model": {"dev": some(0.61239, 5, stances=STANCES), HELD_OUT: some(0.45, acts={"arrest": Tally(0, 1, 0)})},
}


def test_readers_stand_beside_one_another_each_with_its_floors() -> None:
    known = Floors({"dev": BOTH["rules"]["dev"].pinned, f"{HELD_OUT}, model": BOTH["model"][HELD_OUT].pinned})
    by_title = {table.title: tables.text(table) for table in tables.tables(BOTH, known) if table.row == "measure"}
    (line,) = (line for line in by_title["dev"].splitlines() if "attribution" in line)
    assert line.split() == ["attribution", *["0.500"] * 4, *["0.612"] * 3, "-", "20"]
    (line,) = (line for line in by_title[HELD_OUT].splitlines() if "attribution" in line)
    assert line.split() == ["attribution", *["0.400"] * 3, "-", *["0.450"] * 4, "20"]
    assert by_title["dev"].splitlines()[1].split() == ["rules", "model"]


def test_what_is_to_be_found_is_told_for_each_reader_where_it_differs() -> None:
    (line,) = (line for line in tables.markdown(BOTH).splitlines() if line.startswith("| confidence") and "0.612" in line)
    assert line.endswith("| 3 / 5 |")


def test_held_out_reports_are_counted_apart_from_all_others() -> None:
    found = {(table.title, table.row): table.rows for table in tables.tables(BOTH, Floors()) if table.row == "stance"}
    assert list(found) == [(HELD_OUT, "stance"), ("all but held-out", "stance")]
    assert list(found["all but held-out", "stance"]) == ["asserts", "doubts"]
    assert found["all but held-out", "stance"]["doubts"]["model"] == Score(0.5, 0.25, 1 / 3, 4)
    assert found[HELD_OUT, "stance"]["doubts"]["rules"].gold == 2


def test_an_act_that_is_nowhere_to_be_found_counts_against_precision() -> None:
    (table,) = (table for table in tables.tables(BOTH, Floors()) if table.row == "act")
    assert table.rows == {"arrest": {"rules": Score(0.0, 0.0, 0.0, 0), "model": Score(0.0, 0.0, 0.0, 0)}}
    assert table.title == HELD_OUT


def test_one_reader_alone_needs_no_names_over_its_columns() -> None:
    alone = tables.markdown({"rules": BOTH["rules"]})
    assert "| measure | precision | recall | F1 | to find |" in alone
    assert "rules" not in alone.split("**held-out**")[0].split("| measure |")[1]
    assert "| measure | rules: precision |" in tables.markdown(BOTH)


def test_a_reader_that_refuses_reports_says_so() -> None:
    refusing = Figures(BOTH["rules"]["dev"].pinned, refused=2)
    assert "(4 reports); rules could not read 2 of them" in tables.markdown({"rules": {"dev": refusing}})


def test_figures_are_kept_as_floors_are_and_come_back() -> None:
    kept = figures.loads(figures.dumps(BOTH))
    assert figures.dumps(kept) == figures.dumps(BOTH)
    assert kept["rules"] == BOTH["rules"]
    assert kept["model"]["dev"].pinned.scores["attribution"] == cut(BOTH["model"]["dev"].pinned.scores["attribution"])
    assert len(figures.dumps(BOTH).splitlines()) == 4


def test_json_has_every_measure_of_every_part() -> None:
    plain = figures.plain(BOTH)["rules"]["dev"]
    assert plain["kinds"]["wire"]["reports"] == 4
    assert plain["kinds"]["wire"]["scores"]["type"]["right"] == 1
    assert plain["stances"]["doubts"] == {"right": 1, "predicted": 2, "gold": 4, "precision": 0.5, "recall": 0.25, "f1": 1 / 3}
    assert plain["scores"]["attribution"]["gold"] == 20


def test_without_kept_figures_the_floors_of_the_rules_are_shown(tmp_path: Path) -> None:
    known = Floors({"dev": BOTH["rules"]["dev"].pinned, name_of(HELD_OUT, "model"): BOTH["model"][HELD_OUT].pinned})
    (tmp_path / "bench").mkdir()
    (tmp_path / "bench/floors.json").write_text(dumps(known), "utf-8")
    assert figures.kept(tmp_path) == {"rules": {"dev": Figures(known.corpora["dev"])}}
    (tmp_path / figures.KEPT).write_text(figures.dumps(BOTH), "utf-8")
    assert set(figures.kept(tmp_path)) == {"rules", "model"}


def test_the_figures_of_this_checkout_are_those_of_its_floors() -> None:
    kept = figures.kept(ROOT)
    assert "rules" in kept
    assert figures.floored(kept) == of_readers(read(ROOT), kept).corpora


def test_the_documentation_shows_the_figures_that_are_kept() -> None:
    page = (ROOT / accuracy.TABLE).read_text("utf-8")
    assert page.splitlines()[1:] == tables.markdown(figures.kept(ROOT)).splitlines()[1:]


def test_a_language_model_is_measured_only_where_one_is_configured() -> None:
    readers, notes = measurable(environment={})
    assert "rules" in readers
    assert "llm" not in readers
    assert any("DEMARCHE_LLM_URL" in note for note in notes)
    known = {"DEMARCHE_LLM_URL": "http://127.0.0.1:9/v1", "DEMARCHE_LLM_MODEL": "small"}
    assert "llm" in measurable(environment=known)[0]
    with pytest.raises(UsageError, match="DEMARCHE_LLM_MODEL"):
        measurable(environment={"DEMARCHE_LLM_URL": "http://127.0.0.1:9/v1"})


def test_asking_for_a_reader_that_cannot_read_here_is_refused() -> None:
    assert list(measurable("rules")[0]) == ["rules"]
    with pytest.raises(UsageError, match="DEMARCHE_LLM_URL"):
        measurable("llm", environment={})
