"""Whom the words that the network points at mean: the mention that they name, led back, or the words themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from demarche.model.claim import UNSPECIFIED, Claim, PartyName
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.reference.tables import official_country
from demarche.steps.extract.accusations.origins import Voice
from demarche.steps.extract.accusations.speakers import Speakers
from demarche.steps.extract.accusations.suspects import Suspects, accused_party
from demarche.steps.extract.mentions.tape import Kind, Named
from demarche.steps.extract.reading import Reading, Span
from demarche.steps.extract.responses.parties import ReplyParties
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.trained.fuller import Fuller
from demarche.steps.extract.trained.pointing import Pointer
from demarche.steps.extract.trained.wording import (
    MISSION,
    PRONOUN,
    SHORT_STATES,
    SOURCES,
    THE_FIRM,
    THE_GROUP,
    THE_MEDIUM,
    VOICES,
    are_people,
    called,
    is_definite,
    kind_of_accused,
    kind_of_speaker,
    of_the_state,
)

_OWNERS = frozenset({Kind.STATE, Kind.ADJECTIVE, Kind.OFFICIAL, Kind.COMPANY, Kind.WORLD, Kind.MEDIA})
"""Mentions by which somebody else may be described: "Tesla" in "two former Tesla employees"."""
_COUNTRIES = frozenset({Kind.STATE, Kind.ADJECTIVE})
_PLACEABLE = frozenset({Kind.OFFICIAL, Kind.ANONYMOUS, Kind.VICTIM, Kind.EXPERT, Kind.UNKNOWN, Kind.HACKERS})
_UNTOLD = frozenset({Kind.UNKNOWN, Kind.MALWARE})
_GROUPS = frozenset({Kind.ACTOR})
_OFFICIALS = frozenset({Kind.ANONYMOUS, Kind.OFFICIAL})
_VAGUE_KINDS = frozenset({Kind.ANONYMOUS, Kind.HACKERS, Kind.UNKNOWN, Kind.VICTIM})
_VAGUE = frozenset({"generic", "described", "anaphor", "document", "culprit", "own"})
_NAMING = re.compile(r"[^\W\d_]|\d{4}")
_NEAR = 3
"""How many sentences back the group may be named that "the group" means."""
_FAR = 12
"""The same for "the company", "the newspaper" and "the officials"."""


def same(left: PartyName, right: PartyName) -> bool:
    """Whether two names may be one party, or one state's."""
    if left.name == right.name or (left.country is not None and left.country == right.country):
        return True
    return left.name.lower() in right.name.lower() or right.name.lower() in left.name.lower()


