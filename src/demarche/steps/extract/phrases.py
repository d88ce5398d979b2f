"""Second pass over the tape: noun phrases that name somebody by a description.

"Iranian state-linked hackers", "hackers backed by Moscow", "the Albanian foreign ministry", "US intelligence officials", "the
cybersecurity firm Example Labs", "two people familiar with the matter", "the company".
"""

from __future__ import annotations

import re

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.tape import Kind, Named, Rewriting, Tape, char_class

S, D, G, A = char_class(Kind.STATE), char_class(Kind.ADJECTIVE), char_class(Kind.OFFICIAL), char_class(Kind.ACTOR)
STATE = char_class(Kind.STATE, Kind.ADJECTIVE)
_OWNER = rf"(?:[Tt]he )?{STATE}(?:['’]s?)?"

_DOER = (
    r"(?:state |government |nation-state |military |intelligence |cyber |ransomware |criminal |hacking |hacker |threat |hacktivist |espionage |"
    r"cyberespionage |cybercrime |cybercriminal |extortion |crime |propaganda |spy )*"
    r"(?:hackers?|actors?|operatives|cyber ?spies|cyberspies|spies|cyber ?criminals|cyber-criminals|criminals|gangs?|crews?|groups?|"
    r"collectives?|hacktivists?|attackers|operators|cyber ?warriors|cyber units?|units?|contractors|prox(?:y|ies)|trolls|agents|"
    r"military(?: intelligence| hackers| unit| officers| personnel)?|armed forces|secret services?|special services?|"
    r"(?:military |foreign |domestic )?intelligence(?: agenc(?:y|ies)| services?| officers?| directorate| operatives| agents| unit)?|"
    r"(?:security|spy|state security|secret|counterintelligence) (?:services?|agenc(?:y|ies)|apparatus|organs)|cyber ?army|cyber forces|"
    r"army hackers|state|regime|syndicates?|outfits?|teams?|persons?|citizens|nationals?|activists|individuals|entities)"
)
_TIE = (
    r"(?:linked|tied|connected|affiliated|aligned|associated|backed|sponsored|supported|directed|controlled|employed|run|working|acting|operating|based|"
    r"loyal|sympathetic|answering|believed|thought|said|suspected|alleged|known)"
)
_ADJECTIVES = r"(?:(?!of |and |in |to |for |the |at |by |with |on |has |have |had |is |are |was |were |accused |blamed |said |says |its |his |her |their |that |who |which |will |would |can |could |as |into |from |over |about |than )[a-z-]+ ){0,3}?"
_COMPOUND = re.compile(
    rf"(?:pro-{STATE}|(?:[Tt]he |a |an )?(?:suspected |alleged |presumed )?{STATE}(?:['’]s?)?"
    r"(?:[- ](?:state|government|regime|intelligence|military|army))?(?:[- ](?:linked|backed|sponsored|based|aligned|affiliated|run|"
    r"speaking|nexus|controlled|directed|supported|funded|language|born|trained))?)"
    rf" {_ADJECTIVES}{_DOER}\b(?! (?:officials?|sources?|chief|director|community|minister|spokes\w+|ministry|committee|official|assessment|"
    rf"companies|firm|company|leak|data)\b)"
)
_TIED = re.compile(
    rf"(?<![\w’'-])(?:[Tt]he |[Aa]n? )?{_ADJECTIVES}{_DOER} (?:that (?:is|are) |which (?:is|are) |who (?:are|is|were) |widely |closely |allegedly |reportedly )*"
    rf"(?:{_TIE}|with (?:[a-z]+ )?(?:ties|links|connections))(?: to be| to have| in| out of| with| to| by| for| on behalf of| as| part of| close| links| linked| ties| tied| backed| sponsored| based|"
    rf" working| the| state| government| agents| at the behest of| from| inside| within){{1,6}} ?(?:{STATE}|{A})(?:['’]s?)?"
    rf"(?: (?:government|state|military intelligence|military|intelligence(?: services?| agenc(?:y|ies))?|regime|security services?|authorities|army))?"
)
_FROM = re.compile(
    rf"(?:[Tt]he |[Aa]n? )?(?:hackers?|hacker group|hacking group|actors|attackers|gang|group) (?:from|in|inside|within|of) {S}"
)

