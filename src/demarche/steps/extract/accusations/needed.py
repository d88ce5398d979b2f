"""Which patterns can match a text at all: each needs one of its words, and one automaton finds the words of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from ahocorasick_rs import AhoCorasick, Implementation


class Needed:
    """The needs of several patterns by the bits of a number, each as plain strings joined by bars; without any it is met."""

    def __init__(self, needs: Sequence[str]) -> None:
        bits: dict[str, int] = {}
        self._always = sum(1 << index for index, joined in enumerate(needs) if not joined)
        for index, joined in enumerate(needs):
            for word in filter(None, joined.split("|")):
                bits[word] = bits.get(word, 0) | 1 << index
        self._bits = bits
        self._automaton = AhoCorasick(list(bits), implementation=Implementation.DFA)

    def held(self, text: str) -> int:
        """A number whose bit `n` tells whether the text holds a word of pattern `n`."""
        held, bits = self._always, self._bits
        for word in self._automaton.find_matches_as_strings(text, overlapping=True):
            held |= bits[word]
        return held

    def each(self, texts: Sequence[str]) -> list[int]:
        """What each of several texts without line breaks holds, found in one pass."""
        held, bits = [self._always] * len(texts), tuple(self._bits.values())
        ends = list(accumulate(len(text) + 1 for text in texts))
        number = 0
        for index, start, _ in self._automaton.find_matches_as_indexes("\n".join(texts), overlapping=True):
            while start >= ends[number]:
                number += 1
            held[number] |= bits[index]
        return held
