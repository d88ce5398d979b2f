"""What speaks for and against an act in a sentence and for whoever may have done it: the signs that weights are learned for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from demarche.model.vocabulary.responses import Act
from demarche.steps.extract.mentions.tape import ANY_MENTION, Named
from demarche.steps.extract.reading import stem
from demarche.steps.extract.responses.deeds import is_noun
from demarche.steps.extract.responses.doers import Span, agents, free, main_subject, owner, subjects
from demarche.steps.extract.responses.scope import elsewhere
from demarche.steps.extract.responses.status import Reach, reach
from demarche.steps.extract.responses.view import ENVOY, HELPERS
from demarche.steps.extract.sentences import Sentence

_TOKEN = re.compile(rf"[A-Za-z’'-]+|[{ENVOY}-{HELPERS}]|{ANY_MENTION}|[,;:?\"“”()–—$€£]|(?P<number>\d+)")
_AROUND = 5
"""How many tokens before and after a cue tell what it is about."""
_AFTER = 6
_FAR = 6
_ABOUT = re.compile(r"\b(?:cyber|attack|hack|breach|intrusion|espionage|malicious|leak|ransom|theft)", re.IGNORECASE)
_NO = re.compile(
    r"\b(?:[Nn]o|[Ww]ithout|[Nn]either|[Nn]or|[Nn]ot|[Nn]one|[Nn]obody|any|hardly|[Ff]ew|never) (?:[\w’'-]+ ){0,2}$"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IF = re.compile(r"\b(?:if|unless|until|whether)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may begin an act, at its places; its subjects, and how far it has come."""

    word: str
    start: int
    end: int
    how: Reach
    subjects: tuple[Span, ...]


def marks_of(mentions: Mapping[str, Named]) -> dict[str, str]:
    """The class of each mention of a report as a shape, and those of the roles that a dressed text has."""
    classes = {char: f"<{named.kind.name}>" for char, named in mentions.items()}
    return classes | {chr(code): f"<role{code - ord(ENVOY)}>" for code in range(ord(ENVOY), ord(HELPERS) + 1)}


class Scene:
    """One sentence as a row of tokens, with the cues in it; `marks` are the shapes of mentions, by their characters."""

    def __init__(self, sentence: Sentence, text: str, mentions: Mapping[str, Named], marks: Mapping[str, str]) -> None:
        self.sentence = sentence
        self.text = text
        self._mentions = mentions
        self._marks = marks
        self._cues: dict[int, Cue] = {}
        self._roles: dict[int, dict[Span, str]] = {}

    @cached_property
    def _tokens(self) -> list[re.Match[str]]:
        return list(_TOKEN.finditer(self.text))

    @cached_property
    def places(self) -> dict[int, int]:
        """Which token begins at a place."""
        return {match.start(): index for index, match in enumerate(self._tokens)}

    @cached_property
    def shapes(self) -> list[str]:
        """The stem of each word, the class of each mention, and what else there is."""
        marks = self._marks
        return ["#" if match.lastgroup else marks.get(match[0]) or stem(match[0]) for match in self._tokens]

    @cached_property
    def main(self) -> int | None:
        """The place of whoever the sentence is mainly about."""
        return main_subject(self.text)

    @cached_property
    def about(self) -> bool:
        """Whether it speaks of an attack at all."""
        return bool(_ABOUT.search(self.text))

    @cached_property
    def common(self) -> tuple[str, ...]:
        """What every act of the sentence shares."""
        place = min(4, self.sentence.number // 4)
        return (
            "bias",
            f"place={place}",
            f"about={self.about}",
            f"question={self.text.endswith('?')}",
            f"if={bool(_IF.search(self.text))}",
            f"year={bool(_YEAR.search(self.text))}",
        )

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

    def subject(self, cue: Cue) -> tuple[str, Named | None]:
        """What kind of words the first subject of a cue is, and whom it names."""
        if not cue.subjects:
            return "none", None
        start, end = cue.subjects[0]
        named = self.named_at(start) if end == start + 1 else None
        return ("pronoun" if start == end else named.kind.name if named else "plain"), named

    def named_at(self, place: int) -> Named | None:
        """The mention at a place."""
        return self._mentions.get(self.sentence.text[place]) if place < len(self.sentence.text) else None

    def around(self, place: int, before: int, after: int) -> tuple[list[str], list[str]]:
        """The shapes before a place, the nearest first, and after it."""
        index = self.places.get(place)
        if index is None:
            return [], []
        return self.shapes[max(0, index - before) : index][::-1], self.shapes[index + 1 : index + 1 + after]


def near_signs(scene: Scene, act: Act, words: Sequence[tuple[int, str]], tier: str) -> Iterator[str]:
    """What the words that name an act say for it, with their neighbours and the sentence as a whole. `tier` says what the rules
    find."""
    yield f"act={act}"
    yield f"{act}&tier={tier}"
    for sign in scene.common:
        yield sign
        yield f"{tier}&{sign}"
    yield f"cues={min(3, len(words))}"
    for start, word in words:
        yield f"{act}&cue={stem(word)}"
        yield f"ending={word[-2:]}"
        before, after = scene.around(start, _AROUND, _AROUND)
        for place, shape in zip(("-1", "-2", "+1", "+2"), (*before[:2], *after[:2]), strict=False):
            yield f"cue{place}={shape}"
        for sign, shapes in (("-", before), ("+", after)):
            for shape in shapes:
                yield f"{act}{sign}{shape}"
                if shape[0] == "<":
                    yield f"cue{sign}{shape}"


def deep_signs(scene: Scene, act: Act, cues: Sequence[Cue], accused: frozenset[str], tier: str) -> Iterator[str]:
    """What grammar says for an act: how far it has come, and who its subjects are."""
    main = scene.named_at(scene.main) if scene.main is not None else None
    yield f"{tier}&main={_side(main, accused)}"
    away = elsewhere(scene.text)
    yield f"elsewhere={away}"
    yield f"{tier}&elsewhere={away}"
    for cue in cues:
        reached = f"reach={cue.how.status}"
        for one in (act, tier):
            yield f"{one}&{reached}"
            yield f"{one}&passive={cue.how.passive}"
            yield f"{one}&negated={cue.how.negated}"
            yield f"{one}&no={bool(_NO.search(scene.text, max(0, cue.start - 40), cue.start))}"
            yield f"{one}&noun={is_noun(scene.text, cue.start, cue.word)}"
        kind, named = scene.subject(cue)
        side = _side(named, accused)
        for one in (act, tier):
            yield f"{one}&subject={kind}"
            yield f"{one}&subject-side={side}"
        yield f"{tier}&subject={kind}&{reached}"


def _side(named: Named | None, accused: frozenset[str]) -> str:
    country = named.party.country if named else None
    return "none" if country is None else "accused" if country in accused else "other"


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
    yield from frozenset(scene.shapes)
    before, after = scene.around(cue.start, _AFTER, 3)
    for distance, shape in enumerate(before):
        yield f"before={shape}"
        if distance < 3:
            yield f"before-{distance}={shape}"
    for shape in after:
        yield f"after={shape}"
