"""Learn which sentences tell of an answer to the incident, who gave it and how far it has come, and write the
weights that the reader carries.

1 the annotated corpora are read with the package's own rules, every act that a sentence may tell of described by its signs,
and so everybody in reach of it; 2 an act is right when an annotated response of that kind touches the sentence, a doer when
it is by that party; 3 a logistic regression with an L1 penalty, which leaves most signs without a weight, is fitted for each
question, doers only of acts that are right, headlines (whose hits count for nothing) and signs seen in fewer than three reports
left out; 4 F1 of whole reports held apart, in ten folds by incident, is printed beside that of the rules alone; 5 weights are
rounded to three decimals, so that the file is the same on every machine, and written into the package.

usage: python -m training.responses [--check]      needs the extra `train` (scikit-learn); about half a minute on one core
"""

from __future__ import annotations

import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bench.corpora import OF_THE_RULES, Annotated, corpora
from bench.scoring import Named, compare, same_party
from demarche.model.claim import PRIMARY, Claim, PartyName
from demarche.model.vocabulary.act_facts import ACTS
from demarche.steps.extract import read_tape
from demarche.steps.extract.apart import parts
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.responses.candidates import Answer, Answers, nearest
from demarche.steps.extract.responses.choice import WEIGHTS, Judge, Thresholds
from demarche.steps.extract.responses.traits import status_signs
from demarche.steps.extract.weights import UNIT
from demarche.steps.ingest import ingest
from demarche.steps.publish import annotation

OUT = Path(__file__).parents[1] / "src" / "demarche" / "steps" / "extract" / "data" / WEIGHTS
PENALTY = {"acts": 0.5, "doers": 0.3, "statuses": 1.0}
"""Inverse strengths of the L1 penalty; for acts and doers 0.2 to 0.5 came within one point of F1 of one another. An L2 penalty
gives the same F1 with ten times as many weights."""
RARE = 3
LEAST = 0.02
"""Weights below it are left out."""
_RIGHT = ("no", "yes")
FOLDS = 10
THRESHOLDS = Thresholds(rule=0.05, act=0.4, best=0.15, doer=0.4, beside=0.5)
"""Chosen on reports held apart: F1 hardly moves for `act` from 0.25 to 0.45; higher ones keep precision above recall."""
_MEASURED = "train"
"""The corpus that the folds are measured on: the rules were written on the others."""


@dataclass(frozen=True)
class Report:
    """One annotated report with its candidates, and which of them are right."""

    corpus: str
    gold: Annotated
    reading: Reading
    answers: Answers
    found: tuple[Answer, ...]
    done: tuple[bool, ...]
    right: tuple[tuple[bool, ...], ...]
    doer_signs: tuple[tuple[frozenset[str], ...], ...]
    statuses: tuple[tuple[frozenset[str], str], ...]
    """What tells of the status of each right candidate, and the status."""


def is_by(entry: dict[str, Any], party: PartyName) -> bool:
    """Whether an annotated response is by a party, as the measure sees it."""
    return same_party(Named(entry["by"], "government", entry["by_country"]), Named(party.name, "government", party.country))


def read(corpus: str, annotated: Annotated) -> list[Report]:
    """A report with its candidates, each right or wrong; of a round-up each item."""
    found = parts(read_tape(ingest(annotated.capture)))
    return [
        _described(corpus, annotated if label == PRIMARY else _item(annotated, label, part), part)
        for label, part in found.items()
    ]


def _item(annotated: Annotated, label: str, part: Reading) -> Annotated:
    """What is annotated of an item of a round-up."""
    own = [
        entry
        for entry in annotated.gold["responses"]
        if any(entry["start"] < end and entry["end"] > start for start, end in part.spans)
    ]
    return replace(annotated, gold={**annotated.gold, "id": f"{annotated.id} {label}", "responses": own})


def _described(corpus: str, annotated: Annotated, reading: Reading) -> Report:
    answers = Answers(reading)
    found = tuple(answers)
    done, right, signs, statuses = [], [], [], []
    for answer in found:
        sentence = answer.scene.sentence
        start, end = reading.spans[sentence.number]
        told = [
            entry
            for entry in annotated.gold["responses"]
            if entry["kind"] == ACTS[answer.act].annotation and entry["start"] < end and entry["end"] > start
        ]
        done.append(bool(told))
        doers = answers.doers(answer)
        for doer in doers:
            told_of = [entry["status"] for entry in told if is_by(entry, doer.party)]
            if told_of and answer.cues:
                cue = nearest(answer, doer)
                statuses.append((frozenset(status_signs(answer.scene, answer.act, cue)), told_of[0]))
        signs.append(tuple(frozenset(answers.doer_signs(answer, doer, len(doers))) for doer in doers))
        right.append(tuple(any(is_by(entry, doer.party) for entry in told) for doer in doers))
    return Report(corpus, annotated, reading, answers, found, tuple(done), tuple(right), tuple(signs), tuple(statuses))


