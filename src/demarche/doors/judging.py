"""What persons decide about claims, on its way into a record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.errors import NotFound, UsageError
from demarche.model.claim import Claim
from demarche.model.judging import judgement, substance, verdicts
from demarche.model.record import Judgement, JudgementKind

if TYPE_CHECKING:
    from demarche.edges.store import Store


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether somebody accepts a claim or rejects it, and why."""

    claim: Claim
    accepted: bool
    note: str | None = None

    @property
    def kind(self) -> JudgementKind:
        """The kind of judgement that it is."""
        return JudgementKind.ACCEPT if self.accepted else JudgementKind.REJECT


@dataclass(frozen=True, slots=True)
class Judged:
    """What decisions came to: how many claims were accepted and rejected, how many of the decisions were known already, and how
    many claims the record did not hold before."""

    accepted: int
    rejected: int
    known: int
    added: int


def judge(store: Store, decisions: Sequence[Decision], author: str) -> Judged:
    """Keep decisions as judgements of one author and one instant, and add accepted claims that the store does not hold.

    UsageError without an author, or for two decisions on one claim that contradict each other; NotFound for an accepted claim
    whose document is not there. Nothing is kept then.
    """
    from demarche.edges.clock import now

    signed = author.strip()
    if not signed:
        raise UsageError("a judgement is signed; say by whom it is")
    latest = verdicts(store.judgements())
    fresh = [one for one in _distinct(decisions) if not _known(latest.on(one.claim), one, signed)]
    missing = _missing(store, [one.claim for one in fresh if one.accepted])
    added = sum(map(store.adopt, missing))
    instant = now()
    for one in fresh:
        store.judge(judgement(one.claim, one.kind, signed, instant, one.note))
    accepted = sum(one.accepted for one in fresh)
    return Judged(accepted, len(fresh) - accepted, len(decisions) - len(fresh), added)


def _missing(store: Store, claims: Sequence[Claim]) -> list[Claim]:
    """Those of the claims that the store does not hold, whoever read them."""
    from demarche.edges.store import ClaimFilter

    found: list[Claim] = []
    for document in sorted({claim.passage.document for claim in claims}):
        _require(store, document)
        held = {substance(claim) for claim in store.claims(ClaimFilter(document=document))}
        found += [claim for claim in claims if claim.passage.document == document and substance(claim) not in held]
    return found


def _distinct(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions, each once."""
    by_claim: dict[str, Decision] = {}
    for one in decisions:
        before = by_claim.setdefault(one.claim.id, one)
        if before.accepted is not one.accepted:
            raise UsageError(f"{one.claim.id} is both accepted and rejected; decide on one of them")
    return list(by_claim.values())


def _known(last: Judgement | None, one: Decision, author: str) -> bool:
    return last is not None and (last.kind, last.author, last.note) == (one.kind, author, one.note)


def _require(store: Store, document: str) -> None:
    try:
        store.source(document)
    except NotFound as error:
        raise NotFound(f"{error}; read the report into it before you accept what was read in it") from error
