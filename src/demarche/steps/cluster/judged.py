"""What persons decided about units: the latest word on each pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from demarche.model.record import Join, Judgement, JudgementKind
from demarche.steps.cluster.scoring import CERTAIN

_TOGETHER = frozenset({JudgementKind.MERGE, JudgementKind.SAME_AS})
_APART = frozenset({JudgementKind.SPLIT, JudgementKind.NOT_SAME_AS})


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs that belong together, pairs that do not, and units split off from everything."""

    together: tuple[Join, ...]
    apart: tuple[tuple[str, str], ...]
    alone: frozenset[str]


def decisions(judgements: Sequence[Judgement], units: frozenset[str]) -> Decisions:
    """The latest judgement on each pair of units counts; a split without another unit takes one out of all automatic joins, and
    a merge without another undoes that. What names no unit is about something else.
    """
    latest: dict[tuple[str, ...], Judgement] = {}
    given = [judged for judged in judgements if judged.kind in _TOGETHER | _APART]
    for judged in sorted(given, key=lambda item: (item.made_at, item.kind, item.author, item.subject, item.other or "")):
        pair = tuple(sorted({judged.subject, judged.other or judged.subject}))
        if units.issuperset(pair):
            latest[pair] = judged
    ordered = sorted(latest.items())
    together = [
        Join(pair[0], pair[1], CERTAIN, f"judged one event by {judged.author}")
        for pair, judged in ordered
        if len(pair) == 2 and judged.kind in _TOGETHER
    ]
    apart = [(pair[0], pair[1]) for pair, judged in ordered if len(pair) == 2 and judged.kind in _APART]
    alone = frozenset(pair[0] for pair, judged in ordered if len(pair) == 1 and judged.kind in _APART)
    return Decisions(tuple(together), tuple(apart), alone)
