"""Who stands accused in a report: every frame of an accusation that its sentences hold, and whom most of them name."""

from __future__ import annotations

from demarche.model.claim import PRIMARY, PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.reference.galaxies import ransomware_names
from demarche.steps.extract.accusations.accusation import Core, all_cores, best
from demarche.steps.extract.mentions.tape import Kind, Named
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import Sentence

WEAK = frozenset({"state-attack", "hand", "noun", "is", "work", "behalf", "belongs", "strike", "struck-by"})
"""Frames that also describe victims, history or politics: they count only for somebody whom a stronger frame accuses."""
_PERSONS = frozenset({"unplaced", "person", "surname"})
_BY_PERSONS = frozenset({"blame", "blamed", "by"})
"""Frames that make an accused of a person without an office."""
_BY_NOUNS = frozenset({"by", "attack-by", "blame", "blamed", "behind", "did", "is", "work"})
"""Frames whose accused is a noun: "blamed Iranian" is the start of something else."""
_BY_NAMELESS = frozenset({"blame", "blamed", "attributed", "behind", "by", "did-it", "work"})
"""Frames that make an accused of "a criminal gang", or of the crew behind a ransomware that is named in its place."""
_NAMED_DOERS = frozenset({Kind.ACTOR, Kind.MALWARE})
_CREWS = frozenset({Kind.ACTOR, Kind.HACKERS})
_OF_STATES = _CREWS | {Kind.STATE, Kind.ADJECTIVE}
_MAINS = 2
"""A report's accused are a state and perhaps its group."""


def accused_party(named: Named) -> PartyName:
    """The accused as a party: a demonym or government means its state."""
    if named.kind is Kind.ADJECTIVE or named.kind is Kind.STATE:
        return PartyName(named.party.name, PartyKind.STATE, named.party.country)
    if named.kind is Kind.OFFICIAL:
        return PartyName(named.party.name, PartyKind.STATE, named.party.country)
    if named.kind is Kind.EXPERT:
        return PartyName(named.party.name, PartyKind.INDIVIDUAL, named.party.country)
    if named.kind is Kind.MALWARE:
        return PartyName(named.party.name, PartyKind.CRIMINAL_GROUP)
    return named.party


class Suspects:
    """The accused of one report."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._tape = reading.tape
        self._all = [self._plausible(sentence, all_cores(sentence.text)) for sentence in reading.sentences]
        self._best = [best(found) for found in self._all]
        self.accused = self._strongly_accused()
        """Countries that the report accuses."""
        self.mains = self._main_accused()
        self.main = self.mains[0] if self.mains else None
        """Whom most accusations of the report's own incident name."""
        self.actors = frozenset(
            self.named(sentence, core.accused).party.name
            for sentence in reading.sentences
            for core in self.best(sentence)
            if self.named(sentence, core.accused).kind in _NAMED_DOERS
        )
        """Names of the groups that the report accuses."""

    def cores(self, sentence: Sentence) -> list[Core]:
        """Every frame that fits an accused of a sentence."""
        return self._all[sentence.number]

    def best(self, sentence: Sentence) -> list[Core]:
        """The best frame for each accused of a sentence."""
        return self._best[sentence.number]

    def named(self, sentence: Sentence, place: int) -> Named:
        """The mention at a place of a sentence."""
        return self._tape.mentions[sentence.text[place]]

    def is_main(self, party: PartyName) -> bool:
        """Whether a party is the one that most accusations name, by its country where it has one."""
        if self.main is None:
            return False
        return party.country == self.main.country if party.country else party.name == self.main.name

    def is_accused(self, named: Named) -> bool:
        """Whether a mention is one of the accused."""
        if named.kind in _NAMED_DOERS and named.party.name in self.actors:
            return True
        return named.kind in _OF_STATES and named.party.country in self.accused

    @staticmethod
    def may_be_accused(named: Named) -> bool:
        """Whether a mention can stand for a doer at all, whatever is said of it."""
        if named.kind is Kind.OFFICIAL:
            return named.party.country is not None
        if named.kind is Kind.UNKNOWN:
            return named.role == "culprit"
        if named.kind is Kind.MALWARE:
            return named.party.name in ransomware_names()
        return named.kind is not Kind.EXPERT or named.role in _PERSONS

    def _fits(self, named: Named, frame: str) -> bool:
        """Whether a frame may accuse a mention of this kind."""
        if not self.may_be_accused(named):
            return False
        if named.kind is Kind.ADJECTIVE:
            return frame not in _BY_NOUNS
        if named.kind is Kind.EXPERT:
            return frame in _BY_PERSONS
        if named.kind is Kind.UNKNOWN:
            return frame in _BY_NAMELESS
        if named.kind is Kind.MALWARE:
            return frame in _BY_NAMELESS | {"attack-by", "strike", "is"}
        return True

    def _plausible(self, sentence: Sentence, found: list[Core]) -> list[Core]:
        return [core for core in found if self._fits(self.named(sentence, core.accused), core.frame)]

    def _strongly_accused(self) -> frozenset[str]:
        """Countries accused in a strong frame, or whose services or hackers are in any: victims and places are neither."""
        return frozenset(
            country
            for sentence in self._reading.sentences
            for core in self.best(sentence)
            if (country := self.named(sentence, core.accused).party.country)
            and (core.frame not in WEAK or self.named(sentence, core.accused).kind in _CREWS)
        )

    def _main_accused(self) -> list[PartyName]:
        """Whom most accusations of the report's own incident name: the state where one is named, else its group."""
        counts: dict[str, int] = {}
        parties: dict[str, PartyName] = {}
        for sentence in self._reading.sentences:
            if self._reading.events[sentence.number] != PRIMARY:
                continue
            for core in self.best(sentence):
                party = accused_party(self.named(sentence, core.accused))
                key = party.country if party.country in self.accused else party.name
                if key and (party.country in self.accused or core.frame not in WEAK):
                    counts[key] = counts.get(key, 0) + 1
                    if key not in parties or party.kind is PartyKind.STATE:
                        parties[key] = party
        return [parties[key] for key in sorted(counts, key=lambda key: -counts[key])][:_MAINS]
