"""What a sentence looks like to the weights: its words and marks, and the shapes before and after a place."""

from __future__ import annotations

import re

from demarche.model.claim import PRIMARY
from demarche.steps.extract.accusations.needed import Needed
from demarche.steps.extract.accusations.subjects import sayings
from demarche.steps.extract.mentions.tape import ANY_MENTION, FIRST_MENTION, Kind, Tape
from demarche.steps.extract.reading import STEM, Reading, stems_in
from demarche.steps.extract.sentences import Sentence

_TOKEN = re.compile(rf"[A-Za-z’'-]+|{ANY_MENTION}|[,;:?\"“”()–—]")
ATTACK = tuple(
    "attack hack breach intrusion campaign operation malware ransomware wiper espionage cyber theft incident activit "
    "compromis leak outage".split()
)
_NEGATED = re.compile(
    r"\b(?:no|not|never|without|nor|neither|cannot|den(?:y|ie[sd])|reject(?:s|ed|ing)?|baseless|doubt(?:s|ed)?|s[ck]eptical)\b|"
    r"n[’']t\b"
)
_NEEDED = Needed(["|".join(ATTACK), "no|nev|without|nei|cannot|den|reject|baseless|doubt|sceptical|skeptical|n't|n’t"])
QUOTED = re.compile(r"[\"“”]")
_NEAR = 3
_SHAPES = {kind: f"<{kind.name}>" for kind in Kind}
_BEFORE, _AFTER = (
    {whose: tuple(f"{whose}{side}{distance}=" for distance in range(1, _NEAR + 1)) for whose in ("voice", "doer")}
    for side in "-+"
)
_EVENT, _SAY, _ATTACK, _NEGATES, _HEADLINE, _QUOTE, _QUESTION = (
    (f"{what}={no}", f"{what}={yes}")
    for what, no, yes in (
        ("event", "other", "own"),
        *((what, False, True) for what in ("say", "attack", "negated", "headline", "quote", "question")),
    )
)
_PLACES = tuple(f"place={number}" for number in range(5))


class Row:
    """A sentence as a row of shapes: the class of each mention, the stem of each word, and marks."""

    def __init__(self, text: str, tape: Tape) -> None:
        mentions = tape.mentions
        tokens = _TOKEN.findall(text)
        self._index = {text.index(token): index for index, token in enumerate(tokens) if token >= FIRST_MENTION}
        self._shapes = [_SHAPES[mentions[token].kind] if token >= FIRST_MENTION else token.lower()[:STEM] for token in tokens]

    def around(self, whose: str, at: int) -> list[str]:
        """The signs of the shapes before and after the mention at a place."""
        index, shapes = self._index[at], self._shapes
        before = shapes[max(0, index - _NEAR) : index]
        before.reverse()
        return [
            *map(str.__add__, _BEFORE[whose], before),
            *map(str.__add__, _AFTER[whose], shapes[index + 1 : index + 1 + _NEAR]),
        ]

    def between(self, first: int, last: int) -> list[str]:
        """The shapes between the mentions at two places."""
        return self._shapes[self._index[first] + 1 : self._index[last]]


def common_signs(reading: Reading, sentence: Sentence) -> list[str]:
    """What every candidate of a sentence shares: the stems of its words, and what it is."""
    text, number = sentence.text, sentence.number
    lowered = text.lower()
    held = _NEEDED.held(lowered)
    return [
        *stems_in(lowered),
        "constant",
        _EVENT[reading.events[number] == PRIMARY],
        _SAY[bool(sayings(text))],
        _ATTACK[held & 1],
        _NEGATES[held > 1 and _NEGATED.search(lowered) is not None],
        _HEADLINE[sentence.headline or number == 0],
        _QUOTE[len(QUOTED.findall(text)) > 1],
        _PLACES[min(4, number // 4)],
        _QUESTION[text.endswith("?")],
    ]
