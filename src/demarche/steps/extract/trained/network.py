"""The trained network: what every token of a window is to what the sentence says.

The network is MiniLM-L6 (Wang et al. 2020), fine-tuned by `training/reader` and exported to ONNX with weights of eight bits.
It reads one window at a time on one thread, so that what it says of a sentence depends on nothing but its window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from demarche.steps.extract.reading import Span
from demarche.steps.extract.trained.windows import Window

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

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
)
"""What a token may be part of, in the order of the network's answers."""
PAIRS = ("asserts", "suspects", "doubts")
"""What may join somebody who speaks with somebody accused."""
MOST = (64, 128, 24)
"""Tokens of the words before, of the sentence, and of the words after that the network takes."""


@dataclass(frozen=True)
class Seen:
    """What the network says of one window. Token 0 stands for the whole: for somebody unnamed, or named elsewhere."""

    places: tuple[Span | None, ...]
    """Where each token stands in the window; None for the marks between its parts."""
    said: Floats
    roles: Floats
    _left: Floats
    _right: Floats
    _bias: tuple[Floats, Floats]

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
        sums = sums + self._bias[0][first][:, :, None] + self._bias[1][second].T[None]
        likely = _sigmoid(sums).mean(axis=(0, 2))
        return {way: float(value) for way, value in zip(PAIRS, likely, strict=True)}


def _sigmoid(sums: Any) -> Any:
    import numpy as np

    return 1.0 / (1.0 + np.exp(-sums))


def encoded(tokenizer: Any, window: Window) -> tuple[list[int], list[int], list[Span | None]]:
    """The numbers of the tokens of a window, which of them are of its sentence, and where each stands in the window."""
    begin, apart = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    ids, own = [begin], [0]
    places: list[Span | None] = [None]
    for part, ((start, end), most) in enumerate(zip(window.parts, MOST, strict=True)):
        found = tokenizer.encode(window.text[start:end], add_special_tokens=False)
        kept = slice(-most, None) if part == 0 else slice(most)
        spans = [(start + first, start + last) for first, last in found.offsets[kept]]
        ids += [*found.ids[kept], apart]
        own += [int(part == 1)] * (len(spans) + 1)
        places += [*spans, None]
    return ids, own, places


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
        self._tokenizer = tokenizer_of(tokenizer.decode())

    def see(self, window: Window) -> Seen:
        """What the network says of a window."""
        import numpy as np

        ids, own, places = encoded(self._tokenizer, window)
        given = {"ids": np.array([ids], np.int64), "mask": np.ones((1, len(ids)), np.int64), "own": np.array([own], np.int64)}
        roles, said, left, right, first, second = (answer[0] for answer in self._session.run(None, given))
        return Seen(tuple(places), _sigmoid(said), _sigmoid(roles), left, right, (first, second))


@cache
def network() -> Network:
    """The network that the package carries."""
    data = files("demarche.steps.extract.trained").joinpath("data")
    return Network(data.joinpath(NETWORK).read_bytes(), data.joinpath(TOKENIZER).read_bytes())
