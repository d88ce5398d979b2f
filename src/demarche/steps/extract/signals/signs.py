"""Signs: patterns of words that speak for a value, found fast and weighed by where and how they stand.

Each sign names stems; one automaton finds the stems of all signs in one pass, and a pattern runs only in sentences that hold
one of its stems. Denied, conditional and merely feared things weigh less or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.signals.finder import Finder, narrowed

T = TypeVar("T")

_SHARES = (1.0, 0.6, 0.5, 0.4, 0.3, 0.3, 0.2, 0.2)
"""What the best, second best and so on of the sentences that say a thing add to it."""

_FAR = 15
"""Sentences after this one are further from what the report is mainly about."""

_DENIED = re.compile(
    r"\b(?:(?:no|not|never|without|nor|neither|none|nothing|hardly|nobody|didn['’]t|wasn['’]t|weren['’]t|isn['’]t|haven['’]t|"
    r"hasn['’]t|don['’]t|couldn['’]t)\b(?! only\b| just\b| yet clear)|"
    r"avoid(?:ed)?|denie[sd]|den(?:y|ying)|ruled out|rather than|instead of|failed to|unable to|prevent(?:ed|ing)?|no sign|"
    r"disguised as|dressed up as|"
    r"masquerad\w+ as|pos(?:ed|ing) as|pretend\w+ to be|looked? like|made to look like|before (?:anything|any)|contradict\w+|"
    r"untrue|thwarted|repelled|fended off|stopped before)\b[^.;:,]{0,45}$"
)
_SUPPOSED = re.compile(
    r"\b(?:(?:could|might|would|may|will)(?! have)|threaten(?:s|ed|ing)?|if|fears?|feared|warn(?:s|ed|ing)?|risk of|able to|"
    r"capable of|attempt(?:ed|s)? to|tried to|"
    r"trying to|want(?:ed|s)? to|plan(?:ned|s)? to|seek(?:s|ing)? to|designed to|in order to|whether|future)\b[^.;:]{0,40}$"
)
_ELSEWHERE = re.compile(
    r"\b(?:previously|in the past|earlier attacks?|other (?:attacks?|cases?|incidents?|operations?)|similar (?:attacks?|"
    r"cases?|incidents?)|also (?:blamed|accused|linked|associated|"
    r"suspected|tied)|known for|years ago|elsewhere|in recent years|the same group)\b"
)
_NOTHING_WITHIN = re.compile(r"\b(?:no|nothing|none)\b(?! longer| way)")
_SUPPOSED_WITHIN = re.compile(r"\b(?:would|could|will|might|may) be\b")
"""Denied or supposed inside the words themselves: "stole no data", "the data would be published"."""


@dataclass(frozen=True, slots=True)
class Sign(Generic[T]):
    """A pattern over lower-case words, what it speaks for, and how strongly. `stems` are plain strings joined by bars, one of
    which every match holds."""

    label: T
    weight: float
    stems: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Evidence(Generic[T]):
    """A sign at its place: offsets into the plain words of the sentence. `firm` is False when denied or only supposed."""

    label: T
    weight: float
    sentence: Sentence
    start: int
    end: int
    firm: bool = True


class StemIndex:
    """Which of many patterns can match in which sentence: each needs one of its stems, and all stems are found in one pass."""

    def __init__(self, stems: Sequence[str]) -> None:
        """`stems` holds, for each pattern, plain lower-case strings joined by bars."""
        by_stem: dict[str, list[int]] = {}
        for index, joined in enumerate(stems):
            for stem in narrowed(joined).split("|"):
                by_stem.setdefault(stem, []).append(index)
        self._of_stem = [frozenset(indices) for indices in by_stem.values()]
        self._automaton = AhoCorasick(list(by_stem), implementation=Implementation.ContiguousNFA)

    def in_text(self, lowered: str) -> set[int]:
        """The numbers of the patterns to try in one text."""
        stems = {stem for stem, _, _ in self._automaton.find_matches_as_indexes(narrowed(lowered), overlapping=True)}
        return {index for stem in stems for index in self._of_stem[stem]}

    def triggered(self, lowered: Sequence[str]) -> dict[int, set[int]]:
        """The numbers of the patterns to try, by the number of the sentence."""
        ends = accumulate(len(text) + 1 for text in lowered)
        triggered: dict[int, set[int]] = {}
        number, end, here = -1, 0, set[int]()
        for stem, start, _ in self._automaton.find_matches_as_indexes(narrowed("\n".join(lowered)), overlapping=True):
            if start >= end:
                while start >= end:
                    number, end = number + 1, next(ends)
                triggered[number] = here = set()
            here.update(self._of_stem[stem])
        return triggered


class SignReader(Generic[T]):
    """Finds the signs of one table in a report."""

    def __init__(self, signs: Sequence[Sign[T]]) -> None:
        self._signs = signs
        self._finder = Finder([re.compile(sign.pattern) for sign in signs], [sign.stems for sign in signs])

    def find(self, sentences: Sequence[Sentence], lowered: Sequence[str]) -> Iterator[Evidence[T]]:
        """The signs in reading order; at most one hit of each sign in a sentence, the weightiest. `lowered` are the
        sentences' own words in lower case."""
        for number, index, matches in self._finder.find(lowered, lowered):
            text, sentence, sign = lowered[number], sentences[number], self._signs[index]
            found = [self._weigh(sign, sentence, text, match) for match in matches]
            yield max(found, key=lambda one: (one.weight, -one.start))

    @staticmethod
    def _weigh(sign: Sign[T], sentence: Sentence, text: str, match: re.Match[str]) -> Evidence[T]:
        before = text[max(0, match.start() - 75) : match.start()]
        weight, firm = sign.weight, True
        if _DENIED.search(before) or _NOTHING_WITHIN.search(match.group()):
            weight, firm = 0.0, False
        elif _SUPPOSED.search(before) or _SUPPOSED_WITHIN.search(match.group()):
            weight, firm = weight * 0.35, False
        if _ELSEWHERE.search(text):
            weight *= 0.5
        if sentence.headline:
            weight *= 1.2
        elif sentence.number > _FAR:
            weight *= 0.9
        return Evidence(sign.label, weight, sentence, match.start(), match.end(), firm)


def strongest(evidence: Sequence[Evidence[T]]) -> Evidence[T]:
    """The weightiest piece, outside the headline where there is a choice, the first among equals."""
    return max(evidence, key=lambda one: (not one.sentence.headline, one.weight, -one.sentence.number))


def total(evidence: Sequence[Evidence[T]], factors: Mapping[T, float]) -> float:
    """The weight of the best piece of each sentence; repetition counts, ever less."""
    by_sentence: dict[int, float] = {}
    for one in evidence:
        weight = one.weight * factors[one.label]
        by_sentence[one.sentence.number] = max(by_sentence.get(one.sentence.number, 0.0), weight)
    ordered = sorted(by_sentence.values(), reverse=True)
    return sum(weight * share for weight, share in zip(ordered, _SHARES, strict=False))
