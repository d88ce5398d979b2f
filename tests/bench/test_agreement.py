"""How far two annotations of one report agree."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from bench import agreement
from bench.corpora import ROOT


def test_at_least_a_hundred_reports_are_annotated_twice_and_mostly_alike() -> None:
    pairs = agreement.both()
    assert len(pairs) >= 100
    assert all(first["id"] == second["id"] and first is not second for first, second in pairs)
    scores = agreement.agreement(pairs)
    assert 0.8 < scores["attribution"].f1 < 1.0
    assert 0.7 < scores["response"].f1 < 1.0


def test_the_first_annotation_is_the_key() -> None:
    (first, second), *_ = agreement.both()
    only_first = {**second, "attributions": []}
    assert agreement.agreement([(first, only_first)])["attribution"].recall == 0.0
    assert agreement.agreement([(first, first)])["attribution"].f1 == 1.0


def test_a_second_pass_of_no_report_is_refused(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "corpora", tmp_path / "corpora")
    (tmp_path / agreement.SECOND / "X-99.json").write_text("{}", "utf-8")
    with pytest.raises(ValueError, match=r"X-99\.json: no report has this name"):
        agreement.both(tmp_path)


def test_it_prints_a_table_or_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert agreement.main([]) == 0
    assert "reports, annotated twice" in capsys.readouterr().out
    assert agreement.main(["--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) >= {"attribution", "response", "start-date"}
