"""How the readers do on real text that others annotated (../shared/data), as far as the schemes can be compared.

Each corpus is sampled by a hash of its records' names, so that every run and every reader has the same. Nothing of the texts is
printed or kept; figures are kept with --write. Where the corpora do not lie beside the repository, nothing is measured.

usage: python -m bench.outside [--reader NAME] [--limit N] [--write] [--json]
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from bench.corpora import ROOT
from bench.outside_measures import MEASURES, Counts, Text
from bench.readers import measurable
from demarche.errors import RejectedInput, UsageError
from demarche.model.claim import Reader
from demarche.model.source import Capture
from demarche.readers import READERS
from demarche.steps.ingest import ingest

DATA = ROOT.parent / "shared" / "data"
KEPT = Path("bench/outside.json")
TABLE = Path("docs/measured/outside.md")
SAMPLES: Mapping[str, int] = {"annoctr": 100, "casie": 250, "polnear": 250, "plv": 1100}
"""How many records of each are read at most: a few minutes with the trained reader on one core."""
_ABOUT = {
    "annoctr": "reports of security companies",
    "casie": "news about attacks and vulnerabilities, 2017 to 2019",
    "polnear": "news of politics",
    "plv": "single sentences of news, each with one event",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """What a reader did on one corpus: how many of its texts were read, and the counts of each measure."""

    texts: int
    counts: Mapping[str, Counts]


Figures = Mapping[str, Mapping[str, Compared]]
"""By reader, then by corpus."""


def records(corpus: str, limit: int, folder: Path = DATA) -> list[dict[str, Any]]:
    """The sample of a corpus, in an order of its own; empty where the corpus is not there."""
    place = folder / f"{corpus}.jsonl.gz"
    if not place.exists():
        return []
    with gzip.open(place, "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return sorted(found, key=lambda record: (zlib.crc32(record["id"].encode()), record["id"]))[:limit]


def texts(sample: Sequence[Mapping[str, Any]], reader: Reader) -> Iterator[Text]:
    """Every record as it is read; those left out whose text ingestion changes, since offsets would not fit."""
    for number, record in enumerate(sample):
        try:
            document = ingest(Capture(f"{number}.txt", record["text"].encode()))
        except RejectedInput:
            continue
        if document.text == record["text"]:
            yield Text(record, document, reader(document))


def compared(corpus: str, sample: Sequence[Mapping[str, Any]], reader: Reader) -> Compared:
    """Every measure of a corpus over a sample."""
    counts: dict[str, Counts] = {}
    read = 0
    for text in texts(sample, reader):
        read += 1
        for measure in MEASURES[corpus]:
            for name, more in measure(text):
                counts[name] = counts.get(name, Counts()) + more
    return Compared(read, counts)


def markdown(figures: Figures) -> str:
    """The figures as a page's part."""
    lines = ["<!-- made by `python -m bench.outside --write`; do not edit -->"]
    for corpus in dict.fromkeys(corpus for found in figures.values() for corpus in found):
        by_reader = {reader: found[corpus] for reader, found in figures.items() if corpus in found}
        number = max(one.texts for one in by_reader.values())
        lines += ["", f"**{corpus}**, {_ABOUT[corpus]} ({number:,} read)", ""]
        heads = [f"{reader}: {head}" for reader in by_reader for head in ("precision", "of told", "recall")]
        lines += [_row(["measure", *heads, "to find"]), _row(["---", *["---:"] * (len(heads) + 1)])]
        for name in dict.fromkeys(name for one in by_reader.values() for name in one.counts):
            counts = [one.counts.get(name, Counts()) for one in by_reader.values()]
            cells = [cell for one in counts for cell in (_share(one.precision), _number(one.told), _share(one.recall))]
            lines.append(_row([name, *cells, _number(max(one.to_find for one in counts))]))
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _number(value: int) -> str:
    return f"{value:,}" if value else "–"


def plain(figures: Figures) -> dict[str, Any]:
    """The figures as JSON has them; counts as told, right, to find, found."""
    return {
        reader: {
            corpus: {"texts": one.texts, "counts": {name: list(astuple(counts)) for name, counts in one.counts.items()}}
            for corpus, one in found.items()
        }
        for reader, found in figures.items()
    }


def kept(root: Path = ROOT) -> Figures:
    """The figures of a checkout."""
    place = root / KEPT
    raw = json.loads(place.read_bytes()) if place.exists() else {}
    return {
        reader: {
            corpus: Compared(one["texts"], {name: Counts(*counts) for name, counts in one["counts"].items()})
            for corpus, one in found.items()
        }
        for reader, found in raw.items()
    }


def write(figures: Figures, root: Path = ROOT) -> None:
    """Keep figures beside those of other readers, and make the page of all."""
    together = {**kept(root), **figures}
    ordered = {reader: together[reader] for reader in READERS if reader in together}
    (root / KEPT).write_text(json.dumps(plain(ordered), indent=1) + "\n", "utf-8")
    (root / TABLE).write_text(markdown(ordered), "utf-8")


def main(arguments: Sequence[str]) -> int:
    """Measure and print; 2 when the reader that is asked for cannot read here."""
    parser = argparse.ArgumentParser(prog="python -m bench.outside", description=__doc__)
    parser.add_argument("--reader", choices=sorted(READERS), help="one reader alone")
    parser.add_argument("--limit", type=int, metavar="N", help="read at most N records of each corpus")
    parser.add_argument("--write", action="store_true", help=f"keep the figures in {KEPT} and {TABLE}")
    parser.add_argument("--json", action="store_true", help="print the counts as JSON")
    asked = parser.parse_args(arguments)
    samples = {corpus: records(corpus, min(asked.limit or size, size)) for corpus, size in SAMPLES.items()}
    for corpus in [corpus for corpus, sample in samples.items() if not sample]:
        print(f"{corpus} is left out: it does not lie beside the repository", file=sys.stderr)
    try:
        readers, notes = measurable(asked.reader)
    except UsageError as lacking:
        print(lacking, file=sys.stderr)
        return 2
    print(*notes, sep="\n", end="\n" if notes else "", file=sys.stderr)
    figures = {
        name: {corpus: compared(corpus, sample, reader) for corpus, sample in samples.items() if sample}
        for name, reader in readers.items()
    }
    print(json.dumps(plain(figures)) if asked.json else markdown(figures))
    if asked.write and all(samples.values()):
        write(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
