"""`Store`: one database, its transactions, and the verbs on it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from demarche.edges.store import derived, dialects, migrations, reading, tables, writing
from demarche.edges.store.rows import Added, ClaimFilter, IncidentFilter, Input, Report
from demarche.errors import NotFound, StoreError
from demarche.model.claim import Claim
from demarche.model.record import Incident, Judgement, Party, Record
from demarche.model.source import Document, Outcome, SourceFacts

_CHUNK = 200


def open_store(place: Path | str, create: bool = True) -> Store:
    """Open the record in a file (a path) or on a server (a `postgresql+psycopg://` URL), brought up to date.

    StoreError when it cannot be opened, is no record, or was written by a newer Demarche, and, unless `create`, when it is
    missing.
    """
    on_server = isinstance(place, str) and "://" in place
    engine = dialects.server_engine(str(place)) if on_server else dialects.sqlite_engine(Path(place), create)
    store = Store(engine, engine.url.render_as_string(hide_password=True) if on_server else str(place))
    try:
        store.update_schema()
    except BaseException:
        store.close()
        raise
    return store


class Store:
    """Documents, claims and judgements, which only grow, and the record built from them."""

    def __init__(self, engine: Engine, place: str) -> None:
        self._engine = engine
        self._writer = engine.execution_options(**{dialects.WRITES: True})
        self.place = place

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        try:
            with engine.begin() as connection:
                yield connection
        except (DBAPIError, OSError) as error:
            raise dialects.explain(error, self.place) from error
        except SQLAlchemyError as error:
            raise StoreError(f"{self.place} cannot be used: {error}") from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that reads."""
        with self._transaction(self._engine) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes; nobody else writes meanwhile."""
        with self._transaction(self._writer) as connection:
            dialects.lock(connection)
            yield connection

    def update_schema(self) -> None:
        """Run the migrations that the database has not seen."""
        try:
            with self.reading() as connection:
                current = migrations.version(connection) == len(migrations.MIGRATIONS)
            if not current:
                with self.writing() as connection:
                    migrations.migrate(connection)
        except StoreError as error:
            raise error if self.place in str(error) else StoreError(f"{self.place} cannot be used: {error}") from error

    def add(self, report: Report) -> Added:
        """Add a report in one transaction; what is known already adds nothing. IntegrityError when it breaks a law."""
        writing.check(report)
        with self.writing() as connection:
            return writing.add_report(connection, report)

    def note(self, ended: Input) -> None:
        """Keep how an input ended that gave no document."""
        with self.writing() as connection:
            writing.add_input(connection, ended)

    def adopt(self, claim: Claim) -> bool:
        """Add one claim about a document that is here; False when it is known already.

        NotFound without the document; IntegrityError when the claim does not stand on its words.
        """
        writing.check_claim(self.document(claim.passage.document), claim)
        with self.writing() as connection:
            return writing.add_claim(connection, claim)

    def judge(self, judgement: Judgement) -> bool:
        """Keep a person's decision; False when this very one is kept already."""
        with self.writing() as connection:
            return writing.add_judgement(connection, judgement)

    def claims(self, wanted: ClaimFilter | None = None) -> Iterator[Claim]:
        """Claims by identifier."""
        query = reading.claim_query(wanted or ClaimFilter())
        return map(reading.claim_from, reading.pages(self.reading, query, tables.claims.c.id))

    def claim(self, identifier: str) -> Claim:
        """One claim; NotFound when there is none."""
        with self.reading() as connection:
            row = connection.execute(select(tables.claims).where(tables.claims.c.id == identifier)).mappings().first()
        if row is None:
            raise NotFound(f"no claim {identifier!r}; `demarche claims` lists them")
        return reading.claim_from(row)

    def claims_beginning(self, beginning: str, limit: int) -> tuple[str, ...]:
        """The first identifiers of claims that begin so, in their order."""
        names = tables.claims.c.id
        query = select(names).where(names.startswith(beginning, autoescape=True)).order_by(names).limit(limit)
        with self.reading() as connection:
            return tuple(connection.execute(query).scalars())

    def document(self, identifier: str) -> Document:
        """One document with its text; NotFound when there is none."""
        query = select(tables.documents).where(tables.documents.c.id == identifier)
        with self.reading() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            raise NotFound(f"no document {identifier!r} in the record")
        return reading.document_from(row)

    def source(self, identifier: str) -> SourceFacts:
        """The facts of one document; NotFound when there is none."""
        query = reading.source_query().where(tables.documents.c.id == identifier)
        with self.reading() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            raise NotFound(f"no document {identifier!r} in the record")
        return reading.source_from(row)

    def sources(self) -> Iterator[SourceFacts]:
        """The facts of every document, by identifier."""
        return map(reading.source_from, reading.pages(self.reading, reading.source_query(), tables.documents.c.id))

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement, in the order they were made in."""
        rows = reading.pages(self.reading, reading.judgement_query(), tables.judgements.c.id)
        return tuple(sorted(map(reading.judgement_from, rows), key=lambda made: made.made_at))

    def inputs(self, outcome: Outcome | None = None) -> Iterator[Input]:
        """How inputs ended."""
        return map(reading.input_from, reading.pages(self.reading, reading.input_query(outcome), tables.inputs.c.id))

    def known(self) -> str:
        """The fingerprint of everything known."""
        with self.reading() as connection:
            return writing.known(connection)

    def built(self) -> str | None:
        """The fingerprint of what the record was built from; None before the first time."""
        with self.reading() as connection:
            return derived.built(connection)

    def save(self, record: Record, fingerprint: str) -> None:
        """Put a record, built from what `fingerprint` stands for, in the place of the one before."""
        with self.writing() as connection:
            derived.save(connection, record, fingerprint)

    def incidents(self, wanted: IncidentFilter | None = None) -> Iterator[Incident]:
        """Incidents of the record, earliest start first."""
        with self.reading() as connection:
            found = list(connection.execute(derived.incident_query(wanted or IncidentFilter())).scalars())
        for start in range(0, len(found), _CHUNK):
            with self.reading() as connection:
                chunk = derived.incidents_of(connection, found[start : start + _CHUNK])
            yield from chunk

    def incident(self, identifier: str) -> Incident:
        """One incident; NotFound, with the identifiers nearest to it, when there is none."""
        with self.reading() as connection:
            found = derived.incidents_of(connection, [identifier])
            if found:
                return found[0]
            there = connection.execute(select(tables.incidents.c.id)).scalars().all()
        near = difflib.get_close_matches(identifier, there, n=3, cutoff=0.5)
        hint = f"did you mean {', '.join(near)}?" if near else "`demarche incidents` lists them"
        raise NotFound(f"no incident {identifier!r}; {hint}")

    def parties(self) -> tuple[Party, ...]:
        """Every party of the record, by identifier."""
        with self.reading() as connection:
            return derived.all_parties(connection)

    def is_found_by(self, facet: str, value: str) -> bool:
        """Whether any incident of the record has this value among its victims, accused, types or acts."""
        with self.reading() as connection:
            return derived.has_facet(connection, facet, value)
