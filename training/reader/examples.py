"""Annotated reports and single sentences as what each of their sentences says."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bench.corpora import HELD_OUT, corpora
from bench.single_sentences import entries
from demarche.model.source import Capture
from demarche.steps.extract import read_tape
from demarche.steps.extract.mentions.tape import Named
from demarche.steps.extract.reading import Span
from demarche.steps.ingest import ingest
from training.reader.places import Around, occurrences, place

FOLDS = 8
"""One incident in so many is kept apart for choosing thresholds and weights; by incident, never by report."""
_NAMES_ACCUSED = frozenset({"asserts", "suspects", "doubts"})


@dataclass(frozen=True, slots=True)
class Stand:
    """An annotated stance: who takes it and whom it names as offsets in the text, None for somebody who is not in reach."""

    stance: str
    speaker: Span | None
    unnamed: bool
    accused: Span | None
    hedge: Span | None


@dataclass(frozen=True, slots=True)
class Answer:
    """An annotated response: its act and status, who did it and whom it is against as offsets in the text."""

    act: str
    status: str
    by: Span | None
    against: Span | None


@dataclass(frozen=True, slots=True)
class Told:
    """What one sentence says, and where it names a victim, malware or whatever else has a role by itself."""

    stands: tuple[Stand, ...]
    answers: tuple[Answer, ...]
    named: tuple[tuple[str, Span], ...]

    @property
    def telling(self) -> bool:
        """Whether it says anything that the network is asked for."""
        return bool(self.stands or self.answers)


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the offsets of its sentences and what each says; `kinds` are the types and impacts of what was done. Of a text
    from `outside` only names are known."""

    source: str
    incident: str | None
    text: str
    spans: tuple[Span, ...]
    told: tuple[Told, ...]
    kinds: frozenset[str]
    apart: bool = False
    """Whether it is kept apart from what the network learns."""
    outside: bool = False


def kept_apart(incident: str | None) -> bool:
    """Whether an incident is kept apart from learning; what is about none is not."""
    return incident is not None and zlib.crc32(incident.encode()) % FOLDS == 0


def examples() -> Iterator[Example]:
    """Every report of every corpus but the held-out one, then the single sentences."""
    for corpus in corpora():
        for report in corpus.reports if corpus.name != HELD_OUT else ():
            facts = report.gold["incident"]
            apart = kept_apart(report.incident)
            yield replace(of_text(report.data, report.gold, facts, (report.id, report.incident)), apart=apart)
    for entry in entries():
        yield of_text(entry["text"].encode(), entry, entry, (entry["id"], None))


def of_text(data: bytes, gold: Mapping[str, Any], facts: Mapping[str, Any], source: tuple[str, str | None]) -> Example:
    """A text as an example; `facts` are what is said of its incident, `source` names its report and incident."""
    reading = read_tape(ingest(Capture(f"{source[0]}.txt", data)))
    text, spans = reading.document.text, reading.spans
    stands, answers = (_by_sentence(gold[part], spans) for part in ("attributions", "responses"))
    mentions = tuple(reading.tape.mentions.values())
    names = [("victim", victim["name"]) for victim in facts["victims"]] + [
        ("malware", name) for name in facts.get("malware", ())
    ]
    told = []
    for number, span in enumerate(spans):
        shown = Around.of(text, spans, number)
        told.append(
            Told(
                tuple(_stands(shown, stands.get(number, []), mentions)),
                tuple(_answer(shown, entry, mentions) for entry in answers.get(number, [])),
                tuple((role, found) for role, name in names for found in occurrences(name, text, *span)),
            )
        )
    return Example(*source, text, spans, tuple(told), frozenset([*facts["types"], *facts["impacts"]]))


def _by_sentence(found: list[dict[str, Any]], spans: Sequence[Span]) -> dict[int, list[dict[str, Any]]]:
    """The entries of each sentence: that with which an entry shares most."""
    of_sentence: dict[int, list[dict[str, Any]]] = {}
    for entry in found:
        shared = [min(end, entry["end"]) - max(start, entry["start"]) for start, end in spans]
        if shared and max(shared) > 0:
            of_sentence.setdefault(shared.index(max(shared)), []).append(entry)
    return of_sentence


def _stands(shown: Around, found: list[dict[str, Any]], mentions: tuple[Named, ...]) -> Iterator[Stand]:
    seen = set()
    for entry in found:
        key = (entry["asserter"], entry["accused"], entry["stance"])
        if key in seen:
            continue
        seen.add(key)
        span = (entry["start"], entry["end"])
        unnamed = "unspecified" in {entry["asserter"], entry["asserter_kind"]}
        speaker = accused = hedge = None
        if not unnamed:
            speaker = place(entry["asserter"], (entry["asserter_kind"], entry["asserter_country"]), shown, span, mentions)
        if entry["stance"] in _NAMES_ACCUSED:
            accused = place(entry["accused"], (entry["accused_kind"], entry["accused_country"]), shown, span, mentions)
        if entry["confidence_words"]:
            hedge = next(iter(occurrences(entry["confidence_words"], shown.text, *shown.own, any_case=True)), None)
        yield Stand(entry["stance"], speaker, unnamed, accused, hedge)


def _answer(shown: Around, entry: dict[str, Any], mentions: tuple[Named, ...]) -> Answer:
    span = (entry["start"], entry["end"])
    parties = (("by", "government"), ("against", "state"))
    places = [
        place(entry[side], (kind, entry[f"{side}_country"]), shown, span, mentions) if entry[side] else None
        for side, kind in parties
    ]
    return Answer(entry["kind"], entry["status"], *places)
