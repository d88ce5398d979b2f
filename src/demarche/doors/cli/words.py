"""Claims and rows in words: what a person reads where a program reads fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from demarche.doors.cli.output import one_line
from demarche.model.atoms import PartialDate
from demarche.model.claim import (
    AliasValue,
    AttributionValue,
    Claim,
    Confidence,
    ContextValue,
    DateValue,
    DenialValue,
    ImpactValue,
    Likelihood,
    LinkValue,
    MeansValue,
    PartyName,
    ResponseValue,
    ServiceValue,
    TypeValue,
    VictimValue,
)
from demarche.model.record import Party
from demarche.model.vocabulary.attribution import PartyKind, Predicate
from demarche.model.vocabulary.yardsticks import Scale

SCALES = {Scale.PHIA: "UK PHIA", Scale.ICD203: "US ICD-203"}

SHORT = 8
"""Hexadecimal digits of a claim's identifier that are shown."""


def short(claim: str) -> str:
    """The beginning of a claim's identifier, long enough to tell it from some ten thousand others."""
    return claim.rpartition("-")[2][:SHORT]


def quoted(words: str) -> str:
    """Words as said, in quotation marks."""
    return f"“{one_line(words)}”"


def party(who: Party | PartyName | None) -> str:
    """A name, with its country where the name does not say it."""
    if who is None:
        return ""
    country = f" ({who.country})" if who.country and who.kind is not PartyKind.STATE else ""
    return one_line(who.name) + country


def percent(likelihood: Likelihood) -> str:
    """The band in per cent, with the yardstick it is read on; empty when no yardstick binds the speaker."""
    if likelihood.low is None or likelihood.high is None:
        return ""
    return f"{likelihood.low}–{likelihood.high} % ({SCALES.get(likelihood.scale, likelihood.scale)})"


def sureness(likelihood: Likelihood | None, confidence: Confidence | None) -> list[str]:
    """How sure somebody is, likelihood and confidence apart, each as said and then as measured."""
    lines = []
    if likelihood:
        lines.append(" ".join(part for part in (quoted(likelihood.words), percent(likelihood)) if part))
    if confidence:
        level = f"{confidence.level} confidence" if confidence.level else ""
        said = quoted(confidence.words)
        lines.append(said if not level or level in confidence.words.casefold() else f"{said} {level}")
    return lines


def spaced(value: str) -> str:
    """A value of a vocabulary as words."""
    return value.replace("-", " ")


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """A number with its noun."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def left_out(dropped: Mapping[str, int]) -> str:
    """How much of what a language model said was dropped, and why."""
    why = ", ".join(f"{reason} {count:,}" for reason, count in sorted(dropped.items()))
    return f"{counted(sum(dropped.values()), 'answer')} dropped ({why})"


def joined(parts: Iterable[str | None], separator: str = ", ") -> str:
    """The parts that are there."""
    return separator.join(part for part in parts if part)


def impact(value: ImpactValue) -> str:
    """An impact with what it struck: classes of data, whose, how many, how much."""
    money = f"{value.amount:,} {value.currency or ''}".strip() if value.amount is not None else None
    people = counted(value.head_count, "person", "people") if value.head_count is not None else None
    whose = f"of {one_line(value.whose)}" if value.whose else None
    return joined([spaced(value.impact), joined(value.data_classes), whose, people, money], " · ")


def response(value: ResponseValue) -> str:
    """An act with who does it, against whom, and how far it has come."""
    against = f" against {party(value.against)}" if value.against else ""
    when = f" {value.date}" if value.date else ""
    terms = f", {quoted(value.terms)}" if value.terms else ""
    return f"{value.act} by {party(value.by)}{against}: {value.status}{when}{terms}"


def _victim(value: VictimValue) -> str:
    return f"{party(value.party)}, {value.sector}"


def _service(value: ServiceValue) -> str:
    return f"{one_line(value.name)}: {value.effect}"


def _date(value: DateValue) -> str:
    return f"{value.role} {value.date}, from {quoted(value.words)}" if value.words else f"{value.role} {value.date}"


def _attribution(value: AttributionValue) -> str:
    return joined([f"{party(value.accused)} did it", value.basis, value.responsibility])


def _denial(value: DenialValue) -> str:
    return f"not {party(value.party)}: {quoted(value.words)}" if value.words else f"not {party(value.party)}"


def _context(value: ContextValue) -> str:
    return f"{value.topic} since {value.since}" if value.since else value.topic.value


def _link(value: LinkValue) -> str:
    return joined([f"{party(value.party)} for {party(value.state)}", value.responsibility])


def _alias(value: AliasValue) -> str:
    return f"{one_line(value.name)} is {one_line(value.alias)}"


def _type(value: TypeValue) -> str:
    return value.type.value


def means(value: MeansValue) -> str:
    """A means, by kind and name."""
    return f"{value.kind} {one_line(value.name)}" if value.kind.value != "cve" else one_line(value.name)


_SAID: dict[Predicate, Callable[[Any], str]] = {
    Predicate.VICTIM: _victim,
    Predicate.SERVICE: _service,
    Predicate.DATE: _date,
    Predicate.TYPE: _type,
    Predicate.IMPACT: impact,
    Predicate.MEANS: means,
    Predicate.ATTRIBUTION: _attribution,
    Predicate.DENIAL: _denial,
    Predicate.RESPONSE: response,
    Predicate.CONTEXT: _context,
    Predicate.ALIAS: _alias,
    Predicate.LINK: _link,
}


def said(claim: Claim) -> str:
    """What a claim says, on one line."""
    if isinstance(claim.value, AttributionValue) and claim.value.accused.name == "unknown":
        return "no author named"
    return _SAID[claim.predicate](claim.value)


def day(date: PartialDate | None) -> str:
    """A date as exact as it is; empty when there is none."""
    return str(date) if date else ""
