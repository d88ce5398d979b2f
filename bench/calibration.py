"""Whether scores mean what they say: of the claims that are told with a score of 0.7, seven in ten should be right.

1 Reports are read whose incidents were kept apart from what a reader learned, and the held-out ones, of which only counts are
  looked at.
2 Each claim about who did it, and each response, is right when the annotation of its report has one of the same parties and
  the same polarity, or of the same act, doer and status: the measures `attribution` and `response` of bench/scoring.py.
3 Claims are put into ten bins by score. The calibration error is how far the share of right ones is from the mean score, on
  average over claims (expected calibration error).
4 Scores are as readers tell them, corrected (`training/calibration.py`). What a further monotone correction (Platt's: a
  straight line over log-odds) would change is told beside: it is fitted to the reports kept apart. There its own error is that
  of fifths of the incidents, each corrected by what was fitted to the others; on the held-out reports that of the whole.

usage: python -m bench.calibration [--reader NAME] [--write] [--json]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from bench.breakdown import UNSCORED_ACT
from bench.corpora import HELD_OUT, OF_THE_RULES, ROOT, Annotated, corpora
from bench.readers import measurable
from bench.reliability import KEPT, Calibrated, Figures, Judged, calibrated, kept, plain
from bench.reliability_plot import markdown, svg
from bench.scoring import outside_headline, same_attribution, same_response
from demarche.errors import UsageError
from demarche.model.claim import PRIMARY, AttributionValue, Claim, DenialValue, Reader, ResponseValue
from demarche.model.source import Document
from demarche.readers import LLM, READERS, RULES
from demarche.steps.ingest import ingest
from demarche.steps.publish.annotate import annotation

TABLE = Path("docs/measured/calibration.md")
PLOT = Path("docs/assets/reliability.svg")
COLUMNS: Mapping[str, tuple[type, ...]] = {"attributions": (AttributionValue, DenialValue), "responses": (ResponseValue,)}
"""What is judged, by its column in the annotation scheme."""


def kept_apart_from(reader: str, root: Path = ROOT) -> list[Annotated]:
    """Reports that a reader has learned nothing from: the corpora that no weight of the rules has seen, and of these, where
    a network reads beside the rules, what was kept apart from it."""
    from training.reader.examples import kept_apart

    unseen = [corpus for corpus in corpora(root) if corpus.name not in {HELD_OUT, *OF_THE_RULES}]
    everything = reader in {RULES, LLM}
    return [report for corpus in unseen for report in corpus.reports if everything or kept_apart(report.incident)]


def judged(reports: Iterable[Annotated], reader: Reader) -> dict[str, list[Judged]]:
    """Every claim that the measures count, by column, in the order of the reports."""
    found: dict[str, list[Judged]] = {column: [] for column in COLUMNS}
    for report in reports:
        document = ingest(report.capture)
        claims = reader(document)
        for column, values in COLUMNS.items():
            told = [claim for claim in claims if isinstance(claim.value, values) and claim.event == PRIMARY]
            found[column] += judged_of(report, document, column, told)
    return found


def judged_of(report: Annotated, document: Document, column: str, claims: Iterable[Claim]) -> Iterator[Judged]:
    """The claims of one report that the measure of a column counts."""
    headline = report.gold.get("headline")
    gold = outside_headline(report.gold[column], headline)
    same = same_attribution if column == "attributions" else same_response
    for claim in claims:
        for entry in outside_headline(annotation(document, [claim])[column], headline):
            if entry.get("kind") != UNSCORED_ACT:
                right = any(same(wanted, entry) for wanted in gold)
                yield Judged(claim.score, right, report.incident or report.id)


def measure(name: str, reader: Reader) -> dict[str, Calibrated]:
    """Both sorts of claim of one reader."""
    held_out = [report for corpus in corpora() if corpus.name == HELD_OUT for report in corpus.reports]
    apart, unseen = judged(kept_apart_from(name), reader), judged(held_out, reader)
    return {column: calibrated(apart[column], unseen[column]) for column in COLUMNS}


def write(figures: Figures, root: Path = ROOT) -> None:
    """Keep figures beside those of other readers, and make the page and the plot of all."""
    together = {**kept(root), **figures}
    ordered = {reader: together[reader] for reader in READERS if reader in together}
    (root / KEPT).write_text(json.dumps(plain(ordered), indent=1) + "\n", "utf-8")
    (root / TABLE).write_text(markdown(ordered), "utf-8")
    (root / PLOT).write_text(svg(ordered), "utf-8")


def main(arguments: Sequence[str]) -> int:
    """Measure and print; 2 when the reader that is asked for cannot read here."""
    parser = argparse.ArgumentParser(prog="python -m bench.calibration", description=__doc__)
    parser.add_argument("--reader", choices=sorted(READERS), help="one reader alone")
    parser.add_argument("--write", action="store_true", help=f"keep the figures in {KEPT}, and draw them for the documentation")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    asked = parser.parse_args(arguments)
    try:
        readers, notes = measurable(asked.reader)
    except UsageError as lacking:
        print(lacking, file=sys.stderr)
        return 2
    print(*notes, sep="\n", end="\n" if notes else "", file=sys.stderr)
    figures = {name: measure(name, reader) for name, reader in readers.items()}
    print(json.dumps(plain(figures)) if asked.json else markdown(figures))
    if asked.write:
        write(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
