"""Third pass over the tape: persons, with the office that the text gives them, and their surnames on later mention."""

from __future__ import annotations

import re
from dataclasses import replace

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.tape import Kind, Named, Rewriting, Tape, char_class

STATE = char_class(Kind.STATE, Kind.ADJECTIVE)
OFFICE = char_class(Kind.OFFICIAL, Kind.WORLD, Kind.COMPANY, Kind.EXPERT, Kind.MEDIA, Kind.ACTOR, Kind.VICTIM)
OWNER = rf"(?:{STATE}|{OFFICE})(?:['’]s?)?"

_PUBLIC = (
    r"(?:president|premier|chancellor|(?:(?:foreign|prime|interior|defen[cs]e|justice|finance|digital|health|energy|home|transport|economy|economic|education|communications?|information|culture|trade|junior|state|cyber|cyber ?security|security|technology|affairs|"
    r"federal|europe|european|industry|infrastructure|environment|parliamentary|external|internal|and|new|science|innovation|immigration|police|cabinet|government|public|administration) ){0,4}minister(?: (?:of|for) [\w ]{3,30})?|foreign secretary|home secretary|defen[cs]e secretary|"
    r"secretary of state(?: for [\w ]{3,30})?|secretary of [\w]+|ambassador|envoy|consul|ch(?:arg|arg)[eé] d['’]affaires|spokes(?:man|woman|person)|press secretary|"
    r"senator|sen\.|representative|rep\.|congress(?:man|woman)|lawmaker|mp|mep|deputy|attorney[- ]general|(?:assistant |deputy |u\.?s\.? )*attorney|prosecutor(?:[- ]general)?|"
    r"commissioner|mayor|governor|king|queen|general|gen\.|admiral|adm\.|colonel|col\.|major|adviser|advisor|undersecretary|under secretary|permanent secretary|"
    r"high representative|secretary[- ]general|chief of staff|director[- ]general|national security adviser|chief prosecutor|judge|justice|lord|baroness|"
    r"police chief|speaker|head of state|ayatollah|cyber ambassador|digital minister|parliament(?:ary)? speaker|chairman|chair|chairwoman|lieutenant|brigadier)"
)
_PRIVATE = (
    r"(?:chief executive(?: officer)?|ceo|cto|ciso|cio|coo|chief (?:technology|security|information|research|operating|technical|legal) officer|vice[- ]president|founder|co-?founder|"
    r"(?:senior |principal |lead |security |threat |malware |chief |cyber |cybersecurity |intelligence |independent |political |technology |defen[cs]e )*"
    r"(?:analyst|researcher|engineer|consultant|strategist|scientist|expert|specialist|architect|lawyer|blogger|investigator)|"
    r"professor|lecturer|fellow|historian|scholar|economist|general manager|executive|boss|chief|head|director|managing director|partner|manager|author)"
)
_LEAD = r"(?:(?:foreign|defen[cs]e|interior|justice|government|presidential|embassy|police|ministry|military|army|cabinet|company|party|department|council|commission|agency|state department|foreign ministry|foreign office|deputy|vice|former|then|acting|new|outgoing|senior|national|state|first|federal|chief|top|interim|caretaker|assistant|[Dd]eputy|[Vv]ice|[Aa]cting|[Ff]ormer)[- ])*"
_PART = r"(?:[A-Z][a-zà-žA-ZÀ-Ž]*(?:[’'\-](?!s\b)[a-zà-žA-ZÀ-Ž]+)*(?<=[\w])(?<![A-Z] )|[A-Z]\.)"
_NAME = rf"(?:(?:Mr|Mrs|Ms|Dr|Sir|Lord|Baroness|Dame|Prof|Gen|Maj|Lt|Col|Adm|Sen|Rep)\.? )?{_PART}(?:(?: |-)(?:{_PART}|al|bin|ibn|de|van|von|der|den|da|dos|di|el|la|ben|Al)){{1,4}}"
_PERSON = re.compile(rf"\b{_NAME}(?![\w])")
_ORGANISATION_WORDS = re.compile(
    r"\b(?:The|This|That|These|Those|A|An|In|On|At|By|For|From|With|After|Before|As|But|And|When|While|If|It|Its|His|Her|Their|Our|My|We|He|She|They|No|Not|One|Two|Three|"
    r"Four|Five|Last|Next|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|July|September|October|November|"
    r"December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Group|Team|Ltd|Inc|Corp|University|Hospital|Hospitals|Bank|Agency|Ministry|Department|Office|Council|"
    r"Committee|Institute|Institution|Company|Union|Party|Party's|Court|Treaty|Act|Article|Report|Times|Post|News|Press|Media|Street|House|Palace|Square|City|County|State|States|"
    r"Republic|Kingdom|Islands?|East|West|North|South|Europe|Asia|Africa|America|Americas|Gulf|Sea|Ocean|River|Mountain|Valley|Airport|Port|Olympic|Olympics|Games|World|Cup|War|"
    r"Internet|Web|Cyber|Security|Windows|Office|Exchange|Server|Outlook|Cloud|System|Systems|Network|Networks|Technology|Technologies|Software|Digital|Data|Bitcoin|"
    r"Middle|Western|Eastern|Northern|Southern|Central|National|International|Federal|Foreign|Public|Global|General Assembly|Revolutionary|People|Democratic|Republican|Republicans|"
    r"Democrats|Health|Service|Services|Energy|Power|Electric|Oil|Gas|Airlines|Air|Force|Navy|Army|Police|Intelligence|Operation|Operations|Unit|Centre|Center|Commission|"
    r"Authority|Board|Foundation|Fund|Association|Organisation|Organization|Conference|Summit|Forum|Project|Program|Programme|Plan|Strategy|Framework|Convention|"
    r"Christmas|Easter|Day|Year|Week|Black|White|Red|Chief|Executive|Officer|Director|Minister|President|Secretary|Prime|Deputy|Senior|Special|Attorney|Judge|Justice|District|"
    r"Microsoft|Google|Apple|Amazon|Facebook|Twitter|Telegram|Yahoo|Adobe|Cisco|Oracle|Sony|Threat|Advanced|Persistent|Common|Vulnerabilities|Exposures|Read|More|Photo|Image|"
    r"Silicon|Wall|Capitol|Supreme|High|Trade|Treasury|Home|Defence|Defense|Information|Communications|Command|Bureau|Dear|Follow|According|Meanwhile|However|Asked|Speaking|"
    r"Sources|Officials|Researchers|Experts|Analysts|Hackers|Russian|Chinese|Most|Many|Some|Several|Other|Another|Early|Late|Since|Until|Under|Over|Both|All|Such|Only|Even|"
    r"Yet|Still|There|Here|What|Who|Why|How|Where|Which|Whether|Neither|Nor|Or|So|Then|Now|Today|Yesterday|Tomorrow|Earlier|Later|Also|Because|Although|Though|Despite|"
    r"Like|Unlike|Among|Between|Within|Without|During|Through|Against|About|Around|Across|Behind|Beyond|Near|Off|Out|Up|Down|To|Of)\b"
)
_LEADING = re.compile(
    r"(?:(?:On|In|At|By|For|From|With|After|Before|As|But|And|When|While|If|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|President|Prime|Vice|Minister|Chancellor|Senator|Secretary|Ambassador|Foreign|Defen[cs]e|Interior|Justice|Deputy|Attorney|General|Judge|Justice|Governor|Mayor|King|Queen|Spokes(?:man|woman|person)|"
    r"Representative|Congress(?:man|woman)|Commissioner|Director|Chief|Chairman|Admiral|Colonel|Major|Professor|Then|Meanwhile|Yesterday|Today|Premier|Home|Digital|Speaker|Detective|Inspector|Officer|Executive|Press|Special|Agent|U\\.S\\.|State|Home|Security|National|Adviser|Advisor|Assistant|Under|Undersecretary|Secretary-General|Director-General|Attorney-General|Major-General|Lieutenant-General|Brigadier-General|Vice-President|Prime Ministers?|Ministers|Presidents) )+"
)
_BEFORE = re.compile(
    rf"(?:(?P<owner>{OWNER}) )?{_LEAD}(?:(?P<public>{_PUBLIC})|(?P<private>{_PRIVATE}))(?: (?:of|for|at|to|in) (?:the )?(?P<at>{OWNER}))?,? (?:an? |the )?$",
    re.IGNORECASE,
)
_OFFICE_BEFORE = re.compile(rf"(?P<owner>{char_class(Kind.OFFICIAL, Kind.COMPANY, Kind.WORLD)})(?:['’]s?)?,? $")
_AFTER = re.compile(
    rf"^,? \(?(?:the |an? |its |our )?(?:(?P<owner>{OWNER}) )?{_LEAD}(?:(?P<public>{_PUBLIC})|(?P<private>{_PRIVATE}))\b(?P<rest>[^,.;]{{0,60}})",
    re.IGNORECASE,
)
_OFFICE_AFTER = re.compile(
    rf"^,? (?:the |an? |its |his |her |their |our )?(?:then |former |current |deputy )*(?P<owner>{char_class(Kind.OFFICIAL)})(?P<rest>(?: (?:for|of|in|at|to|who|and) [^,.;:]{{0,60}}| [a-z][^,.;:]{{0,40}})?)(?P<comma>,)?"
)
_CAPITAL_BEFORE = re.compile(rf"(?:[Ii]n|[Ff]rom|[Aa]t) (?:[A-Z][a-z]+, )?(?P<owner>{char_class(Kind.STATE)}),? (?:the )?$")
_LEADS = re.compile(
    rf"^, (?:who|which) (?:leads|heads|runs|chairs|directs|led|headed|ran|chaired|oversees|works (?:at|for)|tracks|is|was|advises)(?P<rest>[^,.;]{{0,60}})"
)
_OF = re.compile(rf"^,? (?:of|at|from|with) (?:the )?(?P<at>{OFFICE})")
_HEADS = re.compile(r"\b(?:head|director|chief|deputy head|chairman|chair|commander)\b", re.IGNORECASE)
_TITLE_PREFIX = re.compile(r"^(?:Mr|Mrs|Ms|Dr|Sir|Dame|Prof|Gen|Maj|Lt|Col|Adm|Sen|Rep)\.? ")
_NOBLE = re.compile(r"^(?:Lord|Baroness|Sen|Rep|Gen|Adm|Col)\b")


