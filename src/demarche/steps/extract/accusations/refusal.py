"""Refusals to attribute: who names nobody, cannot say, will not guess, or has no attribution to give."""

from __future__ import annotations

import re
from dataclasses import replace

from demarche.model.claim import UNKNOWN, AttributionValue, Claim
from demarche.model.vocabulary.attribution import Basis, Stance
from demarche.steps.extract.accusations.origins import Voice
from demarche.steps.extract.accusations.positions import CULPRIT, DOERS, POWER, WORD, Line, Positions
from demarche.steps.extract.accusations.subjects import SPEAKER

# What a refusal is about.
_WHO = (
    r"(?:by |on |about |for )?(?:who|whom|whose)\b(?! (?:was|were|had been|has been|is|are|might be|"
    r"may be) (?:affected|hit|targeted|hurt|the targets?|victims)| (?:would|will|to) )"
)
_SORT = (
    r"(?:countr(?:y|ies)|states?|nations?|groups?|gangs?|governments?|services?|agenc(?:y|ies)|powers?|actors?|"
    r"organi[sz]ations?|hackers|adversar(?:y|ies))"
)
_WHICH = rf"which (?:[a-z-]+ ){{0,2}}?(?:{_SORT}|{CULPRIT})"
_GUILTY = rf"(?:state|government|foreign|behind|responsible|responsibility|culprit|perpetrators?|{POWER})"
_WHETHER = rf"(?:(?:whether|if|that) it was {POWER}|(?:whether|if|that)(?:{WORD}){{0,9}}? {_GUILTY})"
_DETERMINERS = (
    r"(?:(?:the|any|a|an|its|his|their|those|that|this|possible|potential|suspected|alleged|ultimate|actual|real|"
    r"exact|likely|particular|specific|single|other|foreign|named|known|previously|tracked|existing|public) )*"
)
_CULPRITS = (
    rf"{_DETERMINERS}(?:(?:attackers?|culprits?|perpetrators?|suspects?|hackers?|intruders?|authors?|sources?|"
    r"origins?|originator|identity|identities|tormentors?|assailants?|masterminds?|organi[sz]ers|country|countries|"
    rf"nation|state|government|group|actor|adversary|anyone|anybody|someone)\b|{CULPRIT})(?! (?:agenc|compan|"
    r"customers|victims|websites|systems|data\b|department|institution|employees|secrets|networks|exploit|obtain|"
    r"us(?:e|ed)\b|attacked|have|had|stole|got|gained|access)|'s?)"
)
_BEHIND = (
    r"(?:(?:those|people|person|party|parties|hands?|individuals|entity|entities) (?:who (?:was|were) )?(?:behind|"
    r"responsible)|where (?:it|the|this)(?: [a-z-]+){0,3} (?:came|come|originated|had come|comes))"
)
_STEP = r"(?:,? +(?!(?:how|what|when|why|if|whether|that|to|some|because|so) )[^\s,.;:]+)"
_QUESTIONED = rf"(?:{_WHO}|{_WHICH}|{_WHETHER}|{_BEHIND})"
_NAMED = rf"(?:{_CULPRITS}|attribution|blame|responsib)"
_SUBJECT = rf"(?:(?: [^\s,.;:]+(?:,(?= (?:or|nor) ))?){{0,6}}? {_QUESTIONED}|{_STEP}{{0,4}}? {_NAMED})"
# What is not done: verbs that need such an object, and verbs that attribute of themselves; each as an infinitive, a participle
# and a gerund.
_TELL = (
    r"(?:name|identify|specify|say|tell|know|determine|establish|reveal|disclose|confirm|discuss|conclude|judge|"
    r"guess|ascertain|mention|indicate|offer|pinpoint|provide|assert|claim|suggest|comment on|spell out|be drawn on|"
    r"elaborate on|point (?:to|at)|go into|pin down|single out|shed light on)"
)
_TOLD = (
    r"(?:named|identified|specified|said|told|known|determined|established|revealed|disclosed|confirmed|discussed|"
    r"concluded|ascertained|mentioned|indicated|offered|pinpointed|provided|asserted|claimed|suggested|commented on|"
    r"spelled out|pointed (?:to|at)|singled out)"
)
_TELLING = (
    r"(?:naming|identifying|specifying|saying|telling|knowing|determining|establishing|revealing|disclosing|"
    r"confirming|discussing|concluding|commenting on|pointing (?:to|at)|singling out|elaborating on)"
)
_ON_IT = (
    r"(?=(?: further)? ?[.,;]| (?:on|about|as to|over|at) (?:who|whom|whether|an author|attribution|responsib|"
    r"culprits|suspects|(?:the |possible )*(?:identity|subject|matter|source|origin|perpetrators?|culprits?|"
    r"attackers?|suspects?)))"
)
_ATTRIBUTE = (
    rf"(?:attribute|blame|accuse|ascribe|call out|speculate{_ON_IT}|guess{_ON_IT}|say so|name (?:names|them|one\b|"
    r"any\b)|specify one|follow(?=[ .]*$)|point (?:the |a |any |its |his )?(?:accusing )?fingers?|point at anyone|"
    r"assign (?:any )?(?:blame|responsibility|guilt)|apportion blame|lay (?:the )?blame|(?:make|offer|give|provide|"
    r"do) (?:an |any |a )?(?:[a-z]+ ){0,2}attribution|discuss suspects|commit (?:itself|himself|herself|"
    rf"themselves)|add to the attribution|(?:tie|link|connect|trace)(?:{WORD}){{0,4}}? (?:to|with) {_CULPRITS})"
)
_ATTRIBUTED = (
    r"(?:attributed|blamed|accused|ascribed|called out|speculated|pointed (?:the |a |any |its |"
    r"his )?(?:accusing )?fingers?|assigned (?:any )?(?:blame|responsibility|guilt)|laid (?:the )?blame|(?:made|"
    r"offered|given|provided) (?:an |any |a )?(?:[a-z]+ ){0,2}attribution|committed (?:itself|himself|herself|"
    rf"themselves)|(?:tied|linked|connected|traced)(?:{WORD}){{0,4}}? (?:to|with) {_CULPRITS})"
)
_ATTRIBUTING = (
    rf"(?:attributing|blaming|accusing|ascribing|calling out|speculating{_ON_IT}|guessing|naming names|"
    r"pointing (?:the |a |any |its |his )?(?:accusing )?fingers?|pointing at anyone|assigning (?:any )?(?:blame|"
    r"responsibility|guilt)|apportioning blame|laying (?:the )?blame|(?:making|offering|giving|providing|"
    r"doing) (?:an |any |a )?(?:[a-z]+ ){0,2}attribution|discussing suspects)"
)
_REFUSING = (
    r"(?:(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|reluctan(?:t|ce)|unwilling(?:ness)?|fail(?:s|ed|ing)?|"
    r"hesita(?:nt|tes|ted)|careful not|cautious not|at pains not|chose not|prefer(?:s|red)? not) to|"
    r"would rather not)"
)
_SHUNNING = (
    r"(?:refrain(?:s|ed|ing)? from|avoid(?:s|ed|ing)?|stop(?:s|ped|ping)? (?:well |just )?short of|sh(?:ied|"
    r"ying) away from|h(?:eld|olds?|olding) back from|careful to avoid|without|wary of|steer(?:ed|s)? clear of)"
)
_UNABLE = (
    r"(?:unable to|not (?:yet )?(?:been )?(?:able|possible|ready|prepared|willing|going|in a position) to|"
    r"impossible to|in no position to|too (?:early|soon) to|premature to|not for (?:it|him|her|us|them) to|(?:hard|"
    r"difficult) to|(?:has|have|had) yet to|no way to)"
)
_DO_NOT = (
    r"(?:(?:did|does|do|would|could|can|will) (?:not|never)|[a-z]+n't|cannot|never|nor (?:did|does|do|would|could|"
    r"can|will))"
)
_HAVE_NOT = r"(?:(?:has|have|had) (?:not|never|yet to)|(?:has|have|had)n't|never|nor (?:has|have|had)|neither)"
_BE_NOT = r"(?:(?:is|are|was|were) (?:not|never)|(?:is|are|was|were)n't|not)"
_SOFTLY = r"(?: [a-z]+){0,3}?"
_NOBODY = (
    r"(?:no(?:-| )?one|nobody|no (?:[a-z]+ ){0,2}?(?:names?|country|state|nation|culprits?|suspects?|perpetrators?|"
    r"group|government|attribution|author))\b"
)
_NAMING = (
    r"(?:nam(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|identif(?:y|ied|ying)|singl(?:ed|ing) out|"
    r"offer(?:s|ed|ing)?|gave|giv(?:es|ing)|attribut(?:e|es|ed|ing)(?: [a-z]+){1,3} to|mention(?:s|ed)?|produc(?:es|"
    r"ed)|point(?:s|ed|ing)?(?: the| a)? fingers? at|pin(?:s|ned)?(?: [a-z]+){1,3} on)"
)
_KNOWLEDGE = (
    r"(?:information|knowledge|idea|clues?|hint|indication|evidence|theory|view|opinion|word|comment|details?|"
    r"certainty|mention)"
)
_HARD = r"(?:difficult|hard|never|complex|complicated|tricky|premature|not|too|time|challenging|impossible|elusive|messy)"


