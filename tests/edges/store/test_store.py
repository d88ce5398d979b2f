from __future__ import annotations

import dataclasses
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import store_samples as samples
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.edges.store import ClaimFilter, Input, Report, Store, open_store
from demarche.errors import IntegrityError, NotFound, StoreError
from demarche.model.atoms import Marking
from demarche.model.record import Judgement, JudgementKind
from demarche.model.source import Outcome
from demarche.model.vocabulary.attribution import Predicate

LASTING = ("blobs", "documents", "claims", "judgements", "inputs", "state")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path) as opened:
        yield opened


def contents(path: Path, tables: tuple[str, ...] = LASTING) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(path)
    try:
        return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in tables}
    finally:
        connection.close()


def judgement(subject: str = "claim-1", made_at: str = "2026-01-01T00:00:00Z") -> Judgement:
    return Judgement(JudgementKind.REJECT, subject, "desk", made_at, note="not what it says")


# --- adding and reading back


def test_a_report_comes_back_as_it_was_added(store: Store) -> None:
    report = samples.report()
    added = store.add(report)
    assert (added.document, added.claims) == (True, len(report.claims))
    assert store.document(report.document.id) == report.document
    assert set(store.claims()) == set(report.claims)
    assert store.claim(report.claims[0].id) == report.claims[0]
    facts = store.source(report.document.id)
    assert (facts.sketch, facts.origin, facts.marking) == ((1, 2, 3), report.document.origin, Marking.CLEAR)
    assert list(store.sources()) == [facts]
    assert list(store.inputs()) == [
        Input("a.txt", Outcome.OK, None, report.document.origin.sha256, report.document.id),
    ]


def test_the_same_report_twice_adds_nothing(store: Store, path: Path) -> None:
    store.add(samples.report())
    before = contents(path)
    added = store.add(samples.report())
    assert (added.document, added.claims) == (False, 0)
    assert contents(path) == before


def test_a_better_reader_adds_its_claims_to_a_known_document(store: Store) -> None:
    report = samples.report()
    store.add(report)
    more = samples.victim_claim(report.document)
    added = store.add(dataclasses.replace(report, claims=(*report.claims, more)))
    assert (added.document, added.claims) == (False, 1)
    assert set(store.claims()) == {*report.claims, more}


def test_claims_are_found_by_predicate_asserter_and_document(store: Store) -> None:
    report, other = samples.report(), samples.report("Oslo accuses Moscow.")
    victim = samples.victim_claim(report.document)
    store.add(dataclasses.replace(report, claims=(*report.claims, victim)))
    store.add(other)
    assert list(store.claims(ClaimFilter(predicate=Predicate.VICTIM))) == [victim]
    assert list(store.claims(ClaimFilter(asserter="the interior ministry"))) == [victim]
    assert set(store.claims(ClaimFilter(document=other.document.id))) == set(other.claims)
    assert len(list(store.claims(ClaimFilter(asserter_country="AL")))) == len(report.claims) + len(other.claims) + 1
    assert list(store.claims(ClaimFilter(asserter_country="NO"))) == []


def test_claims_come_in_pages_and_none_is_lost(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    report = samples.report(" ".join(f"Name{number}" for number in range(31)))
    store.add(report)
    monkeypatch.setattr("demarche.edges.store.reading.pages.__defaults__", (7,))
    found = [claim.id for claim in store.claims()]
    assert found == sorted(claim.id for claim in report.claims)
    assert len(found) == 30


def test_one_document_under_two_names_leaves_no_trace_of_the_order(tmp_path: Path) -> None:
    first, second = samples.report(name="a.md", media_type="text/markdown"), samples.report(name="b.txt")
    seen = []
    for number, order in enumerate(((first, second), (second, first))):
        place = tmp_path / f"{number}.sqlite"
        with open_store(place) as store:
            for report in order:
                store.add(report)
            assert store.source(first.document.id).origin.name == "a.md"
        seen.append(contents(place))
    assert seen[0] == seen[1]
    assert len(seen[0]["documents"]) == 1
    assert len(seen[0]["inputs"]) == 2


TEXTS = st.lists(
    st.sampled_from(["Tirana blames Iran.", "Oslo blames Moscow.", "Iran denies.", "", "Nobody says A B C D"]), max_size=6
)


@settings(max_examples=15, deadline=None)
@given(texts=TEXTS, seed=st.randoms(use_true_random=False))
def test_the_order_of_adding_leaves_no_trace(tmp_path_factory: pytest.TempPathFactory, texts: list[str], seed: object) -> None:
    folder = tmp_path_factory.mktemp("order")
    reports = [samples.report(text, name=f"{number}.txt") for number, text in enumerate(texts)]
    shuffled = list(reports)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    for name, order in (("left", reports), ("right", shuffled)):
        with open_store(folder / name) as store:
            for report in order:
                store.add(report)
            store.judge(judgement())
    assert contents(folder / "left") == contents(folder / "right")


def test_the_fingerprint_follows_what_is_known(store: Store) -> None:
    assert store.known() == "0"
    store.add(samples.report())
    one = store.known()
    store.note(Input("gone.txt", Outcome.REJECTED, "there is no such file"))
    assert store.known() == one
    store.judge(judgement())
    assert store.known() not in {"0", one}


# --- refusals


def test_a_quote_that_is_not_the_text_is_refused(store: Store) -> None:
    report = samples.report()
    passage = report.claims[0].passage
    forged = dataclasses.replace(report.claims[0], passage=dataclasses.replace(passage, quote="x" * len(passage.quote)))
    with pytest.raises(IntegrityError, match="does not stand on the words"):
        store.add(dataclasses.replace(report, claims=(forged,)))
    assert list(store.sources()) == []


def test_a_claim_on_another_document_is_refused(store: Store) -> None:
    with pytest.raises(IntegrityError, match="does not stand on the words"):
        store.add(dataclasses.replace(samples.report(), claims=samples.report("Oslo blames Moscow.").claims))


def test_bytes_of_another_hash_are_refused(store: Store) -> None:
    with pytest.raises(IntegrityError, match="hash"):
        store.add(dataclasses.replace(samples.report(), data=b"other"))


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_text_that_no_database_keeps_whole_is_refused(store: Store, text: str) -> None:
    document = dataclasses.replace(samples.document("ab"), text=text)
    with pytest.raises(IntegrityError):
        store.add(Report(document, b"ab", (), ()))
    assert list(store.inputs()) == []


def test_names_and_reasons_are_never_refused(store: Store) -> None:
    store.note(Input("caf\udce9\0.txt", Outcome.REJECTED, "bad \ud800"))
    assert [(ended.name, ended.reason) for ended in store.inputs()] == [("caf\\udce9\\0.txt", "bad \\ud800")]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claims SET predicate = 'victim'",
        "DELETE FROM claims",
        "UPDATE judgements SET payload = '{}'",
        "DELETE FROM judgements",
        "UPDATE blobs SET data = x'00'",
        "DELETE FROM blobs",
        "UPDATE documents SET text = 'other'",
        "DELETE FROM documents",
        "DELETE FROM inputs",
    ],
)
def test_what_is_kept_cannot_be_changed_even_by_another_program(store: Store, path: Path, statement: str) -> None:
    store.add(samples.report())
    store.judge(judgement())
    before = contents(path)
    other = sqlite3.connect(path)
    try:
        with pytest.raises(sqlite3.IntegrityError, match="kept as they are"):
            other.execute(statement)
    finally:
        other.close()
    assert contents(path) == before


