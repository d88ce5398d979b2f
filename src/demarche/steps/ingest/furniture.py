"""Page furniture told from content: every unit of a text gets a role and, when it is furniture, the reason.

1. What a unit says of itself: markup (front matter, code), cues (cues.py), labels that announce lists.
2. The article is what lies between the first and the last paragraph that no cue takes away.
3. Above it: the headline, byline and date; what is higher still are menus.
4. Inside: sentences are content, whatever their length; lines without a sentence are subheadings, lists under a label, or facts
   that a paragraph or a colon announces.
5. Below: sentences stay unless they speak to the reader; the rest is furniture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from demarche.model.source import Block
from demarche.steps.ingest.cues import CLOSING, cue, is_breadcrumb, is_label
from demarche.steps.ingest.heading import headline, is_bare_name, is_byline, is_date_line, key
from demarche.steps.ingest.lists import LABEL_OF_LIST, LIST, QUOTES, link_lists
from demarche.steps.ingest.page import Kind, Metadata
from demarche.steps.ingest.units import Unit

CONTENT, HEADLINE, BYLINE, FURNITURE = "content", "headline", "byline", "furniture"
Verdict = tuple[str, str | None]

_LABELLED: Verdict = (FURNITURE, LABEL_OF_LIST)
_BY_KIND = {Kind.FRONT_MATTER: "front matter", Kind.RULE: "rule", Kind.CODE: "code"}
_QUOTES = ('"', "“", "„", "«", "‘")
_CAPTIONED = re.compile(r"(?:photo(?:graph)?|image|picture|caption)\s*:", re.IGNORECASE)
_CREDIT = re.compile(r"\s*\([^()]*\)[.\s]*$|^(?:photo(?:graph)?|image|picture|caption)\s*:\s*", re.IGNORECASE)
_READER = re.compile(r"\b(?:you|your|our|we|us)\b", re.IGNORECASE)
_COMMENTS = re.compile(r"^(?:\d+ )?comments?\b|^(?:leave|post|add|join)\b", re.IGNORECASE)
_FACT = re.compile(r"CVE-\d{4}-\d+|\d")
_NOTE_WORDS = 60
_MOST_OF_IT = 0.6
_REPEATED_WORDS = 5
_PULL_QUOTE_WORDS, _PULL_QUOTE_UNITS = 30, 400
_NEIGHBOURS = 3
"""Sentences said again farther away are the author's own repetition."""
_TIMELINE_UNITS = 30
_HEAD_UNITS = 4
"""Units after a standfirst among which a bare date is the report's and not the start of a timeline."""


def classify(units: Sequence[Unit], metadata: Metadata) -> list[Block]:
    """One block per unit, in order."""
    verdicts = _Judge(units, metadata).verdicts()
    return [Block(unit.start, unit.end, role, reason) for unit, (role, reason) in zip(units, verdicts, strict=True)]


@dataclass(frozen=True, slots=True)
class _Span:
    """The first and the last paragraph of the article."""

    first: int
    last: int


def _without_credit(text: str) -> str:
    """A line without whom its picture is owed to, and without the word that announces a caption."""
    return _CREDIT.sub("", text) if "(" in text or _CAPTIONED.match(text) else text


