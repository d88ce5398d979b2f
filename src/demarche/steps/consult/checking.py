"""Whether what was said of a document stands in it: the quote byte for byte, and every name and word that was copied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any

from demarche.model.atoms import Passage
from demarche.model.claim import (
    UNKNOWN,
    UNSPECIFIED,
    AliasValue,
    AttributionValue,
    DenialValue,
    ImpactValue,
    LinkValue,
    MeansValue,
    PartyName,
    VictimValue,
)
from demarche.model.saying import Saying
from demarche.model.source import Document
from demarche.model.vocabulary.attribution import Stance
from demarche.model.vocabulary.incidents import MeansKind
from demarche.reference.tables import countries

LONGEST = 1_500
"""Characters of a quote or a name. A sentence is shorter; what is longer supports nothing in particular."""
_ANY_CASE = 4
"""Letters from which on a name may be written in another case: "US" must not be found in "us"."""
_CVE = re.compile(r"CVE-\d{4}-\d{4,7}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_CODES = frozenset(("country", "currency"))
"""Fields of text that are no words of the report."""


class Unfit(StrEnum):
    """Why something that was said is no claim."""

    QUOTE = "quote"
    """The quote is not in the content of the document."""
    NAME = "name"
    """A name, or words that should have been copied, are not in it."""
    CODE = "code"
    """There is no such country, currency or vulnerability."""
    DATE = "date"
    """No calendar has the date."""
    SENSE = "sense"
    """It contradicts itself, such as an accusation of nobody."""


@dataclass(frozen=True)
class Content:
    """What claims may stand on: the stretches of a document's content, each as long as blocks follow on one another."""

    document: Document
    stretches: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, document: Document) -> Content:
        """The content of a document."""
        joined: list[tuple[int, int]] = []
        for block in document.content():
            if joined and joined[-1][1] == block.start:
                joined[-1] = joined[-1][0], block.end
            else:
                joined.append((block.start, block.end))
        return cls(document, tuple(joined))

    def passage(self, quote: str) -> Passage | None:
        """The first place where the quote stands; None when it stands nowhere."""
        words = quote.strip()
        if not words or len(words) > LONGEST:
            return None
        for start, end in self.stretches:
            place = self.document.text.find(words, start, end)
            if place >= 0:
                return self.document.passage(place, place + len(words))
        return None

    def holds(self, words: str) -> bool:
        """Whether these whole words stand in the content; the blanks between them, and the case of long ones, may differ."""
        parts = words.split()
        if not parts or len(words) > LONGEST:
            return False
        case = re.IGNORECASE if len(words) >= _ANY_CASE else re.NOFLAG
        found = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, parts)) + r"(?!\w)", case)
        return any(found.search(self.document.text, start, end) for start, end in self.stretches)


def unfit(content: Content, saying: Saying) -> Unfit | None:
    """What is wrong with it, its quote aside; None when nothing is."""
    if not all(map(content.holds, _copied(saying))):
        return Unfit.NAME
    if not all(party.country is None or party.country in countries() for party in _parties(saying)):
        return Unfit.CODE
    if not _coded(saying.value):
        return Unfit.CODE
    return None if _sensible(saying) else Unfit.SENSE


def _parties(value: Any) -> Iterator[PartyName]:
    if isinstance(value, PartyName):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _parties(getattr(value, field.name))


def _copied(value: Any) -> Iterator[str]:
    """All text of a saying that must be the report's own words; that of its quote is looked for apart."""
    if value in (UNKNOWN, UNSPECIFIED):
        return
    for field in fields(value):
        found = getattr(value, field.name)
        if is_dataclass(found):
            yield from _copied(found)
        elif type(found) is str and field.name not in _CODES | {"quote"}:
            yield found


def _coded(value: Any) -> bool:
    if isinstance(value, MeansValue) and value.kind is MeansKind.CVE:
        return _CVE.fullmatch(value.name) is not None
    if isinstance(value, ImpactValue) and value.currency is not None:
        return _CURRENCY.fullmatch(value.currency) is not None
    return True


def _sensible(saying: Saying) -> bool:
    value = saying.value
    if isinstance(value, AliasValue):
        return value.name != value.alias
    if isinstance(value, AttributionValue):
        return (value.accused == UNKNOWN) is (saying.stance is Stance.DECLINES_TO_ATTRIBUTE)
    if isinstance(value, VictimValue | DenialValue | LinkValue):
        return UNSPECIFIED not in _parties(value)
    return True
