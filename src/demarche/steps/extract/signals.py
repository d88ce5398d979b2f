"""What the words of a report say was done: the signals that types and impacts are told from."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from demarche.steps.extract.signs import Sign, SignReader


class Signal(StrEnum):
    """One thing that attackers did, or that came of it."""

    RANSOM = "ransom"
    GANG = "gang"
    ENCRYPTED = "encrypted"
    WIPED = "wiped"
    PHYSICAL = "physical"
    FLOODED = "flooded"
    DEFACED = "defaced"
    MONEY_TAKEN = "money-taken"
    MONEY_COST = "money-cost"
    PLANTED = "planted"
    LEAKED = "leaked"
    TAKEN = "taken"
    THEFT = "theft"
    SPYING = "spying"
    ACCESS = "access"
    INTRUSION = "intrusion"
    OUTAGE = "outage"


_GAP = r"(?:[\w’'$€£.%&-]+,? ){0,5}?"
_SYSTEMS = (
    r"(?:computers?|servers?|machines?|workstations?|systems?|(?:hard )?drives?|disks?|files?|data|networks?|pcs|records|databases?|modems?|backups?|infrastructure|"
    r"terminals|routers|devices|laptops)"
)
_DATA = (
    r"(?:data|files|documents?|records?|information|e-?mails?|mail|particulars|correspondence|details|secrets|gigabytes|terabytes|gb|tb|names|numbers|credentials|"
    r"blueprints|passwords|addresses|communications|archives?|mailbox(?:es)?|inbox(?:es)?|cables|letters|plans|designs|source code|films|salaries|papers)"
)
_OUT = (
    r"(?:websites?|web sites?|sites?|services?|portals?|systems?|servers?|networks?|pages|platforms?|operations|production|plants?|broadcasts?|channels?|trains?|pumps|"
    r"applications?|internet access|connections?|terminals?|telephones?|lines?|screens|tills|deliveries|orders|payments|lights|modems|turbines|stations|stores)"
)
_USERS = (
    r"(?:government|ministries|country|electricity|power|air|railways?|hospitals?|banks?|pipeline|business(?:es)?|traffic|satellite|communications|users|customers|"
    r"public|internet|administration|city|agency|company|factories|grid)"
)
_DOWN = (
    r"(?:disrupted|paralysed|paralyzed|crippled|down|offline|dark|unavailable|suspended|halted|interrupted|shut(?: down)?|crashed|inaccessible|unreachable|cut off|"
    r"could not be reached|could not be opened|stopped(?: working| responding)?|failed|switched off|blocked|knocked out|black|silent|unusable|frozen|out of action|off the internet)"
)

_S = Signal

SIGNS: tuple[Sign[Signal], ...] = (
    Sign(_S.RANSOM, 0.9, "ransomware", r"\bransomware\b(?! (?:gangs?|groups?|crews?|operators?|payments?|task force|criminals?))"),
    Sign(_S.GANG, 0.5, "ransomware|extortion", r"\b(?:ransomware|extortion) (?:gangs?|groups?|crews?|operators?|operation|cartel|outfit|affiliates?|syndicate|site)"),
    Sign(_S.RANSOM, 0.7, "ransom", r"\bransom(?:s|ed)?\b(?!ware)"),
    Sign(_S.RANSOM, 0.6, "bitcoin|extort|double extortion|demanded|asked for|price", r"(?:demand(?:ed|ing|s)?|asked for|wanted|price)\b[^.;]{0,50}(?:bitcoin|[$€£]|million|crypto)|extort(?:ed|ing|ion|ionists)"),
    Sign(_S.ENCRYPTED, 0.8, "encrypt|decrypt|locking|locked", rf"\bencrypt(?:ed|ing|s|ion of) {_GAP}{_SYSTEMS}|\b{_SYSTEMS} (?:[\w’'-]+ ){{0,4}}encrypted|\bdecrypt(?:ion|or|ing)\b|file-(?:locking|encrypting)|lock(?:ed|ing) (?:up )?(?:[\w’'-]+ ){{0,2}}(?:computers|files|systems|data)|encryptor"),
    Sign(_S.ENCRYPTED, 0.6, "universal key|release the|detonat|deploy", r"universal key|release the (?:whole )?network|(?:detonat|deploy)(?:ed|ing) (?:the |its )?ransomware"),
    Sign(_S.WIPED, 1.0, "wip|eras", rf"\bwip(?:ed|es|ing|e)\b {_GAP}(?:{_SYSTEMS}|thousands|hundreds|traces)|\b{_SYSTEMS} (?:[\w’'-]+,? ){{0,4}}(?:wiped|erased)\b|\beras(?:ed|ing|e) {_GAP}{_SYSTEMS}|\bwipers?\b|data-wiping|disk-wiping|\bwiped\b(?! off)"),
    Sign(_S.WIPED, 0.9, "destr|overwr|brick|delet|irrevocab|unusable|ruin|wreck|inoperable", rf"\bdestroy(?:ed|ing|s)? {_GAP}(?:{_SYSTEMS}|core|digital)|\bdestructive (?:cyber|malware|attack|code|program|operation)|\b{_SYSTEMS} {_GAP}(?:destroyed|deleted)\b|overwr(?:ote|it(?:ten|ing))|\bbricked|destruction of {_GAP}{_SYSTEMS}|delet(?:ed|ing) {_GAP}(?:{_SYSTEMS}|terabytes)|inoperable"),
    Sign(_S.PHYSICAL, 1.0, "alight|flames|explo|centrifuges|physical|fire|injur|derail|turbines|blackout|lost power|furnace|machinery|ambulance|died|death", r"\bset \w+ (?:\w+ ){0,3}?alight|spewing flames|physical (?:damage|effects?|consequences|destruction)|centrifuges [^.;]{0,40}(?:destr|spinning|wreck|broke)|(?:destroy|wreck|damag)\w* (?:[\w-]+ ){0,4}(?:centrifuges|machinery|turbines|furnaces?|equipment)|blackouts?\b|lost power|power (?:cuts?|outages?)|without (?:electricity|power|heating|water)|explosion|blew up|derailed|caught fire"),
    Sign(_S.FLOODED, 1.2, "ddos|denial-of-service|denial of service", r"\bddos\b|(?:distributed )?denial[- ]of[- ]service"),
    Sign(_S.FLOODED, 0.9, "traffic|request|flood|botnet|junk|overwhelm|bombard|barrage", r"flood(?:ed|ing|s)? (?:of |with |by )?(?:[\w-]+ ){0,3}(?:traffic|requests|queries|data|packets)|(?:separate |of )floods\b|traffic which reached|(?:more|lot of|millions of) requests|(?:junk|bogus|malicious|fake|meaningless) (?:traffic|requests|queries|data)|overwhelm(?:ed|ing) (?:[\w’'-]+ ){0,4}(?:traffic|requests|servers|sites)|waves? of (?:[\w-]+ )?traffic|botnets?\b|flooding"),
    Sign(_S.DEFACED, 1.2, "defac", r"\bdefac(?:ed|ing|ements?)"),
    Sign(_S.DEFACED, 1.0, "visitors|carried|replaced|display|showed|bore|hijack|posting|social media|twitter account", r"visitors (?:to|of) [^.;]{0,70}(?:saw|found|were (?:greeted|met|shown)|read)|visitors (?:found|saw) a|(?:websites?|sites|pages|screens) [^.;]{0,40}replaced (?:by|with)|replaced [^.;]{0,40}(?:website|homepage|page|screens) [^.;]{0,20}with|pages carried|carried the same picture|(?:websites?|screens|sites|pages|accounts?) (?:[\w’'-]+ ){0,4}?(?:displayed|display|showed|showing|bearing|bore) |pages bore|(?:control of|took over|taken over|hijack(?:ed|ing)) [^.;]{0,60}(?:twitter|facebook|social media|website|accounts?)"),
    Sign(_S.MONEY_TAKEN, 1.2, "heist|stole|stolen|theft|drain|siphon|loot|raid|robb", r"\bheist\b|(?:stole|stolen|stealing|steal|drained|siphoned|looted|netted|theft of) (?:about |some |around |roughly |more than |nearly |almost |an estimated |over |up to |at least |off )?(?:[$€£¥]|us\$|rs |[\d.,]+ (?:million|billion)? ?(?:dollars|euros|pounds|bitcoin|ether|won|yen|roubles|rubles)|(?:[\w-]+ )?(?:millions|billions) (?:of dollars|in)|money|funds|crypto|(?:[\w-]+ )?(?:assets|tokens|coins|ether|bitcoins?))|crypto(?:currency)? (?:theft|heist)|bank robbery"),
    Sign(_S.MONEY_TAKEN, 0.7, "swift|wallet|fraudulent|orders totalling|launder", r"swift (?:messag|network|system|orders|transfer)|(?:hot|cold|offline) wallet|orders totalling|fraudulent (?:transfers?|orders|transactions|payments)|laundering (?:the|tens|stolen|some) "),
    Sign(_S.PLANTED, 1.0, "disinformation|misinformation|fake|false|fabricat|bogus|forged|influence|election|vote|democra|meddl|doctored", r"(?:disinformation|influence|misinformation) (?:operation|campaign|effort)s?|(?:plant(?:ed|ing)?|post(?:ed|ing)?|plac(?:e|ed|ing)|spread(?:ing)?|publish(?:ed|ing)) (?:of )?(?:[\w’'-]+ ){0,3}?(?:fake|false|fabricated|forged|bogus|doctored)\b|(?:fake|false|fabricated|bogus|forged) (?:quotes?|stories|story|posts?|statements?|remarks|reports?|articles?|emergency|alerts?)|interfer(?:e|ed|ing|ence) (?:in|with) (?:[\w’'-]+ ){0,4}(?:election|vote|democra)|(?:sway|influence|swing|undermine) (?:[\w’'-]+ ){0,4}(?:election|vote|voters|public opinion)|meddl(?:e|ed|ing) (?:in|with) (?:[\w’'-]+ ){0,4}(?:election|vote)|election (?:interference|meddling)|destabili[sz]e democracy"),
    Sign(_S.LEAKED, 1.0, "leak|publish|post|dump|releas|online|upload|appear|dark web|hand", rf"\bleak(?:ed|ing)\b {_GAP}{_DATA}\b|\b{_DATA} {_GAP}(?:leaked|published|dumped|posted|released|uploaded)\b|(?:published|dumped|posted|released|uploaded) (?:[\w’'-]+ ){{0,3}}?(?:stolen|internal|private|confidential|personal|residence|gigabytes|terabytes|[\d.]+ ?(?:gb|tb)|{_DATA})\b|hack[- ]and[- ]leak|leaks? of {_GAP}{_DATA}|appear(?:ing|ed)? on the internet|(?:put|posted|dumped|published|released|turned up) (?:it |them |all of it )?(?:up )?(?:online|on the (?:web|internet|dark ?web|dark net))|on its (?:darknet|leak) site|stolen (?:files|data|documents) (?:begin|began) to appear|to the public\b"),
    Sign(_S.LEAKED, 0.45, "leak", r"\bleak(?:ed|s)?\b(?! site| page)(?! nothing)"),
    Sign(_S.TAKEN, 1.0, "st|exfiltrat|cop|took|taken|made off|theft|download|carr|siphon|harvest|obtain|grab|remov|extract|lost|losing|loot|produced", rf"\b(?:stole|stolen|stealing|steal|exfiltrat(?:ed|ing|e)|copied|copying|took|taken|made off with|downloaded|carr(?:ied|ying) off|siphon(?:ed|ing)(?: off)?|harvest(?:ed|ing)|extracted|grabbed|walked off with|thefts? of|losing|lost) (?:off |out |away |with )?{_GAP}{_DATA}\b(?! apart)|\b{_DATA} {_GAP}(?:was |were |been |be |have been |had been )(?:[\w-]+ )?(?:stolen|copied|taken|exfiltrated|downloaded|obtained|carried off)|{_DATA} (?:[\w’'-]+ ){{0,4}}stolen from"),
    Sign(_S.THEFT, 0.6, "stolen|theft|exfiltrat|data breach|trade secret|thieves|intellectual", r"\bstolen (?:data|files|e-?mails|documents|records|information|material|medical|letters)|data theft|(?:the|alleged|cyber) thefts?\b(?! of (?:money|crypto))|data breach|trade secrets|thieves|intellectual property|exfiltrat\w+"),
    Sign(_S.SPYING, 1.0, "espionage|spy|spies|spied|eavesdrop|surveil|bugg", r"\bcyber[- ]?espionage|(?<!economic )(?<!aggravated )\bespionage\b|\bspy(?:ing)? (?:campaign|operation|on\b)|\bspying\b|cyber ?spies|(?:hackers|foreign|chinese|russian|iranian|korean|state) spies|\bspied\b|eavesdrop\w*|surveillance of|\bbugg(?:ed|ing)|aggravated espionage"),
    Sign(_S.ACCESS, 0.9, "access|inside|read|inbox|mailbox|penetrat|infiltrat|burrow|monitor|intercept|foothold|lived in|in the network|accounts|private mail", rf"(?:gain(?:ed|ing)?|had|obtain(?:ed|ing)?|kept|held) (?:[\w’'-]+ ){{0,3}}?access to {_GAP}(?:e-?mails?|mail|accounts|networks?|mailbox|inbox|systems?|computers|servers|names|data|correspondence)|\bread(?:ing)? (?:[\w’'-]+ ){{0,4}}?(?:e-?mails?|mail\b|policy papers|correspondence|messages)|(?:sat|been|lived|lurked|hidden|hiding|remained|stayed|persisted|spent [\w ]{{2,30}}) (?:[\w’'-]+ )?(?:inside|in) (?:[\w’'-]+ ){{0,5}}(?:networks?|systems?|servers|computers|infrastructure|organi[sz]ations)|(?:inside|in) (?:[\w’'-]+ ){{0,4}}(?:networks?|systems?) (?:since|for)|(?:penetrat|infiltrat)(?:ed|ing|ion)|(?:mailbox(?:es)?|inbox(?:es)?|e-?mail(?: accounts)?|accounts) (?:[\w’'-]+ ){{0,3}}?(?:was|were|had been) (?:broken into|accessed|hacked|read|compromised)|foothold|burrowed|intercept(?:ed|ing|ion)|mailbox(?:es)? (?:hacked|cracked)|private (?:mail|e-?mail|mailbox)"),
    Sign(_S.INTRUSION, 0.6, "state actor|state-sponsored|broke|intru|breach|compromis|persistent|break-in|break into|breaking into|entered|hack|forced their way|got in", r"br(?:oke|oken|eak|eaking) into|break-ins?|sophisticated state actor|state-sponsored actor|advanced persistent threat|\bintru(?:sion|der)s?\b|\bbreach\b(?! of (?:international|the norm|norms|law|trust))|compromis(?:e|ed|ing)\b|were entered|been entered|hack(?:ing)? (?:of|operation|campaign)|forced their way|got in(?:to)?\b|hacks?\b"),
    Sign(_S.OUTAGE, 0.9, "disrupt|paraly|crippl|knock|halt|shut|suspend|interrupt|stopp|brought down|block|took|taken|cut off|switched off|lost|clos", rf"\b(?:disrupt(?:ed|ing|s|ion (?:of|to))|paraly[sz](?:ed|ing|e|es)|crippl(?:ed|ing)|knock(?:ed|ing|s)|halt(?:ed|ing)|shut(?:ting)?(?: off| down)?|suspend(?:ed|ing)?|interrupt(?:ed|ing)|brought down|block(?:ed|ing)|stopped|lost control of|closed?) (?:[\w’'&-]+,? ){{0,6}}?(?:{_OUT}|{_USERS})\b|(?:took|taken|take|taking|knock(?:ed|s)|pulled) {_GAP}(?:offline|off the (?:internet|air)|down\b)|off the air|taken offline"),
    Sign(_S.OUTAGE, 0.9, "down|offline|dark|unavailable|suspended|halted|shut|crash|inaccessible|unreachable|could not|stopp|fail|switched off|blocked|outage|blackout|lost|off the air|standstill|cut off|silent|black|unusable|disrupt|paraly|crippl|interrupt|knocked|frozen|without|on paper|pencil|by hand|paper charts|postponed|cancel|closed", rf"\b{_OUT} (?:[\w’'&-]+,? ){{0,5}}?(?:was |were |went |go |going |been |are |is |had |have |could |to be )?{_DOWN}\b|blackouts?\b|lost power|could not (?:broadcast|be reached|work|bill|load|get)|brought to a standstill|stopped working|stopped responding|\boutages?\b|lost (?:their |its |control )?(?:signal|connection|service|access|of)|crashed all at once|stop(?:ped)? production|off the air|went dark|gone? offline|(?:on|to) paper\b|back to p(?:aper|encils)|(?:appointments|operations|surger(?:y|ies)|flights) (?:[\w’'-]+ ){{0,4}}(?:cancel|postpone)|cancelled|turn away patients|postponed|without internet|built nothing|knocked|restricted internet access"),
    Sign(_S.OUTAGE, 0.8, "disruption|service|collapse|unsent|sideways|down for|denied", r"\bdisruption (?:of|to)\b|days of disruption|(?:servers?|network|systems?|service)(?:[’']s?)? (?:[\w’'-]+ )?collapsed?|disrupt(?:ed|ing)? (?:the )?(?:[\w’'-]+ ){0,3}(?:games|ceremony|hospital|services|operations|deliver)|networks? sideways|internet service"),
    Sign(_S.MONEY_COST, 0.8, "cost|loss|lost|damage|paid|pay|price|revenue|profit|spent", r"(?:cost(?:s|ing)?|price of the|losses?(?: of)?|lost|damages?(?: of| worth)?|paid|pay(?:ing|ment)?|hand over|gave|out of pocket|spent|put the price|revenue)\b[^.;]{0,60}?(?:[$€£¥]|us\$|rs |\d[\d.,]* (?:million|billion|thousand|m\b|bn\b)|(?:billions|millions|hundreds of millions) (?:of|in)|[\d.,]+ (?:dollars|euros|pounds|bitcoin|hryvnias))|(?:[$€£¥]|us\$) ?[\d.,]+ ?(?:million|billion|m|bn)? (?:[\w-]+ ){0,3}(?:was paid|ransom|in (?:losses|damage|recovery|revenue))"),
)


@cache
def signal_reader() -> SignReader[Signal]:
    """The reader of the table above, made once a process."""
    return SignReader(SIGNS)
