"""What the words that the network points at tell by themselves: which of them are meant, and what they call somebody."""

from __future__ import annotations

import re

from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.mentions.tape import Kind
from demarche.steps.extract.reading import Span

_LETTER = re.compile(r"\w")
_BEFORE = re.compile(
    r"(?:in|by|of|from|to|at|with|for|on|and|or|but|that|as|the|an?|its|their|his|her|our|both)\s+|[\"“”‘’',;:.(\s]+",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:['’]s?|[\"“”‘’',;:.)\s]+|\s(?:and|or|of|in|the|by|to|an?|who|which|that|with|for|from))$", re.IGNORECASE
)
_STOPS = re.compile(
    r"(?i)[,;(]| (?:of|in|at|to|for|from|with|without|inside|within|behind|near|linked|tied|backed|based|working|that|which|"
    r"who|whose|on|by|under|loyal|close|familiar|briefed|involved|hostile|sponsored|speaking|now|outside|against|and)\b"
)
_WORD = re.compile(r"[\w’'-]+")
_SHORT = re.compile(r"\([A-Z][\w-]{1,9}\)")
_OWNER = re.compile(r"['’]s?$")
_CAPITALS = re.compile(r"[A-Z]{2,6}")
_OFFICE = re.compile(
    r"\b(?:Service|Agency|Ministry|Department|Police|Office|Directorate|Bureau|Commission|Council|Court|Centre|Authority)\b"
)
_OF_GOVERNMENT = re.compile(
    r" (?:of|for|by|from|to|with) (?:the |an? |its )?(?:[\w’'-]+ )*(?:government|state|military|"
    r"intelligence|services?|army|ministry|regime)\b"
)
_RELATIVE = re.compile(r",? (?:who|which)\b.*$", re.DOTALL)
_COUNTED = re.compile(
    r"(?:\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|\d+)|-year-old) $", re.IGNORECASE
)
_ONE = re.compile(r"\b(?:an?|one|some|young) $", re.IGNORECASE)
_NOUN_BEHIND = re.compile(
    r"[-’'\w]| (?!(?:and|or|who|with|was|were|is|are|had|has|have|of|in|from|over|for|on|by|at|to|as|that)\b)[a-z]"
)
_LANGUAGE_AFTER = re.compile(r"[- ](?:speak(?:ing|ers?)|language)\b")
_LANGUAGE_BEFORE = re.compile(r"speakers? of $")
THE_GROUP = re.compile(r"(?:same |hacking |ransomware |hacker )*(?:group|gang|crew|collective|team|outfit|syndicate)")
THE_FIRM = re.compile(
    r"(?:[a-z-]+ )?(?:authors|researchers|analysts|experts|team|firm|company|vendor|report|paper|insurer|retailer|carmaker|"
    r"airline|lender|exchange|provider|operator)"
)
THE_MEDIUM = re.compile(
    r"(?:[a-z-]+ )?(?:newspaper|paper|broadcaster|magazine|outlet|station|daily|weekly|channel|news agency)"
)
SOURCES = re.compile(r"(?:same |two |three )?(?:officials?|sources?|people|persons?|diplomats?)")
SHORT_STATES = {
    "North": "KP",
    "South": "KR",
    "People's Republic": "CN",
    "People’s Republic": "CN",
    "Islamic Republic": "IR",
    "Federation": "RU",
}
"""What states are called for short where the report has named them."""
MISSION = re.compile(r"(?i:embassy|consulate|mission|ambassador|envoy|consul)")
_DEFINITE = re.compile(r"\b(?:the|its|that|same|these|those) $", re.IGNORECASE)
PRONOUN = re.compile(r"(?:he|she|it|they|we|i|who|which|him|her|them|himself|herself|itself|themselves)", re.IGNORECASE)

