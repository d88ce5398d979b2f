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
    text, own = shown.text, shown.own
    inner = (max(own[0], span[0]), min(own[1], span[1]))
    for start, end in (inner, own):
        found = occurrences(name, text, start, end) or occurrences(name, text, start, end, any_case=True)
        if found:
            return found[0]
    for form in shorter(name):
        for start, end in (inner, own):
            found = occurrences(form, text, start, end)
            if found:
                return found[0]
    return _of_state(party, own, inner, mentions) or _around(name, shown)


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
