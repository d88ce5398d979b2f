"""Where words come from: documents, their origin, and what was named in them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from demarche.errors import IntegrityError
from demarche.model.atoms import Marking, PartialDate, Passage, content_id

READ_LANGUAGE = "en"
"""ISO 639-1: the one language that claims are made from."""


class Outcome(StrEnum):
    """How an input ended; nothing ends any other way."""

    OK = "ok"
    PARTIAL = "partial"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Capture:
    """One input as it was captured: the raw bytes and what the reader of them was told. `name` is a file name or `-`; of what
    lay in a container (an archive, a feed, a mailbox) it is the container's name, `!/`, and the place in it."""

    name: str
    data: bytes
    url: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    marking: Marking = Marking.CLEAR
    media_type: str | None = None
    """As the container says; None where the bytes and the name are to tell."""
    title: str | None = None
    author: str | None = None
    language: str | None = None
    """ISO 639-1, as the container says."""
    container: str | None = None
    """The SHA-256 of the bytes that it was taken out of."""
    columns: tuple[tuple[str, str], ...] = ()
    """Which column of a table holds what, as pairs such as `text`, `body`; what is not told is guessed by the headings."""
    note: str | None = None
    """Why it is less than the whole report, where that is known before it is read."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that gave no bytes, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a sitemap or a feed lists, for somebody to fetch. `modified` is the time as it is written there; `lists`
    tells an address of another such list."""

    url: str
    modified: str | None = None
    title: str | None = None
    lists: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document came from. `published_from` says how the date was found: given, header, byline, dateline, metadata,
    url. `language` is the ISO 639-1 code of what it is written in, None where that cannot be told."""

    name: str
    sha256: str
    media_type: str
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: PartialDate | None = None
    published_from: str | None = None
    author: str | None = None
    language: str | None = None
    container: str | None = None
    """The SHA-256 of the archive, feed or mailbox that it was taken out of."""

    def capture(self, data: bytes, marking: Marking) -> Capture:
        """The capture that a document of this origin was made of: its bytes give the same document again."""
        return Capture(
            self.name,
            data,
            self.url,
            self.publisher,
            self.published,
            marking,
            self.media_type,
            self.title,
            self.author,
            self.language,
            self.container,
        )


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's text, whole lines: content, or page furniture with the reason it was told to be that."""

    start: int
    end: int
    role: str
    """`headline`, `byline`, `content`, or `furniture`."""
    reason: str | None = None
    place: str | None = None
    """Where it stands in the original, for people: `page 3`, `row 12`; None where the text is the original."""


@dataclass(frozen=True)
class Document:
    """One captured text with its origin and marking; `blocks` tile the text in order."""

    text: str
    origin: Origin
    marking: Marking = Marking.CLEAR
    blocks: tuple[Block, ...] = ()
    outcome: Outcome = Outcome.OK
    reason: str | None = None

    @cached_property
    def id(self) -> str:
        """Made of the bytes and of what changes their meaning: URL, publisher, date, marking. The file's name is
        not part of it."""
        origin = self.origin
        return content_id(
            "doc",
            {
                "sha256": origin.sha256,
                "text": hashlib.sha256(self.text.encode()).hexdigest(),
                "url": origin.url,
                "publisher": origin.publisher,
                "published": str(origin.published) if origin.published else None,
                "marking": self.marking.value,
            },
        )

    def passage(self, start: int, end: int) -> Passage:
        """Cut the words from start to end; IntegrityError when they lie outside the text or are empty."""
        if not 0 <= start < end <= len(self.text):
            raise IntegrityError(f"offsets {start}-{end} lie outside a text of {len(self.text)} characters")
        return Passage(self.id, start, end, self.text[start:end])

    def lacking(self, note: str | None) -> Document:
        """The document as one that is less than the whole report, for the reason in `note`; itself without one."""
        reason = "; ".join(filter(None, (note, self.reason)))
        return replace(self, outcome=Outcome.PARTIAL, reason=reason) if note else self

    def place(self, at: int) -> str | None:
        """Where in the original the block at an offset stands; None where the text is the original."""
        return next((block.place for block in self.blocks if block.start <= at < block.end), None)

    def content(self) -> tuple[Block, ...]:
        """The blocks that claims may stand on, the headline among them."""
        return tuple(block for block in self.blocks if block.role in {"headline", "content"})


class MentionKind(StrEnum):
    """What a mention names."""

    PARTY = "party"
    PLACE = "place"
    MALWARE = "malware"
    CVE = "cve"
    MONEY = "money"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage that names somebody or something; `name` is its standard form, `country` ISO 3166-1 alpha-2
    where it has one."""

    kind: MentionKind
    passage: Passage
    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What later steps need of a document without its text. `sketch` is a MinHash signature of its content: the share of
    equal places in two sketches estimates how much of the words they share."""

    id: str
    origin: Origin
    marking: Marking
    outcome: Outcome
    reason: str | None
    sketch: tuple[int, ...]


def likeness(left: tuple[int, ...], right: tuple[int, ...]) -> float:
    """The share of equal places of two sketches, 0 to 1; 0 when either is empty or they are of different lengths."""
    if not left or len(left) != len(right):
        return 0.0
    return sum(map(int.__eq__, left, right)) / len(left)
