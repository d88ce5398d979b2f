"""Learn how likely claims of a score are right, and write the corrections that readers tell their scores by.

1 Claims of the rules are those of `further`, less the incidents that weights of the rules have seen; victims by weights that
know nothing of the incident. Claims that the network found or helped to choose are those of the incidents kept apart from it,
in fifths, each chosen by weights that have not seen it.
2 A claim is right where the annotation of its report says the same (bench/calibration.py), a victim where its state is
annotated.
3 A line over log-odds (Platt 1999) is fitted for each reader and sort of claim. The claims of an incident count together as
much as the root of their number, so that a few incidents that many reports tell of do not decide. Few claims change little: the
network's responses are fitted near the line of the rules'. A line for each stance came out worse on incidents held apart.
4 The calibration error is printed before and after, incidents in fifths, each corrected by what the other four taught, with the
bounds of 95 of 100 drawings of as many incidents.

usage: python -m training.calibration      needs the extra `train` (scikit-learn); half a minute on one core
"""

from __future__ import annotations

import json
import random
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from unittest.mock import patch

from bench.calibration import judged_of
from bench.corpora import OF_THE_FACTS, OF_THE_RULES, Annotated, corpora
from bench.correction import fitted
from bench.reliability import Judged, bins, corrected, error
from demarche.model.claim import PRIMARY, Claim, VictimValue
from demarche.model.source import Document
from demarche.readers import MODEL, RULES
from demarche.steps.extract import uncalibrated
from demarche.steps.extract.calibration import SORTS, WEIGHTS, Correction
from demarche.steps.extract.facts import homeland
from demarche.steps.extract.responses.candidates import Answers
from demarche.steps.extract.responses.choice import Judge
from demarche.steps.extract.trained.answers import answers
from demarche.steps.extract.trained.choice import chosen
from demarche.steps.ingest import ingest
from training import homes, responses
from training.reader import combine
from training.reader.examples import kept_apart

OUT = Path(__file__).parents[1] / "src" / "demarche" / "steps" / "extract" / "data" / WEIGHTS
FOLDS = 5
DRAWINGS = 1000
_COLUMNS = {"attribution": "attributions", "response": "responses"}

Key = tuple[str, str]
"""The name of a reader and a sort of claim."""
Sets = Mapping[Key, Sequence[Judged]]


