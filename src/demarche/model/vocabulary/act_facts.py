"""Response acts: what each is, its rung on the ladder, and its place in the codebooks.

CAMEO codes are those of version 1.1b3 (Schrodt 2012), PLOVER's are its roots of 2023, EuRepoC's its first-level response types.
None stands where a codebook has no such act, or has several that the act alone does not choose between.
"""

from __future__ import annotations

from dataclasses import dataclass

from demarche.model.vocabulary.responses import Act, Status

LADDER: tuple[Act, ...] = (
    Act.ADVISORY,
    Act.STATEMENT,
    Act.SOLIDARITY,
    Act.CALL_FOR_RESTRAINT,
    Act.CONDEMNATION,
    Act.PUBLIC_ATTRIBUTION,
    Act.PROTEST_NOTE,
    Act.SUMMONS,
    Act.REWARD_OFFER,
    Act.INDICTMENT,
    Act.ARREST,
    Act.RAID,
    Act.SEIZURE_OR_TAKEDOWN,
    Act.TRAVEL_BAN,
    Act.SANCTIONS,
    Act.SUSPEND_COOPERATION,
    Act.RECALL_AMBASSADOR,
    Act.EXPEL_DIPLOMATS,
    Act.CLOSE_MISSION,
    Act.SEVER_RELATIONS,
    Act.MUTUAL_DEFENCE_CONSULTATION,
    Act.COUNTER_OPERATION,
    Act.MILITARY,
)
"""The response ladder, lowest rung first: an order for sorting and filtering. Pass another to `rung` to use yours."""


def rung(act: Act, ladder: tuple[Act, ...] = LADDER) -> int:
    """The place of an act on a ladder, 1 for the lowest; 0 when it is not on it, as for domestic acts."""
    return ladder.index(act) + 1 if act in ladder else 0


@dataclass(frozen=True, slots=True)
class ActFacts:
    """One act: its definition and its name in CAMEO, PLOVER, EuRepoC and the annotation scheme."""

    definition: str
    cameo: str | None = None
    plover: str | None = None
    eurepoc: str | None = None
    annotation: str | None = None


_STABILIZING = "Stabilizing measures"
_PREVENTIVE = "Preventive measures"
_COOPERATIVE = "Cooperative measures"
_LEGISLATIVE = "Legislative reactions"
_EXECUTIVE = "Executive reactions"
_RETORSION = "Peaceful means: Retorsion (International Law)"
_NATIONAL_LAW = "Other legal measures on national level (e.g. law enforcement investigations, arrests)"

