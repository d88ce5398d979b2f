"""The acts of one sentence: each verb and noun of the tables at its places, with doers, targets and how far it has come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.extract.responses_doers import Span, agents, listed_from, owner, place_of, promiser, reporter, subjects
from demarche.steps.extract.responses_nouns import INTENT, Thing, things
from demarche.steps.extract.responses_status import Reach, advised, reach
from demarche.steps.extract.responses_verbs import PARTICIPLES, Deed, deeds
from demarche.steps.extract.responses_view import ACCUSABLE, ANY, DIPLOMATS, DOER, ENVOY, LISTED, MISSION, NAMED, STATE

BY_NAME = frozenset({Act.SANCTIONS, Act.TRAVEL_BAN, Act.INDICTMENT, Act.ARREST, Act.LAWSUIT})
"""Acts against persons and companies by name, each of a list on its own."""
_ON_SOIL = frozenset({Act.ARREST, Act.RAID, Act.TRAVEL_BAN})
_RANSOM = frozenset({Act.RANSOM_PAID, Act.RANSOM_REFUSED})
_HELP = frozenset({Act.ASSISTANCE, Act.SOLIDARITY})

_WORD = re.compile(r"[A-Za-z][a-zé]+(?:-[a-z]+)?")
_AGAINST = re.compile(rf"^[^.;:]{{0,60}}?\b(?:on|against|with|targeting) (?:the |an? |several |\w+ ){{0,2}}(?P<one>{LISTED}|{ACCUSABLE})")
_NO = re.compile(r"\b(?:[Nn]o|[Ww]ithout|[Nn]either|[Nn]or|[Nn]ot|any|hardly|[Ff]ew) (?:(?!to |plans? |intention |reason |need |only )[\w’'-]+ ){0,2}$")
_UNDERGO = re.compile(
    rf"\b(?:fac(?:e|es|ed|ing)|(?:put|placed|is|are|was|were|been|come|came|comes) (?:under|subject to)|hit (?:by|with)|subject to)(?: (?:[\w’'-]+|{ANY})){{0,4}} ?$"
)
_OPTION = re.compile(r"\b(?:options?|choices?|possibilit(?:y|ies)|on the table|under (?:consideration|discussion|review)|not (?:been )?(?:excluded|ruled out))\b")
_AUX = r"\b(?:was|were|is|are|been|being|be) (?:\w+ ){0,2}?"
_NO_GAP = re.compile(r"\b(?:to|that|who|which|said|says|and|but|whether|of the|from|if|when|while|as)\b")
_SHORT_GAP = re.compile(rf" (?:(?:{ANY}(?:['’]s?)?|[\"“”]?[\w’'$.-]+[\"“”]?),? ){{0,6}}")
_LONG_GAP = re.compile(r" [^.;:]{0,110}")
_NOT_FINITE = re.compile(r"(?:[Tt]o|having|being) ")
_NOT_AFTER = {
    Act.ARREST: re.compile(r"(?:warrants? (?:for|of)|lead(?:s|ing)? to|for) (?:the |his |her |their )?$"),
    Act.ASSISTANCE: re.compile(r"\b(?:request|ask|appeal|call|plea)\w* for (?:\w+ ){0,2}$"),
}
_ARTICLE = re.compile(r"(?:\b(?:[Tt]he|[Ii]ts|[Aa]n?|[Tt]heir|his|her|this|any|no)|['’]s?) $")
_NOUN_BEFORE = re.compile(r"\b(?:of|under|in|for|on|new|more|with) $")
_NOUN_AFTER = re.compile(r" (?:on|against|over|for|imposed|were|was|are|and|in|that|which|by|list|have|has)\b|[,.;]")
_NOUNS = frozenset("sanctions charges arrests raids searches alerts fines strikes attacks orders calls bans bombs hacks steps designates".split())
_CALLER = re.compile(r"\b(?:call(?:s|ed|ing)? (?:on|upon|for)|urg(?:es|ed|ing)|ask(?:s|ed|ing)?|press(?:es|ed|ing)|want(?:s|ed)|push(?:es|ed|ing)|demand(?:s|ed|ing)?)\b")
_DIRECT_BY = re.compile(r" by (?:the |an? )?" + ANY)


@dataclass(frozen=True, slots=True)
class Found:
    """An act at places `start` to `end` of a sentence, and the places of its doers and targets. `unsaid`: nobody is named, and the
    state in reach may be meant."""

    act: Act
    status: Status
    start: int
    end: int
    doers: tuple[Span, ...] = ()
    targets: tuple[int, ...] = ()
    unsaid: bool = False
    again: bool = False
    """Whether the words point back to an act already told ("the sanctions")."""


def acts_in(text: str) -> list[Found]:
    """Every act of a dressed sentence in reading order; of one act at overlapping places the first."""
    found: list[Found] = []
    verbs, nouns = deeds(), things()
    for match in _WORD.finditer(text):
        word = match.group().lower()
        for deed in verbs.get(word, ()):
            _add(found, _deed(text, deed, match))
        for thing in nouns.get(word, ()):
            _add(found, _thing(text, thing, match.start()))
    return found


def _add(found: list[Found], new: Found | None) -> None:
    if new is not None and not any(old.act is new.act and old.start < new.end and new.start < old.end for old in found):
        found.append(new)


def _participle(word: str) -> bool:
    return word.endswith("ed") or word in PARTICIPLES


def _finite(group: str, word: str) -> bool:
    """Whether a verb has a subject of its own, by its auxiliaries and adverbs `group`."""
    if _NOT_FINITE.match(group):
        return False
    return not word.endswith("ing") or bool(re.search(r"\b(?:is|are|was|were|be|been|has|have|had|will|would)\b|[a-z]ed to", group))


def _is_noun(text: str, match: re.Match[str]) -> bool:
    """Whether the form of a verb is a noun where it stands: "the arrest of", "new sanctions against"."""
    word, before = match.group().lower(), text[max(0, match.start() - 8) : match.start()]
    if word.endswith("ed"):
        return False
    if _ARTICLE.search(before):
        return True
    if word.endswith("ing"):
        return False
    return bool(_NOUN_BEFORE.search(before)) or (word in _NOUNS and bool(_NOUN_AFTER.match(text, match.end())))


def _subjects(text: str, verb: int, how: Reach, word: str) -> list[Span]:
    """Whoever does, or asks for, what the verb at a place says."""
    finite = _finite(text[how.start : verb], word)
    if not finite and how.status is Status.CONSIDERED:
        callers = list(_CALLER.finditer(text, max(0, verb - 90), verb))
        if callers:
            return subjects(text, callers[-1].start(), True)
    return subjects(text, how.start, finite)


def _deed(text: str, deed: Deed, match: re.Match[str]) -> Found | None:
    start, word = match.start(), match.group().lower()
    particle = deed.particle.match(text, match.end())
    if not particle:
        return None
    end = particle.end()
    after = deed.after.match(text, end)
    bare_passive = _participle(word) and deed.subject is not None
    if not after and not bare_passive:
        return None
    how = reach(text, start, word)
    act, status = deed.act, deed.status or how.status
    if act in _RANSOM:
        if how.negated and advised(text[:start]):
            return None
        act, status = (Act.RANSOM_REFUSED, Status.DONE) if how.negated else (act, None if act is Act.RANSOM_REFUSED else status)
    if status is None or _is_noun(text, match):
        return None
    if _participle(word) and (how.passive or _DIRECT_BY.match(text, end)):
        return _passive(text, deed, match.end(), replace(_EMPTY, act=act, status=status, start=how.start, end=end))
    if not after:
        return None
    if act is Act.ASSISTANCE and word.endswith("ing") and how.passive and not _CONTINUING.match(word):
        status = Status.ANNOUNCED if status is Status.DONE else status
    doers = _subjects(text, start, how, word)
    if "target" in deed.after.groupindex:
        targets = (after.start("target"),) if after.group("target") else ()
    else:
        targets = _targets(text, act, end, after.end())
    return Found(act, status, how.start, after.end(), tuple(doers), targets, deed.unsaid and not doers)


_CONTINUING = re.compile(r"help|assist|support|work|shar|provid|exchang")
_EMPTY = Found(Act.STATEMENT, Status.DONE, 0, 0)
_NOTHING = Found(Act.STATEMENT, Status.RULED_OUT, 0, 0)
"""What a rule gives when it applies and says that nothing was done: no other rule is asked."""


def _passive(text: str, deed: Deed, verb_end: int, found: Found) -> Found | None:
    """The act of a passive: its subject is the target, and "by" names the doer."""
    if deed.subject is None:
        return None
    first = max(0, found.start - 120)
    left = text[first : found.start]
    cut = max((left.rfind(mark) for mark in ";:"), default=-1) + 1
    subject = deed.subject.search(left, cut)
    if subject is None:
        return None
    doers = agents(text, verb_end) or reporter(text, found.start, found.end)
    if not doers and found.act in _ON_SOIL:
        doers = place_of(text, found.end)
    if not doers and found.act is not Act.MUTUAL_DEFENCE_CONSULTATION and (found.status is not Status.DONE or not deed.unsaid):
        doers = promiser(text, found.start)
    targets = _targets(text, found.act, first + cut, found.start)
    return replace(found, doers=tuple(doers), targets=targets, unsaid=deed.unsaid and not doers)


def _targets(text: str, act: Act, start: int, end: int) -> tuple[int, ...]:
    pattern = _TARGETS.get(act, ACCUSABLE)
    found = re.compile(pattern).search(text, start, end)
    if not found:
        return ()
    place = found.start()
    if re.compile(f" {NAMED}").match(text, place + 1):
        place += 2
    return tuple(place for place, _ in listed_from(text, place)) if act in BY_NAME else (place,)


_TARGETS = {act: NAMED for act in BY_NAME} | {
    Act.SANCTIONS: LISTED,
    Act.SUMMONS: rf"[{ENVOY}{DIPLOMATS}]|{STATE}(?=(?:['’]s?)? (?:[\w-]+ ){{0,2}}(?:ambassador|envoy|charg|consul|diplomat))|{MISSION}(?=['’]s)",
    Act.RECALL_AMBASSADOR: "(?!)",
    Act.ASSISTANCE: "(?!)",
    Act.ADVISORY: "(?!)",
    Act.EXPEL_DIPLOMATS: f"[{ENVOY}{DIPLOMATS}{MISSION}]|{ACCUSABLE}",
}


def _thing(text: str, thing: Thing, start: int) -> Found | None:
    phrase = thing.phrase.match(text, start)
    before = text[max(0, start - 40) : start]
    if not phrase or _NO.search(before) or (thing.act in _NOT_AFTER and _NOT_AFTER[thing.act].search(before)):
        return None
    for rule in (_governed, _undergone, _told, _passive_noun, _owned, _option):
        found = rule(text, thing, start, phrase.end())
        if found is _NOTHING:
            return None
        if found is not None:
            again = before.endswith("the ")
            targets = found.targets or _targets(text, found.act, start, phrase.end()) or _after(text, found.act, phrase.end())
            return replace(found, targets=targets, again=again)
    return None


def _after(text: str, act: Act, end: int) -> tuple[int, ...]:
    found = _AGAINST.match(text[end : end + 110])
    if not found:
        return ()
    place = end + found.start("one")
    return tuple(one for one, _ in listed_from(text, place)) if act in BY_NAME else (place,)


def _governors(thing: Thing, left: str) -> Iterator[tuple[re.Match[str], Status | None]]:
    for match in thing.done_by.finditer(left):
        yield match, None
    if thing.act not in _HELP:
        for match in INTENT.finditer(left):
            yield match, Status[match.lastgroup or "DONE"]
    else:
        for match in INTENT.finditer(left):
            if match.lastgroup == "ANNOUNCED":
                yield match, Status.ANNOUNCED


def _governed(text: str, thing: Thing, start: int, end: int) -> Found | None:
    """The noun is the object of a verb that does, promises, weighs or rules out."""
    first = max(0, start - 120)
    left = text[first:start]
    best, intent = max(_governors(thing, left), key=lambda pair: pair[0].start(), default=(None, None))
    gap = _LONG_GAP if thing.act is Act.REWARD_OFFER else _SHORT_GAP
    if best is None or not gap.fullmatch(left, best.end()) or (gap is _SHORT_GAP and _NO_GAP.search(left, best.end())):
        return None
    verb, word = first + best.start(), best.group()
    how = reach(text, verb, word)
    status = how.status
    if status is Status.DONE and intent is not None:
        status = thing.offered if word.startswith("offer") else intent
    if status is None or (how.passive and _participle(word)):
        return _NOTHING
    doers = _subjects(text, verb, how, word)
    return Found(thing.act, status, how.start, end, tuple(doers), (), thing.unsaid and not doers)


def _undergone(text: str, thing: Thing, start: int, end: int) -> Found | None:
    """"They face an asset freeze": the subject is the target."""
    first = max(0, start - 60)
    found = _UNDERGO.search(text[first:start]) if thing.act in BY_NAME else None
    if not found:
        return None
    how: Reach = reach(text, first + found.start(), found.group().split()[0])
    if how.status is None:
        return None
    doers = agents(text, end)
    targets = _targets(text, thing.act, max(0, how.start - 100), how.start)
    return Found(thing.act, how.status, how.start, end, tuple(doers), targets, not doers)


def _told(text: str, thing: Thing, start: int, end: int) -> Found | None:
    """"The advisory that the agencies put out", "the decree the president signed"."""
    found = re.compile(rf" (?:(?:that|which) )?(?:the |an? )?(?:[\w-]+ )?(?P<one>{DOER}|[\w-]+ agencies)(?: had| has| have)?(?: \w+)? (?P<verb>{thing.done_by.pattern})").match(text, end)
    if not found or text[found.start("one")].isalpha():
        return None
    return Found(thing.act, Status.DONE, start, found.end(), tuple(listed_from(text, found.start("one"))))


def _passive_noun(text: str, thing: Thing, start: int, end: int) -> Found | None:
    """"Sanctions were imposed", "an advisory published by"."""
    right = text[end : end + 130]
    for pattern in (thing.done_by, INTENT):
        for frame in (rf"^[^.;:]{{0,90}}?{_AUX}", r"^(?:(?! (?:was|were|is|are|and)\b)[^.;:,]){0,60}? "):
            found = re.compile(frame).match(right)
            verb = pattern.match(right, found.end()) if found else None
            verb = verb or _later(pattern, frame, right)
            if not verb or not _participle(verb.group()):
                continue
            if "(?!" in frame and not re.match(r" (?:jointly |together )?(?:by|on|in|last|at|this|that|late|early|after|over) ", right[verb.end() :]):
                continue
            how = reach(text, end + verb.start(), "x")
            status = Status[verb.lastgroup] if how.status is Status.DONE and verb.lastgroup else how.status
            if status is None:
                return _NOTHING
            doers = agents(text, end + verb.end()) or reporter(text, start, end + verb.end())
            return Found(thing.act, status, start, end + verb.end(), tuple(doers), (), thing.unsaid and not doers)
    return None


def _later(pattern: re.Pattern[str], frame: str, right: str) -> re.Match[str] | None:
    for verb in pattern.finditer(right):
        if re.compile(frame + "$").match(right[: verb.start()]):
            return verb
    return None


def _owned(text: str, thing: Thing, start: int, end: int) -> Found | None:
    """"An FBI alert", "an advisory from the FBI"."""
    doers = owner(text, start) if thing.owned else []
    if not doers and thing.signed:
        doers = agents(text, end, near=True)
    return Found(thing.act, Status.DONE, start, end, tuple(doers)) if doers else None


def _option(text: str, thing: Thing, start: int, end: int) -> Found | None:
    """"Sanctions are one of the options on the table"."""
    if not thing.unsaid or not _OPTION.search(text):
        return None
    return Found(thing.act, Status.CONSIDERED, start, end, (), (), True)
