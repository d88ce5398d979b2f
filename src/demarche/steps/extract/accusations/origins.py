"""Which state an official speaks for, where the text does not say so beside the name."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from demarche.model.claim import PartyName
from demarche.steps.extract.accusations.subjects import SPEAKING
from demarche.steps.extract.mentions.tape import Kind, char_class
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import Sentence

_TARGETED = re.compile(
    r"\b(?:sanction(?:s|ed|ing)?|blacklist(?:s|ed|ing)?|charg(?:es|ed|ing)|indict(?:s|ed|ing)?|accus(?:es|ed|ing)|expel(?:s|led|ling)?|"
    r"summon(?:s|ed|ing)?|sanctions (?:on|against))(?: (?:the|its|their|[a-z]+ (?:minister|chief|head)|also)){0,3} $"
)
"""Whoever is sanctioned, charged or expelled is no official of the state that does it."""
_AIMED_AT = re.compile(r"\b(?:against|with|to) (?:the )?$")
_SPOKEN_OF = frozenset({Kind.STATE, Kind.OFFICIAL})
_OF_COUNTRIES = _SPOKEN_OF | {Kind.ADJECTIVE}
_OFFICIALS = re.compile(char_class(Kind.OFFICIAL))
_MISSIONS = frozenset({"embassy", "ambassador"})
"""A mission of which no state is told is that of the one accused: it answers."""


class Voice(NamedTuple):
    """Somebody who says it: the party, and the places of the tape that name them (None for a pronoun's antecedent)."""

    party: PartyName
    kind: Kind
    relayed_by: PartyName | None = None


class Origins:
    """The states of one report's officials."""

    def __init__(self, reading: Reading) -> None:
        self._tape = reading.tape
        self._sentences = reading.sentences
        self._named = reading.named
        self._settled: dict[tuple[PartyName, int | None, frozenset[str]], str | None] = {}

    def country_around(self, sentence: Sentence) -> str | None:
        """The country that the paragraph speaks of up to this sentence: its last state or office named as a subject."""
        for earlier in reversed(self._sentences[: sentence.number + 1]):
            if earlier.block != sentence.block and earlier.number < sentence.number - 1:
                return None
            for at, named in reversed(self._named[earlier.number]):
                country = named.party.country
                if country and named.kind in _SPOKEN_OF and not _AIMED_AT.search(earlier.text, max(0, at - 12), at):
                    return country
        return None

    def settled(self, voice: Voice, sentence: Sentence, shunned: frozenset[str]) -> Voice:
        """The voice with a country where an official has none of its own: that of the nearest state or office around it, else
        of most officials in the report; never one of those `shunned`."""
        if voice.party.country or voice.kind is not Kind.OFFICIAL:
            return voice
        described = voice.party.name[:1].islower()
        key = (voice.party, sentence.number if described else None, shunned)
        if key not in self._settled:
            first = sentence if described else self._first_mention(voice.party) or sentence
            self._settled[key] = self._country(first, voice.party, shunned)
        party = PartyName(voice.party.name, voice.party.kind, self._settled[key])
        return Voice(party, voice.kind, voice.relayed_by)

    def _country(self, sentence: Sentence, party: PartyName, shunned: frozenset[str]) -> str | None:
        """The country of an official that a sentence names without one."""
        place = self._place(sentence, party)
        if _TARGETED.search(sentence.text, max(0, place - 60), place):
            return None
        accused = shunned - {""}
        if party.name.rsplit(" ", 1)[-1].lower() in _MISSIONS and len(accused) == 1:
            return next(iter(accused))
        return self._nearest_country(sentence, party, shunned) or self._home(shunned)

    def _place(self, sentence: Sentence, party: PartyName) -> int:
        """The first place that names the party; the sentence's end when none does."""
        found = (at for at, named in self._named[sentence.number] if named.party == party and named.kind in SPEAKING)
        return next(found, len(sentence.text))

    def _first_mention(self, party: PartyName) -> Sentence | None:
        """Where somebody with a name is introduced; a description such as "the ministry" means another one each time."""
        for sentence in self._sentences:
            if any(named.party == party and named.kind in SPEAKING for _, named in self._named[sentence.number]):
                return sentence
        return None

    def _nearest_country(self, sentence: Sentence, party: PartyName, shunned: frozenset[str]) -> str | None:
        """The country of the nearest state or office before the party in its sentence, after it, or before its sentence."""
        at = self._place(sentence, party)
        placed = self._countries(sentence, shunned)
        if placed:
            return next((code for place, code in reversed(placed) if place < at), placed[0][1])
        for earlier in reversed(self._sentences[max(0, sentence.number - 2) : sentence.number]):
            found = self._countries(earlier, shunned) if earlier.block == sentence.block else []
            if found:
                return found[0][1]
        return None

    def _countries(self, sentence: Sentence, shunned: frozenset[str]) -> list[tuple[int, str]]:
        return [
            (at, code)
            for at, named in self._named[sentence.number]
            if named.kind in _OF_COUNTRIES and (code := named.party.country) and code not in shunned
        ]

    def _home(self, shunned: frozenset[str]) -> str | None:
        counts = {country: count for country, count in self._officials.items() if country not in shunned}
        return max(counts, key=lambda country: counts[country]) if counts else None

    @cached_property
    def _officials(self) -> dict[str, int]:
        """How many officials of each country the report names."""
        counts: dict[str, int] = {}
        for char in _OFFICIALS.findall(self._tape.text):
            country = self._tape.mentions[char].party.country
            if country:
                counts[country] = counts.get(country, 0) + 1
        return counts
