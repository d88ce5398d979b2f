"""What `demarche read` shows while it reads: a bar on a terminal, a line for each input, a summary; and what `verify` finds."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from rich.text import Text

from demarche.doors.cli.output import console, one_line
from demarche.doors.cli.words import counted, left_out
from demarche.model.source import Outcome

if TYPE_CHECKING:
    from demarche.edges.store import Finding
    from demarche.pipeline import InputResult, ReadSummary

_STYLES = {Outcome.OK: "green", Outcome.PARTIAL: "yellow", Outcome.REJECTED: "red"}


class Progress:
    """Prints how each input ended, unless `silent`, above a bar where there is a terminal; a context manager to be called with
    each result."""

    def __init__(self, verbose: bool = False, silent: bool = False) -> None:
        from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bar

        self._verbose, self._silent = verbose, silent
        self._out = console()
        # One console for lines and bar where both go to the terminal, so that the bar stays below the lines.
        place = self._out if self._out.is_terminal and not silent else console(stderr=True)
        self._bar = Bar(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            TimeElapsedColumn(),
            console=place,
            transient=True,
            disable=not place.is_terminal,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._bar.add_task("reading", total=None)
        self._ended = 0

    def __enter__(self) -> Progress:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()

    def __call__(self, result: InputResult) -> None:
        """Show one result."""
        self._ended += 1
        if not self._silent:
            self._out.print(_line(result, self._verbose), soft_wrap=True)
        self._bar.update(self._task, description=f"{counted(self._ended, 'report')} read")


def _line(result: InputResult, verbose: bool) -> Text:
    line = Text().append(f"{result.outcome:<8} ", _STYLES[result.outcome])
    line.append(one_line(result.name), "bold" if result.outcome is not Outcome.OK else "")
    if result.document:
        found = counted(result.claims, "claim") if result.claims else "no claim found in it"
        line.append(f"  {found}", "dim" if result.claims else "yellow")
        line.append("" if result.new else ", known already", "dim")
        line.append(f", {left_out(result.dropped)}" if result.dropped else "", "yellow")
        if verbose:
            line.append(f"  {result.document}", "dim")
    if result.reason:
        line.append(f": {one_line(result.reason)}")
    return line


def summary(ended: ReadSummary, place: str) -> None:
    """How all inputs ended, and what to do next."""
    outcomes = ", ".join(f"{ended.count(outcome):,} {outcome}" for outcome in Outcome if ended.count(outcome))
    claims = sum(result.claims for result in ended.inputs)
    out = console()
    out.print()
    line = Text().append(f"{counted(len(ended.inputs), 'input')}: {outcomes}", "bold")
    line.append(f"; {ended.new:,} new; {counted(claims, 'claim')}; in {one_line(place)}")
    out.print(line, soft_wrap=True)
    if sys.stdout.isatty() and ended.count(Outcome.REJECTED) < len(ended.inputs):
        out.print(Text("`demarche incidents` lists what they tell of", "dim"))


def print_finding(finding: Finding) -> None:
    """One thing that is wrong with a record, on a line."""
    console().print(Text(one_line(f"{finding.kind} {finding.subject}: {finding.message}")), soft_wrap=True)
