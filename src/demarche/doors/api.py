"""The Python interface: the verbs of the command line, on an open record.

from demarche import open_record

with open_record("record.sqlite") as record:
    record.read("reports/", published="2022-09-08")
    for incident in record.incidents(accused="IR", since="2022-01"):
        print(incident.id, incident.standing)
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypedDict, TypeVar, Unpack

from demarche.errors import UsageError
from demarche.model.atoms import Marking, PartialDate
from demarche.model.claim import Claim, Reader
from demarche.model.record import Incident, Party, Record
from demarche.model.source import Outcome, SourceFacts
from demarche.model.vocabulary.attribution import Predicate, Standing
from demarche.model.vocabulary.incidents import IncidentType
from demarche.model.vocabulary.responses import Act

if TYPE_CHECKING:
    from demarche.edges.files import Given
    from demarche.edges.store import ClaimFilter, Finding, IncidentFilter, Input, Store
    from demarche.pipeline import Annotated, InputResult, ReadSummary

AnyPath = str | os.PathLike[str]
Progress = Callable[["InputResult"], None]

CONTEXT = 160
"""Characters of context that `why` gives on each side at most."""

SEVERAL = 3
"""Claims that are named when the beginning of an identifier leads to more than one."""

_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+|\n+")

Choice = TypeVar("Choice", bound=StrEnum)


class About(TypedDict, total=False):
    """What may be told of reports on reading them; it applies to each. `published` as 2022, 2022-07 or 2022-07-15."""

    url: str | None
    publisher: str | None
    published: str | PartialDate | None
    marking: str


class IncidentQuestion(TypedDict, total=False):
    """Filters of `incidents`; several narrow together.

    `accused` and `victim` take a country (ISO 3166 code or English name) or the name of a party of the record. `since` and
    `until` keep incidents that may have started then; one whose start nobody gives is never among them. `responded_with` counts
    acts that are done or announced.
    """

    accused: str | None
    victim: str | None
    type: str | None
    since: str | PartialDate | None
    until: str | PartialDate | None
    standing: str | None
    responded_with: str | None


class ClaimQuestion(TypedDict, total=False):
    """Filters of `claims`; several narrow together. `asserter` takes a country or a name as the reports have it."""

    predicate: str | None
    asserter: str | None
    document: str | None
    incident: str | None


@dataclass(frozen=True, slots=True)
class Why:
    """What a claim stands on: its document, and the quoted words between those before and after them."""

    claim: Claim
    source: SourceFacts
    before: str
    quote: str
    after: str


def open_record(path: AnyPath | None = None, *, create: bool = True, workers: int | None = None) -> OpenRecord:
    """Open a record: the given file, else the one DEMARCHE_RECORD names, else the one in the user's data folder.

    `workers` processes read reports, one where not given. StoreError when the file is no record, or, unless `create`, missing.
    """
    from demarche.edges.store import open_store
    from demarche.settings import settings

    chosen = settings(record=Path(path) if path is not None else None, workers=workers)
    return OpenRecord(open_store(chosen.record, create), chosen.workers)


def annotate(paths: Iterable[AnyPath], workers: int = 1, **about: Unpack[About]) -> Iterator[Annotated]:
    """Each report in the scheme of the annotation files, without any record."""
    from demarche import pipeline
    from demarche.edges.files import captures

    return pipeline.annotate(captures(paths, _given(about)), workers=workers)


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
        self, *paths: AnyPath, progress: Progress | None = None, reader: Reader | None = None, **about: Unpack[About]
    ) -> ReadSummary:
        """Read files, folders, or `-` for standard input, and build the record. `progress` is called after each input.

        Reports that cannot be read are in the summary with their reasons. StoreError when the record itself fails.
        """
        from demarche import pipeline
        from demarche.edges.files import captures

        return pipeline.read(captures(paths, _given(about)), self._store, reader, self._workers, progress)

    def record(self) -> Record:
        """Everything: all incidents and all parties."""
        from demarche import pipeline

        return pipeline.record(self._store)

    def incidents(self, **question: Unpack[IncidentQuestion]) -> Iterator[Incident]:
        """The incidents that fit every filter, earliest start first. UsageError for a filter outside its vocabulary."""
        self._refresh()
        return self._store.incidents(self._incident_filter(question))

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
        wanted = _claim_filter(question)
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
        return self._store.inputs(_choice(Outcome, outcome, "outcome"))

    def annotate(self, paths: Iterable[AnyPath], **about: Unpack[About]) -> Iterator[Annotated]:
        """As the function `annotate`: the record is not touched."""
        return annotate(paths, self._workers, **about)

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

    def _incident_filter(self, question: IncidentQuestion) -> IncidentFilter:
        from demarche.edges.store import IncidentFilter

        _only_known(question, IncidentQuestion)
        return IncidentFilter(
            accused=self._country_or_party("accused", question.get("accused")),
            victim=self._country_or_party("victim", question.get("victim")),
            type=_choice(IncidentType, question.get("type"), "incident type"),
            since=_date(question.get("since")),
            until=_date(question.get("until")),
            standing=_choice(Standing, question.get("standing"), "standing"),
            responded_with=_choice(Act, question.get("responded_with"), "response act"),
        )

    def _country_or_party(self, facet: str, asked: str | None) -> str | None:
        from demarche.edges.countries import country_code, needed_country

        if asked is None:
            return None
        if country_code(asked) is None and self._store.is_found_by(facet, asked.strip().casefold()):
            return asked.strip().casefold()
        return needed_country(asked)


def _given(about: About) -> Given:
    from demarche.edges.files import Given

    _only_known(about, About)
    return Given(
        url=about.get("url"),
        publisher=about.get("publisher"),
        published=_date(about.get("published")),
        marking=_choice(Marking, about.get("marking"), "marking") or Marking.CLEAR,
    )


def _only_known(given: Mapping[str, object], known: type) -> None:
    """A misspelt filter must not answer with everything."""
    for name in sorted(given.keys() - known.__annotations__.keys()):
        raise UsageError(f"there is no {name!r} here; there are {' '.join(known.__annotations__)}")


def _date(given: str | PartialDate | None) -> PartialDate | None:
    return PartialDate.parse(given) if isinstance(given, str) else given


def _choice(vocabulary: type[Choice], given: str | None, what: str) -> Choice | None:
    if given is None:
        return None
    try:
        return vocabulary(given.strip().casefold())
    except ValueError:
        near = difflib.get_close_matches(given.strip().casefold(), list(vocabulary), n=1)
        hint = f"did you mean {near[0]}? It" if near else "it"
        raise UsageError(f"no such {what}: {given!r}; {hint} is one of {' '.join(vocabulary)}") from None


def _claim_filter(question: ClaimQuestion) -> ClaimFilter:
    from demarche.edges.countries import country_code
    from demarche.edges.store import ClaimFilter

    _only_known(question, ClaimQuestion)
    asserter = question.get("asserter")
    country = country_code(asserter) if asserter else None
    return ClaimFilter(
        predicate=_choice(Predicate, question.get("predicate"), "predicate"),
        asserter=asserter.strip().casefold() if asserter and country is None else None,
        asserter_country=country,
        document=question.get("document"),
    )


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
