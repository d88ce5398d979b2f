"""Which party the doer of an act is: offices without a country placed, pronouns led back, and the state in reach when nobody is named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.reference.tables import country_name
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.responses_doers import Span, clause_subject, free
from demarche.steps.extract.responses_view import DOER, STATE
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.tape import Kind, Named

_IN_STATE = re.compile(rf"\b[Ii]n (?P<one>{STATE}),? ")
_PLACING = frozenset({Kind.STATE, Kind.OFFICIAL, Kind.WORLD})
_PLACED = frozenset({*_PLACING, Kind.ADJECTIVE})
_SIDES = frozenset({Kind.HACKERS, Kind.ACTOR})
_PEOPLE = frozenset({"person", "surname", "unplaced"})
_BLAMED = re.compile(rf"\b(?:accus\w+|blam\w+|behind|responsib\w+|attribut\w+|condemn\w+)\b[^.;]{{0,50}}?(?P<one>{STATE})")
_DENYING = re.compile(
    rf"^(?:[A-Z][a-z]+, )?(?P<one>{STATE})[^.;]{{0,60}}?\b(?:den(?:y|ies|ied)|reject|dismiss|call\w+ the (?:accus|alleg|claim|charge))"
)
_OFFICE_WORDS = re.compile(r"prosecut|agents|officers|minist|court|judge|jury|lawmakers|senators|regulator|parliament|government|cabinet|police|[Aa]genc|administration|[Dd]epartment|council|commission|committee|congress|senate|detective|investigator|president|mayor|governor|authorit|watchdog|Forces")


class ReplyParties:
    """Turns places of one report's sentences into parties."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._mentions = reading.tape.mentions

    def named(self, sentence: Sentence, place: int) -> Named:
        """The mention at a place of a sentence."""
        return self._mentions[sentence.text[place]]

    @cached_property
    def accused(self) -> frozenset[str]:
        """The states that the report's hackers are said to act for."""
        found: Counter[str] = Counter()
        for named in self._mentions.values():
            if named.kind in _SIDES and named.party.country and named.party.kind is not PartyKind.CRIMINAL_GROUP:
                found[named.party.country] += 1
        for sentence in self._reading.sentences:
            for pattern in (_BLAMED, _DENYING):
                for match in pattern.finditer(sentence.text):
                    country = self._mentions[match.group("one")].party.country
                    if country:
                        found[country] += 1
        most = max(found.values(), default=0)
        return frozenset(country for country, count in found.items() if count > 1 and count * 4 >= most)

    @cached_property
    def home(self) -> str | None:
        """The state that the report speaks of most, the accused aside."""
        found: Counter[str] = Counter()
        for sentence in self._reading.sentences:
            for match in re.finditer(DOER, sentence.text):
                named = self._mentions[match.group()]
                if named.kind in _PLACED and named.party.country and named.party.country not in self.accused:
                    found[named.party.country] += 4 if sentence.number < 3 else 1
        return min(found, key=lambda country: (-found[country], country)) if found else None

    def party(self, sentence: Sentence, text: str, doer: Span, barred: frozenset[str]) -> PartyName | None:
        """The party that a doer is; None for a pronoun that leads nowhere."""
        start, end = doer
        if start == end:
            return self._subject_before(sentence, barred)
        if text[start] not in self._mentions and sentence.text[start] not in self._mentions:
            return self._plain(sentence, text, doer, barred)
        named = self.named(sentence, start)
        party = named.party
        if named.kind is Kind.ADJECTIVE:
            return PartyName(party.name, PartyKind.STATE, party.country)
        if named.kind is Kind.OFFICIAL and party.country is None and named.role not in _PEOPLE:
            return PartyName(party.name, party.kind, self.state_near(sentence, text, start, barred | self.accused))
        return party

    def _plain(self, sentence: Sentence, text: str, doer: Span, barred: frozenset[str]) -> PartyName:
        first = sentence.start
        words = re.sub(r"^(?:[Tt]he|[Aa]n?|[Ii]ts) ", "", self._reading.words(first + doer[0], first + doer[1]))
        if _OFFICE_WORDS.search(words):
            return PartyName(words, PartyKind.GOVERNMENT, self.state_near(sentence, text, doer[0], barred | self.accused))
        return PartyName(words, PartyKind.ORGANISATION)

    def state_near(self, sentence: Sentence, text: str, place: int, barred: frozenset[str]) -> str | None:
        """The country that a place belongs to: where it says to be, or whose turn it is, or the report's own."""
        within = list(_IN_STATE.finditer(text[:place]))
        if within:
            return self._mentions[sentence.text[within[-1].start("one")]].party.country
        for country in self._countries(sentence, text[:place]):
            if country not in barred:
                return country
        for earlier in reversed(self._reading.sentences[max(0, sentence.number - 3) : sentence.number]):
            if earlier.block != sentence.block:
                break
            for country in self._countries(earlier, earlier.text):
                if country not in barred:
                    return country
        return self.home if self.home not in barred else None

    def _countries(self, sentence: Sentence, text: str) -> Iterator[str]:
        for match in re.finditer(DOER, text):
            named = self._mentions[sentence.text[match.start()]]
            if named.kind in _PLACING and named.party.country and free(text, match.start()):
                yield named.party.country

    def state(self, sentence: Sentence, text: str, place: int, barred: frozenset[str]) -> PartyName | None:
        """The state in reach of a place, for acts that only a state does."""
        country = self.state_near(sentence, text, place, barred | self.accused)
        return PartyName(country_name(country), PartyKind.STATE, country) if country else None

    def _subject_before(self, sentence: Sentence, barred: frozenset[str]) -> PartyName | None:
        for earlier in reversed(self._reading.sentences[max(0, sentence.number - 2) : sentence.number]):
            if earlier.block != sentence.block:
                return None
            at = clause_subject(earlier.text)
            if at is not None and self.named(earlier, at).party.country not in barred:
                return self.party(earlier, earlier.text, (at, at + 1), barred)
        return None
