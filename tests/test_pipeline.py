from __future__ import annotations

import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demarche import pipeline
from demarche.edges.store import Input, Store, open_store
from demarche.errors import IntegrityError, StoreError, UsageError
from demarche.model.atoms import PartialDate
from demarche.model.claim import AttributionValue, Claim, PartyName, Reader, VictimValue
from demarche.model.judging import judgement
from demarche.model.record import Judgement, JudgementKind
from demarche.model.source import Capture, Document, Outcome, Refused
from demarche.model.vocabulary.attribution import Basis, PartyKind, Stance
from demarche.model.vocabulary.incidents import Sector

DAY = PartialDate(2022, 9, 8)
TEXTS = (
    "Tirana says that Iran wiped the servers of the Albanian government in July.",
    "Oslo says that Russia attacked the mailboxes of the parliament.",
    "Washington says that Iran wiped the servers of Albania.",
    "Nobody knows who it was, and nobody says so.",
    "Berlin says that Russia stole the letters of the Bundestag.",
)


def read_by_hand(document: Document) -> tuple[Claim, ...]:
    """Every capitalised word accuses the next one of hitting it."""
    names = list(re.finditer(r"\b[A-Z]\w+", document.text))
    return tuple(claim for left, right in pairwise(names) for claim in _accusation(document, left, right))


def _accusation(document: Document, left: re.Match[str], right: re.Match[str]) -> tuple[Claim, Claim]:
    passage = document.passage(left.start(), right.end())
    asserter = PartyName(left.group(), PartyKind.GOVERNMENT, "AL")
    accused = AttributionValue(PartyName(right.group(), PartyKind.STATE, "IR"), Basis.POLITICAL_STATEMENT)
    victim = VictimValue(asserter, Sector.GOVERNMENT)
    return (
        Claim(passage, accused, asserter, Stance.ASSERTS, "hand", "1", 0.5),
        Claim(passage, victim, asserter, Stance.ASSERTS, "hand", "1", 0.5),
    )


def refuses_oslo(document: Document) -> tuple[Claim, ...]:
    if "Oslo" in document.text:
        raise IntegrityError("Oslo is not read")
    return read_by_hand(document)


def forges_oslo(document: Document) -> tuple[Claim, ...]:
    """Claims about Oslo stand on another document than the one that is read."""
    if "Oslo" not in document.text:
        return read_by_hand(document)
    return read_by_hand(Document(document.text + " More.", document.origin))


def dies_of_oslo(document: Document) -> tuple[Claim, ...]:
    if "Oslo" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return read_by_hand(document)


def breaks_at_oslo(document: Document) -> tuple[Claim, ...]:
    if "Oslo" in document.text:
        raise ZeroDivisionError("a mistake of the program")
    return read_by_hand(document)


def capture(number: int) -> Capture:
    return Capture(f"{number}.txt", TEXTS[number].encode(), published=DAY)


ALL = tuple(capture(number) for number in range(len(TEXTS)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path) as opened:
        yield opened


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(path)
    try:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in tables}
    finally:
        connection.close()


# --- reading


def test_reading_keeps_every_report_and_builds_the_record(store: Store) -> None:
    seen: list[pipeline.InputResult] = []
    summary = pipeline.read(ALL, store, read_by_hand, progress=seen.append)
    assert list(summary.inputs) == seen
    assert [result.name for result in seen] == [f"{number}.txt" for number in range(5)]
    assert (summary.count(Outcome.OK), summary.new) == (5, 5)
    assert [result.claims for result in seen] == [len(read_by_hand(store.document(str(one.document)))) for one in seen]
    assert {source.document for incident in store.incidents() for source in incident.sources} <= {
        str(result.document) for result in seen
    }
    assert len(list(store.incidents())) >= 1


def test_reading_the_same_again_adds_nothing(store: Store, path: Path) -> None:
    pipeline.read(ALL, store, read_by_hand)
    before = contents(path)
    summary = pipeline.read(reversed(ALL), store, read_by_hand)
    assert (summary.count(Outcome.OK), summary.new) == (5, 0)
    assert contents(path) == before


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("reader", [refuses_oslo, forges_oslo])
def test_a_report_that_breaks_a_law_is_kept_as_rejected_and_the_rest_is_read(
    store: Store, workers: int, reader: Reader
) -> None:
    summary = pipeline.read(ALL, store, reader, workers)
    assert [result.outcome for result in summary.inputs] == [Outcome.OK, Outcome.REJECTED, *[Outcome.OK] * 3]
    (kept,) = store.inputs(Outcome.REJECTED)
    assert (kept.name, kept.document) == ("1.txt", None)
    assert kept.reason == summary.inputs[1].reason
    assert kept.sha256 is not None
    assert len(list(store.sources())) == 4


