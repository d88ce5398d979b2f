"""Nouns that are an answer to an attack, as data, and the verbs that do, promise, threaten, weigh or rule out what such a noun names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.extract.responses_view import ATTACK, ENVOY_NP, GAP, STAFF_NP


@dataclass(frozen=True, slots=True)
class Thing:
    """A noun that names an act. `phrase` must match from its first word on; `done_by` are verbs beyond the common ones that do it."""

    act: Act
    phrase: re.Pattern[str]
    done_by: re.Pattern[str]
    owned: bool = False
    """Whether a possessor or an adjective of state before the noun ("an FBI alert") says that it was done."""
    signed: bool = False
    """Whether "by" or "from" after the noun ("an advisory from the FBI") says that it was done."""
    unsaid: bool = False
    """Whether the state in reach may be meant when nobody is named."""
    offered: Status = Status.ANNOUNCED
    """What offering or promising it amounts to."""


_ISSUE = (
    r"issu(?:e|es|ed|ing)|publish(?:es|ed|ing)?|releas(?:e|es|ed|ing)|put(?:s|ting)? out|post(?:s|ed|ing)?|circulat(?:e|es|ed|ing)|sent|send(?:s|ing)?|"
    r"sign(?:s|ed|ing)?|co-?sign(?:s|ed|ing)?|distribut(?:e|es|ed|ing)|brought out|bring(?:s|ing)? out"
)
_IMPOSE = (
    r"impos(?:e|es|ed|ing)|announc(?:e|es|ed|ing)|slap(?:s|ped|ping)?|lev(?:y|ies|ied|ying)|unveil(?:s|ed|ing)?|adopt(?:s|ed|ing)?|approv(?:e|es|ed|ing)|"
    r"plac(?:e|es|ed|ing)|introduc(?:e|es|ed|ing)|enact(?:s|ed|ing)?|agree(?:s|d|ing)? (?:on|to)?|rolled out|roll(?:s|ing) out|appl(?:y|ies|ied|ying)|ordered|"
    r"extend(?:s|ed|ing)?|expand(?:s|ed|ing)?|tighten(?:s|ed|ing)?|add(?:s|ed|ing)?|enforc(?:e|es|ed|ing)|issu(?:e|es|ed|ing)|push(?:es|ed|ing)? for|"
    r"authori[sz](?:e|es|ed|ing)|sign(?:s|ed|ing)?"
)
_OPEN = (
    r"open(?:s|ed|ing)?|launch(?:es|ed|ing)?|begin(?:s|ning)?|began|begun|start(?:s|ed|ing)?|order(?:s|ed|ing)?|set(?:s|ting)? up|announc(?:e|es|ed|ing)|initiat(?:e|es|ed|ing)|"
    r"conduct(?:s|ed|ing)?"
)
_FILE = (
    r"fil(?:e|es|ed|ing)|unseal(?:s|ed|ing)?|br(?:ing|ings|ought|inging)|announc(?:e|es|ed|ing)|hand(?:s|ed|ing)? (?:down|up)|return(?:s|ed|ing)?|press(?:es|ed|ing)?|"
    r"lay(?:s|ing)?|laid|issu(?:e|es|ed|ing)|obtain(?:s|ed|ing)?|open(?:s|ed|ing)?|secur(?:e|es|ed|ing)|unveil(?:s|ed|ing)?|publish(?:es|ed|ing)?|made public|prefer(?:s|red|ring)?"
)
_ADOPT = (
    r"adopt(?:s|ed|ing)?|pass(?:es|ed|ing)?|approv(?:e|es|ed|ing)|sign(?:s|ed|ing)?|issu(?:e|es|ed|ing)|announc(?:e|es|ed|ing)|introduc(?:e|es|ed|ing)|unveil(?:s|ed|ing)?|"
    r"publish(?:es|ed|ing)?|present(?:s|ed|ing)?|enact(?:s|ed|ing)?|launch(?:es|ed|ing)?|draw(?:s|n|ing)? up|drew up|tabl(?:e|es|ed|ing)|decree(?:s|d|ing)?|creat(?:e|es|ed|ing)|"
    r"set(?:s|ting)? up|establish(?:es|ed|ing)?|found(?:s|ed|ing)?|promulgat(?:e|es|ed|ing)|draft(?:s|ed|ing)?|order(?:s|ed|ing)?|propos(?:e|es|ed|ing)|relax(?:es|ed|ing)?|lift(?:s|ed|ing)?|"
    r"tighten(?:s|ed|ing)?|amend(?:s|ed|ing)?"
)
_GIVE = (
    r"giv(?:e|es|en|ing)|gave|provid(?:e|es|ed|ing)|send(?:s|ing)?|sent|deliver(?:s|ed|ing)?|extend(?:s|ed|ing)?|lend(?:s|ing)?|lent|receiv(?:e|es|ed|ing)|"
    r"increas(?:e|es|ed|ing)|step(?:s|ped|ping)? up"
)
_OFFER = r"offer(?:s|ed|ing)?|put(?:s|ting)? up|announc(?:e|es|ed|ing)|post(?:s|ed|ing)?|plac(?:e|es|ed|ing)|set(?:s|ting)?|advertis(?:e|es|ed|ing)|doubl(?:e|es|ed|ing)"
_SAY = r"express(?:es|ed|ing)?|voic(?:e|es|ed|ing)|issu(?:e|es|ed|ing)|join(?:s|ed|ing)?|repeat(?:s|ed|ing)?|reiterat(?:e|es|ed|ing)|publish(?:es|ed|ing)?|add(?:s|ed|ing)?"
_ORDER = r"order(?:s|ed|ing)?|announc(?:e|es|ed|ing)|decid(?:e|es|ed|ing) on|carr(?:y|ies|ied|ying) out|conduct(?:s|ed|ing)?|execut(?:e|es|ed|ing)|led|mak(?:e|es|ing)|made"
_LAW = (
    r"(?:(?:new|tougher|stricter|national|federal|emergency|cyber|cyber ?security|data[- ]protection|draft|first|security|five-year|bipartisan|cybercrime|sweeping|far-reaching|executive|"
    r"breach[- ]notification|incident[- ]reporting|mandatory|own|long-planned|digital|defen[cs]e|minimum|binding|privacy) )*"
)

# act; first words; phrase; verbs that do it; flags (o owned, s signed, u unsaid, d offering is doing)
_ROWS: tuple[tuple[Act, str, str, str, str], ...] = (
    (Act.SANCTIONS, "sanctions economic financial restrictive punitive asset penalties freeze", r"(?:(?:economic |financial |punitive )?sanctions(?! (?:list|regime|evasion|law|framework|expert|office|breach))|(?:economic|financial) penalties|restrictive measures|asset[- ]freez\w+|penalties|freeze\b)", _IMPOSE, "u"),
    (Act.SANCTIONS, "designation designations listing listings blacklisting further additional", r"(?:further |more |additional |new )?(?:designations?|listings?|blacklisting)(?: (?:of|on|against|under)|(?= (?:are|were|is|was|will|may|could)))", _IMPOSE, "u"),
    (Act.TRAVEL_BAN, "travel visa entry", r"(?:travel|visa|entry) (?:bans?|restrictions)", _IMPOSE, "u"),
    (Act.EXPEL_DIPLOMATS, "expulsion expulsions ejection removal departure", rf"(?:expulsions?|ejection|removal|departure) of {STAFF_NP}", _ORDER, "ou"),
    (Act.SEVER_RELATIONS, "severing severance rupture breaking break", r"(?:severing|severance|rupture|breaking(?: off)?|break) (?:of|in) (?:\w+ ){0,2}(?:ties|relations)", _ORDER, "ou"),
    (Act.RECALL_AMBASSADOR, "recall withdrawal", rf"(?:recall|withdrawal) of (?:its|their|the) {ENVOY_NP}", _ORDER, "ou"),
    (Act.SUMMONS, "summoning dressing-down", rf"(?:summoning of|dressing-down (?:for|of)) {ENVOY_NP}", _ORDER, "ou"),
    (Act.INDICTMENT, "charges criminal fresh new", r"(?:(?:criminal|fresh|new) )*(?:charges|complaints?)\b(?= (?:against|over|in|were|was|on|for|have|and|accusing)|[,.])", _FILE, "u"),
    (Act.INDICTMENT, "indictment indictments", r"indictments?\b", _FILE, "osu"),
    (Act.INDICTMENT, "arrest international warrants warrant", r"(?:(?:international )?arrest warrants?|warrants? (?:of|for) (?:the |his |her |their )?arrests?|warrants? against|warrants? for)", _FILE, "osu"),
    (Act.ARREST, "arrests arrest detention", r"(?:arrests?(?! warrants?)|detention) of (?!anyone|any\b|those|people involved|whoever)", r"ma(?:de|ke|king)|announc(?:e|es|ed|ing)|led to|confirm(?:s|ed|ing)?", "o"),
    (Act.ARREST, "arrests arrest", r"arrests?\b(?! warrant)", r"ma(?:de|ke|king|kes)|announc(?:e|es|ed|ing)|report(?:s|ed|ing)?", ""),
    (Act.REWARD_OFFER, "reward rewards bounty bounties", r"(?:rewards?|bount(?:y|ies))\b", _OFFER, "ods"),
    (Act.RAID, "raids raid searches search", r"(?:raids?|search(?:es)?) (?:on|of|at) (?:the |its |an? |several |\w+ )?(?:[\ue000-\ue003]|embassy|consulate|home|homes|house|offices?|premises|apartments?|flats?|properties|addresses|headquarters)", r"carr(?:y|ied|ying) out|conduct(?:s|ed|ing)?|launch(?:es|ed|ing)?|order(?:s|ed|ing)?|made|mount(?:s|ed|ing)?", "os"),
    (Act.RAID, "seizure confiscation", r"(?:seizure|confiscation) of", r"announc(?:e|es|ed|ing)|order(?:s|ed|ing)?", "os"),
    (Act.SEIZURE_OR_TAKEDOWN, "takedown take-down disruption dismantling", r"(?:take-?down|disruption|dismantling) of (?:[\w’'-]+ ){0,4}(?:botnet|servers|infrastructure|network|group|gang|site|domains)", r"announc(?:e|es|ed|ing)|led|carr(?:y|ied|ying) out|coordinat(?:e|ed|ing)", "os"),
    (Act.ADVISORY, "advisory advisories joint cyber cybersecurity technical security emergency flash", rf"(?:(?:joint|cyber|cyber ?security|security|technical|emergency|detailed|public|flash) )*(?:advisor(?:y|ies)|alerts?\b(?! level)|bulletins?|guidance|directives?|technical (?:reports?|notes?|notices?|analysis|paper)|malware analysis report|analysis report|mitigation advice)\b", _ISSUE, "os"),
    (Act.ADVISORY, "alert alerts bulletin bulletins guidance directive guidelines recommendations", r"(?:alerts?\b(?! level)|bulletins?|guidance|directives?|guidelines|recommendations)\b", _ISSUE, "os"),
    (Act.ADVISORY, "warning warnings report notice indicators technical", rf"(?:warnings?|technical details|notices?|indicators(?: of compromise)?|reports?) {GAP[4]}(?:to (?:operators|organi[sz]ations|companies|banks|users|utilities|customers)|of compromise|on how|describing (?:the|how|its) (?:tools|techniques|malware|methods)|with (?:indicators|technical))", _ISSUE, "o"),
    (Act.ASSISTANCE, "assistance help support technical emergency aid expertise resources credit financial material political additional further", r"(?:(?:technical|emergency|immediate|additional|further|every|any|all|financial|material|political|military|humanitarian|necessary|its|full)(?:,| and)? )*(?:assistance|help|support\b(?= (?:to|in|with|and|from)\b|[,.;]|$)|aid\b|expertise|resources|credit monitoring|identity[- ]protection)\b", _GIVE, ""),
    (Act.ASSISTANCE, "team teams experts specialists", r"(?:teams?|experts|specialists) (?:sent|dispatched|flown|deployed)\b", r"(?!)", "o"),
    (Act.CONDEMNATION, "condemnation condemnations denunciation outrage", r"(?:condemnations?|denunciation|outrage)\b", _SAY, "os"),
    (Act.CALL_FOR_RESTRAINT, "restraint de-escalation", r"(?:restraint|de-escalation)\b", r"urg(?:e|es|ed|ing)|call(?:s|ed|ing)? for|appeal(?:s|ed|ing)? for|counsel(?:s|led|ling)?", ""),
    (Act.MUTUAL_DEFENCE_CONSULTATION, "consultations emergency Article article", r"(?:(?:emergency )?consultations? (?:under|with(?: its)? (?:allies|Nato|NATO))|(?:Article|article) (?:4|5|[Ff]our|[Ff]ive) consultations?)", r"request(?:s|ed|ing)?|call(?:s|ed|ing)? for|ask(?:s|ed|ing)? for|h(?:old|olds|eld|olding)|seek(?:s|ing)?|sought|began|open(?:s|ed|ing)?", "o"),
    (Act.COUNTER_OPERATION, "retaliatory offensive counter-attack counterattack cyber cyberattack cyberattacks cyber-attack cyber-attacks counter-offensive", r"(?:(?:retaliatory|offensive) (?:cyber[- ]?)?(?:attacks?|strikes?|operations?|cyber ?attacks?|cyber operations?)|counter-?(?:attacks?|offensive)|cyber (?:operation|strike)s? against (?:the|its|[\U000f0000-\U000fffff]))", r"launch(?:es|ed|ing)?|conduct(?:s|ed|ing)?|carr(?:y|ied|ying) out|order(?:s|ed|ing)?|mount(?:s|ed|ing)?|authori[sz](?:e|ed|es|ing)|approv(?:e|ed|es|ing)", "o"),
    (Act.MILITARY, "military air airstrike missile armed", r"(?:military (?:response|action|force|options?|strikes?|retaliation)|air ?strikes?|missile strikes?|armed force|armed response)", r"launch(?:es|ed|ing)?|order(?:s|ed|ing)?|carr(?:y|ied|ying) out|us(?:e|ed|ing)|tak(?:e|en|ing)|took", "o"),
    (Act.LAWSUIT, "lawsuit lawsuits suit suits class legal injunction fine settlement fines damages", r"(?:(?:class[- ]action )?(?:law)?suits?(?! (?:up|and tie))|class actions?|legal (?:action|proceedings)|injunctions?|fines?\b|(?:\S+ )?settlements?|penalty notice)\b", r"fil(?:e|es|ed|ing)|br(?:ing|ings|ought|inging)|tak(?:e|es|en|ing)|took|launch(?:es|ed|ing)?|impos(?:e|es|ed|ing)|reach(?:es|ed|ing)?|won|win(?:s|ning)?|obtain(?:s|ed|ing)?|issu(?:e|es|ed|ing)|lev(?:y|ied|ies|ying)|pay|paid|start(?:s|ed|ing)?|agree(?:s|d) (?:to|on)|sought|seek(?:s|ing)?|lodg(?:e|ed|es|ing)", "o"),
    (Act.LAW_OR_POLICY, "law laws bill legislation act decree order executive strategy rules regulation regulations resolution doctrine national cyber new draft agency centre center command directive regional policy standards minimum security first long-planned its", rf"(?:its )?{_LAW}(?:law\b(?! enforcement|yer|s of war)|laws\b|bills?\b(?! (?:of|to pay))|legislation|decrees?|executive orders?|strateg(?:y|ies)|rules? (?:on|for|that|requiring)|regulations?|doctrine|cyber (?:command|agency|centre|center|unit|reserve)|order\b(?= (?:on|signed|to|that|requiring|obliging)\b)|action plan|reforms?|policy (?:on|for)|(?:security )?standards)\b", _ADOPT, "su"),
    (Act.PUBLIC_EMERGENCY, "emergency state national", r"(?:(?:national |regional |state )?(?:state of )?emergency|state of (?:alert|calamity|disaster))(?! (?:services?|room|rooms|response|team|calls?|meeting|session|department|directive|line|patch|care|generators?|powers|debate))\b", r"declar(?:e|es|ed|ing)|proclaim(?:s|ed|ing)?|decree(?:s|d|ing)?|impos(?:e|es|ed|ing)|sign(?:s|ed|ing)?", "su"),
    (Act.PUBLIC_EMERGENCY, "emergency", r"emergency (?:decree|declaration|order)", _ADOPT, "os"),
    (Act.RESIGNATION_OR_DISMISSAL, "resignation dismissal departure sacking firing ouster", r"(?:resignation|dismissal|sacking|firing|ouster)\b", r"announc(?:e|es|ed|ing)|tender(?:s|ed|ing)?|submit(?:s|ted|ting)?|hand(?:s|ed|ing)? in|order(?:s|ed|ing)?|offer(?:s|ed|ing)?|accept(?:s|ed|ing)?", "o"),
    (Act.PROTEST_NOTE, "protest note démarche demarche protests", r"(?:(?:formal |strong |official |diplomatic )*(?:protests?|notes? verbale|notes? of protest|d[eé]marches?))\b", r"lodg(?:e|es|ed|ing)|fil(?:e|es|ed|ing)|deliver(?:s|ed|ing)?|hand(?:s|ed|ing)?|sent|send(?:s|ing)?|issu(?:e|es|ed|ing)|ma(?:ke|kes|de|king)|present(?:s|ed|ing)?", "o"),
    (Act.SOLIDARITY, "solidarity messages support", r"(?:(?:full |strong )?solidarity|messages of (?:support|solidarity)|support for)\b", r"express(?:es|ed|ing)?|voic(?:e|es|ed|ing)|offer(?:s|ed|ing)?|declar(?:e|es|ed|ing)|put(?:s|ting)? out|sen[dt](?:s|ing)?|convey(?:s|ed|ing)?|stand(?:s)? in|stood in", "o"),
    (Act.INVESTIGATION, "investigation investigations inquiry inquiries probe probes inquest enquiry", r"(?:(?:criminal |formal |full |joint |parliamentary |terrorism )*(?:investigations?|inquir(?:y|ies)|enquir(?:y|ies)|probes?|inquest))\b", _OPEN, "u"),
    (Act.FURTHER_ACTION, "further consequences countermeasures counter-measures retaliation response costs measures steps action", r"(?:(?:further|additional|serious|severe|grave|international|appropriate|proportionate|proportional|firm|strong|robust|decisive) )*(?:action\b|steps\b|measures\b|consequences|counter-?measures|retaliation|response\b|costs\b(?= (?:on|for|if)))(?! (?:times?|teams?|plans?|to (?:the )?(?:news|report|question)))", r"tak(?:e|es|en|ing)|took|promis(?:e|es|ed|ing)|impos(?:e|es|ed|ing)|coordinat(?:e|es|ed|ing)|announc(?:e|es|ed|ing)|face|prepar(?:e|es|ed|ing)", ""),
)

_FLAGS = {"o": "owned", "s": "signed", "u": "unsaid"}


@cache
def things() -> dict[str, tuple[Thing, ...]]:
    """The nouns that each word may begin, by the word in lower case."""
    table: dict[str, list[Thing]] = {}
    for act, firsts, phrase, verbs, flags in _ROWS:
        thing = Thing(
            act,
            re.compile(phrase, re.IGNORECASE),
            re.compile(rf"\b(?:{verbs})\b"),
            owned="o" in flags,
            signed="s" in flags,
            unsaid="u" in flags,
            offered=Status.DONE if "d" in flags else Status.ANNOUNCED,
        )
        for first in firsts.lower().split():
            table.setdefault(first, []).append(thing)
    return {first: tuple(found) for first, found in table.items()}


_ANY_VERB = (
    (Status.ANNOUNCED, r"promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|vow(?:s|ed|ing)?|plan(?:s|ned|ning)?|prepar(?:e|es|ed|ing)|expected|due|scheduled|offer(?:s|ed|ing)?|commit(?:s|ted|ting)? (?:to|itself to)"),
    (Status.THREATENED, r"threaten(?:s|ed|ing)?|warn(?:s|ed|ing)? of"),
    (Status.CONSIDERED, r"consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|discuss(?:es|ed|ing)?|stud(?:y|ies|ied|ying)|explor(?:e|es|ed|ing)|examin(?:e|es|ed|ing)|"
     r"call(?:s|ed|ing)? for|demand(?:s|ed|ing)?|propos(?:e|es|ed|ing)|recommend(?:s|ed|ing)?|request(?:s|ed|ing)?|debat(?:e|es|ed|ing)|urg(?:e|es|ed|ing)|push(?:es|ed|ing)? for|seek(?:s|ing)?|sought"),
    (Status.RULED_OUT, r"rul(?:e|es|ed|ing) out|stop(?:s|ped|ping)? short of|reject(?:s|ed|ing)? calls for|shied away from|refrain(?:s|ed|ing)? from|decid(?:e|es|ed) against"),
)
INTENT = re.compile("|".join(rf"(?P<{status.name}>\b(?:{verbs})\b)" for status, verbs in _ANY_VERB))
"""Verbs that say how far any act has come, when its noun follows; the group's name is the status."""
