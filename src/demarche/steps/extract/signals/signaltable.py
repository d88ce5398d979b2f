"""What attackers did: the words for ransom, intrusion, spying, theft and leaks. A new way of saying goes here."""

from __future__ import annotations

from functools import cache

from demarche.steps.extract.signals.harmtable import HARM
from demarche.steps.extract.signals.signals import Signal
from demarche.steps.extract.signals.signs import Sign, SignReader
from demarche.steps.extract.signals.signwords import DATA, GAP

_S = Signal

DEEDS: tuple[Sign[Signal], ...] = (
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
        rf"\bleak(?:ed|ing)\b {GAP}{DATA}\b|\b{DATA} {GAP}(?:leaked|published|dumped|posted|released|uploaded)\b|"
        rf"(?:published|dumped|posted|released|uploaded) (?:[\w’'-]+ ){{0,3}}?(?:stolen|internal|private|confidential|"
        rf"personal|residence|gigabytes|terabytes|[\d.]+ ?(?:gb|tb)|{DATA})\b|hack[- ]and[- ]leak|leaks? of {GAP}{DATA}|"
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
        rf"losing|lost) (?:off |out |away |with )?{GAP}{DATA}\b(?! apart)|\b{DATA} {GAP}(?:was |were |been |be |have "
        rf"been |had been )(?:[\w-]+ )?(?:stolen|copied|taken|exfiltrated|downloaded|obtained|carried off)|{DATA} "
        rf"(?:[\w’'-]+ ){{0,4}}stolen from",
    ),
    Sign(
        _S.TAKEN,
        0.8,
        "expos|affected|access to|what was taken",
        rf"\bexpos(?:ed|ing|es) {GAP}{DATA}\b|\bdata (?:was|were|had been) affected|access to the (?:names|details|records|"
        r"personal|data of)|what was taken",
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
        rf"(?:gain(?:ed|ing)?|had|obtain(?:ed|ing)?|kept|held) (?:[\w’'-]+ ){{0,3}}?access to {GAP}(?:e-?mails?|mail|"
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
        _S.TAKEN,
        1.0,
        "cop|details|data|records|information|files|intellectual",
        r"cop(?:y|ied) (?:documents|files|data|records|mail)|had (?:[\w’'-]+ ){0,2}(?:details|data|records|information) "
        r"(?:[\w’'-]+ ){0,5}(?:copied|stolen|taken|exposed)|(?:records|data|details|files) of (?:[\w’'.,-]+ ){0,8}(?:were "
        r"taken|stolen|accessed|copied|exposed)|intellectual property was (?:taken|stolen)",
    ),
    Sign(
        _S.LEAKED,
        1.0,
        "online|on the|on telegram|on its|on a",
        rf"\b{DATA} (?:[\w’'.,-]+ ){{0,10}}(?:was|were|been) (?:put|posted|published|dumped|leaked|released|spread) (?:up "
        r")?(?:online|on (?:the (?:internet|web|dark ?web)|telegram|its|a)\b)",
    ),
    Sign(
        _S.ACCESS,
        0.9,
        "reached|control of|read|accounts|mailboxes",
        r"reached (?:[\w-]+ )?(?:classified|confidential|sensitive)|(?:took|seized|gained|had) control of (?:[\w’'-]+ ){0,"
        r"4}(?:computers|e-?mail|accounts|systems|network)|(?:could|able to) read (?:[\w’'-]+ ){0,2}(?:mail|e-?mail|"
        r"messages|post)\b|(?:accounts|mailboxes) (?:[\w’'-]+,? ){0,8}(?:opened|entered|read|broken into)",
    ),
    Sign(
        _S.PLANTED,
        0.9,
        "attributed|discord|distrust|division|confus",
        r"(?:falsely|wrongly) (?:attributed|ascribed)|sow(?:ed|ing|n)? (?:[\w’'-]+ ){0,2}(?:discord|distrust|division|"
        r"confusion)",
    ),
    Sign(
        _S.LEAKED,
        1.0,
        "leak site|dark web|darknet|telegram|rounds of|online|way on|publish|advertis|for sale|reporters|journalists|"
        "wikileaks|newsrooms|press",
        r"(?:published|posted|dumped|put|placed|listed) [^.;]{0,80}on (?:its|their|a|the) (?:leak site|dark ?web|dark ?net|"
        r"telegram)|made the rounds|(?:circulat(?:ed|ing)|seen|surfaced|appear(?:ed|ing)) online|(?:its|their) way on(?:to)? "
        r"(?:the internet|telegram|the web)|began (?:to publish|publishing)|publish(?:ed|ing) [^.;]{0,40}(?:contents of|"
        r"permits|"
        r"mailboxes|files|chats|screenshots|records)|advertis(?:e|ed|ing) [^.;]{0,50}(?:data|information|files)|for sale on|"
        r"(?:shar(?:ed?|es|ing)|distributed?|passed|handed|gave|sent|supplied) [^.;]{0,50}(?:to|"
        r"with) (?:[a-z]+ )?(?:journalists|"
        r"reporters|wikileaks|newsrooms|the press|news (?:outlets|organi[sz]ations))",
    ),
    Sign(
        _S.TAKEN,
        0.9,
        "emptied|to have|swiped|gigabytes|terabytes|carried away|carrying away|haul|taking|million|plunder|obtained",
        r"emptied (?:of\b|the mailboxes|[\w’'-]+ mailboxes)|to have (?:obtained|taken|stolen|copied|downloaded)|(?:details|"
        r"data|"
        r"records|files) (?:swiped|plundered)|(?:gigabytes|terabytes) (?:[\w’'-]+ ){0,5}(?:went|left|gone)|carr(?:ied|"
        r"ying) away|"
        r"a haul|taking e-?mails?|theft of [\d.,]+ million|(?:documents?|files|data|records|e-?mails)(?:[^.;]{0,25}) (?:were|"
        r"was) "
        r"obtained",
    ),
    Sign(
        _S.SPYING,
        0.9,
        "spy |cyberspy|cyber-spy|cyber spy|listening post|wiretap|spyware|spies",
        r"\bspy (?:ring|network|agency hack|software)|cyber[- ]?spying|listening post|wiretap\w*|spyware|computer spies",
    ),
    Sign(
        _S.ACCESS,
        0.6,
        "access|in the network|in its network|in their network",
        r"(?:unauthori[sz]ed|illegal|illicit) access|gain(?:ed|ing) access|(?:were|was) in (?:the|its|their) (?:networks?|"
        r"systems?)",
    ),
)


@cache
def signal_reader() -> SignReader[Signal]:
    """The reader of this table and of `harmtable`, made once a process."""
    return SignReader((*DEEDS, *HARM))
