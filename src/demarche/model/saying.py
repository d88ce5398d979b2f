"""What somebody outside the program says that a document says: to be checked against the document before it is a claim."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.model.atoms import PartialDate
from demarche.model.claim import PartyName, Value
from demarche.model.vocabulary.attribution import Stance


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing that is said to stand in a document, in the words of `quote`.

    `asserter` is None for the report's own voice. `words` are those of probability or confidence. `event` is 0 for what the
    report is mainly about, and tells other events apart by 1 and up.
    """

    quote: str
    value: Value
    asserter: PartyName | None
    stance: Stance
    relayed_by: PartyName | None = None
    words: str | None = None
    said_on: PartialDate | None = None
    event: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """All that was said in answer to one question; `undated` counts what was left out for a date that no calendar has."""

    sayings: tuple[Saying, ...]
    undated: int = 0
