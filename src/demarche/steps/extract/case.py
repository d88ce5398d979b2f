"""What the rules about accusations share in one report."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.model.claim import Claim, PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.accusations.accusation import Core
from demarche.steps.extract.accusations.attribution import Attributions
from demarche.steps.extract.accusations.denial import Statements
from demarche.steps.extract.accusations.ownvoice import report_voice
from demarche.steps.extract.accusations.pairs import Pair, Pairs
from demarche.steps.extract.accusations.speakers import Speakers
from demarche.steps.extract.accusations.suspects import Suspects
from demarche.steps.extract.reading import Reading


@dataclass(frozen=True)
class Case:
    """Who speaks, who stands accused, and what the rules make of both."""

    speakers: Speakers
    suspects: Suspects
    attributions: Attributions
    pairs: Pairs
    statements: Statements


def case_of(reading: Reading) -> Case:
    """The case of a report."""
    publisher = reading.document.origin.publisher
    own = PartyName(publisher, PartyKind.ORGANISATION) if publisher else None
    speakers = Speakers(reading, report_voice(reading.tape, reading.sentences, own))
    suspects = Suspects(reading)
    attributions = Attributions(reading, speakers, suspects)
    pairs = Pairs(reading, speakers, suspects, attributions)
    return Case(speakers, suspects, attributions, pairs, Statements(reading, speakers, suspects.accused, suspects.main))


def accusation(attributions: Attributions, pair: Pair, score: float) -> Claim:
    """The claim of a pair that somebody chose, with its score."""
    place = pair.accused_at or 0
    core = pair.frame or Core(place, place, place + 1, "spoken")
    voice = attributions.relayed(pair.sentence, pair.voice)
    return attributions.claim(pair.sentence, voice, pair.accused, core, round(score, 3))
