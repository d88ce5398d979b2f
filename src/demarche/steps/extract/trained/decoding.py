"""From what the network sees of a sentence to who says what of whom, by their places in the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from demarche.steps.extract.reading import Span
from demarche.steps.extract.trained.network import ACTS, STATUSES, Seen

_BY_THEMSELVES = {"denies": "denier", "declines-to-attribute": "decliner", "claims-responsibility": "claimer"}


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Above which likelihoods something counts: a token as part of a role, token 0 as somebody unnamed, a pair as joined, a
    sentence as saying a thing, an act as told, a token as part of its doer."""

    role: float = 0.5
    unnamed: float = 0.5
    pair: float = 0.5
    said: float = 0.3
    act: float = 0.5
    doer: float = 0.4


@dataclass(frozen=True, slots=True)
class Position:
    """Somebody's stance: who takes it and whom it names, as places in the document; None for somebody unnamed."""

    stance: str
    speaker: Span | None
    accused: Span | None
    hedge: Span | None
    score: float


@dataclass(frozen=True, slots=True)
class Deed:
    """An act of answer as the annotation scheme names it, its status, who did it and whom it is against."""

    act: str
    status: str
    by: Span | None
    against: Span | None
    score: float


Run = tuple[int, ...]
"""Tokens in a row; token 0 alone stands for somebody unnamed."""


class Decoder:
    """Reads one sentence."""

    def __init__(self, seen: Seen, bars: Thresholds) -> None:
        self.seen = seen
        self._bars = bars

    def positions(self) -> Iterator[Position]:
        """Every accusation, suspicion, doubt, denial, claim and refusal of the sentence."""
        hedge = next((self._span(run) for run in self._runs("hedge", self._bars.role)), None)
        yield from self._joined("asserter", "accused", ("asserts", "suspects"), hedge)
        yield from self._joined("doubter", "accused-doubt", ("doubts",), hedge)
        for stance, role in _BY_THEMSELVES.items():
            likely = self.seen.says(stance)
            if likely >= self._bars.said:
                for run in self._parties(role):
                    yield Position(stance, self._span(run), None, hedge, likely)

    def _joined(self, role: str, other: str, stances: Sequence[str], hedge: Span | None) -> Iterator[Position]:
        gate = max(map(self.seen.says, stances))
        accused = self._parties(other) if gate >= self._bars.said else []
        for speaker in self._parties(role) if accused else ():
            for one in accused:
                ways = self.seen.joined(speaker, one)
                stance = max(stances, key=ways.__getitem__)
                if ways[stance] >= self._bars.pair:
                    parts = (gate, ways[stance], self._likely(role, speaker), self._likely(other, one))
                    yield Position(stance, self._span(speaker), self._span(one), hedge, _middle(parts))

    def deeds(self) -> Iterator[Deed]:
        """Every act of answer of the sentence, once for each doer."""
        status = max(STATUSES, key=self.seen.says)
        against = next((self._span(run) for run in self._runs("against", self._bars.role)), None)
        for act in ACTS:
            likely = self.seen.says(act)
            if likely >= self._bars.act:
                for run in list(self._runs(f"by:{act}", self._bars.doer)) or [(0,)]:
                    yield Deed(act, status, self._span(run), against, likely)

    def named(self, role: str) -> Iterator[tuple[Span, float]]:
        """Whatever of the sentence's own words has a role by itself, as malware has, and how likely."""
        own = self.seen.sentences[0]
        for run in self._runs(role, self._bars.role):
            span = self._span(run)
            if span is not None and self.seen.sentences[run[0]] == own:
                yield span, self._likely(role, run)

    def _parties(self, role: str) -> list[Run]:
        """Everybody in a role, and somebody unnamed where the sentence has such a one."""
        found = list(self._runs(role, self._bars.role))
        return [*found, (0,)] if self.seen.role(role)[0] >= self._bars.unnamed else found

    def _runs(self, role: str, least: float) -> Iterator[Run]:
        """The tokens in a row that are part of a role, token 0 aside."""
        sentences = self.seen.sentences
        run: list[int] = []
        for token in (self.seen.role(role)[1:] >= least).nonzero()[0].tolist():
            if run and (run[-1] != token or sentences[run[-1]] != sentences[token + 1]):
                yield tuple(run)
                run = []
            run.append(token + 1)
        if run:
            yield tuple(run)

    def _likely(self, role: str, run: Run) -> float:
        return float(self.seen.role(role)[list(run)].mean())

    def _span(self, run: Run) -> Span | None:
        """Where a run stands in the document."""
        first, last = self.seen.places[run[0]], self.seen.places[run[-1]]
        return None if first is None or last is None else (first[0], last[1])


def _middle(parts: Sequence[float]) -> float:
    """The geometric mean: low where one of the parts is."""
    product = 1.0
    for part in parts:
        product *= part
    return float(product ** (1 / len(parts)))
