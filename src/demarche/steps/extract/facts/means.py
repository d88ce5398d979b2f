"""What the attackers used, as far as public reports name it: malware, vulnerabilities by number, ways in."""

from __future__ import annotations

import re
from collections import defaultdict

from demarche.model.claim import PRIMARY, Claim, MeansValue
from demarche.model.vocabulary.incidents import MeansKind
from demarche.steps.extract.mentions.tape import Kind, Named
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.signals.signals import Signal
from demarche.steps.extract.signals.signs import Sign, SignReader, StemIndex

_CVE = re.compile(r"\bCVE-\d{4}-\d{4,7}\b")
_WARE = (
    r"(?:malware|wiper|virus|worm|trojan|implant|backdoor|back door|ransomware|strain|variant|famil(?:y|ies)|malicious "
    r"(?:code|program|software)|encryptor|"
    r"rootkit|spyware|botnet|stealer|loader|remote access (?:tool|trojan|program)|cyberweapon)"
)
_NAME = r"(?P<name>[A-Z][A-Za-z0-9_.-]*[A-Za-z0-9](?: [A-Z][A-Za-z0-9]+)?)"
_QUOTE = "[\"“'‘*]*"
_NAMED = (
    re.compile(
        rf"\b{_WARE}s?\b(?: [a-z-]+){{0,4}}?,? (?:called|named|dubbed|known as|christened|nicknamed|(?:that |which )?goes by "
        rf"the name(?: of)?|labelled|baptised) {_QUOTE}{_NAME}"
    ),
    re.compile(rf"\b(?:the|an?|its|as) (?:[\w-]+ )?{_WARE} {_QUOTE}{_NAME}"),
    re.compile(
        rf"\b(?:famil(?:y|ies)|tools?|malware|implants?)\b[^.;]{{0,40}}\b(?:such as|like|including|include) (?:the \w+ "
        rf")?{_QUOTE}{_NAME}"
    ),
    re.compile(rf"\b(?:named|called|dubbed|christened|nicknamed) (?:it|them|the {_WARE}) {_QUOTE}{_NAME}"),
    re.compile(rf"\bidentified (?:it|the \w+|the malware) as {_QUOTE}{_NAME}"),
    re.compile(rf"\bprogram (?:was|is) {_QUOTE}{_NAME}"),
    re.compile(rf"(?<![A-Za-z’'] )\b{_QUOTE}{_NAME}[\"”'’*]*,? (?:is|was) (?:an? |the )(?:[\w-]+ ){{0,3}}{_WARE}\b"),
    re.compile(rf"\bthat {_QUOTE}{_NAME}[\"”'’]* (?:was|is) (?:an? |the )?(?:component|part|piece) of the {_WARE}\b"),
    re.compile(
        rf"\b(?:the|a|an|of|with|by|its|new|and|called) {_QUOTE}{_NAME}[\"”'’*]* (?:component|{_WARE})\b(?! (?:attack|"
        r"incident|gang|group|crew|task))"
    ),
    re.compile(rf"(?<!\. ){_QUOTE}\b{_NAME}[\"”'’*]* (?:ransomware|wiper|worm)\b(?! (?:attack|incident|gang|group|crew|task))"),
    re.compile(r"\b(?:code|malware|program)\b[^.;]{0,90}\bknown as (?P<name>[a-z][a-z0-9]{4,})\b(?! (?:the|a|an)\b)"),
    re.compile(
        rf"(?:^|[.,] |and ){_QUOTE}(?P<name>[A-Z][A-Z0-9]{{4,}})\b(?=[^.;]{{0,60}}\b(?:families|backdoors?|implants)\b)"
    ),
)
_AND_MORE = re.compile(r"(?:,| and|, and) (?P<name>[A-Z][A-Z0-9]{4,}|[A-Z][a-z]+ [A-Z][a-z]+|[A-Z][a-z]+[A-Z]\w+)\b")
_NOT_A_NAME = re.compile(
    r"^(?:The|This|That|These|A|An|In|On|At|It|One|Two|Other|Another|New|Such|Its|Their|Windows|Linux|Android|Microsoft|"
    r"Exchange|Outlook|Internet|Web|US|UK|EU|English|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|DDoS|Telegram|Twitter|But|And|Security|Cyber|I|Police|No|"
    r"Russian|Chinese|Iranian|Ukrainian|North|South|American|British|"
    r"Israeli|European|Western|More|Most|Some|Several|Ransomware|Malware|Wiper|CISA|FBI|NSA|NATO|NCSC)\b"
)
_ALIAS = re.compile(r"(?:also (?:called|known as|tracked as)|or|a\.?k\.?a\.?|alias|\() ?[\"“'‘]?$")
_ELSEWHERE = re.compile(
    r"\b(?:different|another|other) (?:gang|group|crew|malware|wiper)|and the rest|picked up|forerunner|successor|similar to|"
    r"like the|older|earlier|previous\w*|in 20\d\d"
)
_WARE_STEMS = (
    "ware|wiper|virus|worm|trojan|implant|door|strain|variant|famil|program|code|encryptor|botnet|rootkit|stealer|loader|weapon"
)
_INDEX = StemIndex(
    (
        "called|named|dubbed|known as|christened|goes by|labelled|baptised",
        _WARE_STEMS,
        "such as|like|includ",
        "named it |named them |named the |called it |called them |called the |dubbed it |dubbed them |dubbed the |"
        "christened it |christened them |christened the ",
        "identified it as |identified the ",
        "program was |program is ",
        " is a| was a| is the | was the ",
        "component of the |part of the |piece of the ",
        f"component|{_WARE_STEMS}",
        "ransomware|wiper|worm",
        "known as ",
        "families|backdoor|implants",
        f"identified|{_WARE_STEMS}",
    )
)
"""Plain strings for each of these patterns, one of which every match holds; and what each of their sentences holds."""
_EARLY = 6
_USED = re.compile(
    r"\b(?:us(?:ed|ing|es)|deploy\w*|spread\w*|infect\w*|wip\w+|eras\w+|destroy\w*|install\w*|plant\w*|unleash\w*|found|"
    r"discovered|detected|placed|known as|called|named|"
    r"responsible|variant|encrypt\w*|malware|wiper|worm|virus|ransomware|families|strain|deliver\w*|carr\w+|identif\w+|"
    r"behind|sent|attack\w*|crew|gang)\b"
)

