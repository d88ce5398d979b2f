"""Rows of what happened: victims, dates, types, services, impacts, means, context. Equal claims make one row."""

from __future__ import annotations

from collections import Counter

from demarche.model.atoms import canonical_json
from demarche.model.claim import (
    ContextValue,
    DateValue,
    ImpactValue,
    MeansValue,
    ServiceValue,
    TypeValue,
    VictimValue,
)
from demarche.model.record import ContextRow, DateRow, ImpactRow, MeansRow, ServiceRow, TypeRow, VictimRow
from demarche.model.vocabulary.attribution import PartyKind
from demarche.model.vocabulary.incidents import DateRole, Impact, IncidentType, Sector
from demarche.steps.assess.material import AFFIRMED, Material, claims_of, grouped


def _commonest(words: list[str]) -> str:
    counts = Counter(words)
    return min(counts, key=lambda word: (-counts[word], word))


def victims(material: Material) -> tuple[VictimRow, ...]:
    """One row for each victim and sector, best supported first. The sector `other` gives way to any that says more."""
    parties, found = material.parties, []
    for members in grouped(material.of(VictimValue, AFFIRMED), lambda _, value: parties.of(value.party).id).values():
        party = parties.of(members[0][1].party)
        if party.kind is PartyKind.UNSPECIFIED:
            continue
        sectors = grouped(members, lambda _, value: value.sector)
        named = [sector for sector in sectors if sector is not Sector.OTHER]
        vague = sectors.pop(Sector.OTHER, []) if len(named) == 1 else []
        for sector, same in sectors.items():
            found.append(VictimRow(party, sector, material.on(claims_of(same + vague))))
    return tuple(sorted(found, key=lambda row: (-row.on.sources, row.party.name, row.party.id, row.sector)))


def dates(material: Material) -> tuple[DateRow, ...]:
    """One row for each day and role, in the order of the roles and then of time."""
    groups = grouped(material.of(DateValue, AFFIRMED), lambda _, value: (value.role, value.date))
    roles = list(DateRole)
    rows = [DateRow(role, day, material.on(claims_of(members))) for (role, day), members in groups.items()]
    return tuple(sorted(rows, key=lambda row: (roles.index(row.role), str(row.date))))


def types(material: Material) -> tuple[TypeRow, ...]:
    """One row for each kind of operation, best supported first."""
    order = list(IncidentType)
    groups = grouped(material.of(TypeValue, AFFIRMED), lambda _, value: value.type)
    rows = [TypeRow(kind, material.on(claims_of(members))) for kind, members in groups.items()]
    return tuple(sorted(rows, key=lambda row: (-row.on.sources, order.index(row.type))))


def services(material: Material) -> tuple[ServiceRow, ...]:
    """One row for each service and effect; the name as most claims write it."""
    groups = grouped(material.of(ServiceValue, AFFIRMED), lambda _, value: (value.name.casefold(), value.effect))
    rows = [
        ServiceRow(ServiceValue(_commonest([value.name for _, value in members]), effect), material.on(claims_of(members)))
        for (_, effect), members in groups.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.on.sources, row.service.name, row.service.effect)))


def impacts(material: Material) -> tuple[ImpactRow, ...]:
    """One row for each impact as said, the order of classes apart."""
    groups = grouped(material.of(ImpactValue, AFFIRMED), lambda _, value: canonical_json(_ordered(value)))
    rows = [ImpactRow(_ordered(members[0][1]), material.on(claims_of(members))) for members in groups.values()]
    order = list(Impact)
    return tuple(sorted(rows, key=lambda row: (order.index(row.impact.impact), canonical_json(row.impact))))


def _ordered(value: ImpactValue) -> ImpactValue:
    return ImpactValue(
        value.impact,
        tuple(sorted(set(value.data_classes))),
        value.whose,
        value.personal,
        value.head_count,
        value.amount,
        value.currency,
    )


def means(material: Material) -> tuple[MeansRow, ...]:
    """One row for each means; the name as most claims write it."""
    groups = grouped(material.of(MeansValue, AFFIRMED), lambda _, value: (value.kind, value.name.casefold()))
    rows = [
        MeansRow(MeansValue(kind, _commonest([value.name for _, value in members])), material.on(claims_of(members)))
        for (kind, _), members in groups.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.means.kind, row.means.name.casefold(), row.means.name)))


def context(material: Material) -> tuple[ContextRow, ...]:
    """One row for each sentence of background, by document and place."""
    groups = grouped(material.of(ContextValue), lambda claim, _: " ".join(claim.passage.quote.split()))
    rows = []
    for text, members in groups.items():
        since = min((value.since for _, value in members if value.since), key=str, default=None)
        first = min((claim.passage.document, claim.passage.start) for claim, _ in members)
        rows.append((first, ContextRow(text, since, material.on(claims_of(members)))))
    return tuple(row for _, row in sorted(rows, key=lambda pair: (pair[0], pair[1].text)))
