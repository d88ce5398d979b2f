"""What a page says about itself: title, author, publisher, date and address, from `meta`, `link`, `time` and JSON-LD.

Own code instead of a library's, for a page's date must not depend on the day on which it is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from demarche.model.atoms import PartialDate
from demarche.steps.ingest.dates import find_dates
from demarche.steps.ingest.decode import normalise
from demarche.steps.ingest.hidden import unescape
from demarche.steps.ingest.markup import Reading
from demarche.steps.ingest.page import Kind, Metadata
from demarche.steps.ingest.stamps import marking_named, stamp_of, strictest

_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title", "headline")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "byl")
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "citation_publisher")
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
)
_ARTICLE = re.compile(r"article|report|posting|webpage", re.IGNORECASE)
_SUFFIX = re.compile(r"^(.{15,}?)\s+[|–—»·-]\s+[^|–—»·]{2,40}$")
_SEPARATOR = re.compile(r"\s+[|–—»·-]\s+")
_NODE_LIMIT = 3000
_WORD = re.compile(r"\w+")


def metadata(reading: Reading) -> Metadata:
    """The metadata of a page; what it does not say is None."""
    meta = _meta(reading)
    article = _article(reading.linked_data)
    publisher = _first(meta, _PUBLISHERS) or _name(article.get("publisher"))
    named = _first(meta, _TITLES) or _text(article.get("headline"))
    return Metadata(
        title=_headline(reading, named, publisher),
        author=_first(meta, _AUTHORS) or _name(article.get("author")),
        publisher=publisher,
        published=_day(_text(article.get("datePublished"))) or _day(_first(meta, _DATES)) or _time(reading),
        url=_canonical(reading),
        marking=strictest((marking_named(meta.get("tlp", "")), stamp_of([block.text for block in reading.blocks]))),
    )


def _meta(reading: Reading) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in reading.heads:
        known = tag.attributes
        name = (known.get("property") or known.get("name") or known.get("itemprop") or "").lower()
        value = _clean(known.get("content", ""))
        if tag.name == "meta" and name and value:
            found.setdefault(name, value)
    return found


def _clean(value: str) -> str | None:
    return normalise(" ".join(unescape(value[:1000]).split()))[0] or None


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _text(value: Any) -> str | None:
    return _clean(value) if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _nodes(sources: list[str]) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD, outer ones first."""
    for source in sources[:20]:
        try:
            waiting: list[Any] = [json.loads(source)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_NODE_LIMIT):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, dict):
                yield node
                waiting.extend(value for value in node.values() if isinstance(value, dict | list))
            elif isinstance(node, list):
                waiting.extend(node[:_NODE_LIMIT])


def _article(sources: list[str]) -> dict[str, Any]:
    for node in _nodes(sources):
        if _ARTICLE.search(str(node.get("@type", ""))) and ("headline" in node or "datePublished" in node):
            return node
    return {}


def _day(value: str | None) -> PartialDate | None:
    found = find_dates(value[:60]) if value else []
    return found[0].date if found else None


def _time(reading: Reading) -> PartialDate | None:
    """The first `time` element's machine-readable date."""
    values = (tag.attributes.get("datetime") for tag in reading.heads if tag.name == "time")
    return next((day for day in map(_day, values) if day), None)


def _canonical(reading: Reading) -> str | None:
    for tag in reading.heads:
        if tag.name == "link" and "canonical" in tag.attributes.get("rel", "").lower().split():
            address = _clean(tag.attributes.get("href", ""))
            return address if address and address.startswith(("https://", "http://")) else None
    return None


def _headline(reading: Reading, named: str | None, publisher: str | None) -> str | None:
    """The visible first-level heading that the metadata confirm, else what the metadata say, else the only such heading."""
    visible = [block.text for block in reading.blocks if block.kind is Kind.TITLE and not block.apart and len(block.text) < 400]
    title = named or _clean(reading.title or "")
    if title:
        words = set(_WORD.findall(title.lower()))
        confirmed = (text for text in visible if 2 * len(words & set(_WORD.findall(text.lower()))) > len(words))
        return next(confirmed, None) or _part_seen(reading, title) or _without_site(title, publisher)
    return visible[0] if len(visible) == 1 else None


def _part_seen(reading: Reading, title: str) -> str | None:
    """The part of `Headline | Site` or `Site - Headline` that the page shows as a line of its own."""
    parts = [part for part in _SEPARATOR.split(title) if len(part.split()) >= 3]
    lines = {block.text for block in reading.blocks if not block.apart and len(block.text) < 400}
    return next((part for part in parts if part in lines), None)


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """`Headline | Site` without the site."""
    if not title:
        return None
    if publisher and title.lower().endswith(publisher.lower()):
        return title[: -len(publisher)].rstrip(" |–—»·-") or title
    found = _SUFFIX.match(title)
    return found[1] if found else title
