"""Who did an act, by the grammar of its sentence: the subject of a verb, the agent of a passive, the owner of a noun."""

from __future__ import annotations

import re

from demarche.steps.extract.responses_view import ANY, DOER, STATE

Span = tuple[int, int]
"""Places of a sentence. A doer is one mention, a few plain words ("federal prosecutors"), or, when empty, a pronoun."""

_BOUNDARY = re.compile(
    r"[;:—–“”\"]| -{1,2} |\b(?:that|which|who|whose|when|while|whereas|as|because|although|though|if|whether|where|but|so|until|unless|how|what|why)\b|"
    r"\b(?:said|says|saying|told|added|adds|adding|announced that|warned|confirmed|wrote|noted|insisted|declared|reported)\b(?!,)"
)
_PREPOSITION = re.compile(
    r"\b(?:(?:in|on|at|of|from|to|with|by|for|against|into|over|about|like|near|between|under|via|through|after|before|since|despite|behind|than|upon|on behalf of|alongside|"
    r"towards?|inside|outside|within|across|around|including|among|beside|unlike)"
    r" (?:the |a |an |its |his |her |their |both |all |some |[a-z-]+(?:ed|ing|al|an|ern|ous|ive|ior|ish) )?|(?:with|alongside|including|led by) (?:[a-z-]+ ){1,4})[\"“]?$"
)
_CONJUNCTION = re.compile(r"(?:after|before|since|than|until|as) ")
_ACTS = re.compile(r" (?:had|has|have|was|were|is|are|would|will|could|[a-z]{2,}ed)\b")
_OBJECT = re.compile(
    r"\b(?:[a-z]+(?:ed|ing)|blames|accuses|holds|names|sees|urges|gives|believes|to [a-z]+) (?:the |a |an |its |their )?[\"“]?$|"
    r"\b(?:told|blame|accuse|hold|held|say|think|beat|met|made|left|is|was|were|are|be|been) (?:the |a |an |its )?[\"“]?$"
)
_AND = re.compile(
    r",? (?:and|then|but|or|and then|and also|and later)(?: (?:also|then|later|even|therefore|in turn|promptly|immediately|on \w+day|the same day),?)* $"
)
_RELATIVE = re.compile(r"(?:,? (?:who|which|that)(?: (?:[a-z]+ly|also|later|then|had|has|have))*) $")
_PRONOUN = re.compile(
    r"\b(?P<one>[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Tt]he country|[Bb]oth)(?:,? (?:[a-z]+ly|too|also|later|then|all|both|on \w+|in \w+),?)* $"
)
_OPENING = re.compile(r"[\s“\"]*(?P<one>It|He|She|They|it|he|she|they)\b")
_TAIL = (
    r"(?:['’]s? (?:(?!and\b|who\b|which\b)[\w’'-]+ ){0,5}[\w’'-]+)?(?: \([^)]{0,60}\))?"
    rf"(?:,? (?:of|in|at|from|for) (?:the )?(?:{ANY}(?:['’]s)?|[\w’'-]+)(?: [\w’'-]+){{0,3}})?"
    r"(?:, [^;:]{0,110},|,)?(?: [A-Z][a-z]+day)?(?: (?:on|in|late|early|last|this|at|for|through|via|together|along|meanwhile) [^,;:]{0,45})?,? ?$"
)
_AT_VERB = re.compile(rf"{DOER}{_TAIL}")
_BODY = (
    r"(?:(?i:prosecutors?(?: general)?|agents|officers|ministers?|court|judges?|jury|lawmakers|senators|regulators?|parliament|government|cabinet|police|ministry|agency|administration|"
    r"department|council|commission|committee|congress|senate|detectives|investigators|president|mayor|governor|authority|authorities|watchdog|forces|treasury)|"
    r"agencies(?: (?:from|of|in) \w+ countries)?)"
)
_PLAIN_BODY = re.compile(rf"(?P<one>\b(?:(?:[A-Z][\w’'-]+|and|justice|foreign|interior|defen[cs]e|health|finance|energy|treasury|home|cyber|security|intelligence|federal|state|local|public|grand|counter-terrorism|high|bipartisan|group|of|[a-z]+(?:al|ic|ary)) ){{0,4}}?{_BODY})\b(?P<tail>{_TAIL})")
_OPENING_BODY = re.compile(rf"(?:[^,;]{{0,30}}, )?(?:[Tt]he |[Aa]n? |[Ii]ts )?(?P<one>(?:[\w-]+ ){{0,3}}?{_BODY})\b")
_PLAIN_NAME = re.compile(rf"(?:\b[Tt]he )?(?P<one>\b(?:[A-Z][\w&.’-]*\w)(?: (?:[A-Z][\w&.’-]*\w|of|and|the(?= [A-Z]))){{0,4}})(?P<tail>{_TAIL})")
_PLAIN_VICTIM = re.compile(
    rf"(?P<one>\b(?:[Tt]he |[Ii]ts )?(?:[\w-]+ )?(?:company|firm|hospital|city|council|county|university|school|district|retailer|operator|library|fund|bank|group|trust|utility|carmaker|insurer|chain|board|shareholders|"
    rf"administration|mayor|chief executive))\b(?P<tail>{_TAIL})"
)
_NO_NAME = re.compile(
    r"^(?:The|This|That|These|Those|A|An|In|On|At|By|For|From|With|After|Before|As|But|And|When|While|If|It|Its|He|She|They|No|Not|One|Two|Three|Then|Now|Today|Yesterday|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Also|There|Here|"
    r"What|Who|Why|How|Where|Both|All|Some|Many|Several|Others?|Others|Meanwhile|Later|Earlier|Nor|Neither|Nobody|None|Each|Every|So|Yet|Only|Hackers|Officials)\b"
)
_AND_MORE = r"(?:(?:the|an?|its|several|their) )?(?:(?:[a-z-]+ ){0,3}(?:agencies|governments?|authorities|counterparts|services|ministers|police|partners) (?:of|in|from) (?:the )?)?"
_LISTED = re.compile(rf"(?P<one>{DOER})(?:['’]s? [\w’' -]{{0,50}})?(?:,(?: and)?|,? (?:and|as well as|together with|along with|alongside)) {_AND_MORE}$")
_NAME_AND = re.compile(r"(?P<one>\b[A-Z][a-z]+(?: [A-Z][\w’-]+)+),? and (?:the )?$")
_AND_ON = re.compile(rf"^(?:['’]s [\w ]{{0,30}})?(?:,? (?:and|as well as|along with|together with),?|,)(?: and)? {_AND_MORE}(?P<one>{ANY})")
_LIST_ENDS = re.compile(rf"(?:, (?:and )?{_AND_MORE}{ANY}(?:['’]s [\w ]{{0,30}})?)*(?:,? and|, and) {_AND_MORE}(?:{ANY}|\w)|, (?:and|together with|as well as)")
_BY = r"(?:the |an? |its |both |agents of the |officers of the |agencies of )?"
_AGENT = re.compile(rf"^[^.;:]{{0,90}}?\b(?:by|from) {_BY}(?:(?!by\b)[\w’'-]+ ){{0,4}}?(?P<one>{DOER})")
_AGENT_NEAR = re.compile(rf"^(?: [\w’'-]+,?| {ANY}(?:['’]s)?){{0,6}}? (?:by|from) {_BY}(?:(?!by\b)[\w’'-]+ ){{0,3}}?(?P<one>{DOER})")
_PLAIN_AGENT = re.compile(rf"[^.;:,]{{0,50}}? by (?:[Tt]he |an? |its )?(?P<one>(?:[\w-]+ ){{0,3}}{_BODY}|[A-Z][\w&.’-]*\w(?: (?:[A-Z][\w&.’-]*\w|of)){{0,4}})")
_OWNER = re.compile(
    rf"(?P<one>{DOER})(?: \([^)]{{0,20}}\))?(?:['’]s? (?:[a-z-]+ ){{0,3}}| (?:(?:own|new|latest|joint|first|formal|swift|cyber|cyber ?security|technical|security|emergency|public|flash|federal|criminal|arrest) )*)$"
)
_SPEAKER_AFTER = re.compile(rf"\baccording to {_AND_MORE}(?:[a-z-]+ ){{0,3}}(?P<two>{DOER})|[,.!?][\"”’]* {_AND_MORE}(?:(?:said|says|announced) )?(?P<one>{DOER})(?=[^.;]{{0,60}}\b(?:said|says|told|announced|reported|disclosed|confirmed)\b)")
_LED_BY = re.compile(rf"(?:operation|effort|campaign|action)s? (?:\w+ )?(?:led|run|headed|coordinated|conducted|carried out) by (?:the )?(?P<one>{DOER})[^,;]{{0,20}}$")
_DECISION = re.compile(rf"(?P<one>{DOER})['’]s? (?:[\w-]+ )?(?:decision|move|plan|threat|vow|promise) (?:to|of) $|\b(?:decision|move) (?:by|of) (?:the )?(?P<two>{DOER}) to $")
_WHERE = re.compile(rf"(?:[^.;,]{{0,45}}? (?:in|into|at)|) (?:the )?(?P<one>{STATE})")
_PROMISED = re.compile(r"\b(?:said|says|told|promised|promises|announced|announces|pledged|vowed|declared|warned|confirmed|added|adds)\b")
_SPOKEN = re.compile(rf"[.!?,][\"”]+,? (?:said |says )?{_AND_MORE}(?:[\w-]+ ){{0,4}}?(?P<one>{DOER})")


