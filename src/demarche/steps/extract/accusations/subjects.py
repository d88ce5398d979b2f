"""Subjects: who is the subject of a verb on the tape, who is conjoined with them, and which verbs are verbs of saying."""

from __future__ import annotations

import re
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from demarche.steps.extract.mentions.tape import ANY_MENTION, Kind, char_class

SPEAKING = frozenset(Kind) - {Kind.ADJECTIVE, Kind.MALWARE, Kind.DATE, Kind.SITE}
SPEAKER = char_class(*SPEAKING)
SPEAKERS = re.compile(SPEAKER)
SAY_WORDS = (
    "said|says|say|saying|told|tells|tell|telling|stated|states|stating|announced|announces|announcing|wrote|writes|"
    "writing|added|adds|adding|confirmed|confirms|confirming|"
    "concluded|concludes|conclude|concluding|determined|determines|assessed|assesses|assess|assessing|believes|"
    "believed|believe|thinks|thought|think|found|finds|find|declared|"
    "declares|declaring|insisted|insists|claimed|claims|claiming|alleged|alleges|alleging|argued|argues|arguing|"
    "noted|notes|noting|reported|reports|reporting|warned|warns|warning|"
    "explained|explains|charged|charges|maintained|maintains|established|judged|judges|judge|judging|reiterated|"
    "reiterates|revealed|reveals|disclosed|suggested|suggests|suggesting|"
    "acknowledged|acknowledges|suspects|suspected|suspect|tweeted|posted|estimated|testified|asserted|asserts|"
    "contends|contended|indicated|indicates|identified|"
    "observed|observes|commented|replied|responded|called|calls|calling|described|describes|describing|dismissed|"
    "rejected|denied|denies|spoke|speaks|speaking|put|remarked|recalled|pointed|"
    "went|recorded|released|read|traced|saw|sees|holds|held|reckons|reckoned|agreed|agrees|accused|blamed|attributed|"
    "offered|cautioned|cautions|repeated|quipped|retorted|shot back|continued|concedes|"
    "conceded|admitted|admits|stressed|emphasi[sz]ed|underlined|underscored|answered|mocked|ruled|pronounced|wrote "
    "back|complained|regards?|regarded|considers?|considered|deems?|deemed|views?|viewed|infers?|inferred|hinted|"
    "ventured|speculated|let it be known|made clear|makes clear|signalled|named|names|ascribed|linked|connects?|"
    "connected|learned|expects?|presumes?|doubts?|doubted|questioned|swore|vowed"
)
_SAYING = [
    form
    for word in re.sub(r"(\w+)\[sz\](\w+)", r"\1s\2|\1z\2", SAY_WORDS).split("|")
    for form in ((word[:-2], word[:-1]) if word.endswith("?") else (word,))
    if form != "wrote back"
]
_SAYINGS = AhoCorasick(_SAYING, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
_SAY_NOUN = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|statement|report|assessment|advisory|indictment|analysis|findings?|"
    r"investigation|inquiry|investigators?|probe|minister|ministry|officials?|director|"
    r"chief|head|president|judgment|judgement|conclusions?|research|researchers|experts?|analysts?|account|blog post|"
    r"post|memo|document|review|attribution|press release|communiqu[eé]|"
    r"declaration|announcement|bulletin|letter|complaint|affidavit|prosecutors?|ambassador|embassy|mission|government|"
    r"view|intelligence|agencies|services|text|note|filing|evidence|accusations?)$"
)
_PREPOSITIONS = frozenset(
    "in of on at against to with from near for between into than as over about like by after since before behind upon inside "
    "across via toward towards through among alongside under including".split()
)
_DETERMINERS = frozenset("the a an its their his her both all neighbouring ally allies one".split())
_LAST_WORD = re.compile(r"\w+$")
FILLER = (
    r"(?:[a-z’'-]+ly|has|have|had|also|later|then|now|already|again|first|since|all|both|each|once|even|still|earlier|"
    r"today|yesterday|not|did|does|do|never|would|will|could|may|might|must|was|were|is|are|been|be|being|and|is|"
    r"quick|soon|long|swiftly|immediately|jointly|together|itself|themselves|himself|herself|in turn|for (?:his|her|"
    r"its|their) part|instead|twice|a day later|meanwhile|on the record|in public|so far|to|moved|decided|chose|took|"
    r"went so far as|sought|continued|began|came|out|forward|joined|in|finally|next|this time|therefore|however)"
)
TIME = (
    r"(?:(?:(?:late|early) )?on [A-Z][a-z]+(?: (?:morning|evening|night|afternoon))?|on [A-Z][a-z]+\.? \d+(?:, "
    r"\d{4})?|on \d+ [A-Z][a-z]+(?: \d{4})?|in [A-Z][a-z]+(?: \d{4})?|in \d{4}|(?:last|this|that|the same|the "
    r"following|the next) (?:week|month|year|day|evening|night|[A-Z][a-z]+)|[A-Z][a-z]+day|(?:a|two|three|four|five|"
    r"six|several|some) (?:days?|weeks?|months?|years?|hours?) (?:later|after|ago|earlier)|at the time|at a (?:press|"
    r"news) (?:conference|briefing)[a-z A-Z]{0,20}|in (?:a|an|its|his|her|their) [a-z0-9\" ‘’'-]{0,40}|in [A-Z][a-z]+|"
    r"through [a-z ]+|to reporters|before [a-z ]+)"
)
_GAP = re.compile(
    rf"^(?P<owned>['’]s? (?:own )?(?:[\w’'-]+ ){{0,6}}?(?:spokes\w+|minist\w+|government|statement|reports?|assessment|"
    r"advisory|analysis|findings?|investigation|services?|agenc(?:y|ies)|director|chief|head|"
    r"president|researchers|team|experts|analysts|officials|intelligence|embassy|indictment|judgment|conclusions?|"
    r"researcher|foreign|police|prosecutors?|blog|account|leader|executive|office|delegation|"
    rf"representative)s?\b[^,;:.]{{0,40}}?)?"
    rf"(?: (?:in|on|at|to|for|of|from) (?:the )?(?:[\w’'-]+ ){{0,3}}?(?:{ANY_MENTION}|[A-Z][\w’'-]+))?(?: and (?:its |"
    r"their |other |several |some |[a-z]+ )*(?:allies|partners|others|countries|governments|nations|states|"
    rf"counterparts|neighbours))?(?:, [^;:]{{0,140}}?,| \([^)]*\)| [–—-] [^–—]{{0,120}} [–—-])?(?: (?:{TIME}),?)*,?(?: "
    rf"{FILLER})*(?: (?:{TIME}),?)*(?: {FILLER})*[ \"“‘]*$"
)
_APPOSED = re.compile(rf"[\w{ANY_MENTION[1:-1]}], (?:the |an? |its |[a-z]+ (?:of|at) (?:the )?)$")
_WITH_STATES = re.compile(
    r"(?:^|[^\w])(?:spokes\w+|officials|authorities|hackers|people|sources|researchers|experts|analysts) (?:in|from|"
    r"at|of|for) (?:the )?$"
)
_CONJUNCT = re.compile(
    rf"(?P<one>{SPEAKER})(?:['’]s [^,;.]{{0,40}})?(?:, (?:the )?| \([^)]*\),? | ?,? (?:and|as well as|along with|"
    r"together with|alongside|plus|followed by|&) (?:the |then |by |later )?)$"
)
_AND = re.compile(r"(?:and|as well as|along with|together with|alongside|plus|followed by|&) (?:the |then |by |later )?$")
JOINED_BY = re.compile(
    rf"^(?:['’]s [^,;.]{{0,30}})?,? ?(?:\([^)]*\),? )?(?:and|as well as|along with|together with|alongside) (?:the |"
    rf"its |by )?(?P<one>{SPEAKER})"
)


