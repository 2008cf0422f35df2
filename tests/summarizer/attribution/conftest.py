"""The language model and the tagger, loaded once for all tests that need them."""

from __future__ import annotations

import pytest

from summarizer.attribution.tagger import Tagger
from summarizer.parse.pipeline import load_pipeline
from summarizer.reader import load_tagger


@pytest.fixture(scope="session")
def nlp():
    """The default pipeline."""
    return load_pipeline()


@pytest.fixture(scope="session")
def tagger() -> Tagger:
    """The tagger that ships with the bot."""
    loaded = load_tagger()
    if loaded is None:
        pytest.skip("this install leaves out the tagger's weights")
    return loaded
