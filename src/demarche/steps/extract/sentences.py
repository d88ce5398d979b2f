"""Sentences of the tape, and which of their places lie inside quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from demarche.model.source import Document
from demarche.steps.extract.tape import ANY_MENTION, Named, Tape

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gen|Col|Lt|Maj|Adm|Gov|Sgt|Capt|St|Jr|Sr|Inc|Corp|Ltd|Co|No|Nos|vs|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|"
    "Dec|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun|e\\.g|i\\.e|a\\.m|p\\.m|approx|Art|Fig|U\\.N|U\\.S|U\\.K|E\\.U|D\\.C"
)
_BREAK = re.compile(
    rf"(?<![.\s][A-Z])(?<!\b[A-Z])([.!?]['\"”’)]*|[:;]?['\"”’])(?P<gap>\s+)(?=[\"“‘'(\[]?(?:[A-Z0-9À-Ž]|{ANY_MENTION}))|\n\s*"
)
_ABBREVIATED = re.compile(rf"(?:^|[\s(\"“]){'(?:' + _ABBREVIATIONS + ')'}\.$")
_CLOSED_QUOTE_ONLY = re.compile(r"[:;]?['\"”’]")
_MARKS = re.compile(r"[\"“”]|(?<![\w])‘|’(?!\w)")


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
    cuts = []
    for match in _BREAK.finditer(text):
        if match.group().startswith("\n") or match.group("gap") is None:
            cuts.append(match.end())
            continue
        mark = match.group(1)
        if _CLOSED_QUOTE_ONLY.fullmatch(mark) and "\n" not in match.group("gap"):
            continue
        if mark.startswith(".") and _ABBREVIATED.search(text[max(0, match.start() - 8) : match.start() + 1]):
            continue
        cuts.append(match.end())
    return cuts


def _leaves_open(text: str, opened: bool) -> bool:
    """Whether a double quotation is open after the text."""
    for match in _MARKS.finditer(text):
        mark = match.group()
        if mark == '"':
            opened = not opened
        elif mark in "“”":
            opened = mark == "“"
    return opened


def sentences(document: Document, tape: Tape) -> list[Sentence]:
    """The sentences of the content in reading order; a block never shares a sentence with the next."""
    headlines = [(block.start, block.end) for block in document.content() if block.role == "headline"]
    found: list[Sentence] = []
    start, block, opened = 0, 0, False
    for cut in [*_cuts(tape.text), len(tape.text)]:
        text = tape.text[start:cut].rstrip()
        if text:
            first, _ = tape.offsets(start, start + 1)
            headline = any(a <= first < b for a, b in headlines)
            found.append(Sentence(len(found), start, start + len(text), text, block, headline, opened))
            opened = _leaves_open(text, opened)
        if "\n\n" in tape.text[start:cut]:
            block, opened = block + 1, False
        start = cut
    return found


def named_in(tape: Tape, text: str) -> list[Named]:
    """The mentions of a stretch of tape, in order."""
    return [tape.mentions[char] for char in text if char in tape.mentions]
