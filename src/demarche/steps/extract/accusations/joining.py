"""Who joins an accusation that stands elsewhere in the report: those who share a conclusion, or sign a statement."""

from __future__ import annotations

import re

from demarche.steps.extract.accusations.needed import Needed
from demarche.steps.extract.accusations.origins import Voice
from demarche.steps.extract.accusations.speakers import Speakers
from demarche.steps.extract.accusations.subjects import conjuncts
from demarche.steps.extract.mentions.tape import Kind, char_class
from demarche.steps.extract.sentences import Sentence

_SHARES = re.compile(
    r"\b(?:shar(?:e[sd]?|ing)|echo(?:e[sd]|ing)?|endors(?:e[sd]?|ing)|back(?:s|ed|ing)|repeat(?:s|ed|ing)?|concur\w*|"
    r"agree[sd]?|join(?:s|ed|ing)?|reach(?:es|ed|ing)?|came to|come to|arriv(?:ed|es) at|put out|issued?|followed "
    r"with|drew|support(?:s|ed|ing)?)\b"
    r"[^.;]{0,60}?\b(?:conclusions?|findings?|assessments?|attribution|view|suspicions?|accusations?|judge?ments?|"
    r"verdict|naming|denouncing|condemning|blaming|accusing|map|denunciation)\b"
)
_NEEDED = Needed(
    [
        "conclusion|finding|assessment|attribution|view|suspicion|accusation|judgement|judgment|verdict|naming|denouncing|"
        "condemning|blaming|accusing|map|denunciation",
        "charge|accusation|allegation|attribution|claim|finding|assessment|conclusion|verdict|naming",
    ]
)
"""Plain strings of which every sentence holds one that shares something, and one with somebody's charge."""
_SHARING, _CHARGING = 1, 2
_OWNED_CHARGE = re.compile(
    rf"(?P<one>{char_class(Kind.STATE, Kind.ADJECTIVE, Kind.OFFICIAL, Kind.WORLD)})(?:['’]s?)? (?:[a-z-]+ "
    r")?(?:charges?|accusations?|allegations?|attribution|claims?|findings?|assessment|conclusion|verdict|naming)\b"
)
_SIGNING = frozenset({Kind.STATE, Kind.OFFICIAL, Kind.WORLD})
_SIGNER = char_class(*sorted(_SIGNING))
SIGNERS = 3
"""Fewer names in a row are subjects or objects of something else too often."""
_JOINT = re.compile(
    r"\b(?:co-?sign\w*|sign(?:ed|ers|atories)|joint(?:ly)?|join(?:s|ed|ing)?|statements?|advisor(?:y|ies)|attribut\w+|"
    r"accus\w+|condemn\w+|denounc\w+|finding|together with|alongside|lined up|follow(?:ed|ing) suit|added their|"
    r"blam\w+|hold)\b"
)
_LIST = re.compile(
    rf"{_SIGNER}(?:, (?:the )?| ?,? and (?:the "
    rf")?)(?:{_SIGNER}, (?:the )?)*(?:and (?:the "
    rf")?)?{_SIGNER}(?:,? and (?:the "
    rf")?{_SIGNER})?"
)


class Joiners:
    """Those who join the accusations of one report."""

    def __init__(self, speakers: Speakers) -> None:
        self._speakers = speakers

    def sharers(self, sentence: Sentence) -> list[Voice]:
        """Reads "Canada shared the British conclusion", "the American charge": the accusation itself stands elsewhere."""
        text = sentence.text
        held = _NEEDED.held(text)
        shared = _SHARES.search(text) if held & _SHARING else None
        owned = _OWNED_CHARGE.search(text) if held & _CHARGING else None
        voices: list[Voice] = []
        if shared:
            voices = self._speakers.of_verb(sentence, shared.start()) or self._speakers.of_clause(sentence, shared.start())
        return [*voices, self._speakers.party_at(sentence, owned.start("one"))] if owned else voices

    def signers(self, sentence: Sentence) -> list[Voice]:
        """Reads "Canada, Estonia and Australia each published a statement": who signs a joint text says what it says."""
        lists = list(_LIST.finditer(sentence.text))
        if not lists or not _JOINT.search(sentence.text):
            return []
        rows = (conjuncts(sentence.text, match.end() - 1) for match in lists)
        voices = [self._speakers.party_at(sentence, at) for row in rows for at in row]
        return [voice for voice in dict.fromkeys(voices) if voice.kind in _SIGNING]
