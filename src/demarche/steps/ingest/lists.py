"""Lists of links: a label such as `Most read`, and the titles and teasers that follow it until prose goes on."""

from __future__ import annotations

from collections.abc import Sequence

from demarche.steps.ingest.cues import is_label, reports
from demarche.steps.ingest.page import Kind
from demarche.steps.ingest.units import Unit, several_sentences

LABEL_OF_LIST, LIST = "label of a list of links", "list of links"
QUOTES = ('"', "“", "„", "«", "‘")
_TEASER_WORDS = 45


def link_lists(units: Sequence[Unit], undecided: Sequence[bool], first: int) -> dict[int, str]:
    """The units that belong to lists of links, and why. Above the first paragraph a label stands for itself: what follows it
    there may be the headline.
    """
    found: dict[int, str] = {}
    index = 0
    while index < len(units):
        unit = units[index]
        if not undecided[index] or unit.sentence or not is_label(unit) or _announces_facts(units, index):
            index += 1
            continue
        found[index] = LABEL_OF_LIST
        end = _end(units, index) if index > first else index + 1
        found.update(dict.fromkeys(range(index + 1, end), LIST))
        index = end
    return found


def _announces_facts(units: Sequence[Unit], label: int) -> bool:
    """`Related:` before a bulleted list of full sentences announces content."""
    after = units[label + 1 : label + 3]
    return bool(after) and all(unit.bullet and unit.strong for unit in after)


def _end(units: Sequence[Unit], label: int) -> int:
    """Where prose goes on after a label."""
    index, teasers = label + 1, 0
    while index < len(units):
        unit = units[index]
        if unit.kind in {Kind.HEADING, Kind.TITLE} or unit.text.startswith(QUOTES) or unit.colon:
            break
        if unit.sentence and not _is_teaser(units, label, index, teasers):
            break
        teasers += unit.sentence
        index += 1
    return index


def _is_teaser(units: Sequence[Unit], label: int, index: int, teasers: int) -> bool:
    """One short sentence below a title of the list, no blank line between: under the label's own group, when a second such pair
    follows, or as the last of several.
    """
    unit, title = units[index], units[index - 1]
    if unit.words > _TEASER_WORDS or several_sentences(unit.text) or title.sentence or index - 1 <= label:
        return False
    if title.group != unit.group:
        return False
    heads_group = label == 0 or units[label - 1].group != units[label].group
    if heads_group and units[label].group == unit.group:
        return True
    if teasers >= 2 and not unit.strong and not reports(unit):
        return True
    after = units[index + 1 : index + 3]
    return len(after) == 2 and not after[0].sentence and after[1].sentence and after[1].words <= _TEASER_WORDS