def _office(tape: Tape, text: str | None) -> Named | None:
    found = [tape.mentions[char] for char in text or "" if char in tape.mentions]
    offices = [named for named in found if named.kind not in {Kind.STATE, Kind.ADJECTIVE}]
    return (offices or found or [None])[0]


_BY_KIND = {
    Kind.COMPANY: (Kind.COMPANY, PartyKind.COMPANY),
    Kind.EXPERT: (Kind.EXPERT, PartyKind.RESEARCHER),
    Kind.WORLD: (Kind.WORLD, PartyKind.INTERNATIONAL_ORGANISATION),
    Kind.MEDIA: (Kind.MEDIA, PartyKind.MEDIA),
    Kind.VICTIM: (Kind.VICTIM, PartyKind.VICTIM),
    Kind.ACTOR: (Kind.OFFICIAL, PartyKind.GOVERNMENT),
    Kind.OFFICIAL: (Kind.OFFICIAL, PartyKind.GOVERNMENT),
}


def _placed(public: bool, office: Named | None) -> tuple[Kind, PartyKind]:
    if office is not None and office.kind in _BY_KIND:
        return _BY_KIND[office.kind]
    return (Kind.OFFICIAL, PartyKind.GOVERNMENT) if public else (Kind.EXPERT, PartyKind.RESEARCHER)


