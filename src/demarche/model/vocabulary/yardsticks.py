"""Words of estimative probability and the scales they belong to. Bands are whole per cent, both ends included."""

from enum import StrEnum


class Scale(StrEnum):
    """Whose yardstick a phrase is read on; the issuer decides."""

    PHIA = "uk-phia"
    ICD203 = "us-icd-203"
    NONE = "none"


class ConfidenceLevel(StrEnum):
    """Analytic confidence, the three levels that PHIA, ICD-203 and STIX share."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


PHIA: dict[str, tuple[int, int]] = {
    "remote chance": (0, 5),
    "highly unlikely": (10, 20),
    "unlikely": (25, 35),
    "realistic possibility": (40, 50),
    "likely": (55, 75),
    "probable": (55, 75),
    "probably": (55, 75),
    "highly likely": (80, 90),
    "very likely": (80, 90),
    "almost certain": (95, 100),
    "almost certainly": (95, 100),
}
"""The Professional Head of Intelligence Assessment's yardstick (UK, 2018). Its gaps are deliberate."""

ICD203: dict[str, tuple[int, int]] = {
    "almost no chance": (1, 5),
    "remote": (1, 5),
    "very unlikely": (5, 20),
    "highly improbable": (5, 20),
    "unlikely": (20, 45),
    "improbable": (20, 45),
    "roughly even chance": (45, 55),
    "roughly even odds": (45, 55),
    "likely": (55, 80),
    "probable": (55, 80),
    "probably": (55, 80),
    "very likely": (80, 95),
    "highly likely": (80, 95),
    "highly probable": (80, 95),
    "almost certain": (95, 99),
    "almost certainly": (95, 99),
    "nearly certain": (95, 99),
}
"""Intelligence Community Directive 203 (US Director of National Intelligence, 2015), table of likelihood."""

_BANDS = {Scale.PHIA: PHIA, Scale.ICD203: ICD203}

_ISSUERS = {"GB": Scale.PHIA, "US": Scale.ICD203}


def scale_of(country: str | None, official: bool) -> Scale:
    """The yardstick that a speaker is bound to: that of its state when it speaks for it, else none."""
    return _ISSUERS.get(country or "", Scale.NONE) if official else Scale.NONE


def band(words: str, scale: Scale) -> tuple[int, int] | None:
    """The band in per cent that a phrase means on a scale; None when the scale does not define it."""
    return _BANDS.get(scale, {}).get(" ".join(words.lower().split()))
