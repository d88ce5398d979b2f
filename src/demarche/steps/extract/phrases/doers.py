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


def _culprits(view: View, match: re.Match[str]) -> Rewriting:
    return view.nameless(match, Kind.UNKNOWN, PartyKind.CRIMINAL_GROUP, "culprit")


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

# "a financially motivated gang", "organised criminal groups", "a hostile state"; "a former employee", "a nation-state".
_QUALITY = (
    "organised organized international foreign criminal cyber cybercrime ransomware Russian-speaking English-speaking teenage "
    "state state-linked state-sponsored state-backed sophisticated persistent well-resourced hostile financially~motivated "
    "advanced unknown unnamed hacking hacker malicious and hacktivist extortion known loose so-called single lone new "
    "nation-state"
)
CULPRITS = Rule(
    re.compile(
        r"\b(?:[Aa]n? |[Tt]he |[Ss]ome |[Oo]rgani[sz]ed )?"
        rf"(?:(?:{_QUALITY.replace(' ', '|').replace('~', ' ')}) )+"
        r"(?:gangs?|groups?|actors?|adversar(?:y|ies)|crews?|collectives?|syndicates?|organi[sz]ations?|networks?|states?|"
        r"powers?|nation|threat|enterprise|entity)\b|\b(?:insiders?|(?:a )?(?:disgruntled |former )+employees?|"
        r"cyber ?criminals|terrorists|(?:a )?nation[- ]state|(?:a )?foreign (?:power|state|government|country|"
        r"intelligence service)|(?:a )?state actor|teenagers)\b"
    ),
    _culprits,
    lead(f"An an A a The the Some some Organised Organized disgruntled former {_QUALITY.replace('~', ' ')}"),
    heads(
        "gang gangs group groups actor actors adversary adversaries crew crews collective collectives syndicate syndicates",
        "organisation organisations organization organizations network networks state states power powers nation threat "
        "enterprise",
        "entity insider insiders employee employees criminals cybercriminals terrorists government country intelligence "
        "teenagers",
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
