"""Whom the words that the network points at mean: the mention that they name, led back, or the words themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from demarche.model.claim import UNSPECIFIED, PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.accusations.origins import Voice
from demarche.steps.extract.accusations.speakers import Speakers
from demarche.steps.extract.accusations.suspects import Suspects, accused_party
from demarche.steps.extract.mentions.tape import Kind, Named
from demarche.steps.extract.reading import Reading, Span
from demarche.steps.extract.responses.parties import ReplyParties
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.trained.pointing import Pointer
from demarche.steps.extract.trained.wording import PRONOUN, VOICES, kind_of_accused, kind_of_speaker, of_the_state

_OWNERS = frozenset({Kind.STATE, Kind.ADJECTIVE, Kind.OFFICIAL, Kind.COMPANY, Kind.WORLD, Kind.MEDIA})
"""Mentions by which somebody else may be described: "Tesla" in "two former Tesla employees"."""
_COUNTRIES = frozenset({Kind.STATE, Kind.ADJECTIVE})
_PLACEABLE = frozenset({Kind.OFFICIAL, Kind.ANONYMOUS, Kind.VICTIM, Kind.EXPERT, Kind.UNKNOWN, Kind.HACKERS})
_THE_GROUP = re.compile(r"(?:same |hacking |ransomware |hacker )*(?:group|gang|crew|collective|team|outfit|syndicate)")
_NEAR = 3
"""How many sentences back the group may be named that "the group" means."""


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

    def voice(self, span: Span | None, sentence: Sentence, shunned: str | None = None) -> Voice:
        """Who speaks: "the ministry" and "he" led back, an official placed in a state, but not in the one `shunned` nor in one
        that the report accuses."""
        if span is None:
            return Voice(UNSPECIFIED, Kind.UNKNOWN)
        span = self._pointer.meant(span)
        own = self._pointer.sentence(span[0]) or sentence
        voice = self._speaker(span, own)
        return self._speakers.settled(voice, own, self._suspects.accused | {shunned or ""})

    def denier(self, span: Span | None, sentence: Sentence) -> Voice:
        """Who denies: as a rule an accused state's own, so that "the ministry" is that state's where it may be."""
        if span is None:
            return Voice(UNSPECIFIED, Kind.UNKNOWN)
        span = self._pointer.meant(span)
        own = self._pointer.sentence(span[0]) or sentence
        voice = self._speaker(span, own)
        accused = self._suspects.accused
        named = self._pointer.named(span)
        vague = voice.party.country is None or (named is not None and named.role == "generic")
        if not vague or voice.kind is not Kind.OFFICIAL or voice.party.country in accused or not accused:
            return self._speakers.settled(voice, own, accused)
        around = self._speakers.country_around(own)
        main = self._suspects.main.country if self._suspects.main else None
        country = around if around in accused else main or min(accused)
        return voice._replace(party=PartyName(self.words(span), voice.party.kind, country))

    def accused(self, span: Span | None) -> PartyName | None:
        """Who did it; for somebody whom the window does not name, whom most of the report accuses, if anybody."""
        if span is None:
            return self._suspects.main
        span = self._pointer.meant(span)
        words = self.words(span)
        if PRONOUN.fullmatch(words):
            return self._suspects.main
        named = self._pointer.named(span)
        if _THE_GROUP.fullmatch(words) and (named is None or named.kind is Kind.UNKNOWN):
            last = self._pointer.last(Kind.ACTOR, span[0], _NEAR)
            if last is not None:
                return accused_party(last)
        if named is None or self._only_describes(named, span):
            return self._described(span, named)
        party = accused_party(named)
        if party.country is None and named.kind in _PLACEABLE:
            return PartyName(party.name, party.kind, self._pointer.country(span))
        return party

    def doer(self, span: Span | None, sentence: Sentence, shunned: str | None) -> PartyName | None:
        """Who answered; for somebody whom the window does not name, the state in reach that is neither accused nor `shunned`."""
        if span is not None:
            return self.voice(span, sentence, shunned).party
        barred = frozenset({shunned} if shunned else ())
        return self._replies.state(sentence, sentence.text, len(sentence.text), barred)

    def _speaker(self, span: Span, own: Sentence) -> Voice:
        words = self.words(span)
        if PRONOUN.fullmatch(words):
            led = self._speakers.of_pronoun(own, words.lower(), self._pointer.place(own, span[0]))
            return led[0] if led else Voice(UNSPECIFIED, Kind.UNKNOWN)
        named = self._pointer.named(span)
        if named is None or self._only_describes(named, span):
            kind = kind_of_speaker(self._head(span))
            return Voice(PartyName(words, kind, self._pointer.country(span)), VOICES[kind])
        at = self._pointer.place_of(own, named)
        voice = Voice(named.party, named.kind) if at is None else self._speakers.party_at(own, at)
        if voice.party.country or voice.kind not in _PLACEABLE:
            return voice
        return voice._replace(party=PartyName(voice.party.name, voice.party.kind, self._pointer.country(span)))

    def _head(self, span: Span) -> str:
        return self._text[slice(*self._pointer.head(span))]

    def _only_describes(self, named: Named, span: Span) -> bool:
        """Whether a mention in the words is not whom they name: "Israeli" in "Israeli newspapers", "Russian" as a language."""
        if self._pointer.is_language(named):
            return True
        return named.kind in _OWNERS and not self._pointer.holds(named, self._pointer.head(span))

    def _described(self, span: Span, named: Named | None) -> PartyName:
        """An accused whom no list knows: "a Chinese engineer", "people inside the country"; a state by what it does."""
        head, country = self._head(span), self._pointer.country(span)
        if named is not None and named.kind in _COUNTRIES and of_the_state(head) and not self._pointer.is_language(named):
            return accused_party(named)
        return PartyName(self.words(span), kind_of_accused(head), country)
