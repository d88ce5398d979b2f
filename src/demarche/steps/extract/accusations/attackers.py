"""Names that attackers go by: those that they give themselves, that the report gives them, or that no list knows."""

from __future__ import annotations

import re
from functools import cached_property

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.accusations.positions import DOERS, Line
from demarche.steps.extract.mentions.tape import ANY_MENTION, Kind, char_class
from demarche.steps.extract.reading import Reading

CREW = char_class(Kind.HACKERS, Kind.UNKNOWN)
TOKEN = rf"(?:[A-Z#][\w$’'-]*|[a-z]+\d\w*|\d+[A-Z]\w*|{ANY_MENTION})"
NAME = rf"(?P<name>{TOKEN}(?: (?:of|the|for|in|al|and the) {TOKEN}| {TOKEN}| \d+(?:\.\d+)*){{0,6}})"
QUOTE = r"[\"“‘']?"
KIND = (
    r"(?:groups?|hackers?|gang|crew|collective|persona|account|outfit|website|channel|front|cell|band|syndicate|"
    r"operation|somebody|someone|individual|hacker|people|team|user|site|cyber-?criminals|author|affiliate|actor)"
)
CALLING_ITSELF = re.compile(
    rf"(?:\b{KIND}\b|{CREW})[^.;]{{0,70}}?\b(?:call(?:ing|s|ed)? (?:itself|themselves|himself|herself)|styl(?:ing|"
    r"es?) (?:itself|themselves|himself)|nam(?:ing|es) (?:itself|themselves)|under the (?:name|banner|alias|handle|"
    r"pseudonym)(?: of)?|by the name(?: of)?|go(?:ing|es) by(?: the name)?(?: of)?|identif(?:ying|ied|"
    r"ies) (?:itself|themselves|himself) as|self-styled|self-proclaimed|sign(?:ing|s|ed) (?:itself|themselves|"
    rf"himself)(?: as)?) (?:the )?{QUOTE}{NAME}"
)
_PEOPLE = rf"(?:groups?|hackers?|gang|crew|collective|persona|outfit|cell|band|syndicate|hacktivists?|{CREW})"
_KNOWN_AS = re.compile(rf"{_PEOPLE}(?: (?:known as|called|named|dubbed|tracked as))? (?:the )?{QUOTE}{NAME}")
_NAMED_KIND = re.compile(
    rf"{NAME}[\"”’']?,? (?:(?:an? |the )?(?:[a-z-]+ ){{0,3}}?(?:ransomware|gang|hacking group|hacker group|crew|"
    rf"collective|hacktivists?|extortion(?:ists)?)\b|{CREW})"
)
_ALIAS = re.compile(
    r"^[\"”’']?,? (?:\(|or |also known as |aka |alias |better known as |[A-Z]\w+ for |which (?:means|"
    rf"translates as) )+(?:the )?{QUOTE}(?P<alias>{char_class(Kind.ACTOR)})"
)
_STOP = frozenset(
    "The A An It They He She In On At But And This That These Those If When While After Before Its Their His Her "
    "We I As By For With One No Some Most Both Monday Tuesday Wednesday Thursday Friday Saturday Sunday January "
    "February March April May June July August September October November December Telegram Twitter Facebook X".split()
)
_GROUPS = frozenset({PartyKind.GROUP, PartyKind.CRIMINAL_GROUP, PartyKind.HACKTIVIST, PartyKind.ATTACKER})
_NEVER = frozenset({Kind.STATE, Kind.OFFICIAL, Kind.COMPANY, Kind.VICTIM, Kind.MEDIA, Kind.WORLD})
_RANSOMWARE = " ransomware"
_PLACES = frozenset({Kind.STATE, Kind.ADJECTIVE, Kind.DATE, Kind.SITE, Kind.MEDIA})


class Names:
    """The attackers' names of one report."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._tape = reading.tape

    def party(self, line: Line, start: int, end: int) -> PartyName | None:
        """The party that a name stands for, by its places in the sentence; None for somebody who is no attacker. A name beside
        it that a list knows wins: "Ciel Noir, French for Black Sky"."""
        text = line.sentence.text
        while end - start > 1 and re.match(CREW, text[start]):
            start += 2 if text[start + 1] == " " else 1
        alias = _ALIAS.match(text[end : end + 60])
        if alias:
            return self._tape.mentions[alias.group("alias")].party
        first = self._tape.mentions.get(text[start])
        if first is None:
            return None if text[start:end].split()[0] in _STOP else self._new(line, start, end)
        if first.kind in _PLACES:
            return self._new(line, start, end + len(_RANSOMWARE)) if text.startswith(_RANSOMWARE, end) else None
        if end - start > 1:
            return self._new(line, start, end)
        if first.role == "anaphor" and len(self.crews) == 1:
            return PartyName(next(iter(self.crews)), PartyKind.GROUP)
        return None if first.kind in _NEVER else as_group(first.party)

    def is_doer(self, line: Line, start: int, end: int) -> bool:
        """Whether a name is one of a group or crew: by the tape, or by what the report calls it."""
        first = self._tape.mentions.get(line.sentence.text[start])
        if first and end - start == 1 and (first.kind in DOERS or first.role == "ransomware"):
            return True
        return self._words(line, start, end) in self.crews

    def last_actor(self, line: Line) -> PartyName | None:
        """The group that was named last before a sentence."""
        chars = re.findall(char_class(Kind.ACTOR), self._tape.text[: line.sentence.start])
        return self._tape.mentions[chars[-1]].party if chars else None

    @cached_property
    def crews(self) -> frozenset[str]:
        """Names that the report gives to a group, gang or crew."""
        tape = self._tape
        spans = [found.span("name") for pattern in (_KNOWN_AS, _NAMED_KIND) for found in pattern.finditer(tape.text)]
        names = (self._reading.words(start, end) for start, end in spans)
        return frozenset(name for name in names if name[:1].isupper() and name not in _STOP and not name.startswith("CVE-"))

    def _words(self, line: Line, start: int, end: int) -> str:
        return self._reading.words(line.sentence.start + start, line.sentence.start + end)

    def _new(self, line: Line, start: int, end: int) -> PartyName:
        return PartyName(re.sub(r"['’]s$", "", self._words(line, start, end)), PartyKind.GROUP)


def as_group(party: PartyName) -> PartyName:
    """A party as the doer of an attack."""
    return party if party.kind in _GROUPS else PartyName(party.name, PartyKind.GROUP, party.country)
