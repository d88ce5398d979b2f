"""How well the readers read: `make accuracy`.

Reads every annotated corpus of the repository with every reader that can read here, compares with what people annotated, and
prints their scores beside one another: by corpus and measure, then by kind of document, stance and act.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bench import figures, floors, tables
from bench.corpora import HELD_OUT, ROOT, Corpus, corpora
from bench.figures import Figures, Measured
from bench.readers import measurable
from bench.scoring import Miss
from demarche.errors import UsageError
from demarche.model.claim import Reader
from demarche.readers import MODEL, READERS, RULES

TABLE = Path("docs/measured/accuracy.md")
FLOORED = (RULES, MODEL)


def check(
    known: floors.Floors,
    measured: Mapping[str, floors.Pinned],
    before: Mapping[str, floors.Floors],
    readers: Iterable[str] = FLOORED,
) -> list[str]:
    """Everything that the gate refuses of these readers, and every floor that was lowered without a reason."""
    refused = list(floors.faults(floors.of_readers(known, readers), measured))
    for name, earlier in before.items():
        refused += [f"{fault} (compared with {name})" for fault in floors.unexplained(earlier, known)]
    return list(dict.fromkeys(refused))


def measure_all(readers: Mapping[str, Reader], over: Iterable[Corpus], only_floors: bool = False) -> Measured:
    """Each reader on each corpus, or on those alone where it has a floor."""
    every = tuple(over)
    measured: dict[str, dict[str, Figures]] = {}
    for name, reader in readers.items():
        for corpus in every:
            if not only_floors or floors.has_floor(corpus.name, name):
                if sys.stderr.isatty():
                    print(f"{name} reads {corpus.name}", file=sys.stderr)
                measured.setdefault(name, {})[corpus.name] = figures.measure(corpus, reader)
    return measured


def _pin(known: floors.Floors, measured: Measured, reason: str | None) -> None:
    after = floors.raised(known, figures.floored(measured), reason)
    (ROOT / floors.FLOORS).write_text(floors.dumps(after), "utf-8")
    lines = figures.dumps({reader: measured[reader] for reader in FLOORED})
    (ROOT / figures.KEPT).write_text(lines, "utf-8")
    (ROOT / TABLE).write_text(tables.markdown(figures.loads(lines)), "utf-8")
    print(f"pinned in {floors.FLOORS}, {figures.KEPT} and {TABLE}")


def _shown(measured: Measured, known: floors.Floors, number: int) -> None:
    print(*map(tables.text, tables.tables(measured, known)), sep="\n")
    for reader, found in measured.items():
        for corpus, of_corpus in found.items():
            for miss in of_corpus.misses[:number] if corpus != HELD_OUT else ():
                print(f"{reader}: {_miss(miss)}")


def _miss(miss: Miss) -> str:
    kept = {key: value for key, value in miss.entry.items() if value is not None}
    return f"{miss.report} {miss.what} {json.dumps(kept, ensure_ascii=False)}"


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print the scores as JSON, those of every part among them")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N misses of each corpus but the held-out one")
    parser.add_argument("--check", action="store_true", help="fail when a measure is under its floor, or a floor was lowered")
    parser.add_argument("--pin", action="store_true", help="put the floors where the scores are")
    parser.add_argument("--allow-lower", metavar="REASON", help="let --pin lower floors; the reason is kept beside them")
    parser.add_argument(
        "--reader", choices=sorted(READERS), help="one reader alone, which has no floors unless it is the rules"
    )
    return parser.parse_args(arguments)


def _readers(asked: argparse.Namespace, known: floors.Floors) -> dict[str, Reader]:
    """The readers that are measured. UsageError when one is asked for that cannot read here, or when floors would be pinned
    without a reader that has some."""
    if (asked.pin and asked.reader) or (asked.check and asked.reader not in {None, RULES}):
        raise UsageError("floors are those of every reader that has some: leave out --reader")
    readers, notes = measurable(asked.reader)
    for note in notes:
        print(note, file=sys.stderr)
    if asked.pin and MODEL not in readers:
        raise UsageError(f"the {MODEL} reader has floors too, and cannot read here; `make setup` brings what it needs")
    if asked.check:
        pinned = [name for name in FLOORED if floors.of_readers(known, [name]).corpora]
        readers = {name: reader for name, reader in readers.items() if name in {RULES, *pinned}}
    return readers


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and check or pin; 1 when the gate refuses, 2 when there is nothing to measure with."""
    asked = _asked(arguments)
    known = floors.read()
    try:
        readers = _readers(asked, known)
    except UsageError as lacking:
        print(lacking, file=sys.stderr)
        return 2
    measured = measure_all(readers, corpora(), only_floors=asked.check and not asked.pin)
    if asked.json:
        print(json.dumps(figures.plain(measured)))
    else:
        _shown(measured, known, asked.show)
    refused: list[str] = []
    if asked.pin:
        try:
            _pin(known, measured, asked.allow_lower)
        except ValueError as refusal:
            refused.append(str(refusal))
    if asked.check:
        refused += check(floors.read(), figures.floored(measured), floors.earlier(), readers)
    print(*refused, sep="\n", end="\n" if refused else "", file=sys.stderr)
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
