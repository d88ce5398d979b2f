"""The annotated corpora of the repository, and what the reader makes of them.

A corpus is a folder of reports `<id>.txt`, each beside its draft annotation `<id>.json` (see bench/freeze.py). Several people
annotated them and named the same incident each in their own way: `incidents.tsv` holds the names that mean one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.freeze import frozen
from demarche.errors import RejectedInput
from demarche.model.atoms import PartialDate
from demarche.model.claim import PRIMARY, Claim
from demarche.model.source import Capture, Document, SourceFacts
from demarche.steps.cluster import cluster
from demarche.steps.extract import extract
from demarche.steps.ingest import ingest, sketch
from demarche.steps.publish import annotation
from demarche.steps.resolve import resolve

ROOT = Path(__file__).resolve().parents[1]

HELD_OUT = "held-out"
INCIDENTS = Path("corpora/demarche/incidents.tsv")

CORPORA: Mapping[str, tuple[str, ...]] = {
    "examples": ("examples",),
    "dev": tuple(f"corpora/demarche/dev-{part}" for part in "abc"),
    "train": tuple(f"corpora/demarche/train-{part}" for part in "abcd"),
    HELD_OUT: ("corpora/demarche/held-out",),
}
"""Folders of each corpus. `dev` is what the rules were written on; of the held-out one only scores are looked at."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """One report with the annotation that a person made. `published` is known from its capture and told to the reader.
    `incident` is the one that it is mainly about, by the name that all reports of it share; None where it is about none.
    """

    data: bytes
    gold: Mapping[str, Any]
    incident: str | None = None

    @property
    def id(self) -> str:
        """The report's name."""
        return str(self.gold["id"])

    @property
    def capture(self) -> Capture:
        """The report as it comes in."""
        published = self.gold["published"]
        return Capture(f"{self.id}.txt", self.data, published=PartialDate.parse(published) if published else None)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Annotated reports under one name."""

    name: str
    reports: tuple[Annotated, ...]

    @property
    def sha256(self) -> str:
        """Of all texts and annotations: two scores may be compared only when they are of the same."""
        lines = (json.dumps(report.gold, ensure_ascii=False, sort_keys=True) for report in self.reports)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def corpora(root: Path = ROOT) -> tuple[Corpus, ...]:
    """Every corpus that is there. ValueError when an annotation does not fit its text or the scheme."""
    names = incident_names(root)
    found = (Corpus(name, tuple(_reports((root / folder for folder in folders), names))) for name, folders in CORPORA.items())
    return tuple(corpus for corpus in found if corpus.reports)


def incident_names(root: Path = ROOT) -> dict[str, str]:
    """The shared name of each incident that goes by several. ValueError when a name is given twice."""
    place = root / INCIDENTS
    lines = place.read_text("utf-8").splitlines() if place.exists() else []
    found: dict[str, str] = {}
    for line in lines:
        names = line.split("\t") if not line.startswith("#") else []
        for name in names:
            if name in found:
                raise ValueError(f"{INCIDENTS.name} names {name} twice: leave it on one line")
            found[name] = names[0]
    return found


def _reports(folders: Iterable[Path], names: Mapping[str, str]) -> Iterable[Annotated]:
    for folder in folders:
        for draft in sorted(folder.glob("*.json")):
            data = draft.with_suffix(".txt").read_bytes()
            try:
                gold = frozen(draft.stem, data.decode("utf-8"), json.loads(draft.read_bytes()))
                yield Annotated(data, gold, names.get(gold["primary"], gold["primary"]))
            except (KeyError, TypeError, ValueError) as fault:
                raise ValueError(f"{folder.name}/{draft.name}: {fault}") from fault


def predicted(reports: Sequence[Annotated]) -> list[dict[str, Any]]:
    """What the reader makes of each, in the annotation scheme, with the cluster that the whole of them puts it in."""
    documents: dict[str, Document] = {}
    claims: list[Claim] = []
    for report in reports:
        try:
            documents[report.id] = ingest(report.capture)
        except RejectedInput:
            continue
        claims += extract(documents[report.id])
    clusters = _clusters(documents.values(), claims)
    of_document = {name: [claim for claim in claims if claim.passage.document == name] for name in clusters}
    return [
        {**annotation(document, of_document[document.id], clusters[document.id]), "id": name}
        for name, document in documents.items()
    ]


def _clusters(documents: Iterable[Document], claims: Sequence[Claim]) -> dict[str, str | None]:
    """Which cluster each document's own incident fell into; None where nothing was claimed of one."""
    documents = tuple(documents)
    sources = {document.id: _facts(document) for document in documents}
    found: dict[str, str | None] = dict.fromkeys(sources)
    for number, together in enumerate(cluster(claims, sources, resolve(claims, ()), ())):
        for unit in together.units:
            if unit.event == PRIMARY:
                found[unit.document] = f"cluster-{number}"
    return found


def _facts(document: Document) -> SourceFacts:
    content = "\n".join(document.text[block.start : block.end] for block in document.content())
    return SourceFacts(document.id, document.origin, document.marking, document.outcome, document.reason, sketch(content))
