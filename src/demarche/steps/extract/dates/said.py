"""When something was said: the date of a sentence that belongs to the saying and not to the attack."""

from __future__ import annotations

import re
from dataclasses import replace

from demarche.model.atoms import PartialDate
from demarche.model.claim import Claim
from demarche.steps.extract.dates.reader import DateForm, DateHit
from demarche.steps.extract.reading import Reading

_EVENT = (
    r"(?:cyber ?-?)?(?:attack|hack|breach|intrusion|campaign|operation|incident|theft|leak|outage|break-in|raid|"
    r"assault|wave|election)\w*"
)
_OF_EVENT = re.compile(
    rf"\b(?:{_EVENT}|attacked|hacked|hit|breached|stolen|began|started|launched|carried out)(?: [\w’'-]+){{0,4}},? ?$",
    re.IGNORECASE,
)
_EVENT_FOLLOWS = re.compile(rf"^(?:['’]s?)? (?:[\w-]+ )?{_EVENT}", re.IGNORECASE)
_SPANNING = frozenset({"since", "until", "from", "between", "after", "before", "by"})


def _dates_saying(hit: DateHit, text: str, published: PartialDate | None) -> bool:
    if hit.until is not None or hit.date.day is None or hit.lead.lower() in _SPANNING or hit.form is DateForm.SPAN:
        return False
    if published is not None and hit.date.first > published.last:
        return False
    return not _OF_EVENT.search(text[max(0, hit.start - 60) : hit.start]) and not _EVENT_FOLLOWS.match(
        text[hit.end : hit.end + 40]
    )


def dated(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """The claims, each with the day on which it was said where its sentence tells: "blamed Iran on Tuesday", "yesterday"."""
    days: dict[int, PartialDate] = {}
    for (start, _), text, found in zip(reading.spans, reading.plain, reading.dates, strict=True):
        hits = [hit.date for hit in found if _dates_saying(hit, text, reading.published)]
        if hits:
            days[start] = hits[0]
    return [
        replace(claim, said_on=days[claim.passage.start]) if claim.said_on is None and claim.passage.start in days else claim
        for claim in claims
    ]
