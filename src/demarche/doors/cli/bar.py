"""The bar that a long run shows on a terminal: how many reports are done, how many a second, and how long the rest takes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, ProgressColumn, SpinnerColumn, Task, TextColumn
from rich.progress import Progress as RichProgress
from rich.text import Text

from demarche.doors.cli.output import console

_HOUR, _MINUTE = 3600, 60


def pace(speed: float | None, left: float | None) -> str:
    """How many reports a second, and how long the rest takes, in words; empty before anything is known of it."""
    if not speed:
        return ""
    rate = (
        f"{speed:,.0f} a second"
        if speed >= 10
        else f"{speed:.1f} a second"
        if speed >= 1
        else f"{speed * _MINUTE:.1f} a minute"
    )
    return rate if left is None else f"{rate}, {_clock(round(left))} left"


def _clock(seconds: int) -> str:
    hours, rest = divmod(seconds, _HOUR)
    minutes, rest = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


class _Pace(ProgressColumn):
    """The pace of the last half minute."""

    max_refresh = 0.5

    def render(self, task: Task) -> Text:
        """What stands to the right of the bar."""
        return Text(pace(task.speed, None if task.finished else task.time_remaining), "dim")


class Bar:
    """A bar over the inputs that `paths` give, drawn when standard error is a terminal, unless `silent`; a context manager.

    Lines that are printed through `out` stay above it.
    """

    def __init__(self, paths: Sequence[str], silent: bool = False) -> None:
        self.out = console()
        self._shown = sys.stderr.isatty() and not silent
        self._bar = RichProgress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            _Pace(),
            console=self._place(),
            transient=True,
            disable=not self._shown,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._total = _inputs(paths) if self._shown else None
        self._task = self._bar.add_task("", total=self._total)
        self._done = 0
        self._tell()

    def _place(self) -> Console:
        """One console for lines and bar where both go to the terminal: two would write over one another."""
        return self.out if self.out.is_terminal else console(stderr=True)

    def __enter__(self) -> Bar:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()

    def advance(self, then: str = "") -> None:
        """One more report is done. `then` is what is done after the last, where it is known which that is."""
        self._done += 1
        if self._total is not None and self._done > self._total:  # an input held more reports than its name told
            self._total = None
            self._bar.tasks[0].total = None
        self._tell(then if self._done == self._total else "")

    def _tell(self, doing: str = "") -> None:
        of_all = "" if self._total is None else f" of {self._total:,}"
        said = doing or f"{self._done:,}{of_all} {'report' if (self._total or self._done) == 1 else 'reports'} read"
        self._bar.update(self._task, completed=self._done, description=said)


def _inputs(paths: Sequence[str]) -> int | None:
    from demarche.edges.files import count

    return count(paths)
