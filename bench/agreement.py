"""How far two people who annotate the same report agree: the most that a reader can be asked for.

`corpora/demarche/second-pass/` holds second annotations of reports of the other folders, made without sight of the first. The
first stands as the key, the second as the answer, and both are compared by the measures of the reader.

usage: python -m bench.agreement [--json]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from bench.corpora import ROOT, corpora
from bench.freeze import frozen
from bench.scoring import Annotation, Score, compare

SECOND = Path("corpora/demarche/second-pass")


def both(root: Path = ROOT) -> list[tuple[Annotation, Annotation]]:
    """The first and the second annotation of each report that has two, by the name of the report. ValueError when a second
    pass is of no report, or does not fit its text or the scheme."""
    firsts = {report.id: report for corpus in corpora(root) for report in corpus.reports}
    pairs: list[tuple[Annotation, Annotation]] = []
    for draft in sorted((root / SECOND).glob("*.json")):
        if draft.stem not in firsts:
            raise ValueError(f"{draft.name}: no report has this name")
        report = firsts[draft.stem]
        pairs.append((report.gold, frozen(draft.stem, report.data.decode("utf-8"), json.loads(draft.read_bytes()))))
    return pairs


def agreement(pairs: Sequence[tuple[Annotation, Annotation]]) -> dict[str, Score]:
    """Every measure, the first annotation taken as the key."""
    return compare([first for first, _ in pairs], [second for _, second in pairs]).scores()


def main(arguments: Sequence[str]) -> int:
    """Print the table, or JSON."""
    pairs = both()
    scores = agreement(pairs)
    if "--json" in arguments:
        print(json.dumps({measure: asdict(score) for measure, score in scores.items()}))
        return 0
    print(f"{len(pairs)} reports, annotated twice")
    print(f"  {'':18} {'precision':>9} {'recall':>7} {'F1':>6} {'to find':>8}")
    for measure, score in scores.items():
        print(f"  {measure:18} {score.precision:9.3f} {score.recall:7.3f} {score.f1:6.3f} {score.gold:8,}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
