"""Quotations that the markup sets apart: whose they are, and which of two copies stays."""

from __future__ import annotations

import pytest

from summarizer.article import read_html
from tests.summarizer.article.pages import STORY, page

URL = "https://town.example/pool"
SAID = "We asked twice and were sent the same form each time."


def paragraphs(body):
    """The paragraphs of the article on a page."""
    return read_html(body, URL).text.split("\n\n")


@pytest.mark.parametrize(
    "markup",
    [
        f"<blockquote><p>{SAID}</p><footer>— Moira Quill, swimmer</footer></blockquote>",
        f"<blockquote>{SAID}<cite>Moira Quill, swimmer</cite></blockquote>",
        f"<blockquote><p>“{SAID}”</p><p><cite>– Moira Quill, swimmer</cite></p></blockquote>",
        f"<figure><blockquote><p>{SAID}</p></blockquote><figcaption>Moira Quill, swimmer</figcaption></figure>",
    ],
)
def test_a_block_quotation_is_signed_by_its_credit(markup):
    """The footer or cite of a block quotation says whose words they are; in the text a dash does."""
    assert f"“{SAID}” — Moira Quill, swimmer" in paragraphs(page(markup))


@pytest.mark.parametrize(
    "markup",
    [
        f"<blockquote><p>{SAID}</p></blockquote>",
        f"<blockquote><p><cite>The Town Press</cite> wrote that they had asked twice.</p><p>{SAID}</p></blockquote>",
    ],
)
def test_a_block_quotation_without_a_credit_stays_as_it_is(markup):
    """A paper named within the words is no credit, and nobody's words get marks."""
    assert SAID in paragraphs(page(markup))


def test_of_a_pull_quote_and_its_place_in_the_text_the_one_with_a_speaker_stays():
    """The pull quote stands first and says nobody's name."""
    pulled = "<aside><p>“We are not closing the only place where children learn to swim.”</p></aside>"
    body = page().replace(b"</h1>", f"</h1><p>{STORY[0]}</p>{pulled}".encode(), 1)
    assert paragraphs(body) == list(STORY)


def test_two_people_may_say_the_same_words():
    """A short paragraph with a speaker of its own and a figure behind the quotation is no pull quote of another's."""
    first = "<p>“We have run out of time,” said Jo Nunes. It needs 48 crowns a day.</p>"
    second = "<p>“We have run out of time,” the mayor told the council on Monday, and sat down again.</p>"
    text = read_html(page(first + second), URL).text
    assert "said Jo Nunes. It needs 48 crowns a day." in text
    assert "the mayor told the council" in text


TOLD = "Nine people were rowed ashore on Wednesday when the boat of the swimming club sank in a calm sea."


@pytest.mark.parametrize(
    "markup",
    [
        f"<p class='e-standfirst' itemprop='description'>{TOLD}</p>",
        f"<h2 class='standfirst'>{TOLD}</h2>",
        f"<div class='article-dek'><p>{TOLD}</p></div>",
    ],
)
def test_a_standfirst_that_tells_the_news_is_the_first_paragraph(markup):
    """The text goes on from it, and a brief without it begins in the middle."""
    article = read_html(page().replace(b"</h1>", f"</h1>{markup}".encode(), 1), URL)
    assert article.text.split("\n\n") == [TOLD, *STORY]
    assert article.standfirst is None


@pytest.mark.parametrize(
    "line",
    [
        "The five best places to swim this summer, and what they cost.",
        "An essential round-up of news from the water, delivered to your inbox every weekday.",
        "I wanted to learn why our pools were closed, and you will not believe whom I met.",
    ],
)
def test_a_standfirst_that_praises_or_invites_is_no_part_of_the_text(line):
    """It sums up, speaks to the reader or sells a newsletter."""
    article = read_html(page().replace(b"</h1>", f"</h1><p class='standfirst'>{line}</p>".encode(), 1), URL)
    assert article.text.split("\n\n") == list(STORY)
    assert article.standfirst in {line, None}
    assert "inbox" not in (article.standfirst or "")
