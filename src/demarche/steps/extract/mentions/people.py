"""Third pass over the tape: persons, with the office that the text gives them, and their surnames on later mention."""

from __future__ import annotations

import re
from collections.abc import Iterator

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.reference.tables import official_country
from demarche.steps.extract.mentions.names import HONORIFICS, LEADING, LETTERS, OFFICES, ORGANISATION_WORDS
from demarche.steps.extract.mentions.tape import Kind, Named, Span, Tape
from demarche.steps.extract.mentions.titles import Beside, Post, Titles

# One part of a name: "Mary-Ann", "O’Neill", "J.".
_PART = (
    rf"(?:(?:[A-Z]\.){{1,3}}(?= [A-Z])|"
    rf"[A-Z]{LETTERS}{{0,40}}(?:[’'\-](?!s\b){LETTERS}{{1,40}}){{0,5}}(?<=\w)(?<![A-Z] )|[A-Z]\.)"
)
# "Edi Rama", "Dr. A. B. Example", "Ursula von der Leyen".
_PERSON = re.compile(
    rf"(?:(?:{HONORIFICS}|Lord|Baroness)\.? )?{_PART}"
    rf"(?:[ -](?:{_PART}|al|bin|ibn|de|van|von|der|den|da|dos|di|el|la|ben|Al)){{1,4}}(?!\w)"
)
_CAPITAL = re.compile(rf"[A-Z](?<!\w[A-Z])(?<![A-Z]\.[A-Z]){LETTERS}*")
_WORD = re.compile(r"\w\w+|\w(?!\.)")
_TITLE_PREFIX = re.compile(rf"(?:{HONORIFICS})\.? ")
_NOBLE = re.compile(r"(?:Lord|Baroness|Sen|Rep|Gen|Adm|Col)\b")
# "Officer " of "Example Chief Officer A B": there a name begins anew.
_PART_END = re.compile(r"(?P<word>[A-Z]\w+)(?: |$)")
_LEADING_STARTS = frozenset(found.group() for word in LEADING if (found := _CAPITAL.match(word)))
_LONGEST_LEADING = 20
# Before a surname on later mention: "Mr Example", "President Example".
_ADDRESS = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|President|Minister|Secretary|Ambassador|Lord|Prof|Sir|Gen|Sen)\.? $")
_LONGEST_ADDRESS = 12
_OF_STATES = frozenset({Kind.OFFICIAL, Kind.EXPERT})
"""What a known official may look like beside the name; a title of another body tells more."""


class People:
    """Persons of one document; remembers each surname with the office first given."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, Named] = {}

    def run(self, tape: Tape) -> Tape:
        """The tape with persons as mentions, then the later mentions of their surnames."""
        tape = tape.replace(list(self._persons(tape)))
        return tape.replace(list(self._surnames(tape))) if self._known else tape

    def _persons(self, tape: Tape) -> Iterator[Span]:
        text = tape.text
        titles = Titles(tape)
        floor = 0
        for capital in _CAPITAL.finditer(text):
            start = capital.start()
            if start < floor or (capital.group() in _LEADING_STARTS and _leads(text, start)):
                continue
            match = _PERSON.match(text, start)
            if match:
                offices = [part.end() for part in _PART_END.finditer(match.group()) if part.group("word") in OFFICES]
                floor = start + offices[-1] if offices else match.end()
                if not offices and _is_person(match.group()):
                    yield self._person(titles, start, floor)

    def _person(self, titles: Titles, start: int, end: int) -> Span:
        beside = Beside(titles, start, end)
        post = beside.post()
        role = "person" if post else "unplaced"
        first, last = titles.tape.offsets(start, end)
        words = " ".join(self._text[first:last].split())
        if post is None:
            noble = _NOBLE.match(words)
            post = Post(*((Kind.OFFICIAL, PartyKind.GOVERNMENT) if noble else (Kind.EXPERT, PartyKind.RESEARCHER)), None)
        prefix = _TITLE_PREFIX.match(words)
        name = words[prefix.end() :] if prefix else words
        if prefix and name in self._known:
            return start, end, self._known[name]
        known = official_country(name) if post.kind in _OF_STATES else None
        if known:
            role, post = "person", Post(Kind.OFFICIAL, PartyKind.GOVERNMENT, known)
        party = PartyName(name, post.party, post.country)
        surname = party.name.rsplit(" ", 1)[-1]
        if len(surname) > 2 and surname[0].isupper() and surname not in self._known:
            self._known[surname] = Named(post.kind, party, first, last, "surname")
        return *beside.span(), Named(post.kind, party, first, last, role)

    def _surnames(self, tape: Tape) -> Iterator[Span]:
        """The surnames by themselves, each with the words of address before it."""
        text = tape.text
        known: dict[str, list[str]] = {}
        for surname in sorted(self._known, key=lambda name: (-len(name), name)):
            begin = _CAPITAL.match(surname)
            known.setdefault(begin.group() if begin else surname, []).append(surname)
        floor = 0
        for capital in _CAPITAL.finditer(text):
            start = capital.start()
            if start < floor:
                continue
            for surname in known.get(capital.group(), ()):
                end = start + len(surname)
                if text.startswith(surname, start) and not _goes_on(text[end : end + 1]):
                    address = _ADDRESS.search(text, max(floor, start - _LONGEST_ADDRESS), start)
                    yield address.start() if address else start, end, self._known[surname]
                    floor = end
                    break


def _goes_on(char: str) -> bool:
    """Whether a word goes on with the character."""
    return char in {"-", "_"} or char.isalnum()


def _leads(text: str, start: int) -> bool:
    """Whether what begins here stands before a name rather than being part of one: "On", "Monday", "Vice-President"."""
    end = text.find(" ", start, start + _LONGEST_LEADING)
    return end != -1 and text[start:end] in LEADING


def _is_person(words: str) -> bool:
    found = _WORD.findall(words)
    if words.isupper():
        found = [word.capitalize() for word in found]
    return " " in words and ORGANISATION_WORDS.isdisjoint(found) and "General Assembly" not in words
