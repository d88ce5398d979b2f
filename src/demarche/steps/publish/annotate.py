"""One document in the scheme of the annotation files, so that what was read can be compared with what a person read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any

from demarche.model.atoms import PartialDate
from demarche.model.claim import (
    PRIMARY,
    UNKNOWN,
    UNSPECIFIED,
    AttributionValue,
    Claim,
    DateValue,
    DenialValue,
    ImpactValue,
    MeansValue,
    PartyName,
    ResponseValue,
    TypeValue,
    VictimValue,
)
from demarche.model.source import Document
from demarche.model.vocabulary.act_facts import ACTS
from demarche.model.vocabulary.attribution import Stance
from demarche.model.vocabulary.attribution_facts import KINDS, STANCES
from demarche.model.vocabulary.incident_facts import TYPES, annotated_impact
from demarche.model.vocabulary.incidents import DateRole, MeansKind
from demarche.model.vocabulary.sector_facts import SECTORS

_AGAINST = frozenset((Stance.DENIES, Stance.DOUBTS))
"""Stances that take a fact back: what somebody says did not happen is no fact of the incident."""


def annotation(document: Document, claims: Sequence[Claim], incident: str | None = None) -> dict[str, Any]:
    """What was read in a document, in the annotation scheme. Offsets are characters of the document's text.

    `incident` is the incident that the document's primary event belongs to, where a record has told.
    """
    of_document = sorted(
        (claim for claim in claims if claim.passage.document == document.id), key=lambda claim: (claim.passage, claim.id)
    )
    # A round-up is mainly about no incident: what it says is written down whole.
    primary = [claim for claim in of_document if claim.event == PRIMARY] or of_document
    published = document.origin.published
    return {
        "id": PurePath(document.origin.name).stem,
        "published": str(published) if published else None,
        "sha256": hashlib.sha256(document.text.encode()).hexdigest(),
        "headline": _headline(document),
        "primary": incident,
        "cluster": incident,
        "mentioned": sorted({claim.event for claim in of_document} - {PRIMARY}),
        "incident": _incident(primary),
        "attributions": _distinct(_attributions(primary)),
        "responses": _distinct(_responses(primary)),
    }


def _headline(document: Document) -> list[int] | None:
    for block in document.blocks:
        if block.role == "headline":
            words = document.text[block.start : block.end]
            start = block.start + len(words) - len(words.lstrip())
            return [start, start + len(words.strip())]
    return None


def _incident(claims: Sequence[Claim]) -> dict[str, Any]:
    values = [claim.value for claim in claims if claim.stance not in _AGAINST]
    victims = _distinct(_victim(value) for value in values if isinstance(value, VictimValue))
    types = {TYPES[value.type].annotation for value in values if isinstance(value, TypeValue)}
    impacts = {annotated_impact(value.impact, value.personal) for value in values if isinstance(value, ImpactValue)}
    means = [value for value in values if isinstance(value, MeansValue)]
    # The items of a round-up have no start in common.
    dates = (claim.value for claim in claims if isinstance(claim.value, DateValue) and claim.event == PRIMARY)
    return {
        "start_date": _start(dates),
        "victims": victims,
        "victim_countries": sorted({victim["country"] for victim in victims if victim["country"]}),
        "types": sorted(name for name in types if name),
        "impacts": sorted(impacts),
        "malware": sorted({value.name for value in means if value.kind is MeansKind.MALWARE}),
        "cves": sorted({value.name for value in means if value.kind is MeansKind.CVE}),
    }


def _start(dates: Iterable[DateValue]) -> str | None:
    """The start that most of the text's dates agree with; among equals the most exact, then the earliest."""
    starts = [value.date for value in dates if value.role is DateRole.START]

    def rank(date: PartialDate) -> tuple[int, int, PartialDate]:
        return -sum(date.agrees(other) for other in starts), -date.precision, date

    return str(min(starts, key=rank)) if starts else None


def _victim(value: VictimValue) -> dict[str, Any]:
    return {"name": value.party.name, "country": value.party.country, "sector": SECTORS[value.sector].annotation}


def _attributions(claims: Iterable[Claim]) -> Iterator[dict[str, Any]]:
    for claim in claims:
        if isinstance(claim.value, AttributionValue):
            declined = claim.stance is Stance.DECLINES_TO_ATTRIBUTE
            yield _attribution(claim, claim.asserter, UNKNOWN if declined else claim.value.accused, claim.stance)
        elif isinstance(claim.value, DenialValue):
            # A spokesman speaks for the denier; where nobody is named, the denier speaks for itself.
            denier = claim.value.party
            yield _attribution(claim, denier if claim.asserter == UNSPECIFIED else claim.asserter, denier, Stance.DENIES)


def _attribution(claim: Claim, asserter: PartyName, accused: PartyName, stance: Stance) -> dict[str, Any]:
    words = claim.confidence or claim.likelihood
    return {
        "asserter": asserter.name,
        "asserter_kind": KINDS[asserter.kind].asserter,
        "asserter_country": asserter.country,
        "accused": accused.name,
        "accused_kind": KINDS[accused.kind].accused,
        "accused_country": accused.country,
        "stance": STANCES[stance].annotation,
        "confidence_words": words.words if words else None,
        "start": claim.passage.start,
        "end": claim.passage.end,
    }


def _responses(claims: Iterable[Claim]) -> Iterator[dict[str, Any]]:
    for claim in claims:
        value = claim.value
        if isinstance(value, ResponseValue) and claim.stance not in _AGAINST and ACTS[value.act].annotation:
            yield {
                "kind": ACTS[value.act].annotation,
                "by": value.by.name,
                "by_country": value.by.country,
                "against": value.against.name if value.against else None,
                "against_country": value.against.country if value.against else None,
                "status": value.status.value,
                "start": claim.passage.start,
                "end": claim.passage.end,
            }


def _distinct(entries: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    kept: list[dict[str, Any]] = []
    for entry in entries:
        if entry not in kept:
            kept.append(entry)
    return kept
