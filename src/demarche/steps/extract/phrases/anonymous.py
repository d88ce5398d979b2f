"""Speakers without a name: "two people familiar with the matter", "Western diplomats", "a senior official"."""

from __future__ import annotations

import re

from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.mentions.heads import lead
from demarche.steps.extract.mentions.tape import Kind, Rewriting
from demarche.steps.extract.phrases.rule import ARTICLES, STATE, Rule, View, either_case, heads


def _anonymous(view: View, match: re.Match[str]) -> Rewriting:
    return view.named(match, Kind.ANONYMOUS, PartyKind.ANONYMOUS_OFFICIAL, "described")


# "two people familiar with the matter", "a senior official briefed on the investigation".
_RANK = (
    "senior former current unnamed Western western European NATO intelligence security government diplomatic industry law "
    "enforcement law-enforcement administration congressional military defence defense"
)
_PEOPLE = r"(?:[Pp]eople|[Pp]ersons?|[Ss]ources?|[Oo]fficials?|[Dd]iplomats?|[Ii]ndividuals)"
_NO_VERB = (
    r"(?!(?:said|says?|told|tells?|ha(?:ve|s|d)|describe[sd]?|blam\w+|accus\w+|attribut\w+|suspect\w*|believe[sd]?|think|"
    r"thought|link\w*|point\w*|named?|identif\w+|confirm\w*|conclu\w+|claim\w*|alleg\w+|report(?:s|ed)|added|was|were|"
    r"are|is|did|do|called|put|saw|expect\w*|reckon\w*|speak|spoke|warn\w*|who|that|and|or|but|as|in|on|at|to|from)\b)"
)
_INFORMED = (
    r"(?: who (?:was|were))? (?:familiar with|briefed on|with knowledge of|with direct knowledge of|close to|who spoke on|"
    r"who (?:asked not|declined) to be(?: named| identified| quoted)?|who was not authori[sz]ed|speaking on condition|"
    r"involved in the (?:investigation|probe|response))"
)
ANONYMOUS = Rule(
    re.compile(
        r"(?:(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Mm]ultiple|[Ss]ome|[Tt]he|[Oo]ther|[Aa]nother) )?"
        rf"(?:(?:senior|former|current|unnamed|{STATE}|Western|western|European|NATO|intelligence|security|government|"
        r"diplomatic|industry|law enforcement|law-enforcement|administration|congressional|military|defen[cs]e) )*"
        rf"{_PEOPLE}{_INFORMED}(?: the)?(?: {_NO_VERB}[a-z]+){{0,2}}"
    ),
    _anonymous,
    lead(f"{either_case('a an one two three four five several multiple some the other another')} {_RANK}"),
    heads(either_case("people person persons source sources official officials diplomat diplomats individuals")),
    core=re.compile(rf"{_PEOPLE}{_INFORMED}"),
)

# "Western diplomats", "senior intelligence officials".
SOURCES = Rule(
    re.compile(
        rf"\b(?:(?:{STATE}|Western|western|European|[Ss]enior|[Ss]ecurity|[Ii]ntelligence|[Dd]iplomatic|[Gg]overnment|"
        r"[Ii]ndustry|unnamed|anonymous) )+(?:sources|diplomats|officials|governments|intelligence(?: agencies| services|"
        r" officials)?|security services|capitals)\b"
    ),
    _anonymous,
    lead(
        f"Western western European unnamed anonymous "
        f"{either_case('senior security intelligence diplomatic government industry')}"
    ),
    heads("sources diplomats officials governments intelligence agencies services capitals"),
)

# "a senior official", "another alliance diplomat", "the insider".
SOURCE = Rule(
    re.compile(
        rf"\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother) (?:(?:senior|former|current|unnamed|{STATE}|Western|western|European|NATO|"
        r"intelligence|security|government|diplomatic|industry|law enforcement|judicial|police|administration|congressional|"
        r"military|defen[cs]e|alliance|second|same|top|ministry|embassy) )*(?:sources?|officials?|diplomats?|"
        r"insider(?= (?:said|says|told|added|who)\b))\b"
        r"(?! (?:statement|website|account|said to))|\b(?:[Ii]ts|[Tt]heir|[Ss]everal|[Tt]wo|[Tt]hree|[Uu]nnamed) sources\b"
    ),
    _anonymous,
    lead(
        f"{ARTICLES} {either_case('one another its their several two three unnamed')} {_RANK} judicial police alliance second "
        "same top ministry embassy"
    ),
    heads("source sources official officials diplomat diplomats insider"),
)
