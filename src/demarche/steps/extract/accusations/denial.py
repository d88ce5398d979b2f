"""Denials by whoever stands accused, and the other things that are said about an accusation by those who make none."""

from __future__ import annotations

import re

from demarche.model.claim import Claim, DenialValue, PartyName
from demarche.model.vocabulary.attribution import Stance
from demarche.steps.extract.accusations import doubt, refusal, responsibility
from demarche.steps.extract.accusations.attribution import DENYING
from demarche.steps.extract.accusations.doubt import Doubts
from demarche.steps.extract.accusations.origins import Voice
from demarche.steps.extract.accusations.positions import APOSTROPHE, MARKS, WORDS, Line, Positions, line_of
from demarche.steps.extract.accusations.refusal import Refusals
from demarche.steps.extract.accusations.responsibility import Responsibility
from demarche.steps.extract.accusations.speakers import Speakers
from demarche.steps.extract.mentions.tape import Kind, char_class
from demarche.steps.extract.reading import Reading

_CUES = frozenset(
    "denied denies deny denying denial denials rejected rejects reject rejecting rejection dismissed dismisses "
    "dismiss dismissing refuted refutes refute refuting rebutted rebuffed rebuffs repudiated repudiates disowned "
    "disowns disowning disavowed disavows disclaimed shot shoots shrugged shrugs brushed brushes brushing waved "
    "waves waving laughed laughs scoffed scoffs scorn scornful mocked mocks ridiculed ridicules derided derides "
    "disputed disputes contested contests ruled protested protests distanced innocence innocent baseless "
    "groundless unfounded unsubstantiated absurd ridiculous nonsense nonsensical preposterous fabricated "
    "fabrication fabrications fabricate false falsehood falsehoods slander slanders slanderous slandering smear "
    "smears smearing defamation defamatory ludicrous laughable lie lies lying untrue fake unjustified unwarranted "
    "insinuation insinuations fantasy fairytale fairy hysteria hysterical russophobia russophobic propaganda farce "
    "farcical motivated fiction invention invented rumours rumors disinformation provocation provocative "
    "irresponsible unacceptable inadequate scapegoat pretext blacken vilify demonise demonize hoax conspiracy "
    "witch hype unscientific unserious unprofessional nothing never not no none nor neither t opposes opposed "
    "oppose opposing victim victims innocent proof evidence washed hands complex sensitive".split()
)
_MODIFIED = r"(?:(?:[,]? ?(?!that |which |who )[^\s.;:]+ +){0,9}?)"
_ACCUSATION = (
    r"(?:accusations?|allegations?|claims?|charges?|assertions?|insinuations?|suggestions?|attribution|blame|"
    r"finger[- ]pointing|findings?|smears?|slanders?|speculation|fabrications?|charge|imputations?|suspicions?|"
    r"involvement|responsibility|complicity|culpability|guilt|role|part|hand)"
)
_SAID_OF_IT = (
    r"(?:reports?|statements?|story|stories|article|warnings?|disclosures?|conclusions?|indictment|talk of|notion|"
    r"idea|theory|knowledge|connections?|links?|ties|doing|having|being|hacking|carrying|conducting|launching|"
    r"targeting|stealing|spying|interfering|meddling|everything|all of (?:it|this|that)|any of it|it all|it|them|"
    r"this|that (?:it|its|they|he|she|his|her|their|the|any)|wrongdoing|(?:the|this|any|such) (?:attacks?|hacks?|"
    r"hacking|breach|intrusions?|operation))"
)
_DENY = (
    r"(?:den(?:y|ies|ied|ying)|disown(?:s|ed|ing)?|disavow(?:s|ed|ing)?|disclaim(?:s|ed|ing)?|repudiat(?:es?|ed|"
    r"ing)|refut(?:es?|ed|ing)|rebut(?:s|ted|ting)?)"
)
_REJECT = (
    r"(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|rebuff(?:s|ed|ing)?|sh(?:ot|oots|ooting) down|disput(?:es?|ed|"
    r"ing)|contest(?:s|ed|ing)?|scoff(?:s|ed|ing)? at|ridicul(?:es?|ed|ing)|mock(?:s|ed|ing)?|derid(?:es?|ed|ing)|"
    r"pour(?:s|ed|ing)? (?:scorn|cold water) on|took issue with|bristl(?:es?|ed|ing) at|laugh(?:s|ed|ing)? off|"
    r"shrug(?:s|ged|ging)? off|brush(?:es|ed|ing) (?:off|aside)|wav(?:es?|ed|ing) (?:off|aside|away)|rul(?:es?|ed|"
    r"ing) out)"
)
_VERB_ON_IT = re.compile(
    rf" (?<! not )(?<! nor )(?<!n't )(?<! never )(?<! or )(?<! without )(?<! neither )(?:(?:{_DENY}|"
    rf"{_REJECT}) {_MODIFIED}(?:(?P<pointed>{_ACCUSATION})|{_SAID_OF_IT})|(?:condemn|denounc|deplor|protest|resent|"
    r"lambast|slam|decri|decry)[a-z]* (?:against )?(?:[a-z-]+ ){0,3}?(?:accusations?|allegations?|claims?|"
    r"insinuations?|slanders?|smears?))\b"
)
_IDIOM = re.compile(
    r" (?P<pointed>(?:wav(?:es?|ed|ing)|brush(?:es|ed|ing)|laugh(?:s|ed|ing)?|shrug(?:s|ged|ging)?) (?:it|it all|"
    r"them|them all|everything|all of it|all that|the [a-z]+|such [a-z]+) (?:away|aside|off)|(?:will|would|want(?:s|"
    r"ed)?) (?:to )?have none of it|wash(?:es|ed|ing) (?:its|his|their) hands|protest(?:s|ed|ing)? (?:its|his|their|"
    r"her) innocence|(?:plead(?:s|ed)?|pled) not guilty|distanc(?:es?|ed|ing) (?:itself|himself|themselves|"
    r"herself) from the|(?:issu(?:es?|ed|ing)|repeat(?:s|ed)?|reiterat(?:es?|ed)|put(?:s|ting)? out|stuck (?:to|by)|"
    r"renewed|offered|published|maintain(?:s|ed)) (?:a|its|his|their|the|another) (?:[a-z]+ ){0,2}denials?)\b"
)
_ABSURD = (
    r"(?:baseless|groundless|unfounded|unsubstantiated|unproven|unproved|absurd(?:ity)?|ridiculous|nonsens(?:e|"
    r"ical)|preposterous|fabricat(?:ed|ions?)|false(?:hoods?)?|slander(?:s|ous|ing)?|smear(?:s|ing)?|defam(?:atory|"
    r"ation)|ludicrous|far-?fetched|laughable|(?:a |an |pack of |absolute |outright |pure |blatant |sheer )lies?|"
    r"lying|untrue|not true|fake(?: news)?|unjustified|unwarranted|insinuations?|fantasy|fantasies|fairy[ -]?tales?|"
    r"hysteri(?:a|cal)|russophobi[ac]|propaganda|farc(?:e|ical)|politic(?:al|ally)(?: |-)motivated(?! (?:attack|"
    r"hack|group|actor))|motivated by|fiction|invent(?:ion|ed)|made(?: |-)up|rumou?rs?|disinformation|provocations?|"
    r"irresponsible|inadequate|unacceptable|vilif(?:y|ication)|blacken|conspiracy|hoax|hype|hackneyed|unscientific|"
    r"unserious|unprofessional|malicious speculation|groundlessly|witch(?: |-)hunt|scapegoat|pretext|sinister|"
    r"ulterior|without (?:any )?(?:evidence|proof|foundation|basis|grounds)|thin air|barking up)"
)
_ABSURD_RE = re.compile(rf" {_ABSURD}\b")
_NO_PROOF = re.compile(
    r" (?:no|not any|not a shred of|never any|lack(?:s|ed|ing)?(?: of)?(?: any| solid| a)*|not (?:presented|"
    r"produced|shown|provided|offered|supplied|based on|backed)(?: any| a)?|neither (?:presented|produced)|without|"
    r"unsupported|full|solid|enough|sufficient|chain of|whatever|so-called|need(?:s|ed)?|grounded in|basis of|"
    r"hand over|have|see the|present(?:ed)?|produce|show|provide) (?:[a-z]+ ){0,3}?(?:evidence|proof|facts?|basis|"
    r"grounds|foundation)\b|tracing (?:such |the |of |these |cyber ?)*(?:attacks?|hacks?|origins?|sources?|"
    r"incidents?)|(?:source|origin)s? of (?:them|such|attacks|these|hacks)"
)
_UNDONE = re.compile(
    r" (?:(?:had|has|have|having) (?:had )?(?:absolutely )?nothing(?: whatsoever| at all)? to do|"
    r"nothing of the (?:sort|kind)|play(?:s|ed) no (?:role|part)|(?:had|has|have) (?:had )?no (?:role|part|hand|"
    r"involvement|knowledge|connection|links?|intention|interest|ties|relation|plans)|no (?:involvement|relation|"
    r"connection|role|intention|way)|(?:was|were|is|are|had|has|have|'s) (?:not|never|"
    r"in no way)(?: been)? (?:involved|behind|responsible|party|complicit|guilty|attacked|hacked|carried|conducted|"
    r"engaged|done|participat[a-z]+|interfer[a-z]+|target[a-z]*|planning|ordered|backed)|(?:do|does|"
    r"did) not (?:conduct|engage|carry|support|condone|wage|hack|interfere|do|plan|order|attack|launch|commit|"
    r"sponsor|tolerate|employ|use|spy|steal)|(?:has|had|have) (?:always )?(?:never|not) (?:[a-z]+ )?(?:done|hacked|"
    r"interfered|backed|engaged|conducted|carried|attacked|supported|ordered|stolen|planned)|"
    r"never (?:[a-z]+ )?(?:conducts?|engages?|engaged|hacks?|hacked|carried|interfer[a-z]+|supports?|supported|"
    r"backed|been involved|did|done|encourage|condone[sd]?|order(?:ed|s)?|intended|planned|attack(?:s|ed)?)|"
    r"(?:categorically|firmly|resolutely|consistently|strongly|always|is|was|were|are) (?:firmly |resolutely |"
    r"strongly |consistently |always )*(?:oppos(?:e|es|ed|ing)|against)|opposes? (?:all|any|every|hacking|cyber|"
    r"such)|tolerates? no|forbids?|(?:itself|themselves|also|frequent|major|biggest|main|chief|big|one of the|"
    r"the greatest|a) (?:[a-z]+ ){0,3}?victims? of|frequent victim|not (?:guilty|the (?:culprit|author|source)))\b"
)
_FLAT = re.compile(
    r" (?:(?:had|has|have|having) (?:had )?(?:absolutely )?nothing(?: whatsoever| at all)? to do|(?:had|has|"
    r"have) (?:had )?no (?:role|part|hand|involvement|connection))"
)
_OF_STATE = re.compile(
    r" [^.;,]{0,60}? (?:that|suggest|part for|role for|involvement (?:by|"
    rf"of)) (?:[a-z]+ ){{0,2}}?(?P<state>{char_class(Kind.STATE, Kind.HACKERS)}) (?:had|has|was|is|or|did|could|"
    r"would|at|in)\b"
)
_TOPIC = re.compile(
    r"accus|alleg|claim|charg|blam|attribut|involve|responsib|hack|attack|cyber|evidence|proof|report|campaign|role|"
    r"slander|smear|breach|spy|espionage|interfer|story|rumou?r|suspicion|such a thing|to do with|of the sort"
)


