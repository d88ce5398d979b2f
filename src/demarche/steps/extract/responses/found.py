"""What the rules of verbs and nouns find: an act at its places, with its doers, its targets and how far it has come."""

from __future__ import annotations

import re
from dataclasses import dataclass

from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.extract.responses.doers import Span, listed_from, subjects
from demarche.steps.extract.responses.status import Reach
from demarche.steps.extract.responses.view import ACCUSABLE, DIPLOMATS, ENVOY, LISTED, MISSION, NAMED, STATE

BY_NAME = frozenset({Act.SANCTIONS, Act.TRAVEL_BAN, Act.INDICTMENT, Act.ARREST, Act.LAWSUIT})
"""Acts against persons and companies by name, each of a list on its own."""
_HOUSES = r"(?:ambassador|envoy|charg|consul|diplomat)"
_TARGETS = {
    **{act: re.compile(NAMED) for act in BY_NAME},
    Act.SANCTIONS: re.compile(LISTED),
    Act.SUMMONS: re.compile(rf"[{ENVOY}{DIPLOMATS}]|{STATE}(?=(?:['’]s?)? (?:[\w-]+ ){{0,2}}{_HOUSES})|{MISSION}(?=['’]s)"),
    Act.RECALL_AMBASSADOR: re.compile("(?!)"),
    Act.ASSISTANCE: re.compile("(?!)"),
    Act.ADVISORY: re.compile("(?!)"),
    Act.EXPEL_DIPLOMATS: re.compile(rf"[{ENVOY}{DIPLOMATS}{MISSION}]|{ACCUSABLE}"),
}
_ANYBODY = re.compile(ACCUSABLE)
_APPOSED = re.compile(f" {NAMED}")
_AGAINST = re.compile(
    rf"[^.;:]{{0,60}}?\b(?:on|against|with|targeting) (?:the |an? |several |\w+ ){{0,2}}(?P<one>{LISTED}|{ACCUSABLE})"
)
_NOT_FINITE = re.compile(r"(?:[Tt]o|having|being) ")
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|be|been|has|have|had|will|would)\b|[a-z]ed to")
_CALLER = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:on|upon|for)|urg(?:es|ed|ing)|ask(?:s|ed|ing)?|press(?:es|ed|ing)|want(?:s|ed)|push(?:es|ed|"
    r"ing)|"
    r"demand(?:s|ed|ing)?)\b"
)


@dataclass(frozen=True, slots=True)
class Found:
    """An act at places `start` to `end` of a sentence. `unsaid`: nobody is named, and the state in reach may be meant. `again`:
    the words point back to an act already told ("the sanctions")."""

    act: Act
    status: Status
    start: int
    end: int
    doers: tuple[Span, ...] = ()
    targets: tuple[int, ...] = ()
    unsaid: bool = False
    again: bool = False


def finite(group: str, word: str) -> bool:
    """Whether a verb has a subject of its own, by its auxiliaries and adverbs `group`."""
    return not _NOT_FINITE.match(group) and (not word.endswith("ing") or bool(_AUXILIARY.search(group)))


def doers_of(text: str, verb: int, how: Reach, word: str) -> tuple[Span, ...]:
    """Whoever does, or asks for, what the verb `word` at a place says."""
    own = finite(text[how.start : verb], word)
    if not own and how.status is Status.CONSIDERED:
        callers = list(_CALLER.finditer(text, max(0, verb - 90), verb))
        if callers:
            return tuple(subjects(text, callers[-1].start(), True))
    return tuple(subjects(text, how.start, own))


def targets_in(text: str, act: Act, start: int, end: int) -> tuple[int, ...]:
    """The places of whoever an act is against, among the places from start to end."""
    found = _TARGETS.get(act, _ANYBODY).search(text, start, end)
    if not found:
        return ()
    place = found.start() + (2 if _APPOSED.match(text, found.end()) else 0)
    return tuple(one for one, _ in listed_from(text, place)) if act in BY_NAME else (place,)


def targets_after(text: str, act: Act, end: int) -> tuple[int, ...]:
    """The places of whoever "on" or "against" names after a noun."""
    found = _AGAINST.match(text, end, end + 110)
    if not found:
        return ()
    place = found.start("one")
    return tuple(one for one, _ in listed_from(text, place)) if act in BY_NAME else (place,)
