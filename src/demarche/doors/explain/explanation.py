"""A report's text cut where anything begins or ends, so that every piece knows which passages and names it belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from demarche.doors.explain.roles import Part, Role, parts
from demarche.model.claim import PRIMARY, Claim
from demarche.model.source import Block, Document
from demarche.model.vocabulary.attribution import Predicate

FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with its number in the report and its roles."""

    number: int
    claim: Claim
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Strand:
    """A passage as far as the claims of one predicate about one kind of event stand on it. Their numbers are `first` to `last`.

    `lane` is its place among those that run beside it, from 0; `crossed` whether another passage shares some of its words.
    """

    start: int
    end: int
    predicate: Predicate
    other_event: bool
    first: int
    last: int
    lane: int
    crossed: bool

    @property
    def numbers(self) -> str:
        """The numbers of its claims, as a range."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True, slots=True)
class Label:
    """Words that name somebody or something, with every role that claims give them."""

    start: int
    end: int
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two borders, with all strands over them and the labels over them, the innermost first."""

    start: int
    end: int
    strands: tuple[Strand, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the text in pieces, with the claims whose passages begin in it."""

    block: Block
    pieces: tuple[Piece, ...]
    entries: tuple[Entry, ...]

    @property
    def read(self) -> bool:
        """Whether claims may stand on it."""
        return self.block.role in {"headline", "content"}

    @property
    def lanes(self) -> int:
        """How many strands run beside one another at most."""
        return max((strand.lane + 1 for piece in self.pieces for strand in piece.strands), default=0)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A document with all that was read in it. The pieces of all rows, one after another, are its text."""

    document: Document
    entries: tuple[Entry, ...]
    rows: tuple[Row, ...]

    @property
    def totals(self) -> Mapping[Predicate, int]:
        """How many claims there are of each predicate that has any, in the order of the vocabulary."""
        counted = Counter(entry.claim.predicate for entry in self.entries)
        return {predicate: counted[predicate] for predicate in Predicate if counted[predicate]}

    @property
    def elsewhere(self) -> int:
        """How many claims are about another event than the one that the report is mainly about."""
        return sum(entry.claim.event != PRIMARY for entry in self.entries)


def explanation(document: Document, claims: Iterable[Claim]) -> Explanation:
    """Lay the claims of a document over its text, numbered in the order of reading."""
    ordered = sorted((claim for claim in claims if claim.passage.document == document.id), key=_place)
    entries = tuple(Entry(number, claim, parts(claim)) for number, claim in enumerate(ordered, 1))
    strands, labels = _strands(entries), _labels(entries)
    rows = tuple(_row(document, block, entries, strands, labels) for block in _tiles(document))
    return Explanation(document, entries, rows)


def _place(claim: Claim) -> tuple[int, int, int, bool, str, float, str]:
    passage = claim.passage
    predicate = list(Predicate).index(claim.predicate)
    return passage.start, -passage.end, predicate, claim.event != PRIMARY, claim.event, -claim.score, claim.id


def _strands(entries: Sequence[Entry]) -> tuple[Strand, ...]:
    def key(entry: Entry) -> tuple[int, int, Predicate, bool]:
        claim = entry.claim
        return claim.passage.start, claim.passage.end, claim.predicate, claim.event != PRIMARY

    passages = sorted({(entry.claim.passage.start, entry.claim.passage.end) for entry in entries})
    strands: list[Strand] = []
    taken: list[int] = []  # where the last strand of each lane ends
    for (start, end, predicate, other), found in groupby(entries, key):
        numbers = [entry.number for entry in found]
        lane = next((lane for lane, until in enumerate(taken) if until <= start), len(taken))
        taken[lane : lane + 1] = [end]
        crossed = any(start < until and begin < end for begin, until in passages if (begin, until) != (start, end))
        strands.append(Strand(start, end, predicate, other, numbers[0], numbers[-1], lane, crossed))
    return tuple(strands)


def _labels(entries: Iterable[Entry]) -> tuple[Label, ...]:
    roles: dict[tuple[int, int], set[Role]] = {}
    for entry in entries:
        for part in entry.parts:
            for span in part.spans:
                roles.setdefault(span, set()).add(part.role)
    return tuple(
        Label(start, end, tuple(role for role in Role if role in found)) for (start, end), found in sorted(roles.items())
    )


def _tiles(document: Document) -> Iterator[Block]:
    """The blocks, and between them whatever text belongs to none; that was not read either."""
    at = 0
    for block in document.blocks:
        if at < block.start:
            yield Block(at, block.start, FURNITURE)
        yield block
        at = block.end
    if at < len(document.text):
        yield Block(at, len(document.text), FURNITURE)


def _row(document: Document, block: Block, entries: Sequence[Entry], strands: Sequence[Strand], labels: Sequence[Label]) -> Row:
    over = [strand for strand in strands if strand.start < block.end and block.start < strand.end]
    named = [label for label in labels if label.start < block.end and block.start < label.end]
    words_end = block.start + len(document.text[block.start : block.end].rstrip())
    borders = {border for strand in over for border in (strand.start, strand.end)}
    borders |= {border for label in named for border in (label.start, label.end)}
    within = {border for border in borders if block.start < border < block.end}
    cuts = sorted(within | {block.start, words_end, block.end})
    beginning = tuple(entry for entry in entries if block.start <= entry.claim.passage.start < block.end)
    return Row(block, tuple(_piece(start, end, over, named) for start, end in pairwise(cuts)), beginning)


def _piece(start: int, end: int, strands: Iterable[Strand], labels: Iterable[Label]) -> Piece:
    here = sorted(
        (label for label in labels if label.start <= start < label.end),
        key=lambda label: (label.end - label.start, label.start),
    )
    return Piece(start, end, tuple(strand for strand in strands if strand.start <= start < strand.end), tuple(here))