class Parties:
    """The parties of one report, by their places in its text."""

    def __init__(self, reading: Reading, speakers: Speakers, suspects: Suspects) -> None:
        self._reading = reading
        self._speakers = speakers
        self._suspects = suspects
        self._text = reading.document.text
        self._pointer = Pointer(reading)
        self._fuller = Fuller(reading)

    @cached_property
    def _replies(self) -> ReplyParties:
        return ReplyParties(self._reading)

    def words(self, span: Span) -> str:
        """The words at some offsets, whole ones, without an article."""
        start, end = self._pointer.meant(span)
        return " ".join(self._text[start:end].split())

    def parted(self, span: Span | None) -> Iterator[Span | None]:
        """The span of each party that the words join; the span itself where they name one."""
        yield from [None] if span is None else self._pointer.joined(span)

    def listed(self, span: Span) -> list[Span]:
        """The span of each party that the words join, and of those that go on with the list behind them: "A, B and C"."""
        start, end = self._pointer.meant(span)
        named = self._pointer.named((start, end))
        if named is not None and named.kind not in _COUNTRIES:
            start, end = min(start, named.start), max(end, named.end)
        return self._pointer.joined((start, self._pointer.list_end((start, end))))

    @property
    def main(self) -> PartyName | None:
        """Whom most of the report accuses."""
        return self._suspects.main

    @property
    def _main_country(self) -> str | None:
        return self.main.country if self.main else None

    def voice(self, span: Span | None, sentence: Sentence, shunned: str | None = None) -> Voice:
        """Who speaks: "the ministry" and "he" led back, an official placed in a state, but not in the one `shunned` nor in one
        that the report accuses."""
        if span is None:
            return Voice(UNSPECIFIED, Kind.UNKNOWN)
        span = self._pointer.meant(span)
        own = self._pointer.sentence(span[0]) or sentence
        voice = self._speaker(span, own)
        if shunned and voice.party.country == shunned and self._is_generic(span):
            voice = voice._replace(party=PartyName(voice.party.name, voice.party.kind))
        return self._speakers.settled(voice, own, frozenset({shunned or "", self._main_country or ""}))

    def denier(self, span: Span | None, sentence: Sentence) -> Voice:
        """Who denies: as a rule an accused state's own, so that "the ministry" is that state's where it may be."""
        if span is None:
            return Voice(UNSPECIFIED, Kind.UNKNOWN)
        span = self._pointer.with_mission(self._pointer.meant(span))
        own = self._pointer.sentence(span[0]) or sentence
        voice = self._speaker(span, own)
        accused = self._suspects.accused
        if (
            (voice.party.country and not self._is_generic(span))
            or voice.kind is not Kind.OFFICIAL
            or voice.party.country in accused
            or not accused
        ):
            return self._speakers.settled(voice, own, accused)
        return _placed(voice._replace(party=PartyName(self.words(span), voice.party.kind)), self._accused_around(own))

    def accused(self, span: Span | None) -> PartyName | None:
        """Who did it; for somebody whom the window does not name, whom most of the report accuses, if anybody. None also for
        words that name nobody."""
        if span is None:
            return self._suspects.main
        span = self._pointer.meant(span)
        words = self.words(span)
        if PRONOUN.fullmatch(words):
            return self._suspects.main
        return self._doing(words, span) if _NAMING.search(words) else None

    def _doing(self, words: str, span: Span) -> PartyName:
        named = self._pointer.named(span)
        again = self._again(words, span) if named is None or named.kind in _UNTOLD else None
        if again is not None:
            return again
        if named is None or self._only_describes(named, span) or self._is_less(named, span):
            return self._described(span, named)
        if named.kind is Kind.ADJECTIVE and are_people(self._text, (named.start, named.end)):
            return PartyName(words, PartyKind.INDIVIDUAL, named.party.country)
        party = accused_party(named)
        if party.country is None and named.kind in _PLACEABLE:
            return PartyName(party.name, party.kind, self._pointer.country(span))
        return party

    def _again(self, words: str, span: Span) -> PartyName | None:
        """Whom "the group" and "the North" were named as before; a known official for the state."""
        known = official_country(words)
        if known:
            return PartyName(words, PartyKind.STATE, known)
        if words in SHORT_STATES:
            return self._pointer.speaks_of(SHORT_STATES[words])
        if THE_GROUP.fullmatch(words) and is_definite(self._text, span[0]):
            last = self._pointer.last(_GROUPS, span[0], _named, _NEAR)
            return accused_party(last) if last else None
        return None

    def doer(self, span: Span | None, sentence: Sentence, shunned: str | None) -> PartyName | None:
        """Who answered; for somebody whom no words name, the state in reach that is neither accused nor `shunned`."""
        if span is None:
            return self.state(sentence, shunned)
        return self.voice(span, sentence, shunned or self._main_country).party

    def state(self, sentence: Sentence, shunned: str | None) -> PartyName | None:
        """The state in reach of a sentence, or the report's own, that is neither accused nor `shunned`."""
        barred = self._suspects.accused | {country for country in (shunned, self._main_country) if country}
        return self._replies.state(sentence, sentence.text, len(sentence.text), barred)

    def _speaker(self, span: Span, own: Sentence) -> Voice:
        words = self.words(span)
        if PRONOUN.fullmatch(words):
            led = self._speakers.of_pronoun(own, words.lower(), self._pointer.place(own, span[0]))
            return led[0] if led else Voice(UNSPECIFIED, Kind.UNKNOWN)
        named = self._pointer.named(span)
        known = official_country(words) if named is None or named.kind is Kind.MALWARE else None
        if known:
            return Voice(PartyName(words, PartyKind.GOVERNMENT, known), Kind.OFFICIAL)
        famous = self._fuller.known(words, span[0]) if named is None or named.role == "unplaced" else None
        if famous:
            return Voice(famous, Kind.OFFICIAL)
        led_back = self._led_back(words, span, named)
        if led_back is not None:
            return Voice(led_back.party, led_back.kind)
        fuller = self._in_full(words, span, named)
        if fuller is not None:
            return Voice(fuller, Kind.OFFICIAL)
        if named is None or self._only_describes(named, span):
            kind = kind_of_speaker(words, self._head(span))
            return Voice(PartyName(called(words), kind, self._pointer.country(span)), VOICES[kind])
        country = self._pointer.owner(named) if named.role == "body" else None
        country = country or named.party.country
        if country is None and named.kind in _PLACEABLE:
            country = self._pointer.country(span)
        at = self._pointer.place_of(own, named)
        if country or at is None:
            return Voice(PartyName(named.party.name, named.party.kind, country), named.kind)
        return self._speakers.party_at(own, at)

    def _led_back(self, words: str, span: Span, named: Named | None) -> Named | None:
        """Whom "the company", "the newspaper" and "the officials" were named as before."""
        if not is_definite(self._text, span[0]) or (named is not None and named.role not in _VAGUE):
            return None
        if SOURCES.fullmatch(words):
            return self._pointer.last(_OFFICIALS, span[0], _more_than_a_word, _FAR)
        for pattern, kind in ((THE_FIRM, Kind.COMPANY), (THE_MEDIUM, Kind.MEDIA)):
            if pattern.fullmatch(words):
                found = self._pointer.last(frozenset({kind}), span[0], _named, _FAR)
                if found is not None:
                    return found
        return None

    def _in_full(self, words: str, span: Span, named: Named | None) -> PartyName | None:
        """The organ or person of the report that is called so for short: "the Treasury", "the minister"; an embassy of which
        no state is told is that of whom the report accuses."""
        if self._pointer.country(span) or (named is not None and (named.role not in _VAGUE or named.kind is not Kind.OFFICIAL)):
            return None
        if self._main_country and MISSION.fullmatch(self._head(span)):
            return PartyName(words, PartyKind.GOVERNMENT, self._main_country)
        return self._fuller.of(words, span[0])

    def placed(self, claim: Claim, sentence: Sentence, accused: PartyName) -> Claim:
        """A claim of the rules by an office without a name, led back and placed in a state as for the network: it is one
        voice."""
        office = claim.asserter
        if office.kind is not PartyKind.GOVERNMENT or not office.name[:1].islower() or claim.stance is Stance.DENIES:
            return claim
        for _, named in self._reading.named[sentence.number]:
            if named.party.name == office.name and named.party.country is None and named.kind is Kind.OFFICIAL:
                return replace(claim, asserter=self.voice((named.start, named.end), sentence, accused.country).party)
        return claim

    def _accused_around(self, own: Sentence) -> str:
        """The accused country of which a paragraph speaks, else that of whom the report accuses most."""
        accused, main = self._suspects.accused, self._suspects.main
        around = self._speakers.country_around(own)
        if around in accused and around is not None:
            return around
        return main.country if main and main.country else min(accused)

    def _is_generic(self, span: Span) -> bool:
        """Whether the words are "the ministry" and the like, of which there may be several."""
        named = self._pointer.named(span)
        return named is not None and named.role == "generic"

    def _head(self, span: Span) -> str:
        return self._text[slice(*self._pointer.head(span))]

    def _only_describes(self, named: Named, span: Span) -> bool:
        """Whether a mention in the words is not whom they name: "Israeli" in "Israeli newspapers", "Russian" as a language."""
        if self._pointer.is_language(named):
            return True
        return named.kind in _OWNERS and not self._pointer.holds(named, self._pointer.head(span))

    @staticmethod
    def _is_less(named: Named, span: Span) -> bool:
        """Whether a mention without a name leaves out words that tell more: "officials" of "six officials"."""
        return named.start > span[0] and (named.kind in _VAGUE_KINDS or named.role == "generic")

    def _described(self, span: Span, named: Named | None) -> PartyName:
        """An accused whom no list knows: "a Chinese engineer", "people inside the country"; a state by what it does."""
        head, country = self._head(span), self._pointer.country(span)
        if named is not None and named.kind in _COUNTRIES and of_the_state(head) and not self._pointer.is_language(named):
            return accused_party(named)
        words = self.words(span)
        return PartyName(words, kind_of_accused(words, head), country)


def _placed(voice: Voice, country: str) -> Voice:
    return voice._replace(party=PartyName(voice.party.name, PartyKind.GOVERNMENT, country))


def _named(named: Named) -> bool:
    return named.role not in _VAGUE


def _more_than_a_word(named: Named) -> bool:
    return named.party.kind is PartyKind.ANONYMOUS_OFFICIAL and SOURCES.fullmatch(named.party.name) is None
