from __future__ import annotations

from typing import Any

from demarche.model.claim import AttributionValue, PartyName, Value
from demarche.model.saying import Saying
from demarche.model.source import Capture, Document
from demarche.model.vocabulary.attribution import Basis, PartyKind, Stance
from demarche.steps.ingest import ingest

REPORT = (
    "Ruritania blames Elbonia for the July hack\n\n"
    "STRELSAU, 4 August 2024 - The interior minister, Rosa Kovac, said on Sunday that Elbonia was almost certainly behind the\n"
    "attack that wiped the servers of the tax office.\n\n"
    "Read more: Ten tips for a safer password\n\n"
    "Rosa Kovac said so in Iran too, and told us that it began on 2 July. The tax office is shut.\n\n"
    "Last year a gang that calls itself Night Owl held the harbour to ransom. The harbour paid.\n"
)
KOVAC = PartyName("Rosa Kovac", PartyKind.GOVERNMENT, "GB")
ELBONIA = PartyName("Elbonia", PartyKind.STATE)
IRAN = PartyName("Iran", PartyKind.STATE, "IR")


def document(text: str = REPORT) -> Document:
    return ingest(Capture("report.txt", text.encode()))


def accusation(quote: str, accused: PartyName = ELBONIA, asserter: PartyName | None = KOVAC, **other: Any) -> Saying:
    given: dict[str, Any] = {"stance": Stance.ASSERTS, **other}
    return Saying(quote, AttributionValue(accused, Basis.POLITICAL_STATEMENT), asserter, **given)


def fact(quote: str, value: Value, **other: Any) -> Saying:
    given: dict[str, Any] = {"asserter": None, "stance": Stance.ASSERTS, **other}
    return Saying(quote, value, **given)
