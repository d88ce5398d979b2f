"""What the readers of the media types hand on: a text, what is known about its lines, and metadata."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from demarche.model.atoms import Marking, PartialDate
from demarche.steps.ingest.decode import TEXT_LIMIT


class Kind(StrEnum):
    """What markup says a line is; a line of plain text has none."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    CODE = "code"
    RULE = "rule"
    FRONT_MATTER = "front matter"
    HIDDEN = "hidden"
    RUNNING = "running head or foot"
    NUMBER = "page number"
    CONTENTS = "table of contents"
    HEADER = "header of a message"
    QUOTED = "quoted message"
    SIGNATURE = "signature"


SET_APART = frozenset((Kind.HIDDEN, Kind.RUNNING, Kind.NUMBER, Kind.CONTENTS, Kind.HEADER, Kind.QUOTED, Kind.SIGNATURE))
"""Lines that the form of the input tells to be no part of its text, whatever they say; the kind is the reason."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about itself outside its text. `published_from` says where the date was found; `created` is the day on
    which a file says that it was made, which counts only where nothing else gives a day."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    published_from: str = "metadata"
    created: PartialDate | None = None
    marking: Marking | None = None
    """As the page is stamped outside its text."""


@dataclass(frozen=True, slots=True)
class Page:
    """The text that offsets refer to. `kinds` gives what the line that starts at an offset is, `places` where it stands in the
    original; `notes` are the reasons why the text may be incomplete.
    """

    text: str
    kinds: Mapping[int, Kind] = field(default_factory=dict)
    metadata: Metadata = field(default_factory=Metadata)
    notes: tuple[str, ...] = ()
    places: Mapping[int, str] = field(default_factory=dict)


class Line(NamedTuple):
    """A paragraph, heading, item or row, what it is, and where it stands in the original."""

    text: str
    kind: Kind | None = None
    place: str | None = None


_CLOSE = frozenset((Kind.ITEM, Kind.TABLE, Kind.CODE))
"""Kinds of which lines that follow one another have no empty line between them."""


def assemble(lines: Iterable[Line], known: Metadata, notes: tuple[str, ...] = ()) -> Page:
    """The page of these lines, an empty line between paragraphs, no longer than TEXT_LIMIT."""
    pieces: list[str] = []
    kinds: dict[int, Kind] = {}
    places: dict[int, str] = {}
    position, before = 0, None
    for text, kind, place in lines:
        if position:
            separator = "\n" if kind is before and kind in _CLOSE else "\n\n"
            pieces.append(separator)
            position += len(separator)
        kinds[position] = kind or Kind.PARAGRAPH
        if place:
            places[position] = place
        if position + len(text) > TEXT_LIMIT:
            pieces.append(text[: TEXT_LIMIT - position])
            notes = (*notes, f"only the first {TEXT_LIMIT:,} characters of the page's text were read")
            break
        pieces.append(text)
        position += len(text)
        before = kind
    return Page("".join(pieces), kinds, known, notes, places)
