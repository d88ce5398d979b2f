"""Doubts about an accusation: experts, companies and officials of other states who question or contradict it."""

from __future__ import annotations

import re

from demarche.model.claim import UNKNOWN, UNSPECIFIED, AttributionValue, Claim, PartyName
from demarche.model.vocabulary.attribution import Basis, Stance
from demarche.steps.extract.accusations.origins import Voice
from demarche.steps.extract.accusations.positions import WORD, Line, Positions
from demarche.steps.extract.accusations.subjects import sayings
from demarche.steps.extract.mentions.tape import Kind, char_class

CUES = frozenset(
    "no not never nothing little without lack scant few nobody none neither t cannot doubt doubts doubted doubting "
    "doubtful sceptical skeptical sceptics skeptics scepticism skepticism unconvinced unpersuaded question "
    "questions questioned questioning caution cautioned cautions warned urged smokescreen smoke flag herring "
    "framed frame framing planted decoy misdirection implausible improbable inconclusive circumstantial nonsense "
    "disputed disputes disputing disagree disagrees disagreed challenged challenges hard difficult wonder wonders "
    "wondered could might anyone anybody somebody discarded discounted dismissed dismisses rejected unproven "
    "excluded ruled contradicted contradicts".split()
)
_TIE = (
    r"(?:behind|responsib[a-z]+|involv[a-z]+|link(?:s|ed|ing)?|connect(?:s|ed|ing|ion)|coordinat[a-z]+|t(?:ie|ies|"
    r"ied|ying)|attribut[a-z]+|work of|sponsor[a-z]*|state|government|culprit|perpetrators?|hand|l(?:ead|eads|"
    r"eading|ed) (?:back )?to|point(?:s|ed|ing)? (?:back )?to|of any)"
)
_BLAMED = char_class(Kind.STATE, Kind.OFFICIAL, Kind.ACTOR, Kind.HACKERS)
_DEMONYM = char_class(Kind.ADJECTIVE)
_TARGET = rf"(?:{_BLAMED}|{_DEMONYM}|{_TIE})"
_PROOF = (
    r"(?:evidence|proof|indications?|traces?|signs?|links?|connection|ties|thread|reason|grounds|basis|nothing|"
    r"suggestion)"
)
_THEORY = (
    r"(?:attribution|accusations?|allegations?|charges?|claims?|conclusions?|findings?|theory|theories|"
    r"hypothes[ie]s|explanation|story|version|account|label|evidence|verdict|narrative|assessment|idea|involvement|"
    r"role|responsibility|possibility)"
)
_FOUND = r"(?:seen|see|sees|found|find|finds|saw|uncovered|come across|discovered|detected|observed|produced|shown)"
_QUERY = (
    r"(?:question(?:s|ed|ing)?|challeng(?:es?|ed|ing)|disput(?:es?|ed|ing)|contest(?:s|ed)?|contradict(?:s|ed|ing)?|"
    r"rebut(?:s|ted)?|pok(?:es?|ed) holes in|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|discount(?:s|ed)?|"
    r"discard(?:s|ed)?)"
)
_DENIED = rf"(?:(?:not|never|n't|hardly)(?:{WORD}){{0,3}}?|(?:nobody|few|no one|none)(?: [a-z]+)?)"
_CREDIT = (
    r"(?:convinced|persuaded?|believe[sd]? (?:a word|him|them|it|that|the|in|this|his|their)|(?:buys?|bought|"
    r"swallow(?:s|ed)?) (?:the|that|this|into)|takes? (?:[a-z]+ )?seriously|credible|accept(?:s|ed)? (?:the|that|"
    r"this))"
)
_GUILT = (
    r"(?:behind|responsible|involved|to blame|the work of|done by|carried out by|directed by|ordered by|"
    r"master-?minded by|orchestrated by|committed by|sponsored by|linked to|believed to be (?:involved|behind)|"
    r"the culprit)"
)
# Phrases that doubt whatever stands beside them.
_STRONG = re.compile(
    " " + rf"(?:doubt(?:s|ed|ing)? (?:that|whether|if|the|{_BLAMED})|(?:doubts|questions)(?: [a-z]+){{0,2}} (?:about|over|"
    r"as to|whether|on) (?:who|whether|the (?:attribution|claim|accus|theory|official))|cast(?:s|"
    r"ing)? (?:[a-z]+ )?doubts? on|call(?:s|ed)? into question|(?:sceptical|skeptical|unconvinced|unpersuaded|"
    rf"scepticism|skepticism)\b|{_DENIED} {_CREDIT}|hard to (?:believe|prove|credit|square)|difficult to (?:believe|"
    rf"prove)|{_QUERY}(?:{WORD}){{0,8}}? (?:{_THEORY}|nonsense)\b|{_THEORY}(?:{WORD}){{0,3}}? (?:discarded|"
    r"discounted|dismissed|rejected|ruled out)|disagree[sd]? with the|wonder(?:s|ed)? aloud (?:whether|if)|"
    r"evidence(?: [a-z]+){0,2}? (?:is |was )?(?:circumstantial|inconclusive|thin|unconvincing)|"
    r"evidence is far from|circumstantial|inconclusive|(?:caution(?:s|ed|ing)?|warn(?:s|ed|ing)?|advis(?:es|"
    rf"ed))(?: [a-z]+){{0,3}}? against(?:{WORD}){{0,4}}? (?:conclusions?|assum[a-z]+|reading|blaming|rushing|"
    r"attribut[a-z]+)|urg(?:es|ed|ing) caution|jump(?:ing)? to (?:the |any )?conclusions?|"
    r"rush(?:ing)? to judge?ment|false(?: |-)flags?|smoke ?screen|red herring|prov(?:e|es|ed) (?:nothing|little))"
)
# Phrases that doubt an accusation only if they speak of one.
_WEAK = (
    re.compile(rf" (?:no|little|scant|not any|never any|without) (?:[a-z]+ ){{0,2}}?{_PROOF}(?:{WORD}){{0,12}}? {_TARGET}"),
    re.compile(
        r" (?:not|never|n't|neither|yet to|no one|"
        rf"nobody)(?:{WORD}){{0,3}}? {_FOUND}(?: [a-z]+){{0,3}}? {_PROOF}(?:{WORD}){{0,8}}? {_TARGET}"
    ),
    re.compile(rf" (?:seen|found|saw|sees|finds|see|was|is|be) nothing(?:{WORD}){{0,6}}? {_TARGET}"),
    re.compile(
        r" (?:not|n't|never|hardly)(?: [a-z]+){0,2} (?:prov(?:e|en|ed)|mean|amount to|constitute|establish|"
        rf"proof)(?:{WORD}){{0,9}}? {_TARGET}"
    ),
    re.compile(
        r" (?:to frame|framed by|been framed|pin (?:it|the blame) on|(?:deliberately |been )planted|inside job|"
        r"anyone could|anybody could|could have been anyone)\b"
    ),
    re.compile(rf" (?:(?:could|might|may) (?:just as (?:well|easily|likely)|equally|as easily)|could be {_BLAMED}, or)"),
    re.compile(
        r" (?:was|were|is|are|had|has|been) (?:not|never|n't)(?: [a-z]+){0,2}?(?: [a-z-]+ (?:attack|operation|"
        rf"hack))? {_GUILT}|n't {_GUILT}"
    ),
    re.compile(
        rf" (?:was|were|is|are) not (?:[a-z]+ ){{0,2}}?{_BLAMED}|not look like the work of|(?:neither|"
        rf"not) the (?:{_BLAMED}|{_DEMONYM})|ruled out (?:[a-z]+ ){{0,3}}?{_TARGET}|excluded (?:[a-z]+ ){{0,2}}?{_BLAMED}"
    ),
    re.compile(rf" no (?:[a-z]+ ){{1,6}}?(?:was|were|had been|has been|is) (?:[a-z]+ )?{_GUILT}"),
)
_TOPIC = re.compile(
    r" (?:attribut|accus|alleg|blam|behind|responsib|culprit|perpetrator|work of|finger|theor|claim|conclusion|"
    r"verdict|label|believed? (?:a word|him|them))"
)
_UNNAMED = re.compile(
    r"(?:^ (?:but |and |yet |still, )?| which | whom )(?:few|others|some|many|nobody|no one|none|most|not everyone|"
    r"not everybody)(?: (?:of (?:them|those)|outside|outsiders|observers|people))* "
)
_NO_DOUBT = re.compile(
    r" (?:no|little|without|beyond|any|leave[a-z]*|left|room for|in no) (?:[a-z]+ )?doubts?\b| no (?:question|secret)"
)
_DATA = re.compile(
    r"(?:evidence|indications?|signs?|proof|reason|suggestion)(?: [a-z]+){0,4}? (?:data|information|customers?|"
    r"personal|accounts?|records|files|funds|money|votes?|ballots?|results|election|misuse|theft|harm|"
    r"exfiltrat[a-z]*|compromis[a-z]*|a connection)\b"
)
_PARTIES = re.compile(char_class(Kind.STATE, Kind.ADJECTIVE, Kind.OFFICIAL, Kind.ACTOR, Kind.HACKERS))
_STAFF = frozenset({"investigators", "experts", "analysts", "specialists", "researchers", "people", "team", "officials"})
_VERB_FIRST = re.compile(r" (?:no|little|scant|nothing|without)\b")
_HAS = re.compile(r" (?:has|have|had|see|sees|saw|seen|find|finds|found)$")
_DOUBTERS = frozenset({Kind.EXPERT, Kind.COMPANY, Kind.ANONYMOUS, Kind.OFFICIAL, Kind.MEDIA, Kind.WORLD})


