"""Who says it, how they stand to it, what it rests on, and what all of it amounts to."""

from enum import StrEnum


class Predicate(StrEnum):
    """What a claim is about; each has one value class in `model.claim`."""

    VICTIM = "victim"
    SERVICE = "service"
    DATE = "date"
    TYPE = "type"
    IMPACT = "impact"
    MEANS = "means"
    ATTRIBUTION = "attribution"
    DENIAL = "denial"
    RESPONSE = "response"
    CONTEXT = "context"
    ALIAS = "alias"
    LINK = "link"


class PartyKind(StrEnum):
    """What somebody is."""

    STATE = "state"
    GOVERNMENT = "government"
    COMPANY = "company"
    MEDIA = "media"
    RESEARCHER = "researcher"
    VICTIM = "victim"
    ATTACKER = "attacker"
    ANONYMOUS_OFFICIAL = "anonymous-official"
    INTERNATIONAL_ORGANISATION = "international-organisation"
    GROUP = "group"
    CRIMINAL_GROUP = "criminal-group"
    HACKTIVIST = "hacktivist"
    INDIVIDUAL = "individual"
    ORGANISATION = "organisation"
    UNSPECIFIED = "unspecified"


class Stance(StrEnum):
    """How the asserter stands to what is said."""

    ASSERTS = "asserts"
    SUSPECTS = "suspects"
    DENIES = "denies"
    DOUBTS = "doubts"
    CLAIMS_RESPONSIBILITY = "claims-responsibility"
    DECLINES_TO_ATTRIBUTE = "declines-to-attribute"


class Basis(StrEnum):
    """What an attribution is made in (after EuRepoC's attribution types)."""

    TECHNICAL_REPORT = "technical-report"
    POLITICAL_STATEMENT = "political-statement"
    LEGAL_ACTION = "legal-action"
    NAMED_MEDIA_STATEMENT = "named-media-statement"
    ANONYMOUS_MEDIA_STATEMENT = "anonymous-media-statement"
    SELF_CLAIM = "self-claim"
    THIRD_PARTY = "third-party"


class Standing(StrEnum):
    """What the attributions of an incident amount to, weakest first. `contested` is a flag beside it, not a value."""

    UNATTRIBUTED = "unattributed"
    SELF_CLAIMED = "self-claimed"
    MEDIA_ALLEGED = "media-alleged"
    INDUSTRY_ASSESSED = "industry-assessed"
    GOVERNMENT_ATTRIBUTED = "government-attributed"
    JUDICIALLY_ESTABLISHED = "judicially-established"


class StateResponsibility(StrEnum):
    """The spectrum of state responsibility (Healey, Atlantic Council 2011; the MISP taxonomy `state-responsibility`)."""

    PROHIBITED = "state-prohibited"
    PROHIBITED_BUT_INADEQUATE = "state-prohibited-but-inadequate"
    IGNORED = "state-ignored"
    ENCOURAGED = "state-encouraged"
    SHAPED = "state-shaped"
    COORDINATED = "state-coordinated"
    ORDERED = "state-ordered"
    ROGUE_CONDUCTED = "state-rogue-conducted"
    EXECUTED = "state-executed"
    INTEGRATED = "state-integrated"


class ContextTopic(StrEnum):
    """What a sentence of background is about."""

    RELATIONS = "relations"
    MOTIVE = "motive"
    PRECEDENT = "precedent"
