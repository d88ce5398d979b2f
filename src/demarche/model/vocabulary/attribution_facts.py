"""Who speaks and how: definitions of predicates, kinds of party, stances, bases, standings, and places in the codebooks."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.model.vocabulary.attribution import (
    Basis,
    ContextTopic,
    PartyKind,
    Predicate,
    Stance,
    Standing,
    StateResponsibility,
)
from demarche.model.vocabulary.yardsticks import ConfidenceLevel, Scale


@dataclass(frozen=True, slots=True)
class KindFacts:
    """One kind of party: its definition and the annotation scheme's kind of it as an asserter and as an accused."""

    definition: str
    asserter: str
    accused: str


@dataclass(frozen=True, slots=True)
class StanceFacts:
    """One stance: its definition, CAMEO code, PLOVER root and annotated name."""

    definition: str
    cameo: str | None
    plover: str | None
    annotation: str


@dataclass(frozen=True, slots=True)
class BasisFacts:
    """One basis: its definition and EuRepoC's attribution type."""

    definition: str
    eurepoc: str | None = None


@dataclass(frozen=True, slots=True)
class LevelFacts:
    """One level of confidence: its definition and the value of STIX 2.1's None/Low/Med/High scale."""

    definition: str
    stix: int


PREDICATES: dict[Predicate, str] = {
    Predicate.VICTIM: "Who was hit",
    Predicate.SERVICE: "Which service, and what became of it",
    Predicate.DATE: "When it began, ended, was noticed or was made known",
    Predicate.TYPE: "What kind of operation it was",
    Predicate.IMPACT: "What it did",
    Predicate.MEANS: "What the attackers used",
    Predicate.ATTRIBUTION: "Who is said to have done it",
    Predicate.DENIAL: "Who says that it was not them, or not so",
    Predicate.RESPONSE: "What somebody did or may do about it",
    Predicate.CONTEXT: "Background that the source gives",
    Predicate.ALIAS: "Two names of one party",
    Predicate.LINK: "A group's tie to a state",
}

KINDS: dict[PartyKind, KindFacts] = {
    PartyKind.STATE: KindFacts("A state as a whole, under any of its names", "government", "state"),
    PartyKind.GOVERNMENT: KindFacts("A body, office or official of a state", "government", "state"),
    PartyKind.COMPANY: KindFacts("A business, security vendors among them", "company", "group"),
    PartyKind.MEDIA: KindFacts("A press or broadcasting house in its own voice", "media", "group"),
    PartyKind.RESEARCHER: KindFacts("A person or laboratory that studies attacks", "researcher", "individual"),
    PartyKind.VICTIM: KindFacts("Whoever was hit, speaking for itself", "victim", "group"),
    PartyKind.ATTACKER: KindFacts("Whoever says to have done it", "attacker", "group"),
    PartyKind.ANONYMOUS_OFFICIAL: KindFacts("An official whom the report does not name", "anonymous-official", "state"),
    PartyKind.INTERNATIONAL_ORGANISATION: KindFacts("A body of several states", "international-organisation", "group"),
    PartyKind.GROUP: KindFacts("An intrusion set or team of attackers by name", "attacker", "group"),
    PartyKind.CRIMINAL_GROUP: KindFacts("A gang that works for gain", "attacker", "criminal-group"),
    PartyKind.HACKTIVIST: KindFacts("A group that works for a cause", "attacker", "hacktivist"),
    PartyKind.INDIVIDUAL: KindFacts("A person without office in the matter", "researcher", "individual"),
    PartyKind.ORGANISATION: KindFacts("Any other body", "researcher", "group"),
    PartyKind.UNSPECIFIED: KindFacts("Nobody whom the text names", "unspecified", "group"),
}

