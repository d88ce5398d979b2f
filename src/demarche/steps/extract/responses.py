"""How states, organisations, companies and victims answered the incident: who did what, against whom, and how far it has come."""

from __future__ import annotations

import re

from demarche.model.claim import PRIMARY, Claim, PartyName, ResponseValue
from demarche.model.vocabulary.attribution import PartyKind
from demarche.model.vocabulary.responses import Act, Status
from demarche.reference.tables import country_name
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.responses_acts import Found, acts_in
from demarche.steps.extract.responses_parties import ReplyParties
from demarche.steps.extract.responses_status import answers_an_answer, elsewhere
from demarche.steps.extract.responses_view import costume
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.tape import Kind, char_class


_HOSTILE = frozenset(
    {
        Act.SEVER_RELATIONS,
        Act.EXPEL_DIPLOMATS,
        Act.RECALL_AMBASSADOR,
        Act.SUMMONS,
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
        Act.CLOSE_MISSION,
        Act.COUNTER_OPERATION,
        Act.MILITARY,
    }
)
"""Acts that the accused state does not do in answer to the attack: when it does them, it answers the answer."""
_ANSWERABLE = frozenset({Act.CONDEMNATION, Act.FURTHER_ACTION, Act.STATEMENT})
_OF_STATES = frozenset(
    {
        Act.SEVER_RELATIONS,
        Act.EXPEL_DIPLOMATS,
        Act.RECALL_AMBASSADOR,
        Act.SUMMONS,
        Act.SANCTIONS,
        Act.TRAVEL_BAN,
        Act.INDICTMENT,
        Act.ARREST,
        Act.RAID,
        Act.PROTEST_NOTE,
        Act.MUTUAL_DEFENCE_CONSULTATION,
        Act.PUBLIC_EMERGENCY,
        Act.LAW_OR_POLICY,
        Act.CLOSE_MISSION,
        Act.MILITARY,
        Act.REWARD_OFFER,
    }
)
_PUBLIC_KINDS = frozenset(
    {
        PartyKind.STATE,
        PartyKind.GOVERNMENT,
        PartyKind.INTERNATIONAL_ORGANISATION,
        PartyKind.RESEARCHER,
        PartyKind.ANONYMOUS_OFFICIAL,
        PartyKind.INDIVIDUAL,
    }
)
_AT_HOME = frozenset({Act.LAW_OR_POLICY, Act.PUBLIC_EMERGENCY})
"""Acts that the state of the report's victims does when nobody is named."""
_COSIGNED = re.compile(r"\b[Cc]o-?(?:sign\w*|author\w*|seal\w*)|\b[Ss]ignator(?:y|ies)\b|\b(?:joined|endorsed|backed|also signed) by\b")
_BODIES = re.compile(char_class(Kind.STATE, Kind.OFFICIAL, Kind.WORLD))
_OF_IT = re.compile(r" (?:that|those|this|these|both|in (?:that|both)) ")
_STATES_ONLY = frozenset({Act.SEVER_RELATIONS, Act.EXPEL_DIPLOMATS, Act.SUMMONS, Act.RECALL_AMBASSADOR, Act.CLOSE_MISSION})
"""Acts against a state, whichever of its people or houses is named."""


class _Claims:
    """Makes claims of what was found in one report."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._parties = ReplyParties(reading)
        self._told: set[tuple[Act, str]] = set()

    def of(self, sentence: Sentence, text: str, found: Found) -> list[Claim]:
        """One claim for each doer and target; none when the accused state answers back, or nobody is in reach."""
        clause = _clause(text, found)
        if elsewhere(clause) or self._parties.of_other_affair(clause) or (found.again and (found.act, found.status) in self._told):
            return []
        if found.act in _ANSWERABLE and answers_an_answer(text[found.start : found.end + 12]):
            return []
        doers = self._doers(sentence, text, found)
        targets = self._targets(sentence, found, doers)
        values = dict.fromkeys(ResponseValue(found.act, doer, found.status, target) for doer in doers for target in targets)
        if values:
            self._told.add((found.act, found.status))
        return [self._reading.claim(sentence, value, asserter=value.by) for value in values]

    def signatories(self, sentence: Sentence, text: str) -> list[Claim]:
        """Those who are said to have signed the advisory that the report told of before."""
        if (Act.ADVISORY, Status.DONE) not in self._told or not _COSIGNED.search(text):
            return []
        signed = [match.start() for match in _BODIES.finditer(text, _COSIGNED.search(text).start())]
        parties = dict.fromkeys(self._parties.party(sentence, text, (place, place + 1), frozenset()) for place in signed)
        kept = [party for party in parties if party and party.country not in self._parties.accused]
        return [self._reading.claim(sentence, ResponseValue(Act.ADVISORY, party, Status.DONE), asserter=party) for party in kept]

    def _doers(self, sentence: Sentence, text: str, found: Found) -> list[PartyName]:
        barred = frozenset(
            party.country
            for party in (self._parties.named(sentence, place).party for place in found.targets[:1])
            if party.country and found.act in _HOSTILE
        )
        parties = [self._parties.party(sentence, text, doer, barred) for doer in found.doers]
        parties = [party for party in parties if party is None or party.kind is not PartyKind.MEDIA]
        if not parties and found.unsaid:
            at_home = found.act in _AT_HOME
            parties = [self._parties.own_state() if at_home else self._parties.state(sentence, text, found.start, barred)]
        if not parties and found.act is Act.MUTUAL_DEFENCE_CONSULTATION:
            parties = [self._parties.alliance()]
        if found.act in _OF_STATES:
            parties = [self._parties.in_office(party) if party else None for party in parties]
        return [party for party in dict.fromkeys(parties) if party is not None and self._may(found.act, party, barred)]

    def _may(self, act: Act, party: PartyName, barred: frozenset[str]) -> bool:
        if act in _OF_STATES and party.kind not in _PUBLIC_KINDS:
            return False
        if act in _STATES_ONLY and barred and self._parties.accused and not barred & self._parties.accused:
            return False
        return party.country not in barred and not (act in _HOSTILE and party.country in self._parties.accused)

    def _targets(self, sentence: Sentence, found: Found, doers: list[PartyName]) -> list[PartyName | None]:
        own = {doer.country for doer in doers if doer.country} | {doer.name for doer in doers}
        kept: list[PartyName | None] = []
        for place in found.targets:
            party = self._parties.named(sentence, place).party
            if party.country in own or party.name in own or (party.kind is PartyKind.ATTACKER and party.country is None):
                continue
            if found.act in _STATES_ONLY:
                return [_state_of(party)]
            kept.append(party)
        return kept or [None]


def _state_of(party: PartyName) -> PartyName | None:
    return PartyName(country_name(party.country), PartyKind.STATE, party.country) if party.country else None


def _clause(text: str, found: Found) -> str:
    start = max(text.rfind(";", 0, found.start), text.rfind(", but ", 0, found.start), 0)
    end = text.find(";", found.end)
    if end >= 0 and _OF_IT.match(text, end + 1):
        end = text.find(";", end + 1)
    return text[start : end if end >= 0 else len(text)]


def find_responses(reading: Reading) -> list[Claim]:
    """The answers to the primary incident, in reading order; `by` is a party of the text or the state in reach, never made up."""
    table = costume(reading.tape, reading.document.text)
    made = _Claims(reading)
    claims: list[Claim] = []
    for sentence in reading.sentences:
        if reading.event(sentence) == PRIMARY:
            text = sentence.text.translate(table)
            for found in acts_in(text):
                claims += made.of(sentence, text, found)
            claims += made.signatories(sentence, text)
    return claims
