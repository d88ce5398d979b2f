"""The acts of one sentence: each verb and noun of the tables at its places, with doers, targets and how far it has come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.extract.responses_doers import Span, agents, listed_from, owner, reporter, subjects
from demarche.steps.extract.responses_nouns import INTENT, Thing, things
from demarche.steps.extract.responses_status import Reach, advised, reach
from demarche.steps.extract.responses_verbs import PARTICIPLES, Deed, deeds
from demarche.steps.extract.responses_view import ACCUSABLE, ANY, DOER, NAMED

BY_NAME = frozenset({Act.SANCTIONS, Act.TRAVEL_BAN, Act.INDICTMENT, Act.ARREST, Act.LAWSUIT})
"""Acts against persons and companies by name, each of a list on its own."""
_HELP = frozenset({Act.ASSISTANCE, Act.SOLIDARITY})

_WORD = re.compile(r"[A-Za-z][a-zé]+(?:-[a-z]+)?")
_AGAINST = re.compile(rf"^[^.;:]{{0,60}}?\b(?:on|against|with|targeting|for|at|from) (?:the |an? |several |\w+ )?(?P<one>{NAMED}|{ACCUSABLE})")
_NO = re.compile(r"\b(?:[Nn]o|[Ww]ithout|[Nn]either|[Nn]or|[Nn]ot|any|hardly|[Ff]ew) (?:[\w’'-]+ ){0,3}$")
_UNDERGO = re.compile(
    rf"\b(?:fac(?:e|es|ed|ing)|(?:put|placed|is|are|was|were|been|come|came|comes) (?:under|subject to)|hit (?:by|with)|subject to)(?: (?:[\w’'-]+|{ANY})){{0,4}} ?$"
)
_OPTION = re.compile(r"\b(?:options?|choices?|possibilit(?:y|ies)|on the table|under (?:consideration|discussion|review)|not (?:been )?(?:excluded|ruled out))\b")
_AUX = r"\b(?:was|were|is|are|been|being|be) (?:\w+ ){0,2}?"
_NO_GAP = re.compile(r"\b(?:to|that|who|which|said|says|and|but|whether|of the|from|if|when|while|as)\b")
_SHORT_GAP = re.compile(rf" (?:(?:{ANY}(?:['’]s?)?|[\"“”]?[\w’'$.-]+[\"“”]?),? ){{0,6}}")
_LONG_GAP = re.compile(r" [^.;:]{0,110}")
_INFINITIVE = re.compile(r"\b[Tt]o (?:\w+ )?$")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Aa]n?|of|[Tt]heir) $")
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


def _finite(text: str, verb: int, word: str) -> bool:
    return not word.endswith("ing") and not _INFINITIVE.search(text[max(0, verb - 20) : verb])


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
    if act is Act.RANSOM_PAID and how.negated and not advised(text[:start]):
        act, status = Act.RANSOM_REFUSED, Status.DONE
    if status is None or (word.endswith("ing") and _ARTICLE.search(text[:start])):
        return None
    if _participle(word) and (how.passive or _DIRECT_BY.match(text, end)):
        return _passive(text, deed, replace(_EMPTY, act=act, status=status, start=how.start, end=end))
    if not after:
        return None
    if act is Act.ASSISTANCE and word.endswith("ing") and how.passive and not _CONTINUING.match(word):
        status = Status.ANNOUNCED if status is Status.DONE else status
    doers = subjects(text, how.start, _finite(text, start, word))
    return Found(act, status, how.start, after.end(), tuple(doers), _targets(text, act, end, after.end()), deed.unsaid and not doers)


_CONTINUING = re.compile(r"help|assist|support|work|shar|provid")
_EMPTY = Found(Act.STATEMENT, Status.DONE, 0, 0)


def _passive(text: str, deed: Deed, found: Found) -> Found | None:
    """The act of a passive: its subject is the target, and "by" names the doer."""
    if deed.subject is None:
        return None
    first = max(0, found.start - 120)
    left = text[first : found.start]
    cut = max((left.rfind(mark) for mark in ";:"), default=-1) + 1
    subject = deed.subject.search(left, cut)
    if subject is None:
        return None
    doers = agents(text, found.end) or reporter(text, found.start, found.end)
    targets = _targets(text, found.act, first + cut, found.start)
    return replace(found, start=first + subject.start(), doers=tuple(doers), targets=targets, unsaid=deed.unsaid and not doers)


def _targets(text: str, act: Act, start: int, end: int) -> tuple[int, ...]:
    found = re.compile(NAMED if act in BY_NAME else ACCUSABLE).search(text, start, end)
    if not found:
        return ()
    return tuple(place for place, _ in listed_from(text, found.start())) if act in BY_NAME else (found.start(),)


def _thing(text: str, thing: Thing, start: int) -> Found | None:
    phrase = thing.phrase.match(text, start)
    if not phrase or _NO.search(text[max(0, start - 40) : start]):
        return None
    for rule in (_governed, _undergone, _told, _passive_noun, _owned, _option):
        found = rule(text, thing, start, phrase.end())
        if found is not None:
            again = bool(re.search(r"\bthe $", text[max(0, start - 5) : start]))
            return replace(found, targets=found.targets or _after(text, found.act, phrase.end()), again=again)
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
    if best is None or not gap.fullmatch(left, best.end()) or _NO_GAP.search(left, best.end()):
        return None
    verb, word = first + best.start(), best.group()
    how = reach(text, verb, word)
    status = how.status
    if status is Status.DONE and intent is not None:
        status = thing.offered if word.startswith("offer") else intent
    if status is None or (how.passive and _participle(word)):
        return None
    doers = subjects(text, how.start, _finite(text, verb, word))
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
                return None
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
