"""The words of a report as markup: every character kept and in its place, none of them obeyed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import escape

from demarche.doors.cli.output import BIDI, one_line
from demarche.doors.explain.explanation import Label, Piece, Row, Strand
from demarche.model.atoms import Passage

_ODD = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff{''.join(sorted(BIDI))}]")
"""Characters that are seen by their effect alone, if at all: controls, halves of surrogate pairs, turns of the direction."""


def safe(text: str) -> str:
    """Words for labels and attributes: on one line, with nothing in them that markup or a terminal would obey."""
    return escape(one_line(text))


def literal(text: str) -> str:
    """Words of a report. What cannot be seen is kept, in an element that shows its code and holds its effect in; what no page
    can hold (NUL, half a surrogate pair) is U+FFFD there.
    """
    return _ODD.sub(_shown, escape(text))


def _shown(found: re.Match[str]) -> str:
    character = found[0]
    name = unicodedata.name(character, "control character").lower()
    kept = {"\0": "\ufffd", "\r": "&#13;"}.get(character, character)
    held = "\ufffd" if unicodedata.category(character) == "Cs" else kept
    return f'<span class="odd" data-code="U+{ord(character):04X}" title="{escape(name)}">{held}</span>'


def text_of(row: Row, text: str, report: int) -> str:
    """The text of a row, its passages underlined and its names marked. Without the tags it is the row's own text."""
    return "".join(_pieces(row, text, report))


def _pieces(row: Row, text: str, report: int) -> Iterator[str]:
    last = row.pieces[-1] if row.pieces else None
    for piece in row.pieces:
        words = text[piece.start : piece.end]
        if piece is last and words.isspace():
            yield f'<span class="gap">{literal(words)}</span>'
            continue
        yield from (_number(strand, report) for strand in piece.strands if strand.start == piece.start)
        told = "".join(_roles(label) for label in piece.labels if label.end == piece.end)
        yield _underlined(piece, _named(piece, literal(words)) + told, report)


def _number(strand: Strand, report: int) -> str:
    """The number of a strand's claims, which leads to the first of them."""
    told = f"{'claim' if strand.first == strand.last else 'claims'} {strand.numbers}: {strand.predicate}"
    return (
        f'<a class="n {strand.predicate}" href="#c{report}-{strand.first}" data-n="{strand.numbers}" '
        f'aria-label="{escape(told)}" title="{escape(told)}"></a>'
    )


def _underlined(piece: Piece, inner: str, report: int) -> str:
    if not piece.strands:
        return inner
    keys = " ".join(dict.fromkeys(key(strand, report) for strand in piece.strands))
    lanes = max(strand.lane for strand in piece.strands) + 1
    colours = ";".join(map(_lane, piece.strands))
    return f'<span class="l{lanes} {keys}" style="{colours}">{inner}</span>'


def _lane(strand: Strand) -> str:
    broken = f";--e{strand.lane}:transparent" if strand.other_event else ""
    return f"--l{strand.lane}:var(--{strand.predicate}){broken}"


def _named(piece: Piece, inner: str) -> str:
    if not piece.labels:
        return inner
    label = piece.labels[0]
    ends = f"{' from' if label.start == piece.start else ''}{' to' if label.end == piece.end else ''}"
    return f'<span class="role {css_name(label.roles[0])}{ends}">{inner}</span>'


def _roles(label: Label) -> str:
    return f'<i class="tag {css_name(label.roles[0])}" data-role="{" · ".join(label.roles)}"></i>'


def css_name(role: str) -> str:
    """A role as the name of a class, apart from those of the predicates."""
    return f"r-{role.replace(' ', '-')}"


def key(passage: Strand | Passage, report: int) -> str:
    """The class of everything that belongs to a passage: its words and its claims."""
    return f"p{report}-{passage.start}-{passage.end}"


def lane_rule(lanes: int) -> str:
    """The style of words with this many strands below them, solid or, where `--e` says so, broken."""
    solid = (f"var(--l{lane},transparent)" for lane in range(lanes))
    images = (f"linear-gradient(90deg,{colour} 62%,var(--e{lane},{colour}) 0)" for lane, colour in enumerate(solid))
    places = (f"0 calc(100% - {3 * (lanes - 1 - lane)}px)" for lane in range(lanes))
    drawn = f"background-image:{','.join(images)};background-position:{','.join(places)}"
    return f".l{lanes}{{padding-bottom:{3 * lanes}px;{drawn}}}\n"


def lit_rules(strands: Iterable[Strand], report: int) -> str:
    """The style that lights a passage when one of its claims is pointed at or gone to."""
    keys = dict.fromkeys(key(strand, report) for strand in strands)
    return "".join(f"main:has(.card.{each}:is(:hover,:target)) .text .{each}{{background-color:var(--lit)}}\n" for each in keys)
