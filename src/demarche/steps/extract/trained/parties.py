"""Whom the words that the network points at mean: the mention that they name, led back, or the words themselves."""

from __future__ import annotations

import re

from demarche.model.claim import UNSPECIFIED, PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.accusations.origins import Voice
from demarche.steps.extract.accusations.speakers import Speakers
from demarche.steps.extract.accusations.suspects import Suspects, accused_party
from demarche.steps.extract.mentions.tape import Kind, Named
from demarche.steps.extract.reading import Reading, Span
from demarche.steps.extract.sentences import Sentence

_ARTICLE = re.compile(r"^(?:the|an?|its|their) ", re.IGNORECASE)
_LETTER = re.compile(r"\w")
_LIKELIER = frozenset({Kind.OFFICIAL, Kind.COMPANY, Kind.EXPERT, Kind.ACTOR, Kind.HACKERS})
"""Of two mentions that share as much of the words, one of these is rather meant than a state or a place."""


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
        self._mentions = sorted(reading.tape.mentions.values(), key=lambda named: (named.start, named.end))

    def words(self, span: Span) -> str:
        """The words at some offsets, whole ones, without an article."""
        start, end = self._whole(span)
        return _ARTICLE.sub("", " ".join(self._text[start:end].split()))

    def voice(self, span: Span | None, sentence: Sentence) -> Voice:
        """Who speaks: "the ministry" led back to its owner, an official placed in a state."""
        if span is None:
            return Voice(UNSPECIFIED, Kind.UNKNOWN)
        named = self._named(span)
        if named is None:
            return Voice(PartyName(self.words(span), PartyKind.ORGANISATION), Kind.EXPERT)
        own = self._sentence_of(named, sentence)
        at = next((place for place, other in self._reading.named[own.number] if other is named), None)
        voice = Voice(named.party, named.kind) if at is None else self._speakers.party_at(own, at)
        return self._speakers.settled(voice, own, self._suspects.accused)

    def accused(self, span: Span | None) -> PartyName | None:
        """Who did it; for somebody whom the window does not name, whom most of the report accuses, if anybody."""
        if span is None:
            return self._suspects.main
        named = self._named(span)
        return PartyName(self.words(span), PartyKind.GROUP) if named is None else accused_party(named)

    def _named(self, span: Span) -> Named | None:
        """The mention that shares most with the words."""

        def shared(named: Named) -> float:
            common = min(span[1], named.end) - max(span[0], named.start)
            return common / max(span[1] - span[0], named.end - named.start) + (named.kind in _LIKELIER) / 1000

        near = [named for named in self._mentions if named.start < span[1] and named.end > span[0]]
        return max(near, key=shared, default=None)

    def _sentence_of(self, named: Named, sentence: Sentence) -> Sentence:
        own = (
            one
            for one, (start, end) in zip(self._reading.sentences, self._reading.spans, strict=True)
            if start <= named.start < end
        )
        return next(own, sentence)

    def _whole(self, span: Span) -> Span:
        """The span grown to whole words."""
        start, end = span
        while start and _LETTER.match(self._text, start - 1) and _LETTER.match(self._text, start):
            start -= 1
        while end < len(self._text) and _LETTER.match(self._text, end - 1) and _LETTER.match(self._text, end):
            end += 1
        return start, end
