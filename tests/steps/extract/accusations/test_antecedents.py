from __future__ import annotations

import pytest
from accusation_samples import case

PARTIES = [
    ("Edi Rama, the Albanian prime minister, came to Berlin. He said so.", [("Edi Rama", "AL")]),
    ("Edi Rama, the Albanian prime minister, met Microsoft. He said so.", [("Edi Rama", "AL")]),
    ("Microsoft met Edi Rama, the Albanian prime minister. It said so.", [("Microsoft", None)]),
    ("Microsoft met Edi Rama, the Albanian prime minister, before it said so.", [("Microsoft", None)]),
    ("Microsoft and Mandiant met before they said so.", [("Microsoft", None), ("Mandiant", None)]),
    ("Microsoft, which said so, is big.", [("Microsoft", None)]),
    ("Mandiant published a paper. The report said so.", [("Mandiant", None)]),
    ("Canada cut ties. It was raining. The statement said so.", [("Canada", "CA")]),
    ("The Albanian foreign minister met Mandiant. He said so.", [("Albanian foreign minister", "AL")]),
]
NOBODY = [
    "Microsoft was first. She said so.",
    "The attackers left. They said so.",
    "Systems in Albania broke. It said so.",
    "We said so.",
]


def subjects(body: str, verb: str = "said") -> list[tuple[str, str | None]]:
    made = case(body)
    sentence = made.sentence(verb)
    voices = made.speakers.of_verb(sentence, sentence.text.index(verb))
    return [(voice.party.name, voice.party.country) for voice in voices]


@pytest.mark.parametrize(("body", "expected"), PARTIES)
def test_a_pronoun_leads_to_the_last_person_or_body(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert subjects(body) == expected


@pytest.mark.parametrize("body", NOBODY)
def test_a_pronoun_that_fits_nobody_leads_nowhere(body: str) -> None:
    assert subjects(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The Albanian foreign ministry protested. Later the ministry said so.", [("ministry", "AL")]),
        ("The Iranian embassy protested. Later the embassy said so.", [("embassy", "IR")]),
        ("The Albanian foreign ministry and the Iranian embassy met. Later the ministry said so.", [("ministry", "AL")]),
        ("The Albanian foreign ministry and the Iranian embassy met. Later the embassy said so.", [("embassy", "IR")]),
        ("The Albanian foreign ministry left. The ministry said so. The Iranian foreign ministry wept.", [("ministry", "AL")]),
        ("Later the ministry said so. The Iranian foreign ministry wept.", [("ministry", None)]),
        ("The Federal Bureau of Investigation came. The bureau said so.", [("Federal Bureau of Investigation", "US")]),
        ("The FBI came. The NSA came too. Later the agency said so.", [("NSA", "US")]),
        ("The FBI and the NSA came. Later the agencies said so.", [("agencies", "US")]),
        ("The FBI came. Later the bureau said so.", [("FBI", "US")]),
    ],
)
def test_the_ministry_is_the_one_that_was_named(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert subjects(body) == expected


def test_we_is_the_report_s_own_voice_outside_quotations() -> None:
    made = case("We found a wiper. Our own systems were safe.", publisher="Example Labs")
    sentence = made.sentence("wiper")
    assert [voice.party.name for voice in made.speakers.of_verb(sentence, sentence.text.index("found"))] == ["Example Labs"]


def test_our_analysts_are_those_of_the_report_s_own_voice() -> None:
    made = case("We looked hard. Our analysts said that a wiper was used.", publisher="Example Labs")
    sentence = made.sentence("wiper")
    assert [voice.party.name for voice in made.speakers.of_verb(sentence, sentence.text.index("said"))] == ["Example Labs"]


def test_our_analysts_in_a_quotation_are_the_speaker_s() -> None:
    made = case("Mandiant said it was bad. “Our analysts said so.”", publisher="Example Labs")
    sentence = made.sentence("“")
    assert [voice.party.name for voice in made.speakers.of_verb(sentence, sentence.text.index("said"))] == ["Mandiant"]


def test_we_is_the_speaker_inside_a_quotation() -> None:
    made = case("Microsoft spoke first. “It is late, so late. We found a wiper there.”")
    sentence = made.sentence("wiper")
    assert [voice.party.name for voice in made.speakers.of_verb(sentence, sentence.text.index("found"))] == ["Microsoft"]


@pytest.mark.parametrize(
    ("body", "words", "inside"),
    [
        ("“It was so,” they said.", "was", True),
        ("“It was so,” they said.", "said", False),
        ("“It rained. It was so,” they said.", "was", True),
        ('"It was so," they said.', "was", True),
        ('"It was so," they said.', "said", False),
        ("“It rained.”\n\nIt was so.", "was", False),
    ],
)
def test_what_stands_inside_a_quotation(body: str, words: str, inside: bool) -> None:
    made = case(body)
    sentence = made.sentence(words)
    assert made.speakers.inside_quote(sentence, sentence.text.index(words)) is inside


def test_whom_a_sentence_may_lead_back_to() -> None:
    made = case("Edi Rama, the Albanian prime minister, said so. Microsoft found a wiper. It was late.")
    last = made.sentence("late")
    assert [(how, voice.party.name) for how, voice in made.speakers.recalled(last)] == [
        ("person", "Edi Rama"),
        ("body", "Microsoft"),
        ("speaker", "Microsoft"),
    ]
    assert made.speakers.recalled(made.reading.sentences[0]) == []


def test_who_spoke_last_is_remembered_until_somebody_else_does() -> None:
    made = case("Microsoft said so. It rained. Mandiant said more.")
    told = {sentence.text[-5:]: made.speakers.before(sentence) for sentence in made.reading.sentences}
    assert [voice.party.name if voice else None for voice in told.values()] == [None, None, "Microsoft", "Microsoft"]
