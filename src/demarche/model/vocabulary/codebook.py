"""One way to ask what any value of the vocabularies means."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from demarche.model.vocabulary import act_facts, attribution_facts, incident_facts, sector_facts

_TABLES: tuple[dict[Any, Any], ...] = (
    act_facts.ACTS,
    act_facts.STATUSES,
    attribution_facts.BASES,
    attribution_facts.KINDS,
    attribution_facts.LEVELS,
    attribution_facts.PREDICATES,
    attribution_facts.RESPONSIBILITIES,
    attribution_facts.SCALES,
    attribution_facts.STANCES,
    attribution_facts.STANDINGS,
    attribution_facts.TOPICS,
    incident_facts.DATA_CLASSES,
    incident_facts.DATE_ROLES,
    incident_facts.IMPACTS,
    incident_facts.MEANS,
    incident_facts.SERVICE_EFFECTS,
    incident_facts.TYPES,
    sector_facts.SECTORS,
)

# StrEnum members of different sets are equal when their words are ("media" is a sector and a kind): the set is part of the key.
_FACTS: dict[tuple[type, str], Any] = {(type(value), value.value): facts for table in _TABLES for value, facts in table.items()}


def definition(value: StrEnum) -> str:
    """The one-line definition of a value of any vocabulary; KeyError when it has none."""
    facts = _FACTS[type(value), value.value]
    return facts if isinstance(facts, str) else str(facts.definition)
