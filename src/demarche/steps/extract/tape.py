"""The tape: a report's content in which every mention is one character, so that rules about sentences are short patterns.

"Prime minister Edi Rama blamed Iran" is the tape "<G> blamed <S>": one private-use character for each mention, of a range that says
its class. Every place of the tape leads back to offsets of the document's text, and a rule can rewrite several places into one
larger mention.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import IntEnum

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
    """A regular expression for one mention of any of these classes."""
    ranges = (f"{chr(_FIRST + kind * _WIDTH)}-{chr(_FIRST + (kind + 1) * _WIDTH - 1)}" for kind in kinds)
    return "[" + "".join(ranges) + "]"


ANY_MENTION = f"[{chr(_FIRST)}-{chr(_FIRST + len(Kind) * _WIDTH - 1)}]"


@dataclass(frozen=True, slots=True)
class Named:
    """A mention: its class, the party it names, and its offsets in the document's text. `role` keeps what else is known, such as
    `person`, `spokesperson`, `embassy`, `surname`, `pronoun` or `generic`."""

    kind: Kind
    party: PartyName
    start: int
    end: int
    role: str = ""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What a rule makes of a match: the mention, and which places of the tape it takes (the whole match when None)."""

    named: Named
    span: tuple[int, int] | None = None


class Tape:
    """Characters, the text offsets of each, and the mentions behind the private-use ones. Immutable but for `add`."""

    def __init__(self, text: str, starts: array[int], ends: array[int], mentions: dict[str, Named]) -> None:
        self.text = text
        self.starts = starts
        self.ends = ends
        self.mentions = mentions
        self._counts = [0] * len(Kind)
        for char in mentions:
            kind, number = divmod(ord(char) - _FIRST, _WIDTH)
            self._counts[kind] = max(self._counts[kind], number + 1)

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
        spans: list[tuple[int, int, Named]] = []
        for match in pattern.finditer(self.text):
            made = rule(match)
            if made is not None:
                start, end = made.span or match.span()
                spans.append((start, end, made.named))
        return self.replace(spans) if spans else self

    def replace(self, spans: Iterable[tuple[int, int, Named]]) -> Tape:
        """The tape with each span of places (ascending, none overlapping) made into one mention."""
        parts: list[str] = []
        starts, ends = array("L"), array("L")
        last = 0
        for start, end, named in spans:
            first, final = self.offsets(start, end)
            char = self.code(replace(named, start=first, end=final))
            if char is None:
                continue
            parts += [self.text[last:start], char]
            starts.extend(self.starts[last:start])
            ends.extend(self.ends[last:start])
            starts.append(first)
            ends.append(final)
            last = end
        parts.append(self.text[last:])
        starts.extend(self.starts[last:])
        ends.extend(self.ends[last:])
        return Tape("".join(parts), starts, ends, self.mentions)


_WRAP = re.compile(r"(?<=\S)\n(?=[^\s•*·‣▪–-])")


def blank_tape(document: Document) -> Tape:
    """The content of a document before any mention is known: blocks separated by an empty line, hard line breaks inside a block
    as spaces."""
    parts: list[str] = []
    starts, ends = array("L"), array("L")
    for block in document.content():
        words = document.text[block.start : block.end]
        kept = words.rstrip()
        lead = len(kept) - len(kept.lstrip())
        kept = _WRAP.sub(" ", kept[lead:])
        first = block.start + lead
        parts += [kept, "\n\n"]
        starts.extend(range(first, first + len(kept)))
        ends.extend(range(first + 1, first + len(kept) + 1))
        starts.extend((first + len(kept),) * 2)
        ends.extend((first + len(kept),) * 2)
    return Tape("".join(parts), starts, ends, {})
