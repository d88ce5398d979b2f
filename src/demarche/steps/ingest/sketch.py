"""A short signature of a text, so that near-copies are found without the texts (one permutation hashing, densified).

Every run of five words is hashed once; the hash chooses one of 64 places and the smallest value of each place is kept. Places
that stay empty borrow the value of a place chosen by their number alone, so that equal texts stay equal (Shrivastava 2017).
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import blake2b

PLACES = 64
RUN = 5
_WORDS = re.compile(r"\w+")
_MASK = 0xFFFF_FFFF


def sketch(text: str) -> tuple[int, ...]:
    """64 numbers under 2**32; two texts share about as large a part of them as of their five-word runs. Empty without words."""
    words = _WORDS.findall(text.lower())
    if not words:
        return ()
    runs = {" ".join(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1))}
    smallest = [-1] * PLACES
    for run in runs:
        number = int.from_bytes(blake2b(run.encode(errors="replace"), digest_size=6).digest(), "big")
        place, value = number % PLACES, (number >> 6) & _MASK
        if smallest[place] < 0 or value < smallest[place]:
            smallest[place] = value
    return tuple(value if value >= 0 else _borrowed(place, smallest) for place, value in enumerate(smallest))


def _borrowed(place: int, smallest: list[int]) -> int:
    return next(smallest[other] for other in _order(place) if smallest[other] >= 0)


@cache
def _order(place: int) -> tuple[int, ...]:
    """The other places in an order that depends on nothing but the place."""
    return tuple(sorted(range(PLACES), key=lambda other: blake2b(f"{place} {other}".encode(), digest_size=8).digest()))
