"""In which country a city, a region, a company or a body lies, by our own table `data/places.tsv`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from demarche.reference.tables import rows, words


@dataclass(frozen=True, slots=True)
class Placed:
    """A name in a text: its offsets, its country, and whether it is seated there or a place itself."""

    start: int
    end: int
    country: str
    seated: bool


@cache
def _names() -> dict[str, tuple[str, bool]]:
    """Each name with its country, and whether it is seated there."""
    found: dict[str, tuple[str, bool]] = {}
    for row in rows("places.tsv"):
        code, places, seats = [*row, ""][:3]
        found |= dict.fromkeys(words(places), (code, False)) | dict.fromkeys(words(seats), (code, True))
    return found


@cache
def _automaton() -> AhoCorasick:
    return AhoCorasick(list(_names()), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)


@cache
def _values() -> tuple[tuple[str, bool], ...]:
    return tuple(_names().values())


def placed_in(text: str) -> Iterator[Placed]:
    """The names of a text whose country is known, as whole words, in order; of two that overlap the longer."""
    values = _values()
    for number, start, end in _automaton().find_matches_as_indexes(text):
        if not (start and text[start - 1].isalnum()) and not text[end : end + 1].isalnum():
            code, seated = values[number]
            yield Placed(start, end, code, seated)