def test_what_never_became_bytes_is_kept_with_its_reason(store: Store) -> None:
    empty = Capture("empty.txt", b"")
    summary = pipeline.read([Refused("gone.txt", "there is no such file"), ALL[0], empty], store, read_by_hand)
    assert [result.outcome for result in summary.inputs] == [Outcome.REJECTED, Outcome.OK, Outcome.REJECTED]
    rejected = {ended.name: ended for ended in store.inputs(Outcome.REJECTED)}
    assert rejected["gone.txt"] == Input("gone.txt", Outcome.REJECTED, "there is no such file")
    assert rejected["empty.txt"].reason == summary.inputs[2].reason


def test_a_report_that_kills_its_process_is_the_only_one_lost(store: Store) -> None:
    summary = pipeline.read(ALL, store, dies_of_oslo, workers=2)
    assert [result.outcome for result in summary.inputs] == [Outcome.OK, Outcome.REJECTED, *[Outcome.OK] * 3]
    assert summary.inputs[1].reason == "its worker process was killed by SIGKILL"


@pytest.mark.parametrize("workers", [1, 2])
def test_a_mistake_of_the_program_is_not_hidden_and_what_was_read_stays(store: Store, workers: int) -> None:
    with pytest.raises(ZeroDivisionError):
        pipeline.read(ALL, store, breaks_at_oslo, workers)
    assert [facts.origin.name for facts in store.sources()] == ["0.txt"]
    assert pipeline.record(store).parties != ()


def test_a_full_disk_ends_the_run_and_what_was_read_stays(store: Store, path: Path) -> None:
    pipeline.read(ALL[:2], store, read_by_hand)
    before = contents(path)
    with store.reading() as connection:
        size = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {size + 2}")
    large = Capture("large.txt", ("a long report of nothing at all. " * 5000).encode(), published=DAY)
    with pytest.raises(StoreError, match="is full"):
        pipeline.read([large], store, read_by_hand)
    assert contents(path) == before


# --- the record


def test_the_record_follows_the_judgements(store: Store) -> None:
    pipeline.read(ALL[:1], store, read_by_hand)
    (rejected, *_) = [claim for claim in store.claims() if isinstance(claim.value, AttributionValue)]
    assert store.judge(Judgement(JudgementKind.REJECT, rejected.id, "desk", "2026-01-01T00:00:00Z"))
    stale = store.built()
    pipeline.refresh(store)
    assert store.built() != stale
    fresh = store.built()
    pipeline.refresh(store)
    assert store.built() == fresh


def test_a_rejected_claim_is_in_no_row_and_no_export_and_stays_in_the_store(store: Store) -> None:
    pipeline.read(ALL[:2], store, read_by_hand)
    whole = pipeline.record(store)
    rejected = next(claim for claim in store.claims() if isinstance(claim.value, AttributionValue))
    again = replace(rejected, reader="other", score=0.9)
    assert store.adopt(again)
    store.judge(judgement(rejected, JudgementKind.REJECT, "desk", "2026-01-01T00:00:00Z"))
    exported = b"".join(pipeline.export(store, "json")).decode()
    assert [claim.id for claim in (rejected, again) if claim.id in exported] == []
    assert pipeline.record(store) != whole
    assert {rejected.id, again.id} <= {claim.id for claim in store.claims()}
    assert list(pipeline.verify(store)) == []
    store.judge(judgement(again, JudgementKind.REJECT, "desk", "2026-01-02T00:00:00Z"))
    store.judge(judgement(again, JudgementKind.ACCEPT, "chief", "2026-01-03T00:00:00Z"))
    exported = b"".join(pipeline.export(store, "json")).decode()
    assert [claim.id for claim in (rejected, again) if claim.id not in exported] == []


def test_a_record_may_be_thrown_away_and_comes_back_the_same(store: Store, path: Path) -> None:
    pipeline.read(ALL, store, read_by_hand)
    before = contents(path)
    with store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM state WHERE name = 'built'")
        connection.exec_driver_sql("DROP TABLE incidents")
    pipeline.refresh(store)
    assert contents(path) == before


def test_adding_one_by_one_gives_the_record_of_adding_all(store: Store, path: Path, tmp_path: Path) -> None:
    for one in ALL:
        pipeline.read([one], store, read_by_hand)
    with open_store(tmp_path / "all") as other:
        pipeline.read(ALL, other, read_by_hand)
    assert contents(path) == contents(tmp_path / "all")


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(len(TEXTS))), repeated=st.integers(0, 4))
def test_any_order_gives_the_same_store(tmp_path_factory: pytest.TempPathFactory, order: list[int], repeated: int) -> None:
    folder = tmp_path_factory.mktemp("order")
    for name, numbers in (("plain", [*range(len(TEXTS)), repeated]), ("shuffled", [repeated, *order])):
        with open_store(folder / name) as store:
            pipeline.read([capture(number) for number in numbers], store, read_by_hand)
    assert contents(folder / "plain") == contents(folder / "shuffled")


