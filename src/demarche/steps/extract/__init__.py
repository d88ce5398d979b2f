"""The rule reader: claims out of a document, by rules over gazetteers.

Numbered as in the code: 1 names become mentions on a tape, 2 the tape is cut into sentences, 3 each sentence belongs to the
report's own incident or to another one, 4 rules make claims of sentences, 5 where rules propose several readings of who accuses
whom, weights learned from the annotated corpora choose, 6 scores become likelihoods, 7 equal claims become one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from demarche.model.claim import PRIMARY, UNSPECIFIED, Claim
from demarche.model.source import Document
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.steps.extract.accusations.pairs import Pairs
from demarche.steps.extract.accusations.scoring import chosen
from demarche.steps.extract.apart import in_parts, parts, told_apart
from demarche.steps.extract.calibration import calibrated
from demarche.steps.extract.case import accusation, case_of
from demarche.steps.extract.dates.said import dated
from demarche.steps.extract.dates.start import find_dates
from demarche.steps.extract.events import Events
from demarche.steps.extract.facts.context import find_context
from demarche.steps.extract.facts.impacts import find_impacts
from demarche.steps.extract.facts.means import find_means
from demarche.steps.extract.facts.services import find_services
from demarche.steps.extract.facts.types import find_types, types_of_aside
from demarche.steps.extract.facts.victims import find_victims
from demarche.steps.extract.mentions.groups import mark_groups
from demarche.steps.extract.mentions.lookup import first_tape
from demarche.steps.extract.mentions.people import People
from demarche.steps.extract.phrases import Phrases
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.responses import find_responses
from demarche.steps.extract.sentences import sentences

_FACTS = (find_services, find_dates, find_impacts, find_means)


def read_tape(document: Document) -> Reading:
    """Steps 1 to 3: the document as sentences of mentions, each with its event."""
    text = document.text
    tape = People(text).run(mark_groups(Phrases(text).run(first_tape(document))))
    found = tuple(sentences(document, tape))
    return Reading(document, tape, found, Events(document, tape, found).labels)


def candidates(document: Document) -> list[tuple[Reading, Pairs]]:
    """Who might accuse whom in a document, for each item of a round-up; what the training learns from."""
    return [(part, case_of(part).pairs) for part in parts(read_tape(document)).values()]


_ACCUSING = frozenset({Stance.ASSERTS, Stance.SUSPECTS})


def _who_did_it(reading: Reading) -> list[Claim]:
    """Accusations that the weights choose; doubts, refusals, denials and claims of responsibility by rule."""
    case = case_of(reading)
    accusations = [accusation(case.attributions, pair, score) for pair, score in chosen(case.pairs)]
    relays = {(claim.passage, claim.relayed_by) for claim in accusations}
    accusations = [
        claim
        for claim in accusations
        if claim.asserter.kind is not PartyKind.MEDIA or (claim.passage, claim.asserter) not in relays
    ]
    told = {claim.passage for claim in accusations}
    ruled = (one.claim() for one in case.attributions if not one.accuses or one.asserter == UNSPECIFIED)
    others = [claim for claim in ruled if claim.stance not in _ACCUSING or claim.passage not in told]
    return dated(reading, accusations + others + case.statements.claims())


def accusations_and_answers(reading: Reading) -> list[Claim]:
    """Who did it and who answered: what tells the states that were hit from others."""
    return _who_did_it(reading) + find_responses(reading)


def uncalibrated(document: Document) -> list[Claim]:
    """Steps 1 to 5: every claim of a document with its first score; what `training/calibration.py` learns from."""
    return in_parts(read_tape(document), lambda part: with_facts(part, accusations_and_answers(part)))


def extract(document: Document) -> tuple[Claim, ...]:
    """Every claim of a document, in the order of their passages; the same document gives the same claims."""
    return ordered(calibrated(uncalibrated(document)))


def with_facts(reading: Reading, told: list[Claim]) -> tuple[Claim, ...]:
    """What is told of who did it and who answered, and beside it who was hit, when, how and by what means; likewise of the
    other incidents that the report mentions."""
    own = [claim for claim in told if claim.event == PRIMARY]
    background = [claim for claim in find_context(reading) if claim.event == PRIMARY]
    facts = [*find_victims(reading, own), *find_types(reading), *_facts(reading)]
    return ordered([*own, *facts, *background, *told_apart(reading, told, _of_an_aside)])


def _facts(reading: Reading) -> list[Claim]:
    """When and by what means."""
    return [claim for find in _FACTS for claim in find(reading)]


def _of_an_aside(reading: Reading, told: Sequence[Claim]) -> list[Claim]:
    """What the few sentences about another incident say beside `told`."""
    answers = find_responses(reading)
    victims = find_victims(reading, [*told, *answers], few=True)
    return [*answers, *victims, *types_of_aside(reading), *_facts(reading)]


def ordered(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims in the order of their passages, each once."""
    unique = {claim.id: claim for claim in claims}
    return tuple(sorted(unique.values(), key=lambda claim: (claim.passage.start, claim.passage.end, claim.predicate, claim.id)))
