"""Examples as numbers: tokens, and which of them are what to which sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from demarche.model.vocabulary.incidents import IncidentType
from demarche.steps.extract.reading import Span
from demarche.steps.extract.trained.network import PAIRS, ROLES, SAID
from demarche.steps.extract.trained.stretches import Stretch, Stretches
from training.reader.examples import Answer, Example, Stand, Told

KINDS = (
    *(kind.value for kind in IncidentType),
    *("service-outage", "data-destroyed", "data-encrypted", "data-exposed", "personal-data-exposed", "money-lost"),
    "physical-effect",
)
"""Incident types and impacts as the annotation scheme names them. They are learned beside the rest and not asked for: weights
over words (`training/types.py`) tell types better, with F1 0.81 on incidents kept apart instead of 0.72."""
_WHO = {
    "asserts": "asserter",
    "suspects": "asserter",
    "denies": "denier",
    "doubts": "doubter",
    "claims-responsibility": "claimer",
    "declines-to-attribute": "decliner",
}
_ROLE = {role: number for number, role in enumerate(ROLES)}
_SAID = {said: number for number, said in enumerate(SAID)}
KNOWN_OUTSIDE = [_ROLE[role] for role in ("malware", "group", "organisation")]
"""What texts from outside teach; of our own the last two are not annotated."""
KNOWN_OF_OURS = [number for role, number in _ROLE.items() if role not in {"group", "organisation"}]


@dataclass(slots=True)
class Wanted:
    """What one sentence of a stretch says: pairs of token and role, numbers of what is said, and triples of the token of a
    speaker, that of an accused, and the way; `parties` are all tokens of parties, among which pairs are told apart, and
    `reach` those that it may speak of, its own mark first."""

    mark: int
    reach: list[int]
    roles: set[tuple[int, int]] = field(default_factory=set)
    said: set[int] = field(default_factory=set)
    joined: set[tuple[int, int, int]] = field(default_factory=set)
    parties: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch ready to be learned from."""

    stretch: Stretch
    sentences: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """The stretches of one text, and the numbers of what was done in it. Of a text from `outside` only names are known."""

    rows: tuple[Row, ...]
    kinds: frozenset[int]
    outside: bool = False

    @property
    def tokens(self) -> int:
        """How many there are in all its stretches."""
        return sum(len(row.stretch.ids) for row in self.rows)


def text_of(stretches: Stretches, example: Example) -> Text:
    """The numbers of an example."""
    pieces = stretches.pieces(example.text, example.spans)
    rows = tuple(_row(stretch, example.told) for stretch in stretches.of(pieces, range(len(pieces))))
    return Text(rows, frozenset(KINDS.index(kind) for kind in example.kinds), example.outside)


def _row(stretch: Stretch, told: Sequence[Told]) -> Row:
    return Row(stretch, tuple(_wanted(stretch, number, told[number]) for number in stretch.marks))


def _wanted(stretch: Stretch, number: int, told: Told) -> Wanted:
    wanted = Wanted(stretch.marks[number], stretch.reach(number))
    for stand in told.stands:
        _stance(stretch, stand, wanted)
    for answer in told.answers:
        _answering(stretch, answer, wanted)
    for role, span in told.named:
        wanted.roles |= {(token, _ROLE[role]) for token in _tokens(stretch, wanted, span)}
    return wanted


def _stance(stretch: Stretch, stand: Stand, wanted: Wanted) -> None:
    wanted.said.add(_SAID[stand.stance])
    speakers = _tokens(stretch, wanted, stand.speaker) or ([wanted.mark] if stand.unnamed else [])
    wanted.roles |= {(token, _ROLE[_WHO[stand.stance]]) for token in speakers}
    wanted.roles |= {(token, _ROLE["hedge"]) for token in _tokens(stretch, wanted, stand.hedge)}
    if stand.stance not in PAIRS:
        return
    accused = _tokens(stretch, wanted, stand.accused) or [wanted.mark]
    role = "accused-doubt" if stand.stance == "doubts" else "accused"
    wanted.roles |= {(token, _ROLE[role]) for token in accused}
    wanted.parties |= {*speakers, *accused}
    way = PAIRS.index(stand.stance)
    wanted.joined |= {(first, second, way) for first in speakers for second in accused}


def _answering(stretch: Stretch, answer: Answer, wanted: Wanted) -> None:
    wanted.said |= {_SAID[answer.act], _SAID[answer.status]}
    by = _tokens(stretch, wanted, answer.by) or [wanted.mark]
    against = _tokens(stretch, wanted, answer.against)
    wanted.roles |= {(token, _ROLE[f"by:{answer.act}"]) for token in by}
    wanted.roles |= {(token, _ROLE["against"]) for token in against}
    wanted.parties |= {*by, *against}


def _tokens(stretch: Stretch, wanted: Wanted, span: Span | None) -> list[int]:
    """The tokens in reach of a sentence that stand at these offsets."""
    if span is None:
        return []
    found = []
    for token in wanted.reach[1:]:
        place = stretch.places[token]
        if place is not None and place[0] < span[1] and place[1] > span[0]:
            found.append(token)
    return found
