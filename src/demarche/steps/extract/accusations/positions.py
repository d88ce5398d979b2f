"""A sentence as the rules about denial, refusal and doubt see it, and whose position it gives."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from demarche.model.claim import UNSPECIFIED, PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.accusations.origins import Voice
from demarche.steps.extract.accusations.speakers import Speakers
from demarche.steps.extract.accusations.subjects import SPEAKER, sayings
from demarche.steps.extract.mentions.tape import Kind, char_class
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import Sentence

WORD = r"(?:,? +[^\s,.;:]+)"
"""One more word, or one mention, of a line."""
CULPRIT = char_class(Kind.ACTOR, Kind.HACKERS, Kind.UNKNOWN)
POWER = char_class(Kind.STATE, Kind.ADJECTIVE, Kind.ACTOR, Kind.HACKERS)
DOERS = frozenset({Kind.ACTOR, Kind.HACKERS, Kind.UNKNOWN})

_REACH = 80
"""How many characters before a verb may belong to its pronoun, auxiliaries and adverbs."""
_CLAUSE_REACH = 400
MARKS = '‘“”"—–'
APOSTROPHE = "'"
_QUOTED = re.compile(r"[\"“”]")
_SPACES = re.compile(r"  +")
WORDS = re.compile(r"[a-z]+")
_BE = (
    r"(?:is|was|has|had|would|may|might|could|been|be|remain(?:s|ed)|also|still|yet|seem(?:s|ed)|appear(?:s|ed)|did|"
    r"does|in itself)"
)
_FIRST_PERSON = re.compile(r" (?:we|i|our|us|my)(?:'(?:re|ve|m|d|ll))?(?: [a-z']+){0,4} ?$")
_IMPERSONAL = re.compile(rf" (?P<subject>there|it|this)(?:'s)?(?: {_BE})* ?$")
_PREDICATE = re.compile(
    rf"(?: (?:{_BE}|is|was|not|too|far|never|equally))* (?:early|soon|premature|impossible|possible|hard|difficult|"
    r"clear|unclear|known|no|nothing|little)\b"
)
_MANY = re.compile(r"officials|authorities|police|investigators|prosecutor")
_PROPER = re.compile(r"[A-Z][\w’'-]+ (?:[a-z]{1,3} )?[A-Z]")
_RELATIVE = re.compile(
    rf"(?P<one>{SPEAKER})(?:['’]s [\w ]{{0,30}})?(?: \([^)]*\))?,? (?:who|which) (?:(?:has|have|had|[a-z]+ly|also|"
    r"then|since|long|first|always|later|did|does|would|could|will|is|was) )*$"
)
_POSTED = re.compile(
    rf"(?P<one>{char_class(Kind.OFFICIAL, Kind.ANONYMOUS)}) (?:to|in|at|"
    rf"for) (?:the )?{SPEAKER}(?: on [A-Z][a-z]+)?(?: (?:has|had|have|[a-z]+ly|also|later))* $"
)
_FOLLOWING = re.compile(rf"[^,.;]{{3,80}}, (?:the )?(?:it|he|she|they|{SPEAKER}) ")
_UNLISTED = re.compile(
    r"(?:^|[;,] (?:and |but )?|[–—] )(?P<name>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,3})(?: itself| himself| herself|"
    r", [^,;.]{3,70},)?(?: (?:has|had|have|always|never|also|later|then|already|still|so far|itself|[a-z]+ly))* $"
)
_NO_NAME = frozenset(
    "The A An It They He She We I In On At But And This That These Those If When While After Before Its Their His "
    "Her As By For With One No Some Most Both Neither Nor Who What Which Few Others Many Nobody None Nothing Asked "
    "There Here Then So Or Yet Not Even Only Though Although However Because Since Still Also Once Until Unless "
    "Officials Whether Where".split()
)
_INTERJECTED = re.compile(r",? (?:too|likewise|also|however|in turn|for (?:his|her|its|their) part),? $")
_ADJUNCT = re.compile(r" (?:without|while|[a-z]+ing) ")
_CLAUSE = re.compile(r"; |, (?:and|but|while|although|though|whereas|yet) ")
_OBLIQUE = re.compile(r"\b(?:in|of|on|at|against|to|with|from|by|for|about|than|as|that)(?: (?:the|an?|its|his|her|their))? ?$")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the tape in lower case between spaces, with straight apostrophes and without quotation marks."""

    sentence: Sentence
    text: str
    words: frozenset[str]
    joined: tuple[tuple[int, int], ...] = ()
    """Where several spaces became one, and how many were left out up to there."""

    def place(self, at: int) -> int:
        """The place in the sentence of the word behind the space at `at` of the text."""
        left_out = 0
        for where, count in self.joined:
            if where > at:
                break
            left_out = count
        return min(at + left_out, len(self.sentence.text))


