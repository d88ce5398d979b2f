"""The tape as the response rules see it: envoys, diplomats, missions and the like as characters of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from demarche.steps.extract.mentions.tape import ANY_MENTION, Kind, Named, Tape, char_class

ENVOY, DIPLOMATS, MISSION, PERSONS, HELPERS = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
ROLES = f"[{ENVOY}-{PERSONS}]"
ANY = f"[{ANY_MENTION[1:-1]}{ENVOY}-{HELPERS}]"
"""One mention of any class, in a dressed text."""

STATE = char_class(Kind.STATE, Kind.ADJECTIVE)
OFFICE = char_class(Kind.OFFICIAL)
DOING = char_class(Kind.ACTOR, Kind.HACKERS, Kind.UNKNOWN)
"""One mention of somebody who attacks."""
_DOERS = char_class(
    *(Kind.STATE, Kind.OFFICIAL, Kind.WORLD, Kind.COMPANY, Kind.EXPERT, Kind.VICTIM, Kind.ADJECTIVE, Kind.ANONYMOUS, Kind.MEDIA)
)
DOER = f"[{_DOERS[1:-1]}{ENVOY}-{MISSION}]"
"""One mention of somebody who may answer an attack."""
DOERS = re.compile(rf"[^\x00-\udfff](?<={DOER})")
"""Finds them one by one: a character beyond those of words is seen sooner than one of many classes."""
_ACCUSABLE = char_class(Kind.STATE, Kind.ADJECTIVE, Kind.ACTOR, Kind.HACKERS, Kind.UNKNOWN)
ACCUSABLE = f"[{_ACCUSABLE[1:-1]}{ENVOY}-{PERSONS}]"
"""One mention of somebody whom a response may be against without being named as a person."""
_NAMED = char_class(Kind.ACTOR, Kind.HACKERS, Kind.EXPERT, Kind.COMPANY, Kind.OFFICIAL, Kind.ADJECTIVE)
NAMED = f"[{_NAMED[1:-1]}{ENVOY}-{PERSONS}]"
"""One mention of somebody who may be charged or arrested by name."""
LISTED = f"[{char_class(Kind.STATE)[1:-1]}{NAMED[1:-1]}]"
"""One mention of somebody who may be put under sanctions: the same, and states as a whole."""

_MENTION = re.compile(ANY_MENTION)
_OFFICIALS = frozenset({Kind.OFFICIAL})
_ROLES = (
    (ENVOY, _OFFICIALS, re.compile(r"ambassador|envoy|charg[eé]|\bconsul\b|high commissioner", re.IGNORECASE)),
    (
        HELPERS,
        frozenset({Kind.EXPERT}),
        re.compile(r"(?:experts?|specialists?|analysts?|technicians|investigators)$", re.IGNORECASE),
    ),
    (MISSION, _OFFICIALS, re.compile(r"embassy|consulate|\bmission\b", re.IGNORECASE)),
    (
        DIPLOMATS,
        frozenset({Kind.OFFICIAL, Kind.ANONYMOUS}),
        re.compile(
            r"(?:diplomats|officials|officers|staff|personnel|spies|attach[eé]s?|operatives)(?: (?:in|at|to)\b.*)?$",
            re.IGNORECASE,
        ),
    ),
    (
        PERSONS,
        frozenset({Kind.HACKERS}),
        re.compile(
            r"(?:officers?|agents?|operatives|spies|nationals?|citizens|officials|persons?|individuals|hackers?)$",
            re.IGNORECASE,
        ),
    ),
)
_DRESSED = frozenset({Kind.OFFICIAL, Kind.ANONYMOUS, Kind.HACKERS, Kind.EXPERT})


def _role(named: Named, text: str) -> str | None:
    if named.kind not in _DRESSED or "spokes" in named.role:
        return None
    return _role_of(named.kind, text[named.start : named.end])


@lru_cache(maxsize=4096)
def _role_of(kind: Kind, said: str) -> str | None:
    for char, kinds, words in _ROLES:
        if kind in kinds and words.search(said):
            return char
    return None


def costume(tape: Tape, text: str) -> dict[str, str]:
    """The role of each mention that is an envoy, diplomats, a mission and the like; `text` is the document's own."""
    roles = ((char, _role(named, text)) for char, named in tape.mentions.items())
    return {char: role for char, role in roles if role is not None}


def dressed(text: str, roles: Mapping[str, str]) -> str:
    """A stretch of tape with these mentions as characters of their roles; every place stays where it is."""
    for char in roles.keys() & set(_MENTION.findall(text)):
        text = text.replace(char, roles[char])
    return text
