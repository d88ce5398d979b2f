"""What a language model must answer, as a JSON schema, and the check that it did.

The schema is made of the value classes of the model's nouns, so that both always have the same fields. Everything is required
and nothing else allowed, which is what strict schemas ask for.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from demarche.errors import EndpointError, UsageError
from demarche.model.atoms import PartialDate
from demarche.model.claim import VALUE_CLASSES, PartyName
from demarche.model.codec import saying_of
from demarche.model.saying import Answer, Saying
from demarche.model.vocabulary.attribution import Predicate, Stance

_MOST = 10**15
"""No number of people or units of a currency is larger, and every JSON parser reads it exactly."""
_EVENTS = 99
_SPOKEN = frozenset((Predicate.ATTRIBUTION, Predicate.DENIAL))
"""What is somebody's word: who passes it on, how sure they are and when they said so belongs to it."""
_OF_FACTS = (Stance.ASSERTS, Stance.SUSPECTS, Stance.DENIES, Stance.DOUBTS)
_STANCES: dict[Predicate, tuple[Stance, ...]] = {
    Predicate.ATTRIBUTION: tuple(stance for stance in Stance if stance is not Stance.DENIES),
    Predicate.DENIAL: (Stance.DENIES,),
}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


def _wire(hint: Any) -> Any:
    """The type that stands in JSON for a type of the model."""
    if hint is PartialDate:
        return str
    if hint is int:
        return Annotated[int, Field(ge=0, le=_MOST)]
    if isinstance(hint, type) and is_dataclass(hint):
        return _noun(hint)
    if get_origin(hint) in (Union, types.UnionType):
        return Union[tuple(map(_wire, get_args(hint)))]  # noqa: UP007 - its members are not known before
    if get_origin(hint) is tuple:
        return list[_wire(get_args(hint)[0])]  # type: ignore[misc]  # made of hints that are not known before
    return hint


@cache
def _noun(noun: type) -> type[BaseModel]:
    return _made(noun.__name__, {name: _wire(hint) for name, hint in get_type_hints(noun).items()})


def _made(name: str, hints: dict[str, Any]) -> type[BaseModel]:
    required: dict[str, Any] = {field: (hint, ...) for field, hint in hints.items()}
    return create_model(name, __base__=_Strict, **required)


def _item(predicate: Predicate) -> type[BaseModel]:
    """One saying: its quote first, so that what follows is written with the words at hand."""
    party = _wire(PartyName | None)
    hints: dict[str, Any] = {"quote": str, "event": Annotated[int, Field(ge=0, le=_EVENTS)], "asserter": party}
    if predicate in _SPOKEN:
        hints |= {"relayed_by": party, "words": str | None, "said_on": str | None}
    stances = Literal[_STANCES.get(predicate, _OF_FACTS)]  # type: ignore[valid-type]  # a tuple of members, known at run time
    return _made(f"{predicate.value.title()}Item", {**hints, "stance": stances, "value": _noun(VALUE_CLASSES[predicate])})


@cache
def _answer() -> type[BaseModel]:
    return _made("Claims", {predicate.value: list[_item(predicate)] for predicate in Predicate})  # type: ignore[misc]


@cache
def schema() -> dict[str, Any]:
    """The JSON schema of an answer."""
    bare: dict[str, Any] = _untitled(_answer().model_json_schema())
    return bare


def _untitled(part: Any) -> Any:
    """Without the titles that repeat every name: a model would read them for nothing."""
    if isinstance(part, dict):
        return {name: _untitled(value) for name, value in part.items() if name != "title"}
    return list(map(_untitled, part)) if isinstance(part, list) else part


def parse(text: str) -> Answer:
    """The answer that the text is; EndpointError when it is not JSON or does not fit the schema."""
    try:
        plain = _answer().model_validate_json(text).model_dump(mode="json")
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(map(str, found["loc"])) or "the whole"
        raise EndpointError(f"its answer does not fit the schema: {found['msg']}, at {place}") from None
    items = [(predicate, item) for predicate in Predicate for item in plain[predicate.value]]
    sayings = tuple(_dated(items))
    return Answer(sayings, undated=len(items) - len(sayings))


def _dated(items: list[tuple[Predicate, dict[str, Any]]]) -> Iterator[Saying]:
    """The sayings, but those with a date that there is none of."""
    for predicate, item in items:
        try:
            yield saying_of(predicate, item)
        except UsageError:
            continue
