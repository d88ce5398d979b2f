"""Verbs that are an answer to an attack, as data: their forms, what must follow them, and what a passive's subject must be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.extract.responses_view import (
    ACCUSABLE,
    ANY,
    ATTACK,
    DIPLOMATS,
    DOING,
    ENVOY,
    ENVOY_NP,
    GAP,
    HELPERS,
    LISTED,
    MISSION,
    NAMED,
    PERSONS,
    STAFF_NP,
    TIES,
)


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb that does an act. `after` must follow the verb in the active, `subject` must stand before it in the passive
    (None: no passive); `particle` belongs to the verb in both."""

    act: Act
    after: re.Pattern[str]
    subject: re.Pattern[str] | None
    particle: re.Pattern[str]
    status: Status | None = None
    unsaid: bool = False
    """Whether a doer whom nobody names is still certain to be a state, so that the state in reach may be meant."""


def inflected(base: str) -> list[str]:
    """The forms of a verb: `impose`, `expel+` (doubles its last letter), `deny` or all forms with slashes."""
    if "/" in base:
        return base.split("/")
    if base.endswith("+"):
        stem = base[:-1]
        return [stem, f"{stem}s", f"{stem}{stem[-1]}ed", f"{stem}{stem[-1]}ing", f"{stem}ed", f"{stem}ing"]
    if base.endswith("e"):
        return [base, f"{base}s", f"{base}d", f"{base[:-1]}ing"]
    if base.endswith("y") and base[-2] not in "aeou":
        return [base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing"]
    plural = f"{base}es" if re.search(r"(?:s|sh|ch|x|z)$", base) else f"{base}s"
    return [base, plural, f"{base}ed", f"{base}ing"]


PARTICIPLES = frozenset("thrown broken cut put sent brought taken given told shut withdrawn sued kicked drawn hit knocked seen paid held left shot".split())
"""Participles that do not end in -ed."""

_BREAK = "break/breaks/broke/broken/breaking"
_CUT = "cut/cuts/cutting"
_THROW = "throw/throws/threw/thrown/throwing"
_SEND = "send/sends/sent/sending"
_GIVE = "give/gives/gave/given/giving"
_PUT = "put/puts/putting"
_BRING = "bring/brings/brought/bringing"
_TAKE = "take/takes/took/taken/taking"
_PAY = "pay/pays/paid/paying"
_TELL = "tell/tells/told/telling"
_QUIT = "quit/quits/quitting"
_STEP = "step/steps/stepped/stepping"
_SUE = "sue/sues/sued/suing"
_SHUT = "shut/shuts/shutting"
_HAUL = "haul/hauls/hauled/hauling"

_LEAVE = (
    r"(?:to (?:leave|depart|quit|get out|go home|pack|be (?:expelled|withdrawn|out))|out\b|home\b|from the country|persona|persona(?:e)? non grata)"
)
_SITES = (
    r"(?:home|homes|house|houses|flat|apartment|apartments|offices?|premises|propert(?:y|ies)|building|buildings|headquarters|embassy|consulate|"
    r"locations|addresses|sites in|compound|data cent(?:re|er))"
)
_THEIRS = r"(?:[\w’'-]+ ){0,2}(?:used|run|operated|controlled|owned|belonging|linked|tied|connected|associated|behind|that (?:the|were|was)|of the (?:group|gang|hackers)|it (?:used|ran))"
_GEAR = (
    rf"(?:botnets?|leak sites?|dark[- ]web sites?|web ?shells?|back ?doors?|implants?|malware|command[- ]and[- ]control (?:servers?|infrastructure)|infected (?:machines|routers|devices)|hijacked routers|"
    rf"(?:(?:the )?(?:group|gang|hackers|attackers|criminals)['’]s?|{DOING}(?:['’]s?)?) (?:[\w-]+ ){{0,3}}(?:servers?|infrastructure|domains?|sites?|websites?|accounts?|network|operations?|systems)|"
    rf"(?:servers?|infrastructure|domains?|domain names|software|accounts|pages|networks?|websites?|sites?|channels?) {_THEIRS}|the whole thing|the (?:operation|gang|group))"
)
_GOODS = (
    r"(?:\$|€|£|(?:[\d.,]+|some|about|more than|over|nearly) (?:million|bitcoins?|dollars)|bitcoins?|funds|money|assets|servers?|domains?|domain|computers?|laptops?|"
    r"devices|equipment|documents|phones|cryptocurrenc\w+|crypto-?assets|wallets?|proceeds|hardware|files|materials?|ransom|compounds?|website)"
)
_STAFFERS = rf"(?:{HELPERS}|teams?|experts?|specialists?|technicians|advisers|advisors|engineers|investigators|personnel|officials|units?|technicians|tools?|equipment|help|staff|agents|responders)"
_PATCH = r"(?:patch|update|apply|install|upgrade|check|review|disconnect|unplug|change|enable|reset|harden|secure|mitigate|take (?:steps|measures|precautions)|shore up|turn off|isolate|strengthen|block|remove|replace|monitor|back up|look for|hunt|scan|switch)"
_FOLK = (
    r"(?:organi[sz]ations|companies|operators|users|customers|agencies|firms|businesses|hospitals|exchanges|administrators|utilities|banks|owners|institutions|"
    r"federal agencies|departments|network defenders|bodies)"
)
_EVIL = (
    r"(?:unacceptable|cowardly|despicable|vile|appalling|intolerable|unjustified|heinous|shameful|barbaric|"
    r"callous|abhorrent|egregious|reprehensible|deplorable|flagrant|unprovoked|serious violation|act of aggression|"
    r"disgraceful|unconscionable|demonstration of|disregard)"
)
_THEM = rf"(?:it|them|this|what|that|such|(?:the|this|these|those|all|any|a|an|its|their|{ANY}(?:['’]s?)?)? ?{GAP[6]}{ATTACK}|{ACCUSABLE}|(?:in|as) )"
_SUSPECTS = rf"(?:{GAP[4]}(?:{NAMED}|(?:men|man|woman|people|persons?|suspects?|members?|hackers?|officers|individuals|affiliates?|teenagers?|boy|boys|student|defendants|operatives|contractors|leaders?|arrests)\b))"
_COUNTS = r"(?: with| over| for| in connection| in absentia| under| on| as)"

# act; verbs; particle; after the verb in the active; subject in the passive; status; whether the doer may go unsaid
_ROWS: tuple[tuple[Act, str, str, str, str | None, Status | None, bool], ...] = (
    (Act.SEVER_RELATIONS, f"sever {_CUT} {_BREAK} end terminate rupture", r"(?: off)?(?: with immediate effect)?", rf" {GAP[4]}{TIES}(?: with (?:the )?{LISTED})?", rf"{TIES}", None, True),
    (Act.EXPEL_DIPLOMATS, "expel+ eject oust evict banish", "", rf" {STAFF_NP}", STAFF_NP, None, True),
    (Act.EXPEL_DIPLOMATS, f"{_THROW} kick boot {_SEND}", r"(?: out| home)", rf" {STAFF_NP}", STAFF_NP, None, True),
    (Act.EXPEL_DIPLOMATS, f"{_THROW} kick boot {_SEND}", "", rf" {STAFF_NP}(?: {GAP[4]}| )(?:out\b|home\b|packing)", None, None, True),
    (Act.EXPEL_DIPLOMATS, f"order ask {_TELL} require instruct", "", rf" {STAFF_NP} (?:{ANY} |[\w’',]+ ){{0,7}}?{_LEAVE}", None, None, True),
    (Act.EXPEL_DIPLOMATS, f"order ask {_TELL} require instruct", rf" {_LEAVE}", r"(?!)", STAFF_NP, None, True),
    (Act.EXPEL_DIPLOMATS, f"{_GIVE}", "", rf" {STAFF_NP}[^.;:]{{0,70}}? (?:hours?|days?|week|until|a day)\b[^.;:]{{0,20}} to (?:leave|pack|depart|go|quit|get out)", None, None, True),
    (Act.EXPEL_DIPLOMATS, f"{_GIVE}", r" [^.;:]{0,30}?(?:hours?|days?|week|until \w+|a day) to (?:leave|pack|depart|go|quit|get out)", r"(?!)", STAFF_NP, None, True),
    (Act.EXPEL_DIPLOMATS, "declare name brand", "", rf" {GAP[9]}persona(?:e|s)? non grata", None, None, True),
    (Act.EXPEL_DIPLOMATS, "declare", r" persona(?:e|s)? non grata", r"(?!)", rf"{STAFF_NP}|.", None, True),
    (Act.EXPEL_DIPLOMATS, f"{_PUT}", r" on (?:a|the next|the first) (?:plane|flight)", r"(?!)", r"[Tt]hey|men|all|four|officers|agents", None, True),
    (Act.RECALL_AMBASSADOR, "recall withdraw/withdraws/withdrew/withdrawn/withdrawing", "", rf" (?:its|his|her|their|the|{ANY}(?:['’]s?)?) ?{ENVOY_NP}|(?: {ENVOY})", rf"(?:its|their|{ANY}['’]s) {ENVOY_NP}", None, True),
    (Act.RECALL_AMBASSADOR, f"call {_BRING} order", "", rf" (?:home|back) (?:its|their|the|his|her|{ENVOY}) ?{ENVOY_NP}?|(?: {GAP[4]})(?:{ENVOY}|ambassador|envoy)[^.;:]{{0,40}}? (?:home|back)\b", None, None, True),
    (Act.SUMMONS, "summon convoke", "", rf" {ENVOY_NP}", ENVOY_NP, None, True),
    (Act.SUMMONS, f"call {_HAUL} {_BRING}", r"(?: in| before| over the coals)", rf" {ENVOY_NP}", ENVOY_NP, None, True),
    (Act.SUMMONS, f"call {_HAUL} carpet", r"(?: (?:to|into|before|at) (?:the )?[^.;:]{0,30}?(?:ministry|office|foreign|[\U000f0000-\U000fffff])| there)", r"(?!)", ENVOY_NP, None, True),
    (Act.SANCTIONS, "sanction blacklist penalise penalize", "", rf" {GAP[9]}(?:{LISTED}|(?:people|persons|individuals|companies|firms|entities|officials|officers|those|hackers|him|them|it|exchanges?|front company|gang|group)\b)", r".", None, True),
    (Act.SANCTIONS, "designate", "", rf" {GAP[6]}(?:{LISTED}|leaders?|members?|individuals|entities|people|companies|persons)[^.;:]{{0,140}}?(?:under|pursuant|sanction|executive order|order \d+|for (?:its|their|his|having))", None, None, True),
    (Act.SANCTIONS, f"{_PUT} add place", "", rf" {GAP[9]}(?:(?:on|to|under) (?:(?:the|its|a|their) )?(?:[\w’'-]+ |{ANY}(?:['’]s?)? ){{0,3}}?(?:sanctions? list|blacklist|sanctions|list of (?:specially|sanctioned))|to the list)\b", None, None, True),
    (Act.SANCTIONS, f"{_PUT} add place {_BRING} hit", r"(?: separately)?(?: (?:on|to|under|with)) (?:the |its |a |their )?(?:[\w’'-]+ ){0,3}?(?:sanctions(?: list)?|blacklist|asset freezes?)", r"(?!)", r".", None, True),
    (Act.SANCTIONS, "hit slap+ target", "", rf" {GAP[9]}with {GAP[6]}(?:sanctions|asset freezes?|penalties)", None, None, True),
    (Act.SANCTIONS, "freeze/freezes/froze/frozen/freezing", "", rf" {GAP[4]}(?:assets|accounts|property|holdings)", r"assets|accounts|property|holdings", None, True),
    (Act.SANCTIONS, "bar+ ban+ forbid/forbids/forbade/forbidden/forbidding prohibit", "", rf" {GAP[4]}(?:banks|companies|citizens|persons|businesses|americans|{ANY}) (?:from|to) (?:part|deal|do|buy|lend|trad|transact|financ|make|provid|invest)(?:[^.;:,]{{0,40}}?(?P<target>{LISTED}))?", None, None, True),
    (Act.TRAVEL_BAN, "bar+ ban+ prohibit", "", rf" {GAP[6]}(?:from|to) (?:enter|travel|visit|setting foot)", None, None, True),
    (Act.TRAVEL_BAN, "bar+ ban+ prohibit", r"(?: from) (?:enter|travel|visit|setting foot)\w*", r"(?!)", r".", None, True),
    (Act.INDICTMENT, "indict", "", rf" {_SUSPECTS}", r".", None, True),
    (Act.INDICTMENT, "charge", "", rf" {_SUSPECTS}[^.;:]{{0,80}}?{_COUNTS}", None, None, True),
    (Act.INDICTMENT, "charge", rf"{_COUNTS}(?! with care)", r"(?!)", r".", None, True),
    (Act.INDICTMENT, "refer+ send/sends/sent/sending", r" to (?:the )?(?:public )?prosecutors?", r"(?!)", r".", None, True),
    (Act.ARREST, "arrest detain apprehend", "", rf" {_SUSPECTS}", r".", None, True),
    (Act.ARREST, f"{_TAKE}", r" into custody", rf" {_SUSPECTS}", r".", None, True),
    (Act.ARREST, "pick", r" up", rf" {_SUSPECTS}", r"suspects?|men|man|members?|hackers?", None, True),
    (Act.REWARD_OFFER, f"offer {_PUT} post", r"(?: up)?", r" [^.;]{0,60}?(?:\$|€|£|million|dollars|euros)[^.;]{0,60}? for (?:information|tips|clues|news|details|anyone|help)", None, None, False),
    (Act.RAID, "raid search storm", "", rf" {GAP[6]}(?:{MISSION}|{_SITES}\b)", rf"(?:{MISSION}|{_SITES}\b)", None, False),
    (Act.RAID, "enter", "", rf" (?:the|its|an) (?:[\w-]+ )?(?:{MISSION}|embassy|building|consulate|compound|premises)", None, None, False),
    (Act.RAID, "seize confiscate impound", "", rf" {GAP[6]}{_GOODS}", rf"{_GOODS}|it\b", None, True),
    (Act.SEIZURE_OR_TAKEDOWN, "dismantle disrupt neutralise neutralize disable sinkhole", "", rf" {GAP[6]}{_GEAR}", rf"{_GEAR}", None, False),
    (Act.SEIZURE_OR_TAKEDOWN, f"{_TAKE} {_SHUT} knock {_BRING}", r"(?: down| offline| over| control of)", rf" {GAP[6]}{_GEAR}", None, None, False),
    (Act.SEIZURE_OR_TAKEDOWN, f"{_TAKE} {_SHUT} knock {_BRING}", "", rf" {GAP[4]}{_GEAR}[^.;,]{{0,20}}? (?:offline|down)\b", None, None, False),
    (Act.SEIZURE_OR_TAKEDOWN, "remove delete erase wipe clean clear purge", "", rf"(?: up)? {GAP[6]}(?:web ?shells?|back ?doors?|implants?|malware|software|malicious code|hijacked routers|infected (?:machines|routers|devices))\b", None, None, False),
    (Act.SEIZURE_OR_TAKEDOWN, "close suspend remove delete shut/shuts/shutting ban+", r"(?: down)?", r" (?:[\w-]+ ){0,4}?(?:accounts|pages|profiles|channels)(?: (?:used|linked|tied|run|belonging|connected|associated|operated|that|of|it))", r"accounts|pages|channels", None, False),
    (Act.ADVISORY, "warn alert", "", rf" (?!(?:its|their) ){GAP[4]}{_FOLK}\b", rf"(?i:{_FOLK}) $", None, False),
    (Act.ADVISORY, "urge advise ask instruct order direct tell/tells/told/telling encourage", rf"(?: by [^.;]{{0,90}}?)? to (?:urgently |immediately |quickly )?{_PATCH}\b", r"(?!)", rf"(?i:{_FOLK})", None, True),
    (Act.ADVISORY, "urge recommend advise", "", r" that (?:all )?(?:[\w-]+ ){0,3}(?:devices|systems|appliances|servers|networks|software|users|customers|routers|organi[sz]ations|operators|companies)", None, None, False),
    (Act.ADVISORY, "urge advise ask instruct order direct tell/tells/told/telling", "", rf" {GAP[6]}{_FOLK} (?:[\w-]+ ){{0,5}}?to (?:urgently |immediately |quickly )?{_PATCH}\b", rf"{_FOLK}", None, False),
    (Act.ADVISORY, "share publish release post", "", rf" {GAP[6]}(?:indicators(?: of compromise)?|technical details|detection rules|yara|signatures|IOCs|decryptor|a decryption tool)\b", rf"(?:indicators|technical details|detection rules)", None, False),
    (Act.ASSISTANCE, f"{_SEND} dispatch deploy despatch fly/flies/flew/flown/flying rush", r"(?: in| over| out)?", rf" {GAP[6]}{_STAFFERS}", rf"{_STAFFERS}", None, False),
    (Act.ASSISTANCE, "assist", "", rf"(?:[.,;]|$| (?!of\b){GAP[4]}(?:{ANY}|government|authorities|ministry|company|victims?|hospital|city|council|in |with ))", r"(?!)", None, False),
    (Act.ASSISTANCE, "helping/assisting/supporting", "", rf" (?!to\b|the (?:group|gang|hackers|attackers))(?:{ANY}|the (?:{ANY}|[a-z]+)|(?:in|with) (?:the )?(?:investigation|recovery|response|inquiry|probe))", None, None, False),
    (Act.ASSISTANCE, "working/worked/works", r" (?:closely )?(?:with|alongside)", rf" (?:{ANY}|the (?:{ANY}|company|hospital|city|victim|affected|ministry|government|retailer|council|trust|operator|bank|school|university|authorities))", None, None, False),
    (Act.ASSISTANCE, "mobilise mobilize activate", "", rf" {GAP[6]}(?:resources|teams?|experts?|rapid response|specialists)\b", r"resources|teams?|experts|specialists", None, False),
    (Act.ASSISTANCE, "help", "", rf"(?: {ANY}(?:['’]s)?| (?:the|its) (?:{ANY}|[a-z]+))(?: {GAP[4]})?(?:to )?(?:contain|restore|recover|investigate|respond|repel|clean|rebuild|defend|repair|with|mitigate|get|deal|fend|establish|strengthen|secure|identify|trace)", None, None, False),
    (Act.ASSISTANCE, "share exchange", "", r" (?:[\w-]+ ){0,3}(?:information|intelligence|indicators(?: of compromise)?|expertise|samples) with\b", None, None, False),
    (Act.CONDEMNATION, "condemn denounce deplore decry", "", rf"(?:\"|”)? {_THEM}", rf"{ATTACK}|(?:it|they|this)\b", None, False),
    (Act.CONDEMNATION, "slam+ blast lambast lambaste castigate excoriate decry", "", rf" {GAP[4]}(?:{ATTACK}|{ACCUSABLE} (?:for|over))", rf"{ATTACK}", None, False),
    (Act.CONDEMNATION, "call/calls/called describe/describes/described brand/brands/branded label/labels/labelled/labeled term/terms/termed", "", rf" (?:it|this|them|what|the|these|such|{ANY}(?:['’]s?)?)[^.;]{{0,90}}?{_EVIL}", None, None, False),
    (Act.CALL_FOR_RESTRAINT, "call urge appeal ask", r"(?: on| upon| to)?", rf" (?:[\w’'-]+ ){{0,3}}?(?:states|sides|parties|countries|nations|both|everyone|actors|governments)\b[^.;]{{0,60}}? to (?:[\w-]+ )?(?:act responsibly|refrain|exercise|show|hold back|de-?escalate|avoid|behave|abide|respect|stop|cease)", None, None, False),
    (Act.CALL_FOR_RESTRAINT, "urge counsel call appeal", r"(?: for)?", r" (?:[\w-]+ ){0,3}?(?:restraint|calm|de-?escalation|cool heads)\b", None, None, False),
    (Act.MUTUAL_DEFENCE_CONSULTATION, "extend apply", "", r"(?!)", r"[Aa]rticle (?:4|5|[Ff]our|[Ff]ive|42)|mutual[- ]defen[cs]e|collective[- ](?:self-)?defen[cs]e", None, False),
    (Act.MUTUAL_DEFENCE_CONSULTATION, "invoke trigger activate", "", rf" {GAP[6]}(?:[Aa]rticle (?:4|5|[Ff]our|[Ff]ive|42)|mutual[- ]defen[cs]e|collective[- ](?:self-)?defen[cs]e)", r"[Aa]rticle (?:4|5|[Ff]our|[Ff]ive|42)|mutual[- ]defen[cs]e|collective[- ]defen[cs]e", None, False),
    (Act.COUNTER_OPERATION, "retaliate respond strike/strikes/struck/striking hit", r"(?: back)?", rf" {GAP[4]}(?:with|by|against) {GAP[6]}(?:cyber[- ]?(?:attacks?|strikes?|operations?)|hacking back|offensive cyber)", None, None, False),
    (Act.COUNTER_OPERATION, f"hack {_BREAK} attack {_TAKE} knock delete erase wipe", "", r"[^.;]{0,140}? in (?:retaliation|revenge|reprisal|retribution)\b", None, None, False),
    (Act.COUNTER_OPERATION, "hack", " back", r"(?: at| into| against| and|,|\.)", r"(?:servers|group|gang|infrastructure|sites|it)\b", None, False),
    (Act.MILITARY, "bomb shell attack strike/strikes/struck/striking", "", r" (?:the |a )?(?:building|headquarters|house|base) [^.;]{0,60}?(?:hackers|cyber)", None, None, False),
    (Act.LAWSUIT, f"{_SUE}", "", rf"(?:[.,;]|$| (?!for (?:peace|time))(?:the |an? |its |their )?(?:{ANY}|[\w’'-]+))", r".", None, False),
    (Act.LAWSUIT, "fine", "", rf" (?:the |an? |its |their )?(?:{ANY}|company|firm|hospital|operator|bank|carrier|man|student)", r".", None, True),
    (Act.LAWSUIT, "lodge file", "", rf" (?:an? )?(?:[\w-]+ ){{0,2}}complaints? (?:with|to|against|at)\b", r"complaint", None, False),
    (Act.LAWSUIT, "grant obtain win/wins/won/winning secure", "", rf" {GAP[6]}(?:injunctions?|court orders?|orders? (?:against|barring|restraining|forbidding))", r"injunction|court order", None, False),
    (Act.LAWSUIT, f"{_TAKE} pursue bring/brings/brought/bringing start launch", "", rf" (?:(?!military)[\w’'-]+ )?(?:legal action|legal proceedings|court action)\b", r"legal (?:action|proceedings)", None, False),
    (Act.LAWSUIT, "settle", "", rf" (?:(?:a|the|its) )?(?:[\w’'-]+ ){{0,3}}?(?:lawsuits?|claims?|case|class|suit|with {ANY}|for \$)", None, None, False),
    (Act.LAWSUIT, "agree order", "", r"(?: (?:in|on) [A-Z][a-z]+)? to pay (?:[\w’'-]+ ){0,3}?(?:\$|€|£|\d)[^.;]{0,90}?(?:settle|fine|penalt|compensat|victims|damages)", r".", None, False),
    (Act.LAW_OR_POLICY, "loosen relax ease waive lift suspend tighten", "", rf" {GAP[4]}(?:rules?|limits|restrictions|requirements|regulations|deadlines?)\b", r"rules?|limits|restrictions|requirements", None, False),
    (Act.LAW_OR_POLICY, "order", "", rf" {GAP[6]}(?:inspections?|audits?|reviews?|overhaul|stress tests?)\b", r"inspection|audit|review", None, False),
    (Act.PUBLIC_EMERGENCY, "declare proclaim decree", "", rf" {GAP[4]}(?:emergency|state of (?:alert|calamity|disaster))\b", r"emergency|state of (?:alert|calamity|disaster)", None, False),
    (Act.RESIGNATION_OR_DISMISSAL, "resign", "", r"(?:(?: as| from| over| on| after| in| amid| following| last| to|,|\.|$| [A-Z])|(?= and))", None, None, False),
    (Act.RESIGNATION_OR_DISMISSAL, f"{_STEP} stand/stands/stood/standing", r" (?:down|aside)", r"", None, None, False),
    (Act.RESIGNATION_OR_DISMISSAL, "remove relieve suspend", "", r" (?:him|her|them) (?:from (?:office|his|her|their)|of (?:his|her|their) (?:duties|post|command|job))", None, None, False),
    (Act.RESIGNATION_OR_DISMISSAL, "remove relieve suspend", r" (?:from (?:office|his|her|their)|of (?:his|her|their) (?:duties|posts?|command|jobs?))", r"(?!)", r".", None, False),
    (Act.RESIGNATION_OR_DISMISSAL, f"{_QUIT}", "", r"(?: as| over| after| on| his| her|,|\.|;|$)", None, None, False),
    (Act.RESIGNATION_OR_DISMISSAL, "sack fire dismiss", "", rf" (?:its|his|her|the|their|{ANY}(?:['’]s?)?) ?(?:(?:[\w’'-]+|{ANY}) ){{0,4}}?(?:{ANY}|chief|head|director|minister|officers?|executive|manager|boss|commissioner|secretary|governor|cio|ciso)\b", r".", None, False),
    (Act.RESIGNATION_OR_DISMISSAL, "tender submit hand offer", "", r"(?: in)? (?:his|her|their) resignation", r"resignation", None, False),
    (Act.RESIGNATION_OR_DISMISSAL, "lose/loses/lost/losing", "", r" (?:his|her|their) (?:jobs?|posts?|position)", None, None, False),
    (Act.RANSOM_PAID, "hand transfer+ send/sends/sent/sending", r"(?: over)?", r" (?:the |about |some |nearly |more than |over )?(?:\$|€|£|\d)[^.;]{0,40}?(?:bitcoin|ransom|to (?:the )?(?:gang|hackers|attackers|criminals|group))", r"(?!)", None, False),
    (Act.RANSOM_REFUSED, "pay/paying/negotiate/negotiating", "", r"(?:[.,;]| and\b| but\b| up\b| what\b| the (?:\w+ )?(?:amount|sum|money)| it\b| them\b| in\b| even\b| because\b| any\w*\b| with (?:the )?(?:hackers|criminals|gang|attackers|terrorists|[\U000f0000-\U000fffff])|$)", r"(?!)", None, False),
    (Act.RANSOM_PAID, f"{_PAY}", "", rf"(?:[^.;]{{0,60}}? (?:ransoms?|extortion|hackers|attackers|gang|demand|hostage|criminals|extortionists|cyber ?criminals|for (?:the|a) (?:key|decryptor))|(?: the)? {ACCUSABLE})(?! note)", r"ransom|demand|money|\$|bitcoin", None, False),
    (Act.PROTEST_NOTE, "lodge file deliver hand submit issue make/makes/made/making present", "", rf" {GAP[4]}(?:(?:formal |strong |official |diplomatic |solemn )*protests?|note verbale|d[eé]marches?|note of protest|representations)\b", r"protest|note verbale|d[eé]marche", None, False),
    (Act.SOLIDARITY, "express voice offer declare convey stand/stands/stood/standing", "", rf" (?:its |their |his |her |our |full |strong |firm )*(?:solidarity|support (?:for|to)|in solidarity|shoulder to shoulder|by {ANY}|with {ANY}|firmly with)", r"solidarity", None, False),
    (Act.SUSPEND_COOPERATION, "suspend halt freeze/freezes/froze/frozen/freezing cancel+ call postpone", r"(?: off)?", r" (?:[\w’'-]+ ){0,4}?(?:talks|cooperation|co-operation|dialogue|negotiations|visit|meeting|agreement|consultations|summit|aid)\b", r"talks|cooperation|dialogue|visit|meeting|agreement", None, False),
    (Act.CLOSE_MISSION, "close shut/shuts/shutting shutter", r"(?: down)?", rf" {GAP[4]}(?:{MISSION}|embassy|consulates?|compounds?|mission)\b", rf"(?:{MISSION}|embassy|consulate|compounds?)", None, True),
    (Act.STATEMENT, "urge demand call ask press insist", r"(?: on| upon| that)?", rf" (?:the )?{ACCUSABLE}[^.;]{{0,40}}? (?:to|stop|end|cease|refrain|halt|hand|take|adhere|act)", None, None, False),
    (Act.FURTHER_ACTION, f"{_TAKE} pursue adopt", "", r" (?:(?:any|all|the|further|additional|appropriate|necessary|more|such|other|stronger|decisive|tough|concrete|whatever) ){1,4}(?:action|steps|measures)\b", None, None, False),
    (Act.FURTHER_ACTION, "respond retaliate", "", r"(?: in kind| proportion\w+| appropriately| forcefully| accordingly| with| against somebody| at a time|,|\.|\"|”| in a| to (?:the|this|such|it))", None, None, False),
    (Act.FURTHER_ACTION, "hold/holds/held/holding", "", rf" {GAP[6]}(?:accountable|to account|responsible for (?:its|their))\b", r".", None, False),
    (Act.FURTHER_ACTION, "reserve", "", r" (?:the|its|their|our|all) (?:[\w-]+ )?(?:right|option)", None, Status.CONSIDERED, False),
)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def deeds() -> dict[str, tuple[Deed, ...]]:
    """The deeds that each form of a verb may begin."""
    table: dict[str, list[Deed]] = {}
    for act, verbs, particle, after, subject, status, unsaid in _ROWS:
        deed = Deed(act, _compiled(after), re.compile(subject, re.IGNORECASE) if subject else None, _compiled(particle), status, unsaid)
        for verb in verbs.split():
            for form in inflected(verb):
                if deed not in table.setdefault(form, []):
                    table[form].append(deed)
    return {form: tuple(found) for form, found in table.items()}
