"""The commands: what each takes, which verb of the API it calls, and what renders the answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from demarche.doors.cli import reports
from demarche.doors.cli.options import (
    AsJson,
    Columns,
    Explain,
    Html,
    Inputs,
    Marked,
    Published,
    Publisher,
    ReaderName,
    RecordPath,
    Url,
    Workers,
    common,
    complete_act,
    complete_format,
    complete_predicate,
    complete_standing,
    complete_type,
    examples,
    opened,
    option,
    unwrapped,
)
from demarche.errors import IntegrityError, RejectedInput, UsageError

if TYPE_CHECKING:
    from demarche.doors.api import About


def read(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    ctx: typer.Context,
    paths: Inputs,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    marking: Marked = "clear",
    columns: Columns = None,
    reader: ReaderName = None,
    workers: Workers = None,
    explain: Explain = False,
    html: Html = None,
    as_json: AsJson = False,
    record: RecordPath = None,
) -> None:
    """Read reports into the record.

    Text, HTML and Markdown, and what holds several reports: ZIP, gzip, WARC and WACZ archives, mailboxes and messages with what
    is attached, RSS, Atom and JSON feeds, STIX bundles, MISP events, CSV and XLSX tables. From a folder the files of these
    kinds are read. What begins with https:// or http:// is fetched.

    Each report ends as ok, partial or rejected, with the reason. Reading one twice adds nothing. The exit code is 3 when all
    were rejected.

    With --explain or --html no record is needed or touched: the text is shown with every passage that a claim stands on, who
    has which role in it, and the reader's score.
    """
    from demarche.doors.api import reader_for
    from demarche.doors.cli.output import json_array
    from demarche.doors.cli.reading import Progress, announced, summary
    from demarche.model.source import Outcome

    about: About = {"published": published, "publisher": publisher, "url": url, "marking": marking, "columns": columns}
    if explain or html:
        if as_json or record:
            raise UsageError("--explain and --html keep nothing and print no JSON: leave out --record and --json")
        from demarche.doors.cli.explain import explain_reports

        explain_reports(paths, about, workers, reader, explain, html)
        return
    chosen = reader_for(reader)
    with opened(ctx, record, workers, create=True) as book:
        announced(chosen, reader)
        with Progress(paths, common(ctx).verbose, silent=as_json) as progress:
            ended = book.read(*paths, progress=progress, reader=chosen, **about)
        if as_json:
            json_array(ended.inputs)
        else:
            summary(ended, book.place)
    if ended.inputs and ended.count(Outcome.REJECTED) == len(ended.inputs):
        raise typer.Exit(RejectedInput.exit_code)


def incidents(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    ctx: typer.Context,
    accused: Annotated[
        str | None, option("--accused", "WHO", "Said to have been done by this country (IR, Iran) or party (APT28).")
    ] = None,
    victim: Annotated[str | None, option("--victim", "WHO", "Said to have hit this country or party.")] = None,
    type_: Annotated[str | None, option("--type", "TYPE", "Of this type, such as destruction.", complete_type)] = None,
    since: Annotated[str | None, option("--since", "DATE", "Started then or later: 2022, 2022-07 or 2022-07-15.")] = None,
    until: Annotated[str | None, option("--until", "DATE", "Started then or earlier.")] = None,
    standing: Annotated[
        str | None,
        option("--standing", "STANDING", "How far it is attributed, such as government-attributed.", complete_standing),
    ] = None,
    responded: Annotated[
        str | None, option("--responded", "ACT", "Answered by this act, such as expel-diplomats.", complete_act)
    ] = None,
    as_json: AsJson = False,
    record: RecordPath = None,
) -> None:
    """List incidents, earliest first.

    Several filters narrow together. An incident whose start nobody gives is never among those since or until a date.
    """
    from demarche.doors.cli.listing import list_incidents
    from demarche.doors.cli.output import json_array

    with opened(ctx, record) as book:
        found = book.incidents(
            accused=accused,
            victim=victim,
            type=type_,
            since=since,
            until=until,
            standing=standing,
            responded_with=responded,
        )
        (json_array if as_json else list_incidents)(found)


def show(
    ctx: typer.Context,
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help="Its identifier, as `demarche incidents` prints it.")],
    as_json: AsJson = False,
    record: RecordPath = None,
) -> None:
    """Show one incident, from headline to sources.

    What, whom and when; who says who did it and how sure they are; who denies it; how states answered. Every row ends
    with the claim it stands on; `demarche why CLAIM` opens it.
    """
    from demarche.doors.cli.output import json_object
    from demarche.doors.cli.page import print_incident

    with opened(ctx, record) as book:
        found = book.show(incident)
    if as_json:
        json_object(found)
    else:
        print_incident(found, common(ctx).verbose)


def why(
    ctx: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's identifier, or enough of its beginning.")],
    as_json: AsJson = False,
    record: RecordPath = None,
) -> None:
    """Show the words a claim stands on, and their document."""
    from demarche.doors.cli.output import json_object
    from demarche.doors.cli.reason import print_reason, reason_object

    with opened(ctx, record) as book:
        found = book.why(claim)
    if as_json:
        json_object(reason_object(found))
    else:
        print_reason(found)


def claims(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    ctx: typer.Context,
    predicate: Annotated[
        str | None, option("--predicate", "PREDICATE", "About this, such as attribution.", complete_predicate)
    ] = None,
    asserter: Annotated[str | None, option("--asserter", "WHO", "Said by this country (GB) or this name.")] = None,
    document: Annotated[str | None, option("--document", "DOCUMENT", "From this document, by its identifier.")] = None,
    incident: Annotated[str | None, option("--incident", "INCIDENT", "Shown in this incident.")] = None,
    as_json: AsJson = False,
    record: RecordPath = None,
) -> None:
    """List claims: what one asserter says in one passage.

    Several filters narrow together. A claim's identifier opens with `demarche why`.
    """
    from demarche.doors.cli.listing import claim_objects, list_claims
    from demarche.doors.cli.output import json_array

    with opened(ctx, record) as book:
        found = book.claims(predicate=predicate, asserter=asserter, document=document, incident=incident)
        if as_json:
            json_array(claim_objects(found))
        else:
            list_claims(found)


def export(
    ctx: typer.Context,
    form: Annotated[str, option("--format", "FORMAT", "json, jsonl or csv.", complete_format)],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write, else standard output.", show_default=False),
    ] = None,
    record: RecordPath = None,
) -> None:
    """Write the whole record as json, jsonl or csv.

    json is one object, jsonl an object a line, csv a table with a row for each claim.
    The same claims give the same bytes, on any machine and in any order of reading.
    """
    from demarche.doors.cli.output import write, write_file

    with opened(ctx, record) as book:
        pieces = book.export(form)
        if output is None:
            write(pieces)
        else:
            write_file(output, pieces)


def verify(ctx: typer.Context, as_json: AsJson = False, record: RecordPath = None) -> None:
    """Check the record against itself.

    Every quote must be its text at its offsets, every stored report must have its hash, and the record must be what its claims
    give when it is built anew. The exit code is 6 when something is wrong.
    """
    from demarche.doors.cli.output import json_array
    from demarche.doors.cli.reading import print_finding

    with opened(ctx, record) as book:
        found = []
        for finding in book.verify():
            found.append(finding)
            if not as_json:
                print_finding(finding)
        place = book.place
    if as_json:
        json_array(found)
    if found:
        raise IntegrityError(f"{len(found)} {'finding' if len(found) == 1 else 'findings'} in {place}")
    if not as_json:
        typer.echo(f"all is well with {place}")


_EXAMPLES: dict[Callable[..., None], tuple[str, ...]] = {
    read: (
        "demarche read reports/ --workers 4",
        "demarche read story.txt --publisher 'Tech Monitor' --published 2022-09-08",
        "curl -s URL | demarche read - --url URL --json",
        "demarche read https://press.example/statement.html",
        "demarche read articles.csv --columns text=body,title=headline",
        "demarche read reports/ --reader best",
        "demarche read story.txt --explain",
        "demarche read story.txt --html story-explained.html",
    ),
    incidents: (
        "demarche incidents --accused IR --victim AL",
        "demarche incidents --responded expel-diplomats --since 2015",
        "demarche incidents --type destruction --json",
    ),
    show: ("demarche show albania-2022-07", "demarche show albania-2022-07 --json"),
    why: ("demarche why claim-3fa9c2d1", "demarche why 3fa9c2d1"),
    claims: (
        "demarche claims --predicate attribution --asserter GB",
        "demarche claims --incident albania-2022-07 --json",
    ),
    **reports.EXAMPLES,
    export: ("demarche export --format csv --output claims.csv", "demarche export --format jsonl | grep denial"),
    verify: ("demarche verify", "demarche --record team.sqlite verify --json"),
}


def register(app: typer.Typer) -> None:
    """Make each function above a command of the program."""
    for command, lines in _EXAMPLES.items():
        app.command(help=unwrapped(command.__doc__ or ""), epilog=examples(*lines))(command)
