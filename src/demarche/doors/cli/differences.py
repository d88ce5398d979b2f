"""What `demarche disagreements` shows: the words of a report, and below them what each of two readers makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from demarche.doors.api import About, disagreements
from demarche.doors.cli import words
from demarche.doors.cli.bar import Bar
from demarche.doors.cli.output import json_array, one_line
from demarche.model.atoms import plain
from demarche.model.claim import PRIMARY, UNSPECIFIED, Claim
from demarche.model.source import Document, Outcome
from demarche.model.vocabulary.attribution import Predicate

if TYPE_CHECKING:
    from demarche.pipeline import Compared
    from demarche.steps.confer import Difference

_NOTHING = "no such claim"


def show_disagreements(
    paths: Sequence[str], names: tuple[str, str], workers: int | None, about: About, as_json: bool
) -> list[Compared]:
    """Print what two readers disagree on in each report, as it is read, or all of it as JSON; what was printed."""
    found: list[Compared] = []
    with Bar(paths, silent=as_json) as bar:
        for report in disagreements(paths, names, workers, **about):
            if not as_json:
                print_differences(bar.out, report, names)
            found.append(report)
            bar.advance()
    if as_json:
        json_array(difference_object(report, names) for report in found)
    return found


def print_differences(out: Console, found: Compared, names: tuple[str, str]) -> None:
    """Print one report: how much each reader claims, then what they differ on."""
    if found.document is None:
        line = Text(f"{Outcome.REJECTED} {one_line(found.name)}: ", "red").append(one_line(found.reason or ""), "not red")
        out.print(line, soft_wrap=True)
        return
    counts = words.joined(
        f"{words.counted(len(claims), 'claim')} by {name}"
        for name, claims in zip(names, (found.left, found.right), strict=True)
    )
    count = words.counted(len(found.differences), "disagreement") if found.differences else "no disagreement"
    out.print(Text(one_line(found.name), "bold").append(f"  {counts}: {count}", "not bold"), soft_wrap=True)
    for difference in found.differences:
        _print_one(out, found.document, difference, names)


def _print_one(out: Console, document: Document, difference: Difference, names: tuple[str, str]) -> None:
    predicate = difference.claims[0].predicate
    headline = Text(f"\n  {predicate}", "bold").append(
        f", {', '.join(difference.fields)}" if difference.fields else "", "not bold"
    )
    out.print(headline)
    said = one_line(document.text[difference.start : difference.end])
    out.print(Padding(Text(f"“{said}”", overflow="fold"), (0, 4)))
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(justify="right", no_wrap=True, style="dim")
    for name, claim in zip(names, (difference.left, difference.right), strict=True):
        table.add_row(name, _told(claim) if claim else Text(_NOTHING, "dim"), f"{claim.score:.2f}" if claim else "")
    out.print(Padding(table, (0, 0, 0, 6), expand=False))


def _told(claim: Claim) -> Text:
    elsewhere = "" if claim.event == PRIMARY else "about another event"
    speaks = claim.predicate in {Predicate.ATTRIBUTION, Predicate.DENIAL} or claim.asserter != UNSPECIFIED
    who = f"{words.party(claim.asserter)} {words.spaced(claim.stance)}" if speaks else ""
    return Text(words.joined([who, words.said(claim), elsewhere], " · "))


def difference_object(found: Compared, names: tuple[str, str]) -> dict[str, Any]:
    """The same as a plain object."""
    document = found.document
    return {
        "name": found.name,
        "document": document and document.id,
        "reason": found.reason,
        "claims": {name: len(claims) for name, claims in zip(names, (found.left, found.right), strict=True)},
        "disagreements": [_object(document, each, names) for each in found.differences] if document else [],
    }


def _object(document: Document, difference: Difference, names: tuple[str, str]) -> dict[str, Any]:
    return {
        "predicate": difference.claims[0].predicate.value,
        "differs": list(difference.fields),
        "passage": plain(document.passage(difference.start, difference.end)),
        "readers": {
            name: {"id": claim.id, **plain(claim)} if claim else None
            for name, claim in zip(names, (difference.left, difference.right), strict=True)
        },
    }
