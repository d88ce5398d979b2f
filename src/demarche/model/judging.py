"""What persons decided about single claims: the latest word on each counts, and the claim itself stays as it was read.

A decision is about what a claim says and where, not about which reader said so: it holds for every claim of the same substance,
so that neither a newer reader nor another one brings back what was rejected.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from json import loads

from demarche.model.atoms import canonical_json, plain
from demarche.model.claim import Claim
from demarche.model.codec import claim_of
from demarche.model.record import Judgement, JudgementKind

_ON_CLAIMS = frozenset({JudgementKind.ACCEPT, JudgementKind.REJECT})


def substance(claim: Claim) -> Claim:
    """The claim without who read it and how sure they were: equal for any two that say the same of the same words."""
    return replace(claim, reader="", reader_version="", score=0.0)


def judgement(claim: Claim, kind: JudgementKind, author: str, made_at: str, note: str | None = None) -> Judgement:
    """An acceptance or rejection of a claim, which keeps the claim's substance as its value."""
    value = canonical_json({"predicate": claim.predicate, **plain(substance(claim))})
    return Judgement(kind, claim.id, author, made_at, value=value, note=note)


@dataclass(frozen=True)
class Verdicts:
    """The latest acceptance or rejection of each claim, by its identifier and by its substance."""

    by_claim: dict[str, Judgement]
    by_substance: dict[Claim, Judgement]
    documents: frozenset[str]

    def on(self, claim: Claim) -> Judgement | None:
        """The latest one that is about a claim."""
        found = [self.by_claim.get(claim.id)]
        if claim.passage.document in self.documents:
            found.append(self.by_substance.get(substance(claim)))
        return max((judged for judged in found if judged), key=_turn, default=None)


def verdicts(judgements: Iterable[Judgement]) -> Verdicts:
    """What was decided about claims; of two decisions at one instant, the later one in an order of their content counts."""
    by_claim: dict[str, Judgement] = {}
    by_substance: dict[Claim, Judgement] = {}
    for judged in sorted((judged for judged in judgements if judged.kind in _ON_CLAIMS), key=_turn):
        by_claim[judged.subject] = judged
        if judged.value:
            told = loads(judged.value)
            by_substance[claim_of(told.pop("predicate"), told)] = judged
    return Verdicts(by_claim, by_substance, frozenset(claim.passage.document for claim in by_substance))


def _turn(judged: Judgement) -> tuple[str, str, str, str, str]:
    return judged.made_at, judged.kind, judged.author, judged.subject, judged.note or ""


def upheld(claims: Iterable[Claim], judgements: Iterable[Judgement]) -> tuple[Claim, ...]:
    """The claims that were not rejected, or were accepted again since."""
    found = verdicts(judgements)
    if not found.by_claim:
        return tuple(claims)
    return tuple(claim for claim in claims if not _rejected(found.on(claim)))


def _rejected(judged: Judgement | None) -> bool:
    return judged is not None and judged.kind is JudgementKind.REJECT
