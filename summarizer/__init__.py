"""The core: text in, brief out. Pure: no network, Slack, SQLite, clock or environment.

As a library: `summarizer.load()` (docs/library.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.default_model import DEFAULT_MODEL

if TYPE_CHECKING:
    from summarizer.library import Nutgraf

__all__ = ["load"]


def load(model: str = DEFAULT_MODEL) -> Nutgraf:
    """Load the language model (a package's name or a path) and the tagger, once; a second or two. Raises ModelMissing."""
    from summarizer.library import load as load_library  # noqa: PLC0415  # whoever loads nothing waits for no spaCy

    return load_library(model)
