from __future__ import annotations

from dataclasses import replace

import pytest

from demarche.model.atoms import PartialDate, Passage
from demarche.model.claim import AttributionValue, Claim, Likelihood, PartyName
from demarche.model.judging import judgement, substance, upheld, verdicts
from demarche.model.record import Judgement, JudgementKind
from demarche.model.vocabulary.attribution import Basis, PartyKind, Stance
from demarche.model.vocabulary.yardsticks import Scale

NORWAY, RUSSIA, CHINA = (
    PartyName(name, PartyKind.STATE, code) for name, code in (("Norway", "NO"), ("Russia", "RU"), ("China", "CN"))
)
ONE = Claim(
    Passage("doc-1", 0, 5, "words"),
    AttributionValue(RUSSIA, Basis.POLITICAL_STATEMENT),
    NORWAY,
    Stance.ASSERTS,
    "rules",
    "1",
    0.7,
    likelihood=Likelihood("likely", Scale.PHIA, 55, 75),
    said_on=PartialDate(2022, 9),
)
AGAIN = replace(ONE, reader="model+llm", reader_version="2+small", score=0.31)
OTHER = replace(ONE, value=AttributionValue(CHINA, Basis.POLITICAL_STATEMENT))
ACCEPT, REJECT = JudgementKind.ACCEPT, JudgementKind.REJECT
ALL = (ONE, AGAIN, OTHER)


def test_without_a_judgement_every_claim_is_upheld() -> None:
    assert upheld(iter(ALL), ()) == ALL


def test_a_rejection_holds_for_whoever_says_the_same_of_the_same_words() -> None:
    rejected = judgement(ONE, REJECT, "desk", "2026-01-01T00:00:00Z", "a quote of another")
    assert upheld(ALL, [rejected]) == (OTHER,)
    assert (rejected.subject, rejected.note) == (ONE.id, "a quote of another")
    assert verdicts([rejected]).on(AGAIN) == rejected
    assert verdicts([rejected]).on(OTHER) is None


def test_a_rejection_of_a_mere_identifier_holds_for_that_claim() -> None:
    assert upheld(ALL, [Judgement(REJECT, ONE.id, "desk", "2026-01-01T00:00:00Z")]) == (AGAIN, OTHER)


@pytest.mark.parametrize("backwards", [False, True])
def test_the_latest_decision_counts_in_any_order(backwards: bool) -> None:
    made = [
        judgement(ONE, REJECT, "desk", "2026-01-01T00:00:00Z"),
        judgement(AGAIN, ACCEPT, "chief", "2026-01-02T00:00:00Z"),
        judgement(OTHER, ACCEPT, "desk", "2026-01-01T00:00:00Z"),
        judgement(OTHER, REJECT, "desk", "2026-01-01T00:00:01Z"),
    ]
    assert upheld(ALL, reversed(made) if backwards else made) == (ONE, AGAIN)


def test_judgements_on_other_things_change_no_claim() -> None:
    assert upheld(ALL, [Judgement(JudgementKind.SPLIT, ONE.id, "desk", "2026-01-01T00:00:00Z")]) == ALL


def test_the_substance_of_a_claim_is_all_but_who_read_it() -> None:
    assert substance(ONE) == substance(AGAIN) != substance(OTHER)
    assert substance(replace(ONE, stance=Stance.DOUBTS)) != substance(ONE)
