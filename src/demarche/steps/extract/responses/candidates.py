"""Which acts a sentence may tell of, and who may have done each: what rules propose, and what stands in reach of a cue."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from demarche.model.claim import PRIMARY, Claim, PartyName, ResponseValue
from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.responses.claims import RuleClaims, acts_in
from demarche.steps.extract.responses.cues import LEARNED, WORD, cued
from demarche.steps.extract.responses.found import Found
from demarche.steps.extract.responses.parties import ReplyParties
from demarche.steps.extract.responses.traits import Cue, Scene, act_signs, place_signs
from demarche.steps.extract.responses.view import DOER, costume
from demarche.steps.extract.sentences import Sentence

_ONE_FAMILY = {Act.PUBLIC_EMERGENCY: Act.LAW_OR_POLICY}
_PERSONAL = frozenset({Act.RANSOM_PAID, Act.RANSOM_REFUSED, Act.RESIGNATION_OR_DISMISSAL, Act.LAWSUIT})
"""Acts of victims and persons, which are not the state's because nobody is named."""
_NOBODY: frozenset[str] = frozenset()
_MANY = 6


@dataclass(frozen=True, slots=True)
class Doer:
    """Somebody in reach of an act: named at a place, or None; `how` says which way they come in."""

    party: PartyName
    at: int | None
    how: str
    claim: Claim | None = None
    """What a rule made of it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An act that a sentence may tell of, with all who may have done it, described by signs for the scorer."""

    scene: Scene
    act: Act
    cues: list[Cue]
    doers: list[Doer]
    signs: frozenset[str]


Sieve = Callable[[Scene, Act], bool]
"""Whether the bare words of a sentence leave room for an act that no rule finds there."""


