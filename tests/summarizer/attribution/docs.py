"""Parses made by hand, so that the core logic is tested apart from any model."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.vocab import create_vocab

# Coarse part of speech of each fine tag that the sentences below use.
POS = {
    "NNP": "PROPN", "NN": "NOUN", "NNS": "NOUN", "VBD": "VERB", "VBZ": "VERB", "VBG": "VERB", "VB": "VERB", "VBN": "VERB", "MD": "AUX",
    "DT": "DET", "IN": "ADP", "PRP": "PRON", "WP": "PRON", "JJ": "ADJ", "RB": "ADV", ",": "PUNCT", ".": "PUNCT", "``": "PUNCT",
    "''": "PUNCT", ":": "PUNCT", "POS": "PART", "TO": "PART", "CC": "CCONJ", "WRB": "ADV", "_SP": "SPACE",
}  # fmt: skip
FORMS = {"VBD": "Fin", "VBZ": "Fin", "MD": "Fin", "VB": "Inf", "VBG": "Part", "VBN": "Part"}


def parsed(rows: str, ents: tuple[tuple[int, int, str], ...] = ()) -> Doc:
    r"""A doc from lines "word tag head relation [lemma]"; a word that ends in _ has no blank
    behind it, and the word \n is a line's end."""
    fields = [line.split() for line in rows.splitlines() if line.strip()]
    words = [row[0].replace("\\n", "\n") for row in fields]
    doc = Doc(
        create_vocab("en", English.Defaults),  # which knows what a word looks like
        words=[word.removesuffix("_") for word in words],
        spaces=[not word.endswith("_") for word in words],
        tags=[row[1] for row in fields],
        pos=[POS[row[1]] for row in fields],
        morphs=[f"VerbForm={FORMS[row[1]]}" if row[1] in FORMS else "" for row in fields],
        heads=[int(row[2]) for row in fields],
        deps=[row[3] for row in fields],
        lemmas=[row[4] if len(row) > 4 else row[0].removesuffix("_").lower() for row in fields],
    )
    doc.ents = [
        doc.char_span(doc[first].idx, doc[last].idx + len(doc[last]), label=label)
        for first, last, label in ents
    ]
    return doc
