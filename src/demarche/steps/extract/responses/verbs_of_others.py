"""Verbs of the acts that anybody may do: warning, help, condemnation, courts, rules, resignations, ransoms. How to read
     them: see
`table`."""

VERBS_OF_OTHERS = r"""
seizure-or-takedown: dismantle disrupt neutralise neutralize disable sinkhole
> \ {GAP6}{GEAR}
< {GEAR}
seizure-or-takedown: take/takes/took/taken/taking shut/shuts/shutting knock bring/brings/brought/bringing
+ \ (?:down|offline|over|control of)
> \ {GAP6}{GEAR}
seizure-or-takedown: take/takes/took/taken/taking shut/shuts/shutting knock bring/brings/brought/bringing
> \ {GAP4}{GEAR}[^.;,]{0,20}? (?:offline|down)\b
seizure-or-takedown: remove delete erase wipe clean clear purge
> (?: up)? {GAP6}(?:web ?shells?|back ?doors?|implants?|malware|software|malicious code|hijacked routers|
    infected (?:machines|routers|devices))\b
seizure-or-takedown: close suspend remove delete shut/shuts/shutting ban+
+ (?: down)?
> \ (?:[\w-]+ ){0,4}?(?:accounts|pages|profiles|channels) (?:used|linked|tied|run|belonging|connected|associated|operated|
    that|of|it)
< accounts|pages|channels
advisory: warn alert
> \ (?!(?:its|their) ){GAP4}{FOLK}\b
< {FOLK} $
advisory unsaid: urge advise ask instruct order direct tell/tells/told/telling encourage
+ (?: by [^.;]{0,90}?)? to (?:urgently |immediately |quickly )?{PATCH}\b
< {BODIES}
advisory: urge recommend advise
> \ that (?:all )?(?:[\w-]+ ){0,3}(?:devices|systems|appliances|servers|networks|software|users|customers|routers|
    organi[sz]ations|operators|companies)
advisory: urge advise ask instruct order direct tell/tells/told/telling
> \ {GAP6}{FOLK} (?:[\w-]+ ){0,5}?to (?:urgently |immediately |quickly )?{PATCH}\b
advisory: share publish release post
> \ {GAP6}(?:indicators(?: of compromise)?|technical details|detection rules|yara|signatures|IOCs|decryptor|
    a decryption tool)\b(?! with)
< indicators|technical details|detection rules
assistance: send/sends/sent/sending dispatch deploy despatch fly/flies/flew/flown/flying rush
+ (?: in| over| out)?
> \ {GAP6}{STAFFERS}
< {STAFFERS}
assistance: assist
> (?:[.,;]|$| (?!of\b){GAP4}(?:{ANY}|government|authorities|ministry|company|victims?|hospital|city|council|in |with ))
assistance: helping/assisting/supporting
> \ (?!to\b)(?:{ANY}|the (?:{ANY}|{VICTIMS})|(?:in|with) (?:the )?(?:investigation|recovery|response|inquiry|probe))
assistance: working/worked/works
+ \ (?:closely )?(?:with|alongside)
> \ (?:(?:the |[\w’'-]+, |{ANY}, ){0,2}?(?P<helper>{OFFICE})|{ANY}|the (?:{ANY}|{VICTIMS}|affected))
assistance: mobilise mobilize activate
> \ {GAP6}(?:resources|teams?|experts?|rapid response|specialists)\b
< resources|teams?|experts|specialists
assistance: help
> \ (?:{ANY}(?:['’]s)?|(?:the|its) (?:{ANY}|{VICTIMS}))(?: {GAP4})?(?:to )?(?:contain|restore|recover|investigate|
    respond|repel|clean|rebuild|defend|repair|with|mitigate|get|deal|fend|establish|strengthen|secure|identify|trace)
assistance: share exchange
> \ (?:[\w-]+ ){0,3}(?:information|intelligence|indicators(?: of compromise)?|expertise|samples) with\b
condemnation: condemn denounce deplore decry
> [\"”]? {THEM}
< {ATTACK}|(?:it|they|this)\b
condemnation: slam+ blast lambast lambaste castigate excoriate
> \ {GAP4}(?:{ATTACK}|{ACCUSABLE} (?:for|over))
< {ATTACK}
condemnation: call/calls/called describe/describes/described brand/brands/branded label/labels/labelled/labeled
     term/terms/termed
> \ (?:it|this|them|what|the|these|such|{ANY}(?:['’]s?)?)[^.;]{0,90}?{EVIL}
call-for-restraint: call urge appeal ask
+ (?: on| upon| to)?
> \ (?:[\w’'-]+ ){0,3}?(?:states|sides|parties|countries|nations|both|everyone|actors|governments)\b[^.;]{0,60}?
     to (?:[\w-]+ )?(?:act responsibly|refrain|exercise|show|hold back|de-?escalate|avoid|behave|abide|respect|stop|cease)
call-for-restraint: urge counsel call appeal
+ (?: for)?
> \ (?:[\w-]+ ){0,3}?(?:restraint|calm|de-?escalation|cool heads)\b
solidarity: express voice offer declare convey stand/stands/stood/standing
> \ (?:its |their |his |her |our |full |strong |firm )*(?:solidarity|support (?:for|to)|in solidarity|
    shoulder to shoulder|by {ANY}|with {ANY}|firmly with)
< solidarity
lawsuit: sue/sues/sued/suing
> (?:[.,;]|$| (?!for (?:peace|time))(?:the |an? |its |their )?(?:{ANY}|[\w’'-]+))
< .
lawsuit unsaid: fine
> \ (?:the |an? |its |their )?(?:{ANY}|company|firm|hospital|operator|bank|carrier|man|student)
< .
lawsuit: lodge file
> \ (?:an? )?(?:[\w-]+ ){0,2}complaints? (?:with|to|against|at)\b
< complaint
lawsuit: grant obtain win/wins/won/winning secure
> \ {GAP6}(?:injunctions?|court orders?|orders? (?:against|barring|restraining|forbidding))
< injunction|court order
lawsuit: take/takes/took/taken/taking pursue bring/brings/brought/bringing start launch
> \ (?:(?!military)[\w’'-]+ )?(?:legal action|legal proceedings|court action)\b
< legal (?:action|proceedings)
lawsuit: settle
> \ (?:(?:a|the|its) )?(?:[\w’'-]+ ){0,3}?(?:lawsuits?|claims?|case|class|suit|with {ANY}|for \$)
lawsuit: agree order
> (?: (?:in|on) [A-Z][a-z]+)? to pay (?:[\w’'-]+ ){0,3}?(?:\$|€|£|\d)[^.;]{0,90}?(?:settle|fine|penalt|compensat|victims|
    damages)
< .
law-or-policy: loosen relax ease waive lift suspend tighten
> \ {GAP4}(?:rules?|limits|restrictions|requirements|regulations|deadlines?)\b
< rules?|limits|restrictions|requirements
law-or-policy: order
> \ {GAP6}(?:inspections?|audits?|reviews?|overhaul|stress tests?)\b
< inspection|audit|review
public-emergency unsaid: declare proclaim decree
> \ {GAP4}(?:emergency|state of (?:alert|calamity|disaster))\b
< emergency|state of (?:alert|calamity|disaster)
resignation-or-dismissal: resign
> (?: (?:as|from|over|on|after|in|amid|following|last|to|and|[A-Z])|,|\.|$)
resignation-or-dismissal: step/steps/stepped/stepping stand/stands/stood/standing
+ \ (?:down|aside)
>
resignation-or-dismissal: remove relieve suspend
> \ (?:him|her|them) (?:from (?:office|his|her|their)|of (?:his|her|their) (?:duties|post|command|job))
resignation-or-dismissal: remove relieve suspend
+ \ (?:from (?:office|his|her|their)|of (?:his|her|their) (?:duties|posts?|command|jobs?))
< .
resignation-or-dismissal: quit/quits/quitting
> (?: (?:as|over|after|on|his|her)|,|\.|;|$)
resignation-or-dismissal: sack fire dismiss
> \ (?:its|his|her|the|their|{ANY}(?:['’]s?)?) ?(?:(?:[\w’'-]+|{ANY}) ){0,4}?(?:{ANY}|chief|head|director|minister|officers?|
    executive|manager|boss|commissioner|secretary|governor|cio|ciso)\b
< chief|head|director|minister|officers?|executive|manager|boss|commissioner|secretary|governor|\b(?:he|she)\b|{ANY}
resignation-or-dismissal: tender submit hand offer
> (?: in)? (?:his|her|their) resignation
< resignation
resignation-or-dismissal: lose/loses/lost/losing
> \ (?:his|her|their) (?:jobs?|posts?|position)
ransom-paid: hand transfer+ send/sends/sent/sending
+ (?: over)?
> \ (?:the |about |some |nearly |more than |over )?(?:\$|€|£|\d)[^.;]{0,40}?(?:bitcoin|ransom|to (?:the )?(?:gang|hackers|
    attackers|criminals|group))
ransom-refused: pay/paying/negotiate/negotiating
> (?:[.,;]| (?:and|but|up|what|the (?:\w+ )?(?:amount|sum|money)|it|them|in|even|because|any\w*|with (?:the )?(?:hackers|
    criminals|gang|attackers|terrorists))\b| with (?:the )?{ANY}|$)
ransom-paid: pay/pays/paid/paying
> (?:[^.;]{0,60}? (?:ransoms?|extortion|hackers|attackers|gang|demand|hostage|criminals|extortionists|cyber ?criminals|
    for (?:the|a) (?:key|decryptor))|(?: the)? {ACCUSABLE})(?! note)
< ransom|demand|money|\$|bitcoin
"""
