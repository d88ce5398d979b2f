"""Which mentions of a report stand at the words that the network points at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator

from demarche.model.claim import PartyName
from demarche.steps.extract.mentions.tape import Kind, Named
from demarche.steps.extract.reading import Reading, Span
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.trained.wording import MISSION, head_of, is_language, meant

_LIKELIER = frozenset({Kind.OFFICIAL, Kind.COMPANY, Kind.EXPERT, Kind.ACTOR, Kind.HACKERS})
"""Of two mentions that share as much of the words, one of these is rather meant than a state or a place."""
_HEAD, _NAMELESS = 0.5, 0.6
"""What it counts for that a mention holds the word on which the phrase hangs, and against one of whom nothing is said."""
_NO_PARTY = frozenset({Kind.DATE, Kind.SITE})
_COUNTRIES = frozenset({Kind.STATE, Kind.ADJECTIVE})
_OF = re.compile(r"['’]?s?,? (?:of|in|for|from|to) (?:the )?")
_MISSION = re.compile(
    r"(?:[A-Z][\w’']+ )?\b(?:[Ee]mbassy|[Cc]onsulate|[Mm]ission|[Aa]mbassador|[Ee]nvoy|[Cc]onsul) (?:in|to|at) (?:the )?$"
)
_MISSION_REACH = 45
_JOINS = re.compile(r"[\"”’]?(?:, and | and |, | as well as )(?:the |its )?[\"“‘]?")
_LIST_JOIN = re.compile(r"(?: \([^)]*\))?(?:, and |,? and |, )(?:the )?")
_OWNS = re.compile(r"(?:['’]s?)? ")
_OWNED = 3


class Pointer:
    """The mentions of one report by their offsets in its text."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.document.text
        self._starts = [start for start, _ in reading.spans]
        mentions = (named for named in reading.tape.mentions.values() if named.kind not in _NO_PARTY)
        self._mentions = sorted(mentions, key=lambda named: (named.start, named.end))

    def meant(self, span: Span) -> Span:
        """The words that a span means: whole ones, without those that only lead to a name."""
        return meant(self._text, span)

    def with_mission(self, span: Span) -> Span:
        """The span, and where it is the city or state in which an embassy is, the embassy."""
        start, end = span
        mission = _MISSION.search(self._text[max(0, start - _MISSION_REACH) : start])
        placed = any(named.kind is Kind.STATE and named.start == start for named in self.within(span))
        return (start - len(mission.group()), end) if mission and placed else span

    def head(self, span: Span) -> Span:
        """Where the word stands on which the phrase hangs."""
        return head_of(self._text, span)

    def named(self, span: Span) -> Named | None:
        """The mention that shares most with the words, rather one that holds the word on which they hang."""
        head = self.head(span)

        def shared(named: Named) -> float:
            common = min(span[1], named.end) - max(span[0], named.start)
            value = common / max(span[1] - span[0], named.end - named.start) + (named.kind in _LIKELIER) / 1000
            value += _HEAD if self.holds(named, head) else 0.0
            return value - (_NAMELESS if named.kind is Kind.UNKNOWN else 0.0)

        return max(self.within(span), key=shared, default=None)

    @staticmethod
    def holds(named: Named, head: Span) -> bool:
        """Whether a mention holds the word on which a phrase hangs."""
        return named.start < head[1] and named.end > head[0]

    def within(self, span: Span) -> Iterator[Named]:
        """Every mention that shares something with the words, larger ones and those that they were made of alike."""
        return (named for named in self._mentions if named.start < span[1] and named.end > span[0])

    def country(self, span: Span) -> str | None:
        """The country that the words name, or that stands behind them: "the government", "in Pyongyang". Of an embassy that is
        the country of whoever sent it."""
        head = self.head(span)
        mission = MISSION.fullmatch(self._text[slice(*head)])
        inside = [named for named in self.within(span) if named.party.country and not self.is_language(named)]
        if mission:
            inside = [named for named in inside if named.end <= head[0]]
        inside.sort(key=lambda named: named.kind not in _COUNTRIES)
        found = inside[0].party.country if inside else None
        behind = None if found or mission else _OF.match(self._text, span[1])
        if behind is None:
            return found
        after = (named for named in self._mentions if named.start == behind.end() and named.kind in _COUNTRIES)
        return next((named.party.country for named in after), None)

    def owner(self, named: Named) -> str | None:
        """The country that stands right before a mention as whose it is: "New Zealand’s NCSC"."""
        before = (one for one in self._mentions if one.kind in _COUNTRIES and one.end < named.start <= one.end + _OWNED)
        found = (one for one in before if _OWNS.fullmatch(self._text[one.end : named.start]))
        return next((one.party.country for one in found), None)

    def is_language(self, named: Named) -> bool:
        """Whether "Russian" is a language where it stands."""
        return named.kind is Kind.ADJECTIVE and is_language(self._text, (named.start, named.end))

    def joined(self, span: Span) -> list[Span]:
        """The parties that the words join: "APT28" and "APT29". The words themselves where they join none."""
        parts, start = [], span[0]
        for join in _JOINS.finditer(self._text, *span):
            apart = not any(named.start < join.start() and named.end > join.end() for named in self._mentions)
            begins = self._text[join.end() : join.end() + 1].isupper() or any(n.start == join.end() for n in self._mentions)
            if apart and begins and self._text[start : start + 1].isupper():
                parts.append((start, join.start()))
                start = join.end()
        return [*parts, (start, span[1])]

    def list_end(self, span: Span) -> int:
        """Where a list ends that goes on behind the words, one mention after another, the last after "and"."""
        own, end, closed = self.sentence(span[0]), span[1], span[1]
        named = [one for _, one in self._reading.named[own.number] if one.start >= end] if own else []
        for one in named:
            join = _LIST_JOIN.fullmatch(self._text, end, one.start)
            if not join:
                break
            end = one.end
            closed = end if "and" in join.group() else closed
        return closed

    def sentence(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset of the document's text."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0 or offset >= self._reading.spans[number][1]:
            return None
        return self._reading.sentences[number]

    def place(self, sentence: Sentence, offset: int) -> int:
        """The place in the sentence of an offset of the document's text."""
        return bisect_right(self._reading.tape.starts, offset) - 1 - sentence.start

    def place_of(self, sentence: Sentence, named: Named) -> int | None:
        """The place in the sentence of a mention; None for one that a larger mention has taken in."""
        return next((place for place, other in self._reading.named[sentence.number] if other is named), None)

    def last(self, kinds: Collection[Kind], before: int, fits: Callable[[Named], bool], sentences: int) -> Named | None:
        """The last mention of some classes before an offset that fits, not more than so many sentences back."""
        own = self.sentence(before)
        first = 0 if own is None else self._starts[max(0, own.number - sentences)]
        near = (named for named in reversed(self._mentions) if first <= named.start and named.end <= before)
        return next((named for named in near if named.kind in kinds and fits(named)), None)

    def speaks_of(self, country: str) -> PartyName | None:
        """A country as a party where the report names it."""
        named = (one.party for one in self._mentions if one.kind is Kind.STATE and one.party.country == country)
        return next(named, None)
