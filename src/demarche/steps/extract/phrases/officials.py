"""Governments by their offices: "the Albanian foreign ministry", "US officials", "Ministry of Digital Affairs", "police"."""

from __future__ import annotations

import re

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.mentions.heads import lead
from demarche.steps.extract.mentions.tape import Kind, Named, Rewriting
from demarche.steps.extract.phrases.rule import STATE, Rule, S, View, either_case, heads

_EMBASSY = re.compile(r"embassy|consulate|mission")
_PERSONS = re.compile(r"officials?$|diplomats?$")
_OFFICIALS = re.compile(r"[Oo]fficials$")
_WORLD = re.compile(r"United Nations|Security Council|World|European|International|Atlantic")
_NO_NAME = "The In On At A An By For From of for and the on"
_PROSECUTORS = re.compile(r"[Pp]rosecut|Justice|DOJ|DoJ|[Aa]ttorney|grand jury")


def _official(view: View, match: re.Match[str]) -> Rewriting:
    words = match.group()
    role = "embassy" if _EMBASSY.search(words) else "office"
    party = PartyKind.ANONYMOUS_OFFICIAL if _PERSONS.search(words) else PartyKind.GOVERNMENT
    return view.named(match, Kind.OFFICIAL, party, "spokesperson" if "spokes" in words else role)


def _agency(view: View, match: re.Match[str]) -> Rewriting | None:
    name = match.group("name")
    if " " not in name:
        return None
    words = view.words(*match.span("name"))
    owner = view.country(match.group())
    if _WORLD.search(name) and not owner:
        return Rewriting(Named(Kind.WORLD, PartyName(words, PartyKind.INTERNATIONAL_ORGANISATION), 0, 0, "agency"))
    return Rewriting(Named(Kind.OFFICIAL, PartyName(words, PartyKind.GOVERNMENT, owner), 0, 0, "agency"))


def _bare_official(view: View, match: re.Match[str]) -> Rewriting:
    party = PartyKind.ANONYMOUS_OFFICIAL if _OFFICIALS.search(match.group()) else PartyKind.GOVERNMENT
    return view.nameless(match, Kind.OFFICIAL, party, "generic")


def _prosecution(view: View, match: re.Match[str]) -> Rewriting:
    """The prosecutors whom the report names, else the document itself."""
    for _, named in view.of_kind(Kind.OFFICIAL):
        if _PROSECUTORS.search(named.party.name):
            return Rewriting(Named(Kind.OFFICIAL, named.party, 0, 0, "document"))
    return view.nameless(match, Kind.OFFICIAL, PartyKind.GOVERNMENT, "document")


def _paper(view: View, match: re.Match[str]) -> Rewriting | None:
    """Whoever was named last before the document."""
    kinds = (Kind.OFFICIAL, Kind.WORLD, Kind.COMPANY)
    found = [view.last_before(match.start(), kind, lambda named: named.role != "generic") for kind in kinds]
    last = max(filter(None, found), key=lambda named: named.start, default=None)
    if last is None:
        return None
    return Rewriting(Named(last.kind, last.party, 0, 0, "document"))


# "Ministry of Digital Affairs", "Albania's National Cyber Agency (NCA)".
_BODY = (
    "Ministry Department Agency Office Directorate Centre Center Authority Commission Council Bureau Service Police Committee "
    "Secretariat Prosecutor Prosecutors Court Command Administration Government Parliament Embassy Treasury Senate Congress "
    "Chancellery Cabinet"
)
AGENCY = Rule(
    re.compile(
        rf"(?<![’'\w])(?:{STATE}(?:['’]s?)? )?(?:[a-z]+ ){{0,2}}?"
        rf"(?!(?:{_NO_NAME.replace(' ', '|')}) )(?P<name>(?:(?:[A-Z][\w’'-]+|for|of|and|the|on|&) )*"
        rf"(?:{_BODY.replace(' ', '|')})\b"
        rf"(?: (?:of|for|on|and|the|in|to) (?:the )?(?:[A-Z][\w’'-]+|{STATE})|,? [A-Z][\w’'-]+)*)"
        r"(?: \([A-Z][A-Za-z-]{1,9}\))?"
    ),
    _agency,
    lead("for of and the on &", r"[A-Z][\w’'-]+", more=2, reach=16),
    heads(_BODY),
)

