"""The one straight line: the only file that names every step (`readers` names those that may stand in the place of extract).

read:    per report, in any order:  capture -> unpack -> ingest -> extract -> store.add
record:  over everything known:     claims + judgements -> resolve -> cluster -> assess -> store.save
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from itertools import tee
from typing import TYPE_CHECKING, Any, TypeVar

from demarche.edges.spread import Lost, spread
from demarche.edges.text import storable
from demarche.errors import DemarcheError, StoreError, UsageError
from demarche.model.claim import Claim, Reader
from demarche.model.judging import upheld
from demarche.model.record import Judgement, Party, Record
from demarche.model.source import Capture, Document, Outcome, Refused, SourceFacts
from demarche.readers import Told, read_by, rule_reader, seconds_asking

if TYPE_CHECKING:
    from demarche.edges.store import Finding, Store
    from demarche.steps.confer import Difference

Incoming = Capture | Refused
Read = TypeVar("Read")

SECONDS = 120.0
"""How long a worker process may take over one report, most of which take some milliseconds."""


@dataclass(frozen=True, slots=True)
class InputResult:
    """How one input ended: the document that was read and how many claims of it; `new` when the record did not hold it."""

    name: str
    outcome: Outcome
    reason: str | None = None
    document: str | None = None
    new: bool = False
    claims: int = 0
    dropped: Mapping[str, int] = field(default_factory=dict)
    """How many things a language model said that are no claims, by why."""
    readers: tuple[str, ...] = ()
    """The names of the readers that read it."""
    confirmed: int = 0
    withheld: int = 0
    """How many claims a second reader made too; how many it did not, that were not likely enough alone."""


@dataclass(frozen=True, slots=True)
class ReadSummary:
    """How every input of one run ended, in the order of the inputs."""

    inputs: tuple[InputResult, ...]

    def count(self, outcome: Outcome) -> int:
        """How many ended this way."""
        return sum(result.outcome is outcome for result in self.inputs)

    @property
    def new(self) -> int:
        """How many documents the record did not hold before."""
        return sum(result.new for result in self.inputs)


@dataclass(frozen=True, slots=True)
class Annotated:
    """One report in the scheme of the annotation files; `annotation` is None when it could not be read, with the reason."""

    name: str
    annotation: dict[str, Any] | None
    reason: str | None = None
    dropped: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Explained:
    """What was read in one report and kept nowhere; `document` is None when it could not be read, with the reason."""

    name: str
    document: Document | None
    claims: tuple[Claim, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """What two readers made of one report: the claims of each, and what they differ on. `document` is None when one of them
    could not read it, with the reason."""

    name: str
    document: Document | None
    left: tuple[Claim, ...] = ()
    right: tuple[Claim, ...] = ()
    differences: tuple[Difference, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    document: Document
    sketch: tuple[int, ...]
    told: Told

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.told.claims


def _source_facts(reading: _Reading) -> SourceFacts:
    document = reading.document
    return SourceFacts(document.id, document.origin, document.marking, document.outcome, document.reason, reading.sketch)


def read(
    captures: Iterable[Incoming],
    store: Store,
    reader: Reader | None = None,
    workers: int = 1,
    progress: Callable[[InputResult], None] | None = None,
) -> ReadSummary:
    """Read reports into the store, each in a transaction of its own, and build the record.

    Whatever a report does wrong ends as its outcome and reason, in the store and in the summary. StoreError when the store
    itself fails; what was read before is kept.
    """
    ended = []
    for capture, reading in _attempts(captures, reader or rule_reader(), workers):
        result = _keep(store, capture, reading)
        ended.append(result)
        if progress:
            progress(result)
    refresh(store)
    return ReadSummary(tuple(ended))


def annotate(captures: Iterable[Incoming], reader: Reader | None = None, workers: int = 1) -> Iterator[Annotated]:
    """Each report as an annotation, without any record. Those that tell of one incident are told to, as a record would."""
    from demarche.steps.publish import annotation, primary_incidents

    attempts = list(_attempts(captures, reader or rule_reader(), workers))
    read = {reading.document.id: reading for _, reading in attempts if isinstance(reading, _Reading)}
    claims = tuple({claim.id: claim for reading in read.values() for claim in reading.claims}.values())
    sources = {name: _source_facts(reading) for name, reading in read.items()}
    told_of = primary_incidents(_made(claims, sources, ()), claims)
    for capture, reading in attempts:
        if isinstance(reading, _Reading):
            found = annotation(reading.document, reading.claims, told_of.get(reading.document.id))
            yield Annotated(capture.name, found, reading.document.reason, reading.told.dropped)
        else:
            yield Annotated(capture.name, None, reading)


def explain(captures: Iterable[Incoming], reader: Reader | None = None, workers: int = 1) -> Iterator[Explained]:
    """Each report with its text and all that was read in it, without any record."""
    for capture, reading in _attempts(captures, reader or rule_reader(), workers):
        if isinstance(reading, _Reading):
            yield Explained(capture.name, reading.document, reading.claims, reading.document.reason)
        else:
            yield Explained(capture.name, None, reason=reading)


def compare(captures: Iterable[Incoming], left: Reader, right: Reader, workers: int = 1) -> Iterator[Compared]:
    """Each report as two readers read it, and what they differ on, without any record."""
    from demarche.steps.confer import differences

    seconds = 2 * SECONDS + seconds_asking(left) + seconds_asking(right)
    for capture, both in _spread(captures, partial(_both, left, right), workers, seconds):
        first, second = (both, both) if isinstance(both, str) else both
        if isinstance(first, _Reading) and isinstance(second, _Reading):
            found = differences(first.claims, second.claims)
            yield Compared(capture.name, first.document, first.claims, second.claims, found, first.document.reason)
        else:
            yield Compared(capture.name, None, reason=first if isinstance(first, str) else str(second))


def _attempts(captures: Iterable[Incoming], reader: Reader, workers: int) -> Iterator[tuple[Incoming, _Reading | str]]:
    """Each input with what was read of it, or with the reason why nothing was."""
    return _spread(captures, partial(_attempt, reader), workers, SECONDS + seconds_asking(reader))


def _spread(
    captures: Iterable[Incoming], attempt: Callable[[Incoming], Read], workers: int, seconds: float
) -> Iterator[tuple[Incoming, Read | str]]:
    """Each report of the inputs with what an attempt at it gave, or with the reason why it gave nothing."""
    from demarche.steps.unpack import unpacked

    sent, kept = tee(unpacked(captures))
    for ended, capture in zip(spread(attempt, sent, workers, seconds), kept, strict=False):
        yield capture, ended.reason if isinstance(ended, Lost) else ended


def _both(left: Reader, right: Reader, incoming: Incoming) -> tuple[_Reading | str, _Reading | str]:
    return _attempt(left, incoming), _attempt(right, incoming)


def _attempt(reader: Reader, incoming: Incoming) -> _Reading | str:
    if isinstance(incoming, Refused):
        return incoming.reason
    from demarche.steps.ingest import ingest, sketch

    try:
        document = ingest(incoming).lacking(incoming.note)
        storable(document.text, "the text")
        content = "\n".join(document.text[block.start : block.end] for block in document.content())
        return _Reading(document, sketch(content), read_by(reader, document))
    except DemarcheError as error:
        return str(error)


def _keep(store: Store, incoming: Incoming, reading: _Reading | str) -> InputResult:
    from demarche.edges.store import Input, Report

    data = incoming.data if isinstance(incoming, Capture) else None
    if isinstance(reading, _Reading) and data is not None:
        document = reading.document
        try:
            added = store.add(Report(document, data, reading.sketch, reading.claims))
        except StoreError:
            raise
        except DemarcheError as error:
            reading = str(error)
        else:
            told, ended = reading.told, (incoming.name, document.outcome, document.reason, document.id)
            counts = told.dropped, told.readers, told.confirmed, told.withheld
            return InputResult(*ended, added.document, len(told.claims), *counts)
    sha256 = None if data is None else hashlib.sha256(data).hexdigest()
    store.note(Input(incoming.name, Outcome.REJECTED, str(reading), sha256))
    return InputResult(incoming.name, Outcome.REJECTED, str(reading))


def _made(claims: Sequence[Claim], sources: Mapping[str, SourceFacts], judgements: Sequence[Judgement]) -> Record:
    from demarche.steps.assess import assess
    from demarche.steps.cluster import cluster
    from demarche.steps.resolve import resolve

    parties = resolve(claims, judgements)
    incidents = assess(cluster(claims, sources, parties, judgements), claims, sources, parties)
    everybody: dict[str, Party] = {party.id: party for party in parties.by_name.values()}
    return Record(
        tuple(sorted(incidents, key=lambda incident: incident.id)), tuple(everybody[name] for name in sorted(everybody))
    )


def build(store: Store) -> Record:
    """The record, from nothing but the claims that nobody rejected, the judgements and the facts about documents."""
    judgements = store.judgements()
    return _made(upheld(store.claims(), judgements), {facts.id: facts for facts in store.sources()}, judgements)


def refresh(store: Store) -> None:
    """Build the record anew when it was built from less than is known now, or by another version of the steps."""
    ground = _ground(store)  # before the claims are read: what comes in meanwhile makes the record stale again
    if store.built() != ground:
        store.save(build(store), ground)


def _ground(store: Store) -> str:
    return f"{version('demarche')}:{store.known()}"


def record(store: Store) -> Record:
    """The record of everything known."""
    refresh(store)
    return Record(tuple(sorted(store.incidents(), key=lambda incident: incident.id)), store.parties())


def export(store: Store, form: str) -> Iterator[bytes]:
    """The whole record in a form that `publish` knows, as bytes that depend on nothing but what is known. UsageError for a form
    that it does not know.
    """
    from demarche.steps.publish import Format, publish

    if form not in list(Format):
        raise UsageError(f"no such export format: {form!r}; it is one of {' '.join(Format)}")
    sources = {facts.id: facts for facts in store.sources()}
    return publish(record(store), upheld(store.claims(), store.judgements()), sources, Format(form))


def verify(store: Store) -> Iterator[Finding]:
    """Whether every quote is its text at its offsets, every blob its hash, every document what its bytes say, every claim its
    identifier, and the record its rebuild. Yields what is not.
    """
    from demarche.edges.store.checking import findings, rebuild_findings
    from demarche.steps.ingest import ingest

    yield from findings(store, ingest)
    if store.built() == _ground(store):
        yield from rebuild_findings(store, build(store))
