"""The check of what is lost between words and parties."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from training.reader.oracle import RIGHT, Report, Trial, lines

from demarche.model.source import Capture

TEXT = "Norway accused Russia of the break-in. Russia denied it. Oslo summoned the Russian ambassador."


def stance(asserter: str, accused: str, name: str, words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {
        "asserter": asserter, "asserter_kind": "government", "asserter_country": "NO" if asserter == "Norway" else None,
        "accused": accused, "accused_kind": "state", "accused_country": "RU" if accused == "Russia" else None,
        "stance": name, "confidence_words": None, "start": start, "end": start + len(words),
    }  # fmt: skip


def tried(attributions: list[dict[str, Any]], responses: list[dict[str, Any]]) -> list[Trial]:
    gold = {"attributions": attributions, "responses": responses}
    return list(Report("one", Capture("one.txt", TEXT.encode()), gold).trials())


def test_what_the_words_name_is_right() -> None:
    response = {
        "kind": "summon-ambassador", "by": "Norway", "by_country": "NO", "against": "Russia", "against_country": "RU",
        "status": "done", "start": TEXT.index("Oslo"), "end": len(TEXT),
    }  # fmt: skip
    found = tried([stance("Norway", "Russia", "asserts", "Norway accused Russia of the break-in.")], [response])
    assert [one.cause for one in found] == [RIGHT, RIGHT]


def test_what_is_not_in_reach_is_told_by_its_side() -> None:
    words = "Norway accused Russia of the break-in."
    found = tried([stance("Atlantis", "Russia", "asserts", words), stance("Norway", "Lemuria", "asserts", words)], [])
    assert [one.cause for one in found] == ["asserter: not in reach", "accused: not in reach"]


def test_a_statement_is_not_scored() -> None:
    response = {
        "kind": "statement", "by": "Norway", "by_country": "NO", "against": None, "against_country": None,
        "status": "done", "start": 0, "end": 10,
    }  # fmt: skip
    assert tried([], [response]) == []


def test_shares_and_causes_are_printed_and_the_entries_of_one_cause() -> None:
    (one,) = tried([stance("Atlantis", "Russia", "asserts", "Norway accused Russia of the break-in.")], [])
    printed = list(lines([("dev", one)], None))
    assert any(line.startswith("dev") and "0 of     1" in line for line in printed)
    assert any(line.endswith("stances   asserter: not in reach") for line in printed)
    assert not any("Atlantis" in line for line in printed)
    assert any("Atlantis" in line for line in lines([("dev", one)], "not in reach"))
