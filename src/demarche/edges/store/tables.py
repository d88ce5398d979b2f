"""The tables as queries see them. `migrations` makes the lasting ones; the derived ones are dropped and made anew at will.

Large columns come last in their rows: SQLite must walk over all that stands before a column to read it.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

words = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that sorts by its code points on either database."""

lasting = MetaData()
derived = MetaData()

blobs = Table(
    "blobs",
    lasting,
    Column("sha256", words, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""The raw bytes of reports by their hash. Append-only."""

documents = Table(
    "documents",
    lasting,
    Column("id", words, primary_key=True),
    Column("sha256", words, ForeignKey("blobs.sha256"), nullable=False),
    Column("marking", words, nullable=False),
    Column("outcome", words, nullable=False),
    Column("reason", words),
    Column("origin", words, nullable=False),
    Column("sketch", words, nullable=False),
    Column("blocks", words, nullable=False),
    Column("text", words, nullable=False),
)
"""What a report's bytes say. `origin`, `sketch` and `blocks` are canonical JSON."""

claims = Table(
    "claims",
    lasting,
    Column("id", words, primary_key=True),
    Column("document", words, ForeignKey("documents.id"), nullable=False),
    Column("predicate", words, nullable=False),
    Column("asserter", words, nullable=False),
    Column("asserter_country", words),
    Column("payload", words, nullable=False),
    Index("claims_document", "document"),
    Index("claims_predicate", "predicate"),
    Index("claims_asserter", "asserter"),
    Index("claims_asserter_country", "asserter_country"),
)
"""Append-only. `asserter` is casefolded for comparison; the claim itself is `payload`."""

judgements = Table(
    "judgements",
    lasting,
    Column("id", words, primary_key=True),
    Column("subject", words, nullable=False),
    Column("payload", words, nullable=False),
    Index("judgements_subject", "subject"),
)
"""Append-only."""

inputs = Table(
    "inputs",
    lasting,
    Column("id", words, primary_key=True),
    Column("name", words, nullable=False),
    Column("outcome", words, nullable=False),
    Column("reason", words),
    Column("sha256", words),
    Column("document", words, ForeignKey("documents.id")),
    Index("inputs_document", "document"),
    Index("inputs_outcome", "outcome"),
)
"""Every input and how it ended. `sha256` is None when no bytes came, `document` when nothing could be read of them."""

state = Table(
    "state",
    lasting,
    Column("name", words, primary_key=True),
    Column("value", words, nullable=False),
)
"""The schema's version, and the fingerprints of what is known and of what the record was built from."""

incidents = Table(
    "incidents",
    derived,
    Column("id", words, primary_key=True),
    Column("standing", words, nullable=False),
    Column("contested", Integer, nullable=False),
    Column("marking", words, nullable=False),
    Column("start_first", words),
    Column("start_last", words),
    Column("title", words, nullable=False),
    Column("payload", words, nullable=False),
    Index("incidents_standing", "standing"),
    Index("incidents_start", "start_last"),
)
"""`start_first` and `start_last` are the ISO days between which the start lies. `payload` is the whole incident."""

facets = Table(
    "facets",
    derived,
    Column("incident", words, primary_key=True),
    Column("facet", words, primary_key=True),
    Column("value", words, primary_key=True),
    Index("facets_value", "facet", "value"),
)
"""What incidents are found by and may have several of; see `derived.facets_of`."""

parties = Table(
    "parties",
    derived,
    Column("id", words, primary_key=True),
    Column("kind", words, nullable=False),
    Column("country", words),
    Column("name", words, nullable=False),
    Column("payload", words, nullable=False),
)
