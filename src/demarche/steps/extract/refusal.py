"""Refusals to attribute: who names nobody, cannot say, will not guess, or has no attribution to give."""

from __future__ import annotations

import re

from demarche.model.claim import UNKNOWN, AttributionValue, Claim
from demarche.model.vocabulary.attribution import Basis, Stance
from demarche.steps.extract.origins import Voice
from demarche.steps.extract.positions import CULPRIT, DOERS, POWER, WORD, Line, Positions, either

_CUES = frozenset(
    "declined declines declining decline refused refuses refusing refrained refrain refrains refraining stopped stops stop stopping "
    "shied held avoided avoiding avoids reluctant reluctance unwilling careful cautious pains failed fails without chose t cannot "
    "never nor neither not unable early soon premature impossible difficult hard no nobody nothing silent silence open anyone anybody "
    "mum coy rather undecided".split()
)
# What a refusal is about.
_WHO = (
    r"(?:by |on |about |for )?(?:who|whom|whose)\b(?! (?:was|were|had been|has been|is|are|might be|may be) "
    r"(?:affected|hit|targeted|hurt|the targets?|victims)| (?:would|will|to) )"
)
_SORT = (
    r"(?:countr(?:y|ies)|states?|nations?|groups?|gangs?|governments?|services?|agenc(?:y|ies)|powers?|actors?|organi[sz]ations?|"
    r"hackers|adversar(?:y|ies))"
)
_WHICH = rf"which (?:[a-z-]+ ){{0,2}}?(?:{_SORT}|{CULPRIT})"
_GUILTY = rf"(?:state|government|foreign|behind|responsible|responsibility|involved|involvement|culprit|perpetrators?|{POWER})"
_WHETHER = rf"(?:it was {POWER}|(?:whether|if|that)(?:{WORD}){{0,9}}? {_GUILTY})"
_DETERMINERS = (
    r"(?:(?:the|any|a|an|its|his|their|those|that|this|possible|potential|suspected|alleged|ultimate|actual|real|exact|likely|"
    r"particular|specific|single|other|foreign|named|known|previously|tracked|existing|public) )*"
)
_CULPRITS = (
    rf"{_DETERMINERS}(?:(?:attackers?|culprits?|perpetrators?|suspects?|hackers?|intruders?|authors?|sources?|origins?|originator|"
    r"identity|identities|tormentors?|assailants?|masterminds?|organi[sz]ers|country|countries|nation|state|government|group|actor|"
    rf"adversary|anyone|anybody|someone|them)\b|{CULPRIT})(?! (?:agenc|compan|customers|victims|websites|systems|data\b|department|"
    r"institution|employees|secrets|networks)|'s?)"
)
_BEHIND = (
    r"(?:(?:those|people|person|party|parties|hands?|individuals|entity|entities) (?:who (?:was|were) )?(?:behind|responsible)|"
    r"where (?:it|the|this)(?: [a-z-]+){0,3} (?:came|come|originated|had come|comes))"
)
_TOPIC = rf"(?:{_WHO}|{_WHICH}|{_WHETHER}|{_CULPRITS}|{_BEHIND}|attribution|blame|responsib|one\b)"
# What is not done: verbs that need such an object, and verbs that attribute of themselves.
_TELL = either(
    *"nam(?:e|ed|ing) identif(?:y|ied|ying) specif(?:y|ied|ying) sa(?:y|id|ying) tell told know knew known determin(?:e|ed|ing) certain".split(),
    *"establish(?:ed|ing)? reveal(?:ed|ing)? disclos(?:e|ed|ing) confirm(?:ed|ing)? discuss(?:ed|ing)? conclud(?:e|ed) judge sure".split(),
    *"guess(?:ed|ing)? speculat(?:e|ed|ing) ascertain(?:ed)? mention(?:ed|ing)? indicat(?:e|ed|ing) offer(?:ed|ing)? clear".split(),
    *"pinpoint(?:ed)? provide(?:d)? link(?:ed)? ti(?:e|ed) connect(?:ed)? trace(?:d)? assert(?:ed)? claim(?:ed)? suggest(?:ed)?".split(),
    r"comment(?:ed|ing)? on", "spell(?:ed)? out", "drawn on", r"elaborat(?:e|ed|ing) on", r"point(?:ed|ing)? (?:to|at)", "go into",
    "pin down", "single(?:d)? out", "shed light on",
)  # fmt: skip
_ATTRIBUTE = either(
    r"attribut(?:e|ed|ing)", r"blam(?:e|ed|ing)", r"accus(?:e|ed|ing)", r"ascrib(?:e|ed|ing)", r"call(?:ed|ing)? out",
    r"speculat(?:e|ed|ing)", "guess", "guessing", "attribution", "say so", "name names", "naming names", "follow\\b(?=[ .]*$)",
    r"point(?:ed|ing)? (?:the |a |any |its |his )?(?:accusing )?fingers?", r"point(?:ed|ing)? at anyone",
    r"assign(?:ed|ing)? (?:any )?(?:blame|responsibility|guilt)", "apportion(?:ing)? blame", "lay(?:ing)? (?:the )?blame",
    r"(?:make|made|making|offer|give|given|providing|provide|doing|do) (?:an |any |a )?(?:[a-z]+ ){0,2}attribution",
    "commit(?:ted)? (?:itself|himself|herself|themselves)", "add to the attribution", "discuss(?:ing)? suspects",
)  # fmt: skip
_REFUSING = either(
    r"declin(?:e|es|ed|ing) to", r"refus(?:e|es|ed|ing) to", r"refrain(?:s|ed|ing)? from", r"avoid(?:s|ed|ing)?", "would rather not",
    r"stop(?:s|ped|ping)? (?:well |just )?short of", "shied away from", "shying away from", r"h(?:eld|olds?|olding) back from",
    "reluctan(?:t|ce) to", r"unwilling(?:ness)? to", r"careful (?:not to|to avoid)", "cautious not to", "at pains not to",
    r"fail(?:s|ed|ing)? to", "without", "chose not to", r"prefer(?:s|red)? not to", r"hesita(?:nt|tes|ted) to",
)  # fmt: skip
_UNABLE = either(
    r"unable to", r"not (?:yet )?(?:been )?(?:able|possible|ready|prepared|willing|going|in a position) to", "impossible to",
    "too (?:early|soon) to", "premature to", "not for (?:it|him|her|us|them) to", "(?:hard|difficult) to", "(?:has|have|had) yet to",
    "no way (?:of|to)", "in no position to",
)  # fmt: skip
_AUXILIARY = r"(?:did|does|do|would|could|can|will|has|have|had|is|are|was|were)"
_NOT = rf"(?:{_AUXILIARY} (?:not|never)|[a-z]+n't|cannot|never|nor {_AUXILIARY}|neither|not)"
_NOBODY = (
    r"(?:no(?:-| )?one|nobody|no (?:[a-z]+ ){0,2}?(?:names?|country|state|nation|culprits?|suspects?|perpetrators?|group|government|"
    r"attribution|author))\b"
)
_NAMING = either(
    r"nam(?:e|es|ed|ing)", r"blam(?:e|es|ed|ing)", r"accus(?:e|es|ed|ing)", r"identif(?:y|ied|ying)", r"singl(?:ed|ing) out",
    r"attribut(?:e|es|ed|ing)(?: [a-z]+){1,3} to", r"offer(?:s|ed|ing)?", "gave", "giv(?:es|ing)", r"mention(?:s|ed)?", "produc(?:es|ed)",
    r"point(?:s|ed|ing)?(?: the| a)? fingers? at", r"pin(?:s|ned)?(?: [a-z]+){1,3} on",
)  # fmt: skip
_KNOWLEDGE = r"(?:information|knowledge|idea|clues?|hint|indication|evidence|theory|view|opinion|word|comment|details?|certainty|mention)"
_HARD = r"(?:difficult|hard|never|complex|complicated|tricky|premature|not|too|time|challenging|impossible|elusive|messy)"
_PATTERNS = (
    re.compile(rf" {_REFUSING}(?:{WORD}){{0,4}}? (?:{_ATTRIBUTE}|{_TELL}(?:{WORD}){{0,4}}? {_TOPIC})"),
    re.compile(rf" {_UNABLE}(?:{WORD}){{0,5}}? (?:{_ATTRIBUTE}|{_TELL}(?:{WORD}){{0,4}}? {_TOPIC})"),
    re.compile(rf" {_NOT}(?:{WORD}){{0,3}}? (?:{_ATTRIBUTE}|{_TELL}(?:{WORD}){{0,5}}? {_TOPIC})"),
    re.compile(rf" {_NAMING} {_NOBODY}"),
    re.compile(
        rf" (?:(?:no|little) (?:[a-z]+ ){{0,2}}?{_KNOWLEDGE}|nothing) (?:of|on|about|as to|to indicate|pointing to) (?:[a-z]+ )?"
        rf"(?:{_WHO}|{_WHICH}|{_BEHIND}|{_DETERMINERS}(?:identity|culprits?|perpetrators?|authors?|organi[sz]ers|origins?|source)\b)"
    ),
    re.compile(r" no (?:[a-z]+ ){0,2}?attribution(?: (?:yet|so far|to (?:offer|make|give|share)|at (?:this|that)|has been|had been)|[ ,.;])"),
    re.compile(rf" attribution(?: [a-z]+){{0,3}}? (?:is|was|remains?|remained|would be|can be|takes?|will take)(?: [a-z]+){{0,2}}? {_HARD}\b"),
    re.compile(
        rf" (?:silen(?:t|ce)|mum|coy|nothing|open mind|no comment|undecided|not be drawn)(?: (?:on|about|as to|to say))?(?:{WORD}){{0,4}}? "
        rf"(?:{_WHO}|{_WHICH}|whether|identity|culprits?|perpetrators?|attribution|origins?|government)"
    ),
    re.compile(
        rf" (?:no|not any) (?:[a-z]+ ){{0,2}}?(?:association|links?|overlaps?|connection|ties)(?:{WORD}){{0,10}}? "
        rf"(?:any|known|named) (?:[a-z]+ ){{0,3}}?(?:group|actor|{CULPRIT})"
    ),
    re.compile(r" could (?:just as (?:well|easily) )?(?:have been|be) (?:[a-z]+ )?(?:anyone|anybody)\b"),
)  # fmt: skip
# "By whom she did not say", "On who did it the report is silent", "What it cannot say is who they are".
_QUESTION = either(
    r"by whom", rf"who(?:m|se)?(?:,| (?:did|was|were|is|had|stood|ordered|lay|gave|sent|{POWER}))", rf"which (?:[a-z]+ )?{_SORT}",
    rf"whether[^.;,]{{0,50}} (?:state|government|order|behind|responsible|involved|{POWER})", "where (?:it|the)",
    r"on (?:who|whom|whether|which|whose|the (?:[a-z]+ of )?(?:identity|question|origin|culprits?|perpetrators?))",
)  # fmt: skip
_UNANSWERED = either(
    rf"(?:{_AUXILIARY} not|[a-z]+n't|cannot|never)(?: (?:yet|be|been))*(?: (?:in a position to))? (?:say|said|specify|specified|disclose|tell|"
    r"know|judge|reveal|answer|drawn|elaborate|comment|speculate|guess)",
    r"(?:declin|refus)(?:es|ed) to (?:say|specify|disclose|tell|reveal|answer|be drawn|elaborate|comment|speculate|guess)",
    r"(?:is|are|was|were|remain(?:s|ed)|stay(?:s|ed)) silent", r"(?:says?|said) nothing", r"(?:prefers?|kept|keeps?)(?: to keep)? an open mind",
)  # fmt: skip
_AFTERWARDS = re.compile(rf"(?:^|[;:]| and| but),? {_QUESTION}[^.;]{{0,110}}? (?P<verb>{_UNANSWERED})\b")
_WHAT = re.compile(
    r" what [^.;]{1,60}? (?P<verb>(?:cannot|could not|can't|couldn't|does not|did not|doesn't|didn't|will not|would not|won't) (?:yet )?"
    r"(?:say|tell|contain|establish|reveal|determine|know|explain|offer))[^.;]{0,60}? (?:is|was) (?:any |a )?(?:[a-z]+ of )?"
    r"(?:who|whom|where|whether|which)\b"
)
_OTHERS_NAMED = re.compile(
    r" (?:be|being) (?:named|identified|quoted)|(?:name|naming|identify|identifying)(?: (?:the|any|its|their|those|which|affected|[a-z]+))* "
    r"(?:victims?|customers|companies|clients|employees|agencies|patients)|"
    r"(?:name|naming|identify) the (?:official|company|bank|firm|agency|hospital|school)|on condition of"
)


