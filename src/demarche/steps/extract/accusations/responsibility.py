"""Claims of responsibility: a group, a persona or a note that says it was them."""

from __future__ import annotations

import re

from demarche.model.claim import AttributionValue, Claim, PartyName
from demarche.model.vocabulary.attribution import Basis, Stance
from demarche.steps.extract.accusations.attackers import CALLING_ITSELF, CREW, KIND, NAME, QUOTE, TOKEN, Names, as_group
from demarche.steps.extract.accusations.positions import DOERS, WORD, Line, Positions
from demarche.steps.extract.mentions.tape import Kind, char_class

_REACH = 220
"""How many characters before a verb its subject may begin."""
CUES = frozenset(
    "claim claims claimed claiming responsibility credit boast boasts boasted boasting bragged brags bragging "
    "owned own admitted admits confessed said says announced declared told wrote insisted stated maintained listed "
    "lists listing posted posts added adds named appeared surfaced went signed signature signing bore bearing "
    "bears note signs message messages sheet attributed".split()
)
_DID = (
    r"(?:hacked|stolen|breached|taken|carried|attacked|wiped|destroyed|encrypted|obtained|leaked|downloaded|knocked|"
    r"shut|copied|broken|unleashed|hit|gone|targeted|acted|exfiltrated|infected|done|set|brought|demolished|"
    r"disabled|crippled|penetrated|compromised|infiltrated|organi[sz]ed|launched|deleted|paraly[sz]ed|disrupted|"
    r"defaced|struck|accessed|siphoned|locked|got|made)"
)
_SELF = r"(?:it|they|he|she|we|i|the group|the gang|the crew|he and [^.;,]{1,30}|its members)"
_THEM = r"(?:was|were|is|are) (?:behind|responsible|to blame|the (?:attackers?|hackers?|authors?))"
_DONE = (
    rf"{_SELF} (?:alone |themselves |itself |himself )?(?:(?:had|has|have)(?: [a-z]+){{0,2}}? {_DID}|{_THEM}|"
    r"(?:did it|hacked|stole|breached|attacked|wiped|spent|broke into))\b"
)
_DEED = r"(?:attack|hack|breach|intrusion|raid|barrage|outage|leak|operation|assault|wave|defacement|theft)s?\b"
# A claim in so many words; whoever is its subject makes it.
_PLAIN = re.compile(
    r" (?:claim(?:s|ed|ing)? (?:the |full |sole |joint )*(?:responsibility|credit|authorship)|(?:t(?:ook|aken|akes?|"
    r"aking)|assum(?:es?|ed|ing)) (?:the |full |all |sole )*(?:responsibility|credit)\b(?! cards?)|own(?:s|ed|"
    r"ing) up|confess(?:es|ed)? to|admit(?:s|ted|ting)? (?:to )?(?:carrying|being behind|the (?:attack|hack)|"
    r"hacking|responsib)|claim(?:s|ed|ing)? (?:it(?= and|[.,;]| on| in| within| for)|(?:the |this |last [a-z]+'s |"
    rf"a |an )(?:[a-z'-]+ )?{_DEED})|(?:said|says|declared|announced)(?: that)? the work (?:was|had been) (?:his|"
    r"theirs|its|their)\b)"
)
_BOAST = re.compile(r" (?:boast(?:s|ed|ing)?|brag(?:s|ged|ging)?)\b")
_LOOT = re.compile(
    r" (?:taken|stolen|stole|hack[a-z]*|copied|deleted|data|documents|files|attack[a-z]*|breach[a-z]*|infected|"
    r"encrypted|terabytes|gigabytes|records|broken|responsible|behind)\b"
)
# The same said in other words: only of somebody who is known to do such things.
_SAID = (
    re.compile(
        rf" claim(?:s|ed|ing)? (?:to have (?:[a-z]+ )?{_DID}|to have (?:access|control)|to be (?:behind|the |"
        rf"responsible)|(?:that )?{_SELF} (?:had|has|have|was|were|is|are))"
    ),
    re.compile(
        r" (?:said|says|saying|announc(?:ed|es)|declar(?:ed|es)|told|wrote|writes|posted|insist(?:ed|s)|stat(?:ed|es)|"
        rf"maintain(?:ed|s))(?:{WORD}){{0,14}}? {_DONE}"
    ),
    re.compile(
        rf" (?:list(?:s|ed|ing)|add(?:s|ed|ing)?|nam(?:es|ed|ing)|post(?:s|ed|ing))(?:{WORD}){{1,12}}? (?:as (?:a|its|"
        r"one of its|their) (?:latest |new |newest )?victims?|(?:on|to|among) (?:its|their|the gang's|the group's|"
        r"his) (?:[a-z-]+ ){0,3}?(?:sites?|blog|page|portal|victims?|list|trophies|channel))\b"
    ),
)
_CLAIMING = frozenset("claim claims claimed claiming".split())
_VERBS = (
    (
        _PLAIN,
        _CLAIMING
        | frozenset(
            "took taken take takes taking assume assumes assumed assuming own owns owned owning confess confesses confessed "
            "admit admits admitted admitting work".split()
        ),
    ),
    (_BOAST, frozenset("boast boasts boasted boasting brag brags bragged bragging".split())),
    (_SAID[0], _CLAIMING),
    (_SAID[1], frozenset("it they he she we i group gang crew members".split())),
    (
        _SAID[2],
        frozenset("list lists listed listing add adds added adding named names naming post posts posted posting".split()),
    ),
)
"""Verbs of those who claim it, and words of which such a sentence holds one."""
_SITE = (
    r"(?:(?:leak|leaks|extortion|dark(?:-| )?web|data-leak|name-and-shame|shaming|tor|telegram) (?:[a-z]+ )?(?:site|"
    r"blog|page|portal|channel))"
)
_CLAIMED_BY = re.compile(
    r"\b(?:[Rr]esponsibility|[Cc]redit|attack|hack|breach|intrusion|it|which)\b[^.;]{0,60}? (?:was|were|"
    r"been) (?:[a-z]+ly |later |since )?claimed(?: [a-z]+){0,3}? by (?:an? |"
    rf"the )?(?:[a-z][a-z-]* ){{0,6}}?{QUOTE}{NAME}"
)
_CLAIMANT = re.compile(
    r"(?:\b(?:group|hackers?|gang|persona|collective|crew)|"
    rf"{char_class(Kind.ACTOR, Kind.HACKERS, Kind.UNKNOWN)}) (?:that|which|who) (?:claimed|took|has claimed|"
    rf"had claimed) (?:responsibility|credit)[^,.;]{{0,60}}, {QUOTE}{NAME}"
)
_SIGNED = re.compile(
    r"\b(?:notes?|messages?|letters?|pages?|posts?|sheet of paper|e-mails?|communiqu[eé]|manifesto|banner|"
    r"picture)\b[^.;]{0,60}? (?:(?P<sure>sign(?:ed|s)(?: by| as)?|signature of|(?:bore|bearing|bears|"
    r"in) the (?:name|signature|logo)s? of)|attribut(?:ed|ing) (?:the [a-z]+ |it )?to|(?:said|read|"
    r"made clear) (?:it was )?the work of) (?:an? |the )?(?:(?:group|gang|crew|team|collective)(?: called|"
    rf" named)? )?{QUOTE}{NAME}"
)
_ON_SITE = re.compile(
    r"\b(?:appear(?:s|ed)|surfaced|went up|was listed|were listed|was posted|were posted|turned up|emerged|"
    rf"published|leaked|dumped)\b[^.;]{{0,60}}? (?:on|to) (?:the )?(?:{_SITE} (?:of|run by|operated by|"
    rf"belonging to) (?:the )?(?:[a-z]+ )?{QUOTE}{NAME}|"
    rf"(?P<owner>{TOKEN}(?: {TOKEN}){{0,3}}?)['’]s? (?:own )?(?:[a-z-]+ )?{_SITE})"
)
_NAMELESS = char_class(Kind.UNKNOWN)
_LEAD = (
    r"(?:^|[,;:(] ?|[–—] |\b(?:that|which|and|but|where|when|while|before|after|by) )(?:the |an? |"
    rf"its )?(?:(?:[A-Za-z-]+ ){{0,3}}?(?:{KIND}|{CREW})(?: (?:named|called|known as|"
    rf"dubbed))? )?{QUOTE}{NAME}[\"”’']?"
)
_AUXILIARIES = (
    r"(?: (?:has|had|have|later|also|then|itself|soon|since|quickly|promptly|[a-z]+ly|"
    r"(?:late )?on [A-Z][a-z]+\.?(?: \d+)?|who|which))* ?$"
)
_SUBJECTS = (re.compile(rf"{_LEAD},?{_AUXILIARIES}"), re.compile(rf"{_LEAD},? [^.;:]{{0,90}},{_AUXILIARIES}"))
_NEAR = re.compile(rf"(?P<name>{char_class(Kind.ACTOR, Kind.HACKERS, Kind.MALWARE)})[^;]*$")
_OR = re.compile(r"(?:also called|also known as|\bor|alias|aka) (?:the )?$")
_WHICH = re.compile(r"\b(?:which|who|that)(?: on [A-Z][a-z]+\.?(?: \d+)?| [a-z]+ly| later| has| had)* $")
_DIRECT = re.compile(rf"(?P<name>{char_class(Kind.ACTOR)})(?: (?:has|had|have|[a-z]+ly|later|also|then|since))* $")
_SAME_NAME = re.compile(r" by (?:this|that|the same) name ")
_POST = re.compile(
    r"(?:\b(?:messages?|statements?|posts?|notes?|"
    rf"announcement) on (?P<owner>{TOKEN}(?: {TOKEN}){{0,3}}?)['’]s (?:[a-z-]+ ){{0,2}}?(?:site|blog|channel|page|"
    rf"portal)\b|{NAME}[\"”’']?, the (?:ransom )?(?:note|message) (?:made|said|says|announced|declared|read))"
)
_AGENTS = (
    (_CLAIMED_BY, frozenset({"claimed"})),
    (_CLAIMANT, frozenset({"responsibility", "credit"})),
    (_SIGNED, frozenset("signed signature signs bore bearing bears name attributed attributing work".split())),
    (_ON_SITE, frozenset("site blog page portal channel".split())),
    (_POST, frozenset("message messages statement statements post posts note notes announcement".split())),
)
"""Patterns whose doer is no subject, and words that such a sentence holds."""
_NOT_CLAIMED = re.compile(
    r" (?:no ?(?:group|gang|body|one|hackers?|organi[sz]ation|claims?)|nobody|none)\b[^.;]{0,60}?(?:claim|responsib|"
    r"credit)|(?: not|n't| never| yet to)(?: [a-z]+){0,2} (?:claim|tak|list|boast|admit|assum)[a-z]*"
)
_NEVER = frozenset({Kind.STATE, Kind.OFFICIAL, Kind.COMPANY, Kind.VICTIM, Kind.MEDIA, Kind.WORLD})


