"""First pass over the tape: names that the lexicon knows, vulnerabilities, and names with numbers in them."""

from __future__ import annotations

import re

from demarche.model.claim import PartyName
from demarche.model.source import Document
from demarche.model.vocabulary.attribution import PartyKind
from demarche.reference.lexicon import Entry, EntryKind, Hit, lexicon
from demarche.steps.extract.tape import Kind, Named, Tape, blank_tape

_PARTY_KINDS = {
    PartyKind.GOVERNMENT: Kind.OFFICIAL,
    PartyKind.INTERNATIONAL_ORGANISATION: Kind.WORLD,
    PartyKind.COMPANY: Kind.COMPANY,
    PartyKind.RESEARCHER: Kind.EXPERT,
    PartyKind.MEDIA: Kind.MEDIA,
    PartyKind.GROUP: Kind.ACTOR,
}

# An actor or family whose name is a word first counts when one of these stands beside it somewhere in the report.
_ACTOR_BEFORE = re.compile(
    r"(?:group|gang|hackers?|actors?|collective|crew|syndicate|operators?|known as|called|dubbed|nicknamed|named|tracked as|tracks as|"
    r"calls|ransomware|malware|wiper|worm|trojan|backdoor|alias|aka|persona|outfit|cartel|team)(?: itself)?[ ,]*(?:or |and )?[\"“'‘(]?$"
)
_ACTOR_AFTER = re.compile(
    r"^[\"”'’)]?,?(?: (?:ransomware|malware|hacking|hacker|cyber|extortion|cybercrime|cyberespionage|espionage|hacktivist|criminal))*"
    r"[ -](?:group|gang|hackers?|actors?|collective|crew|syndicate|operators?|operations?|affiliates?|ransomware|malware|wiper|worm|trojan|"
    r"backdoor|implant|botnet|cartel|outfit|hacktivists?)\b"
)
_ACTOR_NOUN = re.compile(
    r"^[\"”'’)]?,?(?: (?:ransomware|hacking|hacker|cyber|extortion|cybercrime|cyberespionage|espionage|hacktivist|criminal))*"
    r"[ -](?:group|gang|hackers?|actors?|collective|crew|syndicate|operators?|affiliates?|cartel|outfit|hacktivists?)\b"
)
_ACTOR_LEAD = re.compile(
    r"(?:group|gang|hackers?|collective|crew|syndicate|operators?|affiliates?|cartel|outfit)(?: itself)?"
    r"(?: (?:known as|called|dubbed|nicknamed|named|of|behind))?[ ,]*[\"“'‘(]?$"
)
_NUMBERED_ACTOR = re.compile(
    r"\b(?:APT[- ]?(?:C-)?\d{1,3}|UNC\d{3,5}|TA\d{3,4}|DEV-\d{4}|Storm-\d{4}|FIN\d{1,2}|UAC-\d{4}|TEMP\.[A-Z]\w+|TAG-\d{2,3}|G\d{4}|"
    r"[A-Z][a-z]+ (?:Typhoon|Blizzard|Sandstorm|Sleet|Tempest|Storm|Tsunami|Rain|Hail|Dust|Cyclone|Flood)|"
    r"[A-Z][A-Za-z]+ (?:Bear|Panda|Kitten|Chollima|Spider|Jackal|Leopard|Buffalo|Crane|Wolf|Hawk|Saiga)|"
    r"[A-Z]+ (?:BEAR|PANDA|KITTEN|CHOLLIMA|SPIDER|JACKAL|LEOPARD|WOLF))\b"
)
_WEATHER = {"Typhoon": "CN", "Blizzard": "RU", "Sandstorm": "IR", "Sleet": "KP", "Dust": "TR", "Cyclone": "VN", "Hail": "KR"}
_ANIMALS = {"bear": "RU", "panda": "CN", "kitten": "IR", "chollima": "KP", "wolf": "TR", "leopard": "PK", "buffalo": "VN"}
# "Jordan" and "Georgia" are persons and a US state as well.
_CONTINENT = re.compile(r"\b(?:North|South|Latin|Central) $")
_GIVEN_NAME_AFTER = re.compile(r"^ [A-Z][a-z]+\b")
_PLACES_WITHIN = {"GE": re.compile(r"(?:Atlanta|Fulton County|U\.?S\.? state of|state of), ?$|(?:Atlanta|Savannah|Augusta), $")}


