"""Which column of a table holds what: as somebody says it, or as the headings tell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from demarche.errors import RejectedInput, UsageError

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text",
        "fulltext",
        "articletext",
        "body",
        "content",
        "article",
        "story",
        "report",
        "description",
        "abstract",
        "summary",
    ),
    "title": ("title", "headline", "heading", "subject", "name"),
    "date": ("published", "publicationdate", "publisheddate", "datepublished", "publishedat", "pubdate", "date", "day"),
    "publisher": ("publisher", "source", "sourcename", "outlet", "newspaper", "media", "site", "domain"),
    "url": ("url", "link", "sourceurl", "articleurl", "address", "href"),
    "author": ("author", "authors", "byline", "writer", "creator"),
    "language": ("language", "lang"),
    "marking": ("tlp", "marking"),
}
"""What a column may hold, and the headings it usually has, the surest first, in small letters without spaces and signs."""

_SIGNS = re.compile(r"[\W_]+")

Columns = tuple[tuple[str, str], ...]


def columns(told: str) -> Columns:
    """Read `text=body,title=headline`. UsageError for what is no such thing."""
    pairs: dict[str, str] = {}
    for one in filter(None, (part.strip() for part in told.split(","))):
        what, equals, heading = (part.strip() for part in one.partition("="))
        if not equals or not heading or what not in HEADINGS or what in pairs:
            raise UsageError(f"no such column: {one!r}; write them as text=body,title=headline, of {' '.join(HEADINGS)}")
        pairs[what] = heading
    if not pairs:
        raise UsageError(f"no columns are named; write them as text=body,title=headline, of {' '.join(HEADINGS)}")
    return tuple(sorted(pairs.items()))


def placed(headings: Sequence[str], told: Columns) -> Mapping[str, int]:
    """The place of each column in a row. Raises RejectedInput where one that was named is not there, or none holds text."""
    plain = [_plain(heading) for heading in headings]
    found: dict[str, int] = {}
    for what, heading in told:
        exact = [place for place, one in enumerate(headings) if one.strip() == heading]
        near = exact or [place for place, one in enumerate(plain) if one == _plain(heading)]
        if not near:
            raise RejectedInput(f"it has no column {heading!r} for {what}; {_listed(headings)}")
        found[what] = near[0]
    for what, usual in HEADINGS.items():
        free = [one for one in usual if one in plain and plain.index(one) not in found.values()]
        if what not in found and free:
            found[what] = plain.index(free[0])
    if "text" not in found and "title" not in found:
        raise RejectedInput(f"which of its columns holds the text? Name it, as in --columns text=body; {_listed(headings)}")
    return found


def _plain(heading: str) -> str:
    return _SIGNS.sub("", heading).lower()


def _listed(headings: Sequence[str]) -> str:
    shown = ", ".join(" ".join(one.split())[:40] for one in headings[:20] if one.strip())
    return f"its columns are {shown}" if shown else "its first row has no headings"
