"""Compare what was read with what people read: the measures of the annotation scheme (docs/annotation.md).

Repeats within a report count once, hits inside its headline count for nothing, and totals are taken over all reports before
precision, recall and F1 are (micro-average).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Entry = Mapping[str, Any]
Annotation = Mapping[str, Any]
Same = Callable[[Any, Any], bool]

_POLARITY = {
    "asserts": "for",
    "suspects": "for",
    "denies": "against",
    "doubts": "against",
    "claims-responsibility": "claim",
    "declines-to-attribute": "declines",
}
_NAMES_SOMEBODY = frozenset(("for", "claim"))
_EMPTY_WORDS = frozenset(
    (
        "the a an of and for in by its his her their to on at from government ministry department state group team hackers "
        "hacker hacking spokesperson spokesman official officials"
    ).split()
)
_COMMON_WORDS = _EMPTY_WORDS | frozenset(
    (
        "hackers hacker actors actor attackers attacker group groups gang cyber state sponsored linked affiliated backed "
        "foreign criminals intelligence service services military individuals unknown russian chinese iranian north korean"
    ).split()
)
_GROUP_KINDS = frozenset(("group", "criminal-group", "hacktivist", "individual"))
_OFFICIAL_KINDS = frozenset(("state", "government", "anonymous-official", "international-organisation"))


@dataclass(frozen=True, slots=True)
class Named:
    """A party as an annotation names it."""

    name: str
    kind: str
    country: str | None

    @property
    def proper_group(self) -> bool:
        """Whether this is a group or person with a name of its own, such as APT31."""
        return self.kind in _GROUP_KINDS and bool(_words(self.name) - _COMMON_WORDS)


@dataclass(slots=True)
class Tally:
    """Counts of one measure."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, right: int, predicted: int, gold: int) -> None:
        """Count one report."""
        self.right += right
        self.predicted += predicted
        self.gold += gold

    @property
    def precision(self) -> float:
        """The share of what was predicted that is right; 0 when nothing was."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found; 0 when there is nothing."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _harmonic(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class Score:
    """One measure over a corpus, 0 to 1, and how many there are to be found."""

    precision: float
    recall: float
    f1: float
    gold: int


@dataclass(frozen=True, slots=True)
class Miss:
    """An attribution or response that was not found, or found and not there."""

    report: str
    what: str
    entry: Entry


@dataclass(slots=True)
class Comparison:
    """All measures of a corpus, in the order of their first report, and what went wrong."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def count(self, measure: str, gold: Sequence[Any], predicted: Sequence[Any], same: Same) -> list[tuple[Any, Any]]:
        """Pair two lists one to one and count; the pairs."""
        pairs = _paired(gold, predicted, same)
        self.tallies.setdefault(measure, Tally()).add(len(pairs), len(predicted), len(gold))
        return pairs

    def note(
        self, report: str, what: str, sides: tuple[Sequence[Entry], Sequence[Entry]], pairs: Sequence[tuple[Any, Any]]
    ) -> None:
        """Keep what is without a partner."""
        for side, verb in enumerate(("missed", "extra")):
            paired = {id(pair[side]) for pair in pairs}
            self.misses += [Miss(report, f"{verb} {what}", entry) for entry in sides[side] if id(entry) not in paired]

    def scores(self) -> dict[str, Score]:
        """Every measure as numbers."""
        return {name: Score(tally.precision, tally.recall, tally.f1, tally.gold) for name, tally in self.tallies.items()}


def compare(gold: Iterable[Annotation], predicted: Iterable[Annotation]) -> Comparison:
    """Every measure over reports, paired by their `id`; a report without prediction counts as one with nothing in it."""
    found = {annotation["id"]: annotation for annotation in predicted}
    comparison = Comparison()
    for annotation in gold:
        answer = found.get(annotation["id"], {})
        _attributions(comparison, annotation, answer)
        _responses(comparison, annotation, answer)
        _facts(comparison, annotation["incident"], answer.get("incident") or {})
    return comparison


def b_cubed(gold: Mapping[str, str | None], predicted: Mapping[str, str | None]) -> Score:
    """How well reports were put together (Bagga and Baldwin 1998): report to incident, gold against predicted.

    Reports whose gold incident is None are left out; a report without prediction stands alone.
    """
    reports = [report for report, incident in gold.items() if incident]
    precision = recall = 0.0
    for report in reports:
        together = {other for other in reports if gold[other] == gold[report]}
        cluster = predicted.get(report)
        put = {other for other in reports if cluster is not None and predicted.get(other) == cluster} | {report}
        precision += len(together & put) / len(put)
        recall += len(together & put) / len(together)
    number = max(1, len(reports))
    precision, recall = precision / number, recall / number
    return Score(precision, recall, _harmonic(precision, recall), len(gold))


def _attributions(comparison: Comparison, gold: Annotation, answer: Annotation) -> None:
    headline = gold.get("headline")
    whole = outside_headline(gold["attributions"], headline), outside_headline(answer.get("attributions", []), headline)
    once = _once(whole[0], same_attribution), _once(whole[1], same_attribution)
    pairs = comparison.count("attribution", *once, same_attribution)
    comparison.note(gold["id"], "attribution", once, pairs)
    comparison.count("attribution-strict", *whole, _same_attribution_strictly)
    for wanted, given in pairs:
        if wanted.get("confidence_words"):
            words = given.get("confidence_words") or ""
            right = bool(_words(wanted["confidence_words"]) & _words(words))
            comparison.tallies.setdefault("confidence", Tally()).add(right, bool(words), 1)


