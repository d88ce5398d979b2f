"""Words of probability and of confidence, put on a yardstick: they are two things, and a phrase is one of them."""

from __future__ import annotations

import re

from demarche.model.claim import Confidence, Likelihood
from demarche.model.vocabulary.yardsticks import ConfidenceLevel, Scale, band

_CONFIDENCE = re.compile(r"\b(?P<level>high|medium|moderate|low)[a-z -]*confidence\b|\bhighly confident\b", re.IGNORECASE)
_LEVELS = {
    "high": ConfidenceLevel.HIGH,
    "medium": ConfidenceLevel.MODERATE,
    "moderate": ConfidenceLevel.MODERATE,
    "low": ConfidenceLevel.LOW,
}


def sureness(words: str, scale: Scale) -> tuple[Likelihood | None, Confidence | None]:
    """What the words are on the scale: a likelihood, with its band where the scale has one, or a confidence with its level."""
    if "confiden" in words.lower():
        return None, Confidence(words, scale, _level(words))
    limits = band(words, scale)
    return (Likelihood(words, scale, *limits) if limits else Likelihood(words, scale)), None


def _level(words: str) -> ConfidenceLevel | None:
    """The level that words of confidence name; None for "some confidence", which names none."""
    found = _CONFIDENCE.search(words)
    if found is None:
        return None
    level = found.group("level")
    return _LEVELS[level.lower()] if level else ConfidenceLevel.HIGH
