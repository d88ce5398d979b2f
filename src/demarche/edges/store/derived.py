"""The record as tables: thrown away and written anew from claims and judgements, and asked through filters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import orjson
from sqlalchemy import Connection, Select, Table, exists, insert, inspect, select
from sqlalchemy.sql.elements import ColumnElement

from demarche.edges.store.rows import IncidentFilter
from demarche.edges.store.tables import derived, facets, incidents, parties, state
from demarche.edges.store.writing import put_state
from demarche.edges.text import storable
from demarche.model.atoms import canonical_json
from demarche.model.codec import decode
from demarche.model.record import Incident, Party, Record
from demarche.model.vocabulary.attribution import Stance
from demarche.model.vocabulary.responses import Status

BUILT = "built"
"""The row of `state` that says what the record was built from, and by which form of these tables."""

FORM = "1"
"""To be changed with the derived tables: records of another form are built anew."""

ACCUSING = frozenset((Stance.ASSERTS, Stance.SUSPECTS, Stance.CLAIMS_RESPONSIBILITY))
"""Stances that name a culprit: a denial or a doubt accuses nobody."""

ANSWERED = frozenset((Status.DONE, Status.ANNOUNCED))
"""How far an act must have come to count as an answer: a threat is not one."""


_BATCH = 500


def built(connection: Connection) -> str | None:
    """The fingerprint of what the record was built from; None when there is none, or one of another form."""
    value = connection.execute(select(state.c.value).where(state.c.name == BUILT)).scalar_one_or_none()
    form, _, fingerprint = (value or "").partition(":")
    return fingerprint if form == FORM else None


def save(connection: Connection, record: Record, fingerprint: str) -> None:
    """Put a record in the place of the one before."""
    derived.drop_all(connection)
    derived.create_all(connection)
    _fill(connection, incidents, map(_incident_row, record.incidents))
    _fill(connection, facets, (row for incident in record.incidents for row in _facet_rows(incident)))
    _fill(connection, parties, map(_party_row, record.parties))
    put_state(connection, BUILT, f"{FORM}:{fingerprint}")


def _fill(connection: Connection, table: Table, rows: Iterator[dict[str, Any]]) -> None:
    while batch := list(islice(rows, _BATCH)):
        connection.execute(insert(table), batch)


def _facet_rows(incident: Incident) -> Iterator[dict[str, Any]]:
    for facet, value in sorted(set(facets_of(incident))):
        yield {"incident": incident.id, "facet": facet, "value": value}


def _incident_row(incident: Incident) -> dict[str, Any]:
    return {
        "id": incident.id,
        "standing": incident.standing.value,
        "contested": int(incident.contested),
        "marking": incident.marking.value,
        "start_first": incident.start.first.isoformat() if incident.start else None,
        "start_last": incident.start.last.isoformat() if incident.start else None,
        "title": incident.title,
        "payload": storable(canonical_json(incident), "an incident"),
    }


def _party_row(party: Party) -> dict[str, Any]:
    payload = storable(canonical_json(party), "a party")
    return {"id": party.id, "kind": party.kind.value, "country": party.country, "name": party.name, "payload": payload}


def facets_of(incident: Incident) -> Iterator[tuple[str, str]]:
    """What an incident is found by: countries and names of victims and accused, types, acts that answered it."""
    for victim in incident.victims:
        yield from (("victim", key) for key in _keys(victim.party))
    for row in incident.attributions:
        if row.stance in ACCUSING:
            yield from (("accused", key) for key in _keys(row.accused))
            if row.accused.state_link:
                yield "accused", row.accused.state_link
    yield from (("type", row.type.value) for row in incident.types)
    yield from (("act", row.act.value) for row in incident.responses if row.status in ANSWERED)


def _keys(party: Party) -> Iterator[str]:
    yield party.name.casefold()
    yield from (alias.name.casefold() for alias in party.aliases)
    if party.country:
        yield party.country


def _has(facet: str, value: str) -> ColumnElement[bool]:
    return exists().where(facets.c.incident == incidents.c.id, facets.c.facet == facet, facets.c.value == value)


def incident_query(wanted: IncidentFilter) -> Select[Any]:
    """The identifiers of the incidents that a filter leaves, earliest start first, those without a start last.

    An incident counts as within `since` and `until` when its start may be; one without a start never does.
    """
    query = select(incidents.c.id).order_by(incidents.c.start_first.is_(None), incidents.c.start_first, incidents.c.id)
    if wanted.standing:
        query = query.where(incidents.c.standing == wanted.standing.value)
    if wanted.since:
        query = query.where(incidents.c.start_last >= wanted.since.first.isoformat())
    if wanted.until:
        query = query.where(incidents.c.start_first <= wanted.until.last.isoformat())
    asked = {
        "accused": wanted.accused,
        "victim": wanted.victim,
        "type": wanted.type.value if wanted.type else None,
        "act": wanted.responded_with.value if wanted.responded_with else None,
    }
    for facet, value in asked.items():
        if value:
            query = query.where(_has(facet, value))
    return query


def incidents_of(connection: Connection, identifiers: list[str]) -> list[Incident]:
    """The incidents of these identifiers, in their order; those that are gone are left out."""
    query = select(incidents.c.id, incidents.c.payload).where(incidents.c.id.in_(identifiers))
    payloads = {row.id: row.payload for row in connection.execute(query)}
    return [decode(Incident, orjson.loads(payloads[name])) for name in identifiers if name in payloads]


def payloads(connection: Connection) -> dict[str, str]:
    """The stored form of every incident and party, by identifier; empty when no record was ever built."""
    if not inspect(connection).has_table(incidents.name):
        return {}
    rows = [*connection.execute(select(incidents.c.id, incidents.c.payload))]
    rows += [*connection.execute(select(parties.c.id, parties.c.payload))]
    return {row.id: row.payload for row in rows}


def payloads_of(record: Record) -> dict[str, str]:
    """What `payloads` would give once this record is saved."""
    rows = [*map(_incident_row, record.incidents), *map(_party_row, record.parties)]
    return {row["id"]: row["payload"] for row in rows}


def all_parties(connection: Connection) -> tuple[Party, ...]:
    """Every party, by identifier."""
    rows = connection.execute(select(parties.c.payload).order_by(parties.c.id)).scalars()
    return tuple(decode(Party, orjson.loads(payload)) for payload in rows)


def has_facet(connection: Connection, facet: str, value: str) -> bool:
    """Whether any incident is found by this value."""
    query = select(facets.c.value).where(facets.c.facet == facet, facets.c.value == value).limit(1)
    return connection.execute(query).first() is not None
