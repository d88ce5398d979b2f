"""Annotated reports and sentences as windows with labels."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.corpora import HELD_OUT, corpora
from bench.single_sentences import entries
from demarche.model.source import Capture
from demarche.steps.extract import read_tape
from demarche.steps.extract.mentions.tape import Named
from demarche.steps.extract.reading import Span
from demarche.steps.extract.trained.windows import Window, window
from demarche.steps.ingest import ingest
from training.reader.places import occurrences, place

FOLDS = 8
"""One incident in so many is kept apart for choosing thresholds and weights; by incident, never by report."""
_NAMES_ACCUSED = frozenset({"asserts", "suspects", "doubts"})


@dataclass(frozen=True, slots=True)
class Stand:
    """An annotated stance: who takes it and whom it names as offsets in the window, None for somebody who is not in it."""

    stance: str
    speaker: Span | None
    unnamed: bool
    accused: Span | None
    hedge: Span | None


@dataclass(frozen=True, slots=True)
class Answer:
    """An annotated response: its act and status, who did it and whom it is against as offsets in the window."""

    act: str
    status: str
    by: Span | None
    against: Span | None


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence in its window, with what it says."""

    source: str
    incident: str | None
    shown: Window
    stands: tuple[Stand, ...]
    answers: tuple[Answer, ...]
    victims: tuple[Span, ...]

    @property
    def apart(self) -> bool:
        """Whether its incident is kept apart from learning."""
        return kept_apart(self.incident)

    @property
    def telling(self) -> bool:
        """Whether it says anything that is learned."""
        return bool(self.stands or self.answers)


def kept_apart(incident: str | None) -> bool:
    """Whether an incident is kept apart from learning; what is about none is not."""
    return incident is not None and zlib.crc32(incident.encode()) % FOLDS == 0


def examples() -> Iterator[Example]:
    """Every sentence of every corpus but the held-out one, then the single sentences."""
    for corpus in corpora():
        for report in corpus.reports if corpus.name != HELD_OUT else ():
            gold = report.gold
            victims = [victim["name"] for victim in gold["incident"]["victims"]]
            yield from of_text(report.data, gold, victims, (report.id, report.incident))
    for entry in entries():
        victims = [victim["name"] for victim in entry["victims"]]
        yield from of_text(entry["text"].encode(), entry, victims, (entry["id"], None))


def of_text(data: bytes, gold: Mapping[str, Any], victims: list[str], names: tuple[str, str | None]) -> Iterator[Example]:
    """Every sentence of a text as an example; `names` are those of its report and incident."""
    reading = read_tape(ingest(Capture(f"{names[0]}.txt", data)))
    stands, answers = (_by_sentence(gold[part], reading.spans) for part in ("attributions", "responses"))
    mentions = tuple(reading.tape.mentions.values())
    for sentence in reading.sentences:
        shown = window(reading, sentence)
        yield Example(
            *names,
            shown,
            tuple(_stands(shown, stands.get(sentence.number, []), mentions)),
            tuple(_answer(shown, entry, mentions) for entry in answers.get(sentence.number, [])),
            tuple(_in_window(shown, span) for name in victims for span in occurrences(name, shown.whole, *shown.own)),
        )


def _by_sentence(found: list[dict[str, Any]], spans: Sequence[Span]) -> dict[int, list[dict[str, Any]]]:
    """The entries of each sentence: that with which an entry shares most."""
    of_sentence: dict[int, list[dict[str, Any]]] = {}
    for entry in found:
        shared = [min(end, entry["end"]) - max(start, entry["start"]) for start, end in spans]
        if shared and max(shared) > 0:
            of_sentence.setdefault(shared.index(max(shared)), []).append(entry)
    return of_sentence


def _stands(shown: Window, found: list[dict[str, Any]], mentions: tuple[Named, ...]) -> Iterator[Stand]:
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
            hedge = next(iter(occurrences(entry["confidence_words"], shown.whole, *shown.own, any_case=True)), None)
        inside = [None if one is None else _in_window(shown, one) for one in (speaker, accused, hedge)]
        yield Stand(entry["stance"], inside[0], unnamed, inside[1], inside[2])


def _answer(shown: Window, entry: dict[str, Any], mentions: tuple[Named, ...]) -> Answer:
    span = (entry["start"], entry["end"])
    parties = (("by", "government"), ("against", "state"))
    places = [
        place(entry[side], (kind, entry[f"{side}_country"]), shown, span, mentions) if entry[side] else None
        for side, kind in parties
    ]
    by, against = (None if one is None else _in_window(shown, one) for one in places)
    return Answer(entry["kind"], entry["status"], by, against)


def _in_window(shown: Window, span: Span) -> Span:
    return span[0] - shown.start, span[1] - shown.start