Rows = list[tuple[int, frozenset[str], str]]
"""The number of a report, the signs of a candidate, and what it is."""


def fitted(rows: Rows, penalty: float) -> dict[str, dict[str, int]]:
    """For each class the weight of every sign that enough reports have; of two classes only the second."""
    reports = Counter(sign for sign, _ in {(sign, number) for number, signs, _ in rows for sign in signs})
    common = {sign for sign, count in reports.items() if count >= RARE}
    vectorizer = DictVectorizer(sort=True)
    table = vectorizer.fit_transform([dict.fromkeys(sorted(signs & common), 1) for _, signs, _ in rows])
    table.indices, table.indptr = table.indices.astype(np.int32), table.indptr.astype(np.int32)
    names = [str(name) for name in vectorizer.get_feature_names_out()]
    classes = sorted({one for *_, one in rows})
    tables = {}
    for one in classes if len(classes) > 2 else classes[-1:]:
        model = LogisticRegression(
            C=penalty, l1_ratio=1.0, solver="liblinear", max_iter=1000, fit_intercept=False, random_state=0
        )
        model.fit(table, [other == one for *_, other in rows])
        weights = zip(names, model.coef_[0], strict=True)
        tables[one] = {name: round(float(weight) * UNIT) for name, weight in weights if abs(weight) >= LEAST}
    return tables


def learned(reports: Iterable[Report]) -> Judge:
    """A judge that has learned from some reports."""
    acts: Rows = []
    doers: Rows = []
    statuses: Rows = []
    for number, report in enumerate(reports):
        for answer, done, right, signs in zip(report.found, report.done, report.right, report.doer_signs, strict=True):
            if answer.scene.sentence.headline:
                continue
            acts.append((number, answer.signs, _RIGHT[done]))
            if done:
                doers += [(number, one, _RIGHT[is_right]) for one, is_right in zip(signs, right, strict=True)]
        statuses += [(number, signs, status) for signs, status in report.statuses]
    return Judge(
        fitted(acts, PENALTY["acts"])[_RIGHT[True]],
        fitted(doers, PENALTY["doers"])[_RIGHT[True]],
        fitted(statuses, PENALTY["statuses"]),
        THRESHOLDS,
    )


def scores(judged: list[tuple[Report, list[Claim]]]) -> str:
    """Precision, recall and F1 of the measured corpus."""
    kept = [(report, claims) for report, claims in judged if report.corpus == _MEASURED]
    answers = [{**annotation(report.reading.document, claims), "id": report.gold.id} for report, claims in kept]
    found = compare([report.gold.gold for report, _ in kept], answers).scores()
    return "  ".join(
        f"{name}: {found[name].precision:.3f} {found[name].recall:.3f} {found[name].f1:.3f}"
        for name in ("response", "response-kind")
    )


def fold(report: Report) -> int:
    """The fold of a report: that of all reports whose incidents' names begin with the same word."""
    incident = report.gold.gold["primary"] or report.gold.id
    return zlib.crc32(incident.split("-")[0].encode()) % FOLDS


def held_apart(reports: list[Report]) -> list[tuple[Report, list[Claim]]]:
    """What judges choose who never saw a report of the incident."""
    judged = []
    for number in range(FOLDS):
        judge = learned(report for report in reports if fold(report) != number)
        judged += [(report, by_judge(judge, report)) for report in reports if fold(report) == number]
    return judged


def by_judge(judge: Judge, report: Report) -> list[Claim]:
    """What a judge makes of a report, as the reader does: most candidates are never looked at closely."""
    answers = Answers(report.reading, judge.room)
    return [*judge.among(answers, answers), *answers.others]


def by_rule(report: Report) -> list[Claim]:
    """What the rules alone say."""
    claims = [doer.claim for answer in report.found for doer in answer.said if doer.claim is not None]
    return [*claims, *report.answers.others]


def main(arguments: list[str]) -> int:
    """Train, report, write."""
    read_of = (read(corpus.name, one) for corpus in corpora() if corpus.name in OF_THE_RULES for one in corpus.reports)
    reports = [report for made in read_of for report in made]
    print(f"{sum(len(report.found) for report in reports)} candidates, {sum(sum(report.done) for report in reports)} right")
    judge = learned(reports)
    written = {"acts": judge.acts, "doers": judge.doers, "statuses": judge.statuses, "thresholds": asdict(THRESHOLDS)}
    text = json.dumps(written, sort_keys=True, indent=0, ensure_ascii=False) + "\n"
    if "--check" in arguments:
        return 0 if OUT.read_text("utf-8") == text else 1
    print(f"rules alone    {scores([(report, by_rule(report)) for report in reports])}")
    print(f"held apart     {scores(held_apart(reports))}")
    OUT.write_text(text, "utf-8")
    print(f"{len(judge.acts)} and {len(judge.doers)} weights -> {OUT.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
