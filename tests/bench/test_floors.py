import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from bench import accuracy, floors
from bench.floors import Floors, Pinned
from bench.scoring import Score

ROOT = Path(__file__).parents[2]


def pinned(f1: float, sha256: str = "a" * 64, measure: str = "attribution") -> Pinned:
    return Pinned(2, sha256, {measure: Score(f1, f1, f1, 10)})


BEFORE = Floors({"examples": pinned(0.5)})


def test_a_measure_at_its_floor_passes_and_under_it_fails() -> None:
    assert list(floors.faults(BEFORE, {"examples": pinned(0.5)})) == []
    assert list(floors.faults(BEFORE, {"examples": pinned(0.7)})) == []
    (fault,) = floors.faults(BEFORE, {"examples": pinned(0.499)})
    assert "attribution is at 0.499, under its floor of 0.500" in fault


def test_a_measure_that_is_gone_fails() -> None:
    (fault,) = floors.faults(BEFORE, {"examples": pinned(0.5, measure="response")})
    assert "attribution is at nothing" in fault


@pytest.mark.parametrize(
    ("measured", "words"),
    [
        ({}, "not there"),
        ({"examples": pinned(0.9, sha256="b" * 64)}, "changed since it was pinned"),
        ({"examples": pinned(0.5), "dev": pinned(0.5)}, "dev: no floor is pinned"),
    ],
)
def test_a_corpus_that_is_missing_changed_or_unpinned_fails(measured: dict[str, Pinned], words: str) -> None:
    (fault,) = floors.faults(BEFORE, measured)
    assert words in fault


def test_pinning_raises_without_asking_and_lowers_only_with_a_reason() -> None:
    assert floors.raised(BEFORE, {"examples": pinned(0.61259)}, None).corpora["examples"] == pinned(0.612)
    for reason in (None, "", "  "):
        with pytest.raises(ValueError, match=r"examples attribution 0\.500 -> 0\.400"):
            floors.raised(BEFORE, {"examples": pinned(0.4)}, reason)
    lowered = floors.raised(BEFORE, {"examples": pinned(0.4)}, "the annotations were wrong")
    assert [(entry.before, entry.after, entry.reason) for entry in lowered.lowered] == [
        (0.5, 0.4, "the annotations were wrong")
    ]


def test_a_floor_never_lies_above_what_was_measured() -> None:
    score = Score(2 / 3, 1 / 3, 0.9999, 3)
    assert floors.cut(score) == Score(0.666, 0.333, 0.999, 3)
    assert floors.cut(floors.cut(score)) == floors.cut(score)


def test_a_committed_lowering_without_a_reason_is_refused() -> None:
    quietly = Floors({"examples": pinned(0.4)})
    (fault,) = floors.unexplained(BEFORE, quietly)
    assert "lowered from 0.500 to 0.400 without a reason" in fault
    assert list(floors.unexplained(BEFORE, floors.raised(BEFORE, {"examples": pinned(0.4)}, "why"))) == []
    assert list(floors.unexplained(BEFORE, BEFORE)) == []


def test_a_reason_covers_only_the_value_it_was_given_for() -> None:
    once = floors.raised(BEFORE, {"examples": pinned(0.4)}, "why")
    lower_still = replace(once, corpora={"examples": pinned(0.3)})
    assert len(list(floors.unexplained(once, lower_still))) == 1


def test_leaving_a_corpus_out_is_a_lowering() -> None:
    assert len(list(floors.unexplained(BEFORE, Floors()))) == 1


def test_the_file_holds_what_was_written() -> None:
    full = floors.raised(BEFORE, {"examples": pinned(0.4), "dev": pinned(0.7)}, "why")
    assert floors.loads(floors.dumps(full)) == full


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, found: Floors) -> None:
    (folder / floors.FLOORS).write_text(floors.dumps(found), "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "-m", "floors")


def test_git_tells_of_the_floors_of_earlier_commits(tmp_path: Path) -> None:
    assert floors.earlier(tmp_path) == {}
    (tmp_path / "bench").mkdir()
    git(tmp_path, "init", "--initial-branch=main")
    assert floors.earlier(tmp_path) == {}
    commit(tmp_path, BEFORE)
    git(tmp_path, "update-ref", "refs/remotes/origin/main", "HEAD")
    commit(tmp_path, Floors({"examples": pinned(0.45)}))
    commit(tmp_path, Floors({"examples": pinned(0.4)}))
    earlier = floors.earlier(tmp_path)
    assert [known.corpora["examples"].scores["attribution"].f1 for known in earlier.values()] == [0.4, 0.45, 0.5]
    refused = accuracy.check(floors.read(tmp_path), {"examples": pinned(0.4)}, earlier)
    assert len(refused) == 2
    assert "the main branch" in refused[1]


def test_no_floor_of_this_checkout_is_under_that_of_the_commits_before() -> None:
    known = floors.read(ROOT)
    assert [fault for earlier in floors.earlier(ROOT).values() for fault in floors.unexplained(earlier, known)] == []


def test_a_network_may_be_a_little_under_its_floor_and_the_rules_may_not() -> None:
    known = Floors({"held-out": pinned(0.5), "held-out, model": pinned(0.5)})
    now = {"held-out": pinned(0.495), "held-out, model": pinned(0.495)}
    assert [fault.partition(":")[0] for fault in floors.faults(known, now)] == ["held-out"]
    (_, fault) = floors.faults(known, {**now, "held-out, model": pinned(0.48)})
    assert fault.startswith("held-out, model: attribution is at 0.480")


def test_readers_that_cannot_read_here_are_not_missed() -> None:
    known = Floors({"held-out": pinned(0.5), "held-out, model": pinned(0.5)})
    now = {"held-out": pinned(0.5)}
    assert accuracy.check(known, now, {}, ["rules"]) == []
    (fault,) = accuracy.check(known, now, {})
    assert "held-out, model: pinned, but" in fault
    lowered = accuracy.check(
        BEFORE, {"examples": pinned(0.5)}, {"HEAD": Floors({**BEFORE.corpora, **known.corpora})}, ["rules"]
    )
    assert [fault.partition(": ")[0] for fault in lowered] == ["held-out", "held-out, model"]
