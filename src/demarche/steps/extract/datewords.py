"""The words that dates are said in, as patterns, each tried only where a plain string calls for it."""

from __future__ import annotations

import re

MONTHS = "january february march april may june july august september october november december".split()
NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_COUNTED = "one two three four five six seven eight nine ten eleven twelve".split()
COUNTS = {"a": 1, "an": 1, **{name: number for number, name in enumerate(_COUNTED, 1)}}

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.?|April|Apr\.?|May|June?|Jun\.|July?|Jul\.|Aug(?:ust|\.)?|Sept?(?:ember|"
    r"\.)?|Oct(?:ober|\.)?|"
    r"Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-zà-ž])"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:.,]\d|\d)"
YEAR = r"(?:19[5-9]|20[0-9])\d"
_WEEK = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_OTHER_YEAR = r"(?:last year|this year|the same year|that year|the year before|of last year|of this year|the previous year)"
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>0[1-9]|[12]\d|3[01]))?\b",
        rf"\b(?P<d>{_DAY})(?:(?:-|–| and | to | or )(?P<e>{_DAY}))?(?: of)? (?P<m>{_MONTH})(?:,? (?P<y>{YEAR})\b|,? "
        rf"(?P<o>{_OTHER_YEAR}))?",
        rf"\b(?P<m>{_MONTH}) (?P<d>{_DAY})(?:(?:-|–| and | to | or )(?P<e>{_DAY}))?(?:,? (?P<y>{YEAR})\b|,? "
        rf"(?P<o>{_OTHER_YEAR}))?",
        r"\b(?P<d>0?[1-9]|[12]\d|3[01])(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<y>20\d\d)\b",
        rf"\b(?P<m>{_MONTH})(?:,? (?:of )?(?P<y>{YEAR})\b|,? (?P<o>{_OTHER_YEAR}))",
        r"(?:\b(?P<q>[Ll]ast|[Tt]his|[Nn]ext) |\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|[Ff]rom|[Bb]y|[Oo]f|[Ll]ate|[Ee]arly|"
        rf"[Mm]id-?|and|to|between|the|[Bb]efore|[Aa]fter)[ -]|^)(?P<m>{_MONTH})(?!['’]?s? (?:[A-Z]|not\b|have\b|be\b))(?= |"
        r"[,.;:)'’-]|$)",
        rf"\b(?:[Ll]ast |[Tt]his |[Nn]ext )?(?P<w>{_WEEK})\b",
        r"\b(?P<r>[Yy]esterday|[Tt]oday|[Tt]onight|[Ll]ast night|[Oo]vernight|(?:[Ll]ast|[Tt]his|[Pp]ast|[Pp]revious|"
        r"[Nn]ext) (?:week|month|year|weekend|spring|summer|autumn|fall|winter))\b(?!['’]s? (?:Monday|election))",
        r"\b(?P<n>[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]welve|\d{1,2}) "
        r"(?P<u>day|week|month|year)s? ago\b",
        rf"(?<![\d$€£.,:/@#-])\b(?P<y>{YEAR})\b(?![\d%]|[.,:/-]\d|-year| (?:computers|workstations|people|customers|web|"
        r"users|employees|accounts|victims|organi[sz]ations|companies|systems|machines|bitcoin|members|patients))",
    )
)
_MONTH_STEMS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WORDS_OF_TIME = ("yesterday", "esterday", "oday", "onight", "vernight", "ast ", "his ", "revious ", "ext ")
_BY_NUMBER, _BY_MONTH, _BY_DAY, _BY_WORD, _BY_COUNT, _BY_YEAR = (0, 3), (1, 2, 4, 5), (6,), (7,), (8,), (9,)
LEAD = re.compile(
    r"\b(?P<lead>since|until|till|from|by|between|before|after|as of|as early as|as far back as|through|within|on|in|during|"
    r"at)"
    r"(?: (?:about|around|at least|the|roughly|approximately|early|late|mid|the (?:early hours|morning|night|evening|"
    r"afternoon|middle|end|beginning|start|summer|spring|autumn|fall|winter|latest|weekend) of|"
    r"(?!(?:since|until|till|from|by|between|before|after|within|on|in|during|at)\b)[a-z]+))?[ -]$",
    re.IGNORECASE,
)
JOINED = re.compile(r"\s*(?:and|to|until|till|through|–|—|-)\s*(?:at least |about |around |early |late |mid-?|the \w+ of )?$")
FUTURE = re.compile(r"\b(?:will|would|next|due|set to|expected|plans?|planned|upcoming|until|by|ahead of|scheduled)\b")
YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|of|by|from|until|during|between|and|to|the|late|early|mid|before|after|around|about|over|summer|"
    r"spring|autumn|winter|fall|year|for|back|least)[ -]|^|, |\()$",
    re.IGNORECASE,
)


def worth_trying(text: str) -> list[int]:
    """The numbers of the patterns, in their order, that some plain string of the text calls for."""
    numbers: tuple[int, ...] = ()
    if "20" in text or "19" in text:
        numbers += _BY_NUMBER + _BY_YEAR
    if any(stem in text for stem in _MONTH_STEMS):
        numbers += _BY_MONTH
    if "day" in text:
        numbers += _BY_DAY
    if any(stem in text for stem in _WORDS_OF_TIME):
        numbers += _BY_WORD
    if " ago" in text:
        numbers += _BY_COUNT
    return sorted(numbers)
