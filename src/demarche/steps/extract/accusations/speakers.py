"""Who speaks: the speakers of words and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from demarche.steps.extract.accusations.antecedents import RIGHT, Antecedents
from demarche.steps.extract.accusations.origins import Voice
from demarche.steps.extract.accusations.subjects import JOINED_BY, SPEAKER, conjuncts, sayings, subject_before
from demarche.steps.extract.mentions.tape import Kind, char_class
from demarche.steps.extract.sentences import Sentence

_ACCORDING = re.compile(
    r"\b(?:according to|in the (?:view|words|opinion|judg?ment|assessment|eyes|estimation) of|as per|citing|in) "
    rf"(?:an? |the |two |three |one |its )?(?:[\w’'-]+ ){{0,5}}?(?P<one>{SPEAKER})",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"[;]|\. |, (?:while|whereas|which|although|but) ")
_BY_NOUN = re.compile(
    rf"(?P<one>{SPEAKER})(?:['’]s? (?:[\w’'-]+ ){{0,5}})?(?:\([^)]*\) )?(?:[\w’'-]+ ){{0,4}}(?:that|which says|"
    r"showing|alleging|accusing|blaming|concluding|stating|saying|attributing|linking|naming|"
    r"assessing)\b[^.;]{0,160}$"
)
_TOLD = re.compile(rf"\btold (?:the )?(?P<one>{char_class(Kind.MEDIA)})")
_COMMA_BEFORE = re.compile(r"[,\"”’]\s*(?:as )?$")
_COMMA_AND = re.compile(r"[,\"”’–—-][\"”’]?\s*(?:but |and |as )?(?:the |an? |one |its )?$")
_COMMA_PRONOUN = re.compile(r"[,\"”’]\s*(?P<one>he|she|it|they)\s*$")
_ACCORDING_STRICT = re.compile(
    r"^(?:according|in the (?:view|words|opinion|judg|assessment|eyes|estim)|as per|citing)", re.IGNORECASE
)


class Speakers(Antecedents):
    """Who says the words of one report."""

    def of_words(self, sentence: Sentence, start: int, end: int) -> list[Voice]:
        """Who says the words from start to end: the nearest verb of saying that governs them, else "according to", else the
        speaker of the quotation they stand in. Empty when nobody does."""
        for found in (self._on_left(sentence, start), self._on_right(sentence, end), self._according(sentence)):
            if found:
                return found
        if self.inside_quote(sentence, start) or self._all_quoted(sentence):
            quoted = self.of_quote(sentence)
            return [quoted] if quoted else []
        return []

    @staticmethod
    def _all_quoted(sentence: Sentence) -> bool:
        return sentence.text[:1] in '"“' and sentence.text[-1:] in '"”'

    def _on_left(self, sentence: Sentence, start: int) -> list[Voice]:
        text = sentence.text
        for said, end in reversed(sayings(text)):
            if end > start:
                continue
            if _BREAKS.search(text, end, start):
                break
            voices = self.of_verb(sentence, said)
            if voices:
                return [self._with_relay(sentence, voice, said) for voice in voices]
        return self._by_noun(sentence, start)

    def _by_noun(self, sentence: Sentence, start: int) -> list[Voice]:
        """Reads "The assessment of the NCSC that ...", "Washington's conclusion that ..."."""
        noun = _BY_NOUN.search(sentence.text, 0, start)
        return [self.party_at(sentence, noun.start("one"))] if noun else []

    def _with_relay(self, sentence: Sentence, voice: Voice, place: int) -> Voice:
        """Nested sourcing: "AFP reports that officials concluded ..." keeps AFP as who relays."""
        told = _TOLD.search(sentence.text)
        if told:
            return Voice(voice.party, voice.kind, self._tape.mentions[told.group("one")].party)
        for said, end in sayings(sentence.text):
            if end > place:
                break
            at = subject_before(sentence.text, said)
            if at is not None:
                outer = self._tape.mentions[sentence.text[at]]
                if outer.party != voice.party:
                    return Voice(voice.party, voice.kind, outer.party)
        return voice

    def _on_right(self, sentence: Sentence, end: int) -> list[Voice]:
        text = sentence.text
        for said, _ in sayings(text):
            if said < end:
                continue
            lower = max(end, said - 90)
            inverted = RIGHT.match(text, said)
            if inverted and _COMMA_BEFORE.search(text, lower, said):
                one = inverted.group("one")
                if one in self._tape.mentions:
                    place = inverted.start("one")
                    return [self._with_relay(sentence, self.party_at(sentence, at), said) for at in self._joined(text, place)]
                return self.led_back(sentence, one)
            at_subject = subject_before(text, said)
            if at_subject is not None and at_subject >= end and (at_subject == end or _COMMA_AND.search(text, end, at_subject)):
                return [
                    self._with_relay(sentence, self.party_at(sentence, at), said)
                    for at in conjuncts(text, at_subject)
                    if at >= end
                ]
            pronoun = _COMMA_PRONOUN.search(text, lower, said)
            if pronoun:
                return self.led_back(sentence, pronoun.group("one"))
        return []

    @staticmethod
    def _joined(text: str, place: int) -> Iterator[int]:
        yield place
        more = JOINED_BY.match(text[place + 1 :])
        if more:
            yield place + 1 + more.start("one")

    def _according(self, sentence: Sentence) -> list[Voice]:
        for found in _ACCORDING.finditer(sentence.text):
            if _ACCORDING_STRICT.match(found.group()):
                places = self._joined(sentence.text, found.start("one"))
                return [self.party_at(sentence, at) for at in places]
        return []
