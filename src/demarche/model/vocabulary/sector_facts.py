"""Victim sectors: definitions and places in EuRepoC, NAICS (as VERIS uses it) and the annotation scheme's smaller set."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.model.vocabulary.incidents import Sector


@dataclass(frozen=True, slots=True)
class SectorFacts:
    """One sector: its definition, EuRepoC's receiver category, the NAICS code VERIS gives an industry, the annotated name."""

    definition: str
    eurepoc: str | None
    naics: str | None
    annotation: str


_STATE = "State institutions / political system"
_CRITICAL = "Critical infrastructure"
_CORPORATE = "Corporate Targets"
_SOCIAL = "Social groups"

SECTORS: dict[Sector, SectorFacts] = {
    Sector.GOVERNMENT: SectorFacts(
        "Executive and administration of any level", f"{_STATE}: Government / ministries", "92", "government"
    ),
    Sector.PARLIAMENT: SectorFacts("Legislatures and their members", f"{_STATE}: Legislative", "92", "parliament"),
    Sector.POLITICAL_PARTY: SectorFacts("Parties and campaigns", f"{_STATE}: Political parties", "813", "political-party"),
    Sector.ELECTION: SectorFacts(
        "Bodies and systems that run votes", f"{_STATE}: Election infrastructure / related systems", "92", "election"
    ),
    Sector.MILITARY: SectorFacts("Armed forces and defence ministries", f"{_STATE}: Military", "928", "military"),
    Sector.CRITICAL_INFRASTRUCTURE: SectorFacts(
        "Services a society cannot do without, when no kind is named", _CRITICAL, None, "critical-infrastructure"
    ),
    Sector.ENERGY: SectorFacts("Power, oil, gas and nuclear", f"{_CRITICAL}: Energy", None, "energy"),
    Sector.WATER: SectorFacts("Drinking and waste water", f"{_CRITICAL}: Water", "2213", "critical-infrastructure"),
    Sector.TRANSPORT: SectorFacts("Air, rail, road, sea and post", f"{_CRITICAL}: Transportation", "48", "transport"),
    Sector.HEALTH: SectorFacts("Hospitals, health services and insurers of health", f"{_CRITICAL}: Health", "62", "health"),
    Sector.TELECOM: SectorFacts("Telephone and network operators", f"{_CRITICAL}: Telecommunications", "517", "telecom"),
    Sector.FINANCE: SectorFacts("Banks, exchanges and insurers", f"{_CRITICAL}: Finance", "52", "finance"),
    Sector.FOOD: SectorFacts("Growing, making and supplying food", f"{_CRITICAL}: Food", None, "critical-infrastructure"),
    Sector.CHEMICALS: SectorFacts("Makers of chemicals", f"{_CRITICAL}: Chemicals", "325", "critical-infrastructure"),
    Sector.SPACE: SectorFacts("Satellites and those who run them", f"{_CRITICAL}: Space", None, "critical-infrastructure"),
    Sector.DEFENCE_INDUSTRY: SectorFacts(
        "Makers of arms and their suppliers", f"{_CRITICAL}: Defence industry", None, "critical-infrastructure"
    ),
    Sector.DIGITAL: SectorFacts(
        "Hosting, cloud, name and managed services", f"{_CRITICAL}: Digital Provider", "518", "technology"
    ),
    Sector.EDUCATION: SectorFacts("Schools and universities as places of teaching", "Education", "61", "education"),
    Sector.SCIENCE: SectorFacts("Research and laboratories", "Science", "5417", "education"),
    Sector.MEDIA: SectorFacts("Press, broadcasters and journalists at work", "Media", "51", "media"),
    Sector.CIVIL_SOCIETY: SectorFacts("Associations, activists, dissidents, churches", _SOCIAL, "813", "civil-society"),
    Sector.INTERNATIONAL_ORGANISATION: SectorFacts(
        "Bodies of several states", "International / supranational organization", "928", "international-organisation"
    ),
    Sector.TECHNOLOGY: SectorFacts("Makers of software and hardware", _CORPORATE, "51", "technology"),
    Sector.COMMERCE: SectorFacts("Retail, services and other business", _CORPORATE, None, "retail-services"),
    Sector.INDIVIDUALS: SectorFacts("Persons for themselves", "End user(s) / specially protected groups", None, "individuals"),
    Sector.OTHER: SectorFacts("None of the above", "Other", None, "other"),
}
