"""A pass over the tape for groups that no list knows: "a gang calling itself X", "the X ransomware crew", "X, a pro-Russian
hacktivist collective". Once a name is told to be a group, every later mention of it is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.mentions.heads import Heads
from demarche.steps.extract.mentions.tape import ANY_MENTION, Kind, Named, Rewriting, Tape, char_class

_STATE = char_class(Kind.STATE, Kind.ADJECTIVE)
_ACTOR, _UNKNOWN = char_class(Kind.ACTOR), char_class(Kind.UNKNOWN)
_NAMES_ACTOR, _NAMES_UNKNOWN = re.compile(_ACTOR), re.compile(_UNKNOWN)
_NAME = (
    r"(?P<name>[A-Z][\w’'.$#]*(?:-[\w.$]+)*(?: (?:[A-Z0-9][\w’'.$]*(?:-[\w.$]+)*|(?:al|ad|bin)-[A-Z]\w+|of(?= [A-Z])|"
    r"the(?= [A-Z])|for(?= [A-Z]))){0,4})"
)
_HACKING = (
    r"(?:hacking|hacker|hacktivist|ransomware|espionage|cyber ?espionage|cyber|cyber ?crime|cybercriminal|extortion|"
    r"threat|criminal|data-theft|data extortion|hackers'|"
    rf"pro-{_STATE}|pro-[A-Z][a-z]+|state-backed|state-sponsored|[a-z]+-speaking|{_STATE}(?:['’]s?)?(?:-(?:linked|"
    r"backed|speaking|based|aligned|nexus))?)"
)
_GROUPS = "group gang crew collective"
_BANDS = (
    f"{_GROUPS} groups gangs collectives crews outfit outfits syndicate syndicates cartel cartels actor actors persona "
    "personas operation operations team teams hacktivists hackers unit network"
)
_BAND = f"(?:{_BANDS.replace(' ', '|')})"
_CALLED = (
    r"(?:called|named|known (?:\w+ )?as|dubbed|nicknamed|calling (?:itself|themselves|himself)|(?:which|that|who) "
    r"calls? (?:itself|themselves)|going by(?: the name(?: of)?)?|"
    r"by the name of|under the (?:name|banner|alias)(?: of)?|styling itself|identifying (?:itself|themselves) as|"
    r"tracked as|(?:it|they|we|the company|researchers) (?:calls?|tracks? as|dubs?|names?|labels?)|self-styled|"
    r"referred to as|signing itself)"
)
_CREW = rf"(?P<crew>{char_class(Kind.HACKERS, Kind.UNKNOWN)})"
"""A gang that an earlier pass made a mention; `_BANDED` tells whether it was one."""
_BANDED = re.compile(r"\b(?:gang|group|crew|collective|syndicate|outfit|cartel|hacktivists?)(?:$| with| linked| tied)")
_BY_CREW = re.compile(rf"{_CREW},? (?:(?:[a-z]+ ){{0,2}}?{_CALLED} (?:the )?)?[\"“‘]?{_NAME}")
_BY_BAND = re.compile(rf"{_BAND}(?:,)? (?:[a-z]+ ){{0,2}}?{_CALLED} (?:the )?[\"“‘]?{_NAME}")
_BY_NAME_BEHIND = re.compile(
    rf"\b(?:[Tt]he (?:group|gang|collective|crew|persona|outfit)|{_HACKING} (?:[a-z-]+ )?{_BAND}) [\"“‘]?{_NAME}"
)
_NAME_BEHIND = re.compile(r"\w+ [\"“‘]?[A-Z]")
# Begins with a set of characters and looks back afterwards, which is how a search is fast.
_WHOLE_NAME = _NAME.replace("[A-Z]", r"[A-Z](?<![\w’'.-].)", 1)
_BY_NAME_BEFORE = re.compile(
    rf"{_WHOLE_NAME}[\"”’]?(?:, (?:(?:an? |the )?{_CREW}|(?:an?|the|one of the|the same) (?:[\w-]+ ){{0,4}}?"
    rf"(?:{_HACKING} (?:[a-z-]+ )?{_BAND}|group with (?:ties|links|connections)|gang|crew|collective)\b)|"
    r"(?:['’]s)? (?:ransomware|hacking|hacker|hacktivist|extortion|cybercrime)(?:-as-a-service)? "
    rf"(?:{_BAND}|affiliates?|operators)\b| (?:gang|crew|collective|syndicate|hacktivists|affiliates)\b|"
    r"(?P<brand> ransomware)\b)"
)
# "Turla, a state-sponsored group", "a criminal gang known as Turla".
_SAME_AS_NAMED = re.compile(
    rf"{char_class(Kind.ACTOR, Kind.UNKNOWN)}(?:(?<={_ACTOR})[\"”’]?,? \(?(?P<after>{_UNKNOWN})|(?<={_UNKNOWN}),? "
    r"(?:(?:that|which|it|is|also|has been|been|publicly|commonly|referred to|known|tracked|called|named|dubbed|calls|tracks|"
    rf"in open sources|as|\(|the) ?)*[\"“‘]?{_ACTOR})"
)
_MENTION = re.compile(ANY_MENTION)
_DOERS = re.compile(char_class(Kind.ACTOR, Kind.HACKERS))
_WITHIN = re.compile(r"[a-z,] $")
"""What stands before a capital that begins no sentence, and so tells a name."""
_THE_GROUP = re.compile(
    r"\b[Tt]he (?:same )?(?:hacking |hacker |ransomware |extortion |threat )?(?:group|gang|crew|collective)\b"
)
_CUE = re.compile(
    rf"gang|group|crew|collective|outfit|syndicate|hack|ransomware|actor|persona|cartel|"
    rf"{char_class(Kind.HACKERS, Kind.UNKNOWN)}"
)
_NOT_A_NAME = re.compile(
    r"^(?:The|This|That|These|Those|An?|In|On|At|By|For|From|With|After|Before|As|But|And|When|While|If|It|Its|His|"
    r"Her|Their|Our|We|He|She|They|No|One|Two|Three|Another|Other|Both|Some|Many|Most|"
    r"Several|According|Meanwhile|Last|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Western|Eastern|"
    r"European|Asian|African|Arab|Islamic|Muslim|Cyber|Security|Hackers?|Criminal|Ransomware|State|Government|"
    r"Ministry|Police|Parliament|National|Federal|International|Microsoft|Google|Telegram|Twitter|Internet)\b|['’]s?$"
)


def mark_groups(tape: Tape) -> Tape:
    """The tape with groups that no list knows as mentions, wherever their names stand."""
    if not _CUE.search(tape.text):
        return tape
    bands, groups = _heads().find(tape.text)
    names = _names(tape, _matches(tape.text, bands))
    if names:
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        anywhere = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")
        tape = tape.rewrite(anywhere, lambda match: _group(match.group()))
    if _NAMES_ACTOR.search(tape.text) and _NAMES_UNKNOWN.search(tape.text):
        tape = tape.rewrite(_SAME_AS_NAMED, lambda match: _described(tape, match))
    return tape.rewrite(_THE_GROUP, lambda match: _same(tape, match)) if groups else tape


@cache
def _heads() -> Heads:
    return Heads([_BANDS.split(), _GROUPS.split()])


def _matches(text: str, bands: list[int]) -> Iterator[re.Match[str]]:
    """Where a name is told to be a group's; `bands` are the places of words for one."""
    yield from _BY_CREW.finditer(text)
    yield from _BY_NAME_BEFORE.finditer(text)
    floor = 0
    for place in bands:
        match = _BY_BAND.match(text, place) if place >= floor else None
        if match:
            floor = match.end()
            yield match
    if any(_NAME_BEHIND.match(text, place) for place in bands):
        yield from _BY_NAME_BEHIND.finditer(text)


