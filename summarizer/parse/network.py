"""The tagger's network and its word pieces, as onnxruntime and tokenizers run them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from summarizer.parse.onnx import onnxruntime
from summarizer.parse.processor import has_vnni

WordPieces: TypeAlias = Tokenizer
Floats: TypeAlias = NDArray[np.float32]
Ints: TypeAlias = NDArray[np.int64]

# Processors with AVX2 but no VNNI add two products of an 8-bit weight in 16 bits, which may not hold them. With this
# entry onnxruntime reads the weights another way there, for 13 % more time. With VNNI it gives the same numbers, and took 45 % more.
WITHOUT_SATURATION = ("session.x64quantprecision", "1")
# Steps that onnxruntime would make one of: apart, sum and layer normalisation leave a quarter of the network's time out.
SLOWER_JOINED = ["SkipLayerNormFusion"]


def load_word_pieces(path: Path) -> WordPieces:
    """The word pieces in the file at `path`."""
    return Tokenizer.from_file(str(path))


@dataclass(frozen=True, slots=True)
class OnnxNetwork:
    """The network as onnxruntime runs it."""

    session: onnxruntime.InferenceSession

    @classmethod
    def from_file(cls, path: Path, threads: int) -> OnnxNetwork:
        """Loads the network; onnxruntime's own errors mean that the file is damaged."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads  # its default takes every core of the machine
        options.inter_op_num_threads = 1
        # Every window has another length, and for each onnxruntime would keep a plan and room of its own: 25 MB after a dozen articles,
        # for no time that could be measured.
        options.enable_mem_pattern = options.enable_cpu_mem_arena = False
        if not has_vnni():
            options.add_session_config_entry(*WITHOUT_SATURATION)
        return cls(
            onnxruntime.InferenceSession(
                path, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER_JOINED
            )
        )

    def __call__(self, ids: Ints, forms: Ints) -> tuple[Floats, Floats, Floats]:
        """Runs one window."""
        batch = {"ids": ids[None], "forms": forms[None], "attended": np.ones_like(ids)[None]}
        labels, links, appraisals = self.session.run(("labels", "links", "appraisals"), batch)
        return labels[0], links[0], appraisals[0]