def _responses(comparison: Comparison, gold: Annotation, answer: Annotation) -> None:
    headline = gold.get("headline")
    whole = [
        [entry for entry in outside_headline(entries, headline) if entry["kind"] != "statement"]
        for entries in (gold["responses"], answer.get("responses", []))
    ]
    once = _once(whole[0], same_response), _once(whole[1], same_response)
    comparison.note(gold["id"], "response", once, comparison.count("response", *once, same_response))
    kinds = [sorted({(entry["kind"], entry["status"] == "done") for entry in entries}) for entries in whole]
    comparison.count("response-kind", kinds[0], kinds[1], _equal)


def _facts(comparison: Comparison, gold: Annotation, answer: Annotation) -> None:
    for measure, column, same in (
        ("type", "types", _equal),
        ("impact", "impacts", _equal),
        ("victim-country", "victim_countries", _equal),
        ("malware", "malware", same_name),
        ("cve", "cves", _equal),
    ):
        comparison.count(measure, gold[column], answer.get(column, []), same)
    starts = [[facts["start_date"]] if facts.get("start_date") else [] for facts in (gold, answer)]
    comparison.count("start-date", starts[0], starts[1], _equal)


def outside_headline(entries: Iterable[Entry], headline: Sequence[int] | None) -> list[Entry]:
    """Entries that do not stand in the headline."""
    if not headline:
        return list(entries)
    start, end = headline
    return [entry for entry in entries if entry["start"] < start or entry["end"] > end + 1]


def same_name(left: str | None, right: str | None) -> bool:
    """Whether two names share half of the telling words of the shorter."""
    words = [_words(name) - _EMPTY_WORDS or _words(name) for name in (left, right)]
    shared = len(words[0] & words[1])
    return bool(shared) and shared * 2 >= min(map(len, words))


def same_party(left: Named, right: Named) -> bool:
    """Whether two names mean one party: by name, or by country where a state or one of its officials is among them."""
    if "unspecified" in {left.kind, right.kind} or "unknown" in {left.name, right.name}:
        return left.kind == right.kind or left.name == right.name
    if same_name(left.name, right.name):
        return True
    if not left.country or left.country != right.country:
        return False
    groups = left.proper_group + right.proper_group
    officials = (left.kind in _OFFICIAL_KINDS) + (right.kind in _OFFICIAL_KINDS)
    return officials > 0 and groups == 0


def same_attribution(gold: Entry, predicted: Entry) -> bool:
    """Whether two entries name one asserter and, where they accuse or claim, one accused, with one polarity."""
    polarity = _POLARITY.get(gold["stance"])
    if polarity != _POLARITY.get(predicted["stance"]) or not same_party(*_parties("asserter", "government", gold, predicted)):
        return False
    return polarity not in _NAMES_SOMEBODY or same_party(*_parties("accused", "state", gold, predicted))


def _same_attribution_strictly(gold: Entry, predicted: Entry) -> bool:
    return gold["stance"] == predicted["stance"] and same_attribution(gold, predicted) and _overlap(gold, predicted)


def same_response(gold: Entry, predicted: Entry) -> bool:
    """Whether two entries are one act of one status by one party, against one party where both say against whom."""
    if (gold["kind"], gold["status"]) != (predicted["kind"], predicted["status"]):
        return False
    if not same_party(*(_named(entry, "by", "government") for entry in (gold, predicted))):
        return False
    if not gold.get("against") or not predicted.get("against"):
        return True
    return same_party(*(_named(entry, "against", "state") for entry in (gold, predicted)))


def _parties(role: str, usual: str, gold: Entry, predicted: Entry) -> tuple[Named, Named]:
    left, right = (_named(entry, role, entry.get(f"{role}_kind", usual)) for entry in (gold, predicted))
    return left, right


def _named(entry: Entry, role: str, kind: str) -> Named:
    return Named(entry.get(role) or "unspecified", kind, entry.get(f"{role}_country"))


def _words(name: str | None) -> frozenset[str]:
    folded = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return frozenset(re.findall(r"[a-z0-9]+", folded))


def _overlap(left: Entry, right: Entry) -> bool:
    shared = min(left["end"], right["end"]) - max(left["start"], right["start"])
    shorter = min(left["end"] - left["start"], right["end"] - right["start"])
    return bool(shared > 0 and 2 * shared >= shorter)


def _once(entries: Iterable[Entry], same: Same) -> list[Entry]:
    kept: list[Entry] = []
    for entry in entries:
        if not any(same(entry, other) for other in kept):
            kept.append(entry)
    return kept


def _paired(gold: Iterable[Any], predicted: Sequence[Any], same: Same) -> list[tuple[Any, Any]]:
    """One to one, greedily, in the order of both."""
    left, pairs = list(predicted), []
    for wanted in gold:
        place = next((place for place, given in enumerate(left) if same(wanted, given)), None)
        if place is not None:
            pairs.append((wanted, left.pop(place)))
    return pairs


def _equal(left: Any, right: Any) -> bool:
    return bool(left == right)


def _harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
