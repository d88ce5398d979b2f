"""MISP events as MISP exports them: the event with what analysts wrote in it, and each of its event reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain
from typing import Any

from demarche.model.atoms import Marking, PartialDate
from demarche.steps.unpack.marks import strictest, tlp
from demarche.steps.unpack.opening import Found, Opening
from demarche.steps.unpack.words import MARKDOWN, TEXT, address, line, plain

WRITTEN = frozenset(("text", "comment", "other"))
"""Types of attributes whose values may be sentences."""
LINKS = frozenset(("link",))
"""Types of attributes that lead to the report an event was made of; a `url` is mostly one of the attacker's."""
NARROW = {"0": Marking.AMBER_STRICT, "1": Marking.AMBER, "2": Marking.AMBER, "4": Marking.AMBER}
"""What a distribution to less than everybody means where no TLP tag says it: the own organisation, communities, a group."""

Thing = Mapping[str, Any]


def events(value: Any) -> list[Thing]:
    """The events of an export: one, a list, or the answer of a search."""
    if isinstance(value, dict) and "response" in value:
        value = value["response"]
    listed = value if isinstance(value, list) else [value]
    found = [one["Event"] for one in listed if isinstance(one, dict) and isinstance(one.get("Event"), dict)]
    return found if len(found) == len(listed) else []


def open_misp(opening: Opening, found: Sequence[Thing]) -> Iterator[Found]:
    """For each event a report of what was written in it, and one for each of its event reports."""
    left_out: Counter[str] = Counter()
    for number, event in enumerate(found, 1):
        place = line(event.get("uuid")) or f"event {number}"
        yield _event(opening, place, event, left_out)
        for nth, report in enumerate(_list(event, "EventReport"), 1):
            yield _event_report(opening, f"{place}/{line(report.get('uuid')) or f'report {nth}'}", event, report)
    yield from opening.passed_over("attributes", left_out)


def _event(opening: Opening, place: str, event: Thing, left_out: Counter[str]) -> Found:
    title = line(event.get("info"))
    attributes = [one for one in _attributes(event) if one.get("deleted") is not True]
    texts: dict[str, None] = {}
    for one in attributes:
        kind = str(one.get("type"))
        written = (one.get("value") if kind in WRITTEN else None, one.get("comment"))
        said = [text.strip() for text in written if isinstance(text, str) and " " in text.strip()]
        texts.update(dict.fromkeys(said))
        if not said and kind not in LINKS:
            left_out[line(kind) or "attribute of no type"] += 1
    if not title and not texts:
        return opening.refused(place, "the event has neither a title nor a text")
    url = next((found for one in attributes if one.get("type") in LINKS and (found := address(one.get("value")))), None)
    there = f"; read its address {url}" if url else ""
    return opening.member(
        place,
        plain(title, "\n\n".join(texts)),
        media_type=TEXT,
        title=title,
        url=url,
        publisher=_publisher(event),
        published=_published(event),
        marking=_marking([event, *attributes], event),
        note=None if texts else f"only the title of the event, without a text{there}",
    )


def _event_report(opening: Opening, place: str, event: Thing, report: Thing) -> Found:
    title, text = line(report.get("name")), report.get("content")
    if report.get("deleted") is True:
        return opening.refused(place, "the event report was deleted")
    if not isinstance(text, str) or not text.strip():
        return opening.refused(place, "the event report has no text")
    return opening.member(
        place,
        plain(title, text),
        media_type=MARKDOWN,
        title=title,
        publisher=_publisher(event),
        published=_published(event),
        marking=_marking([event, report], report),
    )


def _attributes(event: Thing) -> Iterator[Thing]:
    return chain(_list(event, "Attribute"), chain.from_iterable(_list(held, "Attribute") for held in _list(event, "Object")))


def _list(held: Thing, name: str) -> list[Thing]:
    listed = held.get(name)
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def _publisher(event: Thing) -> str | None:
    creator = event.get("Orgc")
    return line(creator.get("name")) if isinstance(creator, dict) else None


def _published(event: Thing) -> PartialDate | None:
    """When the event was published; its `date` is that of what it tells of."""
    written = str(event.get("publish_timestamp") or "0")
    if not written.isdecimal() or not 0 < int(written[:12]) < 1 << 33:
        return None
    return PartialDate.of(datetime.fromtimestamp(int(written), UTC).date())


def _marking(tagged: Sequence[Thing], spread: Thing) -> Marking:
    """The strictest of the TLP tags of an event and of what is read of it; without one, what its distribution means."""
    tags = [str(tag.get("name")).lower() for one in tagged for tag in _list(one, "Tag")]
    marks = [tlp(tag) for tag in tags if tag.startswith("tlp:")]
    return strictest(marks) if marks else NARROW.get(str(spread.get("distribution")), Marking.CLEAR)
