from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from chat_endpoint import Asked, ChatEndpoint, Reply, attribution, chat_endpoint, party, says

from demarche import pipeline, readers
from demarche.edges.store import open_store
from demarche.errors import EndpointError
from demarche.model.atoms import Marking, PartialDate
from demarche.model.claim import AttributionValue, Claim, PartyName
from demarche.model.source import Capture, Document, Outcome
from demarche.model.vocabulary.attribution import Basis, PartyKind, Stance
from demarche.readers import BestReader, LanguageModelReader, NamedReader, Told, chosen_reader, read_by
from demarche.settings import LanguageModelSettings, Settings
from demarche.steps.ingest import ingest

NORWAY, OSLO, RUSSIA, CHINA = (
    PartyName(name, PartyKind.STATE, code)
    for name, code in (("Norway", "NO"), ("Oslo", "NO"), ("Russia", "RU"), ("China", "CN"))
)
REPORTS = tuple(
    f"Report {number}\n\nOSLO - Norway said that Russia was behind breach number {number} of its parliament. "
    f"It is whispered that China helped with breach number {number}.\n"
    for number in range(6)
)
SAID = says(
    {
        "attribution": [
            attribution("Norway said that Russia was behind", party("Norway", country="NO"), party("Russia", country="RU")),
            attribution("Norway said that Russia was behind", party("Norway", country="NO"), party("China", country="CN")),
        ]
    }
)


def by_hand(document: Document) -> tuple[Claim, ...]:
    """Who was behind it, rather sure; who helped, not at all sure; and who spoke, with a likelihood on the edge."""
    return tuple(
        Claim(document.passage(*_place(document, words)), value, asserter, Stance.ASSERTS, "hand", "1", score)
        for words, value, asserter, score in (
            ("Norway said that Russia was behind", AttributionValue(RUSSIA, Basis.POLITICAL_STATEMENT), OSLO, 0.3),
            ("It is whispered that China", AttributionValue(CHINA, Basis.THIRD_PARTY), RUSSIA, 0.59),
            ("Norway said that Russia", AttributionValue(RUSSIA, Basis.THIRD_PARTY), CHINA, 0.6),
        )
    )


def _place(document: Document, words: str) -> tuple[int, int]:
    start = document.text.index(words)
    return start, start + len(words)


FIRST = NamedReader("hand", by_hand)


def captures(order: Sequence[int] = range(len(REPORTS)), marking: Marking = Marking.CLEAR) -> list[Capture]:
    day = PartialDate(2022, 9, 8)
    return [Capture(f"{number}.txt", REPORTS[number].encode(), published=day, marking=marking) for number in order]


def document(marking: Marking = Marking.CLEAR) -> Document:
    return ingest(captures([0], marking)[0])


@pytest.fixture
def endpoint() -> Iterator[ChatEndpoint]:
    with chat_endpoint(SAID) as served:
        yield served


def best(endpoint: ChatEndpoint, tmp_path: Path) -> BestReader:
    return BestReader(FIRST, LanguageModelReader(endpoint.model(tmp_path / "cache"), Marking.CLEAR))


# --- which readers it is made of


def test_it_is_the_trained_reader_where_its_packages_are(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime")
    made = chosen_reader(Settings(tmp_path, reader="best"))
    assert isinstance(made, BestReader)
    assert (made.first.name, made.second, str(made)) == ("model", None, "model")


@pytest.mark.parametrize("lacking", ["onnxruntime", "tokenizers"])
def test_it_is_the_rules_where_one_of_them_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lacking: str) -> None:
    monkeypatch.setattr(readers, "find_spec", lambda name: None if name == lacking else name)
    made = chosen_reader(Settings(tmp_path, reader="best"))
    assert isinstance(made, BestReader)
    assert (made.first, made.second) == (readers.rule_reader(), None)
    assert read_by(made, document()) == Told(readers.rule_reader()(document()), ("rules",))


def test_a_language_model_that_the_settings_name_is_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "find_spec", lambda _: None)
    known = LanguageModelSettings("http://127.0.0.1:1/v1", "small", tmp_path, seconds=7)
    made = chosen_reader(Settings(tmp_path, reader="best", language_model=known))
    assert isinstance(made, BestReader)
    assert made.second == chosen_reader(Settings(tmp_path, reader="llm", language_model=known))
    assert str(made) == "rules, confirmed by the language model small"
    assert readers.seconds_asking(made) == 7


