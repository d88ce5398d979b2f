"""The words that dates are said in, as patterns, each tried only where a plain string calls for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from demarche.steps.extract.signals.finder import entered

MONTHS = "january february march april may june july august september october november december".split()
NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_COUNTED = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()
COUNTS = {"a": 1, "an": 1, "the": 1, **{name: number for number, name in enumerate(_COUNTED, 1)}}
ORDINALS = {name: number for number, name in enumerate("second third fourth fifth sixth seventh".split(), 2)}

YEAR = r"(?:19[5-9]|20[0-9])\d"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.?|April|Apr\.?|May|June?|Jun\.|July?|Jul\.|Aug(?:ust|\.)?|Sept?(?:ember|"
    r"\.)?|Oct(?:ober|\.)?|"
    r"Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-zà-ž])"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:.,]\d|\d)"
_WEEK = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_OTHER_YEAR = r"(?:last year|this year|the same year|that year|the year before|of last year|of this year|the previous year)"
_TAIL = rf"(?:,? (?P<y>{YEAR})\b|,? (?P<o>{_OTHER_YEAR}))"
_SECOND = rf"(?:(?:-|–| and | to | or )(?P<e>{_DAY}))?"
_COUNT = "|".join(sorted((f"[{name[0].upper()}{name[0]}]{name[1:]}" for name in _COUNTED), reverse=True)) + r"|\d{1,2}"
_STEMS_OF_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"


_STEMS_OF_DISTANCES = "|".join(
    [
        " ago",
        *(
            f"{unit} {said}"
            for unit in ("s", "day", "week", "month", "year")
            for said in ("after", "into", "before", "earlier")
        ),
        *(f"{unit} on," for unit in ("s", "day", "week", "month", "year")),
    ]
)


class DatePattern(NamedTuple):
    """A way to say a date; `stems` are plain strings joined by bars, one of which every match holds, so many characters after
    its beginning at most."""

    stems: str
    reach: int
    pattern: re.Pattern[str]

    def matches(self, text: str, places: Sequence[int]) -> Iterable[re.Match[str]]:
        """Every match in a text whose stems stand at some places, in order."""
        if self.reach:
            return self.pattern.finditer(text, max(0, min(places) - self.reach))
        return entered(self.pattern, text, places)


PATTERNS = (
    DatePattern("20|19", 0, re.compile(rf"\b(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>0[1-9]|[12]\d|3[01]))?\b")),
    DatePattern(_STEMS_OF_MONTHS, 20, re.compile(rf"\b(?P<d>{_DAY}){_SECOND}(?: of)? (?P<m>{_MONTH}){_TAIL}?")),
    DatePattern(_STEMS_OF_MONTHS, 0, re.compile(rf"\b(?P<m>{_MONTH}) (?P<d>{_DAY}){_SECOND}{_TAIL}?")),
    DatePattern("20", 6, re.compile(r"\b(?P<d>0?[1-9]|[12]\d|3[01])(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<y>20\d\d)\b")),
    DatePattern(_STEMS_OF_MONTHS, 0, re.compile(rf"\b(?P<m>{_MONTH})(?:,? (?:of )?(?P<y>{YEAR})\b|,? (?P<o>{_OTHER_YEAR}))")),
    DatePattern(
        _STEMS_OF_MONTHS,
        10,
        re.compile(
            r"(?:\b(?P<q>[Ll]ast|[Tt]his|[Nn]ext) |\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|[Ff]rom|[Bb]y|[Oo]f|[Ll]ate|[Ee]arly|"
            r"[Mm]id-?|and|to|[Bb]etween|[Tt]he|[Aa]|[Ii]ts|their|[Aa]round|[Aa]bout|[Tt]hrough|[Bb]efore|[Aa]fter)[ -]|^)"
            rf"(?P<m>{_MONTH})(?!['’]?s? (?:[A-Z]|not\b|have\b|be\b))(?= |[,.;:)'’–-]|$)"
        ),
    ),
    DatePattern("day", 12, re.compile(rf"\b(?:[Ll]ast |[Tt]his |[Nn]ext )?(?P<w>{_WEEK})\b")),
    DatePattern(
        "esterday|oday|onight|ast night|vernight|ast |his |revious |ext |the weekend",
        6,
        re.compile(
            r"\b(?P<r>[Yy]esterday|[Tt]oday|[Tt]onight|[Ll]ast night|[Oo]vernight|(?:[Ll]ast|[Tt]his|[Pp]ast|[Pp]revious|"
            r"[Nn]ext) (?:week|month|year|weekend|spring|summer|autumn|fall|winter)|[Oo]ver the weekend|[Aa]t the weekend)\b"
            r"(?!['’]s? Monday)"
        ),
    ),
    DatePattern(
        _STEMS_OF_DISTANCES,
        32,
        re.compile(
            rf"\b(?P<n>[Tt]he|[Aa]n?|{_COUNT})(?P<half> and a half)? (?P<u>day|week|month|year)s? "
            r"(?P<t>ago|after|into|before|earlier|on(?=,))\b"
        ),
    ),
    DatePattern(
        " day|days|of the week",
        40,
        re.compile(
            r"\b(?:for|in|over) (?P<f>(?:an? |the )?(?:second|third|fourth|fifth|sixth|seventh) (?:straight |consecutive |"
            r"running )?day|(?:much|most) of the week|days|several days|(?:the )?(?:past|last|recent) (?:few )?days|"
            r"recent days)\b|"
            r"\b(?P<f1>days of (?:[\w-]+ ){0,2}(?:disruptions?|outages?|chaos|attacks|trouble))\b"
        ),
    ),
    DatePattern(
        "a day|a week|a month|a year| days| weeks| months| years",
        32,
        re.compile(
            r"\b[Ff]or (?:(?:more|less) than |nearly |almost |about |over |at least |some |the (?:past|last) )?"
            rf"(?P<n2>an?|{_COUNT}) (?P<u2>day|week|month|year)s?\b"
        ),
    ),
    DatePattern(
        "Christmas|New Year|Good Friday|Easter",
        0,
        re.compile(
            r"\b(?P<h>(?:Christmas|New Year['’]s) (?:Eve|Day)|Good Friday|Easter (?:weekend|Sunday|Monday))\b"
            r"(?: (?P<y>20\d\d)\b)?"
        ),
    ),
    DatePattern(
        "20|19",
        0,
        re.compile(
            rf"(?<![\d$€£.,:/@#-])\b(?P<y>{YEAR})\b(?![\d%]|[.,:/-]\d|-year| (?:computers|workstations|people|customers|web|"
            r"users|employees|accounts|victims|organi[sz]ations|companies|systems|machines|bitcoin|members|patients))"
        ),
    ),
)
"""In the order in which they are tried: what an earlier one has read no later one reads again."""
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


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[int, ...], ...]]:
    """All stems, and the patterns that each calls for."""
    by_stem: dict[str, list[int]] = {}
    for number, date in enumerate(PATTERNS):
        for stem in date.stems.split("|"):
            by_stem.setdefault(stem, []).append(number)
    return AhoCorasick(list(by_stem), implementation=Implementation.DFA), tuple(map(tuple, by_stem.values()))


def worth_trying(text: str) -> list[tuple[DatePattern, list[int]]]:
    """The patterns, in their order, that some plain string of the text calls for, and where these strings stand."""
    automaton, calls = _automaton()
    places: dict[int, list[int]] = {}
    for stem, start, _ in automaton.find_matches_as_indexes(text, overlapping=True):
        for number in calls[stem]:
            places.setdefault(number, []).append(start)
    return [(PATTERNS[number], places[number]) for number in sorted(places)]
