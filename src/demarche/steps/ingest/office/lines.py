"""The lines of an office file as they are gathered: what is seen, and beside it what is hidden in the same paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from demarche.errors import RejectedInput
from demarche.steps.ingest.decode import normalise
from demarche.steps.ingest.page import Kind, Line, Metadata, Page, assemble

_SPACES = re.compile(r"\s+")
_NOT_HIDDEN = frozenset((Kind.HIDDEN,))


class Span(NamedTuple):
    """Some words of a paragraph, and whether nobody sees them."""

    text: str
    hidden: bool = False


def lines(spans: Iterable[Span], kind: Kind | None, place: str) -> list[Line]:
    """One line of what is seen and one of what is hidden, each where there are words."""
    gathered = list(spans)
    found = []
    for hidden in (False, True):
        text = _SPACES.sub(" ", normalise("".join(span.text for span in gathered if span.hidden is hidden))[0]).strip()
        if text:
            found.append(Line(text, Kind.HIDDEN if hidden else kind, place))
    return found


def row(cells: Sequence[Sequence[Span]], place: str) -> list[Line]:
    """A row of a table, bars between the cells that have words."""
    spans: list[Span] = []
    for cell in cells:
        if any(span.text.strip() for span in cell if not span.hidden):
            spans.extend((Span(" | "), *cell) if spans else cell)
        else:
            spans.extend(cell)
    return lines(spans, Kind.TABLE, place)


def page(found: Sequence[Line], known: Metadata, kind: str) -> Page:
    """The page of an office file. Raises RejectedInput when nothing of it is seen."""
    if not any(line.kind is not Kind.HIDDEN for line in found):
        said = f"of which all text is hidden ({len(found):,} paragraphs)" if found else "without text"
        raise RejectedInput(f"it is {kind} {said}: there is nothing to read")
    hidden = any(line.kind is Kind.HIDDEN for line in found)
    return assemble(found, known, ("hidden text was kept out",) if hidden else ())
