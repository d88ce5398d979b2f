"""How states answered: what the rules find where the network does not think otherwise, and what only the network finds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from demarche.model.claim import UNSPECIFIED, Claim, PartyName, ResponseValue
from demarche.model.vocabulary.act_facts import ACTS
from demarche.model.vocabulary.attribution import PartyKind
from demarche.model.vocabulary.responses import Act, Status
from demarche.reference.tables import country_name
from demarche.steps.extract.apart import main_labels
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.responses.claims import OF_STATES, STATES_ONLY
from demarche.steps.extract.trained.decoding import Deed
from demarche.steps.extract.trained.network import ACTS as NAMES
from demarche.steps.extract.trained.network import READER, Seen
from demarche.steps.extract.trained.parties import Parties

_DOUBTED, _CLEAR = 0.05, 0.7
"""Below the first likelihood the network overrules a rule, unless the rule thinks its claim as likely as the second."""
ALONE = 0.7
"""From this likelihood on the network tells of an act that no rule finds. Over 29 reports that neither rules nor network had
seen, F1 of responses is 0.31 by the rules and 0.41 to 0.43 at 0.3 to 0.7; precision is highest, 0.58, at 0.7."""
_VAGUE = "statement"
_EVEN = 0.5
_PLACE = re.compile(r"\bin (?:the )?(?:[A-Z]\w+(?: [A-Z]\w+)*(?:, and |, | and ))*(?:the )?$")
"""Before a state that is where something is: "in Norway, Sweden and "."""
_OFFICES = frozenset({PartyKind.GOVERNMENT, PartyKind.ANONYMOUS_OFFICIAL})
_BODIES = frozenset({PartyKind.INTERNATIONAL_ORGANISATION, PartyKind.COMPANY, PartyKind.MEDIA, PartyKind.VICTIM})
_BY_NAME: dict[str, Act] = {name: act for act, facts in reversed(ACTS.items()) for name in [facts.annotation] if name}


def answers(
    reading: Reading, parties: Parties, seen: Mapping[int, Seen], told: Iterable[tuple[int, Deed]], ruled: Iterable[Claim]
) -> list[Claim]:
    """The answers to the primary incident. `seen` is what the network sees in each sentence that it was shown, `told` its deeds
    with the numbers of their sentences, `ruled` what the rules find."""
    kept: list[Claim] = []
    found: set[tuple[int, str | None]] = set()
    for claim in ruled:
        number = next(number for number, span in enumerate(reading.spans) if claim.passage.start < span[1])
        name = ACTS[claim.value.act].annotation if isinstance(claim.value, ResponseValue) else None
        doubted = claim.score < _CLEAR and name in NAMES and number in seen and seen[number].says(str(name)) < _DOUBTED
        if not doubted and not _misread(claim):
            kept.append(claim)
            found.add((number, name))
    about = main_labels(reading)
    for number, deed in told:
        if deed.act != _VAGUE and (number, deed.act) not in found and reading.events[number] in about:
            kept += by_deed(reading, parties, number, deed)
    return kept


def _misread(claim: Claim) -> bool:
    """Whether the rules can hardly be right about whoever did it: a state that the sentence names only as a place, with no high
    score."""
    value = claim.value
    if not isinstance(value, ResponseValue):
        return False
    quote = " ".join(claim.passage.quote.split())
    places = [found.start() for found in re.finditer(re.escape(value.by.name), quote)]
    only_a_place = bool(places) and all(_PLACE.search(quote, 0, start) for start in places)
    return claim.score < _EVEN and value.by.kind is PartyKind.STATE and only_a_place


def by_deed(reading: Reading, parties: Parties, number: int, deed: Deed) -> Iterator[Claim]:
    """The claims that a deed of a sentence makes, one for each party that did it and each that it is against; none where nobody
    is known to have done it. A state that is said not to pay a ransom is who refuses."""
    sentence, act = reading.sentences[number], _BY_NAME[deed.act]
    against = list(_targets(parties, act, deed))
    payer = next(filter(_is_state, against), None) if act is Act.RANSOM_REFUSED else None
    against = [None if party == payer else party for party in against]
    shunned = next((party.country for party in against if party), None)
    state, suffering = payer or parties.state(sentence, shunned), {party.name for party in against if party}
    for place in parties.parted(deed.by):
        found = parties.doer(place, sentence, shunned)
        by = state if found is None or found.name in suffering else _placed(act, found, state)
        if by is not None:
            for party in dict.fromkeys(_other(party, by) for party in against):
                value = ResponseValue(act, by, Status(deed.status), party)
                yield replace(reading.claim(sentence, value, score=round(deed.score, 3)), reader=READER)


def _is_state(party: PartyName | None) -> bool:
    return party is not None and party.kind in {PartyKind.STATE, PartyKind.GOVERNMENT}


def _other(party: PartyName | None, by: PartyName) -> PartyName | None:
    """Whom it is against, unless that is of the doer's own state."""
    return None if party and by.country and party.country == by.country else party


def _targets(parties: Parties, act: Act, deed: Deed) -> Iterator[PartyName | None]:
    """Whom an act is against: the state whose envoy is meant, everybody in a list; None where the words name nobody."""
    spans = [deed.against] if deed.against is None or act in STATES_ONLY else parties.listed(deed.against)
    for span in spans:
        party = None if span is None else parties.accused(span)
        if act in STATES_ONLY and span is not None:
            main = parties.main
            party = party if party and party.country else main
            country = party.country if party else None
            party = PartyName(country_name(country), PartyKind.STATE, country) if country else None
        yield party if party and (party.country or party.name[:1].isupper()) else None


def _placed(act: Act, by: PartyName, state: PartyName | None) -> PartyName | None:
    """Whoever did it, placed in the state in reach where only a state does such a thing, or an office is named without one."""
    if by == UNSPECIFIED:
        return state
    office = by.kind in _OFFICES or (act in OF_STATES and by.kind not in _BODIES)
    return by if by.country or state is None or not office else PartyName(by.name, by.kind, state.country)
