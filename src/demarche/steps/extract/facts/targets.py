"""Where a sentence puts whoever was hit: after verbs and nouns of attack, before their passives, as owner of what was hit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from demarche.steps.extract.mentions.tape import ANY_MENTION, Kind, char_class
from demarche.steps.extract.signals.finder import Finder, in_lower_case

_NAMED = char_class(
    Kind.STATE, Kind.ADJECTIVE, Kind.OFFICIAL, Kind.WORLD, Kind.COMPANY, Kind.MEDIA, Kind.EXPERT, Kind.SITE, Kind.HACKERS
)
STATE = char_class(Kind.STATE, Kind.ADJECTIVE)
_CAPITAL = r"(?:[A-ZÀ-Ž][\w&.’'-]*[\w&]|[A-Z]|[a-z]+[A-Z]\w*|e-[A-Z]\w+)"
_PART = rf"(?:{_NAMED}|{_CAPITAL}|e-{_NAMED})"
_JOIN = r"(?:['’]s?)? (?:of (?:the )?|for (?:the )?|de |du |la |& |d['’])?"
NAME = rf"(?:{_PART}(?:{_JOIN}{_PART}){{0,6}}(?:['’]s office)?)"
_COMMON = (
    r"(?:government|ministr(?:y|ies)|parliament|presidency|president|prime minister|embassy|embassies|institutions|agenc(?:y|"
    r"ies)|authorit(?:y|ies)|departments?|"
    r"banks?|hospitals?|universit(?:y|ies)|schools?|companies|firms?|company|utilit(?:y|ies)|operators?|providers?|"
    r"broadcasters?|newspapers?|media|airports?|ports?|railways?|"
    r"websites?|sites|networks?|systems?|infrastructure|computers|servers|portals?|services?|grid|pipeline|plants?|"
    r"refiner(?:y|ies)|part(?:y|ies)|lawmakers|politicians|"
    r"voters|citizens|officials|organi[sz]ations|facilit(?:y|ies)|mills?|exchange|casino|retailers?|courts?|police|council|"
    r"municipalit(?:y|ies)|energy|water|health|telecoms?|"
    r"administration|institutes?|bodies|sector|chamber|legislature|elections?|businesses|customers|targets|military|armed "
    r"forces|army|navy|diplomats|contractors?|dissidents)"
)
GENERIC = rf"(?:{STATE}(?:['’]s?)? (?:(?!and\b)[a-z-]+ ){{0,4}}?{_COMMON}\b)"
_ORGAN = (
    r"(?:(?:finance|foreign|defen[cs]e|interior|health|labou?r|justice|technology|energy|home|education|transport|"
    r"information) ministr(?:y|ies)|ministr(?:y|ies)|parliament|presidency|president|prime minister|"
    r"government|state institutions|public institutions|institutions|government agencies|agencies|banks|newspapers|"
    r"broadcasters|airports|hospitals|universities|utilities|political parties|"
    r"central bank|coast guard|armed forces|electoral commission|city council|water (?:utility|system|authority)|power grid|"
    r"energy companies|distribution companies|companies|"
    r"telephone companies|telecoms? (?:companies|operators|groups?)|members of parliament|lawmakers|embassies|courts|town "
    r"halls|social security fund|institute|critical infrastructure|satellite network)"
)
TARGET = (
    r"(?:(?:the |its |an? |several |dozens of |hundreds of |some |parts of |[Tt]he )*(?:(?!(?:and|or|by|in|on|from|with|to|"
    rf"that|only|as|than|which|who|for|a|of|at|over|against|had|has|was|were|said|not)\b)[a-z][a-z-]+ ){{0,"
    rf"3}}?(?P<{{0}}>{GENERIC}|{NAME}|(?<![-’'])\b(?:(?:national|federal|ruling|country['’]s|regional|local|largest|three|"
    rf"two|four|dozens of|several|[a-z]+ese|public) ){{0,2}}{_ORGAN}\b))"
)


def _target(name: str) -> str:
    return TARGET.replace("{0}", name)


_CYBER = (
    r"(?:cyber[- ]?|ransomware |hacking |hacker |malware |[Dd][Dd]o[Ss] |denial-of-service |wiper |hack-and-leak |data |"
    r"computer |digital |destructive |massive |major |large |big )*"
)
_NOUN = (
    rf"(?:{_CYBER}(?:attacks?|cyberattacks?|hacks?|hacking|breach(?:es)?|intrusions?|break-ins?|assaults?|operations?|raids?|"
    r"incursions?|heists?|thefts?|compromises?|campaigns?|strikes?|barrage|"
    r"onslaught|infections?|espionage|leaks?|sabotage)|(?:malicious )?cyber[- ]?activit(?:y|ies))"
)
_VERB = (
    r"(?:(?:to|not|could|would|did) (?:attack|hack|hit|target|strike|cripple|paralyse|disrupt|infiltrate|penetrate|breach)|"
    r"attacked|attacking|hacked|hacking|breached|breaching|hit|hitting|targeted|targeting|"
    r"struck|striking|broke into|broken into|breaking into|break into|penetrated|"
    r"penetrating|infiltrated|infiltrating|compromised|compromising|crippled|crippling|paralysed|paralyzed|knocked|knocking|"
    r"knocks|wiped|defaced|defacing|disrupted|disrupting|infected|infecting|"
    r"spied on|spying on|robbed|entered|got into|getting into|burrowed into|took down|taken down|brought down|ravaged|"
    r"battered|plundered|bombarded|eavesdropped on|stole from|steal from|"
    r"extorted|hitting|invaded|forced their way into|forced|gone for|went for|reached|went after|gone after|going after)"
)
_OF_ATTACK = (
    r"(?:an? |the |to |that |of |it (?:had )?)*(?:[\w-]+ ){0,4}?(?:cyber-?attack|cyberattacks|attack|attacks|breach|hack|"
    r"intrusion|incident|ransomware|malware|outage|data|losing)"
)
_ADMITS = rf"(?:has |had )?(?:discovered|detected|confirmed|disclosed|acknowledged|conceded|confessed|admitted) {_OF_ATTACK}"
_PASSIVE = (
    r"(?:(?:was|were|is|are|had been|has been|have been|been|being|got) (?:[a-z]+ly |also |again |recently |first |badly |"
    r"hard |among the first )*(?:hit|hacked|attacked|breached|targeted|struck|"
    r"compromised|affected|infiltrated|penetrated|defaced|crippled|paralysed|paralyzed|infected|disrupted|knocked|bombarded|"
    r"entered|robbed|broken into|wiped|extorted|infiltrated|emptied|"
    r"locked out|taken offline|taken down|cut off|plundered|spied on)|"
    r"(?:came|come) under [^.;]{0,70}?\b(?:attacks?|fire|barrage|assault|traffic|wave)|"
    rf"(?:has |had )?(?:suffered|sustained|fell victim|fallen victim|experienced|lost) {_OF_ATTACK}|"
    r"(?:went|gone) (?:dark|offline|down)|could not (?:broadcast|be reached|bill)|had to (?:shut|close|stop|suspend|take|"
    r"halt|postpone)|"
    r"shut (?:down|off)|lost (?:control|access|the software|power|its|their)|stopped (?:working|production|responding))"
)
_THING = (
    r"(?:networks?|systems?|servers?|computers?|websites?|web sites?|sites?|e-?mails?|mailbox(?:es)?|inbox(?:es)?|databases?|"
    r"infrastructure|accounts?|machines|information systems|internal network|"
    r"e-?mail (?:accounts|system|server)|files|records|data|mail|website|registers?|headquarters|laptops|phones|offices)"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the tape where somebody hit is named, and how surely the words say so."""

    start: int
    end: int
    weight: float
    rule: str