def _kind_of(entry: Entry) -> Kind:
    if entry.kind in {EntryKind.COUNTRY, EntryKind.METONYM}:
        return Kind.STATE
    if entry.kind is EntryKind.DEMONYM:
        return Kind.ADJECTIVE
    if entry.kind is EntryKind.BODY:
        return _PARTY_KINDS[entry.party or PartyKind.GROUP]
    return Kind.ACTOR if entry.kind is EntryKind.ACTOR else Kind.MALWARE


def _party(hit: Hit, kind: Kind, words: str) -> PartyName:
    entry = hit.entry
    if entry.kind in {EntryKind.COUNTRY, EntryKind.DEMONYM, EntryKind.METONYM}:
        return PartyName(entry.standard, PartyKind.STATE, entry.country)
    if entry.kind is EntryKind.BODY:
        party = entry.party or PartyKind.GOVERNMENT
        return PartyName(words, PartyKind.GOVERNMENT if party is PartyKind.GROUP else party, entry.country)
    if kind is Kind.ACTOR:
        return PartyName(words, entry.party or PartyKind.CRIMINAL_GROUP, entry.country)
    return PartyName(words, PartyKind.UNSPECIFIED)


def _in_context(text: str, hit: Hit) -> tuple[bool, bool]:
    """Whether an actor or malware word stands beside the name, and whether it is a word for people."""
    before, after = text[max(0, hit.start - 40) : hit.start], text[hit.end : hit.end + 50]
    people = bool(_ACTOR_NOUN.match(after) or _ACTOR_LEAD.search(before))
    return people or bool(_ACTOR_AFTER.match(after) or _ACTOR_BEFORE.search(before)), people


def _misplaced(text: str, hit: Hit) -> bool:
    """Country names that are something else where they stand: a surname's first half, a federal state."""
    entry = hit.entry
    if entry.name == "America":
        return bool(_CONTINENT.search(text[max(0, hit.start - 12) : hit.start]))
    if text[max(0, hit.start - 2) : hit.start].lower() == "e-":
        return True
    if entry.kind is EntryKind.COUNTRY and entry.name in {"Jordan", "Chad", "Georgia"}:
        before = text[max(0, hit.start - 30) : hit.start]
        within = _PLACES_WITHIN.get(entry.country or "")
        return bool(_GIVEN_NAME_AFTER.match(text[hit.end : hit.end + 20]) or (within and within.search(before)))
    return False


def _numbered(text: str) -> list[tuple[int, int, Named]]:
    found = []
    for match in _NUMBERED_ACTOR.finditer(text):
        last = match.group().split()[-1]
        country = _WEATHER.get(last) or _ANIMALS.get(last.lower())
        party = PartyName(match.group(), PartyKind.GROUP, country)
        found.append((*match.span(), Named(Kind.ACTOR, party, 0, 0)))
    return found


def _hits(text: str) -> list[tuple[int, int, Named]]:
    hits = [hit for hit in lexicon().find(text) if not _misplaced(text, hit)]
    contexts = {index: _in_context(text, hit) for index, hit in enumerate(hits) if hit.entry.kind not in _STATES_AND_BODIES}
    confirmed = {hits[index].entry.name for index, (near, _) in contexts.items() if near}
    doers = {hits[index].entry.name for index, (_, people) in contexts.items() if people}
    found = []
    for hit in hits:
        entry = hit.entry
        if entry.guarded and entry.kind not in _STATES_AND_BODIES and entry.name not in confirmed:
            continue
        kind = _kind_of(entry)
        if kind is Kind.MALWARE and entry.name in doers:
            kind = Kind.ACTOR
        words = text[hit.start : hit.end]
        found.append((hit.start, hit.end, Named(kind, _party(hit, kind, words), 0, 0, entry.kind.value)))
    return found


_STATES_AND_BODIES = frozenset({EntryKind.COUNTRY, EntryKind.DEMONYM, EntryKind.METONYM, EntryKind.BODY})


def first_tape(document: Document) -> Tape:
    """The content with every known name as one mention. Names with numbers win over the lexicon where both match."""
    tape = blank_tape(document)
    numbered = _numbered(tape.text)
    taken = [(start, end) for start, end, _ in numbered]
    spans = numbered
    for start, end, named in _hits(tape.text):
        overlapping = [other for other in taken if other[0] < end and start < other[1]]
        if not overlapping:
            spans.append((start, end, named))
    return tape.replace(sorted(spans, key=lambda span: span[:2]))
