"""The trained reader makes the same claims of a report in every order, beside whatever others, and however many workers."""

from __future__ import annotations

from functools import cache

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.edges.spread import spread
from demarche.model.claim import Claim
from demarche.model.source import Capture
from demarche.steps.extract.trained import extract
from demarche.steps.ingest import ingest

TEXTS = (
    "Norway blames Russia\n\nNorway's foreign minister said on Tuesday that Russia was behind the break-in at the Storting.",
    "Tehran denies it\n\nIran rejected the accusation that it had wiped the servers of the Albanian government. " * 3,
    "Bakers in Lyon won a prize\n\nThe jury praised the crust. The price of flour has risen by a tenth since March.",
    "Ottawa expels two diplomats\n\nCanada expelled two Russian diplomats over the hack, and Moscow said that it would answer.",
)
NUMBERS = range(len(TEXTS))


def claims_of(number: int) -> tuple[Claim, ...]:
    return extract(ingest(Capture(f"{number}.txt", TEXTS[number].encode())))


@cache
def alone() -> tuple[tuple[Claim, ...], ...]:
    found = tuple(map(claims_of, NUMBERS))
    assert len({claim.reader for claims in found for claim in claims}) == 2
    return found


@settings(max_examples=8, deadline=None)
@given(st.lists(st.sampled_from(NUMBERS), min_size=2, max_size=6))
def test_what_was_read_before_changes_nothing(order: list[int]) -> None:
    assert [claims_of(number) for number in order] == [alone()[number] for number in order]


@pytest.mark.parametrize(("workers", "order"), [(2, (3, 1, 0, 2)), (3, (0, 1, 2, 3, 1)), (4, (2, 0, 3, 1))])
def test_any_number_of_workers_makes_the_same_claims(workers: int, order: tuple[int, ...]) -> None:
    assert list(spread(claims_of, order, workers)) == [alone()[number] for number in order]
