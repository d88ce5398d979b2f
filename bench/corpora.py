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
from demarche.model.atoms import PartialDate
from demarche.model.claim import Reader
from demarche.model.source import Capture
from demarche.pipeline import annotate

ROOT = Path(__file__).resolve().parents[1]

HELD_OUT = "held-out"
INCIDENTS = Path("corpora/demarche/incidents.tsv")

CORPORA: Mapping[str, tuple[str, ...]] = {
    "examples": ("examples",),
    "dev": tuple(f"corpora/demarche/dev-{part}" for part in "abc"),
    "train": tuple(f"corpora/demarche/train-{part}" for part in "abcd"),
    "further": tuple(f"corpora/demarche/further-{part}" for part in "efghijkl"),
    HELD_OUT: ("corpora/demarche/held-out", "corpora/demarche/held-out-b"),
}
"""Folders of each corpus. `dev` is what the rules were written on; of the held-out one only scores are looked at."""
OF_THE_RULES = frozenset({"examples", "dev", "train"})
"""What the rule reader's weights for accusations and responses are learned from, so that a trained reader, which learns from
`further` as well, meets candidates that were scored without knowing the report."""
OF_THE_FACTS = OF_THE_RULES | {"further"}
"""What the weights for kinds, states that were hit and starts are learned from."""


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


def predicted(reports: Sequence[Annotated], reader: Reader | None = None) -> list[dict[str, Any]]:
    """What a reader (the rules where none is given) makes of each, in the annotation scheme, with the incident that the whole
    of them puts it in; nothing of one that it rejects."""
    ended = annotate([report.capture for report in reports], reader)
    return [
        {**one.annotation, "id": report.id} for report, one in zip(reports, ended, strict=True) if one.annotation is not None
    ]
