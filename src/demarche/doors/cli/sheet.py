"""A sheet of questions about claims that readers disagree on: written as CSV, filled in by a person, read back as decisions.

Only the columns `decision`, `note` and `claim` are read back; the others are for whoever decides.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from demarche.doors.cli import words
from demarche.doors.cli.output import one_line
from demarche.doors.judging import Decision
from demarche.errors import DemarcheError, UsageError
from demarche.model.atoms import canonical_json, plain
from demarche.model.claim import Claim
from demarche.model.record import JudgementKind

if TYPE_CHECKING:
    from demarche.pipeline import Compared

DECISION, NOTE, CLAIM = "decision", "note", "claim"
COLUMNS = (
    *(DECISION, NOTE, "report", "about", "says", "said by", "stance", "words"),
    *("read by", "score", "the other reader", "differs in", CLAIM),
)
_ANSWERS = {JudgementKind.ACCEPT.value: True, JudgementKind.REJECT.value: False}
_BOM = "\ufeff"
"""By which spreadsheets tell that the letters are UTF-8."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a sheet says: the decisions, and how many of its rows were left open."""

    decisions: tuple[Decision, ...]
    left_open: int


def sheet(found: Sequence[Compared], names: tuple[str, str]) -> Iterator[bytes]:
    """The sheet as CSV: a row for each claim that one of the two readers makes and the other does not, or has otherwise."""
    yield _line(COLUMNS, _BOM)
    for report in found:
        for difference in report.differences:
            sides = ((difference.left, difference.right, names), (difference.right, difference.left, names[::-1]))
            for claim, other, (reader, second) in sides:
                if claim:
                    told = f"{second}: {_says(other)}" if other else f"{second} has no such claim"
                    yield _line(_row(report.name, claim, reader, told, ", ".join(difference.fields)))


def _row(report: str, claim: Claim, reader: str, other: str, differs: str) -> list[str]:
    from demarche.steps.publish.table import escaped

    shown = (report, claim.predicate, words.said(claim), words.party(claim.asserter), claim.stance, claim.passage.quote, reader)
    cells = [one_line(cell) for cell in (*shown, f"{claim.score:.2f}", other, differs)]
    return ["", "", *map(escaped, cells), _written(claim)]


def _says(claim: Claim) -> str:
    return words.joined([words.said(claim), f"says {words.party(claim.asserter)}", claim.stance])


def _written(claim: Claim) -> str:
    return canonical_json({"id": claim.id, "predicate": claim.predicate.value, "claim": plain(claim)})


def _line(cells: Sequence[str], before: str = "") -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return (before + buffer.getvalue()).encode()


def filled(place: Path) -> Filled:
    """The decisions that somebody wrote into a sheet. UsageError, with the line, for what is no sheet or no decision."""
    try:
        text = place.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{place} is not UTF-8; save it as CSV in UTF-8") from None
    try:
        return _filled(csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text)), place)
    except csv.Error as error:
        raise UsageError(f"{place} cannot be read as CSV: {error}") from error


def _filled(rows: csv.DictReader[str], place: Path) -> Filled:
    if missing := [name for name in (DECISION, NOTE, CLAIM) if name not in (rows.fieldnames or ())]:
        raise UsageError(f"{place} is no sheet of `demarche disagreements --review`: it has no column {missing[0]!r}")
    decisions, left_open = [], 0
    for row in rows:
        answer = (row[DECISION] or "").strip().casefold()
        if answer:
            decisions.append(_decision(answer, row, f"{place}, line {rows.line_num}"))
        else:
            left_open += 1
    return Filled(tuple(decisions), left_open)


def _delimiter(text: str) -> str:
    """The comma, or what a spreadsheet put in its place."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _decision(answer: str, row: dict[str, Any], where: str) -> Decision:
    if answer not in _ANSWERS:
        raise UsageError(f"{where}: {answer!r} is no decision; write accept or reject, or leave it empty")
    return Decision(_claim(row[CLAIM] or "", where), _ANSWERS[answer], (row[NOTE] or "").strip() or None)


def _claim(cell: str, where: str) -> Claim:
    import orjson

    from demarche.model.codec import claim_of

    try:
        told = orjson.loads(cell)
        claim = claim_of(told["predicate"], told["claim"])
        if claim.id == told["id"]:
            return claim
    except (ValueError, TypeError, KeyError, DemarcheError):
        pass
    raise UsageError(f"{where}: the column {CLAIM!r} is not as it was written; fill in {DECISION!r} and {NOTE!r} alone")
