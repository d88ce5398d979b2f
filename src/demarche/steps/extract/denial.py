"""Denials, claims of responsibility and refusals to attribute."""

from __future__ import annotations

import re

from demarche.model.claim import UNKNOWN, AttributionValue, Claim, DenialValue, PartyName
from demarche.model.vocabulary.attribution import Basis, PartyKind, Stance
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.speakers import Speakers, Voice
from demarche.steps.extract.tape import ANY_MENTION, Kind, char_class

_ABSURD = (
    r"baseless|groundless|unfounded|unsubstantiated|absurd|ridiculous|nonsense|nonsensical|preposterous|fabricat(?:ed|ions?)|false(?:hood)?s?|slander\w*|smears?|smear campaign|defam\w+|ludicrous|far-?fetched|laughable|a lie|a pack of lies|untrue|"
    r"fake news|unjustified|unwarranted|insinuations?|fantasy|fairy ?tales?|hysteri\w+|russophobi\w+|propaganda|unproven|irresponsible accusations?|farce|political(?:ly)? motivated|without (?:any )?(?:evidence|proof|foundation|basis)|no evidence|pure (?:fiction|invention)|invention|made up|rumou?rs|disinformation"
)
_ACCUSATION = r"(?:everything|disclosures?|accusations?|allegations?|claims?|charges?|assertions?|insinuations?|suggestions?|reports?|attribution|blame|finger[- ]pointing|statements?|findings?|involvement|role|responsibility|part|hand|knowledge|connection|links?|complicity|having|being|that (?:it|its|they|he|she|the|any|his)|any|it|them|this|doing|conducting|carrying|hacking|launching)"
_DENY = re.compile(
    rf"\b(?P<verb>den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|sh(?:ot|oots) down|wav(?:ed|es|ing) (?:it all |it |them |all that |everything )?(?:away|off|aside)|brush(?:ed|es|ing) (?:it |them |that )?(?:off|aside)|refut(?:e[sd]?|ing)|rebuff(?:s|ed|ing)?|repudiat(?:e[sd]?|ing)|disput(?:e[sd]?|ing)|ridicul(?:e[sd]|ing)|mock(?:s|ed|ing)?|lament(?:s|ed)?|disown(?:s|ed)?|disavow(?:s|ed)?|brush(?:es|ed) (?:off|aside)|wav(?:ed|es) (?:away|off)|scoff(?:s|ed) at|ridicul(?:e[sd]|ing)|laugh(?:s|ed) off|shrug(?:s|ged) off|bristl\w+|protested|"
    rf"deplor(?:e[sd]|ing)|condemn(?:s|ed|ing)?|oppos(?:e[sd]|ing))\b(?P<object>[^.;]{{0,120}})"
)
_DENY_OBJECT = re.compile(rf"^(?:[\"”’,]| [\w’'-]+|{ANY_MENTION}(?:['’]s?)?| \"| “){{0,9}}? ?{_ACCUSATION}\b")
_ONLY_ACCUSATIONS = re.compile(r"\b(?:accusations?|allegations?|claims?|charges?|insinuations?|attribution|blame|finger[- ]pointing|involvement|role|responsibility|hand in|smear|slander)\b")
_CALLED = re.compile(rf"\b(?:call(?:s|ed|ing)?|describ(?:e[sd]|ing)|brand(?:s|ed|ing)?|label(?:s|led|ling|ed)?|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|slam(?:s|med|ming)?|decri(?:es|ed)|denounc(?:e[sd]|ing)|said|says|was|were|are|is|as|deem(?:s|ed)?|term(?:s|ed)?|consider(?:s|ed)?|found|thought)\b[^.;]{{0,110}}?\b(?P<word>{_ABSURD})\b", re.IGNORECASE)
_NOTHING = re.compile(
    r"\b(?:(?:had|has|have|having) (?:absolutely )?nothing (?:whatsoever )?to do with|(?:was|were|is|are|had|has|have) (?:not|never|in no way)(?: been)? (?:involved|behind|responsible|connected|linked|carried|conducted|engaged|attacked|hacked|participat\w+)|"
    r"played no (?:role|part)|had no (?:role|part|hand|involvement|knowledge|connection)|no (?:involvement|relation|connection|role) |does not (?:conduct|engage|carry|support|condone|wage|hack|interfere)|do not (?:conduct|engage|carry|hack|interfere|do)|never (?:conducts?|engages?|engaged|hacks?|hacked|carried|interfere\w*|supports?|been involved)|"
    r"did not (?:do it|plan|carry|conduct|hack|attack|launch|commit|order|interfere)|firmly oppos\w+|opposes? (?:all|any|and|every|hacking|cyber)|resolutely (?:oppos|fight)\w+|(?:itself |themselves )?(?:a|the|one of the) (?:main |major |biggest |frequent |big |chief )?victims? of (?:such |cyber|hack|these))",
    re.IGNORECASE,
)
_ABSURD_RE = re.compile(rf"\b(?:{_ABSURD})\b", re.IGNORECASE)
_OWN_DENIAL = re.compile(r"\b(?:[Ww]e|[Oo]ur|I|my)\b[^.;]{0,60}\b(?:reject|deny|denied|nothing to do|not|no|never|oppose)\b|\b(?:nothing to do with|no involvement|den(?:ied|ies|y) (?:any |all |the |having |that (?:he|it|she|his|its))?(?:involvement|charges?|accusations?|allegations?|being|role|responsib|link))")
_TOPIC = re.compile(r"accus|alleg|claim|charg|blam|attribut|involve|responsib|hack|attack|cyber|evidence|proof|report|campaign|role|slander|smear")
_CLAIM = re.compile(
    r"\b(?:(?P<plain>claim(?:s|ed|ing)? (?:the |full )?(?:responsibility|credit)|(?:t(?:ook|aken|akes?|aking)|assum(?:e[sd]|ing)) (?:the |full |all )?(?:responsibility|credit)|owned up|admitted (?:to )?(?:carrying|being|the (?:attack|hack)))|"
    r"boast(?:s|ed|ing)?|bragg?(?:s|ed|ing)?|claim(?:s|ed)? (?:to have|to be (?:behind|the)|it had|they had|it has|they have|that it|that they|it was|they were|it|the (?:attack|hack|breach))\b|"
    r"(?:said|says|announced|declared|told [^.;,]{0,40}|wrote)(?: [a-z]+){0,4}? (?:that )?(?:it|they|he) (?:had|has|have|was|were)(?: [a-z]+){0,2}? (?:hacked|stolen|breached|taken|carried|attacked|behind|responsible|to blame|wiped|destroyed|encrypted|obtained|leaked|downloaded|knocked|"
    r"shut|copied|broken|unleashed|hit|gone after|targeted|acted|exfiltrated|infected|spent))\b"
)
_CLAIMANTS = frozenset({Kind.ACTOR, Kind.HACKERS, Kind.UNKNOWN})
_CLAIM_VERB = re.compile(r"claim|responsib|credit|admitted|boast|brag|owned up|\b(?:it|they|he) (?:had|has|have|was|were)\b")
_CLAIMED_BY = re.compile(
    rf"\b(?:claimed by|responsibility (?:for [^.;]{{0,60}}? )?(?:was|has been|had been|were) (?:later |subsequently |also )?claimed by|credit (?:was )?(?:taken|claimed) by)(?: [\w’'-]+){{0,6}}? ?[\"“‘]?(?P<claimant>{char_class(Kind.ACTOR, Kind.HACKERS, Kind.UNKNOWN, Kind.MALWARE, Kind.EXPERT, Kind.COMPANY)})"
)
_CALLING_ITSELF = re.compile(
    r"\b(?:group|hackers?|gang|collective|persona|account|people|outfit|website|channel)\b[^.;]{0,30}? (?:calling (?:itself|themselves|himself)|which calls? itself|that calls? itself|styling itself|naming itself|under the (?:name|banner|alias)(?: of)?|going by(?: the name)?(?: of)?|called|named|identifying itself as|known as|self-styled|signing (?:itself|themselves)(?: as)?) [\"“‘]?(?P<name>[A-Z#][\w’'.-]*(?: (?:[A-Z0-9][\w’'.-]*|of|the|for|in))*)"
)
_NOT_CLAIMED = re.compile(r"\b(?:no|nobody|no one|none)\b[^.;]{0,60}?(?:claim|responsib)|(?:not|n[’']t|never|yet to) (?:been )?(?:claim|tak)", re.IGNORECASE)
_DECLINE = re.compile(
    r"\b(?:(?:declin(?:e[sd]?|ing)|refus(?:e[sd]?|ing)|fail(?:s|ed)|avoid(?:s|ed|ing)?|stop(?:s|ped|ping)? short of|shied away from|held back from|refrain(?:s|ed|ing)? from|reluctan\w+|unwilling|careful not|cautious not|reserv\w+)(?: to)?(?: [\w’'-]+){0,4}? "
    r"(?:nam(?:e|ing)|attribut\w+|blam\w+|identify(?:ing)?|specify(?:ing)?|speculat\w+|point(?:ing)? (?:the |a )?fingers?|assign\w* (?:blame|responsib)|accus\w+|disclos\w+ who|say(?:ing)? (?:who|whether|which)|confirm\w* (?:who|whether|which)|reveal\w* (?:who|whether)|call(?:ing)? out|discuss\w* (?:who|attribution)|comment\w* on (?:who|whether|the (?:identity|origin|source)|attribution|possible)|link\w*|pin\w*|be drawn on (?:who|whether|the identity))|"
    r"(?:(?:did|does|do|would|could|can|has|have|had|is|are|was|were) (?:not|n[’']t)|didn[’']t|doesn[’']t|wouldn[’']t|couldn[’']t|cannot|can[’']t|hasn[’']t|isn[’']t|not|unable to|not (?:yet )?(?:able|ready|prepared|in a position) to|too (?:early|soon) to|not (?:yet )?possible to|premature to|nor)(?: [\w’'-]+){0,4}? "
    r"(?:nam(?:e|ed|ing) (?:a |any |the |names|it|them|names?|who|which|country|state|culprit|perpetrator|anyone|suspects?|those|its)|attribut\w+|blam\w+|identif\w+ (?:who|the (?:attack|hack|perp|culp|group|actor|source|state|country|intrud|respons)|a |any|those|which|its|who)|specif\w+ (?:who|which)|specul\w+|point(?:ed|ing)? (?:the |a )?fingers?|accus\w+|say(?:ing)? (?:who|which (?:state|country|group|nation)|whether)|said who|know(?:n)? who|known who|tell who|establish\w* who|"
    r"determin\w+ (?:who|the (?:identity|origin|source|perp))|assign\w* (?:blame|responsib)|confirm\w* (?:who|which|the (?:identity|source|origin))|conclu\w+ who|draw conclusions|single\w* out|be certain who|reveal\w* who|disclos\w+ who|make (?:an |any )?attribution|certain who|sure who|clear who|mention\w* (?:any|a) (?:country|state|name))|"
    r"(?:no|nobody|not) (?:attribution|official attribution|formal attribution|culprit|country|state|one) (?:was|has been|had been|is|were) (?:made|named|blamed|identified|accused|given|yet)|no attribution|who (?:was|is) behind (?:it|the \w+|this)(?: \w+){0,3} (?:was|is|remains?|remained) (?:unclear|unknown|not known|under)|named no (?:country|one|state|names|culprit)|no names?)",
    re.IGNORECASE,
)
_DECLINE_MORE = re.compile(
    r"\b(?:declin(?:e[sd]|ing)|refus(?:e[sd]|ing)|refrain(?:s|ed|ing)?)(?: [\w’'-]+){0,2} (?:to|from) (?:follow|guess\w*|say so|discuss suspects|discuss\w* who|speculat\w*)|\b(?:by whom|who did it|who was behind it|whose|which state|which country|who it was)\b[^.;]{0,50}\b(?:not (?:say|specify|disclose|tell)|did n[’']t say|would not say|never said|could not)|"
    r"\bnever (?:publicly |formally |officially )?(?:named|blamed|identified|said who|accused|attributed)|\bblam(?:e[sd]?|ing) (?:no ?one|nobody|no country|no state|no group)|\b(?:won[’']t|will not|would not|wouldn[’']t|not going to) (?:point fingers|name|say who|reveal the source|speculate|go into who|identify)|"
    r"\b(?:no (?:clear |firm |definite )?(?:information|knowledge|clue|idea) (?:about|on|as to|of) (?:the (?:organi[sz]ers|perpetrators|identity|source|authors|culprits)|who|whom))|\b(?:what|whom?) (?:it|he|she|they|the [a-z]+)[^.;]{0,80} (?:cannot|can[’']t|could not|would not|did not) (?:say|tell|determine|establish)\b|"
    r"\bnot (?:yet )?(?:been )?(?:able|possible) to (?:tie|link|attribute|identify|determine|say|establish|connect)\b|\bunable to (?:say who|tell who|attribute|identify (?:who|the)|determine who)|\b(?:did|does|do|could|would|can) not (?:say|know|specify) (?:by )?(?:who|whom|which|whose)\b|\bkeep an open mind|\bcannot (?:yet )?(?:attribute|say who|add to the attribution)|\bnot (?:yet )?confirmed (?:that it was|who)|"
    r"\b(?:named|accused|singled out|identified) (?:no ?one|nobody|no country|no state|no suspects?|no perpetrator)|\bdid not claim that a (?:government|state)|\b(?:attribution|who was behind (?:it|the attack)) (?:is|was|would be) (?:not|never|hard|difficult|premature|too early|still)",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"\bwithout (?:[a-z]+ly )?(?:naming (?:any |a |the |names|it|them|anyone|who|which|state|culprit|perpetrator|those|its|[\"“‘])|attributing|blaming|identifying (?:the (?:attack|hack|perp|culp|group|actor|source|state|country)|a |any|those|who)|pointing|accusing|saying (?:who|which|whether)|assigning|specifying (?:who|which))|"
    r"\b(?:silent|silence|kept quiet|say nothing|says nothing|said nothing|no word|nothing to say|would not be drawn|not be drawn|left (?:it )?open|leaves (?:it )?open|no way of knowing|no (?:idea|theory|view|opinion)|not in a position) (?:on|about|as to|to (?:judge|say))?(?: [\w’'-]+){0,4}? ?(?:who|identity|author|behind|culprit|responsib|attribution|government|which)",
    re.IGNORECASE,
)


