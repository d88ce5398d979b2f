"""What was read in reports as one page for a browser: no script, nothing from elsewhere, light and dark.

The words of a report stand in elements of the class `text`, whole and in order. Numbers, roles and the codes of odd characters
are drawn by the style sheet, so that whoever copies from the page gets the report's own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from demarche import __version__
from demarche.doors.cli import words
from demarche.doors.explain.explanation import Entry, Explanation, Row, Strand, explanation
from demarche.doors.explain.facts import NOT_NAMED, about, facts, note, size, title
from demarche.doors.explain.markup import css_name, key, lane_rule, lit_rules, safe, text_of
from demarche.doors.explain.roles import Part, Role
from demarche.model.vocabulary.codebook import definition

if TYPE_CHECKING:
    from demarche.pipeline import Explained

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_HOW = (
    "A line below words is a passage that claims stand on. The number before it leads to them; pointing at a claim lights its "
    "passage. Broken lines are about another event than the one that the report is mainly about. Grey text was not read."
)


def page(reports: Iterable[Explained]) -> Iterator[bytes]:
    """One page on all reports, as pieces of UTF-8 to be written one after another."""
    told = [(report, explanation(report.document, report.claims) if report.document else None) for report in reports]
    name = told[0][0].name if len(told) == 1 else words.counted(len(told), "report")
    yield _head(name, [(number, found) for number, (_, found) in enumerate(told, 1) if found]).encode()
    if len(told) > 1:
        yield _contents(told).encode()
    for number, (report, found) in enumerate(told, 1):
        yield (_article(number, found) if found else _refused(number, report)).encode()
    yield f"<footer>Read by Demarche {__version__}; kept in no record.</footer>\n</main>\n</body>\n</html>\n".encode()


def _head(name: str, told: Sequence[tuple[int, Explanation]]) -> str:
    style = (files("demarche.doors.explain") / "page.css").read_text("utf-8")
    lanes = max((row.lanes for _, found in told for row in found.rows), default=0)
    rules = "".join(lane_rule(count) for count in range(1, lanes + 1))
    lit = "".join(lit_rules(_strands(found), number) for number, found in told)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{safe(name)} · what Demarche read</title>\n"
        f"<style>\n{style}{rules}{lit}</style>\n</head>\n<body>\n<main>\n"
    )


def _strands(found: Explanation) -> Iterator[Strand]:
    for row in found.rows:
        for piece in row.pieces:
            yield from piece.strands


def _contents(told: Sequence[tuple[Explained, Explanation | None]]) -> str:
    lines = (
        f'<li><a href="#report-{number}">{safe(title(found.document) if found else report.name)}</a> '
        f"<small>{words.counted(len(found.entries), 'claim') if found else 'rejected'}</small></li>\n"
        for number, (report, found) in enumerate(told, 1)
    )
    return f"<nav>\n<ol>\n{''.join(lines)}</ol>\n</nav>\n"


def _refused(number: int, report: Explained) -> str:
    return (
        f'<article id="report-{number}">\n<header>\n<h1>{safe(report.name)}</h1>\n'
        f'<p class="about">rejected: {safe(report.reason or "")}</p>\n</header>\n</article>\n'
    )


def _article(number: int, found: Explanation) -> str:
    rows = "".join(_row(number, found, row) for row in found.rows)
    return f'<article id="report-{number}">\n{_header(found)}{rows}</article>\n'


def _header(found: Explanation) -> str:
    document = found.document
    facts_about = "".join(f"<span>{safe(fact)}</span>" for fact in about(document))
    totals = "".join(
        f'<span class="total {predicate}" title="{safe(definition(predicate))}">{predicate} <b>{count:,}</b></span>'
        for predicate, count in found.totals.items()
    )
    present = {part.role for entry in found.entries for part in entry.parts if part.spans}
    roles = "".join(f'<span class="role from to {css_name(role)}">{role}</span>' for role in Role if role in present)
    legend = f'<div class="legend"><p>{_HOW}</p>\n<p class="roles">{roles}</p></div>\n' if found.entries else ""
    return (
        f'<header>\n<h1>{safe(title(document))}</h1>\n<p class="about">{facts_about}</p>\n'
        f'<p class="totals">{totals}<span class="size">{safe(size(found))}</span></p>\n{legend}</header>\n'
    )


def _row(number: int, found: Explanation, row: Row) -> str:
    why = note(row)
    beside = f'<p class="note">{safe(why)}</p>' if why else "".join(_card(number, entry) for entry in row.entries)
    kind = "unread" if why else row.block.role
    return (
        f'<section class="row {safe(kind)}">\n<div class="words" style="--lanes:{row.lanes}">'
        f'<div class="text">{text_of(row, found.document.text, number)}</div></div>\n'
        f'<div class="cards">{beside}</div>\n</section>\n'
    )


def _card(number: int, entry: Entry) -> str:
    claim = entry.claim
    parts, told = "".join(map(_part, entry.parts)), safe(" · ".join(facts(claim)))
    return (
        f'<div class="card {claim.predicate} {key(claim.passage, number)}" id="c{number}-{entry.number}">\n'
        f'<p class="what"><b class="number">{entry.number}</b> <span class="predicate">{claim.predicate}</span> '
        f'<span class="said">{safe(words.said(claim))}</span>{_score(claim.score)}</p>\n'
        f'<p class="parts">{parts}<span class="facts">{told}</span></p>\n</div>\n'
    )


def _score(score: float) -> str:
    return f'<span class="score" style="--score:{score:.0%}" title="the reader\'s score, 0 to 1">{score:.2f}</span>'


def _part(part: Part) -> str:
    missing = f" <em>{NOT_NAMED}</em>" if part.missing else ""
    kind = css_name(part.role) if part.sought else "nobody"
    return f'<span class="part {kind}"><small>{part.role}</small> {safe(part.shown)}{missing}</span> '