class Refusals:
    """Refusals to attribute in one report. An accused state that will not comment refuses nothing."""

    def __init__(self, positions: Positions) -> None:
        self._positions = positions

    def claims(self, line: Line) -> list[Claim]:
        """The refusals of a sentence, one for each party that refuses."""
        if line.words.isdisjoint(_CUES):
            return []
        return [self._refusal(line, voice) for voice in self._voices(line) if self._may_refuse(voice)]

    def _voices(self, line: Line) -> list[Voice]:
        for pattern in _PATTERNS:
            for found in pattern.finditer(line.text):
                if _OTHERS_NAMED.search(line.text[found.start() : found.end() + 25]):
                    continue
                voices = self._positions.holders(line, found.start(), found.end())
                if voices:
                    return voices
        for pattern in (_WHAT, _AFTERWARDS):
            found_late = pattern.search(line.text)
            if found_late:
                return self._positions.holders(line, found_late.start("verb") - 1, found_late.end())
        return []

    def _may_refuse(self, voice: Voice) -> bool:
        main = self._positions.main
        return voice.kind not in DOERS and not (main is not None and main.country and voice.party.country == main.country)

    def _refusal(self, line: Line, voice: Voice) -> Claim:
        settled = self._positions.settled(voice, line.sentence)
        value = AttributionValue(UNKNOWN, Basis.POLITICAL_STATEMENT)
        return self._positions.reading.claim(
            line.sentence, value, settled.party, Stance.DECLINES_TO_ATTRIBUTE, relayed_by=voice.relayed_by, score=0.7
        )
