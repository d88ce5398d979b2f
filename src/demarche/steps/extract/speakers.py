"""Who speaks: speakers of words and quotations, and whom pronouns and "the ministry" lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from demarche.model.claim import PartyName
from demarche.steps.extract.origins import Origins, Voice
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.subjects import (
    FILLER,
    JOINED_BY,
    PREPOSITION,
    SAY,
    SAY_WORDS,
    SPEAKER,
    TIME,
    conjuncts,
    subject_before,
)
from demarche.steps.extract.tape import Kind, Named, Tape, char_class

_RIGHT = re.compile(
    rf"^[,.]?[\"”’']?,? ?(?:as )?(?:{SAY_WORDS})(?: in [a-z ]+| on [A-Z][a-z]+| late [A-Z]?[a-z]+)?(?: by)? (?:the |"
    rf"an? |its |one )?(?P<one>{SPEAKER}|(?:he|she|it|they)\b)"
)
_ACCORDING = re.compile(
    r"\b(?:according to|in the (?:view|words|opinion|judg?ment|assessment|eyes|estimation) of|as per|citing|in) "
    rf"(?:an? |the |two |three |one |its )?(?:[\w’'-]+ ){{0,5}}?(?P<one>{SPEAKER})",
    re.IGNORECASE,
)
_ACCORDING_STRICT = re.compile(
    r"^(?:according|in the (?:view|words|opinion|judg|assessment|eyes|estim)|as per|citing)", re.IGNORECASE
)
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
_PRONOUN_FILL = re.compile(rf"^(?: {FILLER}| (?:{TIME}))* ?$")


class Speakers(Origins):
    """Who the parties, pronouns and generic descriptions of one report lead to, in reading order."""

    def __init__(self, tape: Tape, sentences: tuple[Sentence, ...], voice: PartyName | None) -> None:
        super().__init__(tape, sentences)
        self.voice = voice
        """Whose words the report itself is ("we"); None for a journalist's."""
        self._persons: dict[int, Voice] = {}
        self._bodies: dict[int, Voice] = {}
        self._people: dict[int, Voice] = {}
        self._generic: dict[str, PartyName] = {}
        self._follow()

    def _follow(self) -> None:
        """Walk the report once: after each sentence, remember who spoke last."""
        last: Voice | None = None
        kept: dict[bool, Voice] = {}
        for sentence in self._sentences:
            last = self._main_speaker(sentence, last) or last
            if last is not None:
                self._people[sentence.number] = last
            self._remember(sentence, kept)

    def _remember(self, sentence: Sentence, kept: dict[bool, Voice]) -> None:
        """The last person and the last body that a sentence had as a subject, else that it names at all."""
        subjects: dict[bool, int] = {}
        for match in re.finditer(SPEAKER, sentence.text):
            named, at = self._tape.mentions[match.group()], match.start()
            oblique = bool(PREPOSITION.search(sentence.text[max(0, at - 60) : at]))
            for personal in (True, False):
                if self._fits(named, personal) and not oblique:
                    subjects.setdefault(personal, at)
        for personal, at in subjects.items():
            kept[personal] = self.party_at(sentence, at)
        for personal, table in ((True, self._persons), (False, self._bodies)):
            if personal in kept:
                table[sentence.number] = kept[personal]

    def _main_speaker(self, sentence: Sentence, last: Voice | None) -> Voice | None:
        for match in SAY.finditer(sentence.text):
            place = subject_before(sentence.text, match.start())
            if place is not None:
                return self.party_at(sentence, place)
            found = _RIGHT.match(sentence.text[match.start() :]) if match.start() else None
            if found and found.group("one") in self._tape.mentions:
                return self.party_at(sentence, match.start() + found.start("one"))
        first = re.search(SPEAKER, sentence.text[:60])
        if first and self._tape.mentions[first.group()].role in {"person", "surname", "unplaced"}:
            return self.party_at(sentence, first.start())
        return last

    def before(self, sentence: Sentence) -> Voice | None:
        """Who spoke last before a sentence."""
        return self._people.get(sentence.number - 1)

    def party_at(self, sentence: Sentence, place: int) -> Voice:
        """The party named at a place, generic descriptions led back to who they stand for."""
        named = self._tape.mentions[sentence.text[place]]
        return Voice(self._resolved(named), named.kind)

    def _resolved(self, named: Named) -> PartyName:
        head = named.party.name.split()[-1].lower()
        if named.role != "generic":
            if named.kind in {Kind.OFFICIAL, Kind.STATE} and named.role in {"embassy", "office", "spokesperson"}:
                self._generic[head] = named.party
            return named.party
        known = self._generic.get(head)
        return PartyName(named.party.name, named.party.kind, known.country) if known else named.party

    def of_verb(self, sentence: Sentence, place: int) -> list[Voice]:
        """Everybody who is the subject of the verb at `place`; a pronoun leads to the last speaker."""
        text = sentence.text
        at = subject_before(text, place)
        pronoun = _PRONOUN.search(text[:place])
        if pronoun and (at is None or pronoun.start("one") > at) and _PRONOUN_FILL.match(pronoun.group("gap")):
            return self._of_pronoun(sentence, pronoun.group("one").lower(), pronoun.start("one"))
        if at is None:
            return []
        return [self.party_at(sentence, one) for one in conjuncts(text, at)]

    def _of_pronoun(self, sentence: Sentence, pronoun: str, place: int) -> list[Voice]:
        if pronoun in {"we", "i"}:
            quoted = self.of_quote(sentence) if self._inside_quote(sentence, len(sentence.text) // 2) else None
            if quoted is not None:
                return [quoted]
            return [Voice(self.voice, Kind.OFFICIAL)] if self.voice else []
        if pronoun in {"who", "which"}:
            return self._antecedent(sentence, place)
        return self._earlier(sentence, place, pronoun)

    def _antecedent(self, sentence: Sentence, place: int) -> list[Voice]:
        """The party right before ", which" or ", who"."""
        found = re.search(rf"(?P<one>{SPEAKER})(?:['’]s [\w ]{{0,30}})?(?: \([^)]*\))?,? $", sentence.text[:place])
        return [self.party_at(sentence, found.start("one"))] if found else []

    def _earlier(self, sentence: Sentence, place: int, pronoun: str) -> list[Voice]:
        """Whom a pronoun leads to: a person for "he" and "she", a body for "it"; in this sentence first, then back."""
        personal = pronoun in {"he", "she"}
        for match in reversed(list(re.finditer(SPEAKER, sentence.text[:place]))):
            at = match.start()
            if self._fits(self._tape.mentions[match.group()], personal) and not PREPOSITION.search(
                sentence.text[max(0, at - 60) : at]
            ):
                places = conjuncts(sentence.text, at) if pronoun == "they" else [at]
                return [self.party_at(sentence, one) for one in places]
        last = (self._persons if personal else self._bodies).get(sentence.number - 1)
        return [last] if last else []

    @staticmethod
    def _fits(named: Named, personal: bool) -> bool:
        person = named.role in {"person", "surname", "unplaced"} or (
            named.role in {"generic", "office", "spokesperson"} and bool(_PERSONAL.search(named.party.name))
        )
        return person if personal else not person and named.kind not in {Kind.UNKNOWN, Kind.HACKERS, Kind.ACTOR}

    def _inside_quote(self, sentence: Sentence, place: int) -> bool:
        opened = sentence.opens_quoted
        for mark in re.finditer(r"[\"“”]", sentence.text[:place]):
            opened = not opened if mark.group() == '"' else mark.group() == "“"
        return opened

    def of_quote(self, sentence: Sentence) -> Voice | None:
        """Who speaks a quotation that names nobody in its own sentence: the neighbours of the same paragraph tell."""
        following = sentence.number + 1
        if following < len(self._sentences) and self._sentences[following].block == sentence.block:
            text = self._sentences[following].text
            if re.match(rf"^(?:the )?{SPEAKER}|^[A-Z][a-z]+ said", text) and SAY.search(text[:80]) and not sentence.number:
                return self._main_speaker(self._sentences[following], None)
        return self.before(sentence)

    def of_words(self, sentence: Sentence, start: int, end: int) -> list[Voice]:
        """Who says the words from start to end: the nearest verb of saying that governs them, else "according to", else the
        speaker of the quotation they stand in. Empty when nobody does."""
        for found in (self._on_left(sentence, start), self._on_right(sentence, end), self._according(sentence)):
            if found:
                return found
        if self._inside_quote(sentence, start) or self._all_quoted(sentence):
            quoted = self.of_quote(sentence)
            return [quoted] if quoted else []
        return []

    @staticmethod
    def _all_quoted(sentence: Sentence) -> bool:
        return sentence.text[:1] in '"“' and sentence.text[-1:] in '"”'

    def _on_left(self, sentence: Sentence, start: int) -> list[Voice]:
        text = sentence.text
        for match in reversed(list(SAY.finditer(text[:start]))):
            between = text[match.end() : start]
            if re.search(r"[;]|\. |, (?:while|whereas|which|although|but) ", between):
                break
            voices = self.of_verb(sentence, match.start())
            if voices:
                return [self._with_relay(sentence, voice, match.start()) for voice in voices]
        return self._by_noun(sentence, start)

    def _by_noun(self, sentence: Sentence, start: int) -> list[Voice]:
        """Reads "The assessment of the NCSC that ...", "Washington's conclusion that ..."."""
        noun = re.search(
            rf"(?P<one>{SPEAKER})(?:['’]s? (?:[\w’'-]+ ){{0,5}})?(?:\([^)]*\) )?(?:[\w’'-]+ ){{0,4}}(?:that|which says|"
            r"showing|alleging|accusing|blaming|concluding|stating|saying|attributing|linking|naming|"
            rf"assessing)\b[^.;]{{0,160}}$",
            sentence.text[:start],
        )
        return [self.party_at(sentence, noun.start("one"))] if noun else []

    def _with_relay(self, sentence: Sentence, voice: Voice, place: int) -> Voice:
        """Nested sourcing: "AFP reports that officials concluded ..." keeps AFP as who relays."""
        told = re.search(rf"\btold (?:the )?(?P<one>{char_class(Kind.MEDIA)})", sentence.text)
        if told:
            return Voice(voice.party, voice.kind, self._tape.mentions[told.group("one")].party)
        for match in SAY.finditer(sentence.text[:place]):
            at = subject_before(sentence.text, match.start())
            if at is not None:
                outer = self._tape.mentions[sentence.text[at]]
                if outer.party != voice.party:
                    return Voice(voice.party, voice.kind, outer.party)
        return voice

    def _on_right(self, sentence: Sentence, end: int) -> list[Voice]:
        text = sentence.text
        for match in SAY.finditer(text, end):
            before = text[max(end, match.start() - 90) : match.start()]
            inverted = _RIGHT.match(text[match.start() :])
            if inverted and re.search(r"[,\"”’]\s*(?:as )?$", before):
                one = inverted.group("one")
                if one in self._tape.mentions:
                    place = match.start() + inverted.start("one")
                    return [
                        self._with_relay(sentence, self.party_at(sentence, at), match.start())
                        for at in self._joined(text, place)
                    ]
                last = self.before(sentence)
                return [last] if last else []
            at_subject = subject_before(text, match.start())
            if (
                at_subject is not None
                and at_subject >= end
                and re.search(r"[,\"”’–—-][\"”’]?\s*(?:but |and |as )?(?:the |an? |one |its )?$", text[end:at_subject] or ",")
            ):
                return [
                    self._with_relay(sentence, self.party_at(sentence, at), match.start())
                    for at in conjuncts(text, at_subject)
                    if at >= end
                ]
            pronoun = re.search(r"[,\"”’]\s*(?:he|she|it|they)\s*$", before)
            if pronoun:
                last = self.before(sentence)
                return [last] if last else []
        return []

    @staticmethod
    def _joined(text: str, place: int) -> Iterator[int]:
        yield place
        more = JOINED_BY.match(text[place + 1 :])
        if more:
            yield place + 1 + more.start("one")

    def recalled(self, sentence: Sentence) -> list[tuple[str, Voice]]:
        """Whom a pronoun or an open quotation of a sentence may lead back to, and how."""
        before = sentence.number - 1
        found = (
            ("person", self._persons.get(before)),
            ("body", self._bodies.get(before)),
            ("speaker", self._people.get(before)),
        )
        return [(how, voice) for how, voice in found if voice is not None]

    def of_clause(self, sentence: Sentence, place: int) -> list[Voice]:
        """The nearest subject before a place in the same clause, whatever its verb."""
        text = sentence.text
        lower = max(text.rfind(";", 0, place), text.rfind(". ", 0, place), 0)
        for match in re.finditer(SPEAKER, text[lower:place]):
            at = lower + match.start()
            if not PREPOSITION.search(text[max(0, at - 60) : at]) and self._tape.mentions[match.group()].kind not in {
                Kind.UNKNOWN,
                Kind.HACKERS,
                Kind.ACTOR,
            }:
                return [self.party_at(sentence, one) for one in conjuncts(text, at)]
        return []

    def _according(self, sentence: Sentence) -> list[Voice]:
        for found in _ACCORDING.finditer(sentence.text):
            if _ACCORDING_STRICT.match(found.group()):
                places = self._joined(sentence.text, found.start("one"))
                return [self.party_at(sentence, at) for at in places]
        return []
