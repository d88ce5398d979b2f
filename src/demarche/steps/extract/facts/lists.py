"""States that a sentence names in one breath: what befell one of a list befell all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from demarche.steps.extract.facts.homewords import SPEAKS
from demarche.steps.extract.mentions.tape import Kind, Named

_LISTED = frozenset({Kind.STATE, Kind.ADJECTIVE})
_JOINT = re.compile(
    r"(?:['’]s?)?(?: (?!(?:who|which|that|said|says|was|were|is|are|has|have|had|by|from|against)\b)[a-z-]+){0,2}?"
    r"(?:,(?: and| or| then| as well as)?|(?: and| or| as well as| plus)) (?:in |of |on )?(?:(?:the|its|some|also|other) )*"
)
"""What stands between two members: "Cyprus, Greece", "Greek ministries and the Cypriot"."""
_VICTIMS = re.compile(
    r"\b(?:(?:victims?|targets?|targeted|targeting|infect\w+|infections?|hitting|struck|affected|affecting|compromised|breached|"
    r"hit)\b|(?:organi[sz]ations?|universit(?:y|ies)|companies|firms|institutions|people|users|customers|computers|networks|"
    r"banks|hospitals) (?:[a-z]+ ){0,2}?(?:in|of|across)\b)",
    re.IGNORECASE,
)
_SUFFERED = re.compile(
    r"\W+(?:[a-z]+ ){0,3}?(?:hit|infected|targeted|attacked|struck|affected|breached|compromised|followed|among them|"
    r"were counted|reported (?:cases|infections))\b"
)
_NO_VICTIMS = re.compile(
    r"\b(?:(?:blam\w+|accus\w+|attribut\w+|link\w*|ties|tied|sanctions?|behind|originat\w+|operators?)\b[^.;]{0,30}|"
    r"(?:agenc(?:y|ies)|governments|allies|partners|infrastructure|servers)\b[^.;]{0,40})$"
)
_OF_OTHER_TIMES = re.compile(
    r"\b(?:record|history|habit) of\b|\bknown (?:for|to have)\b|\b(?:previous(?:ly)?|earlier|past|similar(?:ly)?|other|older|"
    r"separate(?:ly)?) (?:[a-z-]+ ){0,2}(?:attacks?|campaigns?|operations?|intrusions?|targets?|ones)\b|"
    r"\bhas (?:also|long|since)\b",
    re.IGNORECASE,
)
"""What tells of other attacks by the same doers."""
_BEFORE, _LEAST = 90, 3


def lists(text: str, placed: Sequence[tuple[int, Named]]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """The first and last place of each list of states in a sentence, and their codes."""
    run: list[tuple[int, str]] = []
    for place, named in placed:
        if named.kind not in _LISTED:
            continue
        if run and not _JOINT.fullmatch(text, run[-1][0] + 1, place):
            yield from _told(run)
            run = []
        run.append((place, named.party.country or ""))
    yield from _told(run)


def of_this_attack(text: str, first: int) -> bool:
    """Whether what stands before a list does not tell of other attacks."""
    return not _OF_OTHER_TIMES.search(text[max(0, first - _BEFORE) : first])


def _told(run: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int, frozenset[str]]]:
    codes = frozenset(code for _, code in run)
    if len(codes) > 1:
        yield run[0][0], run[-1][0], codes


def are_victims(text: str, first: int, last: int, codes: frozenset[str]) -> bool:
    """Whether the words around a list of several states say that these were hit."""
    before = text[max(0, first - _BEFORE) : first]
    if len(codes) < _LEAST or SPEAKS.match(text[last + 1 : last + 14]) or _NO_VICTIMS.search(before):
        return False
    return bool(_VICTIMS.search(before) or _SUFFERED.match(text, last + 1))
