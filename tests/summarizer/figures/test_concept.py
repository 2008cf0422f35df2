"""The noun counted, its unit and the concept, on parses made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

from summarizer.figures import find_figures

if TYPE_CHECKING:
    from summarizer.model import Figure

Word = tuple[str, str, str, int, str]  # word, lemma, fine tag, head, dependency
ENGLISH = spacy.blank("en").vocab  # word shapes only, no model
COARSE = {
    "CD": "NUM",
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "JJ": "ADJ",
    "IN": "ADP",
    "DT": "DET",
    "HYPH": "PUNCT",
}


def parsed(*words: Word) -> Doc:
    """A Doc with just these words and this parse; a hyphen touches its neighbours."""
    names = [word[0] for word in words]
    spaces = [name != "-" and names[n + 1 : n + 2] != ["-"] for n, name in enumerate(names)]
    return Doc(
        ENGLISH,
        words=names,
        spaces=spaces,
        lemmas=[word[1] for word in words],
        tags=[word[2] for word in words],
        pos=[COARSE.get(word[2], "VERB") for word in words],
        heads=[word[3] for word in words],
        deps=[word[4] for word in words],
    )


def only_figure(*words: Word) -> Figure:
    (figure,) = find_figures(parsed(*words), ())
    return figure


def test_a_number_counts_the_noun_it_modifies_with_its_adjectives() -> None:
    """Guards seized 40 small boats."""
    figure = only_figure(
        ("Guards", "guard", "NNS", 1, "nsubj"),
        ("seized", "seize", "VBD", 1, "ROOT"),
        ("40", "40", "CD", 4, "nummod"),
        ("small", "small", "JJ", 4, "amod"),
        ("boats", "boat", "NNS", 1, "dobj"),
    )
    assert (figure.unit, figure.concept) == ("small boat", "small boats seized")


def test_what_was_done_is_left_out_when_it_was_not_done() -> None:
    """Guards seized no... a negated verb says nothing of the boats."""
    figure = only_figure(
        ("Guards", "guard", "NNS", 2, "nsubj"),
        ("never", "never", "RB", 2, "neg"),
        ("seized", "seize", "VBD", 2, "ROOT"),
        ("40", "40", "CD", 4, "nummod"),
        ("boats", "boat", "NNS", 2, "dobj"),
    )
    assert figure.concept == "boats"


def test_a_vague_count_has_a_noun_and_no_value() -> None:
    """Dozens of boats sank."""
    figure = only_figure(
        ("Dozens", "dozen", "NNS", 3, "nsubj"),
        ("of", "of", "IN", 0, "prep"),
        ("boats", "boat", "NNS", 1, "pobj"),
        ("sank", "sink", "VBD", 3, "ROOT"),
    )
    assert (figure.value, figure.low, figure.unit) == (None, None, "boat")


def test_a_hyphen_ties_the_noun_and_the_concept_is_what_it_describes() -> None:
    """A 15-member panel met."""
    figure = only_figure(
        ("A", "a", "DT", 4, "det"),
        ("15", "15", "CD", 3, "nummod"),
        ("-", "-", "HYPH", 3, "punct"),
        ("member", "member", "NN", 4, "compound"),
        ("panel", "panel", "NN", 5, "nsubj"),
        ("met", "meet", "VBD", 5, "ROOT"),
    )
    assert (figure.unit, figure.concept) == ("member", "member panel")


def test_a_share_is_of_what_follows() -> None:
    """Voters lost 12 percent of income: the share is of income."""
    figure = only_figure(
        ("Voters", "voter", "NNS", 1, "nsubj"),
        ("lost", "lose", "VBD", 1, "ROOT"),
        ("12", "12", "CD", 3, "nummod"),
        ("percent", "percent", "NN", 1, "dobj"),
        ("of", "of", "IN", 3, "prep"),
        ("income", "income", "NN", 4, "pobj"),
    )
    assert (figure.unit, figure.concept, figure.modifier) == ("percentage", "income", "down")


def test_what_somebody_is_doing_with_a_sum_says_what_it_is() -> None:
    """The league is spending $5m on boats: not the league's name alone."""
    figure = only_figure(
        ("The", "the", "DT", 1, "det"),
        ("league", "league", "NN", 3, "nsubj"),
        ("is", "be", "VBZ", 3, "aux"),
        ("spending", "spend", "VBG", 3, "ROOT"),
        ("$", "$", "$", 6, "quantmod"),
        ("5", "5", "CD", 6, "compound"),
        ("million", "million", "CD", 3, "dobj"),
        ("on", "on", "IN", 3, "prep"),
        ("boats", "boat", "NNS", 7, "pobj"),
    )
    assert figure.concept == "league is spending on boats"


def test_what_a_relative_clause_says_of_a_sum_goes_with_who_did_it() -> None:
    """Groups that had raised $5m: "groups had raised"."""
    figure = only_figure(
        ("Groups", "group", "NNS", 0, "ROOT"),
        ("which", "which", "WDT", 3, "nsubj"),
        ("had", "have", "VBD", 3, "aux"),
        ("raised", "raise", "VBN", 0, "relcl"),
        ("$", "$", "$", 6, "quantmod"),
        ("5", "5", "CD", 6, "compound"),
        ("million", "million", "CD", 3, "dobj"),
    )
    assert figure.concept == "Groups had raised"


def test_a_model_s_odd_lemma_does_not_become_a_unit() -> None:
    """The small model takes "taxis" for the singular of "taxes"."""
    figure = only_figure(
        ("Three", "three", "CD", 1, "nummod"),
        ("taxes", "taxis", "NNS", 2, "nsubj"),
        ("rose", "rise", "VBD", 2, "ROOT"),
    )
    assert figure.unit == "tax"


def test_a_bare_s_is_a_unit_of_one_letter() -> None:
    """The singular of a plural that is nothing but its ending is not nothing."""
    figure = only_figure(
        ("78", "78", "CD", 1, "nummod"),
        ("s", "s", "NNS", 2, "nsubj"),
        ("rose", "rise", "VBD", 2, "ROOT"),
    )
    assert figure.unit == "s"


def test_a_hyphen_may_be_the_first_word() -> None:
    """It ties the noun to nothing."""
    figure = only_figure(
        ("-", "-", "HYPH", 1, "punct"), ("tu", "tu", "NNP", 1, "ROOT"), ("0", "0", "CD", 1, "nummod")
    )
    assert figure.concept == "tu"
