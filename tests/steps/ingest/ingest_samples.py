"""Inputs that the tests of this folder share."""

from pathlib import Path

from demarche.model.source import Capture, Document
from demarche.steps.ingest import ingest

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests" / "golden" / "furniture"
CAPTURED_PAGE = ROOT.parent / "shared" / "reports" / "techmonitor-2022-09-08-albania.txt"

PARAGRAPH = "Officials said on Tuesday that the attack on the ministry had been carried out by a group that they did not name."
"""A sentence of 21 words."""


def read(text: str | bytes, name: str = "report.txt", **known: object) -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    return ingest(Capture(name, data, **known))  # type: ignore[arg-type]


def lines(document: Document, *roles: str) -> list[str]:
    return [document.text[block.start : block.end].strip() for block in document.blocks if block.role in roles]


def page(body: str, head: str = "") -> str:
    return (
        f"<!doctype html><html><head>{head}</head><body><article><h1>Wiper hits the ministry</h1>{body}</article></body></html>"
    )
