"""The signs by which a date of a report is told to be the day its incident began: words that the learned weights know.

1 Every date of the content is a candidate but the dateline and what lies after it. 2 The word that stands nearest says of what
kind it is. 3 Signs tell how it is said and where. 4 More signs tell how it stands to the other dates of its incident.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from demarche.model.atoms import PartialDate
from demarche.steps.extract.dates.reader import DateForm, DateHit
from demarche.steps.extract.dates.startwords import (
    AGAIN,
    CLAUSE,
    EVE,
    HOUR_AFTER,
    HOUR_BEFORE,
    INEXACT,
    KINDS,
    LAWFUL,
    LAWFUL_DOING,
    OF_SOMETHING_ELSE,
    PART,
    SUPERLATIVE,
    Cue,
    cues,
    describes,
    is_of,
)
from demarche.steps.extract.dates.startyears import carried, looked_back_to
from demarche.steps.extract.mentions.tape import Kind
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.signals.signals import Signal

_TIED = frozenset({"entry", "effect", "noun", "adjectival"})
"""Kinds of words that tie a date to what the attackers did."""
_NEAR_FORMS = frozenset({DateForm.WEEKDAY, DateForm.RELATIVE, DateForm.SPAN})
_FAINT = frozenset({Signal.INTRUSION, Signal.GANG, Signal.MONEY_COST, Signal.RANSOM})
_DOERS = frozenset({Kind.ACTOR, Kind.HACKERS, Kind.UNKNOWN, Kind.MALWARE})
_SPEAKERS = frozenset({Kind.STATE, Kind.OFFICIAL, Kind.WORLD, Kind.EXPERT, Kind.ANONYMOUS, Kind.COMPANY, Kind.MEDIA})
_STEPS = (12.0, 30.0, 60.0, 120.0)
_NOWHERE = 9
_FAR = 140.0
"""Characters beyond which no word says what happened on a date."""
_UNDONE = frozenset(f"{kind}={_NOWHERE}" for kind in ("entry", "effect", "noun"))
"""The signs of a sentence without any word of a deed: a year or month in it is that of a treaty, an election or sanctions."""
_AGES = ((0, "same"), (2, "days"), (7, "week"), (31, "month"), (180, "half"), (500, "year"), (1200, "years"))
_PLACE_BEFORE = re.compile(r"^[A-ZÀ-Ž][A-ZÀ-Ž .,/’'-]+\(?$")
_STORY_AFTER = re.compile(r"\.?\)?(?: \([^)]{1,30}\))? ?(?:[-–—]+|:) ")
_OPENS_CLAUSE = re.compile(r"[,;:—(*] ?(?:[\w-]+ ){0,4}$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that may be the day something of an incident happened; `kind` is that of the nearest word, or `bare`."""

    sentence: Sentence
    hit: DateHit
    event: str
    kind: str
    signs: frozenset[str]
    reach: float = 0.0
    """Characters to the word of its kind."""


@dataclass(frozen=True)
class _Place:
    """A date in its sentence."""

    text: str
    hit: DateHit
    telling: int
    """How many firm signs of a deed the sentence holds."""

    @property
    def before(self) -> str:
        return self.text[: self.hit.start]

    @property
    def after(self) -> str:
        return self.text[self.hit.end : self.hit.end + 60]

    def distance(self, cue: Cue) -> float:
        """Characters to a word; the border of a clause counts as many more, and what follows is farther."""
        text, hit = self.text, self.hit
        if cue.end <= hit.start:
            between = text[cue.end : hit.start]
            return len(between) + 20.0 * len(CLAUSE.findall(between))
        between = text[hit.end : cue.start]
        opens = hit.start < 30 or hit.form is DateForm.SPAN or bool(_OPENS_CLAUSE.search(self.before))
        stretch = 0.6 if opens else 2.5 if hit.form in _NEAR_FORMS else 1.3
        return len(between) * stretch + 20.0 * len(CLAUSE.findall(between[8:])) + (0 if opens else 8)


def _is_dateline(published: PartialDate | None, hit: DateHit, text: str) -> bool:
    """The report's own date, written out, is nobody's event; nor is that of a line such as `TIRANA, Sept 7 -`."""
    if published is None:
        return bool(_PLACE_BEFORE.match(text[: hit.start]) and _STORY_AFTER.match(text[hit.end : hit.end + 40]))
    if text[hit.end : hit.end + 1] == ")" and hit.date == PartialDate(published.year):
        return hit.start < 60
    return hit.date == published and hit.form not in _NEAR_FORMS and hit.lead not in {"on", "since", "from"}


def _possible(published: PartialDate | None, hit: DateHit, text: str) -> bool:
    late = published is not None and hit.date.first > published.last
    return not late and not _is_dateline(published, hit, text) and not EVE.match(text[hit.end : hit.end + 20])


def _age(published: PartialDate | None, hit: DateHit) -> str:
    """How long before the dateline, roughly."""
    if published is None:
        return "unknown"
    days = (published.last - hit.date.last).days
    return next((name for most, name in _AGES if days <= most), "old")


def _step(distance: float) -> int:
    return next((number for number, most in enumerate(_STEPS) if distance < most), len(_STEPS))


