"""Who did an act, by the grammar of its sentence: the subject of a verb, the agent of a passive, the owner of a noun."""

from __future__ import annotations

import re
from itertools import pairwise

from demarche.steps.extract.responses import phrases
from demarche.steps.extract.responses.view import DOERS, HELPERS

Span = tuple[int, int]
"""Places of a sentence. A doer is one mention, a few plain words ("federal prosecutors"), or, when empty, a pronoun."""

_BOUNDARY = re.compile(
    r"[;:—–“”\"]| -{1,2} |\b(?:that|which|who|whose|when|while|whereas|as|because|although|though|if|whether|where|but|so|"
    r"until|unless|"
    r"how|what|why)\b|\b(?:said|says|saying|told|added|adds|adding|announced that|warned|confirmed|wrote|noted|insisted|"
    r"declared|"
    r"reported)\b(?!,)"
)
_PREPOSITION = re.compile(
    r"\b(?:(?:in|on|at|of|from|to|with|by|for|against|into|over|about|like|near|between|under|via|through|after|before|since|"
    r"despite|"
    r"behind|than|upon|on behalf of|alongside|towards?|inside|outside|within|across|around|including|among|beside|unlike)"
    r" (?:the |a |an |its |his |her |their |both |all |some |[a-z-]+(?:ed|ing|al|an|ern|ous|ive|ior|ish) )?|"
    r"(?:with|alongside|including|led by) (?:[a-z-]+ ){1,4})[\"“]?$"
)
_CONJUNCTION = re.compile(r"(?:after|before|since|than|until|as) ")
_DOES = re.compile(r" (?:had|has|have|was|were|is|are|would|will|could|[a-z]{2,}ed)\b")
_STAFF_OF = re.compile(
    rf"(?:{HELPERS}|[Tt]eams?|[Oo]fficials|[Aa]gents|[Oo]fficers|[Ee]ngineers|[Rr]esearchers) (?:from|of|at) (?:the )?$"
)
_OBJECT = re.compile(
    r"\b(?:[a-z]+(?:ed|ing)|blames|accuses|holds|names|sees|urges|gives|believes|to [a-z]+) (?:the |a |an |its |"
    r"their )?[\"“]?$|"
    r"\b(?:told|blame|accuse|hold|held|say|think|beat|met|made|left|is|was|were|are|be|been) (?:the |a |an |its )?[\"“]?$"
)
_AND = re.compile(
    r",? (?:and|then|but|or|and then|and also|and later)"
    r"(?: (?:also|then|later|even|therefore|in turn|promptly|immediately|on \w+day|the same day),?)* $"
)
_RELATIVE = re.compile(r"(?:,? (?:who|which|that)(?: (?:[a-z]+ly|also|later|then|had|has|have))*) $")
_PRONOUN = re.compile(
    r"\b(?P<one>[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Tt]he country|[Bb]oth)"
    r"(?:,? (?:[a-z]+ly|too|also|later|then|all|both|on \w+|in \w+),?)* $"
)
_OPENING = re.compile(r"[\s“\"]*(?P<one>It|He|She|They|it|he|she|they)\b")


def subjects(text: str, start: int, finite: bool) -> list[Span]:
    """Whoever is the subject of the verb whose group begins at `start`; a conjunct verb, a participle and an infinitive have
    the subject of their clause. Empty when nobody is in reach."""
    left = text[:start].rstrip('“"‘')
    relative = _RELATIVE.search(left)
    if relative:
        return _last(left[: relative.start()])
    pronoun = _PRONOUN.search(left)
    if pronoun:
        return _of_pronoun(text, pronoun)
    joined = bool(_AND.search(left))
    if finite and not joined:
        found = _beside(left)
        if found:
            return found
    aside = None if finite and not joined else _aside(left, finite)
    return [aside] if aside else _of_clause(left, left.rfind(";") + 1 if finite else 0)


def _beside(left: str) -> list[Span]:
    """Whoever stands directly before a finite verb."""
    for match in list(DOERS.finditer(left))[:-4:-1]:
        if phrases.AT_VERB.fullmatch(left, match.start()) and free(left, match.start(), at_verb=True):
            return _listed_before(left, match.start())
    plain = _plain(left)
    return [plain] if plain else []


def _aside(left: str, finite: bool) -> Span | None:
    """The doer of a verb without a subject of its own: whose operation or decision it was, or who is in "with ... doing"."""
    for pattern in (phrases.LED_BY, phrases.DECISION, phrases.WITH_DOING):
        found = None if finite and pattern is not phrases.DECISION else pattern.search(left)
        if found and not (finite and not found.group("more")):
            return found.span("one") if found.group("one") else found.span("two")
    return None


def _of_clause(left: str, floor: int) -> list[Span]:
    first = clause_subject(left, floor)
    if first is not None:
        return listed_from(left, first)
    opening = _OPENING.match(left, floor)
    return [(opening.start("one"), opening.start("one"))] if opening else []


