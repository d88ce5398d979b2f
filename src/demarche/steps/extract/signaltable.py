"""The words behind each signal. A new way of saying that something was done goes here, as one line with its stems."""

from __future__ import annotations

from functools import cache

from demarche.steps.extract.signals import Signal
from demarche.steps.extract.signs import Sign, SignReader

_GAP = r"(?:[\w’'$€£.%&-]+,? ){0,5}?"
_SYSTEMS = (
    r"(?:computers?|servers?|machines?|workstations?|systems?|(?:hard )?drives?|disks?|files?|data|networks?|pcs|records|"
    r"databases?|modems?|backups?|infrastructure|"
    r"terminals|routers|devices|laptops)"
)
_DATA = (
    r"(?:data|files|documents?|records?|information|e-?mails?|mail|particulars|correspondence|details|secrets|gigabytes|"
    r"terabytes|gb|tb|names|numbers|credentials|"
    r"blueprints|passwords|addresses|communications|archives?|mailbox(?:es)?|inbox(?:es)?|cables|letters|plans|designs|"
    r"source code|films|salaries|papers|content|contents)"
)
_OUT = (
    r"(?:websites?|web sites?|sites?|services?|portals?|systems?|servers?|networks?|pages|platforms?|operations|production|"
    r"plants?|broadcasts?|channels?|trains?|pumps|"
    r"applications?|internet access|connections?|terminals?|telephones?|lines?|screens|tills|deliveries|orders|payments|"
    r"lights|modems|turbines|stations|stores)"
)
_USERS = (
    r"(?:government|ministries|country|electricity|power|air|railways?|hospitals?|banks?|pipeline|business(?:es)?|traffic|"
    r"satellite|communications|users|customers|"
    r"public|internet|administration|city|agency|company|factories|grid)"
)
_DOWN = (
    r"(?:disrupted|paralysed|paralyzed|crippled|down|offline|dark|unavailable|suspended|halted|interrupted|shut(?: down)?|"
    r"crashed|inaccessible|unreachable|cut off|"
    r"could not be reached|could not be opened|stopped(?: working| responding)?|failed|switched off|blocked|knocked out|"
    r"black|silent|unusable|frozen|out of action|off the internet)"
)

_S = Signal

