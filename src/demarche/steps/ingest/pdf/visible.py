"""Which text of a PDF page nobody sees: drawn without ink, in the colour of what lies below it, or painted over.

Paths and pictures are looked at by the rectangle that they fill; a text of which it cannot be told what lies below is seen.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pypdfium2 import raw

OBJECT_LIMIT = 50_000
"""Objects of a page that are looked at: a map or plan has more, and little text."""
COVER_LIMIT = 1_000
"""Filled areas of a page that texts are compared with: each text is compared with each."""
_DEPTH_LIMIT = 8
_UNSEEN_MODES = frozenset((raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP))
_STROKED = frozenset((raw.FPDF_TEXTRENDERMODE_STROKE, raw.FPDF_TEXTRENDERMODE_STROKE_CLIP, raw.FPDF_TEXTRENDERMODE_FILL_STROKE))
_ALIKE = 24
"""Difference of two colours, of 255 in each part, that hardly any screen shows."""
_FAINT, _SOLID = 13, 230
"""Opacity, of 255, below which ink cannot be seen and above which it hides what is below."""
_CORNERS = range(3, 7)
"""Segments of a path that is a rectangle."""
_WHITE = (255, 255, 255)

Box = tuple[float, float, float, float]
Colour = tuple[int, int, int]


class _Matrix(NamedTuple):
    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def over(self, outer: _Matrix) -> _Matrix:
        """What this matrix does, and then the outer one."""
        return _Matrix(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            self.e * outer.a + self.f * outer.c + outer.e,
            self.e * outer.b + self.f * outer.d + outer.f,
        )

    def box(self, box: Box) -> Box:
        across = [self.a * x + self.c * y + self.e for x in box[::2] for y in box[1::2]]
        up = [self.b * x + self.d * y + self.f for x in box[::2] for y in box[1::2]]
        return min(across), min(up), max(across), max(up)


_AS_IT_IS = _Matrix(1, 0, 0, 1, 0, 0)


class _Cover(NamedTuple):
    """A filled area; no colour where it is a picture or of another shape than a rectangle."""

    order: int
    box: Box
    colour: Colour | None


class _Text(NamedTuple):
    order: int
    box: Box
    colour: Colour


@dataclass
class Painted:
    """What is painted on a page: the addresses of the text objects that nobody sees, the area of the largest picture in square
    points, and the number of paths."""

    unseen: set[int] = field(default_factory=set)
    picture: float = 0.0
    paths: int = 0


def address(thing: Any) -> int:
    """Where pdfium keeps an object; 0 for none."""
    return ctypes.addressof(thing.contents) if thing else 0


def painted(page: Any) -> Painted:
    """What is painted on a page."""
    found = Painted()
    covers: list[_Cover] = []
    texts: dict[int, _Text] = {}
    for order, (thing, kind, matrix) in enumerate(_objects(page)):
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            colour = _ink(thing)
            if colour is None:
                found.unseen.add(address(thing))
            else:
                texts[address(thing)] = _Text(order, matrix.box(_bounds(thing)), colour)
            continue
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = matrix.box(_bounds(thing))
            found.picture = max(found.picture, (right - left) * (top - bottom))
        found.paths += kind == raw.FPDF_PAGEOBJ_PATH
        if len(covers) < COVER_LIMIT and (cover := _cover(thing, kind, matrix, order)):
            covers.append(cover)
    found.unseen.update(place for place, text in texts.items() if _unseen(text, covers))
    return found


def _objects(page: Any) -> Iterator[tuple[Any, int, _Matrix]]:
    """The objects of a page in the order in which they are painted, those of forms in the place of the form."""
    waiting = [(raw.FPDFPage_GetObject(page, at), _AS_IT_IS, 0) for at in reversed(range(_count(page)))]
    for _ in range(OBJECT_LIMIT):
        if not waiting:
            return
        thing, matrix, depth = waiting.pop()
        kind = raw.FPDFPageObj_GetType(thing)
        if kind != raw.FPDF_PAGEOBJ_FORM:
            yield thing, kind, matrix
        elif depth < _DEPTH_LIMIT:
            inner = _matrix(thing).over(matrix)
            count = min(OBJECT_LIMIT, raw.FPDFFormObj_CountObjects(thing))
            waiting.extend((raw.FPDFFormObj_GetObject(thing, at), inner, depth + 1) for at in reversed(range(count)))


def _count(page: Any) -> int:
    return min(OBJECT_LIMIT, int(raw.FPDFPage_CountObjects(page)))


def _matrix(thing: Any) -> _Matrix:
    found = raw.FS_MATRIX()
    known = raw.FPDFPageObj_GetMatrix(thing, found)
    return _Matrix(found.a, found.b, found.c, found.d, found.e, found.f) if known else _AS_IT_IS


def _bounds(thing: Any) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _fill(thing: Any) -> tuple[Colour, int] | None:
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(thing, red, green, blue, opacity):
        return None
    return (red.value, green.value, blue.value), opacity.value


def _ink(thing: Any) -> Colour | None:
    """The colour of a text, None when it is drawn without any ink."""
    mode = raw.FPDFTextObj_GetTextRenderMode(thing)
    if mode in _UNSEEN_MODES:
        return None
    known = _fill(thing)
    if mode in _STROKED or known is None:
        return (0, 0, 0)  # outlined, or filled with a pattern: seen
    return known[0] if known[1] >= _FAINT else None


def _cover(thing: Any, kind: int, matrix: _Matrix, order: int) -> _Cover | None:
    box = matrix.box(_bounds(thing))
    if kind != raw.FPDF_PAGEOBJ_PATH:
        return _Cover(order, box, None)
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(thing, mode, stroke)
    known = _fill(thing)
    if not mode.value or known is None:
        return None
    plain = known[1] >= _SOLID and not raw.FPDFPageObj_HasTransparency(thing)
    return _Cover(order, box, known[0] if plain and raw.FPDFPath_CountSegments(thing) in _CORNERS else None)


def _unseen(text: _Text, covers: list[_Cover]) -> bool:
    """Whether a text has the colour of what lies below it, or a filled rectangle painted over it."""
    across, up = (text.box[0] + text.box[2]) / 2, (text.box[1] + text.box[3]) / 2
    below: Colour | None = _WHITE
    for cover in covers:
        left, bottom, right, top = cover.box
        if left <= across <= right and bottom <= up <= top:
            if cover.order < text.order:
                below = cover.colour
            elif cover.colour is not None:
                return True
    return below is not None and max(abs(one - other) for one, other in zip(below, text.colour, strict=True)) <= _ALIKE
