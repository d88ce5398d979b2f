"""Whom an organ or office means that is named for short: the fuller name or the person of the report, else our own table."""

from __future__ import annotations

import re
from functools import cache

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.reference.tables import bodies, official_by_surname
from demarche.steps.extract.mentions.tape import Kind, Named
from demarche.steps.extract.reading import Reading

_ORGANS = frozenset({"body", "agency", "office"})
_PERSONS = frozenset({"person", "surname"})
_EARLIER = re.compile(r"(?:(?:then|former|new|current|outgoing|own|his|her|its|their|the) )+", re.IGNORECASE)
_PERSONAL = re.compile(
    r"(?:(?:[a-z-]+ ){0,2}(?:minister|secretary|chancellor|premier|president|prosecutor|ambassador|envoy)|secretary of state|"
    r"attorney general)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^(?:Mr|Mrs|Ms|Dr|(?:[A-Z][a-z]+ )?(?:President|Chancellor|Secretary|Minister|Premier))\.? (?=[A-Z]\S+$)"
)
_OFFICE = re.compile(r"\b(?:President|Chancellor|Secretary(?: of State)?|Minister|Premier|minister|secretary) $")
_UNION = frozenset({"Union", "Member States", "bloc"})
_DEPARTMENT = re.compile(r"\b(?:Department|Ministry)(?: of(?: the)?)?\b")
_BEHIND = 60
"""How far behind a person's name its office may stand."""


class Fuller:
    """The organs and persons of one report that speak for a state."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.document.text
        officials = [one for one in reading.tape.mentions.values() if one.kind is Kind.OFFICIAL and one.party.country]
        officials.sort(key=lambda one: (one.start, one.end))
        self._organs = [one for one in officials if one.role in _ORGANS]
        self._persons = [one for one in officials if one.role in _PERSONS]
        self._parties = sorted({one.party for one in reading.tape.mentions.values()}, key=str)
        self._states = {party.country for party in self._parties}

    def of(self, words: str, before: int) -> PartyName | None:
        """Whom these words mean at an offset: "the minister" the last person with that office, "the Treasury" the only organ
        with a name that ends so; None where they may be anybody's, as "the government" may."""
        if words in _UNION and "EU" in self._states:
            return PartyName("European Union", PartyKind.INTERNATIONAL_ORGANISATION, "EU")
        short = _EARLIER.sub("", words.lower(), count=1) if _EARLIER.match(words) else words.lower()
        if _PERSONAL.fullmatch(short):
            return next((one.party for one in reversed(self._persons) if one.start < before and self._is(one, short)), None)
        if not words[:1].isupper():
            return None
        found = {one.party for one in self._organs if one.party.name.endswith(f" {words}")}
        if len({party.country for party in found}) == 1:
            return max(found, key=lambda party: (len(party.name), party.name))
        country = None if found else _known().get(words)
        return PartyName(words, PartyKind.GOVERNMENT, country) if country in self._states and country else None

    def known(self, words: str, before: int) -> PartyName | None:
        """The official of our own table whom the report names at an offset by the surname alone: with an office before it, or
        where it has the full name elsewhere. Of a state that it speaks of, and where it names nobody else so."""
        surname = _ADDRESS.sub("", words)
        named = official_by_surname(surname)
        if named is None or named[1] not in self._states:
            return None
        address = words[: -len(surname)] or self._text[max(0, before - _BEHIND) : before]
        if not _OFFICE.search(address) and named[0] not in self._text:
            return None
        others = any(party.name.endswith(f" {surname}") and party.name != named[0] for party in self._parties)
        return None if others else PartyName(named[0], PartyKind.GOVERNMENT, named[1])

    def _is(self, person: Named, office: str) -> bool:
        """Whether a person's name has that office before or behind it."""
        title = rf"(?<!deputy )(?<!vice )(?<!vice-)\b{re.escape(office)}\b"
        own = self._text[person.start : person.end]
        behind = re.match(r",[^.;:\n]*", self._text[person.end : person.end + _BEHIND])
        return any(re.search(title, part, re.IGNORECASE) for part in (own, behind.group() if behind else ""))


@cache
def _known() -> dict[str, str]:
    """What departments are called for short, by those of our own table of which only one state has one: "Treasury"."""
    found: dict[str, set[str]] = {}
    for body in bodies():
        for name in body.names if body.kind is PartyKind.GOVERNMENT and body.country else ():
            if _DEPARTMENT.search(name):
                found.setdefault(" ".join(_DEPARTMENT.sub("", name).split()), set()).add(str(body.country))
    return {short: min(countries) for short, countries in found.items() if len(countries) == 1}
