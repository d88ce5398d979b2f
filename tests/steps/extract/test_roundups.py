"""Which reports are round-ups, and where their items begin and end."""

from __future__ import annotations

import pytest
from fact_samples import document

from demarche.steps.extract import read_tape
from demarche.steps.extract.reading import NOWHERE

ITEMS = (
    "Ghana. The port of Tema was hit by ransomware. It will not pay.",
    "Peru. Hackers broke into the health ministry in Lima. Files of patients were stolen.",
    "Fiji. An attack took networks in Suva offline.",
)
DATELINES = (
    "ACCRA – Ransomware hit the port of Tema. It will not pay.",
    "LIMA – Hackers broke into the health ministry. Files were stolen.",
    "SUVA – An attack took networks offline.",
)
RUNNING = (
    "The port of Tema in Ghana was hit by ransomware on Monday. It will not pay.",
    "In Lima hackers broke into the health ministry. Files were stolen.",
    "Networks in Suva, the capital of Fiji, went offline on Friday.",
)


def labels(*blocks: str, headline: str = "A week of trouble") -> list[str]:
    """The distinct labels of the blocks below the headline, each as long as it lasts."""
    made = read_tape(document("\n\n".join((headline, *blocks)), "2022-09-08"))
    found: list[str] = []
    for sentence, label in zip(made.sentences[1:], made.events[1:], strict=True):
        if not found or made.sentences[sentence.number - 1].block != sentence.block or found[-1] != label:
            found.append(label)
    return found


@pytest.mark.parametrize("items", [ITEMS, DATELINES])
def test_sections_with_headings_that_share_no_names_are_items(items: tuple[str, ...]) -> None:
    assert labels(*items) == ["other-1", "other-2", "other-3"]


@pytest.mark.parametrize(
    "headline",
    ["The week in cyber attacks", "Cyber digest, 8 September", "Five heists and a leak", "Attacks abroad: a round-up"],
)
def test_a_round_up_that_says_so_needs_no_headings(headline: str) -> None:
    assert labels(*RUNNING, headline=headline) == ["other-1", "other-2", "other-3"]
    assert labels(*RUNNING) == ["primary"] * 3


def test_what_goes_on_about_an_item_belongs_to_it() -> None:
    further = (RUNNING[0], "They reached Accra, too.", "At Tema it was quiet, said a guard.", *RUNNING[1:])
    assert labels(*further, headline="Cyber digest") == ["other-1", "other-1", "other-1", "other-2", "other-3"]


@pytest.mark.parametrize(
    "closing", ["What runs through this? Nobody was blamed.", "**And finally.** A reader asks who did it."]
)
def test_what_stands_before_the_items_and_asks_about_all_belongs_to_none(closing: str) -> None:
    assert labels("Everybody was hit this week.", *ITEMS, closing) == [NOWHERE, "other-1", "other-2", "other-3", NOWHERE]


@pytest.mark.parametrize(
    "blocks",
    [
        ("The port of Tema was hit. The gang wanted money.", "The port will not pay.", "The gang is known as Wolf."),
        (
            "LONDON. The NCSC blames Wolf for the attack on Tema.",
            "ACCRA. Tema was hit by Wolf.",
            "MOSCOW. Wolf attacked nobody, said Tass.",
        ),
        ("1. Who did it? Nobody knows who attacked it.", "2. Why? It was a port.", "3. What now? The attack goes on."),
        ("1. Patch the servers that were attacked.", "2. Keep copies offline.", "3. Report the breach."),
        (*ITEMS[:2],),
        ("Ghana. It rained.", "Peru. It snowed.", "Fiji. It was hot."),
    ],
)
def test_a_report_about_one_incident_is_no_round_up(blocks: tuple[str, ...]) -> None:
    assert set(labels(*blocks)) == {"primary"}


def test_few_items_make_no_round_up_whatever_the_headline_says() -> None:
    assert set(labels(*RUNNING[:2], headline="The week in cyber attacks")) == {"primary"}
    assert set(labels(*RUNNING, headline="Two attacks on ports")) == {"primary"}
