from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.errors import IntegrityError
from demarche.model.atoms import PartialDate, Passage, canonical_json
from demarche.model.claim import VALUE_CLASSES, Claim
from demarche.model.codec import claim_of, decode
from demarche.model.record import Lag, Party, ResponseRow
from demarche.model.source import Origin
from demarche.model.vocabulary.attribution import PartyKind, Predicate

DATES = st.builds(PartialDate, st.integers(1900, 2200), st.none() | st.integers(1, 12))
st.register_type_strategy(PartialDate, DATES)
PASSAGES = st.text(min_size=1, max_size=9).map(lambda quote: Passage("doc-1", 7, 7 + len(quote), quote))
st.register_type_strategy(Passage, PASSAGES)
CLAIMS = st.one_of(
    *(
        st.builds(Claim, value=st.from_type(value), score=st.floats(0, 1), reader=st.just("hand"))
        for value in VALUE_CLASSES.values()
    )
)


def through_json(value: Any) -> Any:
    return json.loads(canonical_json(value))


@given(CLAIMS)
def test_a_claim_comes_back_from_its_json(claim: Claim) -> None:
    back = claim_of(claim.predicate.value, through_json(claim))
    assert back == claim
    assert back.id == claim.id


@given(st.one_of(*map(st.from_type, (Origin, Party, Lag))))
def test_other_nouns_come_back_from_their_json(noun: Any) -> None:
    assert decode(type(noun), through_json(noun)) == noun


def test_what_was_none_without_a_default_comes_back_as_none() -> None:
    by = {"id": "party-1", "name": "Albania", "kind": "state"}
    row = {"act": "sanctions", "by": by, "status": "done", "rung": 17, "on": {"claims": ["claim-1"], "sources": 1}}
    back = decode(ResponseRow, row)
    assert (back.against, back.date, back.terms) == (None, None, None)
    assert back.by == Party("party-1", "Albania", PartyKind.STATE)
    assert back.on.claims == ("claim-1",)


@pytest.mark.parametrize("value", [{}, {"start": "start", "end": "attribution"}])
def test_values_that_lack_a_field_make_no_noun(value: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError, match="make no Lag"):
        decode(Lag, value)


def test_a_word_outside_its_vocabulary_is_refused() -> None:
    with pytest.raises(ValueError, match="shrug"):
        decode(Predicate, "shrug")
