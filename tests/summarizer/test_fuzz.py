"""Damaged sentences of our own corpus are read, every one of them; a longer run: `python -m tests.summarizer.fuzz`."""

from __future__ import annotations

import pytest
from spacy.language import Language

from summarizer.parse.pipeline import load_pipeline
from summarizer.reader import Reader
from tests.summarizer.fuzz import Fuzz, known_sentences

pytestmark = pytest.mark.model


@Language.component("fails_with_a_word")
def fails_with_a_word(doc):
    """A part of the parse that fails with one word."""
    if "quagmire" in doc.text:
        raise ValueError(doc.text)
    return doc


def test_no_damaged_sentence_makes_the_reading_fail(reader):
    """Who said what, figures, merging and the brief, with nothing spared: some hundreds of sentences."""
    fuzz = Fuzz(reader, known_sentences(None), seed=1)
    assert list(fuzz.batch(range(32))) == []
    assert fuzz.sentences > 300


def test_what_fails_is_shown_once_in_its_shortest_form():
    """With the number that makes the text again, and the kind of the failure."""
    pipeline = load_pipeline()
    pipeline.add_pipe("fails_with_a_word", first=True)
    fuzz = Fuzz(Reader(pipeline), ["The reeve said the quagmire was deep.", "The well was dry, he said."])
    (line,) = fuzz.batch(range(2))
    assert line.startswith("text 0: ValueError at ")
    assert line.endswith("'quagmire'")
    assert list(fuzz.batch(range(2))) == []
