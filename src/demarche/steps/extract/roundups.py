"""Reports that are mainly about no one incident: round-ups, each item of which is read as a report of its own.

1 Such a report says so, "the week in breaches", or its sections have headings of their own and share no names. 2 Each section
is an item; what stands before the first and after the last, and what asks about all of them, belongs to none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from demarche.errors import UsageError
from demarche.model.source import Document
from demarche.reference.tables import country_code
from demarche.steps.extract.eventwords import NO_NAMES
from demarche.steps.extract.reading import NOWHERE
from demarche.steps.extract.sentences import Sentence

_LEAST = 3
"""Sections of a round-up."""
_OPENING = 4
"""Sentences among which a round-up says that it is one."""
_COUNT = r"(?:three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})"
_DEEDS = (
    r"(?:heists|hacks|attacks|cyberattacks|breaches|incidents|cases|ransom notes|intrusions|thefts|leaks|outages|break-ins)"
)
_SAYS_SO = re.compile(
    r"\bround-?up\b|\b(?:a|the|our|this|cyber|weekly|monthly|news|diplomacy|security) (?:digest|rundown)\b",
    re.IGNORECASE,
)
_HEADLINE_SAYS_SO = re.compile(
    r"\bin brief\b|\bdigest\b|\b(?:week|month|quarter|year) in (?:cyber|breach|hack|attack|ransom|security)|"
    rf"\bcyber[ -](?:week|month|year)\b|\b{_COUNT} {_DEEDS}\b",
    re.IGNORECASE,
)
"""Words that in running text may be about anything."""
_WORD = r"(?:[A-ZÀ-Ž0-9$£€][\w.’'&$-]*|first|second|third|again|and|of|the|in|on|at|for|million|billion|de|la)"
_NUMBERED = re.compile(r"^\d{1,2}[.)]$")
_HEADING = re.compile(
    rf"^(?:\*\*[^*]{{2,60}}\*\*|(?:[#(]*{_WORD}[),:;/]*\s+){{0,8}}\(?{_WORD}\)?[.:]$|"
    r"[A-ZÀ-Ž][A-ZÀ-Ž .,/’'-]{2,}(?:\s[–—-]+\s|: |\. ))"
)
"""A first sentence of names alone, a bold one, a dateline: "Mexico, November 2019.", "**Tokyo.** The", "MANILA – The"."""
_GOES_ON = re.compile(r"^[\"“'‘]?(?:He|She|They|Its|His|Her|Their|This|That|Those|But|Still|Nor|And|Neither|Both)\b")
_CLOSING = re.compile(
    r"^\(|^\W*(?:and finally|in (?:other|brief)|what|who|why|how|looking ahead|coming up|next|also)\b", re.IGNORECASE
)
_STOPS = (".", "!", "?", ":", "”", '"')
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w-]{2,}")
_LOWER = re.compile(r"\b[a-z]{3,}\b")
_DEED = re.compile(
    r"attack|hack|breach|intru|malware|ransom|stole|broke|leak|\bhit\b|struck|target|wiped|encrypt|offline|compromis|robbed|down\b"
)


def _is_country(word: str) -> bool:
    try:
        return bool(country_code(word))
    except UsageError:
        return False


class _Sections:
    """The blocks of a report, and which of them begin a section."""

    def __init__(self, plain: Sequence[str], sentences: Sequence[Sentence]) -> None:
        self._plain = plain
        self.blocks: list[list[int]] = []
        for sentence in sentences:
            if not self.blocks or sentence.block != sentences[self.blocks[-1][0]].block:
                self.blocks.append([])
            self.blocks[-1].append(sentence.number)
        self._title = {sentence.number for sentence in sentences if sentence.headline}
        self.headed = [self._heads(block) for block in self.blocks]

    @cached_property
    def _common(self) -> set[str]:
        """The words that stand in lower case anywhere."""
        return {word for text in self._plain for word in _LOWER.findall(text)}

    def _heads(self, block: list[int]) -> bool:
        texts = [self._plain[number] for number in block]
        if _NUMBERED.match(texts[0]) and len(texts) > 1:
            texts = texts[1:]
        asks = len(texts) > 1 and texts[1].endswith("?")
        return block[0] not in self._title and not asks and bool(_HEADING.match(texts[0]))

    def asks(self, block: list[int]) -> bool:
        """Whether a block asks about all items, or closes the list."""
        first = self._plain[block[0]]
        return first.endswith("?") or bool(_CLOSING.match(first))

    def tells(self, block: list[int], names: set[str]) -> bool:
        """Whether a block may tell of an incident: it is no question or line below a headline, and names somebody or a deed."""
        line = len(block) == 1 and not self._plain[block[0]].endswith(_STOPS)
        return not line and not self.asks(block) and (bool(names) or self.tells_of_deed(block))

    def goes_on(self, block: list[int]) -> bool:
        """Whether a block goes on about what the one before tells of."""
        return bool(_GOES_ON.match(self._plain[block[0]]))

    def names(self, block: list[int]) -> set[str]:
        """The capitalised words of a block that are no countries and stand nowhere in lower case."""
        return {word for number in block for word in self.names_of(number)}

    def names_of(self, number: int) -> set[str]:
        """Those of one sentence."""
        words = set(_CAPITALISED.findall(self._plain[number])) - NO_NAMES
        return {word for word in words if word.lower() not in self._common and not _is_country(word)}

    def tells_of_deed(self, block: list[int]) -> bool:
        """Whether a block says that something was attacked."""
        return any(_DEED.search(self._plain[number].lower()) for number in block)


def _announced(document: Document, plain: Sequence[str], sentences: Sequence[Sentence]) -> bool:
    opening = plain[:_OPENING]
    headlines = [document.origin.title or "", *(plain[one.number] for one in sentences[:_OPENING] if one.headline)]
    headlines += [text for text in opening if not text.endswith(_STOPS)]
    return any(map(_HEADLINE_SAYS_SO.search, headlines)) or any(map(_SAYS_SO.search, (*headlines, *opening)))


def _strangers(sections: _Sections) -> bool:
    """Whether sections with headings tell each of a deed, and most of them name nobody of those before."""
    seen: set[str] = set()
    parts: list[list[int]] = []
    for block, headed in zip(sections.blocks, sections.headed, strict=True):
        if headed and not sections.asks(block):
            parts.append([])
        if parts:
            parts[-1] += block
    shared = told = 0
    for part in parts:
        names = sections.names(part)
        shared += bool(names & seen)
        told += sections.tells_of_deed(part)
        seen |= names
    return len(parts) >= _LEAST and told >= len(parts) - 1 and 3 * shared <= len(parts)


def _by_heading(sections: _Sections) -> Iterator[int | None]:
    """The item of each block: one for each heading."""
    item, within = 0, False
    for place, (block, headed) in enumerate(zip(sections.blocks, sections.headed, strict=True)):
        last = place == len(sections.blocks) - 1
        if sections.asks(block) or (last and not headed and not sections.tells_of_deed(block)):
            within = False
        elif headed:
            item, within = item + 1, True
        yield item if within else None


def _by_block(sections: _Sections, opening: int) -> Iterator[int | None]:
    """The item of each block where none has a heading: each its own, unless it goes on about the last."""
    item, names = 0, set[str]()
    for block in sections.blocks:
        own, goes_on = sections.names(block), bool(item) and sections.goes_on(block)
        if block[0] < opening or not (goes_on or sections.tells(block, own)):
            yield None
            continue
        if not goes_on and not sections.names_of(block[0]) & names:
            item, names = item + 1, set()
        names |= own
        yield item


def items(document: Document, plain: Sequence[str], sentences: Sequence[Sentence]) -> tuple[str, ...] | None:
    """The event label of each sentence of a round-up; None of any other report."""
    announced = _announced(document, plain, sentences)
    sections = _Sections(plain, sentences)
    headed = sum(sections.headed) >= _LEAST
    if not announced and not (headed and _strangers(sections)):
        return None
    opening = next((number for number in range(len(plain[:_OPENING])) if _SAYS_SO.search(plain[number])), 0) + 1
    found = list(_by_heading(sections) if headed else _by_block(sections, opening))
    if len({item for item in found if item is not None}) < _LEAST:
        return None
    labels = [NOWHERE] * len(sentences)
    for block, item in zip(sections.blocks, found, strict=True):
        for number in block if item is not None else ():
            labels[number] = f"other-{item}"
    return tuple(labels)
