"""What a report tells of several incidents, read one incident at a time.

1 Each item of a round-up is read as a report of its own. 2 Of another incident that a report mentions, the words about it alone
say who was hit, when, how and who answered; where they name nobody and nothing, it is not told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from demarche.model.claim import PRIMARY, AttributionValue, Claim, DateValue, ImpactValue, MeansValue, TypeValue, VictimValue
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.model.vocabulary.incidents import MeansKind
from demarche.steps.extract.reading import NOWHERE, Reading

_SURE_DATE = 0.45
_DEED = (AttributionValue, DateValue, ImpactValue, MeansValue, TypeValue)
_GROUPS = frozenset({PartyKind.GROUP, PartyKind.CRIMINAL_GROUP, PartyKind.HACKTIVIST, PartyKind.ATTACKER})
_NAMES_AUTHOR = frozenset({Stance.ASSERTS, Stance.SUSPECTS, Stance.CLAIMS_RESPONSIBILITY})


def others(reading: Reading) -> tuple[str, ...]:
    """The labels of the incidents that are not what the report is mainly about, in reading order."""
    return tuple(label for label in dict.fromkeys(reading.events) if label not in {PRIMARY, NOWHERE})


def main_labels(reading: Reading) -> frozenset[str]:
    """The labels of what a report is about: its primary event, or every item of a round-up."""
    return frozenset(parts(reading))


def parts(reading: Reading) -> dict[str, Reading]:
    """The report itself by the label of what it is mainly about; of a round-up each item, as if it were a report, by its
    label."""
    if PRIMARY in reading.events or not reading.events:
        return {PRIMARY: reading}
    return {label: reading.about(label) for label in others(reading)}


def labelled(claims: Iterable[Claim], label: str) -> list[Claim]:
    """Claims as being about the event of that label."""
    return [claim if claim.event == label else replace(claim, event=label) for claim in claims]


def in_parts(reading: Reading, read: Callable[[Reading], Sequence[Claim]]) -> list[Claim]:
    """What is read in a report, or in each item of a round-up on its own, then under the item's label."""
    found = []
    for label, part in parts(reading).items():
        claims = read(part)
        found += list(claims) if label == PRIMARY else labelled(claims, label)
    return found


def told_apart(
    reading: Reading, told: Sequence[Claim], facts: Callable[[Reading, Sequence[Claim]], Sequence[Claim]]
) -> list[Claim]:
    """What is told of each other incident that the report mentions: `told` as far as it is about it, and the facts of its own
    sentences. Nothing of one of which neither who was hit nor a program nor a group is named, or not what was done, when or by
    whom."""
    claims = []
    for label in others(reading):
        part = reading.about(label)
        own = labelled((claim for claim in told if claim.event == label), PRIMARY)
        own += filter(_is_sure, facts(part, own))
        if any(map(_names, own)) and any(isinstance(claim.value, _DEED) for claim in own):
            claims += labelled(own, label)
    return claims


def _is_sure(claim: Claim) -> bool:
    """In a few sentences a date is as often that of an answer or of a report."""
    return not isinstance(claim.value, DateValue) or claim.score >= _SURE_DATE


def _names(claim: Claim) -> bool:
    """Whether a claim says by what name its incident may go."""
    match claim.value:
        case VictimValue(party=party):
            return party.country is not None or party.name[:1].isupper()
        case MeansValue(kind=kind):
            return kind is MeansKind.MALWARE
        case AttributionValue(accused=accused):
            proper = all(not word.islower() for word in accused.name.split())
            return claim.stance in _NAMES_AUTHOR and accused.kind in _GROUPS and proper
    return False