# "the Albanian foreign ministry", "US intelligence officials", "Iran's embassy in Tirana".
_OFFICE = (
    r"(?:government|officials?|authorities|foreign ministry|defen[cs]e ministry|interior ministry|[a-z]+ ministry|ministry|"
    r"embassy|consulate|mission|administration|cabinet|parliament|lawmakers|diplomats?|police|prosecutors?(?:['’] office)?|"
    r"regulators?|investigators|presidency|president|prime minister|premier|chancellor|foreign minister|foreign secretary|"
    r"defen[cs]e minister|defen[cs]e secretary|interior minister|ambassador|secretary of state|state secretary|"
    r"attorney general|vice president|deputy prime minister|national security advis[eo]r|top diplomat|spy chief|"
    r"digital minister|justice minister|cyber ?security minister|home secretary|(?:national |federal |domestic |foreign |"
    r"military |civilian |state |main |top |cyber |national cyber ?|communications |counter-?)*(?:security|spy|intelligence|"
    r"cyber ?security|cyber-security|cyber|counterintelligence|law enforcement|investigative|tax|health|"
    r"data protection) (?:officials?|agenc(?:y|ies)|services?|community|authorit(?:y|ies)|chiefs?|centre|center|directorate|"
    r"watchdog|police|office)|counterintelligence|intelligence|court|judge|grand jury|military|armed forces|state department|"
    r"justice department|delegation|treasury|foreign office|home office|officers?)"
)
_HIGH = (
    r"(?:(?:[Ss]enior|top|former|current|unnamed|local|federal|national|state|then|new|caretaker|interim|acting|federal|"
    r"outgoing|cyber|intelligence|defen[cs]e|several|other) )*"
)
_NOT_THE_OFFICE = (
    r"(?![- ](?:sites?|websites?|systems?|networks?|computers?|infrastructure|services?|portal|servers?|agencies['’]|data|"
    r"emails?|e-mails?|bodies|institutions|departments|websites|records|employees|workers|hackers?|accounts?|targets|files|"
    r"buildings?|software|contractors?|backed|sponsored|linked|run|portals|mail|organi[sz]ations|networks|databases?|"
    r"entities)\b)"
)
# How an office begins, so that most places are passed over at once: a search without regard to case is slow.
_OFFICE_BEGINS = "|".join(
    f"[{first}{first.upper()}][{second}{second.upper()}]"
    for first, second in sorted({word[:2] for word in re.findall(r"[a-z]{2,}", _OFFICE)})
)
_SPOKESMAN = r"(?:spokes(?:man|woman|person)"
OFFICIAL = Rule(
    re.compile(
        rf"(?:[Tt]he )?{STATE}(?:['’]s?)? {_HIGH}(?i:{_OFFICE})\b(?: {_SPOKESMAN}|statement))?"
        rf"(?: (?:in|to|at) (?:the )?{S})?(?:['’]s? {_SPOKESMAN}))?{_NOT_THE_OFFICE}"
    ),
    _official,
    lead("The the", reach=1),
    kinds=(Kind.STATE, Kind.ADJECTIVE),
    core=re.compile(rf".(?:['’]s?)? {_HIGH}(?:{_OFFICE_BEGINS}|[A-Za-z]+ [Mm])"),
)

# "the government", "its foreign ministry", "the country's intelligence services".
BARE_OFFICIAL = Rule(
    re.compile(
        r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur) (?:country['’]s )?(?:national |foreign |federal |central |"
        r"interior |defen[cs]e |justice |health )?(?:government|ministry|embassy|authorities|foreign minister|prime minister|"
        r"president|chancellor|premier|agency|cyber agency|foreign ministry|defen[cs]e ministry|defen[cs]e secretary|"
        r"foreign secretary|interior ministry|minister|police|prosecutors?(?:['’] office)?|administration|"
        r"intelligence services?|security services?|watchdog|regulator|ambassador|spokes(?:man|woman|person)|"
        r"intelligence agency|cyber centre|cybersecurity agency|cyber security agency|service|allies|alliance|"
        r"(?:authoring )?agencies|bureau|directorate|department|bloc)\b"
        r"(?! (?:sites?|websites?|systems?|networks?|computers?|portal|servers?|data|mail|bodies|institutions)\b)"
    ),
    _bare_official,
    lead(
        f"{either_case('the its his her their our')} country's country’s national foreign federal central interior defence "
        "defense justice health prime cyber intelligence security cybersecurity authoring",
        reach=5,
    ),
    heads(
        "government ministry embassy authorities minister president chancellor premier agency secretary police prosecutor "
        "prosecutors",
        "administration service services watchdog regulator ambassador spokesman spokeswoman spokesperson centre allies "
        "alliance bloc agencies bureau directorate department",
    ),
)

# "officials", "senior intelligence officials", "local authorities", "police".
PLURAL_OFFICIALS = Rule(
    re.compile(
        r"\b(?:[Ss]enior |[Ll]ocal |[Tt]op |[Gg]overnment |[Ii]ntelligence |[Ss]ecurity |[Ll]aw[- ]enforcement |[Ff]ederal |"
        r"[Cc]ity |[Ss]tate )*(?:[Oo]fficials|[Aa]uthorities|[Ii]nvestigators|[Pp]olice|[Pp]rosecutors)\b(?![- ](?:said to|"
        r"websites?|data))"
    ),
    _bare_official,
    lead(either_case("senior local top government intelligence security law law-enforcement enforcement federal city state")),
    heads(either_case("officials authorities investigators police prosecutors")),
)

# "the indictment", "the criminal complaint", "the court papers".
PROSECUTION = Rule(
    re.compile(
        r"\b[Tt]he (?:[a-z\d-]+ ){0,2}?(?:indictment|complaint|affidavit|charge sheet|charging documents?|court (?:filings?|"
        r"documents?|papers)|filing|warrant|charges|arrest warrant)\b|\b(?:[Aa]n?|[Tt]he) (?:federal |US |U\.S\. )?grand jury\b"
    ),
    _prosecution,
    lead("The the A a An an charge charging court arrest grand federal US U.S.", r"[a-z]+-[a-z]+", more=2, reach=4),
    heads("indictment complaint affidavit sheet document documents filing filings papers warrant charges jury"),
)

# "the document says", "the joint advisory attributes": whoever was named last before it put it out.
_SAYS = (
    r"(?= (?:itself |also |then )?(?:sa(?:id|ys)|states?|stated|attributes?|attributed|blame[sd]?|names?|named|concludes?|"
    r"concluded|links?|linked|accuse[sd]?|describe[sd]?|adds?|added|assesses|assessed|identifie[sd]|ascribe[sd]?|ties|tied|points?|lists?)\b)"
)
PAPER = Rule(
    re.compile(
        r"\b[Tt]he (?:joint )?(?:advisory|statement|document|notice|bulletin|communiqu[eé]|declaration|assessment|announcement|"
        rf"blog post){_SAYS}"
    ),
    _paper,
    lead("The the joint blog", reach=3),
    heads(
        "advisory statement document notice bulletin communique communiqué declaration assessment announcement post",
    ),
    core=re.compile(rf"\w+{_SAYS}"),
)
