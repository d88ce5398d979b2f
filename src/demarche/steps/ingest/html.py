"""HTML pages: the main text through trafilatura where that is safe, the page's own visible text where it is not.

1. One linear pass measures the page and takes out what is hidden.
2. A page too deep or too large for a tree keeps its visible blocks.
3. Else trafilatura finds the main text; when most of the page's running text is missing there, the visible blocks are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from demarche.steps.ingest.decode import normalise
from demarche.steps.ingest.markup import Reading, VisibleBlock, read_markup
from demarche.steps.ingest.metadata import metadata
from demarche.steps.ingest.page import Kind, Line, Page, assemble

DEPTH_LIMIT = 200
"""Nested tags; libxml2 silently drops what lies deeper than 255."""
TAG_LIMIT = 20_000
"""Tags of one page; beyond, the time that trafilatura takes grows faster than the page."""
NODE_LIMIT = 1_000_000
"""Characters in one stretch of text; libxml2 drops a text of 10 million."""
LONGEST_ROW = 600
"""Characters of a table row; a longer one is a page laid out with tables, whose own paragraphs are kept."""
ENOUGH = 0.4
"""Share of the page's running text that the extracted text must hold to be believed."""

LOST = 0.05
"""Share of the page's letters and digits that may be missing in the tree."""

_SEEN = re.compile(r"\w")
_SPACES = re.compile(r"\s+")
_RUNNING = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*$")

_Text = tuple[str, Kind | None]


def read_html(source: str) -> Page:
    """The page's main text, headline first, one paragraph per line with an empty line between."""
    reading = read_markup(source)
    known = metadata(reading)
    lines, notes = _main_text(reading)
    if reading.hidden > reading.shown:
        notes = (*notes, "more of the page's text is hidden than shown; the hidden text was left out")
    title = normalise(known.title)[0] if known.title else None
    if title:
        same = _key(title)
        lines = [(title, Kind.TITLE), *(line for line in lines if _key(line[0]) != same)]
    return assemble((Line(text, kind) for text, kind in lines), known, notes)


def _main_text(reading: Reading) -> tuple[list[_Text], tuple[str, ...]]:
    if reading.depth > DEPTH_LIMIT:
        return visible_text(reading), (
            f"its tags nest {reading.depth:,} deep: the page's visible text was read without its structure",
        )
    longest = max((len(block.text) for block in reading.blocks), default=0)
    if reading.tags > TAG_LIMIT or longest > NODE_LIMIT:
        return visible_text(reading), (f"a page of {reading.tags:,} tags: its visible text was read without its structure",)
    tree = _tree("".join(reading.source))
    lost = _lost(reading.blocks, tree)
    if lost > LOST:
        return visible_text(reading), (
            f"the parser lost {lost:.0%} of the page: its visible text was read without its structure",
        )
    lines = _extracted(tree)
    share = _share(reading.blocks, lines)
    if share is not None and share < ENOUGH:
        return visible_text(reading), (
            f"the main text could not be told apart (it held {share:.0%}): the page's visible text was read",
        )
    laid_out = any(kind is Kind.TABLE and len(text) > LONGEST_ROW for text, kind in lines)
    return visible_text(reading) if laid_out or not lines else lines, ()


def _key(text: str) -> str:
    return "".join(re.findall(r"\w+", text.lower()))


def _share(blocks: list[VisibleBlock], lines: list[_Text]) -> float | None:
    """Share of the page's running text outside menus that the lines hold; None when there is too little to judge by."""
    have = _key(" ".join(text for text, _ in lines))
    running = [block.text for block in blocks if not block.apart and len(block.text) >= 80 and _RUNNING.search(block.text)]
    total = sum(map(len, running))
    if total < 400:
        return None
    return sum(len(text) for text in running if _key(text[:100])[:60] in have) / total


def visible_text(reading: Reading) -> list[_Text]:
    """All that is shown on a page but its menus, paragraph by paragraph."""
    blocks = [block for block in reading.blocks if not block.apart] or reading.blocks
    return [(normalise(block.text)[0], block.kind) for block in blocks]


def _tree(source: str) -> Any | None:
    """The page as a tree, None where the parser gives up."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    if not source.strip():
        return None
    parser = HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        return document_fromstring(source.encode(errors="replace"), parser=parser)
    except (etree.LxmlError, AttributeError, LookupError, TypeError, ValueError):
        return None


def _lost(blocks: list[VisibleBlock], tree: Any | None) -> float:
    """Share of the page's visible letters and digits that are not in its tree."""
    if tree is None:
        return 0.0
    shown = sum(len(_SEEN.findall(block.text)) for block in blocks)
    kept = sum(len(_SEEN.findall(text)) for text in tree.itertext())
    return 1 - kept / shown if shown > kept else 0.0


def _extracted(tree: Any | None) -> list[_Text]:
    """What trafilatura takes for the main text; nothing when it finds none."""
    from lxml import etree
    from trafilatura import bare_extraction

    if tree is None:
        return []
    etree.strip_attributes(tree, "style")  # trafilatura drops all whose style has the word `hidden` in it, overflow too
    try:
        found = bare_extraction(tree, fast=True, include_comments=False, include_tables=True)
    except (etree.LxmlError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        # a page that trips the libraries still has its visible text
        return []
    body = getattr(found, "body", None)
    return list(_lines(body)) if body is not None else []


def _lines(body: Any) -> Iterator[_Text]:
    for element in body:
        if element.tag in {"list", "quote", "div", "body"} and len(element):
            if (text := _tidy(element.text or "")) and element.tag != "list":
                yield text, None
            yield from _lines(element)
        elif element.tag == "table":
            for row in element.iter("row"):
                if text := " | ".join(filter(None, (_tidy("".join(cell.itertext())) for cell in row))):
                    yield text, Kind.TABLE
        elif text := _tidy("".join(element.itertext())):
            yield text, {"head": Kind.HEADING, "item": Kind.ITEM, "code": Kind.CODE}.get(element.tag)
        if text := _tidy(element.tail or ""):
            yield text, None


def _tidy(text: str) -> str:
    return _SPACES.sub(" ", normalise(text)[0]).strip()
