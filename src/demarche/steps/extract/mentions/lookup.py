"""First pass over the tape: names that the lexicon knows, vulnerabilities, and names with numbers in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from demarche.model.claim import PartyName
from demarche.model.source import Document
from demarche.model.vocabulary.attribution import PartyKind
from demarche.reference.lexicon import Entry, EntryKind, Hit, lexicon
from demarche.steps.extract.mentions.tape import Kind, Named, Span, Tape, blank_tape

_PARTY_KINDS = {
    PartyKind.GOVERNMENT: Kind.OFFICIAL,
    PartyKind.INTERNATIONAL_ORGANISATION: Kind.WORLD,
    PartyKind.COMPANY: Kind.COMPANY,
    PartyKind.RESEARCHER: Kind.EXPERT,
    PartyKind.MEDIA: Kind.MEDIA,
    PartyKind.GROUP: Kind.ACTOR,
}
_KINDS = {
    EntryKind.COUNTRY: Kind.STATE,
    EntryKind.METONYM: Kind.STATE,
    EntryKind.DEMONYM: Kind.ADJECTIVE,
    EntryKind.ACTOR: Kind.ACTOR,
    EntryKind.RANSOMWARE: Kind.MALWARE,
    EntryKind.MALWARE: Kind.MALWARE,
}
_ROLES = {kind: kind.value for kind in EntryKind}
_STATES = frozenset({EntryKind.COUNTRY, EntryKind.DEMONYM, EntryKind.METONYM})
_STATES_AND_BODIES = _STATES | {EntryKind.BODY}

# An actor or family whose name is a word first counts when one of these stands beside it somewhere in the report.
_ACTOR_BEFORE = re.compile(
    r"(?:group|gang|hackers?|actors?|collective|crew|syndicate|operators?|known as|called|dubbed|nicknamed|named|tracked as|"
    r"tracks as|calls|ransomware|malware|wiper|worm|trojan|backdoor|alias|aka|persona|outfit|cartel|"
    r"team)(?: itself)?[ ,]*(?:or |and )?[\"“'‘(]?$"
)
_ACTOR_AFTER = re.compile(
    r"[\"”'’)]?,?(?: (?:ransomware|malware|hacking|hacker|cyber|extortion|cybercrime|cyberespionage|espionage|hacktivist|"
    r"criminal))*[ -](?:group|gang|hackers?|actors?|collective|crew|syndicate|operators?|operations?|affiliates?|ransomware|"
    r"malware|wiper|worm|trojan|backdoor|implant|botnet|cartel|outfit|hacktivists?)\b"
)
_ACTOR_NOUN = re.compile(
    r"[\"”'’)]?,?(?: (?:ransomware|hacking|hacker|cyber|extortion|cybercrime|cyberespionage|espionage|hacktivist|criminal))*"
    r"[ -](?:group|gang|hackers?|actors?|collective|crew|syndicate|operators?|affiliates?|cartel|outfit|hacktivists?)\b"
)
_ACTOR_LEAD = re.compile(
    r"(?:group|gang|hackers?|collective|crew|syndicate|operators?|affiliates?|cartel|outfit)(?: itself)?"
    r"(?: (?:known as|called|dubbed|nicknamed|named|of|behind))?[ ,]*[\"“'‘(]?$"
)
# "APT28", "UNC2452", "DEV-0270", "Storm-0558"; "Mint Sandstorm", "Charming Kitten", "FANCY BEAR".
_CODES = "APT UNC TA DEV- Storm- FIN UAC- TEMP. TAG- G0 G1 G2 G3 G4 G5 G6 G7 G8 G9"
_STORMS = "Typhoon Blizzard Sandstorm Sleet Tempest Storm Tsunami Rain Hail Dust Cyclone Flood"
_BEASTS = "Bear Panda Kitten Chollima Spider Jackal Leopard Buffalo Crane Wolf Hawk Saiga"
_SHOUTED = "BEAR PANDA KITTEN CHOLLIMA SPIDER JACKAL LEOPARD WOLF"
_NUMBERED_ACTOR = re.compile(
    r"\b(?:APT[- ]?(?:C-)?\d{1,3}|UNC\d{3,5}|TA\d{3,4}|DEV-\d{4}|Storm-\d{4}|FIN\d{1,2}|UAC-\d{4}|TEMP\.[A-Z]\w+|TAG-\d{2,3}|"
    r"G\d{4}|"
    rf"[A-Z][a-z]+ (?:{_STORMS.replace(' ', '|')})|[A-Z][A-Za-z]+ (?:{_BEASTS.replace(' ', '|')})|"
    rf"[A-Z]+ (?:{_SHOUTED.replace(' ', '|')}))\b"
)
_HINTS = AhoCorasick(
    f"{_CODES} {_STORMS} {_BEASTS} {_SHOUTED}".split(), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
)
_WORD_BEFORE = re.compile(r"\b[A-Z][A-Za-z]* $")
_WORD_REACH = 60
_WEATHER = {"Typhoon": "CN", "Blizzard": "RU", "Sandstorm": "IR", "Sleet": "KP", "Dust": "TR", "Cyclone": "VN", "Hail": "KR"}
_ANIMALS = {"bear": "RU", "panda": "CN", "kitten": "IR", "chollima": "KP", "wolf": "TR", "leopard": "PK", "buffalo": "VN"}
_GIVEN_NAMES = frozenset({"Jordan", "Chad", "Georgia"})
_GANG_NAMED = re.compile(
    r"\b(?:group|gang|crew|extortionists|hackers) (?:known as|called|named|dubbed|calling itself) [\"“‘]?$"
)
_ELECTRONIC = re.compile(r"\b[eE]-$")
_CONTINENT = re.compile(r"\b(?:North|South|Latin|Central) $")
# "Jordan" and "Georgia" are persons and a US state as well.
_GIVEN_NAME_AFTER = re.compile(r" [A-Z][a-z]+\b")
_PLACES_WITHIN = {"GE": re.compile(r"(?:Atlanta|Fulton County|U\.?S\.? state of|state of), ?$|(?:Atlanta|Savannah|Augusta), $")}


def _kind_of(entry: Entry) -> Kind:
    kind = _KINDS.get(entry.kind)
    return _PARTY_KINDS[entry.party or PartyKind.GROUP] if kind is None else kind


def _party(entry: Entry, kind: Kind, words: str) -> PartyName:
    if entry.kind in _STATES:
        return PartyName(entry.standard, PartyKind.STATE, entry.country)
    if entry.kind is EntryKind.BODY:
        party = entry.party or PartyKind.GOVERNMENT
        return PartyName(words, PartyKind.GOVERNMENT if party is PartyKind.GROUP else party, entry.country)
    if kind is Kind.ACTOR:
        return PartyName(words, entry.party or PartyKind.CRIMINAL_GROUP, entry.country)
    return PartyName(words, PartyKind.UNSPECIFIED)


def _in_context(text: str, hit: Hit) -> tuple[bool, bool]:
    """Whether an actor or malware word stands beside the name, and whether it is a word for people."""
    before, after = max(0, hit.start - 40), hit.end + 50
    people = bool(_ACTOR_NOUN.match(text, hit.end, after) or _ACTOR_LEAD.search(text, before, hit.start))
    near = people or bool(_ACTOR_AFTER.match(text, hit.end, after) or _ACTOR_BEFORE.search(text, before, hit.start))
    return near, people


def _misplaced(text: str, hit: Hit) -> bool:
    """Names that are something else where they stand: a surname's first half, a federal state, a continent, a gang, "e-" and a
    word."""
    entry, start = hit.entry, hit.start
    if entry.kind is EntryKind.COUNTRY and (
        text.startswith(" ransomware", hit.end) or _GANG_NAMED.search(text, max(0, start - 40), start)
    ):
        return True
    if _ELECTRONIC.search(text, max(0, start - 3), start):
        return True
    if entry.name == "America":
        return bool(_CONTINENT.search(text, max(0, start - 12), start))
    if entry.name not in _GIVEN_NAMES or entry.kind is not EntryKind.COUNTRY:
        return False
    within = _PLACES_WITHIN.get(entry.country or "")
    after = _GIVEN_NAME_AFTER.match(text, hit.end, hit.end + 20)
    return bool(after or (within and within.search(text, max(0, start - 30), start)))


def _numbered_places(text: str) -> Iterator[int]:
    """Where a numbered or a two-word name may begin."""
    for _, place, _ in _HINTS.find_matches_as_indexes(text):
        before = _WORD_BEFORE.search(text, max(0, place - _WORD_REACH), place)
        if before:
            yield before.start()
        yield place


def _numbered(text: str) -> list[Span]:
    found: list[Span] = []
    last = 0
    for place in _numbered_places(text):
        match = _NUMBERED_ACTOR.match(text, place) if place >= last else None
        if match:
            name, last = match.group(), match.end()
            final = name.split()[-1]
            country = _WEATHER.get(final) or _ANIMALS.get(final.lower())
            found.append((place, last, Named(Kind.ACTOR, PartyName(name, PartyKind.GROUP, country), 0, 0)))
    return found


def _hits(text: str) -> list[Span]:
    hits = [hit for hit in lexicon().find(text) if not _misplaced(text, hit)]
    contexts = [(hit.entry.name, *_in_context(text, hit)) for hit in hits if hit.entry.kind not in _STATES_AND_BODIES]
    confirmed = {name for name, near, _ in contexts if near}
    doers = {name for name, _, people in contexts if people}
    found = []
    for hit in hits:
        entry = hit.entry
        if entry.guarded and entry.kind not in _STATES_AND_BODIES and entry.name not in confirmed:
            continue
        kind = _kind_of(entry)
        if kind is Kind.MALWARE and entry.name in doers:
            kind = Kind.ACTOR
        party = _party(entry, kind, text[hit.start : hit.end])
        found.append((hit.start, hit.end, Named(kind, party, 0, 0, _ROLES[entry.kind])))
    return found


def _merged(first: list[Span], second: list[Span]) -> list[Span]:
    """Both in order; one of the second that overlaps one of the first is left out."""
    if not first:
        return second
    merged = list(first)
    index = 0
    for span in second:
        while index < len(first) and first[index][1] <= span[0]:
            index += 1
        if index == len(first) or span[1] <= first[index][0]:
            merged.append(span)
    return sorted(merged, key=lambda span: span[:2])


def first_tape(document: Document) -> Tape:
    """The content with every known name as one mention. Names with numbers win over the lexicon where both match."""
    tape = blank_tape(document)
    return tape.replace(_merged(_numbered(tape.text), _hits(tape.text)))
