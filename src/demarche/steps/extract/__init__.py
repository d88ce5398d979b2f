"""The rule reader: claims out of a document, by rules over gazetteers.

Numbered as in the code: 1 names become mentions on a tape, 2 the tape is cut into sentences, 3 each sentence belongs to the
report's own incident or to another one, 4 rules make claims of sentences, 5 equal claims become one.
"""

from __future__ import annotations

from demarche.model.claim import Claim, PartyName
from demarche.model.source import Document
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.attribution import Attributions
from demarche.steps.extract.denial import Statements
from demarche.steps.extract.events import Events
from demarche.steps.extract.lookup import first_tape
from demarche.steps.extract.people import People
from demarche.steps.extract.phrases import Phrases
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import sentences
from demarche.steps.extract.speakers import Speakers, report_voice


def read_tape(document: Document) -> Reading:
    """Steps 1 to 3: the document as sentences of mentions, each with its event."""
    tape = People(document.text).run(Phrases(document.text).run(first_tape(document)))
    found = tuple(sentences(document, tape))
    return Reading(document, tape, found, Events(document, tape, found).labels)


def extract(document: Document) -> tuple[Claim, ...]:
    """Every claim of a document, in the order of their passages; the same document gives the same claims."""
    reading = read_tape(document)
    publisher = document.origin.publisher
    voice = report_voice(
        reading.tape, reading.sentences, PartyName(publisher, PartyKind.ORGANISATION) if publisher else None
    )
    speakers = Speakers(reading.tape, reading.sentences, voice)
    attributions = Attributions(reading, speakers)
    statements = Statements(reading, speakers, attributions.accused, attributions.main)
    claims = attributions.claims() + statements.claims()
    unique = {claim.id: claim for claim in claims}
    return tuple(sorted(unique.values(), key=lambda claim: (claim.passage.start, claim.passage.end, claim.predicate, claim.id)))