_NOUN_STEMS = (
    "attack|hack|breach|intrusion|break-in|assault|operation|raid|incursion|heist|theft|compromise|campaign|strike|barrage|"
    "onslaught|infection|espionage|leak|sabotage|activit"
)
_VERB_STEMS = (
    "attack|hack|breach|hit|target|struck|strik|br|penetrat|infiltrat|compromis|crippl|paraly|knock|wip|defac|disrupt|infect|"
    "spied|spying|rob|enter|got into|getting into|took down|"
    "taken down|ravag|batter|plunder|bombard|eavesdrop|stole from|steal from|extort|forced|went|gone|going|reached|invaded"
)
_AHEAD: tuple[tuple[str, float, str, re.Pattern[str]], ...] = (
    (
        "attack-on",
        1.3,
        _NOUN_STEMS,
        re.compile(
            rf"\b{_NOUN} (?:[a-z-]+ |{ANY_MENTION} ){{0,4}}?(?:on|against|at|into|upon|targeting|aimed at|of|inside|"
            rf"directed at|that (?:hit|"
            rf"struck|crippled|paralysed|disrupted|targeted)) {_target('n')}"
        ),
    ),
    ("verb", 1.2, _VERB_STEMS, re.compile(rf"\b{_VERB} (?:into |in |off |out |at |down )?{_target('n')}")),
    (
        "things-of",
        1.0,
        "network|system|server|computer|site|mail|inbox|database|infrastructure|account|machines|files|records|data|register|"
        "headquarters|laptops|phones|offices",
        re.compile(rf"\b{_THING} (?:of|belonging to|at|used by|inside|run by) (?:[a-z]+ and [a-z]+ (?:at|of) )?{_target('n')}"),
    ),
    (
        "compound",
        1.1,
        _NOUN_STEMS + "|case|ransom|outage|affair",
        re.compile(
            rf"\b(?:the |over (?:the )?|in (?:the )?|a |after (?:the )?){_target('n')} (?:{_NOUN}|breach|case|ransom|outage|"
            r"affair)\b"
        ),
    ),
    ("postponed-at", 1.0, " at ", re.compile(rf"(?:postponed|cancelled|halted|suspended|delayed|disrupted) at {_target('n')}")),
    (
        "from",
        1.0,
        "stol|steal|took|taken|theft|copied|exfiltrat|siphon|extract|carried off|obtained|lifted",
        re.compile(
            r"\b(?:stolen|stole|stealing|steal|taken|took|theft|copied|exfiltrated|siphoned|extracted|carried off|obtained|"
            rf"lifted) (?:[\w’'$£€.,-]+ ){{0,8}}?from {_target('n')}"
        ),
    ),
    (
        "access",
        1.0,
        "access to|inside|in the networks|in the systems|into the|backdoor",
        re.compile(
            r"\b(?:access to|inside|in the networks? of|in the systems? of|into the (?:[a-z-]+ )?(?:networks?|computers|"
            rf"systems?|servers|accounts|e-?mail|mailboxes) of|backdoors? in) {_target('n')}"
        ),
    ),
    (
        "victims-are",
        1.1,
        "victim|target|affected|those hit",
        re.compile(
            rf"\b(?:victims?|targets?|affected|those hit) (?:[a-z]+ |{ANY_MENTION} ){{0,4}}?(?:were|was|are|is|include|"
            rf"included|list|lists|:|,) (?:[a-z]+ ){{0,5}}?{_target('n')}"
        ),
    ),
)
"""Rules whose words stand before the name, each with the stems that call for it."""
_SUBJECT = re.compile(
    rf"{_target('n')}['’”\"]?(?:,? [^.;:]{{0,75}}?,)?(?: (?:said|says|had|has|it|this week|last [a-z]+|also|all|both))*$"
)
_BEHIND: tuple[tuple[str, float, str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "passive",
        1.2,
        "hit|hack|attack|breach|target|struck|compromis|affected|infiltrat|penetrat|defac|crippl|paraly|infect|disrupt|knock|"
        "bombard|enter|rob|broken into|wiped|extort|emptied|locked out|"
        "offline|taken down|cut off|plunder|spied|under|suffer|sustain|victim|experienc|lost|dark|down|could not|had to|shut|"
        "stopped",
        re.compile(rf" {_PASSIVE}"),
        _SUBJECT,
    ),
    (
        "admits",
        1.2,
        "discover|detect|confirm|disclos|acknowledg|conced|confess|admit",
        re.compile(rf" {_ADMITS}"),
        _SUBJECT,
    ),
    (
        "owner",
        0.8,
        "’s|'s|s’|s' ",
        re.compile(rf"['’]s? (?:[\w-]+ ){{0,2}}?{_THING}\b"),
        re.compile(rf"{_target('n')}$"),
    ),
    (
        "apposed",
        1.1,
        ", one of|, two of|, three of|, both|, among",
        re.compile(
            r", (?:one|two|three|both|among) (?:of |the )*(?:[a-z-]+ ){0,4}?(?:affected|hit|victims?|targets?|targeted|"
            r"compromised|attacked)\b"
        ),
        re.compile(rf"{_target('n')}$"),
    ),
    (
        "whose",
        1.1,
        "whose",
        re.compile(
            r",? whose (?:own |entire )?(?:[a-z-]+ )?(?:e-?mail|mail|network|website|site|systems?|data|accounts?|mailbox|"
            r"servers?) (?:was|were|had been|have been) "
        ),
        re.compile(rf"{_target('n')}(?:,? [^.;:]{{0,60}})?$"),
    ),
)
"""Rules whose words stand after the name: what to find, and how the name ends before it."""
_MORE = re.compile(
    r"(?:, (?:and )?| and |, as well as |,? or )(?:of |on |against |into |to )?(?:the |its |several |some "
    rf")?[‘“\"']?(?P<n>{GENERIC}|{NAME}|(?:[a-z]+ ){{0,2}}?{_ORGAN}\b)"
    r"(?! (?:said|says|told|blam|accus|has|had|have|is|was))"
)
_LISTED = frozenset({"attack-on", "verb", "things-of", "victims-are", "from", "access", "postponed-at"})
_WINDOW = 110
_FINDER = Finder(
    [*(rule[3] for rule in _AHEAD), *(rule[3] for rule in _BEHIND)],
    [*(rule[2] for rule in _AHEAD), *(rule[2] for rule in _BEHIND)],
)
_LAID_AT = re.compile(r"\b(?:pin\w*|blam\w*(?! for)|lay|lays|laid|put|puts|accus\w+)\b[^.;]{0,60}$")
_LAID_ON = re.compile(r"\b(?:pinned|blamed|based) on ")


