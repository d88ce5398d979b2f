"""Background that a report gives: how the parties stand to each other, why it was done, what went before."""

from __future__ import annotations

from functools import cache

from demarche.model.claim import Claim, ContextValue
from demarche.model.vocabulary.attribution import ContextTopic
from demarche.steps.extract.dates.reader import DateForm
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.signals.signs import Evidence, Sign, SignReader

_T = ContextTopic
_LEAST = 0.8
_MOST = 6
"""A report's background is a few sentences; more than this is its story."""

SIGNS: tuple[Sign[ContextTopic], ...] = (
    Sign(
        _T.RELATIONS,
        1.2,
        "relations|ties|tension",
        r"(?:relations|ties|links) (?:between|with) [^.;]{0,60}(?:tense|poor|strained|cool|frosty|bad|soured?|deteriorat\w+|"
        r"hostile|low|worst|cold)|(?:relations|ties) (?:had|have|were|are|has) (?:been |already )?(?:[\w-]+ )?(?:tense|poor|"
        r"strained|cool|frosty|bad|sour|hostile)|no diplomatic relations since|(?:tensions|hostility|enmity|rivalry|feud) "
        r"(?:between|with|has|have|had)|(?:strained|tense|frosty|troubled) (?:relations|ties)",
    ),
    Sign(
        _T.RELATIONS,
        0.9,
        "hybrid war|since the |rival|foe|enem|adversar|row |dispute|stand|quarrel|blows between",
        r"hybrid war|since the (?:war|invasion|annexation|revolution)|arch-?(?:rivals?|foes?|enem)|long-?(?:time|standing) "
        r"(?:rivals?|foes?|adversar\w+)|(?:row|dispute|stand-?off|quarrel) (?:over|with|between)|blows between the two",
    ),
    Sign(
        _T.MOTIVE,
        1.1,
        "retaliat|response to|revenge|reprisal|protest|punish|grudge|avenge",
        r"(?:in|as) (?:an? )?(?:[\w-]+ )?(?:retaliation|revenge|reprisal|protest) (?:for|against|at|over|to)|(?:acting |came "
        r"|acted |was |had acted )?(?:probably )?in response to (?:the )?(?:aggression|remarks|decision|removal|actions?|"
        r"support|sanctions|film|killing|strike|attack)|to punish|revenge for|in protest at|grudge (?:over|against)|to "
        r"avenge|because (?:of )?(?:its|their|the) (?:support|backing|refusal)",
    ),
    Sign(
        _T.MOTIVE,
        1.0,
        "exile|dissident|opposition group|opposition movement|camp|shelter|hosts|hosted|took in",
        r"exiled (?:[\w-]+ ){0,3}(?:group|movement|leader|opposition|organi[sz]ation)|exiles?\b[^.;]{0,40}(?:camp|shelter|"
        r"settled)|(?:hosts?|hosted|took in|shelter(?:s|ed)|gave (?:refuge|shelter) to) [^.;]{0,80}(?:members|group|"
        r"movement|opposition|dissidents|exiles)|target(?:ed|ing)? [\w ]{0,20}dissidents",
    ),
    Sign(
        _T.MOTIVE,
        0.9,
        "ahead of|eve of|before|days after|weeks after|hours after|shortly after|summit|election|statue|memorial|monument|"
        "blockade|transit|anniversary|nato|sanction",
        r"(?:ahead of|on the eve of|days before|weeks before|just before) (?:an? |the |its |their )?(?:[\w’'-]+ ){0,"
        r"3}(?:elections?|vote|summit|conference|visit|speech|games|referendum|debate|holiday|address)|(?:days|weeks|hours|"
        r"shortly) after (?:[\w’'-]+ ){0,6}(?:statue|memorial|monument|removal|decision|vote|speech|sanctions?|visit|"
        r"remarks|killing|raid)|(?:removal|relocation|move) of (?:an? |the )?(?:[\w’'-]+ ){0,3}(?:statue|memorial|monument)|"
        r"lifts? the blockade|(?:blocks?|blocked|stopped letting) (?:the transit|[\w ]{0,30}through)|support(?:s|ed|ing)? "
        r"(?:for )?ukraine|(?:has|had) sanctioned|decision to join|should not have adopted",
    ),
    Sign(
        _T.MOTIVE,
        0.8,
        "aim|purpose|goal|meant to|intend|motive",
        r"(?:whose |the |its |their |real )(?:real )?(?:aim|purpose|goal|motive|object)s? (?:was|were|had been|is|of the "
        r"(?:attack|operation))|(?:was|were) meant to (?:stop|sow|stir|punish|send|influence|weaken)|intended to (?:stop|"
        r"sow|stir|punish|send|weaken|destabili)",
    ),
    Sign(
        _T.PRECEDENT,
        1.0,
        "latest in|first time|not the first|previous attack|earlier attack|series of|string of|line of",
        r"(?:latest|newest|another) in a (?:line|series|string|succession|wave)|not the first (?:time|attack)|previous "
        r"(?:cyber-?)?attacks?|earlier (?:cyber-?)?attacks|(?:series|string|line) of [^.;]{0,50}(?:attacks|actions|"
        r"incidents|intrusions)",
    ),
)


@cache
def _reader() -> SignReader[ContextTopic]:
    return SignReader(SIGNS)


def find_context(reading: Reading) -> list[Claim]:
    """The few sentences that give background, each with its topic; `since` where it says since when."""
    best: dict[int, Evidence[ContextTopic]] = {}
    for one in _reader().find(reading.sentences, reading.lowered):
        number = one.sentence.number
        if not one.sentence.headline and one.weight > best[number].weight if number in best else one.weight >= _LEAST:
            best[number] = one
    chosen = sorted(best.values(), key=lambda one: (-one.weight, one.sentence.number))[:_MOST]
    claims = []
    for one in sorted(chosen, key=lambda one: one.sentence.number):
        since = next(
            (hit.date for hit in reading.dates[one.sentence.number] if hit.lead == "since" and hit.form is DateForm.WRITTEN),
            None,
        )
        claims.append(reading.claim(one.sentence, ContextValue(one.label, since), score=min(0.85, 0.3 + one.weight / 3)))
    return claims
