"""How far an act has come, by the words around its verb, and whether a clause speaks of this incident's answer at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from demarche.model.vocabulary.responses import Status
from demarche.steps.extract.responses_view import STATE

_ADVERBS = r"(?:(?:also|then|now|soon|later|already|again|first|formally|officially|publicly|quickly|swiftly|immediately|promptly|jointly|separately|even|itself|only|further|all|both|strongly|[a-z]+ly|instead|not) )*"
_VERB_GROUP = re.compile(
    r"(?:(?:has|have|had|having|was|were|is|are|be|been|being|will|would|could|may|might|can|shall|should|must|did|does|do|to|not|never|also|then|now|soon|later|"
    r"already|again|once|even|itself|himself|herself|themselves|both|all|ever|just|since|only|first|first of all|yet|subsequently|[a-z]+ly|won['’]t|wouldn['’]t|didn['’]t|cannot|can['’]t|helped|"
    r"at the time|at first|initially|so far|would not and|will not and|still|"
    r"reportedly|went on|moved|decided|agreed|chose|opted|voted|vowed|promised|pledged|threatened|plans|planned|intends|intended|preparing|prepared|ready|set|going|expected|"
    r"due|refused|declined|refuses|declines|considering|mulling|weighing|proposed|wants|wanted|ought|sought|started|began|begun|continued|continue|offered|able|forced|obliged|"
    r"stood ready|stands ready|stand ready|committed) )+$"
)
PASSIVE_AUX = re.compile(rf"\b(?:was|were|is|are|be|been|being|get|got|found themselves) {_ADVERBS}$")
_PERFECT = re.compile(rf"\b(?:has|have|had|having) {_ADVERBS}$")

_REPORTED = re.compile(r"\b(?:said|says|say|told|adds|added|announced?|announcing|declared|confirmed|stated|saying|adding|let (?:him|her|it|them) know|informed|made clear|insisted|warned|warning|promised|assured)\b")

# Each is matched on the words before the verb, to their end; the first that fits says the status.
_FRAMES: tuple[tuple[Status | None, re.Pattern[str]], ...] = tuple(
    (status, re.compile(pattern))
    for status, pattern in (
        (
            Status.RULED_OUT,
            rf"(?:\b(?:will|would|is|are|was|were|shall|going to|['’]ll) (?:never|not)(?: follow (?:\S+ ){{1,7}}in)?|(?:will|would) not be|won['’]t|wouldn['’]t|refus(?:es|ed|ing)(?: at the time| so far| again)? to|declin(?:es|ed|ing) to|(?:[Uu]nder no circumstances|[Nn]o way|[Nn]ever) (?:will|would|shall) (?:we|it|they|he|she|the \w+)|rul(?:es|ed|ing) out|no (?:plans?|intention|wish|reason) (?:to|of)|"
            rf"stopp?(?:s|ed|ing)? short of|decided (?:not to|against)|chose not to|reluctant to|shied away from|not (?:planning|going|intend(?:ing)?|about|minded|prepared|ready) to|does not intend to|do not intend to|"
            rf"opted not to|no need to|hold(?:s|ing)? back from|refrain(?:s|ed|ing)? from) {_ADVERBS}(?:be )?$",
        ),
        (None, rf"\b(?:did not|does not|do not|didn['’]t|doesn['’]t|has not|have not|had not|hasn['’]t|haven['’]t|hadn['’]t|cannot|can not|can['’]t|could not|couldn['’]t|should not|never|without|yet to|fail(?:s|ed)? to|rather than|instead of|not|nor|"
               rf"neither|unable to|should have|could have|might have|would have|unlikely to|too late to) {_ADVERBS}(?:have )?(?:been |be )?$"),
        (
            Status.THREATENED,
            rf"\b(?:threaten(?:s|ed|ing)? (?:to|with)|warn(?:s|ed|ing)? (?:that )?(?:it|he|she|they|[A-Z]\w+) (?:would|will|could|may|might)|threat(?:s)? (?:to|of)) {_ADVERBS}(?:be )?$",
        ),
        (
            Status.CONSIDERED,
            rf"\b(?:could|may|might|consider(?:s|ed|ing)?(?: whether to)?|weigh(?:s|ed|ing)?(?: whether to)?|mull(?:s|ed|ing)?(?: whether to)?|stud(?:y|ies|ied|ying)|explor(?:e|es|ed|ing)|examin(?:e|es|ed|ing)|discuss(?:es|ed|ing)?|"
            rf"propos(?:e|es|ed|ing)(?: to)?|recommend(?:s|ed|ing)?(?: to)?|asked(?: for)? (?:\S+ ){{1,6}}to(?: look at)?|call(?:s|ed|ing)? (?:on|upon|for) (?:\S+ ){{1,7}}to|urg(?:es|ed|ing) (?:\S+ ){{1,7}}to|want(?:s|ed)? (?:\S+ ){{0,4}}to|"
            rf"press(?:es|ed|ing) (?:\S+ ){{1,5}}to|push(?:es|ed|ing) (?:\S+ ){{1,5}}to|whether to|option(?:s)? of|possibility of|prospect of|thinking about|(?:spoke|speak(?:s|ing)?|talk(?:s|ed|ing)?) (?:about|of)|debat(?:es|ed|ing) whether to|should|must|ought to|seek(?:s|ing)? to|sought to|"
            rf"idea of|ready to|stands? ready to|stood ready to|prepared to|demand(?:s|ed)? that (?:\S+ ){{1,6}}) {_ADVERBS}(?:be )?$",
        ),
        (
            Status.ANNOUNCED,
            rf"(?:\b(?:(?:will|would) (?:go on|continue to|keep)|will(?: be)?(?: \w+ing)? ?(?:to)?|['’]ll|shall|(?:is|are|was|were) (?:preparing|set|expected|due|going|planning|about|scheduled) to|(?:is|are|was|were) to|plan(?:s|ned|ning)? to|intend(?:s|ed|ing)? to|vow(?:s|ed|ing)? to|"
            rf"promis(?:es|ed|ing) to|pledg(?:es|ed|ing) to|offer(?:s|ed|ing)? to|commit(?:s|ted)? to|plans? (?:to|for)|agree(?:s|d) to|decid(?:es|ed) to (?=.{{0,40}}$)|announced plans to|prepar(?:es|ed|ing) to|promis(?:es|ed|ing) that (?:\S+ ){{1,4}}would)) {_ADVERBS}(?:be )?$",
        ),
    )
)
_WOULD = re.compile(rf"\b(?:would|['’]d) {_ADVERBS}(?:be )?$")
_IF = re.compile(r"\b(?:if|unless|should the|were (?:it|they) to)\b", re.IGNORECASE)
_THREAT = re.compile(r"\b(?:warn(?:s|ed|ing)?|threaten(?:s|ed|ing)?|vow(?:s|ed|ing)?)\b")
_TO = re.compile(rf"\b[Tt]o {_ADVERBS}(?:be )?$")
_TO_DONE = re.compile(
    r"\b(?:decid(?:es|ed|ing)|decision|moved|moves?|moving|went on|forced|caus(?:es|ed|ing)|led|leading|prompt(?:s|ed|ing)|ordered|orders|used|obliged|agreed|helped|first|state|country|government|ally|nation|"
    r"quick|voted|chose|chosen|step|steps|permitted|allowed|had|order|right|opted|joined|continue[sd]?|began|started|proceeded|together|nation|"
    r"instructed|compelled|sent|worked|working|dispatched|deployed|visited|came|flew|permission|warrant|authori[sz]ed|power|powers) (?:\S+ ){0,9}?$"
)
_NOBODY = re.compile(
    r"\b(?:[Nn]obody|[Nn]o one|[Nn]one|[Nn]o (?!plans?|intention|wish|reason|need|way|circumstances)[a-z]+(?: [a-z]+)?|[Nn]ot (?:one|a single)|(?:[Nn]or|[Nn]either) (?:did|does|has|have|had|would|will|was|were|is|are))\b(?! longer| doubt| later| matter| sooner| less)[^,;.]{0,60}$"
)
_ADVISED = re.compile(r"\b(?:advi[cs]e[sd]?|advising|urge[sd]?|urging|recommend(?:s|ed|ing)?|counsel\w*|tell|tells|told|encourag\w+|discourag\w+|polic(?:y|ies)|asked?|guidance|ban|law|illegal|should)\b[^,;]{0,40}$")
_WHETHER = re.compile(r"\b(?:[Ww]hether|[Ii]f and when)\b(?![^,;]*[,;])[^;]{0,120}$")


@dataclass(frozen=True, slots=True)
class Reach:
    """How far an act has come; `status` None: nothing that counts. `start` is where its verb group begins."""

    status: Status | None
    start: int
    passive: bool
    negated: bool = False


def group_start(text: str, verb: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin."""
    found = _VERB_GROUP.search(text, max(0, verb - 60), verb)
    return found.start() if found else verb


