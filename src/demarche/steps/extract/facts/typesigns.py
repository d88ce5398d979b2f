"""The signs by which the kinds of an operation are told from a whole report: strings that the learned weights know.

1 How strongly each signal speaks in the sentences about the report's own incident, and whether it is said early, in the
headline, denied, or of another incident. 2 Which themes its sentences hold, and which of them meet in one. 3 Who stands
accused, and what malware and groups are named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from demarche.model.claim import PRIMARY
from demarche.steps.extract.facts.themes import met, themes_of
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.signals.signals import Signal
from demarche.steps.extract.signals.signs import Evidence, total

BIAS = ""
"""The sign that every report has."""
_WORD = re.compile(r"[a-z][a-z’'-]*[a-z]")
_STEPS = (0.1, 0.5, 0.8, 1.2, 1.8)
_TIMES = (1, 2, 4, 7)
_OFTEN = 3
"""Sentences from which a meeting of themes counts as often."""
_EARLY = 4


@dataclass(frozen=True, slots=True)
class TypeSigns:
    """The signs of a report, and those that each of its sentences about its own incident brings, by its number."""

    whole: frozenset[str]
    parts: dict[int, tuple[str, ...]]


def _in_steps(name: str, weight: float) -> Iterator[str]:
    return (f"{name}>{step}" for step in _STEPS if weight >= step)


def _of_signals(reading: Reading) -> tuple[set[str], dict[int, list[str]]]:
    """What the signals say, of the whole report and of each sentence."""
    own: dict[Signal, list[Evidence[Signal]]] = {}
    whole: set[str] = set()
    parts: dict[int, list[str]] = {}
    for one in reading.signals:
        if not one.firm:
            whole.add(f"denied {one.label}")
        if one.weight <= 0 or reading.event(one.sentence) != PRIMARY:
            continue
        own.setdefault(one.label, []).append(one)
        parts.setdefault(one.sentence.number, []).extend(_in_steps(one.label, one.weight))
        whole.update(_placed(one.label, one.sentence))
    for label, pieces in own.items():
        whole.update(_in_steps(label, total(pieces, {label: 1.0})))
    return whole, parts


def _placed(name: str, sentence: Sentence) -> Iterator[str]:
    if sentence.number < _EARLY:
        yield f"early {name}"
    if sentence.headline:
        yield f"headline {name}"


def _of_themes(reading: Reading) -> tuple[set[str], dict[int, list[str]]]:
    """What the themes say, of the whole report and of each sentence."""
    whole: set[str] = set()
    parts: dict[int, list[str]] = {}
    times: Counter[str] = Counter()
    together: Counter[str] = Counter()
    for sentence in reading.primary():
        names, pairs = met(reduce(or_, map(themes_of, _WORD.findall(reading.lowered[sentence.number])), 0))
        times.update(names)
        together.update(pairs)
        parts[sentence.number] = [*(f"~{name}>1" for name in names), *pairs]
        if sentence.number < _EARLY or sentence.headline:
            whole.update(sign for name in names for sign in _placed(f"~{name}", sentence))
    whole.update(f"~{name}>{least}" for name, count in times.items() for least in _TIMES if count >= least)
    whole.update(together)
    whole.update(f"{pair}>{_OFTEN}" for pair, count in together.items() if count >= _OFTEN)
    return whole, parts


def type_signs(reading: Reading) -> TypeSigns:
    """The signs of a report."""
    signals, by_signal = _of_signals(reading)
    themes, by_theme = _of_themes(reading)
    parts = {number: (*by_signal.get(number, ()), *signs) for number, signs in by_theme.items()}
    return TypeSigns(frozenset({BIAS, *signals, *themes}), parts)
