"""Services and sites by name, and what became of each: switched off, disrupted, defaced, restored, or only attacked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from demarche.model.claim import PRIMARY, Claim, ServiceValue
from demarche.model.vocabulary.incidents import ServiceEffect
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import Sentence

_E = ServiceEffect
_HEAD = (
    r"(?:web ?sites?|sites?|portals?|apps?|platforms?|systems?|networks?|services|servers?|web ?pages|pages|applications?|e-?mail|call cent(?:re|er)s?|hotlines?|channels|"
    r"telephones|registers?|databases?|terminals|trains|lines|broadcasts)"
)
_WORD = r"(?:[A-Za-zÀ-ž][\w’'&/-]*)"
_STOP = (
    r"(?:the|a|an|its|their|his|her|our|this|that|these|those|and|or|of|to|in|on|at|by|for|with|from|as|was|were|is|are|be|been|had|has|have|that|which|who|it|"
    r"they|said|other|some|all|both|into|after|before|when|while|most|many|several|take|took|taken|taking|shut|down|suspend|suspended|restore|restored|block|blocked|"
    r"disrupt|disrupted|knock|knocked|knocks|attack|attacked|target|targeted|hit|more|than|against|its|dozens|hundreds|thousands|control|whose|where|there|not|"
    r"no|any|one|two|three|four|five|parts|part|access|across|including|such|even|also|would|could|will|can|may|might|so|but|if|then|only|out|off|up|over|under|"
    r"being|using|saw|lost|left|keep|kept|put|made|make|running|run|runs|sold|those|each|every|what|how|same|own|now|just|through)"
)
_QUALIFIER = rf"(?:(?!{_STOP}\b){_WORD} )"
_BEFORE_HEAD = re.compile(rf"\b(?P<name>{_QUALIFIER}{{1,4}}{_HEAD})\b", re.IGNORECASE)
_OF = re.compile(
    rf"\b(?P<head>{_HEAD}) of (?P<owners>(?:the |its )?(?:[A-Z][\w’'&-]*|{_QUALIFIER}?[\w’'-]*(?:president|ministr|parliament|government|court|office|bank|administration|agency)[\w’'-]*)"
    rf"(?:(?:,| and|, and|, as well as|,? of)?(?: the| of the)? (?:[A-Z][\w’'&-]*|{_QUALIFIER}?[\w’'-]*(?:office|ministr|parliament|presiden|court|bank|administration)[\w’'-]*))*)",
)
_QUOTED = re.compile(r"[‘“\"'](?P<name>[A-Za-z][\w-]{2,30})[’”\"'], (?:an? |the )(?:[\w-]+ ){0,4}(?:portal|site|website|platform|service|app|system)")
_APPOSED = re.compile(r"\b(?P<name>e-?[A-Z]\w+|[A-Z][\w-]+[A-Z]\w*|[a-z]+[A-Z]\w+)(?= (?:portal|app|platform|system|service|website|application)\b|, (?:an? |the )(?:[\w-]+ ){0,4}(?:portal|app|platform|service))")
_EFFECTS: tuple[tuple[ServiceEffect, re.Pattern[str]], ...] = (
    (_E.RESTORED, re.compile(r"\brestor(?:e|ed|ing)\b|back online|(?:running|working|available|up) again|\bresum(?:e|ed|ing)|came back|reopened|have returned")),
    (_E.DEFACED, re.compile(r"\bdefac\w+|visitors [^.;]{0,60}(?:saw|found)|(?:carried|carrying|bore|displayed|showed) (?:the same |an? )?(?:picture|message|photo|image|map)")),
    (
        _E.SUSPENDED,
        re.compile(
            r"\bsuspend(?:ed|ing)?\b|\bshut (?:down|off)|(?:took|taken|taking|take) (?:[\w’'-]+ ){0,8}?(?:offline|down\b|off the internet)|switched off|\bhalted\b|pulled the plug|"
            r"closed (?:down|as a precaution)|as a precaution|disconnected|cut off from the internet"
        ),
    ),
    (
        _E.DISRUPTED,
        re.compile(
            r"\bdisrupt\w*|\bparaly[sz]\w*|\bcrippl\w*|\bknock\w*|offline|went (?:dark|down)|unavailable|could not (?:be reached|broadcast|be opened)|stopped (?:working|responding)|\bcrash\w*|outages?|"
            r"inaccessible|unreachable|\bblocked\b|lost control|off the air|collapsed?|\bdown\b|interrupted|hit hard|flood\w*|not work|failed"
        ),
    ),
    (_E.TARGETED, re.compile(r"\battack(?:ed|s)?\b|came under|\btarget(?:ed|s|ing)?\b|\bhit\b|\bhacked\b|\bcompromised\b|broke into|penetrated|barrage|cyber-?attacks?")),
)
_ANY_EFFECT = re.compile("|".join(pattern.pattern for _, pattern in _EFFECTS))
_ANY_SERVICE = re.compile(rf"\b{_HEAD}\b|\be-?[A-Z]\w+", re.IGNORECASE)
_NOT_A_SERVICE = re.compile(
    r"\b(?:security|intelligence|secret|special|spy|cyber|satellite news|telegram|social|leak|dark ?net|blog|news|postal|information|military|armed|civil|foreign|public"
    r" relations|control|diplomatic|blood|hacker|group['’]s|gang['’]s) (?:services?|systems?|channels?|sites?|pages?|websites?|networks?)$|^(?:computer|it|internal|new|critical|complex|fluid|similar)\b|"
    r"(?:research|front|command|messaging|payment|defen[cs]e|missile|political|legal|financial|health|school|banking) systems?$|news (?:web)?sites?$|\b(?:leak|extortion) ",
    re.IGNORECASE,
)
_OWNER_BREAK = re.compile(r", and (?:the )?|, as well as (?:the )?|, (?:the )?| and (?:the )?")


def _names(text: str) -> Iterator[tuple[str, int]]:
    """Named services and their places."""
    for pattern in (_QUOTED, _APPOSED):
        for match in pattern.finditer(text):
            yield match.group("name"), match.start("name")
    taken: list[tuple[int, int]] = []
    for match in _OF.finditer(text):
        taken.append(match.span())
        for owner in _OWNER_BREAK.split(match.group("owners")):
            owner = re.sub(r"^(?:the|its) ", "", owner.strip(" ,"))
            if len(owner) > 2:
                yield f"{match.group('head').lower()} of {owner}", match.start()
    for match in _BEFORE_HEAD.finditer(text):
        inside = any(start < match.end() and match.start() < end for start, end in taken)
        if not inside and not _NOT_A_SERVICE.search(match.group("name")):
            yield match.group("name"), match.start("name")


def _effect(text: str, place: int, length: int) -> ServiceEffect | None:
    """The effect whose word stands nearest to the name; a restoring word wins only when it is nearest."""
    best: tuple[int, int] | None = None
    chosen = None
    for rank, (effect, pattern) in enumerate(_EFFECTS):
        for match in pattern.finditer(text):
            gap = match.start() - (place + length) if match.start() >= place else place - match.end()
            distance = max(0, gap) + (60 if effect is _E.TARGETED else 0)
            if gap <= 110 and (best is None or (distance, rank) < best):
                best, chosen = (distance, rank), effect
    return chosen


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[tuple[str, ServiceEffect]]:
    text = reading.plain[sentence.number]
    if not _ANY_EFFECT.search(text) or not _ANY_SERVICE.search(text):
        return
    for name, place in _names(text):
        effect = _effect(text, place, len(name))
        if effect is not None:
            yield " ".join(name.split()), effect


def find_services(reading: Reading) -> list[Claim]:
    """The services of the primary incident, each effect once, on the first sentence that says it."""
    seen: set[tuple[str, ServiceEffect]] = set()
    claims = []
    for sentence in reading.sentences:
        if sentence.headline or reading.event(sentence) != PRIMARY:
            continue
        for name, effect in _in_sentence(reading, sentence):
            key = (name.lower(), effect)
            if key not in seen:
                seen.add(key)
                claims.append(reading.claim(sentence, ServiceValue(name, effect), score=0.6))
    return claims
