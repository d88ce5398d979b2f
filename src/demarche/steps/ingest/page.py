"""What the readers of the media types hand on: a text, what is known about its lines, and metadata."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from demarche.model.atoms import PartialDate


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


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about itself outside its text."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The text that offsets refer to. `kinds` gives what the line that starts at an offset is; `notes` are the reasons why the
    text may be incomplete.
    """

    text: str
    kinds: Mapping[int, Kind] = field(default_factory=dict)
    metadata: Metadata = field(default_factory=Metadata)
    notes: tuple[str, ...] = ()
