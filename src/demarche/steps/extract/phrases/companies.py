"""Companies, their people and what a report calls its victim: "the cybersecurity firm Example Labs", "researchers at Example",
"the company"."""

from __future__ import annotations

import re

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.mentions.heads import lead
from demarche.steps.extract.mentions.tape import FIRST_MENTION, Kind, Named, Rewriting, char_class
from demarche.steps.extract.phrases.rule import C, D, Rule, S, View, either_case, heads

# A word of a name; a full stop at its end is the sentence's.
_REST = r"(?:[\w&.’'-]*[\w&’'])?"
_WORD = rf"[A-Z]{_REST}"
_POSSESSIVE = re.compile(r"['’]s$")
_NO_FIRM = frozenset({"The", "In", "On", "At", "A", "National", "Homeland", "Joint"})
_OWN = re.compile(r"[Oo]ur\b")


def _firm(view: View, match: re.Match[str]) -> Rewriting | None:
    words = _POSSESSIVE.sub("", view.words(*match.span(match.lastgroup or 0)))
    if not words or words.split()[0] in _NO_FIRM:
        return None
    return Rewriting(Named(Kind.COMPANY, PartyName(words, PartyKind.COMPANY), 0, 0, "firm"))


def _same_firm(view: View, match: re.Match[str]) -> Rewriting | None:
    """The company that was named last."""
    last = view.last_before(match.start(), Kind.COMPANY, lambda _: True)
    return Rewriting(Named(Kind.COMPANY, last.party, 0, 0, "anaphor")) if last else None


def _firms(view: View, match: re.Match[str]) -> Rewriting:
    return view.nameless(match, Kind.EXPERT, PartyKind.COMPANY, "described")


def _experts(view: View, match: re.Match[str]) -> Rewriting:
    if _OWN.match(match.group()):
        return view.nameless(match, Kind.EXPERT, PartyKind.RESEARCHER, "own")
    firm = match.group("firm") or match.group("owner")
    if firm:
        return Rewriting(Named(Kind.COMPANY, view.tape.mentions[firm].party, 0, 0, "described"))
    name = match.group("name")
    if name and name.split()[0] not in _NO_FIRM:
        return Rewriting(Named(Kind.COMPANY, PartyName(name, PartyKind.COMPANY), 0, 0, "described"))
    return view.nameless(match, Kind.EXPERT, PartyKind.RESEARCHER, "described")


def _victim(view: View, match: re.Match[str]) -> Rewriting:
    return view.nameless(match, Kind.VICTIM, PartyKind.VICTIM, "generic")


# "the cybersecurity firm Example Labs", "blockchain analytics company Example".
_FIRM_NOUN = (
    r"(?:firm|company|vendor|giant|provider|startup|start-up|specialist|outfit|business|maker|group|consultancy|laboratory)"
)
_NO_WORD = r"(?!(?:by|at|of|in|from|with|to|for|on|as|and|or|but|that|is|was|said|says|told|the|a|an|its|their) )"
FIRM = Rule(
    re.compile(
        rf"(?<![\w-])(?:(?:the|an?|its|{D}) )?(?:{_NO_WORD}[A-Za-z-]+ )?"
        r"(?:cyber[ -]?security|security|cyber|threat[- ]intelligence|intelligence|incident[- ]response|forensics?|tech|"
        r"technology|software|blockchain|crypto|antivirus|internet|network)[ -]"
        r"(?:analytics |research |intelligence |consulting |software )?"
        rf"{_FIRM_NOUN} (?P<name>{_WORD}(?: [A-Z0-9]{_REST}){{0,3}})"
    ),
    _firm,
    lead(shape=r"[A-Za-z-]+", reach=6),
    heads("firm company vendor giant provider startup start-up specialist outfit business maker group consultancy laboratory"),
    core=re.compile(rf"{_FIRM_NOUN} [A-Z]"),
)

# "Example, a Slovak cybersecurity company": the name alone becomes the mention.
_APPOSITION = (
    rf", an? (?:[A-Za-z{FIRST_MENTION}-{chr(0xFFFFF)}-]+ ){{0,3}}?(?:cyber ?security|security|cyber|threat[- ]intelligence|"
    r"intelligence|incident[- ]response|software|technology|forensics?|blockchain)[- ](?:[a-z]+ ){0,2}?"
    r"(?:firm|company|vendor|provider|business|consultancy|start-?up)"
    rf"|, an? (?:{D}|[A-Z][a-z]+) (?:firm|company|start-?up)\b"
)
APPOSED_FIRM = Rule(
    re.compile(rf"(?P<name>{_WORD}(?: {_WORD}){{0,3}})(?={_APPOSITION})"),
    _firm,
    lead(shape=_WORD, reach=3),
    finder=re.compile(r", a"),
    core=re.compile(_APPOSITION),
)

# "Example Networks", "Example, Inc.".
SUFFIXED_FIRM = Rule(
    re.compile(
        rf"\b{_WORD}(?: {_WORD}){{0,3}},? (?:(?:Inc|Corp|Ltd)\b\.?|(?:LLC|GmbH|AG|Labs?|Technologies|Networks|Systems|Security|"
        r"Cybersecurity|Cyber|Intelligence|Software|Solutions|Threat Research|Research|Airlines|Airways|Bank|Holdings|Telecom|"
        r"Pharma|Motors|Pictures|Entertainment|Corporation|Company)\b)"
    ),
    _firm,
    lead(shape=rf"{_WORD},?", reach=5),
    heads(
        "Inc Corp Ltd LLC GmbH AG Lab Labs Technologies Networks Systems Security Cybersecurity Cyber Intelligence Software "
        "Solutions",
        "Research Airlines Airways Bank Holdings Telecom Pharma Motors Pictures Entertainment Corporation Company",
    ),
)

