"""Which countries an attack fell on, weighed over a report: those hit in so many words, and where the rest of the victims live.

States that are accused, and states that only speak, are told apart from those that were hit.
"""

from __future__ import annotations

from collections import defaultdict

from demarche.errors import UsageError
from demarche.model.claim import PRIMARY, Claim, PartyName, VictimValue
from demarche.model.vocabulary.attribution import PartyKind
from demarche.reference.tables import country_code
from demarche.steps.extract.homewords import CAPITALISED, DATELINE, LED, SAID_OF, SPEAKS, TOLD
from demarche.steps.extract.reading import Reading
from demarche.steps.extract.sectors import sector_of
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.signals import Signal
from demarche.steps.extract.signs import StemIndex
from demarche.steps.extract.tape import Kind, Named
from demarche.steps.extract.targets import Spot

_INDEX = StemIndex([stems for _, stems, _ in SAID_OF])
_CLEAR = 0.5
_FAINT = frozenset({Signal.INTRUSION, Signal.GANG, Signal.MONEY_COST})
_WEIGHTS = {
    "heard": 0.4,
    "headline": 0.2,
    "done": 0.5,
    "on": 0.33,
    "struck": 0.33,
    "passive": 0.3,
    "inside": 0.6,
    "public": 0.1,
    "dateline": 1.5,
    "victim": 0.8,
    "share": 0.9,
    "doer": -1.05,
    "blamed": -1.1,
    "denies": -0.55,
    "embassy": -1.0,
    "mounted": -0.6,
    "origin": -0.9,
    "acts": 0.25,
}
"""What each thing that a report says of a state adds to the log-odds that the attack fell on it: from a logistic regression
over the development texts, rounded."""
_MOST = {
    "heard": 6.0,
    "done": 4.0,
    "doer": 3.0,
    "blamed": 3.0,
    "victim": 3.0,
    "denies": 2.0,
    "embassy": 2.0,
    "mounted": 2.0,
    "origin": 2.0,
    "acts": 2.0,
    "on": 2.0,
    "struck": 2.0,
    "inside": 2.0,
    "passive": 2.0,
    "public": 2.0,
}
_BIAS = -2.5
_LIKELY, _POSSIBLE, _BESIDE = -0.4, -3.0, 0.5
"""Log-odds from which a state was hit; from which it is taken when no other was; and beside named victims of other states."""
_SPEAKERS, _SPEAKER = frozenset({"US", "GB"}), 0.6
"""States that speak up about attacks on others so often that being mentioned says less of them."""
_PLAIN = ("on", "struck", "passive", "inside", "victim")
_DOER = ("doer", "blamed", "denies", "embassy", "mounted", "origin")


def country_within(name: str) -> str | None:
    """The country that a word of a name tells: "Bangladesh Bank", "Nuclear Power Corporation of India"."""
    for word in CAPITALISED.findall(name):
        try:
            code = country_code(word)
        except UsageError:
            continue
        if code != "EU":
            return code
    return None


