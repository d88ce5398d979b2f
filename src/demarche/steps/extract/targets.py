"""Where a sentence puts whoever was hit: after verbs and nouns of attack, before their passives, as owner of what was hit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from demarche.steps.extract.tape import ANY_MENTION, Kind, char_class

_NAMED = char_class(Kind.STATE, Kind.ADJECTIVE, Kind.OFFICIAL, Kind.WORLD, Kind.COMPANY, Kind.MEDIA, Kind.EXPERT, Kind.SITE)
STATE = char_class(Kind.STATE, Kind.ADJECTIVE)
_CAPITAL = r"(?:[A-ZÀ-Ž][\w&.’'-]*[\w&]|[A-Z]|[a-z]+[A-Z]\w*|e-[A-Z]\w+)"
_PART = rf"(?:{_NAMED}|{_CAPITAL}|e-{_NAMED})"
_JOIN = r"(?:['’]s?)? (?:of (?:the )?|for (?:the )?|and the (?=[A-Z])|de |du |la |& |d['’])?"
NAME = rf"(?:{_PART}(?:{_JOIN}{_PART}){{0,6}})"
_COMMON = (
    r"(?:government|ministr(?:y|ies)|parliament|presidency|president|prime minister|embassy|embassies|institutions|agenc(?:y|ies)|authorit(?:y|ies)|departments?|"
    r"banks?|hospitals?|universit(?:y|ies)|schools?|companies|firms?|company|utilit(?:y|ies)|operators?|providers?|broadcasters?|newspapers?|media|airports?|ports?|railways?|"
    r"websites?|sites|networks?|systems?|infrastructure|computers|servers|portals?|services?|grid|pipeline|plants?|refiner(?:y|ies)|part(?:y|ies)|lawmakers|politicians|"
    r"voters|citizens|officials|organi[sz]ations|facilit(?:y|ies)|mills?|exchange|casino|retailers?|courts?|police|council|municipalit(?:y|ies)|energy|water|health|telecoms?|"
    r"administration|institutes?|bodies|sector|chamber|legislature|elections?|businesses|customers|targets|military|armed forces|army|navy|diplomats|contractors?|dissidents)"
)
GENERIC = rf"(?:{STATE}(?:['’]s?)? (?:(?!and\b)[a-z-]+ ){{0,4}}?{_COMMON}\b)"
TARGET = rf"(?:(?:the |its |an? |several |dozens of |hundreds of |some |parts of |[Tt]he )*(?:(?!(?:and|or|by|in|on|from|with|to|that|only|as|than|which|who|for|a|of|at|over|against|had|has|was|were|said|not)\b)[a-z][a-z-]+ ){{0,3}}?(?P<{{0}}>{GENERIC}|{NAME}))"


def _target(name: str) -> str:
    return TARGET.replace("{0}", name)


_CYBER = r"(?:cyber[- ]?|ransomware |hacking |hacker |malware |[Dd][Dd]o[Ss] |denial-of-service |wiper |hack-and-leak |data |computer |digital |destructive |massive |major |large |big )*"
_NOUN = (
    rf"(?:{_CYBER}(?:attacks?|cyberattacks?|hacks?|hacking|breach(?:es)?|intrusions?|break-ins?|assaults?|operations?|raids?|incursions?|heists?|thefts?|compromises?|campaigns?|strikes?|barrage|"
    r"onslaught|infections?|espionage|leaks?|sabotage))"
)
_VERB = (
    r"(?:(?:to|not|could|would|did) (?:attack|hack|hit|target|strike|cripple|paralyse|disrupt|infiltrate|penetrate|breach)|attacked|attacking|hacked|hacking|breached|breaching|hit|hitting|targeted|targeting|"
    r"struck|striking|broke into|broken into|breaking into|break into|penetrated|"
    r"penetrating|infiltrated|infiltrating|compromised|compromising|crippled|crippling|paralysed|paralyzed|knocked|knocking|knocks|wiped|defaced|defacing|disrupted|disrupting|infected|infecting|"
    r"spied on|spying on|robbed|entered|got into|getting into|burrowed into|took down|taken down|brought down|ravaged|battered|plundered|bombarded|eavesdropped on|stole from|steal from|"
    r"extorted|hitting|invaded|forced their way into|went after|gone after|going after)"
)
_PASSIVE = (
    r"(?:(?:was|were|is|are|had been|has been|have been|been|being|got) (?:[a-z]+ly |also |again |recently |first |badly |hard |among the first )*(?:hit|hacked|attacked|breached|targeted|struck|"
    r"compromised|affected|infiltrated|penetrated|defaced|crippled|paralysed|paralyzed|infected|disrupted|knocked|bombarded|entered|robbed|broken into|wiped|extorted|infiltrated|emptied|"
    r"locked out|taken offline|taken down|cut off|plundered|spied on)|"
    r"(?:came|come) under (?:(?:an? |what |sustained |heavy |cyber )*[\w-]+ ){0,4}?(?:attack|attacks|fire|barrage|assault|traffic|wave)|"
    r"(?:has |had )?(?:suffered|sustained|fell victim|fallen victim|discovered|detected|confirmed|disclosed|acknowledged|reported|admitted|experienced) (?:an? |the |to |that |of |it (?:had )?)*(?:[\w-]+ ){0,4}?"
    r"(?:cyber-?attack|cyberattacks|attack|attacks|breach|hack|intrusion|incident|ransomware|malware|outage|data)|"
    r"(?:went|gone) (?:dark|offline|down)|could not (?:broadcast|be reached|bill)|had to (?:shut|close|stop|suspend|take|halt|postpone)|"
    r"shut (?:down|off)|lost (?:control|access|the software|power|its|their)|stopped (?:working|production|responding))"
)
_THING = (
    r"(?:networks?|systems?|servers?|computers?|websites?|web sites?|sites?|e-?mails?|mailbox(?:es)?|inbox(?:es)?|databases?|infrastructure|accounts?|machines|information systems|internal network|"
    r"e-?mail (?:accounts|system|server)|files|records|data|mail|website|registers?|headquarters|laptops|phones|offices)"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the tape where somebody hit is named, and how surely the words say so."""

    start: int
    end: int
    weight: float
    rule: str


