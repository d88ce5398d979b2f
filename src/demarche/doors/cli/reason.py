"""The page of `demarche why`: the words a claim stands on, in their context, and where they are from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from demarche.doors.cli import words
from demarche.doors.cli.output import console, one_line
from demarche.model.atoms import plain
from demarche.model.claim import PRIMARY, Claim, PartyName
from demarche.model.record import Judgement, JudgementKind
from demarche.model.vocabulary.codebook import definition

if TYPE_CHECKING:
    from demarche.doors.api import Why
    from demarche.model.source import SourceFacts


def print_reason(why: Why) -> None:
    """Print the claim, its words in context, and its document."""
    out = console()
    claim = why.claim
    headline = words.joined([words.party(claim.asserter), words.spaced(claim.stance), words.said(claim)], " · ")
    out.print(Text(headline, "bold", overflow="fold"))
    out.print(Text(f"{claim.predicate}, {claim.id}", "dim"))
    out.print()
    out.print(Padding(_in_context(why), (0, 4)))
    out.print()
    _print_facts(out, [*_about_claim(claim), ("judged", _judged(why.judgement))])
    out.print()
    _print_facts(out, _about_document(why.source, claim, why.place))


def _in_context(why: Why) -> Text:
    text = Text(overflow="fold")
    text.append(_lines(why.before) + _gap(why.before[-1:]), "dim")
    text.append(one_line(why.quote), "bold reverse")
    text.append(_gap(why.after[:1]) + _lines(why.after), "dim")
    return text


def _lines(words: str) -> str:
    """The words with the paragraphs of the report kept apart."""
    return "\n".join(one_line(line) for line in words.splitlines() if line.strip())


def _gap(between: str) -> str:
    if between == "\n":
        return between
    return " " if between.isspace() else ""


def _print_facts(out: Console, facts: list[tuple[str, str]]) -> None:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in facts:
        if value:
            table.add_row(label, Text(value))
    out.print(table)


def _who(party: PartyName | None) -> str:
    return words.joined([words.party(party), party.kind.value]) if party else ""


def _about_claim(claim: Claim) -> list[tuple[str, str]]:
    return [
        ("said by", _who(claim.asserter)),
        ("passed on by", _who(claim.relayed_by)),
        ("said on", words.day(claim.said_on)),
        ("stance", f"{claim.stance}: {definition(claim.stance).lower()}"),
        ("how sure", "; ".join(words.sureness(claim.likelihood, claim.confidence))),
        ("event", "" if claim.event == PRIMARY else f"{claim.event}: not what the report is mainly about"),
        ("read by", f"{one_line(claim.reader)} {one_line(claim.reader_version)}, score {claim.score:.2f}"),
    ]


def _judged(judgement: Judgement | None) -> str:
    if judgement is None:
        return ""
    done = "accepted" if judgement.kind is JudgementKind.ACCEPT else "rejected"
    return words.joined(
        [f"{done} by {one_line(judgement.author)} at {judgement.made_at}", one_line(judgement.note or "")], ": "
    )


def _about_document(source: SourceFacts, claim: Claim, place: str | None) -> list[tuple[str, str]]:
    origin = source.origin
    told = "as given" if origin.published_from == "given" else f"from its {origin.published_from}"
    found = f"{origin.published}, {told}" if origin.published_from else words.day(origin.published)
    return [
        ("title", one_line(origin.title or "")),
        ("author", one_line(origin.author or "")),
        ("publisher", one_line(origin.publisher or "")),
        ("published", found if origin.published else "unknown"),
        ("url", one_line(origin.url or "")),
        ("file", one_line(origin.name)),
        ("place", one_line(place or "")),
        ("characters", f"{claim.passage.start}–{claim.passage.end} of {source.id}"),
        ("sha256", origin.sha256),
        ("marking", f"TLP:{source.marking.upper()}"),
        ("read", words.joined([source.outcome.value, one_line(source.reason or "")], ": ")),
    ]


def reason_object(why: Why) -> dict[str, Any]:
    """The same as a plain object."""
    claim, source = why.claim, why.source
    return {
        "claim": {"id": claim.id, "predicate": claim.predicate.value, **plain(claim)},
        "before": why.before,
        "quote": why.quote,
        "after": why.after,
        "place": why.place,
        "judgement": plain(why.judgement),
        "document": {"id": source.id, "marking": source.marking.value, **plain(source.origin)},
    }