class Homeland:
    """The countries of one report, weighed."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._tally: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._best: dict[str, tuple[float, Sentence]] = {}
        self._done = {one.sentence.number for one in reading.signals if one.weight >= _CLEAR and one.label not in _FAINT}
        tried = _INDEX.triggered(reading.lowered)
        for sentence in reading.primary():
            self._weigh(sentence, tried.get(sentence.number, set()))
        self._dateline()

    def _code(self, char: str) -> str | None:
        named = self._reading.tape.mentions.get(char)
        return None if named is None or named.party.country == "EU" else named.party.country

    def _weigh(self, sentence: Sentence, tried: set[int]) -> None:
        placed = [
            (place, named) for place, named in self._reading.named[sentence.number] if named.party.country not in {None, "EU"}
        ]
        if not placed:
            return
        self._hear(sentence, placed)
        for number in sorted(tried):
            feature, _, pattern = SAID_OF[number]
            for match in pattern.finditer(sentence.text):
                self._count(sentence, self._code(match.group(match.lastgroup or 0)), feature)

    def _hear(self, sentence: Sentence, placed: list[tuple[int, Named]]) -> None:
        """Mentions alone: of doers as blame, of embassies as foreign, of states as such once a sentence."""
        heard: set[str] = set()
        for place, named in placed:
            code = named.party.country or ""
            if named.kind in {Kind.HACKERS, Kind.ACTOR}:
                if named.kind is Kind.ACTOR or not SPEAKS.match(sentence.text[place + 1 : place + 14]):
                    self._tally[code]["doer"] += 1
            elif named.role == "embassy":
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
        weight = _WEIGHTS[feature] + (0.0 if sentence.headline else 0.3)
        if feature not in _DOER and weight > self._best.get(code, (0.0,))[0]:
            self._best[code] = (weight, sentence)

    def _dateline(self) -> None:
        for sentence in self._reading.sentences[:4]:
            match = DATELINE.match(self._reading.plain[sentence.number])
            if match:
                try:
                    self._tally[country_code(match.group("city"))]["dateline"] = 1
                except UsageError:
                    continue
                return

    def hear_of(self, country: str | None, sentence: Sentence, spot: Spot) -> None:
        """Count a victim whose name tells its country."""
        if country != "EU":
            self._count(sentence, country, "victim", spot.weight)

    def is_accused(self, country: str | None) -> bool:
        """Whether the report accuses that state more than it merely speaks of it."""
        tally: dict[str, float] = self._tally.get(country or "", defaultdict(float))
        blame = sum(tally.get(feature, 0.0) for feature in _DOER)
        return blame >= 1 and blame * 2 >= tally.get("heard", 0.0)

    def is_home(self, country: str | None) -> bool:
        """Whether the attack fell on that state, by the weight of the words."""
        return country is not None and country in self.homes()

    def odds(self) -> dict[str, float]:
        """The log-odds of each state that the attack fell on it."""
        everything = sum(tally["heard"] + tally["headline"] for tally in self._tally.values()) or 1
        found = {}
        for code, tally in sorted(self._tally.items()):
            share = (tally["heard"] + tally["headline"]) / everything
            told = sum(_WEIGHTS[feature] * min(count, _MOST.get(feature, 1.0)) for feature, count in sorted(tally.items()))
            found[code] = _BIAS + told + _WEIGHTS["share"] * share - (_SPEAKER if code in _SPEAKERS else 0.0)
        return found

    def homes(self) -> list[str]:
        """The states that were hit, the likeliest first: one by what is said of it at large, more only in so many words."""
        odds = self.odds()
        ordered = sorted(odds, key=lambda code: (-odds[code], code))
        first = [code for code in ordered[:1] if odds[code] >= _POSSIBLE]
        return first + [
            code for code in ordered[1:] if odds[code] >= _LIKELY and any(feature in self._tally[code] for feature in _PLAIN)
        ]

    def of(self, sentence: Sentence, spot: Spot) -> str | None:
        """The country of a victim whose name does not tell it: by the words beside it, else where the attack fell."""
        before, after = sentence.text[max(0, spot.start - 45) : spot.start], sentence.text[spot.end : spot.end + 70]
        for match in (LED.search(before), TOLD.match(after)):
            code = self._code(match.group(1)) if match else None
            if code and not self.is_accused(code):
                return code
        return next(iter(self.homes()), None)

    def claims(self, already: set[str | None]) -> list[Claim]:
        """A victim for each country that was hit and that no named victim belongs to."""
        claims = []
        odds = self.odds()
        for code in self.homes():
            if code in already or code not in self._best or (already - {None} and odds[code] < _BESIDE):
                continue
            _, sentence = self._best[code]
            party = PartyName(self._state(sentence, code), PartyKind.STATE, code)
            score = min(0.7, 0.5 + odds[code] / 20)
            claims.append(self._reading.claim(sentence, VictimValue(party, sector_of(party, "")), score=score, event=PRIMARY))
        return claims

    def _state(self, sentence: Sentence, code: str) -> str:
        named = [one for _, one in self._reading.named[sentence.number] if one.party.country == code]
        states = [one for one in named if one.party.kind is PartyKind.STATE]
        return (states or named)[0].party.name
