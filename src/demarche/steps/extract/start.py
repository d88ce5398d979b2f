"""When it began, ended, was noticed and was made known: which of a report's dates are days of the incident.

The verb or noun nearest to a date says what happened on it. Dates of statements, sanctions and elections lose to nobody: they are
no candidates at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from demarche.model.claim import PRIMARY, Claim, DateValue
from demarche.model.vocabulary.incidents import DateRole
from demarche.steps.extract.dates import DateForm, DateHit
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import Sentence

ATTACK_NOUN = (
    r"(?:cyber[- ]?|ransomware |hacking |DDoS |denial-of-service )?(?:attacks?|hacks?|intrusions?|break-ins?|incursions?|assaults?|incidents?|operations?|campaigns?|"
    r"compromises?|thefts?|heists?|outages?|outbreaks?|infections?|breach(?:es)?|attempts?|blackouts?|defacements?|cyberattacks?|raids? on|barrage|siege|sabotage)"
)
_ENTRY = (
    r"(?:got in(?:to)?|broke(?:n)? in(?:to)?|breaking into|enter(?:ed|ing)|gain(?:ed|ing)? access|accessed|infiltrated|penetrated|burrowed|first compromised|"
    r"began|begun|started|starting|launched|took place|taken place|taking place|dat(?:es|ing) (?:back|to)|goes? back|went back|trac(?:es|ed|ing) (?:it )?back|"
    r"carried out|committed|inside|walking|struck|occurred|happened|hacked|breached|sat inside|had access|existed|been in)"
)
_EFFECT = (
    r"(?:wiped|erased|destroyed|hit by|was hit|were hit|was attacked|were attacked|infected|encrypted|defaced|stole|stolen|stopped (?:working|responding)|"
    r"went (?:dark|offline|down)|knocked|shut (?:down|off)|crashed|lost|crippled|paralysed|paralyzed|disrupted|flooded|bombarded|spread|posted|leaked|dumped|"
    r"copied|came under|fell victim|suffered|could not be reached|unavailable|locked out|taken offline|cut off|halted|brought down|blocked|struck|"
    r"exploit(?:ed|ing)|used|mailed|targeted|(?:were|was|first) (?:compromised|targeted|affected))"
)
_FOUND = r"(?:discovered|detect(?:ed|s)?|notic(?:ed|ing)|spotted|came to light|found|learned|identified|became aware|uncovered|caught|observed|stepped in|alerted)"
_TOLD = r"(?:disclos(?:ed|ing)|made (?:it )?public|surfaced|became (?:public|known)|went public|reported the breach|broke into the open|revealed|first reported)"
_SAID = (
    r"(?:said|says|told|announc(?:ed|es|ing)|wrote|published|blam(?:ed|es|ing)|accus(?:ed|es|ing)|sanction(?:ed|s)?|expel(?:led|s)?|summon(?:ed|s)?|charg(?:ed|es|ing)|"
    r"arrest(?:ed|s)?|unsealed|resign(?:ed|ation)|condemn(?:ed|s)?|confirm(?:ed|s)?|den(?:ied|ies)|declar(?:ed|es)|issued|warned|called|testif(?:ied|y)|stated|added|"
    r"reject(?:ed|s)?|report(?:ed|s)?|statement|indict(?:ed|ment)|imposed|ordered|elect(?:ed|ion)s?|vote[sd]?|treaty|war|invasion|summit|speech|interview|"
    r"conference|relations|talks|released|closed|due|patched|fixed?|retired|signed|met|meeting|visit(?:ed)?|founded|attributed|hearing|appointed|replied|"
    r"concluded|advisory|alert|severed?|cut (?:its |their |diplomatic )?ties|claimed|boasted|offered|pleaded|sentenced|extradited|investigat\w+|briefing|"
    r"tweeted|opened|lodged|restored|returned|reopened|recovered|resumed|bounty|deadline|registered|law|budget|agreement|policy)"
)
_CUE = re.compile(
    rf"\b(?:(?P<said>{_SAID})|(?P<found>{_FOUND})|(?P<told>{_TOLD})|(?P<entry>{_ENTRY})|(?P<effect>{_EFFECT})|(?P<noun>{ATTACK_NOUN}))\b"
)
_ROLES = {
    "found": DateRole.DISCOVERED,
    "told": DateRole.DISCLOSED,
    "entry": DateRole.START,
    "effect": DateRole.START,
    "noun": DateRole.START,
}
_WEIGHTS = {"entry": 3.4, "effect": 2.8, "noun": 3.0, "found": 2.8, "told": 2.8}
_ADJECTIVAL = re.compile(rf"^(?:['’]s?)? (?:[\w-]+ ){{0,2}}?{ATTACK_NOUN}\b", re.IGNORECASE)
_DATELINE_END = re.compile(r"^[)\s]*(?:[-–—:.|(]|$|\d|Updated|updated)")
_CLAUSE = re.compile(r"[,;:—(]| (?:and|but|after|when|while|who|which|before|saying|adding) ")
_NEGATED = re.compile(
    r"\b(?:no|not|never|without|didn['’]t|did not|previous|earlier|past|similar|another|unrelated)\b[^,;]{0,30}$"
)
_LEAST = 1.0


@dataclass(frozen=True, slots=True)
class _Candidate:
    sentence: Sentence
    hit: DateHit
    role: DateRole
    weight: float


def _is_dateline(reading: Reading, sentence: Sentence, hit: DateHit, text: str) -> bool:
    """The report's own date at the head of a paragraph, which is nobody's event."""
    short = len(text) - (hit.end - hit.start) < 40
    return hit.date == reading.published and hit.start < 60 and (short or bool(_DATELINE_END.match(text[hit.end :])))


def _distance(text: str, hit: DateHit, cue: re.Match[str]) -> float:
    """Characters between a date and a cue; a clause border counts as many more, and what follows is farther than what precedes."""
    if cue.end() <= hit.start:
        between = text[cue.end() : hit.start]
        return len(between) + 25.0 * len(_CLAUSE.findall(between))
    between = text[hit.end : cue.start()]
    opens_clause = hit.start < 30 or bool(re.search(r"[,;:—(] ?(?:[\w-]+ ){0,4}$", text[: hit.start]))
    return len(between) * (0.6 if opens_clause else 1.3) + 25.0 * len(_CLAUSE.findall(between[8:])) + (0 if opens_clause else 8)


def _candidate(sentence: Sentence, text: str, hit: DateHit, cues: list[re.Match[str]]) -> _Candidate | None:
    adjectival = _ADJECTIVAL.match(text[hit.end : hit.end + 60])
    if adjectival:
        return _Candidate(sentence, hit, DateRole.START, 3.6 + _bonus(sentence, hit))
    ranked = sorted(
        (_distance(text, hit, cue), cue.start(), cue) for cue in cues if cue.end() <= hit.start or cue.start() >= hit.end
    )
    if not ranked:
        return None
    distance, _, cue = ranked[0]
    kind = cue.lastgroup or "said"
    if kind == "said" or distance > 110:
        return None
    weight = _WEIGHTS[kind] - distance / 45 + _bonus(sentence, hit)
    if _NEGATED.search(text[max(0, cue.start() - 40) : cue.start()]):
        weight -= 1.5
    return _Candidate(sentence, hit, _ROLES[kind], weight)


def _bonus(sentence: Sentence, hit: DateHit) -> float:
    early = max(0.0, 0.6 - sentence.number * 0.04)
    exact = {3: 0.4, 2: 0.2, 1: 0.0}[hit.date.precision]
    vague = {DateForm.WEEKDAY: -0.3, DateForm.RELATIVE: -0.4}.get(hit.form, 0.0)
    return early + exact + vague + (0.4 if hit.until or hit.lead in {"since", "as early as", "from", "between"} else 0.0)


def _candidates(reading: Reading) -> Iterator[_Candidate]:
    for sentence, text, hits in zip(reading.sentences, reading.plain, reading.dates, strict=True):
        if not hits:
            continue
        cues = list(_CUE.finditer(text))
        for hit in hits:
            if not _is_dateline(reading, sentence, hit, text):
                found = _candidate(sentence, text, hit, cues)
                if found is not None and found.weight >= _LEAST:
                    yield found


def _best(found: list[_Candidate]) -> list[_Candidate]:
    """The strongest date with the support of those that agree, and the sentences that say the same day."""
    if not found:
        return []

    def strength(one: _Candidate) -> tuple[float, int, int]:
        support = sum(0.6 for other in found if other is not one and other.hit.date.agrees(one.hit.date))
        return one.weight + support, one.hit.date.precision, -one.sentence.number

    best = max(found, key=strength)
    return [best, *(other for other in found if other is not best and other.hit.date == best.hit.date)]


def _claims(reading: Reading, best: list[_Candidate]) -> Iterator[Claim]:
    for one in best:
        score = min(0.95, 0.35 + one.weight / 8)
        yield reading.claim(one.sentence, DateValue(one.role, one.hit.date, one.hit.words), score=score)
        if one.hit.until is not None and one.role is DateRole.START:
            yield reading.claim(one.sentence, DateValue(DateRole.END, one.hit.until, one.hit.words), score=score - 0.1)


def find_dates(reading: Reading) -> list[Claim]:
    """The start, end, discovery and disclosure of the incident, each where the text says it; of other events only a plain start."""
    claims: list[Claim] = []
    groups: dict[tuple[str, DateRole], list[_Candidate]] = {}
    for one in _candidates(reading):
        groups.setdefault((reading.event(one.sentence), one.role), []).append(one)
    for (event, role), found in sorted(groups.items(), key=lambda item: (item[0][0], item[0][1].value)):
        if event == PRIMARY or role is DateRole.START:
            claims += _claims(reading, _best(found))
    return claims
