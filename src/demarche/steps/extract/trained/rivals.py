"""Which of the stances of one report another one rules out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from demarche.model.claim import UNSPECIFIED
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.steps.extract.trained.candidates import Candidate, accused_of

_HIT = re.compile(
    r"(?:\b(?:attacks?|raids?|hack|breach|break-in|intrusions?|assault|operations?) (?:on|of|at|into|against) |"
    r"\b(?:break(?:ing)? into|broken? into|broke into|hacking|hacked|breaching|breached|by way of|credit bureau) )"
    r"(?:the |its |an? )?(?:(?:[a-z-]+ )?(?:networks?|systems?|computers|servers|mail|website)s? of (?:the )?)?"
    r"(?:(?:credit bureau|[A-Z][\w’'-]*) ){0,2}$"
)
_SPEAKS = re.compile(r"(?:['’]s [\w ]{1,30})? (?:says?|said|believes?|calls?|called|found|thinks?|concluded|has|had)\b")

Likely = tuple[Candidate, float]
"""A candidate and how likely it is."""

_ACCUSING = frozenset({"for", "against"})
_OF_OTHERS = frozenset({Stance.ASSERTS, Stance.SUSPECTS, Stance.DOUBTS})
_NAMING = frozenset({"for", "claim"})
_STATES = frozenset({PartyKind.STATE, PartyKind.GOVERNMENT})
_FIRMS = frozenset({PartyKind.COMPANY, PartyKind.ORGANISATION, PartyKind.RESEARCHER})
_SHY = re.compile(r"\b(?:declined|refused|asked not|did not (?:want|wish)) to be (?:named|identified|quoted)\b")
_OF = r"(?:,[^,.;]{1,50})?,? (?:of|from|at|with) (?:the )?"
"""What stands between a person and whom they work for."""


def unrivalled(taken: Sequence[Likely]) -> list[Likely]:
    """Those that stand beside the others. Where somebody accuses a state and "its hackers" in one sentence, the likelier of the
    two, since both are one accusation; of a researcher and the firm that they are of, the researcher; where somebody accused
    denies, nobody beside them whom the report does not accuse, least of all one who accuses; of a refusal the likelier of
    somebody and nobody in particular; no accusation by somebody who is rather accused, and none of who is only named as hit
    beside somebody who accuses."""
    accused = frozenset(accused_of(one.claim).country for one, _ in taken if one.polarity in _NAMING) - {None}
    accusers = frozenset(one.claim.asserter.country for one, _ in taken if one.polarity == "for") - {None}
    doers = _doers(taken)
    return [
        (one, likely)
        for one, likely in taken
        if not (one.claim.stance in _OF_OTHERS and likely < doers.get(one.claim.asserter.name, 0.0))
        and not _is_shy(one, taken)
        and not any(
            (_one_accusation(one, other) and (likely, _described(one)) < (more, _described(other)))
            or ((likely < more or one.claim.asserter.country in accusers) and _stands_by(one, other, accused))
            or (likely < more and _one_refusal(one, other))
            or _works_for(one, other)
            or _is_hit(one, other)
            for other, more in _beside(one, taken)
        )
    ]


def _beside(one: Candidate, taken: Sequence[Likely]) -> Iterator[Likely]:
    for other, likely in taken:
        if other is not one and (other.sentence.number, other.polarity) == (one.sentence.number, one.polarity):
            yield other, likely


def _is_shy(one: Candidate, taken: Sequence[Likely]) -> bool:
    """Whether one who accuses is told to name nobody only for not being named: "an official who declined to be named"."""
    if one.polarity != "declines" or not _SHY.search(one.claim.passage.quote):
        return False
    here = [other.claim for other, _ in taken if other.sentence.number == one.sentence.number and other.polarity == "for"]
    return any(claim.asserter.name == one.claim.asserter.name for claim in here)


def _doers(taken: Sequence[Likely]) -> dict[str, float]:
    """How likely each group, person or firm is accused, by its name."""
    found: dict[str, float] = {}
    for one, likely in taken:
        accused = accused_of(one.claim)
        if one.polarity == "for" and accused.kind not in _STATES:
            found[accused.name] = max(likely, found.get(accused.name, 0.0))
    return found


def _one_accusation(one: Candidate, other: Candidate) -> bool:
    if one.polarity not in _ACCUSING or one.claim.asserter != other.claim.asserter:
        return False
    parties = (accused_of(one.claim), accused_of(other.claim))
    same_state = parties[0].country is not None and parties[0].country == parties[1].country
    return same_state and _described(one) != _described(other) and PartyKind.STATE in {party.kind for party in parties}


def _described(candidate: Candidate) -> bool:
    """Whether whoever is accused has no name: "Iranian hackers", "hackers working for Iran"."""
    accused = accused_of(candidate.claim)
    return accused.kind is not PartyKind.STATE and accused.name.split()[-1][:1].islower()


def _stands_by(one: Candidate, other: Candidate, accused: frozenset[str | None]) -> bool:
    """Whether one only stands beside the denial of another: nobody in particular, the organisation at which the other is
    envoy, or a state that nobody accuses: "Albania" in "Iran rejected the accusation by Albania"."""
    if {one.claim.stance, other.claim.stance} != {Stance.DENIES}:
        return False
    denier = one.claim.asserter
    if denier == UNSPECIFIED:
        return True
    aside = denier.kind is PartyKind.INTERNATIONAL_ORGANISATION or denier.country is not None
    return aside and accused_of(other.claim).country in accused and denier.country not in accused


def _one_refusal(one: Candidate, other: Candidate) -> bool:
    """Whether both are one refusal to say who did it, by somebody and by nobody in particular."""
    return one.polarity == "declines" and UNSPECIFIED in {one.claim.asserter, other.claim.asserter}


def _works_for(one: Candidate, other: Candidate) -> bool:
    """Whether one is the firm that somebody named is of, who says the same: "A B of Example"."""
    firm, person = one.claim.asserter, other.claim.asserter
    if firm.kind not in _FIRMS or " " not in person.name or accused_of(one.claim) != accused_of(other.claim):
        return False
    return bool(re.search(rf"{re.escape(person.name)}{_OF}{re.escape(firm.name)}\b", " ".join(one.claim.passage.quote.split())))


def _is_hit(one: Candidate, other: Candidate) -> bool:
    """Whether a sentence in which somebody else accuses names one nowhere but as hit: "broke into the networks of Example"."""
    name, quote = one.claim.asserter.name, " ".join(one.claim.passage.quote.split())
    if (
        one.polarity != "for"
        or other.claim.asserter in {one.claim.asserter, UNSPECIFIED}
        or one.claim.asserter.kind is PartyKind.STATE
    ):
        return False
    places = [found.span() for found in re.finditer(re.escape(name), quote)]
    return bool(places) and all(_HIT.search(quote[:start]) and not _SPEAKS.match(quote, end) for start, end in places)