_DOUBT = re.compile(
    r"\b(?:no|little|not (?:see|found|seen) any|found no|saw no|seen no|without|lack of|scant|thin|insufficient|circumstantial|no conclusive|no hard|no direct|no credible) ?(?:direct |hard |clear |conclusive |concrete |credible |technical |public |real )?(?:evidence|indications?|proof|trace|sign|basis|link|connection|reason)\b|"
    r"\b(?:doubt(?:s|ed|ful|ing)?|sceptic(?:al|ism|s)?|skeptic(?:al|ism|s)?|unconvinced|unpersuaded|not (?:convinced|persuaded|buy|believe|so sure|sure)|cautioned|caution|urged caution|warned against|hard to (?:prove|believe)|difficult to prove|prove[sd]? nothing|not prove|question(?:s|ed|ing)? (?:whether|the|why|how)|"
    r"smoke ?screen|false[- ]flag|red herring|frame[d ]|framing|cast doubt|casts doubt|could (?:just as (?:well|easily)|equally|also|easily) (?:be|have been)|not (?:been )?(?:an attack|the work|done|carried|master-?minded|orchestrated)|ruled out|implausible|unlikely|improbable|inconclusive|jump(?:ed|ing) to (?:the )?conclusions?|not (?:necessarily|mean)|far from (?:certain|proven|clear)|nonsense|disput(?:e[sd]|ing)|disagree[sd]?|challeng(?:e[sd]|ing)|reject(?:s|ed)|anyone could|coincidence)\b",
    re.IGNORECASE,
)
_DOUBT_TOPIC = re.compile(
    r"evidence|attribut|accus|blam|behind|responsib|involve|work of|link|role|hack|attack|proof|state|government|theor|claim|case|conclusion|allegation|fingerprint|clue|origin|" + ANY_MENTION
)


