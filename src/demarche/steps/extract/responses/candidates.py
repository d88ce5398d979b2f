"""Which acts a sentence may tell of, and who may have done each: what rules propose, and what stands in reach of a cue."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from demarche.model.claim import PRIMARY, Claim, PartyName, ResponseValue
from demarche.model.vocabulary.attribution import PartyKind
from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.responses.claims import RuleClaims, Words, acts_in
from demarche.steps.extract.responses.cues import LEARNED, WORD, cued
from demarche.steps.extract.responses.deeds import is_noun
from demarche.steps.extract.responses.found import Found
from demarche.steps.extract.responses.parties import ReplyParties
from demarche.steps.extract.responses.table import deeds, things
from demarche.steps.extract.responses.things import denied
from demarche.steps.extract.responses.traits import Cue, Scene, deep_signs, marks_of, near_signs, place_signs
from demarche.steps.extract.responses.view import DOERS, costume, dressed
from demarche.steps.extract.sentences import Sentence

_ONE_FAMILY = {Act.PUBLIC_EMERGENCY: Act.LAW_OR_POLICY}
_NOBODY: frozenset[str] = frozenset()
_MANY = 6
_OBJECT = 30
"""How many places after a cue tell what it is about."""


_TELLS = re.compile(r".(?:,[^,;]{0,60},)? (?:said|says|told|added|confirmed|reported|wrote|disclosed)\b")
_OF_A_DEED = re.compile(
    r"unaccept|despicab|intolerab|contempt|reckless|disregard|aggressi|brazen|coward|disgrac|shame|outrag|heinous|abhor"
)
"""Words of condemnation that are said of the deed, so that its doer may be their subject."""


@lru_cache(maxsize=20_000)
def begins(word: str) -> bool:
    """Whether a word in lower case may begin an act at all."""
    return word in deeds() or word in things() or bool(cued(word))


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
    """An act that a sentence may tell of, described by signs for the scorer, and those who did it by a rule."""

    scene: Scene
    act: Act
    cues: list[Cue]
    said: list[Doer]
    signs: frozenset[str]


Sieve = Callable[[frozenset[str]], bool]
"""Whether what the bare words of a sentence say leaves room for an act that no rule finds."""


class Answers:
    """The candidates of one report, all of them or those that a sieve lets through."""

    def __init__(self, reading: Reading, may_tell: Sieve | None = None) -> None:
        self._reading = reading
        self._may_tell = may_tell
        self._roles = costume(reading.tape, reading.document.text)
        self._marks = marks_of(reading.tape.mentions)
        self._rules = RuleClaims(reading)
        self._parties: ReplyParties = self._rules.parties
        self._near_of: dict[int, list[Doer]] = {}
        self.others: list[Claim] = []
        """What the rules find of acts that no weights are learned for, once the candidates have been gone through."""

    def __iter__(self) -> Iterator[Answer]:
        """Every candidate of every sentence about the report's own incident, in reading order."""
        for sentence in self._reading.sentences:
            if self._reading.event(sentence) == PRIMARY:
                yield from self._of_sentence(sentence)

    def _of_sentence(self, sentence: Sentence) -> Iterator[Answer]:
        text = dressed(sentence.text, self._roles)
        words = [(match.start(), match.group()) for match in WORD.finditer(text.lower()) if begins(match.group())]
        ruled, found = self._ruled(sentence, text, words)
        places: dict[Act, Words] = {act: [] for act in ruled}
        for place, word in words:
            for act in cued(word):
                if not denied(text, act, place):
                    places.setdefault(act, []).append((place, word))
        if not places:
            return
        scene = Scene(sentence, text, self._reading.tape.mentions, self._marks)
        for act, cued_by in sorted(places.items()):
            tier = "ruled" if act in ruled else "found" if act in found else "cued"
            near = frozenset((*near_signs(scene, act, cued_by, tier), *_rule_signs(act, ruled)))
            if act in ruled or self._may_tell is None or self._may_tell(near):
                cues = [scene.cue(*place) for place in cued_by]
                signs = near.union(deep_signs(scene, act, cues, self._parties.accused, tier))
                yield Answer(scene, act, cues, ruled.get(act, []), signs)

    def _ruled(self, sentence: Sentence, text: str, words: Words) -> tuple[dict[Act, list[Doer]], set[Act]]:
        """What the rules make of a sentence, by act, and which acts they find before they ask who did it."""
        found = acts_in(text, words)
        claims = [claim for one in found for claim in self._rules.of(sentence, text, one)]
        claims += self._rules.signatories(sentence, text)
        ruled: dict[Act, list[Doer]] = {}
        for claim in claims:
            if not isinstance(claim.value, ResponseValue):
                continue
            act = _ONE_FAMILY.get(claim.value.act, claim.value.act)
            if act in LEARNED:
                ruled.setdefault(act, []).append(Doer(claim.value.by, None, "ruled", claim))
            else:
                self.others.append(claim)
        return ruled, {_ONE_FAMILY.get(one.act, one.act) for one in found}

    def _near(self, sentence: Sentence, text: str) -> Iterator[Doer]:
        """Everybody whom the sentence names, whoever the sentence before was about, and the report's own state."""
        for match in DOERS.finditer(text):
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

    def doers(self, answer: Answer) -> list[Doer]:
        """Whoever the rules say did it, then all others of other sides: beside a rule's only those whom the sentence names."""
        scene, said = answer.scene, answer.said
        if not answer.cues:
            return said
        number = scene.sentence.number
        if number not in self._near_of:
            self._near_of[number] = list(self._near(scene.sentence, scene.text))
        near = self._near_of[number]
        named = {doer.at for doer in near}
        plain = []
        for start, end in dict.fromkeys(span for cue in answer.cues for span in scene.roles(cue)):
            party = None
            if start < end and start not in named:
                party = self._parties.party(scene.sentence, scene.text, (start, end), _NOBODY)
            if party is not None:
                plain.append(Doer(party, start, "plain"))
        beside = [doer for doer in near + plain if not said or doer.at is not None]
        return said + [doer for doer in beside if not any(_same(doer.party, one.party) for one in said)]

    def doer_signs(self, answer: Answer, doer: Doer, count: int) -> Iterator[str]:
        """What speaks for somebody, of so many, as the doer of an act, given that it was done."""
        act, party = answer.act, doer.party
        yield "bias"
        own = party.country in self._parties.accused if party.country else None
        home = party.country == self._parties.home() if party.country else None
        rules = len(answer.said)
        spans = [(span, role) for cue in answer.cues for span, role in answer.scene.roles(cue).items()]
        roles = sorted({role for span, role in spans if span[0] == doer.at and span[0] < span[1]})
        pronoun = any(span[0] == span[1] for span, _ in spans)
        for sign in (f"how={doer.how}", f"kind={party.kind.name}", f"accused={own}", f"home={home}"):
            yield sign
            yield f"{act}&{sign}"
        may = self._rules.may_be(act, party)
        yield f"may={may}"
        yield f"may={may}&how={doer.how}"
        yield f"pronoun={pronoun}&how={doer.how}"
        yield f"subject={answer.scene.subject(answer.cues[0])[0] if answer.cues else None}&how={doer.how}"
        yield f"rules={min(2, rules)}&how={doer.how}"
        yield f"doers={min(_MANY, count)}"
        yield f"doers={min(_MANY, count)}&how={doer.how}"
        if doer.claim is not None:
            yield f"ruled={doer.claim.score:.1f}"
        for role in roles or ["none"]:
            yield f"role={role}"
            yield f"{act}&role={role}"
            yield f"role={role}&how={doer.how}"
            yield f"role={role}&rules={rules > 0}"
        if doer.at is not None:
            for sign in place_signs(answer.scene, act, doer.at, nearest(answer, doer)):
                yield sign
                yield f"{sign}&rules={rules > 0}"

    def allowed(self, answer: Answer, doer: Doer, status: Status) -> bool:
        """Whether the rules have nothing against a candidate: that nothing was done, that the party does no such thing, that
        the accused state answers back, or that the words are about another matter."""
        if doer.claim is not None:
            return True
        told = answer.act is Act.RANSOM_REFUSED or any(cue.how.status is not None for cue in answer.cues)
        if not told or not self._rules.may_be(answer.act, doer.party) or _only_tells(answer, doer):
            return False
        if self._is_vague(answer, doer, status) or self._is_helped(answer, doer):
            return False
        return not any(self._is_no_answer(answer, doer, cue) for cue in answer.cues)

    def _is_no_answer(self, answer: Answer, doer: Doer, cue: Cue) -> bool:
        scene, act = answer.scene, answer.act
        speaks = doer.at is not None and doer.at == scene.main and _OF_A_DEED.match(cue.word)
        if not speaks and self._rules.answers_back(scene.sentence, act, cue.subjects):
            return True
        return self._rules.answers_nothing(scene.text, act, cue.start, cue.end + _OBJECT)

    def _is_vague(self, answer: Answer, doer: Doer, status: Status) -> bool:
        """Whether the report's own state would only stand in for nobody: something is being weighed, or a warning is about
        something else."""
        warns_of_else = answer.act is Act.ADVISORY and not answer.scene.about
        return doer.how == "home" and (status is Status.CONSIDERED or warns_of_else)

    def _is_helped(self, answer: Answer, doer: Doer) -> bool:
        """Whether somebody is rather the one who is helped: the report's own state, unless grammar has it help."""
        if answer.act is not Act.ASSISTANCE or doer.party.kind is not PartyKind.STATE:
            return False
        text = answer.scene.text
        verbs = (cue for cue in answer.cues if not is_noun(text, cue.start, cue.word))
        helps = any(start == doer.at for cue in verbs for start, _ in answer.scene.roles(cue))
        return doer.party.country == self._parties.home() and not helps

    def claim(self, answer: Answer, doer: Doer, status: Status, score: float) -> Claim:
        """The claim of a candidate: what the rule made of it, or one that stands on the sentence."""
        if doer.claim is not None:
            return doer.claim
        cue = nearest(answer, doer)
        found = Found(answer.act, status, cue.start, cue.end)
        return self._rules.loose(answer.scene.sentence, answer.scene.text, found, doer.party, score)


def nearest(answer: Answer, doer: Doer) -> Cue:
    """The cue of an act that its doer belongs to: by grammar, else the nearest."""
    at, roles = doer.at, answer.scene.roles
    if at is None:
        return answer.cues[0]
    return min(answer.cues, key=lambda cue: (all(span[0] != at for span in roles(cue)), abs(cue.start - at), cue.start))


def _only_tells(answer: Answer, doer: Doer) -> bool:
    """Whether somebody only says what another, whom a rule proposes, does."""
    return bool(answer.said) and doer.at is not None and bool(_TELLS.match(answer.scene.text, doer.at))


def _same(left: PartyName, right: PartyName) -> bool:
    """Whether two names may be one party or one state's: a rule may have taken more of its words."""
    one_name = left.name in right.name or right.name in left.name
    return one_name or (left.country is not None and left.country == right.country)


def _rule_signs(act: Act, ruled: dict[Act, list[Doer]]) -> Iterator[str]:
    yield f"rules={min(2, len(ruled.get(act, ())))}"
    others = sorted(other for other in ruled if other is not act)
    yield f"other-rule={bool(others)}"
    for other in others:
        yield f"{act}&other-rule={other}"
