"""Stamps of the Traffic Light Protocol in a document: `TLP:AMBER` at its head or foot, on its pages, or in what it says of
itself. What a report says about stamps in running text is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from demarche.model.atoms import Marking
from demarche.steps.ingest.page import SET_APART, Kind
from demarche.steps.ingest.units import Unit

_EDGE = 10
"""Lines at either end of a document among which a stamp is sought."""
_LEGEND = 3
"""Different markings at the edges of one document: they explain the protocol."""
_COLOUR = r"(?P<colour>(?i:red|amber\s*\+\s*strict|amber[- ]strict|amber|green|clear|white))\b(?!-)"
_TLP = rf"(?:TLP|Traffic Light Protocol(?: \(TLP\))?)\s*[:;=/–—-]?\s*{_COLOUR}"
_BEFORE = (
    r"(?:[\w ]{0,40}//|"
    r"(?i:classification|marking|handling|distribution|dissemination|sharing|sensitivity|restriction)s?\s*[:–-]?|"
    r"page \d+[^\w]*|[\[({|*_#>•\s-]+)*"
)
_AFTER = (
    r"(?:\s*$|\s*[\])}|:;,/–—*_#.-]|\s{2}|"
    r"\s+(?i:page|disclosure|limited|recipients?|not for|information|version|v?\d)\b|"
    r"\s+(?i:advisory|report|alert|bulletin|notice)\s*(?:$|[:#\d|–—-]))"
)
_AT_START = re.compile(rf"^{_BEFORE}{_TLP}{_AFTER}")
_AT_END = re.compile(rf"(?:[\[({{|/:–—]|\s-)\s*{_TLP}\s*[\])}}]?\W*$")
_OF_ITSELF = re.compile(
    r"\b(?i:this|the following|enclosed|attached) (?:\w+ ){0,2}?"
    r"(?i:document|report|advisory|information|product|message|e-?mail|bulletin|alert|note|publication|paper|content|page)s? "
    rf"(?:is|are|has been|have been|may be|was)(?: \w+){{0,4}}? (?:the )?{_TLP}"
)
_LONGEST = 2_000
_BY_NAME = {marking.value: marking for marking in Marking} | {"white": Marking.CLEAR}


def marking_named(text: str) -> Marking | None:
    """The marking that a word names, `white` being what `clear` was called before 2022."""
    written = re.sub(r"\s", "", text.strip().lower().removeprefix("tlp").lstrip(": ")).replace("-strict", "+strict")
    return _BY_NAME.get(written.replace("amberstrict", "amber+strict"))


def strictest(markings: Iterable[Marking | None]) -> Marking | None:
    """The strictest of several markings, None when there is none."""
    return max((marking for marking in markings if marking), key=lambda marking: marking.rank, default=None)


def stamped(units: Sequence[Unit]) -> Marking | None:
    """The strictest marking that a document is stamped with, None without a stamp. Of a text at whose edges the whole protocol
    is explained only the stamps on its first lines and on its pages count.
    """
    shown = [unit for unit in units if unit.kind not in SET_APART]
    on_pages = [unit for unit in units if unit.kind in {Kind.RUNNING, Kind.HEADER}]
    edges = [*shown[:_EDGE], *shown[_EDGE:][-_EDGE:]]
    found = [_stamp(unit.text) for unit in (*edges, *on_pages)]
    if len(set(found) - {None}) >= _LEGEND:
        found = [_stamp(unit.text) for unit in (*shown[:2], *on_pages)]
    return strictest(found)


def stamp_of(lines: Sequence[str]) -> Marking | None:
    """The same of the lines of a page."""
    edges = [*lines[:_EDGE], *lines[_EDGE:][-_EDGE:]]
    found = [_stamp(line) for line in edges]
    return strictest(found if len(set(found) - {None}) < _LEGEND else found[:2])


def _stamp(text: str) -> Marking | None:
    looked_at = text[:_LONGEST]
    if "TLP" not in looked_at and "Traffic Light" not in looked_at:
        return None
    found = _AT_START.search(looked_at) or _AT_END.search(looked_at) or _OF_ITSELF.search(looked_at)
    return marking_named(found["colour"]) if found else None
