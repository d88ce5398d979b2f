"""Whose words a report is: a journalist's, or those of the body that speaks in it as "we"."""

from __future__ import annotations

import re

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.mentions.tape import Kind, Tape, char_class
from demarche.steps.extract.sentences import Sentence

# "we" and "our" as whole words; begins with a set of characters, which is how a search is fast.
_OWN = re.compile(r"[WwOo](?<!\w.)(?:(?<=[Ww])e|(?<=[Oo])ur)\b")
_EXPERTS = re.compile(char_class(Kind.EXPERT))
_QUOTED = re.compile(r"“[^”\n]*(?:”|\n)|\"[^\"\n]*(?:\"|\n)")
"""A quotation that is never closed ends with its paragraph."""
_OFFICIAL_PAPER = re.compile(
    r"\b(?:[Jj]oint [Cc]ybersecurity [Aa]dvisory|[Cc]ybersecurity [Aa]dvisory|CYBERSECURITY ADVISORY|[Ss]tatement "
    r"(?:by|from|of)|STATEMENT|[Pp]ress [Rr]elease|FOR IMMEDIATE RELEASE|[Ff]or [Ii]mmediate [Rr]elease|"
    r"[Dd]eclaration by|[Jj]oint [Ss]tatement)\b"
)
_VENDOR = re.compile(
    r"\b(?:[Ww]e (?:assess|track|observed|identified|attribute|believe|analy[sz]ed)|[Oo]ur (?:telemetry|customers|"
    r"researchers|analysis|analysts|investigation|team|visibility|holdings|sensors))\b"
)


def report_voice(tape: Tape, sentences: tuple[Sentence, ...], publisher: PartyName | None) -> PartyName | None:
    """Whose report it is, where it speaks of itself as "we" outside quotations: the publisher, else the first body it names."""
    plain = _QUOTED.sub("", tape.text)
    analysts = sum(tape.mentions[char].role == "own" for char in _EXPERTS.findall(plain))
    own = len(_OWN.findall(plain)) + analysts
    lead = " ".join(sentence.text for sentence in sentences[:4])
    if own < 2 and not _OFFICIAL_PAPER.search(lead):
        return None
    if publisher is not None:
        return publisher
    named = [tape.mentions[char] for char in re.findall(char_class(Kind.COMPANY, Kind.OFFICIAL, Kind.WORLD, Kind.STATE), lead)]
    vendor = analysts > 0 or _VENDOR.search(plain) is not None
    for mention in named:
        if mention.role != "generic" and (mention.kind is Kind.COMPANY) == vendor and mention.kind is not Kind.STATE:
            return mention.party
    if vendor:
        return PartyName("unspecified", PartyKind.COMPANY)
    return next((mention.party for mention in named if mention.kind is Kind.STATE), None)
