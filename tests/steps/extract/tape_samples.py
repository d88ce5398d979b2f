"""What the tests of the tape share: a text to its tape, and the mentions of a tape as a reader of a test sees them."""

from __future__ import annotations

from fact_samples import document
from hypothesis import strategies as st

from demarche.model.source import Document
from demarche.steps.extract.mentions.lookup import first_tape
from demarche.steps.extract.mentions.people import People
from demarche.steps.extract.mentions.tape import Tape
from demarche.steps.extract.phrases import Phrases

Seen = tuple[str, str, str | None]
"""A mention: its class, the document's own words, and the country."""


def tape_of(text: str) -> tuple[Document, Tape]:
    made = document(text)
    return made, People(text).run(Phrases(text).run(first_tape(made)))


def seen(text: str, tape: Tape) -> list[Seen]:
    found = []
    for place, char in enumerate(tape.text):
        named = tape.mentions.get(char)
        if named:
            start, end = tape.offsets(place, place + 1)
            found.append((named.kind.name, text[start:end], named.party.country))
    return found


def mentions(text: str) -> list[Seen]:
    return seen(text, tape_of(text)[1])


_WORDS = (
    "the The a an its of by for in and said linked to backed hackers group gang attackers officials official sources "
    "senior former security intelligence cyber state military government ministry minister foreign firm company "
    "researchers experts Security Networks Inc Ministry Defence Research Iran Iranian Russia's Moscow US NATO Microsoft "
    "Turla Example Labs Smith Maria Jones president spokesman agency people familiar with indictment unknown criminal "
    "police authorities bank told"
).split()

reports = st.lists(
    st.lists(st.sampled_from([*_WORDS, "“the", "pro-Russian", "No.", "ÉTÉ", "naïve"]), min_size=1, max_size=25).map(
        lambda words: " ".join(words) + "."
    ),
    min_size=1,
    max_size=4,
).map("\n\n".join)
"""Paragraphs of words that the rules look for, in any order."""
