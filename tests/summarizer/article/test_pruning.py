"""What is taken out of a page before its text is looked for, and what is not."""

from __future__ import annotations

import pytest

from summarizer.article import read_html
from tests.summarizer.article.pages import STORY, page

URL = "https://town.example/pool"
OTHER = "The ferry will not sail on Sundays any more, the line said, because too few people had used it this year."


def paragraphs(body):
    """The paragraphs of the article on a page."""
    return read_html(body, URL).text.split("\n\n")


def test_other_stories_on_the_page_are_left_out():
    """Whole articles beside the one with the headline belong to other headlines."""
    other = f"<article><h2><a href='/f'>Ferry</a></h2><p>{OTHER}</p><p>{OTHER[4:]}</p></article>".encode()
    assert paragraphs(page().replace(b"</article>", b"</article>" + other * 3)) == list(STORY)


def test_an_article_element_for_the_headline_alone_does_not_cost_the_story():
    """Some pages put the headline and the text into articles of their own."""
    body = page().replace(b"</h1>", b"</h1></article><article>")
    assert paragraphs(body) == list(STORY)


def test_a_story_in_two_containers_is_found_whole():
    """Advertisements split the text into parts with the same structure."""
    more = [
        f"Report {number} on the roof says that {number * 7} beams are rotten and must be replaced."
        for number in range(1, 5)
    ]
    part = "<div class='chunk'><div class='body'>{}</div></div>"
    story = part.format("".join(f"<p>{line}</p>" for line in STORY))
    rest = part.format("".join(f"<p>{line}</p>" for line in more))
    ad = "<div class='ad-slot'><span>Advertisement</span></div>"
    body = f"<html><body><main><h1>Pool stays open</h1>{story}{ad}{rest}</main></body></html>".encode()
    assert paragraphs(body) == [*STORY, *more]


def test_a_layout_table_is_read_as_a_page():
    """Old sites place everything in tables; the story's cell is read, the menu's is not."""
    story = "".join(f"<p>{line}</p>" for line in STORY)
    menu = "<a href='/'>News</a><br><a href='/s'>Sports</a><br><a href='/o'>Obituaries</a>"
    body = f"<html><body><table><tr><td>{menu}</td><td><h2>Pool stays open</h2>{story}</td></tr></table></body></html>"
    assert paragraphs(body.encode()) == list(STORY)


@pytest.mark.parametrize(
    "markup",
    [
        "<h2 id='credit-and-debt'>Credit and debt</h2>",
        "<div class='post-77 tag-ads category-promo'><p>The advertisers had asked for it, Rowe said.</p></div>",
        "<p class='lead-in'>The advertisers had asked for it, Rowe said.</p>",
    ],
)
def test_names_of_subjects_take_nothing_out(markup):
    """A heading's id and a story's tags say what it is about, not what part of the page it is."""
    assert len(paragraphs(page(markup))) == len(STORY) + 1


@pytest.mark.parametrize(
    "name",
    [
        "dek",
        "standfirst",
        "article__deck",
        "kicker",
        "photo-credit",
        "wp-caption-text",
        "outro",
        "author-bio",
        "ad-slot",
    ],
)
def test_named_asides_are_left_out(name):
    """Decks, captions, portraits of authors and advertisements, by their class."""
    assert paragraphs(page(f"<p class='{name}'>The pool in winter is a quiet place to be.</p>")) == list(
        STORY
    )


def test_the_next_story_on_the_page_is_left_out():
    """Pages that go on with another story when read to the end: two articles, each with a headline of its own."""
    after = f"</article><article><h1>Ferry stops on Sundays</h1><p>{OTHER}</p><p>{OTHER[4:]}</p>"
    assert paragraphs(page(after=after)) == list(STORY)


@pytest.mark.parametrize(
    "teaser",
    [
        "<article class='card'><h3><a href='/{n}'>Ferry number {n} stops on Sundays</a></h3><p>{other}</p></article>",
        "<div class='related-stories'><h3><a href='/{n}'>Ferry {n}</a></h3><p>{other}</p><h3><a href='/x'>Bus</a></h3></div>",
        "<a href='/{n}'><article><h2>Ferry number {n} stops on Sundays</h2><p>{other}</p></article></a>",
    ],
)
def test_rows_of_teasers_are_left_out(teaser):
    """Small articles with linked headlines, and what is named as related, beside a story that is no article element."""
    story = "".join(f"<div class='css-1'><p>{line}</p></div>" for line in STORY)
    rest = "".join(teaser.format(n=number, other=OTHER) for number in range(4))
    body = f"<html><body><div><h1>Pool stays open</h1>{story}</div><section>{rest}</section></body></html>"
    assert paragraphs(body.encode()) == list(STORY)


def test_two_editions_of_the_story_on_one_page_are_both_looked_at():
    """One for telephones, one for desks, under the same headline: what only the second has is kept."""
    whole = "".join(f"<p>{line}</p>" for line in (*STORY, OTHER))
    after = f"</article><article class='desktop'><h1>Pool stays open</h1>{whole}"
    assert paragraphs(page(after=after)) == [*STORY, OTHER]
