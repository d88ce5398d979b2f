"""With which words the matches of a pattern begin, read off the pattern itself.

A pattern of many alternatives is slow to search for, since it is tried at every place of a text. The strings that its matches
begin with are found by an automaton, and where one stands the pattern is entered.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from typing import Any

_parser: Any = importlib.import_module("re._parser")
_SIZE = 5
"""Letters of an opening, at most: with more the automaton grows, with fewer too many places look like one."""
_MOST = 400
"""Openings of one pattern, from which they are not made longer."""
_EVERYWHERE = frozenset({"", "a ", "the "})
_NO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})

Items = Iterable[tuple[Any, Any]]
"""What a pattern consists of: operations with their values."""


def openings(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """Strings in lower case of which every match of a pattern begins with one, none of them the beginning of another.

    None for a pattern whose matches may begin with anything, or with a word that stands everywhere.
    """
    reader = _Reader()
    found = reader.done | reader.walk(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE), {""})
    lowered = {opening.lower() for opening in found}
    if lowered & _EVERYWHERE:
        return None
    return frozenset(one for one in lowered if not any(one[:size] in lowered for size in range(1, len(one))))


class _Reader:
    """Reads a pattern from its beginning: `done` are the openings that no longer grow."""

    def __init__(self) -> None:
        self.done: set[str] = set()

    def walk(self, items: Items, growing: set[str]) -> set[str]:
        """What openings become by a row of items; those that still grow are given back."""
        for operation, value in items:
            growing = self._step(str(operation), value, growing)
            if len(growing) > _MOST:
                return self._close(growing)
        return growing

    def _close(self, growing: set[str]) -> set[str]:
        self.done |= growing
        return set()

    def _step(self, operation: str, value: Any, growing: set[str]) -> set[str]:
        if not growing or operation in _NO_WIDTH:
            return growing
        if operation in _REPEATS:
            least, most, repeated = value
            return self._repeated(int(least), int(most), repeated, growing)
        if operation == "SUBPATTERN":
            return self.walk(value[-1], growing)
        if operation == "BRANCH":
            return set().union(*(self.walk(items, growing) for items in value[1]))
        letters = {chr(value)} if operation == "LITERAL" else _members(value) if operation == "IN" else set()
        if not letters:
            return self._close(growing)
        longer = {opening + letter for opening in growing for letter in letters}
        self.done |= {opening for opening in longer if len(opening) >= _SIZE}
        return {opening for opening in longer if len(opening) < _SIZE}

    def _repeated(self, least: int, most: int, items: Items, growing: set[str]) -> set[str]:
        kept = set(growing) if least == 0 else set()
        for times in range(1, min(most, least + _SIZE) + 1):
            growing = self.walk(items, growing)
            if times >= least:
                if growing <= kept:
                    break
                kept |= growing
        return kept


def _members(items: Items) -> set[str]:
    """The letters of a set of letters; none where it is not a few single ones."""
    found = list(items)
    return {chr(value) for _, value in found} if all(str(operation) == "LITERAL" for operation, _ in found) else set()
