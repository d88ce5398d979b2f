"""What the rules about accusations share, over a body of text under a plain headline."""

from __future__ import annotations

from dataclasses import dataclass

from fact_samples import document

from demarche.model.claim import Claim, PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract import extract, read_tape
from demarche.steps.extract.accusations.attribution import Attributions
from demarche.steps.extract.accusations.ownvoice import report_voice
from demarche.steps.extract.accusations.speakers import Speakers
from demarche.steps.extract.accusations.suspects import Suspects
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import Sentence

HEADLINE = "A report from abroad"


@dataclass(frozen=True)
class Case:
    """One report under the rules about accusations."""

    reading: Reading
    speakers: Speakers
    suspects: Suspects
    attributions: Attributions

    def sentence(self, words: str) -> Sentence:
        """The last sentence whose tape holds these words."""
        return next(one for one in reversed(self.reading.sentences) if words in one.text)

    def named(self, sentence: Sentence, place: int) -> str:
        """The name of the mention at a place of a sentence."""
        return self.reading.tape.mentions[sentence.text[place]].party.name


def read(body: str, published: str | None = None) -> Reading:
    """The body as sentences of mentions, by every pass of the reader."""
    return read_tape(document(f"{HEADLINE}\n\n{body}", published))


def case(body: str, publisher: str | None = None) -> Case:
    """The rules over a body that this publisher put out."""
    made = read(body)
    own = PartyName(publisher, PartyKind.ORGANISATION) if publisher else None
    speakers = Speakers(made, report_voice(made.tape, made.sentences, own))
    suspects = Suspects(made)
    return Case(made, speakers, suspects, Attributions(made, speakers, suspects))


def claims(body: str, published: str | None = None) -> tuple[Claim, ...]:
    """Every claim that the reader makes of a body."""
    return extract(document(f"{HEADLINE}\n\n{body}", published))
