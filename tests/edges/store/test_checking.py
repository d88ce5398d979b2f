"""`verify` must see what a hand with a hex editor could do, so these tests take the guards down first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import store_samples as samples

from demarche.edges.store import Finding, Store, open_store
from demarche.edges.store.checking import findings, rebuild_findings
from demarche.errors import RejectedInput
from demarche.model.record import Judgement, JudgementKind
from demarche.model.source import Capture, Document


def ingest(capture: Capture) -> Document:
    return samples.document(capture.data.decode(), capture.name)


def ingest_no_more(capture: Capture) -> Document:
    raise RejectedInput(f"{capture.name} cannot be read any more")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path) as opened:
        opened.add(samples.report())
        opened.add(samples.report("Oslo blames Moscow.", "b.txt"))
        opened.judge(Judgement(JudgementKind.REJECT, "claim-1", "desk", "2026-01-01T00:00:00Z"))
        yield opened


def forge(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        assert connection.execute(statement).rowcount > 0
    connection.commit()
    connection.close()


def kinds(found: Iterator[Finding]) -> set[str]:
    return {finding.kind for finding in found}


def test_a_sound_store_has_no_findings(store: Store) -> None:
    assert list(findings(store, ingest)) == []


@pytest.mark.parametrize(
    ("statement", "kind", "message"),
    [
        ("UPDATE blobs SET data = x'00'", "blob", "do not have this hash"),
        ("UPDATE documents SET text = replace(text, 'Iran', 'Oman')", "document", "its content has the identifier"),
        ("UPDATE documents SET origin = 'rubbish'", "document", "cannot be read"),
        ("UPDATE documents SET marking = 'red'", "document", "its content has the identifier"),
        (
            "UPDATE claims SET payload = replace(payload, 'Iran', 'Oman') WHERE payload LIKE '%Iran%'",
            "claim",
            "its quote is not",
        ),
        ("UPDATE claims SET payload = replace(payload, '0.5', '0.9')", "claim", "its content has the identifier"),
        ("UPDATE claims SET payload = '{}'", "claim", "cannot be read"),
        ("UPDATE claims SET payload = '[1]'", "claim", "cannot be read"),
        ("UPDATE claims SET predicate = 'nothing'", "claim", "cannot be read"),
        ("UPDATE claims SET asserter_country = 'NO'", "claim", "differ from its content"),
        ("DELETE FROM claims WHERE id = (SELECT min(id) FROM claims)", "fingerprint", "behind Demarche's back"),
        ("UPDATE judgements SET payload = replace(payload, 'desk', 'mole')", "judgement", "its content has the identifier"),
        ("UPDATE judgements SET payload = 'rubbish'", "judgement", "cannot be read"),
        ("DELETE FROM judgements", "fingerprint", "behind Demarche's back"),
        ("UPDATE documents SET sketch = '[9]'", "fingerprint", "behind Demarche's back"),
        ("DELETE FROM blobs WHERE sha256 = (SELECT min(sha256) FROM blobs)", "database", "is not there"),
    ],
)
def test_every_forgery_is_found(store: Store, path: Path, statement: str, kind: str, message: str) -> None:
    forge(path, statement)
    found = list(findings(store, ingest))
    assert [finding for finding in found if finding.kind == kind and message in finding.message] != []


def test_bytes_that_give_another_text_now_are_found(store: Store) -> None:
    def changed(capture: Capture) -> Document:
        return samples.document(capture.data.decode().upper(), capture.name)

    assert kinds(findings(store, changed)) == {"document"}
    assert kinds(findings(store, ingest_no_more)) == {"document"}


def test_a_record_that_differs_from_its_rebuild_is_found(store: Store, path: Path) -> None:
    one, two, three = (samples.incident(name) for name in ("one", "two", "three"))
    store.save(samples.record(one, two), "abc")
    assert list(rebuild_findings(store, samples.record(one, two))) == []
    assert [(found.subject, found.kind) for found in rebuild_findings(store, samples.record(one, three))] == [
        ("three", "record"),
        ("two", "record"),
    ]
    forge(path, "UPDATE incidents SET payload = replace(payload, 'destruction', 'leak') WHERE id = 'one'")
    (only,) = rebuild_findings(store, samples.record(one, two))
    assert (only.subject, only.message) == ("one", "it differs from its rebuild")
