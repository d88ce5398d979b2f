"""Files that are records, and files that are none."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
import store_samples as samples

from demarche.edges.store import Store, open_store
from demarche.edges.store.dialects import APPLICATION_ID
from demarche.errors import StoreError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path) as opened:
        yield opened


def test_a_record_says_what_it_is_and_opens_again(store: Store, path: Path) -> None:
    store.add(samples.report())
    store.close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    connection.close()
    with open_store(path, create=False) as again:
        assert len(list(again.sources())) == 1


def test_random_bytes_are_no_record_and_are_left_alone(path: Path) -> None:
    path.write_bytes(b"\x89PNG rubbish" * 99)
    with pytest.raises(StoreError, match="not a Demarche record"):
        open_store(path)
    assert path.read_bytes() == b"\x89PNG rubbish" * 99


@pytest.mark.parametrize(("kept", "rubbish"), [(40, 4000), (16, 4000), (16, 0), (100, 0), (5000, 0), (5000, 90_000)])
def test_a_damaged_record_is_said_to_be_damaged(store: Store, path: Path, kept: int, rubbish: int) -> None:
    store.add(samples.report())
    store.close()
    path.write_bytes(path.read_bytes()[:kept] + b"\xff" * rubbish)
    with pytest.raises(StoreError, match="damaged"):
        open_store(path)


def test_another_programs_database_is_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE state (name TEXT, value TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"record\.sqlite.*another program"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_record_of_a_newer_demarche_is_refused(store: Store, path: Path) -> None:
    store.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE state SET value = '99' WHERE name = 'schema'")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="newer Demarche"):
        open_store(path)


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        open_store(tmp_path)


def test_a_missing_record_is_made_only_on_demand(tmp_path: Path) -> None:
    place = tmp_path / "new" / "record.sqlite"
    with pytest.raises(StoreError, match="no record at"):
        open_store(place, create=False)
    assert not place.parent.exists()
    open_store(place).close()
    assert place.exists()


def test_a_place_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path / "file" / "record.sqlite")


def test_an_empty_file_becomes_a_record(path: Path) -> None:
    path.touch()
    with open_store(path) as store:
        assert store.add(samples.report()).document


def test_an_unreadable_file_is_refused(path: Path) -> None:
    path.write_bytes(b"")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("the administrator may read everything")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(path)


def test_a_record_that_may_only_be_read_can_be_read(store: Store, path: Path) -> None:
    store.add(samples.report())
    store.close()
    path.chmod(stat.S_IRUSR)
    if os.access(path, os.W_OK):
        pytest.skip("the administrator may write everything")
    with open_store(path) as readable:
        assert len(list(readable.claims())) == len(samples.report().claims)
        with pytest.raises(StoreError, match="may not be written"):
            readable.add(samples.report("Oslo blames Moscow."))
