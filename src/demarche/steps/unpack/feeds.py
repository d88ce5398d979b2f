"""RSS, Atom and RDF feeds: each item a report, as far as the feed has its text.

1. Repair: the feed becomes well-formed XML, so that feedparser takes its strict road, and fields on which it takes quadratic
   time are cut.
2. Read: feedparser, given a stream of bytes: of anything else it may take for a file or an address, and open it.
3. Write each item as a page of its own: its headline, then its text.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from demarche.model.source import Link, Refused
from demarche.steps.unpack.opening import Found, Known, Opening, reading
from demarche.steps.unpack.tree import tree
from demarche.steps.unpack.words import HTML, address, day, language, line, page, paragraphs, unmarked, visible

FIELD_LIMIT = 1_000
"""Characters of an author or a contributor: feedparser searches them for an e-mail address in quadratic time."""
ATTRIBUTES = 30
FIELDS = 200
"""Attributes of one element, and fields of one item; feedparser takes quadratic time for many."""
ITEMS = 10_000
"""Items of a feed, on each of which feedparser spends half a millisecond; feeds have some tens, some have thousands."""
SUMMARY = 1_000
"""Visible characters, fewer of which are not taken for a whole report where the feed does not say that they are."""

_PEOPLE = frozenset("author creator contributor managingeditor webmaster publisher owner name email dc person".split())
_CUT = re.compile(
    r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|&#8230;|&hellip;|read more|continue reading)[\s\]>)»→]*(?:<[^<>]{0,200}>\s*)*$",
    re.IGNORECASE,
)

Item = dict[str, Any]
"""As feedparser has it: its own `get` takes one date for another."""


def open_feed(opening: Opening) -> Iterator[Found]:
    """A report for each item."""
    root, wrong = tree(opening.capture.data, "the feed")
    feed, items = _read(root)
    for number, item in enumerate(items[:ITEMS], 1):
        yield _report(opening, number, item, feed)
    if len(items) > ITEMS:
        yield Refused(
            f"{opening.capture.name}!/", f"it has more than {ITEMS:,} items: those after them were not read; split it"
        )
    if wrong:
        yield Refused(f"{opening.capture.name}!/", wrong)


def feed_links(data: bytes) -> tuple[Link, ...]:
    """The addresses of a feed's items."""
    root, _ = tree(data, "the feed")
    found = ((address(item.get("link")), item) for item in _read(root)[1])
    return tuple(Link(url, _when(item), unmarked(item.get("title"))) for url, item in found if url)


def _when(item: Item) -> str | None:
    return line(dict.get(item, "updated") or dict.get(item, "published"))


def _read(root: Any) -> tuple[Item, list[Item]]:
    import feedparser
    from lxml import etree

    with reading("the feed"):
        held = list(root.iter("{*}item", "{*}entry"))
        for one in held[ITEMS + 1 :]:
            one.getparent().remove(one)
        _tame(root)
        # nothing is sanitised: that would show what a page hides, and ingest tells hidden text apart itself
        read = feedparser.parse(io.BytesIO(etree.tostring(root)), resolve_relative_uris=False, sanitize_html=False)
        return read.get("feed") or {}, list(read.get("entries") or ())


def _tame(root: Any) -> None:
    """Cut what feedparser takes quadratic time for, and write well what its strict parser would stop or be slow at."""
    from lxml.etree import CDATA

    for element in root.iter("*"):
        prefix, _, name = element.tag.rpartition("}")
        if not prefix and ":" in name:  # a prefix that nothing declares
            element.tag = name = name.rpartition(":")[2] or "x"
        for key in [key for place, key in enumerate(element.attrib) if place >= ATTRIBUTES or (key[0] != "{" and ":" in key)]:
            del element.attrib[key]
        if name.lower() in _PEOPLE and sum(map(len, element.itertext())) > FIELD_LIMIT:
            element.clear(keep_tail=True)
        if name in {"item", "entry"}:
            del element[FIELDS:]
        text = element.text or ""
        if "<" in text and "]]>" not in text:
            element.text = CDATA(text)


def _report(opening: Opening, number: int, item: Item, feed: Item) -> Found:
    title, url = unmarked(item.get("title")), address(item.get("link"))
    place = url or line(item.get("id")) or f"item {number}"
    source, whole = _text(item)
    seen = visible(source)
    if not seen and not title:
        return opening.refused(place, "the item has neither a text nor a headline")
    known: Known = {**_known(item, feed), "title": title, "url": url, "note": less(source, seen, whole, url)}
    return opening.member(place, page(title, source), **known)


def _known(item: Item, feed: Item) -> Known:
    first: Item = next(iter(item.get("content") or ()), {})
    return {
        "media_type": HTML,
        "publisher": unmarked((item.get("source") or {}).get("title"))
        or unmarked(item.get("publisher"))
        or unmarked(feed.get("title")),
        "published": day(dict.get(item, "published")) or day(dict.get(item, "updated")),
        "author": unmarked(item.get("author")),
        "language": language(first.get("language") or feed.get("language")),
    }


def _text(item: Item) -> tuple[str, bool]:
    """The item's longest text as HTML, and whether the feed calls it the whole of it."""
    held = [(_html(one), True) for one in item.get("content") or ()]
    detail = item.get("summary_detail") or {}
    if detail.get("value"):
        held.append((_html(detail), False))
    return max(held, key=lambda one: (visible(one[0]), one[1]), default=("", False))


def _html(detail: Item) -> str:
    value = str(detail.get("value") or "")
    return value if "html" in str(detail.get("type") or "html") else paragraphs(value)


def less(source: str, seen: int, whole: bool, url: str | None) -> str | None:
    """Why an item is less than the report that it is of."""
    there = f"; read its address {url}" if url else ""
    if not seen:
        return f"only a headline in the feed{there}"
    if _CUT.search(source[-600:]) or (not whole and seen < SUMMARY):
        return f"only a summary in the feed{there}"
    return None
