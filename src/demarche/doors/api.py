"""The Python interface: the verbs of the command line, on an open record.

from demarche import open_record

with open_record("record.sqlite") as record:
    record.read("reports/", published="2022-09-08")
    for incident in record.incidents(accused="IR", since="2022-01"):
        print(incident.id, incident.standing)
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Unpack

from demarche.doors.questions import About, ClaimQuestion, IncidentQuestion, choice, claim_filter, given, incident_filter
from demarche.errors import UsageError
from demarche.model.claim import Claim, Reader
from demarche.model.judging import verdicts
from demarche.model.record import Incident, Judgement, Party, Record
from demarche.model.source import Capture, Outcome, Refused, SourceFacts

if TYPE_CHECKING:
    from demarche.doors.judging import Decision, Judged
    from demarche.edges.store import Finding, Input, Store
    from demarche.pipeline import Annotated, Compared, Explained, InputResult, ReadSummary

__all__ = [
    "About",
    "ClaimQuestion",
    "IncidentQuestion",
    "OpenRecord",
    "Why",
    "annotate",
    "disagreements",
    "explain",
    "open_record",
    "reader_for",
]

AnyPath = str | os.PathLike[str]
Progress = Callable[["InputResult"], None]

CONTEXT = 160
"""Characters of context that `why` gives on each side at most."""

SEVERAL = 3
"""Claims that are named when the beginning of an identifier leads to more than one."""

_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Why:
    """What a claim stands on: its document, and the quoted words between those before and after them."""

    claim: Claim
    source: SourceFacts
    before: str
    quote: str
    after: str
    judgement: Judgement | None = None
    """The latest acceptance or rejection of the claim."""
    place: str | None = None
    """Where in the original the words stand, such as `page 3`; None where the text is the original."""


def open_record(path: AnyPath | None = None, *, create: bool = True, workers: int | None = None) -> OpenRecord:
    """Open a record: the given file, else the one DEMARCHE_RECORD names, else the one in the user's data folder.

    `workers` processes read reports, one where not given. StoreError when the file is no record, or, unless `create`, missing.
    """
    from demarche.edges.store import open_store
    from demarche.settings import settings

    chosen = settings(record=Path(path) if path is not None else None, workers=workers)
    return OpenRecord(open_store(chosen.record, create), chosen.workers)


def annotate(
    paths: Iterable[AnyPath], workers: int | None = None, reader: Reader | str | None = None, **about: Unpack[About]
) -> Iterator[Annotated]:
    """Each report in the scheme of the annotation files, without any record; those that tell of one incident name the same one.

    `workers` processes read them: where not given as many as DEMARCHE_WORKERS says, else one. `reader` is as for
    `OpenRecord.read`.
    """
    from demarche import pipeline
    from demarche.settings import settings

    return pipeline.annotate(_captures(paths, about), reader_for(reader), settings(workers=workers).workers)


def reader_for(wanted: Reader | str | None = None) -> Reader:
    """The reader itself, or the one of that name, or the one that DEMARCHE_READER names, else the default one.

    UsageError for a name there is none of, or for a reader that lacks a setting or a package.
    """
    from demarche.readers import chosen_reader
    from demarche.settings import settings

    return wanted if callable(wanted) else chosen_reader(settings(reader=wanted))


def explain(
    paths: Iterable[AnyPath], workers: int | None = None, reader: Reader | str | None = None, **about: Unpack[About]
) -> Iterator[Explained]:
    """Each report with its text and every claim that is read in it, without any record.

    `demarche.doors.explain.page` makes one page of them for a browser. `workers` and `reader` as for `annotate`.
    """
    from demarche import pipeline
    from demarche.settings import settings

    return pipeline.explain(_captures(paths, about), reader_for(reader), settings(workers=workers).workers)


def disagreements(
    paths: Iterable[AnyPath], readers: tuple[Reader | str, Reader | str], workers: int | None = None, **about: Unpack[About]
) -> Iterator[Compared]:
    """Each report as two readers read it, and what they differ on, without any record. Workers, readers: as for `annotate`."""
    from demarche import pipeline
    from demarche.settings import settings

    left, right = map(reader_for, readers)
    return pipeline.compare(_captures(paths, about), left, right, settings(workers=workers).workers)


def _captures(paths: Iterable[AnyPath], about: About) -> Iterator[Capture | Refused]:
    from demarche.edges.files import captures
    from demarche.settings import fetch_settings

    return captures(paths, given(about), fetch=fetch_settings())


class OpenRecord:
    """A record and the verbs on it. A context manager; closing it twice is harmless."""

    def __init__(self, store: Store, workers: int = 1) -> None:
        self._store = store
        self._workers = workers

    def __enter__(self) -> OpenRecord:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def place(self) -> str:
        """The file the record is in."""
        return self._store.place

    def close(self) -> None:
        """Give the file back."""
        self._store.close()

    def read(
        self, *paths: AnyPath, progress: Progress | None = None, reader: Reader | str | None = None, **about: Unpack[About]
    ) -> ReadSummary:
        """Read files, folders, web addresses, or `-` for standard input, and build the record. `progress` is called after each.

        `reader` is the name of a reader (`rules`, `model`, `llm` or `best`), or one of your own; where not given the one that
        DEMARCHE_READER names, else the default one. UsageError for a name there is none of, or a language model that no setting
        names. Reports that cannot be read are in the summary with their reasons. StoreError when the record itself fails.
        """
        from demarche import pipeline

        return pipeline.read(_captures(paths, about), self._store, reader_for(reader), self._workers, progress)

    def record(self) -> Record:
        """Everything: all incidents and all parties."""
        from demarche import pipeline

        return pipeline.record(self._store)

    def incidents(self, **question: Unpack[IncidentQuestion]) -> Iterator[Incident]:
        """The incidents that fit every filter, earliest start first. UsageError for a filter outside its vocabulary."""
        self._refresh()
        return self._store.incidents(incident_filter(question, self._store.is_found_by))

    def show(self, identifier: str) -> Incident:
        """One incident; NotFound, with the nearest identifiers, when there is none."""
        self._refresh()
        return self._store.incident(identifier)

    def parties(self) -> tuple[Party, ...]:
        """Every party of the record."""
        self._refresh()
        return self._store.parties()

    def claims(self, **question: Unpack[ClaimQuestion]) -> Iterator[Claim]:
        """The claims that fit every filter, by identifier. UsageError for a predicate there is none of."""
        wanted = claim_filter(question)
        incident = question.get("incident")
        if incident is None:
            return self._store.claims(wanted)
        standing_on = _grounds(self.show(incident))
        return iter([claim for claim in self._store.claims(wanted) if claim.id in standing_on])

    def why(self, identifier: str) -> Why:
        """The words a claim stands on, in their context, with their document.

        The beginning of an identifier is enough where no other claim's begins so. NotFound when there is no such claim.
        """
        claim = self._store.claim(self._whole(identifier))
        document = self._store.document(claim.passage.document)
        passage = claim.passage
        return Why(
            claim=claim,
            source=self._store.source(document.id),
            before=_before(document.text[: passage.start]),
            quote=passage.quote,
            after=_after(document.text[passage.end :]),
            judgement=verdicts(self._store.judgements()).on(claim),
            place=document.place(passage.start),
        )

    def _whole(self, identifier: str) -> str:
        beginning = f"claim-{identifier.strip().casefold().removeprefix('claim-')}"
        found = self._store.claims_beginning(beginning, SEVERAL + 1)
        if len(found) > 1 and found[0] != beginning:
            shown = ", ".join(found[:SEVERAL])
            raise UsageError(f"several claims begin with {identifier!r}, such as {shown}; write more of the one that is meant")
        return found[0] if found else identifier

    def inputs(self, outcome: str | None = None) -> Iterator[Input]:
        """Every input there ever was, or those with one outcome (ok, partial, rejected)."""
        return self._store.inputs(choice(Outcome, outcome, "outcome"))

    def annotate(
        self, paths: Iterable[AnyPath], reader: Reader | str | None = None, **about: Unpack[About]
    ) -> Iterator[Annotated]:
        """As the function `annotate`: the record is not touched."""
        return annotate(paths, self._workers, reader, **about)

    def disagreements(
        self, paths: Iterable[AnyPath], readers: tuple[Reader | str, Reader | str], **about: Unpack[About]
    ) -> Iterator[Compared]:
        """As the function `disagreements`: the record is not touched."""
        return disagreements(paths, readers, self._workers, **about)

    def judge(self, decisions: Iterable[Decision], author: str) -> Judged:
        """Keep what somebody decided about claims, signed and dated. A rejected claim stays, and the record is made without it
        and without any other that says the same of the same words.

        An accepted one that the record does not hold is added to its document; NotFound when that is not there either, and then
        nothing is kept. What the author decided last about a claim is not kept twice.
        """
        from demarche.doors.judging import judge

        return judge(self._store, tuple(decisions), author)

    def export(self, form: str = "json") -> Iterator[bytes]:
        """Everything, as bytes that depend on nothing but what is known. UsageError for a form there is none of."""
        from demarche import pipeline

        return pipeline.export(self._store, form)

    def verify(self) -> Iterator[Finding]:
        """What is wrong with the record; nothing when all is well."""
        from demarche import pipeline

        return pipeline.verify(self._store)

    def _refresh(self) -> None:
        from demarche import pipeline

        pipeline.refresh(self._store)


def _grounds(incident: Incident) -> frozenset[str]:
    """The identifiers of all claims that the rows of an incident stand on."""
    columns = (getattr(incident, column.name) for column in fields(incident))
    rows = (row for column in columns if isinstance(column, tuple) for row in column)
    return frozenset(claim for row in rows if hasattr(row, "on") for claim in row.on.claims)


def _before(text: str) -> str:
    """The end of a text: its last sentence, or as much of that as fits."""
    near = text[-CONTEXT:]
    ends = [found.end() for found in _SENTENCE_END.finditer(near) if found.end() < len(near)]
    if ends:
        return near[ends[-1] :]
    return near if len(text) <= CONTEXT else near[near.find(" ") + 1 :]


def _after(text: str) -> str:
    """The beginning of a text: the rest of a sentence and the next, or as much of them as fits."""
    near = text[:CONTEXT]
    ends = [found.end() for found in _SENTENCE_END.finditer(near) if near[: found.start()].strip()]
    if ends:
        return near[: ends[0]].rstrip()
    return near if len(text) <= CONTEXT else near[: near.rfind(" ") + 1].rstrip()
