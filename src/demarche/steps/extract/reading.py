"""A report as the fact rules see it, and how a rule makes a claim of a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypedDict, Unpack

from demarche.model.atoms import PartialDate, Passage
from demarche.model.claim import PRIMARY, UNSPECIFIED, Claim, Confidence, Likelihood, PartyName, Value
from demarche.model.source import Document
from demarche.model.vocabulary.attribution import Stance
from demarche.steps.extract.dates.reader import DateHit, DateReader
from demarche.steps.extract.mentions.tape import ANY_MENTION, Named, Tape
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.signals.signals import Signal
from demarche.steps.extract.signals.signaltable import signal_reader
from demarche.steps.extract.signals.signs import Evidence

READER = "rules"
READER_VERSION = "1"
"""Goes up whenever a rule changes what is read, so that a record tells old answers from new ones."""

_MENTION = re.compile(ANY_MENTION)
_WORD = re.compile(r"[a-z][a-z’'-]*")
STEM = 6

NOWHERE = "nowhere"
"""The event label of sentences that belong to no item of a round-up; what they say is not told."""

Span = tuple[int, int]
"""Places of the tape: start, and end exclusive."""


def stem(word: str) -> str:
    """The first letters of a word, so that "blamed" and "blaming" meet."""
    return word.lower()[:STEM]


def stems_in(lowered: str) -> set[str]:
    """The stems of the words of a text in lower case."""
    return {word[:STEM] for word in _WORD.findall(lowered)}


class Extra(TypedDict, total=False):
    """What a claim may carry beside its value."""

    relayed_by: PartyName | None
    likelihood: Likelihood | None
    confidence: Confidence | None
    said_on: PartialDate | None
    score: float
    event: str


@dataclass(frozen=True)
class Reading:
    """One report under reading. `events` holds the event label of each sentence, by its number."""

    document: Document
    tape: Tape
    sentences: tuple[Sentence, ...]
    events: tuple[str, ...]

    @property
    def published(self) -> PartialDate | None:
        """The report's dateline, against which relative dates are read; never itself a date of the event."""
        return self.document.origin.published

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The offsets of each sentence in the document's text, by its number."""
        return tuple(self.tape.offsets(sentence.start, sentence.end) for sentence in self.sentences)

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """The document's own words of each sentence, by its number; a line break is one space, so that offsets hold."""
        text = self.document.text
        return tuple(text[start:end].replace("\n", " ") for start, end in self.spans)

    @cached_property
    def named(self) -> tuple[tuple[tuple[int, Named], ...], ...]:
        """The mentions of each sentence, by its number, each with its place in the sentence's text."""
        mentions = self.tape.mentions
        return tuple(
            tuple(
                (match.start(), mentions[match.group()])
                for match in _MENTION.finditer(sentence.text)
                if match.group() in mentions
            )
            for sentence in self.sentences
        )

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """`plain` in lower case, place for place; a sentence whose length that would change stays as it is."""
        pairs = ((text, text.lower()) for text in self.plain)
        return tuple(low if len(low) == len(text) else text for text, low in pairs)

    @cached_property
    def dates(self) -> tuple[tuple[DateHit, ...], ...]:
        """The dates that each sentence names, by its number; offsets are into `plain`."""
        reader = DateReader(self.published, self.plain)
        return tuple(tuple(reader.find(text)) for text in self.plain)

    @cached_property
    def signals(self) -> tuple[Evidence[Signal], ...]:
        """What the words say was done, in reading order, of every event."""
        return tuple(signal_reader().find(self.sentences, self.lowered))

    def event(self, sentence: Sentence) -> str:
        """The event label of a sentence."""
        return self.events[sentence.number]

    def primary(self) -> tuple[Sentence, ...]:
        """The sentences about what the report is mainly about."""
        return tuple(sentence for sentence in self.sentences if self.events[sentence.number] == PRIMARY)

    def about(self, label: str) -> Reading:
        """The sentences of one event as if they were a report of their own, whose own incident it is."""
        own = (sentence for sentence in self.sentences if self.event(sentence) == label)
        numbered = tuple(replace(sentence, number=number) for number, sentence in enumerate(own))
        return Reading(self.document, self.tape, numbered, (PRIMARY,) * len(numbered))

    def words(self, start: int, end: int) -> str:
        """The document's own words at these places of the tape, line breaks as spaces."""
        first, last = self.tape.offsets(start, end)
        return " ".join(self.document.text[first:last].split())

    def passage(self, sentence: Sentence, span: Span | None = None) -> Passage:
        """The words of the sentence, or of the places `span` of the tape."""
        start, end = span or (sentence.start, sentence.end)
        return self.document.passage(*self.tape.offsets(start, end))

    def claim(
        self,
        sentence: Sentence,
        value: Value,
        asserter: PartyName = UNSPECIFIED,
        stance: Stance = Stance.ASSERTS,
        span: Span | None = None,
        **extra: Unpack[Extra],
    ) -> Claim:
        """A claim that stands on the sentence, or on the places `span` of the tape in it."""
        filled: Extra = {"score": 0.5, "event": self.events[sentence.number], **extra}
        return Claim(
            passage=self.passage(sentence, span),
            value=value,
            asserter=asserter,
            stance=stance,
            reader=READER,
            reader_version=READER_VERSION,
            **filled,
        )
