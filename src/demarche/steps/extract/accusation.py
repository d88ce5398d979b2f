"""Where a sentence says that somebody did it: the accused, the words that say so, and how they are put.

A core is found by patterns over the tape; who says it is found afterwards (`attribution.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from demarche.steps.extract.subjects import subject_before
from demarche.steps.extract.tape import ANY_MENTION, Kind, char_class

ACCUSABLE = char_class(
    Kind.STATE, Kind.ACTOR, Kind.HACKERS, Kind.OFFICIAL, Kind.ADJECTIVE, Kind.UNKNOWN, Kind.MALWARE, Kind.EXPERT
)
_K = (
    r"(?:[Tt]he |an? |its |\"|“|‘|‘|a group (?:called|known as|named|it calls|it tracks as|dubbed|tracked as) |"
    rf"groups? |the group |the gang )*(?P<accused>{ACCUSABLE})"
)
_NOT_PLACE = (
    r"(?<! in )(?<! in the )(?<! against )(?<! against the )(?<! on )(?<! targeting )(?<! inside )(?<! outside )(?<! "
    r"across )(?<! throughout )"
)
_OFK = rf"(?:(?:[\w’'-]+ ){{0,7}}?(?:\"|“|‘)?){_NOT_PLACE}(?P<accused>{ACCUSABLE})"
_APP = r"(?:['’]s?)?(?: \([^)]*\))?(?:[\"”’])?(?:,? [^,.;:]{0,90},| [–—-] [^–—]{0,90} [–—-])?"
_AUX = (
    r"(?: (?:appears|appeared|seems|seemed|has|have|had|was|were|is|are|be|been|being|also|almost|certainly|[a-z]+ly|"
    r"highly|likely|very|most|who|that|which|may|might|could|must|the|one|itself|himself|directly|in fact|not|to|have|"
    r"believed|thought|said|suspected|alleged|reported|understood|known|in all likelihood|without doubt|quite)|[ "
    r"]?[\"“‘*](?=[a-z])|[\"”’*](?= ))*"
)
_ACTIVE = (
    r"(?: (?:appears|appeared|seems|seemed|has|have|had|also|almost|certainly|[a-z]+ly|who|that|which|may|might|could|"
    r"must|in fact|not|have|is believed|are believed|is thought|are thought|is said|are said|to))*"
)
_ATTACK = (
    r"(?:cyber[- ]?)?(?:attacks?|assaults?|operations?|campaigns?|hacks?|hacking|intrusions?|breach(?:es)?|"
    r"activit(?:y|ies)|incidents?|raids?|espionage|onslaught|outages?|theft|thefts|heist|compromises?|"
    r"offensives?|wipers?|malware|ransomware|virus|worm|leaks?|interference|sabotage|actions?|infiltrations?|strikes?|"
    r"cyberattacks?|cyberespionage|break-ins?|disruptions?|conduct|behaviou?r|messages|e-mails|exploitation)"
)
_DID = (
    r"(?:carried out|carry out|carries out|carrying out|conducted|conducts?|conducting|launched|launches|launch|"
    r"launching|perpetrated|orchestrated|staged|mounted|executed|executes|directed|ordered|committed|sponsored|backed|"
    r"masterminded|undertaken|undertook|performed|waged|engineered|authored|planned|organi[sz]ed|unleashed|instigated|"
    r"commissioned|authori[sz]ed|approved|deployed|developed)"
)
_STRUCK = (
    r"(?:hacked|breached|broke into|broken into|stole|stolen|infiltrated|penetrated|compromised|attacked|targeted|hit|"
    r"struck|knocked|crippled|disrupted|accessed|gained access|exfiltrated|wiped|defaced|"
    r"raided|intruded|siphoned|spied|exploited|disabled|took down|took control|paralysed|paralyzed|hijacked|entered|"
    r"planted|placed|unleashed|got in(?:to)?|been (?:trying|behind|inside|lurking)|tried to|sought to|attempted to|to "
    r"(?:target|attack|hack|breach|hit|steal|disrupt|destroy|spy)|are hiding|were hiding|put|rendered|shut|"
    r"orchestrated|conducted|launched)"
)


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


_BEHIND = re.compile(
    rf"{_K}{_APP}{_AUX}[ ]?[\"“‘*]?(?:\b[a-z]+[*]? ){{0,3}}?(?:behind|responsible|to blame|the culprits?|culprits?|the "
    r"perpetrators?|the authors?|the (?:prime|main|likely|chief|principal|obvious) (?:suspects?|culprits?)|complicit|"
    r"guilty|accountable|the (?:source|origin|actor|hand|party|force) (?:of|behind))\b"
)
_HAND = re.compile(
    rf"{_K}(?:['’]s?)? (?:hand|responsibility|involvement|role|fingerprints|culpability|complicity|guilt|part) (?:in|"
    r"behind|for|was|were|on|is)\b"
)
_BY = re.compile(
    rf"\b{_DID}[\"”’]?(?: [\w’'-]+){{0,5}}? (?:by|from)(?: (?:[\"“‘]?[\w’'-]+)){{0,9}}? ?(?:\"|“|"
    rf"‘)?(?P<accused>{ACCUSABLE})"
)
_STRUCK_BY = re.compile(
    r"\b(?:hacked|breached|stolen|infiltrated|penetrated|compromised|attacked|targeted|hit|struck|obtained|posted|"
    r"leaked|entered|accessed|spied on|exploited|defaced|knocked \w+|taken \w+|paralysed|crippled|disrupted)(?: "
    rf"[\w’'-]+){{0,4}}? by(?: (?:[\w’'-]+)){{0,5}}? ?[\"“‘]?(?P<accused>{ACCUSABLE})"
)
_HAD_PART = re.compile(rf"{_K}{_APP}{_AUX} (?:had|played|taken|took) (?:a|an|some|any) (?:[a-z]+ )?(?:part|role|hand)\b")
_DID_IT = re.compile(rf"{_K}{_APP}{_ACTIVE} {_DID} (?:(?:[\w’',\"“”-]|{ANY_MENTION})+ ){{0,8}}?(?:{_ATTACK}|it|this)\b")
_STRIKE = re.compile(rf"(?:[Tt]he |an? )?(?P<accused>{ACCUSABLE}){_APP}{_ACTIVE} {_STRUCK}\b")
_DID_THAT = re.compile(
    rf"{_K}(?:['’]s?)? (?:had |has |have |probably |really |likely )*(?:done it|did it|did this|did so|done this|were "
    r"at work|was at work|stood behind|stands behind|stand behind|pulled the strings)\b"
)
_WORK_OF = re.compile(
    r"\b(?:work|handiwork|hand|fingerprints|hallmarks|doing|act|acts|signature|product|tactics|techniques|operation|"
    rf"actions|brainchild|responsibility|attack|campaign) of {_OFK}"
)
_BEHALF = re.compile(
    r"\b(?:on behalf of|at the (?:behest|direction|request|order|orders|instruction) of|on (?:the )?(?:orders?|"
    r"instructions?) (?:of|from)|in the (?:service|pay) of|originat\w+ (?:in|from|with)|emanat\w+ from|came from|"
    rf"coming from|come from|traced (?:back )?to|leads? (?:back )?to|led (?:back )?to) {_OFK}"
)
_BELONGS = re.compile(
    r"\b(?:belong(?:s|ed|ing)? to|members? of|officers? (?:of|from|in|with)|operatives? (?:of|from)|agents? (?:of|"
    r"for)|work(?:s|ed|ing)? for|employed by|answers? to|reports? to|(?:was|were|is|are|probably) from|came from|part "
    rf"of|a (?:front|cover|persona|proxy|tool|arm|unit|creature) (?:for|of)) {_OFK}"
)
_ATTACK_BY = re.compile(rf"\b{_ATTACK} (?:was |were |is |are )?(?:launched |carried out |conducted )?by {_OFK}")
_STATE_ATTACK = re.compile(
    rf"{_K}(?:['’]s?)? (?:own |reckless |malicious |malign |state |government |military |destructive |disruptive |"
    r"continued |unprecedented |aggressive |irresponsible |illegal |unacceptable |latest |recent |hostile |deliberate "
    rf"|coordinated |brazen |indiscriminate |increasingly )*{_ATTACK}\b"
)
_IS_ACTOR = re.compile(
    r"\b(?:perpetrators?|attackers?|actors?|hackers?|culprits?|intruders?|those responsible|people behind (?:it|the "
    rf"attack))(?: (?:was|were|is|are|had|as|behind [\w ]{{0,30}}?(?:was|were|is|are)))? (?:to be )?(?:{_AUX} )?{_OFK}"
)
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
_BLAME_NOUN = re.compile(
    r"\b(?:attribution|accusations?|allegations?|charges?|claims?|blame|evidence|proof|suspicions?|suspicion|finger|"
    rf"fingers|case|complaint|indictment|findings?|conclusion)\b(?: [\w’'-]+){{0,6}}? (?:against|to|at|on|that|of|"
    rf"towards?|implicating|linking|for) (?:[\w’'-]+ ){{0,4}}?(?P<accused>{ACCUSABLE})"
)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|is|are|being|be|gets?|got|stands?|stood)(?: [a-z]+ly| also| now| never| once| officially| "
    r"squarely| in part| then| not| since| first)* $"
)
_AGENT = re.compile(rf"\bby (?:[\w’'-]+ ){{0,6}}?(?P<agent>{ANY_MENTION})")
_CUE = re.compile(
    r"blam|accus|attribut|behind|responsib|link|tied|tie |ties |trac|pin|finger|carr|conduct|launch|perpetrat|"
    r"orchestrat|stag|mount|work of|hand |behalf|behest|suspect|implicat|nam|identif|indict|charg|hack|breach|stole|"
    r"infiltrat|compromis|attack|target|origin|came from|call|culprit|evidence|hold|held|expos|condemn|point|connect|"
    r"sponsor|order|direct|actor|fingerprint|hallmark|involve|campaign|operation|activit|associat|denounc|sanction|"
    r"espionage|lead|led|guilt|brand|role|belong|member|officer|from |trail|obtained|posted|leaked|may be|could be|"
    r"might be|stem|part"
)


def _mentioned(text: str, start: int, width: int) -> re.Match[str] | None:
    return re.compile(rf"^(?:[^.;:]{{0,{width}}}?)(?P<accused>{ACCUSABLE})").match(text[start:])


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
_NOT_PLACE2 = r"(?<! in )(?<! in the )(?<! against )(?<! against the )(?<! targeting )(?<! inside )(?<! outside )(?<! across )"
_TO = re.compile(
    rf"^[^.;]{{0,130}}?\b(?:to|on|upon|with|at|in the direction of|towards?|back to|by)(?: (?:[\w’'-]+|\"|“)){{0,6}}? "
    rf"?[\"“‘]?(?P<accused>{ACCUSABLE})"
)
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
    subject = re.search(rf"(?P<accused>{ACCUSABLE}){_APP}{_AUX} $", text[:start])
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
        if verb == "ties" and _TIES_WITH.match(text[end:]):
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
            rf"(?:{_ATTACK}|group|hackers|malware|code|infrastructure|servers|addresses|tools|{char_class(Kind.MALWARE)})(?: "
            r"[a-z]+ly| widely| been)?$",
            before,
        )
    )


# Frames with words of which one must be there, so that most patterns are never tried on a sentence; better frames first.
_PATTERNS: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...] = (
    (
        "behind",
        _BEHIND,
        tuple(
            "behind|responsible|to blame|culprit|perpetrator|author|suspect|complicit|guilty|accountable|the source|the "
            "origin|the actor|the hand|the party|the force".split("|")
        ),
    ),
    ("hand", _HAND, tuple("hand|responsibility|involvement|role|fingerprint|culpability|complicity|guilt|part".split("|"))),
    ("by", _BY, (" by ", " from ")),
    ("struck-by", _STRUCK_BY, (" by ",)),
    ("part", _HAD_PART, ("part", "role", "hand")),
    ("did", _DID_IT, ()),
    ("strike", _STRIKE, ()),
    ("did-it", _DID_THAT, tuple("done it|did it|did this|did so|done this|at work|behind|the strings".split("|"))),
    ("work", _WORK_OF, (" of ",)),
    ("behalf", _BEHALF, ()),
    ("belongs", _BELONGS, ()),
    ("attack-by", _ATTACK_BY, (" by ",)),
    ("state-attack", _STATE_ATTACK, ()),
    ("is", _IS_ACTOR, tuple("perpetrator|attacker|actor|hacker|culprit|intruder|those responsible|people behind".split("|"))),
    (
        "noun",
        _BLAME_NOUN,
        tuple(
            "attribution|accusation|allegation|charge|claim|blame|evidence|proof|suspicion|finger|case|complaint|indictment|"
            "finding|conclusion".split("|")
        ),
    ),
)


def holds(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of the words occurs in the text; plain search is many times faster than a pattern of alternatives."""
    return any(word in text for word in words)


def all_cores(text: str) -> list[Core]:
    """Every accusation in a sentence of the tape, in every frame that fits, better frames first."""
    if not re.search(ACCUSABLE, text) or not _CUE.search(text):
        return []
    found = _blame_cores(text) + _blamed_on_cores(text)
    for frame, pattern, words in _PATTERNS:
        if words and not holds(text, words):
            continue
        found += [Core(match.start("accused"), match.start(), match.end(), frame) for match in pattern.finditer(text)]
    return found


def best(found: list[Core]) -> list[Core]:
    """One core for each accused, that of the best frame, in the order of the sentence."""
    kept: dict[int, Core] = {}
    for core in found:
        kept.setdefault(core.accused, core)
    return sorted(kept.values(), key=lambda core: core.accused)
