"""`spread`: a map over processes whose results come in the order of the items, whatever the number of workers."""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from demarche.errors import DemarcheError

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 4
"""Items per worker that may be in work or wait for their turn: bounds memory while one item is slow."""

_STOP_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Lost:
    """An item whose worker process ended before its result came. The run goes on with a new worker."""

    reason: str


def spread(
    function: Callable[[Item], Result], items: Iterable[Item], workers: int = 1, seconds: float | None = None
) -> Iterator[Result | Lost]:
    """`function` of each item, in the order of the items. One worker runs here; several run in processes of their own.

    With several, `function` and items must pickle; a process that dies, or takes longer than `seconds` over an item, gives
    `Lost` in its place; an exception of `function` is raised here in its turn. DemarcheError when no process can start.
    """
    if workers <= 1:
        yield from map(function, items)
        return
    source = iter(items)
    head = list(islice(source, workers))
    pool: _Pool[Item, Result] = _Pool(function, len(head), seconds)
    try:
        yield from pool.map(chain(head, source))
    finally:
        pool.stop()


@dataclass(eq=False, slots=True)
class _Worker:
    process: BaseProcess
    line: Connection
    starting: bool = True
    task: int | None = None
    since: float = 0.0

    @property
    def awaited(self) -> bool:
        return self.starting or self.task is not None

    def end(self) -> str:
        """Kill the process if it still runs; how it ended."""
        self.line.close()
        self.process.join(_STOP_SECONDS)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        code = self.process.exitcode or 0
        return f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"


@dataclass(slots=True)
class _Pool(Generic[Item, Result]):
    function: Callable[[Item], Result]
    size: int
    seconds: float | None
    workers: list[_Worker] = field(default_factory=list)
    results: dict[int, tuple[bool, Any]] = field(default_factory=dict)
    dealt: int = 0

    def map(self, items: Iterator[Item]) -> Iterator[Result | Lost]:
        turn = 0
        while True:
            self._deal(items, turn)
            if turn not in self.results and not any(worker.awaited for worker in self.workers):
                return
            self._collect(0.0 if turn in self.results else self._patience())
            if turn in self.results:
                self._deal(items, turn)  # so that nobody idles while the consumer works
                raised, value = self.results.pop(turn)
                if raised:
                    raise value
                yield value
                turn += 1

    def stop(self) -> None:
        for worker in self.workers:
            if worker.awaited:
                worker.process.kill()
        for worker in self.workers:
            worker.end()

    def _deal(self, items: Iterator[Item], turn: int) -> None:
        while len(self.workers) < self.size:
            self.workers.append(_start(self.function))
        for worker in list(self.workers):
            if worker.awaited or self.dealt >= turn + AHEAD * self.size:
                continue
            for item in islice(items, 1):
                worker.task, worker.since = self.dealt, time.monotonic()
                self.dealt += 1
                self._send(worker, item)

    def _send(self, worker: _Worker, item: Item) -> None:
        try:
            worker.line.send(item)
        except (BrokenPipeError, ConnectionResetError):
            self._lose(worker)

    def _collect(self, timeout: float | None) -> None:
        awaited = {worker.line: worker for worker in self.workers if worker.awaited}
        for line in wait(list(awaited), timeout):
            self._hear(awaited[line])  # type: ignore[index]  # typeshed also allows sockets here
        if self.seconds is not None:
            late = time.monotonic() - self.seconds
            for worker in [w for w in self.workers if w.task is not None and w.since <= late]:
                worker.process.kill()
                self._lose(worker, f"took longer than {self.seconds:g} seconds")

    def _patience(self) -> float | None:
        started = [worker.since for worker in self.workers if worker.task is not None]
        if self.seconds is None or not started:
            return None
        return max(0.0, min(started) + self.seconds - time.monotonic())

    def _hear(self, worker: _Worker) -> None:
        try:
            heard = worker.line.recv()
        except (EOFError, ConnectionResetError):
            self._lose(worker)
            return
        if worker.task is not None:
            self.results[worker.task] = heard
        worker.starting, worker.task = False, None

    def _lose(self, worker: _Worker, reason: str | None = None) -> None:
        self.workers.remove(worker)
        ended = worker.end()
        if worker.task is None:
            raise DemarcheError(
                f"a worker process {ended} before its first item; use one worker, or, in a script, "
                "call it below `if __name__ == '__main__':`"
            )
        self.results[worker.task] = False, Lost(reason or f"its worker process {ended}")


def _start(function: Callable[[Any], Any]) -> _Worker:
    # Not fork: it would copy locks that other threads of the caller hold, and open connections.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, pickle.dumps(function)), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _serve(line: Connection, pickled: bytes) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops its workers itself
    function = pickle.loads(pickled)  # noqa: S301 - pickled by our own parent
    line.send(None)
    while True:
        try:
            item = line.recv()
        except EOFError:
            return
        line.send(_attempt(function, item))


def _attempt(function: Callable[[Any], Any], item: Any) -> tuple[bool, Any]:
    try:
        return False, function(item)
    except Exception as error:  # noqa: BLE001 - raised again in the parent
        return True, error