ACTS: dict[Act, ActFacts] = {
    Act.ADVISORY: ActFacts(
        "Tells defenders how the attack works and what to do", None, None, _PREVENTIVE, "technical-advisory"
    ),
    Act.STATEMENT: ActFacts(
        "Speaks publicly of the incident without one of the acts below", "010", None, _STABILIZING, "statement"
    ),
    Act.SOLIDARITY: ActFacts("Declares support for the victim", "051", "SUPPORT", _STABILIZING, "statement"),
    Act.CONDEMNATION: ActFacts("Condemns the attack or its author", "111", "ACCUSE", _STABILIZING, "condemnation"),
    Act.CALL_FOR_RESTRAINT: ActFacts(
        "Asks the parties to stop or to hold back", "020", "REQUEST", _STABILIZING, "call-for-restraint"
    ),
    Act.PUBLIC_ATTRIBUTION: ActFacts("Names the author as an official act of a state or organisation", "112", "ACCUSE"),
    Act.SUMMONS: ActFacts(
        "Calls in a diplomat of the accused state to be told off", "114", "ACCUSE", _STABILIZING, "summon-ambassador"
    ),
    Act.PROTEST_NOTE: ActFacts("Sends the accused state a formal note of protest", "114", "ACCUSE", _STABILIZING, "statement"),
    Act.INDICTMENT: ActFacts(
        "Charges named persons, or issues a warrant against them", "173", "COERCE", _NATIONAL_LAW, "indictment"
    ),
    Act.ARREST: ActFacts("Takes suspects into custody", "173", "COERCE", _NATIONAL_LAW, "arrest"),
    Act.REWARD_OFFER: ActFacts("Offers money for information on the authors", None, None, None, "reward-offer"),
    Act.RAID: ActFacts(
        "Searches premises, or seizes money, servers or other goods, by force of law",
        None,
        "COERCE",
        _NATIONAL_LAW,
        "raid-or-seizure",
    ),
    Act.SEIZURE_OR_TAKEDOWN: ActFacts(
        "Takes over or switches off domains, servers, accounts or implants", "171", "COERCE", _NATIONAL_LAW, "takedown"
    ),
    Act.TRAVEL_BAN: ActFacts("Bars named persons from entering", None, "SANCTION", _RETORSION, "travel-ban"),
    Act.SANCTIONS: ActFacts(
        "Freezes assets or forbids business with named parties", "163", "SANCTION", _RETORSION, "sanctions"
    ),
    Act.RECALL_AMBASSADOR: ActFacts("Calls its own ambassador home", "161", "SANCTION", _RETORSION, "recall-ambassador"),
    Act.EXPEL_DIPLOMATS: ActFacts(
        "Orders diplomats of the accused state out", "174", "SANCTION", _RETORSION, "expel-diplomats"
    ),
    Act.CLOSE_MISSION: ActFacts("Closes an embassy or consulate, or orders one closed", "161", "SANCTION", _RETORSION),
    Act.SEVER_RELATIONS: ActFacts("Breaks off diplomatic relations", "161", "SANCTION", _RETORSION, "sever-relations"),
    Act.SUSPEND_COOPERATION: ActFacts("Halts talks, aid or agreements with the accused state", "160", "SANCTION", _RETORSION),
    Act.MUTUAL_DEFENCE_CONSULTATION: ActFacts(
        "Consults allies under a treaty of mutual defence", "040", "CONSULT", None, "mutual-defence-consultation"
    ),
    Act.COUNTER_OPERATION: ActFacts("Answers with a cyber operation of its own", "176", None, None, "counter-operation"),
    Act.MILITARY: ActFacts("Moves or uses armed force", None, None, "Use of force", "military"),
    Act.INVESTIGATION: ActFacts("Opens an inquiry at home into what happened", "090", "ACCUSE", _NATIONAL_LAW),
    Act.LAWSUIT: ActFacts(
        "Sues, fines or settles before a civil court or regulator", "115", "ACCUSE", _NATIONAL_LAW, "legal-suit"
    ),
    Act.LAW_OR_POLICY: ActFacts(
        "Adopts or proposes a law, strategy or rule because of it", None, None, _LEGISLATIVE, "law-or-policy"
    ),
    Act.RESIGNATION_OR_DISMISSAL: ActFacts(
        "An official steps down or is removed over it", None, None, _EXECUTIVE, "resignation-or-dismissal"
    ),
    Act.PUBLIC_EMERGENCY: ActFacts(
        "Declares a state of emergency over it", "1724", "COERCE", "Proclamation of public emergency", "law-or-policy"
    ),
    Act.ASSISTANCE: ActFacts("Helps the victim, or is asked in to help", "070", "AID", _COOPERATIVE, "assistance"),
    Act.RANSOM_PAID: ActFacts("Pays what the attackers demanded", "080", "CONCEDE", None, "ransom-paid"),
    Act.RANSOM_REFUSED: ActFacts("Refuses to pay what the attackers demanded", "124", "REJECT", None, "ransom-refused"),
    Act.FURTHER_ACTION: ActFacts("Says that more will follow without saying what", None, None, None, "statement"),
}

STATUSES: dict[Status, str] = {
    Status.DONE: "The act has been carried out",
    Status.ANNOUNCED: "The act is promised or set for a time to come",
    Status.THREATENED: "The act is held out as a consequence",
    Status.CONSIDERED: "The act is being weighed or asked for",
    Status.RULED_OUT: "The act is said not to be coming",
}
