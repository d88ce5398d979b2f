"""The paragraphs of a PDF document: its rows joined over lines, columns and pages; what is repeated at page edges set apart.

1. Rows at the upper and lower edges that say the same on several pages are running heads and feet, numbers are page numbers.
2. A row goes on with the paragraph before it unless size, spacing, indentation, a bullet or a line that ends early says no.
3. A word that was cut at the end of a line is whole again where the document has it whole elsewhere, or a part is no word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from demarche.steps.ingest.page import Kind, Line
from demarche.steps.ingest.pdf.rows import Row

_EDGE = 0.12
"""Share of a page's height at its upper and lower end in which running heads and page numbers stand."""
_NUMBER = re.compile(
    r"(?:page|p\.|seite)?\s*[-–—|\[(]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*[-–—|\])]?(?:\s*(?:of|/|\|)\s*\d{1,4})?", re.IGNORECASE
)
_PRINTED = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}(?: [AP]M)?\b.*|(?:https?|file)://\S+")
"""What browsers print at the edges of a page."""
_CONTENTS = re.compile(r"(?:\s?[.…_]){4,}\s*(?:\d+|[ivxl]+)$")
_DIGITS = re.compile(r"\d+")
_BULLET = re.compile(r"(?:[•‣◦▪■●→»*]|[–—-](?=\s)|\(?\d{1,3}[.)](?=\s)|\(?[a-z][.)](?=\s))")
_STOP = re.compile(r"[.!?:;…][\"'”’»)\]]*(?:\d{1,3})?$")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_CUT = re.compile(r"([^\W\d_]+)-$")
_TAIL = 100
"""Characters at the end of a line that tell how it ends."""
_FIRST = re.compile(r"[^\W\d_]+")
_TAILS = frozenset(
    "affiliated aligned backed based border controlled day directed effort ever free funded government grade hat hour language "
    "led level like linked long made makers month named nexus old owned party profile related run scale sector service source "
    "speaking sponsored standing state supported term time tied to up wide year".split()
)
"""Words that follow a hyphen of their own: state-sponsored, long-term."""
_HEADS = frozenset(
    "all anti co counter cross cyber de ex high long low mid multi non post pre pro self semi short so state third well".split()
)
_SAME_SIZE = 0.08
_HEADING_SIZE, _TITLE_SIZE = 1.12, 1.35
"""How much larger than the body text headings and the title are."""
_TITLE_WIDTH = 0.5
"""Share of the width of its column that a line of a title fills, when the title goes on below it."""
_SPACING = 1.3
"""Distance between two rows, in usual ones, that is the space between two paragraphs."""
_INDENT = 0.8
_HEADING_WORDS = 25
_PAGE_SHARE = 0.3
"""Share of the pages on which a running head stands at least."""


@dataclass(slots=True)
class _Paragraph:
    rows: list[Row]
    kind: Kind | None = None

    def line(self, words: Counter[str]) -> Line:
        pages = sorted({row.page for row in self.rows})
        place = f"page {pages[0]}" if len(pages) == 1 else f"pages {pages[0]}-{pages[-1]}"
        return Line(_joined([row.text for row in self.rows], words), self.kind, place)