def of_rules() -> dict[Key, list[Judged]]:
    """Every claim of the rules in reports that they have learned nothing from."""
    known = {corpus.name: corpus.reports for corpus in corpora() if corpus.name in OF_THE_FACTS}
    seen = {report.incident for name, reports in known.items() if name in OF_THE_RULES for report in reports}
    states = [homes.described(report) for reports in known.values() for report in reports]
    unseen = [report for name in known if name not in OF_THE_RULES for report in known[name] if report.incident not in seen]
    found: dict[Key, list[Judged]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = homes.fitted([one for one in states if _part(one.incident) != fold])
        with patch.object(homeland, "home_weights", lambda weights=weights: weights):
            for report in (one for one in unseen if _part(str(one.incident)) == fold):
                document = ingest(report.capture)
                _sort_in(found, report, document, uncalibrated(document))
    return found


def of_model(judged: Sequence[combine.Judged]) -> dict[Key, list[Judged]]:
    """Every claim that the network found or helped to choose in reports of incidents kept apart from it."""
    known = (corpus.reports for corpus in corpora() if corpus.name in OF_THE_RULES)
    learning = [one for reports in known for report in reports if not kept_apart(report.incident) for one in _read(report)]
    judge = responses.learned(learning)
    found: dict[Key, list[Judged]] = defaultdict(list)
    for one, choice in combine.across(judged):
        told = [replace(taken.claim, score=likely, reader=MODEL) for taken, likely in chosen(one.found.candidates, choice)]
        told += (claim for claim in _answers(one, judge) if claim.reader == MODEL)
        _sort_in(found, one.report, one.found.reading.document, told)
    return found


def _read(report: Annotated) -> list[responses.Report]:
    return responses.read("", report)


def _answers(one: combine.Judged, judge: Judge) -> list[Claim]:
    """The responses of a report, by weights of the rules that have not seen it."""
    found = one.found
    offered = Answers(found.reading, judge.room)
    ruled = [*judge.among(offered, offered), *offered.others]
    return answers(found.reading, found.parties, found.seen, found.deeds, ruled)


def _sort_in(found: dict[Key, list[Judged]], report: Annotated, document: Document, claims: Iterable[Claim]) -> None:
    """Put the claims of a report that can be judged beside those of others."""
    for claim in claims:
        sort = SORTS.get(claim.predicate)
        if sort is not None and claim.event == PRIMARY:
            found[claim.reader, sort] += _judged(report, document, sort, claim)


def _judged(report: Annotated, document: Document, sort: str, claim: Claim) -> Iterator[Judged]:
    if not isinstance(claim.value, VictimValue):
        yield from judged_of(report, document, _COLUMNS[sort], [claim])
    elif claim.value.party.country is not None:
        right = claim.value.party.country in report.gold["incident"]["victim_countries"]
        yield Judged(claim.score, right, report.incident or report.id)


def lines(sets: Sets) -> dict[Key, Correction]:
    """The correction of each reader and sort of claim."""
    found: dict[Key, Correction] = {}
    for key in sorted(sets, key=lambda key: (key[0] != RULES, key)):
        toward = found.get((RULES, key[1]), Correction()) if key == (MODEL, "response") else Correction()
        number = Counter(one.incident for one in sets[key])
        counts = [number[one.incident] ** -0.5 for one in sets[key]]
        found[key] = fitted([(one.score, one.right) for one in sets[key]], toward, counts)
    return found


def across(sets: Sets, parts: int = FOLDS) -> dict[Key, list[tuple[Judged, Judged]]]:
    """Each claim as it is and corrected by what the other parts of the incidents taught."""
    found: dict[Key, list[tuple[Judged, Judged]]] = {key: [] for key in sets}
    for part in range(parts):
        known = lines({key: [one for one in claims if _part(one.incident, parts) != part] for key, claims in sets.items()})
        for key, claims in sets.items():
            own = [one for one in claims if _part(one.incident, parts) == part]
            found[key] += zip(own, corrected(own, known[key]), strict=True)
    return found


def _part(incident: str, parts: int = FOLDS) -> int:
    return zlib.crc32(incident.encode()) // 8 % parts


def interval(claims: Sequence[Judged]) -> tuple[float, float, float]:
    """The calibration error, and between which values it lies in 95 of 100 drawings of as many incidents."""
    of: dict[str, list[Judged]] = defaultdict(list)
    for one in claims:
        of[one.incident].append(one)
    names, draw = sorted(of), random.Random(0)  # noqa: S311 - a fixed draw of incidents, no secret
    drawn = sorted(
        error(bins([one for name in draw.choices(names, k=len(names)) for one in of[name]])) for _ in range(DRAWINGS)
    )
    return error(bins(claims)), drawn[DRAWINGS // 40], drawn[-DRAWINGS // 40]


def learn_calibration(judged: Sequence[combine.Judged]) -> str:
    """Write the corrections; how far scores can be believed before and after. `judged` is what is proposed of the incidents
    kept apart."""
    sets: Sets = {**of_rules(), **of_model(judged)}
    learned, tried = lines(sets), across(sets)
    told: dict[str, dict[str, dict[str, float]]] = defaultdict(dict)
    for (reader, sort), line in learned.items():
        told[reader][sort] = asdict(line)
    written = {"corrections": told, "measured": [_measured(key, tried[key]) for key in learned]}
    OUT.write_text(json.dumps(written, indent=1) + "\n", "utf-8")
    return "\n".join([*written["measured"], f"{len(learned)} corrections -> {OUT.name}"])


def _measured(key: Key, tried: Sequence[tuple[Judged, Judged]]) -> str:
    before, after = (interval(claims) for claims in zip(*tried, strict=True))
    incidents = len({one.incident for one, _ in tried})
    counted = f"{' '.join(key)}: {len(tried)} claims of {incidents} incidents"
    return f"{counted}, calibration error {_shown(before)} before, {_shown(after)} after"


def _shown(of: tuple[float, float, float]) -> str:
    return f"{of[0]:.3f} ({of[1]:.3f} to {of[2]:.3f})"


def main() -> int:
    """Learn, write, and print what was measured."""
    print(learn_calibration(combine.judged_apart()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
