"""The tape as the response rules see it: envoys, diplomats and missions as characters of their own, and the word patterns built on that."""

from __future__ import annotations

import re

from demarche.steps.extract.tape import ANY_MENTION, Kind, Named, Tape, char_class

ENVOY, DIPLOMATS, MISSION, PERSONS, HELPERS = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
ANY = f"[{ANY_MENTION[1:-1]}{ENVOY}-{HELPERS}]"
"""One mention of any class, in a dressed text."""

_DOERS = (Kind.STATE, Kind.OFFICIAL, Kind.WORLD, Kind.COMPANY, Kind.EXPERT, Kind.VICTIM, Kind.ADJECTIVE, Kind.ANONYMOUS, Kind.MEDIA)
DOER = f"[{char_class(*_DOERS)[1:-1]}{ENVOY}-{MISSION}]"
"""One mention of somebody who may answer an attack."""
ACCUSABLE = f"[{char_class(Kind.STATE, Kind.ADJECTIVE, Kind.ACTOR, Kind.HACKERS, Kind.UNKNOWN)[1:-1]}{ENVOY}-{PERSONS}]"
"""One mention of somebody whom a response may be against without being named as a person."""
NAMED = f"[{char_class(Kind.ACTOR, Kind.HACKERS, Kind.EXPERT, Kind.COMPANY, Kind.OFFICIAL, Kind.ADJECTIVE)[1:-1]}{ENVOY}-{PERSONS}]"
"""One mention of somebody who may be listed, charged or arrested by name."""
DOING = char_class(Kind.ACTOR, Kind.HACKERS, Kind.UNKNOWN)
"""One mention of somebody who attacks."""
LISTED = f"[{char_class(Kind.STATE)[1:-1]}{NAMED[1:-1]}]"
"""The same, and states as a whole."""
STATE = char_class(Kind.STATE, Kind.ADJECTIVE)

WORD = r"[\w’'\-$.]*[\w$’']"
_ATOM = rf"(?:{ANY}(?:['’]s?)?|[\"“”]?{WORD}[\"“”]?)"
GAP = {size: rf"(?:{_ATOM},? ){{0,{size}}}?" for size in (2, 4, 6, 9)}
"""Up to so many words or mentions, each with the space after it."""

_ROLES = (
    (ENVOY, frozenset({Kind.OFFICIAL}), re.compile(r"ambassador|envoy|charg[eé]|\bconsul\b|high commissioner", re.IGNORECASE)),
    (HELPERS, frozenset({Kind.EXPERT}), re.compile(r"(?:experts?|specialists?|analysts?|technicians|investigators)$", re.IGNORECASE)),
    (MISSION, frozenset({Kind.OFFICIAL}), re.compile(r"embassy|consulate|\bmission\b", re.IGNORECASE)),
    (
        DIPLOMATS,
        frozenset({Kind.OFFICIAL, Kind.ANONYMOUS}),
        re.compile(r"(?:diplomats|officials|officers|staff|personnel|spies|attach[eé]s?|operatives)(?: (?:in|at|to)\b.*)?$", re.IGNORECASE),
    ),
    (
        PERSONS,
        frozenset({Kind.HACKERS}),
        re.compile(r"(?:officers?|agents?|operatives|spies|nationals?|citizens|officials|persons?|individuals|hackers?)$", re.IGNORECASE),
    ),
)


def _role(named: Named, text: str) -> str | None:
    if named.kind not in _DRESSED or "spokes" in named.role:
        return None
    said = text[named.start : named.end]
    for char, kinds, words in _ROLES:
        if named.kind in kinds and words.search(said):
            return char
    return None


def costume(tape: Tape, text: str) -> dict[int, str]:
    """A table for `str.translate` that keeps every place and makes envoys, diplomats, missions, persons and helpers tell
    themselves apart; `text` is the document's own."""
    roles = ((char, _role(named, text)) for char, named in tape.mentions.items())
    return {ord(char): role for char, role in roles if role is not None}


_DRESSED = frozenset({Kind.OFFICIAL, Kind.ANONYMOUS, Kind.HACKERS, Kind.EXPERT})
_ENVOY_WORDS = r"(?:ambassadors?|envoys?|charg[eé](?:s)? d['’]affaires|charg[eé]|consuls?(?:[- ]general)?|high commissioner|head of mission|top diplomat|diplomats?)"
_STAFF_WORDS = (
    r"(?:diplomats?|diplomatic (?:staff|personnel|officers)|embassy (?:staff|personnel|officials|employees|workers)|envoys?|ambassador|attach[eé]s?|"
    r"spies|intelligence (?:officers|agents|operatives)|officials|officers|consular staff|staff(?: members)?|personnel|mission staff|agents|"
    r"everyone attached to|operatives|representatives)"
)
ENVOY_NP = rf"(?:{ENVOY}|{GAP[4]}(?:{ENVOY}|{_ENVOY_WORDS}\b))"
STAFF_NP = rf"{GAP[6]}(?:[{ENVOY}{DIPLOMATS}{MISSION}{PERSONS}]|{_STAFF_WORDS}\b)"
TIES = r"(?:ties|relations|relationship|diplomatic (?:links|contacts?|ties|relations))\b"
ATTACK = (
    r"(?:cyber[- ]?attacks?|attacks?|hack(?:s|ing)?|hacking campaign|intrusions?|break-ins?|breach(?:es)?|assaults?|incidents?|operations?|campaigns?|compromises?|"
    r"thefts?|activit(?:y|ies)|behaviou?r|conduct|actions?|acts?|attempts?|aggression|espionage|interference|sabotage|leaks?|outrage|violation|"
    r"intimidation|provocations?|insult|meddling|hackers|perpetrators|criminals|regime)\b"
)