def _described(tape: Tape, match: re.Match[str]) -> Rewriting | None:
    """A culprit without a name that stands beside its name is nobody else."""
    start = match.start() if match.group("after") is None else match.start("after")
    named = tape.mentions[tape.text[start]]
    if named.role != "culprit":
        return None
    return Rewriting(Named(named.kind, named.party, 0, 0, "generic"), (start, start + 1))


def _same(tape: Tape, match: re.Match[str]) -> Rewriting | None:
    """For "the group", where no group was named, the hackers that were described last."""
    before = _DOERS.findall(tape.text, 0, match.start())
    if not before:
        return None
    named = tape.mentions[before[-1]]
    return Rewriting(Named(named.kind, named.party, 0, 0, "anaphor"))


def _names(tape: Tape, matches: Iterable[re.Match[str]]) -> set[str]:
    found = set()
    for match in matches:
        groups = match.groupdict()
        crew = groups.get("crew")
        if crew and not _BANDED.search(tape.mentions[crew].party.name):
            continue
        if groups.get("brand") and not _WITHIN.search(tape.text, max(0, match.start() - 2), match.start()):
            continue
        name = match.group("name").rstrip(".'’").removeprefix("The ")
        if len(name) > 2 and not _NOT_A_NAME.search(name) and not _MENTION.search(name):
            found.add(name)
    return found


def _group(name: str) -> Rewriting:
    return Rewriting(Named(Kind.ACTOR, PartyName(name, PartyKind.GROUP), 0, 0, "told"))
