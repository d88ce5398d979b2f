"""The words by which a sentence says that it speaks of another incident than the report's own.

A new way of saying goes here. `..._STEMS` are plain strings in lower case joined by bars, one of which every match of the
pattern holds.
"""

from __future__ import annotations

import re

from demarche.steps.extract.dates.datewords import DAYS, MONTHS

_DEED = (
    r"(?:(?:cyber-?|ransomware |hacking |denial-of-service |phishing |wiper )?(?:attacks?|incidents?|hacks?|hacking|"
    r"breach(?:es)?|intrusions?|break-ins?|campaigns?|operations?|cases?|compromises?|episodes?|thefts?|heists?|raids?|waves?|outbreaks?|"
    r"leaks?|affairs?|wipers?|worms?|virus(?:es)?|stoppages?|disruptions?|outages?|blackouts?|infections?))"
)
_HARMED = (
    r"(?:attacked|hacked|breached|hit|struck|targeted|compromised|raided|stole|robbed|plundered|crippled|disrupted|broken into|"
    r"broke into|infiltrated|penetrated|defaced|bothered|locked up|knocked|opened)"
)
_BLAMED = (
    r"(?:behind|blamed|accused|linked|tied|suspected|attributed|wanted|implicated|associated|held responsible|responsible)"
)
_DONE = rf"(?:{_HARMED}|{_BLAMED})"
_OFTEN = r"(?:also|long|repeatedly|previously|often|earlier|since)"
ATTACK_STEMS = (
    "attack|hack|breach|intrusion|campaign|operation|malware|ransomware|wiper|worm|virus|espionage|cyber|blam|accus|attribut|"
    "sanction|expel|indict|charg|interfere|compromis|heist|outage|leak|raid|break-in|broke into|theft|stole|disrupt|defac|"
    "encrypt|flood|plunder|blackout|paralys|cripple|denial|contrast|struck|pinned|linked|responsib|resembl|"
    " hit|mailbox|suspected|associated|wanted|targeted|infiltrat|penetrat|took credit|reconnoit|stoppage|infect|"
    "malicious|denounc|condemn|exploit|spy|spie|listed over|victim|leak|wiped|cut off|eavesdrop|tapped|snoop|intrud|gang|"
    "siphon|drained|web of|traced|offline|ransom"
)
"""Plain strings one of which every sentence about an incident holds, in lower case."""
_PAIR = r"(?:the two(?: [a-z]+)?|the (?:events|cases|incidents|affairs|attacks)|that case|those(?: cases| attacks)?|these)"
_NO_LINK = (
    r"(?:no (?:[\w-]+ ){0,2}?(?:links?|connections?|bearing)|nothing to do|(?:not|n’t|unlikely to be) (?:connected|related|"
    r"linked)|(?:connected|related|linked) is (?:unknown|open))"
)
APART = re.compile(
    r"\b(?:in a separate (?:case|judge?ment|campaign|incident|attack|operation|matter|finding|intrusion|affair)|"
    rf"(?:separate|unrelated|unconnected|different|another|comparable) (?:[\w’'-]+ ){{0,3}}?{_DEED}|"
    r"(?:two|three|four) other (?:groups|gangs|crews|campaigns)|for a different reason|an affair of its own|"
    r"another (?:such )?(?:crew|gang|outfit)|for other (?:campaigns|attacks|crimes|offences|intrusions)|over other attacks|"
    r"(?:a|an) (?:different|separate) (?:affair|matter|gang|group|virus|crew)|"
    r"no suggestion of a (?:link|connection)|nothing suggests an?y? (?:link|connection)|(?:nobody|no one) has shown that the|"
    rf"{_PAIR} (?:[\w’-]+ ){{0,3}}?{_NO_LINK}|not the first such|"
    r"second (?:malicious program|case|wave of attacks|campaign)|(?:first|only) such case|"
    r"comes? (?:days|weeks|hours) after|"
    r"(?:ago|earlier|later|before|week|month|year) it was)\b",
    re.IGNORECASE,
)
"""A sentence that sets something apart speaks of it."""
APART_STEMS = (
    "separate|unrelated|unconnected|different|another|comparable|other groups|other gangs|other crews|other campaigns|"
    "other attacks|other crimes|other offences|other intrusions|such case|days after|weeks after|hours after|"
    "ago it was|earlier it was|later it was|before it was|week it was|month it was|year it was|affair of its own|"
    "suggest|nobody has|no one has|the two|that case|those|these|the events|the cases|the incidents|the affairs|"
    "the attacks|not the first|second "
)
BEFORE = re.compile(
    rf"\b(?:(?:previous|earlier|past|prior|other|similar) (?:[\w’'-]+ ){{0,3}}?{_DEED}|in the past|"
    rf"(?:has|have|had) (?:[\w-]+ ){{0,2}}?{_OFTEN} (?:[\w-]+ ){{0,2}}?{_HARMED}|"
    rf"been (?:[\w-]+ )?{_OFTEN} (?:[\w-]+ ){{0,2}}?{_DONE}|"
    rf"(?:has|have|had) {_OFTEN} been (?:[\w-]+ )?{_DONE}|(?:is|are|was|were) also (?:[\w-]+ ){{0,2}}?{_BLAMED}|"
    r"(?<!were )(?<!was )(?<!are )also (?:struck|hit|attacked|stole|broke into|hacked|gone after|went after)|"
    rf"(?:previously|earlier) {_DONE}|(?:is|are|was|were) (?:also )?(?:best |better |widely )?known for|notorious for|"
    r"track record|history of|(?:it is )?not the first (?:time|case|attack)|"
    r"the same (?:group|gang|unit|spies|hackers|crew|band) (?:also|had|has|hit|struck|extracted|attacked)|"
    r"years? (?:earlier|before)|decades? (?:ago|earlier)|until now the (?:largest|biggest|worst|costliest)|"
    r"(?:likeness|similarit(?:y|ies)|parallels?|resembl\w+|reminiscent|compar(?:ed|able|ison)|contrast) "
    r"(?:[\w-]+ ){0,2}?(?:to|with|of|what) "
    rf"(?:[\w’'-]+ ){{0,3}}?(?:{_DEED}|tools used)\b)",
    re.IGNORECASE,
)
BEFORE_STEMS = (
    "previous|earlier|past|prior|other |similar|also |long |repeatedly|often|since |known for|notorious|track record|"
    "history of|not the first|the same |years before|year before|decade|until now|likeness|parallel|resembl|reminiscent|"
    "compar|contrast"
)
SHARED = re.compile(
    r"\b(?:shared|seen|used|known|familiar|recogni[sz]ed|overlap\w*|servers|machines|addresses|code|tools)\b[^.;,]{0,30}$"
)
"""What stands before an earlier attack that is only a reason to tell who did the report's own."""
DEFINITE = re.compile(rf"\bthe (?:[\w’'-]+ )?{_DEED}\b", re.IGNORECASE)
DOERS = re.compile(
    r"\b(?:[Tt]he (?:[\w’'-]+ )?(?:intruders?|attackers?|hackers|operators|thieves|culprits|perpetrators|defendants|waves?)|"
    r"raised the alarm|first entry)\b"
)
"""Whoever did what was told before."""
SUPPOSED = re.compile(r"\b(?:might|could|would|may|if|whether)\b")
INDEFINITE = re.compile(rf"\b(?:an?|another) (?:[\w’'-]+ )?{_DEED}\b", re.IGNORECASE)
FLAW = re.compile(r"\b(?:vulnerabilit\w+|flaws?|holes?|weakness\w*|bugs?|gaps?) in (?:\w+ )?$")
AGO = re.compile(
    r"\b(?:last year|years ago|a (?:decade|year) ago|(?:two|three|four|five|six) summers ago|years on|"
    rf"last (?:{'|'.join(MONTHS)}|spring|summer|autumn|winter))\b",
    re.IGNORECASE,
)
AGO_STEMS = " ago|last |years on"
NEAR = re.compile(
    r"\b(?:last (?:month|week)|(?:earlier|later) (?:this|that|the same) (?:week|month|year)|"
    r"(?:a|one|two|three|four|some|few|several) (?:days?|weeks?|months?|fortnights?) (?:ago|earlier|before|after|later)|"
    r"(?:days|weeks|months) (?:after|before|earlier|later)|[Tt]he same (?:week|month)|shortly (?:after|before))\b"
)
"""Another time than that of what was told before, though of the same year."""
NEAR_STEMS = "last |earlier|later|days |day |weeks |week |months |month |fortnight|the same |shortly"
SAID = re.compile(
    r"\b(?:said|says?|told|tells|report\w*|wrote|writes|disclos\w+|attribut\w+|conclu\w+|accus\w+|blam\w+|charg\w+|believ\w+|"
    r"suspect\w*|announc\w+|identif\w+|warn\w*|den(?:y|ie[sd])|sanction\w*|court|arrest\w*|expel\w*|summon\w*|respon\w+)\b"
)
"""What may be said at another time about the report's own incident."""
EVIDENCE = re.compile(
    r"\b(?:code|tools?|features|samples?|servers?|techniques?|fragments|malware|software|handwriting|fingerprints?)\b"
    r"[^.;]{0,80}\b(?:shared?|shares|turned up|seen|found|overlap\w*|resembl\w*|similar\w*|used|known)\b|"
    r"\b(?:shared?|shares|overlap\w*|similarit\w+)\b[^.;]{0,60}\b(?:code|tools?|features|samples?|malware|plugin)\b",
    re.IGNORECASE,
)
"""An earlier attack that is only a reason to tell who did the report's own."""
TOLD_WHOLE = re.compile(rf"\ban? {_DEED} (?:that|which)\b")
"""An earlier attack of which more is told."""
TIED = re.compile(
    r"\b(?:tying|linkage|(?:was|were) (?:linked|tied|connected)|(?:tied|linked|connected) (?!to\b|with\b))"
    r"[^.;]{0,60}\b(?:to|with)\b"
)
"""Likewise, where a well-known attack is named."""
COMPARED = re.compile(
    r"\b(?:before|after|than|unlike|since) (?:the )?(?:[a-z-]+ (?:on|of|at) )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
)
"""The report's own incident by which another one is placed."""
OTHER_CRIME = re.compile(
    r"\b(?:over|for|after|on account of|in connection with|because of|behind)\b[^.;,]{0,40}\b(?:poisoning|nerve agent|murder|"
    r"killing|assassination|arson|occupation of|annexation|(?:downing|shooting down|sinking) of|"
    r"(?:election|electoral) meddling)\b"
)
"""What is no attack on computers, and is answered beside them."""
OTHER_CRIME_STEMS = "poison|nerve|murder|killing|assassinat|arson|occupation|annexation|downing|shooting|sinking|meddling"
NAMING = re.compile(
    r"\b(?:known as|called|dubbed|nicknamed|named|identified (?:it )?as|christened|baptised|the name|:)[ “\"'‘]*$"
)
CONTINUES = re.compile(
    r"^(?:That|Those|Then|It|They|He|She|The group|At the time|In that|In those|Both|Neither|Also|The same)\b"
)
_MATTER = r"(?:matter|cases?|affairs?|attacks?|breach|instances?|conflict|incidents?)"
POINTS_BACK = re.compile(
    rf"\b(?:in|to|on|for|over|behind|about) (?:that|those|each|either)(?: (?:one|two|{_MATTER}))?(?:[,.;]|$)|"
    rf"\b(?:that|those) {_MATTER}\b|\bof those two\b",
    re.IGNORECASE,
)
"""Inside a sentence, what goes on about the incident of the one before."""
AIMED = re.compile(
    rf"\b(?:{_DEED}|{_DONE}|hit|sent|at|in)\b(?: [a-z][\w’'-]*){{0,6}}? "
    r"(?P<name>[A-Z][\w&’'-]+(?: (?:of |and |the )?[A-Z][\w&’'-]+){0,3})"
)
STRUCK = re.compile(
    rf"\b(?:{_DEED} (?:on|at|against|of|in|into|inside|upon)|{_HARMED}|into|inside)\b"
    r"(?: (?!by\b|from\b|that\b|and\b|on\b)[a-z][\w’'-]*){0,5}? "
    r"(?P<name>[A-Z][\w&’'-]+(?: (?:of |and |the )?[A-Z][\w&’'-]+){0,3})"
)
"""Whom or what a deed fell on; `AIMED` finds whom it is laid to as well."""
YEAR = re.compile(r"[12](?<!\w.)(?<!CVE-.)(?:(?<=1)9[89]|(?<=2)0[0-3])\d\b")
"""1980 to 2039 as a whole word; begins with a set of characters, which is how a search is fast."""
LASTING = re.compile(
    r"\b(?:since|from|until|through|back to|going back|dat(?:es?|ing)(?: back)?|as early as|at least|between|starting|began|"
    r"begun|runs?)\b[^.;,]{0,24}$"
)
"""What stands before a year at which something long began."""
NO_NAMES = frozenset(name.capitalize() for name in (*MONTHS, *DAYS)) | frozenset(
    "The A An In On At It He She They But And That This Those Mr Mrs Ms Dr Its His Her Their Both Nobody I We If When As "
    "President Prime Minister Foreign Interior Defence Defense Justice Treasury State Department Telegram Twitter".split()
)
"""Capitalised words that are no names, or stand in too many."""
