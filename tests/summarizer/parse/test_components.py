"""The stand-ins for spaCy's own components answer as those do."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Span

from summarizer.default_model import DEFAULT_MODEL
from summarizer.parse.components import is_of_one_word
from summarizer.parse.pipeline import UNUSED

TEXTS = (
    "There's no bread, ain't there? Let's say you've gotta go; y'all got it and she gets what I got.",
    "The mayor, Ilse Marrack, said on 11 March that 58 of them had done what they do.\n\nDid they? It is theirs.",
    "",
    # Paragraphs long enough to be parsed side by side, the second of which the parser opens with a sentence of one mark.
    (
        "The council met on Monday and said that it would close the harbour road for the whole of the winter (or most of it);.\n"
        "— Foster’s one and only ferry goes on as it did before, said its owner, and nobody on the quay knows why.\n\n"
        "In Norburg, Ann Example of the Example Ferry Company, who is 58, sold both of the boats that she owned in May 2019.\n"
    ),
    "“That is what I'd been told,” Nell Farraday of the Aldermouth Courier wrote to him.  He gon na leave, too.",
)


@pytest.mark.model
def test_every_annotation_is_that_of_the_pipeline_itself(nlp):
    """One by one or in a batch: tag, parse, part of speech, morphology, lemma and names."""
    plain = spacy.load(DEFAULT_MODEL, exclude=list(UNUSED))
    plain.add_pipe("known_sentence_starts", before="parser")
    expected = [annotations(plain(text)) for text in TEXTS]
    assert [annotations(nlp(text)) for text in TEXTS] == expected
    assert [annotations(doc) for doc in nlp.pipe(TEXTS, batch_size=3)] == expected


@pytest.mark.model
def test_names_that_a_text_has_already_stay(nlp):
    """As where a component before the recogniser knows some."""
    component = nlp.get_pipe("names_at_once")
    doc = nlp("Ann Example met Tom Foster of Norburg.")
    doc.set_ents([Span(doc, 0, 1, "PERSON")], default="missing")
    first = component(doc).ents[0]
    assert (first.text, first.label_) == ("Ann", "PERSON")


def annotations(doc):
    """Everything that a finder may ask of a word."""
    return [
        (w.tag_, w.dep_, w.head.i, w.pos_, str(w.morph), w.lemma_, w.ent_type_, w.ent_iob_, w.is_sent_start)
        for w in doc
    ]


def test_a_rule_about_two_words_or_the_word_before_is_asked_each_time():
    """Only what a word by itself decides is asked once."""
    assert is_of_one_word([[{"TAG": "VBZ", "LOWER": "gets"}], [{"tag": "VBD"}]])
    assert not is_of_one_word([[{"LOWER": "got"}, {"LOWER": "ta"}]])
    assert not is_of_one_word([[{"ENT_TYPE": "PERSON"}]])
