"""Who may say what about who did it: what the rules propose and what the network points at, joined where they mean the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from demarche.model.claim import UNKNOWN, UNSPECIFIED, AttributionValue, Claim, DenialValue, PartyName
from demarche.model.vocabulary.attribution import Basis, Stance
from demarche.steps.extract.accusations.denial import denial_words
from demarche.steps.extract.accusations.hedges import measured
from demarche.steps.extract.accusations.scoring import Scorer, likeliest
from demarche.steps.extract.case import Case, accusation
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.trained.decoding import Position
from demarche.steps.extract.trained.parties import Parties, same

POLARITY = {
    Stance.ASSERTS: "for",
    Stance.SUSPECTS: "for",
    Stance.DENIES: "against",
    Stance.DOUBTS: "against",
    Stance.CLAIMS_RESPONSIBILITY: "claim",
    Stance.DECLINES_TO_ATTRIBUTE: "declines",
}
"""Stances that are told apart by degree only are of one polarity."""
_ACCUSING = frozenset({Stance.ASSERTS, Stance.SUSPECTS})
_LEAST = 0.08
"""Pairs that the weights of the rules think less likely are no candidates."""
_BY_RULE = 0.7
"""How likely a denial, refusal, doubt, claim of responsibility or accusation by nobody named is that a rule reads: they have no
weights of their own."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a candidate: how many others of its polarity its sentence has; how likely the likeliest other is there
    with the same accused and with the same asserter; and how likely the same is said in another sentence."""

    others: int = 0
    asserters: float = 0.0
    accused: float = 0.0
    elsewhere: float = 0.0


ALONE = Beside()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody's stance in a sentence; `rule` and `network` say how likely each thinks it is, 0 where it does not."""

    sentence: Sentence
    claim: Claim
    rule: float
    network: float
    ruled: bool
    said: float
    """How likely the network thinks that the sentence says such a thing at all."""
    beside: Beside = ALONE

    @property
    def polarity(self) -> str:
        """Whether it speaks for or against an accusation, claims the deed, or names nobody."""
        return POLARITY[self.claim.stance]

    @property
    def likely(self) -> float:
        """How likely rule or network thinks it, whichever thinks it likelier."""
        return max(self.rule, self.network)


def accused_of(claim: Claim) -> PartyName:
    """Whom a claim names as the one who did it, or did not."""
    match claim.value:
        case AttributionValue(accused=accused):
            return accused
        case DenialValue(party=party):
            return party
        case _:
            raise TypeError(f"{claim.predicate} is no stance towards an accusation")


def by_rules(reading: Reading, parties: Parties, case: Case, judge: Scorer) -> Iterator[tuple[Sentence, Claim, float, bool]]:
    """What the rules propose, with how likely it is by their weights, and whether a rule or only the weights say so."""
    paired = set()
    for pair, score in likeliest(judge.scores(case.pairs), lambda _: _LEAST):
        told = accusation(case.attributions, pair, score)
        paired.add((told.passage, told.asserter, accused_of(told)))
        claim = parties.placed(told, pair.sentence, pair.accused)
        yield pair.sentence, claim, score, pair.ruled
    starts = {start: sentence for (start, _), sentence in zip(reading.spans, reading.sentences, strict=True)}
    ruled = (one.claim() for one in case.attributions if not one.accuses or one.asserter == UNSPECIFIED)
    for claim in [*ruled, *case.statements.claims()]:
        if claim.passage.start in starts and (claim.passage, claim.asserter, accused_of(claim)) not in paired:
            sentence = starts[claim.passage.start]
            yield sentence, parties.placed(claim, sentence, accused_of(claim)), _BY_RULE, True


def by_network(reading: Reading, parties: Parties, case: Case, sentence: Sentence, position: Position) -> Iterator[Claim]:
    """The claims that a position makes, one for each party that its words join; none where it accuses nobody or whoever
    speaks."""
    for speaker in parties.parted(position.speaker):
        for accused in parties.parted(position.accused):
            claim = _claim(reading, parties, case, sentence, replace(position, speaker=speaker, accused=accused))
            if claim is not None:
                yield claim


