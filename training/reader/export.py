"""Writes the network as ONNX with weights of eight bits, beside its tokenizer and its card."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.reader.net import Net

_GIVEN = {
    "ids": ("batch", "tokens"),
    "read": ("batch", "tokens"),
    "inside": ("batch", "sentences", "tokens"),
    "marks": ("batch", "sentences"),
}
_ANSWERS = {
    "roles": ("batch", "sentences", "tokens"),
    "said": ("batch", "sentences"),
    "kinds": ("batch", "sentences"),
    "speakers": ("batch", "tokens"),
    "accused": ("batch", "tokens"),
    "first": ("batch", "tokens"),
    "second": ("batch", "tokens"),
    "third": ("batch", "sentences"),
}


def export(net: Net, out: Path) -> None:
    """The network as one file. Weights are whole numbers of eight bits; sums stay exact enough (measured in the card). It is
    given no mask, since it reads one stretch at a time: hiding no token took a quarter of its time."""
    tokens, sentences = 16, 2
    ones = torch.ones(1, tokens, dtype=torch.long)
    given = (ones, None, ones, torch.ones(1, sentences, tokens), torch.zeros(1, sentences, dtype=torch.long))
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            net,
            given,
            str(whole),
            input_names=list(_GIVEN),
            output_names=list(_ANSWERS),
            dynamic_axes={name: dict(enumerate(axes)) for name, axes in {**_GIVEN, **_ANSWERS}.items()},
            opset_version=17,
            dynamo=False,
        )
        out.parent.mkdir(parents=True, exist_ok=True)
        quantize_dynamic(whole, out, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"])
