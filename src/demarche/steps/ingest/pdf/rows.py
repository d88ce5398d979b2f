"""The rows of a PDF page in the order in which they are read.

1. Pieces on one height are a row; wide gaps between them are those of a table.
2. Where many rows have a gap at one place across the page and prose on either side, there are two columns.
3. The order in which the page is painted counts, for writers of PDF paint in the order of reading, unless it goes from column
   to column on every row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from demarche.steps.ingest.pdf.pieces import Piece, Sheet

_TABLE_GAP = 2.0
"""A gap between two pieces, in heights, that stands between two cells."""
_SHARED = 0.5
_COLUMN_ROWS = 6
"""Rows with prose on both sides of a gutter that make two columns; tables seldom have as many whose cells are as wide."""
_PROSE_WIDTH = 0.55
"""Share of the width beside a gutter that most of the pieces of a column of prose have."""
_MIDDLE = (0.35, 0.65)
"""Where on the page a gutter lies, in shares of its width."""
_TURNS = 0.3
"""Share of the pieces beside a gutter that change the side, from which on a page was painted across its columns."""
_MARK = re.compile(r"(?:[•‣◦▪■●→»–—*-]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)$")
"""Bullets and numbers that stand before a line with a gap behind them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a page. `top` and `bottom` are heights above the lower edge of the page, `edge` is how far to the right the
    lines of its column run, all in points."""

    text: str
    page: int
    left: float
    bottom: float
    right: float
    top: float
    column: int = 0
    edge: float = 0.0
    hidden: bool = False
    bold: bool = False
    table: bool = False

    @property
    def size(self) -> float:
        """The height of its characters, in points."""
        return self.top - self.bottom


def rows(sheet: Sheet) -> tuple[Row, ...]:
    """The rows of a page in the order of reading, hidden ones among them."""
    gutter = _gutter([piece for piece in sheet.pieces if not piece.hidden], sheet.width)
    ordered: list[tuple[int, Piece]] = (
        [(0, piece) for piece in sheet.pieces] if gutter is None else _columns(sheet.pieces, gutter)
    )
    found = [row for column, group in groupby(ordered, key=lambda each: each[0]) for row in _rows(group, column, sheet.number)]
    edges: dict[int, float] = {}
    for row in found:
        if not row.hidden:
            edges[row.column] = max(edges.get(row.column, 0.0), row.right)
    return tuple(replace(row, edge=edges.get(row.column, row.right)) for row in found)


def _rows(pieces: Iterator[tuple[int, Piece]], column: int, page: int) -> Iterator[Row]:
    waiting: list[Piece] = []
    for _, piece in pieces:
        if waiting and not _beside(waiting[-1], piece):
            yield _row(waiting, column, page)
            waiting = []
        waiting.append(piece)
    if waiting:
        yield _row(waiting, column, page)


def _beside(before: Piece, piece: Piece) -> bool:
    """Whether a piece goes on with the row of the one before it."""
    shared = min(before.top, piece.top) - max(before.bottom, piece.bottom)
    return piece.hidden is before.hidden and shared >= _SHARED * min(before.size, piece.size) and piece.left >= before.left


def _row(pieces: Sequence[Piece], column: int, page: int) -> Row:
    text, table = pieces[0].text, False
    for before, piece in pairwise(pieces):
        cell = piece.left - before.right > _TABLE_GAP * before.size and not _MARK.match(text)
        table = table or cell
        text += f" | {piece.text}" if cell else f" {piece.text}"
    widest = max(pieces, key=lambda piece: len(piece.text))
    letters = sum(len(piece.text.replace(" ", "")) for piece in pieces)
    return Row(
        text=text,
        page=page,
        left=pieces[0].left,
        bottom=widest.bottom,
        right=max(piece.right for piece in pieces),
        top=widest.top,
        column=column,
        hidden=pieces[0].hidden,
        bold=sum(piece.bold for piece in pieces) >= letters,
        table=table,
    )


def _gutter(pieces: Sequence[Piece], width: float) -> float | None:
    """The middle of the gap between two columns of prose, None where there is none."""
    starts = Counter(round(piece.left) for piece in pieces if _MIDDLE[0] * width < piece.left < _MIDDLE[1] * width)
    for start, count in starts.most_common(3):
        gutter = start - 2.0
        if count >= _COLUMN_ROWS and _two_columns(pieces, gutter):
            return gutter
    return None


def _two_columns(pieces: Sequence[Piece], gutter: float) -> bool:
    left = [piece for piece in pieces if piece.right <= gutter]
    right = [piece for piece in pieces if piece.left >= gutter]
    crossing = len(pieces) - len(left) - len(right)
    if min(len(left), len(right)) < _COLUMN_ROWS or crossing > min(len(left), len(right)):
        return False
    spans = ((gutter - min(piece.left for piece in left), left), (max(piece.right for piece in right) - gutter, right))
    return all(
        sorted(piece.right - piece.left for piece in side)[len(side) // 2] >= _PROSE_WIDTH * span for span, side in spans
    )


def _columns(pieces: Sequence[Piece], gutter: float) -> list[tuple[int, Piece]]:
    """The pieces, each with the number of its column: 0 across the gutter, 1 on the left, 2 on the right. They stay in the
    order in which they are painted unless that goes from side to side on many rows.
    """
    sided = [(0 if piece.left < gutter < piece.right else 1 + (piece.left >= gutter), piece) for piece in pieces]
    beside = [side for side, piece in sided if side and not piece.hidden]
    turns = sum(one != other for one, other in pairwise(beside))
    if turns <= _TURNS * len(beside):
        return sided
    waiting: dict[int, list[Piece]] = {1: [], 2: []}
    ordered: list[tuple[int, Piece]] = []
    for side, piece in sorted(sided, key=lambda each: -round(each[1].top)):
        if side:
            waiting[side].append(piece)
            continue
        ordered.extend((each, held) for each in waiting for held in waiting[each])
        ordered.append((0, piece))
        waiting = {1: [], 2: []}
    ordered.extend((each, held) for each in waiting for held in waiting[each])
    return ordered
