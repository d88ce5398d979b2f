"""What came of an attack: the words for services out, things destroyed or locked, money gone. A new way of saying goes here."""

from __future__ import annotations

from demarche.steps.extract.signals.signals import Signal
from demarche.steps.extract.signals.signs import Sign
from demarche.steps.extract.signals.signwords import DOWN, GAP, OUT, SYSTEMS, USERS

_S = Signal

HARM: tuple[Sign[Signal], ...] = (
    Sign(
        _S.ENCRYPTED,
        0.8,
        "encrypt|decrypt|locking|locked",
        rf"\bencrypt(?:ed|ing|s|ion of) {GAP}{SYSTEMS}|\b{SYSTEMS} (?:[\w’'-]+ ){{0,4}}encrypted|\bdecrypt(?:ion|or|"
        rf"ing)\b|file-(?:locking|encrypting)|lock(?:ed|ing) (?:up )?(?:[\w’',-]+ ){{0,4}}(?:computers|files|systems|data)|"
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
        rf"\bwip(?:ed|es|ing|e)\b {GAP}(?:{SYSTEMS}|thousands|hundreds)|\b{SYSTEMS} (?:[\w’'-]+,? ){{0,4}}(?:wiped|"
        rf"erased)\b|\beras(?:ed|ing|e) {GAP}{SYSTEMS}|\bwipers?\b|data-wiping|disk-wiping|\bwiped\b(?! off)",
    ),
    Sign(
        _S.WIPED,
        0.9,
        "destr|overwr|brick|delet|inoperable|recover|beyond",
        rf"\bdestroy(?:ed|ing|s)? {GAP}(?:{SYSTEMS}|core|digital)|\bdestructive (?:cyber|malware|attack|code|program|"
        rf"operation)|\b{SYSTEMS} {GAP}(?:destroyed|deleted)\b|overwr(?:ote|it(?:ten|ing))|\bbricked|destruction of "
        rf"{GAP}{SYSTEMS}|delet(?:ed|ing) {GAP}(?:{SYSTEMS}|terabytes)|inoperable|without any way of recover|no way "
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
        _S.OUTAGE,
        0.9,
        "disrupt|paraly|crippl|knock|halt|shut|switch|suspend|interrupt|stopp|brought down|block|took|tak|pulled|off the "
        "air|lost "
        "control|clos",
        r"\b(?:disrupt(?:ed|ing|s|ion (?:of|to))|paraly[sz](?:ed|ing|e|es)|crippl(?:ed|ing)|knock(?:ed|ing|s)|halt(?:ed|"
        r"ing)|shut(?:ting)?(?: off| down)?|suspend(?:ed|ing)?|switch(?:ed|ing) off|interrupt(?:ed|ing)|brought down|"
        r"block(?:ed|ing)|stopped|"
        rf"lost control of|closed?) (?:[\w’'&-]+,? ){{0,6}}?(?:{OUT}|{USERS})\b|(?:took|taken|take|taking|knock(?:ed|s)|"
        rf"pulled) {GAP}(?:offline|off the (?:internet|air)|down\b)|off the air|taken offline",
    ),
    Sign(
        _S.OUTAGE,
        0.9,
        "down|offline|dark|off the internet|turn away|stop|restricted|unavailable|suspended|halted|shut|crash|"
        "inaccessible|unreachable|could not|stopp|fail|switched off|blocked|outage|blackout|lost|off the air|standstill|cut "
        "off|silent|black|unusable|disrupt|paraly|crippl|interrupt|knocked|frozen|without|on paper|pencil|by hand|paper "
        "charts|postponed|cancel|closed",
        rf"\b{OUT} (?:[\w’'&-]+,? ){{0,5}}?(?:was |were |went |go |going |been |are |is |had |have |could |to be "
        rf")?{DOWN}\b|blackouts?\b|lost power|could not (?:broadcast|be reached|work|bill|load|get)|brought to a "
        r"standstill|stopped working|stopped responding|\boutages?\b|lost (?:their |its |control )?(?:signal|connection|"
        r"service|access|of)|crashed all at once|stop(?:ped)? production|off the air|went dark|gone? offline|(?:on|to) "
        rf"paper\b|back to p(?:aper|encils)|(?:appointments|operations|surger(?:y|ies)|flights) (?:[\w’'-]+ ){{0,"
        rf"4}}(?:cancel|postpone)|cancelled|turn(?:ed|ing)? away patients|postponed|without internet|knocked|restricted "
        r"internet access",
    ),
    Sign(
        _S.OUTAGE,
        0.8,
        "disruption|service|collapse|internet service|disrupt",
        r"\bdisruption (?:of|to)\b|days of disruption|(?:servers?|network|systems?|service)(?:[’']s?)? (?:[\w’'-]+ "
        r")?collapsed?|disrupt(?:ed|ing)? (?:the )?(?:[\w’'-]+ ){0,3}(?:games|ceremony|hospital|services|operations|"
        r"deliver)|internet service",
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
    Sign(
        _S.OUTAGE,
        0.9,
        "could not|couldn|cannot|unable",
        r"(?:could not|couldn['’]t|cannot|unable to|not able to) (?:access|use|make|log (?:in|on)|reach (?:the|its|their)|"
        r"pay|process|check in|issue|buy|withdraw|connect|print|collect|trade|place|book)\b",
    ),
    Sign(
        _S.OUTAGE,
        0.8,
        "paper|by hand|manual",
        r"pen(?:cil)?s? and paper|\bby hand\b|\bmanually\b|manual (?:procedures|processes|operation|mode)|(?:on|to|with) "
        r"paper\b|paper (?:records|forms|charts|tickets)",
    ),
    Sign(
        _S.OUTAGE,
        0.7,
        "back |restor| again",
        r"back (?:online|on line|up and running|to normal|in (?:service|operation))|restor(?:ed|ing) (?:[\w’'-]+ ){0,"
        r"4}(?:services?|systems?|operations|access|websites?|connections?)|(?:running|working|available) again",
    ),
    Sign(
        _S.OUTAGE,
        0.9,
        "unreachable|inaccess|out of |off air|off-air|froze|slowed|collapsed|crashed|late|delayed|grounded",
        r"unreachable|inaccessible|out of (?:service|action|operation)|off[- ]air\b|(?:screens?|newsrooms?|computers?|"
        r"systems?) froze|frozen (?:screens?|newsrooms?|computers)|(?:sites?|websites?|servers?|network|services) [^.;]{0,"
        r"130}(?:slowed|collapsed|crashed)|flights? (?:[\w’'-]+ ){0,4}(?:left late|delayed|grounded)",
    ),
    Sign(
        _S.OUTAGE,
        0.9,
        "access|service|connection|online|shelves|turn|unplug|website",
        r"(?:lost|without|cut off from|cut) (?:[\w’'-]+ ){0,4}(?:internet|network|phone|telephone|mobile|web) (?:access|"
        r"services?|connections?)|online (?:shop|orders|sales|banking|services) [^.;]{0,50}(?:closed|stopped|paused|halted|"
        r"suspended|down)|closed (?:the )?(?:online|website)|emptied (?:\w+ )?shelves|shelves (?:were )?empt(?:y|ied)|"
        r"turn(?:ed)? off (?:their |its |all )?(?:computers|systems)|unplug",
    ),
    Sign(
        _S.WIPED,
        0.7,
        "damaged|no longer|would not|failed to|reinstall",
        r"(?:computers|pcs|servers|machines|systems)[^.;]{0,20} (?:was |were )(?:[a-z]+ )?damaged|(?:no longer|would not|"
        r"failed to) (?:start|boot)|reinstall(?:ed|ing)? (?:[\d,]+|thousands|hundreds|all)",
    ),
    Sign(
        _S.DEFACED,
        1.0,
        "vandali|replaced|facebook|twitter|screens|displays|boards|website|homepage|bore the",
        r"vandali[sz]ed|(?:pages?|sites?|websites?|homepages?) [^.;]{0,50}replaced (?:by|with) an? |(?:facebook|twitter) "
        r"(?:page|account|feed)s? [^.;]{0,30}(?:filled|hijacked|taken over)|(?:slogans?|messages?|insults?) (?:[\w’'-]+ ){0,"
        r"4}(?:on|across) (?:[\w’'-]+ ){0,3}(?:screens|displays|boards|website|homepage)|(?:screens|displays|boards) "
        r"[^.;]{0,60}(?:showed|displayed|made to|carried)|bore the (?:signature|logo)",
    ),
    Sign(
        _S.MONEY_TAKEN,
        1.0,
        "theft|robber|moved|transferred|sent|withdr|diverted|emptied|drained|payment orders|vanished|taken|stolen|siphon",
        r"(?:bank|cyber|digital|online) (?:thefts?|robber(?:y|ies))(?! of (?:data|files|records|personal))|(?:moved|"
        r"transferred|withdr[ae]wn?|diverted) (?:about |some |around |more than |nearly )?(?:[$€£¥]|us\$|rs )[\d.,]+|"
        r"(?:[$€£¥]|us\$) ?[\d.,]+ ?(?:million|billion|m|bn)? (?:[\w-]+ )?(?:was|were|had been) (?:stolen|drained|taken|"
        r"siphoned|moved|transferred|withdrawn)|payment orders|vanished into",
    ),
    Sign(
        _S.MONEY_COST,
        0.8,
        "los|bill",
        r"(?:lose|losing|loss of) (?:about |some |around |up to |more than )?(?:[$€£¥]|us\$) ?[\d.,]+|\bbill (?:in the|of|at|"
        r"to) [^.;]{0,20}(?:millions|[$€£¥]|million)",
    ),
    Sign(
        _S.OUTAGE,
        0.9,
        "render|ceas|no longer|to a standstill|to a halt|had to|forced to|disabl|ground|lost its|lost their",
        r"render(?:ed|ing|s) [^.;]{0,50}(?:unavailable|unusable|inaccessible|useless)|(?:ceased|stopped|no longer) (?:to )?"
        r"(?:function|work|accept|respond|operat)\w*|to a (?:standstill|halt)\b|(?:had|forced|obliged|compelled) to (?:be )?"
        r"(?:suspend|shut|close|halt|stop(?! short)|switch off|disconnect|cancel|postpone|turn away)\w*|disabl(?:ed|ing) "
        r"(?:[\w’'-]+ ){0,5}(?:networks?|systems?|services?|stations|pumps|phones|websites?)|ground(?:s|ed|ing) [^.;]{0,25}"
        r"(?:flights|planes|trains)|lost (?:its|their) (?:network|internet|website|systems)",
    ),
    Sign(
        _S.OUTAGE,
        0.7,
        "dark|offline|down|paralys|paralyz|stoppage|shutdown|chaos|failure|procedures",
        r"(?:been|went|gone|go|going|stayed|remained) (?:dark|offline)\b|(?:is|are|was|were|been|remain(?:s|ed)?) (?:still |"
        r"all "
        r")?(?:offline|down (?:on|for|since|until|after)\b)|still (?:down|offline)\b|paraly[sz](?:is|ing)\b|stoppage|"
        r"(?:computer|network|system|internet) (?:shutdown|failure)s?|chaos (?:on|at|in)|back-?up procedures",
    ),
    Sign(
        _S.FLOODED,
        0.9,
        "traffic|under fire|overload|barrage|swamp",
        r"traffic (?:was |is )?(?:generated|sent|coming) (?:by|from)|(?:came|come|been) under fire|overload(?:ed|ing|s)? "
        r"(?:[\w’'-]+ ){0,4}(?:websites?|sites?|servers?|networks?|portals?)|barrage of (?:traffic|requests|queries|data)|"
        r"swamp(?:ed|ing) (?:[\w’'-]+ ){0,4}(?:websites?|sites?|servers?|networks?|portals?)",
    ),
    Sign(
        _S.WIPED,
        0.9,
        "destructive|wreck|gutted|scrambl",
        r"destructive (?:and \w+ )?(?:cyber|malware|attack|code|program|operation|action|act\b)|(?:wreck|gutt|scrambl)(?:ed|"
        r"ing) "
        r"(?:[\w’'-]+,? ){0,5}?(?:computers?|servers?|machines|systems?|drives|networks?|data)\b",
    ),
    Sign(
        _S.TAMPERED,
        1.0,
        "dam|gate|valve|breaker|pump|pressure|taps|centrifuge|substation|pipe|heating",
        r"(?:dams?|flood ?gates?|valves?|sluices?|breakers?|pumps?|pressure|taps|substations?|"
        r"pipes?) [^.;]{0,60}?(?:open(?:ed)?\b|"
        r"burst|dry\b|manipulat|raised|tripped|switched)|open(?:ed|ing)? (?:an? |the |several )?(?:dam|flood ?gate|valve|"
        r"sluice|breaker)|taps dry|control of (?:a |the )?(?:dam|pumps?|valves?|water)|(?:problems|trouble|damage)[^.;]{0,40} "
        r"centrifuges|centrifuges? (?:were|was|had|destroyed|broke|out of)|without heat(?:ing)?",
    ),
    Sign(
        _S.DEFACED,
        0.9,
        "shown the words|in its place|in their place|taken the place|altered|tampered|replaced|read ",
        r"(?:were|was) shown the words|in (?:its|their) place (?:stood|appeared|was|were)|(?:page|message|picture|portrait|"
        r"image) "
        r"(?:had |has )?taken the place|(?:websites?|homepages?|pages?) (?:was|were|had been) (?:altered|tampered)|(?:pages?|"
        r"sites?|websites?) [^.;]{0,140}replaced (?:by|with)",
    ),
    Sign(
        _S.MONEY_TAKEN,
        1.0,
        "vanished|disappeared|theft|heist|robbery",
        r"(?:[$€£¥]|us\$) ?[\d.,]+ ?(?:million|billion|m|bn)? [^.;]{0,45}(?:vanished|disappeared)|(?:[$€£¥]|us\$) ?[\d.,]+ ?"
        r"(?:million|billion|m|bn)? (?:[\w-]+ )?(?:theft|heist|robbery)",
    ),
    Sign(
        _S.MONEY_COST,
        0.9,
        "cost|bill |price of the|paid",
        r"\b(?:cost|bill)s?\b (?:[\w’'-]+ ){0,4}?(?:in|at|of|it|them)\b[^.;$€£]{0,25}(?:millions|[$€£] ?\d|million)|"
        r"price of the "
        r"(?:\w+ )?(?:episode|attack|incident|breach)|paid (?:some|about|nearly|around|over)? ?[\d.,]+ ?(?:bitcoins?|monero)",
    ),
)
