"""What speaks for and against an act in a sentence and for whoever may have done it: the signs that weights are learned for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from demarche.steps.extract.mentions.tape import ANY_MENTION, Named
from demarche.steps.extract.reading import stem
from demarche.steps.extract.responses.doers import Span, agents, free, main_subject, owner, subjects
from demarche.steps.extract.responses.scope import elsewhere
from demarche.steps.extract.responses.status import Reach, reach
from demarche.steps.extract.responses.view import ENVOY, HELPERS
from demarche.steps.extract.sentences import Sentence

_MARK = re.compile(rf"[{ENVOY}-{HELPERS}]|{ANY_MENTION}")
_TOKEN = re.compile(rf"[A-Za-z’'-]+|[{ENVOY}-{HELPERS}]|{ANY_MENTION}|[,;:?\"“”()–—$€£]|\d+")
_AROUND = 5
"""How many tokens before and after a cue tell what it is about."""
_AFTER = 6
_FAR = 6
_IF = re.compile(r"\b(?:if|unless|until|whether)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may begin an act, at its places; its subjects, and how far it has come."""

    word: str
    start: int
    end: int
    how: Reach
    subjects: tuple[Span, ...]


class Scene:
    """One sentence as a row of tokens, with the cues in it; `words` are its stems."""

    def __init__(self, sentence: Sentence, text: str, mentions: Mapping[str, Named], words: frozenset[str]) -> None:
        self.sentence = sentence
        self.text = text
        self.words = words
        self._mentions = mentions
        self._cues: dict[int, Cue] = {}
        self._roles: dict[int, dict[Span, str]] = {}

    @cached_property
    def _tokens(self) -> list[tuple[int, str]]:
        return [(match.start(), self._shape(match.group())) for match in _TOKEN.finditer(self.text)]

    @cached_property
    def places(self) -> dict[int, int]:
        """Which token begins at a place."""
        return {place: index for index, (place, _) in enumerate(self._tokens)}

    @cached_property
    def shapes(self) -> list[str]:
        """The stem of each word, the class of each mention, and what else there is."""
        return [shape for _, shape in self._tokens]

    def _shape(self, token: str) -> str:
        named = self._mentions.get(token)
        if named:
            return f"<{named.kind.name}>"
        if ENVOY <= token <= HELPERS:
            return f"<role{ord(token) - ord(ENVOY)}>"
        return "#" if token.isdigit() else stem(token)

    @cached_property
    def bare(self) -> frozenset[str]:
        """Its stems and the classes of its mentions."""
        return self.words.union(map(self._shape, _MARK.findall(self.text)))

    @cached_property
    def main(self) -> int | None:
        """The place of whoever the sentence is mainly about."""
        return main_subject(self.text)

    @cached_property
    def common(self) -> tuple[str, ...]:
        """What every act of the sentence shares."""
        first = self.sentence.headline or self.sentence.number == 0
        place = min(4, self.sentence.number // 4)
        return "bias", f"first={first}", f"place={place}", f"elsewhere={elsewhere(self.text)}", *self.words

    def cue(self, start: int, word: str) -> Cue:
        """The cue at a place, read once."""
        if start not in self._cues:
            spans = tuple(subjects(self.text, start, True))
            self._cues[start] = Cue(word, start, start + len(word), reach(self.text, start, word), spans)
        return self._cues[start]

    def roles(self, cue: Cue) -> dict[Span, str]:
        """Whom grammar has do what a cue says, and how."""
        if cue.start not in self._roles:
            named = dict.fromkeys(owner(self.text, cue.start), "owner")
            named |= dict.fromkeys(agents(self.text, cue.end), "agent")
            self._roles[cue.start] = named | dict.fromkeys(cue.subjects, "subject")
        return self._roles[cue.start]

    def named_at(self, place: int) -> Named | None:
        """The mention at a place."""
        return self._mentions.get(self.sentence.text[place]) if place < len(self.sentence.text) else None

    def around(self, place: int, before: int, after: int) -> tuple[list[str], list[str]]:
        """The shapes before a place, the nearest first, and after it."""
        index = self.places.get(place)
        if index is None:
            return [], []
        return self.shapes[max(0, index - before) : index][::-1], self.shapes[index + 1 : index + 1 + after]


def act_signs(scene: Scene, act: str, cues: list[Cue], accused: frozenset[str]) -> Iterator[str]:
    """What speaks for an act in a sentence: its words, and the cues with their subjects and neighbours."""
    yield from scene.common
    yield f"act={act}"
    for shape in scene.bare:
        yield f"{act}|{shape}"
    for cue in cues:
        yield from _cue_signs(scene, act, cue, accused)


def _cue_signs(scene: Scene, act: str, cue: Cue, accused: frozenset[str]) -> Iterator[str]:
    yield f"{act}&cue={cue.word}"
    yield f"cue={stem(cue.word)}"
    yield f"{act}&reach={cue.how.status}"
    yield f"reach={cue.how.status}"
    yield f"{cue.word}&passive={cue.how.passive}"
    subject = cue.subjects[0] if cue.subjects else None
    kind = "none"
    if subject:
        kind = "pronoun" if subject[0] == subject[1] else "plain"
        named = scene.named_at(subject[0]) if subject[1] == subject[0] + 1 else None
        if named:
            kind = named.kind.name
            own = named.party.country in accused if named.party.country else None
            yield f"{act}&subject-accused={own}"
            yield f"subject-accused={own}"
    yield f"{cue.word}&subject={kind}"
    yield f"{act}&subject={kind}"
    yield f"subject={kind}"
    before, after = scene.around(cue.start, _AROUND, _AROUND)
    for shape in before:
        yield f"{act}-{shape}"
    for shape in after:
        yield f"{act}+{shape}"


def place_signs(scene: Scene, act: str, at: int, cue: Cue) -> Iterator[str]:
    """What speaks for whoever is named at a place as the doer: where it stands, and what is between it and the cue."""
    main, unbound = at == scene.main, free(scene.text, at)
    yield f"main={main}"
    yield f"{act}&main={main}"
    yield f"free={unbound}"
    yield f"main={main}&free={unbound}"
    yield f"number={min(4, sum(shape[0] == '<' for shape in scene.shapes[: scene.places.get(at, 0)]))}"
    before, after = scene.around(at, 3, _AFTER)
    for distance in range(3):
        yield f"before-{distance}={before[distance] if distance < len(before) else '^'}"
        if distance < len(after):
            yield f"after-{distance}={after[distance]}"
    for shape in after:
        yield f"{act}&after={shape}"
        yield f"after={shape}"
    for shape in before:
        yield f"before={shape}"
    first = at < cue.start
    yield f"first={first}"
    yield f"{act}&first={first}"
    yield f"gap={first}{min(_FAR, abs(cue.start - at) // 20)}"
    low, high = sorted((scene.places.get(at, 0), scene.places.get(cue.start, 0)))
    between = scene.shapes[low + 1 : high]
    yield f"mentions-between={first}{min(3, sum(shape[0] == '<' for shape in between))}"
    if len(between) < 2 * _AFTER:
        for shape in frozenset(between):
            yield f"between={first}{shape}"


def status_signs(scene: Scene, act: str, cue: Cue) -> Iterator[str]:
    """What tells how far an act has come: the rules' own answer, and the words of the sentence, most of all before the cue."""
    yield "bias"
    yield f"reach={cue.how.status}"
    yield f"{act}&reach={cue.how.status}"
    yield f"act={act}"
    yield f"cue={stem(cue.word)}"
    yield f"ending={cue.word[-2:]}"
    yield f"if={bool(_IF.search(scene.text))}"
    yield from scene.words
    before, after = scene.around(cue.start, _AFTER, 3)
    for distance, shape in enumerate(before):
        yield f"before={shape}"
        if distance < 3:
            yield f"before-{distance}={shape}"
    for shape in after:
        yield f"after={shape}"
