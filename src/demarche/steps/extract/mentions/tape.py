"""The tape: a report's content in which every mention is one character, so that rules about sentences are short patterns.

"Prime minister Edi Rama blamed Iran" is the tape "<G> blamed <S>": one private-use character for each mention, of a range that
says its class. Every place of the tape leads back to offsets of the document's text, and a rule can rewrite several places into
one larger mention.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from demarche.model.claim import PartyName
from demarche.model.source import Document

_FIRST = 0xF0000
_WIDTH = 0x1000


class Kind(IntEnum):
    """The class of a mention on the tape."""

    STATE = 0  # a country, its capital or another metonym of its government
    ADJECTIVE = 1  # a demonym that belongs to no larger mention: "Iranian"
    OFFICIAL = 2  # a ministry, an agency, an embassy, a minister, a spokesman
    WORLD = 3  # an international organisation
    COMPANY = 4
    EXPERT = 5  # a researcher, an analyst, a person of no known office
    MEDIA = 6
    ANONYMOUS = 7  # officials and others without a name
    ACTOR = 8  # a group or service with a proper name, as a doer
    HACKERS = 9  # doers described by their state: "hackers linked to Iran"
    UNKNOWN = 10  # doers of whom nothing is said: "the attackers"
    VICTIM = 11  # "the company", "the hospital"
    MALWARE = 12
    DATE = 13
    SITE = 14  # a service, site or system


def char_class(*kinds: Kind) -> str:
    """A regular expression for one mention of any of these classes; neighbouring classes are one range, which is faster."""
    ranges: list[list[int]] = []
    for kind in sorted(set(kinds)):
        if ranges and ranges[-1][1] == kind:
            ranges[-1][1] = kind + 1
        else:
            ranges.append([kind, kind + 1])
    return "[" + "".join(f"{chr(_FIRST + first * _WIDTH)}-{chr(_FIRST + end * _WIDTH - 1)}" for first, end in ranges) + "]"


ANY_MENTION = f"[{chr(_FIRST)}-{chr(_FIRST + len(Kind) * _WIDTH - 1)}]"
FIRST_MENTION = chr(_FIRST)
"""On a tape only mentions are characters as high as this."""


class Named(NamedTuple):
    """A mention: its class, the party it names, and its offsets in the document's text. `role` keeps what else is known, such
    as `person`, `spokesperson`, `embassy`, `surname`, `pronoun` or `generic`."""

    kind: Kind
    party: PartyName
    start: int
    end: int
    role: str = ""


class Rewriting(NamedTuple):
    """What a rule makes of a match: the mention, and which places of the tape it takes (the whole match when None)."""

    named: Named
    span: tuple[int, int] | None = None


Span = tuple[int, int, Named]
"""Places of the tape, start and end exclusive, and what they are to become."""


class Tape:
    """Characters, the text offsets of each, and the mentions behind the private-use ones. Immutable but for `code`."""

    def __init__(
        self, text: str, starts: array[int], ends: array[int], mentions: dict[str, Named], counts: list[int] | None = None
    ) -> None:
        self.text = text
        self.starts = starts
        self.ends = ends
        self.mentions = mentions
        self._counts = counts or [0] * len(Kind)

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the document's text of the places from start to end."""
        return self.starts[start], self.ends[end - 1]

    def code(self, named: Named) -> str | None:
        """A new character for a mention; None when its class is used up, which ends no report: the words stay as they are."""
        number = self._counts[named.kind]
        if number >= _WIDTH:
            return None
        self._counts[named.kind] += 1
        char = chr(_FIRST + named.kind * _WIDTH + number)
        self.mentions[char] = named
        return char

    def rewrite(self, pattern: re.Pattern[str], rule: Callable[[re.Match[str]], Rewriting | None]) -> Tape:
        """The tape with each match that the rule accepts made into one mention."""
        spans: list[Span] = []
        for match in pattern.finditer(self.text):
            made = rule(match)
            if made is not None:
                start, end = made.span or match.span()
                spans.append((start, end, made.named))
        return self.replace(spans)

    def replace(self, spans: Sequence[Span]) -> Tape:
        """The tape with each span of places (ascending, none overlapping) made into one mention."""
        if not spans:
            return self
        parts: list[str] = []
        starts, ends = array("I"), array("I")
        last = 0
        for start, end, named in spans:
            first, final = self.starts[start], self.ends[end - 1]
            char = self.code(Named(named.kind, named.party, first, final, named.role))
            if char is None:
                continue
            parts += (self.text[last:start], char)
            starts += self.starts[last:start]
            ends += self.ends[last:start]
            starts.append(first)
            ends.append(final)
            last = end
        parts.append(self.text[last:])
        starts += self.starts[last:]
        ends += self.ends[last:]
        return Tape("".join(parts), starts, ends, self.mentions, self._counts)


@lru_cache(maxsize=4)
def _counting(size: int) -> array[int]:
    """0, 1, 2 ... below size, to cut stretches of offsets from: many times faster than to count each time."""
    return array("I", range(size))


_FOREIGN = re.compile(f"[{chr(_FIRST)}-{chr(0x10FFFF)}]")
_WRAP = re.compile(r"\n(?<=\S\n)(?=[^\s•*·‣▪–-])")
_APART = "\n\n"


def blank_tape(document: Document) -> Tape:
    """The content of a document before any mention is known: blocks separated by an empty line, hard line breaks inside a block
    as spaces, and characters of the mentions' range, which a text has no use for, as U+FFFD."""
    counting = _counting(1 << (len(document.text) + 1).bit_length())
    parts: list[str] = []
    starts, ends = array("I"), array("I")
    for block in document.content():
        words = document.text[block.start : block.end].rstrip()
        kept = words.lstrip()
        first = block.start + len(words) - len(kept)
        final = first + len(kept)
        if "\n" in kept:
            kept = _WRAP.sub(" ", kept)
        parts += (kept if kept.isascii() else _FOREIGN.sub("\ufffd", kept), _APART)
        starts += counting[first:final]
        ends += counting[first + 1 : final + 1]
        starts.extend((final, final))
        ends.extend((final, final))
    return Tape("".join(parts), starts, ends, {})
