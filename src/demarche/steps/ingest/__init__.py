"""Ingest: from the bytes of one report to a document whose every block is known to be content or page furniture.

1. decode: bytes to characters, line ends normalised; what is no text is refused. PDF, office files and mail have readers.
2. read: HTML to its main text, Markdown and plain text as they are. `Document.text` is this text, and all offsets refer to it.
3. split: into units (paragraphs, lines, list items).
4. classify: each unit is headline, byline, content, or furniture with the reason.
5. publication: the day of the report, and how it is known.
6. language and stamps: what it is written in, and whether it is marked more strictly than was told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from demarche.errors import RejectedInput
from demarche.model.source import READ_LANGUAGE, Block, Capture, Document, Origin, Outcome
from demarche.steps.ingest.forms import read_page
from demarche.steps.ingest.furniture import CONTENT, FURNITURE, classify
from demarche.steps.ingest.language import language
from demarche.steps.ingest.language import name as language_name
from demarche.steps.ingest.page import SET_APART, Kind, Page
from demarche.steps.ingest.publication import publication
from demarche.steps.ingest.sketch import sketch
from demarche.steps.ingest.stamps import stamped, strictest
from demarche.steps.ingest.units import Unit, bare, split

__all__ = ["ingest", "sketch"]


def ingest(capture: Capture) -> Document:
    """The document that a capture holds, its blocks tiling its text. Raises RejectedInput when it holds nothing readable."""
    media_type, page = read_page(capture)
    if not page.text.strip():
        raise RejectedInput("it is a page without visible text: there is nothing to read")
    units = split(page)
    prose = [unit for unit in units if unit.kind not in SET_APART]
    told = classify(prose, page.metadata)
    published, published_from = publication(capture, page.metadata, prose, told)
    blocks = _placed([*told, *_apart(units)], page)
    written_in = language(_content(page, blocks), capture.language)
    notes = (*page.notes, *_emptiness(blocks), *_foreign(written_in))
    origin = Origin(
        name=capture.name,
        sha256=hashlib.sha256(capture.data).hexdigest(),
        media_type=media_type,
        url=capture.url or page.metadata.url,
        publisher=capture.publisher or page.metadata.publisher,
        title=capture.title or _title(page, blocks),
        published=published,
        published_from=published_from,
        author=capture.author or page.metadata.author,
        language=written_in,
        container=capture.container,
    )
    outcome = Outcome.PARTIAL if notes else Outcome.OK
    marking = strictest((capture.marking, page.metadata.marking, stamped(units))) or capture.marking
    raised = (f"marked TLP:{marking.upper()}, as it says itself",) if marking is not capture.marking else ()
    return Document(page.text, origin, marking, _merged(blocks), outcome, "; ".join((*notes, *raised)) or None)


def _content(page: Page, blocks: Sequence[Block]) -> str:
    """The running text, all that is shown where there is none."""
    of = [block for block in blocks if block.role == CONTENT] or [block for block in blocks if block.reason != Kind.HIDDEN]
    return "\n".join(page.text[block.start : block.end] for block in of)


def _foreign(code: str | None) -> tuple[str, ...]:
    if code is None or code == READ_LANGUAGE:
        return ()
    return (f"written in {language_name(code)} ({code}): the reader knows English only",)


def _apart(units: Sequence[Unit]) -> list[Block]:
    """What the form of the input sets apart: it takes no part in telling the article from the rest."""
    return [Block(unit.start, unit.end, FURNITURE, unit.kind.value) for unit in units if unit.kind in SET_APART]


def _placed(blocks: Iterable[Block], page: Page) -> list[Block]:
    """The blocks in the order of the text, with their places in the original."""
    return [replace(block, place=page.places.get(block.start)) for block in sorted(blocks, key=lambda block: block.start)]


def _emptiness(blocks: Sequence[Block]) -> tuple[str, ...]:
    if any(block.role == "content" for block in blocks):
        return ()
    return (f"no running text was found among its {len(blocks)} lines",)


def _title(page: Page, blocks: Sequence[Block]) -> str | None:
    for block in blocks:
        if block.role == "headline":
            return " ".join(bare(page.text[block.start : block.end].strip()).split())
    return page.metadata.title


def _merged(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Neighbouring furniture of one reason as one block."""
    merged: list[Block] = []
    for block in blocks:
        before = merged[-1] if merged else None
        if before and block.role == before.role == "furniture" and (block.reason, block.place) == (before.reason, before.place):
            merged[-1] = replace(before, end=block.end)
        else:
            merged.append(block)
    return tuple(merged)
