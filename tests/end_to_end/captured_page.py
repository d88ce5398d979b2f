"""The captured page and what the program made of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from running import ROOT, Row

from demarche.model.source import Block

CAPTURED = ROOT / "../shared/reports/techmonitor-2022-09-08-albania.txt"
ALBANIA = "albania-2022-07"


@dataclass(frozen=True, slots=True)
class Page:
    """What the program made of the captured page, and the page."""

    record: Path
    text: str
    blocks: tuple[Block, ...]
    incidents: list[Row]
    claims: list[Row]
    said: str
    """What `read` printed."""

    @property
    def albania(self) -> Row:
        """The incident that the page is about."""
        return next(incident for incident in self.incidents if incident["id"] == ALBANIA)

    @property
    def others(self) -> list[Row]:
        """Every other incident."""
        return [incident for incident in self.incidents if incident["id"] != ALBANIA]

    def claim(self, identifier: str) -> Row:
        """One claim."""
        return next(claim for claim in self.claims if claim["id"] == identifier)

    def words(self, row: Row) -> str:
        """All the words that a row of an incident stands on."""
        return " ".join(self.claim(name)["passage"]["quote"] for name in row["on"]["claims"])
