"""JSON feeds, version 1 and 1.1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from demarche.model.source import Link
from demarche.steps.unpack.feeds import less
from demarche.steps.unpack.opening import Found, Opening
from demarche.steps.unpack.words import HTML, address, day, language, line, page, paragraphs, unmarked, visible


def is_json_feed(value: Any) -> bool:
    """Whether it says that it is one."""
    return isinstance(value, dict) and str(value.get("version", "")).startswith(
        ("https://jsonfeed.org/", "http://jsonfeed.org/")
    )


def open_json_feed(opening: Opening, feed: Mapping[str, Any]) -> Iterator[Found]:
    """A report for each item."""
    items = feed.get("items")
    for number, item in enumerate(items if isinstance(items, list) else (), 1):
        if isinstance(item, dict):
            yield _report(opening, number, item, feed)
        else:
            yield opening.refused(f"item {number}", "the item is no object")


def feed_addresses(feed: Mapping[str, Any]) -> tuple[Link, ...]:
    """The addresses of the items of a feed."""
    items = feed.get("items")
    held = [item for item in (items if isinstance(items, list) else ()) if isinstance(item, dict)]
    found = ((address(item.get("url")) or address(item.get("external_url")), item) for item in held)
    return tuple(
        Link(url, line(item.get("date_modified") or item.get("date_published")), unmarked(item.get("title")))
        for url, item in found
        if url
    )


def _report(opening: Opening, number: int, item: Mapping[str, Any], feed: Mapping[str, Any]) -> Found:
    title, url = unmarked(item.get("title")), address(item.get("url")) or address(item.get("external_url"))
    place = url or line(item.get("id")) or f"item {number}"
    source, whole = _text(item)
    seen = visible(source)
    if not seen and not title:
        return opening.refused(place, "the item has neither a text nor a headline")
    return opening.member(
        place,
        page(title, source),
        media_type=HTML,
        title=title,
        url=url,
        publisher=unmarked(feed.get("title")),
        published=day(item.get("date_published")),
        author=_authors(item) or _authors(feed),
        language=language(item.get("language")) or language(feed.get("language")),
        note=less(source, seen, whole, url),
    )


def _text(item: Mapping[str, Any]) -> tuple[str, bool]:
    """The item's text as HTML, and whether it is the whole of it."""
    html, text, summary = (item.get(name) for name in ("content_html", "content_text", "summary"))
    if isinstance(html, str) and html.strip():
        return html, True
    if isinstance(text, str) and text.strip():
        return paragraphs(text), True
    return (paragraphs(summary), False) if isinstance(summary, str) else ("", False)


def _authors(held: Mapping[str, Any]) -> str | None:
    """Version 1 had one author, 1.1 has a list."""
    several = held.get("authors")
    listed = several if isinstance(several, list) else [held.get("author")]
    names = [line(one.get("name")) for one in listed if isinstance(one, dict)]
    return line(", ".join(filter(None, names)))
