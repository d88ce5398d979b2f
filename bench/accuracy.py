"""How well the reader reads: `make accuracy`.

Reads every annotated corpus of the repository, compares with what people annotated, and prints the table.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench import floors
from bench.corpora import HELD_OUT, ROOT, Corpus, corpora, predicted
from bench.scoring import Miss, b_cubed, compare
from demarche.model.claim import Reader
from demarche.readers import READERS, chosen_reader
from demarche.settings import settings

CLUSTERS = "b-cubed"
TABLE = Path("docs/measured/accuracy.md")
_TITLES = {
    "examples": "the reports in `examples/`",
    "dev": "reports that the rules were written on and weights learned from",
    "train": "more reports that weights were learned from",
    "further": "reports that no rule was written on, for a trained reader and the weights for facts to learn from",
    HELD_OUT: "held-out reports: by people who did not see the reader; nobody looks at what is missed in them",
}


@dataclass(frozen=True, slots=True)
class Result:
    """One corpus measured."""

    pinned: floors.Pinned
    misses: tuple[Miss, ...]


def measure(corpus: Corpus, reader: Reader | None = None) -> Result:
    """Read a corpus, with the rules where no reader is given, and compare."""
    gold = [report.gold for report in corpus.reports]
    answers = predicted(corpus.reports, reader)
    comparison = compare(gold, answers)
    clusters = b_cubed(
        {report.id: report.incident for report in corpus.reports},
        {annotation["id"]: annotation["cluster"] for annotation in answers},
    )
    scores = {**comparison.scores(), CLUSTERS: clusters}
    return Result(floors.Pinned(len(gold), corpus.sha256, scores), tuple(comparison.misses))


def table(measured: Mapping[str, floors.Pinned], known: floors.Floors) -> str:
    """The scores for a terminal, each with its floor."""
    lines = []
    for name, pinned in measured.items():
        lines.append(f"{name}: {pinned.reports} reports")
        lines.append(f"  {'':18} {'precision':>9} {'recall':>7} {'F1':>6} {'floor':>6} {'to find':>8}")
        floor = known.corpora[name].scores if name in known.corpora else {}
        for label, score in pinned.scores.items():
            least = f"{floor[label].f1:.3f}" if label in floor else "-"
            lines.append(f"  {label:18} {score.precision:9.3f} {score.recall:7.3f} {score.f1:6.3f} {least:>6} {score.gold:8,}")
        lines.append("")
    return "\n".join(lines)


def markdown(known: floors.Floors) -> str:
    """The pinned scores as a page's part: what is promised is what is checked."""
    lines = ["<!-- made by `make pin` from bench/floors.json; do not edit -->"]
    for name, pinned in known.corpora.items():
        lines += ["", f"**{name}**, {_TITLES.get(name, 'a corpus of its own')} ({pinned.reports} reports)", ""]
        lines += ["| measure | precision | recall | F1 | to find |", "| --- | ---: | ---: | ---: | ---: |"]
        lines += [
            f"| {label} | {score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} | {score.gold:,} |"
            for label, score in pinned.scores.items()
        ]
    return "\n".join(lines) + "\n"


def check(known: floors.Floors, measured: Mapping[str, floors.Pinned], before: Mapping[str, floors.Floors]) -> list[str]:
    """Everything that the gate refuses."""
    refused = list(floors.faults(known, measured))
    for name, earlier in before.items():
        refused += [f"{fault} (compared with {name})" for fault in floors.unexplained(earlier, known)]
    return list(dict.fromkeys(refused))


def _pin(known: floors.Floors, measured: Mapping[str, floors.Pinned], reason: str | None) -> None:
    after = floors.raised(known, measured, reason)
    (ROOT / floors.FLOORS).write_text(floors.dumps(after), "utf-8")
    (ROOT / TABLE).write_text(markdown(after), "utf-8")
    print(f"pinned in {floors.FLOORS} and {TABLE}")


def _miss(miss: Miss) -> str:
    kept = {key: value for key, value in miss.entry.items() if value is not None}
    return f"{miss.report} {miss.what} {json.dumps(kept, ensure_ascii=False)}"


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print the scores as JSON")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N misses of each corpus but the held-out one")
    parser.add_argument("--check", action="store_true", help="fail when a measure is under its floor, or a floor was lowered")
    parser.add_argument("--pin", action="store_true", help="put the floors where the scores are")
    parser.add_argument("--allow-lower", metavar="REASON", help="let --pin lower floors; the reason is kept beside them")
    parser.add_argument("--reader", default="rules", choices=sorted(READERS), help="another reader, which has no floors")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and check or pin; 1 when the gate refuses."""
    asked = _asked(arguments)
    known = floors.read()
    rules = asked.reader == "rules"
    if not rules and (asked.check or asked.pin):
        print("floors are those of the rules: leave out --reader", file=sys.stderr)
        return 2
    reader = None if rules else chosen_reader(settings(reader=asked.reader))
    results = {corpus.name: measure(corpus, reader) for corpus in corpora()}
    measured = {name: result.pinned for name, result in results.items()}
    if asked.json:
        shown: dict[str, Any] = {name: {m: asdict(s) for m, s in pinned.scores.items()} for name, pinned in measured.items()}
        print(json.dumps(shown))
    else:
        print(table(measured, known if rules else floors.Floors()))
    for name, result in results.items():
        if name != HELD_OUT:
            print(*map(_miss, result.misses[: asked.show]), sep="\n", end="\n" if asked.show else "")
    if asked.pin:
        try:
            _pin(known, measured, asked.allow_lower)
        except ValueError as refusal:
            print(refusal, file=sys.stderr)
            return 1
    if asked.check:
        refused = check(known, measured, floors.earlier())
        print(*refused, sep="\n", end="\n" if refused else "", file=sys.stderr)
        return 1 if refused else 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