def subjects(text: str, start: int, finite: bool) -> list[Span]:
    """Whoever is the subject of the verb whose group begins at `start`; a conjunct verb, a participle and an infinitive have the
    subject of their clause. Empty when nobody is in reach."""
    left = text[:start].rstrip("“\"‘")
    relative = _RELATIVE.search(left)
    if relative:
        return _last(left[: relative.start()])
    pronoun = _PRONOUN.search(left)
    if pronoun:
        return _of_pronoun(text, pronoun)
    if finite and not _AND.search(left):
        at = _subject_at(left)
        if at is not None:
            return _listed(left, at)
        plain = _plain(left)
        if plain is not None:
            return [plain]
    led = None if finite else _LED_BY.search(left)
    if led:
        return [led.span("one")]
    decision = None if finite else _DECISION.search(left)
    if decision:
        return [decision.span("one" if decision.group("one") else "two")]
    floor = left.rfind(";") + 1 if finite else 0
    first = clause_subject(left, floor)
    if first is not None:
        return listed_from(left, first)
    opening = _OPENING.match(left, floor)
    return [(opening.start("one"), opening.start("one"))] if opening else []


def _of_pronoun(text: str, pronoun: re.Match[str]) -> list[Span]:
    if pronoun.group("one").lower() in {"we", "i"}:
        speaker = _SPOKEN.search(text, pronoun.end())
        return [speaker.span("one")] if speaker else [(pronoun.start(), pronoun.start())]
    first = clause_subject(text[: pronoun.start()])
    if first is not None:
        return [(first, first + 1)]
    body = _OPENING_BODY.match(text, 0, pronoun.start())
    return [body.span("one") if body else (pronoun.start(), pronoun.start())]