def _rule(cues: str, pattern: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """A pattern, and words of which a sentence holds at least one where it can match."""
    return frozenset(cues.split()), re.compile(pattern)


_RULES = (
    _rule(
        "declined declines declining decline refused refuses refusing refuse reluctant reluctance unwilling "
        "unwillingness failed fails failing hesitant hesitated hesitates careful cautious pains chose prefer prefers "
        "preferred rather",
        rf" {_REFUSING}{_SOFTLY} (?:{_ATTRIBUTE}|{_TELL}{_SUBJECT})",
    ),
    _rule(
        "refrained refrain refrains refraining avoid avoids avoided avoiding stop stops stopped stopping shied shying "
        "held holds holding careful without wary steer steered steers",
        rf" {_SHUNNING}{_SOFTLY} (?:{_ATTRIBUTING}|{_TELLING}{_SUBJECT})",
    ),
    _rule(
        "unable not impossible early soon premature hard difficult yet no",
        rf" {_UNABLE}{_SOFTLY} (?:{_ATTRIBUTE}|{_TELL}{_SUBJECT})",
    ),
    _rule("not never t cannot nor", rf" (?<! this ){_DO_NOT}{_SOFTLY} (?:{_ATTRIBUTE}|{_TELL}{_SUBJECT})"),
    _rule("not never yet t nor neither", rf" {_HAVE_NOT}{_SOFTLY} (?:{_ATTRIBUTED}|{_TOLD}{_SUBJECT})"),
    _rule(
        "not never t",
        rf" {_BE_NOT}{_SOFTLY} (?:{_ATTRIBUTING}|{_TELLING}{_SUBJECT}|(?:sure|certain|clear|"
        rf"known)(?: [a-z]+)? {_QUESTIONED})",
    ),
    _rule("way", rf" no way of (?:{_ATTRIBUTING}|{_TELLING}{_SUBJECT})"),
    _rule("no nobody", rf" {_NAMING} {_NOBODY}"),
    _rule(
        "no little",
        rf" (?:no|little) (?:[a-z]+ ){{0,2}}?{_KNOWLEDGE} (?:(?:of|on|about|as to|to indicate|"
        rf"pointing to) )?(?:[a-z]+ )?(?:{_WHO}|{_WHICH}|{_BEHIND}|{_DETERMINERS}(?:identity|culprits?|perpetrators?|"
        r"authors?|organi[sz]ers|origins?|source)\b)",
    ),
    _rule(
        "no",
        r" no (?:[a-z]+ ){0,2}?attribution(?: (?:yet|so far|to (?:offer|make|give|share)|at (?:this|that)|has been|"
        r"had been)|[ ,.;])",
    ),
    _rule(
        "attribution",
        r" attribution(?: [a-z]+){0,3}? (?:is|was|remains?|remained|would be|can be|takes?|"
        rf"will take)(?: [a-z]+){{0,2}}? {_HARD}\b",
    ),
    _rule(
        "silent silence mum coy nothing open comment undecided drawn",
        r" (?:silen(?:t|ce)|mum|coy|sa(?:ys?|id) nothing|open mind|no comment|undecided|not be drawn)(?: (?:on|about|"
        rf"as to))?(?:{WORD}){{0,4}}? (?:{_WHO}|{_WHICH}|whether|identity|culprits?|perpetrators?|attribution|origins?|"
        r"government)",
    ),
    _rule(
        "no any",
        rf" (?:no|not any) (?:[a-z]+ ){{0,2}}?(?:association|links?|overlaps?|connection|ties)(?:{WORD}){{0,10}}? (?:any|"
        rf"known|named) (?:[a-z]+ ){{0,3}}?(?:group|actor|{CULPRIT})",
    ),
    _rule("unclear unknown mystery", rf" (?:unclear|unknown|a mystery)(?:{WORD}){{0,6}}? {_QUESTIONED}"),
    _rule("anyone anybody", r" could (?:just as (?:well|easily) )?(?:have been|be) (?:[a-z]+ )?(?:anyone|anybody)\b"),
)
CUES = frozenset().union(*(cues for cues, _ in _RULES))
# "By whom she did not say", "On who did it the report is silent", "What it cannot say is who they are".
_AUX = r"(?:did|does|do|would|could|can|will|has|have|had|is|are|was|were)"
_QUESTION = (
    rf"(?:by whom|who(?:m|se)?(?:,| (?:did|was|were|is|had|stood|ordered|lay|gave|sent|{POWER}))|"
    rf"which (?:[a-z]+ )?{_SORT}|whether[^.;,]{{0,50}} (?:state|government|order|behind|responsible|involved|"
    rf"{POWER})|where (?:it|the)|on (?:who|whom|whether|which|whose|the (?:[a-z]+ of )?(?:identity|question|origin|"
    r"culprits?|perpetrators?)))"
)
_UNANSWERED = (
    rf"(?:(?:{_AUX} not|[a-z]+n't|cannot|never)(?: (?:yet|be|been))*(?: (?:in a position to))? (?:say|said|specify|"
    r"specified|disclose|tell|know|judge|reveal|answer|drawn|elaborate|comment|speculate|guess)|(?:declin|"
    r"refus)(?:es|ed) to (?:say|specify|disclose|tell|reveal|answer|be drawn|elaborate|comment|speculate|guess)|"
    r"(?:is|are|was|were|remain(?:s|ed)|stay(?:s|ed)) silent|(?:says?|said) nothing|(?:prefers?|kept|"
    r"keeps?)(?: to keep)? an open mind)"
)
_AFTERWARDS = re.compile(rf"(?:^|[;:]| and| but),? {_QUESTION}[^.;]{{0,110}}? (?P<verb>{_UNANSWERED})\b")
_WHAT = re.compile(
    r" what [^.;]{1,60}? (?P<verb>(?:cannot|could not|can't|couldn't|does not|did not|doesn't|didn't|will not|"
    r"would not|won't) (?:yet )?(?:say|tell|contain|establish|reveal|determine|know|explain|"
    r"offer))[^.;]{0,60}? (?:is|was) (?:any |a )?(?:[a-z]+ of )?(?:who|whom|where|whether|which)\b"
)
_ABOUT = re.compile(
    r" (?:who|which|whether|if|where|that it|identit|attribut|blam|accus|ascrib|call|culprit|perpetrator|suspect|"
    r"hacker|attacker|intruder|author|source|origin|tormentor|assailant|mastermind|organi|countr|nation|state|"
    r"government|group|actor|adversary|nor |any|someone|no(?:-| )?one|nobody|no|specul|guess|follow|finger|name|"
    rf"responsib|behind|commit|{CULPRIT})"
)
_OTHERS_NAMED = re.compile(
    r" (?:be|being) (?:named|identified|quoted)|(?:name|naming|identify|identifying)(?: (?:the|any|its|their|those|"
    r"which|affected|[a-z]+))* (?:victims?|customers|companies|clients|employees|agencies|patients)|(?:name|naming|"
    r"identify) the (?:official|company|bank|firm|agency|hospital|school)|on condition of"
)


_NEITHER = re.compile(
    r"^ (?:nor|neither) (?:has|have|had|did|does|do|would|could|can|will|is|"
    rf"are) (?:the )?(?P<one>{SPEAKER})[^,;:]{{0,40}}$"
)
_SO_DID = re.compile(rf"(?: and|,) (?:so|nor|neither) (?:did|has|have|does|would|will) (?:the )?(?P<one>{SPEAKER})")


class Refusals:
    """Refusals to attribute in one report. An accused state that will not comment refuses nothing."""

    def __init__(self, positions: Positions) -> None:
        self._positions = positions
        self._last = -2
        """The number of the last sentence that refused."""

    def claims(self, line: Line) -> list[Claim]:
        """The refusals of a sentence, one for each party that refuses."""
        if line.words.isdisjoint(CUES) or not _ABOUT.search(line.text):
            return []
        after_another = self._last == line.sentence.number - 1
        voices = self._voices(line) or (self._others(line, _NEITHER) if after_another else [])
        made = [self._refusal(line, voice) for voice in voices if self._may_refuse(voice)]
        if made:
            self._last = line.sentence.number
            same = [_of_country(voice, made[0].asserter.country) for voice in self._others(line, _SO_DID)]
            made += [self._refusal(line, voice) for voice in same if self._may_refuse(voice)]
        return made

    def _others(self, line: Line, pattern: re.Pattern[str]) -> list[Voice]:
        """Who does the same: "Nor has the White House.", "and so did the foreign ministry"."""
        found = pattern.search(line.text)
        return [self._positions.speakers.party_at(line.sentence, line.place(found.start("one") - 1))] if found else []

    def _voices(self, line: Line) -> list[Voice]:
        for cues, pattern in _RULES:
            for found in () if line.words.isdisjoint(cues) else pattern.finditer(line.text):
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


def _of_country(voice: Voice, country: str | None) -> Voice:
    """The voice with this country where it has none."""
    return voice if voice.party.country else voice._replace(party=replace(voice.party, country=country))
