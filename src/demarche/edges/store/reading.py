"""Reading the lasting tables, a page at a time: no transaction stays open and no table is held in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import orjson
from sqlalchemy import Column, Connection, RowMapping, Select, select

from demarche.edges.store.rows import ClaimFilter, Input
from demarche.edges.store.tables import blobs, claims, documents, inputs, judgements
from demarche.model.atoms import Marking
from demarche.model.claim import Claim
from demarche.model.codec import claim_of, decode
from demarche.model.record import Judgement
from demarche.model.source import Block, Document, Origin, Outcome, SourceFacts

Reading = Callable[[], AbstractContextManager[Connection]]
"""How a short read transaction is had."""

PAGE = 1000
TEXT_PAGE = 16
"""Documents with texts and bytes read at once."""


def pages(reading: Reading, query: Select[Any], key: Column[Any], size: int = PAGE) -> Iterator[RowMapping]:
    """The rows of a query in the order of a unique key."""
    ordered, after = query.order_by(key).limit(size), None
    while True:
        with reading() as connection:
            rows = connection.execute(ordered if after is None else ordered.where(key > after)).mappings().all()
        yield from rows
        if len(rows) < size:
            return
        after = rows[-1][key]


def claim_query(wanted: ClaimFilter) -> Select[Any]:
    """The claims that a filter leaves."""
    query = select(claims)
    if wanted.predicate:
        query = query.where(claims.c.predicate == wanted.predicate.value)
    if wanted.document:
        query = query.where(claims.c.document == wanted.document)
    if wanted.asserter_country:
        query = query.where(claims.c.asserter_country == wanted.asserter_country)
    if wanted.asserter:
        query = query.where(claims.c.asserter == wanted.asserter)
    return query


def claim_from(row: RowMapping) -> Claim:
    """The claim of a row of `claims`."""
    return claim_of(row["predicate"], orjson.loads(row["payload"]))


def document_query() -> Select[Any]:
    """Documents with their texts and bytes."""
    return select(documents, blobs.c.data).join(blobs, blobs.c.sha256 == documents.c.sha256)


def document_from(row: RowMapping) -> Document:
    """The document of a row of `documents`."""
    return Document(
        text=row["text"],
        origin=decode(Origin, orjson.loads(row["origin"])),
        marking=Marking(row["marking"]),
        blocks=decode(tuple[Block, ...], orjson.loads(row["blocks"])),
        outcome=Outcome(row["outcome"]),
        reason=row["reason"],
    )


def source_query() -> Select[Any]:
    """Documents without their texts."""
    return select(*(column for column in documents.c if column.name not in {"text", "blocks"}))


def source_from(row: RowMapping) -> SourceFacts:
    """The facts in a row of `documents`."""
    return SourceFacts(
        id=row["id"],
        origin=decode(Origin, orjson.loads(row["origin"])),
        marking=Marking(row["marking"]),
        outcome=Outcome(row["outcome"]),
        reason=row["reason"],
        sketch=tuple(orjson.loads(row["sketch"])),
    )


def input_query(outcome: Outcome | None) -> Select[Any]:
    """The inputs that ended in one way, or all."""
    return select(inputs) if outcome is None else select(inputs).where(inputs.c.outcome == outcome.value)


def input_from(row: RowMapping) -> Input:
    """The input of a row of `inputs`."""
    return Input(row["name"], Outcome(row["outcome"]), row["reason"], row["sha256"], row["document"])


def judgement_query() -> Select[Any]:
    """All judgements."""
    return select(judgements)


def judgement_from(row: RowMapping) -> Judgement:
    """The judgement of a row of `judgements`."""
    found: Judgement = decode(Judgement, orjson.loads(row["payload"]))
    return found
