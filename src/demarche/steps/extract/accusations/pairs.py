"""Who might accuse whom: every pair of a voice and an accused in a sentence, described by signs for the scorer.

The rules say where an accusation could stand (frames, subjects, speakers, denials); weights learned from the annotated corpora
say how much each sign counts (`scoring.py`, `training/`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from demarche.model.claim import PRIMARY, UNSPECIFIED, PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.accusations.accusation import Core, holds
from demarche.steps.extract.accusations.attribution import PASSIVE, Attributions
from demarche.steps.extract.accusations.frames import ACCUSABLE
from demarche.steps.extract.accusations.origins import Voice
from demarche.steps.extract.accusations.speakers import Speakers
from demarche.steps.extract.accusations.subjects import SPEAKERS, sayings, subject_before
from demarche.steps.extract.accusations.suspects import Suspects, accused_party
from demarche.steps.extract.mentions.tape import ANY_MENTION, Kind, Tape, char_class
from demarche.steps.extract.reading import Reading, stem
from demarche.steps.extract.sentences import Sentence

_TOKEN = re.compile(rf"[A-Za-z’'-]+|{ANY_MENTION}|[,;:?\"“”()–—]")
_PRONOUN = re.compile(r"\b(?:he|she|it|they|we|who|which|i)\b", re.IGNORECASE)
_ATTACK = tuple(
    "attack hack breach intrusion campaign operation malware ransomware wiper espionage cyber theft incident activit "
    "compromis leak outage".split()
)
_WORTH_A_LOOK = (
    *_ATTACK,
    *"accus affiliat agent agree alleg announc assess assign assum attribut behalf behest behind belie belong".split(),
    *"blam call certain charg claim conclu condemn conduct confiden connect culprit declar denounc direct".split(),
    *"door evidence finding fingerprint guess hallmark hold identif implicat indict involve join laid launch".split(),
    *"lay likely link list member mention name officer orchestrat originat perpetrat point reckon refer".split(),
    *"report responsib reveal said says share similar spoke sponsor statement stole suspect targeted think".split(),
    *"tie told trac trail tweet known wonder wrote".split(),
    *("carried out", "work of", "hand ", "did it", "done it"),
)
_ECHOING = tuple(
    "conclusion finding assessment attribution suspicion accusation verdict naming statement judgment judgement "
    "denounc condemn blam".split()
)
_ADJECTIVE = re.compile(char_class(Kind.ADJECTIVE))
_NAMES_DOER = re.compile(ACCUSABLE)
_NEGATED = re.compile(
    r"\b(?:no|not|never|without|nor|neither|cannot|den(?:y|ie[sd])|reject(?:s|ed|ing)?|baseless|doubt(?:s|ed)?|s[ck]eptical)\b|"
    r"n[’']t\b"
)
QUOTED = re.compile(r"[\"“”]")
RULED = "by-rule"
"""The sign of a candidate that a rule proposes. Signs are longer than stems, so that none is taken for a word."""
_NEAR = 3
_BETWEEN = 12


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate: who may accuse, whom; places are of the sentence's tape, None for somebody whom it does not name."""

    sentence: Sentence
    voice: Voice
    accused: PartyName
    voice_at: int | None
    accused_at: int | None
    signs: tuple[frozenset[str], ...]
    """In groups that share no sign, so that a group's weight is summed once: of the sentence, the voice, the accused, both."""
    frame: Core | None


