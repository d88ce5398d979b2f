"""Which units of a page are furniture by their own words.

A sentence is furniture only when a cue fits and nothing in it reports: no speaker, no verb of saying, no attack.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from demarche.steps.ingest.phrases import CUES, EDGE_CUES, any_case
from demarche.steps.ingest.units import Unit

_TOLD_APART = "|".join(
    (
        r"read (?:more|also|next|on)|also read|see also|more (?:on|about|from|in|stories|news|like) ?[^.]{0,60}",
        r"(?:related|recommended|suggested|popular|trending|latest|top|featured|recent|similar|more|other)(?: (?:stories|"
        r"articles?|posts?|"
        r"content|links|coverage|reading|topics|news|headlines|now|today|for you|resources|on this|videos|updates|reports|"
        r"searches))+",
        r"related|recommended|trending(?: now)?|most (?:read|popular|viewed|shared|commented|recent|watched)[^.]{0,30}",
        r"you (?:may|might) (?:also )?(?:like|be interested in|have missed)[^.]{0,30}|don[’']?t miss|up next|further reading",
        r"(?:next|previous|older|newer) (?:article|story|post)s?|editor[’']?s[’']? (?:picks?|choice)|our picks|in case you "
        r"missed it",
        r"must[ -]reads?|(?:content|articles?|news|stories|insights?|white ?papers?|resources|messages?|brought to you) "
        r"(?:from|by) "
        r"(?:our )?(?:partners?|sponsors?)",
        r"sponsored(?: content| by| post| links| stories)?|advertis(?:e(?: with us)?|ement|ing)s?|promoted(?: content| "
        r"stories)?",
        r"partner content|paid (?:post|content|partnership)|(?:our )?partners(?: and sponsors)?",
        r"our (?:partners|sponsors|sites|brands|network|newsletters?|other sites)",
        r"(?:topics?|tags?|categor(?:y|ies)|keywords|sections?|filed under|tagged(?: with| in)?|posted in|in this "
        r"(?:article|story|section|"
        r"issue))(?: (?:in|of|covered in) this (?:article|story|page))?|websites in our network|table of contents|on this "
        r"page",
        r"share(?: this(?: (?:article|story|page|post))?)?(?: on| via| with)?|follow(?: us| the author)?(?: on)?",
        r"(?:view )?(?:all|our) (?:newsletters|topics|authors)|comments?(?: \(?\d+\)?)?|\d+ comments?",
        r"(?:leave|post|add|write) a (?:comment|reply)|join the (?:conversation|discussion)|about (?:the )?(?:authors?|"
        r"writer)",
        r"(?:media|press) (?:contacts?|enquiries|inquiries)|(?:quick|useful|external) links|navigation",
        r"menu|search|sign ?up|sign ?in|log ?in|subscribe(?: now| today)?|newsletters?|legal|cookies?|company|jobs|careers|"
        r"help|contact(?: us)?",
    )
)
LABEL = re.compile(rf"^\W{{0,3}}(?:{_TOLD_APART})\W*$", re.IGNORECASE)
"""A line that announces a list of furniture."""

CLOSING = any_case(
    r"^(?:topics?|tags?|filed under|comments?|\d+ comments?|leave a|post a|join the (?:conversation|discussion)|share this|"
    r"sign ?up|related|"
    r"about (?:the )?(?:authors?|writer)|subscribe|newsletters?|websites in our network|most (?:read|popular)|recommended|"
    r"you may|"
    r"more (?:from|stories|news))\b"
)
"""A line after which a page's article is over, unless its prose goes on."""

