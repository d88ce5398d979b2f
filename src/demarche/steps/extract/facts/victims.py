"""Who was hit: named by the places where sentences put the victim of an attack, each with the sentence it stands on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from demarche.model.claim import PRIMARY, AttributionValue, Claim, DenialValue, PartyName, VictimValue
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.facts.homeland import Homeland, country_within
from demarche.steps.extract.facts.homewords import is_supposed
from demarche.steps.extract.facts.sectors import sector_of
from demarche.steps.extract.facts.targets import Spot, spots
from demarche.steps.extract.mentions.tape import Kind, Named
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import Sentence

_LEAST = 0.9
_MOST = 14
_LEADING = re.compile(r"^(?:(?:the|its|an?|their|some|several|his|her|our) |[\"“'‘(])+", re.IGNORECASE)
_TRAILING = re.compile(r"(?:['’]s?|[\"”’.,]| Corp\.?| Inc\.?)+$")
_NO_VICTIM = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Sept|Oct|Nov|Dec|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"The|This|That|These|Those|It|Its|He|She|They|We|In|On|At|As|By|For|From|But|And|If|When|While|After|Before|Since|One|"
    r"Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Many|Most|"
    r"Several|Another|Others?|No|Not|Nothing|Nobody|None|Who|What|Which|Why|How|There|Here|Both|Neither|Each|All|Internet|"
    r"E-?mail|Web|Telegram|Twitter|Facebook|YouTube|X|WhatsApp|VirusTotal|"
    r"DDoS|IP|IT|USB|VPN|Windows|Linux|Outlook|Office|Exchange|Apache|Log4j|Bitcoin|Christmas|Easter|Europe|Asia|Africa|"
    r"America|Western|European|Eastern|Allied|Moscow|Cyber|Security|North|South|East|West|Pacific|Atlantic|Middle East|U\.S|"
    r"Officials?|Researchers?|Experts?|Analysts?|Investigators?|Police|Hackers?|Attackers?|Criminals?|Prosecutors?|Data|"
    r"Online|Visitors?|Users?|Customers?|Patients?|Operation|Specialists?|Mr|Mrs|Ms|Dr|"
    r"Microsoft|Microsoft Exchange|Photo|Image|Read|Part|Parts|CISA|FBI|NSA|CVE.*|Unit|"
    r"President|Minister|Chancellor|Premier|Everything|Anyone|Somebody|Someone|Whoever|Among|Elsewhere|Reuters|Then|Now|"
    r"critical infrastructure|prime minister|president|authorities|officials|Member States|states?|Systems|ministry|minister)$"
)
_POSSESSOR = re.compile(r"^[A-ZÀ-Ž][\w-]+['’]s (?=[A-ZÀ-Ž][\w-]+ [A-ZÀ-Ž])")
"""Whose party or firm it is, before the name of it in several words."""
_SORTS = re.compile(
    r"(?:,| and| or) (?:[a-z-]+(?:,| and| or) )*[a-z]+(?:-[a-z]+)* (?:organi[sz]ations|bodies|institutions|entities|sectors?|"
    r"targets|companies|agencies)\b"
)
"""What follows where "government" tells a sort: "government and private-sector organisations"."""
_FRIEND = re.compile(r"\b(?:ally|allies|members?|partners?)$", re.IGNORECASE)
_PEOPLE_KINDS = frozenset({Kind.EXPERT, Kind.OFFICIAL})
_PERSONAL_RULES = frozenset({"things-of", "owner", "access", "from", "whose"})
_OWNERSHIP = frozenset({"things-of", "owner", "access"})
_SURE = frozenset({"attack-on", "verb", "victims-are", "passive", "compound"})
_STRONG = frozenset({"attack-on", "passive", "admits", "verb"})
_LATE = 14
_BESIDE = 60
_LOOSE = frozenset({"passive", "admits", "owner", "compound"})
_SUPPOSED_SHARE = 0.4
"""What is left of the weight of a victim that is only warned of."""
_LEAST_TOLD = 0.6
"""The weight from which a victim tells where the attack fell."""
_OF_STATES = frozenset({PartyKind.STATE, PartyKind.GOVERNMENT})
_DOERS = frozenset({Kind.ACTOR, Kind.UNKNOWN, Kind.MALWARE, Kind.ANONYMOUS})


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A victim's name at one place."""

    sentence: Sentence
    spot: Spot
    name: str
    kind: PartyKind
    country: str | None
    like_doer: bool
    """Whether the tape takes it for doers."""


