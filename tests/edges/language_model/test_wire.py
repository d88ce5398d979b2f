from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from chat_endpoint import answer
from hypothesis import given
from hypothesis import strategies as st

from demarche.edges.language_model.wire import parse, schema
from demarche.errors import EndpointError
from demarche.model.atoms import PartialDate, plain
from demarche.model.claim import VALUE_CLASSES, PartyName
from demarche.model.saying import Saying
from demarche.model.vocabulary.attribution import Predicate, Stance

SPOKEN = {Predicate.ATTRIBUTION, Predicate.DENIAL}


def objects(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if part.get("type") == "object":
            yield part
        for inner in part.values():
            yield from objects(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from objects(inner)


def test_the_schema_is_strict_throughout() -> None:
    found = list(objects(schema()))
    assert len(found) > len(Predicate)
    for each in found:
        assert each["additionalProperties"] is False
        assert each["required"] == list(each["properties"])


@pytest.mark.parametrize("predicate", Predicate)
def test_every_field_of_every_value_can_be_said(predicate: Predicate) -> None:
    assert set(schema()["properties"]) == set(Predicate)
    value = schema()["$defs"][VALUE_CLASSES[predicate].__name__]
    assert set(value["properties"]) == {each.name for each in fields(VALUE_CLASSES[predicate])}


def test_the_schema_is_the_same_in_every_process() -> None:
    code = "import json; from demarche.edges.language_model.wire import schema; print(json.dumps(schema()))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.strip() == json.dumps(schema())


@cache
def anything(hint: Any) -> st.SearchStrategy[Any]:
    """Whatever the type of a field allows."""
    if hint is PartialDate:
        return st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)).map(PartialDate.of)
    if hint is int:
        return st.integers(0, 10**15)
    if isinstance(hint, type) and is_dataclass(hint):
        return st.builds(hint, **{name: anything(field) for name, field in get_type_hints(hint).items()})
    if get_origin(hint) is tuple:
        return st.lists(anything(get_args(hint)[0]), max_size=3).map(tuple)
    if get_args(hint):
        return st.one_of([anything(each) for each in get_args(hint)])
    return st.from_type(hint)


@cache
def sayings(predicate: Predicate) -> st.SearchStrategy[tuple[Predicate, Saying]]:
    stances: dict[Predicate, list[Stance]] = {
        Predicate.DENIAL: [Stance.DENIES],
        Predicate.ATTRIBUTION: [each for each in Stance if each is not Stance.DENIES],
    }
    facts = [Stance.ASSERTS, Stance.SUSPECTS, Stance.DENIES, Stance.DOUBTS]
    spoken = predicate in SPOKEN
    made = st.builds(
        Saying,
        quote=st.text(),
        value=anything(VALUE_CLASSES[predicate]),
        asserter=anything(PartyName | None),
        stance=st.sampled_from(stances.get(predicate, facts)),
        relayed_by=anything(PartyName | None) if spoken else st.none(),
        words=anything(str | None) if spoken else st.none(),
        said_on=anything(PartialDate | None) if spoken else st.none(),
        event=st.integers(0, 99),
    )
    return st.tuples(st.just(predicate), made)


def item(predicate: Predicate, saying: Saying) -> dict[str, Any]:
    """As it stands on the wire: with every field, None among them."""
    found = {each.name: _whole(getattr(saying, each.name)) for each in fields(Saying)}
    return found if predicate in SPOKEN else {name: found[name] for name in ("quote", "event", "asserter", "stance", "value")}


def _whole(value: Any) -> Any:
    if isinstance(value, PartialDate) or not hasattr(value, "__dataclass_fields__"):
        return plain(value)
    return {each.name: _whole(getattr(value, each.name)) for each in fields(value)}


@given(st.lists(st.one_of(list(map(sayings, Predicate))), max_size=3))
def test_what_can_be_said_comes_back_as_it_was_said(said: list[tuple[Predicate, Saying]]) -> None:
    lists: dict[str, list[dict[str, Any]]] = {}
    for predicate, saying in said:
        lists.setdefault(predicate.value, []).append(item(predicate, saying))
    found = parse(json.dumps(answer(lists)))
    expected = [saying for each in Predicate for predicate, saying in said if predicate is each]
    assert (list(found.sayings), found.undated) == (expected, 0)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_whatever_else_is_sent_is_an_error_and_no_crash(sent: Any) -> None:
    with pytest.raises(EndpointError, match="does not fit the schema"):
        parse(json.dumps(sent))
