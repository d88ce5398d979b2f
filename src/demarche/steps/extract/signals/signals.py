"""What the words of a report can say was done: the signals that types and impacts are told from."""

from __future__ import annotations

from enum import StrEnum


class Signal(StrEnum):
    """One thing that attackers did, or that came of it."""

    RANSOM = "ransom"
    GANG = "gang"
    ENCRYPTED = "encrypted"
    WIPED = "wiped"
    PHYSICAL = "physical"
    TAMPERED = "tampered"
    DARKENED = "darkened"
    FLOODED = "flooded"
    DEFACED = "defaced"
    MONEY_TAKEN = "money-taken"
    MONEY_COST = "money-cost"
    PLANTED = "planted"
    LEAKED = "leaked"
    TAKEN = "taken"
    THEFT = "theft"
    SPYING = "spying"
    ACCESS = "access"
    STATE_LIKE = "state-like"
    INTRUSION = "intrusion"
    OUTAGE = "outage"