class Answers:
    """The candidates of one report, all of them or those that a sieve lets through."""

    def __init__(self, reading: Reading, may_tell: Sieve | None = None) -> None:
        self._reading = reading
        self._may_tell = may_tell
        self._table = costume(reading.tape, reading.document.text)
        self._rules = RuleClaims(reading)
        self._parties: ReplyParties = self._rules.parties
        self.others: list[Claim] = []
        """What the rules find of acts that no weights are learned for, once the candidates have been gone through."""

    def __iter__(self) -> Iterator[Answer]:
        """Every candidate of every sentence about the report's own incident, in reading order."""
        for sentence in self._reading.sentences:
            if self._reading.event(sentence) == PRIMARY:
                yield from self._of_sentence(sentence)

    def _of_sentence(self, sentence: Sentence) -> Iterator[Answer]:
        text = sentence.text.translate(self._table)
        ruled, found = self._ruled(sentence, text)
        places: dict[Act, list[tuple[int, str]]] = {act: [] for act in ruled}
        for match in WORD.finditer(text.lower()):
            for act in cued(match.group()):
                places.setdefault(act, []).append((match.start(), match.group()))
        if not places:
            return
        scene = Scene(sentence, text, self._reading.tape.mentions)
        kept = sorted(act for act in places if act in ruled or self._may_tell is None or self._may_tell(scene, act))
        near = list(self._near(sentence, text)) if kept else []
        for act in kept:
            cues = [scene.cue(*place) for place in places[act]]
            doers = self._doers(scene, act, cues, near, ruled.get(act, []))
            if doers:
                signs = frozenset((*act_signs(scene, act, cues, self._parties.accused), *_rule_signs(act, ruled, act in found)))
                yield Answer(scene, act, cues, doers, signs)

    def _ruled(self, sentence: Sentence, text: str) -> tuple[dict[Act, list[Claim]], set[Act]]:
        """What the rules make of a sentence, by act, and which acts they find before they ask who did it."""
        found = acts_in(text)
        claims = [claim for one in found for claim in self._rules.of(sentence, text, one)]
        claims += self._rules.signatories(sentence, text)
        ruled: dict[Act, list[Claim]] = {}
        for claim in claims:
            act = family(claim)
            if act in LEARNED:
                ruled.setdefault(act, []).append(claim)
            else:
                self.others.append(claim)
        return ruled, {_ONE_FAMILY.get(one.act, one.act) for one in found}

    def _near(self, sentence: Sentence, text: str) -> Iterator[Doer]:
        """Everybody whom the sentence names, whoever the sentence before was about, and the report's own state."""
        for match in re.finditer(DOER, text):
            party = self._parties.party(sentence, text, match.span(), _NOBODY)
            if party is not None:
                party = self._parties.in_office(sentence, party)
                yield Doer(party, match.start(), self._parties.named(sentence, match.start()).kind.name)
        recalled = self._parties.recalled(sentence)
        if recalled is not None:
            yield Doer(recalled, None, "recalled")
        home = self._parties.own_state()
        if home is not None:
            yield Doer(home, None, "home")

    def _doers(self, scene: Scene, act: Act, cues: list[Cue], near: list[Doer], ruled: list[Claim]) -> list[Doer]:
        said = [Doer(by(claim), None, "ruled", claim) for claim in ruled]
        named = {doer.at for doer in near}
        plain = []
        for start, end in dict.fromkeys(span for cue in cues for span in cue.roles):
            party = None
            if start < end and start not in named:
                party = self._parties.party(scene.sentence, scene.text, (start, end), _NOBODY)
            if party is not None:
                plain.append(Doer(party, start, "plain"))
        return said + [doer for doer in near + plain if cues and self._may(scene, act, cues, doer, said)]

    def _may(self, scene: Scene, act: Act, cues: list[Cue], doer: Doer, said: list[Doer]) -> bool:
        """Whether somebody may have done an act beside those whom the rules name: one of another side, named in the sentence
        when there are any."""
        if said and (doer.at is None or any(_same(doer.party, one.party) for one in said)):
            return False
        if doer.at is None and doer.how == "home" and act in _PERSONAL:
            return False
        cue = nearest(cues, doer)
        return self._rules.may_be(scene.text, Found(act, Status.DONE, cue.start, cue.end), doer.party)

    def doer_signs(self, answer: Answer, doer: Doer) -> Iterator[str]:
        """What speaks for somebody as the doer of an act, given that it was done."""
        act, party = answer.act, doer.party
        yield "bias"
        own = party.country in self._parties.accused if party.country else None
        home = party.country == self._parties.home() if party.country else None
        rules = sum(one.claim is not None for one in answer.doers)
        roles = sorted(
            {cue.roles[span] for cue in answer.cues for span in cue.roles if span[0] == doer.at and span[0] < span[1]}
        )
        pronoun = any(span[0] == span[1] for cue in answer.cues for span in cue.roles)
        for sign in (f"how={doer.how}", f"kind={party.kind.name}", f"accused={own}", f"home={home}"):
            yield sign
            yield f"{act}&{sign}"
        yield f"pronoun={pronoun}&how={doer.how}"
        yield f"rules={min(2, rules)}&how={doer.how}"
        yield f"doers={min(_MANY, len(answer.doers))}"
        yield f"doers={min(_MANY, len(answer.doers))}&how={doer.how}"
        if doer.claim is not None:
            yield f"ruled={doer.claim.score:.1f}"
        for role in roles or ["none"]:
            yield f"role={role}"
            yield f"{act}&role={role}"
            yield f"role={role}&how={doer.how}"
            yield f"role={role}&rules={rules > 0}"
        if doer.at is not None:
            yield from place_signs(answer.scene, act, doer.at, nearest(answer.cues, doer))

    def claim(self, answer: Answer, doer: Doer, score: float) -> Claim:
        """The claim of a candidate: what the rule made of it, or one that stands on the sentence."""
        if doer.claim is not None:
            return doer.claim
        cue = nearest(answer.cues, doer)
        status = Status.DONE if answer.act is Act.RANSOM_REFUSED else cue.how.status or Status.DONE
        found = Found(answer.act, status, cue.start, cue.end)
        return self._rules.loose(answer.scene.sentence, answer.scene.text, found, doer.party, score)


def by(claim: Claim) -> PartyName:
    """Who did it, by a claim of a response."""
    assert isinstance(claim.value, ResponseValue)
    return claim.value.by


def family(claim: Claim) -> Act:
    """The act of a claim, as the weights know it."""
    assert isinstance(claim.value, ResponseValue)
    return _ONE_FAMILY.get(claim.value.act, claim.value.act)


def nearest(cues: list[Cue], doer: Doer) -> Cue:
    """The cue of an act that is nearest to its doer."""
    at = doer.at
    return cues[0] if at is None else min(cues, key=lambda cue: (abs(cue.start - at), cue.start))


def _same(left: PartyName, right: PartyName) -> bool:
    return left.name == right.name or (left.country is not None and left.country == right.country)


def _rule_signs(act: Act, ruled: dict[Act, list[Claim]], found: bool) -> Iterator[str]:
    count = min(2, len(ruled.get(act, ())))
    yield f"rules={count}"
    yield f"{act}&rules={count > 0}"
    others = sorted(other for other in ruled if other is not act)
    yield f"other-rule={bool(others)}"
    for other in others:
        yield f"{act}&other-rule={other}"
    yield f"found={found}"
    yield f"{act}&found={found}"
