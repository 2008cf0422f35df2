"""The tagger, for all tests that need it."""

from __future__ import annotations

import pytest

from summarizer.attribution.tagger import Tagger
from summarizer.reader import Reader


@pytest.fixture(scope="session")
def tagger(reader: Reader) -> Tagger:
    """The tagger that ships with the bot."""
    if not isinstance(reader.tagger, Tagger):
        pytest.skip("this install leaves out the tagger's weights")
    return reader.tagger
