"""Services and sites by name, and what became of each: switched off, disrupted, defaced, restored, or only attacked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from demarche.model.claim import PRIMARY, Claim, ServiceValue
from demarche.model.vocabulary.incidents import ServiceEffect
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.signals.signs import StemIndex

_E = ServiceEffect
_HEAD = (
    r"(?:web ?sites?|sites?|portals?|apps?|platforms?|systems?|networks?|services|servers?|web ?pages|pages|applications?|"
    r"e-?mail|call cent(?:re|er)s?|hotlines?|channels|"
    r"telephones|registers?|databases?|terminals|trains|lines|broadcasts)"
)
_WORD = r"(?:[A-Za-zÀ-ž][\w’'&/-]*)"
_STOP = (
    r"(?:the|a|an|its|their|his|her|our|this|that|these|those|and|or|of|to|in|on|at|by|for|with|from|as|was|were|is|are|be|"
    r"been|had|has|have|that|which|who|it|"
    r"they|said|other|some|all|both|into|after|before|when|while|most|many|several|take|took|taken|taking|shut|down|suspend|"
    r"suspended|restore|restored|block|blocked|"
    r"disrupt|disrupted|knock|knocked|knocks|attack|attacked|target|targeted|hit|more|than|against|its|dozens|hundreds|"
    r"thousands|control|whose|where|there|not|"
    r"no|any|one|two|three|four|five|parts|part|access|across|including|such|even|also|would|could|will|can|may|might|so|but|"
    r"if|then|only|out|off|up|over|under|render|rendered|rendering|"
    r"being|using|saw|lost|left|keep|kept|put|made|make|running|run|runs|sold|those|paralyse|paralyze|erase|wipe|steal|"
    r"provide|operate|reach|use|uses|each|every|what|how|same|own|now|just|through)"
)
_QUALIFIER = rf"(?:(?!{_STOP}\b){_WORD} )"
_BEFORE_HEAD = re.compile(rf"\b(?P<name>{_QUALIFIER}{{1,4}}{_HEAD})\b", re.IGNORECASE)
_OF = re.compile(
    rf"\b(?P<head>{_HEAD}) of (?P<owners>(?:the |its )?(?:[A-Z][\w’'&-]*|{_QUALIFIER}{{0,2}}[\w’'-]*(?:president|ministr|"
    r"parliament|government|court|office|bank|administration|agency)[\w’'-]*)"
    rf"(?:(?:,| and|, and|, as well as|,? of)?(?: the| of the)? (?:[A-Z][\w’'&-]*|{_QUALIFIER}{{0,2}}[\w’'-]*(?:office|"
    r"ministr|parliament|presiden|court|bank|administration)[\w’'-]*))*)",
)
_QUOTED = re.compile(
    r"[‘“\"'](?P<name>[A-Za-z][\w-]{2,30})[’”\"'], (?:an? |the )(?:[\w-]+ ){0,4}(?:portal|site|website|platform|service|app|"
    r"system)"
)
_APPOSED = re.compile(
    r"\b(?P<name>e-?[A-Z]\w+|[A-Z][\w-]+[A-Z]\w*|[a-z]+[A-Z]\w+)(?= (?:portal|app|platform|system|service|website|"
    r"application)\b|, (?:an? |the )(?:[\w-]+ ){0,4}(?:portal|app|platform|service))"
)
_EFFECTS: tuple[tuple[ServiceEffect, re.Pattern[str]], ...] = (
    (
        _E.RESTORED,
        re.compile(
            r"\brestor(?:e|ed|ing)\b|back online|(?:running|working|available|up) again|\bresum(?:e|ed|ing)|came back|"
            r"reopened|have returned"
        ),
    ),
    (
        _E.DEFACED,
        re.compile(
            r"\bdefac\w+|visitors [^.;]{0,60}(?:saw|found)|(?:carried|carrying|bore|displayed|showed) (?:the same |an? "
            r")?(?:picture|message|photo|image|map)"
        ),
    ),
    (
        _E.SUSPENDED,
        re.compile(
            r"\bsuspend(?:ed|ing)?\b|\bshut (?:down|off)|(?:took|taken|taking|take) (?:[\w’'-]+ ){0,8}?(?:offline|down\b|off "
            r"the internet)|switched off|\bhalted\b|pulled the plug|"
            r"closed (?:down|as a precaution)|as a precaution|disconnected|cut off from the internet"
        ),
    ),
    (
        _E.DISRUPTED,
        re.compile(
            r"\bdisrupt\w*|\bparaly[sz]\w*|\bcrippl\w*|\bknock\w*|offline|went (?:dark|down)|unavailable|could not (?:be "
            r"reached|broadcast|be opened)|stopped (?:working|responding)|\bcrash\w*|outages?|"
            r"inaccessible|unreachable|\bblocked\b|lost control|off the air|collapsed?|\bdown\b|interrupted|hit hard|"
            r"flood\w*|not work|failed"
        ),
    ),
    (
        _E.TARGETED,
        re.compile(
            r"\battack(?:ed|s)?\b|came under|\btarget(?:ed|s|ing)?\b|\bhit\b|\bhacked\b|\bcompromised\b|broke into|"
            r"penetrated|barrage|cyber-?attacks?"
        ),
    ),
)
_INDEX = StemIndex(
    (
        "restor|back online| again|resum|came back|reopened|returned",
        "defac|visitors|carried|carrying|bore|displayed|showed",
        "suspend|shut|took|take|taking|switched off|halted|pulled the plug|closed|precaution|disconnected|cut off",
        "disrupt|paraly|crippl|knock|offline|went dark|down|unavailable|could not|stopped|crash|outage|inaccessible|"
        "unreachable|blocked|lost control|off the air|collapse|interrupted|hit hard|flood|not work|failed",
        "attack|came under|target|hit|hack|compromis|broke into|penetrat|barrage",
        "site|portal|app|platform|system|network|services|server|page|e-mail|email|call cent|hotline|channel|telephone|"
        "register|database|terminal|trains|lines|broadcast|e-",
    )
)
"""What the words of each effect hold, and those for a service: every sentence about one holds both."""
_HEADS = len(_EFFECTS)
_AT_HEAD = re.compile(rf" {_HEAD}\b")
_WORD_START = re.compile(r"\b\w")
_INNER_CAPITAL = re.compile(r"[A-Z](?<=[\w-][A-Z])")
_NOT_A_SERVICE = re.compile(
    r"\b(?:security|intelligence|secret|special|spy|cyber|satellite news|telegram|social|leak|dark ?net|blog|news|postal|"
    r"information|military|armed|civil|foreign|public"
    r" relations|control|diplomatic|blood|hacker|group['’]s|gang['’]s) (?:services?|systems?|channels?|sites?|pages?|"
    r"websites?|networks?)$|^(?:computer|it|internal|new|critical|complex|fluid|similar)\b|"
    r"(?:research|front|command|messaging|payment|defen[cs]e|missile|political|legal|financial|health|school|banking) "
    r"systems?$|news (?:web)?sites?$|\b(?:leak|extortion) ",
    re.IGNORECASE,
)
_FIRM = re.compile(r"[A-Z][\w’'&-]* (?:Networks?|Systems?|Services|Platforms?|Applications?)$")
_REACH, _ATTACK_IS_FARTHER = 170, 60
_OWNER_BREAK = re.compile(r", and (?:the )?|, as well as (?:the )?|, (?:the )?| and (?:the )?")


def _before_heads(text: str, lowered: str) -> Iterator[re.Match[str]]:
    """The matches of `_BEFORE_HEAD`, entered only at the four words before a word for services."""
    floor = 0
    for head in _AT_HEAD.finditer(lowered):
        first = head.start()
        for _ in range(4):
            first = lowered.rfind(" ", 0, max(first, 0))
        for start in _WORD_START.finditer(text, max(floor, first + 1), head.end()):
            match = _BEFORE_HEAD.match(text, start.start()) if start.start() >= floor else None
            if match:
                floor = match.end()
                yield match


def _names(text: str, lowered: str) -> Iterator[tuple[str, int]]:
    """Named services and their places."""
    for pattern in (_QUOTED, _APPOSED) if _INNER_CAPITAL.search(text) else (_QUOTED,):
        for match in pattern.finditer(text):
            yield match.group("name"), match.start("name")
    taken: list[tuple[int, int]] = []
    for match in _OF.finditer(text):
        taken.append(match.span())
        for part in _OWNER_BREAK.split(match.group("owners")):
            owner = re.sub(r"^(?:the|its) ", "", part.strip(" ,"))
            if len(owner) > 2:
                yield f"{match.group('head').lower()} of {owner}", match.start()
    for match in _before_heads(text, lowered):
        inside = any(start < match.end() and match.start() < end for start, end in taken)
        if not inside and not _NOT_A_SERVICE.search(match.group("name")) and not _FIRM.search(match.group("name")):
            yield match.group("name"), match.start("name")


def _effects(text: str, tried: set[int]) -> list[tuple[int, int, int]]:
    """Where words of the effects to try stand: start, end, and the place of the effect in the table."""
    return [(*match.span(), rank) for rank in tried for match in _EFFECTS[rank][1].finditer(text)]


def _nearest(effects: list[tuple[int, int, int]], place: int, length: int) -> ServiceEffect | None:
    """The effect whose word stands nearest to the name; an attack alone counts as farther than what came of it."""
    ranked = []
    for start, end, rank in effects:
        gap = max(0, start - (place + length) if start >= place else place - end)
        if gap <= _REACH:
            ranked.append((gap + (_ATTACK_IS_FARTHER if _EFFECTS[rank][0] is _E.TARGETED else 0), rank))
    return _EFFECTS[min(ranked)[1]][0] if ranked else None


def _in_sentence(text: str, lowered: str, tried: set[int]) -> Iterator[tuple[str, ServiceEffect]]:
    effects = _effects(text, tried)
    for name, place in _names(text, lowered) if effects else ():
        effect = _nearest(effects, place, len(name))
        if effect is not None:
            yield " ".join(name.split()), effect


def find_services(reading: Reading) -> list[Claim]:
    """The services of the primary incident, each effect once, on the first sentence that says it."""
    seen: set[tuple[str, ServiceEffect]] = set()
    claims = []
    for number, kinds in sorted(_INDEX.triggered(reading.lowered).items()):
        sentence = reading.sentences[number]
        if len(kinds) < 2 or _HEADS not in kinds or sentence.headline or reading.event(sentence) != PRIMARY:
            continue
        for name, effect in _in_sentence(reading.plain[number], reading.lowered[number], kinds - {_HEADS}):
            key = (name.lower(), effect)
            if key not in seen:
                seen.add(key)
                claims.append(reading.claim(sentence, ServiceValue(name, effect), score=0.6))
    return claims