class Doubts:
    """Doubts in one report."""

    def __init__(self, positions: Positions) -> None:
        self._positions = positions

    def claims(self, line: Line) -> list[Claim]:
        """The doubts of a sentence, one for each party that doubts."""
        if line.words.isdisjoint(CUES) or _DATA.search(line.text) or _NO_DOUBT.search(line.text):
            return []
        patterns = self._patterns(line)
        for pattern in patterns:
            found = pattern.search(line.text)
            if found:
                made = [self._doubt(line, voice) for voice in self._voices(line, found) if self._may_doubt(voice)]
                if made:
                    return made
        return []

    def _patterns(self, line: Line) -> tuple[re.Pattern[str], ...]:
        """What may be a doubt here: weak words where the sentence names somebody accused, strong ones also of "the theory"."""
        main = self._positions.main
        countries = self._positions.accused | {main.country if main and main.country else ""} - {""}
        mentions = self._positions.reading.tape.mentions
        for char in _PARTIES.findall(line.text):
            named = mentions[char]
            if named.kind in {Kind.ACTOR, Kind.HACKERS} or not countries or named.party.country in countries:
                return (_STRONG, *_WEAK)
        return (_STRONG,) if main or countries or _TOPIC.search(line.text) else ()

    def _voices(self, line: Line, found: re.Match[str]) -> list[Voice]:
        if _UNNAMED.search(line.text[: found.end()]):
            return [Voice(UNSPECIFIED, Kind.EXPERT)]
        start, end = found.span()
        voices = self._positions.tellers(line, start, end)
        if not voices and (found.re is _STRONG or not _VERB_FIRST.match(found.group()) or _HAS.search(line.text[:start])):
            voices = self._positions.holders(line, start, end)
        if voices and voices[0].party.name in _STAFF:
            voices = self._outermost(line) or voices
        return [voice for voice in voices if voice.party != UNSPECIFIED]

    def _outermost(self, line: Line) -> list[Voice]:
        """The head in "the agency's head said that his investigators had found no trace"."""
        said = sayings(line.sentence.text)
        return self._positions.speakers.of_verb(line.sentence, said[0][0]) if said else []

    def _may_doubt(self, voice: Voice) -> bool:
        return voice.kind in _DOUBTERS and voice.party.country not in self._positions.accused

    def _accused(self, line: Line) -> PartyName:
        """Whom the doubt spares: a group or accused state of the sentence, else whom most accuse."""
        tape = self._positions.reading.tape
        for char in line.text:
            named = tape.mentions.get(char)
            if named and (named.kind in {Kind.ACTOR, Kind.HACKERS} or named.party.country in self._positions.accused):
                return named.party
        return self._positions.main or UNKNOWN

    def _doubt(self, line: Line, voice: Voice) -> Claim:
        value = AttributionValue(self._accused(line), Basis.TECHNICAL_REPORT)
        return self._positions.reading.claim(
            line.sentence, value, voice.party, Stance.DOUBTS, relayed_by=voice.relayed_by, score=0.5
        )
