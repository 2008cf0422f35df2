"""Tagging whole texts: windows, spans, links, and what a folder of weights must hold."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from summarizer.attribution.tagged import Tagged
from summarizer.attribution.tagger import CONTRACT, NETWORK, PIECES, WEIGHTS, Tagger
from summarizer.attribution.tagger_decode import LABELS
from summarizer.attribution.tagger_pieces import PARAGRAPH
from summarizer.attribution.tagger_windows import BLOCK, CONTEXT
from summarizer.parse.network import Floats, Ints

LABEL_OF_WORD = {
    "ann": "begin-source",
    "said": "begin-cue",
    "hopes": "begin-cue-other",
    "rain": "begin-content",
    "fell": "inside-content",
    "(": "inside-content",
}
CONTENT_LINKS, CUE_LINKS, SOURCE_LINKS = (9, 0, 0, 0), (0, 9, 1, 0), (0, 0, 0, 1)
LINKS = {
    "ann": SOURCE_LINKS,
    "said": CUE_LINKS,
    "hopes": CUE_LINKS,
    "rain": CONTENT_LINKS,
    "fell": CONTENT_LINKS,
    "(": CONTENT_LINKS,
}
WORDS = ["[CLS]", "[SEP]", "[UNK]", PARAGRAPH, *LABEL_OF_WORD, "dry", ",", "."]


def word_tokenizer() -> Tokenizer:
    """Every known word is one piece."""
    made = Tokenizer(models.WordLevel({word: number for number, word in enumerate(WORDS)}, "[UNK]"))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


class ByWord:
    """A network that knows one label for each word; contents seek any cue, and cues any source."""

    def __init__(self) -> None:
        self.windows: list[int] = []

    def __call__(self, ids: Ints, forms: Ints) -> tuple[Floats, Floats, Floats]:
        assert len(ids) == len(forms)
        self.windows.append(len(ids))
        scores = np.zeros((len(ids), len(LABELS)), dtype=np.float32)
        for row, number in zip(scores, ids, strict=True):
            row[LABELS.index(LABEL_OF_WORD.get(WORDS[number], "none"))] = 9.0
        links = np.array([LINKS.get(WORDS[number], (0, 0, 0, 0)) for number in ids], dtype=np.float32)
        return scores, links, np.tile(np.float32([1, 0]), (len(ids), 1))


def tag(text: str) -> Tagged:
    (tagged,) = Tagger(ByWord(), word_tokenizer()).tag([text])
    return tagged


def test_a_cue_has_its_source_and_its_content_as_characters_of_the_text() -> None:
    """Spans are offsets of the page's text."""
    text = "Rain fell,  Ann said."
    (cue,) = tag(text).cues
    assert cue.source is not None
    assert text[cue.start : cue.end] == "said"
    assert text[cue.source.start : cue.source.end] == "Ann"
    assert [text[content.start : content.end] for content in cue.contents] == ["Rain fell"]


def test_fragments_with_only_punctuation_between_are_one_content() -> None:
    """A comma inside a content does not make two."""
    text = "Ann said rain, rain fell."
    (cue,) = tag(text).cues
    assert [text[content.start : content.end] for content in cue.contents] == ["rain, rain fell"]


def test_spans_end_with_words_and_closed_brackets() -> None:
    """Punctuation at the ends is left out, but a bracket opened inside a span is closed in it."""
    text = "Rain fell (fell.), Ann said."
    (cue,) = tag(text).cues
    assert [text[content.start : content.end] for content in cue.contents] == ["Rain fell (fell.)"]


def test_speech_is_told_from_hope() -> None:
    """Each cue says how far it is speech."""
    said, hopes = tag("Ann said rain fell. Ann hopes rain fell.").cues
    assert said.said > 0.9
    assert hopes.said < 0.1


def test_content_without_a_cue_is_nobodys() -> None:
    """It is not given back."""
    assert tag("Rain fell.") == Tagged()


@pytest.mark.parametrize("text", ["", " \n\n ", "dry"])
def test_a_text_without_attributions_has_none(text: str) -> None:
    """Nothing, blanks and plain words are read without complaint."""
    assert tag(text) == Tagged()


def test_a_long_text_is_read_in_windows_that_agree() -> None:
    """Every one of many attributions is found, wherever the windows meet."""
    network = ByWord()
    text = "dry dry rain fell, Ann said.\n" * 100
    (tagged,) = Tagger(network, word_tokenizer()).tag([text])
    assert len(tagged.cues) == 100
    assert all(cue.source and len(cue.contents) == 1 for cue in tagged.cues)
    assert len(network.windows) > 1
    assert max(network.windows) <= BLOCK + 2 * CONTEXT + 2


def test_weights_for_other_labels_are_refused(tmp_path: Path) -> None:
    """Old weights fail when they are loaded, not by wrong attributions."""
    for name in (NETWORK, PIECES):
        (tmp_path / name).touch()
    (tmp_path / CONTRACT).write_text(json.dumps({"labels": ["none", "person"]}))
    with pytest.raises(ValueError, match="other labels"):
        Tagger.from_folder(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The error says which file is not there."""
    with pytest.raises(FileNotFoundError, match=CONTRACT):
        Tagger.from_folder(tmp_path)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The harbour reopened on Monday. Repairs had cost more than planned, port director Ines Calder said.",
            "port director Ines Calder",
            "said",
            "Repairs had cost more than planned",
        ),
        (
            "According to the water board, the reservoirs are half full.",
            "the water board",
            "According to",
            "the reservoirs are half full",
        ),
        (
            '"We will not close a single school," the mayor told parents.',
            "the mayor",
            "told",
            "We will not close a single school",
        ),
    ],
)
def test_the_weights_read_plain_news_sentences(text: str, source: str, cue: str, content: str) -> None:
    """The shipped weights fit this code and find what any reader finds."""
    (tagged,) = Tagger.from_folder(WEIGHTS).tag([text])
    (found,) = tagged.cues
    assert found.source is not None
    assert source in text[found.source.start : found.source.end]
    assert text[found.start : found.end].startswith(cue)
    assert [text[span.start : span.end] for span in found.contents] == [content]
    assert found.said > 0.5