def _claim(reading: Reading, parties: Parties, case: Case, sentence: Sentence, position: Position) -> Claim | None:
    stance = Stance(position.stance)
    if stance is Stance.CLAIMS_RESPONSIBILITY:
        doer = parties.accused(position.speaker)
        return None if doer is None else reading.claim(sentence, AttributionValue(doer, Basis.SELF_CLAIM), doer, stance)
    if stance is Stance.DENIES:
        voice = parties.denier(position.speaker, sentence)
        words = denial_words(reading.plain[sentence.number])
        return reading.claim(sentence, DenialValue(voice.party, words), voice.party, stance, relayed_by=voice.relayed_by)
    accused = UNKNOWN if stance is Stance.DECLINES_TO_ATTRIBUTE else parties.accused(position.accused)
    if accused is None:
        return None
    voice = parties.voice(position.speaker, sentence, accused.country)
    if voice.party.name == accused.name:
        return None
    value = AttributionValue(accused, case.attributions.basis(voice, sentence.text))
    hedge = parties.words(position.hedge) if position.hedge else None
    likelihood, confidence = measured(hedge, voice) if hedge else (None, None)
    return reading.claim(
        sentence, value, voice.party, stance, relayed_by=voice.relayed_by, likelihood=likelihood, confidence=confidence
    )


def joined(proposed: list[Candidate], seen: list[Candidate]) -> list[Candidate]:
    """Both lists as one: where a rule and the network mean the same in one sentence, the network's claim with both scores, but
    the rule's of a denial, since it knows which word denies. Each is told what stands beside it."""
    used: set[int] = set()
    found = []
    for one in _distinct(seen):
        alike = [index for index, other in enumerate(proposed) if _agree(one, other)]
        used.update(alike)
        rule = max((proposed[index].rule for index in alike), default=0.0)
        denials = [proposed[index].claim for index in alike if isinstance(proposed[index].claim.value, DenialValue)]
        claim = denials[0] if denials and isinstance(one.claim.value, DenialValue) else one.claim
        found.append(replace(one, claim=claim, rule=rule, ruled=any(proposed[index].ruled for index in alike)))
    return list(_compared(found + [one for index, one in enumerate(proposed) if index not in used]))


def _distinct(seen: list[Candidate]) -> list[Candidate]:
    """One candidate for each claim: spans that are parts of one name make the same."""
    best: dict[tuple[object, ...], Candidate] = {}
    for one in seen:
        key = (one.sentence.number, one.claim.stance, *_sides(one))
        if key not in best or best[key].network < one.network:
            best[key] = one
    return list(best.values())


def _sides(one: Candidate) -> tuple[str, str]:
    asserter, accused = one.claim.asserter, accused_of(one.claim)
    return (asserter.name, accused.name)


def _meaning(one: Candidate) -> tuple[str, str, str]:
    asserter, accused = one.claim.asserter, accused_of(one.claim)
    return one.polarity, asserter.country or asserter.name.lower(), accused.country or accused.name.lower()


def _compared(found: list[Candidate]) -> Iterator[Candidate]:
    of_sentence: dict[tuple[int, str], list[Candidate]] = {}
    of_meaning: dict[tuple[str, str, str], list[Candidate]] = {}
    for one in found:
        of_sentence.setdefault((one.sentence.number, one.polarity), []).append(one)
        of_meaning.setdefault(_meaning(one), []).append(one)
    for one in found:
        near = [other for other in of_sentence[one.sentence.number, one.polarity] if other is not one]
        asserter, accused = _sides(one)
        again = (other.likely for other in of_meaning[_meaning(one)] if other.sentence.number != one.sentence.number)
        beside = Beside(
            len(near),
            max((other.likely for other in near if _sides(other)[1] == accused), default=0.0),
            max((other.likely for other in near if _sides(other)[0] == asserter), default=0.0),
            max(again, default=0.0),
        )
        yield replace(one, beside=beside)


def _agree(one: Candidate, other: Candidate) -> bool:
    if one.sentence.number != other.sentence.number or one.polarity != other.polarity:
        return False
    if not same(one.claim.asserter, other.claim.asserter):
        return False
    return one.polarity not in {"for", "claim"} or same(accused_of(one.claim), accused_of(other.claim))
