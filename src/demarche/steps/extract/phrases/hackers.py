"""Doers described by the state they belong to: "Iranian state-linked hackers", "hackers backed by Moscow", "Russia's GRU"."""

from __future__ import annotations

import re

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.mentions.heads import lead
from demarche.steps.extract.mentions.tape import Kind, Named, Rewriting
from demarche.steps.extract.phrases.rule import ARTICLES, STATE, A, Rule, S, View, heads

_NATURE = (
    "state government nation-state military intelligence cyber ransomware criminal hacking hacker threat hacktivist espionage "
    "cyberespionage cybercrime cybercriminal extortion crime propaganda spy"
)
_DOER = (
    rf"(?:(?:{_NATURE.replace(' ', '|')}) )*"
    r"(?:hackers?|actors?|operatives|cyber ?spies|cyberspies|spies|cyber ?criminals|cyber-criminals|criminals|gangs?|crews?|"
    r"groups?|collectives?|hacktivists?|attackers|operators|cyber ?warriors|cyber units?|units?|contractors|prox(?:y|ies)|"
    r"trolls|agents|military(?: intelligence| hackers| unit| officers| personnel)?|armed forces|secret services?|"
    r"special services?|(?:military |foreign |domestic )?intelligence(?: agenc(?:y|ies)| services?| officers?| directorate|"
    r" operatives| agents| unit)?|(?:security|spy|state security|secret|counterintelligence) (?:services?|agenc(?:y|ies)|"
    r"apparatus|organs)|cyber ?army|cyber forces|army hackers|state|regime|syndicates?|outfits?|teams?|persons?|citizens|"
    r"nationals?|activists|individuals|entities)"
)
# Every word that a doer can end in.
_LAST = (
    "hacker hackers actor actors operatives spies cyberspies criminals cybercriminals gang gangs crew crews group groups "
    "collective collectives hacktivist hacktivists attackers operators warriors cyberwarriors unit units contractors proxy "
    "proxies trolls agents military intelligence officers officer personnel forces service services agency agencies "
    "directorate apparatus organs army cyberarmy state regime syndicate syndicates outfit outfits team teams person persons "
    "citizens national nationals activists individuals entities"
)
_FIRST_WORDS = "Hackers Actors Operatives Spies Cyberspies Groups Attackers"
_OPENING = rf"(?:{_DOER}|(?:{_FIRST_WORDS.replace(' ', '|')}))"
"""A doer within a sentence or as its first word."""
_WITHIN = f"{_NATURE} armed secret special foreign domestic security counterintelligence army"
_TIE = (
    r"(?:linked|tied|connected|affiliated|aligned|associated|backed|sponsored|supported|directed|controlled|employed|run|"
    r"working|acting|operating|based|loyal|sympathetic|answering|believed|thought|said|suspected|alleged|"
    rf"known(?! as {A}))"
)
_NO_ADJECTIVE = (
    "a an of and in to for the at by with on has have had is are was were accused blamed said says its his her their that who "
    "which will would can could as into from over about than they he she we it believed believes think thought suspects"
)
_ADJECTIVES = rf"(?:(?!(?:{_NO_ADJECTIVE.replace(' ', '|')}) )[a-z-]+ ){{0,3}}?"
_SERVICE = re.compile(
    r"(?:services?|agenc(?:y|ies)|intelligence|military|officers?|armed forces|directorate|state|regime|government|apparatus|"
    r"organs|army)(?: unit)?$"
)


def _hackers(view: View, match: re.Match[str]) -> Rewriting:
    party = PartyKind.GOVERNMENT if _SERVICE.search(match.group()) else PartyKind.GROUP
    return view.named(match, Kind.HACKERS, party, "described")


def _owned_actor(view: View, match: re.Match[str]) -> Rewriting:
    """The actor, with the state as its country where the galaxy gives none."""
    named = view.tape.mentions[match.group("actor")]
    party = PartyName(named.party.name, named.party.kind, named.party.country or view.country(match.group()))
    return Rewriting(Named(Kind.ACTOR, party, 0, 0, named.role))


