"""Whether a clause speaks of an answer to this incident at all, and the terms of an answer."""

from __future__ import annotations

import re
from functools import lru_cache

from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.extract.responses.view import STATE

_ELSEWHERE = re.compile(
    r"\b(?:unrelated|no bearing|other attacks|another campaign|in that connection|preceded the|concerned other|"
    r"different reason|"
    r"no connection|nothing to do with|not of computers|other events|other victims|in (?:that|another|a separate) case|"
    r"annexation|"
    r"Crimea|poisoning|nerve agent|invasion of|war in|weapons trade|nuclear tests?|missile tests?|assassination|murder|"
    r"human[- ]rights|crackdown|downing of|doping (?:ban|case)|embargo|in the past|on other occasions|earlier sanctions|"
    r"existing sanctions|already under|previous(?:ly)? (?:sanction|expel|charg|indict|arrest|summon)|years? (?:ago|earlier|"
    r"before)|"
    r"decades?|since \d{4}|(?:allow|permit|enable|empower)s (?:the )?\S+ (?:\w+ )?to)"
)
_OVER_STATE = re.compile(
    rf"\b(?:over|after) (?:the )?{STATE}(?:['’]s?)?(?:$|[,.;]| (?:war|invasion|annexation|aggression|occupation|and)\b)"
)
_RETALIATION = re.compile(
    r"\bin (?:response|retaliation|reply|return|answer) (?:to|for) (?:the |its |their |these |those |this )?(?:[\w-]+ ){0,3}?"
    r"(?:expulsions?|sanctions|accusations?|charges|indictments?|decision|measures|move|step)\b",
    re.IGNORECASE,
)
_AN_ANSWER = re.compile(
    r"(?:decision|expulsions?|sanctions|accusations?|allegations?|charges?|claims?|severing|designations?|indictments?|"
    r"listings?|"
    r"raid on (?:its|the) embassy|move|statements?|slander|smear|attribution|finger-?pointing|announcement|report|measures|"
    r"arrests?|"
    r"insinuations?|lies|politici[sz]ation|step)\b"
)
_OF_IT = re.compile(r" (?:that|those|this|these|both|in (?:that|both)) ")


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The places of the clause that holds the places from start to end; what follows on "that" or "those" is part of it."""
    first = text.rfind(";", 0, start) + 1
    contrast = text.rfind(", but ", first, start)
    last = text.find(";", end)
    if last >= 0 and _OF_IT.match(text, last + 1):
        last = text.find(";", last + 1)
    return max(first, contrast), last if last >= 0 else len(text)


@lru_cache(maxsize=1024)
def elsewhere(words: str) -> bool:
    """Whether a clause says that it speaks of another matter or another time, or of an answer to the answer."""
    return bool(_ELSEWHERE.search(words) or _OVER_STATE.search(words) or _RETALIATION.search(words))


def answers_an_answer(words: str) -> bool:
    """Whether what is condemned or rejected is itself an answer or an accusation rather than the attack."""
    return bool(_AN_ANSWER.search(words))


_MONEY = (
    r"(?:up to |more than |about |nearly |over )?"
    r"(?:[$€£] ?[\d.,]+(?: ?(?:million|billion|bn|m)\b)?|[\d.,]+ (?:million|billion) (?:dollars|euros|pounds))"
)
_TERMS: dict[Act, re.Pattern[str]] = {
    Act.EXPEL_DIPLOMATS: re.compile(
        r"\b(?:within (?:the next )?(?:[\w-]+ )?(?:hours|days|a day|a week)|(?:[\w-]+ )?hours?(?= to )|a (?:day|week)(?= to )|"
        r"by (?:the end of )?(?:midnight|noon|[A-Z][a-z]+day|the week))\b"
    ),
    Act.REWARD_OFFER: re.compile(_MONEY),
    Act.LAWSUIT: re.compile(_MONEY),
    Act.RANSOM_PAID: re.compile(_MONEY),
}
_CONDITION = re.compile(r"\b(?:if|unless) [^.;,\"”]{4,90}")


def terms_in(act: Act, status: Status, text: str, start: int, end: int) -> tuple[int, int] | None:
    """The places of the condition or sum that an act is bound to, as said."""
    pattern = _CONDITION if status is Status.THREATENED else _TERMS.get(act)
    found = pattern.search(text, start, min(len(text), end + 60)) if pattern else None
    return found.span() if found else None