# --- what it says


def test_alone_it_says_what_the_first_reader_says() -> None:
    assert read_by(BestReader(FIRST), document()) == Told(by_hand(document()), ("hand",))


def test_what_the_language_model_confirms_or_is_likely_enough_is_kept(endpoint: ChatEndpoint, tmp_path: Path) -> None:
    told = read_by(best(endpoint, tmp_path), document())
    assert (told.readers, told.confirmed, told.withheld, told.dropped) == (("hand", "llm"), 1, 1, {})
    confirmed, alone = told.claims
    assert (confirmed.reader, confirmed.score, confirmed.asserter) == ("hand+llm", 0.3, OSLO)
    assert confirmed.reader_version.startswith("1+small ")
    assert alone == by_hand(document())[2]


def test_what_only_the_language_model_says_is_not_taken_over(endpoint: ChatEndpoint, tmp_path: Path) -> None:
    said = best(endpoint, tmp_path)(document())
    assert {claim.passage for claim in said} <= {claim.passage for claim in by_hand(document())}
    assert not [claim for claim in said if claim.asserter == NORWAY]


def test_a_report_that_the_language_model_may_not_see_is_read_without_it(endpoint: ChatEndpoint, tmp_path: Path) -> None:
    told = read_by(best(endpoint, tmp_path), document(Marking.AMBER))
    assert (told.readers, told.claims) == (("hand",), by_hand(document(Marking.AMBER)))
    assert endpoint.asked == []


def test_a_report_that_is_too_long_for_it_is_read_without_it(endpoint: ChatEndpoint, tmp_path: Path) -> None:
    long = ingest(Capture("long.txt", (REPORTS[0] + "Nothing more is known of it today. " * 12_000).encode()))
    assert read_by(best(endpoint, tmp_path), long).readers == ("hand",)
    assert endpoint.asked == []


def test_a_language_model_that_does_not_answer_is_no_reason_to_say_something_else(tmp_path: Path) -> None:
    with chat_endpoint(Reply(b"", 400)) as served:
        with pytest.raises(EndpointError):
            best(served, tmp_path)(document())
        with open_store(tmp_path / "record.sqlite") as store:
            (ended,) = pipeline.read(captures([0]), store, best(served, tmp_path)).inputs
    assert ended.outcome is Outcome.REJECTED
    assert "status 400" in str(ended.reason)


# --- the same from the same


def record_of(place: Path, reader: BestReader, order: Sequence[int], workers: int) -> tuple[bytes, list[pipeline.InputResult]]:
    with open_store(place) as store:
        ended = pipeline.read(captures(order), store, reader, workers).inputs
        assert list(pipeline.verify(store)) == []
        return b"".join(pipeline.export(store, "json")), sorted(ended, key=lambda result: result.name)


def test_any_order_any_number_of_workers_and_a_cache_give_the_same(endpoint: ChatEndpoint, tmp_path: Path) -> None:
    reader = best(endpoint, tmp_path)
    found = [
        record_of(tmp_path / f"{workers}-{turn}.sqlite", reader, random.Random(turn).sample(range(6), 6), workers)  # noqa: S311 - a shuffle, not a secret
        for turn, workers in enumerate((2, 1, 3, 1))
    ]
    assert all(each == found[0] for each in found)
    assert {(result.readers, result.confirmed, result.withheld) for result in found[0][1]} == {(("hand", "llm"), 1, 1)}
    assert len(endpoint.asked) == len(REPORTS)


def by_number(asked: Asked) -> Reply:
    """Every other report is confirmed."""
    return SAID if int(asked.user.split("breach number ")[1][0]) % 2 else says({})


def test_reports_do_not_depend_on_one_another(tmp_path: Path) -> None:
    with chat_endpoint(by_number) as served:
        reader = best(served, tmp_path)
        _, together = record_of(tmp_path / "all.sqlite", reader, range(6), 2)
        alone = [record_of(tmp_path / f"{number}.sqlite", reader, [number], 1)[1][0] for number in range(6)]
    assert together == alone
    assert [result.confirmed for result in alone] == [0, 1] * 3
