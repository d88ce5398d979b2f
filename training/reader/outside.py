"""Outside corpora as further signal: what is malware, a threat group, an organisation (../shared/data, not in the repository).

AnnoCTR (Lange et al. 2024, CC BY-SA 4.0), CyNER (Alam et al. 2022, MIT) and CTINexus (Cheng et al. 2024, MIT), of each the part
for training. Corpora that state no licence are measured on and never learned from.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from typing import Any

from bench.corpora import ROOT
from demarche.model.source import Capture
from demarche.steps.extract import read_tape
from demarche.steps.extract.reading import Span
from demarche.steps.ingest import ingest
from training.reader.examples import Example, Told

FOLDER = ROOT.parent / "shared" / "data"
_ROLES = {
    "MALWARE": "malware",
    "Malware": "malware",
    "GROUP": "group",
    "Attacker": "group",
    "ORG": "organisation",
    "Organization": "organisation",
}
_CORPORA = {"annoctr": "train", "cyner": "train", "ctinexus": "demo"}
_LONGEST = 6000
"""Characters of a text that are learned from: vendor reports go on for pages of the same names."""


def outside_examples() -> Iterator[Example]:
    """Every text that names at least one of these; nothing where the corpora are not there."""
    for corpus, split in _CORPORA.items():
        path = FOLDER / f"{corpus}.jsonl.gz"
        if path.exists():
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                records = (json.loads(line) for line in lines)
                yield from (example for record in records if record["split"] == split for example in _example(record))


def _example(record: dict[str, Any]) -> Iterator[Example]:
    text = record["text"][:_LONGEST]
    spans = [(_ROLES[one["label"]], (one["start"], one["end"])) for one in record["spans"] if one["label"] in _ROLES]
    reading = read_tape(ingest(Capture(f"{record['id']}.txt", text.encode())))
    if not spans or reading.document.text != text:
        return
    told = tuple(Told((), (), _within(spans, sentence)) for sentence in reading.spans)
    if any(one.named for one in told):
        yield Example(record["id"], None, text, reading.spans, told, frozenset(), outside=True)


def _within(spans: list[tuple[str, Span]], sentence: Span) -> tuple[tuple[str, Span], ...]:
    return tuple((role, span) for role, span in spans if sentence[0] <= span[0] and span[1] <= sentence[1])