@pytest.mark.parametrize("workers", [2, 3])
def test_any_number_of_workers_gives_the_same_store(tmp_path: Path, workers: int) -> None:
    inputs: list[pipeline.Incoming] = [*ALL, Refused("gone.txt", "there is no such file"), Capture("empty.txt", b"")]
    shuffled = random.Random(workers).sample(inputs, len(inputs))  # noqa: S311 - a shuffle, not a secret
    for name, given_inputs, count in (("one", inputs, 1), ("several", shuffled, workers)):
        with open_store(tmp_path / name) as store:
            pipeline.read(given_inputs, store, read_by_hand, count)
    assert contents(tmp_path / "one") == contents(tmp_path / "several")


IN_ANOTHER_PROCESS = """
import sys
sys.path.insert(0, sys.argv[2])
import test_pipeline as tests
with tests.open_store(sys.argv[1]) as store:
    tests.pipeline.read(tests.ALL, store, tests.read_by_hand)
"""


def test_another_process_with_another_hash_seed_gives_the_same_store(store: Store, path: Path, tmp_path: Path) -> None:
    pipeline.read(ALL, store, read_by_hand)
    command = [sys.executable, "-c", IN_ANOTHER_PROCESS, str(tmp_path / "other"), str(Path(__file__).parent)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": "7"})
    assert contents(path) == contents(tmp_path / "other")


# --- comparing


@pytest.mark.parametrize("workers", [1, 2])
def test_two_readers_are_compared_report_by_report_whoever_of_them_fails(workers: int) -> None:
    gone = Refused("gone.txt", "there is no such file")
    inputs: list[pipeline.Incoming] = [*ALL[:2], gone]
    for readers in ((read_by_hand, refuses_oslo), (refuses_oslo, read_by_hand)):
        tirana, oslo, missing = pipeline.compare(inputs, *readers, workers)
        assert (tirana.name, tirana.differences, tirana.left) == ("0.txt", (), tirana.right)
        assert tirana.document
        assert tirana.left == read_by_hand(tirana.document)
        assert oslo == pipeline.Compared("1.txt", None, reason="Oslo is not read")
        assert missing == pipeline.Compared("gone.txt", None, reason="there is no such file")


def reads_no_victims(document: Document) -> tuple[Claim, ...]:
    return tuple(claim for claim in read_by_hand(document) if not isinstance(claim.value, VictimValue))


@pytest.mark.parametrize("workers", [1, 3])
def test_a_comparison_depends_on_nothing_but_the_report(workers: int) -> None:
    forwards = {found.name: found for found in pipeline.compare(ALL, read_by_hand, reads_no_victims, workers)}
    backwards = {found.name: found for found in pipeline.compare(reversed(ALL), read_by_hand, reads_no_victims)}
    assert forwards == backwards
    for found in forwards.values():
        assert {claim for each in found.differences for claim in each.claims} == set(found.left) - set(found.right)


def test_a_report_that_kills_its_process_is_the_only_one_not_compared() -> None:
    found = list(pipeline.compare(ALL, read_by_hand, dies_of_oslo, 2))
    assert [each.reason for each in found] == [None, "its worker process was killed by SIGKILL", None, None, None]


# --- verify, annotate, export


def test_a_fresh_record_verifies(store: Store) -> None:
    pipeline.read(ALL, store, read_by_hand)
    assert list(pipeline.verify(store)) == []


def test_a_forged_record_does_not_verify(store: Store) -> None:
    pipeline.read(ALL, store, read_by_hand)
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE incidents SET payload = replace(payload, 'assert', 'deni')")
    assert {finding.kind for finding in pipeline.verify(store)} == {"record"}


def test_annotating_needs_no_record_and_says_what_it_could_not_read() -> None:
    first, gone = pipeline.annotate([ALL[0], Refused("gone.txt", "there is no such file")], read_by_hand)
    assert first.annotation is not None
    assert [row["accused"] for row in first.annotation["attributions"]] != []
    assert gone == pipeline.Annotated("gone.txt", None, "there is no such file")


def test_a_form_there_is_none_of_is_a_usage_error(store: Store) -> None:
    with pytest.raises(UsageError, match="no such export format: 'xml'"):
        pipeline.export(store, "xml")


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_exported_bytes_depend_on_nothing_but_what_is_known(tmp_path: Path, form: str) -> None:
    exported = []
    for name, captures in (("one", ALL), ("two", tuple(reversed(ALL)))):
        with open_store(tmp_path / name) as store:
            pipeline.read(captures, store, read_by_hand)
            exported.append(b"".join(pipeline.export(store, form)))
    assert exported[0] == exported[1]
    assert exported[0] != b""
