"""Adding to the lasting tables. Every function works within its caller's transaction and adds nothing that is there already."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

import orjson
from sqlalchemy import Connection, insert, select, update

from demarche.edges.store.dialects import insert_new
from demarche.edges.store.rows import Added, Input, Report
from demarche.edges.store.tables import blobs, claims, documents, inputs, judgements, state
from demarche.edges.text import printable, storable
from demarche.errors import IntegrityError
from demarche.model.atoms import canonical_json, content_id
from demarche.model.claim import Claim
from demarche.model.record import Judgement
from demarche.model.source import Document

KNOWN = "known"
"""The row of `state` that holds the fingerprint of all documents, claims and judgements."""

_MODULUS = 1 << 256


def fingerprint(items: Iterable[str], start: str = "0") -> str:
    """Add items to a fingerprint: a sum of hashes, so that it depends on what is known and never on the order of its coming."""
    return f"{(int(start, 16) + sum(map(_weight, items))) % _MODULUS:x}"


def _weight(item: str) -> int:
    return int.from_bytes(hashlib.sha256(item.encode()).digest(), "big")


def document_item(row: dict[str, Any]) -> str:
    """A document's part in the fingerprint: all that the record may depend on."""
    names = ("id", "marking", "outcome", "reason", "origin", "sketch")
    return canonical_json(["document", *(row[name] for name in names)])


def known(connection: Connection) -> str:
    """The fingerprint of everything known; `0` when that is nothing."""
    return connection.execute(select(state.c.value).where(state.c.name == KNOWN)).scalar_one_or_none() or "0"


def put_state(connection: Connection, name: str, value: str) -> None:
    """Set a row of `state`."""
    if connection.execute(update(state).where(state.c.name == name).values(value=value)).rowcount == 0:
        connection.execute(insert(state).values(name=name, value=value))


def check(report: Report) -> None:
    """IntegrityError when the bytes are not those of the document, or a claim stands on other words than the document's."""
    document = report.document
    storable(document.text, "the text")
    if hashlib.sha256(report.data).hexdigest() != document.origin.sha256:
        raise IntegrityError(f"the bytes of {document.origin.name} do not have the hash that its document names")
    for claim in report.claims:
        check_claim(document, claim)


def check_claim(document: Document, claim: Claim) -> None:
    """IntegrityError when a claim stands on other words than the document's."""
    passage = claim.passage
    if passage.document != document.id or document.text[passage.start : passage.end] != passage.quote:
        raise IntegrityError(f"{claim.id} does not stand on the words at {passage.start}-{passage.end} of {document.id}")


def add_report(connection: Connection, report: Report) -> Added:
    """Add a checked report: its bytes, its document, its claims, and the input it came as."""
    _add_blob(connection, report)
    is_new, changed = _add_document(connection, report)
    fresh = _add_claims(connection, report.document.id, report.claims)
    document = report.document
    add_input(
        connection,
        Input(document.origin.name, document.outcome, document.reason, document.origin.sha256, document.id),
    )
    if changed or fresh:
        put_state(connection, KNOWN, _changed(known(connection), changed, fresh))
    return Added(is_new, len(fresh))


def _changed(before: str, document: Sequence[str], fresh: Sequence[str]) -> str:
    """`document` holds the new form of a document and, where it takes the place of another, that one after it."""
    outgoing = sum(map(_weight, document[1:]))
    return f"{(int(fingerprint([*document[:1], *fresh], before), 16) - outgoing) % _MODULUS:x}"


def _add_blob(connection: Connection, report: Report) -> None:
    sha256 = report.document.origin.sha256
    if connection.execute(select(blobs.c.sha256).where(blobs.c.sha256 == sha256)).first() is None:
        connection.execute(insert_new(connection, blobs), {"sha256": sha256, "data": report.data})


def _add_document(connection: Connection, report: Report) -> tuple[bool, tuple[str, ...]]:
    row = document_row(report)
    found = connection.execute(select(documents).where(documents.c.id == row["id"])).mappings().first()
    if found is None:
        connection.execute(insert(documents).values(**row))
        return True, (document_item(row),)
    before = dict(found)
    # One document under several names keeps the first name in sorting order, so that the order of reading leaves no trace.
    if before == row or _origin_key(before) < _origin_key(row):
        return False, ()
    connection.execute(update(documents).where(documents.c.id == row["id"]).values(**_mutable(row)))
    return False, (document_item(row), document_item(before))


def _origin_key(row: dict[str, Any]) -> tuple[str, str]:
    origin = orjson.loads(row["origin"])
    return origin["name"], origin["media_type"]


def _mutable(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in {"id", "sha256", "text"}}


def document_row(report: Report) -> dict[str, Any]:
    """A document as its table has it."""
    document = report.document
    return {
        "id": document.id,
        "sha256": document.origin.sha256,
        "marking": document.marking.value,
        "outcome": document.outcome.value,
        "reason": document.reason,
        "origin": storable(canonical_json(document.origin), "the origin"),
        "sketch": canonical_json(report.sketch),
        "blocks": canonical_json(document.blocks),
        "text": document.text,
    }


def _add_claims(connection: Connection, document: str, found: Sequence[Claim]) -> tuple[str, ...]:
    there = set(connection.execute(select(claims.c.id).where(claims.c.document == document)).scalars())
    fresh = {claim.id: claim_row(claim) for claim in found if claim.id not in there}
    if fresh:
        connection.execute(insert(claims), list(fresh.values()))
    return tuple(fresh)


def add_claim(connection: Connection, claim: Claim) -> bool:
    """Add a checked claim about a document that is here; False when it is known already."""
    fresh = _add_claims(connection, claim.passage.document, (claim,))
    if fresh:
        put_state(connection, KNOWN, fingerprint(fresh, known(connection)))
    return bool(fresh)


def claim_row(claim: Claim) -> dict[str, Any]:
    """A claim as its table has it."""
    return {
        "id": claim.id,
        "document": claim.passage.document,
        "predicate": claim.predicate.value,
        "asserter": storable(claim.asserter.name.casefold(), "an asserter's name"),
        "asserter_country": claim.asserter.country,
        "payload": storable(canonical_json(claim), "a claim"),
    }


def add_input(connection: Connection, ended: Input) -> None:
    """Keep how an input ended."""
    reason = None if ended.reason is None else printable(ended.reason)
    row = {
        "name": printable(ended.name),
        "outcome": ended.outcome.value,
        "reason": reason,
        "sha256": ended.sha256,
        "document": ended.document,
    }
    connection.execute(insert_new(connection, inputs), {"id": content_id("input", row), **row})


def add_judgement(connection: Connection, judgement: Judgement) -> bool:
    """Keep a person's decision; False when this very one is kept already."""
    identifier = content_id("judgement", judgement)
    if connection.execute(select(judgements.c.id).where(judgements.c.id == identifier)).first() is not None:
        return False
    payload = storable(canonical_json(judgement), "a judgement")
    connection.execute(insert(judgements).values(id=identifier, subject=judgement.subject, payload=payload))
    put_state(connection, KNOWN, fingerprint([identifier], known(connection)))
    return True