def _pinned(text: str, match: re.Match[str]) -> bool:
    """Whether the words pin the attack on the name instead: "pins Sony hack on North Korea"."""
    words = match.group()
    return " on " in words and bool(_LAID_ON.search(words) or _LAID_AT.search(text[: match.start()]))


def _added(text: str, end: int) -> Iterator[tuple[int, int]]:
    """The further names of a list that begins with a name ending here."""
    while match := _MORE.match(text, end):
        yield match.span("n")
        end = match.end()


def _ahead(text: str, number: int, matches: Iterable[re.Match[str]]) -> Iterator[Spot]:
    rule, weight, _, _ = _AHEAD[number]
    for match in matches:
        if rule == "attack-on" and _pinned(text, match):
            continue
        yield Spot(*match.span("n"), weight, rule)
        if rule in _LISTED:
            for start, end in _added(text, match.end("n")):
                yield Spot(start, end, weight * 0.95, rule)


def _behind(text: str, number: int, matches: Iterable[re.Match[str]]) -> Iterator[Spot]:
    rule, weight, _, _, name = _BEHIND[number]
    for match in matches:
        first = max(0, match.start() - _WINDOW)
        found = name.search(text[first : match.start()])
        if found:
            yield Spot(first + found.start("n"), first + found.end("n"), weight, rule)


def spots(texts: Sequence[str]) -> Iterator[tuple[int, Spot]]:
    """Everybody whom the sentences of the tape name as hit, with the number of the sentence; the same place may come by several
    rules."""
    for sentence, number, matches in _FINDER.find(texts, in_lower_case(texts)):
        text, behind = texts[sentence], number - len(_AHEAD)
        for spot in _ahead(text, number, matches) if behind < 0 else _behind(text, behind, matches):
            yield sentence, spot
