"""Groups of words that the tables of verbs and nouns share; a table writes `{NAME}` for a group."""

from __future__ import annotations

from demarche.steps.extract.responses.view import (
    ACCUSABLE,
    ANY,
    DIPLOMATS,
    DOER,
    DOING,
    ENVOY,
    HELPERS,
    LISTED,
    MISSION,
    NAMED,
    OFFICE,
    PERSONS,
    ROLES,
    STATE,
)

_ATOM = rf"(?:{ANY}(?:['’]s?)?|[\"“”]?[\w’'\-$.]*[\w$’'][\"“”]?)"
_GAPS = {f"GAP{size}": rf"(?:{_ATOM},? ){{0,{size}}}?" for size in (2, 4, 6, 9)}
_ENVOY_WORDS = (
    r"(?:ambassadors?|envoys?|charg[eé](?:s)? d['’]affaires|charg[eé]|consuls?(?:[- ]general)?|high commissioner|"
    r"head of mission|"
    r"top diplomat|diplomats?)"
)
_STAFF_WORDS = (
    r"(?:diplomats?|diplomatic (?:staff|personnel|officers)|embassy (?:staff|personnel|officials|employees|workers)|envoys?|"
    r"ambassador|"
    r"attach[eé]s?|spies|intelligence (?:officers|agents|operatives)|officials|officers|consular staff|staff(?: members)?|"
    r"personnel|"
    r"mission staff|agents|everyone attached to|operatives|representatives)"
)
_ATTACK = (
    r"(?:cyber[- ]?attacks?|attacks?|hack(?:s|ing)?|hacking campaign|intrusions?|break-ins?|breach(?:es)?|assaults?|"
    r"incidents?|operations?|"
    r"campaigns?|compromises?|thefts?|activit(?:y|ies)|behaviou?r|conduct|actions?|acts?|attempts?|aggression|espionage|"
    r"interference|"
    r"sabotage|leaks?|outrage|violation|intimidation|provocations?|insult|meddling|hackers|perpetrators|criminals|regime)\b"
)
_USED = (
    r"(?:[\w’'-]+ ){0,2}(?:used|run|operated|controlled|owned|belonging|linked|tied|connected|associated|behind|that (?:the|"
    r"were|was)|"
    r"of the (?:group|gang|hackers)|it (?:used|ran))"
)
_PEOPLE = (
    r"men|man|woman|people|persons?|suspects?|members?|hackers?|officers|individuals|affiliates?|teenagers?|boy|boys|student|"
    r"defendants|operatives|contractors|leaders?"
)

