"""What kind of operation it was, by the weight of the words about it rather than by any mention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from demarche.model.claim import PRIMARY, Claim, TypeValue
from demarche.model.vocabulary.incidents import IncidentType
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.signals import Signal
from demarche.steps.extract.signs import Evidence, strongest, total

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
    _T.DISRUPTION: {_S.OUTAGE: 1.0, _S.DARKENED: 1.0},
}
_LEAST = 0.8
_LEAST_ELSEWHERE = 1.0
_LEAST_DISRUPTION_BESIDE = 1.5
"""Ransomware and floods of traffic disrupt by nature, and intruders are shut out: beside them disruption is a kind of its own
only when much is made of it."""
_LEAST_ESPIONAGE_BESIDE = 1.5
_LEAST_LEAK_OF_STOLEN = 1.0
_LEAST_STATE = 0.5
_QUIETER = (_T.RANSOMWARE, _T.DDOS, _T.DATA_THEFT, _T.ESPIONAGE_ACCESS)
_LOUD = (_T.RANSOMWARE, _T.DESTRUCTION, _T.DDOS, _T.DEFACEMENT, _T.FINANCIAL_THEFT)

Found = dict[IncidentType, list[Evidence[Signal]]]


def _settled(totals: dict[IncidentType, float]) -> dict[IncidentType, float]:
    """What is left when kinds that hold another within them are told apart."""
    least = dict.fromkeys(_T, _LEAST)
    if any(totals.get(kind, 0) >= _LEAST for kind in _QUIETER):
        least[_T.DISRUPTION] = _LEAST_DISRUPTION_BESIDE
    if any(totals.get(kind, 0) >= _LEAST for kind in _LOUD):
        least[_T.ESPIONAGE_ACCESS] = _LEAST_ESPIONAGE_BESIDE
    return {kind: weight for kind, weight in totals.items() if weight >= least[kind]}


def _with_implied(kept: dict[IncidentType, float], weights: Mapping[Signal, float]) -> dict[IncidentType, float]:
    """What the kept kinds imply: what was leaked was taken first; states steal to know; an intrusion of which nothing louder
    is told was for access."""
    if weights[_S.LEAKED] >= _LEAST_LEAK_OF_STOLEN and _T.LEAK in kept:
        kept.setdefault(_T.DATA_THEFT, _LEAST)
    loud = any(kind in kept for kind in (*_LOUD, _T.LEAK, _T.INFLUENCE))
    if not loud and _T.DATA_THEFT in kept and weights[_S.STATE_LIKE] + weights[_S.SPYING] >= _LEAST_STATE:
        kept.setdefault(_T.ESPIONAGE_ACCESS, _LEAST)
    silent = not loud and _T.DISRUPTION not in kept and _T.DATA_THEFT not in kept
    if silent and weights[_S.INTRUSION] + weights[_S.STATE_LIKE] >= _LEAST:
        kept.setdefault(_T.ESPIONAGE_ACCESS, _LEAST)
    return kept


def _of_event(evidence: list[Evidence[Signal]], primary: bool) -> tuple[dict[IncidentType, float], Found]:
    found: Found = {}
    for kind, factors in SPEAKS_FOR.items():
        found[kind] = [one for one in evidence if one.label in factors]
    totals = {kind: total(pieces, SPEAKS_FOR[kind]) for kind, pieces in found.items()}
    if not primary:
        return {kind: weight for kind, weight in totals.items() if weight >= _LEAST_ELSEWHERE}, found
    weights = {label: total([one for one in evidence if one.label is label], {label: 1.0}) for label in _S}
    kept = _with_implied(_settled(totals), weights)
    found[_T.ESPIONAGE_ACCESS] = found[_T.ESPIONAGE_ACCESS] or [
        one for one in evidence if one.label in {_S.INTRUSION, _S.STATE_LIKE}
    ]
    found[_T.DATA_THEFT] = found[_T.DATA_THEFT] or found[_T.LEAK]
    return kept, found


def find_types(reading: Reading) -> list[Claim]:
    """One claim for each type that the words carry, on the sentence that shows it best."""
    by_event: dict[str, list[Evidence[Signal]]] = defaultdict(list)
    for one in reading.signals:
        if one.weight > 0:
            by_event[reading.event(one.sentence)].append(one)
    claims = []
    for event, evidence in sorted(by_event.items()):
        kept, found = _of_event(evidence, event == PRIMARY)
        for kind in sorted(kept, key=lambda kind: (-kept[kind], kind.value)):
            best = strongest(found[kind])
            claims.append(reading.claim(best.sentence, TypeValue(kind), score=min(0.95, 0.3 + kept[kind] / 4)))
    return claims