_OFFICE = (
    r"(?:government|officials?|authorities|foreign ministry|defen[cs]e ministry|interior ministry|[a-z]+ ministry|ministry|embassy|consulate|"
    r"mission|administration|cabinet|parliament|lawmakers|diplomats?|police|prosecutors?(?:['’] office)?|regulators?|investigators|"
    r"presidency|president|prime minister|premier|chancellor|foreign minister|foreign secretary|defen[cs]e minister|"
    r"defen[cs]e secretary|interior minister|ambassador|secretary of state|state secretary|attorney general|vice president|deputy prime minister|national security advis[eo]r|top diplomat|spy chief|digital minister|justice minister|cyber ?security minister|home secretary|"
    r"(?:national |federal |domestic |foreign |military |civilian |state |main |top |cyber |national cyber ?|communications |counter-?)*"
    r"(?:security|spy|intelligence|cyber ?security|cyber-security|cyber|counterintelligence|law enforcement|investigative|tax|health|data protection)"
    r" (?:officials?|agenc(?:y|ies)|services?|community|authorit(?:y|ies)|chiefs?|centre|center|directorate|watchdog|police|office)|"
    r"counterintelligence|intelligence|court|judge|grand jury|military|armed forces|state department|justice department|delegation|treasury|"
    r"foreign office|home office|officers?)"
)
_HIGH = r"(?:(?:[Ss]enior|top|former|current|unnamed|local|federal|national|state|then|new|caretaker|interim|acting|federal|outgoing|cyber|intelligence|defen[cs]e|several|other) )*"
_OFFICIAL = re.compile(
    rf"{_OWNER} {_HIGH}(?i:{_OFFICE})\b(?: (?:spokes(?:man|woman|person)|statement))?(?: (?:in|to|at) (?:the )?{S})?(?:['’]s? (?:spokes(?:man|woman|person)))?"
    r"(?![- ](?:sites?|websites?|systems?|networks?|computers?|infrastructure|services?|portal|servers?|agencies['’]|data|emails?|e-mails?|bodies|"
    r"institutions|departments|websites|records|employees|workers|hackers?|accounts?|targets|files|buildings?|software|contractors?|backed|"
    r"sponsored|linked|run|portals|mail|organi[sz]ations|networks|databases?|entities)\b)",
)
_BARE_OFFICIAL = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur) (?:country['’]s )?(?:national |foreign |federal |central |interior |defen[cs]e |justice |health )?"
    r"(?:government|ministry|embassy|authorities|foreign minister|prime minister|president|chancellor|premier|agency|cyber agency|"
    r"foreign ministry|defen[cs]e ministry|defen[cs]e secretary|foreign secretary|interior ministry|minister|police|prosecutors?(?:['’] office)?|administration|"
    r"intelligence services?|security services?|watchdog|regulator|ambassador|spokes(?:man|woman|person)|intelligence agency|cyber centre|"
    r"cybersecurity agency|cyber security agency|service|allies|alliance|bloc)\b(?! (?:sites?|websites?|systems?|networks?|computers?|portal|servers?|data|mail|bodies|institutions)\b)"
)
_PLURAL_OFFICIALS = re.compile(
    r"\b(?:[Ss]enior |[Ll]ocal |[Tt]op |[Gg]overnment |[Ii]ntelligence |[Ss]ecurity |[Ll]aw[- ]enforcement |[Ff]ederal |[Cc]ity |[Ss]tate )*"
    r"(?:[Oo]fficials|[Aa]uthorities|[Ii]nvestigators|[Pp]olice|[Pp]rosecutors)\b(?![- ](?:said to|websites?|data))"
)
_ANONYMOUS = re.compile(
    rf"(?:(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Mm]ultiple|[Ss]ome|[Tt]he|[Oo]ther) )?(?:(?:senior|former|current|unnamed|{STATE}|Western|western|European|"
    r"NATO|intelligence|security|government|diplomatic|industry|law enforcement|law-enforcement|administration|congressional|military|defen[cs]e) )*"
    r"(?:people|persons?|sources?|officials?|diplomats?|individuals)(?: who (?:was|were))? (?:familiar with|briefed on|with knowledge of|with direct knowledge of|close to|who spoke on|who asked not to be|"
    r"who declined to be named|who was not authori[sz]ed|speaking on condition|involved in the (?:investigation|probe|response))(?: the)?(?: (?!sa(?:id|ys)|told|says|have|has|describe)[a-z]+){0,2}"
)
_SOURCES = re.compile(
    rf"\b(?:(?:{STATE}|Western|western|European|[Ss]enior|[Ss]ecurity|[Ii]ntelligence|[Dd]iplomatic|[Gg]overnment|[Ii]ndustry|unnamed|anonymous) )+"
    r"(?:sources|diplomats|officials|governments|intelligence(?: agencies| services| officials)?|security services|capitals)\b"
)
_SOURCE = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother) (?:(?:senior|former|current|unnamed|{STATE}|Western|western|European|NATO|intelligence|security|government|diplomatic|industry|law enforcement|judicial|police|administration|congressional|military|defen[cs]e|alliance|second|same|top|ministry|embassy) )*"
    r"(?:sources?|officials?|diplomats?|insider)\b(?! (?:statement|website|account|said to))"
)
_FIRM_ANAPHOR = re.compile(rf"\b[Tt]he (?:{D} |security |cyber ?security |threat intelligence |Slovak |California |[a-z]+-based )?(?:company|firm|vendor|outfit|researchers|analysts|authors)\b(?= (?:said|says|believes?|told|wrote|has|had|assess\w*|attribut\w*|tracks?|found|noted|added|also|calls?|concluded|links?|linked|thinks?|did|could|would|declined|reported|stopped|put|named|cautioned|warned|stressed|observed)\b)")
_EXPERTS = re.compile(
    rf"(?:(?P<owner>{char_class(Kind.COMPANY)})['’]s (?:own )?)?"
    r"(?<!its )(?<!own )(?<!whose )(?<!his )(?<!their )\b(?:[Ss]ome |[Mm]any |[Ss]everal |[Mm]ost |[Oo]ther |[Aa] number of |[Oo]utside |[Tt]he )?(?:(?:security|cybersecurity|cyber ?security|cyber|independent|private|private-sector|outside|technical|"
    r"threat intelligence|western|malware|forensic|[A-Z][a-z]+) )*(?:[Rr]esearchers?|[Aa]nalysts?|[Ee]xperts?|[Ss]pecialists?|[Oo]bservers|[Cc]ommentators|[Ss]cholars|[Ss]ceptics|[Ss]keptics)\b(?: (?:at|from|with) (?P<firm>"
    + char_class(Kind.COMPANY, Kind.EXPERT)
    + r"))?",
    re.ASCII,
)
_NAME = r"[A-Z][\w&.’'-]*(?: (?:[A-Z0-9][\w&.’'-]*|of|and|&))*"
_FIRM = re.compile(
    rf"(?:(?:the|an?|its|by|{D}) )?(?:[A-Za-z-]+ )?(?:cyber ?security|security|cyber|threat[- ]intelligence|intelligence|incident[- ]response|forensics?|tech|"
    r"technology|software|blockchain|crypto|antivirus|internet|network)[ -](?:analytics |research |intelligence |consulting |software )?"
    rf"(?:firm|company|vendor|giant|provider|startup|specialist|outfit|business|maker|group|consultancy|laboratory) (?P<name>[A-Z][\w&.’'-]*(?: [A-Z0-9][\w&.’'-]*){{0,3}})"
)
_APPOSED_FIRM = re.compile(
    rf"(?P<name>[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*){{0,3}})(?=, an? (?:[A-Za-z{chr(0xF0000)}-{chr(0xFFFFF)}-]+ ){{0,3}}?(?:cyber ?security|security|cyber|threat[- ]intelligence|"
    r"intelligence|incident[- ]response|software|technology|forensics?|blockchain)[- ](?:[a-z]+ ){0,2}?(?:firm|company|vendor|provider|business|consultancy))"
)
_SUFFIXED = re.compile(
    r"\b[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*){0,3},? (?:Inc|Corp|Ltd|LLC|GmbH|AG|Labs?|Technologies|Networks|Systems|Security|Cybersecurity|Cyber|Intelligence|"
    r"Software|Solutions|Threat Research|Research|Airlines|Airways|Bank|Holdings|Telecom|Pharma|Motors|Pictures|Entertainment|Corporation|Company)\b\.?"
)
_AGENCY = re.compile(
    rf"(?<![’'\w])(?:(?P<owner>{STATE})(?:['’]s?)? )?(?:[a-z]+ ){{0,2}}?(?P<name>(?:(?:[A-Z][\w’'-]+|for|of|and|the|on|&) )*(?:Ministry|Department|Agency|Office|Directorate|Centre|Center|Authority|"
    r"Commission|Council|Bureau|Service|Police|Committee|Secretariat|Prosecutor|Court|Command|Administration|Government|Parliament|Embassy|Treasury|Senate|Congress|Chancellery|Cabinet|Prosecutors?)"
    rf"(?: (?:of|for|on|and|the|in|to) (?:the )?(?:[A-Z][\w’'-]+|{STATE})|,? [A-Z][\w’'-]+)*)(?: \((?P<short>[A-Z][A-Za-z-]{{1,9}})\))?"
)
_CULPRITS = re.compile(
    r"\b(?:[Aa]n? |[Tt]he |[Ss]ome |[Oo]rgani[sz]ed )?(?:(?:organi[sz]ed|international|foreign|criminal|cyber|cybercrime|ransomware|Russian-speaking|English-speaking|teenage|state|state-linked|state-sponsored|state-backed|sophisticated|persistent|"
    r"well-resourced|hostile|financially motivated|advanced|unknown|unnamed|hacking|hacker|malicious|and|hacktivist|extortion|known|loose|so-called|single|lone|new|nation-state) )+(?:gangs?|groups?|actors?|adversar(?:y|ies)|crews?|collectives?|syndicates?|organi[sz]ations?|"
    r"networks?|states?|powers?|nation|threat|enterprise|entity)\b|\b(?:insiders?|(?:a )?(?:disgruntled |former )+employees?|cyber ?criminals|terrorists|(?:a )?nation[- ]state|(?:a )?foreign (?:power|state|government|country|intelligence service)|(?:a )?state actor|teenagers)\b"
)
_DOCUMENT = re.compile(r"\b[Tt]he (?:[a-z]+ )?(?:indictment|complaint|affidavit|charge sheet|charging documents?|court (?:filings?|documents?|papers)|filing|warrant|charges|arrest warrant)\b")
_UNKNOWN = re.compile(
    r"\b(?:[Tt]he |[Aa]n? |[Tt]hese |[Tt]hose |[Uu]nknown |[Uu]nidentified )?(?:(?:unknown|unidentified|malicious|anonymous|foreign|sophisticated|state-sponsored|state-backed|nation-state|"
    r"cyber|external|suspected|professional|threat|criminal|state|hostile) )*(?:[Hh]ackers|[Aa]ttackers|[Ii]ntruders|[Pp]erpetrators|[Cc]ulprits|cyber ?criminals|cyber-criminals|"
    r"[Cc]riminals|threat actors?|hacker|attacker|intruder|adversary|actors?)\b"
)
_GROUP = re.compile(r"\b[Tt]he (?:same )?(?:hacking |hacker |ransomware |extortion |threat )?(?:group|gang|crew|collective|outfit|syndicate|service|unit)\b(?! (?:said|added|told|announced|provider))")
_VICTIMS = re.compile(
    r"\b(?:[Tt]he|[Ii]ts) (?:company|firm|hospitals?|bank|retailer|carmaker|airline|operator|university|city|council|county|school district|school|provider|utility|insurer|"
    r"manufacturer|library|charity|group|exchange|organisation|organization|broadcaster|clinic|port|maker|party|parliament|studio|institution|institute|municipality|mayor|trust|bourse|platform|publisher|chain)\b"
    r"(?= (?:said|says|confirmed|told|has|had|did|was|is|declined|would|could|refused|added|acknowledged|warned|insisted|wrote|paid|apologi[sz]ed|notified|also|itself|later|and)\b)"
)


