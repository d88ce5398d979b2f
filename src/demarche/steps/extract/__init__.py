"""The rule reader: claims out of a document, by rules over gazetteers.

Numbered as in the code: 1 names become mentions on a tape, 2 the tape is cut into sentences, 3 each sentence belongs to the
report's own incident or to another one, 4 rules make claims of sentences, 5 where rules propose several readings of who accuses
whom, weights learned from the annotated corpora choose, 6 equal claims become one.
"""

from __future__ import annotations

from dataclasses import dataclass

from demarche.model.claim import UNSPECIFIED, Claim, PartyName
from demarche.model.source import Document
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.steps.extract.accusations.accusation import Core
from demarche.steps.extract.accusations.attribution import Attributions
from demarche.steps.extract.accusations.denial import Statements
from demarche.steps.extract.accusations.ownvoice import report_voice
from demarche.steps.extract.accusations.pairs import Pair, Pairs
from demarche.steps.extract.accusations.scoring import chosen
from demarche.steps.extract.accusations.speakers import Speakers
from demarche.steps.extract.accusations.suspects import Suspects
from demarche.steps.extract.dates.said import dated
from demarche.steps.extract.dates.start import find_dates
from demarche.steps.extract.events import Events
from demarche.steps.extract.facts.context import find_context
from demarche.steps.extract.facts.impacts import find_impacts
from demarche.steps.extract.facts.means import find_means
from demarche.steps.extract.facts.services import find_services
from demarche.steps.extract.facts.types import find_types
from demarche.steps.extract.facts.victims import find_victims
from demarche.steps.extract.mentions.groups import mark_groups
from demarche.steps.extract.mentions.lookup import first_tape
from demarche.steps.extract.mentions.people import People
from demarche.steps.extract.phrases import Phrases
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.responses import find_responses
from demarche.steps.extract.sentences import sentences

_FACTS = (find_services, find_dates, find_impacts, find_means, find_context)


def read_tape(document: Document) -> Reading:
    """Steps 1 to 3: the document as sentences of mentions, each with its event."""
    text = document.text
    tape = People(text).run(mark_groups(Phrases(text).run(first_tape(document))))
    found = tuple(sentences(document, tape))
    return Reading(document, tape, found, Events(document, tape, found).labels)


@dataclass(frozen=True)
class _Case:
    """What the rules about accusations share in one report."""

    speakers: Speakers
    suspects: Suspects
    attributions: Attributions
    pairs: Pairs


def _case(reading: Reading) -> _Case:
    publisher = reading.document.origin.publisher
    own = PartyName(publisher, PartyKind.ORGANISATION) if publisher else None
    speakers = Speakers(reading, report_voice(reading.tape, reading.sentences, own))
    suspects = Suspects(reading)
    attributions = Attributions(reading, speakers, suspects)
    return _Case(speakers, suspects, attributions, Pairs(reading, speakers, suspects, attributions))


def candidates(document: Document) -> tuple[Reading, Pairs]:
    """Who might accuse whom in a document; what the training learns from."""
    reading = read_tape(document)
    return reading, _case(reading).pairs


def _accusation(attributions: Attributions, pair: Pair, score: float) -> Claim:
    place = pair.accused_at or 0
    core = pair.frame or Core(place, place, place + 1, "spoken")
    voice = attributions.relayed(pair.sentence, pair.voice)
    return attributions.claim(pair.sentence, voice, pair.accused, core, round(score, 3))


_ACCUSING = frozenset({Stance.ASSERTS, Stance.SUSPECTS})


def _who_did_it(reading: Reading) -> list[Claim]:
    """Accusations that the weights choose; doubts, refusals, denials and claims of responsibility by rule."""
    case = _case(reading)
    accusations = [_accusation(case.attributions, pair, score) for pair, score in chosen(case.pairs)]
    relays = {(claim.passage, claim.relayed_by) for claim in accusations}
    accusations = [
        claim
        for claim in accusations
        if claim.asserter.kind is not PartyKind.MEDIA or (claim.passage, claim.asserter) not in relays
    ]
    told = {claim.passage for claim in accusations}
    ruled = (one.claim() for one in case.attributions if not one.accuses or one.asserter == UNSPECIFIED)
    others = [claim for claim in ruled if claim.stance not in _ACCUSING or claim.passage not in told]
    statements = Statements(reading, case.speakers, case.suspects.accused, case.suspects.main)
    return dated(reading, accusations + others + statements.claims())


def accusations_and_answers(reading: Reading) -> list[Claim]:
    """Who did it and who answered: what tells the states that were hit from others."""
    return _who_did_it(reading) + find_responses(reading)


def extract(document: Document) -> tuple[Claim, ...]:
    """Every claim of a document, in the order of their passages; the same document gives the same claims."""
    reading = read_tape(document)
    claims = accusations_and_answers(reading)
    claims += find_victims(reading, claims) + find_types(reading, claims)
    for find in _FACTS:
        claims += find(reading)
    unique = {claim.id: claim for claim in claims}
    return tuple(sorted(unique.values(), key=lambda claim: (claim.passage.start, claim.passage.end, claim.predicate, claim.id)))
