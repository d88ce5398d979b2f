"""Frames: the constructions in which English says that somebody did it, as patterns over the tape.

"Iran was behind it", "carried out by Iran", "Iran's hand in it", "the work of Iran", "hackers who answer to Iran".
Verbs of blame, whose subject matters, are in `accusation.py`.
"""

from __future__ import annotations

import re

from demarche.steps.extract.mentions.tape import ANY_MENTION, Kind, char_class

ACCUSABLE_KINDS = frozenset(
    {Kind.STATE, Kind.ACTOR, Kind.HACKERS, Kind.OFFICIAL, Kind.ADJECTIVE, Kind.UNKNOWN, Kind.MALWARE, Kind.EXPERT}
)
ACCUSABLE = char_class(*ACCUSABLE_KINDS)
_K = rf"(?P<accused>{ACCUSABLE})"
NOT_PLACE = (
    r"(?<! in )(?<! in the )(?<! against )(?<! against the )(?<! on )(?<! targeting )(?<! inside )(?<! outside )(?<! "
    r"across )(?<! throughout )"
)
_OFK = rf"(?:(?:[\w’'-]+ ){{0,7}}?(?:\"|“|‘)?){NOT_PLACE}(?P<accused>{ACCUSABLE})"
_NOT_OTHERS = r"(?!['’]s? (?:side|cause|friends|enemies|foes|critics|opponents|victims|adversaries)\b)"
"""Somebody's friends and foes are not they."""
APPOSITION = r"(?:['’]s?)?(?: \([^)]*\))?(?:[\"”’])?(?:,? [^,.;:]{0,90},| [–—-] [^–—]{0,90} [–—-])?"
AUXILIARIES = (
    r"(?: (?:appears|appeared|seems|seemed|has|have|had|was|were|is|are|be|been|being|also|almost|certainly|[a-z]+ly|"
    r"highly|likely|very|most|who|that|which|may|might|could|must|the|one|itself|himself|directly|in fact|not|to|have|"
    r"believed|thought|said|suspected|alleged|reported|understood|known|in all likelihood|without doubt|quite)|[ "
    r"]?[\"“‘*](?=[a-z])|[\"”’*](?= ))*"
)
_ACTIVE = (
    r"(?: (?:appears|appeared|seems|seemed|has|have|had|also|almost|certainly|[a-z]+ly|who|that|which|may|might|could|"
    r"must|in fact|not|have|is believed|are believed|is thought|are thought|is said|are said|to))*"
)
ATTACK = (
    r"(?:cyber[- ]?)?(?:attacks?|assaults?|operations?|campaigns?|hacks?|hacking|intrusions?|breach(?:es)?|"
    r"activit(?:y|ies)|incidents?|raids?|espionage|onslaught|outages?|theft|thefts|heist|compromises?|"
    r"offensives?|wipers?|malware|ransomware|virus|worm|leaks?|interference|sabotage|actions?|infiltrations?|strikes?|"
    r"cyberattacks?|cyberespionage|break-ins?|disruptions?|conduct|behaviou?r|messages|e-mails|exploitation)"
)
_DID = (
    r"(?:carried out|carry out|carries out|carrying out|conducted|conducts?|conducting|launched|launches|launch|"
    r"launching|perpetrated|orchestrated|staged|mounted|executed|executes|directed|ordered|committed|sponsored|backed|"
    r"masterminded|undertaken|undertook|performed|waged|engineered|authored|planned|organi[sz]ed|unleashed|instigated|"
    r"commissioned|authori[sz]ed|approved|deployed|developed)"
)
_STRUCK = (
    r"(?:hacked|breached|broke into|broken into|stole|stolen|infiltrated|penetrated|compromised|attacked|targeted|hit|"
    r"struck|knocked|crippled|disrupted|accessed|gained access|exfiltrated|wiped|defaced|"
    r"raided|intruded|siphoned|spied|exploited|disabled|took down|took control|paralysed|paralyzed|hijacked|entered|"
    r"planted|placed|unleashed|got in(?:to)?|been (?:trying|behind|inside|lurking)|tried to|sought to|attempted to|to "
    r"(?:target|attack|hack|breach|hit|steal|disrupt|destroy|spy)|are hiding|were hiding|put|rendered|shut|"
    r"orchestrated|conducted|launched)"
)
_BEHIND = re.compile(
    rf"{_K}{APPOSITION}{AUXILIARIES}[ ]?[\"“‘*]?(?:\b[a-z]+[*]? ){{0,3}}?(?:behind|responsible|to blame|the culprits?|"
    r"culprits?|the "
    r"perpetrators?|the authors?|the (?:prime|main|likely|chief|principal|obvious) (?:suspects?|culprits?)|complicit|"
    r"guilty|accountable|the (?:source|origin|actor|hand|party|force) (?:of|behind))\b"
)
_HAND = re.compile(
    rf"{_K}(?:['’]s?)? (?:hand|responsibility|involvement|role|fingerprints|culpability|complicity|guilt|part) (?:in|"
    r"behind|for|was|were|on|is)\b"
)
_BY = re.compile(
    rf"\b{_DID}[\"”’]?(?: [\w’'-]+){{0,5}}? (?:by|from)(?: (?:[\"“‘]?[\w’'-]+)){{0,9}}? ?(?:\"|“|"
    rf"‘)?{NOT_PLACE}(?P<accused>{ACCUSABLE})"
)
_STRUCK_BY = re.compile(
    r"\b(?:hacked|breached|stolen|infiltrated|penetrated|compromised|attacked|targeted|hit|struck|obtained|posted|"
    r"leaked|entered|accessed|spied on|exploited|defaced|knocked \w+|taken \w+|paralysed|crippled|disrupted)(?: "
    rf"[\w’'-]+){{0,4}}? by(?: (?:[\w’'-]+)){{0,5}}? ?[\"“‘]?(?P<accused>{ACCUSABLE})"
)
_HAD_PART = re.compile(
    rf"{_K}{APPOSITION}{AUXILIARIES} (?:had|played|taken|took) (?:a|an|some|any) (?:[a-z]+ )?(?:part|role|hand)\b"
)
_DID_IT = re.compile(
    rf"{_K}{APPOSITION}{_ACTIVE} {_DID} (?:(?!investigat|inquir|probe|review|audit|defen)"
    rf"(?:[\w’',\"“”-]|{ANY_MENTION})+ ){{0,8}}?(?:{ATTACK}|it|this)\b"
)
_STRIKE = re.compile(rf"{_K}{APPOSITION}{_ACTIVE} {_STRUCK}\b")
_DID_THAT = re.compile(
    rf"{_K}(?:['’]s?)? (?:had |has |have |probably |really |likely )*(?:done it|did it|did this|did so|done this|were "
    r"at work|was at work|stood behind|stands behind|stand behind|pulled the strings)\b"
)
_WORK_OF = re.compile(
    r"\b(?:work|handiwork|hand|fingerprints|hallmarks|doing|act|acts|signature|product|tactics|techniques|operation|"
    rf"actions|brainchild|responsibility|attack|campaign) of {_OFK}"
)
_BEHALF = re.compile(
    r"\b(?:on behalf of|at the (?:behest|direction|request|order|orders|instruction) of|on (?:the )?(?:orders?|"
    r"instructions?) (?:of|from)|in the (?:service|pay) of|originat\w+ (?:in|from|with)|emanat\w+ from|came from|"
    rf"coming from|come from|traced (?:back )?to|leads? (?:back )?to|led (?:back )?to) {_OFK}"
)
_BELONGS = re.compile(
    r"\b(?:belong(?:s|ed|ing)? to|members? of|officers? (?:of|from|in|with)|operatives? (?:of|from)|agents? (?:of|"
    r"for)|work(?:s|ed|ing)? for|employed by|answers? to|reports? to|(?:was|were|is|are|probably) from|came from|part "
    rf"of|a (?:front|cover|persona|proxy|tool|arm|unit|creature) (?:for|of)) {_OFK}"
)
_ATTACK_BY = re.compile(rf"\b{ATTACK} (?:was |were |is |are )?(?:launched |carried out |conducted )?by {_OFK}{_NOT_OTHERS}")
_STATE_ATTACK = re.compile(
    rf"{_K}(?:['’]s?)? (?:own |reckless |malicious |malign |state |government |military |destructive |disruptive |"
    r"continued |unprecedented |aggressive |irresponsible |illegal |unacceptable |latest |recent |hostile |deliberate "
    rf"|coordinated |brazen |indiscriminate |increasingly )*{ATTACK}\b"
)
_IS_ACTOR = re.compile(
    rf"(?:{char_class(Kind.UNKNOWN)}|\b(?:actors?|those responsible|people behind (?:it|the "
    rf"attack)))(?: (?:was|were|is|are|had|as|behind [\w ]{{0,30}}?(?:was|were|is|are)))? (?:to be )?(?:{AUXILIARIES} )?{_OFK}"
)
NAMELESS = "is"
"""The frame that also a mention of doers of whom nothing is said begins, without any word."""
_INVOLVING = re.compile(
    rf"\binvolving (?:(?:the|an?) )?(?:(?:[\w’'-]+ ){{0,4}}?(?:group|gang|crew|collective|outfit|actor|unit|"
    rf"{char_class(Kind.UNKNOWN)}) (?:(?:called|known as|named|dubbed|tracked as) )?)?[\"“‘]?"
    rf"(?P<accused>{char_class(Kind.ACTOR, Kind.HACKERS)})"
)
_BLAME_NOUN = re.compile(
    r"\b(?:attribution|accusations?|allegations?|charges?|claims?|blame|evidence|proof|suspicions?|suspicion|finger|"
    rf"fingers|case|complaint|indictment|findings?|conclusion)\b(?: [\w’'-]+){{0,6}}? (?:against|to|at|on|that|of|"
    rf"towards?|implicating|linking|for) (?:[\w’'-]+ ){{0,4}}?(?P<accused>{ACCUSABLE})"
)
_DOING = (
    "carried out|carry out|carries out|carrying out|conduct|launch|perpetrat|orchestrat|staged|mounted|execute|directed|"
    "ordered|committed|sponsored|backed|mastermind|undert|performed|waged|engineered|authored|planned|organi|unleashed|instigated|"
    "commissioned|authori|approved|deployed|developed"
)
_STRIKING = (
    "hacked|breached|broke|stole|infiltrated|penetrated|compromised|attacked|targeted|hit|struck|knocked|crippled|disrupted|"
    "accessed|gained access|exfiltrated|wiped|defaced|raided|intruded|siphoned|spied|exploited|disabled|took down|took control|"
    "paraly|hijacked|entered|planted|placed|unleashed|got in|been trying|been behind|been inside|been lurking|tried to|"
    "sought to|attempted to|to target|to attack|to hack|to breach|to steal|to disrupt|to destroy|to spy|are hiding|"
    "were hiding|put|rendered|shut|orchestrated|conducted|launched"
)
# Frames with plain strings of which each match holds one, so that most patterns are never tried on a sentence; better frames
# first.
FRAMES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (
        "behind",
        _BEHIND,
        "behind|responsible|to blame|culprit|perpetrator|author|suspect|complicit|guilty|accountable|the source|the origin|"
        "the actor|the hand|the party|the force",
    ),
    (
        "hand",
        _HAND,
        "hand |responsibility |involvement |role |fingerprints |culpability |complicity |guilt |part ",
    ),
    ("by", _BY, _DOING),
    ("struck-by", _STRUCK_BY, " by"),
    (
        "part",
        _HAD_PART,
        "had a|had some|had any|played a|played some|played any|taken a|taken some|taken any|took a|took some|took any",
    ),
    ("attributed", _INVOLVING, "involving "),
    ("did", _DID_IT, _DOING),
    ("strike", _STRIKE, _STRIKING),
    (
        "did-it",
        _DID_THAT,
        "done it|did it|did this|did so|done this|at work|stood behind|stands behind|stand behind|the strings",
    ),
    (
        "work",
        _WORK_OF,
        "work of |hand of |fingerprints of |hallmarks of |doing of |act of |acts of |signature of |product of |tactics of |"
        "techniques of |operation of |actions of |brainchild of |responsibility of |attack of |campaign of ",
    ),
    (
        "behalf",
        _BEHALF,
        "on behalf of |behest of |direction of |request of |order of |orders of |instruction of |instructions of |order from |"
        "orders from |instruction from |instructions from |in the service of |in the pay of |originat|emanat|came from |"
        "coming from |come from |traced to |traced back to |lead to |leads to |lead back to |leads back to |led to |"
        "led back to ",
    ),
    (
        "belongs",
        _BELONGS,
        "belong|member of |members of |officer|operative|agent of |agents of |agent for |agents for |work for |works for |"
        "worked for |working for |employed by |answer to |answers to |report to |reports to |probably from |was from |"
        "were from |is from |are from |came from |part of |a front |a cover |a persona |a proxy |a tool |a arm |a unit |"
        "a creature ",
    ),
    ("attack-by", _ATTACK_BY, " by "),
    ("state-attack", _STATE_ATTACK, ""),
    (NAMELESS, _IS_ACTOR, "actor|those responsible|people behind"),
    (
        "noun",
        _BLAME_NOUN,
        "attribution|accusation|allegation|charge|claim|blame|evidence|proof|suspicion|finger|case|complaint|indictment|"
        "finding|conclusion",
    ),
)
