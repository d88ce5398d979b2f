"""What goes into a store and comes out of it, beside the model's own nouns."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.model.atoms import PartialDate
from demarche.model.claim import Claim
from demarche.model.source import Document, Outcome
from demarche.model.vocabulary.attribution import Predicate, Standing
from demarche.model.vocabulary.incidents import IncidentType
from demarche.model.vocabulary.responses import Act


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was read: the document, the bytes it came as, its content's sketch, and the claims found in it."""

    document: Document
    data: bytes
    sketch: tuple[int, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """What a report added: whether its document is new, and how many of its claims are."""

    document: bool
    claims: int


@dataclass(frozen=True, slots=True)
class Input:
    """How an input ended. `sha256` is None when no bytes came, `document` when nothing could be read of them."""

    name: str
    outcome: Outcome
    reason: str | None = None
    sha256: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that `verify` found wrong: what kind of thing, which one, and in what way."""

    kind: str
    subject: str
    message: str


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """Which incidents; None does not narrow. `accused` and `victim` are ISO 3166-1 alpha-2 codes or casefolded names."""

    accused: str | None = None
    victim: str | None = None
    type: IncidentType | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    standing: Standing | None = None
    responded_with: Act | None = None


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims; what is None does not narrow. `asserter` is a casefolded name."""

    predicate: Predicate | None = None
    asserter: str | None = None
    asserter_country: str | None = None
    document: str | None = None