class _Judge:
    """The verdicts on the units of one text as they are reached; a verdict once given stays."""

    def __init__(self, units: Sequence[Unit], metadata: Metadata) -> None:
        self.units = units
        self.metadata = metadata
        self.given: list[Verdict | None] = [None] * len(units)
        self.in_list = [False] * len(units)

    def verdicts(self) -> list[Verdict]:
        self.by_themselves()
        span = self.article()
        if span is None:
            return self.without_paragraphs()
        self.comments(span)
        self.lists_under_labels(span)
        span = self.article() or span
        top = self.above(span)
        self.repeats(top)
        self.pull_quotes()
        span = self.with_last_sentences(span)
        self.inside(span)
        self.below(span)
        return [verdict or (CONTENT, None) for verdict in self.given]

    def mark(self, index: int, reason: str) -> None:
        if self.given[index] is None:
            self.given[index] = (FURNITURE, reason)

    def by_themselves(self) -> None:
        for index, unit in enumerate(self.units):
            reason = _BY_KIND.get(unit.kind) if unit.kind else None
            if unit.kind is Kind.CODE and unit.strong:
                reason = None
            if reason or (reason := cue(unit)):
                self.mark(index, reason)

    def article(self) -> _Span | None:
        """From the first to the last paragraph; paragraphs at the end that speak to the reader do not count."""
        open_units = [index for index, unit in enumerate(self.units) if unit.strong and self.given[index] is None]
        if not open_units:
            open_units = [index for index, unit in enumerate(self.units) if unit.sentence and self.given[index] is None]
        while len(open_units) > 1 and (reason := cue(self.units[open_units[-1]], edge=True)):
            self.mark(open_units.pop(), reason)
        return _Span(open_units[0], open_units[-1]) if open_units else None

    def with_last_sentences(self, span: _Span) -> _Span:
        """The article up to its last sentence, which may be too short to be called a paragraph."""
        last = span.last
        for index in range(span.last + 1, len(self.units)):
            unit = self.units[index]
            if not unit.sentence and CLOSING.match(unit.text):
                break
            if unit.sentence and self.given[index] is None and not cue(unit, edge=True):
                last = index
        return _Span(span.first, last)

    def without_paragraphs(self) -> list[Verdict]:
        """A text without a single sentence: a note of a few words is content, a page of lines is not."""
        short = sum(unit.words for unit in self.units) <= _NOTE_WORDS and len(self.units) <= 5
        rest: Verdict = (CONTENT, None) if short else (FURNITURE, "no running text")
        return [verdict or rest for verdict in self.given]

    def paragraphs_before(self, index: int) -> float:
        """The share of the open paragraphs that stand before a unit."""
        places = [place for place, unit in enumerate(self.units) if unit.strong and self.given[place] is None]
        return sum(place < index for place in places) / len(places) if places else 0.0

    def comments(self, span: _Span) -> None:
        """What readers wrote below an article runs to the end of the page."""
        for index in range(span.first + 1, len(self.units)):
            unit = self.units[index]
            if is_label(unit) and _COMMENTS.match(unit.text) and self.paragraphs_before(index) >= _MOST_OF_IT:
                for later in range(index, len(self.units)):
                    self.mark(later, "readers' comments")
                return

    def lists_under_labels(self, span: _Span) -> None:
        for index, reason in link_lists(self.units, [verdict is None for verdict in self.given], span.first).items():
            self.mark(index, reason)

    def above(self, span: _Span) -> int | None:
        """The headline, byline and date; what is above them is menus, what is below them the standfirst."""
        top = headline(self.units, span.first, self.metadata.title)
        if top is not None:
            self.given[top] = (HEADLINE, None)
        near = range(max(0, (top or 0) - 3), span.first)
        for index in range(span.first):
            if index in near and self.given[index] is None and self.names_author_or_day(index):
                self.given[index] = (BYLINE, None)
        listed = False
        for index in range(span.first):
            unit, known = self.units[index], self.given[index]
            listed = known == _LABELLED or (listed and known is None and not unit.sentence)
            if known is None:
                self.given[index] = (FURNITURE, LIST) if listed and index > (top or 0) else self.above_article(index, top)
        return top

    def names_author_or_day(self, index: int) -> bool:
        unit = self.units[index]
        if is_date_line(unit) or is_byline(unit, self.metadata.author):
            return True
        beside = [self.units[other] for other in (index - 1, index + 1) if 0 <= other < len(self.units)]
        return is_bare_name(unit) and any(is_date_line(other) or is_byline(other) for other in beside)

    def above_article(self, index: int, top: int | None) -> Verdict:
        unit = self.units[index]
        if reason := cue(unit, edge=True):
            return FURNITURE, reason
        if unit.sentence and (top is None or index > top or unit.words >= 8):
            return CONTENT, None
        if (top is None or index > top) and (self.announced(index) or (unit.colon and self.units[index + 1].bullet)):
            return CONTENT, None
        if top is None or index < top:
            return FURNITURE, "breadcrumb" if is_breadcrumb(unit) else "menu"
        if unit.words >= (5 if unit.verb else 12) or unit.text.startswith(QUOTES) or unit.kind is Kind.TABLE:
            return CONTENT, None
        return FURNITURE, "subheading" if unit.kind is Kind.HEADING else "line above the article"

    def repeats(self, top: int | None) -> None:
        """A line said twice: the headline again, a caption beside its credit, a pull quote."""
        seen: dict[str, int] = {}
        if top is not None:
            seen[key(self.units[top].text)] = top
        for index, unit in enumerate(self.units):
            if unit.words < _REPEATED_WORDS or index == top:
                continue
            before = seen.setdefault(key(_without_credit(unit.text)), index)
            if before == index or (unit.sentence and before != top and index - before > _NEIGHBOURS):
                continue
            self.given[index] = (FURNITURE, "repeated line")
            if before != top and index - before <= _NEIGHBOURS and _CREDIT.search(unit.text):
                self.given[before] = (FURNITURE, "photo caption or credit")

    def pull_quotes(self) -> None:
        """Words of the article set apart as a quotation, without a speaker."""
        if len(self.units) > _PULL_QUOTE_UNITS:
            return
        quoted = [
            index
            for index, unit in enumerate(self.units)
            if self.given[index] is None and unit.text.startswith(QUOTES) and unit.words <= _PULL_QUOTE_WORDS
        ]
        whole = [key(unit.text) for unit in self.units] if quoted else []
        for index in quoted:
            if any(whole[index] in other for other in whole[:index] + whole[index + 1 :]):
                self.mark(index, "pull quote")

    def inside(self, span: _Span) -> None:
        for index in range(span.first, span.last + 1):
            if self.given[index] is None and index <= span.first + _HEAD_UNITS and self.below_standfirst(index, span.first):
                self.given[index] = (BYLINE, None)
            if self.given[index] is None:
                self.given[index] = self.inside_article(index)

    def below_standfirst(self, index: int, first: int) -> bool:
        """Whether a line among the first of the article names its author or its day, and is no entry of a timeline: there,
        sentences stand between the days.
        """
        if not self.names_author_or_day(index):
            return False
        for other in range(first, min(len(self.units), index + _TIMELINE_UNITS)):
            between = self.units[min(index, other) + 1 : max(index, other)]
            if is_date_line(self.units[other]) and any(unit.sentence for unit in between):
                return False
        return True

    def inside_article(self, index: int) -> Verdict:
        unit = self.units[index]
        if is_byline(unit, self.metadata.author):
            return BYLINE, None
        listed = self.announced(index)
        if unit.sentence or unit.colon or unit.text.startswith(QUOTES) or is_date_line(unit):
            return CONTENT, None
        if unit.kind in {Kind.HEADING, Kind.TITLE}:
            return FURNITURE, "subheading"
        if unit.kind is Kind.TABLE or listed:
            return CONTENT, None
        if unit.bullet:
            return (CONTENT, None) if unit.words >= 4 or _FACT.search(unit.text) else (FURNITURE, "list of short items")
        if unit.words >= 14 or (unit.words >= 8 and (unit.verb or unit.text[:1].islower())):
            return CONTENT, None
        after = self.units[index + 1]
        return FURNITURE, "subheading" if after.sentence or after.colon or after.bullet else "list of titles"

    def announced(self, index: int) -> bool:
        """Whether a line that ends with a colon, in the content, opens the list that this line belongs to."""
        if index == 0 or self.given[index - 1] != (CONTENT, None):
            return False
        unit, before = self.units[index], self.units[index - 1]
        if before.colon:
            self.in_list[index] = True
        elif unit.bullet == before.bullet and (unit.bullet or (before.group == unit.group and not before.sentence)):
            self.in_list[index] = self.in_list[index - 1]
        return self.in_list[index]

    def below(self, span: _Span) -> None:
        closed = False
        for index in range(span.last + 1, len(self.units)):
            unit = self.units[index]
            closed = closed or (not unit.sentence and bool(CLOSING.match(unit.text)))
            if self.given[index] is None:
                self.given[index] = self.below_article(index, closed)

    def below_article(self, index: int, closed: bool) -> Verdict:
        unit = self.units[index]
        if reason := cue(unit, edge=True):
            return FURNITURE, reason
        if unit.sentence and not (closed and _READER.search(unit.text)):
            return CONTENT, None
        if not closed and unit.text.startswith(QUOTES):
            return CONTENT, None
        continues = not closed and (self.announced(index) or unit.kind is Kind.TABLE or (unit.bullet and unit.words >= 4))
        if continues and self.given[index - 1] == (CONTENT, None):
            return CONTENT, None
        return FURNITURE, "after the article"