VECTORS: tuple[Sign[str], ...] = (
    Sign("spear-phishing", 1.0, "spear", r"spear[- ]?phishing"),
    Sign(
        "phishing",
        0.9,
        "phish|fake log-in|attachment",
        r"(?<!spear-)(?<!spear )phishing|fake log-?in|(?:malicious|crafted|booby-trapped) (?:[\w-]+ )?attachments?",
    ),
    Sign("password spraying", 1.0, "password spray|brute", r"password[- ]spray\w*|brute[- ]forc\w+|guessing passwords"),
    Sign(
        "supply chain",
        1.0,
        "supply chain|supply-chain|update|provider|supplier",
        r"supply[- ]chain (?:attack|compromise)|(?:tampered|poisoned|trojani[sz]ed|malicious|hijacked|doctored) (?:software "
        r")?updates?|by way of (?:an? )?(?:[\w-]+ ){0,4}provider|through (?:an? )?(?:software|it|payroll) (?:provider|"
        r"supplier)",
    ),
    Sign(
        "stolen credentials",
        1.0,
        "credential|password|account had been compromised|employee",
        r"(?:stolen|compromised|leaked|valid|harvested) (?:[\w-]+ )?(?:credentials|passwords?|log-?ins?)|employee['’]s "
        r"account (?:had been |was )?(?:compromised|hijacked)",
    ),
    Sign(
        "exploited vulnerability",
        0.9,
        "vulnerab|flaw|zero-day|unpatched|hole in|bug|exploit|cve-",
        r"exploit(?:ed|ing|ation of)? [^.;]{0,60}(?:vulnerabilit|flaw|hole|bug|weakness)|zero-day|(?:flaw|hole|bug|"
        r"vulnerabilit(?:y|ies)|gap) (?:[\w-]+ ){0,3}(?:in|of) (?:[\w’'-]+ )|unpatched|through a flaw|cve-\d{4}",
    ),
    Sign(
        "insider",
        0.9,
        "insider|employee had helped|with access",
        r"\binsiders? (?:help|aided|had|who|with|were|was)|help(?:ed)? (?:from|of|by) (?:an? )?insiders?|insiders aided",
    ),
    Sign(
        "social engineering",
        1.0,
        "impersonat|help desk|social engineering|posing as",
        r"social engineering|impersonat\w+|help ?desk|posing as (?:staff|employees|support)",
    ),
    Sign("watering hole", 1.0, "watering", r"watering[- ]hole"),
    Sign("router hijacking", 0.9, "router", r"(?:hijacked|compromised|infected) (?:[\w-]+ ){0,3}routers"),
    Sign("botnet", 0.9, "botnet", r"\bbotnets?\b"),
)
_VECTORS = SignReader(VECTORS)


