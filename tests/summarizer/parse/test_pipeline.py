"""Loading the language pipeline."""

from __future__ import annotations

import pytest
import spacy

from summarizer.default_model import DEFAULT_MODEL
from summarizer.errors import ModelMissing
from summarizer.parse.components import PlainBlanks
from summarizer.parse.pipeline import folder_in_package, load_pipeline


def test_missing_model_is_named():
    """A pipeline that is not installed raises ModelMissing with its name."""
    with pytest.raises(ModelMissing, match="no_such_pipeline"):
        load_pipeline("no_such_pipeline")


def test_package_without_a_pipeline_folder_is_none():
    """A package that holds no pipeline is no pipeline."""
    assert folder_in_package("email") is None


def test_every_blank_is_read_as_a_plain_one():
    """Non-breaking and thin blanks part words; offsets stay those of the article."""
    read = PlainBlanks(lambda text: text)
    assert read("said.\u00a0“Go\u2009on”\u2028then") == "said. “Go on”\nthen"


@pytest.mark.model
def test_newline_ends_a_sentence(nlp):
    """No sentence runs over a line's end."""
    doc = nlp("The mayor of Norburg\nsaid nothing at all")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "The mayor of Norburg",
        "said nothing at all",
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    "title", ["Sgt.", "Capt.", "Cmdr.", "Maj.", "Lt. Gov.", "Det. Insp.", "Cllr.", "Sens.", "Reps."]
)
def test_no_sentence_ends_between_a_title_and_its_name(nlp, title):
    """Behind a comma or at the start; a full stop elsewhere ends one."""
    text = f"The road stays shut, county fire {title} Ann Example said. {title} Tom Other agreed."
    assert [sentence.text for sentence in nlp(text).sents] == [
        f"The road stays shut, county fire {title} Ann Example said.",
        f"{title} Tom Other agreed.",
    ]


@pytest.mark.model
def test_lemmas_are_those_of_the_pipeline_itself(nlp):
    """Asking once for each word changes no lemma."""
    plain = spacy.load(DEFAULT_MODEL)
    text = "The mayors said they're leaving. She left; leaves fell, and nobody's seen the better bridges."
    assert [token.lemma_ for token in nlp(text)] == [token.lemma_ for token in plain(text)]
