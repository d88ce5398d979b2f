"""A text cut into units: paragraphs, list items and single lines, with what can be seen of each without reading it.

A line is a unit of its own, except in text that was wrapped at a fixed width: there the lines of a paragraph are joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from demarche.steps.ingest.page import Kind, Page

_BULLET = re.compile(r"\s*(?:[*+•‣◦▪■●→»–—-]|\d{1,3}[.)]|\(?[a-z]\))\s+")
_MARKUP = re.compile(r"!\[[^\]]{0,300}\]\([^)\s]{0,500}\)|\]\([^)\s]{0,500}\)|[*_`#|>~\[\]]+")
_MARKED = re.compile(r"[*_`#|>~\[]")
_STOP = re.compile(r"[.!?…。！？؟।։][\"'”’»›)\]*_]*(?:\s*\[?\d{0,3}\]?)?$")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|No|vs|a\.m|p\.m|plc|Bros)\.)$")
_INNER_STOP = re.compile(r"[a-z0-9)”\"’][.!?][”\"’)]?\s+[“\"‘(]?[A-Z]|[。！？]")
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|shall|should|does|did|do|says?|said|told|"
    r"isn['’]t|wasn['’]t|didn['’]t|won['’]t|[a-z]{3,}ed|(?:went|took|made|came|gave|found|began|became|held|led|hit|fell|rose|sent|"
    r"saw|knew|shut|set|put|spoke|wrote|stole|broke|drew|met|won|lost|paid|left|kept|brought))\b"
)
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_WRAP_NARROWEST, _WRAP_WIDEST = 40, 100
_STRONG_WORDS = 14
_ANNOUNCING_WORDS = 8
_SHORT_SENTENCE = 3
_ABBREVIATED_WORDS = 8
_UNPUNCTUATED = 25
"""Words from which a line without a full stop is a paragraph that lost it: no headline is as long."""
_LOOK = 4000
"""Characters of a unit that are looked at: what a paragraph is shows within."""
_LONGEST_WORD = 400


@dataclass(frozen=True, slots=True)
class Unit:
    """Whole lines of a text. `words` is the number of words; `sentence` whether they read as one or more sentences; `strong`
    whether they read as a paragraph; `colon` whether they announce what follows. `group` counts the empty lines before.
    """

    start: int
    end: int
    text: str
    kind: Kind | None
    group: int
    words: int
    sentence: bool
    strong: bool
    colon: bool
    bullet: bool
    verb: bool

    @property
    def size(self) -> int:
        """Characters that are not white space at the ends."""
        return len(self.text)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    group: int
    kind: Kind | None


def split(page: Page) -> list[Unit]:
    """The units of a text; they tile it, empty lines belonging to the unit before them."""
    lines = _lines(page)
    if not lines:
        return []
    width = None if Kind.PARAGRAPH in set(page.kinds.values()) else wrap_width([line.text for line in lines])
    runs = list(_runs(lines, width))
    starts = [0, *(run[0].start for run in runs[1:]), len(page.text)]
    return [_unit(run, start, end) for run, (start, end) in zip(runs, pairwise(starts), strict=True)]


def _lines(page: Page) -> list[_Line]:
    found: list[_Line] = []
    position, group, empty = 0, 0, False
    for raw in page.text.split("\n"):
        text = raw.strip()
        if text:
            group += empty and bool(found)
            found.append(_Line(position, position + len(raw), text, group, page.kinds.get(position)))
        empty = not text
        position += len(raw) + 1
    return found


def wrap_width(lines: list[str]) -> int | None:
    """The width at which a text was wrapped, None when its lines are paragraphs.

    Wrapped text has hardly a line beyond its width, and most of its lines are nearly that wide and end in mid-sentence.
    """
    sizes = sorted(len(line) for line in lines)
    width = sizes[int(0.98 * (len(sizes) - 1))]
    if not _WRAP_NARROWEST <= width <= _WRAP_WIDEST or sizes[-1] > 2 * _WRAP_WIDEST:
        return None
    full = [(line, after) for line, after in pairwise(lines) if len(line) + 1 + len(after.split(" ", 1)[0]) > 0.92 * width]
    running = sum(1 for line, after in full if after[:1].islower() or not _STOP.search(line))
    continued = sum(1 for _, after in full if after[:1].islower())
    return width if continued >= 2 and running >= 0.6 * len(full) and len(full) >= 0.3 * len(lines) else None


def _runs(lines: list[_Line], width: int | None) -> Iterator[list[_Line]]:
    run = [lines[0]]
    for before, line in pairwise(lines):
        if width is not None and _continues(before, line, width):
            run.append(line)
        else:
            yield run
            run = [line]
    yield run


def _continues(before: _Line, line: _Line, width: int) -> bool:
    """Whether a line goes on with the paragraph of the line before: the break came only because the width was used up."""
    if line.group != before.group or (line.kind is not None and line.kind is not before.kind) or _BULLET.match(line.text):
        return False
    if before.kind not in {None, Kind.ITEM}:
        return False
    return line.text[:1].islower() or len(before.text) + 1 + len(line.text.split(" ", 1)[0]) > 0.85 * width


def bare(text: str) -> str:
    """A line without its bullet and its markup."""
    text = _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
    return _MARKUP.sub(" ", text).strip() if _MARKED.search(text) else text


def several_sentences(text: str) -> bool:
    """Whether a sentence ends inside a text and another one begins."""
    return bool(_INNER_STOP.search(text))


def _unit(run: list[_Line], start: int, end: int) -> Unit:
    first = run[0]
    joined = first.text if len(run) == 1 else " ".join(line.text for line in run)
    text = bare(joined[:_LOOK])
    pieces = text.split()
    words = len(pieces)
    if not text.isascii() and _UNSPACED.search(text):
        words = max(words, len(_UNSPACED.findall(text)) // 2)
    encoded = max(map(len, pieces), default=0) > _LONGEST_WORD and words < _LOOK // 20
    verb = bool(_VERB.search(text))
    colon = text.endswith((":", "："))
    sentence = not encoded and _is_sentence(text, words, verb, cut=len(joined) > _LOOK)
    return Unit(
        start=start,
        end=end,
        text=text,
        kind=Kind.CODE if encoded else first.kind,
        group=first.group,
        words=words,
        sentence=sentence,
        strong=(sentence and words >= _STRONG_WORDS) or (colon and verb and words >= _ANNOUNCING_WORDS),
        colon=colon,
        bullet=first.kind is Kind.ITEM or bool(_BULLET.match(first.text)),
        verb=verb,
    )


def _is_sentence(text: str, words: int, verb: bool, cut: bool) -> bool:
    if words < _SHORT_SENTENCE:
        return False
    if _STOP.search(text) and not (words <= _ABBREVIATED_WORDS and not verb and _ABBREVIATED.search(text)):
        return True
    return cut or (words >= _UNPUNCTUATED and (verb or several_sentences(text)))
