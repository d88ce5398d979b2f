"""Which incident a sentence is about: the one that the report is mainly about, or another that it mentions."""

from __future__ import annotations

import re

from demarche.model.claim import PRIMARY
from demarche.model.source import Document
from demarche.reference.tables import known_incidents
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.tape import Kind, Tape

_YEAR = re.compile(r"(?<!since )(?<!since early )(?<!since late )(?<!from )\b(?:19[89]\d|20[0-3]\d)\b")
_ATTACK = re.compile(
    r"\b(?:attack|hack|breach|intrusion|campaign|operation|malware|ransomware|wiper|worm|virus|espionage|cyber|blam|"
    r"accus|attribut|sanction|expel|indict|charg|interfere|compromis|heist|outage|leak)\w*",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:(?:previous|earlier|past|prior|other|similar|separate|unrelated|another|different) (?:[\w-]+ "
    r"){0,3}?(?:attacks?|incidents?|hacks?|breach(?:es)?|intrusions?|campaigns?|operations?|cases?|cyberattacks?|"
    r"episodes?|accusations?|cyber-?attacks?)|"
    r"in the past|(?:has|have|had) (?:also |long |repeatedly |previously |often |in the past )+(?:been )?(?:blamed|"
    r"accused|linked|targeted|attacked|tied|suspected|attributed)|(?:is|are|was|were) (?:also )?(?:best )?known for|"
    r"notorious for|track record|history of|"
    r"not the first time|it is not the first|years? (?:ago|earlier|before)|decade ago|a year (?:ago|earlier|before)|"
    r"(?:was|were|been) also (?:blamed|accused|behind))\b",
    re.IGNORECASE,
)
_CONTINUES = re.compile(
    r"^(?:That|Those|Then|There|It|They|He|She|The group|At the time|In that|In those|Both|Neither|Also|The same)\b"
)
_LEAD = 6


def _years(text: str) -> set[int]:
    return {int(year) for year in _YEAR.findall(text)}


def _malware(tape: Tape, text: str) -> set[str]:
    return {
        tape.mentions[char].party.name for char in text if char in tape.mentions and tape.mentions[char].kind is Kind.MALWARE
    }


class Events:
    """Labels for the sentences of one report. The lead says which years and which malware are the report's own."""

    def __init__(self, document: Document, tape: Tape, sentences: tuple[Sentence, ...]) -> None:
        lead = " ".join(sentence.text for sentence in sentences[:_LEAD])
        self._own_years = _years(lead)
        published = document.origin.published
        if published:
            self._own_years.add(published.year)
            if re.search(r"\blast (?:year|[A-Z][a-z]+|autumn|summer|spring|winter)|\ba year ago", lead):
                self._own_years.add(published.year - 1)
        self._own_malware = _malware(tape, lead)
        self._own_words = "".join(
            document.text[first:last] for first, last in (tape.offsets(s.start, s.end) for s in sentences[:_LEAD])
        )
        self._text = document.text
        self._tape = tape
        self._keys: dict[str, str] = {}
        self.labels = self._labelled(sentences)

    def _labelled(self, sentences: tuple[Sentence, ...]) -> tuple[str, ...]:
        labels: list[str] = []
        block = -1
        for sentence in sentences:
            key = self._key(sentence) if sentence.number >= 2 else None
            same_block = sentence.block == block and bool(labels)
            if key is None and same_block and labels[-1] != PRIMARY and _CONTINUES.match(sentence.text):
                labels.append(labels[-1])
            else:
                labels.append(self._label(key) if key else PRIMARY)
            block = sentence.block
        return tuple(labels)

    def _label(self, key: str) -> str:
        return self._keys.setdefault(key, f"other-{len(self._keys) + 1}")

    def _key(self, sentence: Sentence) -> str | None:
        """What the other incident of a sentence is known by; None for a sentence about the report's own."""
        text = sentence.text
        if not _ATTACK.search(text) and not _malware(self._tape, text):
            return None
        years = _years(text)
        if years and self._own_years and not years & self._own_years and max(years) < max(self._own_years):
            return str(max(years))
        first, last = self._tape.offsets(sentence.start, sentence.end)
        for known in known_incidents().findall(self._text[first:last]):
            if known not in self._own_words and not years & self._own_years:
                return str(known)
        found = _OTHER.search(text)
        return f"other:{sentence.block}" if found and not years & self._own_years else None