_MOST_WORDS = 6
_SPOKEN = re.compile(r"[\"“](?P<words>[^\"“”]{2,90})[\"”]")
_ALLEGED = re.compile(r"(?:alleged|presumed|supposed|purported|so-called|suspected|named|called|dubbed|one of the|the) ?$")
_ANY_CUES = _CUES | doubt.CUES | refusal.CUES | responsibility.CUES


def denial_words(text: str) -> str:
    """The words of a sentence that deny, as they stand there: what only somebody accused says, what is denied and how, else
    what is said in quotation marks; empty where none does."""
    flat = "".join(" " if mark in MARKS else mark for mark in text).replace("’", APOSTROPHE)
    lowered = f" {flat.lower() if len(flat.lower()) == len(flat) else flat} "
    matches = (pattern.search(lowered) for pattern in (_ABSURD_RE, DENYING, _UNDONE, _IDIOM, _VERB_ON_IT))
    denying = next((found for found in matches if found), None)
    spoken = next((found for found in _SPOKEN.finditer(text) if not _ALLEGED.search(text, 0, found.start())), None)
    if denying is None and spoken is not None:
        return " ".join(spoken.group("words").strip(" ,.").split())
    denying = denying or _NO_PROOF.search(lowered)
    said = text[max(0, denying.start() - 1) : denying.end() - 1] if denying else ""
    return " ".join(said.split()[:_MOST_WORDS]).strip(MARKS)