def agents(text: str, end: int, near: bool = False) -> list[Span]:
    """Whoever "by" names after `end`, all of a list."""
    found = (_AGENT_NEAR if near else _AGENT).match(text[end : end + 160])
    if found:
        return listed_from(text, end + found.start("one"))
    plain = None if near else _PLAIN_AGENT.match(text, end)
    return [plain.span("one")] if plain and not _NO_NAME.match(plain.group("one")) else []


def owner(text: str, start: int) -> list[Span]:
    """Whoever possesses the noun at `start`."""
    first = max(0, start - 70)
    found = _OWNER.search(text[first:start])
    return [(first + found.start("one"), first + found.end("one"))] if found else []


def place_of(text: str, end: int) -> list[Span]:
    """The state on whose soil something was done, when said right after it."""
    found = _WHERE.match(text, end)
    return [found.span("one")] if found else []


def reporter(text: str, start: int, end: int) -> list[Span]:
    """Whoever says in the same sentence that the act at these places was done, after it."""
    found = _SPEAKER_AFTER.search(text, end)
    return [found.span("one" if found.group("one") else "two")] if found and start < found.start() else []


def _last(text: str) -> list[Span]:
    for match in list(re.finditer(DOER, text))[:-4:-1]:
        if _AT_VERB.fullmatch(text, match.start()):
            return [match.span()]
    plain = _plain(text)
    return [plain] if plain else []