SIGNS: tuple[Sign[Signal], ...] = (
    Sign(
        _S.RANSOM,
        0.9,
        "ransomware",
        r"\bransomware\b(?! (?:gangs?|groups?|crews?|operators?|payments?|task force|"
        r"criminals?))",
    ),
    Sign(
        _S.GANG,
        0.5,
        "ransomware|extortion",
        r"\b(?:ransomware|extortion) (?:gangs?|groups?|crews?|operators?|operation|cartel|outfit|affiliates?|syndicate|site)",
    ),
    Sign(_S.RANSOM, 0.7, "ransom", r"\bransom(?:s|ed)?\b(?!ware)"),
    Sign(
        _S.RANSOM,
        0.5,
        "extort|demand|asked for|wanted|price",
        r"(?:demand(?:ed|ing|s)?|asked for|wanted|price)\b[^.;]{0,50}(?:bitcoin|[$€£]|million|crypto)|extort(?:ed|ing|ion|"
        r"ionists)",
    ),
    Sign(
        _S.ENCRYPTED,
        0.8,
        "encrypt|decrypt|locking|locked",
        rf"\bencrypt(?:ed|ing|s|ion of) {_GAP}{_SYSTEMS}|\b{_SYSTEMS} (?:[\w’'-]+ ){{0,4}}encrypted|\bdecrypt(?:ion|or|"
        rf"ing)\b|file-(?:locking|encrypting)|lock(?:ed|ing) (?:up )?(?:[\w’'-]+ ){{0,2}}(?:computers|files|systems|data)|"
        r"encryptor",
    ),
    Sign(
        _S.ENCRYPTED,
        0.6,
        "universal key|release the|detonat|deploy",
        r"universal key|release the (?:whole )?network|(?:detonat|deploy)(?:ed|ing) (?:the |its )?ransomware",
    ),
    Sign(
        _S.WIPED,
        1.0,
        "wip|eras",
        rf"\bwip(?:ed|es|ing|e)\b {_GAP}(?:{_SYSTEMS}|thousands|hundreds)|\b{_SYSTEMS} (?:[\w’'-]+,? ){{0,4}}(?:wiped|"
        rf"erased)\b|\beras(?:ed|ing|e) {_GAP}{_SYSTEMS}|\bwipers?\b|data-wiping|disk-wiping|\bwiped\b(?! off)",
    ),
    Sign(
        _S.WIPED,
        0.9,
        "destr|overwr|brick|delet|inoperable|recover|beyond",
        rf"\bdestroy(?:ed|ing|s)? {_GAP}(?:{_SYSTEMS}|core|digital)|\bdestructive (?:cyber|malware|attack|code|program|"
        rf"operation)|\b{_SYSTEMS} {_GAP}(?:destroyed|deleted)\b|overwr(?:ote|it(?:ten|ing))|\bbricked|destruction of "
        rf"{_GAP}{_SYSTEMS}|delet(?:ed|ing) {_GAP}(?:{_SYSTEMS}|terabytes)|inoperable|without any way of recover|no way "
        r"(?:of|to) recover|beyond (?:repair|recovery)",
    ),
    Sign(
        _S.PHYSICAL,
        1.0,
        "alight|flames|explo|blew up|centrifuges|physical|fire|injur|derail|turbines|furnace|machinery|destruction",
        r"\bset \w+ (?:\w+ ){0,3}?alight|spewing flames|physical (?:damage|effects?|consequences|destruction)|centrifuges "
        r"[^.;]{0,40}(?:destr|spinning|wreck|broke)|to their destruction|(?:destroy|wreck|damag)\w* (?:[\w-]+ ){0,"
        r"4}(?:centrifuges|machinery|furnaces?|equipment)|explosion|blew up|derailed|caught fire",
    ),
    Sign(
        _S.DARKENED,
        0.9,
        "blackout|power|without |turned the lights off|in the dark",
        r"blackouts?\b|lost power|power (?:cuts?|outages?)|without (?:electricity|power|heating|water)|turned the lights off|"
        r"customers in the dark",
    ),
    Sign(_S.FLOODED, 1.2, "ddos|denial-of-service|denial of service", r"\bddos\b|(?:distributed )?denial[- ]of[- ]service"),
    Sign(
        _S.FLOODED,
        0.9,
        "traffic|request|flood|botnet|junk|overwhelm|bombard|barrage",
        r"flood(?:ed|ing|s)? (?:of |with |by )?(?:[\w-]+ ){0,3}(?:traffic|requests|queries|data|packets)|(?:separate |of "
        r")floods\b|traffic which reached|(?:more|lot of|millions of) requests|(?:junk|bogus|malicious|fake|meaningless) "
        r"(?:traffic|requests|queries|data)|overwhelm(?:ed|ing) (?:[\w’'-]+ ){0,4}(?:traffic|requests|servers|sites)|waves? "
        r"of (?:[\w-]+ )?traffic|flooding",
    ),
    Sign(_S.DEFACED, 1.2, "defac", r"\bdefac(?:ed|ing|ements?)"),
    Sign(
        _S.DEFACED,
        1.0,
        "visitors|carried|replaced|display|showed|bore|hijack|posting|social media|twitter account",
        r"visitors (?:to|of) [^.;]{0,70}(?:saw|found|were (?:greeted|met|shown)|read)|visitors (?:found|saw) a|(?:websites?|"
        r"sites|pages|screens) [^.;]{0,40}replaced (?:by|with)|replaced [^.;]{0,40}(?:website|homepage|page|screens) "
        r"[^.;]{0,20}with|pages carried|carried the same picture|(?:websites?|screens|sites|pages|accounts?) (?:[\w’'-]+ "
        r"){0,4}?(?:displayed|display|showed|showing|bearing|bore) |pages bore|(?:control of|took over|taken over|"
        r"hijack(?:ed|ing)) [^.;]{0,60}(?:twitter|facebook|social media|website|accounts?)",
    ),
    Sign(
        _S.MONEY_TAKEN,
        1.2,
        "heist|stole|steal|theft|drain|siphon|loot|nett|robb",
        r"\bheist\b|(?:stole|stolen|stealing|steal|drained|siphoned|looted|netted|theft of) (?:about |some |around |roughly |"
        r"more than |nearly |almost |an estimated |over |up to |at least |off )?(?:[$€£¥]|us\$|rs |[\d.,]+ (?:million|"
        r"billion)? ?(?:dollars|euros|pounds|bitcoin|ether|won|yen|roubles|rubles)|(?:[\w-]+ )?(?:millions|billions) (?:of "
        r"dollars|in)|money|funds|crypto|(?:[\w-]+ )?(?:assets|tokens|coins|ether|bitcoins?))|crypto(?:currency)? (?:theft|"
        r"heist)|bank robbery",
    ),
    Sign(
        _S.MONEY_TAKEN,
        0.7,
        "swift|wallet|fraudulent|orders totalling|launder",
        r"swift (?:messag|network|system|orders|transfer)|(?:hot|cold|offline) wallet|orders totalling|fraudulent "
        r"(?:transfers?|orders|transactions|payments)|laundering (?:the|tens|stolen|some) ",
    ),
    Sign(
        _S.PLANTED,
        1.0,
        "disinformation|misinformation|fake|false|fabricat|bogus|forged|influence|election|vote|democra|meddl|doctored",
        r"(?:plant(?:ed|ing)?|post(?:ed|ing)?|plac(?:e|ed|ing)|spread(?:ing)?|publish(?:ed|ing)) (?:of )?(?:[\w’'-]+ ){0,"
        r"3}?(?:fake|false|fabricated|forged|bogus|doctored)\b|(?:fake|false|fabricated|bogus|forged) (?:quotes?|stories|"
        r"story|posts?|statements?|remarks|reports?|articles?|emergency|alerts?)|interfer(?:e|ed|ing|ence) (?:in|with) "
        r"(?:[\w’'-]+ ){0,4}(?:election|vote|democra)|(?:sway|influence|swing|undermine) (?:[\w’'-]+ ){0,4}(?:election|vote|"
        r"voters|public opinion)|meddl(?:e|ed|ing) (?:in|with) (?:[\w’'-]+ ){0,4}(?:election|vote)|election (?:interference|"
        r"meddling)|destabili[sz]e democracy",
    ),
    Sign(
        _S.PLANTED,
        0.5,
        "disinformation|misinformation|influence",
        r"(?:disinformation|influence|misinformation) (?:operation|campaign|effort)s?",
    ),
    Sign(
        _S.LEAKED,
        1.0,
        "leak|publish|post|dump|releas|online|upload|appear|dark web|hand",
        rf"\bleak(?:ed|ing)\b {_GAP}{_DATA}\b|\b{_DATA} {_GAP}(?:leaked|published|dumped|posted|released|uploaded)\b|"
        rf"(?:published|dumped|posted|released|uploaded) (?:[\w’'-]+ ){{0,3}}?(?:stolen|internal|private|confidential|"
        rf"personal|residence|gigabytes|terabytes|[\d.]+ ?(?:gb|tb)|{_DATA})\b|hack[- ]and[- ]leak|leaks? of {_GAP}{_DATA}|"
        r"appear(?:ing|ed)? on the internet|(?<!note )(?<!statement )(?<!message )(?<!messages )(?<!video )(?<!site "
        r")(?:put|posted|dumped|published|released) (?:it |them |all of it )?(?:up )?(?:online|on the (?:web|internet|dark "
        r"?web|dark net))|stolen (?:files|data|documents) (?:begin|began) to appear|to the public\b",
    ),
    Sign(_S.LEAKED, 0.45, "leak", r"\bleak(?:ed|s)?\b(?! site| page)(?! nothing)"),
    Sign(
        _S.TAKEN,
        1.0,
        "stole|steal|exfiltrat|copied|copying|took|taken|made off|theft|download|carried off|carrying|siphon|harvest|obtain|"
        "grab|extract|lost|losing|walked off",
        r"\b(?:stole|stolen|stealing|steal|exfiltrat(?:ed|ing|e)|copied|copying|took|taken|made off with|downloaded|"
        r"carr(?:ied|ying) off|siphon(?:ed|ing)(?: off)?|harvest(?:ed|ing)|extracted|grabbed|walked off with|thefts? of|"
        rf"losing|lost) (?:off |out |away |with )?{_GAP}{_DATA}\b(?! apart)|\b{_DATA} {_GAP}(?:was |were |been |be |have "
        rf"been |had been )(?:[\w-]+ )?(?:stolen|copied|taken|exfiltrated|downloaded|obtained|carried off)|{_DATA} "
        rf"(?:[\w’'-]+ ){{0,4}}stolen from",
    ),
    Sign(
        _S.TAKEN,
        0.8,
        "expos|affected|access to|what was taken|given away|handing out",
        rf"\bexpos(?:ed|ing|es) {_GAP}{_DATA}\b|\bdata (?:was|were|had been) affected|access to the (?:names|details|records|"
        r"personal|data of)|what was taken|given away by|handing out the loot",
    ),
    Sign(
        _S.THEFT,
        0.6,
        "stolen|theft|exfiltrat|data breach|trade secret|thieves|intellectual",
        r"\bstolen (?:data|files|e-?mails|documents|records|information|material|medical|letters)|data theft|(?:the|alleged|"
        r"cyber) thefts?\b(?! of (?:money|crypto))|data breach|trade secrets|thieves|intellectual property|exfiltrat\w+",
    ),
    Sign(
        _S.SPYING,
        1.0,
        "espionage|spy|spies|spied|eavesdrop|surveil|bugg",
        r"\bcyber[- ]?espionage|(?<!economic )(?<!aggravated )\bespionage\b|\bspy(?:ing)? (?:campaign|operation|on\b)|"
        r"\bspying\b|cyber ?spies|(?:hackers|foreign|chinese|russian|iranian|korean|state) spies|\bspied\b|eavesdrop\w*|"
        r"surveillance of|\bbugg(?:ed|ing)|aggravated espionage",
    ),
    Sign(
        _S.ACCESS,
        0.9,
        "access|inside|read|inbox|mail|penetrat|infiltrat|burrow|intercept|foothold|lived|in the network|account|sat |been "
        "in|lurk|hid|remain|stayed|persist|spent|networks since|systems since",
        rf"(?:gain(?:ed|ing)?|had|obtain(?:ed|ing)?|kept|held) (?:[\w’'-]+ ){{0,3}}?access to {_GAP}(?:e-?mails?|mail|"
        r"accounts|networks?|mailbox|inbox|systems?|computers|servers|names|data|correspondence)|\bread(?:ing)? "
        rf"(?:[\w’'-]+ ){{0,4}}?(?:e-?mails?|mail\b|policy papers|correspondence|messages)|(?:sat|been|lived|lurked|hidden|"
        rf"hiding|remained|stayed|persisted|spent [\w ]{{2,30}}) (?:[\w’'-]+ )?(?:inside|in) (?:[\w’'-]+ ){{0,"
        rf"5}}(?:networks?|systems?|servers|computers|infrastructure|organi[sz]ations)|(?:inside|in) (?:[\w’'-]+ ){{0,"
        rf"4}}(?:networks?|systems?) (?:since|for)|(?:penetrat|infiltrat)(?:ed|ing|ion)|(?:mailbox(?:es)?|inbox(?:es)?|"
        rf"e-?mail(?: accounts)?|accounts) (?:[\w’'-]+ ){{0,3}}?(?:was|were|had been) (?:broken into|accessed|hacked|read|"
        r"compromised)|foothold|burrowed|intercept(?:ed|ing|ion)|mailbox(?:es)? (?:hacked|cracked)|private (?:mail|e-?mail|"
        r"mailbox)",
    ),
    Sign(
        _S.INTRUSION,
        0.6,
        "state actor|state-sponsored|broke|intru|breach|compromis|persistent|break-in|break into|breaking into|entered|hack|"
        "forced their way|got in",
        r"br(?:oke|oken|eak|eaking) into|break-ins?|sophisticated state actor|state-sponsored actor|advanced persistent "
        r"threat|\bintru(?:sion|der)s?\b|\bbreach\b(?! of (?:international|the norm|norms|law|trust))|compromis(?:e|ed|"
        r"ing)\b|were entered|been entered|hack(?:ing)? (?:of|operation|campaign)|forced their way|got in(?:to)?\b|hacks?\b",
    ),
    Sign(
        _S.STATE_LIKE,
        0.5,
        "state actor|state-|a state|the state|nation|advanced persistent|apt|intelligence|state security|gru|svr|fsb|"
        "sponsored by",
        r"state actor|state-(?:sponsored|linked|affiliated|backed|supported|aligned)|(?:linked|belonging|tied|answering) to "
        r"(?:a|the \w+|the) state|nation[- ]state|advanced persistent|\bapt ?-?\d|(?:military|foreign|russian|chinese|"
        r"iranian|state) intelligence|state security|\b(?:gru|svr|fsb)\b|sponsored by the (?:state|government)",
    ),
    Sign(
        _S.OUTAGE,
        0.9,
        "disrupt|paraly|crippl|knock|halt|shut|suspend|interrupt|stopp|brought down|block|took|tak|pulled|off the air|lost "
        "control|clos",
        r"\b(?:disrupt(?:ed|ing|s|ion (?:of|to))|paraly[sz](?:ed|ing|e|es)|crippl(?:ed|ing)|knock(?:ed|ing|s)|halt(?:ed|"
        r"ing)|shut(?:ting)?(?: off| down)?|suspend(?:ed|ing)?|interrupt(?:ed|ing)|brought down|block(?:ed|ing)|stopped|"
        rf"lost control of|closed?) (?:[\w’'&-]+,? ){{0,6}}?(?:{_OUT}|{_USERS})\b|(?:took|taken|take|taking|knock(?:ed|s)|"
        rf"pulled) {_GAP}(?:offline|off the (?:internet|air)|down\b)|off the air|taken offline",
    ),
    Sign(
        _S.OUTAGE,
        0.9,
        "down|offline|dark|off the internet|turn away|stop|restricted|built nothing|unavailable|suspended|halted|shut|crash|"
        "inaccessible|unreachable|could not|stopp|fail|switched off|blocked|outage|blackout|lost|off the air|standstill|cut "
        "off|silent|black|unusable|disrupt|paraly|crippl|interrupt|knocked|frozen|without|on paper|pencil|by hand|paper "
        "charts|postponed|cancel|closed",
        rf"\b{_OUT} (?:[\w’'&-]+,? ){{0,5}}?(?:was |were |went |go |going |been |are |is |had |have |could |to be "
        rf")?{_DOWN}\b|blackouts?\b|lost power|could not (?:broadcast|be reached|work|bill|load|get)|brought to a "
        r"standstill|stopped working|stopped responding|\boutages?\b|lost (?:their |its |control )?(?:signal|connection|"
        r"service|access|of)|crashed all at once|stop(?:ped)? production|off the air|went dark|gone? offline|(?:on|to) "
        rf"paper\b|back to p(?:aper|encils)|(?:appointments|operations|surger(?:y|ies)|flights) (?:[\w’'-]+ ){{0,"
        rf"4}}(?:cancel|postpone)|cancelled|turn away patients|postponed|without internet|built nothing|knocked|restricted "
        r"internet access",
    ),
    Sign(
        _S.OUTAGE,
        0.8,
        "disruption|service|collapse|unsent|sideways|down for|denied",
        r"\bdisruption (?:of|to)\b|days of disruption|(?:servers?|network|systems?|service)(?:[’']s?)? (?:[\w’'-]+ "
        r")?collapsed?|disrupt(?:ed|ing)? (?:the )?(?:[\w’'-]+ ){0,3}(?:games|ceremony|hospital|services|operations|"
        r"deliver)|networks? sideways|internet service",
    ),
    Sign(
        _S.MONEY_COST,
        0.8,
        "cost|loss|lost|damage|pai|pay|price|revenue|hand over|gave|pocket|spent|$|€|£|¥",
        r"(?:cost(?:s|ing)?|price of the|losses?(?: of)?|lost|damages?(?: of| worth)?|paid|pay(?:ing|ment)?|hand over|gave|"
        r"out of pocket|spent|put the price|revenue)\b[^.;]{0,60}?(?:[$€£¥]|us\$|rs |\d[\d.,]* (?:million|billion|thousand|"
        r"m\b|bn\b)|(?:billions|millions|hundreds of millions) (?:of|in)|[\d.,]+ (?:dollars|euros|pounds|bitcoin|hryvnias))|"
        r"(?:[$€£¥]|us\$) ?[\d.,]+ ?(?:million|billion|m|bn)? (?:[\w-]+ ){0,3}(?:was paid|ransom|in (?:losses|damage|"
        r"recovery|revenue))",
    ),
)


@cache
def signal_reader() -> SignReader[Signal]:
    """The reader of the table above, made once a process."""
    return SignReader(SIGNS)
