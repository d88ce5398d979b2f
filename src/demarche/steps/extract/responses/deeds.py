"""Acts that a verb does."""

from __future__ import annotations

import re
from dataclasses import replace

from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.extract.responses import phrases
from demarche.steps.extract.responses.doers import Span, agents, listed_from, place_of, promiser, reporter, subjects
from demarche.steps.extract.responses.found import Found, doers_of, finite, targets_in
from demarche.steps.extract.responses.status import Reach, advised, reach
from demarche.steps.extract.responses.table import PARTICIPLES, Deed
from demarche.steps.extract.responses.view import ANY, DOERS

_ON_SOIL = frozenset({Act.ARREST, Act.RAID, Act.TRAVEL_BAN})
_RANSOM = frozenset({Act.RANSOM_PAID, Act.RANSOM_REFUSED})
_BY_THEMSELVES = frozenset({Act.MUTUAL_DEFENCE_CONSULTATION, Act.RANSOM_PAID})
_REFUSES = re.compile(r"(?:\b(?:to|not|never|will|would|be|been|was|we|it|they|of)|n['’]t) $")
_BY_PAYING = re.compile(r"\b(?:by|after|for|admitted|acknowledged|confirmed) $")
_CONTINUING = re.compile(r"help|assist|support|work|shar|provid|exchang")
_DIRECT_BY = re.compile(r" by (?:the |an? )?" + ANY)
_ARTICLE = re.compile(r"(?:\b(?:[Tt]he|[Ii]ts|[Aa]n?|[Tt]heir|his|her|this|any|no)|['’]s?) $")
_ADJECTIVE = re.compile(
    r"(?:\b(?:the|from|with|its|their|an?|any|some|other|more|many|these|those|his|her|newly|recently)|['’]s) $"
)
_NOUN_BEFORE = re.compile(r"\b(?:of|under|in|for|on|new|more|with) $")
_NOUN_AFTER = re.compile(r" (?:on|against|over|for|imposed|were|was|are|and|in|that|which|by|list|have|has)\b|[,.;]")
_NOUNS = frozenset(
    "sanctions charges arrests raids searches alerts fines strikes attacks orders calls bans bombs hacks steps".split()
)
"""Forms of verbs that are nouns as often."""


def participle(word: str) -> bool:
    """Whether a form may be a past participle."""
    return word.endswith("ed") or word in PARTICIPLES


def is_noun(text: str, start: int, word: str) -> bool:
    """Whether the form of a verb is a noun where it stands: "the arrest of", "new sanctions against"."""
    before = text[max(0, start - 8) : start]
    if word.endswith("ed"):
        return bool(_ADJECTIVE.search(before))
    if _ARTICLE.search(before) or word.endswith("ing"):
        return bool(_ARTICLE.search(before))
    after = start == 0 or _NOUN_AFTER.match(text, start + len(word))
    return bool(_NOUN_BEFORE.search(before)) or (word in _NOUNS and bool(after))


def deed_at(text: str, deed: Deed, start: int, word: str) -> Found | None:
    """The act of the verb `word` at a place; None when it is not that verb, or nothing was done."""
    particle = deed.particle.match(text, start + len(word))
    if not particle:
        return None
    end = particle.end()
    after = deed.after.match(text, end)
    may_be_passive = participle(word) and deed.subject is not None
    if not (after or may_be_passive) or is_noun(text, start, word):
        return None
    how = reach(text, start, word)
    found = Found(deed.act, Status.CONSIDERED if "considered" in deed.flags else how.status or Status.RULED_OUT, how.start, end)
    if deed.act in _RANSOM:
        found = replace(found, act=Act.RANSOM_REFUSED, status=Status.DONE) if how.negated else found
        if not _is_payment(text[:start], deed.act, how, word):
            return None
    elif how.status is None:
        return None
    if participle(word) and (how.passive or _DIRECT_BY.match(text, end)):
        return _passive(text, deed, start + len(word), found) if may_be_passive else None
    if not after:
        return None
    if found.act is Act.ASSISTANCE and word.endswith("ing") and how.passive and not _CONTINUING.match(word):
        found = replace(found, status=Status.ANNOUNCED if found.status is Status.DONE else found.status)
    helper = after.start("helper") if "helper" in deed.after.groupindex else -1
    doers = tuple(listed_from(text, helper)) if helper >= 0 else _titled(text, found) or doers_of(text, start, how, word)
    first = end if "target" not in deed.after.groupindex else max(after.start("target"), 0) or after.end()
    targets = targets_in(text, found.act, first, after.end())
    unsaid = "unsaid" in deed.flags and not doers and not finite(text[how.start : start], word)
    return replace(found, end=after.end(), doers=doers, targets=targets, unsaid=unsaid)


def _titled(text: str, found: Found) -> tuple[Span, ...]:
    """The holder of an office who leaves it: "the head of the agency", rather than the agency."""
    holder = phrases.PLAIN_TITLE.search(text, max(0, found.start - 120), found.start)
    return (holder.span("one"),) if holder and found.act is Act.RESIGNATION_OR_DISMISSAL else ()


def _is_payment(left: str, act: Act, how: Reach, word: str) -> bool:
    """Whether a ransom was refused by somebody, or paid: paying in general, or on a condition, is neither."""
    if how.negated:
        return bool(_REFUSES.search(left)) and not advised(left)
    said = word == "paid" or (word == "pay" and left.endswith("to ")) or _BY_PAYING.search(left)
    return act is Act.RANSOM_PAID and how.status is Status.DONE and bool(said)


def _passive(text: str, deed: Deed, verb_end: int, found: Found) -> Found | None:
    """The act of a passive: its subject is the target, and "by" names the doer."""
    cut = max(0, found.start - 120, text.rfind(";", 0, found.start) + 1, text.rfind(":", 0, found.start) + 1)
    if deed.subject is None or not deed.subject.search(text[cut : found.start]):
        return None
    doers = agents(text, verb_end) or reporter(text, found.start, found.end)
    doers = doers or _by_surroundings(text, found, "unsaid" in deed.flags)
    targets = targets_in(text, found.act, cut, found.start)
    return replace(found, doers=tuple(doers), targets=targets, unsaid="unsaid" in deed.flags and not doers)


def _by_surroundings(text: str, found: Found, unsaid: bool) -> list[Span]:
    """The doer of a passive without "by": on whose soil it was, who was dismissed, or who says so."""
    if found.act in _ON_SOIL:
        return place_of(text, found.end)
    if found.act is Act.ASSISTANCE:
        return [match.span() for match in DOERS.finditer(text, 0, found.start)][:1]
    if found.act is Act.RESIGNATION_OR_DISMISSAL:
        return list(_titled(text, found)) or subjects(text, found.start, True)
    if found.act in _BY_THEMSELVES or (found.status is Status.DONE and unsaid):
        return []
    return promiser(text, found.start)
