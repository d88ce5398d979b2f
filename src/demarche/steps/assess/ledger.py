"""Rows of what is said and done: the attribution ledger, denials beside it, responses by rung."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from demarche.model.atoms import PartialDate, canonical_json
from demarche.model.claim import (
    AttributionValue,
    Claim,
    DenialValue,
    PartyName,
    ResponseValue,
)
from demarche.model.record import AttributionRow, DenialRow, Party, ResponseRow
from demarche.model.vocabulary.act_facts import LADDER, rung
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.model.vocabulary.responses import Act
from demarche.steps.assess.material import AFFIRMED, Material, claims_of, grouped

_STANCES = list(Stance)
Attributed = tuple[Claim, AttributionValue]
Answered = tuple[Claim, ResponseValue]


def earliest(days: Iterable[PartialDate | None]) -> PartialDate | None:
    """The first day of several; of two that begin alike the more exact one."""
    return min((day for day in days if day), key=lambda day: (day.first, -day.precision), default=None)


def _relay(claims: list[Claim]) -> PartyName | None:
    """Who passes it on, unless some report has it from the asserter directly."""
    names = [claim.relayed_by for claim in claims]
    return None if None in names else min((name for name in names if name), key=lambda name: (name.name, name.kind))


def _worded(members: list[Attributed]) -> list[list[Attributed]]:
    """Split by the words of likelihood and confidence; claims without any go to the only wording, if there is just one."""
    wordings = grouped(members, lambda claim, _: canonical_json([claim.likelihood, claim.confidence]))
    silent = canonical_json([None, None])
    if len(wordings) == 2 and silent in wordings:
        return [members]
    return list(wordings.values())


def _attribution(members: list[Attributed], material: Material) -> AttributionRow:
    claims = claims_of(members)
    claim, value = min(members, key=lambda pair: (pair[0].likelihood is None and pair[0].confidence is None, pair[0].id))
    return AttributionRow(
        asserter=material.parties.of(claim.asserter),
        accused=material.parties.of(value.accused),
        stance=claim.stance,
        basis=value.basis,
        likelihood=claim.likelihood,
        confidence=claim.confidence,
        said_on=earliest(claim.said_on for claim in claims),
        relayed_by=_relay(claims),
        on=material.on(claims),
    )


def attributions(material: Material) -> tuple[AttributionRow, ...]:
    """One row for each asserter, accused, stance, basis and wording; the day is the first on which it was said."""
    parties = material.parties
    groups = grouped(
        material.of(AttributionValue),
        lambda claim, value: (parties.of(claim.asserter).id, parties.of(value.accused).id, claim.stance, value.basis),
    )
    rows = [_attribution(same, material) for members in groups.values() for same in _worded(members)]
    return tuple(sorted(rows, key=_ledger_order))


def _ledger_order(row: AttributionRow) -> tuple[object, ...]:
    return (
        str(row.said_on or "9999"),
        row.asserter.name,
        row.asserter.id,
        row.accused.name,
        row.accused.id,
        _STANCES.index(row.stance),
        row.basis,
        row.on.claims,
    )


def denials(material: Material) -> tuple[DenialRow, ...]:
    """One row for each denier and word of denial."""
    parties = material.parties
    groups = grouped(material.of(DenialValue), lambda _, value: (parties.of(value.party).id, value.words.casefold()))
    rows = []
    for members in groups.values():
        party, words = parties.of(members[0][1].party), min(value.words for _, value in members)
        rows.append(DenialRow(party, words, earliest(claim.said_on for claim, _ in members), material.on(claims_of(members))))
    return tuple(sorted(rows, key=lambda row: (str(row.said_on or "9999"), row.party.name, row.party.id, row.words)))


def _against(value: ResponseValue, material: Material) -> Party | None:
    return material.parties.of(value.against) if value.against else None


def _aimed(members: list[Answered], material: Material) -> list[list[Answered]]:
    """Split by whom it is against; claims that leave it open go to the only target, if there is just one."""
    targets = grouped(members, lambda _, value: party.id if (party := _against(value, material)) else "")
    if len(targets) == 2 and "" in targets:
        return [members]
    return list(targets.values())


def _dated(members: list[Answered]) -> list[list[Answered]]:
    """Split by day. A vaguer date, or none, goes to the only exact day that it may mean."""
    days = sorted({value.date for _, value in members if value.date}, key=lambda day: (-day.precision, str(day)))
    kept: list[PartialDate] = []
    meant: dict[PartialDate | None, PartialDate | None] = {}
    for day in days:
        fits = [known for known in kept if known.precision > day.precision and known.agrees(day)]
        meant[day] = fits[0] if len(fits) == 1 else day
        if meant[day] == day:
            kept.append(day)
    meant[None] = kept[0] if len(kept) == 1 else None
    return list(grouped(members, lambda _, value: meant[value.date]).values())


def _together(members: list[Answered], material: Material) -> list[list[Answered]]:
    """Split by who did it; what a minister or an agency did is the state's own deed where the state is said to have done it."""
    parties = material.parties
    doers = [parties.of(value.by) for _, value in members]
    states = {party.country: party.id for party in doers if party.kind is PartyKind.STATE and party.country}

    def doer(value: ResponseValue) -> str:
        party = parties.of(value.by)
        return states.get(party.country or "", party.id) if party.kind is PartyKind.GOVERNMENT else party.id

    return list(grouped(members, lambda _, value: doer(value)).values())


def _response(members: list[Answered], material: Material, ladder: tuple[Act, ...]) -> ResponseRow:
    values = [value for _, value in members]
    exact = max((value.date for value in values if value.date), key=lambda day: (day.precision, str(day)), default=None)
    terms = Counter(value.terms for value in values if value.terms)
    against = [party for value in values if (party := _against(value, material))]
    doers = [material.parties.of(value.by) for value in values]
    return ResponseRow(
        act=values[0].act,
        by=min(doers, key=lambda party: (party.kind is not PartyKind.STATE, doers.index(party))),
        status=values[0].status,
        rung=rung(values[0].act, ladder),
        against=against[0] if against else None,
        date=exact,
        terms=min(terms, key=lambda words: (-terms[words], words), default=None),
        on=material.on(claims_of(members)),
    )


def responses(material: Material, ladder: tuple[Act, ...] = LADDER) -> tuple[ResponseRow, ...]:
    """One row for each act, doer, target, status and day; the highest rung first."""
    groups = grouped(material.of(ResponseValue, AFFIRMED), lambda _, value: (value.act, value.status))
    rows = [
        _response(same, material, ladder)
        for members in groups.values()
        for deed in _together(members, material)
        for aimed in _aimed(deed, material)
        for same in _dated(aimed)
    ]
    return tuple(sorted(rows, key=_ladder_order))


def _ladder_order(row: ResponseRow) -> tuple[object, ...]:
    against = row.against.name if row.against else ""
    return (-row.rung, row.act, row.by.name, row.by.id, against, row.status, str(row.date or "9999"), row.on.claims)
