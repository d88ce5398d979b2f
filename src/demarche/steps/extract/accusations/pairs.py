"""Who might accuse whom: every pair of a voice and an accused in a sentence, described by signs for the scorer.

The rules say where an accusation could stand (frames, subjects, speakers, denials); weights learned from the annotated corpora
say how much each sign counts (`scoring.py`, `training/`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from demarche.model.claim import UNSPECIFIED, PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.accusations.accusation import Core
from demarche.steps.extract.accusations.attribution import PASSIVE, Attributions
from demarche.steps.extract.accusations.frames import ACCUSABLE, ACCUSABLE_KINDS
from demarche.steps.extract.accusations.needed import Needed
from demarche.steps.extract.accusations.origins import Voice
from demarche.steps.extract.accusations.shapes import ATTACK, QUOTED, Row, common_signs
from demarche.steps.extract.accusations.speakers import Speakers
from demarche.steps.extract.accusations.subjects import SPEAKING, sayings, subject_before
from demarche.steps.extract.accusations.suspects import Suspects, accused_party
from demarche.steps.extract.mentions.tape import Kind
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.weights import total

_ADJECTIVE = Kind.ADJECTIVE
_NOBODY = Voice(UNSPECIFIED, Kind.UNKNOWN)
_PRONOUN = re.compile(r"\b(?:he|she|it|they|we|who|which|i)\b")
_WORTH_A_LOOK = (
    f"{'|'.join(ATTACK)}|accus|affiliat|agent|agree|alleg|announc|assess|assign|assum|attribut|behalf|behest|behind|belie|belong|"
    "blam|call|certain|charg|claim|conclu|condemn|conduct|confiden|connect|culprit|declar|denounc|direct|"
    "door|evidence|finding|fingerprint|guess|hallmark|hold|identif|implicat|indict|involve|join|laid|launch|"
    "lay|likely|link|list|member|mention|name|officer|orchestrat|originat|perpetrat|point|reckon|refer|"
    "report|responsib|reveal|said|says|share|similar|spoke|sponsor|statement|stole|suspect|targeted|think|"
    "tie|told|trac|trail|tweet|known|wonder|wrote|carried out|work of|hand |did it|done it"
)
_ECHOING = (
    "conclusion|finding|assessment|attribution|suspicion|accusation|verdict|naming|statement|judgment|judgement|"
    "denounc|condemn|blam"
)
_LOOK, _ECHO = 1, 2
_NEEDED = Needed([_WORTH_A_LOOK, _ECHOING])
_DOERS = frozenset({Kind.UNKNOWN, Kind.HACKERS, Kind.ACTOR})
_VOICES = frozenset(SPEAKING) - _DOERS
_NAMES_DOER = re.compile(ACCUSABLE)
RULED = "by-rule"
"""The sign of a candidate that a rule proposes. Signs are longer than stems, so that none is taken for a word."""
_BETWEEN = 12
_VOICE = {kind: f"voice={kind.name}" for kind in Kind}
_KINDS: tuple[Kind | None, ...] = (None, *Kind)
_DOER = {kind: f"doer={kind.name if kind is not None else 'main'}" for kind in _KINDS}
_BOTH: dict[tuple[Kind, Kind | None], str] = {
    (one, other): f"both={one.name}&{other.name if other is not None else 'main'}" for one in Kind for other in _KINDS
}
_SUBJECT, _VOICE_ACCUSED, _VOICE_MAIN, _DOER_ACCUSED, _DOER_MAIN, _SAME_SIDE = (
    (f"{what}=False", f"{what}=True")
    for what in ("voice-subject", "voice-accused", "voice-main", "doer-accused", "doer-main", "same-side")
)


@dataclass(frozen=True, slots=True)
class Sieve:
    """The weights of signs in thousandths of log-odds, and what those of a sentence, and of a sentence, a voice and an accused
    together, must come to at least where no rule proposes them."""

    weights: Mapping[str, int]
    least_of_sentence: float
    least: float


EVERYTHING = Sieve({}, -math.inf, -math.inf)


class Pair(NamedTuple):
    """A candidate: who may accuse, whom; places are of the sentence's tape, None for somebody whom it does not name."""

    sentence: Sentence
    voice: Voice
    accused: PartyName
    voice_at: int | None
    accused_at: int | None
    described: tuple[Iterable[str], ...]
    frame: Core | None
    ruled: bool
    """Whether a rule proposes it."""
    log_odds: int
    """What the signs weigh, in thousandths."""

    @property
    def signs(self) -> tuple[frozenset[str], ...]:
        """In groups that share no sign: of the sentence, the voice, the accused, both."""
        return tuple(map(frozenset, self.described))