_FIGURE = re.compile(r"(?:Fig(?:ure|\.)?|Photo|Image|Table|Listing)\s*\d+\b")
_SHARE = any_case(
    r"^(?:(?:share|tweet|pin|post|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|e-?mail|print|copy(?: link| url)?|"
    r"link copied!?|save|"
    r"bookmark|messenger|pinterest|flipboard|instagram|youtube|tiktok|bluesky|mastodon|threads|rss|listen|on|via|this|"
    r"article|story|comment|"
    r"\d+|shares?|gift)(?:[\s:|/,·•&+-]+|$))+$"
)
_PAGING = any_case(r"^(?:page \d+(?: of \d+)?|(?:(?:\d+|next|prev(?:ious)?|first|last|[<>«»‹›|…]|\.\.\.)(?:\s+|$))+)$")
_CRUMBS = re.compile(r"^[\w&’' -]{2,40}(?:\s*[>›»/|·]\s*[\w&’':,. -]{2,60}){1,12}$")

_REPORTS = any_case(
    r"\b(?:said|says|told|according to|reported(?:ly)?|announced|confirmed|warned|added|stated|wrote|denied|claimed|"
    r"accused|blamed|alleged|"
    r"condemned|attributed|attackers?|hackers?|hacked|attacks?|breach(?:ed)?|stolen|leaked|malware|ransomware|espionage|"
    r"sanctions?|"
    r"minist(?:er|ry)|embassy|diplomats?)\b"
)

_CUES = (*CUES, *EDGE_CUES)
_CERTAIN_AT_EDGE = tuple(number for number, each in enumerate(_CUES) if each.certain)
_OTHERS_AT_EDGE = tuple(number for number, each in enumerate(_CUES) if not each.certain)
_CERTAIN = tuple(number for number in _CERTAIN_AT_EDGE if number < len(CUES))
_OTHERS = tuple(number for number in _OTHERS_AT_EDGE if number < len(CUES))


def is_label(unit: Unit) -> bool:
    """Whether a line announces a list of furniture."""
    return unit.words <= 12 and bool(LABEL.match(unit.text))


def cue(unit: Unit, edge: bool = False) -> str | None:
    """The reason why a unit is furniture by its own words, None when it gives none. At the edges of a page more cues count."""
    text = unit.text
    if unit.words <= 16 and not unit.strong:
        if _SHARE.match(text):
            return "share buttons"
        if _PAGING.match(text):
            return "paging"
    if not unit.sentence and _FIGURE.match(text):
        return "caption of a figure"
    needed = _needed(text.lower())
    certain = _first_fitting(unit, _CERTAIN_AT_EDGE if edge else _CERTAIN, needed)
    if certain:
        return certain
    other = _first_fitting(unit, _OTHERS_AT_EDGE if edge else _OTHERS, needed)
    return other if other and not reports(unit) else None


def _first_fitting(unit: Unit, numbers: Iterable[int], needed: set[int]) -> str | None:
    for number in numbers:
        each = _CUES[number]
        if unit.words <= each.most and each.fits(unit.text, number in needed):
            return each.reason
    return None


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[int, ...], ...]]:
    """What cues need to be in a text, and the numbers of the cues that need each."""
    of_need: dict[str, list[int]] = {}
    for number, each in enumerate(_CUES):
        for need in each.needs:
            of_need.setdefault(need, []).append(number)
    return AhoCorasick(list(of_need), implementation=Implementation.DFA), tuple(map(tuple, of_need.values()))


def _needed(lower: str) -> set[int]:
    """The numbers of the cues whose needs a text in lower case has in it."""
    automaton, numbers = _automaton()
    found = {need for need, _, _ in automaton.find_matches_as_indexes(lower, overlapping=True)}
    return {number for need in found for number in numbers[need]}


def reports(unit: Unit) -> bool:
    """Whether a sentence has a verb of saying in it, or an attack: words of reporting that page furniture has not."""
    return unit.sentence and bool(_REPORTS.search(unit.text))


def is_breadcrumb(unit: Unit) -> bool:
    """Whether a line lists the sections of a site, or leads from its home to a page: `Home > News > Security`."""
    return unit.words <= 30 and not unit.sentence and bool(_CRUMBS.match(unit.text))
