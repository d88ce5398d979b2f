from __future__ import annotations

import re

from fact_samples import reading
from hypothesis import given
from hypothesis import strategies as st

from demarche.steps.extract.facts.homewords import SAID_OF
from demarche.steps.extract.signals.finder import Finder, in_lower_case
from demarche.steps.extract.signals.harmtable import HARM
from demarche.steps.extract.signals.signaltable import DEEDS

PATTERNS = [re.compile(r"\b(?:stole|took) \w+"), re.compile(r"\w+ files"), re.compile(r"aa(?:a|b)*")]
STEMS = ["stole|took", "files", "a"]


def spans(texts: list[str]) -> list[tuple[int, int, list[tuple[int, int]]]]:
    found = Finder(PATTERNS, STEMS).find(texts, in_lower_case(texts))
    return [(number, index, [match.span() for match in matches]) for number, index, matches in found]


def test_matches_come_by_sentence_and_pattern() -> None:
    assert spans(["Nothing here.", "They stole files and took mail.", "", "Some files"]) == [
        (1, 0, [(5, 16), (21, 30)]),
        (1, 1, [(5, 16)]),
        (3, 1, [(0, 10)]),
    ]


def test_a_pattern_without_its_stem_in_the_sentence_is_not_tried() -> None:
    finder = Finder([re.compile(r"\b(?:stole|had) \w+")], ["stole"])
    assert list(finder.find(["they had it", "they had what they stole "], ["they had it", "they had what they stole "])) != []
    assert [
        number
        for number, _, _ in finder.find(
            ["they had it", "he had it: they stole it"], ["they had it", "he had it: they stole it"]
        )
    ] == [1]


@given(st.lists(st.text(alphabet="ab stole files\n", max_size=30), max_size=5))
def test_the_finder_finds_what_the_patterns_find(texts: list[str]) -> None:
    held = [
        (number, index, [match.span() for match in pattern.finditer(text)])
        for number, text in enumerate(texts)
        for index, pattern in enumerate(PATTERNS)
        if any(stem in text for stem in STEMS[index].split("|"))
    ]
    assert spans(texts) == [one for one in held if one[2]]


def test_the_tables_lose_nothing_by_their_openings() -> None:
    body = (
        "Hackers stole the e-mails of the ministry and leaked files online. The ransomware encrypted its servers on Monday. "
        "Services were disrupted, websites went offline and data was wiped. Spies had access to accounts for months. "
        "A cyberattack on Albania was blamed on Iran, and the networks of Albanian banks were hit. It cost $3 million."
    )
    made = reading(body)
    tape = [sentence.text for sentence in made.sentences]
    everywhere = "|".join("abcdefghijklmnopqrstuvwxyz ")
    count = 0
    for texts, patterns in (
        (list(made.lowered), [re.compile(sign.pattern) for sign in (*DEEDS, *HARM)]),
        (tape, [pattern for _, _, pattern in SAID_OF]),
    ):
        finder = Finder(patterns, [everywhere] * len(patterns))
        found = {
            (number, index): [match.span() for match in matches]
            for number, index, matches in finder.find(texts, in_lower_case(texts))
        }
        expected = {
            (number, index): [match.span() for match in pattern.finditer(text)]
            for number, text in enumerate(texts)
            for index, pattern in enumerate(patterns)
        }
        assert found == {place: matched for place, matched in expected.items() if matched}
        count += len(found)
    assert count > 12


def test_characters_beyond_ascii_keep_every_place() -> None:
    finder = Finder([re.compile(r"['’]s files"), re.compile(r"é?cole \w+")], ["’s|'s", "cole"])
    text = "Škoda’s “files” – the ministry’s files, an école hit?s files"
    assert [(index, [match.group() for match in found]) for _, index, found in finder.find([text], [text])] == [
        (0, ["’s files"]),
        (1, ["école hit"]),
    ]


def test_lower_case_keeps_every_place() -> None:
    assert in_lower_case(["ABC", "İSTANBUL"]) == ["abc", "İSTANBUL"]
