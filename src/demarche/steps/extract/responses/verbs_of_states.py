"""Verbs of the acts that states do: diplomacy, sanctions, criminal law, force. How to read them: see `table`."""

VERBS_OF_STATES = r"""
sever-relations unsaid: sever cut/cuts/cutting break/breaks/broke/broken/breaking end terminate rupture suspend
+ (?: off)?(?: with immediate effect)?
> \ {GAP4}{TIES}(?: with (?:the )?{LISTED})?
< {TIES}
expel-diplomats unsaid: expel+ eject oust evict banish
> \ {STAFF_NP}
< {STAFF_NP}
expel-diplomats unsaid: throw/throws/threw/thrown/throwing kick boot send/sends/sent/sending
+ (?: out| home| packing)
> \ {STAFF_NP}
< {STAFF_NP}
expel-diplomats unsaid: throw/throws/threw/thrown/throwing kick boot send/sends/sent/sending
> \ {STAFF_NP}(?: {GAP4}| )(?:out\b|home\b|packing)
expel-diplomats unsaid: order ask tell/tells/told/telling require instruct
> \ {STAFF_NP} (?:{ANY} |[\w’',]+ ){0,7}?{LEAVE}
expel-diplomats unsaid: order ask tell/tells/told/telling require instruct
+ \ {LEAVE}
< {STAFF_NP}
expel-diplomats unsaid: give/gives/gave/given/giving
> \ {STAFF_NP}[^.;:]{0,70}? (?:hours?|days?|week|until|a day)\b[^.;:]{0,20} to (?:leave|pack|depart|go|quit|get out)
expel-diplomats unsaid: give/gives/gave/given/giving
+ \ [^.;:]{0,30}?(?:hours?|days?|week|until \w+|a day) to (?:leave|pack|depart|go|quit|get out)
< {STAFF_NP}
expel-diplomats unsaid: declare name brand
> \ {GAP9}persona(?:e|s)? non grata
expel-diplomats unsaid: declare
+ \ persona(?:e|s)? non grata
< {STAFF_NP}|.
expel-diplomats unsaid: put/puts/putting
+ \ on (?:a|the next|the first) (?:plane|flight)
< \b(?:they|men|all|four|officers|agents)\b
recall-ambassador unsaid: recall withdraw/withdraws/withdrew/withdrawn/withdrawing
> \ (?:(?:its|his|her|their|the|{ANY}(?:['’]s?)?) ?{ENVOY_NP}|{ENVOY})
< (?:its|their|{ANY}['’]s) {ENVOY_NP}
recall-ambassador unsaid: call bring/brings/brought/bringing order
> \ (?:(?:home|back) (?:its|their|the|his|her|{ENVOY}) ?{ENVOY_NP}?|{GAP4}(?:{ENVOY}|ambassador|envoy)[^.;:]{0,40}?
     (?:home|back)\b)
summons unsaid: summon convoke
> \ {ENVOY_NP}
< {ENVOY_NP}
summons unsaid: call haul/hauls/hauled/hauling bring/brings/brought/bringing
+ \ (?:in|before|over the coals)
> \ {ENVOY_NP}
< {ENVOY_NP}
summons unsaid: call haul/hauls/hauled/hauling carpet
+ \ (?:(?:to|into|before|at) (?:the )?[^.;:]{0,30}?(?:ministry|office|foreign|{ANY})|there)
< {ENVOY_NP}
sanctions unsaid: sanction blacklist penalise penalize
> \ {GAP9}(?:{LISTED}|(?:people|persons|individuals|companies|firms|entities|officials|officers|those|hackers|him|them|it|
    exchanges?|front company|gang|group)\b)
< .
sanctions unsaid: designate
> \ {GAP6}(?:{LISTED}|leaders?|members?|individuals|entities|people|companies|persons)[^.;:]{0,140}?(?:under|pursuant|
    sanction|executive order|order \d+|for (?:its|their|his|having))
sanctions unsaid: put/puts/putting add place
> \ {GAP9}(?:(?:on|to|under) (?:(?:the|its|a|their) )?(?:[\w’'-]+ |{ANY}(?:['’]s?)? ){0,3}?(?:sanctions? list|
    blacklist|sanctions|list of (?:specially|sanctioned))|to the list)\b
sanctions unsaid: put/puts/putting add place bring/brings/brought/bringing hit
+ (?: separately)? (?:on|to|under|with) (?:the |its |a |their )?(?:[\w’'-]+ ){0,3}?(?:sanctions(?: list)?|blacklist|
    asset freezes?)
< .
sanctions unsaid: hit slap+ target
> \ {GAP9}with {GAP6}(?:sanctions|asset freezes?|penalties)
sanctions unsaid: freeze/freezes/froze/frozen/freezing
> \ {GAP4}(?:assets|property|holdings)
< assets|property|holdings
sanctions unsaid: bar+ ban+ forbid/forbids/forbade/forbidden/forbidding prohibit
> \ {GAP4}(?:banks|companies|citizens|persons|businesses|americans|{ANY}) (?:from|to) (?:part|deal|do|buy|lend|trad|
    transact|financ|make|provid|invest)(?:[^.;:,]{0,40}?(?P<target>{LISTED}))?
travel-ban unsaid: bar+ ban+ prohibit
> \ {GAP6}(?:from|to) (?:enter|travel|visit|setting foot)
travel-ban unsaid: bar+ ban+ prohibit
+ \ from (?:enter|travel|visit|setting foot)\w*
< .
indictment unsaid: indict
> \ {SUSPECTS}
< .
indictment unsaid: charge
> \ {SUSPECTS}[^.;:]{0,80}?{COUNTS}
indictment unsaid: charge
+ {COUNTS}(?! with care)
< .
indictment unsaid: refer+
+ \ to (?:the )?(?:public )?(?:prosecutors?|{ANY})
< .
arrest unsaid: arrest detain apprehend capture nab+
> \ {SUSPECTS}
< .
arrest unsaid: take/takes/took/taken/taking
+ \ into custody
> \ {SUSPECTS}
< .
arrest unsaid: pick
+ \ up
> \ {SUSPECTS}
< suspects?|\bmen|\bman|members?|hackers?
reward-offer: offer put/puts/putting post
+ (?: up)?
> \ [^.;]{0,60}?(?:\$|€|£|million|dollars|euros)[^.;]{0,60}? for (?:information|tips|clues|news|details|anyone|help)
raid: raid search storm
> \ {GAP6}(?:{MISSION}|{SITES}\b)
< {MISSION}|{SITES}\b
raid: enter
> \ (?:the|its|an) (?:[\w-]+ )?(?:{MISSION}|embassy|building|consulate|compound|premises)
raid unsaid: seize confiscate impound
> \ (?!control\b){GAP6}{GOODS}
< {GOODS}|it\b
mutual-defence-consultation: extend apply
< {TREATY}
mutual-defence-consultation: invoke trigger activate
> \ {GAP6}{TREATY}
< {TREATY}
counter-operation: retaliate respond strike/strikes/struck/striking hit
+ (?: back)?
> \ {GAP4}(?:with|by|against) {GAP6}(?:cyber[- ]?(?:attacks?|strikes?|operations?)|hacking back|offensive cyber)
counter-operation: hack break/breaks/broke/broken/breaking attack take/takes/took/taken/taking knock delete erase wipe
> [^.;]{0,140}? in (?:retaliation|revenge|reprisal|retribution)\b
counter-operation: hack
+ \ back
> (?: (?:at|into|against|and)|,|\.)
< (?:servers|group|gang|infrastructure|sites|it)\b
military: bomb shell attack strike/strikes/struck/striking
> \ (?:the |a )?(?:building|headquarters|house|base) [^.;]{0,60}?(?:hackers|cyber)
close-mission unsaid: close shut/shuts/shutting shutter
+ (?: down)?
> \ {GAP4}(?:{MISSION}|(?:embassy|consulates?|compounds?|mission)\b)
< {MISSION}|embassy|consulate|compounds?
suspend-cooperation: suspend halt freeze/freezes/froze/frozen/freezing cancel+ call postpone
+ (?: off)?
> \ (?:[\w’'-]+ ){0,4}?(?:talks|cooperation|co-operation|dialogue|negotiations|visit|meeting|agreement|consultations|
    summit|aid)\b
< talks|cooperation|dialogue|visit|meeting|agreement
protest-note: lodge file deliver hand submit issue make/makes/made/making present
> \ {GAP4}(?:(?:formal |strong |official |diplomatic |solemn )*protests?|note verbale|d[eé]marches?|note of protest|
    representations)\b
< protest|note verbale|d[eé]marche
statement: urge demand call ask press insist
+ (?: on| upon| that)?
> \ (?:the )?{ACCUSABLE}[^.;]{0,40}? (?:to|stop|end|cease|refrain|halt|hand|take|adhere|act)
further-action: take/takes/took/taken/taking pursue adopt
> \ (?:(?:any|all|the|further|additional|appropriate|necessary|more|such|other|stronger|decisive|tough|concrete|
    whatever) ){1,4}(?:action|steps|measures)\b
further-action: respond retaliate
> (?: in kind| proportion\w+| appropriately| forcefully| accordingly| with| against somebody| at a time|,|\.|\"|”| in a|
     to (?:the|this|such|it))
further-action: hold/holds/held/holding
> \ {GAP6}(?:accountable|to account|responsible for (?:its|their))\b
< .
further-action considered: reserve
> \ (?:the|its|their|our|all) (?:[\w-]+ )?(?:right|option)
"""
