"""Doers of whom no state is told: "the attackers", "a criminal gang", "the group"."""

from __future__ import annotations

import re

from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.mentions.heads import lead
from demarche.steps.extract.mentions.tape import Kind, Named, Rewriting
from demarche.steps.extract.phrases.rule import Rule, View, either_case, heads


def _same_group(view: View, match: re.Match[str]) -> Rewriting | None:
    """The group, or for "the service" and "the unit" the state's body, that was named last."""
    words = match.group()
    body = "service" in words or "unit" in words
    last = view.last_before(match.start(), Kind.ACTOR, lambda named: (named.role == "body") == body)
    return Rewriting(Named(Kind.ACTOR, last.party, 0, 0, "anaphor")) if last else None


# What a culprit without a name is: the first of these that its words hold; else a gang.
_SORTS = (
    (re.compile(r"insider|inside job|employee|person|individual|man\b|woman|youth|teenagers|amateurs"), PartyKind.INDIVIDUAL),
    (re.compile(r"hacktivists?$|activists$|patriots$"), PartyKind.HACKTIVIST),
    (re.compile(r"(?:hackers?|attackers?|actors?|groups?|operatives|spies|teams?)$"), PartyKind.GROUP),
    (
        re.compile(
            r"\b(?:[Ss]tates?|[Nn]ations?|powers?|governments?|countr(?:y|ies)|services?|force|enem(?:y|ies)|[Ff]oreign|adversar)"
            r"|(?:sponsored|backed)$"
        ),
        PartyKind.STATE,
    ),
)
_CRIMINAL = re.compile(r"[Cc]rimin|[Rr]ansom|[Ff]inancial|[Ee]xtort|non-state|gang|freelance")


def _culprits(view: View, match: re.Match[str]) -> Rewriting:
    words = match.group()
    sorts = (sort for pattern, sort in _SORTS if pattern.search(words))
    sort = PartyKind.CRIMINAL_GROUP if _CRIMINAL.search(words) else next(sorts, PartyKind.CRIMINAL_GROUP)
    return view.nameless(match, Kind.UNKNOWN, sort, "culprit")


def _unknown(view: View, match: re.Match[str]) -> Rewriting:
    return view.nameless(match, Kind.UNKNOWN, PartyKind.ATTACKER, "generic")


# "the group", "the same ransomware gang", "the service".
SAME_GROUP = Rule(
    re.compile(
        r"\b[Tt]he (?:same )?(?:hacking |hacker |ransomware |extortion |threat )?"
        r"(?:group|gang|crew|collective|outfit|syndicate|service|unit)\b(?! (?:said|added|told|announced|provider))"
    ),
    _same_group,
    lead("The the same hacking hacker ransomware extortion threat", reach=3),
    heads("group gang crew collective outfit syndicate service unit"),
)

# "a financially motivated gang", "a hostile state", "state-sponsored hackers"; "a former employee", "a nation-state", "the
# enemy", "a foreign hand", "state-sponsored" of "a state-sponsored operation".
_TELLING = (
    "organised organized international foreign criminal cybercrime ransomware Russian-speaking English-speaking teenage "
    "state state-linked state-sponsored state-backed state-aligned state-affiliated hostile unfriendly overseas outside "
    "financially~motivated hacktivist extortion nation-state government-backed government-sponsored freelance professional "
    "ordinary amateur gifted skilled non-state patriotic opposition enemy"
)
_QUALITY = (
    f"{_TELLING} cyber sophisticated persistent well-resourced advanced unknown unnamed hacking hacker malicious and known "
    "loose so-called single lone new"
)
_SPONSORED = "state-sponsored state-backed State-sponsored State-backed government-sponsored nation-state-sponsored"


def _any_of(words: str) -> str:
    return f"(?:{words.replace(' ', '|').replace('~', ' ')})"


