"""Measuring another reader than the rules."""

from __future__ import annotations

import pytest

from bench import accuracy, figures
from bench.corpora import corpora


@pytest.mark.parametrize("asked", [["--reader", "model", "--check"], ["--reader", "rules", "--pin"]])
def test_floors_are_of_all_readers_that_have_some(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main(asked) == 2
    assert "leave out --reader" in capsys.readouterr().err


def test_any_reader_can_be_measured() -> None:
    (examples,) = (corpus for corpus in corpora() if corpus.name == "examples")
    silent = figures.measure(examples, lambda _: ()).pinned.scores
    assert silent["attribution"].recall == 0.0
    assert silent["attribution"].gold > 50
