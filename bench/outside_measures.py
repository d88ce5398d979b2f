"""What can be compared with corpora that others annotated, in schemes of their own. Each measure says what it counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.scoring import same_name
from demarche.model.claim import Claim, ResponseValue
from demarche.model.source import Document
from demarche.model.vocabulary.act_facts import ACTS
from demarche.reference.tables import country_name
from demarche.steps.extract.mentions.lookup import first_tape
from demarche.steps.extract.mentions.tape import Kind
from demarche.steps.publish.annotate import annotation

Span = tuple[int, int]

_NAMED_BY_THEM = {"LOC": "place", "ORG": "organisation", "GROUP": "group", "MALWARE": "malware", "TOOL": "malware"}
_NAMED_BY_US = {
    Kind.STATE: "place",
    Kind.ADJECTIVE: "place",
    Kind.OFFICIAL: "organisation",
    Kind.WORLD: "organisation",
    Kind.COMPANY: "organisation",
    Kind.MEDIA: "organisation",
    Kind.ACTOR: "group",
    Kind.MALWARE: "malware",
}
_ATTACKS = {
    "data breach": ("Attack.Databreach", frozenset({"data-theft", "leak"})),
    "ransom": ("Attack.Ransom", frozenset({"ransomware"})),
}
_LEARNED_FROM = "train"
"""The part of a corpus that the network may have learned from (`training/`)."""
_ACCUSING = frozenset({"asserts", "suspects", "claims-responsibility"})
_NOBODY = frozenset({"unspecified", "unknown"})
_CAPITAL = re.compile(r"\b[A-Z]\w")
_PRONOUN = re.compile(r"(?:he|she|it|they|we|i|you|who|which|that|some|many|others|one)", re.IGNORECASE)
_ATTACK_WORDS = re.compile(
    r"hack|cyber|malware|ransom|phish|e-?mail|server|leak|breach|espionage|\bsp(?:y|ies)|computer|internet|intelligence|"
    r"surveil|russia",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were told and how many of them are right; how many there are to be found and how many of them were. Zero where a
    corpus does not say."""

    told: int = 0
    right: int = 0
    to_find: int = 0
    found: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.told + other.told, self.right + other.right, self.to_find + other.to_find, self.found + other.found)

    @property
    def precision(self) -> float | None:
        """The share of what was told that is right; None when nothing was told."""
        return self.right / self.told if self.told else None

    @property
    def recall(self) -> float | None:
        """The share of what there is that was found; None when there is nothing."""
        return self.found / self.to_find if self.to_find else None


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a corpus as its record has it, and as it was read."""

    record: Mapping[str, Any]
    document: Document
    claims: Sequence[Claim]

    @property
    def ours(self) -> dict[str, Any]:
        """What was read, in the annotation scheme."""
        return annotation(self.document, self.claims)


Measure = Callable[[Text], Iterator[tuple[str, Counts]]]


def names(text: Text) -> Iterator[tuple[str, Counts]]:
    """Names of places, organisations, groups and malware (tools among them) that the reader looks up, against those that people
    marked: told and marked at overlapping places, then at exactly the same. The same for every reader."""
    tape = first_tape(text.document)
    marked = [
        (span["start"], span["end"], _NAMED_BY_THEM[span["label"]])
        for span in text.record["spans"]
        if span["label"] in _NAMED_BY_THEM
    ]
    looked_up = [(one.start, one.end, _NAMED_BY_US[one.kind]) for one in tape.mentions.values() if one.kind in _NAMED_BY_US]
    for kind in dict.fromkeys(_NAMED_BY_THEM.values()):
        theirs, ours = ({(start, end) for start, end, of in spans if of == kind} for spans in (marked, looked_up))
        right, found = _touching(ours, theirs), _touching(theirs, ours)
        yield f"names: {kind}", Counts(len(ours), right, len(theirs), found)
        same = len(ours & theirs)
        yield f"names: {kind}, exactly", Counts(len(ours), same, len(theirs), same)


def malware_in_reports(text: Text) -> Iterator[tuple[str, Counts]]:
    """Malware by name, as each reader tells it of a report's incident, against malware and tools that people marked, in reports
    that no reader has learned from. Each name counts once a report."""
    if text.record["split"] != _LEARNED_FROM:
        marked = [span for span in text.record["spans"] if _NAMED_BY_THEM.get(span["label"]) == "malware"]
        yield "malware", _by_name(text, _malware(text), marked, marked)


def attacks(text: Text) -> Iterator[tuple[str, Counts]]:
    """Whether an article tells of a data breach, and of a ransom that was asked: incident types that were read, against events
    that people marked as having happened. One article counts once for each."""
    types = frozenset(text.ours["incident"]["types"])
    happened = {event["type"] for event in text.record["events"] if event["realis"] == "Actual"}
    for name, (theirs, ours) in _ATTACKS.items():
        told, marked = bool(types & ours), theirs in happened
        yield f"attack: {name}", Counts(told, told and marked, marked, told and marked)


def victims(text: Text) -> Iterator[tuple[str, Counts]]:
    """Who was hit: victims that were read, a state alone left out, against victims of any attack that people marked, whether it
    happened or not; to be found are organisations by their names where it did. Each name counts once an article."""
    told = _distinct(
        victim["name"]
        for victim in text.ours["incident"]["victims"]
        if not victim["country"] or victim["name"] != country_name(victim["country"])
    )
    to_find = [victim for victim in _arguments(text, "Victim", happened=True) if victim["type"] == "Organization"]
    yield "victims", _by_name(text, told, _arguments(text, "Victim", happened=False), to_find)


def attackers(text: Text) -> Iterator[tuple[str, Counts]]:
    """Who did it: whom any voice accuses, suspects or lets claim the attack, against the attackers of any attack that people
    marked; to be found are those with a name where it happened. Each name counts once an article."""
    entries = [entry for entry in text.ours["attributions"] if entry["stance"] in _ACCUSING and entry["accused"] not in _NOBODY]
    told = _distinct(entry["accused"] for entry in entries)
    marked, to_find = (_arguments(text, "Attacker", happened) for happened in (False, True))
    yield "attackers", _by_name(text, told, marked, to_find)


def malware_in_news(text: Text) -> Iterator[tuple[str, Counts]]:
    """Malware by name, as each reader tells it of an article's incident, against malware that people marked in any event. Each
    name counts once an article."""
    marked = [argument for event in text.record["events"] for argument in event["args"] if argument["type"] == "Malware"]
    yield "malware", _by_name(text, _malware(text), marked, marked)


def speakers(text: Text) -> Iterator[tuple[str, Counts]]:
    """Who speaks: of the stances whose asserter is named, those where people marked a source of that name for words of the same
    passage. Left out are passages whose only marked sources are pronouns, which tell no name."""
    counts = Counts()
    for entry in text.ours["attributions"]:
        if entry["asserter"] in _NOBODY:
            continue
        sources = [
            source
            for source, parts in _sources(text)
            if any(start < entry["end"] and end > entry["start"] for start, end in parts)
        ]
        if any(same_name(source, entry["asserter"]) for source in sources):
            counts += Counts(1, 1)
        elif not sources or not all(_PRONOUN.fullmatch(source) for source in sources):
            counts += Counts(1, 0)
    yield "speakers", counts


def silence(text: Text) -> Iterator[tuple[str, Counts]]:
    """Nothing told where there is nothing: articles of politics in which no word of computers or spying stands are to be
    found silent, without any stance on who did it."""
    if not _ATTACK_WORDS.search(text.document.text):
        yield "silence", Counts(to_find=1, found=not text.ours["attributions"])


def deeds(text: Text) -> Iterator[tuple[str, Counts]]:
    """What somebody did about something: of the responses that were told in sentences which people coded with one event, those
    whose act has its place in PLOVER where the sentence was coded; whose doer has the name of the marked source; and, where
    both tell one, against whom has the name of the marked target."""
    root = text.record["labels"]["root"]
    marked = {
        label: [span["text"] for span in text.record["spans"] if span["label"] == label] for label in ("SOURCE", "TARGET")
    }
    for claim in text.claims:
        if not isinstance(claim.value, ResponseValue):
            continue
        deed = claim.value
        place = ACTS[deed.act].plover
        if place:
            yield "responses: act", Counts(1, place == root)
        if deed.by.name not in _NOBODY:
            yield "responses: by", Counts(1, any(same_name(deed.by.name, words) for words in marked["SOURCE"]))
        if deed.against and marked["TARGET"]:
            yield "responses: against", Counts(1, any(same_name(deed.against.name, words) for words in marked["TARGET"]))


MEASURES: Mapping[str, tuple[Measure, ...]] = {
    "annoctr": (names, malware_in_reports),
    "casie": (attacks, victims, attackers, malware_in_news),
    "polnear": (speakers, silence),
    "plv": (deeds,),
}
"""By corpus."""


def named(text: str, start: int, end: int) -> bool:
    """Whether these words hold a name: a capital that no beginning of a sentence explains."""
    capitals = (start + capital.start() for capital in _CAPITAL.finditer(text[start:end]))
    return any(text[:place].rstrip(" ")[-1:].isalnum() or text[:place].endswith(", ") for place in capitals)


def _touching(some: Iterable[Span], others: Iterable[Span]) -> int:
    known = list(others)
    return sum(any(start < end_of and end > start_of for start_of, end_of in known) for start, end in some)


def _arguments(text: Text, role: str, happened: bool) -> Iterator[Mapping[str, Any]]:
    """Every argument of a role in attacks, or in those that happened."""
    for event in text.record["events"]:
        if event["type"].startswith("Attack.") and (event["realis"] == "Actual" or not happened):
            yield from (argument for argument in event["args"] if argument["role"] == role)


def _malware(text: Text) -> list[str]:
    return _distinct(text.ours["incident"]["malware"])


def _sources(text: Text) -> Iterator[tuple[str, list[Span]]]:
    """The words of each source, and where the cue and the content stand that it is the source of."""
    for event in text.record["events"]:
        parts = [tuple(part) for side in ("cue", "content") for spans in event.get(side, []) for part in spans]
        for spans in event.get("source", []):
            yield " ".join(text.document.text[start:end] for start, end in spans), parts


def _distinct(found: Iterable[str]) -> list[str]:
    kept: list[str] = []
    for name in found:
        if not any(same_name(name, other) for other in kept):
            kept.append(name)
    return kept


def _by_name(
    text: Text, told: Sequence[str], marked: Iterable[Mapping[str, Any]], to_find: Iterable[Mapping[str, Any]]
) -> Counts:
    """Names that were told against arguments that people marked; to be found are those with a name."""
    known = [argument["text"] for argument in marked]
    wanted = _distinct(one["text"] for one in to_find if named(text.document.text, one["start"], one["end"]))
    right = sum(any(same_name(name, words) for words in known) for name in told)
    found = sum(any(same_name(name, words) for name in told) for words in wanted)
    return Counts(len(told), right, len(wanted), found)
