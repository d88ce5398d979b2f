"""Which incident a sentence is about: the one that the report is mainly about, or another that it mentions.

1 The headline and the lead tell the report's own names and years. 2 A sentence speaks of another incident when it says so, when
it names an incident that is known by a name of its own, or when an older year stands beside an attack on somebody else. 3 What
such a sentence names is known by a label, and a sentence that goes on about it takes the label over.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

from demarche.errors import UsageError
from demarche.model.claim import PRIMARY
from demarche.model.source import Document
from demarche.reference.tables import country_code, known_incidents
from demarche.steps.extract.dates.datewords import COUNTS
from demarche.steps.extract.eventwords import (
    AGO,
    AGO_STEMS,
    AIMED,
    APART,
    APART_STEMS,
    ATTACK_STEMS,
    BEFORE,
    BEFORE_STEMS,
    COMPARED,
    CONTINUES,
    DEFINITE,
    DOERS,
    EVIDENCE,
    FLAW,
    INDEFINITE,
    LASTING,
    NAMING,
    NEAR,
    NEAR_STEMS,
    NO_NAMES,
    OTHER_CRIME,
    OTHER_CRIME_STEMS,
    POINTS_BACK,
    SAID,
    SHARED,
    STRUCK,
    SUPPOSED,
    TIED,
    TOLD_WHOLE,
    YEAR,
)
from demarche.steps.extract.mentions.tape import Tape
from demarche.steps.extract.reading import NOWHERE
from demarche.steps.extract.roundups import items
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.signals.signs import StemIndex

_LEAD = 6
_TOP = 4
"""Sentences from the headline on whose names are those of the report's own incident; years are looked for a little farther."""
_FIRST = 2
"""The first sentences are about the report's own incident whatever they say."""
_REACH = 60
"""How many characters before a year or an earlier attack the words stand that say what it is."""
_OFTEN = 3
"""Sentences without a year that name something which no other incident is recalled by as often."""
_MANY = 3
"""Other incidents that one sentence names, or their years."""
_SHORT = 3
"""Letters of words that may be anything."""
_AGO = re.compile(r"\b(?P<n>[A-Za-z]+|\d+)(?: and a half)? years? (?:ago|after|on,|later)")
_LAST = re.compile(r"\b(?:last|previous) (?:year|[A-Z][a-z]+|autumn|summer|spring|winter)|\ba year ago")
_LONG_NAME = re.compile(r"\b(?!The )[A-Z][\w’'-]+(?: (?:of |for |and |on |the )*[A-Z][\w’'-]+)+")
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w-]*")


class _Gate:
    """The numbers of what may be found in a sentence, by the plain strings that it holds."""

    ATTACK, APART, BEFORE, AGO, NEAR, CRIME, KNOWN = range(7)


_RECALLING = frozenset({_Gate.BEFORE, _Gate.AGO, _Gate.NEAR, _Gate.CRIME})


@cache
def _gates() -> StemIndex:
    names = re.findall(r"[A-Z][^|()]*", known_incidents().pattern.replace("\\", ""))
    stems = [ATTACK_STEMS, APART_STEMS, BEFORE_STEMS, AGO_STEMS, NEAR_STEMS, OTHER_CRIME_STEMS]
    return StemIndex([*stems, "|".join(names).lower()])


def _years(text: str) -> set[int]:
    return {int(year) for year in YEAR.findall(text)}


def _stems(text: str) -> set[str]:
    """The capitalised words of a text, without endings such as that of "Georgia’s", that may be names."""
    return set(_CAPITALISED.findall(text)) - NO_NAMES


def _is_country(name: str) -> bool:
    try:
        return bool(country_code(name))
    except UsageError:
        return False


