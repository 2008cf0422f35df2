"""The language pipeline: loaded once, passed on as an argument."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, cast

import spacy
from spacy.language import Language

from summarizer.default_model import DEFAULT_MODEL
from summarizer.errors import ModelMissing

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc

# Nothing here reads them; `senter` would compete with the parser over sentence starts.
UNUSED = ("senter",)

# spaCy refuses longer texts. Its default of a million characters is three times a text of 50,000 words.
LONGEST_TEXT = 3_000_000


# spaCy splits words at the plain space only: "said.\u00a0“Go" would be one word. One character each, so that
# offsets stay those of the article.
BLANKS = dict.fromkeys([0x00A0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ") | {
    0x2028: "\n",
    0x2029: "\n",
    0x0085: "\n",
}


class PlainBlanks:
    """A tokenizer that takes every blank of Unicode for a plain one, and every line end for a newline."""

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        return self._tokenizer(text.translate(BLANKS))


@Language.component("newline_ends_sentence")
def newline_ends_sentence(doc: Doc) -> Doc:
    """Start a sentence after each newline: a paragraph is a line, and no sentence runs over one.

    The parser that follows keeps these starts and adds its own.
    """
    for token in doc[:-1]:
        if "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    return doc


class CachedLemmas:
    """The lemmatizer of a pipeline, asked once for each word with its part of speech.

    It is a function of just these, and looks a word up anew at each of its places: a twelfth of the parse.
    """

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self._known: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            if token.lemma and not self._lemmatizer.overwrite:
                continue
            word = (token.orth, token.pos, token.morph.key)  # type: ignore[attr-defined]
            lemma = self._known.get(word)
            if lemma is None:
                lemma = self._known[word] = doc.vocab.strings.add(self._lemmatizer.lemmatize(token)[0])
            token.lemma = lemma
        return doc


@Language.factory("cached_lemmas")
def cached_lemmas(nlp: Language, name: str) -> CachedLemmas:  # noqa: ARG001  spaCy names each component
    """Takes the place of the rule-based lemmatizer of `nlp`."""
    _, lemmatizer = nlp.remove_pipe("lemmatizer")
    return CachedLemmas(cast("Lemmatizer", lemmatizer))


def load_pipeline(name: str = DEFAULT_MODEL) -> Language:
    """Load the English pipeline `name`: a package, a folder, or a package that holds one folder of it.

    Raises ModelMissing when there is none. Load once: it takes up to two seconds.
    """
    try:
        nlp = spacy.load(folder_in_package(name) or name, exclude=list(UNUSED))
    except (OSError, ValueError) as error:
        raise ModelMissing(name) from error
    if "parser" not in nlp.pipe_names:
        raise ModelMissing(name)
    nlp.add_pipe("newline_ends_sentence", before="parser")
    if has_rule_lemmatizer(nlp):
        nlp.add_pipe("cached_lemmas")
    nlp.tokenizer = PlainBlanks(nlp.tokenizer)
    nlp.max_length = LONGEST_TEXT
    return nlp


def has_rule_lemmatizer(nlp: Language) -> bool:
    """Whether lemmas come from rules, which see a word and its part of speech only."""
    return "lemmatizer" in nlp.pipe_names and getattr(nlp.get_pipe("lemmatizer"), "mode", None) == "rule"


def folder_in_package(name: str) -> Path | None:
    """The pipeline folder inside the package `name`, for packages that have no `load` of their own."""
    if not name.isidentifier():
        return None
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        return None
    root = Path(spec.submodule_search_locations[0])
    if (root / "meta.json").exists():
        return None
    return next((path.parent for path in sorted(root.glob("*/config.cfg"))), None)
