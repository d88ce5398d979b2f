"""The characters of a PDF page as pieces: stretches of characters on one line without a wide gap, all seen or all unseen."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from pypdfium2 import raw

from demarche.steps.ingest.pdf.visible import Box, Painted, address, painted

CHARACTER_LIMIT = 50_000
"""Characters of one page that are read: a page full of the smallest readable print has some 20,000."""
TINY = 3.0
"""Size in points of characters that nobody can read on a page shown whole; footnotes have five and more."""
_GAP = 1.2
"""A gap between two words, in heights of their characters, that ends a piece: justified lines stay below."""
_NO_GAP = 0.05
_GUESSED = "\t"
"""A space that pdfium thinks is there; behind ligatures it is mistaken."""
_SPACES = frozenset((" ", _GUESSED))
_BACK = 0.6
_AGAIN, _LATEST = 1.5, 20
"""Points by which a piece that is painted again may be off, and how many of the same words it is compared with."""
_BELOW = 0.2
"""Share of its size that a character reaches below its line."""
_SLANT = 0.1
_SHARED = 0.5
"""How much of its height a character shares with the piece that it goes on with: raised and lowered ones do."""
_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_BOLD_WEIGHT, _NAME_LIMIT = 600, 200
_HYPHENS = frozenset((0x02, 0xFFFE, 0xAD))
"""What pdfium gives for a hyphen at the end of a line."""


@dataclass(slots=True)
class Piece:
    """Characters side by side, with the box around them in points, upwards from the lower left of the page as it is shown."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    hidden: bool
    bold: int = 0
    """How many of its characters are in a bold font."""

    @property
    def size(self) -> float:
        """The height of its characters, in points."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its pieces in the order in which they are painted, its size in points, and what else is painted on it."""

    number: int
    pieces: tuple[Piece, ...]
    width: float
    height: float
    painted: Painted
    cut: bool = False
    """Whether it has more characters than are read."""


@dataclass(frozen=True, slots=True)
class _Character:
    text: str
    box: Box
    hidden: bool
    bold: bool


def sheet(page: Any, number: int) -> Sheet:
    """What a page has on it. Raises PdfiumError where pdfium cannot read it."""
    paint = painted(page)
    text = page.get_textpage()
    try:
        bounds = page.get_bbox()
        turns = page.get_rotation() // 90
        count = text.count_chars()
        characters = _characters(text.raw, min(count, CHARACTER_LIMIT), paint.unseen, bounds)
        pieces = tuple(_once(_pieces(_turned(each, bounds, turns) for each in characters)))
    finally:
        text.close()
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    if turns % 2:
        width, height = height, width
    return Sheet(number, pieces, width, height, paint, count > CHARACTER_LIMIT)


class _Style(NamedTuple):
    """What the characters of one text object have in common; `size` is 0 where they do not stand upright."""

    size: float
    bold: bool


def _characters(text: Any, count: int, unseen: set[int], bounds: Box) -> Iterator[_Character]:
    loose, across, up = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    styles: dict[int, _Style] = {}
    for at in range(count):
        code = raw.FPDFText_GetUnicode(text, at)
        if code < 32 and code not in _HYPHENS:
            code = 32
        raw.FPDFText_GetLooseCharBox(text, at, loose)
        place = address(raw.FPDFText_GetTextObject(text, at))
        if place not in styles:
            styles[place] = _style(text, at)
        size, bold = styles[place]
        left, bottom, right, top = loose.left, loose.bottom, loose.right, loose.top
        if size:
            raw.FPDFText_GetCharOrigin(text, at, across, up)
            bottom, top = up.value - _BELOW * size, up.value + (1 - _BELOW) * size
        outside = right < bounds[0] or left > bounds[2] or top < bounds[1] or bottom > bounds[3]
        shown = "-" if code in _HYPHENS else _letter(code)
        if shown == " " and raw.FPDFText_IsGenerated(text, at):
            shown = _GUESSED
        tiny = shown not in _SPACES and max(top - bottom, right - left) < TINY
        yield _Character(shown, (left, bottom, right, top), place in unseen or outside or tiny, bold)


def _style(text: Any, at: int) -> _Style:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, at, matrix)
    upright = abs(matrix.b) < _SLANT * abs(matrix.d)
    return _Style(abs(matrix.d) * raw.FPDFText_GetFontSize(text, at) if upright else 0.0, _is_bold(text, at))


def _is_bold(text: Any, at: int) -> bool:
    name, flags = ctypes.create_string_buffer(_NAME_LIMIT), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, at, name, _NAME_LIMIT, flags)
    return bool(_BOLD.search(name.value)) or raw.FPDFText_GetFontWeight(text, at) >= _BOLD_WEIGHT


def _letter(code: int) -> str:
    return " " if code in {0x20, 0xA0} else chr(code)


def _turned(character: _Character, bounds: Box, turns: int) -> _Character:
    """The character on the page as it is shown, its lower left corner at zero."""
    if not turns and bounds[0] == bounds[1] == 0:
        return character
    left, bottom, right, top = character.box
    left, right, bottom, top = left - bounds[0], right - bounds[0], bottom - bounds[1], top - bounds[1]
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    for _ in range(turns):
        left, bottom, right, top = bottom, width - right, top, width - left
        width, height = height, width
    return _Character(character.text, (left, bottom, right, top), character.hidden, character.bold)


def _pieces(characters: Iterator[_Character]) -> Iterator[Piece]:
    piece: Piece | None = None
    space = guessed = False
    for each in characters:
        if each.text in _SPACES:
            space, guessed = space or each.text == " ", True
            continue
        if piece is None or not _goes_on(piece, each):
            if piece:
                yield piece
            piece = Piece(each.text, *each.box, each.hidden, each.bold)
        else:
            space = space or (guessed and each.box[0] - piece.right > _NO_GAP * piece.size)
            piece.text += f" {each.text}" if space else each.text
            piece.right = max(piece.right, each.box[2])
            if each.box[3] - each.box[1] > piece.size:
                piece.bottom, piece.top = each.box[1], each.box[3]
            piece.bold += each.bold
        space = guessed = False
    if piece:
        yield piece


def _once(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces without those painted again in the same place, as for bold print without a bold font."""
    painted_at: dict[str, list[Piece]] = {}
    for piece in pieces:
        others = painted_at.setdefault(piece.text, [])
        if not any(abs(piece.left - other.left) < _AGAIN > abs(piece.bottom - other.bottom) for other in others[-_LATEST:]):
            others.append(piece)
            yield piece


def _goes_on(piece: Piece, character: _Character) -> bool:
    left, bottom, _, top = character.box
    if character.hidden is not piece.hidden:
        return False
    lower = min(top - bottom, piece.size)
    shared = min(top, piece.top) - max(bottom, piece.bottom)
    if lower <= 0 or shared < _SHARED * lower:
        return lower <= 0 and shared >= 0
    return -_BACK * piece.size <= left - piece.right <= _GAP * piece.size
