"""The language model, loaded once for the tests that need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.parse.pipeline import load_pipeline

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_pipeline()