def line_of(sentence: Sentence, lowered: str, words: frozenset[str]) -> Line:
    """The sentence in the form that patterns of this folder's statement rules are written for; its words in lower case."""
    text = lowered if len(lowered) == len(sentence.text) else sentence.text
    for mark in MARKS:
        text = text.replace(mark, " ")
    text = f" {text.replace('’', APOSTROPHE)} "
    if "  " not in text:
        return Line(sentence, text, words)
    joined, left_out = [], 0
    for found in _SPACES.finditer(text):
        count = len(found.group()) - 1
        joined.append((found.start() - left_out, left_out + count))
        left_out += count
    return Line(sentence, _SPACES.sub(" ", text), words, tuple(joined))


class Positions:
    """Who holds a position that a sentence reports, and for which state somebody speaks."""

    def __init__(self, reading: Reading, speakers: Speakers, accused: frozenset[str], main: PartyName | None) -> None:
        self.reading = reading
        self.speakers = speakers
        self.accused = accused
        """Countries that somebody in the report accuses."""
        self.main = main
        """Whom most accusations name."""

    def holders(self, line: Line, start: int, end: int) -> list[Voice]:
        """Whose the words from start to end are: the subject of the verb at start, else whoever says the sentence, else the
        subject of its clause."""
        sentence, before, place = line.sentence, line.text[max(0, start - _REACH) : start + 1], line.place(start)
        impersonal = _IMPERSONAL.search(before)
        if impersonal and (impersonal.group("subject") != "it" or _PREDICATE.match(line.text, start)):
            return self.tellers(line, start, end) or self._carried(sentence, place, impersonal.group("subject"))
        if _FIRST_PERSON.search(before):
            quoted = sentence.opens_quoted or bool(_QUOTED.search(sentence.text))
            return self.tellers(line, start, end) or (self.speakers.of_verb(sentence, place) if quoted else self._own_voice())
        return (
            self._of_relative(sentence, place)
            or self._of_posted(sentence, place)
            or self._of_participle(line, start)
            or self._of_adjunct(line, start)
            or self.speakers.of_verb(sentence, self._interjected(sentence, place))
            or self._unlisted(sentence, place)
            or self.tellers(line, start, end)
            or self.speakers.of_clause(sentence, place)
        )

    def tellers(self, line: Line, start: int, end: int) -> list[Voice]:
        """Who says the words from start to end."""
        return self.speakers.of_words(line.sentence, line.place(start), line.place(end))

    def settled(self, voice: Voice, sentence: Sentence) -> Voice:
        """The voice with a country where it is "officials" or "the minister" of one that the text tells."""
        if voice.party.country or voice.kind not in {Kind.OFFICIAL, Kind.ANONYMOUS}:
            return voice
        placed = re.search(rf"(?P<one>{SPEAKER}) (?:in|from|at) (?P<state>{char_class(Kind.STATE)})", sentence.text)
        tape = self.reading.tape
        if placed and tape.mentions[placed.group("one")].party.name == voice.party.name:
            country = tape.mentions[placed.group("state")].party.country
            return voice._replace(party=replace(voice.party, country=country))
        return self.speakers.settled(voice._replace(kind=Kind.OFFICIAL), sentence, self.accused)

    def denier(self, line: Line, voice: Voice, pointed: bool, about: str | None = None) -> PartyName | None:
        """The party for which somebody denies; None for who stands accused of nothing. `pointed` words name the accusation that
        they reject, so that also a state denies by them of which no accusation was found; `about` is the country that they
        speak of."""
        party = voice.party
        if voice.kind is Kind.ACTOR or (voice.kind is Kind.HACKERS and pointed):
            return party
        if voice.kind not in {Kind.STATE, Kind.OFFICIAL, Kind.EXPERT, Kind.VICTIM} or _MANY.search(party.name):
            return None
        if voice.kind is Kind.EXPERT and not _PROPER.match(party.name):
            return None
        if party.country:
            return party if party.country in self.accused or (pointed and voice.kind is not Kind.EXPERT) else None
        country = about or self._defended(line.sentence, voice, pointed)
        if country is None:
            return party if pointed and party.kind is PartyKind.ORGANISATION else None
        return PartyName(party.name, PartyKind.GOVERNMENT, country)

    def _defended(self, sentence: Sentence, voice: Voice, pointed: bool) -> str | None:
        """The country of a denier who has none in the text: whom most accuse, else an accused country around, else the only
        one. For a person of no known office it must be the one around."""
        around = self.speakers.country_around(sentence)
        if around not in self.accused:
            around = None
        if voice.kind in {Kind.EXPERT, Kind.VICTIM} and not pointed:
            return around
        if self.main is not None and self.main.country in self.accused:
            return self.main.country
        return around or (next(iter(self.accused)) if len(self.accused) == 1 else None)

    def _own_voice(self) -> list[Voice]:
        """The report's own "we": whoever published it."""
        publisher = self.reading.document.origin.publisher
        return [Voice(PartyName(publisher, PartyKind.ORGANISATION) if publisher else UNSPECIFIED, Kind.COMPANY)]

    def _carried(self, sentence: Sentence, start: int, subject: str) -> list[Voice]:
        """Reported speech that goes on behind its verb of saying; without one nobody in particular says it."""
        for said, end in reversed(sayings(sentence.text)):
            voices = self.speakers.of_verb(sentence, said) if end <= start else []
            if voices:
                return voices
        around = self.speakers.of_clause(sentence, start) if subject != "it" else []
        return around or [Voice(UNSPECIFIED, Kind.EXPERT)]

    def _of_relative(self, sentence: Sentence, place: int) -> list[Voice]:
        """Before a relative pronoun: "Moscow, which has denied"."""
        lower = max(0, place - 90)
        found = _RELATIVE.search(sentence.text[lower:place])
        return [self.speakers.party_at(sentence, lower + found.start("one"))] if found else []

    def _of_posted(self, sentence: Sentence, place: int) -> list[Voice]:
        """The ambassador in "the consul in Lisbon on Monday rejected"."""
        lower = max(0, place - 60)
        found = _POSTED.search(sentence.text[lower:place])
        return [self.speakers.party_at(sentence, lower + found.start("one"))] if found else []

    def _of_participle(self, line: Line, start: int) -> list[Voice]:
        """The subject that follows: "Having denied the charge, it asked"."""
        if line.text[: start + 1].strip() not in {"having", "after having", ""}:
            return []
        found = _FOLLOWING.match(line.sentence.text, line.place(start))
        return self.speakers.of_verb(line.sentence, found.end()) if found else []

    def _of_adjunct(self, line: Line, start: int) -> list[Voice]:
        """The first subject of the clause: "The mayor spoke of an attack without naming anyone"."""
        if not _ADJUNCT.match(line.text, start):
            return []
        text, place = line.sentence.text, line.place(start)
        lower = max(0, place - _CLAUSE_REACH)
        lower = max((found.end() for found in _CLAUSE.finditer(text, lower, place)), default=lower)
        for found in re.finditer(SPEAKER, text[lower:place]):
            if not _OBLIQUE.search(text[max(0, lower + found.start() - 20) : lower + found.start()]):
                return [self.speakers.party_at(line.sentence, lower + found.start())]
        return []

    @staticmethod
    def _interjected(sentence: Sentence, place: int) -> int:
        """The place right behind the subject where words stand between it and the verb: "he, too, did not"."""
        lower = max(0, place - 40)
        found = _INTERJECTED.search(sentence.text[lower:place])
        return lower + found.start() if found else place

    def _unlisted(self, sentence: Sentence, start: int) -> list[Voice]:
        """A subject with a proper name that no list knows."""
        found = _UNLISTED.search(sentence.text[max(0, start - _CLAUSE_REACH) : start])
        if not found or re.split(r"['’ ]", found.group("name"))[0] in _NO_NAME:
            return []
        return [Voice(PartyName(found.group("name"), PartyKind.ORGANISATION), Kind.VICTIM)]