def paragraphs(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> list[Line]:
    """The lines of a document of these pages, whose heights are given in points."""
    apart = _repeated(pages, heights)
    flow = [row for page in pages for row in page if not row.hidden and id(row) not in apart]
    usual = _Usual(flow)
    found: list[_Paragraph] = []
    open_one: _Paragraph | None = None
    for row in (row for page in pages for row in page):
        kind = Kind.HIDDEN if row.hidden else apart.get(id(row))
        if kind:
            found.append(_Paragraph([row], kind))
        elif open_one and usual.goes_on(open_one, row):
            open_one.rows.append(row)
        else:
            open_one = _Paragraph([row])
            found.append(open_one)
    for each in found:
        each.kind = each.kind or usual.kind(each)
    return [each.line(usual.words) for each in found]


def _repeated(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> dict[int, Kind]:
    """The rows, by identity, that are running heads and feet or page numbers."""
    at_edge = [
        [row for row in page if not row.hidden and not _EDGE * height < (row.top + row.bottom) / 2 < (1 - _EDGE) * height]
        for page, height in zip(pages, heights, strict=True)
    ]
    said_on: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page in at_edge:
        for row in page:
            said_on[_sign(row)].add(row.page)
    enough = max(2, round(_PAGE_SHARE * len(pages)))
    apart: dict[int, Kind] = {}
    for row in (row for page in at_edge for row in page):
        if _NUMBER.fullmatch(row.text.strip()):
            apart[id(row)] = Kind.NUMBER
        elif len(said_on[_sign(row)]) >= enough or _PRINTED.fullmatch(row.text):
            apart[id(row)] = Kind.RUNNING
    return apart


def _sign(row: Row) -> tuple[str, int]:
    """What a running head has in common over the pages: its words, whatever the numbers in it, and its size."""
    return _DIGITS.sub("#", row.text), round(row.size)


class _Usual:
    """What is usual in a document: the size of its text, the distance of its lines, its words."""

    def __init__(self, flow: Sequence[Row]) -> None:
        sizes: Counter[float] = Counter()
        distances: dict[float, Counter[float]] = defaultdict(Counter)
        self.words: Counter[str] = Counter()
        for row in flow:
            sizes[_rounded(row.size)] += len(row.text)
            whole = row.text.rpartition(" ")[0] if _ending(_CUT, row.text) else row.text
            self.words.update(word.lower() for word in _WORD.findall(whole))
        for before, row in pairwise(flow):
            if _same_size(before, row) and row.page == before.page and 0 < before.bottom - row.bottom < 3 * row.size:
                distances[_rounded(row.size)][_rounded(before.bottom - row.bottom)] += 1
        self.size = min(sizes, key=lambda size: (-sizes[size], size), default=0.0)
        self.largest = max((row.size for row in flow if row.page == flow[0].page and len(row.text) > 3), default=0.0)
        self.distance = {size: min(found, key=lambda each: (-found[each], each)) for size, found in distances.items()}

    def goes_on(self, paragraph: _Paragraph, row: Row) -> bool:
        """Whether a row goes on with a paragraph."""
        before = paragraph.rows[-1]
        if (
            before.table
            or row.table
            or _ending(_CONTENTS, before.text)
            or not _same_size(before, row)
            or _BULLET.match(row.text)
            or before.bold is not row.bold
        ):
            return False
        usual = self.distance.get(_rounded(row.size), 1.2 * row.size)
        below = row.page == before.page and 0 < before.bottom - row.bottom <= _SPACING * usual
        if not below or not row.left < before.right:
            return (row.page, row.column) != (before.page, before.column) and self.turns(before, row)
        if self.is_large(row):
            wide = before.right - before.left >= _TITLE_WIDTH * (before.edge - before.left)
            return wide or row.text[:1].islower()
        if _ending(_CUT, before.text):
            return True
        indented = row.left > before.left + _INDENT * row.size and not _BULLET.match(paragraph.rows[0].text)
        if _ending(_STOP, before.text) and (indented or not _is_full(before, row)):
            return False
        return row.text[:1].islower() or _is_full(before, row)

    def turns(self, before: Row, row: Row) -> bool:
        """Whether a paragraph goes on in the next column or on the next page."""
        if self.is_large(row) or not before.page <= row.page <= before.page + 1:
            return False
        if row.text[:1].islower() or _ending(_CUT, before.text):
            return not _ending(_STOP, before.text) or row.text[:1].islower()
        return not _ending(_STOP, before.text) and _is_full(before, row) and not before.bold

    def is_large(self, row: Row) -> bool:
        """Whether a row is larger than the text of the document."""
        return row.size >= _HEADING_SIZE * self.size

    def kind(self, paragraph: _Paragraph) -> Kind | None:
        """What a paragraph is by its looks."""
        first = paragraph.rows[0]
        if _ending(_CONTENTS, paragraph.rows[-1].text):
            return Kind.CONTENTS
        if first.table:
            return Kind.TABLE
        words = sum(len(row.text.split()) for row in paragraph.rows)
        if words <= _HEADING_WORDS and self.is_large(first):
            title = first.size >= max(_TITLE_SIZE * self.size, (1 - _SAME_SIZE) * self.largest)
            return Kind.TITLE if title and first.page == 1 else Kind.HEADING
        if _BULLET.match(first.text):
            return Kind.ITEM
        short = words <= _HEADING_WORDS and len(paragraph.rows) <= 2
        return Kind.HEADING if short and first.bold and not _ending(_STOP, paragraph.rows[-1].text) else None


def _rounded(size: float) -> float:
    return round(2 * size) / 2


def _same_size(before: Row, row: Row) -> bool:
    return abs(before.size - row.size) <= _SAME_SIZE * max(before.size, row.size)


def _is_full(before: Row, row: Row) -> bool:
    """Whether the first word of a row would not have fitted at the end of the one before: the line ended for want of space."""
    character = (before.right - before.left) / max(1, len(before.text))
    return before.right + (len(row.text.split(" ", 1)[0]) + 3) * character >= before.edge


def _ending(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """How a text ends, where that fits a pattern; only its last words are looked at, for a line may be as long as a page."""
    return pattern.search(text[-_TAIL:])


def _joined(texts: Sequence[str], words: Counter[str]) -> str:
    pieces = [texts[0]]
    for before, text in pairwise(texts):
        cut, after = _ending(_CUT, before), _FIRST.match(text)
        if cut and after:
            if _was_cut(cut[1], after[0], words):
                pieces[-1] = pieces[-1][:-1]
        else:
            pieces.append(" ")
        pieces.append(text)
    return "".join(pieces)


def _was_cut(head: str, tail: str, words: Counter[str]) -> bool:
    """Whether two parts around a hyphen at the end of a line are one word without it."""
    one, other = head.lower(), tail.lower()
    if not tail[:1].islower():
        return False
    together, apart = words[one + other], words[f"{one}-{other}"]
    if together or apart:
        return together >= apart
    return not (other in _TAILS or one in _HEADS or (words[one] and words[other]))