class Responsibility:
    """Claims of responsibility in one report."""

    def __init__(self, positions: Positions) -> None:
        self._positions = positions
        self._names = Names(positions.reading)

    def claims(self, line: Line) -> list[Claim]:
        """The claim of responsibility in a sentence, if any."""
        if line.words.isdisjoint(CUES):
            return []
        party = self._by_agent(line) or self._by_verb(line)
        return [self._claim(line, party)] if party and not _NOT_CLAIMED.search(line.text) else []

    def _by_agent(self, line: Line) -> PartyName | None:
        """Whoever is no subject: "claimed by X", a note signed X, a victim on the leak site of X."""
        for pattern, cues in _AGENTS:
            found = None if line.words.isdisjoint(cues) else pattern.search(line.sentence.text)
            if found:
                start, end = found.span("owner" if found.groupdict().get("owner") else "name")
                sure = pattern in {_CLAIMED_BY, _CLAIMANT, _ON_SITE} or found.groupdict().get("sure")
                if sure or self._names.is_doer(line, start, end):
                    return self._names.party(line, start, end)
        return None

    def _by_verb(self, line: Line) -> PartyName | None:
        for pattern, cues in _VERBS:
            for found in () if line.words.isdisjoint(cues) else pattern.finditer(line.text):
                plain = pattern is _PLAIN or (pattern is _BOAST and bool(_LOOT.search(line.text)))
                party = self._by_name(line, found, plain) or self._by_grammar(line, found, plain)
                if party:
                    return party
        return None

    def _by_name(self, line: Line, verb: re.Match[str], plain: bool) -> PartyName | None:
        """The name that the subject gives itself, or any proper name that stands as the subject."""
        place = line.place(verb.start())
        lower = max(0, place - _REACH)
        before = line.sentence.text[lower:place]
        own = list(CALLING_ITSELF.finditer(before))[-1:]
        for found in (*own, *(pattern.search(before) for pattern in _SUBJECTS)):
            if found and not re.fullmatch(_NAMELESS, found.group("name")):
                start, end = (lower + at for at in found.span("name"))
                if plain or found.re is CALLING_ITSELF or self._names.is_doer(line, start, end):
                    party = self._names.party(line, start, end)
                    if party:
                        return party
        return None

    def _by_grammar(self, line: Line, verb: re.Match[str], plain: bool) -> PartyName | None:
        """A doer on the tape that is the verb's subject, else the nearest one before it."""
        place = line.place(verb.start())
        lower = max(0, place - _REACH)
        before = line.sentence.text[lower:place]
        if _SAME_NAME.search(before):
            return self._names.last_actor(line)
        direct = _DIRECT.search(before) or (self._nearest(before) if _WHICH.search(before) else None)
        if direct is None:
            voices = self._positions.holders(line, verb.start(), verb.start() + 1)
            doers = [voice for voice in voices if voice.kind in DOERS or (plain and voice.kind is Kind.MALWARE)]
            if doers or any(voice.kind in _NEVER for voice in voices):
                return as_group(doers[0].party) if doers else None
            direct = self._nearest(before)
        return self._names.party(line, *(lower + at for at in direct.span("name"))) if direct else None

    @staticmethod
    def _nearest(before: str) -> re.Match[str] | None:
        """The nearest doer; the first of two names for one."""
        found = _NEAR.search(before)
        while found and _OR.search(before[: found.start()]):
            earlier = _NEAR.search(before[: found.start()])
            if not earlier:
                break
            found = earlier
        return found

    def _claim(self, line: Line, party: PartyName) -> Claim:
        value = AttributionValue(party, Basis.SELF_CLAIM)
        return self._positions.reading.claim(line.sentence, value, party, Stance.CLAIMS_RESPONSIBILITY, score=0.8)
