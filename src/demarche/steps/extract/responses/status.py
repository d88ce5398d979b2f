"""How far an act has come, by the words before its verb."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from demarche.model.vocabulary.responses import Status


def _any(lines: str) -> str:
    """The alternatives of a text, a line or a bar between them."""
    return "|".join(line.strip() for line in lines.strip().splitlines())


_ADVERBS = (
    r"(?:(?:also|then|now|soon|later|already|again|first|even|itself|only|further|all|both|instead|not|promptly|[a-z]+ly) )*"
)
_GROUP_WORDS = _any(r"""
    has|have|had|having|was|were|is|are|be|been|being|will|would|could|may|might|can|shall|should|must|did|does|do|to|not|never
    won['’]t|wouldn['’]t|didn['’]t|cannot|can['’]t|would not and|will not and
    also|then|now|soon|later|already|again|once|even|itself|himself|herself|themselves|both|all|ever|just|since|only
    first|yet|still
    at the time|at first|initially|so far|subsequently|reportedly|[a-z]+ly
    helped|went on|moved|decided|agreed|chose|opted|voted|vowed|promised|pledged|threatened|plans|planned|intends|intended
    preparing|prepared|ready|set|going|expected|due|refused|declined|refuses|declines|considering|mulling|weighing|proposed
    wants|wanted|ought|sought|started|began|begun|continued|continue|offered|able|forced|obliged|committed
    stood ready|stands ready|stand ready
