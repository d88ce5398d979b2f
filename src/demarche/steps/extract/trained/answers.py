"""How states answered: what the rules find where the network does not think otherwise, and what only the network finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from demarche.model.claim import PRIMARY, Claim, ResponseValue
from demarche.model.vocabulary.act_facts import ACTS
from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.trained.decoding import Deed
from demarche.steps.extract.trained.network import ACTS as NAMES
from demarche.steps.extract.trained.network import Seen
from demarche.steps.extract.trained.parties import Parties

_DOUBTED = 0.05
"""Below this likelihood the network overrules a rule."""
ALONE = 0.7
"""From this likelihood on the network tells of an act that no rule finds. Over reports held apart from rules and network, F1 of
responses is 0.53 by the rules, 0.54 with the veto, 0.58 with both; 0.5 and 0.85 came within 0.01."""
_VAGUE = "statement"
_BY_NAME: dict[str, Act] = {name: act for act, facts in reversed(ACTS.items()) for name in [facts.annotation] if name}


def answers(
    reading: Reading, parties: Parties, seen: Mapping[int, Seen], told: Iterable[tuple[int, Deed]], ruled: Iterable[Claim]
) -> list[Claim]:
    """The answers to the primary incident. `seen` is what the network sees in each sentence that it was shown, `told` its deeds
    with the numbers of their sentences, `ruled` what the rules find."""
    kept: list[Claim] = []
    found: set[tuple[int, str | None]] = set()
    for claim in ruled:
        number = next(number for number, span in enumerate(reading.spans) if claim.passage.start < span[1])
        name = ACTS[claim.value.act].annotation if isinstance(claim.value, ResponseValue) else None
        doubted = name in NAMES and number in seen and seen[number].says(str(name)) < _DOUBTED
        if not doubted:
            kept.append(claim)
            found.add((number, name))
    for number, deed in told:
        if deed.act != _VAGUE and (number, deed.act) not in found and reading.events[number] == PRIMARY:
            kept += by_deed(reading, parties, number, deed)
    return kept


def by_deed(reading: Reading, parties: Parties, number: int, deed: Deed) -> Iterator[Claim]:
    """The claims that a deed of a sentence makes, one for each party that did it; none where nobody is known to have."""
    sentence = reading.sentences[number]
    against = parties.accused(deed.against) if deed.against else None
    shunned = against.country if against else None
    for doer in parties.parted(deed.by):
        by = parties.doer(doer, sentence, shunned)
        if by is not None:
            other = against if against is None or against.country is None or against.country != by.country else None
            value = ResponseValue(_BY_NAME[deed.act], by, Status(deed.status), other)
            yield reading.claim(sentence, value, score=round(deed.score, 3))
