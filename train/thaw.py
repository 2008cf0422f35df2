"""Takes the weights of a folder back into a network, so that learning can go on from what is shipped."""

from __future__ import annotations

from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from summarizer.attribution.tagger import NETWORK
from train.network import Network

_LAYER = (
    "attention.self.query", "attention.self.key", "attention.self.value",
    "attention.output.dense", "intermediate.dense", "output.dense",
)  # fmt: skip
_QUANTIZED = "_quantized"


def thaw(network: Network, folder: Path) -> None:
    """Sets the weights of `network` to those in `folder`, as exact as int8 holds them.

    Raises ValueError if they are of another network.
    """
    graph = onnx.load(folder / NETWORK).graph
    stored = {
        tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy()) for tensor in graph.initializer
    }
    names = dict(zip(_products(stored), _linear_names(network), strict=True))
    state = network.state_dict()
    for name in [name for name in stored if name.endswith(_QUANTIZED)]:
        plain = name.removesuffix(_QUANTIZED)
        exact = (stored[name].float() - stored[f"{plain}_zero_point"].float()) * stored[f"{plain}_scale"]
        stored[names.get(plain, plain)] = exact.T if plain in names else exact
    if missing := state.keys() - stored.keys():
        raise ValueError(f"{folder} lacks {', '.join(sorted(missing))}")
    network.load_state_dict({name: stored[name] for name in state})


def _products(stored: dict[str, Tensor]) -> list[str]:
    """The exporter's names of matrices that are multiplied with, in the order of the graph."""
    plain = (name.removesuffix(_QUANTIZED) for name in stored if name.endswith(_QUANTIZED))
    return [name for name in plain if not name.endswith(".weight")]


def _linear_names(network: Network) -> list[str]:
    """The network's own names of the same, in that order."""
    layers = range(network.encoder.config.num_hidden_layers)
    inner = [f"encoder.encoder.layer.{layer}.{part}.weight" for layer in layers for part in _LAYER]
    return [*inner, "label.weight", "link.weight"]