_GOVERNMENT = (
    r"minist(?:er|ers|ry|ries)|president|presidency|premier|chancellor|chancellery|secretary|government|cabinet|parliament|"
    r"senate|congress|lawmakers?|legislators?|senators?|mps?|deput(?:y|ies)|agenc(?:y|ies)|authorit(?:y|ies)|police|"
    r"polic(?:eman|e force)|prosecutors?|prosecution|court|judges?|jury|magistrates?|tribunal|embassy|consulate|"
    r"ambassador|envoy|mission|spokes(?:man|woman|person|people)|departments?|bureau|directorate|services?|intelligence|"
    r"commission|commissioner|council|committee|army|military|navy|forces|treasury|regulators?|watchdogs?|administration|"
    r"mayor|governor|kingdom|republic|federation|regime|leadership|states?|countries|nations|capitals?|investigators|"
    r"detectives|attorneys?|ombudsman|politicians|parties|party|organs|centre|center|csirt|cert|junta|general|admiral|"
    r"coalition|leaders?|command|officers?|indictment|complaint|affidavit|filings?|warrant|papers|advisory|communiqu[eé]"
)
_ANONYMOUS = r"officials?|diplomats?|sources?|insiders?|aides?|people|persons?|agents?|advis[eo]rs?"
_MEDIA = (
    r"newspapers?|media|press|magazines?|broadcasters?|dail(?:y|ies)|outlets?|weekly|journalists?|reporters?|channel|television|"
    r"radio|news agency|portal|wire"
)
_COMPANY = (
    r"compan(?:y|ies)|firms?|vendors?|corporation|corp|business(?:es)?|contractors?|provider|developers?|maker|software house"
)
_EXPERTS = (
    r"researchers?|analysts?|experts?|specialists?|scholars?|scientists?|engineers?|bloggers?|commentators?|professors?|"
    r"observers|consultants?|responders|academics|historians?|laborator(?:y|ies)|lab|institute|universit(?:y|ies)"
)
_VICTIM = r"hospitals?|banks?|airlines?|exchange|utility|operator|school|clinic|retailer|opposition|dissidents|victims?"
_KINDS: tuple[tuple[PartyKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?:{words})", re.IGNORECASE))
    for kind, words in (
        (PartyKind.ANONYMOUS_OFFICIAL, _ANONYMOUS),
        (PartyKind.MEDIA, _MEDIA),
        (PartyKind.GOVERNMENT, _GOVERNMENT),
        (PartyKind.COMPANY, _COMPANY),
        (PartyKind.RESEARCHER, _EXPERTS),
        (PartyKind.VICTIM, _VICTIM),
    )
)
_ACCUSED: tuple[tuple[PartyKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?i:{words})"))
    for kind, words in (
        (
            PartyKind.HACKTIVIST,
            r".*hacktivist.*|.*activists?|partisans|patriots|volunteers|nationalists|enthusiasts|supporters|sympathi[sz]ers",
        ),
        (
            PartyKind.CRIMINAL_GROUP,
            r"gangs?|gangsters|ransomware|cyber-?criminals?|criminals|fraudsters|syndicates?|cartel|mafia|extortionists|"
            r"thieves|mob|blackmailers",
        ),
        (
            PartyKind.INDIVIDUAL,
            r"m[ae]n|wom[ae]n|boys?|girls?|teenagers?|youths?|students?|citizens?|nationals?|employees?|workers?|persons?|people|"
            r"individuals?|brothers?|officers?|engineers?|suspects?|defendants?|insiders?|officials?|middlem[ae]n|"
            r"residents?|doctor|cardiologist|technicians?|contractors?|staff|administrators?|programmers?|conspirators?|"
            r"members?|spokes(?:man|woman|person)|ministers?|president|son|friends?|clerk|coder|agents?|manager|hacker",
        ),
        (PartyKind.COMPANY, _COMPANY),
        (
            PartyKind.STATE,
            r"states?|governments?|regimes?|intelligence|services?|military|army|ministr(?:y|ies)|agenc(?:y|ies)|kingdom|"
            r"republic|federation|countr(?:y|ies)|nations?|powers?|leadership|authorit(?:y|ies)|guards?|corps|navy|embassy|"
            r"nation-state|command|directorate|bureau|centre|center|department|police",
        ),
    )
)
_OF_STATES = re.compile(
    r"(?i)operations?|campaigns?|attacks?|activit(?:y|ies)|hands?|involvement|trail|traces?|origins?|fingerprints?|"
    r"responsibility|aggression|interference|espionage|effort|links?|ties|role|side|soil|territory|servers?|address(?:es)?|ip|"
    r"hack|intrusion|breach|code|malware|hacking"
)
VOICES = {
    PartyKind.ANONYMOUS_OFFICIAL: Kind.ANONYMOUS,
    PartyKind.MEDIA: Kind.MEDIA,
    PartyKind.GOVERNMENT: Kind.OFFICIAL,
    PartyKind.COMPANY: Kind.COMPANY,
    PartyKind.RESEARCHER: Kind.EXPERT,
    PartyKind.VICTIM: Kind.VICTIM,
    PartyKind.ORGANISATION: Kind.EXPERT,
}
"""The class of a mention that a speaker of a kind would be."""