class Events:
    """Labels for the sentences of one report."""

    def __init__(self, document: Document, tape: Tape, sentences: tuple[Sentence, ...]) -> None:
        spans = [tape.offsets(sentence.start, sentence.end) for sentence in sentences]
        self._plain = [document.text[start:end].replace("\n", " ") for start, end in spans]
        self._lead = " ".join(self._plain[:_LEAD])
        published = document.origin.published
        self._published = published.year if published else None
        self._own_years = _years(self._lead) | (_told_years(self._lead, published.year) if published else set())
        self._introduced: set[str] = set()
        self._labels_of: dict[str, str] = {}
        self._count = 0
        self.labels = items(document, self._plain, sentences) or self._labelled(sentences)

    @cached_property
    def _own_names(self) -> set[str]:
        return _stems(" ".join(self._plain[:_TOP]))

    @cached_property
    def _hit(self) -> set[str]:
        """The names at which something was aimed at the top of the report, but those of countries."""
        found = {match.group("name") for text in self._plain[:_TOP] for match in STRUCK.finditer(text)}
        return {stem for name in found if not _is_country(name) for stem in _stems(name) if not _is_country(stem)}

    @cached_property
    def _initials(self) -> set[str]:
        """The lead's names when only their capital letters are said: an organisation's OPCW, a service's HSE."""
        return {"".join(letter for letter in name if letter.isupper()) for name in _LONG_NAME.findall(self._lead)}

    def _labelled(self, sentences: tuple[Sentence, ...]) -> tuple[str, ...]:
        held = _gates().triggered([text.lower() for text in self._plain])
        labels: list[str] = []
        block = -1
        for number, sentence in enumerate(sentences):
            keys = self._keys(number, held.get(number, set())) if number >= _FIRST else None
            if keys is not None:
                labels.append(NOWHERE if self._tells_of_none(number) else self._label(keys or [f"sentence {number}"]))
            elif number and labels[-1] not in {PRIMARY, NOWHERE} and sentence.block == block and self._goes_on(sentence):
                labels.append(labels[-1])
            else:
                labels.append(PRIMARY)
            block = sentence.block
        return tuple(labels)

    def _tells_of_none(self, number: int) -> bool:
        """Whether a sentence runs through so many other incidents that it tells nothing of any, or tells of another crime."""
        text = self._plain[number]
        named = max(len(set(self._known(text))), len(_years(text) - self._own_years))
        return named >= _MANY or self._other_crime(text)

    def _goes_on(self, sentence: Sentence) -> bool:
        """Whether a sentence goes on about the other incident of the one before."""
        text = self._plain[sentence.number]
        if self._hit & _stems(text):
            return False
        return bool(POINTS_BACK.search(text) or (CONTINUES.match(sentence.text) and not DEFINITE.search(text)))

    def _label(self, keys: list[str]) -> str:
        """The label of the other incident that any of the keys stands for, or a new one."""
        label = next((self._labels_of[key] for key in keys if key in self._labels_of), None)
        if label is None:
            self._count += 1
            label = f"other-{self._count}"
        for key in keys:
            self._labels_of.setdefault(key, label)
        return label

    def _keys(self, number: int, held: set[int]) -> list[str] | None:
        """What the other incident of a sentence may be known by; None for a sentence about the report's own."""
        text = self._plain[number]
        years = _years(text)
        known = self._known(text) if _Gate.KNOWN in held and (_Gate.ATTACK in held or years) else []
        if _Gate.APART in held and APART.search(text):
            return self._names(text, known, years)
        if not (known or years or held & _RECALLING) or self._names_who_was_hit(text):
            return None
        if _Gate.CRIME in held and self._other_crime(text):
            return self._names(text, known, years)
        if EVIDENCE.search(text) and not TOLD_WHOLE.search(text):
            return None
        if known and not TIED.search(text):
            return self._names(text, known, years)
        if _Gate.ATTACK not in held or years & self._own_years:
            return None
        if _Gate.BEFORE in held and self._recalls(text):
            return self._names(text, known, years)
        return self._of_another_time(number, held, years)

    def _names_who_was_hit(self, text: str) -> bool:
        """Whether a sentence names whom the report's own incident hit, and not only to place another one by it."""
        return not self._hit.isdisjoint(_stems(text)) and not self._hit.isdisjoint(_stems(COMPARED.sub("", text)))

    def _of_another_time(self, number: int, held: set[int], years: set[int]) -> list[str] | None:
        """Keys of a sentence that tells of an attack at another time."""
        text = self._plain[number]
        older = self._older(text)
        ago = not older and _Gate.AGO in held and self._ago(text)
        if not (older or ago or (_Gate.NEAR in held and NEAR.search(text))) or DOERS.search(text):
            return None
        definite = DEFINITE.search(text)
        strangers = self._strangers(text, AIMED if older or ago else STRUCK)
        if not (older or ago):
            told = bool(strangers) and not definite and not SAID.search(text)
        elif older:
            told = not definite or any(not _is_country(name) for name in strangers) or self._is_aside(number)
        else:
            told = bool(strangers or (INDEFINITE.search(text) and not SUPPOSED.search(text))) or self._is_aside(number)
        return self._names(text, strangers, years) if told else None

    def _is_aside(self, number: int) -> bool:
        """Whether a sentence late in the report brings in names of its own and tells of what was done, not what was said."""
        text = self._plain[number]
        if 2 * number < len(self._plain) or SUPPOSED.search(text) or (DEFINITE.search(text) and SAID.search(text)):
            return False
        return bool(self._new_names(number))

    def _new_names(self, number: int) -> set[str]:
        """Names of a sentence, but those of countries, that no other sentence says."""
        names = {name for name in _stems(self._plain[number]) if not _is_country(name) and len(name) > _SHORT}
        return {name for name in names if not any(name in text for at, text in enumerate(self._plain) if at != number)}

    def _other_crime(self, text: str) -> bool:
        """Whether a sentence tells of a crime that is no attack on computers, and the lead does not."""
        found = OTHER_CRIME.search(text)
        return found is not None and not OTHER_CRIME.search(self._lead)

    def _names(self, text: str, known: list[str], years: set[int]) -> list[str]:
        """Keys of an incident: names but those of countries, which many attacks share; a country with its year; a year."""
        found = known or self._strangers(text, AIMED)
        told = [str(year) for year in sorted(years - self._own_years)]
        names = [name for name in found if not _is_country(name)]
        return names or [f"{name} {year}" for name in found for year in told or [""]] or told

    def _recalls(self, text: str) -> bool:
        before = BEFORE.search(text)
        return before is not None and not SHARED.search(text, max(0, before.start() - _REACH), before.start())

    def _known(self, text: str) -> list[str]:
        """Names of well-known incidents that are not the report's own, nor first introduced as what it is about."""
        found = []
        for match in known_incidents().finditer(text):
            name, before = match.group(), text[: match.start()]
            if FLAW.search(before):
                continue
            if NAMING.search(before) and not YEAR.search(text):
                self._introduced.add(name)
            if name not in self._introduced and not self._is_own(name):
                found.append(name)
        return found

    def _is_own(self, name: str) -> bool:
        """Whether the lead names it, in whole, by a word of it or spelled out, or the whole report keeps coming back to it."""
        if name in self._lead or _stems(name) & self._own_names or name in self._initials:
            return True
        return sum(name in text and not YEAR.search(text) for text in self._plain) >= _OFTEN

    def _strangers(self, text: str, aimed: re.Pattern[str]) -> list[str]:
        """Names at which something was aimed and that the top of the report does not know."""
        found = []
        for match in aimed.finditer(text):
            stems = _stems(match.group("name"))
            if stems and not stems & self._own_names:
                found += sorted(stems)
        return found

    def _older(self, text: str) -> bool:
        """Whether a year is before that of the report's own incident, as a point and no beginning of something long."""
        said = [
            int(match.group())
            for match in YEAR.finditer(text)
            if not LASTING.search(text, max(0, match.start() - _REACH), match.start())
        ]
        return bool(said and self._own_years) and max(said) < max(self._own_years)

    def _ago(self, text: str) -> bool:
        """Whether a year is counted back to that is not one of the report's own."""
        if self._published is None or not AGO.search(text):
            return False
        return not _counted_back(text, self._published) & self._own_years


def _counted_back(text: str, published: int) -> set[int]:
    counts = [match.group("n") for match in _AGO.finditer(text)] if " year" in text else []
    years = {published - (int(count) if count.isdigit() else COUNTS.get(count.lower(), 0)) for count in counts}
    return years | {published - 1} if _LAST.search(text) else years


def _told_years(lead: str, published: int) -> set[int]:
    """The dateline's year, and those that the lead counts back to."""
    return {published} | _counted_back(lead, published)