def _said_beside(place: _Place, beside: Sequence[Cue]) -> tuple[str, float, set[str]]:
    """The kind of the nearest word, how far it is, and the signs of all words that may say what happened."""
    best: dict[str, tuple[float, Cue]] = {}
    for cue in beside:
        if cue.end <= place.hit.start or cue.start >= place.hit.end:
            kind, distance = cue.kind, place.distance(cue)
            if kind not in best or distance < best[kind][0]:
                best[kind] = (distance, cue)
    apposed = {"apposed"} if is_of(place.text, place.hit.start, beside) else set()
    signs = apposed | {f"{kind}={_step(best[kind][0]) if kind in best else _NOWHERE}" for kind in KINDS}
    if describes(place.text, place.hit.end, beside):
        return "adjectival", 0.0, signs | {"first=adjectival"}
    nearest = min(best, key=lambda kind: (best[kind][0], kind), default="bare")
    if nearest == "bare" or best[nearest][0] > _FAR:
        return "bare", _FAR, signs | {"first=bare"}
    distance, cue = best[nearest]
    lead = place.text[max(0, cue.start - 40) : cue.start]
    signs |= {f"first={nearest}", f"first={nearest}:{'before' if cue.end <= place.hit.start else 'after'}"}
    if LAWFUL.search(lead) or LAWFUL_DOING.search(place.text[cue.end : max(cue.end, place.hit.start)]):
        signs.add("lawful")
    if AGAIN.search(lead):
        signs.add("again")
    return nearest, distance, signs


def _said_how(place: _Place) -> Iterator[str]:
    hit, before, after = place.hit, place.before, place.after
    yield f"lead={hit.lead}"
    yield f"precision={hit.date.precision}"
    yield f"telling={min(place.telling, 2)}"
    yield f"telling-near={hit.form in _NEAR_FORMS}:{place.telling > 0}"
    if hit.until is not None:
        yield "range"
    if hit.start < 4:
        yield "opens"
    if OF_SOMETHING_ELSE.match(after):
        yield "of-something-else"
    if HOUR_BEFORE.search(before[-30:]) or HOUR_AFTER.match(after):
        yield "hour"
    if PART.search(before[-20:]):
        yield "part"
    if INEXACT.search(before[-12:]):
        yield "inexact"
    if hit.lead == "since" and SUPERLATIVE.search(before):
        yield "since-superlative"


def _said_where(reading: Reading, sentence: Sentence, hit: DateHit, kind: str) -> Iterator[str]:
    kinds = {named.kind for _, named in reading.named[sentence.number]}
    yield "doers" if kinds & _DOERS else "no-doers"
    yield "speakers" if kinds & _SPEAKERS else "no-speakers"
    number = sentence.number
    yield "at=" + (
        "headline"
        if sentence.headline
        else "lead"
        if number <= 2
        else "early"
        if number <= 5
        else "mid"
        if number <= 12
        else "late"
    )
    age = _age(reading.published, hit)
    yield f"age={age}:{hit.date.precision}"
    yield f"age={age}:{kind}"


def candidates(reading: Reading) -> list[Candidate]:
    """The dates of a report that may be days of its incidents, each with its signs, in reading order."""
    telling = Counter(one.sentence.number for one in reading.signals if one.label not in _FAINT and one.weight > 0)
    found: list[Candidate] = []
    back = looked_back_to(reading)
    for sentence, text, hits in zip(reading.sentences, reading.plain, reading.dates, strict=True):
        possible = [hit for hit in hits if _possible(reading.published, hit, text)]
        if not possible or text.endswith("?"):
            continue
        beside = cues(reading.lowered[sentence.number])
        for read in possible:
            kind, reach, signs = _said_beside(_Place(text, read, telling[sentence.number]), beside)
            hit = carried(reading, sentence.number, read, back) if kind in _TIED else read
            place = _Place(text, hit, telling[sentence.number])
            if kind == "said" and hit.date.day is None and not place.telling and signs >= _UNDONE:
                continue
            signs |= {*_said_how(place), *_said_where(reading, sentence, hit, kind)}
            found.append(Candidate(sentence, hit, reading.event(sentence), kind, frozenset(signs), reach))
    return [replace(one, signs=one.signs | _beside(one, found)) for one in found]


def _beside(one: Candidate, found: list[Candidate]) -> set[str]:
    """How a date stands to the others of its incident that are tied to what the attackers did."""
    tied = [other for other in found if other.event == one.event and (other.kind in _TIED or "apposed" in other.signs)]
    date = one.hit.date
    signs = set()
    for other in tied:
        if other.hit.date.precision != date.precision and other.hit.date.agrees(date):
            signs.add(f"{'finer' if other.hit.date.precision > date.precision else 'coarser'}-than-{date.precision}")
    others = [other for other in tied if other is not one]
    if not others:
        return {"alone"}
    if all(date.first <= other.hit.date.first for other in others):
        signs.add("earliest")
    if all(date.last >= other.hit.date.last for other in others):
        signs.add("latest")
    for other in others:
        if other.sentence is one.sentence and other.hit.date.last < date.first:
            signs.add("later-in-sentence")
        elif other.sentence is one.sentence and other.hit.date.first > date.last:
            signs.add("earlier-in-sentence")
    return signs
