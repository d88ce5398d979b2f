"""Sentences of the tape, and which of their places lie inside quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from demarche.model.source import Document
from demarche.steps.extract.mentions.tape import ANY_MENTION, Named, Tape

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gen|Col|Lt|Maj|Adm|Gov|Sgt|Capt|St|Jr|Sr|Inc|Corp|Ltd|Co|No|Nos|vs|etc|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|"
    "Dec|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun|e\\.g|i\\.e|a\\.m|p\\.m|approx|Art|Fig|U\\.N|U\\.S|U\\.K|E\\.U|D\\.C"
)
# "said. The", "said.” The", "said” The", or a line's end; begins with a set of characters, which is how a search is fast.
_BREAK = re.compile(
    r"[.!?'\"”’:;\n](?:(?<=\n)\s*|(?<![.\s][A-Z].)(?<!\b[A-Z].)(?:(?<=[.!?])['\"”’)]*|(?<=[:;])['\"”’]|(?<=['\"”’]))"
    rf"(?P<gap>\s+)(?=[\"“‘'(\[]?(?:[A-Z0-9À-Ž]|{ANY_MENTION})))"
)
_ABBREVIATED = re.compile(rf"(?:^|[\s(\"“]){'(?:' + _ABBREVIATIONS + ')'}\.$")
_QUOTES = "'\"”’"
_MARKS = re.compile(r"[\"“”]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Places `start` to `end` of the tape. `block` numbers its block of content; `headline` tells whether it is the title."""

    number: int
    start: int
    end: int
    text: str
    block: int
    headline: bool
    opens_quoted: bool
    """Whether a quotation that began before it is still open at its first place."""


def _cuts(text: str) -> list[int]:
    """Where sentences end: the places after the white space behind them."""
    cuts = []
    for match in _BREAK.finditer(text):
        start, gap = match.start(), match.start("gap")
        if gap != -1:
            quote_alone = text[gap - 1] in _QUOTES and (gap - start == 1 or text[start] in ":;")
            if quote_alone and "\n" not in match.group("gap"):
                continue
            if text[start] == "." and _ABBREVIATED.search(text, max(0, start - 8), start + 1):
                continue
        cuts.append(match.end())
    return cuts


def _leaves_open(text: str, opened: bool) -> bool:
    """Whether a double quotation is open after the text."""
    for mark in _MARKS.findall(text):
        opened = not opened if mark == '"' else mark == "“"
    return opened


def sentences(document: Document, tape: Tape) -> list[Sentence]:
    """The sentences of the content in reading order; a block never shares a sentence with the next."""
    headlines = [(block.start, block.end) for block in document.content() if block.role == "headline"]
    found: list[Sentence] = []
    start, block, opened = 0, 0, False
    for cut in [*_cuts(tape.text), len(tape.text)]:
        whole = tape.text[start:cut]
        text = whole.rstrip()
        if text:
            first = tape.starts[start]
            headline = any(a <= first < b for a, b in headlines)
            found.append(Sentence(len(found), start, start + len(text), text, block, headline, opened))
            opened = _leaves_open(text, opened)
        if "\n\n" in whole:
            block, opened = block + 1, False
        start = cut
    return found


def named_in(tape: Tape, text: str) -> list[Named]:
    """The mentions of a stretch of tape, in order."""
    return [tape.mentions[char] for char in text if char in tape.mentions]
