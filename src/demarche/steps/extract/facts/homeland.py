"""Which countries an attack fell on, weighed over a report: those hit in so many words, and where the rest of the victims live.

Each state that a report mentions is described by what is said of it and by what it says and does; weights learned from the
annotated corpora (`training/homes.py`) tell states that were hit from those that are accused, stand by a victim, or only speak.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from demarche.errors import UsageError
from demarche.model.claim import PRIMARY, AttributionValue, Claim, DenialValue, PartyName, ResponseValue, VictimValue
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.model.vocabulary.responses import Act
from demarche.reference.places import placed_in
from demarche.reference.tables import country_code, country_name
from demarche.steps.extract.facts.homeweights import home_weights
from demarche.steps.extract.facts.homewords import CAPITALISED, DATELINE, LED, SAID_OF, SPEAKS, TOLD, is_supposed
from demarche.steps.extract.facts.lists import are_victims, lists, of_this_attack
from demarche.steps.extract.facts.sectors import sector_of
from demarche.steps.extract.facts.targets import Spot
from demarche.steps.extract.mentions.tape import Kind, Named
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.signals.finder import Finder, Match, in_lower_case
from demarche.steps.extract.signals.signals import Signal

Counts = defaultdict[str, float]

_FINDER = Finder([pattern for _, _, pattern in SAID_OF], [stems for _, stems, _ in SAID_OF])
_CLEAR, _LIKELY, _OPENING = 0.5, 0.5, 4
_FAINT = frozenset({Signal.INTRUSION, Signal.GANG, Signal.MONEY_COST})
_DOER = frozenset({"doer", "blamed", "denies", "embassy", "mounted", "origin"})
_HITS = frozenset({"on", "struck", "passive", "inside"})
_TOLD_HIT = _HITS | {"public", "victim", "listed"}
_ACCUSING = frozenset({Stance.ASSERTS, Stance.SUSPECTS, Stance.CLAIMS_RESPONSIBILITY})
_SIDING = (Act.CONDEMNATION, Act.SOLIDARITY, Act.ASSISTANCE, Act.ADVISORY, Act.STATEMENT, Act.PUBLIC_ATTRIBUTION)
_STANDING_BY = frozenset(_SIDING)
"""Acts by which one state takes another's side."""
_SPEAKERS = frozenset({"US", "GB"})
"""States that speak up about attacks on others so often that being mentioned says less of them."""
_SHARED = ("said", "victim", "done", "accused", "answers", "place", "seat")
_GUILT = ("accused", "doer", "blamed", "denier")


def country_within(name: str) -> str | None:
    """The country that a word of a name tells, "Bangladesh Bank", "Nuclear Power Corporation of India", or that it has its seat
    in."""
    for word in CAPITALISED.findall(name):
        try:
            code = country_code(word)
        except UsageError:
            continue
        if code != "EU":
            return code
    return next((placed.country for placed in placed_in(name)), None)