_ADVERB = r"(?:[a-z]+ly )?"
_PATTERNS: tuple[tuple[str, float, re.Pattern[str]], ...] = (
    ("attack-on", 1.3, re.compile(rf"\b{_NOUN} (?:[a-z-]+ ){{0,3}}?(?:on|against|at|into|upon|targeting|aimed at|of|inside|directed at|that (?:hit|struck|crippled|paralysed|disrupted|targeted)) {_target('n')}")),
    ("verb", 1.2, re.compile(rf"\b{_ADVERB}{_VERB} (?:into |in |off |out |at |down )?{_target('n')}")),
    ("passive", 1.2, re.compile(rf"{_target('n')}(?:,? [^.;:]{{0,45}}?,)?(?: (?:said|says|had|has|it|this week|last [a-z]+|also|all|both))* {_PASSIVE}")),
    ("things-of", 1.0, re.compile(rf"\b{_THING} (?:of|belonging to|at|used by|inside|run by) (?:[a-z]+ and [a-z]+ (?:at|of) )?{_target('n')}")),
    ("owner", 0.8, re.compile(rf"{_target('n')}['’]s? (?:[\w-]+ ){{0,2}}?{_THING}\b")),
    ("compound", 1.1, re.compile(rf"\b(?:the |over (?:the )?|in (?:the )?|a |after (?:the )?){_target('n')} (?:{_NOUN}|breach|case|ransom|outage|affair)\b")),
    ("from", 1.0, re.compile(rf"\b(?:stolen|stole|stealing|steal|taken|took|theft|copied|exfiltrated|siphoned|extracted|carried off|obtained|lifted) (?:[\w’'$£€.,-]+ ){{0,8}}?from {_target('n')}")),
    ("access", 1.0, re.compile(rf"\b(?:access to|inside|in the networks? of|in the systems? of|into the (?:[a-z-]+ )?(?:networks?|computers|systems?|servers|accounts|e-?mail|mailboxes) of|backdoors? in) {_target('n')}")),
    ("victims-are", 1.1, re.compile(rf"\b(?:victims?|targets?|affected|those hit) (?:[a-z]+ |{ANY_MENTION} ){{0,4}}?(?:were|was|are|is|include|included|list|lists|:|,) (?:[a-z]+ ){{0,2}}?{_target('n')}")),
)  # fmt: skip
_MORE = re.compile(rf"(?:, (?:and )?| and |, as well as |,? or )(?:of |on |against |into |to )?(?:the |its |several |some )?(?P<n>{GENERIC}|{NAME})(?! (?:said|says|told|blam|accus|has|had|have|is|was))")
SOMETHING_HIT = re.compile(
    r"attack|hack|breach|intru|br(?:oke|eak)|raid|heist|theft|st(?:ole|eal)|compromis|campaign|hit|target|struck|penetrat|infiltrat|crippl|paraly|knock|wip|defac|disrupt|infect|spied|spying|"
    r"enter|bombard|victim|affected|came under|suffer|fell|dark|offline|down|access|inside|shut|lost|could not|stopped|copied|taken|espionage|leak|barrage|extort|cut off|mailbox|e-?mail"
)


def _added(text: str, end: int) -> Iterator[tuple[int, int]]:
    """The further names of a list that begins with a name ending here."""
    while True:
        match = _MORE.match(text, end)
        if not match:
            return
        yield match.span("n")
        end = match.end()


_LAID_AT = re.compile(r"\b(?:pin\w*|blam\w*|lay|lays|laid|put|puts|accus\w+)\b[^.;]{0,60}$")


def _pinned(text: str, match: re.Match[str]) -> bool:
    """Whether the words pin the attack on the name instead: "pins Sony hack on North Korea"."""
    return " on " in match.group() and bool(_LAID_AT.search(text[: match.start()]))


def spots(text: str) -> Iterator[Spot]:
    """Everybody whom a sentence of the tape names as hit; the same place may come by several rules."""
    if not SOMETHING_HIT.search(text):
        return
    for rule, weight, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if rule == "attack-on" and _pinned(text, match):
                continue
            yield Spot(*match.span("n"), weight, rule)
            if rule in {"attack-on", "verb", "things-of", "victims-are", "from", "access"}:
                for start, end in _added(text, match.end("n")):
                    yield Spot(start, end, weight * 0.9, rule)
