"""What kind of operation it was, by the weight of all words about it rather than by any mention.

A report's own incident is of each kind that weights learned from the annotated corpora (`training/types.py`) give to its
signs, and each claim stands on the sentence that brings most of them. Of other incidents only those kinds are told that
strong words say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from demarche.model.claim import PRIMARY, Claim, TypeValue
from demarche.model.vocabulary.incidents import IncidentType
from demarche.steps.extract.facts.typesigns import TypeSigns, type_signs
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.signals.signals import Signal
from demarche.steps.extract.signals.signs import strongest, total
from demarche.steps.extract.weights import UNIT, probability, stored

WEIGHTS = "type_weights.json"
_T, _S = IncidentType, Signal

SPEAKS_FOR: Mapping[IncidentType, Mapping[Signal, float]] = {
    _T.RANSOMWARE: {_S.RANSOM: 1.0, _S.GANG: 0.8, _S.ENCRYPTED: 0.8},
    _T.DESTRUCTION: {_S.WIPED: 1.0, _S.PHYSICAL: 0.9},
    _T.DDOS: {_S.FLOODED: 1.0},
    _T.DEFACEMENT: {_S.DEFACED: 1.0},
    _T.FINANCIAL_THEFT: {_S.MONEY_TAKEN: 1.0},
    _T.INFLUENCE: {_S.PLANTED: 1.0},
    _T.LEAK: {_S.LEAKED: 1.0},
    _T.DATA_THEFT: {_S.TAKEN: 1.0, _S.THEFT: 1.0},
    _T.ESPIONAGE_ACCESS: {_S.SPYING: 1.0, _S.ACCESS: 1.0},
    _T.DISRUPTION: {_S.OUTAGE: 1.0, _S.DARKENED: 1.0, _S.TAMPERED: 1.0},
}
"""The signals of each kind."""
LOUD = frozenset(_T) - {_T.DATA_THEFT, _T.ESPIONAGE_ACCESS, _T.DISRUPTION}
"""Kinds that are told by a few words of their own, and seldom by anything else."""
_CLEARLY = 0.8
"""The step of a signal from which it is said in so many words."""
_LEAST_ELSEWHERE = 1.0
_SUREST = 0.95


@dataclass(frozen=True, slots=True)
class TypeWeights:
    """A logistic regression for each kind over the signs of a report, in thousandths of log-odds. `least` is the chance from
    which a kind is told, `least_said` that of a loud one whose own words stand in the report."""

    kinds: tuple[IncidentType, ...]
    of: Mapping[str, Sequence[int]]
    least: float
    least_said: float

    def told(self, signs: frozenset[str]) -> dict[IncidentType, float]:
        """The kinds of a report with these signs, each with its chance."""
        rows = [self.of[sign] for sign in signs if sign in self.of]
        odds = map(sum, zip(*rows, strict=True))
        chances = {kind: probability(whole) for kind, whole in zip(self.kinds, odds, strict=False)}
        return {kind: chance for kind, chance in chances.items() if chance >= self._least(kind, signs)}

    def _least(self, kind: IncidentType, signs: frozenset[str]) -> float:
        said = kind in LOUD and any(f"{signal}>{_CLEARLY}" in signs for signal in SPEAKS_FOR[kind])
        return self.least_said if said else self.least

    def best(self, signs: TypeSigns, kind: IncidentType, passed_over: frozenset[int]) -> int | None:
        """The number of the sentence whose signs speak most for a kind, the first among equals; one of those to be passed
        over only where there is no other, None where none speaks for it."""
        place = self.kinds.index(kind)
        speaks = {number: sum(self.of[sign][place] for sign in part if sign in self.of) for number, part in signs.parts.items()}
        able = [number for number, odds in speaks.items() if odds > 0]
        return min(able, key=lambda number: (number in passed_over, -speaks[number], number), default=None)


@cache
def type_weights() -> TypeWeights:
    """The weights that the package carries."""
    known = stored(WEIGHTS)
    least, least_said = known["least"] / UNIT, known["least_said"] / UNIT
    return TypeWeights(tuple(map(IncidentType, known["kinds"])), known["weights"], least, least_said)


def find_types(reading: Reading) -> list[Claim]:
    """One claim for each kind that the words carry, the likeliest first, each on the sentence that shows it best."""
    weights, signs = type_weights(), type_signs(reading)
    headlines = frozenset(sentence.number for sentence in reading.sentences if sentence.headline)
    chances = weights.told(signs.whole)
    claims = []
    for kind in sorted(chances, key=lambda kind: (-chances[kind], kind.value)):
        number = weights.best(signs, kind, headlines)
        if number is not None:
            score = round(min(_SUREST, chances[kind]), 3)
            claims.append(reading.claim(reading.sentences[number], TypeValue(kind), score=score))
    return claims


def types_of_aside(reading: Reading) -> list[Claim]:
    """The kinds of an incident of which a report says little: only those that strong words say."""
    evidence = [one for one in reading.signals if one.weight > 0 and reading.event(one.sentence) == PRIMARY]
    claims = []
    for kind, factors in SPEAKS_FOR.items():
        pieces = [one for one in evidence if one.label in factors]
        weight = total(pieces, factors)
        if weight >= _LEAST_ELSEWHERE:
            claims.append(reading.claim(strongest(pieces).sentence, TypeValue(kind), score=min(_SUREST, 0.3 + weight / 4)))
    return claims
