"""Assess: from clusters of units to incidents with their rows, standing, lags and names.

1. Give each cluster its claims, in the order of their ids.
2. Make the rows: equal claims become one row that keeps all of them; near-copies count as one source.
3. Derive standing, best start, lags, marking and title from the rows.
4. Name the incidents, and relate those that share a document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from demarche.model.atoms import Marking
from demarche.model.claim import PRIMARY, Claim
from demarche.model.echoes import echoes, seniority
from demarche.model.record import Cluster, Incident, Parties, Source, Unit
from demarche.model.source import SourceFacts
from demarche.model.vocabulary.incidents import DateRole
from demarche.steps.assess import facts, ledger
from demarche.steps.assess.material import Material
from demarche.steps.assess.moments import best, lags, moments
from demarche.steps.assess.naming import base_id, distinct, title
from demarche.steps.assess.standing import contested, standing


@dataclass(frozen=True, slots=True)
class _Case:
    """A cluster with what is known of its documents, and the identifiers around it."""

    cluster: Cluster
    sources: Mapping[str, SourceFacts]
    originals: Mapping[str, str]

    @property
    def primary(self) -> bool:
        """Whether a report is mainly about it."""
        return any(unit.event == PRIMARY for unit in self.cluster.units)

    @property
    def order(self) -> tuple[bool, int, str]:
        """Sorts cases for their names: those that a report is mainly about, then those with more reports, then by unit."""
        return not self.primary, -len(self.cluster.units), min(unit.id for unit in self.cluster.units)

    @property
    def documents(self) -> list[SourceFacts]:
        """Its documents, the most senior first."""
        return sorted((self.sources[name] for name in {unit.document for unit in self.cluster.units}), key=seniority)


def _source(facts_of: SourceFacts, echo_of: str | None) -> Source:
    origin = facts_of.origin
    return Source(facts_of.id, origin.title, origin.publisher, origin.published, origin.url, origin.name, echo_of)


def _sources(case: _Case) -> tuple[Source, ...]:
    """The documents, the most senior first; a near-copy names the first of its kind here."""
    first: dict[str, str] = {}
    made = []
    for document in case.documents:
        original = first.setdefault(case.originals[document.id], document.id)
        made.append(_source(document, original if original != document.id else None))
    return tuple(made)


def _marking(case: _Case) -> Marking:
    return max((document.marking for document in case.documents), key=lambda marking: marking.rank)


def _incident(case: _Case, material: Material) -> Incident:
    """The incident without its final identifier and relations, which depend on the others."""
    victims, types, dates = facts.victims(material), facts.types(material), facts.dates(material)
    attributions, denials, responses = ledger.attributions(material), ledger.denials(material), ledger.responses(material)
    start, means = best(dates, DateRole.START), facts.means(material)
    return Incident(
        id=base_id(victims, attributions, means, start),
        title=title(victims, types, attributions, start),
        standing=standing(attributions, responses),
        contested=contested(attributions, denials),
        marking=_marking(case),
        start=start,
        victims=victims,
        dates=dates,
        types=types,
        services=facts.services(material),
        impacts=facts.impacts(material),
        means=means,
        attributions=attributions,
        denials=denials,
        responses=responses,
        context=facts.context(material),
        related=(),
        lags=lags(moments(dates, attributions, responses)),
        sources=_sources(case),
        joins=case.cluster.joins,
    )


def _has_rows(case: _Case, incident: Incident) -> bool:
    """Whether anything but background is known: units of aliases and ties alone tell of no event, nor does a day alone that a
    report mentions beside its own incident, nor somebody without a name or a country."""
    return any(
        (
            any(case.primary or row.party.country or not row.party.name.islower() for row in incident.victims),
            incident.dates and case.primary,
            incident.types,
            incident.services,
            incident.impacts,
            incident.means,
            incident.attributions,
            incident.denials,
            incident.responses,
        )
    )


def _related(incidents: Mapping[str, Incident]) -> dict[str, tuple[str, ...]]:
    """For each incident the others that share a document with it."""
    within: defaultdict[str, set[str]] = defaultdict(set)
    for identifier, incident in incidents.items():
        for source in incident.sources:
            within[source.document].add(identifier)
    return {
        identifier: tuple(sorted(set().union(*(within[source.document] for source in incident.sources)) - {identifier}))
        for identifier, incident in incidents.items()
    }


def _by_unit(claims: Sequence[Claim]) -> dict[Unit, list[Claim]]:
    found: defaultdict[Unit, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[Unit(claim.passage.document, claim.event)].append(claim)
    return found


def assess(
    clusters: Sequence[Cluster], claims: Sequence[Claim], sources: Mapping[str, SourceFacts], parties: Parties
) -> tuple[Incident, ...]:
    """The incidents of the clusters, in the order of their identifiers. Any order of anything gives the same incidents."""
    originals, units = echoes(sources.values()), _by_unit(claims)
    made = []
    for case in sorted((_Case(cluster, sources, originals) for cluster in clusters), key=lambda case: case.order):
        unique = {claim.id: claim for unit in case.cluster.units for claim in units.get(unit, ())}
        material = Material(tuple(unique[key] for key in sorted(unique)), parties, originals)
        incident = _incident(case, material)
        if _has_rows(case, incident):
            made.append(incident)
    named = dict(zip(distinct([incident.id for incident in made]), made, strict=True))
    related = _related(named)
    return tuple(replace(named[name], id=name, related=related[name]) for name in sorted(named))
