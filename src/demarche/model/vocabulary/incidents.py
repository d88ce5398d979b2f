"""Incident types, victim sectors, impacts, exposed data classes and the means of an attack."""

from enum import StrEnum


class IncidentType(StrEnum):
    """What kind of operation it was; one incident may be several."""

    DATA_THEFT = "data-theft"
    LEAK = "leak"
    DISRUPTION = "disruption"
    DESTRUCTION = "destruction"
    RANSOMWARE = "ransomware"
    ESPIONAGE_ACCESS = "espionage-access"
    DEFACEMENT = "defacement"
    DDOS = "ddos"
    FINANCIAL_THEFT = "financial-theft"
    INFLUENCE = "influence"


class Sector(StrEnum):
    """Whom it hit; the critical-infrastructure subsectors follow EuRepoC's receiver categories."""

    GOVERNMENT = "government"
    PARLIAMENT = "parliament"
    POLITICAL_PARTY = "political-party"
    ELECTION = "election"
    MILITARY = "military"
    CRITICAL_INFRASTRUCTURE = "critical-infrastructure"
    ENERGY = "energy"
    WATER = "water"
    TRANSPORT = "transport"
    HEALTH = "health"
    TELECOM = "telecom"
    FINANCE = "finance"
    FOOD = "food"
    CHEMICALS = "chemicals"
    SPACE = "space"
    DEFENCE_INDUSTRY = "defence-industry"
    DIGITAL = "digital"
    EDUCATION = "education"
    SCIENCE = "science"
    MEDIA = "media"
    CIVIL_SOCIETY = "civil-society"
    INTERNATIONAL_ORGANISATION = "international-organisation"
    TECHNOLOGY = "technology"
    COMMERCE = "commerce"
    INDIVIDUALS = "individuals"
    OTHER = "other"


class Impact(StrEnum):
    """What the attack did."""

    SERVICE_OUTAGE = "service-outage"
    DATA_DESTROYED = "data-destroyed"
    DATA_ENCRYPTED = "data-encrypted"
    DATA_EXPOSED = "data-exposed"
    MONEY_LOST = "money-lost"
    PHYSICAL_EFFECT = "physical-effect"


class DataClass(StrEnum):
    """Classes of exposed data. The record names the class, never the data."""

    NAMES = "names"
    EMAIL = "e-mail"
    CREDENTIALS = "credentials"
    NATIONAL_ID = "national-id"
    FINANCIAL = "financial"
    HEALTH = "health"
    BIOMETRIC = "biometric"
    LOCATION = "location"
    COMMUNICATIONS = "communications"
    STATE_SECRETS = "state-secrets"

    @property
    def personal(self) -> bool:
        """Whether data of this class is about persons."""
        return self is not DataClass.STATE_SECRETS and self is not DataClass.COMMUNICATIONS


class ServiceEffect(StrEnum):
    """What became of a service."""

    SUSPENDED = "suspended"
    DISRUPTED = "disrupted"
    DEFACED = "defaced"
    RESTORED = "restored"
    TARGETED = "targeted"


class MeansKind(StrEnum):
    """What the attackers used, as far as public reports name it."""

    MALWARE = "malware"
    CVE = "cve"
    VECTOR = "vector"


class DateRole(StrEnum):
    """Which day of an incident a date is; the trackers' single "date" mixes them."""

    START = "start"
    END = "end"
    DISCOVERED = "discovered"
    DISCLOSED = "disclosed"
