"""How much of what is annotated becomes right claims when the network points at exactly the right words.

usage: python -m training.reader.oracle [--show CAUSE]     shares of the annotated entries, and what the others fail by;
                                                           with the entries of a cause where one is named

The network is left out: its answers are made of the annotation. What is lost then is lost on the way from words to parties.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bench.corpora import OF_THE_RULES, corpora
from bench.scoring import Named, same_attribution, same_party, same_response
from bench.single_sentences import entries
from demarche.model.claim import PRIMARY, Claim
from demarche.model.source import Capture
from demarche.steps.extract import read_tape
from demarche.steps.extract.apart import main_labels
from demarche.steps.extract.case import Case, case_of
from demarche.steps.extract.reading import Reading, Span
from demarche.steps.extract.trained.answers import by_deed
from demarche.steps.extract.trained.candidates import by_network
from demarche.steps.extract.trained.decoding import Deed, Position
from demarche.steps.extract.trained.parties import Parties
from demarche.steps.ingest import ingest
from demarche.steps.publish.annotate import annotation
from training.reader.places import Around, occurrences, place

Entry = Mapping[str, Any]
Same = Callable[[Entry, Entry], bool]
LOOKED_AT = OF_THE_RULES | {"further"}
"""What the way from words to parties was written on. Entries of other corpora are never shown."""
RIGHT = "right"
_NAMES_ACCUSED = frozenset({"asserts", "suspects", "doubts"})
_NAMES_SOMEBODY = _NAMES_ACCUSED | {"claims-responsibility"}
_VAGUE = "statement"


@dataclass(frozen=True, slots=True)
class Trial:
    """One annotated entry: what became of it, the words pointed at, and the entry made of them, if any."""

    report: str
    what: str
    cause: str
    entry: Entry
    made: Entry | None
    words: tuple[str | None, ...]


class Report:
    """One annotated text, read as far as the rules read it before the network is asked."""

    def __init__(self, name: str, capture: Capture, gold: Mapping[str, Any]) -> None:
        self.name = name
        self.gold = gold
        self.reading: Reading = read_tape(ingest(capture))
        self.case: Case = case_of(self.reading)
        self.parties = Parties(self.reading, self.case.speakers, self.case.suspects)

    def trials(self) -> Iterator[Trial]:
        """Every entry that is scored, tried."""
        for entry in self.gold["attributions"]:
            number = self._sentence(entry)
            if number is not None:
                yield self._stance(entry, number)
        for entry in self.gold["responses"]:
            number = self._sentence(entry)
            if number is not None and entry["kind"] != _VAGUE:
                yield self._response(entry, number)

    def _sentence(self, entry: Entry) -> int | None:
        """The number of the sentence with which an entry shares most."""
        shared = [min(end, entry["end"]) - max(start, entry["start"]) for start, end in self.reading.spans]
        return shared.index(max(shared)) if shared and max(shared) > 0 else None

    def _place(self, entry: Entry, side: str, kind: str | None, number: int) -> Span | None:
        shown = Around.of(self.reading.document.text, self.reading.spans, number)
        party, span = (kind, entry[f"{side}_country"]), (entry["start"], entry["end"])
        return place(entry[side], party, shown, span, tuple(self.reading.tape.mentions.values()))

    def _words(self, span: Span | None) -> str | None:
        return None if span is None else self.reading.document.text[slice(*span)]

    def _stance(self, entry: Entry, number: int) -> Trial:
        unnamed = "unspecified" in {entry["asserter"], entry["asserter_kind"]}
        speaker = accused = hedge = None
        if not unnamed:
            speaker = self._place(entry, "asserter", entry["asserter_kind"], number)
        if entry["stance"] in _NAMES_ACCUSED:
            accused = self._place(entry, "accused", entry["accused_kind"], number)
        if entry["confidence_words"]:
            text, own = self.reading.document.text, self.reading.spans[number]
            hedge = next(iter(occurrences(entry["confidence_words"], text, *own, any_case=True)), None)
        words = (self._words(speaker), self._words(accused))
        position = Position(entry["stance"], speaker, accused, hedge, 1.0)
        claims = tuple(by_network(self.reading, self.parties, self.case, self.reading.sentences[number], position))
        if not claims:
            cause = "accused: not in reach" if accused is None and entry["stance"] != "claims-responsibility" else "no claim"
            return Trial(self.name, entry["stance"], cause, entry, None, words)
        made, fate = self._judged(entry, claims, "attributions", same_attribution)
        if fate is not None:
            return Trial(self.name, entry["stance"], fate, entry, made, words)
        sides = [("asserter", "government", words[0] is None and not unnamed)]
        if entry["stance"] in _NAMES_SOMEBODY:
            sides.append(("accused", "state", words[1] is None and entry["stance"] in _NAMES_ACCUSED))
        return Trial(self.name, entry["stance"], _cause(entry, made, sides), entry, made, words)

    def _response(self, entry: Entry, number: int) -> Trial:
        by = self._place(entry, "by", "government", number) if entry["by"] else None
        against = self._place(entry, "against", "state", number) if entry["against"] else None
        words = (self._words(by), self._words(against))
        deed = Deed(entry["kind"], entry["status"], by, against, 1.0)
        claims = tuple(by_deed(self.reading, self.parties, number, deed))
        if not claims or not entry["by"]:
            return Trial(self.name, "response", "by: nobody" if entry["by"] else "by: nobody is named", entry, None, words)
        made, fate = self._judged(entry, claims, "responses", same_response)
        if fate is not None:
            return Trial(self.name, "response", fate, entry, made, words)
        sides = [("by", "government", by is None), ("against", "state", against is None)]
        return Trial(self.name, "response", _cause(entry, made, sides), entry, made, words)

    def _judged(self, entry: Entry, claims: Sequence[Claim], part: str, same: Same) -> tuple[Entry, str | None]:
        """The claim that means the entry, else the first, as an entry, and how it fares where it means the same."""
        made = [annotation(self.reading.document, [replace(claim, event=PRIMARY)])[part][0] for claim in claims]
        found = next((number for number, one in enumerate(made) if same(entry, one)), None)
        if found is None:
            return made[0], None
        return made[found], RIGHT if claims[found].event in main_labels(self.reading) else "told of another event"


def _cause(entry: Entry, made: Entry, sides: Iterable[tuple[str, str, bool]]) -> str:
    """Which side is another party, and by what it differs."""
    for side, usual, lost in sides:
        wanted, given = (_named(one, side, usual) for one in (entry, made))
        if entry[side] and made[side] and not same_party(wanted, given):
            return f"{side}: {'not in reach' if lost else _difference(wanted, given)}"
    raise AssertionError("one of the sides differs")


def _difference(wanted: Named, given: Named) -> str:
    if "unspecified" in {wanted.kind, given.kind} or "unknown" in {wanted.name, given.name}:
        return "named or not"
    if wanted.country and given.country is None:
        return "country missing"
    if wanted.country and wanted.country != given.country:
        return "another country"
    if wanted.country:
        return "kind"
    return "name"


def _named(entry: Entry, side: str, usual: str) -> Named:
    return Named(entry[side] or "unspecified", entry.get(f"{side}_kind", usual) or "", entry[f"{side}_country"])


def reports() -> Iterator[tuple[str, Report]]:
    """Every report that may be looked at, then the single sentences, each with the name of its corpus."""
    for corpus in corpora():
        for report in corpus.reports if corpus.name in LOOKED_AT else ():
            yield corpus.name, Report(report.id, report.capture, report.gold)
    for entry in entries():
        yield "sentences", Report(entry["id"], Capture(f"{entry['id']}.txt", entry["text"].encode()), entry)


def lines(tried: Sequence[tuple[str, Trial]], shown: str | None) -> Iterator[str]:
    """What is printed: shares by corpus and by what was said, causes, and entries of the cause shown."""
    for name in dict.fromkeys(corpus for corpus, _ in tried):
        yield _share(name, [trial for corpus, trial in tried if corpus == name])
    trials = [trial for corpus, trial in tried if corpus != "sentences"]
    yield _share("all reports", trials)
    for what in sorted({trial.what for trial in trials}):
        yield _share(f"  {what}", [trial for trial in trials if trial.what == what])
    counts = Counter((trial.what == "response", trial.cause) for _, trial in tried)
    for (is_response, cause), count in counts.most_common():
        yield f"{count:6} {'responses' if is_response else 'stances':9} {cause}"
    for corpus, trial in tried:
        if shown is not None and shown in trial.cause:
            yield f"{corpus} {trial.report} {trial.what} [{trial.cause}] {trial.words}"
            for one in (trial.entry, trial.made or {}):
                yield "    " + " | ".join(f"{one[key]}" for key in sorted(one) if key not in {"start", "end", "status", "kind"})


def _share(name: str, trials: Sequence[Trial]) -> str:
    right = sum(trial.cause == RIGHT for trial in trials)
    return f"{name:25} {right:5} of {len(trials):5}  {right / max(1, len(trials)):.3f}"


def main(arguments: Sequence[str]) -> int:
    """Try all and print."""
    shown = arguments[1] if arguments[:1] == ["--show"] and len(arguments) > 1 else None
    tried = [(name, trial) for name, report in reports() for trial in report.trials()]
    print("\n".join(lines(tried, shown)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
