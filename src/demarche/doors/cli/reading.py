"""What `demarche read` shows while it reads: a bar on a terminal, a line for each input, a summary; and what `verify` finds."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING

import typer
from rich.text import Text

from demarche.doors.cli.bar import Bar
from demarche.doors.cli.output import console, one_line
from demarche.doors.cli.words import counted, left_out
from demarche.model.source import Outcome

if TYPE_CHECKING:
    from demarche.edges.store import Finding
    from demarche.model.claim import Reader
    from demarche.pipeline import InputResult, ReadSummary

_STYLES = {Outcome.OK: "green", Outcome.PARTIAL: "yellow", Outcome.REJECTED: "red"}


class Progress:
    """Prints how each input ended, unless `silent`, above a bar where there is a terminal; a context manager to be called with
    each result."""

    def __init__(self, paths: Sequence[str], verbose: bool = False, silent: bool = False) -> None:
        self._bar = Bar(paths, silent)
        self._verbose, self._silent = verbose, silent

    def __enter__(self) -> Progress:
        self._bar.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.__exit__(kind, error, trace)

    def __call__(self, result: InputResult) -> None:
        """Show one result."""
        if not self._silent:
            self._bar.out.print(_line(result, self._verbose), soft_wrap=True)
        self._bar.advance("making the record")


def announced(reader: Reader, named: str | None) -> Reader:
    """The reader itself. Where somebody asked for the best one, it is said on standard error of which readers that is made."""
    from demarche.readers import BestReader
    from demarche.settings import READER_VARIABLE

    if isinstance(reader, BestReader) and (named or os.environ.get(READER_VARIABLE)):
        typer.echo(one_line(f"best reader here: {reader}"), err=True)
    return reader


def _line(result: InputResult, verbose: bool) -> Text:
    line = Text().append(f"{result.outcome:<8} ", _STYLES[result.outcome])
    line.append(one_line(result.name), "bold" if result.outcome is not Outcome.OK else "")
    if result.document:
        found = counted(result.claims, "claim") if result.claims else "no claim found in it"
        line.append(f"  {found}", "dim" if result.claims else "yellow")
        line.append("" if result.new else ", known already", "dim")
        line.append(f", {result.confirmed:,} confirmed" if result.confirmed else "", "dim")
        line.append(f", {result.withheld:,} withheld" if result.withheld else "", "yellow")
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
