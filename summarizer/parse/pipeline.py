"""The language pipeline: loaded once, passed on as an argument."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

from thinc.api import Model, NumpyOps

from summarizer.default_model import DEFAULT_MODEL
from summarizer.errors import ModelMissing, TooLong
from summarizer.parse.components import (  # its module makes the stand-ins known to spaCy
    PlainBlanks,
    know_titles,
)
from summarizer.parse.glued_words import GluedWords
from summarizer.parse.names_at_once import looks_as_here
from summarizer.parse.plain_steps import has_plain_steps
from summarizer.parse.spacy_library import spacy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.parse.spacy_library import Language

# Nothing here reads them; `senter` would compete with the parser over sentence starts.
UNUSED = ("senter",)

# Characters. spaCy's own limit of a million is three times a text of 50,000 words; four minutes a million on one core.
LONGEST_TEXT = 3_000_000


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
    multiply_by_numpy(nlp)
    know_titles(nlp.tokenizer)
    nlp.add_pipe("known_sentence_starts", before="parser")
    for slower, quicker in quicker_parts(nlp):
        put_in_place(nlp, slower, quicker)
    nlp.tokenizer = PlainBlanks(GluedWords(nlp.tokenizer))
    nlp.max_length = LONGEST_TEXT
    return nlp


def check_length(text: str) -> None:
    """Raises TooLong for a text that spaCy would refuse."""
    if len(text) > LONGEST_TEXT:
        raise TooLong(len(text), LONGEST_TEXT)


def quicker_parts(nlp: Language) -> Iterator[tuple[str, str]]:
    """The components of `nlp` that have a quicker stand-in, with the factory of it."""
    if has_plain_steps(nlp.get_pipe("parser")):
        yield "parser", "side_by_side"
    if "attribute_ruler" in nlp.pipe_names:
        yield "attribute_ruler", "cached_rules"
    if has_rule_lemmatizer(nlp):
        yield "lemmatizer", "cached_lemmas"
    if (
        "ner" in nlp.pipe_names
        and has_plain_steps(nlp.get_pipe("ner"))
        and looks_as_here(nlp.get_pipe("ner"))
    ):
        yield "ner", "names_at_once"


def put_in_place(nlp: Language, name: str, factory: str) -> None:
    """Make `factory`, which takes out the component `name`, stand where that stood."""
    follower = next(iter(nlp.component_names[nlp.component_names.index(name) + 1 :]), None)
    nlp.add_pipe(factory, before=follower)


def has_rule_lemmatizer(nlp: Language) -> bool:
    """Whether lemmas come from rules, which see a word and its part of speech only."""
    return "lemmatizer" in nlp.pipe_names and getattr(nlp.get_pipe("lemmatizer"), "mode", None) == "rule"


def multiply_by_numpy(nlp: Language) -> None:
    """Have numpy multiply the networks' matrices.

    Its kernels are made for the processor at hand; spaCy's own took twice as long for tok2vec.
    """
    ops = NumpyOps(use_blis=False)
    for _, part in nlp.pipeline:
        model = getattr(part, "model", None)
        for layer in model.walk() if isinstance(model, Model) else ():
            layer.ops = ops


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
