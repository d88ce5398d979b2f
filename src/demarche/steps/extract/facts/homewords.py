"""What reports say of states that were hit, accused or only spoke up, as patterns over the tape."""

from __future__ import annotations

import re

from demarche.steps.extract.mentions.tape import ANY_MENTION, Kind, char_class

_STATE = char_class(Kind.STATE, Kind.ADJECTIVE)
_OWNED = char_class(Kind.STATE, Kind.ADJECTIVE, Kind.OFFICIAL)
_ATTACK = (
    r"(?:cyber[- ]?)?(?:attack(?:s|ed|ing)?|hack(?:s|ed|ing)?|breach(?:es|ed)?|intrusions?|assaults?|operation|campaign|"
    r"break-in|compromises?|target(?:s|ed|ing)?|hit|struck|crippled|"
    r"cyber[- ]?activity|broke into|spying|espionage|theft|raid|knocked|paralysed|disrupted|wiped|infiltrated|penetrated)"
)
_PUBLIC = (
    r"(?:government|ministr(?:y|ies)|parliament|institutions|agenc(?:y|ies)|banks?|hospitals?|companies|company|utilit(?:y|"
    r"ies)|broadcasters?|newspapers?|airports?|ports?|websites?|"
    r"sites|networks?|systems?|infrastructure|computers|servers|services?|grid|pipeline|part(?:y|ies)|lawmakers|politicians|"
    r"voters|citizens|officials|mps?|organi[sz]ations|military|"
    r"postal operator|operator|telecoms?|patient|patients|steel ?maker|central bank|exchange|elections?|nuclear|health|"
    r"carmaker|water|energy|hospital|mobile|civil|people|bodies|ships|"
    r"customers|users|businesses|firms|targets|members of parliament|embassies|diplomats|regulators?|retailers?|shops|"
    r"railway|brand|drivers|troops|army)"
)
_ON = re.compile(
    rf"\b{_ATTACK} (?:[a-z-]+ |{ANY_MENTION} ){{0,4}}?(?:on|against|at|targeting|in|of|aimed at|upon) "
    rf"(?:[a-z,-]+ |{ANY_MENTION} ){{0,4}}?(?P<c>{_OWNED})|\b(?:targets?|victims?)\b[^.;]{{0,30}}? (?:was|were|is|are) "
    rf"(?:[a-z,-]+ ){{0,6}}?(?P<d>{_OWNED})",
    re.IGNORECASE,
)
_STRUCK = re.compile(
    r"\b(?:attacked|hacked|targeted|targeting|hit|struck|crippled|crippling|broke into|paralysed|disrupted|infiltrated|"
    rf"penetrated|hitting|battered) (?:[a-z-]+ ){{0,2}}?(?P<c>{_OWNED})",
    re.IGNORECASE,
)
_PUBLIC_OF = re.compile(
    rf"(?P<c>{_STATE})(?:['’]s?)? (?:(?!(?:on|against|at|by|from|with|over|to|said|says)\b)[a-z-]+ ){{0,4}}?{_PUBLIC}\b"
)
_PASSIVE = re.compile(
    rf"(?P<c>{_OWNED})[^.;:]{{0,25}} (?:was|were|had been|has been|came|come) (?:[a-z]+ )?(?:hit|attacked|hacked|targeted|"
    r"under|the (?:target|victim)|breached|struck|affected)"
)
_INSIDE_OF = re.compile(
    r"\b(?:websites?|networks?|systems?|servers?|computers?|mail(?:boxes)?|e-?mails?|infrastructure|accounts|institutions|"
    r"organi[sz]ations|companies|firms|plants|users|customers|victims) (?:[a-z]+ ){0,2}?(?:of|in|across|at|inside) (?:the )?"
    rf"(?P<c>{_OWNED})"
)
_BLAMED = re.compile(
    rf"(?:blam\w+|accus\w+|pointed (?:the finger |a finger |straight )?(?:squarely )?(?:at|to)|pins? [^.;]{{0,40}}on|behind|"
    rf"attribut\w+ [^.;]{{0,60}}to|links?(?:ed)? to|ties to|tied to|the work of|condemn\w+|denounc\w+|"
    r"hold|expel\w*|sanction\w*|charg\w+|indict\w*|said to be|based in|agents of|trail to) (?:the |its |by |over |on "
    rf")?(?P<c>{char_class(Kind.STATE)})"
)
_DENIES = re.compile(
    rf"(?P<c>{_STATE})(?:['’]s?)? (?:[\w’'-]+ ){{0,6}}?(?:denie[sd]|rejected|dismissed|denial|brushes off|denying|reject)"
)
_AT_HOME = re.compile(
    rf"(?P<c>{_OWNED})(?:['’]s?)? (?:[\w’'-]+ ){{0,5}}?(?:summon\w*|expel\w*|sever\w*|cut (?:its |their |diplomatic )?ties|"
    r"broke off|accus\w+|blam\w+|declared|points?|pointed|arrested|attribut\w+)"
)
_ORIGIN = re.compile(
    r"\b(?:came from|originat\w+ (?:in|from)|located in|traced to|sent from|(?:servers|addresses|providers|machines) "
    rf"(?:[a-z]+ ){{0,3}}?in|carried out from|hackers (?:working )?(?:in|from)) "
    rf"(?:the |mainland )*(?P<c>{char_class(Kind.STATE)})|(?P<d>{char_class(Kind.STATE)})-(?:based|linked|nexus|backed)"
)
_MOUNTED = re.compile(
    rf"(?P<c>{_STATE})(?:['’]s?)? (?:[a-z-]+ ){{0,2}}?(?:cyber-?)?(?:attacks?|hack|hacking|assault|campaign|espionage|"
    rf"intrusion) (?:[a-z-]+ ){{0,2}}?(?:on|against|of|at|into)|"
    rf"attack that (?P<d>{_STATE}) (?:mounted|launched|carried|waged|conducted)"
)
_HITTING = (
    "activit|victim|attack|hack|breach|intrusion|assault|operation|campaign|break-in|compromise|target|hit|struck|crippl|"
    "broke into|spying|espionage|theft|raid|knocked|paralys|disrupt|wiped|infiltrat|penetrat|batter"
)
_BLAMING = (
    "blam|accus|pointed|pin|behind|attribut|link|ties|tied|work of|condemn|denounc|hold|expel|sanction|charg|indict|"
    "said to be|based in|agents of|trail to"
)
_INSIDE = (
    "site|network|system|server|computer|mail|infrastructure|account|institution|organi|compan|firm|plant|user|customer|victim"
)
_FROM = (
    "came from|originat|located in|traced to|sent from|servers|addresses|providers|machines|carried out from|hackers|-based|"
    "-linked|-nexus|-backed"
)
_OWNED_THINGS = (
    "government|minist|parliament|instituti|agenc|bank|hospital|compan|utilit|broadcast|newspaper|port|site|network|system|"
    "infrastructure|computer|server|service|grid|pipeline|part|lawmaker|politician|voter|citizen|official|mp|organi|"
    "milita|operator|"
    "telecom|patient|steel|exchange|election|nuclear|health|carmaker|water|energy|mobile|civil|people|bodies|ships|"
    "customer|user|"
    "business|firm|target|embass|diplomat|regulator|retailer|shop|railway|brand|driver|troops|army"
)
SAID_OF = (
    ("on", _HITTING, _ON),
    ("struck", _HITTING, _STRUCK),
    ("public", _OWNED_THINGS, _PUBLIC_OF),
    ("passive", "was |were |been |came |come ", _PASSIVE),
    ("inside", _INSIDE, _INSIDE_OF),
    ("blamed", _BLAMING, _BLAMED),
    ("denies", "denie|reject|dismiss|denial|brushes off|denying", _DENIES),
    ("origin", _FROM, _ORIGIN),
    ("mounted", "attack|hack|assault|campaign|espionage|intrusion", _MOUNTED),
    ("acts", "summon|expel|sever|cut |broke off|accus|blam|declared|point|arrest|attribut", _AT_HOME),
)
"""What is said of a state: the feature, the stems that call for its pattern, and the pattern; a group is the state."""
LED = re.compile(
    rf"({_STATE})(?:['’]s?)? (?:(?!(?:in|over|on|by|with|of|to|from|and|at|after|for|against|who|that|said)\b)[\w-]+ ){{0,4}}$"
)
TOLD = re.compile(
    rf"(?:['’]s)?,? (?:(?:which|the|an?|a unit|in|of|from|based|runs?|owned by|headquartered|one of) )*(?:[\w-]+ ){{0,"
    rf"5}}?({_STATE})"
)
SPEAKS = re.compile(r" (?:said|says|conclud|believe|found|assess|told|report|announc|judg|determin|agenc|official)")
DATELINE = re.compile(
    r"^\(?(?P<city>[A-ZÀ-Ž][A-ZÀ-Ž .'’-]{2,20}?)(?:/[A-Z .]+)?\)?(?:,| \(| [-–—]|\.? \d| [A-Z][a-z]{2,8}\.? \d)"
)
CAPITALISED = re.compile(r"[A-ZÀ-Ž][a-zà-ž]{3,}")
_SUPPOSED = re.compile(
    r"\b(?:possible|potential|future|further|fears?|feared|warn\w*|threat\w*|risk of|prospect of|in case of|if)\b[^.;]{0,35}$"
)
_RECALLED = re.compile(
    r"\b(?:has|have|had) [^.;]{0,90}\b(?:before(?=[,.;])|in the past|previously|repeatedly)|\b(?:before|in the past|previously)"
    r"[^.;]{0,60}\b(?:has|have|had)\b|\balso (?:blamed|accused|suspected|linked|tied)\b"
)
_BEFORE = 60


def is_supposed(text: str, place: int) -> bool:
    """Whether the sentence only warns of what stands at a place, "possible attacks on US companies", or recalls it: "have used
    wipers against neighbours before"."""
    return bool(_SUPPOSED.search(text[max(0, place - _BEFORE) : place]) or _RECALLED.search(text))
