"""The words of a unit, weighed by how rarely reports use them: reports of one event share names and things that others lack.

How common a word is comes from the annotated corpora (`training/frequencies.py`) and from the record itself, so that a record
of a few reports knows already that "ministry" tells little and "statue" much.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FREQUENCIES = "frequencies.tsv"
"""The number of reports, then each word with the number of reports that hold it."""

_WORD = re.compile(r"[^\W_](?:[\w’'-]*[^\W_])?")
_SHORTEST = 3
_SILENT = 0.8
"""Words of this rarity or less, of nearly every second report, say nothing and are left out."""
_NAME, _LEAD = 2.0, 1.5
"""How much more a name tells than another word, and what a title or opening names than what comes later; of 1 to 3 and 1 to 2
these parted the pairs of the annotated corpora best."""
_HALF = 0.5


def words(text: str) -> Iterator[tuple[str, bool]]:
    """Each word of some letters, folded and without a possessive ending, and whether it is written as a name."""
    for found in _WORD.findall(text):
        word = found[:-2] if found.endswith(("’s", "'s")) else found
        if len(word) >= _SHORTEST:
            yield word.lower(), word[0].isupper()


@dataclass(frozen=True, slots=True)
class Frequencies:
    """How many reports were counted, and how many of them hold each word; rarer words are left out."""

    reports: int
    of: Mapping[str, int]


@cache
def background() -> Frequencies:
    """What the corpora say of English reporting."""
    head, *lines = files("demarche.steps.cluster").joinpath("data", FREQUENCIES).read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return Frequencies(int(head), {word: int(count) for word, count in rows})


def bag(lead: Iterable[str], rest: Iterable[str]) -> dict[str, float]:
    """The words of a unit and how much each is made of: more in the lead, more as a name."""
    found: dict[str, float] = {}
    for texts, place in ((lead, _LEAD), (rest, 1.0)):
        for text in texts:
            for word, name in words(text):
                stress = place * (_NAME if name else 1.0)
                if stress > found.get(word, 0.0):
                    found[word] = stress
    return found


class Rarity:
    """How much each word of a record tells. The more reports a record holds, the more it is itself the measure: in one of
    twenty reports about two events every telling word would look common."""

    def __init__(self, bags: Iterable[Mapping[str, float]]) -> None:
        here: Counter[str] = Counter()
        total = 0
        for words_of in bags:
            total += 1
            here.update(words_of.keys())
        self._here, self._known = here, background()
        self._trust = total / (total + self._known.reports)
        self._reports = self._known.reports + self._trust * total
        self._seen: dict[str, float] = {}

    def of(self, word: str) -> float:
        """The logarithm of how few reports hold it."""
        weight = self._seen.get(word)
        if weight is None:
            holders = self._known.of.get(word, 0) + self._trust * self._here[word]
            weight = self._seen[word] = max(0.0, math.log((self._reports + 1) / (holders + _HALF)))
        return weight

    def vector(self, words_of: Mapping[str, float]) -> dict[str, float]:
        """The words as a direction of length one, in order; empty when there are none."""
        weights = {word: words_of[word] * rarity for word in sorted(words_of) if (rarity := self.of(word)) > _SILENT}
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {word: weight / length for word, weight in weights.items()}


def closeness(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """How much two directions agree, 0 to 1."""
    fewer, more = (left, right) if len(left) <= len(right) else (right, left)
    return sum(weight * more[word] for word, weight in fewer.items() if word in more)
