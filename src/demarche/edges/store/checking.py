"""What `verify` looks at in the lasting tables: every hash, every quote, every identifier, every sum."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from sqlalchemy import RowMapping, select

from demarche.edges.store import derived, dialects, reading, writing
from demarche.edges.store.rows import ClaimFilter, Finding
from demarche.edges.store.store import Store
from demarche.edges.store.tables import blobs, claims, documents, judgements
from demarche.errors import DemarcheError
from demarche.model.atoms import content_id
from demarche.model.record import Record
from demarche.model.source import Capture, Document

Ingest = Callable[[Capture], Document]

_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, DemarcheError)
"""What broken JSON, or JSON of another shape, raises on its way back to the nouns."""


def findings(store: Store, ingest: Ingest) -> Iterator[Finding]:
    """Everything wrong with what is kept; nothing when all is well."""
    with store.reading() as connection:
        broken = dialects.damage(connection)
    yield from (Finding("database", store.place, said) for said in broken)
    yield from _blobs(store)
    for row in reading.pages(store.reading, reading.document_query(), documents.c.id, reading.TEXT_PAGE):
        yield from _document(row, ingest)
        query = reading.claim_query(ClaimFilter(document=row["id"]))
        for claim in reading.pages(store.reading, query, claims.c.id):
            yield from _claim(claim, row["text"])
    yield from _judgements(store)
    if store.known() != _recounted(store):
        yield Finding("fingerprint", store.place, "documents, claims or judgements were added or lost behind Demarche's back")


def _blobs(store: Store) -> Iterator[Finding]:
    for row in reading.pages(store.reading, select(blobs), blobs.c.sha256, reading.TEXT_PAGE):
        if hashlib.sha256(row["data"]).hexdigest() != row["sha256"]:
            yield Finding("blob", row["sha256"], "its bytes do not have this hash")


def _document(row: RowMapping, ingest: Ingest) -> Iterator[Finding]:
    try:
        kept = reading.document_from(row)
        if kept.id != row["id"] or kept.origin.sha256 != row["sha256"]:
            yield Finding("document", row["id"], f"its content has the identifier {kept.id}")
            return
        again = ingest(kept.origin.capture(row["data"], kept.marking))
    except _UNREADABLE as error:
        yield Finding("document", row["id"], f"it cannot be read: {error}")
        return
    if again.text != kept.text:
        yield Finding("document", row["id"], "its bytes no longer give its text")
    elif again.id != kept.id:
        yield Finding("document", row["id"], f"its bytes now give the document {again.id}")


def _claim(row: RowMapping, text: str) -> Iterator[Finding]:
    try:
        claim = reading.claim_from(row)
        expected = writing.claim_row(claim)
    except _UNREADABLE as error:
        yield Finding("claim", row["id"], f"it cannot be read: {error}")
        return
    passage = claim.passage
    if text[passage.start : passage.end] != passage.quote:
        yield Finding("claim", row["id"], f"its quote is not the text at {passage.start}-{passage.end} of {row['document']}")
    if expected["id"] != row["id"]:
        yield Finding("claim", row["id"], f"its content has the identifier {expected['id']}")
    elif dict(row) != expected:
        yield Finding("claim", row["id"], "the columns it is found by differ from its content")


def _judgements(store: Store) -> Iterator[Finding]:
    for row in reading.pages(store.reading, reading.judgement_query(), judgements.c.id):
        try:
            found = content_id("judgement", reading.judgement_from(row))
        except _UNREADABLE as error:
            yield Finding("judgement", row["id"], f"it cannot be read: {error}")
            continue
        if found != row["id"]:
            yield Finding("judgement", row["id"], f"its content has the identifier {found}")


def _recounted(store: Store) -> str:
    facts = reading.pages(store.reading, reading.source_query(), documents.c.id)
    total = writing.fingerprint(writing.document_item(dict(row)) for row in facts)
    for key in (claims.c.id, judgements.c.id):
        total = writing.fingerprint((row[key] for row in reading.pages(store.reading, select(key), key)), total)
    return total


def rebuild_findings(store: Store, rebuilt: Record) -> Iterator[Finding]:
    """Where the stored record differs from one built anew from the same claims and judgements."""
    with store.reading() as connection:
        there = derived.payloads(connection)
    anew = derived.payloads_of(rebuilt)
    for identifier in sorted(there.keys() | anew.keys()):
        if identifier not in anew:
            yield Finding("record", identifier, "it is in the record, and not in its rebuild")
        elif identifier not in there:
            yield Finding("record", identifier, "it is in the record's rebuild, and not in the record")
        elif there[identifier] != anew[identifier]:
            yield Finding("record", identifier, "it differs from its rebuild")
