"""One automaton over every name that the reader looks up, and what each name may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from demarche.model.vocabulary.attribution import PartyKind
from demarche.reference.galaxies import Cluster, actor_names, malware_names, ransomware_names
from demarche.reference.tables import bodies, countries


class EntryKind(StrEnum):
    """What a name of the lexicon is."""

    COUNTRY = "country"
    DEMONYM = "demonym"
    METONYM = "metonym"
    BODY = "body"
    ACTOR = "actor"
    RANSOMWARE = "ransomware"
    MALWARE = "malware"


@dataclass(frozen=True, slots=True)
class Entry:
    """One name: what it is, the standard name it leads to, and its country. `guarded` names are words first and need an actor
    word near them before they count."""

    name: str
    kind: EntryKind
    standard: str
    country: str | None = None
    party: PartyKind | None = None
    guarded: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry at its place in a text."""

    start: int
    end: int
    entry: Entry


_PLAIN_WORD = re.compile(r"[A-Za-z]?[a-z' -]+")
_SHOUTED = re.compile(r"[A-Z]{2,6}")
_USABLE = re.compile(r"[\w][\w .:/'@&+#()-]{2,60}")
# Words and acronyms that name something else in reporting far more often than the actor or family of that name.
_NEVER = frozenset(
    (
        "Anonymous Group|APT|Advanced Persistent Threat|"
        "Unknown|Group|Team|Iran|Russia|China|Hacker|Hackers|Attack|Ransomware|Malware|Tick|Hermes|Windows|"
        "Linux|Android|Ping|Net|Tor|VPN|PowerShell|Python|GitHub|Google|Microsoft|Facebook|Twitter|Telegram|Skype|"
        "TeamViewer|Police|FBI|CIA|NSA|GRU|FSB|SVR|PLA|MSS|IRGC|MOIS|RGB|Ministry of State Security|Bureau 121|Unit 74455|"
        "Unit 26165|Unit 61398|PLA Unit 61398|Putin|Trump|NATO|EU|UN|Albania|Israel|Ukraine|Korea|at|cmd|net|nbtstat|"
        "netstat|certutil|"
        "WhatsApp|Signal|Word|Excel|Outlook|Office|Bank|Nation|Virus|Worm|Trojan|Zero|Internet|Mail|Admin|Server|Cloud|"
        "Government|Ministry|President|Minister|European|American|Russian|Chinese|Iranian"
    ).split("|")
)
# Actor names that are English words, names or marks first; read off the 275 single plain words among the actor names.
_WORDS_FIRST = frozenset(
    (
        "Akira|Alibaba|Amoeba|Axiom|Bitter|Blackwood|Buckeye|Butterfly|Cadelle|Calcium|Callisto|Calypso|Cardinal|Chafer|"
        "Chimera|Cicada|"
        "Cleaver|Cobalt|Confucious|Confucius|Deadwood|Dragonfly|Equation|Frankenstein|Gorilla|Grayling|Handala|Hezb|"
        "Honeybee|Inception|"
        "Indra|Infy|Kairos|Krypton|Lamberts|Leviathan|Lexus|Longhorn|Lurid|Lyceum|Machete|Madi|Mantis|Mask|Mimo|Mirage|Monsoon|"
        "Moonlight|Morpho|Nazar|Newscaster|Nian|Nitro|Parisite|Patchwork|Phosphorus|Pickaxe|Pioneer|Play|Polaris|Popeye|"
        "Pupa|Rancor|"
        "Rattlesnake|Reaper|Rocke|Sauron|Sayad|Scarab|Sharpshooter|Sidewinder|Siesta|Silence|Sima|Slingshot|Snake|"
        "Springtail|Strider|"
        "Superman|Swallowtail|Thallium|Tick|Trident|Vermin|Watchdog|Windigo|Zarya|Zinc"
    ).split("|")
)
_BARE_CAPITALS = frozenset({"LAPSUS", "BARIUM", "GOFFEE", "LYCEUM"})


def _guarded(name: str) -> bool:
    """A single plain word, or a short row of capitals, is a word or an acronym before it is a malware family."""
    return " " not in name and bool(_PLAIN_WORD.fullmatch(name) or _SHOUTED.fullmatch(name))


def _guarded_actor(name: str) -> bool:
    """As `_guarded`, but most single-word actor names are invented words and mean nothing else."""
    return name in _WORDS_FIRST or bool(_SHOUTED.fullmatch(name) and name not in _BARE_CAPITALS)


def _spellings(name: str) -> tuple[str, ...]:
    """A name, and in reporting's usual case where a list shouts it: "HAFNIUM" is written "Hafnium"."""
    words = name.split()
    if name.isupper() and all(word.isalpha() and len(word) > 4 for word in words):
        return name, name.title()
    return (name,)


def _one_country(clusters: tuple[Cluster, ...]) -> str | None:
    codes = {cluster.country for cluster in clusters if cluster.country}
    return codes.pop() if len(codes) == 1 else None


def _state_entries() -> Iterator[Entry]:
    for country in countries().values():
        standard = country.names[0]
        for name in country.names:
            yield Entry(name, EntryKind.COUNTRY, standard, country.code, PartyKind.STATE)
        for name in country.demonyms:
            yield Entry(name, EntryKind.DEMONYM, standard, country.code, PartyKind.STATE)
        for name in country.metonyms:
            yield Entry(name, EntryKind.METONYM, standard, country.code, PartyKind.STATE)


def _body_entries() -> Iterator[Entry]:
    for body in bodies():
        for name in body.names:
            yield Entry(name, EntryKind.BODY, name, body.country, body.kind)


def _name_entries() -> Iterator[Entry]:
    for name, found in actor_names().items():
        if _USABLE.fullmatch(name):
            for spelt in _spellings(name):
                yield Entry(spelt, EntryKind.ACTOR, found[0].name, _one_country(found), PartyKind.GROUP, _guarded_actor(spelt))
    for name, found in malware_names().items():
        if _USABLE.fullmatch(name) and not name.islower():
            yield Entry(name, EntryKind.MALWARE, found[0].name, None, None, _guarded(name))
    for name in ransomware_names():
        if _USABLE.fullmatch(name) and not name.islower():
            yield Entry(name, EntryKind.RANSOMWARE, name, None, PartyKind.CRIMINAL_GROUP, _guarded(name))


class Lexicon:
    """Finds every known name in a text, longest first, whole words only, with regard to case."""

    def __init__(self, entries: Iterator[Entry]) -> None:
        table: dict[str, Entry] = {}
        for entry in entries:
            table.setdefault(entry.name, entry)
        self.entries = tuple(table.values())
        self._automaton = AhoCorasick(
            [entry.name for entry in self.entries],
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        )

    def find(self, text: str) -> list[Hit]:
        """The names in reading order, none overlapping another."""
        entries, last = self.entries, len(text)
        found = []
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            before = text[start - 1] if start else " "
            after = text[end] if end < last else " "
            if not (before.isalnum() or after.isalnum() or (before == "-" and text[start].islower())):
                found.append(Hit(start, end, entries[index]))
        return found


@cache
def lexicon() -> Lexicon:
    """The lexicon, built once a process. States and bodies win over actors and malware of the same name."""
    entries = [*_state_entries(), *_body_entries()]
    entries += [entry for entry in _name_entries() if entry.name not in _NEVER]
    return Lexicon(iter(entries))