def _of_pronoun(text: str, pronoun: re.Match[str]) -> list[Span]:
    if pronoun.group("one").lower() in {"we", "i"}:
        speaker = phrases.SPEAKER_OF_QUOTE.search(text, pronoun.end())
        return [speaker.span("one")] if speaker else [(pronoun.start(), pronoun.start())]
    first = clause_subject(text[: pronoun.start()])
    if first is not None:
        return [(first, first + 1)]
    body = phrases.OPENING_BODY.match(text, 0, pronoun.start())
    return [body.span("one") if body else (pronoun.start(), pronoun.start())]


def agents(text: str, end: int, near: bool = False) -> list[Span]:
    """Whoever "by" names after `end`, all of a list."""
    found = (phrases.AGENT_NEAR if near else phrases.AGENT).match(text, end, end + 160)
    if found:
        return listed_from(text, found.start("one"))
    plain = None if near else phrases.PLAIN_AGENT.match(text, end)
    return [plain.span("one")] if plain and not phrases.NO_NAME.match(plain.group("one")) else []


def owner(text: str, start: int) -> list[Span]:
    """Whoever possesses the noun at `start`."""
    found = phrases.OWNER.search(text, max(0, start - 70), start)
    return [found.span("one")] if found else []


def place_of(text: str, end: int) -> list[Span]:
    """The state on whose soil something was done, when said right after it."""
    found = phrases.WHERE.match(text, end)
    return [found.span("one")] if found else []


def reporter(text: str, start: int, end: int) -> list[Span]:
    """Whoever says in the same sentence that the act at these places was done, after it."""
    found = phrases.SPEAKER_AFTER.search(text, end)
    if not found or found.start() <= start:
        return []
    return [found.span("one" if found.group("one") else "two")]


def promiser(text: str, start: int) -> list[Span]:
    """Whoever says before `start` that something is done or to come."""
    found = list(phrases.PROMISED.finditer(text, text.rfind(";", 0, start) + 1, start))
    return subjects(text, found[-1].start(), True) if found else []


def _last(text: str) -> list[Span]:
    """Whoever a relative clause that begins at the end is about."""
    for match in list(DOERS.finditer(text))[:-4:-1]:
        if phrases.AT_VERB.fullmatch(text, match.start()):
            return [match.span()]
    plain = _plain(text)
    return [plain] if plain else []


def free(text: str, place: int, at_verb: bool = False) -> bool:
    """Whether the words at a place hang on no preposition and are no object. `at_verb`: a verb follows, so that "after" and the
    like begin a clause."""
    before = text[max(0, place - 50) : place]
    found = _PREPOSITION.search(before)
    if found and _STAFF_OF.search(before):
        return True
    if found and not (_CONJUNCTION.match(found.group()) and (at_verb or _DOES.match(text, place + 1))):
        return False
    return not _OBJECT.search(before)


def _plain(left: str) -> Span | None:
    """A body, a victim or a name in plain words directly before a verb."""
    first = max(0, len(left) - 150)
    words = left[first:]
    for number in sorted({*phrases.PLAIN_INDEX.in_text(words.lower()), len(phrases.PLAIN) - 1}):
        pattern = phrases.PLAIN[number]
        for match in pattern.finditer(words):
            start = first + match.start("one")
            named = pattern is not phrases.PLAIN_NAME or not phrases.NO_NAME.match(match.group("one"))
            if named and free(left, start):
                return start, first + match.end("one")
    return None


def main_subject(text: str) -> int | None:
    """The first free mention of a sentence."""
    return next((match.start() for match in DOERS.finditer(text) if free(text, match.start())), None)


def clause_subject(left: str, floor: int = 0) -> int | None:
    """The first free mention of the last clause that has one, none before `floor`."""
    cuts = [floor, *(match.end() for match in _BOUNDARY.finditer(left, floor)), len(left)]
    for start, end in reversed(list(pairwise(cuts))):
        for match in DOERS.finditer(left, start, end):
            if free(left, match.start()):
                return match.start()
    return None


def _listed_before(left: str, at: int) -> list[Span]:
    """Everybody conjoined before the mention at a place, that one last."""
    spans = [(at, at + 1)]
    while True:
        first = max(0, spans[0][0] - 90)
        head = left[first : spans[0][0]]
        found = phrases.LISTED_BEFORE.search(head)
        if not found:
            name = phrases.NAME_BEFORE.search(head)
            return [(first + name.start("one"), first + name.end("one")), *spans] if name else spans
        place = first + found.start("one")
        spans.insert(0, (place, place + 1))


def listed_from(text: str, first: int) -> list[Span]:
    """Everybody conjoined after the mention at a place, that one first."""
    places = [first]
    while True:
        last = places[-1] + 1
        more = phrases.LISTED_AFTER.match(text, last, last + 60)
        if not more or (more.group().startswith(",") and not phrases.LIST_ENDS.match(text, last)):
            return [(place, place + 1) for place in places]
        places.append(more.start("one"))
