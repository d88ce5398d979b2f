"""From plain JSON values back to the nouns, by their type hints. The inverse of `atoms.plain`."""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from demarche.errors import IntegrityError
from demarche.model.atoms import PartialDate
from demarche.model.claim import VALUE_CLASSES, Claim
from demarche.model.saying import Saying
from demarche.model.vocabulary.attribution import Predicate

Decoder = Callable[[Any], Any]


def decode(hint: Any, value: Any) -> Any:
    """Build what `hint` names from plain values; IntegrityError when they do not fit."""
    return _decoder(hint)(value)


def claim_of(predicate: str, value: dict[str, Any]) -> Claim:
    """The claim that `plain` made these values of."""
    claim: Claim = _valued_decoder(Claim, predicate)(value)
    return claim


def saying_of(predicate: str, value: dict[str, Any]) -> Saying:
    """The saying that `plain` would make these values of; UsageError when one of its dates is in no calendar."""
    saying: Saying = _valued_decoder(Saying, predicate)(value)
    return saying


@cache
def _decoder(hint: Any) -> Decoder:
    """What decodes a hint's values, made once: a record holds hundreds of thousands of claims."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        (inner, *_) = [_decoder(option) for option in get_args(hint) if option is not type(None)]
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        item = _decoder(get_args(hint)[0])
        return lambda value: tuple(map(item, value))
    if hint is PartialDate:
        return PartialDate.parse
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if isinstance(hint, type) and is_dataclass(hint):
        return _builder(hint, get_type_hints(hint))
    return _as_it_is


@cache
def _valued_decoder(cls: type, predicate: str) -> Decoder:
    return _builder(cls, {**get_type_hints(cls), "value": VALUE_CLASSES[Predicate(predicate)]})


def _as_it_is(value: Any) -> Any:
    return value


def _builder(cls: type, hints: dict[str, Any]) -> Decoder:
    decoders = tuple((item.name, _decoder(hints[item.name])) for item in fields(cls))
    # A field without a default that may be None was left out by `plain` when it was None.
    absent = {item.name: None for item in fields(cls) if item.default is MISSING and type(None) in get_args(hints[item.name])}

    def build(value: dict[str, Any]) -> Any:
        given = {name: decoder(value[name]) for name, decoder in decoders if name in value}
        try:
            return cls(**given) if len(given) == len(decoders) else cls(**{**absent, **given})
        except TypeError as error:
            raise IntegrityError(f"these values make no {cls.__name__}: {error}") from error

    return build