class Statements:
    """What is said about an accusation by those it concerns, and by those who make none."""

    def __init__(self, reading: Reading, speakers: Speakers, accused: frozenset[str], main: PartyName | None) -> None:
        self._reading = reading
        positions = Positions(reading, speakers, accused, main)
        self._denials = Denials(positions)
        self._refusals = Refusals(positions)
        self._doubts = Doubts(positions)
        self._responsibility = Responsibility(positions)

    def claims(self) -> list[Claim]:
        """Denials, refusals, doubts and claims of responsibility, in reading order."""
        claims: list[Claim] = []
        for sentence in self._reading.sentences:
            lowered = sentence.text.lower()
            words = frozenset(WORDS.findall(lowered))
            if words.isdisjoint(_ANY_CUES):
                continue
            line = line_of(sentence, lowered, words)
            claims += self._denials.claims(line) or self._refusals.claims(line) + self._doubts.claims(line)
            claims += self._responsibility.claims(line)
        return claims


class Denials:
    """Denials in one report."""

    def __init__(self, positions: Positions) -> None:
        self._positions = positions

    def claims(self, line: Line) -> list[Claim]:
        """The denials of a sentence, one for each party that denies."""
        if line.words.isdisjoint(_CUES):
            return []
        return self._by_verb(line) or self._by_words(line)

    def _by_verb(self, line: Line) -> list[Claim]:
        for pattern in (_VERB_ON_IT, _IDIOM):
            for found in pattern.finditer(line.text):
                made = self._made(line, found, pointed=bool(found.group("pointed")))
                if made:
                    return made
        return []

    def _by_words(self, line: Line) -> list[Claim]:
        """What only somebody accused would say, whatever the verb: "baseless", "nothing to do with it", "no proof"."""
        if not _TOPIC.search(line.text):
            return []
        for pattern in (_ABSURD_RE, _UNDONE, _NO_PROOF):
            found = pattern.search(line.text)
            made = self._made(line, found, pointed=bool(_FLAT.match(found.group())), said=True) if found else []
            if made:
                return made
        return []

    def _made(self, line: Line, found: re.Match[str], pointed: bool, said: bool = False) -> list[Claim]:
        if said:
            voices = self._positions.tellers(line, found.start(), found.end())
        else:
            voices = self._positions.holders(line, found.start(), found.end())
        made = []
        for voice in voices:
            party = self._positions.denier(line, voice, pointed, self._about(line, found))
            if party is not None:
                made.append(self._denial(line, found, voice, party))
        return made

    def _about(self, line: Line, found: re.Match[str]) -> str | None:
        """The country of which something is denied right behind the words: "denied that Iran had"."""
        state = _OF_STATE.match(line.text, found.start())
        return self._positions.reading.tape.mentions[state.group("state")].party.country if state else None

    def _denial(self, line: Line, found: re.Match[str], voice: Voice, party: PartyName) -> Claim:
        absurd = _ABSURD_RE.search(line.text)
        words = (absurd or found).group().split()
        return self._positions.reading.claim(
            line.sentence,
            DenialValue(party, " ".join(words[:_MOST_WORDS])),
            party,
            Stance.DENIES,
            relayed_by=voice.relayed_by,
            score=0.8,
        )
