"""Companies and people that a report says stand accused: "sanctioned Example Technology", "charged four officers"."""

from __future__ import annotations

import re

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.accusations.needed import Needed
from demarche.steps.extract.mentions.heads import lead
from demarche.steps.extract.mentions.tape import Kind, Named, Rewriting, Tape, char_class
from demarche.steps.extract.phrases.rule import STATE, C, D, Rule, View, either_case, heads

_CHARGED = r"(?:[Ss]anction|[Bb]lacklist|indict|[Cc]harg|prosecut|accus|implicat|wanted|warrant|pursu|suspected)\w*"
_BEFORE = re.compile(rf"\b{_CHARGED}\b[^.;:]{{0,50}}$")
_AFTER = re.compile(
    rf"[^.;:]{{0,60}}?\b(?:was|were|is|are|been|being|be|who|stand|stands|stood) (?:[a-z]+ly |also |now )*{_CHARGED}\b"
)
_REACH_BEFORE, _REACH_AFTER = 60, 90


def _accused_people(view: View, match: re.Match[str]) -> Rewriting | None:
    """The people, where the sentence charges somebody."""
    text, (start, end) = view.tape.text, match.span()
    if not _BEFORE.search(text, max(0, start - _REACH_BEFORE), start) and not _AFTER.match(text, end, end + _REACH_AFTER):
        return None
    country = view.country(match.group())
    party = PartyName(view.words(start, end), PartyKind.INDIVIDUAL, country)
    return Rewriting(Named(Kind.HACKERS if country else Kind.UNKNOWN, party, 0, 0, "described" if country else "culprit"))


# "four officers", "seven Iranians", "a Russian man", "alleged middlemen".
_COUNT = "two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty several these a an another"
_SORT = "young alleged foreign former suspected other serving unnamed"
_PEOPLE = (
    "people men women officers defendants suspects persons individuals youths nationals citizens man woman officer middlemen "
    "conspirators accomplices contractors spies agents employees"
)
_MANY = rf"(?i:{_COUNT.replace(' ', '|')})"
_KIND = rf"(?i:{_SORT.replace(' ', '|')})"
ACCUSED_PEOPLE = Rule(
    re.compile(
        rf"\b(?:{_MANY} (?:{_KIND} )*(?:{D} )?|(?:{_KIND} )+(?:{D} )?)(?:military |intelligence )*"
        rf"(?:{_PEOPLE.replace(' ', '|')})\b"
        rf"|\b{_MANY} (?:{_KIND} )*{D}(?! (?!with|over|for|in|on|who|and|of|from|was|were|are|as|at|by|to)[a-z])"
    ),
    _accused_people,
    lead(f"{either_case(_COUNT)} {either_case(_SORT)} military intelligence"),
    heads(_PEOPLE),
    kinds=(Kind.ADJECTIVE,),
)

_ALSO = rf"(?P<all>{C}(?:(?:, (?:and )?| and )(?:the )?{C})*)"
_COMPANY = re.compile(C)
# Each with plain strings of which every match holds one.
_ACCUSED_FIRMS = (
    (
        re.compile(
            r"\b(?:sanction\w*|blacklist\w*|indict\w*|implicat\w*|su(?:ed|es|ing)|accus\w*)(?: (?:the|a|an|also|on|against|"
            rf"company|companies|firms?|contractors?|compan(?:y|ies)|{STATE}|[a-z]+ly)){{0,5}} [\"“]?{_ALSO}"
            r"(?! of (?:negl|fail|hid|conceal|lax|ignor|lying|downplay))"
        ),
        "sanction|blacklist|indict|implicat|sued|sues|suing|accus",
    ),
    (
        re.compile(
            rf"{_ALSO}(?:, [^,.;]{{0,60}},)? (?:was|were|has been|have been|had been|is|are) (?:[a-z]+ ){{0,2}}"
            r"(?:sanctioned|blacklisted|indicted|accused|charged|implicated)\b"
        ),
        "sanctioned|blacklisted|indicted|accused|charged|implicated",
    ),
    (
        re.compile(
            r"\b(?:linked|tied|attributed|traced|connected)\b[^.;:]{0,60}\b(?:companies|company|entities|firms?)"
            rf"(?: (?:based )?(?:in|from) (?:the )?{STATE})?(?::|,? (?:including|such as|called|named)|,) {_ALSO}"
        ),
        "companies|company|entities|firm",
    ),
    (re.compile(rf"{char_class(Kind.HACKERS)}, (?:including|among them) {_ALSO}"), ", including |, among them "),
)
_NEEDED = Needed([need for _, need in _ACCUSED_FIRMS])


def accused_firms(tape: Tape) -> Tape:
    """The tape with each company that somewhere stands accused as a doer, wherever it is named."""
    text = tape.text
    if not _COMPANY.search(text):
        return tape
    held = _NEEDED.held(text)
    patterns = (pattern for index, (pattern, _) in enumerate(_ACCUSED_FIRMS) if held >> index & 1)
    found = (char for pattern in patterns for match in pattern.finditer(text) for char in match.group("all"))
    names = {named.party.name for char in found if (named := tape.mentions.get(char)) and named.kind is Kind.COMPANY}
    return tape.rewrite(_COMPANY, lambda match: _doer(tape.mentions[match.group()], names)) if names else tape


def _doer(named: Named, names: set[str]) -> Rewriting | None:
    return Rewriting(Named(Kind.ACTOR, named.party, 0, 0, "accused")) if named.party.name in names else None
