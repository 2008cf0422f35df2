"""Parses made by hand, so that the core logic is tested apart from any model."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

# Coarse part of speech of each fine tag that the sentences below use.
POS = {
    "NNP": "PROPN", "NN": "NOUN", "NNS": "NOUN", "VBD": "VERB", "VBZ": "VERB", "VBG": "VERB", "VB": "VERB", "VBN": "VERB", "MD": "AUX",
    "DT": "DET", "IN": "ADP", "PRP": "PRON", "WP": "PRON", "JJ": "ADJ", "RB": "ADV", ",": "PUNCT", ".": "PUNCT", "``": "PUNCT",
    "''": "PUNCT", ":": "PUNCT", "POS": "PART", "TO": "PART", "CC": "CCONJ",
}  # fmt: skip


def parsed(rows: str, ents: tuple[tuple[int, int, str], ...] = ()) -> Doc:
    """A doc of one sentence from lines "word tag head relation [lemma]"; a word that ends in _ has no blank behind it."""
    fields = [line.split() for line in rows.strip().splitlines()]
    words = [row[0] for row in fields]
    doc = Doc(
        Vocab(),
        words=[word.removesuffix("_") for word in words],
        spaces=[not word.endswith("_") for word in words],
        tags=[row[1] for row in fields],
        pos=[POS[row[1]] for row in fields],
        heads=[int(row[2]) for row in fields],
        deps=[row[3] for row in fields],
        lemmas=[row[4] if len(row) > 4 else row[0].removesuffix("_").lower() for row in fields],
    )
    doc.ents = [
        doc.char_span(doc[first].idx, doc[last].idx + len(doc[last]), label=label)
        for first, last, label in ents
    ]
    return doc
