"""Examples as numbers: tokens, and which of them are what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from demarche.steps.extract.reading import Span
from demarche.steps.extract.trained.network import PAIRS, ROLES, SAID, encoded
from training.reader.examples import Answer, Example, Stand

_WHO = {
    "asserts": "asserter",
    "suspects": "asserter",
    "denies": "denier",
    "doubts": "doubter",
    "claims-responsibility": "claimer",
    "declines-to-attribute": "decliner",
}
_ROLE = {role: number for number, role in enumerate(ROLES)}
_SAID = {said: number for number, said in enumerate(SAID)}


@dataclass(frozen=True, slots=True)
class Row:
    """An example ready to be learned from: pairs of token and role, numbers of what is said, and triples of the token of a
    speaker, that of an accused, and the way; `parties` are all tokens of parties, among which pairs are told apart."""

    ids: list[int]
    own: list[int]
    roles: frozenset[tuple[int, int]]
    said: frozenset[int]
    joined: frozenset[tuple[int, int, int]]
    parties: tuple[int, ...]
    telling: bool
    single: bool
    """Whether it is a single sentence and not one of a report."""


def row(tokenizer: Any, example: Example) -> Row:
    """The numbers of an example."""
    ids, own, places = encoded(tokenizer, example.shown)
    roles: set[tuple[int, int]] = set()
    said: set[int] = set()
    joined: set[tuple[int, int, int]] = set()
    parties: set[int] = set()
    for stand in example.stands:
        said.add(_SAID[stand.stance])
        speakers = _tokens(places, stand.speaker) or ([0] if stand.unnamed else [])
        roles |= {(token, _ROLE[_WHO[stand.stance]]) for token in speakers}
        roles |= {(token, _ROLE["hedge"]) for token in _tokens(places, stand.hedge)}
        if stand.stance in PAIRS:
            joined |= _pairs(stand, places, speakers, roles, parties)
    for answer in example.answers:
        said |= {_SAID[answer.act], _SAID[answer.status]}
        parties |= _answering(answer, places, roles)
    roles |= {(token, _ROLE["victim"]) for span in example.victims for token in _tokens(places, span)}
    return Row(
        ids,
        own,
        frozenset(roles),
        frozenset(said),
        frozenset(joined),
        tuple(sorted(parties)),
        example.telling,
        example.incident is None,
    )


def _pairs(
    stand: Stand, places: Sequence[Span | None], speakers: list[int], roles: set[tuple[int, int]], parties: set[int]
) -> set[tuple[int, int, int]]:
    accused = _tokens(places, stand.accused) or [0]
    role = "accused-doubt" if stand.stance == "doubts" else "accused"
    roles |= {(token, _ROLE[role]) for token in accused}
    parties |= {*speakers, *accused}
    way = PAIRS.index(stand.stance)
    return {(first, second, way) for first in speakers for second in accused}


def _answering(answer: Answer, places: Sequence[Span | None], roles: set[tuple[int, int]]) -> set[int]:
    by, against = _tokens(places, answer.by) or [0], _tokens(places, answer.against)
    roles |= {(token, _ROLE[f"by:{answer.act}"]) for token in by}
    roles |= {(token, _ROLE["against"]) for token in against}
    return {*by, *against}


def _tokens(places: Sequence[Span | None], span: Span | None) -> list[int]:
    if span is None:
        return []
    return [number for number, place in enumerate(places) if place and place[0] < span[1] and place[1] > span[0]]