def _mentions(reading: Reading, text: str) -> list[Named]:
    return [reading.tape.mentions[char] for char in text if char in reading.tape.mentions]


def _party_kind(named: list[Named], name: str) -> PartyKind:
    parties = [one for one in named if one.kind not in {Kind.STATE, Kind.ADJECTIVE, Kind.HACKERS}]
    if parties:
        unplaced = parties[0].role == "unplaced"
        return (
            PartyKind.ORGANISATION
            if unplaced
            else PartyKind.INDIVIDUAL
            if parties[0].kind is Kind.EXPERT
            else parties[0].party.kind
        )
    if len(named) == 1 and named[0].party.name == name:
        return PartyKind.STATE
    if re.search(
        r"(?i)government|ministr|parliament|presiden|agenc|department|council|authorit|commission|inspectorate|institutions",
        name,
    ):
        return PartyKind.GOVERNMENT
    return PartyKind.ORGANISATION


def _may_be_hit(named: list[Named], spot: Spot, accused: frozenset[str]) -> bool:
    """Whether what reads like doers, "the Danish shipping group", stands where a victim does and is of no accused state."""
    doers = [one for one in named if one.kind is Kind.HACKERS]
    return not doers or (spot.rule in _SURE and all(one.party.country and one.party.country not in accused for one in doers))


def _accused(told: Sequence[Claim]) -> frozenset[str]:
    """The states that claims accuse, or that deny."""
    parties = (
        claim.value.accused if isinstance(claim.value, AttributionValue) else claim.value.party
        for claim in told
        if isinstance(claim.value, AttributionValue | DenialValue)
    )
    return frozenset(party.country for party in parties if party.country)


def _sighting(reading: Reading, sentence: Sentence, spot: Spot, accused: frozenset[str]) -> _Sighting | None:
    text = sentence.text[spot.start : spot.end]
    named = _mentions(reading, text)
    if any(one.kind in _DOERS for one in named) or not _may_be_hit(named, spot, accused):
        return None
    if spot.rule == "admits" and any(one.kind is Kind.OFFICIAL for one in named):
        return None
    people = [one for one in named if one.kind in _PEOPLE_KINDS and one.role in {"person", "surname"}]
    if people and spot.rule not in _PERSONAL_RULES:
        return None
    words = reading.words(sentence.start + spot.start, sentence.start + spot.end)
    name = _TRAILING.sub("", _LEADING.sub("", words)).strip()
    name = name if any(one.party.country for one in named) else _POSSESSOR.sub("", name)
    if (
        len(name) < 2
        or (name == "government" and _SORTS.match(sentence.text, spot.end))
        or _NO_VICTIM.match(name)
        or _FRIEND.search(name)
        or (spot.rule in _LOOSE and _NO_VICTIM.match(name.split()[0]))
    ):
        return None
    adjective_alone = len(named) == 1 and named[0].kind is Kind.ADJECTIVE and len(text.strip()) == 1
    if adjective_alone and spot.rule != "attack-on":
        return None
    country = next((one.party.country for one in named if one.party.country), None) or country_within(name)
    if adjective_alone:
        name = named[0].party.name
    like_doer = any(one.kind is Kind.HACKERS for one in named)
    return _Sighting(sentence, spot, name, _party_kind(named, name), country, like_doer)


def _sightings(reading: Reading, accused: frozenset[str]) -> Iterator[_Sighting]:
    seen: dict[tuple[int, int, int], float] = {}
    for number, said in spots([sentence.text for sentence in reading.sentences]):
        sentence = reading.sentences[number]
        supposed = is_supposed(sentence.text, said.start)
        spot = replace(said, weight=said.weight * _SUPPOSED_SHARE) if supposed else said
        place = (number, spot.start, spot.end)
        if spot.weight > seen.get(place, 0.0):
            seen[place] = spot.weight
            found = _sighting(reading, sentence, spot, accused)
            if found is not None:
                yield found


