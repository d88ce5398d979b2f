"""Organs and offices that are named for short, and whom they mean."""

from __future__ import annotations

import pytest

from demarche.model.source import Capture
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract import read_tape
from demarche.steps.extract.trained.fuller import Fuller
from demarche.steps.ingest import ingest


def meant(text: str, words: str) -> tuple[str, str | None] | None:
    """Whom words mean where they stand last in a text."""
    fuller = Fuller(read_tape(ingest(Capture("report.txt", text.encode()))))
    party = fuller.of(words, text.rindex(words))
    return (party.name, party.country) if party else None


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("The US Treasury listed two banks in Albania. The Treasury said Iran did it.", "Treasury", ("US Treasury", "US")),
        ("The United States froze accounts in Albania. The Treasury said Iran did it.", "Treasury", ("Treasury", "US")),
        ("Albania was hit. The Treasury said Iran did it.", "Treasury", None),
        ("Norway's foreign minister Anna Larkspur spoke in Paris. The minister blamed China.", "minister",
         ("Anna Larkspur", "NO")),
        ("Anna Larkspur, Norway's foreign minister, spoke in Paris. The foreign minister blamed China.", "foreign minister",
         ("Anna Larkspur", "NO")),
        ("Norway's deputy prime minister Anna Larkspur spoke. The prime minister blamed China.", "prime minister", None),
        ("The Polish government spoke to France. The government blamed China.", "government", None),
        ("The European Union condemned it. The Union blamed Russia.", "Union", ("European Union", "EU")),
        ("The teachers went on strike. The Union blamed Russia.", "Union", None),
    ],
)  # fmt: skip
def test_a_short_name_means_the_fuller_one_of_the_report(text: str, words: str, party: tuple[str, str] | None) -> None:
    assert meant(text, words) == party


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Germany was hit. Chancellor Merkel blamed Russia.", "Chancellor Merkel", "Angela Merkel"),
        ("Germany was hit. Chancellor Merkel blamed Russia.", "Merkel", "Angela Merkel"),
        ("Germany was hit. The mails of Angela Merkel leaked. Ms Merkel blamed Russia.", "Ms Merkel", "Angela Merkel"),
        ("Germany was hit. Ms Merkel blamed Russia.", "Ms Merkel", None),
        ("Norway was hit. Chancellor Merkel blamed Russia.", "Chancellor Merkel", None),
        ("Germany was hit. Otto Merkel, a baker, spoke. Chancellor Merkel blamed Russia.", "Chancellor Merkel", None),
        ("Germany was hit. Chancellor Larkspur blamed Russia.", "Chancellor Larkspur", None),
    ],
)
def test_a_surname_with_an_office_means_its_official(text: str, words: str, name: str | None) -> None:
    fuller = Fuller(read_tape(ingest(Capture("report.txt", text.encode()))))
    party = fuller.known(words, text.rindex(words))
    assert (party.name if party else None) == name
    assert party is None or party.kind is PartyKind.GOVERNMENT
