"""What kind of operation it was, by the weight of the words about it rather than by any mention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from demarche.model.claim import PRIMARY, AttributionValue, Claim, TypeValue
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.model.vocabulary.incidents import IncidentType
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.signals.signals import Signal
from demarche.steps.extract.signals.signs import Evidence, strongest, total

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
_LEAST = 0.8
_LEAST_DISRUPTION_BESIDE = {_T.DDOS: 1.8, _T.FINANCIAL_THEFT: 1.8, _T.DATA_THEFT: 1.5, _T.ESPIONAGE_ACCESS: 1.5}
"""Floods of traffic disrupt by nature, and intruders are shut out: beside them disruption is a kind of its own only when much
is made of it."""
_LEAST_DISRUPTION_OF_INTRUDERS = 1.2
"""What was broken into is switched off for a while, which is no aim of those who broke in."""
_LEAST_INTRUSION = 0.6
_LEAST_DISRUPTION_OF_LOUD = 0.5
_LEAST_ESPIONAGE_BESIDE = 1.5
_LEAST_THEFT_OF_SPIES = 0.5
_LEAST_LEAK_OF_STOLEN = 1.0
_LEAST_STATE = 0.5
_HALTING = (_T.RANSOMWARE, _T.DESTRUCTION)
"""Kinds that stop what they hit as a rule."""
_LOUD = (_T.RANSOMWARE, _T.DESTRUCTION, _T.DDOS, _T.DEFACEMENT, _T.FINANCIAL_THEFT)
_ACCUSING = frozenset({Stance.ASSERTS, Stance.SUSPECTS})
_STATES = frozenset({PartyKind.STATE, PartyKind.GOVERNMENT})
_OF_STATE = 0.5
"""What an accusation of a state adds to the words for state actors."""

Found = dict[IncidentType, list[Evidence[Signal]]]


def _least(totals: Mapping[IncidentType, float]) -> dict[IncidentType, float]:
    """From where each kind counts, when kinds that hold another within them are told apart."""
    least = dict.fromkeys(_T, _LEAST)
    if any(totals.get(kind, 0) >= _LEAST for kind in _HALTING):
        least[_T.DISRUPTION] = _LEAST_DISRUPTION_OF_LOUD
    else:
        beside = (needed for kind, needed in _LEAST_DISRUPTION_BESIDE.items() if totals.get(kind, 0) >= _LEAST)
        least[_T.DISRUPTION] = max(beside, default=_LEAST)
    if any(totals.get(kind, 0) >= _LEAST for kind in _LOUD):
        least[_T.ESPIONAGE_ACCESS] = _LEAST_ESPIONAGE_BESIDE
    elif totals.get(_T.ESPIONAGE_ACCESS, 0) >= _LEAST:
        least[_T.DATA_THEFT] = _LEAST_THEFT_OF_SPIES
    return least


def _with_implied(kept: dict[IncidentType, float], weights: Mapping[Signal, float]) -> dict[IncidentType, float]:
    """What the kept kinds imply: what was leaked was taken first; states steal to know; an intrusion of which nothing louder
    is told was for access."""
    if weights[_S.LEAKED] >= _LEAST_LEAK_OF_STOLEN and _T.LEAK in kept:
        kept.setdefault(_T.DATA_THEFT, _LEAST)
    loud = any(kind in kept for kind in (*_LOUD, _T.LEAK, _T.INFLUENCE))
    if not loud and _T.DATA_THEFT in kept and weights[_S.STATE_LIKE] + weights[_S.SPYING] >= _LEAST_STATE:
        kept.setdefault(_T.ESPIONAGE_ACCESS, _LEAST)
    silent = not loud and _T.DISRUPTION not in kept and _T.DATA_THEFT not in kept
    if silent and weights[_S.INTRUSION] + weights[_S.STATE_LIKE] >= _LEAST_INTRUSION:
        kept.setdefault(_T.ESPIONAGE_ACCESS, _LEAST)
    return kept


def _of_event(evidence: list[Evidence[Signal]], of_state: float) -> tuple[dict[IncidentType, float], Found]:
    found: Found = {}
    for kind, factors in SPEAKS_FOR.items():
        found[kind] = [one for one in evidence if one.label in factors]
    totals = {kind: total(pieces, SPEAKS_FOR[kind]) for kind, pieces in found.items()}
    weights = {label: total([one for one in evidence if one.label is label], {label: 1.0}) for label in _S}
    weights[_S.STATE_LIKE] += of_state
    least = _least(totals)
    if weights[_S.INTRUSION] >= _LEAST_INTRUSION and not any(totals[kind] >= _LEAST for kind in _LOUD):
        least[_T.DISRUPTION] = max(least[_T.DISRUPTION], _LEAST_DISRUPTION_OF_INTRUDERS)
    kept = _with_implied({kind: weight for kind, weight in totals.items() if weight >= least[kind]}, weights)
    found[_T.ESPIONAGE_ACCESS] = found[_T.ESPIONAGE_ACCESS] or [
        one for one in evidence if one.label in {_S.INTRUSION, _S.STATE_LIKE}
    ]
    found[_T.DATA_THEFT] = found[_T.DATA_THEFT] or found[_T.LEAK]
    return {kind: weight for kind, weight in kept.items() if found[kind]}, found


def _blames_state(claim: Claim) -> bool:
    """Whether a claim accuses a state, or a group of one, of the report's own incident."""
    value = claim.value
    if not isinstance(value, AttributionValue) or claim.stance not in _ACCUSING or claim.event != PRIMARY:
        return False
    return value.accused.kind in _STATES or (value.accused.kind is PartyKind.GROUP and value.accused.country is not None)


def find_types(reading: Reading, told: Sequence[Claim] = ()) -> list[Claim]:
    """One claim for each type that the words carry, on the sentence that shows it best. `told` are the claims about who did it:
    what states do in silence is to spy."""
    evidence = [one for one in reading.signals if one.weight > 0 and reading.event(one.sentence) == PRIMARY]
    kept, found = _of_event(evidence, _OF_STATE if any(map(_blames_state, told)) else 0.0)
    claims = []
    for kind in sorted(kept, key=lambda kind: (-kept[kind], kind.value)):
        best = strongest(found[kind])
        claims.append(reading.claim(best.sentence, TypeValue(kind), score=min(0.95, 0.3 + kept[kind] / 4)))
    return claims
