"""What is wrong with a source is said with its name, in words that fit a terminal."""

from __future__ import annotations

import pytest

from handlers.domain import errors as page
from handlers.domain.refusals import refusal
from summarizer import errors as text
from tests.handlers.test_sentences import EXAMPLES, subclasses

OF_A_SOURCE = (
    page.PageError,
    text.NotAnArticle,
    text.EmptyPage,
    text.ConsentPage,
    text.SignInNeeded,
    text.OtherLanguage,
)
IN_SLACK_ALONE = (
    page.Disallowed,
    page.ReadingFailed,
)  # a terminal's links are a person's, and its reading is not watched


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_each_fault_of_a_source_names_it(error):
    """In one sentence that asks nobody to share anything; other errors have no such sentence."""
    said = refusal("story.html", error)
    if isinstance(error, OF_A_SOURCE) and not isinstance(error, IN_SLACK_ALONE):
        assert said.startswith("story.html: ")
        assert said.endswith(".")
        assert "share" not in said
    elif not isinstance(error, (text.TooLong, text.MalformedUrl)):
        assert said is None


def test_the_kind_of_file_and_the_language_are_named():
    """So that the person knows what to do."""
    assert "a Word document" in refusal("a.docx", text.NotText("", "a Word document"))
    assert "in German" in refusal("a.html", text.OtherLanguage("de"))
    assert subclasses(text.EmptyPage) == {text.NotText}