def meant(text: str, span: Span) -> Span:
    """The span grown to whole words, without words that only lead to a name or go on behind it."""
    start, end = span
    while start and _LETTER.match(text, start - 1) and _LETTER.match(text, start):
        start -= 1
    while end < len(text) and _LETTER.match(text, end - 1) and _LETTER.match(text, end):
        end += 1
    first, last = start, end
    while first < last and (lead := _BEFORE.match(text, first, last)):
        first = lead.end()
    while first < last and (trail := _BEHIND.search(text[first:last])):
        last = first + trail.start()
    return (first, last) if first < last else (start, end)


def head_of(text: str, span: Span) -> Span:
    """Where the word stands that says what a phrase is: "ministry" of "the ministry of defence", "hackers" of "hackers from
    abroad", "Service" of "the Security Service MI5"."""
    start, end = span
    words = _SHORT.sub(lambda short: " " * len(short.group()), text[start:end])
    stop = _STOPS.search(words, 1)
    found = list(_WORD.finditer(words, 0, stop.start() if stop else len(words)))
    while len(found) > 1 and _CAPITALS.fullmatch(found[-1].group()) and not _OWNER.search(found[-2].group()):
        found.pop()
    return (start + found[-1].start(), start + found[-1].end()) if found else span


def kind_of_speaker(words: str, head: str) -> PartyKind:
    """What a description makes of a speaker: by the word on which it hangs, else by the word for an office in its name."""
    found = next((kind for kind, pattern in _KINDS if pattern.fullmatch(head)), None)
    if found is None:
        found = PartyKind.GOVERNMENT if _OFFICE.search(words) else PartyKind.ORGANISATION
    return found


def kind_of_accused(words: str, head: str) -> PartyKind:
    """What a description makes of an accused: "agents of the government" are the state's."""
    if _OF_GOVERNMENT.search(words):
        return PartyKind.STATE
    return next((kind for kind, pattern in _ACCUSED if pattern.fullmatch(head)), PartyKind.GROUP)


def called(words: str) -> str:
    """What somebody is called by a description, without what they did: "official" of "official who asked not to be named"."""
    return _RELATIVE.sub("", words) or words


def are_people(text: str, span: Span) -> bool:
    """Whether a demonym at some offsets counts people: "twelve Chinese", "a 36-year-old Moroccan"."""
    before = text[max(0, span[0] - 24) : span[0]]
    if _COUNTED.search(before):
        return text[span[1] : span[1] + 1] not in {"-", "'", "’"}
    return bool(_ONE.search(before)) and not _NOUN_BEHIND.match(text, span[1])


def of_the_state(head: str) -> bool:
    """Whether "Chinese" and this word mean the state by what it does: "operation", "hands"."""
    return bool(_OF_STATES.fullmatch(head))


def is_language(text: str, span: Span) -> bool:
    """Whether "Russian" at some offsets is a language and no state."""
    if _LANGUAGE_AFTER.match(text, span[1]):
        return True
    return bool(_LANGUAGE_BEFORE.search(text[max(0, span[0] - 12) : span[0]]))


def is_definite(text: str, start: int) -> bool:
    """Whether what begins at an offset is somebody named before: "the", "that"."""
    return bool(_DEFINITE.search(text[max(0, start - 7) : start]))