CULPRITS = Rule(
    re.compile(
        r"(?:\b[Aa]n? )?\b[Aa]dvanced [Pp]ersistent [Tt]hreat(?: \(APT\))?(?: groups?| actors?)?\b"
        r"|\b(?<!-)(?!and )(?:[Aa]n? |[Tt]he |[Ss]ome |[Oo]rgani[sz]ed )?"
        rf"(?:{_any_of(_QUALITY)} )+"
        r"(?:gangs?|groups?|actors?|adversar(?:y|ies)|crews?|collectives?|syndicates?|organi[sz]ations?|networks?|states?|"
        r"powers?|nations?|threat|enterprise|entity|outfits?|teams?)\b(?!-)"
        rf"|\b(?!and )(?:{_any_of(_QUALITY)} )*{_any_of(_TELLING)} (?:{_any_of(_QUALITY)} )*"
        r"(?:hackers?|attackers?|criminals?|spies|operatives|intruders|amateurs|extortionists|hacktivists|elements)\b"
        r"|\b(?:an |one |[Tt]he |another )?(?:disgruntled |former |rogue |bank |corrupt )*(?:insiders?|inside job)\b"
        r"|\b(?:an? )?(?:disgruntled |former |rogue )+employees?\b"
        r"|\b(?:(?:an? )?(?:[Ff]oreign|[Hh]ostile|[Uu]nfriendly|enemy) (?:powers?|states?|governments?|countr(?:y|ies)|"
        r"(?:intelligence|spy) (?:services?|agenc(?:y|ies)))|cyber ?criminals|terrorists|extortionists|"
        r"(?:an? )?[Nn]ation[- ]states?|[Ff]oreign (?:hands?|interests|interference|intervention|forces)|"
        r"outside interference|(?:a )?state actor|teenagers|(?<!-)[Ee]nemies|[Tt]he enemy|[Cc]riminals|an? gang|"
        r"[Tt]hose responsible(?: for (?:the|this) (?:attack|hack|breach|theft|intrusion|compromise|heist))?|"
        r"an? (?:state|nation)(?=[.,;:\"”’)]| (?:or|and|but|that|which|could|might|may|was|is|had|behind|stood|lay|rather|"
        r"than)\b))\b"
        rf"|\b{_any_of(_SPONSORED)}\b"
    ),
    _culprits,
    lead(
        "An an A a The the Some some one another Those those Advanced Persistent Organised Organized disgruntled former "
        "rogue bank corrupt inside Foreign Hostile Unfriendly foreign hostile unfriendly enemy outside intelligence spy nation "
        f"Nation {_QUALITY.replace('~', ' ')}"
    ),
    heads(
        "gang gangs group groups actor actors adversary adversaries crew crews collective collectives syndicate syndicates",
        "organisation organisations organization organizations network networks state states power powers nation nations",
        "threat Threat enterprise entity outfit outfits team teams hacker hackers attacker attackers criminal criminals",
        "Criminals spies operatives intruders amateurs extortionists hacktivists government governments country countries",
        "service services agency agencies elements enemy enemies Enemies responsible insider insiders job",
        "employee employees cybercriminals terrorists intelligence teenagers hand hands interests interference intervention",
        f"forces nation-state nation-states {_SPONSORED}",
    ),
)

# "hackers", "the unknown attackers", "a sophisticated threat actor".
_KNOWN_AS = (
    "unknown unidentified malicious anonymous foreign sophisticated state-sponsored state-backed nation-state cyber external "
    "suspected professional threat criminal state hostile"
)
UNKNOWN = Rule(
    re.compile(
        r"\b(?:[Tt]he |[Aa]n? |[Tt]hese |[Tt]hose |[Uu]nknown |[Uu]nidentified )?"
        rf"(?:(?:{_KNOWN_AS.replace(' ', '|')}) )*(?:[Hh]ackers|[Aa]ttackers|[Ii]ntruders|[Pp]erpetrators|[Cc]ulprits|"
        r"cyber ?criminals|cyber-criminals|[Cc]riminals|threat actors?|hacker|attacker|intruder|adversary|actors?)\b"
    ),
    _unknown,
    lead(f"{either_case('the a an these those unknown unidentified')} {_KNOWN_AS}"),
    heads(
        either_case("hackers attackers intruders perpetrators culprits criminals"),
        "cybercriminals hacker attacker intruder adversary actor actors",
    ),
)
