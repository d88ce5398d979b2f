"""How the readers do on real articles, annotated in the scheme of this repository.

The articles are those of other people's corpora (../shared/data) and are not part of the repository; `corpora/real/` holds
annotations of some of them, which quote nothing: places are numbers, the text is known by its hash (corpora/real/README.md).
Where the articles do not lie beside the repository, nothing is measured.

usage: python -m bench.real [--file NAME] [--reader NAME] [--show N] [--write]
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench import figures, floors, tables
from bench.accuracy import FLOORED, measure_all
from bench.breakdown import together
from bench.corpora import ROOT, Annotated, Corpus
from bench.figures import Measured
from bench.outside import DATA
from bench.readers import measurable
from demarche.errors import UsageError
from demarche.readers import READERS

FOLDER = Path("corpora/real")
TABLE = Path("docs/measured/real.md")
SHOWN = frozenset({"a"})
"""Files whose misses may be looked at; of the others only scores are."""
ABOUT = {
    "a": "real articles, whose misses are looked at",
    "b": "real articles; nobody looks at what is missed in them",
}
Key = tuple[str, str]
"""A corpus of others and the name of a record in it."""


def kept(name: str, root: Path = ROOT) -> list[dict[str, Any]]:
    """The lines of one file, as they are kept; empty where there is no such file."""
    place = root / FOLDER / f"{name}.jsonl"
    return [json.loads(line) for line in place.read_text("utf-8").splitlines()] if place.exists() else []


def articles(corpus: str, folder: Path = DATA) -> dict[Key, str]:
    """Every text of a corpus of others; empty where it is not there."""
    place = folder / f"{corpus}.jsonl.gz"
    if not place.exists():
        return {}
    with gzip.open(place, "rt", encoding="utf-8") as lines:
        return {(corpus, record["id"]): record["text"] for record in map(json.loads, lines)}


def restored(line: Mapping[str, Any], texts: Mapping[Key, str]) -> Annotated:
    """An annotation with its text again. ValueError when the article is missing, or is not the one that was annotated."""
    name = f"{line['corpus']}/{line['id']}"
    text = texts.get((line["corpus"], line["id"]))
    if text is None:
        raise ValueError(f"{name} is not among the articles")
    data = text[: line["cut"]].encode()
    if hashlib.sha256(data).hexdigest() != line["sha256"]:
        raise ValueError(f"{name} is another text than the one that was annotated: its places would not fit")
    return Annotated(data, {**line, "id": f"{line['corpus']}-{line['id']}"}, line["primary"])


def corpora(names: Sequence[str], root: Path = ROOT, folder: Path = DATA) -> Iterator[Corpus]:
    """Each file as an annotated corpus, without those whose articles are not there. ValueError as `restored`."""
    for name in names:
        lines = kept(name, root)
        of_others = dict.fromkeys(line["corpus"] for line in lines)
        texts = {key: text for corpus in of_others for key, text in articles(corpus, folder).items()}
        if texts:
            yield Corpus(f"real, file {name}", tuple(restored(line, texts) for line in lines))


def files(root: Path = ROOT) -> list[str]:
    """The files that there are."""
    return sorted(place.stem for place in (root / FOLDER).glob("*.jsonl"))


def all_tables(measured: Measured) -> Iterator[tables.Table]:
    """Each file by measure, then all of them by kind of document, stance and act."""
    abouts = {f"real, file {name}": about for name, about in ABOUT.items()}
    yield from tables.by_measure(measured, floors.Floors(), abouts)
    parts = {reader: together([one.parts for one in found.values()]) for reader, found in measured.items()}
    yield from tables.by_part("real", parts)


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.real", description=__doc__)
    parser.add_argument("--file", choices=files(), help="one file of annotations alone")
    parser.add_argument("--reader", choices=sorted(READERS), help="one reader alone")
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help=f"print N misses of each of {', '.join(sorted(SHOWN))}"
    )
    parser.add_argument("--write", action="store_true", help=f"make {TABLE} of the figures of both readers and every file")
    return parser.parse_args(arguments)


def _show(measured: Measured, number: int) -> None:
    shown = {f"real, file {name}" for name in SHOWN}
    for reader, found in measured.items():
        for corpus, of_corpus in found.items():
            for miss in of_corpus.misses[:number] if corpus in shown else ():
                told = {key: value for key, value in miss.entry.items() if value is not None}
                print(f"{reader}: {miss.report} {miss.what} {json.dumps(told, ensure_ascii=False)}")


def main(arguments: Sequence[str], root: Path = ROOT, folder: Path = DATA) -> int:
    """Measure and print; 2 when the reader that is asked for cannot read here, or --write lacks one."""
    asked = _asked(arguments)
    found = tuple(corpora([asked.file] if asked.file else files(root), root, folder))
    if not found:
        print("nothing is measured: the articles do not lie beside the repository (../shared/data)")
        return 0
    try:
        readers, notes = measurable(asked.reader)
        readers = {name: reader for name, reader in readers.items() if asked.reader or name in FLOORED}
        if asked.write and (asked.file or set(readers) != set(FLOORED)):
            raise UsageError(f"{TABLE} is of every file and of {' and '.join(FLOORED)}: leave out --file and --reader")
    except UsageError as lacking:
        print(lacking, file=sys.stderr)
        return 2
    print(*notes, sep="\n", end="\n" if notes else "", file=sys.stderr)
    measured = measure_all(readers, found)
    print(*map(tables.text, all_tables(measured)), sep="\n")
    _show(measured, asked.show)
    if asked.write:
        lines = figures.loads(figures.dumps(measured))
        (root / TABLE).write_text(tables.page(all_tables(lines), "python -m bench.real --write"), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
