"""One test body per behaviour, run on each database."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import store_samples as samples
from sqlalchemy import inspect, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable

from demarche.edges.store import ClaimFilter, IncidentFilter, Input, Store, derived, open_store, reading, tables
from demarche.edges.store.checking import findings
from demarche.errors import StoreError
from demarche.model.atoms import PartialDate
from demarche.model.record import Judgement, JudgementKind
from demarche.model.source import Capture, Document, Outcome
from demarche.model.vocabulary.attribution import Predicate, Stance, Standing
from demarche.model.vocabulary.incidents import IncidentType
from demarche.model.vocabulary.responses import Act, Status

JUDGEMENT = Judgement(JudgementKind.REJECT, "claim-1", "desk", "2026-01-01T00:00:00Z")


def ingest(capture: Capture) -> Document:
    return samples.document(capture.data.decode(), capture.name)


def test_what_is_added_comes_back(either: Store) -> None:
    report = samples.report()
    assert (either.add(report).document, either.add(report).document) == (True, False)
    assert either.document(report.document.id) == report.document
    assert [claim.id for claim in either.claims()] == sorted(claim.id for claim in report.claims)
    assert len(list(either.claims(ClaimFilter(Predicate.ATTRIBUTION, "tirana", "AL", report.document.id)))) == 1
    assert [facts.id for facts in either.sources()] == [report.document.id]
    assert (either.judge(JUDGEMENT), either.judge(JUDGEMENT)) == (True, False)
    assert either.judgements() == (JUDGEMENT,)
    either.note(Input("gone.txt", Outcome.REJECTED, "there is no such file"))
    either.note(Input("gone.txt", Outcome.REJECTED, "there is no such file"))
    assert [ended.name for ended in either.inputs(Outcome.REJECTED)] == ["gone.txt"]
    assert list(findings(either, ingest)) == []


def test_one_document_under_two_names_has_the_first_in_sorting_order(either: Store) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        either.add(samples.report(name=name))
    assert [facts.origin.name for facts in either.sources()] == ["a.txt"]
    assert list(findings(either, ingest)) == []


def test_a_record_is_saved_replaced_and_asked(either: Store) -> None:
    answered = samples.incident(
        "b-2022",
        "2022-07-15",
        (samples.attribution(samples.GROUP, Stance.CLAIMS_RESPONSIBILITY),),
        (samples.response(Act.SANCTIONS, Status.DONE),),
    )
    names = ("a-2022", "a2022", "a_2022", "A-2022", "a-2022-b")
    either.save(samples.record(samples.incident("gone")), "one")
    either.save(samples.record(answered, *(samples.incident(name, None) for name in names)), "two")
    assert either.built() == "two"
    assert [incident.id for incident in either.incidents()] == ["b-2022", *sorted(names)]
    wanted = IncidentFilter(
        "IR",
        "AL",
        IncidentType.DESTRUCTION,
        PartialDate(2022),
        PartialDate(2022, 7),
        Standing.GOVERNMENT_ATTRIBUTED,
        Act.SANCTIONS,
    )
    assert list(either.incidents(wanted)) == [answered]
    assert either.parties() == samples.record().parties
    assert either.is_found_by("accused", "homeland justice")
    assert not either.is_found_by("accused", "somebody")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claims SET predicate = 'victim'",
        "DELETE FROM claims",
        "UPDATE judgements SET payload = '{}'",
        "DELETE FROM judgements",
        "UPDATE blobs SET sha256 = 'x'",
        "DELETE FROM blobs",
        "UPDATE documents SET text = 'other'",
        "DELETE FROM documents",
        "DELETE FROM inputs",
    ],
)
def test_what_is_kept_cannot_be_changed(either: Store, statement: str) -> None:
    either.add(samples.report())
    either.judge(JUDGEMENT)
    with pytest.raises(StoreError, match="kept as they are"), either.writing() as connection:
        connection.execute(text(statement))
    assert list(findings(either, ingest)) == []


def test_two_writers_of_the_same_reports_add_them_once(either: Store) -> None:
    reports = [samples.report(f"Oslo blames Moscow{number}.", f"{number}.txt") for number in range(15)]
    added: list[bool] = []

    def write() -> None:
        added.extend([either.add(report).document for report in reports])

    threads = [threading.Thread(target=write) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(added) == [False] * 30 + [True] * 15
    assert list(findings(either, ingest)) == []


def test_the_tables_of_the_migrations_are_those_of_the_queries(either: Store) -> None:
    with either.reading() as connection:
        for table in tables.lasting.sorted_tables:
            there = {column["name"]: column for column in inspect(connection).get_columns(table.name)}
            assert list(there) == [column.name for column in table.columns]
            assert [there[column.name]["nullable"] for column in table.columns] == [column.nullable for column in table.columns]
            indexes = {index["name"]: index["column_names"] for index in inspect(connection).get_indexes(table.name)}
            assert indexes == {index.name: [column.name for column in index.columns] for index in table.indexes}
            keys = inspect(connection).get_foreign_keys(table.name)
            assert {key["referred_table"] for key in keys} == {key.column.table.name for key in table.foreign_keys}


def test_every_query_compiles_on_both_databases() -> None:
    everything = IncidentFilter(
        "IR", "AL", IncidentType.DDOS, PartialDate(2022), PartialDate(2023), Standing.UNATTRIBUTED, Act.SANCTIONS
    )
    queries = [
        reading.claim_query(ClaimFilter(Predicate.VICTIM, "a", "AL", "doc")),
        reading.document_query(),
        reading.source_query(),
        reading.input_query(Outcome.OK),
        reading.judgement_query(),
        derived.incident_query(everything),
    ]
    for dialect in (sqlite.dialect(), postgresql.dialect()):  # type: ignore[no-untyped-call]
        for query in queries:
            assert str(query.compile(dialect=dialect)).startswith("SELECT")
        for table in tables.derived.sorted_tables:
            assert "PRIMARY KEY" in str(CreateTable(table).compile(dialect=dialect))


def test_a_server_that_is_not_there_is_a_clear_error(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError, match="cannot be used"):
        open_store(f"postgresql+psycopg:///nothing?host={tmp_path}")
