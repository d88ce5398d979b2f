"""Finding phrases from a word they must hold: one automaton finds every such word, and a phrase is read back from there.

A phrase such as "two senior officials" begins with words that are optional, so a pattern for it would be tried at every place
of a text. Its last word is one of a few, the head: where that stands, the words before it tell where the phrase may begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from demarche.steps.extract.mentions.tape import ANY_MENTION, FIRST_MENTION

_LONGEST_WORD = 40
# What may follow a mention: "’s" of "Iran’s", "-backed" of "Iran-backed".
_OF_MENTION = re.compile(r"(?:['’]s?)?(?:-[a-z]+)?")
# The last word of what stands between two spaces: "The" of "“The" or of "end.\n\nThe".
_LAST_WORD = re.compile(rf"(?:\w+|{ANY_MENTION}(?:['’]s?)?)$")

# What is joined to a head by a hyphen: "pro-" of "(pro-".
_JOINED = re.compile(r"[\w-]+$")


@dataclass(frozen=True, slots=True)
class Lead:
    """The words that may stand in a phrase before its head: those listed, those of a shape, and mentions; before them, at most
    `more` other words without capitals. `reach` is the number of words at most."""

    words: frozenset[str]
    shape: re.Pattern[str] | None = None
    more: int = 0
    reach: int = 12

    def takes(self, word: str) -> bool:
        """Whether the word may stand in the phrase."""
        if word in self.words or (self.shape and self.shape.fullmatch(word)):
            return True
        return word[:1] >= FIRST_MENTION and bool(_OF_MENTION.fullmatch(word, 1))


def lead(words: str = "", shape: str | None = None, more: int = 0, reach: int = 12) -> Lead:
    """A lead of words separated by spaces."""
    return Lead(frozenset(words.split()), re.compile(shape) if shape else None, more, reach)


def beginnings(text: str, place: int, floor: int, before: Lead) -> list[int]:
    """The places, not before `floor`, where a phrase with its head at `place` may begin, in reading order."""
    found = [place]
    first, more = place, before.more
    if place > floor and text[place - 1] != " ":
        first = _word_start(text, place, floor)
        inner = _JOINED.search(text, first, place)
        found += (inner.start(), first) if inner else (first,)
    for _ in range(before.reach):
        end = first - 1
        if end <= floor or text[end] != " ":
            break
        lowest = end - _LONGEST_WORD if end - _LONGEST_WORD > floor else floor
        cut = text.rfind(" ", lowest, end) + 1 or lowest
        word = text[cut:end]
        if word in before.words or before.takes(word):
            pass
        elif more and word.replace("-", "a").isalpha() and word.islower():
            more -= 1
        else:
            inner = None if word.isalnum() else _LAST_WORD.search(word)
            if inner and (more or before.takes(inner.group())):
                found.append(cut + inner.start())
            break
        first = cut
        found.append(first)
    found.reverse()
    return found


def _word_start(text: str, end: int, floor: int) -> int:
    """The place behind the last space before `end`."""
    lowest = max(floor, end - _LONGEST_WORD)
    return text.rfind(" ", lowest, end) + 1 or lowest


class Heads:
    """An automaton over the heads of several families of phrases."""

    def __init__(self, families: Sequence[Iterable[str]]) -> None:
        table: dict[str, list[int]] = {}
        for family, words in enumerate(families):
            for word in sorted(words):
                table.setdefault(word, []).append(family)
        self._families = tuple(map(tuple, table.values()))
        self._size = len(families)
        self._automaton = AhoCorasick(list(table), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)

    def find(self, text: str) -> list[list[int]]:
        """The places of each family's heads, whole words only, in reading order."""
        found: list[list[int]] = [[] for _ in range(self._size)]
        families, last = self._families, len(text)
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if not ((start and text[start - 1].isalnum()) or (end < last and text[end].isalnum())):
                for family in families[index]:
                    found[family].append(start)
        return found
