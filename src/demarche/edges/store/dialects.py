"""Where SQLite and PostgreSQL differ: connecting, beginning, triggers. Nobody else asks which one it is."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, func, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.dml import Insert

from demarche.errors import StoreError

APPLICATION_ID = 0x44454D41
"""`DEMA`: what tells a record from another program's SQLite file."""

WRITES = "demarche_writes"
"""Execution option of a connection whose transactions write."""

SAFE_WAL = (3, 51, 3)
"""SQLite before this may corrupt a write-ahead log that several processes write."""

BUSY_SECONDS = 30
_MAGIC = b"SQLite format 3\0"


def sqlite_engine(path: Path, create: bool) -> Engine:
    """An engine over one file. StoreError when it cannot be a record: a directory, unreadable, other bytes, missing."""
    _look(path, create)
    engine = create_engine(URL.create("sqlite", database=str(path.absolute())), connect_args={"timeout": BUSY_SECONDS})
    writable = os.access(path if path.exists() else path.parent, os.W_OK)
    event.listen(engine, "connect", _sqlite_connect(writable))
    event.listen(engine, "begin", _sqlite_begin)
    return engine


def server_engine(url: str) -> Engine:
    """An engine over a PostgreSQL server, through psycopg."""
    return create_engine(url)


def _look(path: Path, create: bool) -> None:
    try:
        if path.is_dir():
            raise StoreError(f"{path} is a folder, not a record; name a file in it")
        if not path.exists():
            if not create:
                raise StoreError(f"there is no record at {path}; `demarche read` makes one")
            _make_folder(path)
            return
        with path.open("rb") as stream:
            head = stream.read(len(_MAGIC))
    except (OSError, ValueError) as error:
        raise StoreError(f"the record {path} cannot be opened: {getattr(error, 'strerror', None) or error}") from error
    if head and head != _MAGIC:
        raise StoreError(f"{path} is not a Demarche record; name another file, it was left as it is")


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise StoreError(f"the record {path} cannot be opened: {path.parent} is or lies in a file; name a folder") from None


def _sqlite_connect(writable: bool) -> Callable[[sqlite3.Connection, Any], None]:
    def connect(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin where `_sqlite_begin` says, not where the driver guesses
        for pragma in ("foreign_keys = ON", "trusted_schema = OFF", "recursive_triggers = ON"):
            connection.execute(f"PRAGMA {pragma}")
        if writable:
            connection.execute(f"PRAGMA journal_mode = {'WAL' if sqlite3.sqlite_version_info >= SAFE_WAL else 'DELETE'}")

    return connect


def _sqlite_begin(connection: Connection) -> None:
    # A deferred transaction that reads and then writes gets "database is locked" at once, whatever the busy timeout.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITES) else "BEGIN")


def lock(connection: Connection) -> None:
    """Keep other writers out until the transaction ends; on SQLite BEGIN IMMEDIATE has done so."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(APPLICATION_ID)))


def is_foreign(connection: Connection) -> bool:
    """Whether the database holds another program's tables."""
    if connection.dialect.name != "sqlite":
        return False
    known = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one()
    return bool(known != APPLICATION_ID and tables)


def sign(connection: Connection) -> None:
    """Mark a new database as a record."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def damage(connection: Connection) -> list[str]:
    """What the database itself finds broken in its file; empty when it is sound."""
    if connection.dialect.name != "sqlite":
        return []
    checked = connection.exec_driver_sql("PRAGMA quick_check(10)").scalars().all()
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    found = [str(line) for line in checked if line != "ok"]
    return found + [f"a row of {row[0]} points to a row of {row[2]} that is not there" for row in orphans]


def insert_new(connection: Connection, table: Table) -> Insert:
    """An insert that passes over rows whose key is there already."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


def type_names(connection: Connection) -> dict[str, str]:
    """How the column types that differ are called."""
    if connection.dialect.name == "postgresql":
        return {"bytes": "BYTEA", "words": 'TEXT COLLATE "C"'}
    return {"bytes": "BLOB", "words": "TEXT"}


def append_only(connection: Connection, table: str, key: str, columns: tuple[str, ...] = ()) -> None:
    """Make the database refuse changes to a table's rows, or to some columns of them, and their removal."""
    changed = f"UPDATE OF {', '.join(columns)}" if columns else "UPDATE"
    if connection.dialect.name == "postgresql":
        _postgresql_triggers(connection, table, changed)
    else:
        _sqlite_triggers(connection, table, key, changed)


def _sqlite_triggers(connection: Connection, table: str, key: str, changed: str) -> None:
    for name, change in (("change", changed), ("removal", "DELETE")):
        connection.execute(
            text(
                f"CREATE TRIGGER {table}_no_{name} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: rows are kept as they are'); END"
            )
        )
    # INSERT OR REPLACE removes the row in its way without asking the trigger above.
    there = f"EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})"  # noqa: S608 - names of our own tables
    connection.execute(
        text(f"CREATE TRIGGER {table}_no_replacement BEFORE INSERT ON {table} WHEN {there} BEGIN SELECT RAISE(IGNORE); END")
    )


def _postgresql_triggers(connection: Connection, table: str, changed: str) -> None:
    refusal = f"RAISE EXCEPTION '{table}: rows are kept as they are'"
    connection.execute(text(f"CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {refusal}; END $$"))
    rows, whole = f"{changed} OR DELETE", "TRUNCATE"
    for name, change, scope in (("change", rows, "ROW"), ("emptying", whole, "STATEMENT")):
        connection.execute(
            text(
                f"CREATE TRIGGER {table}_no_{name} BEFORE {change} ON {table} "
                f"FOR EACH {scope} EXECUTE FUNCTION {table}_refuse()"
            )
        )


def explain(error: DBAPIError | OSError, place: str) -> StoreError:
    """What went wrong in words that say what to do."""
    said = str(getattr(error, "orig", None) or error)
    lower = said.lower()
    if "full" in lower or "no space left" in lower or "could not extend" in lower:
        return StoreError(f"the disk of {place} is full; what was read before is kept, free some space and read the rest again")
    if "i/o error" in lower:
        return StoreError(f"the disk of {place} failed, is full, or is over its quota: {said}; what was read before is kept")
    if "is not a database" in lower or "malformed" in lower:
        return StoreError(f"{place} is damaged or is not a Demarche record: {said}; restore it from a copy")
    if "locked" in lower:
        return StoreError(f"another program has been writing to {place} for {BUSY_SECONDS} seconds; try again when it is done")
    if "readonly" in lower or "read-only" in lower:
        return StoreError(f"{place} may not be written; give yourself the right, or copy the record elsewhere")
    return StoreError(f"{place} cannot be used: {said}")
