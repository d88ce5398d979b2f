"""Acts that a noun names, done by a verb beside it, by its owner, or by whoever signed it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.extract.responses.deeds import participle
from demarche.steps.extract.responses.doers import agents, listed_from, owner, place_of, reporter
from demarche.steps.extract.responses.found import BY_NAME, Found, doers_of, targets_after, targets_in
from demarche.steps.extract.responses.status import advised, reach
from demarche.steps.extract.responses.table import Thing
from demarche.steps.extract.responses.view import ANY, DOER

_HELP = frozenset({Act.ASSISTANCE, Act.SOLIDARITY})
_RANSOM = frozenset({Act.RANSOM_PAID, Act.RANSOM_REFUSED})
_NOT_AFTER = {
    Act.ARREST: re.compile(r"(?:warrants? (?:for|of)|lead(?:s|ing)? to|for) (?:the |his |her |their )?$"),
    Act.LAW_OR_POLICY: re.compile(r"\b(?:[Ii]n|monthly|phone|telephone|electricity|water|hospital|[Yy]our) $"),
    Act.SANCTIONS: re.compile(r"\b(?:civil|criminal|monetary|security|hiring|price) $"),
    Act.ASSISTANCE: re.compile(r"\b(?:request|ask|appeal|call|plea)\w* for (?:\w+ ){0,2}$"),
}
_NO = re.compile(
    r"\b(?:[Nn]o|[Ww]ithout|[Nn]either|[Nn]or|[Nn]ot|any|hardly|[Ff]ew) "
    r"(?:(?!to |plans? |intention |reason |need |only )[\w’'-]+ ){0,2}$"
)
_UNDERGO = re.compile(
    r"\b(?:fac(?:e|es|ed|ing)|(?:put|placed|is|are|was|were|been|come|came|comes) (?:under|subject to)|hit (?:by|with)|"
    r"subject to)"
    rf"(?: (?:[\w’'-]+|{ANY})){{0,4}} ?$"
)
_OPTION = re.compile(
    r"\b(?:options?|choices?|possibilit(?:y|ies)|on the table|under (?:consideration|discussion|review)|"
    r"not (?:been )?(?:excluded|ruled out))\b"
)
_IS_DONE = re.compile(r"[^.;:]{0,90}?\b(?:was|were|is|are|been|being|be) (?:\w+ ){0,2}?$")
_REDUCED = re.compile(r"(?:(?! (?:was|were|is|are|and)\b)[^.;:,]){0,60}? $")
_REDUCED_AFTER = re.compile(r" (?:jointly |together )?(?:by|on|in|last|at|this|that|late|early|after|over) ")
_TELLS = re.compile(rf" (?:(?:that|which) )?(?:the |an? )?(?:[\w-]+ )?(?P<one>{DOER})(?: had| has| have)?(?: \w+)? ")
_NO_GAP = re.compile(r"\b(?:to|that|who|which|said|says|and|but|whether|of the|from|if|when|while|as)\b")
_FIRST_OF_TWO = re.compile(
    r"\b(?:bans?|freezes?|sanctions|charges|restrictions|support|assistance|help|advisory|expertise|solidarity) and "
)
_SHORT_GAP = re.compile(rf" (?:(?:{ANY}(?:['’]s?)?|[\"“”]?[\w’'$.-]+[\"“”]?),? ){{0,6}}")
_LONG_GAP = re.compile(r" [^.;:]{0,110}")

_INTENT: dict[Status, str] = {
    Status.ANNOUNCED: (
        r"promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|vow(?:s|ed|ing)?|plan(?:s|ned|ning)?|prepar(?:e|es|ed|ing)|expected|due|"
        r"scheduled|"
        r"offer(?:s|ed|ing)?|commit(?:s|ted|ting)? (?:to|itself to)"
    ),
    Status.THREATENED: r"threaten(?:s|ed|ing)?|warn(?:s|ed|ing)? of",
    Status.CONSIDERED: (
        r"consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|discuss(?:es|ed|ing)?|stud(?:y|ies|ied|ying)|explor(?:e|"
        r"es|ed|ing)|"
        r"examin(?:e|es|ed|ing)|call(?:s|ed|ing)? for|demand(?:s|ed|ing)?|propos(?:e|es|ed|ing)|recommend(?:s|ed|ing)?|"
        r"request(?:s|ed|ing)?|debat(?:e|es|ed|ing)|urg(?:e|es|ed|ing)|push(?:es|ed|ing)? for|seek(?:s|ing)?|sought"
    ),
    Status.RULED_OUT: (
        r"rul(?:e|es|ed|ing) out|stop(?:s|ped|ping)? short of|reject(?:s|ed|ing)? calls for|shied away from|refrain(?:s|ed|"
        r"ing)? from|"
        r"decid(?:e|es|ed) against"
    ),
}
_INTENDS = re.compile("|".join(rf"(?P<{status.name}>\b(?:{verbs})\b)" for status, verbs in _INTENT.items()))
"""Verbs that say how far any act has come when its noun follows; the group's name is the status."""
NOTHING = Found(Act.STATEMENT, Status.RULED_OUT, 0, 0)
"""What a rule gives when it applies and says that nothing was done: no other rule is asked."""


