"""Near-copies: forty printings of one wire story are one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from demarche.model.disjoint import Partition
from demarche.model.source import SourceFacts, likeness

ECHO_LIKENESS = 0.5
"""Share of five-word runs from which two texts are one source: a copy cut by a third still reaches it, two reports that quote
the same statement stay far below."""

_ROWS = 2
_NEIGHBOURS = 4


def seniority(facts: SourceFacts) -> tuple[date, str]:
    """Sorts the likely original first: the earliest day it may have been published, undated ones last, then by identifier."""
    published = facts.origin.published
    return (published.first if published else date.max, facts.id)


def echoes(sources: Iterable[SourceFacts]) -> dict[str, str]:
    """For every document the one it counts as: itself, or the most senior document of its set of near-copies."""
    known = {facts.id: facts for facts in sources}
    buckets: defaultdict[tuple[int, ...], list[str]] = defaultdict(list)
    for identifier in sorted(known):
        sketch = known[identifier].sketch
        for start in range(0, len(sketch), _ROWS):
            buckets[(start, *sketch[start : start + _ROWS])].append(identifier)
    alike, tried = Partition(known), set()
    for bucket in buckets.values():
        for index, left in enumerate(bucket):
            for right in bucket[index + 1 : index + 1 + _NEIGHBOURS]:
                if (left, right) not in tried:
                    tried.add((left, right))
                    if likeness(known[left].sketch, known[right].sketch) >= ECHO_LIKENESS:
                        alike.join(left, right)
    found = {}
    for members in alike.groups().values():
        original = min((known[member] for member in members), key=seniority).id
        found.update(dict.fromkeys(members, original))
    return found