WORDS: dict[str, str] = {
    **_GAPS,
    "ACCUSABLE": ACCUSABLE,
    "ANY": ANY,
    "DOER": DOER,
    "ENVOY": ENVOY,
    "LISTED": LISTED,
    "MISSION": MISSION,
    "NAMED": NAMED,
    "ROLES": ROLES,
    "STATE": STATE,
    "ENVOY_NP": rf"(?:{ENVOY}|{_GAPS['GAP4']}(?:{ENVOY}|{_ENVOY_WORDS}\b))",
    "STAFF_NP": rf"{_GAPS['GAP6']}(?:[{ENVOY}{DIPLOMATS}{MISSION}{PERSONS}]|{_STAFF_WORDS}\b)",
    "TIES": r"(?:ties|relations|relationship|diplomatic (?:links|contacts?|ties|relations))\b",
    "ATTACK": _ATTACK,
    "LEAVE": (
        r"(?:to (?:leave|depart|quit|get out|go home|pack|be (?:expelled|withdrawn|out))|out\b|home\b|from the country|"
        r"persona(?:e)? non grata)"
    ),
    "SITES": (
        r"(?:home|homes|house|houses|flat|apartment|apartments|offices?|premises|propert(?:y|ies)|building|buildings|"
        r"headquarters|"
        r"embassy|consulate|locations|addresses|sites in|compound|data cent(?:re|er))"
    ),
    "GEAR": (
        r"(?:botnets?|leak sites?|dark[- ]web sites?|web ?shells?|back ?doors?|implants?|malware|command[- ]and[- ]control "
        r"(?:servers?|infrastructure)|infected (?:machines|routers|devices)|hijacked routers|"
        rf"(?:(?:the )?(?:group|gang|hackers|attackers|criminals)['’]s?|{DOING}(?:['’]s?)?) "
        r"(?:[\w-]+ ){0,3}(?:servers?|infrastructure|domains?|sites?|websites?|accounts?|network|operations?|systems)|"
        r"(?:servers?|infrastructure|domains?|domain names|software|accounts|pages|networks?|websites?|sites?|"
        rf"channels?) {_USED}|"
        r"the whole thing|the (?:operation|gang|group))"
    ),
    "GOODS": (
        r"(?:\$|€|£|(?:[\d.,]+|some|about|more than|over|nearly) (?:million|bitcoins?|dollars)|bitcoins?|funds|money|assets|"
        r"servers?|"
        r"domains?|computers?|laptops?|devices|equipment|documents|phones|cryptocurrenc\w+|crypto-?assets|wallets?|proceeds|"
        r"hardware|"
        r"files|materials?|ransom|compounds?|website)"
    ),
    "STAFFERS": (
        rf"(?:{HELPERS}|teams?|experts?|specialists?|technicians|advisers|advisors|engineers|investigators|responders|a tool)"
    ),
    "PATCH": (
        r"(?:patch|update|apply|install|upgrade|check|review|disconnect|unplug|change|enable|reset|harden|secure|mitigate|"
        r"take (?:steps|measures|precautions)|shore up|turn off|isolate|strengthen|block|remove|replace|monitor|back up|"
        r"look for|hunt|"
        r"scan|switch)"
    ),
    "FOLK": (
        r"(?:organi[sz]ations|companies|operators|users|customers|agencies|firms|businesses|hospitals|exchanges|administrators|"
        r"utilities|banks|owners|institutions|departments|network defenders|bodies)"
    ),
    "OFFICE": OFFICE,
    "VICTIMS": (
        r"(?:government|authorities|ministry|compan(?:y|ies)|hospitals?|city|council|victims?|firm|bank|university|country|agency|"
        r"operators?|trust|state|utility|retailer|county|schools?|investigation|institutions?)"
    ),
    "BODIES": (
        r"\b(?:organi[sz]ations|companies|operators|agencies|firms|businesses|hospitals|exchanges|administrators|utilities|banks|"
        r"institutions|departments|network defenders|bodies)"
    ),
    "EVIL": (
        r"(?:unacceptable|cowardly|despicable|vile|appalling|intolerable|unjustified|heinous|shameful|barbaric|callous|"
        r"abhorrent|"
        r"egregious|reprehensible|deplorable|flagrant|unprovoked|serious violation|act of aggression|disgraceful|"
        r"unconscionable|"
        r"demonstration of|disregard)"
    ),
    "THEM": (
        r"(?:it|them|this|what|that|such|(?:the|this|these|those|all|any|a|an|its|their|"
        rf"{ANY}(?:['’]s?)?)? ?{_GAPS['GAP6']}{_ATTACK}|"
        rf"{ACCUSABLE}|(?:in|as) )"
    ),
    "SUSPECTS": rf"(?:{_GAPS['GAP4']}(?:{NAMED}|(?:{_PEOPLE})\b))",
    "COUNTS": r"\ (?:with|over|for|in connection|in absentia|under|on|as)",
    "TREATY": r"(?:[Aa]rticle (?:4|5|[Ff]our|[Ff]ive|42)|mutual[- ]defen[cs]e|collective[- ](?:self-)?defen[cs]e)",
    "LAW": (
        r"(?:(?:new|tougher|stricter|national|federal|emergency|cyber|cyber ?security|data[- ]protection|draft|first|"
        r"security|five-year|"
        r"bipartisan|cybercrime|sweeping|far-reaching|executive|breach[- ]notification|incident[- ]reporting|mandatory|own|"
        r"long-planned|digital|defen[cs]e|minimum|binding|privacy) )*"
    ),
}
