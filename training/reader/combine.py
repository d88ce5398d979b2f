"""Learns which sentences are shown to the network, and which of its candidates and the rules' are claims.

The second is learned on the incidents that the network was not trained on, with weights of the rules that have not seen
them either, and measured on fifths of them held apart.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bench.corpora import HELD_OUT, OF_THE_RULES, Annotated, corpora
from bench.scoring import Named, Score, compare, same_party
from demarche.model.claim import PRIMARY
from demarche.model.vocabulary.attribution import Stance
from demarche.steps.extract import read_tape
from demarche.steps.extract.accusations.scoring import Scorer, scorer
from demarche.steps.extract.trained import Found, proposed
from demarche.steps.extract.trained.candidates import POLARITY, Candidate
from demarche.steps.extract.trained.choice import WEIGHTS as CHOICE_WEIGHTS
from demarche.steps.extract.trained.choice import Choice, chosen, signs
from demarche.steps.extract.trained.network import network
from demarche.steps.extract.trained.sieve import LEAST, words_of
from demarche.steps.extract.trained.sieve import WEIGHTS as SIEVE_WEIGHTS
from demarche.steps.extract.weights import UNIT, log_odds, total
from demarche.steps.ingest import ingest
from demarche.steps.publish.annotate import annotation
from training import accusations
from training.reader.examples import Example, Told, kept_apart

_EXTRACT = Path(__file__).parents[2] / "src" / "demarche" / "steps" / "extract"
DATA = _EXTRACT / "data"
CARD = _EXTRACT / "trained" / "data" / "network.json"
_SIEVE_PENALTY, _CHOICE_PENALTY = 0.1, 0.1
_RARE = 4
_PARTS = 5
THRESHOLD = 0.4
"""A candidate is a claim from this likelihood on. Over reports of incidents kept apart F1 of attributions is 0.588 with it and
0.592 at 0.35 (precision 0.617 and 0.597), over the real articles of file a 0.459 and 0.455; only with it is precision above
recall in both, and a false accusation is worse than a missed one."""
THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)


@dataclass(frozen=True)
class Judged:
    """What is proposed of one report, and which of it is right."""

    report: Annotated
    found: Found
    right: tuple[bool, ...]


def learn_sieve(examples: Sequence[Example]) -> str:
    """Write the weights of the sieve; what it keeps of the examples held apart."""
    learning = [(words, told.telling) for one in examples if not one.apart for words, told in _sentences(one)]
    counts = Counter(word for found, _ in learning for word in found)
    common = {word for word, count in counts.items() if count >= _RARE}
    vectorizer = DictVectorizer(sort=True)
    table = vectorizer.fit_transform([dict.fromkeys(sorted(found & common), 1) for found, _ in learning])
    model = LogisticRegression(C=_SIEVE_PENALTY, max_iter=1000, fit_intercept=False)
    model.fit(table, [telling for _, telling in learning])
    names = vectorizer.get_feature_names_out()
    weights = {str(word): round(float(weight) * UNIT) for word, weight in zip(names, model.coef_[0], strict=True)}
    _write(SIEVE_WEIGHTS, {word: weight for word, weight in weights.items() if weight})
    apart = [(told, total(weights, words)) for one in examples if one.apart for words, told in _sentences(one)]
    shown = [told for told, weight in apart if weight >= log_odds(LEAST)]
    entries, kept = (
        sum(len(told.stands) + len(told.answers) for told in some) for some in ([told for told, _ in apart], shown)
    )
    return f"of {len(apart)} sentences {len(shown) / len(apart):.3f} are shown, of {entries} entries {kept / entries:.4f} kept"


def _sentences(example: Example) -> Iterator[tuple[frozenset[str], Told]]:
    for (start, end), told in zip(example.spans, example.told, strict=True):
        yield words_of(example.text[start:end]), told


def judged_apart() -> list[Judged]:
    """What is proposed of the reports of incidents kept apart, by a network and weights of the rules that have not seen
    them."""
    reports = [(corpus.name, report) for corpus in corpora() if corpus.name != HELD_OUT for report in corpus.reports]
    known = [report for name, report in reports if name in OF_THE_RULES and not kept_apart(report.incident)]
    rules = Scorer(
        accusations.fitted(accusations.examples(known)), scorer("accuses").threshold, scorer("accuses").ruled_threshold
    )
    return [_judged(report, rules) for _, report in reports if kept_apart(report.incident)]


def learn_choice(judged: Sequence[Judged]) -> str:
    """Write the weights that choose among candidates; how well they choose on incidents held apart."""
    _write(CHOICE_WEIGHTS, {"threshold": THRESHOLD, "weights": fitted(judged).weights})
    return "\n".join(_line(judged, threshold) for threshold in THRESHOLDS)


def fitted(judged: Iterable[Judged]) -> Choice:
    """The choice that fits some reports best."""
    rows = [
        (dict(signs(one)), right) for report in judged for one, right in zip(report.found.candidates, report.right, strict=True)
    ]
    vectorizer = DictVectorizer(sort=True)
    model = LogisticRegression(C=_CHOICE_PENALTY, max_iter=2000, fit_intercept=False)
    model.fit(vectorizer.fit_transform([row for row, _ in rows]), [right for _, right in rows])
    names = vectorizer.get_feature_names_out()
    return Choice({str(name): round(float(weight), 3) for name, weight in zip(names, model.coef_[0], strict=True)}, THRESHOLD)


def _judged(report: Annotated, rules: Scorer) -> Judged:
    found = proposed(read_tape(ingest(report.capture)), network(), rules)
    return Judged(report, found, tuple(_is_right(report, found, one) for one in found.candidates))


def _is_right(report: Annotated, found: Found, candidate: Candidate) -> bool:
    """Whether an annotated stance that touches the sentence is of the same polarity and names the same parties."""
    claim = replace(candidate.claim, event=PRIMARY)
    (made,) = annotation(found.reading.document, [claim])["attributions"]
    return any(
        entry["start"] < made["end"] and entry["end"] > made["start"] and _agree(entry, made)
        for entry in report.gold["attributions"]
    )


def _agree(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    polarity = POLARITY[Stance(one["stance"])]
    if polarity != POLARITY[Stance(other["stance"])] or not same_party(_named(one, "asserter"), _named(other, "asserter")):
        return False
    return polarity not in {"for", "claim"} or same_party(_named(one, "accused"), _named(other, "accused"))


def _named(entry: Mapping[str, Any], side: str) -> Named:
    return Named(entry[side], entry[f"{side}_kind"] or "group", entry[f"{side}_country"])


def _line(judged: Sequence[Judged], threshold: float) -> str:
    """F1 over parts of the incidents held apart, each by weights that have not seen it."""
    answers = []
    for one, choice in across(judged):
        kept = [taken.claim for taken, _ in chosen(one.found.candidates, replace(choice, threshold=threshold))]
        answers.append((one.report.gold, {**annotation(one.found.reading.document, kept), "id": one.report.id}))
    scores = compare([gold for gold, _ in answers], [found for _, found in answers]).scores()
    return f"{threshold:.2f}  " + "  ".join(f"{name} {_shown(scores[name])}" for name in ("attribution", "attribution-strict"))


def across(judged: Sequence[Judged]) -> Iterator[tuple[Judged, Choice]]:
    """Each report with the choice that was fitted to other incidents."""
    for part in range(_PARTS):
        choice = fitted([one for one in judged if _part(one) != part])
        yield from ((one, choice) for one in judged if _part(one) == part)


def _shown(score: Score) -> str:
    return f"{score.precision:.3f} {score.recall:.3f} {score.f1:.3f}"


def _part(judged: Judged) -> int:
    return zlib.crc32(str(judged.report.incident).encode()) // 8 % _PARTS


def keep(measured: Mapping[str, Any]) -> None:
    """Put what was measured of the run into the card of the network."""
    card = json.loads(CARD.read_text("utf-8"))
    CARD.write_text(json.dumps({**card, "measured": measured}, indent=1, sort_keys=True) + "\n", "utf-8")


def _write(name: str, value: dict[str, Any]) -> None:
    text = json.dumps(value, sort_keys=True, indent=0, ensure_ascii=False) + "\n"
    (DATA / name).write_text(text, "utf-8")
