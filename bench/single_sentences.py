"""Single annotated sentences: rare things that whole reports seldom say (`corpora/demarche/sentences/`).

An entry is a few lines, an empty line apart from the next; fields stand between ` | `, and `~` is none:

    T: the text, one to three sentences
    A: asserter | kind | country | accused | kind | country | stance | confidence words | span
    R: act | by | country | against | country | status | span
    V: victim | country | sector
    I: types, separated by commas
    M: impacts, separated by commas

A span is given by its words, `~` for the whole text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.freeze import locate

ROOT = Path(__file__).resolve().parents[1]
FOLDER = Path("corpora/demarche/sentences")
_A = (
    "asserter",
    "asserter_kind",
    "asserter_country",
    "accused",
    "accused_kind",
    "accused_country",
    "stance",
    "confidence_words",
)
_R = ("kind", "by", "by_country", "against", "against_country", "status")
_V = ("name", "country", "sector")


def entries(root: Path = ROOT) -> Iterator[dict[str, Any]]:
    """Every entry in the annotation scheme, with its text. ValueError for a line that is none."""
    for path in sorted((root / FOLDER).glob("*.txt")):
        for number, block in enumerate(path.read_text("utf-8").strip().split("\n\n"), 1):
            try:
                yield entry(f"{path.stem}-{number:04}", block.strip("\n"))
            except (IndexError, ValueError) as fault:
                raise ValueError(f"{path.name}, entry {number}: {fault}") from fault


def entry(name: str, block: str) -> dict[str, Any]:
    """One entry. ValueError when a line is none, or when a span is not in the text."""
    lines = block.split("\n")
    if not lines[0].startswith("T: "):
        raise ValueError(f"begins with no text: {lines[0]!r}")
    text = lines[0].removeprefix("T: ")
    found: dict[str, Any] = {
        "id": name,
        "text": text,
        "attributions": [],
        "responses": [],
        "victims": [],
        "types": [],
        "impacts": [],
    }
    for line in lines[1:]:
        mark, _, rest = line.partition(": ")
        fields = [None if field.strip() == "~" else field.strip() for field in rest.split(" | ")]
        if mark == "A":
            found["attributions"].append(_spanned(text, _A, fields))
        elif mark == "R":
            found["responses"].append(_spanned(text, _R, fields))
        elif mark == "V":
            found["victims"].append(dict(zip(_V, fields, strict=True)))
        elif mark in {"I", "M"}:
            found["types" if mark == "I" else "impacts"] += [value.strip() for value in rest.split(",")]
        else:
            raise ValueError(f"no such line: {line!r}")
    return found


def _spanned(text: str, names: tuple[str, ...], fields: list[str | None]) -> dict[str, Any]:
    values = dict(zip((*names, "span"), fields, strict=True))
    span = values.pop("span")
    start, end = (0, len(text)) if span is None else locate(text, span)
    return {**values, "start": start, "end": end}
