"""The sector of a victim by the words of its name and those beside it."""

from __future__ import annotations

import re

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.model.vocabulary.incidents import Sector

_S = Sector
_WORDS: tuple[tuple[Sector, str], ...] = (
    (
        _S.PARLIAMENT,
        r"parliament|bundestag|storting|knesset|senate|congress|assembly|lawmakers?|duma|diet|riksdag|eduskunta|folketing|"
        r"legislat\w+|\bmps?\b|house of (?:commons|representatives)",
    ),
    (
        _S.POLITICAL_PARTY,
        r"\bparty\b|democratic national committee|republican national committee|\bdnc\b|\brnc\b|(?:presidential |election "
        r")?campaign|social democrats|liberals|labou?r party|en marche|movement of",
    ),
    (_S.ELECTION, r"elect(?:ion|oral)|voter|ballot"),
    (
        _S.MILITARY,
        r"military|army|armed forces|defen[cs]e (?:ministry|department|forces|intelligence)|ministry of defen[cs]e|navy|air "
        r"force|coast guard|pentagon|\bdefen[cs]e\b",
    ),
    (_S.HEALTH, r"hospital|health|clinic|patholog\w+|medical|\bnhs\b|blood|patient|pharmac\w+|singhealth|vaccin\w+|medicare"),
    (
        _S.FINANCE,
        r"bank\b|banks\b|banking|exchange\b|financ\w+ (?:institution|firm|compan)|insur\w+|bourse|\bcredit\b|treasur(?:y|"
        r"ies)$|swift|payment|crypto|wallet|stock",
    ),
    (
        _S.ENERGY,
        r"energy|electric\w*|power|grid|oil\b|gas\b|pipeline|nuclear|utilit\w+|enrichment|wind turbine\w*|petrol\w*|fuel|"
        r"aramco|reactor|substation",
    ),
    (_S.WATER, r"water|sewage|\bdam\b"),
    (
        _S.TELECOM,
        r"telecom\w*|mobile operator|telephon\w*|carrier|broadband|internet provider|satellite|network operator|isp\b",
    ),
    (
        _S.TRANSPORT,
        r"\bports?\b|airport|airlines?|airways|rail\w*|shipping|transport|transit|metro|ferr(?:y|ies)|logistics|postal|"
        r"\bmail\b(?!box)|freight|maersk",
    ),
    (
        _S.MEDIA,
        r"broadcast\w*|television|\btv\b|tv\d|newspapers?|news agency|radio|media|studio|pictures|publisher|magazine|"
        r"entertainment",
    ),
    (_S.EDUCATION, r"universit\w+|college|school|academy|library"),
    (_S.SCIENCE, r"research (?:institute|centre|center)|laborator\w+|space agency|aerospace exploration|\bscience\b"),
    (_S.DEFENCE_INDUSTRY, r"defen[cs]e (?:contractor|industr|compan|firm)|arms (?:maker|manufacturer)|aerospace"),
    (
        _S.INTERNATIONAL_ORGANISATION,
        r"red cross|united nations|\bopcw\b|african union|world anti-doping|\bwada\b|nato\b|european (?:commission|union|"
        r"parliament)|organi[sz]ation for|international committee|\bwto\b|\bwho\b",
    ),
    (
        _S.CIVIL_SOCIETY,
        r"\bngos?\b|charit\w+|dissident|activist|church|think ?tank|human rights|civil society|foundation|olympic|journalists",
    ),
    (
        _S.GOVERNMENT,
        r"government|ministr\w+|\bagency\b|agencies|department|municipal\w*|\bcity\b|county|council|state institutions|"
        r"president\w*|chancell\w+|embass\w+|federal|authorit\w+|commission|prefecture|"
        r"administration|public service|institutions|inspectorate|police|court|customs|e-albania|prime minister|secretary|"
        r"cabinet|officials|\bstate\b|office of|secretariat|counsel",
    ),
    (
        _S.TECHNOLOGY,
        r"software|technology|tech (?:firm|company|giant)|\bit\b (?:firm|company|provider)|\bcloud\b|hosting|"
        r"solarwinds|microsoft",
    ),
    (_S.FOOD, r"meat\w*|food|beverage|brewer\w*|dairy"),
    (_S.CHEMICALS, r"chemical"),
    (
        _S.COMMERCE,
        r"retail\w*|supermarket|grocer\w*|casino|hotels?|shops?|stores?|car ?maker|manufactur\w+|steel\w*|mill|steelmaker|"
        r"business\w*|compan(?:y|ies)|firms?|\bgroup\b|carmaker|automaker|luxury",
    ),
)
_COMPILED = tuple((sector, re.compile(pattern)) for sector, pattern in _WORDS)
_BROAD = frozenset({_S.COMMERCE, _S.TECHNOLOGY, _S.GOVERNMENT})
"""Sectors of words such as "company", which say less than any other beside them."""
_COUNTRY_BODY = frozenset({PartyKind.GOVERNMENT, PartyKind.STATE})


def _by_words(words: str) -> Sector | None:
    found = [
        (sector not in _BROAD, match.end(), -rank)
        for rank, (sector, pattern) in enumerate(_COMPILED)
        for match in pattern.finditer(words)
    ]
    return _COMPILED[-max(found)[2]][0] if found else None


def sector_of(party: PartyName, beside: str) -> Sector:
    """The sector that the name tells, else the words round it (`beside`), else the kind of party."""
    told = next((sector for sector, pattern in _COMPILED if pattern.search(party.name.lower())), None)
    if told is not None:
        return told
    if party.kind in _COUNTRY_BODY:
        return Sector.GOVERNMENT
    if party.kind is PartyKind.INTERNATIONAL_ORGANISATION:
        return Sector.INTERNATIONAL_ORGANISATION
    near = _by_words(beside.lower())
    if near is not None:
        return near
    if party.kind is PartyKind.MEDIA:
        return Sector.MEDIA
    return Sector.INDIVIDUALS if party.kind is PartyKind.INDIVIDUAL else Sector.OTHER
