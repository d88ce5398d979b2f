"""What the network is shown of a report: each sentence with the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from demarche.steps.extract.reading import Reading, Span
from demarche.steps.extract.sentences import Sentence

_LEFT, _RIGHT = 420, 160
"""Characters before and after a sentence that are looked at, cut where a sentence begins or ends."""
_BEGINS = re.compile(r"(?<=[.!?”\"])\s+|\n")
_ENDS = re.compile(r"[.!?][”\"]?(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Window:
    """Offsets `start` to `end` of a document's text, and of its sentence in it, all counted in the document."""

    sentence: Sentence
    start: int
    end: int
    own: Span
    whole: str
    """The document's text."""

    @property
    def text(self) -> str:
        """The words of the window."""
        return self.whole[self.start : self.end]

    @property
    def said(self) -> str:
        """The words of the sentence itself."""
        return self.whole[slice(*self.own)]

    @property
    def parts(self) -> tuple[Span, Span, Span]:
        """What stands before the sentence, the sentence, and what stands after it, counted in the window."""
        first, last = self.own[0] - self.start, self.own[1] - self.start
        return (0, first), (first, last), (last, self.end - self.start)


def window(reading: Reading, sentence: Sentence) -> Window:
    """The words around a sentence: as a rule the two sentences before it and the one after."""
    text = reading.document.text
    own = reading.spans[sentence.number]
    first = max(0, own[0] - _LEFT)
    if first:
        cut = _BEGINS.search(text, first, own[0])
        first = cut.end() if cut else first
    behind = text[own[1] : own[1] + _RIGHT]
    stop = _ENDS.search(behind)
    last = own[1] + (stop.end() if stop else len(behind))
    return Window(sentence, first, last, own, text)