def free(text: str, place: int, at_verb: bool = False) -> bool:
    """Whether the words at a place hang on no preposition and are no object. `at_verb`: a verb follows, so that "after" and the
    like begin a clause."""
    before = text[max(0, place - 50) : place]
    found = _PREPOSITION.search(before)
    if found and not (_CONJUNCTION.match(found.group()) and (at_verb or _ACTS.match(text, place + 1))):
        return False
    return not _OBJECT.search(before)


def _subject_at(left: str) -> int | None:
    """The mention that stands directly before a verb, an apposition or a time between them aside."""
    for match in list(re.finditer(DOER, left))[:-4:-1]:
        if _AT_VERB.fullmatch(left, match.start()) and free(left, match.start(), at_verb=True):
            return match.start()
    return None


def _plain(left: str) -> Span | None:
    """A body, a victim or a name in plain words directly before a verb."""
    first = max(0, len(left) - 150)
    window = left[first:]
    for pattern in (_PLAIN_BODY, _PLAIN_VICTIM, _PLAIN_NAME):
        for match in pattern.finditer(window):
            start = first + match.start("one")
            if free(left, start) and not (pattern is _PLAIN_NAME and _NO_NAME.match(match.group("one"))):
                return start, first + match.end("one")
    return None


def main_subject(text: str) -> int | None:
    """The first free mention of a sentence."""
    return next((match.start() for match in re.finditer(DOER, text) if free(text, match.start())), None)


def promiser(text: str, start: int) -> list[Span]:
    """Whoever says before `start` that something is to come."""
    found = None
    for found in _PROMISED.finditer(text, text.rfind(";", 0, start) + 1, start):
        pass
    return subjects(text, found.start(), True) if found else []


def clause_subject(left: str, floor: int = 0) -> int | None:
    """The first free mention of the last clause that has one, none before `floor`."""
    cuts = [floor, *(match.end() for match in _BOUNDARY.finditer(left, floor)), len(left)]
    for start, end in reversed(list(zip(cuts, cuts[1:], strict=False))):
        for match in re.finditer(DOER, left[start:end]):
            if free(left, start + match.start()):
                return start + match.start()
    return None


def _listed(left: str, at: int) -> list[Span]:
    """Everybody conjoined before the mention at a place, that one last."""
    places = [at]
    while True:
        first = max(0, places[0] - 90)
        found = _LISTED.search(left[first : places[0]])
        if not found:
            plain = _NAME_AND.search(left[first : places[0]])
            named = [(first + plain.start("one"), first + plain.end("one"))] if plain else []
            return named + [(place, place + 1) for place in places]
        places.insert(0, first + found.start("one"))


def listed_from(text: str, first: int) -> list[Span]:
    """Everybody conjoined after the mention at a place, that one first."""
    places = [first]
    while True:
        more = _AND_ON.match(text[places[-1] + 1 : places[-1] + 60])
        if not more or (more.group().startswith(",") and not _LIST_ENDS.match(text, places[-1] + 1)):
            return [(place, place + 1) for place in places]
        places.append(places[-1] + 1 + more.start("one"))