STANCES: dict[Stance, StanceFacts] = {
    Stance.ASSERTS: StanceFacts("Says that it is so, however sure", "112", "ACCUSE", "asserts"),
    Stance.SUSPECTS: StanceFacts("Says that it may be so", "112", "ACCUSE", "suspects"),
    Stance.DENIES: StanceFacts("Says that it is not so of itself or of its own", "016", "REJECT", "denies"),
    Stance.DOUBTS: StanceFacts("Holds another's attribution to be unproven or wrong", None, None, "doubts"),
    Stance.CLAIMS_RESPONSIBILITY: StanceFacts("Says to have done it", "015", None, "claims-responsibility"),
    Stance.DECLINES_TO_ATTRIBUTE: StanceFacts("Will or can not say who did it", None, None, "declines-to-attribute"),
}

BASES: dict[Basis, BasisFacts] = {
    Basis.TECHNICAL_REPORT: BasisFacts("A published analysis of traces", "Technical report"),
    Basis.POLITICAL_STATEMENT: BasisFacts("A statement of a state or organisation", "Political statement / report"),
    Basis.LEGAL_ACTION: BasisFacts("An indictment, a warrant or a judgment", "Domestic legal action"),
    Basis.NAMED_MEDIA_STATEMENT: BasisFacts("Words of a named speaker to the press"),
    Basis.ANONYMOUS_MEDIA_STATEMENT: BasisFacts(
        "Words of an unnamed speaker to the press", "Anonymous statement in media report"
    ),
    Basis.SELF_CLAIM: BasisFacts("The attacker's own word", "Self-attribution in the course of the attack"),
    Basis.THIRD_PARTY: BasisFacts("Handed on by somebody without part in it"),
}

STANDINGS: dict[Standing, str] = {
    Standing.UNATTRIBUTED: "Nobody names an author",
    Standing.SELF_CLAIMED: "Only somebody who claims it names an author",
    Standing.MEDIA_ALLEGED: "An author is named in the press without a body that answers for it",
    Standing.INDUSTRY_ASSESSED: "A company, researcher or victim names an author",
    Standing.GOVERNMENT_ATTRIBUTED: "A government or international organisation names an author",
    Standing.JUDICIALLY_ESTABLISHED: "A prosecutor or court names an author",
}

RESPONSIBILITIES: dict[StateResponsibility, str] = {
    StateResponsibility.PROHIBITED: "The state helps to stop the attack",
    StateResponsibility.PROHIBITED_BUT_INADEQUATE: "The state would stop it but cannot",
    StateResponsibility.IGNORED: "The state knows and does nothing",
    StateResponsibility.ENCOURAGED: "Others act; the state cheers them on as policy",
    StateResponsibility.SHAPED: "Others act; the state gives some support",
    StateResponsibility.COORDINATED: "The state steers others, by hints or in detail",
    StateResponsibility.ORDERED: "The state has others do it on its behalf",
    StateResponsibility.ROGUE_CONDUCTED: "Its own forces act beyond their orders",
    StateResponsibility.EXECUTED: "Its own forces act on its orders",
    StateResponsibility.INTEGRATED: "Its own forces and others act as one on its orders",
}

TOPICS: dict[ContextTopic, str] = {
    ContextTopic.RELATIONS: "How the parties stood to each other before",
    ContextTopic.MOTIVE: "What the attack is said to have been for",
    ContextTopic.PRECEDENT: "What happened before of the same kind",
}

SCALES: dict[Scale, str] = {
    Scale.PHIA: "The yardstick of the UK's Professional Head of Intelligence Assessment",
    Scale.ICD203: "The yardstick of US Intelligence Community Directive 203",
    Scale.NONE: "No yardstick binds the speaker",
}

LEVELS: dict[ConfidenceLevel, LevelFacts] = {
    ConfidenceLevel.LOW: LevelFacts("Thin, doubtful or single sources", 15),
    ConfidenceLevel.MODERATE: LevelFacts("Credible sources that do not settle it", 50),
    ConfidenceLevel.HIGH: LevelFacts("Good sources that agree", 85),
}
