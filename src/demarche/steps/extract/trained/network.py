"""The trained network: what every word of a stretch is to what each of its sentences says.

The network is MiniLM-L6 (Wang et al. 2020), fine-tuned by `training/reader` and exported to ONNX with weights of eight bits.
It reads one stretch at a time on one thread, so that what it says of a sentence depends on nothing but its stretch.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from demarche.steps.extract.reading import Reading, Span
from demarche.steps.extract.trained.stretches import Stretch, Stretches

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

READER = "model"
"""The name that claims bear which the network finds or helped to choose."""
NETWORK, TOKENIZER = "network.onnx", "tokenizer.json"
STANCES = ("asserts", "suspects", "denies", "doubts", "claims-responsibility", "declines-to-attribute")
ACTS = tuple(
    (
        "condemnation call-for-restraint summon-ambassador recall-ambassador expel-diplomats sever-relations sanctions "
        "travel-ban indictment arrest reward-offer raid-or-seizure takedown technical-advisory assistance "
        "mutual-defence-consultation counter-operation military legal-suit law-or-policy resignation-or-dismissal "
        "ransom-paid ransom-refused statement"
    ).split()
)
"""Response acts as the annotation scheme names them."""
STATUSES = ("done", "announced", "threatened", "considered", "ruled-out")
SAID = (*STANCES, *ACTS, *STATUSES)
"""What a sentence as a whole may say, in the order of the network's answers."""
ROLES = (
    *("asserter", "denier", "doubter", "decliner", "claimer", "accused", "accused-doubt", "hedge", "against", "victim"),
    *(f"by:{act}" for act in ACTS),
    *("malware", "group", "organisation"),
)
"""What a token may be to a sentence, in the order of the network's answers."""
PAIRS = ("asserts", "suspects", "doubts")
"""What may join somebody who speaks with somebody accused."""
ANSWERS = ("roles", "said", "speakers", "accused", "first", "second", "third")
"""The network's outputs by name; it was also taught to tell what was done, and is not asked."""


@dataclass(frozen=True)
class Seen:
    """What the network says of one sentence. Token 0 is its mark, which stands for somebody unnamed or named elsewhere; the
    others are the words in its reach, each with its place in the document and the number of its own sentence."""

    places: tuple[Span | None, ...]
    sentences: tuple[int, ...]
    said: Floats
    roles: Floats
    _left: Floats
    _right: Floats
    _bias: tuple[Floats, Floats, Floats]

    def says(self, name: str) -> float:
        """How likely the sentence says that, 0 to 1."""
        return float(self.said[SAID.index(name)])

    def role(self, name: str) -> Floats:
        """How likely each token is part of such a party or phrase."""
        return self.roles[:, ROLES.index(name)]

    def joined(self, speakers: Sequence[int], accused: Sequence[int]) -> dict[str, float]:
        """How likely the tokens of a speaker accuse those of an accused, in each way; the mean over all pairs of tokens."""
        first, second = list(speakers), list(accused)
        sums = self._left[first] @ self._right[second].T  # speakers, ways, accused
        sums = sums + self._bias[0][first][:, :, None] + self._bias[1][second].T[None] + self._bias[2][None, :, None]
        likely = _sigmoid(sums).mean(axis=(0, 2))
        return {way: float(value) for way, value in zip(PAIRS, likely, strict=True)}


def _sigmoid(sums: Any) -> Any:
    import numpy as np

    return 1.0 / (1.0 + np.exp(-sums))


def tokenizer_of(text: str) -> Any:
    """The tokenizer that a file describes, which neither pads nor cuts."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(text)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


class Network:
    """The network and its tokenizer, loaded once in a process."""

    def __init__(self, network: bytes, tokenizer: bytes) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
        self._stretches = Stretches(tokenizer_of(tokenizer.decode()))

    def see(self, reading: Reading, wanted: Collection[int]) -> dict[int, Seen]:
        """What the network says of the sentences with these numbers, and of those between them that it read with them."""
        pieces = self._stretches.pieces(reading.document.text, reading.spans)
        return {number: seen for stretch in self._stretches.of(pieces, wanted) for number, seen in self._see(stretch).items()}

    def _see(self, stretch: Stretch) -> dict[int, Seen]:
        import numpy as np

        numbers = list(stretch.marks)
        inside = np.array(stretch.sentences)[None] == np.array(numbers)[:, None]
        given = {
            "ids": np.array([stretch.ids], np.int64),
            "read": np.array([stretch.read], np.int64),
            "inside": (inside & np.array(stretch.read)[None])[None].astype(np.float32),
            "marks": np.array([[stretch.marks[number] for number in numbers]], np.int64),
        }
        roles, said, left, right, first, second, third = (answer[0] for answer in self._session.run(ANSWERS, given))
        found = {}
        for row, number in enumerate(numbers):
            near = stretch.reach(number)
            found[number] = Seen(
                tuple(map(stretch.places.__getitem__, near)),
                tuple(map(stretch.sentences.__getitem__, near)),
                _sigmoid(said[row]),
                _sigmoid(roles[row, near]),
                left[near],
                right[near],
                (first[near], second[near], third[row]),
            )
        return found


@cache
def network() -> Network:
    """The network that the package carries."""
    data = files("demarche.steps.extract.trained").joinpath("data")
    return Network(data.joinpath(NETWORK).read_bytes(), data.joinpath(TOKENIZER).read_bytes())