_Named = tuple[PartyName, Kind | None, int | None]


class _Speaker(NamedTuple):
    voice: Voice
    at: int | None
    how: str
    signs: list[str]
    weight: int


class _Doer(NamedTuple):
    party: PartyName
    kind: Kind | None
    at: int | None
    signs: list[str]
    weight: int


class _Scene(NamedTuple):
    """What the rules find in one sentence, once for all of its pairs."""

    speakers: list[_Speaker]
    doers: list[_Doer]
    frames: dict[int, list[Core]]
    row: Row
    by_rule: dict[tuple[str, str], str]
    blamed: frozenset[str]
    """Names of those whom a rule finds accused."""
    crowd: str
    """The sign of how many there are."""


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
        return self.through(EVERYTHING)

    def through(self, sieve: Sieve) -> Iterator[Pair]:
        """The candidates that a rule proposes, and those that a sieve lets through."""
        for sentence, held in zip(self._reading.sentences, _NEEDED.each(self._reading.lowered), strict=True):
            if held & _ECHO or (held & _LOOK and _NAMES_DOER.search(sentence.text)):
                yield from self._of_sentence(sentence, sieve)

    def _of_sentence(self, sentence: Sentence, sieve: Sieve) -> Iterator[Pair]:
        parties = list(self._parties_of(sentence))
        if not parties:
            return
        weights, common = sieve.weights, common_signs(self._reading, sentence)
        said = total(weights, common)
        if said < sieve.least_of_sentence and not self._attributions.ruled(sentence):
            return
        scene = self._scene(sentence, parties, weights)
        for doer in scene.doers:
            frames = scene.frames.get(doer.at, []) if doer.at is not None else []
            for speaker in scene.speakers:
                ruled = (speaker.voice.party.name, doer.party.name) in scene.by_rule
                known = said + speaker.weight + doer.weight
                if (ruled or known >= sieve.least) and self._could(scene, speaker, doer, frames):
                    both = self._signs(scene, speaker, doer, frames)
                    yield Pair(
                        sentence,
                        speaker.voice,
                        doer.party,
                        speaker.at,
                        doer.at,
                        (common, speaker.signs, doer.signs, both),
                        frames[0] if frames else None,
                        ruled,
                        known + total(weights, both),
                    )

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

    def _scene(self, sentence: Sentence, parties: list[_Named], weights: Mapping[str, int]) -> _Scene:
        frames: dict[int, list[Core]] = {}
        for core in self._suspects.cores(sentence):
            frames.setdefault(core.accused, []).append(core)
        by_rule = {(one.asserter.name, one.accused.name): one.frame for one in self._attributions.ruled(sentence)}
        row = Row(sentence.text, self._tape)
        speakers, doers = self._speakers_of(sentence, row, weights), self._doers_of(parties, row, weights)
        crowd = f"speakers={min(4, len(speakers))}&doers={min(3, len(doers))}"
        return _Scene(speakers, doers, frames, row, by_rule, frozenset(accused for _, accused in by_rule), crowd)

    def _speakers_of(self, sentence: Sentence, row: Row, weights: Mapping[str, int]) -> list[_Speaker]:
        subjects = {subject_before(sentence.text, said) for said, _ in sayings(sentence.text)}
        found = []
        for voice, at, how in self._voices_of(sentence):
            signs = [f"how={how}", *self._voice_signs(voice)]
            if at is not None:
                signs.append(_SUBJECT[at in subjects])
                signs += row.around("voice", at)
            found.append(_Speaker(voice, at, how, signs, total(weights, signs)))
        return found

    def _voices_of(self, sentence: Sentence) -> Iterator[tuple[Voice, int | None, str]]:
        shunned, named = self._suspects.accused, self._reading.named[sentence.number]
        for at, one in named:
            if one.kind in _VOICES:
                yield self._speakers.settled(self._speakers.party_at(sentence, at), sentence, shunned), at, "named"
        for at, one in named:
            if one.kind is _ADJECTIVE:
                yield self._speakers.party_at(sentence, at), at, "adjective"
        if _PRONOUN.search(sentence.text.lower()) or QUOTED.search(sentence.text):
            for how, voice in self._speakers.recalled(sentence):
                if voice.kind not in _DOERS:
                    yield self._speakers.settled(voice, sentence, shunned), None, how
        if self._speakers.own_voice is not None:
            yield self._speakers.own_voice, None, "own"
        yield _NOBODY, None, "nobody"

    def _doers_of(self, parties: list[_Named], row: Row, weights: Mapping[str, int]) -> list[_Doer]:
        found = []
        for party, kind, at in parties:
            signs = self._doer_signs(party, kind)
            if at is not None:
                signs += row.around("doer", at)
            found.append(_Doer(party, kind, at, signs, total(weights, signs)))
        return found

    def _parties_of(self, sentence: Sentence) -> Iterator[_Named]:
        """Who may stand accused, and where: those that the sentence names, and whom most of the report accuses."""
        seen: set[str | None] = set()
        for at, named in self._reading.named[sentence.number]:
            if named.kind in ACCUSABLE_KINDS and self._suspects.may_be_accused(named):
                party = accused_party(named)
                seen |= {party.name, party.country}
                yield party, named.kind, at
        for main in self._suspects.mains:
            if main.name not in seen and (main.country is None or main.country not in seen):
                yield main, None, None

    def _voice_signs(self, voice: Voice) -> list[str]:
        party, main = voice.party, self._suspects.main
        country = party.country
        signs = [
            _VOICE[voice.kind],
            _VOICE_ACCUSED[country is not None and country in self._suspects.accused],
            _VOICE_MAIN[main is not None and country is not None and country == main.country],
        ]
        if party.kind is PartyKind.ANONYMOUS_OFFICIAL:
            signs.append("voice-anonymous")
        return signs

    def _doer_signs(self, party: PartyName, kind: Kind | None) -> list[str]:
        suspects = self._suspects
        accused = party.country in suspects.accused if party.country else party.name in suspects.actors
        return [_DOER[kind], _DOER_ACCUSED[accused], _DOER_MAIN[suspects.is_main(party)]]

    def _signs(self, scene: _Scene, speaker: _Speaker, doer: _Doer, frames: list[Core]) -> list[str]:
        party, how = speaker.voice.party, speaker.how
        rule = scene.by_rule.get((party.name, doer.party.name))
        signs = [
            _BOTH[speaker.voice.kind, doer.kind],
            _SAME_SIDE[party.country is not None and party.country == doer.party.country],
            scene.crowd,
            f"rule={rule or 'none'}",
        ]
        if rule:
            signs.append(RULED)
        elif doer.party.name in scene.blamed:
            signs.append("rule=somebody-else")
        for frame in dict.fromkeys(core.frame for core in frames):
            signs += (f"frame={frame}", f"frame={frame}&how={how}")
        if not frames:
            signs.append(f"frame=none&how={how}")
        if speaker.at is not None and doer.at is not None:
            signs += self._between(scene.row, speaker.at, doer.at)
        return signs

    @staticmethod
    def _between(row: Row, voice_at: int, doer_at: int) -> list[str]:
        first, last = sorted((voice_at, doer_at))
        order = "voice-first" if voice_at < doer_at else "doer-first"
        shapes = row.between(first, last)
        mentions = len([shape for shape in shapes if shape[0] == "<"])
        signs = [f"order={order}", f"{order}&gap={min(5, len(shapes) // 4)}", f"{order}&mentions-between={min(3, mentions)}"]
        if len(shapes) <= _BETWEEN:
            signs += map(f"{order}&between=".__add__, frozenset(shapes))
        return signs
