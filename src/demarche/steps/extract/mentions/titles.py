"""The office that a text gives a person beside the name: "foreign minister A B", "A B, head of the agency", "In Moscow A B"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.mentions.heads import Heads, Lead, beginnings
from demarche.steps.extract.mentions.tape import Kind, Named, Tape, char_class

_STATE = char_class(Kind.STATE, Kind.ADJECTIVE)
_OFFICE = char_class(Kind.OFFICIAL, Kind.WORLD, Kind.COMPANY, Kind.EXPERT, Kind.MEDIA, Kind.ACTOR, Kind.VICTIM)
_OWNER = rf"(?:{_STATE}|{_OFFICE})(?:['’]s?)?"

_PORTFOLIOS = (
    "foreign prime interior defence defense justice finance digital health energy home transport economy economic education "
    "communication communications information culture trade junior state cyber cybersecurity security technology affairs "
    "federal europe european industry infrastructure environment parliamentary external internal and new science innovation "
    "immigration police cabinet government public administration intelligence agriculture labor labour commerce treasury oil "
    "homeland"
)
_PUBLIC = (
    rf"(?:(?<!senior vice )(?<!executive vice )president|premier|chancellor|(?:(?:{_PORTFOLIOS.replace(' ', '|')}) ){{0,4}}"
    r"(?:minister(?: (?:of|for) [\w ]{3,30})?|secretary(?! of ))|secretary of state(?: for [\w ]{3,30})?|"
    r"secretary of [\w]{1,30}|ambassador|envoy|consul|charg[eé] d['’]affaires|spokes(?:man|woman|person)|press secretary|"
    r"senator|sen\.|representative|rep\.|"
    r"congress(?:man|woman)|lawmaker|mp|mep|deputy|attorney[- ]general|(?:assistant |deputy |u\.?s\.? ){0,3}attorney|"
    r"prosecutor(?:[- ]general)?|commissioner|mayor|governor|king|queen|general|gen\.|admiral|adm\.|colonel|col\.|major|"
    r"adviser|advisor|undersecretary|under secretary|permanent secretary|high representative|secretary[- ]general|"
    r"chief of staff|director[- ]general|national security adviser|chief prosecutor|judge|justice|lord|baroness|police chief|"
    r"speaker|head of state|ayatollah|cyber ambassador|digital minister|parliament(?:ary)? speaker|chairman|chair|chairwoman|"
    r"lieutenant|brigadier)"
)
_FIELDS = (
    "senior principal lead security threat malware chief cyber cybersecurity intelligence independent political technology"
)
_PRIVATE = (
    r"(?:chief executive(?: officer)?|ceo|cto|ciso|cio|coo|"
    r"chief (?:technology|security|information|research|operating|technical|legal) officer|vice[- ]president|"
    r"founder|co-?founder|"
    rf"(?:(?:{_FIELDS.replace(' ', '|')}|defen[cs]e) ){{0,6}}"
    r"(?:analyst|researcher|engineer|consultant|strategist|scientist|expert|specialist|architect|lawyer|blogger|investigator)|"
    r"professor|lecturer|fellow|historian|scholar|economist|general manager|executive|boss|chief|head|director|"
    r"managing director|partner|manager|author)"
)
_RANKS = (
    "foreign defence defense interior justice government presidential embassy police ministry military army cabinet company "
    "party department council commission agency state office deputy vice former then acting new outgoing senior national "
    "first federal chief top interim caretaker assistant"
)
_LEAD = rf"(?:(?:{_RANKS.replace(' ', '|')})[- ]){{0,8}}"
_TITLE = rf"(?:(?P<owner>{_OWNER}) )?{_LEAD}(?:(?P<public>{_PUBLIC})|(?P<private>{_PRIVATE}))"
# The words that one or another title cannot be without.
_HEADS = (
    "president premier chancellor minister secretary ambassador envoy consul charge chargé spokesman spokeswoman spokesperson "
    "senator sen representative rep congressman congresswoman lawmaker mp mep deputy attorney prosecutor commissioner mayor "
    "governor king queen general gen admiral adm colonel col major adviser advisor undersecretary chief director judge "
    "justice lord baroness speaker head ayatollah chairman chair chairwoman lieutenant brigadier ceo cto ciso cio coo officer "
    "founder cofounder analyst researcher engineer consultant strategist scientist expert specialist architect lawyer blogger "
    "investigator professor lecturer fellow historian scholar economist manager executive boss partner author"
)
_REACH_BEFORE, _REACH_AFTER = 90, 110


def _any_case(words: str) -> frozenset[str]:
    return frozenset(form for word in words.split() for form in (word, word.capitalize(), word.upper()))


# "foreign minister ", "Example's chief executive, ", "spokesman for the ministry ".
_BEFORE = re.compile(rf"{_TITLE}(?: (?:of|for|at|to|in) (?:the )?(?P<at>{_OWNER}))?,? (?:an? |the )?$", re.IGNORECASE)
_WORDS_BEFORE = Lead(
    _any_case(
        f"{_PORTFOLIOS} {_FIELDS} {_RANKS} {_HEADS} u.s. us under permanent press home high of parliament managing operating"
    ),
    shape=re.compile(r"[a-z]+-[a-z]+"),
)
# ", the foreign minister of ...", " (head of ...".
_AFTER = re.compile(rf",? \(?(?:the |an? |its |our )?{_TITLE}\b(?P<rest>[^,.;]{{0,60}})", re.IGNORECASE)
# An office that is a mention, before the name and after it: "<the ministry> A B", "A B, <the ministry's spokesman>,".
_OFFICE_BEFORE = re.compile(rf"(?P<owner>{char_class(Kind.OFFICIAL, Kind.COMPANY, Kind.WORLD)})(?P<of>['’]s?)?,? $")
_OFFICE_AFTER = re.compile(
    r",? (?:the |an? |its |his |her |their |our )?(?:then |former |current |deputy ){0,4}"
    rf"(?P<owner>{char_class(Kind.OFFICIAL)})"
    r"(?P<rest>(?: (?:for|of|in|at|to|who|and) [^,.;:]{0,60}| [a-z][^,.;:]{0,40})?)(?P<comma>,)?"
)
# ", who leads ...".
_LEADS = re.compile(
    r", (?:who|which) (?:leads|heads|runs|chairs|directs|led|headed|ran|chaired|oversees|works (?:at|for)|tracks|is|was|"
    r"advises)(?P<rest>[^,.;]{0,60})"
)
# " of <the agency>", ", from <the company>".
_OF = re.compile(rf",? (?:of|at|from|with) (?:the )?(?P<at>{_OFFICE})")
# "In Moscow ", "From Berlin, the ".
_PLACE_BEFORE = re.compile(rf"{char_class(Kind.STATE)},? (?:the )?$")
_CAPITAL_BEFORE = re.compile(rf"(?:[Ii]n|[Ff]rom|[Aa]t) (?:[A-Z][a-z]+, )?(?P<owner>{char_class(Kind.STATE)}),? (?:the )?$")
_LEADERS = re.compile(r"\b(?:head|director|chief|deputy head|chairman|chair|commander)\b", re.IGNORECASE)

_BY_KIND = {
    Kind.COMPANY: (Kind.COMPANY, PartyKind.COMPANY),
    Kind.EXPERT: (Kind.EXPERT, PartyKind.RESEARCHER),
    Kind.WORLD: (Kind.WORLD, PartyKind.INTERNATIONAL_ORGANISATION),
    Kind.MEDIA: (Kind.MEDIA, PartyKind.MEDIA),
    Kind.VICTIM: (Kind.VICTIM, PartyKind.VICTIM),
    Kind.ACTOR: (Kind.OFFICIAL, PartyKind.GOVERNMENT),
    Kind.OFFICIAL: (Kind.OFFICIAL, PartyKind.GOVERNMENT),
}
_JOINED_ROLES = frozenset({"office", "generic", "spokesperson"})


@dataclass(frozen=True, slots=True)
class Post:
    """What a person is by the text: the class of the mention, the kind of party, and the country of the office."""

    kind: Kind
    party: PartyKind
    country: str | None


@cache
def _heads() -> Heads:
    return Heads([_any_case(_HEADS)])


class Titles:
    """Where titles stand on one tape."""

    def __init__(self, tape: Tape) -> None:
        self.tape = tape

    @cached_property
    def places(self) -> list[int]:
        """The places of words that titles cannot be without."""
        (places,) = _heads().find(self.tape.text)
        return places

    def within(self, start: int, end: int) -> Iterator[int]:
        """The places of words of titles from start to end."""
        for index in range(bisect_left(self.places, start), len(self.places)):
            if self.places[index] >= end:
                return
            yield self.places[index]


class Beside:
    """What stands before and after one name, from place `start` to `end` of the tape."""

    def __init__(self, titles: Titles, start: int, end: int) -> None:
        self._titles = titles
        self._tape = titles.tape
        self._text = titles.tape.text
        self._start, self._end = start, end
        self._floor, self._ceiling = max(0, start - _REACH_BEFORE), end + _REACH_AFTER

    @cached_property
    def title_before(self) -> re.Match[str] | None:
        """A title that ends where the name begins."""
        heads = self._titles.within(self._floor, self._start)
        places = {place for head in heads for place in beginnings(self._text, head, self._floor, _WORDS_BEFORE)}
        found = (_BEFORE.match(self._text, place, self._start) for place in sorted(places))
        return next(filter(None, found), None)

    @cached_property
    def _title_after(self) -> re.Match[str] | None:
        if next(self._titles.within(self._end, self._ceiling), None) is None:
            return None
        return _AFTER.match(self._text, self._end, self._ceiling)

    @cached_property
    def _office_before(self) -> re.Match[str] | None:
        return _OFFICE_BEFORE.search(self._text, self._floor, self._start)

    @cached_property
    def _office_after(self) -> re.Match[str] | None:
        return _OFFICE_AFTER.match(self._text, self._end, self._ceiling)

    def post(self) -> Post | None:
        """The person's post; None when the text gives none."""
        title = self.title_before or self._title_after
        return self._of_title(title) if title else self._of_office() or self._of_place()

    def span(self) -> tuple[int, int]:
        """The name with the office beside it: "foreign minister A B", "A B, <the foreign minister>,"."""
        start, end = self._start, self._end
        title, office, later = self.title_before, self._office_before, self._office_after
        if title:
            start = title.start()
        elif office and not office["of"] and self._tape.mentions[office["owner"]].role in _JOINED_ROLES:
            start = office.start()
        if later and later["comma"] and self._text[end] == ",":
            end = later.end()
        return start, end

    def _of_title(self, title: re.Match[str]) -> Post:
        groups = title.groupdict()
        office = self._office(f"{groups['owner'] or ''}{groups.get('at') or ''}{groups.get('rest') or ''}")
        public = groups["public"] is not None or _leads_office(title.group(), office)
        kind, party = (Kind.OFFICIAL, PartyKind.GOVERNMENT) if public else (Kind.EXPERT, PartyKind.RESEARCHER)
        if office is None:
            return Post(kind, party, None)
        return Post(*_BY_KIND.get(office.kind, (kind, party)), office.party.country)

    def _of_office(self) -> Post | None:
        text, end, ceiling = self._text, self._end, self._ceiling
        for found, group in (
            (self._office_before, "owner"),
            (self._office_after, "owner"),
            (_LEADS.match(text, end, ceiling), "rest"),
            (_OF.match(text, end, ceiling), "at"),
        ):
            office = self._office(found[group]) if found else None
            if office is not None and office.kind in _BY_KIND:
                return Post(*_BY_KIND[office.kind], office.party.country)
        return None

    def _of_place(self) -> Post | None:
        """Of "In Moscow A B said": of unknown office, but of that country."""
        if not _PLACE_BEFORE.search(self._text, self._floor, self._start):
            return None
        found = _CAPITAL_BEFORE.search(self._text, self._floor, self._start)
        if not found:
            return None
        return Post(Kind.OFFICIAL, PartyKind.GOVERNMENT, self._tape.mentions[found["owner"]].party.country)

    def _office(self, text: str) -> Named | None:
        """The first mention that is more than a state; else the first."""
        found = [named for char in text if (named := self._tape.mentions.get(char))]
        offices = (named for named in found if named.kind not in {Kind.STATE, Kind.ADJECTIVE})
        return next(offices, found[0] if found else None)


def _leads_office(words: str, office: Named | None) -> bool:
    """Whether a leader of an office is public: "head", "director" and the like are when their office is, or when only
    a state stands by them."""
    return office is not None and office.kind in {Kind.OFFICIAL, Kind.STATE, Kind.ADJECTIVE} and bool(_LEADERS.search(words))