def _key(name: str) -> str:
    return re.sub(r"[^\w ]", "", name.lower()).strip()


def _grouped(sightings: list[_Sighting]) -> dict[str, list[_Sighting]]:
    """Sightings by name; a name whose words all stand in a longer one counts with the longer."""
    groups: dict[str, list[_Sighting]] = defaultdict(list)
    for one in sightings:
        groups[_key(one.name)].append(one)
    for short in sorted(groups, key=lambda key: (len(key), key)):
        words = set(short.split())
        longer = [key for key in sorted(groups) if key != short and words < set(key.split()) and len(words) < len(key.split())]
        if longer and short in groups and not any(one.kind is PartyKind.STATE for one in groups[short]):
            groups[max(longer, key=lambda key: (len(groups[key]), key))] += groups.pop(short)
    return groups


def _weight(group: list[_Sighting], told: set[int]) -> float:
    """`told` are the sentences that say what was done; owning a network means little in others. What is said late says less."""
    best: dict[int, float] = {}
    for one in group:
        late = one.sentence.number >= _LATE
        early = 1.2 if one.sentence.headline else 0.95 if late else 1.0
        sure = 1.0 if one.spot.rule not in _OWNERSHIP or one.sentence.number in told else 0.75
        best[one.sentence.number] = max(best.get(one.sentence.number, 0.0), one.spot.weight * early * sure)
    ordered = sorted(best.values(), reverse=True)
    return ordered[0] + 0.4 * sum(ordered[1:4])


def _claim(reading: Reading, group: list[_Sighting], weight: float, homeland: Homeland) -> Claim | None:
    ordered = sorted(group, key=lambda one: (one.sentence.headline, -one.spot.weight, one.sentence.number, one.spot.start))
    best = ordered[0]
    named = max((one for one in group), key=lambda one: (len(one.name), -one.sentence.number))
    country = next((one.country for one in ordered if one.country), None)
    if country is None:
        country = homeland.of(best.sentence, best.spot)
    elif not homeland.is_home(country):
        if best.kind in _OF_STATES:
            return None
        country = None
    party = PartyName(named.name, best.kind, country)
    start = max(best.sentence.start, best.sentence.start + best.spot.start - _BESIDE)
    beside = reading.words(start, min(best.sentence.end, best.sentence.start + best.spot.end + _BESIDE))
    return reading.claim(best.sentence, VictimValue(party, sector_of(party, beside)), score=min(0.95, 0.3 + weight / 4))


def weighed(reading: Reading, told: Sequence[Claim], few: bool = False) -> tuple[Homeland, list[_Sighting]]:
    """The countries of a report, or of a `few` sentences, with all that speaks for and against each, and the names of who was
    hit."""
    own = [one for one in _sightings(reading, _accused(told)) if reading.event(one.sentence) == PRIMARY]
    homeland = Homeland(reading, told, few)
    for one in own:
        if one.spot.weight >= _LEAST_TOLD:
            homeland.hear_of(one.country, one.kind, one.sentence, one.spot)
        if one.like_doer:
            homeland.acquit(one.country)
    return homeland, own


def find_victims(reading: Reading, told: Sequence[Claim] = (), few: bool = False) -> list[Claim]:
    """The victims of what the report, or a `few` of its sentences, is mainly about. `told` are the claims about who did it and
    who answered, by which states that were hit are told from others."""
    homeland, own = weighed(reading, told, few)
    strong = {one.sentence.number for one in own if one.spot.rule in _STRONG}
    telling = {one.sentence.number for one in reading.signals if one.weight > 0} | strong
    weights = {key: (_weight(group, telling), group) for key, group in _grouped(own).items()}
    chosen = sorted(((-weight, key) for key, (weight, _) in weights.items() if weight >= _LEAST))[:_MOST]
    found = (_claim(reading, weights[key][1], weights[key][0], homeland) for _, key in chosen)
    claims = [claim for claim in found if claim is not None]
    named = {claim.value.party.country for claim in claims if isinstance(claim.value, VictimValue)}
    return claims + homeland.claims(named)