class People:
    """Persons of one document; remembers each surname with the office first given."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, Named] = {}

    def run(self, tape: Tape) -> Tape:
        """The tape with persons as mentions, then the later mentions of their surnames."""
        tape = tape.rewrite(_PERSON, lambda match: self._person(tape, match))
        if self._known:
            surnames = "|".join(sorted(map(re.escape, self._known), key=lambda name: (-len(name), name)))
            later = re.compile(
                rf"\b(?:(?:Mr|Mrs|Ms|Dr|President|Minister|Secretary|Ambassador|Lord|Prof|Sir|Gen|Sen)\.? )?(?P<surname>{surnames})\b(?![-\w])"
            )
            tape = tape.rewrite(later, lambda match: Rewriting(self._known[match.group("surname")]))
        return tape

    def _person(self, tape: Tape, match: re.Match[str]) -> Rewriting | None:
        lead = _LEADING.match(match.group())
        first = match.start() + (lead.end() if lead else 0)
        words = tape.text[first : match.end()]
        if " " not in words.strip() or _ORGANISATION_WORDS.search(words):
            return None
        before, after = tape.text[max(0, first - 90) : first], tape.text[match.end() : match.end() + 110]
        found = self._by_title(tape, before, after) or self._by_place(tape, before)
        kind, party, country = found or (Kind.EXPERT, PartyKind.RESEARCHER, None)
        if found is None and _NOBLE.match(words):
            kind, party = Kind.OFFICIAL, PartyKind.GOVERNMENT
        start, end = tape.offsets(first, match.end())
        name = _TITLE_PREFIX.sub("", " ".join(self._text[start:end].split()))
        named = Named(kind, PartyName(name, party, country), start, end, "person" if found else "unplaced")
        surname = name.split()[-1]
        if len(surname) > 2 and surname[0].isupper():
            self._known.setdefault(surname, replace(named, role="surname"))
        return Rewriting(named, self._with_office(tape, (first, match.end()), before, after))

    @staticmethod
    def _with_office(tape: Tape, name: tuple[int, int], before: str, after: str) -> tuple[int, int]:
        """The name with the office beside it: "foreign minister A B", "A B, the foreign minister,"."""
        start, end = name
        title = _BEFORE.search(before)
        if title:
            start -= len(before) - title.start()
        office = None if title else _OFFICE_BEFORE.search(before)
        if office and tape.mentions[office.group("owner")].role in {"office", "generic", "spokesperson"} and "’s" not in office.group() and "'s" not in office.group():
            start -= len(before) - office.start("owner")
        later = _OFFICE_AFTER.match(after)
        if later and later.group("comma") and after.startswith(","):
            end += later.end()
        return start, end

    @staticmethod
    def _by_place(tape: Tape, before: str) -> tuple[Kind, PartyKind, str | None] | None:
        """"In Moscow A B said": of unknown office, but of that country."""
        found = _CAPITAL_BEFORE.search(before)
        if not found:
            return None
        return Kind.OFFICIAL, PartyKind.GOVERNMENT, tape.mentions[found.group("owner")].party.country

    def _by_title(self, tape: Tape, before: str, after: str) -> tuple[Kind, PartyKind, str | None] | None:
        for pattern, text in ((_BEFORE, before), (_AFTER, after)):
            found = pattern.search(text)
            if found:
                groups = found.groupdict()
                place = " ".join(filter(None, (groups.get("owner"), groups.get("at"), groups.get("rest"))))
                office = _office(tape, place)
                kind, party = _placed(bool(groups["public"]) or self._leads_office(found.group(), office), office)
                return kind, party, office.party.country if office else None
        return self._by_office(tape, before, after)

    def _by_office(self, tape: Tape, before: str, after: str) -> tuple[Kind, PartyKind, str | None] | None:
        for pattern, text, group in (
            (_OFFICE_BEFORE, before, "owner"),
            (_OFFICE_AFTER, after, "owner"),
            (_LEADS, after, "rest"),
            (_OF, after, "at"),
        ):
            found = pattern.search(text)
            office = _office(tape, found.group(group)) if found else None
            if office is not None and office.kind in _BY_KIND:
                kind, party = _BY_KIND[office.kind]
                return kind, party, office.party.country
        return None

    @staticmethod
    def _leads_office(words: str, office: Named | None) -> bool:
        """ "Head", "director" and the like are public when their office is, or when only a state stands by them."""
        return bool(_HEADS.search(words)) and office is not None and office.kind in {Kind.OFFICIAL, Kind.STATE, Kind.ADJECTIVE}
