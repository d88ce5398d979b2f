"""The words beside a date that say what happened on it, by kind.

A new way of saying goes here; then the weights are learned anew (`training/starts.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

_SAID = (
    "accused|accuses|accusing|acknowledged|activated|added|admitted|adopted|advisory|agreement|alert|"
    "announced|announcement|announces|announcing|answered|apologised|apologized|applauded|appointed|arrest|"
    "arrested|arrests|asked|attributed|blamed|blames|blaming|blog post|boasted|born|bounty|briefed|briefing|"
    "budget|built|called|charged|charges|charging|claimed|claims|commented|complaint|concluded|condemn|"
    "condemned|condemns|conference|confirm|confirmed|confirms|convicted|cut diplomatic ties|cut its ties|"
    "cut their ties|cut ties|deadline|declared|declares|decree|decreed|demanded|denied|denies|detained|"
    "dismissal|dismissed|disown|disowned|disowns|drove|due|elected|election|elections|established|expel|"
    "expelled|expels|extradited|fell due|filed|fined|fix|fixed|formula|founded|freed|frosty|hearing|held|"
    "hostile|imposed|in office|independence|indicted|indictment|informed|insisted|interview|investigated|"
    "investigating|investigation|investigations|investigator|investigators|issued|joined|judgement|judgment|law|"
    "leak site|letter|linked|listed|lodged|meeting|met|named|naming|note|observed|offered|ordered|outlawed|"
    "patched|picked up|pleaded|pledged|pointed|policy|press conference|promised|published|publishes|quit|"
    "reacted|recovered|referred|registered|reject|rejected|rejects|rejoined|relations|released|relieved|"
    "remarked|reopened|repeated|replied|report|reported|reports|resignation|resigned|restored|resumed|"
    "resurfaced|retired|returned|ruled|ruling|sacked|said|sanction|sanctioned|sanctions|saying|says|"
    "sentenced|settled|severed|signed|speech|spoke|stated|statement|stepped down|strained|sued|summit|summon|"
    "summoned|summons|talks|telling|tells|tense|testified|testify|testimony|thrown out|tied|told|took office|"
    "treaty|tweeted|unsealed|urged|verdict|visit|visited|vote|voted|votes|vowed|war|warned|writes|wrote"
)
_FOUND = (
    "alerted|became aware|become aware|came to light|detect|detected|detection|detects|discover|discovered|"
    "discovers|discovery|first seen|identified it|noticed|noticing|spotted|uncovered|was first found|"
    "was first identified|was first seen|was found|was identified|was seen"
)
_TOLD = (
    "became known|became public|broke into the open|disclosed|disclosing|disclosure|first reported|made it public|"
    "made known|made public|reported the breach|revealed|surfaced|went public"
)
_ENTRY = (
    "accessed|approached|been in|been using|began|begin|begins|begun|breached|breaching|breaking in|"
    "breaking into|broke in|broke into|broken in|broken into|burrowed|carried out|committed|crept in|crept into|"
    "dated back|dated from|dated to|dates back|dates from|dates to|dating back|dating from|dating to|enter|"
    "entered|entering|existed|first compromised|forced its way|forced their way|gain access|gained access|"
    "gaining access|get in|get into|goes back|got in|got inside|got into|hacked|had access|happened|"
    "has been active|infiltrated|inside|installed|lasted|launched|logged in|logged into|occurred|penetrated|"
    "perpetrated|planted|ran from|run from|runs from|sat|slipped in|slipped into|started|starting|stretched|"
    "stretches|stretching|strike|strikes|struck|taken place|taking place|took place|traced back|traced it back|"
    "traces back|traces it back|tracing back|tracing it back|under way|underway|unleashed|went back"
)
_EFFECT = (
    "affected|at a halt|attacked|besieged|besieging|blank|blocked|bombarded|broke down|brought down|by hand|"
    "came under|canceled|cancelled|caught|clogged|closed|come under|compromised|copied|could not|crashed|"
    "crippled|cripples|crippling|cut off|damaged|dark|defaced|destroyed|disappeared|disconnected|displayed|"
    "disrupted|disrupting|disrupts|drained|dripping|dumped|emptied|encrypted|erased|exploited|exploiting|"
    "exfiltrated|hijacked|sabotaged|deleted|overwrote|overwritten|rendered|ransacked|plundered|carried off|"
    "failed|fallen victim|fell victim|first affected|first targeted|flooded|foiled|froze|frozen|gave out|"
    "go offline|goes dark|going dark|going offline|gone dark|gone offline|grounded|gutted|had taken|halted|hit|"
    "hits|inaccessible|infected|intercepted|jammed|knocked|leaked|locked|locked out|locked up|looted|losing|"
    "lost|made off|mailed|no longer|offline|on paper|out of action|overloaded|paralysed|paralyses|paralysing|"
    "paralyzed|paralyzing|phished|posted|pulled the plug|raided|rifled|robbed|scrambled|scrapped|seized up|"
    "showed|shut|siphoned|spread|spreading|standstill|stealing|stole|stolen|stood still|stop production|"
    "stopped|suffered|swamped|switched off|taken|taken down|taken offline|taken over|tamper|tampered|tampering|"
    "targeted|targeting|thwarted|took control|took down|took most|took offline|took over|transferred|unable to|"
    "unavailable|unplug|unplugged|unreachable|used|vandalised|vandalized|vanished|was affected|was attacked|"
    "was compromised|was targeted|went black|went blank|went dark|went down|went haywire|went offline|went out|"
    "went silent|were affected|were attacked|were compromised|were targeted|wiped|wiping|withdrawn"
)
_NOUNS = (
    "assault|assaults|attack|attacks|attempt|attempts|barrage|blackout|blackouts|breach|breaches|break-in|"
    "break-ins|campaign|campaigns|collapse|compromise|compromises|cyber-attack|cyber-attacks|cyberassault|"
    "cyberassaults|cyberattack|cyberattacks|defacement|defacements|dump|events|flood|floods|hack|hacking|"
    "hacks|heist|heists|incident|incidents|incursion|incursions|infection|infections|intrusion|intrusions|"
    "leak|leaks|offensive|offensives|operation|operations|outage|outages|outbreak|outbreaks|raid|raids|"
    "robberies|robbery|sabotage|shutdown|siege|stoppage|stoppages|strike|strikes|theft|thefts|wave|waves"
)
_KINDS = (("said", _SAID), ("found", _FOUND), ("told", _TOLD), ("entry", _ENTRY), ("effect", _EFFECT), ("noun", _NOUNS))
KINDS = tuple(kind for kind, _ in _KINDS)
"""What was said, found or told, what began, what was done, and deeds as nouns."""
_WITH_OBJECT = frozenset({"said", "found", "told"})
_WITHIN = 60
"""Characters between a deed and a date that belongs to it, at most."""
_NO_DEED_BEFORE = re.compile(r"(?:presidential|election) $")
_NO_DEED_AFTER = re.compile(r"['’]s\b| (?:chair|manager|staff|headquarters|team|promise|to)\b")
_OBJECT = re.compile(rf" (?:the|an?|its|this|that) (?:[\w-]+ )?(?:{_NOUNS})(?!\w)")
_DESCRIBES = re.compile(
    r"(?:['’]s?)? (?:(?!(?:that|the|in|on|of|at|an?|when|as|to|and|its|by|for|with|from|after|over)\b)[\w’'-]+ ){0,3}?"
    r"(?:cyber[- ]?)?"
)
"""What may stand between a date and the deed that it describes: "the July attack", "Tuesday's ransomware attack"."""
_IS_OF = re.compile(
    r",?(?: (?:of|on|in|during|from|since|that began|which began|early|late))*(?: the)?(?: (?:night|evening|morning|"
    r"end|middle|early hours|summer|spring|autumn) of)?(?: early| late| about| around)? ?(?:mid-)?"
)
"""What may stand between a deed and its date: "the attack on the night of July 15"."""
CLAUSE = re.compile(r"[;:—(]|,(?! (?:its?|and|the|their)\b)| (?:but|after|when|while|who|which|before|saying|adding) ")
AGAIN = re.compile(
    r"\b(?:second wave|again|another|previous|earlier|past|similar|unrelated|no|not|never|without)\b[^,;]{0,30}$", re.IGNORECASE
)
SUPERLATIVE = re.compile(r"\b(?:first|worst|biggest|largest|most|only)\b[^,;]{0,60}$", re.IGNORECASE)
LAWFUL = re.compile(r"\b(?:FBI|F\.B\.I\.|police|court|prosecutors|agents|authorities|investigators|Europol)\b[^,;]{0,12}$")
LAWFUL_DOING = re.compile(
    r"\b(?:led|authori[sz]ed|run|ordered|carried out|mounted) by (?:the )?(?:FBI|F\.B\.I\.|police|court|a federal|"
    r"federal|Europol)\b"
)
OF_SOMETHING_ELSE = re.compile(
    r"^(?:['’]s)? (?:[\w-]+ )?(?:election|vote|summit|conference|war|invasion|games|meeting|report|protests|deadline|talks|"
    r"treaty|visit|referendum)\b"
)
HOUR_BEFORE = re.compile(r"\b(?:night|evening|morning|hours|afternoon) of (?:\w+ )?$")
HOUR_AFTER = re.compile(r"^ (?:night|morning|evening|afternoon)\b")
PART = re.compile(r"\b(?:late|early|mid|middle of|end of|beginning of)[ -](?:the )?$")
INEXACT = re.compile(r"\b(?:more|less) than $|\b(?:nearly|almost|over) $")
EVE = re.compile(r"^, the day before\b")
"""A day that is only said to be the one before what matters."""


class Cue(NamedTuple):
    """A word that may say what happened on a date, at its place."""

    start: int
    end: int
    kind: str


@cache
def _automaton() -> tuple[AhoCorasick, tuple[str, ...]]:
    """All words, and the kind of each."""
    kinds = {word: kind for kind, words in reversed(_KINDS) for word in words.split("|")}
    return AhoCorasick(list(kinds), implementation=Implementation.DFA), tuple(kinds.values())


def _bounded(text: str, start: int, end: int) -> bool:
    return not (start and text[start - 1].isalnum()) and not text[end : end + 1].isalnum()


def cues(text: str) -> list[Cue]:
    """The words of a sentence, in lower case, that may say what happened; none overlaps, the longer wins. What was said, found
    or told keeps its object: "reported the breach" is no breach."""
    automaton, kinds = _automaton()
    matches = automaton.find_matches_as_indexes(text, overlapping=True)
    bounded = sorted((start, -end, word) for word, start, end in matches if _bounded(text, start, end))
    found: list[Cue] = []
    last = 0
    for start, minus_end, word in bounded:
        kind, end = kinds[word], -minus_end
        if start < last or (kind == "noun" and _is_no_deed(text, start, end)):
            continue
        if kind in _WITH_OBJECT and (taken := _OBJECT.match(text, end)):
            end = taken.end()
        found.append(Cue(start, end, kind))
        last = end
    return found


def _is_no_deed(text: str, start: int, end: int) -> bool:
    return bool(_NO_DEED_BEFORE.search(text[max(0, start - 14) : start]) or _NO_DEED_AFTER.match(text, end))


def describes(text: str, end: int, beside: Sequence[Cue]) -> bool:
    """Whether the date at these places describes a deed: "the July attack"."""
    near = (cue for cue in beside if cue.kind == "noun" and 0 <= cue.start - end < _WITHIN)
    return any(_DESCRIBES.fullmatch(text, end, cue.start) for cue in near)


def is_of(text: str, start: int, beside: Sequence[Cue]) -> bool:
    """Whether a deed directly before the date is of it: "the attack on July 15"."""
    near = (cue for cue in beside if cue.kind == "noun" and 0 <= start - cue.end < _WITHIN)
    return any(_IS_OF.fullmatch(text, cue.end, start) for cue in near)
