"""How states and others answer an incident: acts, their status, and the rungs of the ladder.

Sources: the EU cyber diplomacy toolbox (Council 9916/17 and its 2023 guidelines) for the order of the lower rungs; CAMEO 1.1b3
(Schrodt 2012) and PLOVER (Open Event Data Alliance) for the event codes; EuRepoC's codebook for the response types.
"""

from enum import StrEnum


class Status(StrEnum):
    """How far an act has come, by the words used for it."""

    DONE = "done"
    ANNOUNCED = "announced"
    THREATENED = "threatened"
    CONSIDERED = "considered"
    RULED_OUT = "ruled-out"


class Act(StrEnum):
    """What somebody does about an incident."""

    ADVISORY = "advisory"
    STATEMENT = "statement"
    SOLIDARITY = "solidarity"
    CONDEMNATION = "condemnation"
    CALL_FOR_RESTRAINT = "call-for-restraint"
    PUBLIC_ATTRIBUTION = "public-attribution"
    SUMMONS = "summons"
    PROTEST_NOTE = "protest-note"
    INDICTMENT = "indictment"
    ARREST = "arrest"
    REWARD_OFFER = "reward-offer"
    RAID = "raid"
    SEIZURE_OR_TAKEDOWN = "seizure-or-takedown"
    TRAVEL_BAN = "travel-ban"
    SANCTIONS = "sanctions"
    RECALL_AMBASSADOR = "recall-ambassador"
    EXPEL_DIPLOMATS = "expel-diplomats"
    CLOSE_MISSION = "close-mission"
    SEVER_RELATIONS = "sever-relations"
    SUSPEND_COOPERATION = "suspend-cooperation"
    MUTUAL_DEFENCE_CONSULTATION = "mutual-defence-consultation"
    COUNTER_OPERATION = "counter-operation"
    MILITARY = "military"
    INVESTIGATION = "investigation"
    LAWSUIT = "lawsuit"
    LAW_OR_POLICY = "law-or-policy"
    RESIGNATION_OR_DISMISSAL = "resignation-or-dismissal"
    PUBLIC_EMERGENCY = "public-emergency"
    ASSISTANCE = "assistance"
    RANSOM_PAID = "ransom-paid"
    RANSOM_REFUSED = "ransom-refused"
    FURTHER_ACTION = "further-action"
