"""What the attributions of an incident amount to, and whether they are contested."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from demarche.model.record import AttributionRow, DenialRow, Party, ResponseRow
from demarche.model.vocabulary.attribution import Basis, PartyKind, Stance, Standing
from demarche.model.vocabulary.responses import Act, Status

_BY_KIND = {
    PartyKind.STATE: Standing.GOVERNMENT_ATTRIBUTED,
    PartyKind.GOVERNMENT: Standing.GOVERNMENT_ATTRIBUTED,
    PartyKind.INTERNATIONAL_ORGANISATION: Standing.GOVERNMENT_ATTRIBUTED,
    PartyKind.COMPANY: Standing.INDUSTRY_ASSESSED,
    PartyKind.RESEARCHER: Standing.INDUSTRY_ASSESSED,
    PartyKind.ORGANISATION: Standing.INDUSTRY_ASSESSED,
    PartyKind.VICTIM: Standing.INDUSTRY_ASSESSED,
}
"""Whoever is not here answers for nothing: the press, an unnamed official, a passive without an agent."""

_ACCUSES = frozenset({Stance.ASSERTS, Stance.SUSPECTS})
_OFFICIAL = frozenset({PartyKind.STATE, PartyKind.GOVERNMENT, PartyKind.INTERNATIONAL_ORGANISATION})
_ORDER = list(Standing)


def accuses(row: AttributionRow) -> bool:
    """Whether the row names somebody as the author, other than the one who says it."""
    return row.stance in _ACCUSES and row.accused.kind is not PartyKind.UNSPECIFIED


def _of_attribution(row: AttributionRow) -> Standing:
    if row.stance is Stance.CLAIMS_RESPONSIBILITY:
        return Standing.SELF_CLAIMED
    if not accuses(row):
        return Standing.UNATTRIBUTED
    if row.basis is Basis.LEGAL_ACTION and row.asserter.kind in _OFFICIAL:
        return Standing.JUDICIALLY_ESTABLISHED
    return _BY_KIND.get(row.asserter.kind, Standing.MEDIA_ALLEGED)


def _of_response(row: ResponseRow) -> Standing:
    charged = row.act is Act.INDICTMENT and row.status is Status.DONE and row.against is not None
    return Standing.JUDICIALLY_ESTABLISHED if charged else Standing.UNATTRIBUTED


def standing(attributions: Sequence[AttributionRow], responses: Sequence[ResponseRow]) -> Standing:
    """The strongest that any row amounts to."""
    found = [*map(_of_attribution, attributions), *map(_of_response, responses), Standing.UNATTRIBUTED]
    return max(found, key=_ORDER.index)


def _state(party: Party) -> str | None:
    if party.kind in (PartyKind.STATE, PartyKind.GOVERNMENT):
        return party.country
    return party.state_link


def _other_states(attributions: Sequence[AttributionRow]) -> bool:
    """Whether two asserters accuse different states, with none in common. A passive without an agent is nobody's word."""
    accused: dict[str, set[str]] = {}
    for row in attributions:
        state = _state(row.accused)
        if accuses(row) and state and row.asserter.kind is not PartyKind.UNSPECIFIED:
            accused.setdefault(row.asserter.id, set()).add(state)
    return any(not one & other for one, other in combinations(accused.values(), 2))


def contested(attributions: Sequence[AttributionRow], denials: Sequence[DenialRow]) -> bool:
    """Whether somebody denies it, doubts it, or names another state."""
    against = any(row.stance in (Stance.DENIES, Stance.DOUBTS) for row in attributions)
    return bool(denials) or against or _other_states(attributions)
