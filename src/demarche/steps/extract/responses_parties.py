"""Which party the doer of an act is: offices without a country placed, pronouns led back, and the state in reach when nobody is named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from demarche.model.claim import UNSPECIFIED, PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.reference.tables import country_name
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.responses_doers import Span, free, main_subject, subjects
from demarche.steps.extract.responses_view import ANY, DOER, STATE
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.tape import Kind, Named

_IN_STATE = re.compile(rf"\b[Ii]n (?P<one>{STATE}),? ")
_PLACING = frozenset({Kind.STATE, Kind.OFFICIAL, Kind.WORLD})
_PLACED = frozenset({*_PLACING, Kind.ADJECTIVE})
_ATTACKING = re.compile(r"hack|actor|\bsp(?:y|ies)\b|group|gang|intelligence|[- ](?:linked|backed|aligned|sponsored)|operati|cyber|\bunits?\b|servic|crew|officers|agents|military$")
_SPOKEN_FOR = frozenset({Kind.OFFICIAL, Kind.EXPERT, Kind.WORLD})
_FOR_UNION = re.compile(r"\bon behalf of (?:the )?(?:Union|bloc|member states|27|twenty-seven|Member States|[\U000f0000-\U000f0fff](?:['’]s? |,? and its )?(?:27|member|Member))")
_BLAMED = re.compile(rf"\b(?:accus\w+|blam\w+|behind|responsib\w+|attribut\w+|condemn\w+)\b[^.;]{{0,50}}?(?P<one>{STATE})")
_TIED = re.compile(rf"\b(?:linked|tied|backed|sponsored|connected|loyal|supported|run|directed)(?: to| by| with)? (?:the )?(?P<one>{STATE})")
_DENYING = re.compile(r"\b(?:denies|denied|rejects|rejected|dismisses|dismissed|ridiculed|derided|scoffed|disowned)\b")
_LEAD = 5
_OPENING = 70
"""How many places of an earlier sentence are looked at for whose turn it is."""
_AFFAIRS = frozenset({Kind.COMPANY, Kind.MALWARE, Kind.VICTIM, Kind.EXPERT, Kind.WORLD, Kind.ACTOR})
_AFFAIR = re.compile(
    rf"\b(?:over|after|for|following|because of|in response to|in the wake of|in connection with) (?:the |its |an? )?(?:(?:\d{{4}}|cyber|earlier|recent) )*(?P<one>{ANY})(?:['’]s?)? "
    r"(?:[\w-]+ ){0,2}?(?:hack\w*|breach\w*|attacks?|espionage|campaigns?|case|affair|operations?|intrusions?|leaks?|thefts?|incidents?|worm|outbreak)\b"
    rf"|^(?:For|Over|After) (?P<two>{ANY}) "
)
_OPENING_UNION = re.compile(r"The (?P<one>[Uu]nion|[Bb]loc|[Aa]lliance)\b")
_QUOTED = re.compile("[\"“”]")
_ITEM = re.compile(r"[-•*] ")
_YEAR = re.compile(r"(?<!since )\b(?:in|of|In|by|during|\d|[A-Z][a-z]+,?) (20[0-3]\d|199\d)\b")
_PERSONAL = frozenset({PartyKind.RESEARCHER, PartyKind.GOVERNMENT, PartyKind.INDIVIDUAL, PartyKind.ANONYMOUS_OFFICIAL})
_UNIONS = {"alliance": ("NATO", "Nato"), "bloc": ("EU",), "union": ("EU",)}
_OFFICE_WORDS = re.compile(r"prosecut|agents|officers|minist|court|judge|jury|lawmakers|senators|regulator|parliament|government|cabinet|police|[Aa]genc|administration|[Dd]epartment|council|commission|committee|congress|senate|detective|investigator|president|mayor|governor|authorit|watchdog|forces|treasury", re.IGNORECASE)


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
            if named.kind is Kind.ACTOR and named.party.country and named.party.kind is not PartyKind.CRIMINAL_GROUP:
                found[named.party.country] += 1
            elif named.kind is Kind.HACKERS and named.party.country and _ATTACKING.search(named.party.name):
                found[named.party.country] += 2
        for sentence in self._reading.sentences:
            for pattern, points in ((_BLAMED, 1), (_TIED, 2)):
                for match in pattern.finditer(sentence.text):
                    country = self._mentions[match.group("one")].party.country
                    if country:
                        found[country] += points
            denial = _DENYING.search(sentence.text)
            for start, end in subjects(sentence.text, denial.start(), True) if denial else ():
                denier = self._mentions.get(sentence.text[start]) if end - start == 1 else None
                if denier and denier.party.country:
                    found[denier.party.country] += 1
        most = max(found.values(), default=0)
        return frozenset(country for country, count in found.items() if count > 1 and count * 2 >= most)

    @cached_property
    def _own_states(self) -> tuple[str, ...]:
        """The states that the report speaks of, the most first, the accused left out."""
        found: Counter[str] = Counter()
        for sentence in self._reading.sentences:
            for match in re.finditer(DOER, sentence.text):
                named = self._mentions[match.group()]
                if named.kind in _PLACED and named.party.country and named.party.country not in self.accused:
                    found[named.party.country] += (3 if named.kind is Kind.OFFICIAL else 1) * (3 if sentence.number < 3 else 1)
        return tuple(sorted(found, key=lambda country: (-found[country], country)))

    def home(self, barred: frozenset[str] = frozenset()) -> str | None:
        """The state that the report speaks of most, the accused and those barred aside."""
        return next((country for country in self._own_states if country not in barred), None)

    def party(self, sentence: Sentence, text: str, doer: Span, barred: frozenset[str]) -> PartyName | None:
        """The party that a doer is; None for a pronoun that leads nowhere."""
        start, end = doer
        if start == end:
            own_voice = text[start : start + 2].lower() in {"we", "i "} and not (sentence.opens_quoted or _QUOTED.search(text))
            return self._voice() if own_voice else self._subject_before(sentence, barred)
        if text[start] not in self._mentions and sentence.text[start] not in self._mentions:
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
            return PartyName(party.name, party.kind, self.state_near(sentence, text, start, barred | self.accused))
        return party

    def _voice(self) -> PartyName:
        """The report itself, when it says "we"."""
        publisher = self._reading.document.origin.publisher
        return PartyName(publisher, PartyKind.ORGANISATION) if publisher else UNSPECIFIED

    def _union(self, party: PartyName) -> PartyName:
        """"The alliance" and "the bloc", when the report names the one that is meant."""
        wanted = _UNIONS[party.name.lower()]
        named = sorted(other.party for other in self._mentions.values() if other.party.name in wanted or other.party.country in wanted)
        return named[0] if named else PartyName(party.name, party.kind)

    def alliance(self) -> PartyName | None:
        """The alliance of mutual defence that the report names."""
        party = self._union(PartyName("alliance", PartyKind.INTERNATIONAL_ORGANISATION))
        return party if party.name != "alliance" else None

    def _plain(self, sentence: Sentence, text: str, doer: Span, barred: frozenset[str]) -> PartyName:
        first = sentence.start
        words = re.sub(r"^(?:[Tt]he|[Aa]n?|[Ii]ts) ", "", self._reading.words(first + doer[0], first + doer[1]))
        if _OFFICE_WORDS.search(words):
            return PartyName(words, PartyKind.GOVERNMENT, self.state_near(sentence, text, doer[0], barred | self.accused))
        return PartyName(words, PartyKind.ORGANISATION)

    def in_office(self, party: PartyName) -> PartyName:
        """A person without a country who does what only a state does, as the report's own state's."""
        if party.country is None and party.kind in _PERSONAL:
            return PartyName(party.name, party.kind, self.home())
        return party

    @cached_property
    def _own_names(self) -> frozenset[str]:
        lead = self._reading.sentences[:_LEAD]
        return frozenset(self._mentions[char].party.name for sentence in lead for char in sentence.text if char in self._mentions)

    @cached_property
    def _own_years(self) -> frozenset[int]:
        lead = self._reading.sentences[:_LEAD]
        years = {int(year) for sentence in lead for year in _YEAR.findall(sentence.text)}
        published = self._reading.published
        return frozenset(years | ({published.year - 1} if published and re.search(r"\blast \w+", lead[0].text + lead[-1].text) else set()) | ({published.year} if published else set()))

    def of_other_affair(self, clause: str) -> bool:
        """Whether a clause names the affair it is about, or a year before those of the report's lead."""
        years = [int(year) for year in _YEAR.findall(clause)]
        if years and self._own_years and max(years) < min(self._own_years):
            return True
        for match in _AFFAIR.finditer(clause):
            named = self._mentions.get(match.group("one") or match.group("two"))
            if named and named.kind in _AFFAIRS and named.party.name not in self._own_names:
                return True
        return False

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
            at = main_subject(earlier.text[:_OPENING])
            country = self.named(earlier, at).party.country if at is not None else None
            if country and country not in barred and self.named(earlier, at or 0).kind in _PLACING:
                return country
        return self.home(barred)

    def _countries(self, sentence: Sentence, text: str) -> Iterator[str]:
        for match in re.finditer(DOER, text):
            named = self._mentions[sentence.text[match.start()]]
            if named.kind in _PLACING and named.party.country and free(text, match.start()):
                yield named.party.country

    def state(self, sentence: Sentence, text: str, place: int, barred: frozenset[str]) -> PartyName | None:
        """The state in reach of a place, for acts that only a state does."""
        country = self.state_near(sentence, text, place, barred | self.accused)
        return PartyName(country_name(country), PartyKind.STATE, country) if country else None

    def own_state(self) -> PartyName | None:
        """The report's own state as a party."""
        home = self.home()
        return PartyName(country_name(home), PartyKind.STATE, home) if home else None

    def _subject_before(self, sentence: Sentence, barred: frozenset[str]) -> PartyName | None:
        for earlier in reversed(self._reading.sentences[max(0, sentence.number - 2) : sentence.number]):
            if earlier.block != sentence.block and not _ITEM.match(sentence.text):
                return None
            at = main_subject(earlier.text)
            plain = _OPENING_UNION.match(earlier.text) if at is None else None
            if plain:
                return self._union(PartyName(plain.group("one").lower(), PartyKind.INTERNATIONAL_ORGANISATION))
            if at is not None and self.named(earlier, at).party.country not in barred:
                return self.party(earlier, earlier.text, (at, at + 1), barred)
        return None
