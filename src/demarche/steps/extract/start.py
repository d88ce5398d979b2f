"""When it began, ended, was noticed and was made known: which of a report's dates are days of the incident.

The verb or noun nearest to a date says what happened on it. Dates of statements, sanctions and elections are no candidates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from demarche.model.atoms import PartialDate
from demarche.model.claim import PRIMARY, Claim, DateValue
from demarche.model.vocabulary.incidents import DateRole
from demarche.steps.extract.dates import DateForm, DateHit
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.signals import Signal

_NOUN = (
    r"(?:(?:cyber[- ]?|ransomware |hacking |DDoS |denial-of-service )?(?:attacks?|hacks?|intrusions?|break-ins?|incursions?|"
    r"assaults?|incidents?|operations?|"
    r"(?<!presidential )(?<!election )campaigns?|compromises?|thefts?|heists?|outages?|outbreaks?|infections?|breach(?:es)?|"
    r"blackouts?|defacements?|raids? on|barrage|siege|"
    r"sabotage|leaks?|dump|floods?|stoppage|shutdown|attempts?(?! to\b)))(?!['’]s)(?! (?:chair|manager|staff|"
    r"headquarters|team|promise))"
)
_ENTRY = (
    r"(?:got in(?:to)?|broke(?:n)? in(?:to)?|breaking into|breaching|enter(?:ed|ing)?|gain(?:ed|ing)? access|accessed|"
    r"infiltrated|penetrated|burrowed|first compromised|"
    r"begins?|began|begun|started|starting|launched|took place|taken place|taking place|dat(?:es|ing) (?:back|to)|goes? back|"
    r"went back|trac(?:es|ed|ing) (?:it )?back|"
    r"carried out|committed|inside|struck|occurred|happened|hacked|breached|sat inside|had access|existed|been in|"
    r"approached)"
)
_EFFECT = (
    r"(?:wiped|wiping|erased|destroyed|hit by|was hit|were hit|was attacked|were attacked|infected|encrypted|defaced|stole|"
    r"stolen|stopped (?:working|responding|production)|posted|leaked|dumped|"
    r"went (?:dark|offline|down|black)|knocked|shut|crashed|lost|crippled|paralysed|paralyzed|disrupted|flooded|bombarded|"
    r"spread|visitors|dark|offline|"
    r"copied|c[ao]me under|fell victim|showed|damaged|intercepted|attacked|broke down|gutted|besieg\w+|scrapped|went "
    r"down|tamper\w*|failed|suffered|could not be reached|unavailable|locked out|taken "
    r"(?:offline|down)|cut off|"
    r"halted|brought down|blocked|hit the|"
    r"exploit(?:ed|ing)|used|mailed|targeted|(?:were|was|first) (?:compromised|targeted|affected)|took most|had taken)"
)
_FOUND = r"(?:discovered|detect(?:ed|s)?|notic(?:ed|ing)|spotted|came to light|became aware|uncovered|alerted)"
_TOLD = (
    r"(?:disclos(?:ed|ing)|made (?:it )?public|surfaced|became (?:public|known)|went public|reported the breach|broke into "
    r"the open|revealed|first reported)"
)
_SAID = (
    r"(?:said|says|told|announc(?:ed|es|ing)|wrote|published|blam(?:ed|es|ing)|accus(?:ed|es|ing)|sanction(?:ed|s)?|"
    r"expel(?:led|s)?|summon(?:ed|s)?|charg(?:ed|es|ing)|"
    r"arrest(?:ed|s)?|unsealed|resign(?:ed|ation)|condemn(?:ed|s)?|confirm(?:ed|s)?|den(?:ied|ies)|disown\w*|declar(?:ed|es)|"
    r"issued|warned|called|testif(?:ied|y)|stated|added|"
    r"reject(?:ed|s)?|report(?:ed|s)?|statement|indict(?:ed|ment)|imposed|ordered|elect(?:ed|ion)s?|vote[sd]?|treaty|war|"
    r"summit|speech|interview|"
    r"conference|relations|talks|released|closed|due|patched|fixed?|retired|signed|met|meeting|visit(?:ed)?|founded|"
    r"attributed|hearing|appointed|replied|naming|"
    r"concluded|advisory|alert|severed?|cut (?:its |their |diplomatic )?ties|claim(?:s|ed)|boasted|offered|pleaded|sentenced|"
    r"extradited|investigat\w+|briefing|referred|"
    r"tweeted|opened|lodged|restored|returned|reopened|recovered|resumed|resurfaced|bounty|deadline|registered|law|budget|"
    r"agreement|policy|pledged|pointed|joined|promised|sued|filed|fined|acknowledged|admitted|fell due|expelled|drove)"
)
_OBJECT = rf"(?: (?:the|an?|its|this|that) (?:[\w-]+ )?{_NOUN})?"
_CUE = re.compile(
    rf"\b(?:(?P<said>{_SAID}{_OBJECT})|(?P<found>{_FOUND}{_OBJECT})|(?P<told>{_TOLD}{_OBJECT})|(?P<entry>{_ENTRY})|"
    rf"(?P<effect>{_EFFECT})|(?P<noun>{_NOUN}))(?!\w)"
)
_ROLES = {"found": DateRole.DISCOVERED, "told": DateRole.DISCLOSED}
_WEIGHTS = {"entry": 3.4, "effect": 2.9, "noun": 3.0, "found": 2.8, "told": 2.8}
_ADJECTIVAL = re.compile(
    rf"^(?:['’]s?)? (?:(?!(?:that|the|in|on|of|at|an?|when|as|to|and|its|by|for|with|from|after|over)\b)[\w-]+ ){{0,"
    rf"2}}?{_NOUN}(?!\w)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:—(]|,(?! (?:its?|and|the|their)\b)| (?:but|after|when|while|who|which|before|saying|adding) ")
_SUPERLATIVE = re.compile(r"\b(?:first|worst|biggest|largest|most|only)\b[^,;]{0,60}$", re.IGNORECASE)
_LAWFUL = re.compile(r"\b(?:FBI|F\.B\.I\.|police|court|prosecutors|agents|authorities|investigators|Europol)\b[^,;]{0,12}$")
_LAWFUL_DOING = re.compile(
    r"\b(?:led|authori[sz]ed|run|ordered|carried out|mounted) by (?:the )?(?:FBI|F\.B\.I\.|police|court|a federal|"
    r"federal|Europol)\b"
)
_AGAIN = re.compile(
    r"\b(?:second wave|again|another|previous|earlier|past|similar|unrelated|no|not|never|without)\b[^,;]{0,30}$", re.IGNORECASE
)
_NEAR_FORMS = frozenset({DateForm.WEEKDAY, DateForm.RELATIVE})
_FAINT = frozenset({Signal.INTRUSION, Signal.GANG, Signal.MONEY_COST, Signal.RANSOM})
_LEAST = 1.0
_FAR = 140.0
_BARE = 0.5
_PLAIN_LEADS = frozenset({"on", "in", "since", "from", "between", "during"})
"""The weight of a date beside which nothing says what happened, in a sentence that says what was done."""
_EARLIER_DAYS = 90


@dataclass(frozen=True, slots=True)
class _Candidate:
    sentence: Sentence
    hit: DateHit
    role: DateRole
    weight: float
    cue: str


def _is_dateline(reading: Reading, hit: DateHit, text: str) -> bool:
    """The report's own date, written out, is nobody's event."""
    published = reading.published
    if published is not None and hit.date == PartialDate(published.year) and hit.start < 60:
        return text[hit.end : hit.end + 1] == ")"
    return hit.date == published and hit.form not in _NEAR_FORMS and hit.lead not in {"on", "since", "from"}


def _distance(text: str, hit: DateHit, cue: re.Match[str]) -> float:
    """Characters between a date and a cue; a clause border counts as many more, and what follows is farther."""
    if cue.end() <= hit.start:
        between = text[cue.end() : hit.start]
        return len(between) + 20.0 * len(_CLAUSE.findall(between))
    between = text[hit.end : cue.start()]
    opens_clause = hit.start < 30 or bool(re.search(r"[,;:—(*] ?(?:[\w-]+ ){0,4}$", text[: hit.start]))
    stretch = 0.6 if opens_clause else 2.5 if hit.form in _NEAR_FORMS else 1.3
    return len(between) * stretch + 20.0 * len(_CLAUSE.findall(between[8:])) + (0 if opens_clause else 8)


def _bonus(sentence: Sentence, hit: DateHit) -> float:
    early = max(0.0, 0.6 - sentence.number * 0.04)
    exact = {3: 0.4, 2: 0.2, 1: 0.0}[hit.date.precision]
    near = -0.6 if hit.form in _NEAR_FORMS else 0.0
    return early + exact + near + (0.4 if hit.until or hit.lead in {"since", "as early as", "from", "between"} else 0.0)


def _candidate(sentence: Sentence, text: str, hit: DateHit, cues: list[re.Match[str]], telling: bool) -> _Candidate | None:
    if _ADJECTIVAL.match(text[hit.end : hit.end + 60]):
        return _Candidate(sentence, hit, DateRole.START, 3.6 + _bonus(sentence, hit), "noun")
    ranked = sorted(
        (_distance(text, hit, cue), cue.start(), cue) for cue in cues if cue.end() <= hit.start or cue.start() >= hit.end
    )
    if not ranked or ranked[0][0] > _FAR:
        bare = telling and hit.lead in _PLAIN_LEADS and hit.form not in _NEAR_FORMS
        return _Candidate(sentence, hit, DateRole.START, _BARE + _bonus(sentence, hit), "bare") if bare else None
    distance, _, cue = ranked[0]
    kind = cue.lastgroup or "said"
    before = text[max(0, cue.start() - 40) : cue.start()]
    if kind == "said" or _LAWFUL.search(before) or _LAWFUL_DOING.search(text[cue.end() : max(cue.end(), hit.start)]):
        return None
    weight = _WEIGHTS[kind] - distance / 80 + _bonus(sentence, hit)
    if _AGAIN.search(before):
        weight -= 1.5
    if hit.lead == "since" and _SUPERLATIVE.search(text[: hit.start]):
        weight -= 3
    return _Candidate(sentence, hit, _ROLES.get(kind, DateRole.START), weight, kind)


def _telling(reading: Reading) -> set[int]:
    """The numbers of sentences that say what was done: a weekday in another is the day of a statement."""
    return {one.sentence.number for one in reading.signals if one.label not in _FAINT and one.weight > 0}


def _candidates(reading: Reading) -> Iterator[_Candidate]:
    telling = _telling(reading)
    for sentence, text, hits in zip(reading.sentences, reading.plain, reading.dates, strict=True):
        if not hits or text.endswith("?"):
            continue
        cues = list(_CUE.finditer(text))
        for hit in hits:
            if _is_dateline(reading, hit, text) or (
                hit.form in _NEAR_FORMS and hit.date.day and sentence.number not in telling
            ):
                continue
            found = _candidate(sentence, text, hit, cues, sentence.number in telling)
            if found is not None and found.weight >= _LEAST:
                yield found


def _strength(one: _Candidate, found: list[_Candidate]) -> tuple[float, int, int]:
    support = sum(0.5 for other in found if other is not one and other.hit.date.agrees(one.hit.date))
    return one.weight + support, one.hit.date.precision, -one.sentence.number


def _finer(best: _Candidate, found: list[_Candidate]) -> _Candidate:
    """A more exact date that the best one may mean: the day of "the July attack"."""
    exact = [one for one in found if one.hit.date.precision > best.hit.date.precision and one.hit.date.agrees(best.hit.date)]
    return max(exact, key=lambda one: (one.weight, -one.sentence.number), default=best)


def _earlier(best: _Candidate, found: list[_Candidate]) -> _Candidate:
    """Attackers are inside before they strike: a little earlier day that is nearly as well supported."""
    for one in sorted(found, key=lambda one: (one.hit.date.first, one.sentence.number)):
        days = (best.hit.date.first - one.hit.date.first).days
        slack = 1.2 if one.sentence is best.sentence else 0.6
        if (
            one.cue == "entry"
            and 0 < days <= _EARLIER_DAYS
            and one.hit.date.precision >= best.hit.date.precision
            and one.weight >= best.weight - slack
        ):
            return one
    return best


def _best(found: list[_Candidate]) -> list[_Candidate]:
    """The strongest date, and the sentences that say the same day."""
    best = max(found, key=lambda one: _strength(one, found))
    if best.role is DateRole.START:
        best = _earlier(_finer(best, found), found)
    return [best, *(other for other in found if other is not best and other.hit.date == best.hit.date)]


def _claims(reading: Reading, best: list[_Candidate]) -> Iterator[Claim]:
    for one in best:
        score = min(0.95, 0.35 + one.weight / 8)
        yield reading.claim(one.sentence, DateValue(one.role, one.hit.date, one.hit.words), score=score)
        if one.hit.until is not None and one.role is DateRole.START:
            yield reading.claim(one.sentence, DateValue(DateRole.END, one.hit.until, one.hit.words), score=score - 0.1)


def find_dates(reading: Reading) -> list[Claim]:
    """The start, end, discovery and disclosure of the incident, where the text says them; of others only a plain start."""
    groups: dict[tuple[str, str], list[_Candidate]] = {}
    for one in _candidates(reading):
        groups.setdefault((reading.event(one.sentence), one.role.value), []).append(one)
    claims: list[Claim] = []
    for (event, role), found in sorted(groups.items()):
        if event == PRIMARY or role == DateRole.START.value:
            claims += _claims(reading, _best(found))
    return claims
