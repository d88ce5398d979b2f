"""Nouns that name an act, and the verbs that do it. How to read them: see `table`."""

NOUNS = r"""
sanctions unsaid: sanctions economic financial restrictive punitive asset penalties
= (?:(?:economic |financial |punitive )?sanctions(?! (?:list|regime|evasion|law|framework|expert|office|breach))|
    (?:economic|financial) penalties|restrictive measures|asset[- ]freez\w+|penalties)
> impose announce slap+ levy unveil adopt approve place introduce enact agree agree_on roll_out apply order extend expand
     tighten add
     enforce issue push_for authorise authorize sign respond_with retaliate_with react_with
sanctions unsaid: designation designations listing listings blacklisting further additional
= (?:further |more |additional |new )?(?:designations?|listings?|blacklisting)(?: (?:of|on|against|under)|
    (?= (?:are|were|is|was|will|may|could)))
> impose announce unveil adopt approve introduce add issue
travel-ban unsaid: travel visa entry
= (?:travel|visa|entry) (?:bans?|restrictions)
> impose announce slap+ unveil adopt approve place introduce order extend add issue
expel-diplomats owned unsaid: expulsion expulsions ejection removal departure
= (?:expulsions?|ejection|removal|departure) of {STAFF_NP}
> order announce decide_on carry_out demand
sever-relations owned unsaid: severing severance rupture breaking break
= (?:severing|severance|rupture|breaking(?: off)?|break) (?:of|in) (?:\w+ ){0,2}(?:ties|relations)
> order announce decide_on carry_out
recall-ambassador owned unsaid: recall withdrawal
= (?:recall|withdrawal) of (?:its|their|the) {ENVOY_NP}
> order announce decide_on
summons owned unsaid: summoning dressing-down
= (?:summoning of|dressing-down (?:for|of)) {ENVOY_NP}
> order announce
indictment unsaid: charges criminal fresh new
= (?:(?:criminal|fresh|new) )*(?:charges|complaints?)\b(?= (?:against|over|in|were|was|on|for|have|and|accusing)|[,.])
> file unseal bring/brings/brought/bringing announce hand_down press lay/lays/laid/laying issue open unveil publish prefer+
indictment owned signed unsaid: indictment indictments
= indictments?\b
> file unseal bring/brings/brought/bringing announce hand_down hand_up return issue obtain open secure unveil publish
indictment owned signed unsaid: arrest international warrants warrant
= (?:(?:international )?arrest warrants?|warrants? (?:of|for) (?:the |his |her |their )?arrests?|warrants? (?:against|for))
> issue obtain announce request file publish put/puts/putting_out
arrest owned: arrests arrest detention
= (?:arrests?(?! warrants?)|detention) of (?!anyone|any\b|those|people involved|whoever)
> make/makes/made/making announce confirm lead/leads/led/leading_to
arrest: arrests arrest
= arrests?\b(?! warrant)
> make/makes/made/making announce report
reward-offer owned offered signed: reward rewards bounty bounties
= (?:rewards?|bount(?:y|ies))\b
> offer put/puts/putting_up announce post place set/sets/setting advertise double
raid owned signed: raids raid searches search
= (?:raids?|search(?:es)?) (?:on|of|at) (?:the |its |an? |several |\w+ )?(?:{ROLES}|embassy|consulate|home|homes|house|offices?|
    premises|apartments?|flats?|properties|addresses|headquarters)
> carry_out conduct launch order make/makes/made/making mount
raid owned signed: seizure confiscation
= (?:seizure|confiscation) of
> announce order
seizure-or-takedown owned signed: takedown take-down disruption dismantling
= (?:take-?down|disruption|dismantling) of (?:[\w’'-]+ ){0,4}(?:botnet|servers|infrastructure|network|group|gang|site|domains)
> announce lead/leads/led/leading carry_out coordinate
advisory owned signed: advisory advisories joint cyber cybersecurity technical security emergency flash
= (?:(?:joint|cyber|cyber ?security|security|technical|emergency|detailed|public|flash) )*(?:advisor(?:y|ies)|
    alerts?\b(?! level)|bulletins?|guidance|directives?|technical (?:reports?|notes?|notices?|analysis|paper)|
    malware analysis report|analysis report|mitigation advice)\b
> issue publish release put/puts/putting_out post circulate send/sends/sent/sending sign co-sign cosign distribute
     bring/brings/brought_out
advisory owned signed: alert alerts bulletin bulletins guidance directive guidelines recommendations
= (?:alerts?\b(?! level)|bulletins?|guidance|directives?|guidelines|recommendations)\b
> issue publish release put/puts/putting_out post circulate send/sends/sent/sending send/sends/sent/sending_out distribute
advisory owned: warning warnings report notice indicators technical
= (?:warnings?|technical details|notices?|indicators(?: of compromise)?|reports?) {GAP4}(?:to (?:operators|organi[sz]ations|
    companies|banks|users|utilities|customers)|of compromise|on how|describing (?:the|how|its) (?:tools|techniques|malware|
    methods)|with (?:indicators|technical))
> issue publish release put/puts/putting_out post circulate send/sends/sent/sending
assistance: assistance help support technical emergency aid expertise resources credit financial material political additional
     further
= (?:(?:technical|emergency|immediate|additional|further|every|any|all|financial|material|political|military|humanitarian|
    necessary|
    its|full)(?:,| and)? )*(?:assistance|help|support\b(?= (?:to|in|with|and|from)\b|[,.;]|$)|aid\b|expertise|resources|
    credit monitoring|identity[- ]protection)\b
> give/gives/gave/given/giving provide send/sends/sent/sending deliver extend lend/lends/lent/lending receive increase
     step/steps/stepped_up
assistance owned: team teams experts specialists
= (?:teams?|experts|specialists) (?:sent|dispatched|flown|deployed)\b
condemnation owned signed: condemnation condemnations denunciation
= (?:condemnations?|denunciation)\b
> express voice issue join repeat reiterate publish add
call-for-restraint: restraint de-escalation
= (?:restraint|de-escalation)\b
> urge call_for appeal_for counsel+
mutual-defence-consultation owned: consultations emergency article
= (?:(?:emergency )?consultations? (?:under|with(?: its)? (?:allies|Nato))|article (?:4|5|four|five) consultations?)
> request call_for ask_for hold/holds/held/holding seek/seeks/sought/seeking begin/begins/began/begun open
counter-operation owned: retaliatory offensive counter-attack counterattack cyber cyberattack cyberattacks cyber-attack
     cyber-attacks counter-offensive
= (?:(?:retaliatory|offensive) (?:cyber[- ]?)?(?:attacks?|strikes?|operations?|cyber ?attacks?|cyber operations?)|
    counter-?(?:attacks?|offensive)|cyber (?:operation|strike)s? against (?:the|its|{ANY}))
> launch conduct carry_out order mount authorise authorize approve
military owned: military air airstrike missile armed
= (?:military (?:response|action|force|options?|strikes?|retaliation)|air ?strikes?|missile strikes?|armed (?:force|response))
> launch order carry_out use take/takes/took/taken/taking
lawsuit owned: lawsuit lawsuits suit suits class legal injunction fine settlement fines damages
= (?:(?:class[- ]action )?(?:law)?suits?(?! (?:up|and tie))|class actions?|legal (?:action|proceedings)|injunctions?|fines?\b|
    (?:\S+ )?settlements?|penalty notice)\b
> file bring/brings/brought/bringing take/takes/took/taken/taking launch impose reach win/wins/won/winning obtain issue levy
     pay/pays/paid/paying start agree_to agree_on seek/seeks/sought/seeking lodge
law-or-policy signed unsaid: law laws bill legislation act decree order executive strategy rules regulation regulations
     resolution
     doctrine national cyber new draft agency centre center command directive regional policy standards minimum security first
     long-planned its
= (?:its )?{LAW}(?:law\b(?! enforcement|yer|s of war)|laws\b|bills?\b(?! (?:of|to pay))|legislation|decrees?|executive orders?|
    strateg(?:y|ies)|rules? (?:on|for|that|requiring)|regulations?|doctrine|cyber (?:command|agency|centre|center|unit|reserve)|
    order\b(?= (?:on|signed|to|that|requiring|obliging)\b)|action plan|reforms?|policy (?:on|for)|(?:security )?standards)\b
> adopt pass approve sign issue announce introduce unveil publish present enact launch draw/draws/drew/drawn/drawing_up
     table decree
     create set/sets/setting_up establish found promulgate draft order propose relax lift tighten amend
public-emergency signed unsaid: emergency state national
= (?:(?:national |regional |state )?(?:state of )?emergency|state of (?:alert|calamity|disaster))(?! (?:services?|room|rooms|
    response|team|calls?|meeting|session|department|directive|line|patch|care|generators?|powers|debate))\b
> declare proclaim decree impose sign
public-emergency owned signed: emergency
= emergency (?:decree|declaration|order)
> sign issue decree announce publish adopt approve extend
resignation-or-dismissal owned: resignation dismissal departure sacking firing ouster
= (?:resignation|dismissal|sacking|firing|ouster)\b
> announce tender submit hand_in order offer accept
protest-note owned: protest note démarche demarche protests
= (?:(?:formal |strong |official |diplomatic )*(?:protests?|notes? verbale|notes? of protest|d[eé]marches?))\b
> lodge file deliver hand send/sends/sent/sending issue make/makes/made/making present
solidarity owned: solidarity messages support
= (?:(?:full |strong )?solidarity|messages of (?:support|solidarity)|support for)\b
> express voice offer declare put/puts/putting_out send/sends/sent/sending convey stand/stands/stood_in
investigation unsaid: investigation investigations inquiry inquiries probe probes inquest enquiry
= (?:(?:criminal |formal |full |joint |parliamentary |terrorism )*(?:investigations?|inquir(?:y|ies)|enquir(?:y|ies)|probes?|
    inquest))\b
> open launch begin/begins/began/begun/beginning start order set/sets/setting_up announce initiate conduct
further-action: further consequences countermeasures counter-measures retaliation response costs measures steps action
= (?:(?:further|additional|serious|severe|grave|international|appropriate|proportionate|proportional|firm|strong|robust|
    decisive) )*(?:action\b|steps\b|measures\b|consequences|counter-?measures|retaliation|response\b|
    costs\b(?= (?:on|for|if)))(?! (?:times?|teams?|plans?|to (?:the )?(?:news|report|question)))
> take/takes/took/taken/taking promise impose coordinate announce face prepare
"""
