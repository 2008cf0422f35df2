"""The language model, loaded once for all tests that need it."""

from __future__ import annotations

import pytest

from summarizer.language import load_pipeline


@pytest.fixture(scope="session")
def nlp():
    """The default pipeline."""
    return load_pipeline()
