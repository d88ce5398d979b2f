"""Makes claims of the acts that were found: who did it, against whom, when, on what terms; none of what is no answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from demarche.model.atoms import PartialDate
from demarche.model.claim import Claim, PartyName, ResponseValue
from demarche.model.vocabulary.attribution import PartyKind
from demarche.model.vocabulary.responses import Act, Status
from demarche.reference.tables import country_name
from demarche.steps.extract.dates.reader import DateReader
from demarche.steps.extract.mentions.tape import Kind, char_class
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.responses.deeds import deed_at
from demarche.steps.extract.responses.doers import Span
from demarche.steps.extract.responses.found import Found
from demarche.steps.extract.responses.parties import ReplyParties
from demarche.steps.extract.responses.scope import answers_an_answer, clause, elsewhere, terms_in
from demarche.steps.extract.responses.table import deeds, things
from demarche.steps.extract.responses.things import thing_at
from demarche.steps.extract.sentences import Sentence

STATES_ONLY = frozenset({Act.SEVER_RELATIONS, Act.EXPEL_DIPLOMATS, Act.SUMMONS, Act.RECALL_AMBASSADOR, Act.CLOSE_MISSION})
"""Acts of states against a state, whichever of its people or houses is named."""
OF_STATES = STATES_ONLY | {
    Act.SANCTIONS,
    Act.TRAVEL_BAN,
    Act.INDICTMENT,
    Act.ARREST,
    Act.RAID,
    Act.PROTEST_NOTE,
    Act.MUTUAL_DEFENCE_CONSULTATION,
    Act.PUBLIC_EMERGENCY,
    Act.LAW_OR_POLICY,
    Act.MILITARY,
    Act.REWARD_OFFER,
}
_HOSTILE = STATES_ONLY | {
    Act.SANCTIONS,
    Act.TRAVEL_BAN,
    Act.CONDEMNATION,
    Act.CALL_FOR_RESTRAINT,
    Act.PROTEST_NOTE,
    Act.INDICTMENT,
    Act.STATEMENT,
    Act.FURTHER_ACTION,
    Act.SOLIDARITY,
    Act.SUSPEND_COOPERATION,
    Act.COUNTER_OPERATION,
    Act.MILITARY,
}
"""Acts that the accused state does not do in answer to the attack: when it does them, it answers the answer."""
_AT_HOME = frozenset({Act.LAW_OR_POLICY, Act.PUBLIC_EMERGENCY})
"""Acts that the state of the report's victims does when nobody is named."""
_OF_WORDS = frozenset({Act.CONDEMNATION, Act.FURTHER_ACTION, Act.STATEMENT})
_PUBLIC = frozenset(
    {
        PartyKind.STATE,
        PartyKind.GOVERNMENT,
        PartyKind.INTERNATIONAL_ORGANISATION,
        PartyKind.RESEARCHER,
        PartyKind.ANONYMOUS_OFFICIAL,
        PartyKind.INDIVIDUAL,
    }
)
_COSIGNED = re.compile(
    r"\b[Cc]o-?(?:sign\w*|author\w*|seal\w*)|\b[Ss]ignator(?:y|ies)\b|\b(?:joined|endorsed|backed|also signed) by\b"
)
_BODIES = re.compile(char_class(Kind.STATE, Kind.OFFICIAL, Kind.WORLD))
_STATE = re.compile(char_class(Kind.STATE, Kind.ADJECTIVE))
_ORDERING_MONEY = re.compile(r"\bsanction|\bTreasury|\bfreez|\bpenalt|\bdesignat|\bassets\b")
_ATTACK_DATED = re.compile(
    r"(?:attacks?|hack|breach|intrusion|operation|campaign|incident|leak|theft|wiper)"
    r"(?: (?:carried out|launched|mounted|that began|of|on))?(?: [\w’'-]+){0,2}? (?:in|on|of|last|from|since)?"
    r"(?: (?:early|late|mid))? ?$"
)
_DATE_REACH = 70
"""How many places a date may stand from the act it dates."""
_VOW = re.compile(r"\b(?:promis|vow|pledg|warn)")
_SURE, _UNSURE = 0.7, 0.4


