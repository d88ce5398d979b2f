"""Where a sentence says that somebody did it: the accused, the words that say so, and how they are put.

A core is found by patterns over the tape; who says it is found afterwards (`attribution.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from demarche.steps.extract.accusations.frames import ACCUSABLE, APPOSITION, ATTACK, AUXILIARIES, FRAMES, NAMELESS, NOT_PLACE
from demarche.steps.extract.accusations.needed import Needed
from demarche.steps.extract.accusations.subjects import subject_before
from demarche.steps.extract.mentions.tape import ANY_MENTION, Kind, char_class


@dataclass(frozen=True, slots=True)
class Core:
    """An accusation in a sentence: places of the accused and of the words that make it. `strong` cores count without a source;
    `blame` cores have their asserter as the grammatical subject of the verb at `verb`, or as the agent at `agent`."""

    accused: int
    start: int
    end: int
    frame: str
    verb: int | None = None
    agent: int | None = None


_NAMES_SOMEBODY = re.compile(ACCUSABLE)
_NAMES_NOBODY = re.compile(char_class(Kind.UNKNOWN))
_BLAME = re.compile(
    r"\b(?P<verb>blam(?:e[sd]?|ing)|accus(?:e[sd]?|ing)|implicat(?:e[sd]?|ing)|name[sd]?|naming|identif(?:y|ies|ied|"
    r"ying)|call(?:ed|s|ing) out|suspect(?:s|ed|ing)?|denounc(?:e[sd]?|ing)|single[sd]? out|"
    r"(?:hold|holds|held|holding)|finger(?:s|ed|ing)?|expos(?:e[sd]?|ing)|condemn(?:s|ed|ing)?|indict(?:s|ed|ing)?|"
    r"charg(?:e[sd]?|ing)|incriminat(?:e[sd]?|ing)|sanction(?:s|ed|ing)?|brand(?:s|ed|ing)?|fault(?:s|ed|ing)?)\b"
)
_BLAMED_ON = re.compile(
    r"\b(?P<verb>attribut(?:e[sd]?|ing)|link(?:s|ed|ing)?|t(?:ie[sd]?|ying)|trac(?:e[sd]?|ing)|connect(?:s|ed|ing)?|"
    r"pin(?:s|ned|ning)?|ascrib(?:e[sd]?|ing)|point(?:s|ed|ing)?|lay(?:s|ing)?|laid|plac(?:e[sd]?|ing)|put(?:s|ting)?|"
    r"blam(?:e[sd]?|ing)|associat(?:e[sd]?|ing)|attributable)\b"
)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|is|are|being|be|gets?|got|stands?|stood)(?: [a-z]+ly| also| now| never| once| officially| "
    r"squarely| in part| then| not| since| first)* $"
)
_PASSIVE_SUBJECT = re.compile(rf"{NOT_PLACE}(?P<accused>{ACCUSABLE}){APPOSITION}{AUXILIARIES} $")
_AGENT = re.compile(rf"\bby (?:[\w’'-]+ ){{0,6}}?(?P<agent>{ANY_MENTION})")
_CUE = (
    "blam|accus|attribut|ascrib|behind|responsib|link|tied|tie |ties |trac|pin|finger|carr|conduct|launch|perpetrat|"
    "orchestrat|stag|mount|work of|hand |behalf|behest|suspect|implicat|nam|identif|indict|charg|hack|breach|stole|"
    "infiltrat|compromis|attack|target|origin|came from|call|culprit|evidence|hold|held|expos|condemn|point|connect|"
    "sponsor|order|direct|actor|fingerprint|hallmark|involve|campaign|operation|activit|associat|denounc|sanction|"
    "espionage|lead|led|guilt|brand|role|belong|member|officer|from |trail|obtained|posted|leaked|may be|could be|"
    "might be|stem|part|did it|did this|did so|done it|done this|at work|strings|complicit|accountab"
)
_CUE_BY_WORD = re.compile(r"authors?\b")
_BLAMING = (
    "blam|accus|implicat|nam|identif|call|suspect|denounc|single|hold|held|finger|expos|condemn|indict|charg|incriminat|"
    "sanction|brand|fault"
)
_BLAMING_ON = "attribut|link|tie|tying|trac|connect|pin|ascrib|point|lay|laid|plac|put|blam|associat"
_NEEDED = Needed([_CUE, _BLAMING, _BLAMING_ON, *(need for _, _, need in FRAMES)])
_CUED, _BLAMES, _BLAMES_ON, _FIRST_FRAME = 1, 2, 4, 3
_NAMELESS = 1 << _FIRST_FRAME + [frame for frame, _, _ in FRAMES].index(NAMELESS)
_OBJECT = re.compile(
    r"^(?: (?:the|a|an|both|two|three|four|five|six|seven|nine|twelve|\d+|several|also|publicly|formally|directly|"
    r"openly|unnamed|another|alleged|suspected|members? of|officers? (?:of|from|in)|a group (?:called|known as)|"
    r"agents of|hackers from|groups? (?:called|named)?|the so-called|elements? of|individuals (?:from|linked to)|"
    rf"[a-z-]+ (?:of|from|in|with|for))|[a-z]+ly| \"| “|-){{0,6}} ?[\"“‘]?(?P<accused>{ACCUSABLE})"
)
_NEEDS = {
    "hold": r"responsible|accountable|to account|liable",
    "held": r"responsible|accountable|to account|liable",
    "name": r"as|behind|responsible|culprit|actor|attacker|source|perpetrator|blam|hack|attack|origin",
    "iden": r"as|behind|responsible|culprit|actor|attacker|source|perpetrator|hack|attack|origin|group",
    "call": r".",
    "expo": r".",
    "cond": r"^(?!.{0,30}['’]s (?:decision|move|expulsion|sanction|accusation|statement|announcement|step|claim|"
    r"severing)).{0,50}(?: for |cyber|attack|activit|behavio|campaign|hack|conduct|espionage|interference)",
    "char": r"with|over|for|hack|attack|conspir|computer|in connection",
    "indi": r".",
    "sanc": r"for|over|attack|hack|cyber",
    "brand": r"as|attack",
    "susp": r"of|behind|hack|attack|involve|responsib|to be|being|as|carr|role",
}
_TO = re.compile(
    rf"^[^.;]{{0,130}}?\b(?:to|on|upon|with|at|in the direction of|towards?|back to|by)(?: (?:[\w’'-]+|\"|“)){{0,6}}? "
    rf"?[\"“‘]?(?P<accused>{ACCUSABLE})"
)
_TIES_VERB = re.compile(rf"(?:{ANY_MENTION}|[a-z]ly|also|evidence|research|report|analysis|that|which|who|it) $")
_TIES_WITH = re.compile(r"^ (?:with|between|and|were|are|in|over|had|have)\b|^[.,;]")
_TO_NEEDS = {
    "point": r"finger|to |towards?|at ",
    "lay": r"blame|responsib",
    "laid": r"blame|responsib|door",
    "plac": r"blame|responsib",
    "put": r"blame|responsib|finger",
    "link": "",
    "blam": r"^(?! for\b).*\bon\b",
}


def _family(verb: str, table: dict[str, str]) -> str | None:
    for stem, needed in table.items():
        if verb.lower().startswith(stem):
            return needed
    return None


def _blames(verb: str, after: str, found: re.Match[str] | None) -> bool:
    """Whether the verb blames here: most need a word for what is blamed, unless they name a group."""
    if verb.startswith("accus"):
        return not _OF_SOMETHING.match(after) or bool(_OF_ATTACK.match(after))
    needed = _family(verb, _NEEDS)
    if needed is None or re.search(needed, after[:120]):
        return True
    return bool(
        found and verb.startswith(("nam", "iden", "expos", "call")) and re.match(_ANY_ACTOR, after[found.start("accused") :])
    )


def _blame_cores(text: str) -> list[Core]:
    cores: list[Core] = []
    for match in _BLAME.finditer(text):
        verb, start, end = match.group("verb"), match.start(), match.end()
        passive = bool(_PASSIVE.search(text[max(0, start - 40) : start]))
        found = _OBJECT.match(text[end:])
        if not _blames(verb, text[end : end + 160], found):
            continue
        if passive:
            cores += _passive_core(text, start, end)
        elif not found and _IT.match(text[end:]):
            cores += _pronoun_core(text, start, end)
        elif found:
            place = end + found.start("accused")
            cores.append(Core(place, start, place + 1, "blame", verb=start))
    return cores


_ANY_ACTOR = char_class(Kind.ACTOR, Kind.HACKERS)
_SUSPECT = char_class(Kind.STATE, Kind.ACTOR, Kind.HACKERS)
_OF_SOMETHING = re.compile(r"^[^.;]{0,40}? of ")
_OF_ATTACK = re.compile(
    r"^[^.;]{0,40}? of (?:[^.;]{0,45}?)(?:attack|hack|cyber|breach|behind|involve|respons|carry|conduct|launch|stag|"
    r"steal|theft|espionage|spy|interfer|meddl|campaign|operation|intrusion|break|it\b|this\b|being|organi[sz]|"
    r"orchestrat|direct|sabotag|penetrat|infiltrat|target)"
)
_IT = re.compile(r"^(?: [a-z]+ly)? (?:it|them|the country|that country|the regime)\b")


def _pronoun_core(text: str, start: int, end: int) -> list[Core]:
    """For "Albania cut ties with Iran after Rama blamed it": the last state or group before the subject of the verb."""
    subject = subject_before(text, start)
    places = [match.start() for match in re.finditer(_SUSPECT, text[: start if subject is None else subject])]
    return [Core(places[-1], start, end, "blame", verb=start)] if places else []


def _passive_core(text: str, start: int, end: int) -> list[Core]:
    """Reads "Iran was blamed by Albania": the accused is the subject, the asserter the agent, if any."""
    subject = _PASSIVE_SUBJECT.search(text[:start])
    if not subject:
        return []
    agent = _AGENT.match(text[end:].lstrip()) or _AGENT.search(text[end : end + 60])
    place = subject.start("accused")
    at = text.index(agent.group("agent"), end) if agent else None
    return [Core(place, place, end, "blamed", verb=None, agent=at)]


def _blamed_on_cores(text: str) -> list[Core]:
    cores: list[Core] = []
    for match in _BLAMED_ON.finditer(text):
        verb, start, end = match.group("verb"), match.start(), match.end()
        if verb == "ties" and (_TIES_WITH.match(text[end:]) or not _TIES_VERB.search(text[:start])):
            continue
        needed = _family(verb, _TO_NEEDS)
        found = _TO.match(text[end:])
        if not found or (needed and not re.search(needed, text[end : end + found.start("accused")])):
            continue
        place = end + found.start("accused")
        passive = bool(_PASSIVE.search(text[max(0, start - 40) : start])) or _bare_participle(text, start, verb)
        agent = _AGENT.search(text[end : end + 140]) if passive else None
        at = end + agent.start("agent") if agent and end + agent.start("agent") != place else None
        cores.append(
            Core(place, start, place + 1, "attributed" if passive else "blame", verb=None if passive else start, agent=at)
        )
    return cores


def _bare_participle(text: str, start: int, verb: str) -> bool:
    """Reads "An attack attributed to Iran": a participle after a noun, without an auxiliary and a speaking subject."""
    if not verb.endswith("ed") and verb not in {"attributable"}:
        return False
    before = text[max(0, start - 40) : start].rstrip(" ,")
    return bool(
        re.search(
            rf"(?:{ATTACK}|group|hackers|malware|code|infrastructure|servers|addresses|tools|{char_class(Kind.MALWARE)})(?: "
            r"[a-z]+ly| widely| been)?$",
            before,
        )
    )


def all_cores(text: str) -> list[Core]:
    """Every accusation in a sentence of the tape, in every frame that fits, better frames first."""
    if not _NAMES_SOMEBODY.search(text):
        return []
    held = _NEEDED.held(text) | (_NAMELESS if _NAMES_NOBODY.search(text) else 0)
    if not held & _CUED and not _CUE_BY_WORD.search(text):
        return []
    found = _blame_cores(text) if held & _BLAMES else []
    if held & _BLAMES_ON:
        found += _blamed_on_cores(text)
    held >>= _FIRST_FRAME
    for frame, pattern, _ in FRAMES:
        if held & 1:
            found += [Core(match.start("accused"), match.start(), match.end(), frame) for match in pattern.finditer(text)]
        held >>= 1
    return found


def best(found: list[Core]) -> list[Core]:
    """One core for each accused, that of the best frame, in the order of the sentence."""
    kept: dict[int, Core] = {}
    for core in found:
        kept.setdefault(core.accused, core)
    return sorted(kept.values(), key=lambda core: core.accused)
