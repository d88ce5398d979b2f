"""What a family of noun phrases is, and how its phrases are found on a tape."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.mentions.heads import Lead, beginnings
from demarche.steps.extract.mentions.tape import Kind, Named, Rewriting, Span, Tape, char_class

S, D, G, A = char_class(Kind.STATE), char_class(Kind.ADJECTIVE), char_class(Kind.OFFICIAL), char_class(Kind.ACTOR)
C = char_class(Kind.COMPANY)
STATE = char_class(Kind.STATE, Kind.ADJECTIVE)
ARTICLES = "The the A a An an"

_OF_KIND = {kind: re.compile(char_class(kind)) for kind in Kind}
_ARTICLE = re.compile(r"(?:[Tt]he|[Aa]n?) ")


class View:
    """A tape while one family is looked for on it, beside the document's own text."""

    def __init__(self, text: str, tape: Tape) -> None:
        self.text = text
        self.tape = tape
        self._of_kind: dict[Kind, list[tuple[int, Named]]] = {}

    def words(self, start: int, end: int) -> str:
        """The document's own words at these places, without an article before them."""
        first, last = self.tape.offsets(start, end)
        words = " ".join(self.text[first:last].split())
        article = _ARTICLE.match(words)
        return words[article.end() :] if article else words

    def country(self, text: str) -> str | None:
        """The first country that a mention in this stretch of tape has."""
        mentions = self.tape.mentions
        return next((code for char in text if char in mentions and (code := mentions[char].party.country)), None)

    def named(self, match: re.Match[str], kind: Kind, party: PartyKind, role: str) -> Rewriting:
        """The whole match as a mention, named by its own words, of the country it mentions."""
        words = self.words(*match.span())
        return Rewriting(Named(kind, PartyName(words, party, self.country(match.group())), 0, 0, role))

    def nameless(self, match: re.Match[str], kind: Kind, party: PartyKind, role: str) -> Rewriting:
        """The whole match as a mention, named by its own words, of no known country."""
        return Rewriting(Named(kind, PartyName(self.words(*match.span()), party), 0, 0, role))

    def of_kind(self, kind: Kind) -> Sequence[tuple[int, Named]]:
        """The mentions of a class and their places, in reading order."""
        if kind not in self._of_kind:
            found = _OF_KIND[kind].finditer(self.tape.text)
            self._of_kind[kind] = [(match.start(), self.tape.mentions[match.group()]) for match in found]
        return self._of_kind[kind]

    def last_before(self, place: int, kind: Kind, fits: Callable[[Named], bool]) -> Named | None:
        """The last mention of a class before a place that fits."""
        before = bisect_right(self.of_kind(kind), place, key=lambda one: one[0])
        return next((named for _, named in reversed(self.of_kind(kind)[:before]) if fits(named)), None)


Maker = Callable[[View, re.Match[str]], Rewriting | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A family of phrases. Each holds one of `heads`, or a mention of one of `kinds`, or what `finder` finds, with words of
    `before` before it; `core`, where given, matches from the head on. `make` says what a phrase becomes."""

    pattern: re.Pattern[str]
    make: Maker
    before: Lead
    heads: frozenset[str] = frozenset()
    kinds: tuple[Kind, ...] = ()
    finder: re.Pattern[str] | None = None
    core: re.Pattern[str] | None = None

    def rewrite(self, view: View, offsets: Sequence[int]) -> Tape:
        """The tape with every phrase of the family as a mention; `offsets` are those of the heads, in reading order."""
        spans: list[Span] = []
        for match in self._matches(view.tape, offsets):
            made = self.make(view, match)
            if made is not None:
                start, end = made.span or match.span()
                spans.append((start, end, made.named))
        return view.tape.replace(spans)

    def _heads(self, tape: Tape, offsets: Sequence[int]) -> Iterator[int]:
        if self.finder:
            yield from (match.start() for match in self.finder.finditer(tape.text))
        starts = tape.starts
        for offset in offsets:
            place = bisect_right(starts, offset) - 1
            if starts[place] == offset:
                yield place

    def _matches(self, tape: Tape, offsets: Sequence[int]) -> Iterator[re.Match[str]]:
        text, core, before = tape.text, self.core, self.before
        read = self.pattern.match
        floor = 0
        for place in self._heads(tape, offsets):
            if place < floor or (core and not core.match(text, place)):
                continue
            for start in beginnings(text, place, floor, before):
                match = read(text, start)
                if match:
                    floor = match.end()
                    yield match
                    break


def heads(*groups: str) -> frozenset[str]:
    """The words of the groups."""
    return frozenset(word for group in groups for word in group.split())


def either_case(words: str) -> str:
    """The words, and the words with a capital first letter."""
    return f"{words} {' '.join(word[:1].upper() + word[1:] for word in words.split())}"
