"""Writes a network as the folder that summarizer.attribution.tagger loads."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from summarizer.attribution.tagger import APPRAISALS, CONTRACT, NETWORK, PIECES
from summarizer.attribution.tagger_decode import LABELS
from train.appraisal import VECTOR_SIZE, put_layer
from train.network import Network

LONGEST = 512  # pieces; what the pre-trained network has positions for


def export(network: Network, tokenizer: Tokenizer, folder: Path) -> None:
    """Writes int8 weights, word pieces and the labels' names."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        exact = Path(temporary) / "exact.onnx"
        _write_exact(network, exact)
        # One scale for each output channel: with one for the whole tensor speech F1 falls by 0.9.
        quantize_dynamic(exact, folder / NETWORK, per_channel=True, weight_type=QuantType.QInt8)
    put_layer(
        folder / NETWORK, np.zeros((VECTOR_SIZE, APPRAISALS)), np.zeros(APPRAISALS)
    )  # till train.appraisal learns it
    tokenizer.save(str(folder / PIECES))
    (folder / CONTRACT).write_text(json.dumps({"labels": LABELS}, indent=1) + "\n", encoding="utf-8")


def _write_exact(network: Network, path: Path) -> None:
    # Three tensors, not one twice: the exporter takes the same object for the same input.
    ids, forms, attended = (torch.ones((2, 64), dtype=torch.int64) for _ in range(3))
    batch, piece = torch.export.Dim("batch", max=64), torch.export.Dim("piece", min=2, max=LONGEST)
    torch.onnx.export(
        network.eval(),
        (ids, forms, attended),
        path,
        input_names=("ids", "forms", "attended"),
        output_names=("labels", "links"),
        dynamic_shapes=({0: batch, 1: piece},) * 3,
        external_data=False,
        dynamo=True,
    )
