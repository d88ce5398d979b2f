"""Who says who did it: accusations joined with whoever makes them, hedges, and what they rest on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from demarche.model.claim import UNKNOWN, UNSPECIFIED, AttributionValue, Claim, PartyName
from demarche.model.vocabulary.attribution import Basis, Stance
from demarche.steps.extract.accusations.accusation import Core
from demarche.steps.extract.accusations.hedges import Hedge, hedge_in, measured
from demarche.steps.extract.accusations.joining import SIGNERS, Joiners
from demarche.steps.extract.accusations.origins import Voice
from demarche.steps.extract.accusations.speakers import Speakers
from demarche.steps.extract.accusations.suspects import WEAK, Suspects, accused_party
from demarche.steps.extract.mentions.tape import Kind, char_class
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import Sentence

PASSIVE = frozenset({"blamed", "attributed"})
"""Frames whose verb is passive: without an agent nobody is the asserter, least of all the victim (law 2)."""
_SCORES = {"blame": 0.9, "blamed": 0.8, "attributed": 0.8, "behind": 0.85, "by": 0.75, "attack-by": 0.7, "strike": 0.6}
_NOT = re.compile(r"\b(?:not|never|n[’']t|neither|nor|cannot)\b")
_UNSAID = re.compile(
    r"(?:not|never|n[’']t|without|short of|declin\w+ to|refus\w+ to|avoid\w*)(?: [\w’'-]+){0,6}? (?:say(?:ing)?|said|"
    r"accus\w+|blam\w+|claim\w*|nam(?:e|ed|ing)|attribut\w+|conclu\w+)\b[^.;]{0,60}$"
)
_NEGATED = re.compile(
    r"\bno (?:\w+ ){0,3}(?:evidence|proof|indication|sign|link|connection|reason|grounds|basis)|\bwithout (?:any "
    r")?(?:evidence|proof)|\black of (?:evidence|proof)|"
    r"\b(?:doubts?|doubted|sceptical|skeptical|unconvinced|question(?:s|ed)?|cast doubt)\b"
)
_OPEN = re.compile(r"\b(?:whether|if|who (?:is|was|were)|in case|had it been|question of|could not say|asked)\b[^,;]{0,50}$")
DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e[sd]?|ing)|rebuff\w*|repudiat\w*|"
    r"baseless|groundless|unfounded|fabricat\w*|slander\w*|smear\w*|absurd)\b"
)
_LEGAL = re.compile(r"\b(?:indict|charg|court|prosecut|grand jury|warrant|complaint|convict|sentenc|plead|judge)\w*")
_HOSTILE = re.compile(
    r"\b(?:attack\w*|breach\w*|intrusion|operation|campaign|behind|responsib\w+|evidence|linked|hallmarks|group|"
    r"actors?|hackers|carried|conduct\w*|activit\w+|trail|traces?|ties|perpetrator|suspicion|conclu\w+|finding|"
    r"reckless|malicious|malign|unacceptable|irresponsible|aggress\w+|brazen|blatant|disregard|destabili\w+|hostile|"
    r"accountab\w+|consequences|rule ?book|violat\w+|norms|undermin\w+|cyber ?attacks?|hack\w*|espionage|"
    r"interfer\w+|condemn\w*|cowardly|unprecedented|shameful|outrage\w*|price|pay for)\b"
)
_CREWS = frozenset({Kind.ACTOR, Kind.HACKERS})
_DOERS = _CREWS | {Kind.UNKNOWN}
_NEVER_DOUBT = _DOERS | {Kind.VICTIM}
_TECHNICAL = frozenset({Kind.COMPANY, Kind.EXPERT})
_ING = re.compile(r"\w+ing\b")
_FIRST_PARTY = re.compile(rf"[^.;]{{0,60}}?({char_class(Kind.STATE, Kind.OFFICIAL, Kind.WORLD, Kind.COMPANY, Kind.EXPERT)})")
_SPONSOR = re.compile(
    rf"^[\"”’]?(?:,? (?:which|who|that)(?: [\w’'-]+){{0,4}}|,? (?:also|better)? ?(?:known|tracked)(?: [\w’'-]+){{0,3}} "
    rf"as [^,.;]{{0,50}}?| \(|,| [–—-])? ?(?:[\w’'-]+ ){{0,5}}?(?:of|by|to|with|for|within|from|under|inside|part of|a "
    r"unit|an arm|belongs to|affiliated|linked|tied|backed|run|\()"
    rf"(?: [\w’'-]+){{0,5}}? ?(?P<sponsor>{char_class(Kind.ACTOR, Kind.HACKERS, Kind.STATE)})"
)
_AND_ALSO = re.compile(
    rf"^(?:,| and| or|, and|, or)(?: the)? ?(?P<other>{char_class(Kind.ACTOR, Kind.STATE, Kind.EXPERT)})(?! (?:was|"
    r"were|is|are|has|have|said|denied|will)\b)"
)


class Ruled(NamedTuple):
    """What a rule makes of a sentence: who says it, of whom, and in which frame. `accuses` is False for whoever doubts or does
    not say it. The claim itself is made when somebody wants it: the weights choose few."""

    asserter: PartyName
    accused: PartyName
    relayed_by: PartyName | None
    frame: str
    accuses: bool
    claim: Callable[[], Claim]


class Attributions:
    """The accusations of one report."""

    def __init__(self, reading: Reading, speakers: Speakers, suspects: Suspects) -> None:
        self._reading = reading
        self._tape = reading.tape
        self._speakers = speakers
        self._suspects = suspects
        self._joiners = Joiners(speakers)
        self._ruled: dict[int, list[Ruled]] = {}

    def __iter__(self) -> Iterator[Ruled]:
        """One for each asserter and accused of each accusation, in reading order, by the rules alone."""
        return (one for sentence in self._reading.sentences for one in self.ruled(sentence))

    def ruled(self, sentence: Sentence) -> list[Ruled]:
        """What the rules make of a sentence."""
        if sentence.number not in self._ruled:
            self._ruled[sentence.number] = self._propose(sentence)
        return self._ruled[sentence.number]

    def relayed(self, sentence: Sentence, voice: Voice) -> Voice:
        """The voice with who relays its words, where a rule found that: "A told Reuters"."""
        relays = (one.relayed_by for one in self.ruled(sentence) if one.asserter.name == voice.party.name)
        return voice._replace(relayed_by=next(filter(None, relays), voice.relayed_by))

    def _propose(self, sentence: Sentence) -> list[Ruled]:
        made: list[Ruled] = []
        for core in self._suspects.best(sentence):
            if core.frame not in WEAK or self._suspects.is_accused(self._suspects.named(sentence, core.accused)):
                made += self._of_core(sentence, core)
        made = made or self._hostile(sentence)
        main = self._suspects.main
        if main is None:
            return made
        made = made or self._joined(sentence, main, "echo", self._joiners.sharers(sentence))
        if len(self._reading.named[sentence.number]) < SIGNERS:
            return made
        return made + self._joined(sentence, main, "joint", self._joiners.signers(sentence))

    def _joined(self, sentence: Sentence, main: PartyName, frame: str, voices: list[Voice]) -> list[Ruled]:
        """Those who join an accusation that stands elsewhere accuse whom most of the report accuses."""
        kept = [voice for voice in voices if self._may_accuse(voice, main, "")]
        if not kept or (frame == "joint" and len(kept) < SIGNERS) or _NEGATED.search(sentence.text):
            return []
        return [self._accusation(sentence, voice, main, Core(0, 0, 1, frame)) for voice in kept]

    def _accusation(self, sentence: Sentence, voice: Voice, accused: PartyName, core: Core) -> Ruled:
        voice = self._settled(sentence, voice, accused)
        make = partial(self.claim, sentence, voice, accused, core)
        return Ruled(voice.party, accused, voice.relayed_by, core.frame, True, make)

    def _of_core(self, sentence: Sentence, core: Core) -> list[Ruled]:
        text = sentence.text
        voices = self._voices(sentence, core)
        before = text[max(0, core.start - 45) : core.accused]
        if text.endswith("?") or _OPEN.search(text[max(0, core.start - 70) : core.start]):
            return []
        if _UNSAID.search(text[: max(core.start, core.accused)]):
            return [self._declined(sentence, voice, core) for voice in voices]
        within = text[max(0, core.accused - 8) : core.end]
        doubted = bool(_NEGATED.search(before) or _NEGATED.search(within) or _NOT.search(within))
        accused = [accused_party(self._suspects.named(sentence, place)) for place in self._all_accused(sentence, core)]
        if doubted:
            return self._doubts(sentence, voices, accused[0], core)
        made = []
        for voice in voices or self._own_voice(sentence, core):
            if not self._may_accuse(voice, accused[0], text):
                continue
            made += [self._accusation(sentence, voice, one, core) for one in accused]
        return made

    def _own_voice(self, sentence: Sentence, core: Core) -> Iterable[Voice]:
        if self._speakers.own_voice is not None and core.frame not in WEAK:
            return [self._speakers.own_voice]
        if core.frame in PASSIVE and not sentence.headline:
            return [Voice(UNSPECIFIED, Kind.UNKNOWN)]
        return []

    def _voices(self, sentence: Sentence, core: Core) -> list[Voice]:
        if core.agent is not None:
            return [self._speakers.party_at(sentence, core.agent)]
        if core.verb is not None:
            voices = self._speakers.of_verb(sentence, core.verb) or self._participle(sentence, core)
            if voices:
                return voices
        voices = self._speakers.of_words(sentence, core.start, core.end)
        return voices if voices or core.frame in PASSIVE else self._speakers.of_clause(sentence, core.start)

    def _participle(self, sentence: Sentence, core: Core) -> list[Voice]:
        """Reads "Albania cut ties, accusing Iran": the subject of the sentence makes the accusation."""
        if not _ING.match(sentence.text, core.start):
            return []
        first = _FIRST_PARTY.match(sentence.text)
        return [self._speakers.party_at(sentence, first.start(1))] if first and first.start(1) < core.start else []

    def _all_accused(self, sentence: Sentence, core: Core) -> list[int]:
        """The accused, and a sponsor or alias named beside it."""
        text, places = sentence.text, [core.accused]
        named = self._suspects.named(sentence, core.accused)
        place = core.accused
        while other := _AND_ALSO.match(text[place + 1 :]):
            place += 1 + other.start("other")
            if self._suspects.named(sentence, place).kind is not named.kind:
                break
            places.append(place)
        if named.kind in _CREWS:
            sponsor = _SPONSOR.match(text[core.accused + 1 : core.accused + 140])
            if sponsor:
                places.append(core.accused + 1 + sponsor.start("sponsor"))
        return list(dict.fromkeys(places))

    def _may_accuse(self, voice: Voice, accused: PartyName, text: str) -> bool:
        if voice.kind in _DOERS and voice.party != UNSPECIFIED:
            return False
        if voice.party.country and voice.party.country == accused.country and voice.kind is not Kind.EXPERT:
            return False
        if self._suspects.main is not None and voice.party.country and voice.party.country == self._suspects.main.country:
            return False
        if voice.party.name == accused.name:
            return False
        return not (DENYING.search(text) and voice.party == UNSPECIFIED)

    def _hostile(self, sentence: Sentence) -> list[Ruled]:
        """Somebody who speaks of the accused together with the attack accuses it, whatever the construction."""
        text = sentence.text
        suspects = [at for at, named in self._reading.named[sentence.number] if self._suspects.is_accused(named)]
        if not suspects or text.endswith("?") or not _HOSTILE.search(text) or DENYING.search(text) or _NEGATED.search(text):
            return []
        for place in suspects:
            if _OPEN.search(text, 0, place):
                continue
            named = self._suspects.named(sentence, place)
            core = Core(place, place, place + 1, "spoken")
            accused = accused_party(named)
            found = self._speakers.of_words(sentence, place, place + 1) or self._speakers.of_clause(sentence, place)
            voices = [
                voice
                for voice in found
                if voice.kind is not Kind.MEDIA and not (voice.kind is Kind.EXPERT and voice.party.name.islower())
            ]
            made = [
                self._accusation(sentence, voice, accused, core) for voice in voices if self._may_accuse(voice, accused, text)
            ]
            if made:
                return made
        return []

    def _doubts(self, sentence: Sentence, voices: list[Voice], accused: PartyName, core: Core) -> list[Ruled]:
        made = []
        for voice in voices:
            same_side = voice.party.country is not None and voice.party.country == accused.country
            if voice.kind not in _NEVER_DOUBT and not same_side:
                made.append(self._unsure(sentence, voice, accused, core, Stance.DOUBTS))
        return made

    def _declined(self, sentence: Sentence, voice: Voice, core: Core) -> Ruled:
        """For "did not say that Iran was behind it" accuses nobody."""
        settled = self._speakers.settled(voice, sentence, self._suspects.accused)
        return self._unsure(sentence, settled, UNKNOWN, core, Stance.DECLINES_TO_ATTRIBUTE)

    def _unsure(self, sentence: Sentence, voice: Voice, accused: PartyName, core: Core, stance: Stance) -> Ruled:
        value = AttributionValue(accused, self.basis(voice, sentence.text))
        make = partial(self._reading.claim, sentence, value, voice.party, stance, relayed_by=voice.relayed_by, score=0.6)
        return Ruled(voice.party, accused, voice.relayed_by, core.frame, False, make)

    def basis(self, voice: Voice, text: str) -> Basis:
        """What an accusation rests on, by who makes it."""
        if _LEGAL.search(text) and voice.kind is Kind.OFFICIAL:
            return Basis.LEGAL_ACTION
        if voice.party == UNSPECIFIED:
            return Basis.THIRD_PARTY
        if voice.kind is Kind.ANONYMOUS:
            return Basis.ANONYMOUS_MEDIA_STATEMENT
        if voice.kind in _TECHNICAL:
            return Basis.TECHNICAL_REPORT
        if voice.kind is Kind.MEDIA:
            return Basis.THIRD_PARTY
        return Basis.NAMED_MEDIA_STATEMENT if voice.relayed_by else Basis.POLITICAL_STATEMENT

    @staticmethod
    def _hedge(text: str, core: Core) -> Hedge | None:
        reach = 30 if core.frame == "blame" else 110
        return hedge_in(text[max(0, core.start - reach) : core.end + 60])

    def _settled(self, sentence: Sentence, voice: Voice, accused: PartyName) -> Voice:
        return self._speakers.settled(voice, sentence, self._suspects.accused | {accused.country or ""})

    def claim(self, sentence: Sentence, voice: Voice, accused: PartyName, core: Core, score: float | None = None) -> Claim:
        """One asserter's accusation of one party, with its hedge on the asserter's own yardstick; without a score that of its
        frame."""
        voice = self._settled(sentence, voice, accused)
        hedge = self._hedge(sentence.text, core)
        likelihood, confidence = measured(hedge.words, voice) if hedge else (None, None)
        return self._reading.claim(
            sentence,
            AttributionValue(accused, self.basis(voice, sentence.text)),
            voice.party,
            hedge.stance if hedge else Stance.ASSERTS,
            relayed_by=voice.relayed_by,
            likelihood=likelihood,
            confidence=confidence,
            score=_SCORES.get(core.frame, 0.55) if score is None else score,
        )
