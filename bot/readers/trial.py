"""What `doctor` tries in a process of its own (`bot.readers.apart`), so that it loads no language library itself."""

from __future__ import annotations

from summarizer.parse.pipeline import load_pipeline
from summarizer.reader import load_tagger


def read_a_sentence(model: str) -> None:
    """Load the language model and read a sentence with it. Raises ModelMissing."""
    load_pipeline(model)("The mayor said the bridge was safe.")


def has_tagger() -> bool:
    """Whether the learned tagger's weights are there and can be loaded."""
    return load_tagger() is not None
