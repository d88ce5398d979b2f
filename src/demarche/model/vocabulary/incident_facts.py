"""Incident types, impacts, exposed data, effects on services, means and dates: definitions and places in the codebooks.

EuRepoC: incident types of its codebook. CFR: types of the Cyber Operations Tracker. DCID: objectives and methods of version 2.
VERIS: paths of its schema 1.3. None stands where a codebook has no such value.
"""

from __future__ import annotations

from dataclasses import dataclass

from demarche.model.vocabulary.incidents import DataClass, DateRole, Impact, IncidentType, MeansKind, ServiceEffect


@dataclass(frozen=True, slots=True)
class TypeFacts:
    """One incident type: its definition and its name in EuRepoC, CFR, DCID, VERIS and the annotation scheme."""

    definition: str
    eurepoc: str | None = None
    cfr: str | None = None
    dcid: str | None = None
    veris: str | None = None
    annotation: str | None = None


@dataclass(frozen=True, slots=True)
class ImpactFacts:
    """One impact: its definition and its name in VERIS and the annotation scheme, there also when the data are personal."""

    definition: str
    veris: str | None
    annotation: str
    annotation_personal: str | None = None


@dataclass(frozen=True, slots=True)
class DataClassFacts:
    """One class of exposed data: its definition and its variety in VERIS."""

    definition: str
    veris: str | None = None


TYPES: dict[IncidentType, TypeFacts] = {
    IncidentType.DATA_THEFT: TypeFacts(
        "Data were copied out without leave",
        "Data theft",
        "Espionage",
        None,
        "attribute.confidentiality.data_disclosure.Yes",
        "data-theft",
    ),
    IncidentType.LEAK: TypeFacts(
        "Stolen data were published or handed on by the attackers", "Data theft & Doxing", "Doxing", None, None, "leak"
    ),
    IncidentType.DISRUPTION: TypeFacts(
        "A service or operation was halted or hindered, for a time",
        "Disruption",
        "Sabotage",
        "objective: disruption",
        "attribute.availability.variety.Interruption",
        "disruption",
    ),
    IncidentType.DESTRUCTION: TypeFacts(
        "Data or systems were wiped or made unusable for good",
        "Disruption",
        "Data destruction",
        "objective: degradation",
        "attribute.availability.variety.Destruction",
        "destruction",
    ),
    IncidentType.RANSOMWARE: TypeFacts(
        "Data were encrypted or held, and money demanded for them",
        "Ransomware",
        None,
        None,
        "action.malware.variety.Ransomware",
        "ransomware",
    ),
    IncidentType.ESPIONAGE_ACCESS: TypeFacts(
        "Attackers held access to spy, whether or not a theft is known",
        "Hijacking without Misuse",
        "Espionage",
        None,
        "actor.external.motive.Espionage",
        "espionage-access",
    ),
    IncidentType.DEFACEMENT: TypeFacts(
        "A site, screen or account was made to show the attackers' message",
        "Disruption",
        "Defacement",
        "method: vandalism",
        "attribute.integrity.variety.Defacement",
        "defacement",
    ),
    IncidentType.DDOS: TypeFacts(
        "A service was flooded with traffic until it failed",
        "Disruption",
        "Denial of service",
        "method: denial of service",
        "action.hacking.variety.DoS",
        "ddos",
    ),
    IncidentType.FINANCIAL_THEFT: TypeFacts(
        "Money or crypto-assets were taken",
        None,
        "Financial theft",
        None,
        "attribute.integrity.variety.Fraudulent transaction",
        "financial-theft",
    ),
    IncidentType.INFLUENCE: TypeFacts(
        "Content was planted or spread to sway a public or a vote", None, None, None, None, "influence"
    ),
}

IMPACTS: dict[Impact, ImpactFacts] = {
    Impact.SERVICE_OUTAGE: ImpactFacts(
        "A service was not to be had for some time", "attribute.availability.variety.Interruption", "service-outage"
    ),
    Impact.DATA_DESTROYED: ImpactFacts(
        "Data were erased or spoilt for good", "attribute.availability.variety.Destruction", "data-destroyed"
    ),
    Impact.DATA_ENCRYPTED: ImpactFacts(
        "Data were locked by encryption", "attribute.availability.variety.Obscuration", "data-encrypted"
    ),
    Impact.DATA_EXPOSED: ImpactFacts(
        "Data came into hands they were not meant for",
        "attribute.confidentiality.data_disclosure.Yes",
        "data-exposed",
        "personal-data-exposed",
    ),
    Impact.MONEY_LOST: ImpactFacts("Money was taken, paid or lost", "impact.loss.variety.Asset and fraud", "money-lost"),
    Impact.PHYSICAL_EFFECT: ImpactFacts("Machines, buildings or people came to harm", None, "physical-effect"),
}

DATA_CLASSES: dict[DataClass, DataClassFacts] = {
    DataClass.NAMES: DataClassFacts("Names of persons", "Personal"),
    DataClass.EMAIL: DataClassFacts("E-mail addresses", "Personal"),
    DataClass.CREDENTIALS: DataClassFacts("Passwords, keys or tokens", "Credentials"),
    DataClass.NATIONAL_ID: DataClassFacts("Numbers or documents that identify a person to the state", "Personal"),
    DataClass.FINANCIAL: DataClassFacts("Accounts, cards, salaries or tax records"),
    DataClass.HEALTH: DataClassFacts("Medical records", "Medical"),
    DataClass.BIOMETRIC: DataClassFacts("Fingerprints, faces or other measures of bodies"),
    DataClass.LOCATION: DataClassFacts("Where persons live, are or were"),
    DataClass.COMMUNICATIONS: DataClassFacts("Contents of mail, messages or calls"),
    DataClass.STATE_SECRETS: DataClassFacts("Matter that a state keeps classified", "Classified"),
}

SERVICE_EFFECTS: dict[ServiceEffect, str] = {
    ServiceEffect.SUSPENDED: "Its own operator switched it off",
    ServiceEffect.DISRUPTED: "The attack made it fail or falter",
    ServiceEffect.DEFACED: "It showed the attackers' message",
    ServiceEffect.RESTORED: "It came back",
    ServiceEffect.TARGETED: "It was attacked; what became of it is not said",
}

MEANS: dict[MeansKind, str] = {
    MeansKind.MALWARE: "A piece of malicious software by name",
    MeansKind.CVE: "A vulnerability by its CVE number",
    MeansKind.VECTOR: "The way in, such as phishing or stolen credentials",
}

DATE_ROLES: dict[DateRole, str] = {
    DateRole.START: "The attack began, or struck when no beginning is told apart",
    DateRole.END: "The attack ended",
    DateRole.DISCOVERED: "The victim or a defender noticed it",
    DateRole.DISCLOSED: "The public was first told of it",
}


def annotated_impact(impact: Impact, personal: bool = False) -> str:
    """The annotation scheme's name of an impact; exposed personal data have one of their own."""
    facts = IMPACTS[impact]
    return facts.annotation_personal if personal and facts.annotation_personal else facts.annotation
