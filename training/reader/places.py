"""Where a party stands that an annotation names: by its name, a shorter form of it, or a mention of its state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from demarche.steps.extract.mentions.tape import Kind, Named
from demarche.steps.extract.reading import Span
from demarche.steps.extract.trained.stretches import AHEAD, BACK

_OFFICIAL = frozenset({"state", "government", "anonymous-official", "international-organisation"})
_OF_STATES = frozenset({Kind.STATE, Kind.OFFICIAL, Kind.ADJECTIVE, Kind.ANONYMOUS})
_INITIALS = re.compile(r"\(([A-Z][A-Za-z0-9-]{1,9})\)")

_EMPTY = frozenset("the a an of and for in on at to by with from its their or".split())
_NOUNS = (
    r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?:[a-z-]+ )?(?:%s)\b|"
    r"(?<![\w’'-])(?:[Ww]e|[Ii]t|[Tt]hey|[Hh]e|[Ss]he|I|[Oo]ur researchers)(?![\w’'-])"
)
_BODY = re.compile(
    _NOUNS
    % "company|firm|vendor|researchers|authors|analysts|experts|team|bank|hospital|airline|insurer|newspaper|broadcaster|"
    "library|university|operator|exchange|organi[sz]ation|paper|report|spokes(?:man|woman|person)"
)
_OFFICE = re.compile(
    _NOUNS % "ministry|agenc(?:y|ies)|government|minister|president|spokes(?:man|woman|person)|authorities|officials?|sources?|"
    "prosecutors?|police|department|bureau|service|council|commission|committee|statement|indictment|complaint|centre|court"
)
_DOER = re.compile(r"\b[Tt]he (?:[a-z-]+ )?(?:group|gang|hackers?|attackers?|crew|collective|actors?|intruders?)\b")
_AGAIN = {
    **dict.fromkeys(("government", "anonymous-official", "international-organisation"), _OFFICE),
    **dict.fromkeys(("state", "group", "individual", "criminal-group", "hacktivist", "attacker"), _DOER),
}
"""How a text speaks of somebody of a kind whom it has named before."""


@dataclass(frozen=True, slots=True)
class Around:
    """A sentence and what is in its reach, as offsets into the text of its report: itself, those before it, those after it, and
    the report's first."""

    text: str
    own: Span
    before: Span
    after: Span
    first: Span

    @classmethod
    def of(cls, text: str, spans: Sequence[Span], number: int) -> Around:
        """The sentence with this number."""
        own = spans[number]
        before = (spans[max(0, number - BACK)][0], own[0])
        after = (own[1], spans[min(len(spans) - 1, number + AHEAD)][1])
        return cls(text, own, before, after, spans[0])


def occurrences(name: str, text: str, start: int, end: int, any_case: bool = False) -> list[Span]:
    """Where a name stands as whole words between two offsets."""
    if not name or end <= start:
        return []
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE if any_case else 0)
    return [match.span() for match in pattern.finditer(text, start, end)]


def shorter(name: str) -> Iterator[str]:
    """Shorter forms by which a text may call the same party, the likeliest first."""
    bare = re.sub(r"^(?:the|a|an) ", "", name, flags=re.IGNORECASE)
    words = bare.split()
    capital = [word for word in words if word[:1].isupper()]
    yield bare
    yield re.sub(r"['’]s?$", "", bare)
    initials = _INITIALS.search(bare)
    if initials:
        yield initials.group(1)
        yield re.sub(r"\s*\([^)]*\)", "", bare)
    for size in range(len(words) - 1, 1, -1):
        parts = (words[first : first + size] for first in range(len(words) - size + 1))
        yield from (" ".join(part) for part in parts if part[0].lower() not in _EMPTY and part[-1].lower() not in _EMPTY)
    yield from _single(words, capital)


def _single(words: list[str], capital: list[str]) -> Iterator[str]:
    if len(words) > 1 and words[-1][:1].isupper() and not words[-1].isupper():
        yield words[-1]
    if len(capital) > 1:
        yield "".join(word[0] for word in capital)
    yield from sorted((word for word in capital if len(word) > 3), key=len, reverse=True)
    if len(words) > 1 and len(words[-1]) > 4:
        yield words[-1]


def place(name: str, party: tuple[str | None, str | None], shown: Around, span: Span, mentions: Iterable[Named]) -> Span | None:
    """The offsets in the document of a party of a kind and country that an entry with this span names: in the span, in its
    sentence, then around it; None when it stands nowhere in reach."""
    text, own, known = shown.text, shown.own, tuple(mentions)
    inner = (max(own[0], span[0]), min(own[1], span[1]))
    for start, end in (inner, own):
        found = occurrences(name, text, start, end) or occurrences(name, text, start, end, any_case=True)
        if found:
            return found[0]
    for form in shorter(name):
        for start, end in (inner, own):
            found = [one for one in occurrences(form, text, start, end) if not _of_another(party[1], one, known)]
            if found:
                return found[0]
    return _of_state(party, own, inner, known) or _around(name, shown) or _described(party[0], text, inner)


def _of_another(country: str | None, span: Span, mentions: Iterable[Named]) -> bool:
    """Whether the words are part of the name of another state or its body: "Korea" of "North Korea", "Oslo" for an embassy."""
    around = [named for named in mentions if named.start <= span[0] and span[1] <= named.end and named.kind in _OF_STATES]
    largest = max(around, key=lambda named: named.end - named.start, default=None)
    return bool(country and largest and largest.party.country and largest.party.country != country)


def _described(kind: str | None, text: str, inner: Span) -> Span | None:
    """Where the words stand for somebody who is named nowhere in reach: "the ministry", "the group", "she", "we"."""
    found = _AGAIN.get(kind or "", _BODY).search(text, *inner)
    return found.span() if found else None


def _of_state(party: tuple[str | None, str | None], own: Span, inner: Span, mentions: Iterable[Named]) -> Span | None:
    kind, country = party
    if country is None or kind not in _OFFICIAL:
        return None
    spans = [
        (named.start, named.end)
        for named in mentions
        if named.party.country == country and named.kind in _OF_STATES and own[0] <= named.start and named.end <= own[1]
    ]
    inside = [span for span in spans if inner[0] <= span[0] and span[1] <= inner[1]]
    return next(iter(inside or spans), None)


def _around(name: str, shown: Around) -> Span | None:
    for form in (name, *shorter(name)):
        before = occurrences(form, shown.text, *shown.before)
        after = occurrences(form, shown.text, *shown.after) or occurrences(form, shown.text, *shown.first)
        if before or after:
            return before[-1] if before else after[0]
    return None