class Homeland:
    """The countries of one report, weighed. `told` are the claims about who did it and who answered. Where only a `few`
    sentences are read, a state was hit when they say so, when it accuses for itself, or when that is likely."""

    def __init__(self, reading: Reading, told: Sequence[Claim] = (), few: bool = False) -> None:
        self._reading = reading
        self._few = few
        self._tally: defaultdict[str, Counts] = defaultdict(lambda: defaultdict(float))
        self._best: dict[str, tuple[float, Sentence]] = {}
        self._order: dict[str, int] = {}
        self._shares: dict[str, float] | None = None
        self._done = {one.sentence.number for one in reading.signals if one.weight >= _CLEAR and one.label not in _FAINT}
        self._weigh()
        self._place()
        self._dateline()
        for claim in told:
            if claim.event == PRIMARY:
                self._listen(claim)

    def _code(self, char: str) -> str | None:
        named = self._reading.tape.mentions.get(char)
        return None if named is None or named.party.country == "EU" else named.party.country

    def _placed(self) -> Iterator[tuple[Sentence, list[tuple[int, Named]]]]:
        """The sentences about the report's own incident that mention a state or somebody of one, and these mentions."""
        for sentence in self._reading.primary():
            named = self._reading.named[sentence.number]
            placed = [(place, one) for place, one in named if one.party.country not in {None, "EU"}]
            if placed:
                yield sentence, placed

    def _weigh(self) -> None:
        placed = list(self._placed())
        texts = [sentence.text for sentence, _ in placed]
        said: dict[int, list[tuple[str, Match]]] = {}
        for place, number, matches in _FINDER.find(texts, in_lower_case(texts)):
            said.setdefault(place, []).extend((SAID_OF[number][0], match) for match in matches)
        for place, (sentence, mentions) in enumerate(placed):
            self._hear(sentence, mentions)
            struck: set[str | None] = set()
            for feature, match in said.get(place, ()):
                code = self._code(match.group(match.lastgroup or 0))
                if feature in _HITS:
                    if is_supposed(sentence.text, match.start(match.lastgroup or 0)):
                        continue
                    struck.add(code)
                self._count(sentence, code, feature)
            self._hear_lists(sentence, mentions, struck)

    def _hear_lists(self, sentence: Sentence, placed: list[tuple[int, Named]], struck: set[str | None]) -> None:
        """What befell one state of a list befell the others; `struck` are those of the sentence that were hit."""
        for first, last, codes in lists(sentence.text, placed):
            hit = codes & struck or are_victims(sentence.text, first, last, codes)
            if hit and of_this_attack(sentence.text, first):
                for code in sorted(codes):
                    self._count(sentence, code, "listed")

    def _hear(self, sentence: Sentence, placed: list[tuple[int, Named]]) -> None:
        """Mentions alone: of doers as blame, of embassies as foreign, of states as such once a sentence."""
        heard: set[str] = set()
        for place, named in placed:
            code = named.party.country or ""
            self._order.setdefault(code, len(self._order))
            if named.kind in {Kind.HACKERS, Kind.ACTOR}:
                if named.kind is Kind.ACTOR or not SPEAKS.match(sentence.text[place + 1 : place + 14]):
                    self._tally[code]["doer"] += 1
                continue
            if named.role == "embassy":
                self._tally[code]["embassy"] += 1
            elif code not in heard:
                heard.add(code)
                self._count(sentence, code, "headline" if sentence.headline else "heard")
                if sentence.number in self._done:
                    self._count(sentence, code, "done")

    def _count(self, sentence: Sentence, code: str | None, feature: str, times: float = 1) -> None:
        if code is None:
            return
        self._tally[code][feature] += times
        weight = home_weights().of.get(feature, 0.0) + (0.0 if sentence.headline else 0.3)
        if feature not in _DOER and weight > self._best.get(code, (-9.0,))[0]:
            self._best[code] = (weight, sentence)

    def _place(self) -> None:
        """The cities and companies of a state that the report names."""
        for sentence in self._reading.primary():
            heard: set[str] = set()
            for placed in placed_in(self._reading.plain[sentence.number]):
                name = "seat" if placed.seated else "place"
                if placed.country + name in heard:
                    continue
                heard.add(placed.country + name)
                self._count(sentence, placed.country, name)
                if sentence.headline or sentence.number < _OPENING:
                    self._count(sentence, placed.country, f"{name}-early")
                if sentence.number in self._done:
                    self._count(sentence, placed.country, f"{name}-done")

    def _dateline(self) -> None:
        for sentence in self._reading.sentences[:4]:
            match = DATELINE.match(self._reading.plain[sentence.number])
            if match:
                try:
                    self._tally[country_code(match.group("city"))]["dateline"] = 1
                except UsageError:
                    continue
                return

    def _listen(self, claim: Claim) -> None:
        """Who accuses whom, who denies, and who answers."""
        by = claim.asserter.country
        match claim.value:
            case AttributionValue(accused=accused) if claim.stance in _ACCUSING:
                self._say(accused.country, "accused")
                self._say(by if by != accused.country else None, "accuses")
            case AttributionValue():
                self._say(by, "doubts")
            case DenialValue(party=party):
                self._say(party.country, "denier")
            case ResponseValue(act=act, by=doer, against=against):
                self._say(doer.country, "stands-by" if act in _STANDING_BY else "answers")
                self._say(against.country if against else None, "answered")

    def _say(self, country: str | None, feature: str) -> None:
        if country and country != "EU":
            self._tally[country][feature] += 1

    def hear_of(self, country: str | None, kind: PartyKind, sentence: Sentence, spot: Spot) -> None:
        """Count a victim whose name tells its country."""
        if country != "EU":
            self._count(sentence, country, "victim", spot.weight)
            self._count(sentence, country, "victim-early" if sentence.number < _OPENING else "victim-later")
            if kind is not PartyKind.STATE:
                self._count(sentence, country, "victim-body")
            self._shares = None

    def acquit(self, country: str | None) -> None:
        """Take back a doer that turned out to be a victim: "the Danish shipping group"."""
        tally = self._tally[country or ""]
        tally["doer"] = max(0.0, tally["doer"] - 1)
        self._shares = None

    def signs(self) -> dict[str, dict[str, float]]:
        """What describes each state: counts as logarithms, and its part of what is said of all."""
        for tally in self._tally.values():
            tally["said"] = tally.get("heard", 0.0) + tally.get("headline", 0.0)
        totals = {part: sum(tally.get(part, 0.0) for tally in self._tally.values()) or 1.0 for part in _SHARED}
        innocent = {code: tally["said"] for code, tally in self._tally.items() if not any(map(tally.get, _GUILT))}
        most, others = max(innocent.values(), default=0.0), sum(innocent.values()) or 1.0
        found = {}
        for code, tally in sorted(self._tally.items()):
            signs = {feature: math.log1p(count) for feature, count in sorted(tally.items()) if count and feature != "said"}
            signs |= {f"{part}-share": tally.get(part, 0.0) / total for part, total in totals.items()}
            signs["first"] = 1 / (1 + self._order[code]) if code in self._order else 0.0
            signs["speaker"] = float(code in _SPEAKERS)
            if code in innocent:
                signs |= {
                    "innocent": 1.0,
                    "innocent-share": tally["said"] / others,
                    "innocent-most": float(tally["said"] == most),
                }
            found[code] = signs
        return found

    def shares(self) -> dict[str, float]:
        """For each state how likely it is that the attack fell on it."""
        if self._shares is None:
            weights = home_weights()
            self._shares = {code: weights.share(signs) for code, signs in self.signs().items()}
        return self._shares

    def is_accused(self, country: str | None) -> bool:
        """Whether the report accuses that state more than it merely speaks of it."""
        tally: Mapping[str, float] = self._tally.get(country or "", {})
        blame = sum(tally.get(feature, 0.0) for feature in _DOER)
        return blame >= 1 and blame * 2 >= tally.get("heard", 0.0)

    def is_home(self, country: str | None) -> bool:
        """Whether the attack fell on that state, by the weight of the words."""
        return country is not None and country in self.homes()

    def homes(self) -> list[str]:
        """The states that were hit, the likeliest first: one by what is said of it at large, more only where that is clear."""
        shares, weights = self.shares(), home_weights()
        ordered = sorted(filter(self._may_be_hit, shares), key=lambda code: (-shares[code], code))
        first = [code for code in ordered[:1] if shares[code] >= weights.first]
        return first + [code for code in ordered[1:] if shares[code] >= weights.more and self._is_told_hit(code)]

    def _is_told_hit(self, code: str) -> bool:
        """Whether words say that something of the state was hit, and not only that it speaks and acts."""
        return any(map(self._tally[code].get, _TOLD_HIT))

    def _may_be_hit(self, code: str) -> bool:
        accuses = "accuses" in self._tally[code] and code not in _SPEAKERS
        return not self._few or accuses or self._is_told_hit(code) or self.shares()[code] >= _LIKELY

    def beside(self, sentence: Sentence, spot: Spot) -> str | None:
        """The country that the words beside a victim's name tell, unless the report accuses it."""
        before, after = sentence.text[max(0, spot.start - 45) : spot.start], sentence.text[spot.end : spot.end + 70]
        for match in (LED.search(before), TOLD.match(after)):
            code = self._code(match.group(1)) if match else None
            if code and not self.is_accused(code):
                return code
        return None

    def of(self, sentence: Sentence, spot: Spot) -> str | None:
        """The country of a victim of the report's own incident whose name does not tell it: one where the attack fell, by the
        words beside it or else by the weight of all."""
        homes = self.homes()
        told = self.beside(sentence, spot)
        return told if told in homes else next(iter(homes), None)

    def claims(self, already: set[str | None]) -> list[Claim]:
        """A victim for each country that was hit and that no named victim belongs to."""
        claims = []
        shares = self.shares()
        for code in self.homes():
            if code in already or code not in self._best:
                continue
            _, sentence = self._best[code]
            party = PartyName(self._state(sentence, code), PartyKind.STATE, code)
            score = min(0.7, 0.4 + shares[code] / 4)
            claims.append(self._reading.claim(sentence, VictimValue(party, sector_of(party, "")), score=score, event=PRIMARY))
        return claims

    def _state(self, sentence: Sentence, code: str) -> str:
        """The state as the sentence names it, else by its usual name."""
        named = (one for _, one in self._reading.named[sentence.number] if one.party.country == code)
        return next((one.party.name for one in named if one.kind is Kind.STATE), country_name(code))
