from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from typing import Any, get_args

import pytest

from demarche.model.atoms import PartialDate, Passage, content_id, plain
from demarche.model.claim import (
    PREDICATES,
    PRIMARY,
    UNKNOWN,
    UNSPECIFIED,
    VALUE_CLASSES,
    AttributionValue,
    Claim,
    Confidence,
    Likelihood,
    PartyName,
    TypeValue,
    Value,
)
from demarche.model.vocabulary.attribution import Basis, PartyKind, Predicate, Stance
from demarche.model.vocabulary.incidents import IncidentType
from demarche.model.vocabulary.yardsticks import Scale

IRAN = PartyName("Iran", PartyKind.STATE, "IR")
RAMA = PartyName("Edi Rama", PartyKind.GOVERNMENT, "AL")
CLAIM = Claim(
    Passage("doc-1", 0, 16, "Rama blamed Iran"),
    AttributionValue(IRAN, Basis.POLITICAL_STATEMENT),
    RAMA,
    Stance.ASSERTS,
    "rules",
    "1",
    0.9,
)
CHANGES: list[dict[str, Any]] = [
    {"passage": Passage("doc-2", 0, 16, "Rama blamed Iran")},
    {"passage": Passage("doc-1", 1, 17, "Rama blamed Iran")},
    {"value": AttributionValue(IRAN, Basis.LEGAL_ACTION)},
    {"asserter": UNSPECIFIED},
    {"stance": Stance.SUSPECTS},
    {"reader": "hand"},
    {"reader_version": "2"},
    {"score": 0.8},
    {"relayed_by": PartyName("AFP", PartyKind.MEDIA)},
    {"likelihood": Likelihood("likely", Scale.NONE)},
    {"confidence": Confidence("confident", Scale.NONE)},
    {"said_on": PartialDate(2022, 9)},
    {"event": "other-1"},
]


def test_each_predicate_has_one_value_class_and_each_class_one_predicate() -> None:
    assert set(VALUE_CLASSES) == set(Predicate)
    assert set(get_args(Value)) == set(VALUE_CLASSES.values())
    assert {PREDICATES[value] for value in VALUE_CLASSES.values()} == set(Predicate)


def test_the_class_of_the_value_says_what_a_claim_is_about() -> None:
    assert CLAIM.predicate is Predicate.ATTRIBUTION
    assert replace(CLAIM, value=TypeValue(IncidentType.DDOS)).predicate is Predicate.TYPE


def test_equal_claims_have_one_identifier() -> None:
    assert replace(CLAIM).id == CLAIM.id
    assert CLAIM.id == content_id("claim", {"predicate": CLAIM.predicate.value, "claim": plain(CLAIM)})


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: next(iter(change)))
def test_whatever_changes_a_claim_changes_its_identifier(change: dict[str, Any]) -> None:
    assert replace(CLAIM, **change).id != CLAIM.id


def test_two_values_with_the_same_fields_are_two_claims() -> None:
    alike = {Predicate.MEANS: VALUE_CLASSES[Predicate.MEANS], Predicate.SERVICE: VALUE_CLASSES[Predicate.SERVICE]}
    made = [
        replace(CLAIM, value=alike[Predicate.MEANS]("malware", "x")),
        replace(CLAIM, value=alike[Predicate.SERVICE]("malware", "x")),
    ]
    assert len({claim.id for claim in made}) == 2


def test_a_claim_is_never_edited() -> None:
    with pytest.raises(FrozenInstanceError):
        CLAIM.score = 1.0  # type: ignore[misc]
    assert CLAIM.event == PRIMARY


def test_nobody_is_told_from_an_unknown_doer() -> None:
    assert UNSPECIFIED != UNKNOWN
    assert (UNSPECIFIED.kind, UNSPECIFIED.country) == (PartyKind.UNSPECIFIED, None)
    assert sorted([RAMA, IRAN]) == [RAMA, IRAN]
