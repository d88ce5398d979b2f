"""Small documents with claims made by hand, for whatever shows what was read."""

from __future__ import annotations

from demarche.model.claim import (
    PRIMARY,
    UNSPECIFIED,
    AttributionValue,
    Claim,
    DenialValue,
    Likelihood,
    PartyName,
    TypeValue,
    Value,
)
from demarche.model.source import Block, Document, Origin
from demarche.model.vocabulary.attribution import Basis, PartyKind, Stance
from demarche.model.vocabulary.incidents import IncidentType
from demarche.model.vocabulary.yardsticks import Scale

IRAN = PartyName("Iran", PartyKind.STATE, "IR")
RAMA = PartyName("Edi Rama", PartyKind.GOVERNMENT, "AL")
NATO = PartyName("NATO", PartyKind.INTERNATIONAL_ORGANISATION)
ACCUSATION = AttributionValue(IRAN, Basis.POLITICAL_STATEMENT)
DENIAL = DenialValue(IRAN, "baseless")
WIPED = TypeValue(IncidentType.DESTRUCTION)
VALUES: tuple[Value, ...] = (ACCUSATION, DENIAL, WIPED)

TEXT = "Subscribe now\n\nEdi Rama said Iran almost certainly did it. Iran called that baseless.\n"


def document(text: str, *blocks: Block, title: str | None = None) -> Document:
    """A document of a text in blocks; one block of content where none is given."""
    origin = Origin("report.txt", "0" * 64, "text/plain", title=title)
    return Document(text, origin, blocks=blocks or (Block(0, len(text), "content"),))


def claim(  # noqa: PLR0917 - every field that is shown
    whole: Document,
    words: str,
    value: Value,
    asserter: PartyName = UNSPECIFIED,
    relayed_by: PartyName | None = None,
    hedge: str | None = None,
    event: str = PRIMARY,
) -> Claim:
    """A claim on the first place that has these words."""
    start = whole.text.index(words)
    stance = Stance.DENIES if isinstance(value, DenialValue) else Stance.ASSERTS
    likelihood = Likelihood(hedge, Scale.NONE) if hedge else None
    passage = whole.passage(start, start + len(words))
    return Claim(passage, value, asserter, stance, "hand", "1", 0.5, relayed_by=relayed_by, likelihood=likelihood, event=event)


def small() -> tuple[Document, tuple[Claim, ...]]:
    """A menu, an accusation, and a denial of it."""
    whole = document(TEXT, Block(0, 15, "furniture", "menu"), Block(15, len(TEXT), "content"), title="A small report")
    accused = claim(whole, "Edi Rama said Iran almost certainly did it.", ACCUSATION, RAMA, hedge="almost certainly")
    return whole, (claim(whole, "Iran called that baseless.", DENIAL, IRAN), accused)
