"""Second pass over the tape: noun phrases that name somebody by a description.

"Iranian state-linked hackers", "hackers backed by Moscow", "the Albanian foreign ministry", "US intelligence officials", "the
cybersecurity firm Example Labs", "two people familiar with the matter", "the company".
"""

from __future__ import annotations

import re
from functools import cache

from demarche.steps.extract.mentions.heads import Heads
from demarche.steps.extract.mentions.tape import ANY_MENTION, Tape
from demarche.steps.extract.phrases.accused import ACCUSED_PEOPLE, accused_firms
from demarche.steps.extract.phrases.anonymous import ANONYMOUS, SOURCE, SOURCES
from demarche.steps.extract.phrases.companies import (
    APPOSED_FIRM,
    EXPERTS,
    FIRM,
    FIRMS,
    SAME_FIRM,
    SUFFIXED_FIRM,
    TECHNOLOGY_FIRM,
    VICTIM,
)
from demarche.steps.extract.phrases.doers import CULPRITS, SAME_GROUP, UNKNOWN
from demarche.steps.extract.phrases.hackers import COMPOUND, FROM_STATE, OWNED_ACTOR, TIED
from demarche.steps.extract.phrases.officials import AGENCY, BARE_OFFICIAL, OFFICIAL, PAPER, PLURAL_OFFICIALS, PROSECUTION
from demarche.steps.extract.phrases.rule import Rule, View

RULES: tuple[Rule, ...] = (
    OWNED_ACTOR,
    TIED,
    COMPOUND,
    FROM_STATE,
    AGENCY,
    OFFICIAL,
    ANONYMOUS,
    SOURCES,
    SOURCE,
    FIRM,
    APPOSED_FIRM,
    TECHNOLOGY_FIRM,
    SUFFIXED_FIRM,
    SAME_FIRM,
    FIRMS,
    EXPERTS,
    PROSECUTION,
    PAPER,
    SAME_GROUP,
    CULPRITS,
    ACCUSED_PEOPLE,
    UNKNOWN,
    BARE_OFFICIAL,
    PLURAL_OFFICIALS,
    VICTIM,
)
"""Larger descriptions before smaller ones: what an earlier family takes, a later one sees as a mention."""

_MENTION = re.compile(ANY_MENTION)


@cache
def _heads() -> Heads:
    return Heads([rule.heads for rule in RULES])


class Phrases:
    """The rules of this pass over one document: `text` is the document's own, for the words of a party's name."""

    def __init__(self, text: str) -> None:
        self._text = text

    def run(self, tape: Tape) -> Tape:
        """The tape with every described party as one mention, larger descriptions before smaller ones."""
        for rule, offsets in zip(RULES, self._offsets(tape), strict=True):
            if offsets or rule.finder:
                tape = rule.rewrite(View(self._text, tape), offsets)
        return accused_firms(tape)

    @staticmethod
    def _offsets(tape: Tape) -> list[list[int]]:
        """The offsets in the document of each rule's heads: unlike places they stay while phrases become mentions."""
        starts = tape.starts
        found = [[starts[place] for place in places] for places in _heads().find(tape.text)]
        mentions = [(tape.mentions[match.group()].kind, starts[match.start()]) for match in _MENTION.finditer(tape.text)]
        for rule, offsets in zip(RULES, found, strict=True):
            if rule.kinds:
                offsets += [offset for kind, offset in mentions if kind in rule.kinds]
        return found
