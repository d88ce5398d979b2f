"""Writes the network as ONNX with weights of eight bits, beside its tokenizer and its card."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.reader.net import Net

_NAMES = (["ids", "mask", "own"], ["roles", "said", "speakers", "accused", "first", "second"])


def export(net: Net, out: Path) -> None:
    """The network as one file. Weights are whole numbers of eight bits; sums stay exact enough (measured in the card)."""
    sample = torch.ones(1, 16, dtype=torch.long)
    lengths = {name: {0: "batch", 1: "tokens"} for names in _NAMES for name in names if name != "said"}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            net,
            (sample, sample, sample),
            str(whole),
            input_names=_NAMES[0],
            output_names=_NAMES[1],
            dynamic_axes={**lengths, "said": {0: "batch"}},
            opset_version=17,
            dynamo=False,
        )
        out.parent.mkdir(parents=True, exist_ok=True)
        quantize_dynamic(whole, out, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"])