# "Beijing Example Technology Co., Ltd.".
TECHNOLOGY_FIRM = Rule(
    re.compile(rf"(?:{S} )?{_WORD}(?: {_WORD}){{0,4}} (?:Technology|Technologies)\b(?:,? Co\.?,? Ltd\b)?"),
    _firm,
    lead(shape=_WORD, reach=7),
    heads("Technology Technologies"),
)

# "the firm said", "the Slovak researchers found": the company that was named last.
_SAYS = (
    r"(?= (?:said|says|believes?|told|wrote|has|had|assess\w*|attribut\w*|tracks?|found|noted|added|also|calls?|concluded|"
    r"links?|linked|thinks?|did|could|would|declined|reported|stopped|put|named|cautioned|warned|stressed|observed)\b|"
    r"['’]s (?:own )?(?:security |threat )?(?:researchers|analysts|experts)\b)"
)
SAME_FIRM = Rule(
    re.compile(
        rf"\b[Tt]he (?:{D} |security |cyber ?security |threat intelligence |Slovak |California |[a-z]+-based )?"
        rf"(?:company|firm|vendor|outfit|researchers|analysts|authors)\b{_SAYS}"
    ),
    _same_firm,
    lead("The the security cyber cybersecurity threat intelligence Slovak California", r"[a-z]+-based", reach=3),
    heads("company firm vendor outfit researchers analysts authors"),
    core=re.compile(rf"\w+{_SAYS}"),
)

# "several security firms", "a forensic company".
FIRMS = Rule(
    re.compile(
        r"\b(?:[Aa]n? |[Oo]ne |[Tt]wo |[Tt]hree |[Ss]ome |[Ss]everal |[Mm]any |[Oo]ther |[Aa]nother |[Ww]estern |[Pp]rivate )*"
        r"(?:[Cc]yber ?security|[Cc]yber-security|[Ss]ecurity|[Ff]orensics?|[Tt]hreat intelligence) "
        r"(?:firms?|company|companies|vendors?)\b(?! [A-Z])"
    ),
    _firms,
    lead(
        f"{either_case('a an one two three some several many other another western private')} "
        f"{either_case('cyber cybersecurity cyber-security security forensic forensics threat')} intelligence"
    ),
    heads("firm firms company companies vendor vendors"),
)

# "independent experts", "Example's own researchers", "analysts at Example".
_FIELD = (
    "security cybersecurity cyber independent private private-sector outside technical threat intelligence western malware "
    "forensic"
)
EXPERTS = Rule(
    re.compile(
        rf"(?:(?P<owner>{C})['’]s (?:own )?)?"
        r"(?<!its )(?<!own )(?<!whose )(?<!his )(?<!their )\b(?:[Ss]ome |[Mm]any |[Ss]everal |[Mm]ost |[Oo]ther |"
        r"[Aa] number of |[Oo]utside |[Tt]he |[Oo]ur )?(?:(?:security|cybersecurity|cyber ?security|cyber|independent|private|"
        r"private-sector|outside|technical|threat intelligence|western|malware|forensic|incident|own|[A-Z][a-z]+) )*"
        r"(?:[Rr]esearchers?|[Aa]nalysts?|[Ee]xperts?|[Ss]pecialists?|[Oo]bservers|[Cc]ommentators|[Ss]cholars|[Ss]ceptics|"
        r"[Ss]keptics|[Bb]loggers?|[Cc]onsultants?|[Rr]esponders)"
        rf"\b(?: (?:at|from|with) (?:(?P<firm>{char_class(Kind.COMPANY, Kind.EXPERT)})|"
        rf"(?:the )?(?P<name>{_WORD}(?: {_WORD})*)))?",
        re.ASCII,
    ),
    _experts,
    lead(f"{either_case('some many several most other outside a the our')} number of own incident {_FIELD}", r"[A-Z][a-z]+"),
    heads(
        either_case(
            "researcher researchers analyst analysts expert experts specialist specialists observers commentators scholars "
            "sceptics skeptics blogger bloggers consultant consultants responders"
        )
    ),
)

# "the company said", "its hospitals were": what was attacked, when nothing else is said of it.
VICTIM = Rule(
    re.compile(
        r"\b(?:[Tt]he|[Ii]ts) (?:company|firm|hospitals?|bank|retailer|carmaker|airline|operator|university|city|council|"
        r"county|school district|school|provider|utility|insurer|manufacturer|library|charity|group|exchange|organisation|"
        r"organization|broadcaster|clinic|port|maker|party|parliament|studio|institution|institute|municipality|mayor|trust|"
        r"bourse|platform|publisher|chain)\b(?= (?:said|says|confirmed|told|has|had|did|was|is|declined|would|could|refused|"
        r"added|acknowledged|warned|insisted|wrote|paid|apologi[sz]ed|notified|also|itself|later|and)\b)"
    ),
    _victim,
    lead("The the Its its", reach=1),
    heads(
        "company firm hospital hospitals bank retailer carmaker airline operator university city council county school "
        "provider",
        "utility insurer manufacturer library charity group exchange organisation organization broadcaster clinic port maker "
        "party",
        "parliament studio institution institute municipality mayor trust bourse platform publisher chain",
    ),
)
