"""The words of a sentence that may begin an act: those of the tables of verbs and nouns, and the cues of the weights."""

from __future__ import annotations

from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, Implementation

from demarche.steps.extract.responses.cues import STEMS, WORD, cued
from demarche.steps.extract.responses.table import deeds, things

Words = list[tuple[int, str]]
"""Words of a sentence with their places."""


@lru_cache(maxsize=20_000)
def begins(word: str) -> bool:
    """Whether a word in lower case may begin an act at all."""
    return word in deeds() or word in things() or bool(cued(word))


@cache
def _automaton() -> AhoCorasick:
    """Finds the first letters of all words that may begin an act."""
    return AhoCorasick(sorted({*deeds(), *things(), *STEMS}), implementation=Implementation.ContiguousNFA)


def opening_words(lowered: str) -> Words:
    """The words of a sentence in lower case that may begin an act, in reading order."""
    hits = {start for _, start, _ in _automaton().find_matches_as_indexes(lowered, overlapping=True)}
    places = [place for place in sorted(hits) if _starts_word(lowered, place)]
    words = ((place, match.group()) for place in places if (match := WORD.match(lowered, place)))
    return [(place, word) for place, word in words if begins(word)]


def _starts_word(lowered: str, place: int) -> bool:
    """Whether a letter is the first of a word, as `WORD` cuts a text into words."""
    before = lowered[place - 1] if place else " "
    if before not in "é-":
        return not "a" <= before <= "z"
    first = place
    while first and (lowered[first - 1] in "é-" or "a" <= lowered[first - 1] <= "z"):
        first -= 1
    return any(match.start() == place for match in WORD.finditer(lowered, first, place + 2))
