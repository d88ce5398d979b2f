"""Which incident sentences tell of: the annotation fits its reports, and the measures do what they say."""

from __future__ import annotations

import json
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from bench import segments
from bench.corpora import OF_THE_RULES, ROOT, corpora
from bench.segments import SEGMENTS, Segment, Told, annotated, groups, measure, table
from demarche.model.claim import PRIMARY
from demarche.steps.extract.reading import NOWHERE


def report(*pairs: tuple[str, str], primary: str | None = "p") -> Told:
    """Sentences of ten characters, each with the incidents that it tells of and the label that it was given."""
    made = tuple(
        Segment(10 * number, 10 * number + 9, frozenset(gold.split("+")) - {"-"}, label)
        for number, (gold, label) in enumerate(pairs)
    )
    return Told("X-1", primary, made)


def test_every_sentence_of_the_reports_is_annotated_with_known_incidents() -> None:
    rows = annotated()
    reports = {one.id: one for corpus in corpora() for one in corpus.reports}
    assert len(rows) == 48
    for name, sentences in rows.items():
        text = reports[name].data.decode("utf-8")
        between = [text[end:start] for (_, end, _), (start, _, _) in pairwise(sentences)]
        assert max(len(gap.strip()) for gap in between) < 150
        told = {incident for *_, gold in sentences for incident in gold}
        assert reports[name].gold["primary"] in {*told, None}


def test_the_halves_share_no_incident() -> None:
    rows = annotated()
    sides: tuple[list[str], list[str]] = ([], [])
    for corpus in corpora():
        for one in corpus.reports:
            if one.id in rows and one.incident:
                sides[corpus.name in OF_THE_RULES].append(one.incident)
    assert len(sides[0]) > 15
    assert len(sides[1]) > 15
    assert set(sides[0]) & set(sides[1]) == set()


def test_what_is_right_counts_in_full() -> None:
    perfect = measure([report(("p", PRIMARY), ("a", "other-1"), ("-", PRIMARY), ("b", "other-2"), ("a", "other-1"))])
    assert (perfect.sentences, perfect.others) == (5, 3)
    assert (perfect.right, perfect.f1, perfect.linked, perfect.b_cubed_f1) == (1.0, 1.0, 1.0, 1.0)


def test_what_is_about_another_but_the_wrong_one_is_found_and_not_linked() -> None:
    mixed = measure([report(("p", PRIMARY), ("a", "other-1"), ("a", "other-1"), ("b", "other-1"))])
    assert (mixed.precision, mixed.recall) == (1.0, 1.0)
    assert mixed.linked == pytest.approx(2 / 3)
    assert mixed.right == pytest.approx(3 / 4)
    assert mixed.b_cubed_recall == 1.0
    assert mixed.b_cubed_precision == pytest.approx((1 + 2 / 3 + 2 / 3 + 1 / 3) / 4)


def test_one_label_stands_for_one_incident_only() -> None:
    split = measure([report(("a", "other-1"), ("a", "other-2"), ("a", "other-1"))])
    assert split.linked == pytest.approx(2 / 3)
    assert split.b_cubed_precision == 1.0


def test_a_sentence_of_the_report_s_own_incident_and_another_is_right_either_way() -> None:
    for label in (PRIMARY, "other-1"):
        both = measure([report(("p+a", label), ("p", PRIMARY), ("a", "other-1"))])
        assert (both.precision, both.recall, both.right) == (1.0, 1.0, 1.0)


def test_the_own_incident_taken_for_another_costs_precision_and_the_other_way_round_recall() -> None:
    wrong = measure([report(("p", "other-1"), ("a", "other-2"), ("a", PRIMARY), ("-", "other-3"))])
    assert wrong.precision == pytest.approx(1 / 3)
    assert wrong.recall == pytest.approx(1 / 2)
    assert wrong.right == pytest.approx(1 / 4)


def test_what_belongs_to_nowhere_is_set_apart_and_linked_to_nothing() -> None:
    apart = measure([report(("-", NOWHERE), ("a", NOWHERE), ("a", "other-1"), primary=None)])
    assert (apart.precision, apart.recall) == (1.0, 1.0)
    assert apart.linked == pytest.approx(1 / 2)


def test_no_reports_have_no_shares() -> None:
    assert measure([]).f1 == 0.0


def test_each_half_is_told_as_a_whole_and_by_kind() -> None:
    made = groups({"seen": [report(("p", PRIMARY)), report(("a", "other-1"), primary=None)]})
    assert {name: len(reports) for name, reports in made.items()} == {
        "seen": 2,
        "seen: of one incident": 1,
        "seen: round-ups": 1,
    }
    assert "| seen: round-ups | 1 | 1 |" in table({name: measure(reports) for name, reports in made.items()})


def test_wrong_files_are_refused(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "corpora" / "demarche" / "further-e", tmp_path / "corpora" / "demarche" / "further-e")
    place = tmp_path / SEGMENTS
    place.write_text("E-21\t0\t9\tx\nE-21\t5\t12\tx\n", "utf-8")
    with pytest.raises(ValueError, match="two sentences of E-21 overlap at 5"):
        annotated(tmp_path)
    place.write_text("E-99\t0\t9\tx\n", "utf-8")
    with pytest.raises(ValueError, match="no report is called E-99"):
        segments.halves(tmp_path)


def test_it_prints_a_table_or_json_that_the_documentation_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert segments.main([]) == 0
    shown = capsys.readouterr().out
    assert shown == (ROOT / segments.TABLE).read_text("utf-8")
    assert segments.main(["--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["unseen"]["others"] > 100
    assert told["unseen: round-ups"]["linked"] > 0.8
    assert segments.main(["--show", "D-b-10"]) == 0
    assert {line.split("[")[0] for line in capsys.readouterr().out.splitlines()} <= {"D-b-10"}
