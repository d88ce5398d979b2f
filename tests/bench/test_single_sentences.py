"""The single annotated sentences."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bench.freeze import ACTS, STANCES, STATUSES
from bench.single_sentences import FOLDER, entries, entry

BLOCK = """T: Oslo blamed a foreign service; the envoy was summoned.
A: Oslo | government | NO | a foreign service | state | ~ | asserts | ~ | Oslo blamed a foreign service
R: summon-ambassador | ~ | ~ | ~ | ~ | done | the envoy was summoned
V: Oslo | NO | government
I: espionage-access, leak
M: data-exposed"""


def test_an_entry_is_read_with_the_places_of_its_spans() -> None:
    found = entry("x", BLOCK)
    (accusation,), (answer,) = found["attributions"], found["responses"]
    assert found["text"][accusation["start"] : accusation["end"]] == "Oslo blamed a foreign service"
    assert (accusation["asserter"], accusation["accused_country"]) == ("Oslo", None)
    assert found["text"][answer["start"] : answer["end"]] == "the envoy was summoned"
    assert found["types"] == ["espionage-access", "leak"]
    assert found["victims"] == [{"name": "Oslo", "country": "NO", "sector": "government"}]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("R: sanctions | ~ | ~ | ~ | ~ | done | never said", "not in the text"),
        ("R: sanctions | ~ | done | ~", "argument"),
        ("X: what is this", "no such line"),
    ],
)
def test_a_line_that_is_none_is_refused(line: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        entry("x", f"T: Oslo spoke.\n{line}")


def test_the_file_and_the_entry_are_named_when_one_is_wrong(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "odd.txt").write_text("T: One.\n\nnothing", "utf-8")
    with pytest.raises(ValueError, match=r"odd\.txt, entry 2: begins with no text"):
        list(entries(tmp_path))


def test_three_thousand_sentences_say_rare_things_and_nothing() -> None:
    found = list(entries())
    assert len(found) >= 3000
    stances = Counter(one["stance"] for entry in found for one in entry["attributions"])
    acts = Counter(one["kind"] for entry in found for one in entry["responses"])
    statuses = Counter(one["status"] for entry in found for one in entry["responses"])
    assert set(stances) == STANCES
    assert set(acts) == ACTS
    assert set(statuses) == STATUSES
    rare = "recall-ambassador expel-diplomats sever-relations mutual-defence-consultation travel-ban".split()
    assert min(acts[act] for act in rare) >= 15
    nothing = sum(not entry["attributions"] and not entry["responses"] for entry in found)
    assert nothing > len(found) / 5
