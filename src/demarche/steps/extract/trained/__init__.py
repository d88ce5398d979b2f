"""The trained reader: a small network reads sentences in their context, and its answers are weighed together with the rules'.

Numbered as in the code: 1 the rules read the report as far as they do without it, 2 the network is shown every stretch with a
sentence that has a word for what it can tell, 3 what it points at becomes candidates beside those of the rules, 4 weights
choose among both, 5 the other facts are read by rule, 6 scores become likelihoods.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from demarche.model.claim import Claim
from demarche.model.source import Document
from demarche.model.vocabulary.attribution import Stance
from demarche.steps.extract import ordered, read_tape, with_facts
from demarche.steps.extract.accusations.scoring import Scorer, scorer
from demarche.steps.extract.apart import in_parts
from demarche.steps.extract.calibration import calibrated
from demarche.steps.extract.case import Case, case_of
from demarche.steps.extract.dates.said import dated
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.responses import find_responses
from demarche.steps.extract.trained.answers import ALONE, answers
from demarche.steps.extract.trained.candidates import POLARITY, Candidate, by_network, by_rules, joined
from demarche.steps.extract.trained.choice import choice, chosen
from demarche.steps.extract.trained.decoding import Decoder, Deed, Thresholds
from demarche.steps.extract.trained.malware import malware
from demarche.steps.extract.trained.network import READER, Network, Seen, network
from demarche.steps.extract.trained.parties import Parties
from demarche.steps.extract.trained.sieve import worth_showing

_OPEN = Thresholds(role=0.3, unnamed=0.3, pair=0.25, said=0.1, act=ALONE, doer=0.4)
"""Low for what is weighed again, high for acts, which are not."""


@dataclass(frozen=True)
class Found:
    """What rules and network propose of one report."""

    reading: Reading
    case: Case
    parties: Parties
    seen: dict[int, Seen]
    candidates: list[Candidate]
    deeds: list[tuple[int, Deed]]


def proposed(reading: Reading, judge: Network, rules: Scorer) -> Found:
    """Steps 2 and 3. `rules` weighs what the rules propose."""
    case = case_of(reading)
    parties = Parties(reading, case.speakers, case.suspects)
    wanted = [number for number, text in enumerate(reading.plain) if worth_showing(text)]
    seen = judge.see(reading, wanted)
    told: list[Candidate] = []
    deeds: list[tuple[int, Deed]] = []
    for number, shown in seen.items():
        sentence, decoder = reading.sentences[number], Decoder(shown, _OPEN)
        deeds += [(number, deed) for deed in decoder.deeds()]
        for position in decoder.positions():
            told += [
                Candidate(sentence, claim, 0.0, position.score, False, _said(shown, claim.stance))
                for claim in by_network(reading, parties, case, sentence, position)
            ]
    ruled = [
        Candidate(sentence, claim, score, 0.0, by_rule, _said(seen.get(sentence.number), claim.stance))
        for sentence, claim, score, by_rule in by_rules(reading, parties, case, rules)
    ]
    return Found(reading, case, parties, seen, joined(ruled, told), deeds)


def _said(seen: Seen | None, stance: Stance) -> float:
    """How likely the sentence says something of that polarity."""
    if seen is None:
        return 0.0
    return max(seen.says(other.value) for other, polarity in POLARITY.items() if polarity == POLARITY[stance])


def uncalibrated(document: Document) -> list[Claim]:
    """Steps 1 to 5: every claim of a document with its first score."""
    return in_parts(read_tape(document), _read)


def extract(document: Document) -> tuple[Claim, ...]:
    """Every claim of a document, in the order of their passages; the same document gives the same claims."""
    return ordered(calibrated(uncalibrated(document)))


def _read(reading: Reading) -> tuple[Claim, ...]:
    """Steps 2 to 5, of a report or of one item of a round-up."""
    found = proposed(reading, network(), scorer("accuses"))
    likely = chosen(found.candidates, choice())
    told = dated(reading, [replace(one.claim, score=round(score, 3), reader=READER) for one, score in likely])
    replies = answers(reading, found.parties, found.seen, found.deeds, find_responses(reading))
    claims = with_facts(reading, told + replies)
    return (*claims, *malware(reading, found.parties, found.seen, claims))
