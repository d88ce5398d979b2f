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
        nobody: frozenset[int] = frozenset()
        self._of_string = [(calling.get(string, nobody), opening.get(string, nobody)) for string in strings]
        self._automaton = AhoCorasick(strings, implementation=Implementation.ContiguousNFA)

    def find(self, texts: Sequence[str], lowered: Sequence[str]) -> Iterator[tuple[int, int, list[Match]]]:
        """The matches in each sentence, with its number and that of the pattern, in the order of both; `lowered` are the same
        sentences in lower case, place for place."""
        ends = accumulate(len(text) + 1 for text in lowered)
        number, first, end = -1, 0, 0
        called: set[int] = set()
        opened: list[tuple[int, frozenset[int]]] = []
        for string, start, _ in self._automaton.find_matches_as_indexes("\n".join(lowered), overlapping=True):
            if start >= end:
                if called:
                    yield from self._within(number, texts[number], called, opened)
                called, opened = set(), []
                while start >= end:
                    number, first, end = number + 1, end, next(ends)
            calling, opening = self._of_string[string]
            called |= calling
            if opening:
                opened.append((start - first, opening))
        if called:
            yield from self._within(number, texts[number], called, opened)

    def _within(
        self, number: int, text: str, called: set[int], opened: list[tuple[int, frozenset[int]]]
    ) -> Iterator[tuple[int, int, list[Match]]]:
        places: dict[int, list[int]] = {}
        for place, opening in opened:
            for index in opening & called:
                places.setdefault(index, []).append(place)
        for index in sorted(called):
            pattern = self._patterns[index]
            found = list(pattern.finditer(text) if index in self._anywhere else _entered(pattern, text, places.get(index, ())))
            if found:
                yield number, index, found


def in_lower_case(texts: Iterable[str]) -> list[str]:
    """The texts in lower case, place for place; one whose length that would change stays as it is."""
    pairs = ((text, text.lower()) for text in texts)
    return [low if len(low) == len(text) else text for text, low in pairs]


def _inverted(groups: Iterable[Iterable[str]]) -> dict[str, frozenset[int]]:
    """The numbers of the groups that hold each string."""
    table: dict[str, set[int]] = {}
    for index, group in enumerate(groups):
        for string in group:
            table.setdefault(string, set()).add(index)
    return {string: frozenset(indices) for string, indices in table.items()}


def _entered(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[Match]:
    """What `finditer` gives for a pattern whose matches all begin at one of some places."""
    end = 0
    for place in sorted(places):
        match = pattern.match(text, place) if place >= end else None
        if match:
            end = match.end()
            yield match
