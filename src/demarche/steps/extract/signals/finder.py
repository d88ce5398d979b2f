"""Finds many patterns in the sentences of a report, trying each only where it can match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from ahocorasick_rs import AhoCorasick, Implementation

from demarche.steps.extract.signals.openings import openings

Match = re.Match[str]


class Finder:
    """Patterns, each with its stems and its openings: it is tried only in sentences that hold one of its stems, and there only
    where one of its openings stands. One automaton finds the stems and openings of all."""

    def __init__(self, patterns: Sequence[re.Pattern[str]], stems: Sequence[str]) -> None:
        """`stems` holds, for each pattern, plain lower-case strings joined by bars, one of which every match holds."""
        self._patterns = patterns
        opens = [openings(pattern) for pattern in patterns]
        self._anywhere = frozenset(index for index, found in enumerate(opens) if found is None)
        calling = _inverted(joined.split("|") for joined in stems)
        opening = _inverted(found or () for found in opens)
        strings = sorted({*calling, *opening})
        self._of_string = [(calling.get(string, 0), opening.get(string, 0)) for string in strings]
        self._automaton = AhoCorasick(strings, implementation=Implementation.ContiguousNFA)

    def find(self, texts: Sequence[str], lowered: Sequence[str]) -> Iterator[tuple[int, int, list[Match]]]:
        """The matches in each sentence, with its number and that of the pattern, in the order of both; `lowered` are the same
        sentences in lower case, place for place."""
        ends = accumulate(len(text) + 1 for text in lowered)
        number, first, end, called = -1, 0, 0, 0
        opened: list[tuple[int, int]] = []
        of_string = self._of_string
        for string, start, _ in self._automaton.find_matches_as_indexes(narrowed("\n".join(lowered)), overlapping=True):
            if start >= end:
                if called:
                    yield from self._within(number, texts[number], called, opened)
                called, opened = 0, []
                while start >= end:
                    number, first, end = number + 1, end, next(ends)
            calling, opening = of_string[string]
            called |= calling
            if opening:
                opened.append((start - first, opening))
        if called:
            yield from self._within(number, texts[number], called, opened)

    def _within(
        self, number: int, text: str, called: int, opened: list[tuple[int, int]]
    ) -> Iterator[tuple[int, int, list[Match]]]:
        places: dict[int, list[int]] = {}
        for place, opening in opened:
            for index in _bits(opening & called):
                places.setdefault(index, []).append(place)
        for index in _bits(called):
            pattern = self._patterns[index]
            if index in self._anywhere:
                found = list(pattern.finditer(text))
            else:
                found = entered(pattern, text, places[index]) if index in places else []
            if found:
                yield number, index, found


def in_lower_case(texts: Iterable[str]) -> list[str]:
    """The texts in lower case, place for place; one whose length that would change stays as it is."""
    pairs = ((text, text.lower()) for text in texts)
    return [low if len(low) == len(text) else text for text, low in pairs]


def narrowed(text: str) -> str:
    """A text with a question mark for each character beyond ASCII, place for place: an automaton passes over it far sooner. One
    that looks for strings beyond ASCII looks for them narrowed too."""
    return text if text.isascii() else text.encode("ascii", "replace").decode("ascii")


def _inverted(groups: Iterable[Iterable[str]]) -> dict[str, int]:
    """The groups that hold each string, narrowed, as the bits of a number."""
    table: dict[str, int] = {}
    for index, group in enumerate(groups):
        for string in map(narrowed, group):
            table[string] = table.get(string, 0) | 1 << index
    return table


def _bits(number: int) -> Iterator[int]:
    """Which bits of a number are set, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def entered(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> list[Match]:
    """What `finditer` gives for a pattern whose matches all begin at one of these places."""
    found: list[Match] = []
    end = 0
    for place in sorted(places):
        match = pattern.match(text, place) if place >= end else None
        if match:
            end = match.end()
            found.append(match)
    return found
