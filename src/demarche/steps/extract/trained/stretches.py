"""What the network is shown of a report: stretches of some sentences, each marked, with the words around them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from demarche.steps.extract.reading import Span

MOST, LONGEST = 288, 128
"""Tokens of the sentences of a stretch together, and of one sentence; what is longer is cut."""
TITLE, BEFORE, AFTER = 32, 72, 32
"""Tokens shown of the report's first sentence, and of what stands before and after the stretch."""
BACK, AHEAD = 3, 1
"""How many sentences before and after one hold names that it may speak of; the report's first always does."""
_MARK, _APART = "[CLS]", "[SEP]"
_NO_SENTENCE = -1


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence as tokens, and where in the document each stands."""

    number: int
    ids: tuple[int, ...]
    places: tuple[Span, ...]

    def cut(self, kept: slice) -> Piece:
        """Some of its tokens."""
        return Piece(self.number, self.ids[kept], self.places[kept])


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens in a row: for each its number, its place in the document (None for marks), the sentence that it belongs to, and
    whether it is read or only stands around. `marks` says where the mark of each sentence that is read stands."""

    ids: tuple[int, ...]
    places: tuple[Span | None, ...]
    sentences: tuple[int, ...]
    read: tuple[bool, ...]
    marks: dict[int, int]

    def reach(self, number: int) -> list[int]:
        """The tokens that may be somebody of whom a sentence speaks: its mark first, then all words in reach."""
        near = {0, *range(number - BACK, number + AHEAD + 1)}
        words = [token for token, place in enumerate(self.places) if place is not None and self.sentences[token] in near]
        return [self.marks[number], *words]


class Stretches:
    """Cuts reports into stretches with the tokenizer of the network."""

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer
        self._mark, self._apart = tokenizer.token_to_id(_MARK), tokenizer.token_to_id(_APART)

    def pieces(self, text: str, spans: Sequence[Span]) -> tuple[Piece, ...]:
        """The sentences of a text, by their offsets in it, as tokens."""
        plain = [text[start:end].replace("\n", " ") for start, end in spans]
        found = self._tokenizer.encode_batch(plain, add_special_tokens=False)
        return tuple(
            Piece(
                number, tuple(one.ids[:LONGEST]), tuple((start + first, start + last) for first, last in one.offsets[:LONGEST])
            )
            for number, (one, (start, _)) in enumerate(zip(found, spans, strict=True))
        )

    def of(self, pieces: Sequence[Piece], wanted: Collection[int]) -> Iterator[Stretch]:
        """Every stretch of a report that holds a sentence worth reading: each sentence of the report is read at most once, and
        what is not wanted is left out only where it stands between two stretches."""
        for group in _groups(pieces, wanted):
            yield self._stretch(pieces, group)

    def _stretch(self, pieces: Sequence[Piece], group: range) -> Stretch:
        ids: list[int] = []
        places: list[Span | None] = []
        sentences: list[int] = []
        read: list[bool] = []
        marks: dict[int, int] = {}

        def put(piece: Piece, mark: int | None, own: bool) -> None:
            if mark is not None:
                ids.append(mark)
                places.append(None)
            ids.extend(piece.ids)
            places.extend(piece.places)
            added = len(ids) - len(sentences)
            sentences.extend([piece.number] * added)
            read.extend([own] * added)

        put(Piece(_NO_SENTENCE, (), ()), self._mark, False)
        for piece in _before(pieces, group.start):
            put(piece, None, False)
            put(Piece(_NO_SENTENCE, (), ()), self._apart, False)
        for number in group:
            marks[number] = len(ids)
            put(pieces[number], self._mark, True)
        put(Piece(_NO_SENTENCE, (), ()), self._apart, False)
        if group.stop < len(pieces):
            put(pieces[group.stop].cut(slice(AFTER)), None, False)
            put(Piece(_NO_SENTENCE, (), ()), self._apart, False)
        return Stretch(tuple(ids), tuple(places), tuple(sentences), tuple(read), marks)


def _groups(pieces: Sequence[Piece], wanted: Collection[int]) -> Iterator[range]:
    """Runs of sentences that are read together: from one that is wanted to another, as many as fit."""
    first = last = None
    size = 0
    for number in sorted(wanted):
        begin = number if last is None else last + 1
        more = sum(len(piece.ids) + 1 for piece in pieces[begin : number + 1])
        if first is not None and last is not None and size + more <= MOST and number - last <= BACK:
            size += more
        else:
            if first is not None and last is not None:
                yield range(first, last + 1)
            first, size = number, len(pieces[number].ids) + 1
        last = number
    if first is not None and last is not None:
        yield range(first, last + 1)


def _before(pieces: Sequence[Piece], start: int) -> Iterator[Piece]:
    """The report's first sentence, then those right before a stretch, the last of them whole as far as they fit."""
    left = BEFORE
    near: list[Piece] = []
    for piece in reversed(pieces[max(1, start - BACK) : start]):
        kept = piece.cut(slice(-left, None)) if left else None
        if kept is not None and kept.ids:
            near.append(kept)
            left -= len(kept.ids)
    if start:
        yield pieces[0].cut(slice(TITLE))
    yield from reversed(near)