# "Russia's GRU", "the Russian group Turla", "an Iran-backed hacking group Example".
_OWNED_AS = (
    "state military intelligence hacking hacker hackers espionage cyberespionage cyber ransomware crime cybercrime criminal "
    "threat group gang agency service spy unit state-sponsored state-backed hacktivist security foreign domestic notorious "
    "shadowy elite actor collective crew outfit"
)
OWNED_ACTOR = Rule(
    re.compile(
        rf"(?:[Tt]he |[Aa]n? )?{STATE}(?:['’]s?)?(?:-(?:backed|linked|sponsored|based|aligned|nexus|run))? "
        r"(?:(?:state|military|intelligence|hacking|hackers?|espionage|cyber ?espionage|cyber|ransomware|cyber ?crime|criminal|"
        r"threat|group|gang|agency|service|spy|unit|state-sponsored|state-backed|hacktivist|security|foreign|domestic|"
        r"notorious|"
        rf"shadowy|elite|actor|collective|crew|outfit) ){{0,4}}?(?P<actor>{A})"
    ),
    _owned_actor,
    lead(f"{ARTICLES} {_OWNED_AS}", reach=10),
    kinds=(Kind.ACTOR,),
)

# "hackers backed by Moscow", "a group that is said to be working for the Russian government".
_AFFILIATED = (
    rf"(?:that (?:is|are) |which (?:is|are) |who (?:are|is|were) |widely |closely |directly |allegedly |reportedly )*"
    rf"(?:{_TIE}|with (?:[a-z]+ )?(?:ties|links|connections)|in the (?:pay|service|employ))"
)
TIED = Rule(
    re.compile(
        rf"(?<![\w’'-])(?:[Tt]he |[Aa]n? )?{_ADJECTIVES}{_OPENING} {_AFFILIATED}"
        r"(?: to be| to have| in| of| out of| with| to| by| for| on behalf of| as| part of| close| links| linked| ties| tied|"
        r" backed| sponsored| based| working| the| state| government| agents| at the behest of| from| inside| within){1,6}"
        rf" ?(?:{STATE}|{A})(?:['’]s?)?(?: (?:government|state|military intelligence|military|"
        r"intelligence(?: services?| agenc(?:y|ies))?|regime|security services?|authorities|army))?"
    ),
    _hackers,
    lead(f"{_WITHIN} {ARTICLES}", more=3),
    heads(_LAST, _FIRST_WORDS),
    core=re.compile(rf"\w+ {_AFFILIATED}"),
)

# "pro-Russian hacktivists", "suspected Iranian state-linked hackers", "China's military intelligence".
_BACKED = (
    r"(?:['’]s?)?(?:[- ](?:state|government|regime|intelligence|military|army))?(?:[- ](?:linked|backed|sponsored|based|"
    r"aligned|affiliated|run|speaking|nexus|controlled|directed|supported|funded|language|born|trained))?"
)
_COMPOUNDED = (
    rf" {_ADJECTIVES}{_DOER}\b(?! (?:officials?|sources?|chief|director|community|minister|spokes\w+|ministry|committee|"
    r"official|assessment|companies|firm|company|leak|data)\b)"
)
COMPOUND = Rule(
    re.compile(rf"(?:pro-{STATE}|(?:[Tt]he |a |an )?(?:suspected |alleged |presumed )?{STATE}{_BACKED}){_COMPOUNDED}"),
    _hackers,
    lead("The the a an suspected alleged presumed", reach=2),
    kinds=(Kind.STATE, Kind.ADJECTIVE),
    core=re.compile(f".{_BACKED}{_COMPOUNDED}"),
)

# "hackers from Russia", "the gang inside Iran".
FROM_STATE = Rule(
    re.compile(
        r"(?:[Tt]he |[Aa]n? )?(?:[Hh]ackers?|hacker group|hacking group|[Aa]ctors|[Aa]ttackers|gang|group)"
        rf" (?:from|in|inside|within|of) {S}"
    ),
    _hackers,
    lead(f"{ARTICLES} hacker hacking", reach=2),
    heads("hacker hackers actors attackers gang group Hackers Actors Attackers"),
    core=re.compile(rf"\w+ (?:from|in|inside|within|of) {S}"),
)
