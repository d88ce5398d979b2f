"""What may be asked of a record and told of reports, from plain words to the vocabularies. Unknown words raise UsageError."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, TypedDict, TypeVar

from demarche.errors import UsageError
from demarche.model.atoms import Marking, PartialDate
from demarche.model.vocabulary.attribution import Predicate, Standing
from demarche.model.vocabulary.incidents import IncidentType
from demarche.model.vocabulary.responses import Act

if TYPE_CHECKING:
    from demarche.edges.files import Given
    from demarche.edges.store import ClaimFilter, IncidentFilter

Choice = TypeVar("Choice", bound=StrEnum)

Known = Callable[[str, str], bool]
"""Whether any incident has a value (second) among its victims or accused (first)."""


class About(TypedDict, total=False):
    """What may be told of reports on reading them; it applies to each. `published` as 2022, 2022-07 or 2022-07-15; `columns` of
    tables as `text=body,title=headline`."""

    url: str | None
    publisher: str | None
    published: str | PartialDate | None
    marking: str
    columns: str | None


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


def given(about: About) -> Given:
    """What is told of reports. UsageError for a day, a marking or columns that are none."""
    from demarche.edges.files import Given
    from demarche.steps.unpack import columns

    _only_known(about, About)
    return Given(
        url=about.get("url"),
        publisher=about.get("publisher"),
        published=_date(about.get("published")),
        marking=choice(Marking, about.get("marking"), "marking") or Marking.CLEAR,
        columns=columns(told) if (told := about.get("columns")) else (),
    )


def incident_filter(question: IncidentQuestion, known: Known) -> IncidentFilter:
    """What `incidents` was asked; `known` tells whether any incident is found by a name. UsageError for anything else."""
    from demarche.edges.store import IncidentFilter

    _only_known(question, IncidentQuestion)
    return IncidentFilter(
        accused=_country_or_party("accused", question.get("accused"), known),
        victim=_country_or_party("victim", question.get("victim"), known),
        type=choice(IncidentType, question.get("type"), "incident type"),
        since=_date(question.get("since")),
        until=_date(question.get("until")),
        standing=choice(Standing, question.get("standing"), "standing"),
        responded_with=choice(Act, question.get("responded_with"), "response act"),
    )


def claim_filter(question: ClaimQuestion) -> ClaimFilter:
    """What `claims` was asked. UsageError for anything else."""
    from demarche.edges.countries import country_code
    from demarche.edges.store import ClaimFilter

    _only_known(question, ClaimQuestion)
    asserter = question.get("asserter")
    country = country_code(asserter) if asserter else None
    return ClaimFilter(
        predicate=choice(Predicate, question.get("predicate"), "predicate"),
        asserter=asserter.strip().casefold() if asserter and country is None else None,
        asserter_country=country,
        document=question.get("document"),
    )


def _country_or_party(facet: str, asked: str | None, known: Known) -> str | None:
    from demarche.edges.countries import country_code, needed_country

    if asked is None:
        return None
    if country_code(asked) is None and known(facet, asked.strip().casefold()):
        return asked.strip().casefold()
    return needed_country(asked)


def _only_known(given: Mapping[str, object], known: type) -> None:
    """A misspelt filter must not answer with everything."""
    for name in sorted(given.keys() - known.__annotations__.keys()):
        raise UsageError(f"there is no {name!r} here; there are {' '.join(known.__annotations__)}")


def _date(given: str | PartialDate | None) -> PartialDate | None:
    return PartialDate.parse(given) if isinstance(given, str) else given


def choice(vocabulary: type[Choice], given: str | None, what: str) -> Choice | None:
    """A word of a vocabulary; UsageError, with the nearest word, for another."""
    if given is None:
        return None
    try:
        return vocabulary(given.strip().casefold())
    except ValueError:
        near = difflib.get_close_matches(given.strip().casefold(), list(vocabulary), n=1)
        hint = f"did you mean {near[0]}? It" if near else "it"
        raise UsageError(f"no such {what}: {given!r}; {hint} is one of {' '.join(vocabulary)}") from None
