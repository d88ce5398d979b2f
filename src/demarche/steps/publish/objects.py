"""Incidents, claims, documents and parties as plain objects, each kind in the order of its identifiers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from demarche.model.atoms import plain
from demarche.model.claim import PRIMARY, Claim
from demarche.model.record import Incident, Record, Stands, Unit
from demarche.model.source import SourceFacts


def stands(incident: Incident) -> Iterator[Stands]:
    """What each row of an incident stands on."""
    rows: Iterable[Any] = chain(
        incident.victims,
        incident.dates,
        incident.types,
        incident.services,
        incident.impacts,
        incident.means,
        incident.attributions,
        incident.denials,
        incident.responses,
        incident.context,
    )
    for row in rows:
        yield row.on


def memberships(record: Record, claims: Sequence[Claim]) -> dict[str, str]:
    """The incident of each claim that has one, by claim identifier.

    A claim that no row shows, such as an alias, belongs to the incident of the other claims about its document's event.
    """
    by_claim = {name: incident.id for incident in record.incidents for on in stands(incident) for name in on.claims}
    by_unit = {
        side: incident.id for incident in record.incidents for join in incident.joins for side in (join.left, join.right)
    }
    by_unit |= {unit_of(claim): by_claim[claim.id] for claim in claims if claim.id in by_claim}
    found = {claim.id: by_claim.get(claim.id) or by_unit.get(unit_of(claim)) for claim in claims}
    return {claim: incident for claim, incident in found.items() if incident}


def primary_incidents(record: Record, claims: Sequence[Claim]) -> dict[str, str]:
    """The incident that each document is mainly about, by document; one of which nothing is told has none."""
    held = memberships(record, claims)
    return {claim.passage.document: held[claim.id] for claim in claims if claim.event == PRIMARY and claim.id in held}


def unit_of(claim: Claim) -> str:
    """The identifier of the unit, one event of one document, that a claim is about."""
    return Unit(claim.passage.document, claim.event).id


def ordered(claims: Sequence[Claim]) -> list[Claim]:
    """Claims by identifier, each once."""
    distinct = {claim.id: claim for claim in claims}
    return [distinct[name] for name in sorted(distinct)]


def collections(
    record: Record, claims: Sequence[Claim], sources: Mapping[str, SourceFacts]
) -> dict[str, Iterator[dict[str, Any]]]:
    """The four kinds of object of an export, by the name of the kind. Nothing is left out but texts and sketches."""
    found = ordered(claims)
    return {
        "incidents": map(plain, sorted(record.incidents, key=lambda incident: incident.id)),
        "claims": _claims(found, memberships(record, found), sources),
        "documents": (_document(sources[name]) for name in sorted(sources)),
        "parties": map(plain, sorted(record.parties, key=lambda party: party.id)),
    }


def _claims(
    claims: Sequence[Claim], incidents: Mapping[str, str], sources: Mapping[str, SourceFacts]
) -> Iterator[dict[str, Any]]:
    for claim in claims:
        yield {
            "id": claim.id,
            "incident": incidents.get(claim.id),
            "predicate": claim.predicate.value,
            "marking": sources[claim.passage.document].marking.value,
            **plain(claim),
        }


def _document(facts: SourceFacts) -> dict[str, Any]:
    return {
        "id": facts.id,
        "marking": facts.marking.value,
        "outcome": facts.outcome.value,
        "reason": facts.reason,
        **plain(facts.origin),
    }