Words = list[tuple[int, str]]
"""Words of a sentence with their places."""


def acts_in(text: str, words: Words) -> list[Found]:
    """Every act that words of a dressed sentence begin, in reading order; of one act at overlapping places the first."""
    found: list[Found] = []
    verbs, nouns = deeds(), things()
    for place, word in words:
        for deed in verbs.get(word, ()):
            _add(found, deed_at(text, deed, place, word))
        for thing in nouns.get(word, ()):
            _add(found, thing_at(text, thing, place))
    return found


def _add(found: list[Found], new: Found | None) -> None:
    if new is None:
        return
    beside = [old for old in found if old.start < new.end and new.start < old.end]
    if not any(old.act is new.act or new.act is Act.FURTHER_ACTION for old in beside):
        found.append(new)


class RuleClaims:
    """Makes claims of what was found in one report."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.parties = ReplyParties(reading)
        self._dates = DateReader(reading.published, [sentence.text for sentence in reading.sentences])
        self._told: set[tuple[Act, Status]] = set()

    def of(self, sentence: Sentence, text: str, found: Found) -> list[Claim]:
        """One claim for each doer and target; none when the accused state answers back, or nobody is in reach."""
        start, end = clause(text, found.start, found.end)
        if (found.again and (found.act, found.status) in self._told) or self._is_no_answer(text, start, end, found):
            return []
        act = Act.SANCTIONS if found.act is Act.LAW_OR_POLICY and _ORDERING_MONEY.search(text[start:end]) else found.act
        doers = self._doers(sentence, text, found)
        targets = self._targets(sentence, found, doers) or self._accused_in(sentence, found, doers)
        if not doers:
            return []
        self._told.add((found.act, found.status))
        status = Status.THREATENED if act is Act.FURTHER_ACTION and _is_vow(text, found) else found.status
        terms = terms_in(act, status, text, found.start, found.end)
        said = self._reading.words(sentence.start + terms[0], sentence.start + terms[1]) if terms else None
        when = self._date(text, found)
        values = dict.fromkeys(
            ResponseValue(act, doer, status, target, when, said) for doer in doers for target in targets or [None]
        )
        span = _trimmed(text, start, end)
        places = (sentence.start + span[0], sentence.start + span[1])
        score = _SURE if found.doers else _UNSURE
        return [self._reading.claim(sentence, value, span=places, score=score) for value in values]

    def may_be(self, act: Act, doer: PartyName) -> bool:
        """Whether the rules would let somebody do an act."""
        return self._may(act, doer, frozenset())

    def answers_back(self, sentence: Sentence, act: Act, subjects: Sequence[Span]) -> bool:
        """Whether subjects of a sentence are the accused state, and the act one that it does only in answer to an answer."""
        places = (start for start, end in subjects if end == start + 1 and sentence.text[start] in self._reading.tape.mentions)
        countries = {self.parties.named(sentence, place).party.country for place in places}
        return act in _HOSTILE and bool(countries & self.parties.accused)

    def answers_nothing(self, text: str, act: Act, start: int, end: int) -> bool:
        """Whether the clause of an act at some places is about another matter, by the rules."""
        return self._is_no_answer(text, *clause(text, start, end), Found(act, Status.DONE, start, end))

    def loose(self, sentence: Sentence, text: str, found: Found, doer: PartyName, score: float) -> Claim:
        """The claim of an act that no rule makes, by whoever the weights choose."""
        span = _trimmed(text, *clause(text, found.start, found.end))
        value = ResponseValue(found.act, doer, found.status, None, self._date(text, found))
        return self._reading.claim(sentence, value, span=(sentence.start + span[0], sentence.start + span[1]), score=score)

    def _is_no_answer(self, text: str, start: int, end: int, found: Found) -> bool:
        words = text[start:end]
        if elsewhere(words) or self.parties.of_other_affair(words):
            return True
        return found.act in _OF_WORDS and answers_an_answer(text[found.start : found.end + 12])

    def signatories(self, sentence: Sentence, text: str) -> list[Claim]:
        """Those who are said to have signed the advisory that the report told of before."""
        signed = _COSIGNED.search(text) if (Act.ADVISORY, Status.DONE) in self._told else None
        if not signed:
            return []
        places = [match.span() for match in _BODIES.finditer(text, signed.start())]
        parties = dict.fromkeys(self.parties.party(sentence, text, place, frozenset()) for place in places)
        kept = [party for party in parties if party and party.country not in self.parties.accused]
        return [self._reading.claim(sentence, ResponseValue(Act.ADVISORY, party, Status.DONE), score=_SURE) for party in kept]

    def _doers(self, sentence: Sentence, text: str, found: Found) -> list[PartyName]:
        against = (self.parties.named(sentence, place).party.country for place in found.targets[:1] if found.act in _HOSTILE)
        barred = frozenset(country for country in against if country)
        parties = [self.parties.party(sentence, text, doer, barred) for doer in found.doers]
        parties = [party for party in parties if party is None or party.kind is not PartyKind.MEDIA]
        if not parties and found.unsaid:
            at_home = found.act in _AT_HOME
            parties = [self.parties.own_state() if at_home else self.parties.state(sentence, text, found.start, barred)]
        if not parties and found.act is Act.MUTUAL_DEFENCE_CONSULTATION:
            parties = [self.parties.alliance()]
        if found.act in OF_STATES:
            parties = [self.parties.in_office(sentence, party) if party else None for party in parties]
        return [party for party in dict.fromkeys(parties) if party is not None and self._may(found.act, party, barred)]

    def _may(self, act: Act, party: PartyName, barred: frozenset[str]) -> bool:
        """Whether a party may be the doer: a public one where only states act, and not the accused state answering back."""
        accused = self.parties.accused
        if act in OF_STATES and party.kind not in _PUBLIC:
            return False
        if act in STATES_ONLY and barred and accused and not barred & accused:
            return False
        return party.country not in barred and not (act in _HOSTILE and party.country in accused)

    def _targets(self, sentence: Sentence, found: Found, doers: list[PartyName]) -> list[PartyName | None]:
        own = {doer.country for doer in doers if doer.country} | {doer.name for doer in doers}
        kept: list[PartyName | None] = []
        for place in found.targets:
            party = self.parties.named(sentence, place).party
            if party.country in own or party.name in own or (party.kind is PartyKind.ATTACKER and party.country is None):
                continue
            if found.act in STATES_ONLY:
                return [_state_of(party)] if party.country else []
            kept.append(party)
        return kept

    def _accused_in(self, sentence: Sentence, found: Found, doers: list[PartyName]) -> list[PartyName | None]:
        """The accused state that the sentence names, as the one whose diplomats or embassy are meant."""
        own = {doer.country for doer in doers}
        parties = (self.parties.named(sentence, match.start()).party for match in _STATE.finditer(sentence.text))
        meant = [party for party in parties if party.country in self.parties.accused and party.country not in own]
        return [_state_of(meant[0])] if meant and found.act in STATES_ONLY else []

    def _date(self, text: str, found: Found) -> PartialDate | None:
        """The date nearest to an act that has been done or is set, when it stands close by and dates no attack."""
        if found.status not in {Status.DONE, Status.ANNOUNCED}:
            return None
        near = [
            (max(hit.start - found.end, found.start - hit.end), hit.start, hit.date)
            for hit in self._dates.find(text)
            if hit.lead != "since" and not _ATTACK_DATED.search(text, max(0, hit.start - 40), hit.start)
        ]
        gap, _, when = min(near, default=(_DATE_REACH + 1, 0, None))
        return when if gap <= _DATE_REACH else None


def _is_vow(text: str, found: Found) -> bool:
    """Whether unnamed action is promised, which holds it out as a consequence."""
    return found.status is Status.ANNOUNCED and bool(_VOW.search(text, max(0, found.start - 20), found.end))


def _state_of(party: PartyName) -> PartyName | None:
    return PartyName(country_name(party.country), PartyKind.STATE, party.country) if party.country else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip(" ,;")), start + len(words.rstrip())
