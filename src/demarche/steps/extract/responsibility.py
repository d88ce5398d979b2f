"""Claims of responsibility: a group, a persona or a note that says it was them."""

from __future__ import annotations

import re
from functools import cached_property

from demarche.model.claim import AttributionValue, Claim, PartyName
from demarche.model.vocabulary.attribution import Basis, PartyKind, Stance
from demarche.steps.extract.origins import Voice
from demarche.steps.extract.positions import DOERS, WORD, Line, Positions, either
from demarche.steps.extract.tape import ANY_MENTION, Kind, char_class

_CUES = frozenset(
    "claim claims claimed claiming responsibility credit boast boasts boasted boasting bragged brags bragging owned own admitted admits "
    "confessed said says announced declared told wrote insisted stated maintained listed lists listing posted posts added adds named "
    "appeared surfaced went signed signature signing bore bearing bears note signs message messages sheet attributed".split()
)
_DID = either(
    *"hacked stolen breached taken carried attacked wiped destroyed encrypted obtained leaked downloaded knocked shut copied broken".split(),
    *"unleashed hit gone targeted acted exfiltrated infected done set brought demolished disabled crippled penetrated compromised".split(),
    *"infiltrated organi[sz]ed launched deleted paraly[sz]ed disrupted defaced struck accessed siphoned locked got made".split(),
)  # fmt: skip
_SELF = r"(?:it|they|he|she|we|i|the group|the gang|the crew|he and [^.;,]{1,30}|its members)"
_THEM = r"(?:was|were|is|are) (?:behind|responsible|to blame|the (?:attackers?|hackers?|authors?))"
_DONE = rf"{_SELF} (?:alone |themselves |itself |himself )?(?:(?:had|has|have)(?: [a-z]+){{0,2}}? {_DID}|{_THEM}|(?:did it|hacked|stole|breached|attacked|wiped|spent|broke into))\b"
_DEED = r"(?:attack|hack|breach|intrusion|raid|barrage|outage|leak|operation|assault|wave|defacement|theft)s?\b"
# A claim in so many words; whoever is its subject makes it.
_PLAIN = re.compile(
    r" (?:claim(?:s|ed|ing)? (?:the |full |sole |joint )*(?:responsibility|credit|authorship)|"
    r"(?:t(?:ook|aken|akes?|aking)|assum(?:es?|ed|ing)) (?:the |full |all |sole )*(?:responsibility|credit)\b(?! cards?)|"
    r"own(?:s|ed|ing) up|confess(?:es|ed)? to|admit(?:s|ted|ting)? (?:to )?(?:carrying|being behind|the (?:attack|hack)|hacking|responsib)|"
    rf"claim(?:s|ed|ing)? (?:it(?= and|[.,;]| on| in| within| for)|(?:the |this |last [a-z]+'s |a |an )(?:[a-z'-]+ )?{_DEED})|(?:said|says|declared|announced)(?: that)? the work (?:was|had been) (?:his|theirs|its|their)\b)"
)
_BOAST = re.compile(r" (?:boast(?:s|ed|ing)?|brag(?:s|ged|ging)?)\b")
_LOOT = re.compile(
    r" (?:taken|stolen|stole|hack[a-z]*|copied|deleted|data|documents|files|attack[a-z]*|breach[a-z]*|infected|encrypted|terabytes|gigabytes|records|broken|responsible|behind)\b"
)
# The same said in other words: only of somebody who is known to do such things.
_SAID = (
    re.compile(rf" claim(?:s|ed|ing)? (?:to have|to be (?:behind|the |responsible)|(?:that )?{_SELF} (?:had|has|have|was|were|is|are))"),
    re.compile(rf" (?:said|says|saying|announc(?:ed|es)|declar(?:ed|es)|told|wrote|writes|posted|insist(?:ed|s)|stat(?:ed|es)|maintain(?:ed|s))(?:{WORD}){{0,14}}? {_DONE}"),
    re.compile(
        rf" (?:list(?:s|ed|ing)|add(?:s|ed|ing)?|nam(?:es|ed|ing)|post(?:s|ed|ing))(?:{WORD}){{1,12}}? (?:as (?:a|its|one of its|their) (?:latest |new |newest )?victims?|"
        r"(?:on|to|among) (?:its|their|the gang's|the group's|his) (?:[a-z-]+ ){0,3}?(?:sites?|blog|page|portal|victims?|list|trophies|channel))\b"
    ),
)  # fmt: skip
_SITE = r"(?:(?:leak|leaks|extortion|dark(?:-| )?web|data-leak|name-and-shame|shaming|tor|telegram) (?:[a-z]+ )?(?:site|blog|page|portal|channel))"
_TOKEN = rf"(?:[A-Z#][\w$’'-]*|[a-z]+\d\w*|\d+[A-Z]\w*|{ANY_MENTION})"
_NAME = rf"(?P<name>{_TOKEN}(?: (?:of|the|for|in|al|and the) {_TOKEN}| {_TOKEN}| \d[\d.]*\d){{0,6}})"
_QUOTE = r"[\"“‘']?"
_CLAIMED_BY = re.compile(
    rf"\b(?:[Rr]esponsibility|[Cc]redit|attack|hack|breach|intrusion|it|which)\b[^.;]{{0,60}}? (?:was|were|been) (?:[a-z]+ly |later |since )?(?:claimed|assumed|taken)(?: [a-z]+){{0,3}}? by (?:an? |the )?(?:[a-z][a-z-]* ){{0,6}}?{_QUOTE}{_NAME}"
)
_SIGNED = re.compile(
    rf"\b(?:notes?|messages?|letters?|pages?|posts?|statements?|sheet of paper|e-mails?|communiqu[eé]|manifesto|banner|picture)\b[^.;]{{0,60}}? (?:(?P<sure>sign(?:ed|s)(?: by| as)?|signature of|(?:bore|bearing|bears|in) the (?:name|signature|logo)s? of)|from|attribut(?:ed|ing) (?:the [a-z]+ |it )?to|(?:said|read|made clear) (?:it was )?the work of) (?:an? |the )?(?:(?:group|gang|crew|team|collective)(?: called| named)? )?{_QUOTE}{_NAME}"
)
_ON_SITE = re.compile(
    rf"\b(?:appear(?:s|ed)|surfaced|went up|was listed|were listed|was posted|were posted|turned up|emerged|published|leaked|dumped)\b[^.;]{{0,60}}? (?:on|to) (?:the )?(?:{_SITE} (?:of|run by|operated by|belonging to) (?:the )?(?:[a-z]+ )?{_QUOTE}{_NAME}|(?P<owner>{_TOKEN}(?: {_TOKEN}){{0,3}}?)['’]s? (?:own )?(?:[a-z-]+ )?{_SITE})"
)
_KIND = r"(?:groups?|hackers?|gang|crew|collective|persona|account|outfit|website|channel|front|cell|band|syndicate|operation|somebody|someone|individual|hacker|people|team|user|site|cyber-?criminals|author|affiliate|actor)"
_CALLING_ITSELF = re.compile(
    rf"\b{_KIND}\b[^.;]{{0,70}}?\b(?:call(?:ing|s|ed)? (?:itself|themselves|himself|herself)|styl(?:ing|es?) (?:itself|themselves|himself)|nam(?:ing|es) (?:itself|themselves)|under the (?:name|banner|alias|handle|pseudonym)(?: of)?|"
    rf"by the name(?: of)?|go(?:ing|es) by(?: the name)?(?: of)?|identif(?:ying|ied|ies) (?:itself|themselves|himself) as|self-styled|self-proclaimed|sign(?:ing|s|ed) (?:itself|themselves|himself)(?: as)?) (?:the )?{_QUOTE}{_NAME}"
)
_PEOPLE = rf"(?:groups?|hackers?|gang|crew|collective|persona|outfit|cell|band|syndicate|hacktivists?|{char_class(Kind.HACKERS, Kind.UNKNOWN)})"
_KNOWN_AS = re.compile(rf"{_PEOPLE}(?: (?:known as|called|named|dubbed|tracked as))? (?:the )?{_QUOTE}{_NAME}")
_NAMED_KIND = re.compile(
    rf"{_NAME}[\"”’']?,? (?:(?:an? |the )?(?:[a-z-]+ ){{0,3}}?(?:ransomware|gang|hacking group|hacker group|crew|collective|hacktivists?|extortion(?:ists)?)\b|{char_class(Kind.HACKERS, Kind.UNKNOWN)})"
)
_ALIAS = re.compile(
    rf"^[\"”’']?,? (?:\(|or |also known as |aka |alias |better known as |[A-Z]\w+ for |which (?:means|translates as) )+(?:the )?{_QUOTE}(?P<alias>{char_class(Kind.ACTOR)})"
)
_CREW = char_class(Kind.HACKERS, Kind.UNKNOWN)
_LEAD = rf"(?:^|[,;:(] ?|[–—] |\b(?:that|which|and|but|where|when|while|before|after|by) )(?:the |an? |its )?(?:(?:[A-Za-z-]+ ){{0,3}}?(?:{_KIND}|{_CREW})(?: (?:named|called|known as|dubbed))? )?{_QUOTE}{_NAME}[\"”’']?"
_AUXILIARIES = r"(?: (?:has|had|have|later|also|then|itself|soon|since|quickly|promptly|[a-z]+ly|(?:late )?on [A-Z][a-z]+\.?(?: \d+)?|who|which))* ?$"
_SUBJECTS = (re.compile(rf"{_LEAD},?{_AUXILIARIES}"), re.compile(rf"{_LEAD},? [^.;:]{{0,90}},{_AUXILIARIES}"))
_NEAR = re.compile(rf"(?P<name>{char_class(Kind.ACTOR, Kind.HACKERS, Kind.MALWARE)})[^;]*$")
_OR = re.compile(r"(?:also called|also known as|\bor|alias|aka) (?:the )?$")
_WHICH = re.compile(r"\b(?:which|who|that)(?: on [A-Z][a-z]+\.?(?: \d+)?| [a-z]+ly| later| has| had)* $")
_DIRECT = re.compile(rf"(?P<name>{char_class(Kind.ACTOR)})(?: (?:has|had|have|[a-z]+ly|later|also|then|since))* $")
_SAME_NAME = re.compile(r" by (?:this|that|the same) name ")
_POST = re.compile(
    rf"(?:\b(?:messages?|statements?|posts?|notes?|announcement) on (?P<owner>{_TOKEN}(?: {_TOKEN}){{0,3}}?)['’]s (?:[a-z-]+ ){{0,2}}?(?:site|blog|channel|page|portal)\b|{_NAME}[\"”’']?, the (?:ransom )?(?:note|message) (?:made|said|says|announced|declared|read))"
)
_NOT_CLAIMED = re.compile(
    r" (?:no ?(?:group|gang|body|one|hackers?|organi[sz]ation|claims?)|nobody|none)\b[^.;]{0,60}?(?:claim|responsib|credit)|(?: not|n't| never| yet to)(?: [a-z]+){0,2} (?:claim|tak|list|boast|admit|assum)[a-z]*"
)
_STOP = frozenset(
    "The A An It They He She In On At But And This That These Those If When While After Before Its Their His Her We I As By For With One No Some Most Both Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday January February March April May June July August September October November December Telegram Twitter Facebook X".split()
)
_GROUPS = frozenset({PartyKind.GROUP, PartyKind.CRIMINAL_GROUP, PartyKind.HACKTIVIST, PartyKind.ATTACKER})
_NEVER = frozenset({Kind.STATE, Kind.OFFICIAL, Kind.COMPANY, Kind.VICTIM, Kind.MEDIA, Kind.WORLD})
_PLACES = frozenset({Kind.STATE, Kind.ADJECTIVE, Kind.DATE, Kind.SITE, Kind.MEDIA})


