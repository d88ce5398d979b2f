"""Words of probability and confidence: found beside an accusation, read as a stance, put on the yardstick of the speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass

from demarche.model.claim import Confidence, Likelihood
from demarche.model.sureness import sureness
from demarche.model.vocabulary.attribution import Stance
from demarche.model.vocabulary.yardsticks import scale_of
from demarche.steps.extract.accusations.needed import Needed
from demarche.steps.extract.accusations.origins import Voice
from demarche.steps.extract.mentions.tape import Kind

# "Almost certain" and "highly likely" assert; weaker words suspect (rule 3 of the annotation scheme).
_FIRM = (
    r"almost certain(?:ly)?|near(?:ly)?[- ]certain(?:ly|ty)?|highly likely|very likely|extremely likely|highly "
    r"probable|overwhelmingly likely|beyond (?:any |all )?(?:reasonable )?doubt|"
    r"(?:with )?(?:very )?high(?: degree of| levels? of)? confidence|highly confident|(?:very |fully |absolutely "
    r")?confident|no doubt|(?:without|little|beyond) (?:a |any )?doubt|"
    r"(?:with )?(?:a )?(?:high degree of|absolute|great|reasonable) certainty|undoubtedly|clearly|conclusive(?:ly)?|"
    r"(?:has|have|had) concluded|concluded|concludes|"
    r"(?:it )?is our assessment|(?:has|have) (?:established|determined)|judges|judged|assess(?:es|ed)?|believes?|"
    r"believed|convinced|certain(?:ly)?|unequivocally|definitively|indisputable|"
    r"clear evidence|compelling evidence|strong evidence|overwhelming evidence"
)
_SOFT = (
    r"(?:with )?(?:medium(?:-to-high)?|moderate(?:-to-high)?|low|some|limited) confidence|(?:in )?(?:all likelihood|"
    r"all probability)|most likely|more likely than not|likely|probably|probable|"
    r"possibly|possible|perhaps|maybe|may have|might have|could have|may be|might be|could be|appears? to|appeared to|"
    r"apparently|seems? to|seemed to|seemingly|suspected(?: of)?|suspects?|suspicions?|"
    r"suspicion|alleged(?:ly)?|purported(?:ly)?|presumed|presumably|reportedly|believed to|thought to|(?:bears?|bore|"
    r"bearing|has|had) (?:all )?(?:the |some )?(?:hallmarks|fingerprints|marks)|"
    r"(?:strongly )?suggests?|suggested|suggesting|points? to|pointed to|pointing to|pointed at|indicat(?:es?|ed|ing|"
    r"ions?)|consistent with|realistic possibility|plausible|similarit(?:y|ies)|hints?|hinted|"
    r"overlaps?|signs? of|traces? of"
)
_FIRM_RE = re.compile(rf"\b(?:{_FIRM})\b")
_SOFT_RE = re.compile(rf"\b(?:{_SOFT})\b")
_FIRMLY, _SOFTLY = 1, 2
_NEEDED = Needed(
    [
        "certain|likely|probable|doubt|confiden|clearly|conclusive|concluded|concludes|our assessment|established|determined|"
        "judges|judged|assess|believe|convinced|unequivocally|definitively|indisputable|evidence",
        "confidence|likelihood|probability|likely|probably|probable|possibl|possibility|perhaps|maybe|may have|might have|"
        "could have|may be|might be|could be|appear|apparently|seem|suspect|suspicion|alleged|purported|presum|reportedly|"
        "believed to|thought to|hallmarks|fingerprints|marks|suggest|point|indicat|consistent with|plausible|similarit|hint|"
        "overlap|sign of|signs of|trace of|traces of",
    ]
)
"""Plain strings of which every firm phrase holds one, and every soft one."""
_SAYING_ONLY = re.compile(
    r"^(?:believes?|believed|assess(?:es|ed)?|judges|judged|concluded|concludes|clearly|certainly|certain|(?:has|have|"
    r"had) .*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words found, and the stance that they give an accusation."""

    words: str
    stance: Stance


def hedge_in(text: str) -> Hedge | None:
    """The hedge of a clause; a soft word outweighs a firm one, except where the firm one is a phrase of the yardsticks."""
    lowered = text.lower()
    held = _NEEDED.held(lowered)
    firm = _FIRM_RE.search(lowered) if held & _FIRMLY else None
    soft = _SOFT_RE.search(lowered) if held & _SOFTLY else None
    chosen = firm if firm and (soft is None or not _SAYING_ONLY.match(firm.group())) else soft or firm
    if chosen is None:
        return None
    words = text[chosen.start() : chosen.end()] if len(lowered) == len(text) else chosen.group()
    return Hedge(words, Stance.ASSERTS if chosen is firm else Stance.SUSPECTS)


def measured(words: str, voice: Voice) -> tuple[Likelihood | None, Confidence | None]:
    """The words on the speaker's yardstick: likelihood and confidence are two things, and a phrase is one of them."""
    official = voice.kind in {Kind.OFFICIAL, Kind.STATE, Kind.ANONYMOUS}
    scale = scale_of(voice.party.country, official)
    return sureness(words, scale)
