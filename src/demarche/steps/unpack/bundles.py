"""JSON: which of the kinds that are read it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from demarche.errors import RejectedInput
from demarche.model.source import Link
from demarche.steps.unpack.jsonfeed import feed_addresses, is_json_feed, open_json_feed
from demarche.steps.unpack.kinds import suffix
from demarche.steps.unpack.misp import events, open_misp
from demarche.steps.unpack.opening import Found, Opening
from demarche.steps.unpack.stix import objects, open_stix
from demarche.steps.unpack.strictjson import read_json


def open_json(opening: Opening) -> Iterator[Found]:
    """What a JSON feed, a STIX bundle or a MISP event holds. A text that only looks like JSON is itself."""
    told = opening.capture
    try:
        value = read_json(told.data)
    except RejectedInput:
        if suffix(told.name) in {"json", "stix"} or "json" in (told.media_type or ""):
            raise
        yield told
        return
    yield from _opened(opening, value)


def json_links(data: bytes) -> tuple[Link, ...]:
    """The addresses of the items of a JSON feed; none for other JSON."""
    value = read_json(data)
    return feed_addresses(value) if is_json_feed(value) else ()


def _opened(opening: Opening, value: Any) -> Iterator[Found]:
    if is_json_feed(value):
        return open_json_feed(opening, value)
    if (found := objects(value)) is not None:
        return open_stix(opening, found)
    if told := events(value):
        return open_misp(opening, told)
    raise RejectedInput("it is JSON of no kind that is read: those are JSON feeds, STIX bundles and MISP events")
