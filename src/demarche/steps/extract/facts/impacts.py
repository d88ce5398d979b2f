"""What the attack did: services out, data destroyed, locked or exposed (which, whose, how many), money lost, physical harm."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from demarche.model.claim import PRIMARY, Claim, ImpactValue
from demarche.model.vocabulary.incidents import DataClass, Impact
from demarche.steps.extract.facts.exposure import data_classes, head_count, is_personal, whose
from demarche.steps.extract.facts.money import sums
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.signals.signals import Signal
from demarche.steps.extract.signals.signs import Evidence, strongest, total

_I, _S = Impact, Signal
Pieces = list[Evidence[Signal]]

SPEAKS_FOR: Mapping[Impact, Mapping[Signal, float]] = {
    _I.SERVICE_OUTAGE: {_S.OUTAGE: 1.0, _S.DARKENED: 1.0, _S.FLOODED: 0.8},
    _I.DATA_DESTROYED: {_S.WIPED: 1.0},
    _I.DATA_ENCRYPTED: {_S.ENCRYPTED: 1.0},
    _I.DATA_EXPOSED: {_S.TAKEN: 1.0, _S.LEAKED: 0.9, _S.ACCESS: 0.6, _S.THEFT: 0.5},
    _I.PHYSICAL_EFFECT: {_S.PHYSICAL: 1.0, _S.TAMPERED: 1.0, _S.DARKENED: 0.9},
}
_LEAST: Mapping[Impact, float] = {
    _I.SERVICE_OUTAGE: 0.8,
    _I.DATA_DESTROYED: 0.9,
    _I.DATA_ENCRYPTED: 0.5,
    _I.DATA_EXPOSED: 0.8,
    _I.PHYSICAL_EFFECT: 0.9,
}
_SOME_SUM = re.compile(r"million|billion|[$€£] ?\d|heist|bitcoin")
_CLEAR_LOSS = 0.8
"""The weight of words about money from which they count though no sum stands beside them."""


@dataclass(frozen=True, slots=True)
class _Exposed:
    """What one sentence says of exposed data."""

    piece: Evidence[Signal]
    classes: tuple[DataClass, ...]
    personal: bool


def _exposed(reading: Reading, pieces: Pieces) -> list[_Exposed]:
    best: dict[int, Evidence[Signal]] = {}
    for one in pieces:
        held = best.get(one.sentence.number)
        if (
            held is None
            or one.weight * SPEAKS_FOR[_I.DATA_EXPOSED][one.label] > held.weight * SPEAKS_FOR[_I.DATA_EXPOSED][held.label]
        ):
            best[one.sentence.number] = one
    found = []
    for number, piece in sorted(best.items()):
        text = reading.lowered[number]
        classes = data_classes(text)
        found.append(_Exposed(piece, classes, is_personal(text, classes)))
    return found


def _exposures(reading: Reading, pieces: Pieces, weight: float) -> list[Claim]:
    """One claim for each sentence that names classes, whose or how many; else one on the best sentence."""
    found = _exposed(reading, pieces)
    telling = [one for one in found if one.classes or one.personal]
    chosen = telling or [one for one in found if one.piece is strongest(pieces)] or found[:1]
    claims = []
    for one in chosen:
        sentence = one.piece.sentence
        text = reading.plain[sentence.number]
        value = ImpactValue(
            _I.DATA_EXPOSED,
            data_classes=one.classes,
            whose=whose(text),
            personal=one.personal,
            head_count=head_count(text) if one.personal else None,
        )
        claims.append(reading.claim(sentence, value, score=min(0.9, 0.4 + weight / 5)))
    return claims


def _said(reading: Reading, piece: Evidence[Signal]) -> str:
    return reading.lowered[piece.sentence.number][piece.start : piece.end]


def _money(reading: Reading, pieces: Pieces) -> list[Claim]:
    """Money taken, paid or lost, each sum once; without a sum where the words are clear and none gives one."""
    claims = []
    seen: set[tuple[int | None, str | None]] = set()
    for one in pieces:
        text = reading.plain[one.sentence.number]
        for amount, currency in sums(text, one.start, one.end):
            if (amount, currency) not in seen:
                seen.add((amount, currency))
                value = ImpactValue(_I.MONEY_LOST, amount=amount, currency=currency)
                claims.append(reading.claim(one.sentence, value, score=min(0.9, 0.4 + one.weight / 2.5)))
    clear = [one for one in pieces if one.weight >= _CLEAR_LOSS and _SOME_SUM.search(_said(reading, one))]
    if not claims and clear:
        claims.append(reading.claim(strongest(clear).sentence, ImpactValue(Impact.MONEY_LOST), score=0.5))
    return claims


def _event_claims(reading: Reading, pieces: Pieces) -> list[Claim]:
    claims = []
    for impact, factors in SPEAKS_FOR.items():
        relevant = [one for one in pieces if one.label in factors]
        weight = total(relevant, factors)
        if weight < _LEAST[impact]:
            continue
        if impact is _I.DATA_EXPOSED:
            claims += _exposures(reading, relevant, weight)
        else:
            best: Sentence = strongest(relevant).sentence
            claims.append(reading.claim(best, ImpactValue(impact), score=min(0.9, 0.35 + weight / 4)))
    money = [one for one in pieces if one.label in {_S.MONEY_TAKEN, _S.MONEY_COST} and one.weight >= 0.5]
    return claims + _money(reading, money)


def find_impacts(reading: Reading) -> list[Claim]:
    """The impacts of the primary incident, each on the sentence that says it."""
    by_event: dict[str, Pieces] = defaultdict(list)
    for one in reading.signals:
        if one.weight > 0 and one.firm:
            by_event[reading.event(one.sentence)].append(one)
    return _event_claims(reading, by_event[PRIMARY])
