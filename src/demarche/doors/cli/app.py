"""The program `demarche`: what holds for every command, and the one place where errors become lines and exit codes."""

from __future__ import annotations

import errno
import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from demarche import __version__
from demarche.doors.cli import commands
from demarche.doors.cli.options import Common, RecordPath, examples
from demarche.errors import DemarcheError

_INTERRUPTED = 130
"""What shells report of a program that Ctrl-C ended: 128 and the number of SIGINT."""


class _Program(TyperGroup):
    """The command group that turns what went wrong on purpose into one line on standard error."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; exit with the error's own code."""
        try:
            return super().invoke(ctx)
        except DemarcheError as error:
            _complain(ctx, str(error))
            raise typer.Exit(error.exit_code) from error
        except KeyboardInterrupt as error:
            _complain(ctx, "interrupted; what was read before is kept")
            raise typer.Exit(_INTERRUPTED) from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            _complain(ctx, f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}")
            raise typer.Exit(1) from error


def _complain(ctx: typer.Context, message: str) -> None:
    from demarche.doors.cli.output import one_line

    common = ctx.obj
    if isinstance(common, Common) and common.verbose:
        import traceback

        traceback.print_exc()
    typer.echo(f"demarche: {one_line(message)}", err=True)


app = typer.Typer(
    name="demarche",
    cls=_Program,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples(
        "demarche read reports/",
        "demarche incidents --accused IR --since 2022-01",
        "demarche show albania-2022-07",
    ),
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"demarche {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    ctx: typer.Context,
    record: RecordPath = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say more, and where an error came from.")] = False,
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")] = False,
) -> None:
    """A sourced record of cyber incidents: who was hit, who says who did it and how sure they are, who denies it, and how
    states answered. Every value opens to the words it stands on."""
    ctx.obj = Common(record, verbose)


commands.register(app)


def main() -> None:
    """Run the program on the arguments of this process."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed before Python started: what would go there goes nowhere
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - it stays open as the stream does
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character gets a question mark in its place, not a traceback.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
    app()
