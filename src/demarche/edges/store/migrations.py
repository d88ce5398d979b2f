"""Numbered migrations: functions appended to a list, each run once, in order. A released one never changes."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, inspect, text

from demarche.edges.store import dialects
from demarche.errors import StoreError

VERSION = "schema"
"""The row of `state` that holds the number of the last migration run."""


def _first(connection: Connection) -> None:
    """Blobs, documents, claims, judgements, inputs."""
    for statement in (
        "CREATE TABLE blobs (sha256 {words} NOT NULL PRIMARY KEY, data {bytes} NOT NULL)",
        "CREATE TABLE documents (id {words} NOT NULL PRIMARY KEY, sha256 {words} NOT NULL REFERENCES blobs (sha256), "
        "marking {words} NOT NULL, outcome {words} NOT NULL, reason {words}, origin {words} NOT NULL, sketch {words} NOT NULL, "
        "blocks {words} NOT NULL, text {words} NOT NULL)",
        "CREATE TABLE claims (id {words} NOT NULL PRIMARY KEY, document {words} NOT NULL REFERENCES documents (id), "
        "predicate {words} NOT NULL, asserter {words} NOT NULL, asserter_country {words}, payload {words} NOT NULL)",
        "CREATE INDEX claims_document ON claims (document)",
        "CREATE INDEX claims_predicate ON claims (predicate)",
        "CREATE INDEX claims_asserter ON claims (asserter)",
        "CREATE INDEX claims_asserter_country ON claims (asserter_country)",
        "CREATE TABLE judgements (id {words} NOT NULL PRIMARY KEY, subject {words} NOT NULL, payload {words} NOT NULL)",
        "CREATE INDEX judgements_subject ON judgements (subject)",
        "CREATE TABLE inputs (id {words} NOT NULL PRIMARY KEY, name {words} NOT NULL, outcome {words} NOT NULL, "
        "reason {words}, sha256 {words}, document {words} REFERENCES documents (id))",
        "CREATE INDEX inputs_document ON inputs (document)",
        "CREATE INDEX inputs_outcome ON inputs (outcome)",
        "CREATE TABLE state (name {words} NOT NULL PRIMARY KEY, value {words} NOT NULL)",
    ):
        connection.execute(text(statement.format(**dialects.type_names(connection))))
    dialects.append_only(connection, "blobs", "sha256")
    for table in ("claims", "judgements", "inputs"):
        dialects.append_only(connection, table, "id")
    # A document's other columns follow the program that last read its bytes; its identity does not.
    dialects.append_only(connection, "documents", "id", ("id", "sha256", "text"))


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (_first,)


def version(connection: Connection) -> int:
    """The number of the last migration run; 0 for a new database. StoreError for another program's or a newer one's."""
    if dialects.is_foreign(connection):
        raise StoreError("it is another program's database; name another file, it was left as it is")
    if not inspect(connection).has_table("state"):
        return 0
    found = int(connection.execute(text("SELECT value FROM state WHERE name = :name"), {"name": VERSION}).scalar_one())
    if found > len(MIGRATIONS):
        raise StoreError(f"it was written by a newer Demarche (schema {found}, this one knows {len(MIGRATIONS)}); update")
    return found


def migrate(connection: Connection) -> None:
    """Bring the database up to date, within the caller's transaction."""
    done = version(connection)
    for migration in MIGRATIONS[done:]:
        migration(connection)
    if done == 0:
        dialects.sign(connection)
        connection.execute(text("INSERT INTO state (name, value) VALUES (:name, '0')"), {"name": VERSION})
    now = {"name": VERSION, "value": str(len(MIGRATIONS))}
    connection.execute(text("UPDATE state SET value = :value WHERE name = :name"), now)