def denied(text: str, act: Act, start: int) -> bool:
    """Whether the words before a noun say that there was none, that it is another thing, or that a ransom is only spoken of:
    "no arrests", "leading to arrests", "advised them not to pay"."""
    before = text[max(0, start - 40) : start]
    if act in _RANSOM and advised(text[:start]):
        return True
    return bool(_NO.search(before) or (act in _NOT_AFTER and _NOT_AFTER[act].search(before)))


def thing_at(text: str, thing: Thing, start: int) -> Found | None:
    """The act of the noun at a place; None when it is not that noun, or nothing was done."""
    phrase = thing.phrase.match(text, start)
    if not phrase or denied(text, thing.act, start):
        return None
    end = phrase.end()
    for rule in (_governed, _undergone, _told, _passive, _owned, _option):
        found = rule(text, thing, start, end)
        if found is NOTHING:
            return None
        if found is not None:
            targets = found.targets or targets_in(text, found.act, start, end) or targets_after(text, found.act, end)
            unsaid = "unsaid" in thing.flags and not found.doers
            return replace(found, targets=targets, unsaid=unsaid, again=text.endswith("the ", 0, start))
    return None


def _governors(thing: Thing, left: str) -> Iterator[tuple[re.Match[str], Status | None]]:
    for match in thing.done_by.finditer(left):
        yield match, None
    for match in _INTENDS.finditer(left):
        status = Status[match.lastgroup or "DONE"]
        if thing.act not in _HELP or status is Status.ANNOUNCED:
            yield match, status


def _breaks(gap: str) -> bool:
    """Whether the words between a verb and a noun part them; the first of two nouns does not ("travel bans and")."""
    return bool(_NO_GAP.search(_FIRST_OF_TWO.sub("", gap)))


def _governed(text: str, thing: Thing, start: int, end: int) -> Found | None:
    """The noun is the object of a verb that does, promises, weighs or rules out."""
    first = max(0, start - 120)
    left = text[first:start]
    best, intent = max(_governors(thing, left), key=lambda pair: pair[0].start(), default=(None, None))
    gap = _LONG_GAP if thing.act is Act.REWARD_OFFER else _SHORT_GAP
    if best is None or not gap.fullmatch(left, best.end()) or (gap is _SHORT_GAP and _breaks(left[best.end() :])):
        return None
    verb, word = first + best.start(), best.group()
    how = reach(text, verb, word)
    status = how.status
    if status is Status.DONE and intent is not None:
        status = Status.DONE if word.startswith("offer") and "offered" in thing.flags else intent
    if status is None or (how.passive and participle(word)):
        return NOTHING
    return Found(thing.act, status, how.start, end, doers_of(text, verb, how, word))


def _undergone(text: str, thing: Thing, start: int, end: int) -> Found | None:
    """An act that somebody undergoes, as in "they face an asset freeze": the subject is the target."""
    found = _UNDERGO.search(text, max(0, start - 60), start) if thing.act in BY_NAME else None
    if not found:
        return None
    how = reach(text, found.start(), found.group().split()[0])
    if how.status is None:
        return NOTHING
    targets = targets_in(text, thing.act, max(0, how.start - 100), how.start)
    return Found(thing.act, how.status, how.start, end, tuple(agents(text, end) or place_of(text, end)), targets)


def _told(text: str, thing: Thing, start: int, end: int) -> Found | None:
    """An act in a relative clause: "the advisory that the agencies put out", "the decree the president signed"."""
    found = _TELLS.match(text, end)
    verb = thing.done_by.match(text, found.end()) if found else None
    if not found or not verb:
        return None
    return Found(thing.act, Status.DONE, start, verb.end(), tuple(listed_from(text, found.start("one"))))


def _passive(text: str, thing: Thing, start: int, end: int) -> Found | None:
    """An act in the passive: "sanctions were imposed", "an advisory published by"."""
    last = min(len(text), end + 130)
    for pattern in (thing.done_by, _INTENDS):
        for verb in pattern.finditer(text, end, last):
            word = verb.group()
            full = participle(word.split()[0]) and _IS_DONE.fullmatch(text, end, verb.start())
            reduced = (
                participle(word.split()[0])
                and _REDUCED.fullmatch(text, end, verb.start())
                and _REDUCED_AFTER.match(text, verb.end())
            )
            if not (full or reduced):
                continue
            how = reach(text, verb.start(), "-ed")
            status = Status[verb.lastgroup] if how.status is Status.DONE and verb.lastgroup else how.status
            if status is None:
                return NOTHING
            doers = agents(text, verb.end()) or reporter(text, start, verb.end())
            return Found(thing.act, status, start, verb.end(), tuple(doers))
    return None


def _owned(text: str, thing: Thing, start: int, end: int) -> Found | None:
    """An act of an owner or signer: "an FBI alert", "an advisory from the FBI"."""
    doers = owner(text, start) if "owned" in thing.flags else []
    if not doers and "signed" in thing.flags:
        doers = agents(text, end, near=True)
    return Found(thing.act, Status.DONE, start, end, tuple(doers)) if doers else None


def _option(text: str, thing: Thing, start: int, end: int) -> Found | None:
    """An act that is weighed: "sanctions are one of the options on the table"."""
    if "unsaid" not in thing.flags or not _OPTION.search(text):
        return None
    return Found(thing.act, Status.CONSIDERED, start, end, tuple(reporter(text, start, end)))
