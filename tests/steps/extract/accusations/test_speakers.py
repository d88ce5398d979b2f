from __future__ import annotations

import pytest
from accusation_samples import case

Told = list[tuple[str, str | None]]


def told(body: str, words: str = "wiper") -> Told:
    """Who says the words, and who relays it."""
    made = case(body)
    sentence = made.sentence(words)
    start = sentence.text.index(words)
    voices = made.speakers.of_words(sentence, start, start + len(words))
    return [(voice.party.name, voice.relayed_by.name if voice.relayed_by else None) for voice in voices]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Microsoft said the wiper came from abroad.", ["Microsoft"]),
        ("The wiper came from abroad, said Microsoft.", ["Microsoft"]),
        ("The wiper came from abroad, as stated by Microsoft.", ["Microsoft"]),
        ("The wiper came from abroad, Microsoft said.", ["Microsoft"]),
        ("The wiper came from abroad – and Microsoft said so.", ["Microsoft"]),
        ("“The wiper came from abroad,” said Microsoft and Mandiant.", ["Microsoft", "Mandiant"]),
        ("According to Microsoft, the wiper came from abroad.", ["Microsoft"]),
        ("The wiper came from abroad, according to Microsoft and Mandiant.", ["Microsoft", "Mandiant"]),
        ("In the view of Mandiant the wiper came from abroad.", ["Mandiant"]),
        ("The wiper came from abroad, according to two people briefed on the matter.", ["two people briefed on the matter"]),
        ("Microsoft, Mandiant and Albania agreed that the wiper came from abroad.", ["Microsoft", "Mandiant", "Albania"]),
        ("The NCSC’s assessment that the wiper came from abroad is new.", ["NCSC"]),
        ("Microsoft’s paper showing the wiper came from abroad is new.", ["Microsoft"]),
    ],
)
def test_words_are_said_by_whoever_governs_them(body: str, names: list[str]) -> None:
    assert [name for name, _ in told(body)] == names


@pytest.mark.parametrize(
    "body",
    [
        "The wiper came from abroad.",
        "Microsoft said nothing; the wiper came from abroad.",
        "Microsoft said one thing, while the wiper did another.",
        "The wiper hit Microsoft.",
        "“The wiper came from abroad,” he said.",
    ],
)
def test_words_that_nobody_governs_have_no_speaker(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Reuters reported that US officials had concluded that the wiper came from abroad.", [("US officials", "Reuters")]),
        ("A US official told Reuters that the wiper came from abroad.", [("US official", "Reuters")]),
        ("The wiper came from abroad, the Albanian foreign ministry told AFP.", [("Albanian foreign ministry", "AFP")]),
        ("US officials had concluded that the wiper came from abroad.", [("US officials", None)]),
        ("Reuters reported that the wiper came from abroad.", [("Reuters", None)]),
    ],
)
def test_nested_sourcing_keeps_who_relays(body: str, expected: Told) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Microsoft spoke first. “The wiper came from abroad.”", ["Microsoft"]),
        ("“It was old,” Microsoft said. “The wiper came from abroad.”", ["Microsoft"]),
        ("“The wiper came from abroad. It was old,” Microsoft said.", ["Microsoft"]),
        ("“The wiper came from abroad. It was old. It was ours,” said Microsoft.", ["Microsoft"]),
        ("“The wiper came from abroad. It was old.”\n\nMicrosoft said so.", []),
        ("Mandiant spoke first. “The wiper came from abroad. It was old,” Microsoft said.", ["Microsoft"]),
        ("Microsoft put out a paper. “The wiper came from abroad,” it said.", ["Microsoft"]),
        ("Edi Rama, the prime minister, met Microsoft. “The wiper came from abroad,” he said.", ["Edi Rama"]),
        ("Edi Rama, the prime minister, met Microsoft. “The wiper came from abroad,” said he.", ["Edi Rama"]),
    ],
)
def test_a_quotation_is_followed_across_sentences(body: str, names: list[str]) -> None:
    assert [name for name, _ in told(body)] == names


@pytest.mark.parametrize(
    ("body", "place", "expected"),
    [
        ("Microsoft left; then Albania cut ties.", "cut", ["Albania"]),
        ("Mandiant stayed. Systems in Albania broke.", "broke", []),
        ("Albania and Canada left; Estonia cut ties.", "cut", ["Estonia"]),
        ("Albania and Canada cut ties.", "cut", ["Albania", "Canada"]),
        ("Hackers left before Albania cut ties.", "cut", []),
    ],
)
def test_a_clause_belongs_to_a_subject_of_any_verb(body: str, place: str, expected: list[str]) -> None:
    made = case(body)
    sentence = made.sentence(place)
    found = [voice.party.name for voice in made.speakers.of_clause(sentence, sentence.text.index(place))]
    assert found == expected