def test_what_is_kept_cannot_be_replaced(store: Store, path: Path) -> None:
    store.add(samples.report())
    before = contents(path)
    other = sqlite3.connect(path)
    other.execute("INSERT OR REPLACE INTO claims SELECT id, document, 'forged', asserter, 'XX', payload FROM claims")
    other.execute("INSERT OR REPLACE INTO blobs SELECT sha256, x'00' FROM blobs")
    other.commit()
    other.close()
    assert contents(path) == before


def test_a_single_claim_is_added_to_the_document_it_stands_on(store: Store, path: Path) -> None:
    whole = samples.report()
    first, *others = whole.claims
    store.add(dataclasses.replace(whole, claims=tuple(others)))
    before = store.known()
    assert store.adopt(first)
    assert store.known() != before
    kept = contents(path)
    assert not store.adopt(first)
    assert contents(path) == kept
    assert {claim.id for claim in store.claims()} == {claim.id for claim in whole.claims}
    with pytest.raises(NotFound):
        store.adopt(samples.report("Oslo says that Russia did it.").claims[0])
    forged = dataclasses.replace(first.passage, quote="x" * len(first.passage.quote))
    with pytest.raises(IntegrityError, match="does not stand on the words"):
        store.adopt(dataclasses.replace(first, passage=forged))
    assert contents(path) == kept


def test_judgements_come_in_the_order_they_were_made(store: Store) -> None:
    late, early = judgement(made_at="2026-02-01T00:00:00Z"), judgement(made_at="2026-01-01T00:00:00Z")
    assert [store.judge(late), store.judge(early), store.judge(late)] == [True, True, False]
    assert store.judgements() == (early, late)


def test_what_is_not_there_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match="no claim 'claim-9'"):
        store.claim("claim-9")
    with pytest.raises(NotFound):
        store.document("doc-9")
    with pytest.raises(NotFound):
        store.source("doc-9")


# --- trouble while writing


def test_a_full_disk_is_said_to_be_full_and_loses_nothing(store: Store, path: Path) -> None:
    store.add(samples.report())
    with store.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
    before = contents(path)
    with pytest.raises(StoreError, match=r"disk of .*record\.sqlite is full"):
        store.add(samples.report("oslo blames moscow. " * 10_000))
    assert contents(path) == before
    store.add(samples.report("Oslo."))
    assert len(list(store.sources())) == 2


FULL_FILE = """
import resource, sys
sys.path.insert(0, sys.argv[2])
import store_samples as samples
from demarche.edges.store import open_store
from demarche.errors import StoreError
with open_store(sys.argv[1]) as store:
    store.add(samples.report())
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    try:
        store.add(samples.report("oslo blames moscow. " * 20_000))
    except StoreError as error:
        print("StoreError", error)
"""


def test_a_write_that_the_system_refuses_loses_nothing(path: Path) -> None:
    command = [sys.executable, "-c", FULL_FILE, str(path), str(Path(__file__).parent)]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "what was read before is kept" in ended.stdout
    with open_store(path) as store:
        assert [facts.id for facts in store.sources()] == [samples.document().id]


def test_two_writers_take_turns(path: Path) -> None:
    open_store(path).close()

    def write(start: int) -> None:
        with open_store(path) as store:
            for number in range(start, start + 20):
                store.add(samples.report(f"Oslo blames Moscow{number}."))

    threads = [threading.Thread(target=write, args=(start,)) for start in (0, 100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_store(path) as store:
        assert len(list(store.sources())) == 40
