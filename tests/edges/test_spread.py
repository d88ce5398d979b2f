from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from demarche.edges.spread import AHEAD, Lost, spread
from demarche.errors import RejectedInput


def square(number: int) -> int:
    return number * number


def slow_when_even(number: int) -> int:
    time.sleep(0.02 if number % 2 == 0 else 0)
    return number


def dies_of_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def leaves_at_three(number: int) -> int:
    if number == 3:
        os._exit(7)
    return number


def refuses_three(number: int) -> int:
    if number == 3:
        raise RejectedInput("three is not read")
    return number


def sleeps_at_three(number: int) -> int:
    if number == 3:
        time.sleep(60)
    return number


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    assert list(spread(square, range(25), workers)) == [number * number for number in range(25)]
    assert list(spread(slow_when_even, range(12), workers)) == list(range(12))


@pytest.mark.parametrize("workers", [1, 2])
def test_no_items_give_no_results(workers: int) -> None:
    assert list(spread(square, [], workers)) == []


def test_large_items_and_results_pass() -> None:
    blocks = [bytes([number]) * 3_000_000 for number in range(5)]
    assert list(spread(bytes.upper, blocks, 2)) == [block.upper() for block in blocks]


def test_a_killed_worker_loses_its_item_only() -> None:
    results = list(spread(dies_of_three, range(8), 2))
    assert results[3] == Lost("its worker process was killed by SIGKILL")
    assert [result for result in results if not isinstance(result, Lost)] == [0, 1, 2, 4, 5, 6, 7]


def test_a_worker_that_leaves_loses_its_item_only() -> None:
    results = list(spread(leaves_at_three, range(8), 2))
    assert results[3] == Lost("its worker process ended with code 7")
    assert len(results) == 8


def test_an_item_that_takes_too_long_is_lost_and_the_run_goes_on() -> None:
    begun = time.monotonic()
    results = list(spread(sleeps_at_three, range(8), 2, seconds=0.5))
    assert results[3] == Lost("took longer than 0.5 seconds")
    assert results[4:] == [4, 5, 6, 7]
    assert time.monotonic() - begun < 20


UNGUARDED = """
from demarche.edges.spread import spread
from demarche.errors import DemarcheError
try:
    print(list(spread(abs, [1, 2, 3], 2)))
except DemarcheError as error:
    print("DemarcheError", error)
"""


def test_a_script_without_a_guard_is_told_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(UNGUARDED)
    ended = subprocess.run(
        [sys.executable, str(tmp_path / "script.py")], capture_output=True, text=True, check=True, timeout=60
    )
    assert ended.stdout.startswith("DemarcheError a worker process ended with code 1")
    assert "if __name__ == '__main__':" in ended.stdout


@pytest.mark.parametrize("workers", [1, 2])
def test_an_exception_is_raised_in_its_turn(workers: int) -> None:
    results = spread(refuses_three, range(8), workers)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(RejectedInput, match="three is not read"):
        next(results)


def test_items_are_taken_only_a_bounded_way_ahead() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = spread(square, items(), 2)
    next(results)
    time.sleep(0.1)
    next(results)
    assert len(taken) <= 2 + 2 * AHEAD
    results.close()  # type: ignore[attr-defined]