class Responsibility:
    """Claims of responsibility in one report."""

    def __init__(self, positions: Positions) -> None:
        self._positions = positions
        self._tape = positions.reading.tape

    def claims(self, line: Line) -> list[Claim]:
        """The claim of responsibility in a sentence, if any."""
        if line.words.isdisjoint(_CUES) or _NOT_CLAIMED.search(line.text):
            return []
        party = self._by_agent(line) or self._by_verb(line)
        return [self._claim(line, party)] if party else []

    def _by_agent(self, line: Line) -> PartyName | None:
        """ "Claimed by X", a note signed X, a victim on the leak site of X."""
        for pattern in (_CLAIMED_BY, _SIGNED, _ON_SITE, _POST):
            found = pattern.search(line.sentence.text)
            if found:
                group = "owner" if found.groupdict().get("owner") else "name"
                party = self._named(line, found, group)
                if party and (
                    pattern in {_CLAIMED_BY, _ON_SITE} or found.groupdict().get("sure") or self._is_doer(line, found, group)
                ):
                    return party
        return None

    def _by_verb(self, line: Line) -> PartyName | None:
        loot = bool(_LOOT.search(line.text))
        for pattern in (_PLAIN, _BOAST, *_SAID):
            for found in pattern.finditer(line.text):
                party = self._subject(line, found.start(), plain=pattern is _PLAIN or (loot and pattern is _BOAST))
                if party:
                    return party
        return None

    def _subject(self, line: Line, place: int, plain: bool) -> PartyName | None:
        """Who claims by the verb at a place: a name that it gives itself, any proper name, a doer on the tape."""
        before = line.sentence.text[max(0, place - 220) : place]
        shift = max(0, place - 220)
        for found in (_last(_CALLING_ITSELF, before), *(pattern.search(before) for pattern in _SUBJECTS)):
            if found:
                party = self._named(line, found, "name", shift)
                if party and (plain or found.re is _CALLING_ITSELF or self._is_doer(line, found, "name", shift)):
                    return party
        if _SAME_NAME.search(before):
            return self._last_actor(line)
        direct = _DIRECT.search(before)
        if direct or _WHICH.search(before):
            return self._named(line, direct, "name", shift) if direct else self._near(line, before, shift)
        voices = self._positions.holders(line, place, place + 1)
        doers = [voice for voice in voices if self._may_claim(voice, plain)]
        if doers:
            return self._group(doers[0].party)
        return None if any(voice.kind in _NEVER for voice in voices) else self._near(line, before, shift)

    def _near(self, line: Line, before: str, shift: int) -> PartyName | None:
        """The nearest doer before, where the grammar does not tell; the first of two names for one."""
        found = _NEAR.search(before)
        while found and _OR.search(before[: found.start()]):
            earlier = _NEAR.search(before[: found.start()])
            if not earlier:
                break
            found = earlier
        return self._named(line, found, "name", shift) if found else None

    def _last_actor(self, line: Line) -> PartyName | None:
        chars = re.findall(char_class(Kind.ACTOR), self._tape.text[: line.sentence.start])
        return self._tape.mentions[chars[-1]].party if chars else None

    def _may_claim(self, voice: Voice, plain: bool) -> bool:
        return voice.kind in DOERS or (plain and voice.kind is Kind.MALWARE)

    def _named(self, line: Line, found: re.Match[str], group: str, shift: int = 0) -> PartyName | None:
        """The party that a name of the tape stands for; a name that the lexicon knows beside it wins."""
        start, end = found.span(group)
        start, end = start + shift, end + shift
        words = found.group(group)
        alias = _ALIAS.match(line.sentence.text[end : end + 60])
        if alias:
            return self._tape.mentions[alias.group("alias")].party
        mentions = [self._tape.mentions[char] for char in words if char in self._tape.mentions]
        if mentions and mentions[0].kind in _PLACES and line.sentence.text.startswith(" ransomware", end):
            return PartyName(
                f"{self._positions.reading.words(line.sentence.start + start, line.sentence.start + end)} ransomware",
                PartyKind.GROUP,
            )
        if mentions and len(words) == 1 and mentions[0].role == "anaphor" and len(self._crews) == 1:
            return PartyName(next(iter(self._crews)), PartyKind.GROUP)
        if mentions and len(words) == 1:
            return self._group(mentions[0].party) if mentions[0].kind not in _NEVER else None
        if words.split()[0] in _STOP or (mentions and mentions[0].kind in _PLACES):
            return None
        name = self._positions.reading.words(line.sentence.start + start, line.sentence.start + end)
        return PartyName(re.sub(r"['’]s$", "", name), PartyKind.GROUP)

    def _is_doer(self, line: Line, found: re.Match[str], group: str, shift: int = 0) -> bool:
        """Whether the name is one of a group or crew: by the tape, or by what the report calls it."""
        words = found.group(group)
        first = self._tape.mentions.get(words[0])
        if first and len(words) == 1 and (first.kind in DOERS or first.role == "ransomware"):
            return True
        name = self._positions.reading.words(
            line.sentence.start + found.start(group) + shift, line.sentence.start + found.end(group) + shift
        )
        return name in self._crews

    @cached_property
    def _crews(self) -> frozenset[str]:
        """Names that the report gives to a group, gang or crew."""
        tape = self._tape
        spans = [found.span("name") for pattern in (_KNOWN_AS, _NAMED_KIND) for found in pattern.finditer(tape.text)]
        names = (self._positions.reading.words(start, end) for start, end in spans)
        return frozenset(name for name in names if name[:1].isupper() and name not in _STOP and not name.startswith("CVE-"))

    @staticmethod
    def _group(party: PartyName) -> PartyName:
        return party if party.kind in _GROUPS else PartyName(party.name, PartyKind.GROUP, party.country)

    def _claim(self, line: Line, party: PartyName) -> Claim:
        value = AttributionValue(party, Basis.SELF_CLAIM)
        return self._positions.reading.claim(line.sentence, value, party, Stance.CLAIMS_RESPONSIBILITY, score=0.8)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found