_ARTICLE = re.compile(r"(?:the |an? |its )$")
_JOINS = re.compile(r"\b(?:as well as|along with|together with|alongside) (?:the |its )?$")
"""A preposition that adds a second subject instead of taking a party away from the verb."""
_REACH = 60
"""How many characters before a party are looked at for what takes it."""
_CONJUNCTIONS = frozenset({"after", "before", "since", "as", "than"})
"""Words that open a clause as well as a phrase: before a subject and its verb they open a clause."""


@lru_cache(maxsize=512)
def sayings(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the verbs of saying in a sentence of the tape, in its order."""
    padded = f" {text} "
    return tuple(
        (start, end)
        for _, start, end in _SAYINGS.find_matches_as_indexes(text)
        if not (padded[start].isalnum() or padded[end + 1].isalnum() or "_" in {padded[start], padded[end + 1]})
    )


def preposition_before(text: str, place: int) -> tuple[str, int] | None:
    """The preposition that takes what stands at a place, determiners between them left out, and where it begins."""
    lower = max(0, place - _REACH)
    end = lower + len(text[lower:place].rstrip(' "“‘('))
    while True:
        start = text.rfind(" ", lower, end) + 1 or lower
        word = text[start:end]
        if word not in _DETERMINERS or start == lower:
            break
        end = start - 1
    if word not in _PREPOSITIONS and not word.isalpha():
        last = _LAST_WORD.search(word)
        word = last.group() if last else ""
    return (word, end - len(word)) if word in _PREPOSITIONS else None


@lru_cache(maxsize=4096)
def subject_before(text: str, place: int) -> int | None:
    """The place of the party that is the subject of a verb at `place`; None when nobody fits."""
    lower = max(0, place - 260)
    for match in reversed(list(SPEAKERS.finditer(text, lower, place))):
        at = match.start()
        gap = text[at + 1 : place]
        if not _GAP.match(gap) or (gap.startswith(", ") and _APPOSED.search(text[max(0, at - 30) : at])):
            continue
        found = preposition_before(text, at)
        if found is None or found[0] in _CONJUNCTIONS:
            return at
        lower = max(0, at - _REACH)
        before, owner = text[lower:at], text[lower : found[1]].rstrip(' "“')
        if _JOINS.search(before) or _WITH_STATES.search(before) or _SAY_NOUN.search(owner):
            return at
    return None


def conjuncts(text: str, place: int) -> list[int]:
    """The places of everybody conjoined with the party at `place`, that place last: "Albania, the US and the UK"."""
    places, at = [place], place
    while True:
        head = _ARTICLE.sub("", text[max(0, at - 80) : at])
        found = _CONJUNCT.search(head)
        if not found or (len(places) == 1 and not _AND.search(head)):
            return places
        at = max(0, at - 80) + found.start("one")
        places.insert(0, at)
