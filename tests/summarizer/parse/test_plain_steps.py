"""Steps are scored as spaCy scores them."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
import spacy

from summarizer.default_model import DEFAULT_MODEL
from summarizer.parse.plain_steps import Scorer, has_plain_steps


def parser_with(*, beam_width: int = 1, has_upper: bool = True, unseen: frozenset[int] = frozenset()):
    attributes = {"has_upper": has_upper, "unseen_classes": unseen}
    return SimpleNamespace(cfg={"beam_width": beam_width}, model=SimpleNamespace(attrs=attributes))


def test_only_a_parser_that_takes_the_best_of_all_steps_is_stood_in_for():
    """Others look at several parses at once, have one layer less, or steps that they never learned."""
    assert has_plain_steps(parser_with())
    assert not has_plain_steps(parser_with(beam_width=8))
    assert not has_plain_steps(parser_with(has_upper=False))
    assert not has_plain_steps(parser_with(unseen=frozenset({3})))


@pytest.mark.model
@pytest.mark.parametrize("component", ["parser", "ner"])
def test_the_scores_are_those_of_spacy(component: str):
    """At the start of each of several texts, for parser and recogniser."""
    plain = spacy.load(DEFAULT_MODEL)
    part = plain.get_pipe(component)
    with plain.select_pipes(enable="tok2vec"):
        docs = [plain(text) for text in ("Ann Example said so.", "The mayor of Norburg did not.")]
    states = part.moves.init_batch(docs)
    expected = part.model.predict(docs).predict(states)
    assert np.allclose(Scorer.of(part, docs).at_states(states), expected, atol=1e-4)
