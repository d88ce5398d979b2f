"""Which candidates are claims: a logistic regression over what rules and network think (`training/reader/combine.py`)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from demarche.model.claim import PRIMARY, UNSPECIFIED
from demarche.steps.extract.trained.candidates import Candidate, accused_of
from demarche.steps.extract.trained.rivals import Likely, unrivalled
from demarche.steps.extract.weights import stored

WEIGHTS = "choice_weights.json"
_ACCUSING = frozenset({"for", "against"})
_CLEAR = 0.1
"""From this likelihood on what a rule says is a claim for the rule reader, and stays one, whatever the network thinks, so that
nothing said in so many words is left out; of incidents kept apart F1 is 0.595 with it and 0.599 without."""
_LEAST = 0.02
"""Likelihoods are taken for no smaller and no greater than this leaves room for."""


@dataclass(frozen=True)
class Choice:
    """Log-odds of each sign, and from which likelihood on a candidate is a claim."""

    weights: dict[str, float]
    threshold: float

    def likely(self, candidate: Candidate) -> float:
        """How likely a candidate is right, 0 to 1."""
        return 1 / (1 + math.exp(-math.fsum(self.weights.get(sign, 0.0) * value for sign, value in signs(candidate))))

    def takes(self, candidate: Candidate, likely: float) -> bool:
        """Whether a candidate that is as likely is a claim: a likely one, or one that a rule clearly states."""
        return (candidate.ruled and candidate.rule >= _CLEAR) or likely >= self.threshold


def chosen(candidates: Sequence[Candidate], judge: Choice) -> list[Likely]:
    """The candidates that are claims, each with how likely it is."""
    weighed = ((one, judge.likely(one)) for one in candidates)
    return unrivalled([(one, likely) for one, likely in weighed if judge.takes(one, likely)])


def signs(candidate: Candidate) -> Iterator[tuple[str, float]]:
    """What speaks for and against a candidate, with how much of it there is, each sign once."""
    rule, network, polarity = candidate.rule, candidate.network, candidate.polarity
    yield "ruled", float(candidate.ruled)
    yield "both", float(rule > 0 and network > 0)
    yield "elsewhere", float(candidate.claim.event != PRIMARY)
    yield "first", float(candidate.sentence.number == 0)
    yield f"stance={candidate.claim.stance}", 1.0
    for name, value in (
        ("constant", 1.0),
        ("said", log_odds(candidate.said)),
        ("no-rule", float(rule == 0)),
        ("no-network", float(network == 0)),
        ("rule", log_odds(rule) if rule else 0.0),
        ("network", log_odds(network) if network else 0.0),
    ):
        yield name, value
        yield f"{polarity}:{name}", value
    yield from _of_parties(candidate)
    yield from _beside(candidate)


def _of_parties(candidate: Candidate) -> Iterator[tuple[str, float]]:
    """Who they are, and whether the sentence itself names them."""
    asserter, accused, quote = candidate.claim.asserter, accused_of(candidate.claim), candidate.claim.passage.quote
    yield "unnamed", float(asserter == UNSPECIFIED)
    yield "led-back", float(asserter != UNSPECIFIED and asserter.name not in quote)
    yield f"asserter={asserter.kind}", 1.0
    if candidate.polarity in _ACCUSING:
        yield f"accused={accused.kind}", 1.0
        yield "accused-country", float(accused.country is not None)
        yield "accused-led-back", float(accused.name not in quote)
        yield "accused-described", float(accused.country is None and accused.name[:1].islower())
        yield "one-side", float(asserter.country is not None and asserter.country == accused.country)


def _beside(candidate: Candidate) -> Iterator[tuple[str, float]]:
    """How it stands against the other candidates of its sentence, and whether another sentence says the same."""
    beside, likely = candidate.beside, candidate.likely
    yield "only", float(beside.others == 0)
    yield "others", math.log1p(beside.others)
    yield "again", beside.elsewhere
    yield "again-not", float(beside.elsewhere == 0)
    if candidate.polarity in _ACCUSING:
        yield "other-asserter", beside.asserters
        yield "worse-asserter", float(beside.asserters > likely)
        yield "other-accused", beside.accused
        yield "worse-accused", float(beside.accused > likely)


def log_odds(likely: float) -> float:
    """The log-odds of a likelihood, kept within bounds."""
    return math.log(max(likely, _LEAST) / max(1 - likely, _LEAST))


@cache
def choice() -> Choice:
    """The choice that the package carries."""
    known = stored(WEIGHTS)
    return Choice(known["weights"], known["threshold"])
