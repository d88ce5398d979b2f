"""Which party a doer is: offices without a country placed, pronouns led back, the state in reach when nobody is named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from demarche.model.claim import UNSPECIFIED, PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.reference.tables import country_name
from demarche.steps.extract.mentions.tape import Kind, Named, char_class
from demarche.steps.extract.responses.doers import Span, free, main_subject
from demarche.steps.extract.responses.surroundings import Surroundings
from demarche.steps.extract.responses.view import DOERS, STATE
from demarche.steps.extract.sentences import Sentence

_IN_STATE = re.compile(rf"\b[Ii]n (?P<one>{STATE}),? ")
_OF_STATE = re.compile(rf" (?:in|of|from) (?:the )?(?P<one>{STATE})")
_PLACING = frozenset({Kind.STATE, Kind.OFFICIAL, Kind.WORLD})
_OPENING = 70
"""How many places of an earlier sentence are looked at for whose turn it is."""
_PERSONAL = frozenset({PartyKind.RESEARCHER, PartyKind.GOVERNMENT, PartyKind.INDIVIDUAL, PartyKind.ANONYMOUS_OFFICIAL})
_PEOPLE = frozenset({"person", "surname", "unplaced"})
_TITLE = re.compile(
    r"\b(?:head|chief|director|officer|executive|manager|boss|editor|chair(?:man|woman)?)\b|general$", re.IGNORECASE
)
_UNIONS = {"alliance": ("NATO", "Nato"), "bloc": ("EU",), "union": ("EU",)}
_OPENING_UNION = re.compile(r"The (?P<one>[Uu]nion|[Bb]loc|[Aa]lliance)\b")
_SPOKEN_FOR = frozenset({Kind.OFFICIAL, Kind.EXPERT, Kind.WORLD})
_FOR_UNION = re.compile(
    r"\bon behalf of (?:the )?(?:Union|bloc|[Mm]ember [Ss]tates|27|twenty-seven|"
    rf"{char_class(Kind.STATE)}(?:['’]s? |,? and its )?(?:27|[Mm]ember))"
)
_OFFICE_WORDS = re.compile(
    r"prosecut|agents|officers|minist|court|judge|jury|lawmakers|senators|regulator|parliament|government|cabinet|police|agenc|"
    r"administration|department|council|commission|committee|congress|senate|detective|investigator|president|mayor|governor|"
    r"authorit|watchdog|forces|treasury",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?|[Ii]ts|and) ")
_QUOTED = re.compile('["“”]')
_ITEM = re.compile(r"[-•*] ")


class ReplyParties(Surroundings):
    """Turns places of one report's sentences into parties."""

    def named(self, sentence: Sentence, place: int) -> Named:
        """The mention at a place of a sentence."""
        return self._mentions[sentence.text[place]]

    def party(self, sentence: Sentence, text: str, doer: Span, barred: frozenset[str]) -> PartyName | None:
        """The party that a doer is; None for a pronoun that leads nowhere. No office is placed in a state that is barred."""
        start, end = doer
        if start == end:
            own_voice = text[start : start + 2].lower() in {"we", "i "} and not (sentence.opens_quoted or _QUOTED.search(text))
            if own_voice:
                return self._voice() if text[start] in "Ww" else None
            return self._subject_before(sentence, barred)
        if sentence.text[start] not in self._mentions:
            return self._plain(sentence, text, doer, barred)
        named = self.named(sentence, start)
        party = named.party
        if named.kind is Kind.ADJECTIVE:
            return PartyName(party.name, PartyKind.STATE, party.country)
        if party.name.lower() in _UNIONS:
            return self._union(party)
        if party.country is None and named.kind in _SPOKEN_FOR and _FOR_UNION.search(text):
            return PartyName(party.name, party.kind, "EU")
        if named.kind is Kind.OFFICIAL and party.country is None:
            country = self._state_of(sentence, text, start, barred, at_home=named.role not in _PEOPLE)
            return PartyName(party.name, party.kind, country)
        return party

    def _voice(self) -> PartyName:
        """The report itself, when it says "we"."""
        publisher = self._reading.document.origin.publisher
        return PartyName(publisher, PartyKind.ORGANISATION) if publisher else UNSPECIFIED

    def _union(self, party: PartyName) -> PartyName:
        """The union that "the alliance" or "the bloc" means, when the report names it."""
        wanted = _UNIONS[party.name.lower()]
        named = sorted(
            other.party for other in self._mentions.values() if {other.party.name, other.party.country} & set(wanted)
        )
        return named[0] if named else PartyName(party.name, party.kind)

    def alliance(self) -> PartyName | None:
        """The alliance of mutual defence that the report names."""
        party = self._union(PartyName("alliance", PartyKind.INTERNATIONAL_ORGANISATION))
        return party if party.name != "alliance" else None

    def _plain(self, sentence: Sentence, text: str, doer: Span, barred: frozenset[str]) -> PartyName:
        first = sentence.start
        words = _ARTICLE.sub("", self._reading.words(first + doer[0], first + doer[1]))
        if words.lower() in _UNIONS:
            return self._union(PartyName(words, PartyKind.INTERNATIONAL_ORGANISATION))
        if _OFFICE_WORDS.search(words):
            country = None if "countries" in words else self._state_of(sentence, text, doer[0], barred)
            return PartyName(words, PartyKind.GOVERNMENT, country)
        return PartyName(words, PartyKind.INDIVIDUAL if _TITLE.search(words) else PartyKind.ORGANISATION)

    def _state_of(self, sentence: Sentence, text: str, place: int, barred: frozenset[str], at_home: bool = True) -> str | None:
        """The state of an office at a place: the one it is said to be of, else the one in reach that is not accused, else the
        report's own when it may be at home there."""
        said = _OF_STATE.match(text, place + 1)
        if said:
            return self.named(sentence, said.start("one")).party.country
        near = self._state_near(sentence, text, place, barred | self.accused)
        return near or (self.home(barred | self.accused) if at_home else None)

    def state(self, sentence: Sentence, text: str, place: int, barred: frozenset[str]) -> PartyName | None:
        """The state in reach of a place, for acts that only a state does."""
        near = self._state_near(sentence, text, place, barred | self.accused)
        return _as_state(near or self.home(barred | self.accused))

    def own_state(self) -> PartyName | None:
        """The report's own state as a party."""
        return _as_state(self.home())

    def recalled(self, sentence: Sentence) -> PartyName | None:
        """Whoever the sentences before one are about."""
        return self._subject_before(sentence, frozenset())

    def in_office(self, sentence: Sentence, party: PartyName) -> PartyName:
        """A person without a country who does what only a state does, as of the state that report and paragraph name."""
        home = self.home() if party.country is None and party.kind in _PERSONAL else None
        if home is None:
            return party
        block = (other for other in self._reading.sentences if other.block == sentence.block)
        named = {self._mentions[char].party.country for other in block for char in other.text if char in self._mentions}
        return PartyName(party.name, party.kind, home) if home in named else party

    def _state_near(self, sentence: Sentence, text: str, place: int, barred: frozenset[str]) -> str | None:
        """The country that a place belongs to: where it says to be, or whose turn it is."""
        within = list(_IN_STATE.finditer(text[:place]))
        if within:
            return self.named(sentence, within[-1].start("one")).party.country
        near = (country for country in self._countries(sentence, text, place) if country not in barred)
        return next(near, None) or self._state_before(sentence, barred)

    def _countries(self, sentence: Sentence, text: str, end: int) -> Iterator[str]:
        for match in DOERS.finditer(text, 0, end):
            named = self.named(sentence, match.start())
            if named.kind in _PLACING and named.party.country and free(text, match.start()):
                yield named.party.country

    def _state_before(self, sentence: Sentence, barred: frozenset[str]) -> str | None:
        for earlier in self._before(sentence, 3):
            at = main_subject(earlier.text[:_OPENING])
            named = self.named(earlier, at) if at is not None else None
            if named and named.kind in _PLACING and named.party.country and named.party.country not in barred:
                return named.party.country
        return None

    def _before(self, sentence: Sentence, count: int) -> Iterator[Sentence]:
        """The sentences before one in its block, the nearest first; an item of a list goes on with what introduces it."""
        for earlier in reversed(self._reading.sentences[max(0, sentence.number - count) : sentence.number]):
            if earlier.block != sentence.block and not _ITEM.match(sentence.text):
                return
            yield earlier

    def _subject_before(self, sentence: Sentence, barred: frozenset[str]) -> PartyName | None:
        for earlier in self._before(sentence, 2):
            at = main_subject(earlier.text)
            union = _OPENING_UNION.match(earlier.text) if at is None else None
            if union:
                return self._union(PartyName(union.group("one").lower(), PartyKind.INTERNATIONAL_ORGANISATION))
            if at is not None and self.named(earlier, at).party.country not in barred:
                return self.party(earlier, earlier.text, (at, at + 1), barred)
        return None


def _as_state(country: str | None) -> PartyName | None:
    return PartyName(country_name(country), PartyKind.STATE, country) if country else None