def _mentions(tape: Tape, text: str) -> list[Named]:
    return [tape.mentions[char] for char in text if char in tape.mentions]


def _country(tape: Tape, text: str) -> str | None:
    codes = [named.party.country for named in _mentions(tape, text) if named.party.country]
    return codes[0] if codes else None


_OWNED_ACTOR = re.compile(
    rf"(?:[Tt]he |[Aa]n? )?{STATE}(?:['’]s?)?(?:-(?:backed|linked|sponsored|based|aligned|nexus|run))? "
    r"(?:(?:state|military|intelligence|hacking|hackers?|espionage|cyber ?espionage|cyber|ransomware|cyber ?crime|criminal|threat|group|gang|agency|service|spy|unit|state-sponsored|"
    rf"state-backed|hacktivist|security|foreign|domestic|notorious|shadowy|elite|actor|collective|crew|outfit) ){{0,4}}?(?P<actor>{A})"
)


_SERVICE = re.compile(r"(?:services?|agenc(?:y|ies)|intelligence|military|officers?|armed forces|directorate|state|regime|government|apparatus|organs|army)(?: unit)?$")
_PROSECUTORS = re.compile(r"[Pp]rosecut|Justice|DOJ|DoJ|[Aa]ttorney|grand jury")


class Phrases:
    """The rules of this pass over one document: `text` is the document's own, for the words of a party's name."""

    def __init__(self, text: str) -> None:
        self._text = text

    def run(self, tape: Tape) -> Tape:
        """The tape with every described party as one mention, larger descriptions before smaller ones."""
        for pattern, rule in (
            (_OWNED_ACTOR, self._owned_actor),
            (_TIED, self._hackers),
            (_COMPOUND, self._hackers),
            (_FROM, self._hackers),
            (_AGENCY, self._agency),
            (_OFFICIAL, self._official),
            (_ANONYMOUS, self._anonymous),
            (_SOURCES, self._anonymous),
            (_SOURCE, self._anonymous),
            (_FIRM, self._firm),
            (_APPOSED_FIRM, self._firm),
            (_SUFFIXED, self._firm),
            (_FIRM_ANAPHOR, self._same_firm),
            (_EXPERTS, self._experts),
            (_DOCUMENT, self._prosecution),
            (_GROUP, self._group),
            (_CULPRITS, self._culprits),
            (_UNKNOWN, self._unknown),
            (_BARE_OFFICIAL, self._bare_official),
            (_PLURAL_OFFICIALS, self._bare_official),
            (_VICTIMS, self._victim),
        ):
            tape = tape.rewrite(pattern, lambda match, rule=rule, tape=tape: rule(tape, match))  # type: ignore[misc]
        return tape

    def _words(self, tape: Tape, start: int, end: int) -> str:
        first, last = tape.offsets(start, end)
        words = " ".join(self._text[first:last].split())
        return re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", words)

    def _named(self, tape: Tape, match: re.Match[str], kind: Kind, party: PartyKind, role: str) -> Rewriting:
        words = self._words(tape, *match.span())
        return Rewriting(Named(kind, PartyName(words, party, _country(tape, match.group())), 0, 0, role))

    def _hackers(self, tape: Tape, match: re.Match[str]) -> Rewriting:
        state = _SERVICE.search(match.group())
        return self._named(tape, match, Kind.HACKERS, PartyKind.GOVERNMENT if state else PartyKind.GROUP, "described")

    def _owned_actor(self, tape: Tape, match: re.Match[str]) -> Rewriting:
        """"Russia's GRU", "the Russian group Turla": the actor, with the state as its country where the galaxy gives none."""
        named = tape.mentions[match.group("actor")]
        party = PartyName(named.party.name, named.party.kind, named.party.country or _country(tape, match.group()))
        return Rewriting(Named(Kind.ACTOR, party, 0, 0, named.role))

    def _official(self, tape: Tape, match: re.Match[str]) -> Rewriting | None:
        words = match.group()
        role = "embassy" if re.search(r"embassy|consulate|mission", words) else "office"
        party = PartyKind.ANONYMOUS_OFFICIAL if re.search(r"officials?$|diplomats?$", words) else PartyKind.GOVERNMENT
        return self._named(tape, match, Kind.OFFICIAL, party, "spokesperson" if "spokes" in words else role)

    def _agency(self, tape: Tape, match: re.Match[str]) -> Rewriting | None:
        name = match.group("name")
        if " " not in name or name.split()[0] in {"The", "In", "On", "At", "A", "of", "for", "and", "the", "on"}:
            return None
        start, end = match.start("name"), match.end()
        words = self._words(tape, start, match.end("name"))
        owner = _country(tape, match.group())
        world = re.search(r"United Nations|Security Council|World|European|International|Atlantic", name)
        kind, party = (
            (Kind.WORLD, PartyKind.INTERNATIONAL_ORGANISATION) if world and not owner else (Kind.OFFICIAL, PartyKind.GOVERNMENT)
        )
        return Rewriting(Named(kind, PartyName(words, party, owner), 0, 0, "agency"), (match.start(), end))

    def _bare_official(self, tape: Tape, match: re.Match[str]) -> Rewriting:
        words = self._words(tape, *match.span())
        party = PartyKind.ANONYMOUS_OFFICIAL if re.search(r"[Oo]fficials$", words) else PartyKind.GOVERNMENT
        return Rewriting(Named(Kind.OFFICIAL, PartyName(words, party), 0, 0, "generic"))

    def _anonymous(self, tape: Tape, match: re.Match[str]) -> Rewriting:
        return self._named(tape, match, Kind.ANONYMOUS, PartyKind.ANONYMOUS_OFFICIAL, "described")

    def _firm(self, tape: Tape, match: re.Match[str]) -> Rewriting | None:
        group = "name" if "name" in match.groupdict() else 0
        start, end = match.span(group)
        words = re.sub(r"['’]s$", "", self._words(tape, start, end))
        if not words or words.split()[0] in {"The", "In", "On", "At", "A", "National", "Homeland"}:
            return None
        return Rewriting(Named(Kind.COMPANY, PartyName(words, PartyKind.COMPANY), 0, 0, "firm"), match.span())

    def _same_firm(self, tape: Tape, match: re.Match[str]) -> Rewriting | None:
        """"The firm" is the company that was named last."""
        named = re.findall(char_class(Kind.COMPANY), tape.text[: match.start()])
        if not named:
            return None
        return Rewriting(Named(Kind.COMPANY, tape.mentions[named[-1]].party, 0, 0, "anaphor"))

    def _experts(self, tape: Tape, match: re.Match[str]) -> Rewriting:
        firm = match.group("firm") or match.group("owner")
        if firm:
            return Rewriting(Named(Kind.COMPANY, tape.mentions[firm].party, 0, 0, "described"))
        words = self._words(tape, *match.span())
        return Rewriting(Named(Kind.EXPERT, PartyName(words, PartyKind.RESEARCHER), 0, 0, "described"))

    def _unknown(self, tape: Tape, match: re.Match[str]) -> Rewriting:
        words = self._words(tape, *match.span())
        return Rewriting(Named(Kind.UNKNOWN, PartyName(words, PartyKind.ATTACKER), 0, 0, "generic"))

    def _group(self, tape: Tape, match: re.Match[str]) -> Rewriting | None:
        """"The group" is the group that was named last."""
        named = [char for char in re.findall(A, tape.text[: match.start()]) if ("service" in match.group() or "unit" in match.group()) == (tape.mentions[char].role == "body")]
        if not named:
            return None
        return Rewriting(Named(Kind.ACTOR, tape.mentions[named[-1]].party, 0, 0, "anaphor"))

    def _culprits(self, tape: Tape, match: re.Match[str]) -> Rewriting:
        words = self._words(tape, *match.span())
        return Rewriting(Named(Kind.UNKNOWN, PartyName(words, PartyKind.CRIMINAL_GROUP), 0, 0, "culprit"))

    def _prosecution(self, tape: Tape, match: re.Match[str]) -> Rewriting:
        """"The indictment says": the prosecutors whom the report names, else the document itself."""
        for char in re.findall(G, tape.text):
            named = tape.mentions[char]
            if _PROSECUTORS.search(named.party.name):
                return Rewriting(Named(Kind.OFFICIAL, named.party, 0, 0, "document"))
        words = self._words(tape, *match.span())
        return Rewriting(Named(Kind.OFFICIAL, PartyName(words, PartyKind.GOVERNMENT), 0, 0, "document"))

    def _victim(self, tape: Tape, match: re.Match[str]) -> Rewriting:
        words = self._words(tape, *match.span())
        return Rewriting(Named(Kind.VICTIM, PartyName(words, PartyKind.VICTIM), 0, 0, "generic"))
