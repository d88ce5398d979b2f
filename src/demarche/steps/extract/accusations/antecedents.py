"""Whom pronouns, quotations and "the ministry" lead to: who spoke, acted or was named last."""

from __future__ import annotations

import re

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.accusations.origins import Origins, Voice
from demarche.steps.extract.accusations.subjects import (
    FILLER,
    SAY_WORDS,
    SPEAKER,
    SPEAKERS,
    SPEAKING,
    TIME,
    conjuncts,
    preposition_before,
    sayings,
    subject_before,
)
from demarche.steps.extract.mentions.tape import Kind, Named
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import Sentence

RIGHT = re.compile(
    rf"[,.]?[\"”’']?,? ?(?:as )?(?:{SAY_WORDS})(?: in [a-z ]+| on [A-Z][a-z]+| late [A-Z]?[a-z]+)?(?: by)? (?:the |"
    rf"an? |its |one )?(?P<one>{SPEAKER}|(?:he|she|it|they)\b)"
)
"""What stands from a verb of saying on where its subject follows: "said A"."""
_PRONOUN = re.compile(
    r"(?s)^.*\b(?P<one>[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]ho|which|[Ww]e|I|(?:[Tt]he|[Ii]ts|[Aa]n?|[Tt]heir) (?:[a-z]+ "
    r")?(?:statement|advisory|document|declaration|notice|bulletin|report|communiqu[eé]|release|text|paper|assessment|"
    r"post|letter|announcement|agencies|authorities|bureau|authors|researchers|firm|"
    r"company))\b(?P<gap>[^.;:,\"“”]{0,40})$"
)
_PERSONAL = re.compile(
    r"minister|president|chancellor|premier|secretary|ambassador|spokes|chief|director|judge|prosecutor$|official$|"
    r"analyst$|expert$|researcher$"
)
_ANTECEDENT = re.compile(rf"(?P<one>{SPEAKER})(?:['’]s [\w ]{{0,30}})?(?: \([^)]*\))?,? $")
_OPENS = re.compile(rf"(?:the )?{SPEAKER}|[A-Z][a-z]+ said")
_MARKS = re.compile(r"[\"“”]")
_CLOSING = re.compile(r"[\"”]")
_PRONOUN_FILL = re.compile(rf"^(?: {FILLER}| (?:{TIME}))* ?$")
_PARTICIPLE = re.compile(
    r", (?:saying|calling|describing|adding|insisting|arguing|claiming|alleging|noting|stating|stressing|telling|warning|"
    r"writing|denying|rejecting|dismissing)\b"
)
"""A verb whose subject is that of the whole sentence: "Iran condemned it, saying ..."."""
_DOERS = frozenset({Kind.UNKNOWN, Kind.HACKERS, Kind.ACTOR})
_BODY_KINDS = SPEAKING - _DOERS
_OPENING = 60
"""How far into a sentence the person may be named whom it is about."""
_OFFICES = frozenset({Kind.OFFICIAL, Kind.STATE})
_OFFICE_ROLES = frozenset({"embassy", "office", "spokesperson", "body", "agency"})
_BODY_ROLES = frozenset({"body", "agency"})
_PERSON_ROLES = frozenset({"person", "surname", "unplaced"})
_MAYBE_PERSONS = frozenset({"generic", "office", "spokesperson"})


_BODIES = frozenset("ministry agency bureau directorate department service centre committee commission police".split())
_INITIALS = {"m": "ministry", "b": "bureau", "d": "directorate", "s": "service", "c": "centre", "p": "police"}
"""What a body known by its initials may be called later, by the letters it has."""


def _head(named: Named) -> str:
    """What an office is called for short: "ministry" of "the Albanian foreign ministry"."""
    return named.party.name.split()[-1].lower()


def _heads(named: Named) -> frozenset[str]:
    """What an office or body may be called later: "bureau" and "agency" of "the Federal Bureau of Investigation" and "FBI"."""
    if named.role not in _BODY_ROLES:
        return frozenset({_head(named)})
    name = named.party.name
    if name.isupper() and " " not in name:
        words = frozenset(_INITIALS[letter] for letter in name.lower() if letter in _INITIALS)
    else:
        words = _BODIES.intersection(name.lower().split())
    return words | {"agency", "agencies"}


def _is_person(named: Named) -> bool:
    """Whether a mention is of a person with a name or an office."""
    return named.role in _PERSON_ROLES or (named.role in _MAYBE_PERSONS and bool(_PERSONAL.search(named.party.name)))


