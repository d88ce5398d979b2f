"""Reports built by hand for the tests of the fact rules: the first paragraph is the headline, all the rest is content."""

from __future__ import annotations

import hashlib
import re

from demarche.model.atoms import PartialDate
from demarche.model.claim import PRIMARY
from demarche.model.source import Block, Document, Origin
from demarche.steps.extract.mentions.lookup import first_tape
from demarche.steps.extract.mentions.people import People
from demarche.steps.extract.phrases import Phrases
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import sentences


def document(text: str, published: str | None = None) -> Document:
    """A document whose paragraphs are all content."""
    found = [match.span() for match in re.finditer(r"(?s)\S.*?(?:\n\n+|\Z)", text)]
    blocks = tuple(Block(start, end, "content" if number else "headline") for number, (start, end) in enumerate(found))
    day = PartialDate.parse(published) if published else None
    return Document(
        text, Origin("sample", hashlib.sha256(text.encode()).hexdigest(), "text/plain", published=day), blocks=blocks
    )


def reading(
    body: str, published: str | None = None, headline: str = "A report from abroad", other: tuple[int, ...] = ()
) -> Reading:
    """The body under a plain headline; the sentences whose numbers are in `other` belong to another event."""
    made = document(f"{headline}\n\n{body}", published)
    tape = People(made.text).run(Phrases(made.text).run(first_tape(made)))
    found = tuple(sentences(made, tape))
    events = tuple("other-1" if sentence.number in other else PRIMARY for sentence in found)
    return Reading(made, tape, found, events)