def reach(text: str, verb: int, word: str) -> Reach:
    """How far the act of the verb at a place has come, by the words before it."""
    left = text[max(0, verb - 110) : verb]
    start = group_start(text, verb)
    passive = bool(PASSIVE_AUX.search(left))
    if _WHETHER.search(left) or _NOBODY.search(left):
        return Reach(None, start, passive)
    for status, frame in _FRAMES:
        if frame.search(left):
            return Reach(status, start, passive, status in {None, Status.RULED_OUT})
    if _WOULD.search(left):
        return Reach(_would(text[text.rfind(";", 0, verb) + 1 :], left), start, passive)
    if _TO.search(left) and not word.endswith("ed"):
        return Reach(Status.DONE if _TO_DONE.search(left[: _TO.search(left).start()]) else None, start, passive)  # type: ignore[union-attr]
    return Reach(Status.DONE, start, passive)


def _would(text: str, left: str) -> Status | None:
    """"It would" is an announcement in reported speech and a threat on a condition."""
    if _IF.search(text):
        return Status.THREATENED
    if _THREAT.search(left):
        return Status.THREATENED
    return Status.ANNOUNCED if _REPORTED.search(text) else Status.CONSIDERED


_ELSEWHERE = re.compile(
    r"\b(?:unrelated|no bearing|other attacks|another campaign|in that connection|preceded the|concerned other|over Ukraine|different reason|no connection|nothing to do with|not of computers|other events|other victims|in (?:that|another|a separate) case|annexation|Crimea|poisoning|nerve agent|"
    r"invasion of|war in|weapons trade|nuclear tests?|missile tests?|assassination|murder|human[- ]rights|crackdown|downing of|doping (?:ban|case)|embargo|"
    r"previous(?:ly)? (?:sanction|expel|charg|indict|arrest|summon)|in the past|on other occasions|earlier sanctions|existing sanctions|already under|years? (?:ago|earlier|before)|decades?|since \d{4})"
)
_OVER_STATE = re.compile(rf"\b(?:over|after) (?:the )?{STATE}(?:['’]s?)?(?:$|[,.;]| (?:war|invasion|annexation|aggression|occupation)\b| and\b)")
_REPLY_TO_ANSWER = re.compile(
    r"(?:[’']s|\bthe|\bnew|\bits|\bthis|\bsuch|\bthese|\bthose)? ?(?:decision|expulsions?|sanctions|accusations?|allegations?|charges?|claims?|severing|designations?|indictments?|listings?|raid on (?:its|the) embassy|"
    r"move|statements?|slander|smear|attribution|finger-?pointing|announcement|report|measures|arrests?|insinuations?|lies|politici[sz]ation|step)\b"
)


def advised(left: str) -> bool:
    """Whether what follows is advice or policy rather than somebody's own deed."""
    return bool(_ADVISED.search(left[-60:]))


def elsewhere(clause: str) -> bool:
    """Whether a clause says that it speaks of another matter or another time."""
    return bool(_ELSEWHERE.search(clause) or _OVER_STATE.search(clause))


def answers_an_answer(words: str) -> bool:
    """Whether what is condemned, called or rejected is itself an answer or an accusation rather than the attack."""
    return bool(_REPLY_TO_ANSWER.search(words))
