"""What one report says around its sentences: which states are accused, and which state, affairs and years are its own."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.mentions.tape import Kind
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.responses.doers import subjects
from demarche.steps.extract.responses.view import ANY, DOERS, STATE
from demarche.steps.extract.signals.signs import StemIndex

_LEAD = 5
"""How many sentences of a report tell what it is about."""
_PLACED = frozenset({Kind.STATE, Kind.OFFICIAL, Kind.WORLD, Kind.ADJECTIVE})
_ATTACKING = re.compile(
    r"hack|actor|\bsp(?:y|ies)\b|group|gang|intelligence|[- ](?:linked|backed|aligned|sponsored)|operati|cyber|\bunits?\b|"
    r"servic|crew|"
    r"officers|agents|military$"
)
_BLAMED = re.compile(rf"\b(?:accus\w+|blam\w+|behind|responsib\w+|attribut\w+|condemn\w+)\b[^.;]{{0,50}}?(?P<one>{STATE})")
_TIED = re.compile(
    rf"\b(?:linked|tied|backed|sponsored|connected|loyal|supported|run|directed)(?: to| by| with)? (?:the )?(?P<one>{STATE})"
)
_DENYING = re.compile(r"\b(?:denies|denied|rejects|rejected|dismisses|dismissed|ridiculed|derided|scoffed|disowned)\b")
_INDEX = StemIndex(
    (
        "accus|blam|behind|responsib|attribut|condemn",
        "linked|tied|backed|sponsored|connected|loyal|supported|run |directed",
        "denie|reject|dismiss|ridiculed|derided|scoffed|disowned",
    )
)
"""Plain strings, one of which every match of these three patterns holds."""
_AFFAIRS = frozenset({Kind.COMPANY, Kind.MALWARE, Kind.VICTIM, Kind.EXPERT, Kind.WORLD, Kind.ACTOR})
_AFFAIR = re.compile(
    r"\b(?:over|after|for|following|because of|in response to|in the wake of|in connection with) (?:the |its |an? )?"
    rf"(?:(?:\d{{4}}|cyber|earlier|recent) )*(?P<one>{ANY})(?:['’]s?)? (?:[\w-]+ ){{0,2}}?(?:hack\w*|breach\w*|attacks?|"
    r"espionage|"
    r"campaigns?|case|affair|operations?|intrusions?|leaks?|thefts?|incidents?|worm|outbreak)\b"
    rf"|^(?:For|Over|After) (?P<two>{ANY}) "
)
_YEAR = re.compile(r"(?<!since )\b(?:in|of|In|by|during|late|early|mid|\d|[A-Z][a-z]+,?) (20[0-3]\d|199\d)\b")


class Surroundings:
    """One report as the background of its sentences."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._mentions = reading.tape.mentions
        self._lead = reading.sentences[:_LEAD]

    @cached_property
    def accused(self) -> frozenset[str]:
        """The states that the report's hackers are said to act for."""
        found: Counter[str] = Counter()
        for named in self._mentions.values():
            if named.kind is Kind.ACTOR and named.party.country and named.party.kind is not PartyKind.CRIMINAL_GROUP:
                found[named.party.country] += 1
            elif named.kind is Kind.HACKERS and named.party.country and _ATTACKING.search(named.party.name):
                found[named.party.country] += 2
        texts = [sentence.text for sentence in self._reading.sentences]
        for number, tried in _INDEX.triggered(texts).items():
            found.update(self._accused_in(texts[number], tried))
        most = max(found.values(), default=0)
        return frozenset(country for country, count in found.items() if count >= min(2, most) and count * 2 >= most)

    def _accused_in(self, text: str, tried: set[int]) -> Counter[str]:
        found: Counter[str] = Counter()
        for number, pattern in enumerate((_BLAMED, _TIED)):
            for match in pattern.finditer(text) if number in tried else ():
                found[self._mentions[match.group("one")].party.country or ""] += number + 1
        denial = _DENYING.search(text) if 2 in tried else None
        for start, end in subjects(text, denial.start(), True) if denial else ():
            denier = self._mentions.get(text[start]) if end - start == 1 else None
            if denier and denier.party.country:
                found[denier.party.country] += 1
        del found[""]
        return found

    @cached_property
    def _own_states(self) -> tuple[str, ...]:
        """The states that the report speaks of, the most first, the accused left out."""
        found: Counter[str] = Counter()
        for sentence in self._reading.sentences:
            for match in DOERS.finditer(sentence.text):
                named = self._mentions[match.group()]
                if named.kind in _PLACED and named.party.country and named.party.country not in self.accused:
                    found[named.party.country] += (3 if named.kind is Kind.OFFICIAL else 1) * (3 if sentence.number < 3 else 1)
        return tuple(sorted(found, key=lambda country: (-found[country], country)))

    def home(self, barred: frozenset[str] = frozenset()) -> str | None:
        """The state that the report speaks of most, the accused and those barred aside."""
        return next((country for country in self._own_states if country not in barred), None)

    @cached_property
    def _own_names(self) -> frozenset[str]:
        return frozenset(
            self._mentions[char].party.name for sentence in self._lead for char in sentence.text if char in self._mentions
        )

    @cached_property
    def _own_years(self) -> frozenset[int]:
        years = {int(year) for sentence in self._lead for year in _YEAR.findall(sentence.text)}
        published = self._reading.published
        if published:
            years.add(published.year)
            if re.search(r"\blast \w+", self._lead[0].text + self._lead[-1].text):
                years.add(published.year - 1)
        return frozenset(years)

    def of_other_affair(self, clause: str) -> bool:
        """Whether a clause names an affair that the report's lead does not, or a year before those of the lead."""
        years = [int(year) for year in _YEAR.findall(clause)]
        if years and self._own_years and max(years) < min(self._own_years):
            return True
        for match in _AFFAIR.finditer(clause):
            named = self._mentions.get(match.group("one") or match.group("two"))
            if named and named.kind in _AFFAIRS and named.party.name not in self._own_names:
                return True
        return False
