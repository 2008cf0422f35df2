"""Nothing is said twice, and nothing is lost that only looks like it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.article.paragraphs import Draft, Paragraph
from summarizer.article.repeats import without_repeats
from summarizer.text.words import words
from tests.summarizer.article.pages import STORY


def cleaned(*texts, kind="prose"):
    """The texts that remain, and the count of sentences that do not."""
    draft = without_repeats(Draft(tuple(Paragraph(text, kind) for text in texts)))
    return [paragraph.text for paragraph in draft.paragraphs], draft.dropped.duplicate_sentences


def test_a_body_printed_twice_is_printed_once():
    """The second copy goes, its short lines included, and is counted."""
    short = "“No,” she said."
    assert cleaned(*STORY, short, *STORY, short) == ([*STORY, short], 5)


def test_a_repeat_in_other_marks_is_a_repeat():
    """Curly or straight quotation marks make no difference."""
    straight = STORY[2].replace("“", '"').replace("”", '"')
    assert cleaned(*STORY, straight)[0] == list(STORY)


def test_a_repeated_sentence_leaves_the_rest_of_its_paragraph():
    """A teaser that opens the text again costs only the sentence said before."""
    texts, gone = cleaned(STORY[0], f"{STORY[0]} The vote was close.")
    assert texts == [STORY[0], "The vote was close."]
    assert gone == 1


def test_pull_quotes_go_wherever_they_stand():
    """Words of a longer paragraph, set large, with or without a credit, before or after it."""
    pulled = "“We are not closing the only place where children learn to swim”"
    assert cleaned(STORY[0], pulled, *STORY[1:])[0] == list(STORY)
    assert cleaned(*STORY, f"{pulled} — Ada Rowe, mayor")[0] == list(STORY)


def test_a_teaser_cut_short_goes():
    """ "The town council voted on Monday to keep the…" repeats what follows."""
    assert cleaned("The town council voted on Monday to keep the…", *STORY)[0] == list(STORY)


def test_questions_and_labels_may_recur():
    """An interview asks the same of everyone, and lists have their labels."""
    interview = [
        "What did you learn from the long winter in the north?",
        "A lot.",
        "What did you learn from the long winter in the north?",
        "Nothing.",
    ]
    assert cleaned(*interview) == (interview, 0)
    recipe = ["Filling: 2 cups of flour, 1 egg", "Bake it.", "Filling: 2 cups of flour, 1 egg", "Cool it."]
    assert cleaned(*recipe) == (recipe, 0)


def test_a_changed_number_is_no_repeat():
    """Two sentences that differ in a figure both stay."""
    texts = [
        "The flood killed 11 people in the valley, the police said.",
        "The flood killed 14 people in the valley, the police said.",
    ]
    assert cleaned(*texts) == (texts, 0)


SENTENCES = st.sampled_from(
    [
        *STORY,
        "It rained.",
        "She said no.",
        "Why?",
        "A label",
        "The roof of the pool would not last another winter, they said.",
    ]
)


@given(st.lists(SENTENCES, max_size=12))
def test_cleaning_twice_changes_nothing_more(texts):
    """Idempotent, and every word that was there is still there once."""
    once, _ = cleaned(*texts)
    assert cleaned(*once) == (once, 0)
    assert {words(text) for text in texts if len(words(text)) < 6} <= {words(text) for text in once} | {
        words(t) for t in once
    }