@dataclass(frozen=True, slots=True)
class _Speaker:
    voice: Voice
    at: int | None
    how: str
    signs: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Doer:
    party: PartyName
    kind: Kind | None
    at: int | None
    signs: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the rules find in one sentence, once for all of its pairs."""

    sentence: Sentence
    speakers: tuple[_Speaker, ...]
    doers: tuple[_Doer, ...]
    frames: dict[int, list[Core]]
    row: Row
    common: frozenset[str]
    by_rule: dict[tuple[str, str], str] = field(default_factory=dict)


Sieve = Callable[..., bool]
"""Whether the signs of a sentence, and where they are known those of a voice and an accused, leave room for an accusation."""


class Row:
    """A sentence as a row of shapes: the class of each mention, the stem of each word, and marks."""

    def __init__(self, text: str, tape: Tape) -> None:
        found = [(match.start(), match.group()) for match in _TOKEN.finditer(text)]
        self._index = {place: index for index, (place, _) in enumerate(found)}
        self._shapes = [f"<{tape.mentions[token].kind.name}>" if token in tape.mentions else stem(token) for _, token in found]

    def around(self, whose: str, at: int) -> Iterator[str]:
        """The signs of the shapes before and after a place."""
        index = self._index[at]
        for distance, shape in enumerate(reversed(self._shapes[max(0, index - _NEAR) : index]), 1):
            yield f"{whose}-{distance}={shape}"
        for distance, shape in enumerate(self._shapes[index + 1 : index + 1 + _NEAR], 1):
            yield f"{whose}+{distance}={shape}"

    def between(self, first: int, last: int) -> list[str]:
        """The shapes between two places."""
        return self._shapes[self._index[first] + 1 : self._index[last]]


def common_signs(reading: Reading, sentence: Sentence) -> Iterator[str]:
    """What every candidate of a sentence shares, beside the stems of its words."""
    text, lowered = sentence.text, sentence.text.lower()
    yield "constant"
    yield f"event={'own' if reading.events[sentence.number] == PRIMARY else 'other'}"
    yield f"say={bool(sayings(text))}"
    yield f"attack={holds(lowered, _ATTACK)}"
    yield f"negated={bool(_NEGATED.search(lowered))}"
    yield f"headline={sentence.headline or sentence.number == 0}"
    yield f"quote={len(QUOTED.findall(text)) > 1}"
    yield f"place={min(4, sentence.number // 4)}"
    yield f"question={text.endswith('?')}"


class Pairs:
    """The candidates of one report."""

    def __init__(self, reading: Reading, speakers: Speakers, suspects: Suspects, attributions: Attributions) -> None:
        self._reading = reading
        self._tape = reading.tape
        self._speakers = speakers
        self._suspects = suspects
        self._attributions = attributions

    def __iter__(self) -> Iterator[Pair]:
        """Every candidate of every sentence that could accuse at all, in reading order."""
        return self.through(lambda *_: True)

    def through(self, sieve: Sieve) -> Iterator[Pair]:
        """The candidates that a rule proposes, and those that a sieve lets through."""
        for sentence in self._reading.sentences:
            said = self._reading.lowered[sentence.number]
            if (holds(said, _WORTH_A_LOOK) and _NAMES_DOER.search(sentence.text)) or holds(said, _ECHOING):
                yield from self._of_sentence(sentence, sieve)

    def _of_sentence(self, sentence: Sentence, sieve: Sieve) -> Iterator[Pair]:
        common = self._reading.stems[sentence.number].union(common_signs(self._reading, sentence))
        if not self._attributions.ruled(sentence) and not sieve(common):
            return
        scene = self._scene(sentence, common)
        for doer in scene.doers:
            frames = scene.frames.get(doer.at, []) if doer.at is not None else []
            for speaker in scene.speakers:
                ruled = (speaker.voice.party.name, doer.party.name) in scene.by_rule
                worth = ruled or sieve(scene.common, speaker.signs, doer.signs)
                if not worth or not self._could(scene, speaker, doer, frames):
                    continue
                both = frozenset(self._signs(scene, speaker, doer, frames))
                signs = (scene.common, speaker.signs, doer.signs, both)
                yield Pair(sentence, speaker.voice, doer.party, speaker.at, doer.at, signs, frames[0] if frames else None)

    def _could(self, scene: _Scene, speaker: _Speaker, doer: _Doer, frames: list[Core]) -> bool:
        """Whether the pair is worth scoring: nobody accuses their own side, an unnamed voice accuses only in a frame, and a
        passive without an agent is only of those who a rule finds to say it."""
        party = speaker.voice.party
        if speaker.how == "nobody":
            return bool(frames)
        if (speaker.at is not None and speaker.at == doer.at) or party.name == doer.party.name:
            return False
        if frames and frames[0].frame in PASSIVE and frames[0].agent is None:
            return (party.name, doer.party.name) in scene.by_rule
        if party.country is None or speaker.voice.kind is Kind.EXPERT:
            return True
        return party.country != doer.party.country

    def _scene(self, sentence: Sentence, common: frozenset[str]) -> _Scene:
        frames: dict[int, list[Core]] = {}
        for core in self._suspects.cores(sentence):
            frames.setdefault(core.accused, []).append(core)
        subjects = (subject_before(sentence.text, said) for said, _ in sayings(sentence.text))
        by_rule = {
            (claim.asserter.name, claim.value.accused.name): frame  # type: ignore[union-attr]
            for claim, frame in self._attributions.ruled(sentence)
        }
        placed = frozenset(place for place in subjects if place is not None)
        row = Row(sentence.text, self._tape)
        return _Scene(
            sentence,
            tuple(self._speakers_of(sentence, row, placed)),
            tuple(self._doers_of(sentence, row)),
            frames,
            row,
            common,
            by_rule,
        )

    def _speakers_of(self, sentence: Sentence, row: Row, subjects: frozenset[int]) -> Iterator[_Speaker]:
        for voice, at, how in self._voices_of(sentence):
            signs = {f"how={how}", *self._voice_signs(voice)}
            if at is not None:
                signs |= {f"voice-subject={at in subjects}", *row.around("voice", at)}
            yield _Speaker(voice, at, how, frozenset(signs))

    def _voices_of(self, sentence: Sentence) -> Iterator[tuple[Voice, int | None, str]]:
        shunned = self._suspects.accused
        for match in SPEAKERS.finditer(sentence.text):
            kind = self._tape.mentions[match.group()].kind
            if kind in {Kind.UNKNOWN, Kind.HACKERS, Kind.ACTOR}:
                continue
            voice = self._speakers.settled(self._speakers.party_at(sentence, match.start()), sentence, shunned)
            yield voice, match.start(), "named"
        for match in _ADJECTIVE.finditer(sentence.text):
            yield self._speakers.party_at(sentence, match.start()), match.start(), "adjective"
        if _PRONOUN.search(sentence.text) or QUOTED.search(sentence.text):
            for how, voice in self._speakers.recalled(sentence):
                if voice.kind not in {Kind.UNKNOWN, Kind.HACKERS, Kind.ACTOR}:
                    yield self._speakers.settled(voice, sentence, shunned), None, how
        if self._speakers.voice is not None:
            yield Voice(self._speakers.voice, Kind.OFFICIAL), None, "own"
        yield Voice(UNSPECIFIED, Kind.UNKNOWN), None, "nobody"

    def _doers_of(self, sentence: Sentence, row: Row) -> Iterator[_Doer]:
        for party, kind, at in self._parties_of(sentence):
            around = () if at is None else row.around("doer", at)
            yield _Doer(party, kind, at, frozenset((*self._doer_signs(party, kind), *around)))

    def _parties_of(self, sentence: Sentence) -> Iterator[tuple[PartyName, Kind | None, int | None]]:
        seen: set[str | None] = set()
        for match in _NAMES_DOER.finditer(sentence.text):
            named = self._tape.mentions[match.group()]
            if self._suspects.may_be_accused(named):
                party = accused_party(named)
                seen |= {party.name, party.country}
                yield party, named.kind, match.start()
        for main in self._suspects.mains:
            if main.name not in seen and (main.country is None or main.country not in seen):
                yield main, None, None

    def _voice_signs(self, voice: Voice) -> Iterator[str]:
        party, main = voice.party, self._suspects.main
        yield f"voice={voice.kind.name}"
        yield f"voice-accused={party.country is not None and party.country in self._suspects.accused}"
        yield f"voice-main={main is not None and party.country is not None and party.country == main.country}"
        if party.kind is PartyKind.ANONYMOUS_OFFICIAL:
            yield "voice-anonymous"

    def _doer_signs(self, party: PartyName, kind: Kind | None) -> Iterator[str]:
        suspects = self._suspects
        yield f"doer={kind.name if kind is not None else 'main'}"
        yield f"doer-accused={party.country in suspects.accused if party.country else party.name in suspects.actors}"
        yield f"doer-main={suspects.is_main(party)}"

    def _signs(self, scene: _Scene, speaker: _Speaker, doer: _Doer, frames: list[Core]) -> Iterator[str]:
        party = speaker.voice.party
        yield f"both={speaker.voice.kind.name}&{doer.kind.name if doer.kind is not None else 'main'}"
        yield f"same-side={party.country is not None and party.country == doer.party.country}"
        yield f"speakers={min(4, len(scene.speakers))}&doers={min(3, len(scene.doers))}"
        rule = scene.by_rule.get((party.name, doer.party.name))
        yield f"rule={rule or 'none'}"
        if rule:
            yield RULED
        elif any(accused == doer.party.name for _, accused in scene.by_rule):
            yield "rule=somebody-else"
        for core in frames:
            yield f"frame={core.frame}"
            yield f"frame={core.frame}&how={speaker.how}"
        if not frames:
            yield f"frame=none&how={speaker.how}"
        if speaker.at is not None and doer.at is not None:
            yield from self._between(scene.row, speaker.at, doer.at)

    @staticmethod
    def _between(row: Row, voice_at: int, doer_at: int) -> Iterator[str]:
        first, last = sorted((voice_at, doer_at))
        order = "voice-first" if voice_at < doer_at else "doer-first"
        shapes = row.between(first, last)
        yield f"order={order}"
        yield f"{order}&gap={min(5, len(shapes) // 4)}"
        mentions = sum(shape[0] == "<" for shape in shapes)
        yield f"{order}&mentions-between={min(3, mentions)}"
        if len(shapes) <= _BETWEEN:
            for shape in frozenset(shapes):
                yield f"{order}&between={shape}"