""")
_VERB_GROUP = re.compile(rf"(?:(?:{_GROUP_WORDS}) )+$")
_PASSIVE = re.compile(rf"\b(?:was|were|is|are|be|been|being|get|got) {_ADVERBS}$")

_RULED_OUT = _any(r"""
    (?:will|would|is|are|was|were|shall|going to|['’]ll) (?:never|not)(?: follow (?:\S+ ){1,7}in)?|(?:will|would) not be
    won['’]t|wouldn['’]t|(?:[Uu]nder no circumstances|[Nn]o way|[Nn]ever) (?:will|would|shall) (?:we|it|they|he|she|the \w+)
    refus(?:es|ed|ing)(?: at the time| so far| again)? to|declin(?:es|ed|ing) to|rul(?:es|ed|ing) out
    no (?:plans?|intention|wish|reason|need) (?:to|of)|(?:does|do|did) not (?:intend|plan|want|wish) to
    not (?:planning|going|intending|about|minded|prepared|ready) to|not to|decided against
    stopp?(?:s|ed|ing)? short of|reluctant to|shied away from|hold(?:s|ing)? back from|refrain(?:s|ed|ing)? from
""")
_NOT_DONE = _any(r"""
    (?:did|does|do|has|have|had|can|could|should) not|(?:did|does|do|has|have|had|ca|could|should)n['’]t|cannot|never
    not|nor|neither
    without|yet to|fail(?:s|ed)? to|rather than|instead of|unable to|unlikely to|too late to|(?:should|could|might|would) have
""")
_THREATENED = _any(r"""
    threaten(?:s|ed|ing)? (?:to|with)|threats? (?:to|of)
    warn(?:s|ed|ing)? (?:that )?(?:it|he|she|they|[A-Z]\w+) (?:would|will|could|may|might)
""")
_CONSIDERED = _any(r"""
    could|may|might|should|must|ought to|consider(?:s|ed|ing)?(?: whether to)?|weigh(?:s|ed|ing)?(?: whether to)?|whether to
    mull(?:s|ed|ing)?(?: whether to)?|stud(?:y|ies|ied|ying)|explor(?:e|es|ed|ing)|examin(?:e|es|ed|ing)|discuss(?:es|ed|ing)?
    propos(?:e|es|ed|ing)(?: to)?|recommend(?:s|ed|ing)?(?: to)?|asked(?: for)? (?:\S+ ){1,6}to(?: look at)?
    call(?:s|ed|ing)? (?:on|upon|for) (?:\S+ ){1,7}to|urg(?:es|ed|ing) (?:\S+ ){1,7}to|want(?:s|ed)? (?:\S+ ){0,4}to
    press(?:es|ed|ing) (?:\S+ ){1,5}to|push(?:es|ed|ing) (?:\S+ ){1,5}to|demand(?:s|ed)? that (?:\S+ ){1,5}\S+
    options? of|possibility of|prospect of|idea of|thinking about|(?:spoke|speak(?:s|ing)?|talk(?:s|ed|ing)?) (?:about|of)
    seek(?:s|ing)? to|sought to|ready to|stands? ready to|stood ready to|prepared to
""")
_ANNOUNCED = _any(r"""
    (?:will|would) (?:go on|continue to|keep)|will(?: be)?(?: \w+ing)?(?: to)?|['’]ll|shall|(?:is|are|was|were) to
    (?:is|are|was|were) (?:preparing|set|expected|due|going|planning|about|scheduled) to|announced plans to|plans? (?:to|for)
    plan(?:s|ned|ning)? to|intend(?:s|ed|ing)? to|vow(?:s|ed|ing)? to|promis(?:es|ed|ing) to|pledg(?:es|ed|ing) to
    offer(?:s|ed|ing)? to|commit(?:s|ted)? to|agree(?:s|d) to|prepar(?:es|ed|ing) to
""")
_FRAMES: tuple[tuple[Status | None, re.Pattern[str]], ...] = (
    (Status.RULED_OUT, re.compile(rf"(?:\b|(?=['’]))(?:{_RULED_OUT}) {_ADVERBS}(?:be )?$")),
    (None, re.compile(rf"\b(?:{_NOT_DONE}) {_ADVERBS}(?:have )?(?:been |be )?$")),
    (Status.THREATENED, re.compile(rf"\b(?:{_THREATENED}) {_ADVERBS}(?:be )?$")),
    (Status.CONSIDERED, re.compile(rf"\b(?:{_CONSIDERED}) {_ADVERBS}(?:be )?$")),
    (Status.ANNOUNCED, re.compile(rf"(?:\b|(?=['’]))(?:{_ANNOUNCED}) {_ADVERBS}(?:be )?$")),
)
"""Each is matched on the words before the verb, to their end; the first that fits says the status, None that nothing was."""

_NOT_RULED_OUT = re.compile(
    r"\b(?:not|refus\w+ to|declin\w+ to|never) (?:yet |be |been )*(?:rul(?:e|ed|ing) out|exclud(?:e|ed|ing)) $"
)
_WOULD = re.compile(rf"\b(?:would|['’]d) {_ADVERBS}(?:be )?$")
_IF = re.compile(r"\b(?:if|unless|should the|were (?:it|they) to)\b", re.IGNORECASE)
_THREAT = re.compile(r"\b(?:warn(?:s|ed|ing)?|threaten(?:s|ed|ing)?|vow(?:s|ed|ing)?)\b")
_REPORTED = re.compile(
    r"\b(?:said|says|say|saying|told|adds|added|adding|announced?|announcing|declared|confirmed|stated|informed|insisted|"
    r"warned|warning|"
    r"promised|assured|made clear|let (?:him|her|it|them) know)\b"
)
_TO = re.compile(rf"\b[Tt]o {_ADVERBS}(?:be )?$")
_TO_DONE = _any(r"""
    decid(?:es|ed|ing)|decision|moved|moves?|moving|went on|forced|caus(?:es|ed|ing)|led|leading|prompt(?:s|ed|ing)
    ordered|orders|used
    obliged|agreed|helped|first|state|country|government|ally|nation|quick|voted|chose|chosen|step|steps|permitted
    allowed|had|order
    right|opted|joined|continue[sd]?|began|started|proceeded|together|instructed|compelled|sent|worked|working
    dispatched|deployed
    visited|came|flew|permission|warrant|authori[sz]ed|powers?
""")
_DONE_BY_INFINITIVE = re.compile(rf"\b(?:{_TO_DONE}) (?:\S+ ){{0,9}}?$")
_WHETHER = re.compile(r"\b(?:[Ww]hether|[Ii]f and when)\b(?![^,;]*[,;])[^;]{0,120}$")
_SUPPOSED = re.compile(r"\b(?:[Ii]f|[Uu]nless|[Uu]ntil|[Ww]hen|[Ww]henever|[Ww]hoever|those who) (?:[^\s,;]+ ){1,8}$")
"""What comes in a conditional clause is not said to be so."""
_NOBODY = re.compile(
    r"\b(?:[Nn]obody|[Nn]o one|[Nn]one|[Nn]o (?!plans?|intention|wish|reason|need|way|circumstances)[a-z]+(?: [a-z]+)?|"
    r"[Nn]ot (?:one|a single)|(?:[Nn]or|[Nn]either) (?:did|does|has|have|had|would|will|was|were|is|are))\b"
    r"(?! longer| doubt| later| matter| sooner| less)[^,;.]{0,60}$"
)
_ADVISED = re.compile(
    r"\b(?:advi[cs]e[sd]?|advising|urge[sd]?|urging|recommend(?:s|ed|ing)?|counsel\w*|tell|tells|told|encourag\w+|discourag\w+|"
    r"polic(?:y|ies)|asked?|guidance|ban|law|illegal|should)\b[^,;]{0,40}$"
)


@dataclass(frozen=True, slots=True)
class Reach:
    """How far an act has come; `status` None: nothing that counts. `start` is where the verb group begins; `negated`: it is
    denied or ruled out."""

    status: Status | None
    start: int
    passive: bool
    negated: bool = False


@lru_cache(maxsize=4096)
def reach(text: str, verb: int, word: str) -> Reach:
    """How far the act of the verb `word` at a place has come."""
    first = max(0, verb - 110)
    left = text[first:verb].rstrip('“"‘')
    found = _VERB_GROUP.search(left, max(0, len(left) - 60))
    start = first + found.start() if found else verb
    passive = bool(_PASSIVE.search(left))
    if _WHETHER.search(left):
        return Reach(None, start, passive)
    if _NOBODY.search(left):
        return Reach(None, start, passive, negated=True)
    if _SUPPOSED.search(left) and not _WOULD.search(left):
        return Reach(None, start, passive)
    if _NOT_RULED_OUT.search(left):
        return Reach(Status.CONSIDERED, start, passive)
    for status, frame in _FRAMES:
        if frame.search(left):
            return Reach(status, start, passive, status in {None, Status.RULED_OUT})
    return Reach(_unframed(text, verb, word, left), start, passive)


def _unframed(text: str, verb: int, word: str, left: str) -> Status | None:
    if _WOULD.search(left):
        return _would(text[text.rfind(";", 0, verb) + 1 :], left)
    infinitive = None if word.endswith("ed") else _TO.search(left)
    if infinitive and not _DONE_BY_INFINITIVE.search(left[: infinitive.start()]):
        return None
    return Status.DONE


def _would(clause: str, left: str) -> Status:
    """What "would" says: an announcement in reported speech, a threat on a condition."""
    if _IF.search(clause) or _THREAT.search(left):
        return Status.THREATENED
    return Status.ANNOUNCED if _REPORTED.search(clause) else Status.CONSIDERED


def advised(left: str) -> bool:
    """Whether what follows is advice or policy rather than somebody's own deed."""
    return bool(_ADVISED.search(left[-60:]))