class Antecedents(Origins):
    """Who the parties, pronouns and generic descriptions of one report lead to, in reading order."""

    def __init__(self, reading: Reading, voice: PartyName | None) -> None:
        super().__init__(reading)
        self.voice = voice
        """Whose words the report itself is ("we"); None for a journalist's."""
        self._persons: dict[int, Voice] = {}
        self._bodies: dict[int, Voice] = {}
        self._people: dict[int, Voice] = {}
        self._offices: dict[str, list[tuple[int, int, Named]]] = {}
        self._followed = False

    @property
    def own_voice(self) -> Voice | None:
        """The report's own voice. A company that speaks is no office of the state that was hit."""
        if self.voice is None:
            return None
        return Voice(self.voice, Kind.COMPANY if self.voice.kind is PartyKind.COMPANY else Kind.OFFICIAL)

    def _follow(self) -> None:
        """Walk the report once, when first somebody is led back: after each sentence, remember who spoke last."""
        if self._followed:
            return
        self._followed = True
        last: Voice | None = None
        kept: dict[bool, Voice] = {}
        for sentence in self._sentences:
            self._note_offices(sentence)
            last = self._main_speaker(sentence, last) or last
            if last is not None:
                self._people[sentence.number] = last
            self._remember(sentence, kept)

    def _note_offices(self, sentence: Sentence) -> None:
        """Where each ministry, embassy and office stands that a later "the ministry" may mean."""
        for at, named in self._named[sentence.number]:
            if named.role in _OFFICE_ROLES and named.kind in _OFFICES:
                for head in sorted(_heads(named)):
                    self._offices.setdefault(head, []).append((sentence.number, at, named))

    def _remember(self, sentence: Sentence, kept: dict[bool, Voice]) -> None:
        """The last person and the last body that a sentence had as a subject, else that it names at all."""
        found = set()
        for at, named in self._named[sentence.number]:
            personal = _is_person(named)
            if personal not in found and (personal or named.kind in _BODY_KINDS) and not preposition_before(sentence.text, at):
                found.add(personal)
                kept[personal] = self.party_at(sentence, at)
        for personal, table in ((True, self._persons), (False, self._bodies)):
            if personal in kept:
                table[sentence.number] = kept[personal]

    def _main_speaker(self, sentence: Sentence, last: Voice | None) -> Voice | None:
        told = self._teller(sentence)
        if told is not None:
            return told
        first = next(((at, named) for at, named in self._named[sentence.number] if named.kind in SPEAKING), None)
        if first and first[0] < _OPENING and first[1].role in _PERSON_ROLES:
            return self.party_at(sentence, first[0])
        return last

    def _teller(self, sentence: Sentence, start: int = 0) -> Voice | None:
        """The subject of the first verb of saying behind a place, before the verb or after it."""
        text = sentence.text
        for said, _ in sayings(text):
            if said < start:
                continue
            place = subject_before(text, said)
            if place is not None and place >= start:
                return self.party_at(sentence, place)
            found = RIGHT.match(text, said) if said else None
            if found and found.group("one") in self._tape.mentions:
                return self.party_at(sentence, found.start("one"))
        return None

    def before(self, sentence: Sentence) -> Voice | None:
        """Who spoke last before a sentence."""
        self._follow()
        return self._people.get(sentence.number - 1)

    def party_at(self, sentence: Sentence, place: int) -> Voice:
        """The party named at a place, generic descriptions led back to who they stand for."""
        named = self._tape.mentions[sentence.text[place]]
        if named.role == "own":
            return self._own_people(sentence, place) or Voice(named.party, named.kind)
        if named.role != "generic":
            return Voice(named.party, named.kind)
        self._follow()
        earlier = [row for row in self._offices.get(_head(named), ()) if row[:2] < (sentence.number, place)]
        if not earlier:
            return Voice(named.party, named.kind)
        meant = earlier[-1][2]
        name = meant.party.name if meant.role in _BODY_ROLES and not named.party.name.endswith("s") else named.party.name
        return Voice(PartyName(name, named.party.kind, meant.party.country), named.kind)

    def _own_people(self, sentence: Sentence, place: int) -> Voice | None:
        """Whose "our analysts" are: those of whoever speaks the quotation, else of the body whose report it is."""
        if self.inside_quote(sentence, place):
            return self.of_quote(sentence)
        return Voice(self.voice, Kind.EXPERT) if self.voice else None

    def of_verb(self, sentence: Sentence, place: int) -> list[Voice]:
        """Everybody who is the subject of the verb at `place`; a pronoun leads to the last speaker."""
        text = sentence.text
        at = subject_before(text, place)
        pronoun = _PRONOUN.search(text[:place])
        if pronoun and (at is None or pronoun.start("one") > at) and _PRONOUN_FILL.match(pronoun.group("gap")):
            return self.of_pronoun(sentence, pronoun.group("one").lower(), pronoun.start("one"))
        if at is None:
            return self.of_clause(sentence, place) if _PARTICIPLE.match(text, max(0, place - 2)) else []
        return [self.party_at(sentence, one) for one in conjuncts(text, at)]

    def of_clause(self, sentence: Sentence, place: int) -> list[Voice]:
        """The first subject of the clause that holds a place, with everybody conjoined with it, whatever its verb."""
        text = sentence.text
        lower = max(text.rfind(";", 0, place), text.rfind(". ", 0, place), 0)
        places = [match.start() for match in SPEAKERS.finditer(text, lower, place)]
        for at in places:
            if self._tape.mentions[text[at]].kind not in _DOERS and not preposition_before(text, at):
                together = (conjuncts(text, one) for one in reversed(places))
                return [self.party_at(sentence, one) for one in next(row for row in together if at in row)]
        return []

    def of_pronoun(self, sentence: Sentence, pronoun: str, place: int) -> list[Voice]:
        """Whom a pronoun in lower case at a place leads to; nobody where it leads nowhere."""
        if pronoun in {"we", "i"}:
            quoted = self.of_quote(sentence) if self.inside_quote(sentence, len(sentence.text) // 2) else None
            if quoted is not None:
                return [quoted]
            return [self.own_voice] if self.own_voice else []
        if pronoun in {"who", "which"}:
            return self._antecedent(sentence, place)
        return self._earlier(sentence, place, pronoun)

    def _antecedent(self, sentence: Sentence, place: int) -> list[Voice]:
        """The party right before ", which" or ", who"."""
        found = _ANTECEDENT.search(sentence.text, 0, place)
        return [self.party_at(sentence, found.start("one"))] if found else []

    def _earlier(self, sentence: Sentence, place: int, pronoun: str) -> list[Voice]:
        """Whom a pronoun leads to: a person for "he" and "she", a body for "it"; in this sentence first, then back."""
        personal = pronoun in {"he", "she"}
        for at, named in reversed(self._named[sentence.number]):
            if (
                at < place
                and (_is_person(named) if personal else named.kind in _BODY_KINDS and not _is_person(named))
                and not preposition_before(sentence.text, at)
            ):
                places = conjuncts(sentence.text, at) if pronoun == "they" else [at]
                return [self.party_at(sentence, one) for one in places]
        self._follow()
        last = (self._persons if personal else self._bodies).get(sentence.number - 1)
        return [last] if last else []

    def inside_quote(self, sentence: Sentence, place: int) -> bool:
        """Whether a place stands inside a quotation, one that an earlier sentence opened included."""
        opened = sentence.opens_quoted
        for mark in _MARKS.finditer(sentence.text, 0, place):
            opened = not opened if mark.group() == '"' else mark.group() == "“"
        return opened

    def of_quote(self, sentence: Sentence) -> Voice | None:
        """Who speaks a quotation that names nobody in its own sentence: the neighbours of the same paragraph tell."""
        closing = self._closing_speaker(sentence)
        if closing is not None:
            return closing
        following = sentence.number + 1
        if following < len(self._sentences) and self._sentences[following].block == sentence.block:
            text = self._sentences[following].text
            if not sentence.number and _OPENS.match(text) and any(end <= 80 for _, end in sayings(text)):
                return self._main_speaker(self._sentences[following], None)
        return self.before(sentence)

    def _closing_speaker(self, sentence: Sentence) -> Voice | None:
        """Who is named where a quotation ends that goes on after the sentence: “It was so. We are sure,” said A."""
        for later in self._sentences[sentence.number + 1 :]:
            if later.block != sentence.block or not later.opens_quoted:
                return None
            mark = _CLOSING.search(later.text)
            if mark:
                return self._teller(later, mark.start())
        return None

    def led_back(self, sentence: Sentence, pronoun: str) -> list[Voice]:
        """Who "he said" after a quotation means: the last speaker, else the last person or body that did anything."""
        self._follow()
        table = self._persons if pronoun in {"he", "she"} else self._bodies
        last = self.before(sentence) or table.get(sentence.number - 1)
        return [last] if last else []

    def recalled(self, sentence: Sentence) -> list[tuple[str, Voice]]:
        """Whom a pronoun or an open quotation of a sentence may lead back to, and how."""
        self._follow()
        before = sentence.number - 1
        found = (
            ("person", self._persons.get(before)),
            ("body", self._bodies.get(before)),
            ("speaker", self._closing_speaker(sentence) or self._people.get(before)),
        )
        return [(how, voice) for how, voice in found if voice is not None]
