"""What a word is and what it is compared by, for all who read without a parse."""

from __future__ import annotations

import pytest

from summarizer.figures.same import stems
from summarizer.merge.words import key_of
from summarizer.model import Figure, Span
from summarizer.stories.features import read_word
from summarizer.text.lexicon import groups_of, kinds_of
from summarizer.text.synonyms import FATE_OF, SAME_FATE, meaning
from summarizer.text.words import stem, words


def test_words_are_compared_in_small_letters_without_marks():
    """Apostrophes are straight, numbers whole, letters and digits together."""
    assert words("“Don’t,” the 19th Crew’s chief said: 1,356.2 tonnes — or 5m.") == (
        *("don't", "the", "19th", "crew's", "chief", "said", "1,356.2", "tonnes", "or", "5m"),
    )


@pytest.mark.parametrize(
    "forms",
    [
        ("capture", "captured", "capturing", "captures"),
        ("stop", "stopped", "stopping"),
        ("deny", "denied", "denies"),
        ("company", "companies", "company's"),
        ("rise", "rose", "risen", "rising"),
        ("child", "children"),
        ("tell", "told"),
    ],
)
def test_forms_of_one_word_have_one_stem(forms):
    """Stories, merging and figures compare by the same one."""
    assert len({stem(form) for form in forms}) == 1
    assert {read_word(form).key for form in forms} == {stem(forms[0])}


@pytest.mark.parametrize(
    ("one", "other"), [("police", "policy"), ("add", "ad"), ("news", "new"), ("miner", "mine")]
)
def test_other_words_keep_other_stems(one, other):
    """What only looks alike stays apart."""
    assert stem(one) != stem(other)


def test_who_was_killed_is_dead_for_everybody():
    """Merging, figures and differences know the same words for it."""
    said = ("killed", "died", "dead", "deaths", "death", "fatalities", "dying")
    assert {meaning(word) for word in said} == {meaning("dead")} == {key_of(word) for word in said}
    assert {FATE_OF[word] for word in said} == {"dead"}
    assert {stems(Figure(Span(0, 1), "9", concept=f"{word} miners")) for word in said} == {
        frozenset({"dead", stem("miner")})
    }


def test_who_drowned_is_dead_but_told_in_a_word_of_its_own():
    """A toll counts them, a sentence is not swapped for the other."""
    assert FATE_OF["drowned"] == "dead"
    assert "drowned" not in SAME_FATE
    assert meaning("drowned") != meaning("dead")


def test_every_group_of_synonyms_has_two_words_and_every_irregular_form_a_base():
    """A group of one says nothing."""
    assert all(len(group) > 1 for group in groups_of("synonyms"))
    assert all(kinds_of("irregular").values())
