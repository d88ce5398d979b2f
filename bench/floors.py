"""The accuracy that is pinned in git (bench/floors.json), and the rules for changing it.

A floor holds for one reader and one corpus in one state (its hash). A measure under its floor fails; pinning raises floors;
lowering one needs a reason, which is kept beside the floors, and without which the check of the next commit fails.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bench.corpora import HELD_OUT, ROOT
from bench.scoring import Score
from demarche.readers import MODEL, RULES

FLOORS = Path("bench/floors.json")
DIGITS = 3
"""Decimal places of a pinned value, cut and not rounded, so that a floor is never above what was measured."""
SLACK = 0.01
"""How far a reader other than the rules may be under its floor: a network rounds otherwise on processors of another make."""


@dataclass(frozen=True, slots=True)
class Pinned:
    """One corpus as it was when it was pinned: its reports, its hash, and the scores of each measure."""

    reports: int
    sha256: str
    scores: Mapping[str, Score]


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was lowered on purpose, and why."""

    corpus: str
    measure: str
    before: float
    after: float
    reason: str


@dataclass(frozen=True, slots=True)
class Floors:
    """Everything that is pinned, by corpus, and what was ever lowered."""

    corpora: Mapping[str, Pinned] = field(default_factory=dict)
    lowered: tuple[Lowered, ...] = ()


def has_floor(corpus: str, reader: str) -> bool:
    """Whether this reader has a floor on this corpus: the rules on every one, the trained reader on the held-out one."""
    return reader == RULES or (reader == MODEL and corpus == HELD_OUT)


def name_of(corpus: str, reader: str) -> str:
    """The name under which that is pinned."""
    return corpus if reader == RULES else f"{corpus}, {reader}"


def of_readers(floors: Floors, readers: Iterable[str]) -> Floors:
    """The floors of these readers alone."""
    named = frozenset(readers)
    kept = {name: pinned for name, pinned in floors.corpora.items() if _reader(name) in named}
    return Floors(kept, floors.lowered)


def _reader(name: str) -> str:
    return name.partition(", ")[2] or RULES


def cut(score: Score) -> Score:
    """The score with as many places as are pinned."""
    scale = 10**DIGITS
    precision, recall, f1 = (int(value * scale + 1e-6) / scale for value in (score.precision, score.recall, score.f1))
    return Score(precision, recall, f1, score.gold)


def loads(text: str | bytes) -> Floors:
    """Floors from their file's content. ValueError, KeyError or TypeError when it is none."""
    raw = json.loads(text)
    pinned = {
        name: Pinned(
            corpus["reports"], corpus["sha256"], {measure: Score(**score) for measure, score in corpus["scores"].items()}
        )
        for name, corpus in raw["corpora"].items()
    }
    return Floors(pinned, tuple(Lowered(**entry) for entry in raw["lowered"]))


def dumps(floors: Floors) -> str:
    """The content of the floors' file, one value a line so that a change reads well."""
    return json.dumps(asdict(floors), ensure_ascii=False, indent=1) + "\n"


def read(root: Path = ROOT) -> Floors:
    """The floors of a checkout; none when it has no such file."""
    place = root / FLOORS
    return loads(place.read_bytes()) if place.exists() else Floors()


def faults(floors: Floors, measured: Mapping[str, Pinned]) -> Iterator[str]:
    """What is under its floor, and floors that nothing was measured for."""
    for name, pinned in floors.corpora.items():
        now = measured.get(name)
        if now is None:
            yield f"{name}: pinned, but the corpus is not there"
        elif now.sha256 != pinned.sha256:
            yield f"{name}: the corpus changed since it was pinned; look at the new scores and run `make pin`"
        else:
            yield from _under(name, pinned, now)
    yield from (f"{name}: no floor is pinned; run `make pin`" for name in measured if name not in floors.corpora)


def _under(name: str, pinned: Pinned, now: Pinned) -> Iterator[str]:
    slack = 0.0 if _reader(name) == RULES else SLACK
    for measure, floor in pinned.scores.items():
        score = now.scores.get(measure)
        if score is None or score.f1 < floor.f1 - slack:
            reached = "nothing" if score is None else f"{score.f1:.3f}"
            yield f"{name}: {measure} is at {reached}, under its floor of {floor.f1:.3f}"


def lowerings(before: Floors, after: Floors) -> Iterator[Lowered]:
    """Floors of `before` that `after` lowers or leaves out, without a reason as yet."""
    for name, pinned in before.corpora.items():
        now = after.corpora.get(name)
        for measure, floor in pinned.scores.items():
            score = now.scores.get(measure) if now else None
            value = score.f1 if score else 0.0
            if value < floor.f1:
                yield Lowered(name, measure, floor.f1, value, "")


def unexplained(before: Floors, after: Floors) -> Iterator[str]:
    """Lowerings for which `after` gives no reason."""
    explained = {(entry.corpus, entry.measure, entry.after) for entry in after.lowered if entry.reason.strip()}
    for entry in lowerings(before, after):
        if (entry.corpus, entry.measure, entry.after) not in explained:
            fall = f"from {entry.before:.3f} to {entry.after:.3f}"
            yield f"{entry.corpus}: the floor of {entry.measure} was lowered {fall} without a reason"


def raised(floors: Floors, measured: Mapping[str, Pinned], reason: str | None) -> Floors:
    """Floors at what was measured. ValueError when that lowers one and there is no reason for it."""
    corpora = {
        name: Pinned(now.reports, now.sha256, {m: cut(s) for m, s in now.scores.items()}) for name, now in measured.items()
    }
    after = Floors(corpora, floors.lowered)
    fallen = list(lowerings(floors, after))
    if fallen and not (reason or "").strip():
        named = "; ".join(f"{entry.corpus} {entry.measure} {entry.before:.3f} -> {entry.after:.3f}" for entry in fallen)
        raise ValueError(f"this would lower floors ({named}); add --allow-lower 'the reason'")
    explained = tuple(Lowered(entry.corpus, entry.measure, entry.before, entry.after, reason or "") for entry in fallen)
    return Floors(corpora, floors.lowered + explained)


def earlier(root: Path = ROOT) -> dict[str, Floors]:
    """The floors of the commits that this checkout comes from, by their name; empty where git cannot tell."""
    found = {}
    for name, revision in (("HEAD", "HEAD"), ("the commit before", "HEAD~1"), ("the main branch", _fork(root))):
        shown = _git(root, "show", f"{revision}:{FLOORS.as_posix()}") if revision else None
        if shown:
            found[name] = loads(shown)
    return found


def _fork(root: Path) -> str | None:
    """Where this branch left the main branch."""
    return (_git(root, "merge-base", "HEAD", "origin/main") or "").strip() or None


def _git(root: Path, *arguments: str) -> str | None:
    program = shutil.which("git")
    if program is None:
        return None
    done = subprocess.run([program, *arguments], cwd=root, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else None