def _is_ransom_case(reading: Reading) -> bool:
    signals = [one for one in reading.signals if one.weight > 0 and reading.event(one.sentence) == PRIMARY]
    return any(one.label in {Signal.RANSOM, Signal.ENCRYPTED, Signal.GANG} for one in signals)


_GANGS = frozenset({"ransomware", "malware"})
_RANSOM_GANG = re.compile(r"^[^.;]{0,40}\bransomware\b")


def _is_malware(named: Named, after: str, ransom: bool) -> bool:
    """Operators of a ransomware go by its name: in a case of ransom their name is the malware's as well."""
    if named.kind is Kind.MALWARE:
        return named.role != "ransomware" or ransom
    return named.kind is Kind.ACTOR and ransom and (named.role in _GANGS or bool(_RANSOM_GANG.match(after)))


def _known(reading: Reading) -> dict[str, list[Sentence]]:
    ransom = _is_ransom_case(reading)
    found: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in reading.primary():
        for place, named in reading.named[sentence.number]:
            if not _is_malware(named, sentence.text[place + 1 : place + 60], ransom):
                continue
            if not _ALIAS.search(sentence.text[max(0, place - 20) : place]):
                found[named.party.name].append(sentence)
    return found


def _unknown(reading: Reading) -> dict[str, list[Sentence]]:
    found: dict[str, list[Sentence]] = defaultdict(list)
    for number, tried in sorted(_INDEX.triggered(reading.plain).items()):
        text, sentence = reading.plain[number], reading.sentences[number]
        if len(_NAMED) not in tried or reading.events[number] != PRIMARY:
            continue
        for pattern in sorted(tried - {len(_NAMED)}):
            for match in _NAMED[pattern].finditer(text):
                for name in (match.group("name"), *_further(text, match.end("name"))):
                    if not _NOT_A_NAME.match(name):
                        found[name].append(sentence)
    return found


def _further(text: str, end: int) -> list[str]:
    """The names of a list that goes on after a name: "SALTWATER, SEASPY and SEASIDE"."""
    names = []
    while match := _AND_MORE.match(text, end):
        names.append(match.group("name"))
        end = match.end()
    return names


def _counts(reading: Reading, name: str, sentences: list[Sentence]) -> bool:
    """A family counts when its report comes back to it or names it early, or when its one sentence says that it was used."""
    if len({sentence.number for sentence in sentences}) > 1 or sentences[0].number <= _EARLY:
        return True
    text = reading.plain[sentences[0].number].replace(name, "")
    return bool(_USED.search(text)) and not _ELSEWHERE.search(text)


def _malware(reading: Reading) -> list[Claim]:
    found = _known(reading)
    for name, sentences in _unknown(reading).items():
        if name not in found:
            found[name] = sentences
    claims = []
    for name, sentences in sorted(found.items()):
        if _counts(reading, name, sentences):
            best = next((one for one in sentences if not one.headline), sentences[0])
            claims.append(reading.claim(best, MeansValue(MeansKind.MALWARE, name), score=min(0.9, 0.6 + 0.1 * len(sentences))))
    return claims


def _cves(reading: Reading) -> list[Claim]:
    first: dict[str, Sentence] = {}
    for sentence in reading.primary() if "CVE-" in reading.document.text else ():
        for number in _CVE.findall(reading.plain[sentence.number]):
            first.setdefault(number, sentence)
    return [reading.claim(sentence, MeansValue(MeansKind.CVE, number), score=0.9) for number, sentence in sorted(first.items())]


def _ways_in(reading: Reading) -> list[Claim]:
    best: dict[str, tuple[float, Sentence]] = {}
    for one in _VECTORS.find(reading.sentences, reading.lowered):
        if (
            one.firm
            and one.weight >= 0.5
            and reading.event(one.sentence) == PRIMARY
            and one.weight > best.get(one.label, (0.0, None))[0]
        ):
            best[one.label] = (one.weight, one.sentence)
    return [
        reading.claim(sentence, MeansValue(MeansKind.VECTOR, label), score=min(0.8, 0.3 + weight / 3))
        for label, (weight, sentence) in sorted(best.items())
    ]


def find_means(reading: Reading) -> list[Claim]:
    """Malware, vulnerabilities and ways in of the primary incident."""
    return [*_malware(reading), *_cves(reading), *_ways_in(reading)]
