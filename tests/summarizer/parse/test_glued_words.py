"""Words without a blank beside a dash, a bracket or a quotation mark are words of their own."""

from __future__ import annotations

import pytest
from spacy.lang.en import English

from summarizer.parse.glued_words import GluedWords

GLUED = {
    "since 5 p.m.—said she": "since 5 p.m. — said she",
    "Sarn & Sons Ltd.—said it": "Sarn & Sons Ltd. — said it",
    "the end.—The pool": "the end . — The pool",
    "Brask --said": "Brask -- said",
    "Brask -said": "Brask - said",
    "Brask (58)said": "Brask ( 58 ) said",
    "Brask [who chairs]said": "Brask [ who chairs ] said",
    "Faro (Harbour First):“No”": "Faro ( Harbour First ) : “ No ”",
    'Orr said:"No"and left': 'Orr said : " No " and left',
    "they can’t—won’t go": "they ca n’t — wo n’t go",
}
PLAIN = English().tokenizer
WHOLE = (
    "some 10–12 or 10—12 of them",
    "a co-op and a north–south road",
    "the child[ren] and [W]e",
    'a 3"-wide pipe',
    "see https://town.example/a_(b)--c now",
)


@pytest.mark.parametrize("text", GLUED)
def test_what_stands_beside_a_mark_is_a_word_of_its_own(text: str):
    """As if blanks stood around the mark, abbreviations and contractions included; no character moves."""
    doc = GluedWords(PLAIN)(text)
    assert [token.text for token in doc] == GLUED[text].split()
    assert doc.text == text
    assert [text[token.idx : token.idx + len(token)] for token in doc] == [token.text for token in doc]


@pytest.mark.parametrize("text", WHOLE)
def test_a_mark_inside_a_word_leaves_it_whole(text: str):
    """Ranges, compounds, endings in brackets, inches and addresses are cut as spaCy cuts them, no finer."""
    assert [token.text for token in GluedWords(PLAIN)(text)] == [token.text for token in PLAIN(text)]


def test_a_word_keeps_what_the_parse_takes_it_for():
    """A contraction before the cut, inside it and behind it."""
    doc = GluedWords(PLAIN)("I can’t—won’t say (58)said, and don’t")
    norms = {token.text: token.norm_ for token in doc}
    assert (norms["ca"], norms["wo"], norms["n’t"]) == ("can", "will", "not")


def test_a_text_of_nothing_but_glued_words_is_cut():
    """However long it is."""
    assert len(GluedWords(PLAIN)("p.m.—said (58)said " * 4_000)) == 28_000
