"""Unpack: from one input to the reports that lie in it.

1. kind: what the input is, by its bytes first and by its name where they say nothing.
2. open: its members, each a capture of its own, as they are asked for. What is no container is itself.
3. open those that are containers again, down to a depth.

Everything that is there ends as a capture or as a refusal with its reason. Nothing is written anywhere, so that a member's path
is a name and no place. The limits are in `limits`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NoReturn

from demarche.errors import RejectedInput
from demarche.model.source import Capture, Link, Refused
from demarche.steps.unpack import kinds
from demarche.steps.unpack.columns import HEADINGS, columns
from demarche.steps.unpack.kinds import Kind, kind_of
from demarche.steps.unpack.limits import DEPTH, Budget, Full
from demarche.steps.unpack.opening import Found, Opening

__all__ = ["HEADINGS", "columns", "links", "unpack", "unpacked"]

Open = Callable[[Opening], Iterator[Found]]

_NESTING = frozenset((Kind.ZIP, Kind.GZIP, Kind.WARC, Kind.MAILBOX, Kind.MESSAGE))
"""What holds files, which may be containers again. The items of the others are texts, whatever they look like."""


def unpack(capture: Capture) -> Iterator[Capture | Refused]:
    """The reports in an input, as they are asked for: the input itself when it is no container."""
    for found in _opened(capture, Budget(), 0):
        yield replace(found, columns=()) if isinstance(found, Capture) and found.columns else found


def unpacked(incoming: Iterable[Capture | Refused]) -> Iterator[Capture | Refused]:
    """What `unpack` gives of each input in turn."""
    for one in incoming:
        yield from unpack(one) if isinstance(one, Capture) else (one,)


def links(capture: Capture) -> tuple[Link, ...]:
    """The addresses that a sitemap or a feed lists; none for anything else. RejectedInput where it cannot be read."""
    kind = kind_of(capture)
    if kind is Kind.SITEMAP:
        from demarche.steps.unpack.sitemap import sitemap_links

        return sitemap_links(capture.data)
    if kind is Kind.FEED:
        from demarche.steps.unpack.feeds import feed_links

        return feed_links(capture.data)
    if kind is Kind.JSON:
        from demarche.steps.unpack.bundles import json_links

        return json_links(capture.data)
    return ()


def _opened(capture: Capture, budget: Budget, depth: int) -> Iterator[Found]:
    kind = kind_of(capture)
    if kind is None:
        yield capture
        return
    if depth >= DEPTH and kind is not Kind.MESSAGE:
        yield Refused(capture.name, f"it lies within {DEPTH} containers and is one itself: it was not opened; unpack it first")
        return
    empty = True
    try:
        for found in _open(kind)(Opening(capture, budget)):
            empty = False
            if found.name == capture.name:
                yield found
                continue
            budget.member()
            yield from _member(found, kind, budget, depth + 1)
    except RejectedInput as error:
        yield Refused(capture.name, str(error))
        if isinstance(error, Full) and depth:
            raise
    else:
        if empty:
            yield Refused(capture.name, "nothing is in it: it holds no report")


def _member(found: Found, kind: Kind, budget: Budget, depth: int) -> Iterator[Found]:
    if isinstance(found, Refused) or kind not in _NESTING:
        yield found
    elif depth > DEPTH:
        yield Refused(found.name, f"it lies within {depth} containers: {DEPTH} are opened")
    else:
        yield from _opened(found, budget, depth)


def _open(kind: Kind) -> Open:
    """What opens a kind; each comes with its libraries only when it is needed."""
    if kind in {Kind.ZIP, Kind.GZIP}:
        from demarche.steps.unpack import archive

        return archive.open_zip if kind is Kind.ZIP else archive.open_gzip
    if kind in {Kind.MAILBOX, Kind.MESSAGE}:
        from demarche.steps.unpack import mail

        return mail.open_mailbox if kind is Kind.MAILBOX else mail.open_message
    if kind is Kind.FEED:
        from demarche.steps.unpack.feeds import open_feed

        return open_feed
    if kind is Kind.SITEMAP:
        from demarche.steps.unpack.sitemap import open_sitemap

        return open_sitemap
    if kind is Kind.JSON:
        from demarche.steps.unpack.bundles import open_json

        return open_json
    if kind is Kind.TABLE:
        from demarche.steps.unpack.table import open_table

        return open_table
    if kind is Kind.WARC:
        from demarche.steps.unpack.warc import open_warc

        return open_warc
    return _OTHERS[kind]


def _xml(opening: Opening) -> NoReturn:
    name, _ = kinds.root(opening.capture.data)
    raise RejectedInput(f"it is XML of a kind that is not read: its root is {name[:60]!r}; feeds, sitemaps and pages are")


def _foreign(opening: Opening) -> NoReturn:
    raise RejectedInput(
        f"it is {kinds.foreign(opening.capture.data)}, which is not opened; unpack it, or make it a ZIP archive"
    )


_OTHERS: Mapping[Kind, Open] = {Kind.XML: _xml, Kind.FOREIGN: _foreign}
