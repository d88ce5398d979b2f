"""What is written beside the text: the same words in the terminal and on the page."""

from __future__ import annotations

from demarche.doors.cli import words
from demarche.doors.cli.output import one_line
from demarche.doors.explain.explanation import FURNITURE, Explanation, Row
from demarche.doors.explain.roles import Part
from demarche.model.claim import PRIMARY, Claim
from demarche.model.source import Document, Outcome

NOT_NAMED = "not named here"
"""Said of a role whose name the passage does not have: it was found elsewhere in the report, or follows from an office."""


def named(part: Part) -> str:
    """A role with who or what has it."""
    return f"{part.role} {part.shown}"


def facts(claim: Claim) -> list[str]:
    """How it is said and by whom it was read: stance, certainty, the day of saying, the event, the reader, the identifier."""
    found = [
        claim.stance.value,
        *words.sureness(claim.likelihood, claim.confidence),
        f"said on {claim.said_on}" if claim.said_on else "",
        "primary event" if claim.event == PRIMARY else f"event {one_line(claim.event)}",
        f"reader {one_line(claim.reader)} {one_line(claim.reader_version)}",
        words.short(claim.id),
    ]
    return [fact for fact in found if fact]


def about(document: Document) -> list[str]:
    """Where the report is from and who may see it."""
    origin = document.origin
    outcome = "" if document.outcome is Outcome.OK else document.outcome.value
    found = [
        one_line(origin.publisher or ""),
        f"published {origin.published}" if origin.published else "day of publication unknown",
        one_line(origin.url or ""),
        one_line(origin.name),
        f"TLP:{document.marking.upper()}",
        words.joined([outcome, one_line(document.reason or "")], ": "),
    ]
    return [fact for fact in found if fact]


def title(document: Document) -> str:
    """The report's title, else the name of its file."""
    return one_line(document.origin.title or document.origin.name)


def size(found: Explanation) -> str:
    """How many claims there are, and how much of the text they could stand on."""
    read = sum(row.block.end - row.block.start for row in found.rows if row.read)
    counted = words.counted(len(found.entries), "claim") if found.entries else "no claim found in it"
    elsewhere = f", {found.elsewhere:,} of them about another event" if found.elsewhere else ""
    return f"{counted}{elsewhere}; {read:,} of {words.counted(len(found.document.text), 'character')} read as content"


def note(row: Row) -> str:
    """Why no claim can stand on a row; empty where one can."""
    if row.read:
        return ""
    kind = "page furniture" if row.block.role == FURNITURE else row.block.role
    return words.joined([f"not read: {one_line(kind)}", one_line(row.block.reason or "")])
