"""Measuring another reader than the rules."""

from __future__ import annotations

import pytest

from bench import accuracy
from bench.corpora import corpora


def test_floors_are_those_of_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main(["--reader", "model", "--check"]) == 2
    assert "leave out --reader" in capsys.readouterr().err


def test_any_reader_can_be_measured() -> None:
    (examples,) = (corpus for corpus in corpora() if corpus.name == "examples")
    silent = accuracy.measure(examples, lambda _: ()).pinned.scores
    assert silent["attribution"].recall == 0.0
    assert silent["attribution"].gold > 50
