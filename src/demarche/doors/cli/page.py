"""The page of `demarche show`: one incident from headline to sources, every row with the claim that opens it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from demarche.doors.cli import ledger, words
from demarche.doors.cli.output import console, one_line
from demarche.model.record import ContextRow, Incident, Lag, Source, Stands
from demarche.model.vocabulary.attribution import Standing
from demarche.model.vocabulary.codebook import definition
from demarche.model.vocabulary.incidents import DateRole

_STANDING_STYLES = {
    Standing.UNATTRIBUTED: "black on white",
    Standing.SELF_CLAIMED: "black on yellow",
    Standing.MEDIA_ALLEGED: "black on yellow",
    Standing.INDUSTRY_ASSESSED: "black on cyan",
    Standing.GOVERNMENT_ATTRIBUTED: "black on green",
    Standing.JUDICIALLY_ESTABLISHED: "black on green",
}

_DATES = {
    DateRole.START: "started",
    DateRole.END: "ended",
    DateRole.DISCOVERED: "discovered",
    DateRole.DISCLOSED: "disclosed",
}


def print_incident(incident: Incident, verbose: bool = False) -> None:
    """Print the page. `verbose` adds why its reports were taken to tell of one incident."""
    out = console()
    _print_headline(out, incident)
    _print_facts(out, incident)
    _print_part(out, "Who says who did it", incident.attributions, ledger.attributions)
    _print_part(out, "Who denies it", incident.denials, ledger.denials)
    _print_part(out, "How it was answered, lowest rung first", incident.responses, ledger.responses)
    _print_part(out, "Background", incident.context, _background)
    _print_part(out, "How long it took", incident.lags, _lags)
    _print_part(out, "Related incidents", incident.related, lambda names: Text("\n".join(map(one_line, names))))
    _print_part(out, "Sources", incident.sources, _sources)
    if verbose:
        _print_part(out, "Taken for one incident because", incident.joins, _joins)


def _print_headline(out: Console, incident: Incident) -> None:
    out.print(Text(one_line(incident.title), "bold", overflow="fold"))
    line = Text(overflow="fold")
    line.append(f" {incident.standing.upper()} ", _STANDING_STYLES[incident.standing])
    if incident.contested:
        line.append(" ").append(" CONTESTED ", "black on yellow")
    line.append(f"  {definition(incident.standing)}", "dim")
    out.print(line)
    facts = [incident.id, words.counted(len(incident.sources), "report"), f"TLP:{incident.marking.upper()}"]
    out.print(Text(words.joined(facts, " · "), "dim"))


def _print_part(out: Console, heading: str, rows: Sequence[Any], render: Callable[[Any], Any]) -> None:
    if rows:
        out.print()
        out.print(Text(heading, "bold cyan"))
        out.print(render(rows))


def _print_facts(out: Console, incident: Incident) -> None:
    table = ledger.open_table("", "", ledger.SOURCES, ledger.CLAIM)
    table.columns[0].no_wrap = True
    table.columns[0].style = "dim"
    table.columns[1].ratio = 1
    groups: list[tuple[str, list[tuple[str, Stands]]]] = [
        ("what", [(words.spaced(row.type), row.on) for row in incident.types]),
        ("whom", [(f"{words.party(row.party)} · {row.sector}", row.on) for row in incident.victims]),
        *((_DATES[role], _days(incident, role)) for role in DateRole),
        ("services", [(f"{one_line(row.service.name)}: {row.service.effect}", row.on) for row in incident.services]),
        ("impact", [(words.impact(row.impact), row.on) for row in incident.impacts]),
        ("means", [(words.means(row.means), row.on) for row in incident.means]),
    ]
    for label, rows in groups:
        for place, (value, on) in enumerate(rows):
            table.add_row("" if place else label, value, *ledger.ground(on))
    if table.row_count:
        out.print()
        out.print(table)


def _days(incident: Incident, role: DateRole) -> list[tuple[str, Stands]]:
    """The days that sources give; where they differ on the start, the one the record goes by comes first."""
    rows = [row for row in incident.dates if row.role is role]
    if role is DateRole.START:
        rows.sort(key=lambda row: row.date != incident.start)
    return [(words.day(row.date), row.on) for row in rows]


def _background(rows: Sequence[ContextRow]) -> Table:
    table = ledger.open_table("", ledger.SOURCES, ledger.CLAIM)
    table.columns[0].ratio = 1
    for row in rows:
        since = f" (since {row.since})" if row.since else ""
        table.add_row(words.quoted(row.text) + since, *ledger.ground(row.on))
    return table


def _lags(lags: Sequence[Lag]) -> Table:
    table = Table.grid(padding=(0, 2))
    for lag in lags:
        table.add_row(
            Text(f"from {words.spaced(lag.start)} to {words.spaced(lag.end)}", "dim"),
            Text(words.counted(lag.days, "day"), "bold"),
        )
    return table


def _sources(sources: Sequence[Source]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    places = {source.document: number for number, source in enumerate(sources, 1)}
    for number, source in enumerate(sources, 1):
        title = Text(one_line(source.title or source.name), "bold" if source.echo_of is None else "")
        name = one_line(source.name) if source.title else None
        origin = words.joined([one_line(source.publisher or ""), one_line(source.url or ""), name], " · ")
        title.append(f"\n{origin}" if origin else "", "not bold dim")
        if source.echo_of:
            title.append(
                f"\na near-copy of [{places.get(source.echo_of, source.echo_of)}]; counts once with it", "not bold yellow"
            )
        table.add_row(f"[{number}]", Text(words.day(source.published) or "undated", "dim"), title)
    return table


def _joins(joins: Sequence[Any]) -> Table:
    table = Table.grid(padding=(0, 2))
    for join in joins:
        table.add_row(f"{join.score:.2f}", Text(one_line(join.reason)), Text(f"{join.left} = {join.right}", "dim"))
    return table