class Statements:
    """What is said about an accusation by those it concerns, and by those who make none."""

    def __init__(self, reading: Reading, speakers: Speakers, accused: frozenset[str], main: PartyName | None) -> None:
        self._reading = reading
        self._speakers = speakers
        self._main = main
        self._accused = accused
        """Countries that somebody in the report accuses."""

    def claims(self) -> list[Claim]:
        """Denials, claims of responsibility and refusals, in reading order."""
        claims: list[Claim] = []
        for sentence in self._reading.sentences:
            claims += self._denials(sentence) or self._declines(sentence) or self._doubts(sentence)
            claims += self._responsibility(sentence)
        return claims

    def _denials(self, sentence: Sentence) -> list[Claim]:
        text = sentence.text
        for match in _DENY.finditer(text):
            verb = match.group("verb")
            words = match.group("object")
            strict = not verb.startswith(("den", "reject", "refut", "dismiss", "rebuff", "repudiat", "wav", "brush", "sh"))
            if not (_DENY_OBJECT.match(words) or verb.startswith(("wav", "brush"))) or (strict and not _ONLY_ACCUSATIONS.search(words)):
                continue
            voices = self._speakers.of_verb(sentence, match.start()) or self._speakers.of_words(sentence, match.start(), match.end())
            made = self._deny(sentence, voices, self._word(text) or verb)
            if made:
                return made
        if _TOPIC.search(text):
            for pattern in (_CALLED, _NOTHING, _ABSURD_RE):
                found = pattern.search(text)
                if found:
                    voices = self._speakers.of_words(sentence, found.start(), found.end())
                    if not voices:
                        voices = self._speakers.of_verb(sentence, found.start())
                    made = self._deny(sentence, voices, self._word(text) or found.group())
                    if made:
                        return made
        return []

    @staticmethod
    def _word(text: str) -> str | None:
        found = _ABSURD_RE.search(text)
        return found.group() if found else None

    def _deny(self, sentence: Sentence, voices: list[Voice], words: str) -> list[Claim]:
        made = []
        for voice in voices:
            party = self._denier(sentence, voice)
            if party is not None:
                value = DenialValue(party, words)
                made.append(self._reading.claim(sentence, value, party, Stance.DENIES, relayed_by=voice.relayed_by, score=0.8))
        return made

    def _denier(self, sentence: Sentence, voice: Voice) -> PartyName | None:
        """Who denies: a party of an accused country; where only one country stands accused, also "the embassy" and whoever
        says "we reject" of an accusation."""
        if self._may_deny(voice, sentence.text, self._speakers.country_around(sentence)):
            party = voice.party
            if party.country is None and voice.kind in {Kind.OFFICIAL, Kind.EXPERT}:
                country = self._speakers.country_around(sentence)
                if country is None and len(self._accused) == 1:
                    country = next(iter(self._accused))
                return PartyName(party.name, PartyKind.GOVERNMENT, country) if country in self._accused else None
            return party
        return None

    def _may_deny(self, voice: Voice, text: str, around: str | None) -> bool:
        if voice.party.country:
            return voice.party.country in self._accused or (voice.kind in {Kind.OFFICIAL, Kind.STATE} and bool(_ONLY_ACCUSATIONS.search(text)))
        if voice.kind in {Kind.ACTOR, Kind.HACKERS}:
            return True
        if voice.kind is Kind.OFFICIAL and not re.search(r"officials|authorities|police|investigators|prosecutor", voice.party.name):
            return around in self._accused or len(self._accused) == 1 or bool(_OWN_DENIAL.search(text))
        return voice.kind is Kind.EXPERT and bool(self._accused) and (around in self._accused or bool(_OWN_DENIAL.search(text)))

    def _responsibility(self, sentence: Sentence) -> list[Claim]:
        text = sentence.text
        if not _CLAIM_VERB.search(text) or _NOT_CLAIMED.search(text):
            return []
        by = _CLAIMED_BY.search(text)
        if by:
            return [self._claimant(sentence, self._self_named(text) or self._group(self._reading.tape.mentions[by.group("claimant")].party))]
        for match in _CLAIM.finditer(text):
            name = self._self_named(text[: match.start()])
            voices = [voice for voice in self._speakers.of_verb(sentence, match.start()) if voice.kind in _CLAIMANTS or match.group("plain")]
            found = self._near_claimant(sentence, match.start()) if not voices else voices[0].party
            party = name or found
            if party is not None:
                return [self._claimant(sentence, self._group(party))]
        return []

    def _near_claimant(self, sentence: Sentence, place: int) -> PartyName | None:
        """The nearest group named before the claim in its sentence, where the grammar does not tell."""
        chars = re.findall(char_class(Kind.ACTOR, Kind.HACKERS, Kind.MALWARE), sentence.text[:place])
        return self._reading.tape.mentions[chars[-1]].party if chars else None

    @staticmethod
    def _self_named(text: str) -> PartyName | None:
        found = _CALLING_ITSELF.search(text)
        return PartyName(found.group("name").strip(), PartyKind.HACKTIVIST) if found else None

    @staticmethod
    def _group(party: PartyName) -> PartyName:
        kind = party.kind if party.kind in {PartyKind.GROUP, PartyKind.CRIMINAL_GROUP, PartyKind.HACKTIVIST, PartyKind.ATTACKER} else PartyKind.GROUP
        return PartyName(party.name, kind, party.country)

    def _claimant(self, sentence: Sentence, party: PartyName) -> Claim:
        return self._reading.claim(sentence, AttributionValue(party, Basis.SELF_CLAIM), party, Stance.CLAIMS_RESPONSIBILITY, score=0.8)

    def _doubts(self, sentence: Sentence) -> list[Claim]:
        """Experts, companies and officials of other states who question an accusation."""
        found = _DOUBT.search(sentence.text)
        if not found or self._main is None or not _DOUBT_TOPIC.search(sentence.text):
            return []
        voices = self._speakers.of_words(sentence, found.start(), found.end()) or self._speakers.of_verb(sentence, found.start())
        value = AttributionValue(self._main, Basis.TECHNICAL_REPORT)
        return [
            self._reading.claim(sentence, value, voice.party, Stance.DOUBTS, relayed_by=voice.relayed_by, score=0.5)
            for voice in voices
            if voice.kind in {Kind.EXPERT, Kind.COMPANY, Kind.ANONYMOUS, Kind.OFFICIAL} and not (voice.party.country and voice.party.country in self._accused)
        ]

    def _declines(self, sentence: Sentence) -> list[Claim]:
        found = _DECLINE.search(sentence.text) or _DECLINE_MORE.search(sentence.text) or _WITHOUT.search(sentence.text)
        if not found:
            return []
        voices = self._speakers.of_verb(sentence, found.start()) or self._speakers.of_words(sentence, found.start(), found.end())
        value = AttributionValue(UNKNOWN, Basis.POLITICAL_STATEMENT)
        return [
            self._reading.claim(
                sentence, value, self._speakers.settled(voice, sentence, self._accused).party, Stance.DECLINES_TO_ATTRIBUTE, relayed_by=voice.relayed_by, score=0.7
            )
            for voice in voices
            if voice.kind not in {Kind.UNKNOWN, Kind.HACKERS, Kind.ACTOR} and voice.party.country not in self._accused
        ]
