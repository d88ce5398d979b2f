"""The commands on reports that keep nothing of them, and the one that keeps what a person decided."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from demarche.doors.cli.options import (
    AsJson,
    Columns,
    Inputs,
    Marked,
    Published,
    Publisher,
    ReaderName,
    RecordPath,
    Url,
    Workers,
    opened,
    option,
)
from demarche.errors import Disagreement, RejectedInput, UsageError


def annotate(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    paths: Inputs,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    columns: Columns = None,
    reader: ReaderName = None,
    workers: Workers = None,
) -> None:
    """Print reports as JSON lines in the annotation scheme.

    The record is not touched. Reports given together that tell of one incident name the same one. Offsets are characters of
    the text. The exit code is 3 when every input was rejected.
    """
    from demarche.doors.api import About, reader_for
    from demarche.doors.api import annotate as annotated
    from demarche.doors.cli.output import json_line, one_line
    from demarche.doors.cli.reading import announced
    from demarche.doors.cli.words import left_out

    about: About = {"published": published, "publisher": publisher, "url": url, "columns": columns}
    lines, inputs = 0, 0
    for found in annotated(paths, workers, announced(reader_for(reader), reader), **about):
        inputs += 1
        if found.annotation is not None:
            lines += 1
            json_line(found.annotation)
        if found.reason:
            outcome = "partial" if found.annotation is not None else "rejected"
            typer.echo(one_line(f"{outcome} {found.name}: {found.reason}"), err=True)
        if found.dropped:
            typer.echo(one_line(f"{found.name}: {left_out(found.dropped)}"), err=True)
    if inputs and not lines:
        raise typer.Exit(RejectedInput.exit_code)


def disagreements(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    paths: Inputs,
    readers: Annotated[
        str, typer.Option("--readers", metavar="PAIR", help="The two readers, such as model,llm.")
    ] = "rules,model",
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    marking: Marked = "clear",
    columns: Columns = None,
    workers: Workers = None,
    review: Annotated[
        Path | None, option("--review", "FILE", "Write them as a sheet of questions, for `demarche judge`.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show where two readers of a report disagree.

    What only one of them claims, and what they have otherwise: another accused, asserter, stance, act or status. How it is
    worded and how sure anybody is are no disagreements. The record is not touched. The exit code is 8 when they disagree, and
    3 when every input was rejected.

    With --review a CSV is written, a row for each such claim. Write accept or reject into its first column where you have
    decided, and give it to `demarche judge`.
    """
    from demarche.doors.api import About
    from demarche.doors.cli.differences import show_disagreements
    from demarche.doors.cli.output import write_file
    from demarche.doors.cli.sheet import sheet
    from demarche.doors.cli.words import counted

    names = [name.strip() for name in readers.split(",")]
    if len(names) != 2 or names[0] == names[1]:
        raise UsageError(f"two different readers are compared, as in --readers rules,model, not {readers!r}")
    pair, about = (
        (names[0], names[1]),
        About(published=published, publisher=publisher, url=url, marking=marking, columns=columns),
    )
    found = show_disagreements(paths, pair, workers, about, as_json)
    if review:
        write_file(review, sheet(found, pair))
    if found and all(report.document is None for report in found):
        raise typer.Exit(RejectedInput.exit_code)
    if count := sum(len(report.differences) for report in found):
        raise Disagreement(f"{counted(count, 'disagreement')} between {pair[0]} and {pair[1]}")


def judge(
    ctx: typer.Context,
    sheet: Annotated[Path, typer.Argument(metavar="SHEET", help="What `demarche disagreements --review` wrote, filled in.")],
    by: Annotated[str, option("--by", "NAME", "Who decided; it is kept with every judgement.")],
    as_json: AsJson = False,
    record: RecordPath = None,
) -> None:
    """Keep what a person decided about claims.

    A rejected claim stays where it is, with who rejected it and why, and the record is made without it. An accepted one is
    added to its report where the record does not hold it yet. The latest decision on a claim counts, so each can be taken
    back. Rows without a decision change nothing.
    """
    from demarche.doors.cli.output import console, json_object, one_line
    from demarche.doors.cli.sheet import filled
    from demarche.doors.cli.words import counted
    from demarche.model.atoms import plain

    told = filled(sheet)
    with opened(ctx, record) as book:
        judged = book.judge(told.decisions, by)
        place = book.place
    if as_json:
        json_object({**plain(judged), "left_open": told.left_open})
        return
    decided = f"{judged.accepted:,} accepted, {judged.rejected:,} rejected, {judged.known:,} known already"
    added = f"{counted(judged.added, 'claim')} added to {one_line(place)}"
    console().print(f"{decided}, {told.left_open:,} left open; {added}", soft_wrap=True)


EXAMPLES: dict[Callable[..., None], tuple[str, ...]] = {
    annotate: ("demarche annotate report.txt > predicted.jsonl",),
    disagreements: (
        "demarche disagreements report.txt",
        "demarche disagreements reports/ --readers model,llm --json",
        "demarche disagreements reports/ --review questions.csv",
    ),
    judge: ("demarche judge questions.csv --by 'A. Desk'",),
}
