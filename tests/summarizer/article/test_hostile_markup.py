"""Markup that wants to break a reader: it comes out as some article, in time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from summarizer.article import read_html
from summarizer.article.tree import MAX_DEPTH, parse
from tests.examples import examples
from tests.summarizer.article.pages import STORY, page

URL = "https://town.example/pool"
WORDS = "The council said on Monday that it would think again. " * 40

CASES = {
    "nothing": "",
    "plain words": "just some words",
    "unclosed": "<p>one<p>two<div><b>three",
    "deep divisions": "<div>" * 50_000 + WORDS,
    "deep inline": "<b>" * 50_000 + WORDS,
    "deep quotes": "<blockquote>" * 200 + WORDS,
    "nested tables": "<table><tr><td>" * 90 + f"<p>{WORDS}</p>",
    "bad entities": "<p>&#x1F600;&bogus;&#99999999999;&#0;&#xD800;</p>" * 50,
    "controls": "<p>a\x00b\x01c\ufffe</p>" * 50,
    "frameset": "<frameset><frame src=x></frameset>",
    "xml": '<?xml version="1.0"?><rss><channel><item><title>x</title></item></channel></rss>',
    "bad json": '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    "deep json": '<script type="application/ld+json">'
    + '{"@type":"Article","a":' * 900
    + "1"
    + "}" * 900
    + "</script>",
    "odd json": '<script type="application/ld+json">{"@type":"NewsArticle","headline":7,"author":[null,3,{"name":{"x":1}}],'
    '"datePublished":{"a":1},"publisher":"","isAccessibleForFree":null,"@graph":"x"}</script>',
    "odd metas": "<meta><meta property='og:title'><meta name='author' content=''><link rel='canonical'><time datetime></time>",
    "fake marks": "<p>\ue0007\ue000 words that look like a mark of ours \ue000</p>" * 5,
}
LONG = {"deep divisions", "nested tables"}  # a third of a second each


@pytest.mark.parametrize(
    "markup",
    [pytest.param(CASES[name], id=name, marks=[pytest.mark.slow] if name in LONG else []) for name in CASES],
)
def test_odd_markup_makes_no_crash(markup):
    """Alone, and in the middle of a good page, whose story survives it or not, but never fails."""
    assert isinstance(read_html(markup.encode("utf-8", "surrogatepass"), URL).text, str)
    read_html(page(markup), URL)


@pytest.mark.parametrize("around", ["article", "main", "section"])
@pytest.mark.parametrize(
    "head", ["<title>Pool</title>", "<head><meta charset=utf-8><title>Pool</title></head>"]
)
def test_a_page_without_the_tags_of_head_and_body_is_read(head, around):
    """They may be left out, and pages that are made small do."""
    said = [f"The council said on day {day} that it would think again about the pool." for day in range(20)]
    story = "".join(f"<p>{sentence}</p>" for sentence in said)
    article = read_html(f"<!doctype html><html>{head}<{around}>{story}</{around}></html>".encode(), URL)
    assert article.text.split("\n\n") == said
    assert article.title == "Pool"


def test_the_parser_stops_at_its_depth():
    """Everything that recurses in C relies on libxml2's own limit."""
    depth = deepest = 0
    for event, _ in etree.iterwalk(parse("<div>" * 5000 + "x"), events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    assert deepest <= MAX_DEPTH


def test_marks_in_the_page_are_not_ours():
    """Private-use characters in the words cannot name a post."""
    for mark in ("\ue000", "&#xE000;", "&#57344;", "&#x00e000;"):
        line = f"<p>The {mark}0{mark} sign was seen on the wall of the pool, police said.</p>"
        article = read_html(page(line), URL)
        assert article.posts == ()
        assert article.text.split("\n\n")[0] == STORY[0]
        assert "The 0 sign was seen" in article.text


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class='byline'>",
        "</div>",
        "<table><tr><td>",
        "</table>",
        "<blockquote class='twitter-tweet'>",
        "</blockquote>",
    ]
    + [
        "<article>",
        "</article>",
        "<h1>",
        "</h1>",
        "<a href='//x'>",
        "</a>",
        "<li>",
        "<br>",
        "&mdash; Jane (@jane) May 1, 2025",
        "By Jane Doe",
    ]
    + [
        "<figure class=caption>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<meta charset=utf-16>",
        "READ MORE: x",
    ]
    + [
        "The council voted on Monday to keep the pool open for a year.",
        "“No,” she said.",
        "You may also like",
        "\x00",
        "&#x2028;",
    ]
)


@pytest.mark.slow
@settings(max_examples=examples(2), deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=40))
def test_any_markup_is_some_article(pieces):
    """Whatever comes: text without a mark of ours, posts whose spans hold, counts that are counts."""
    article = read_html("".join(pieces).encode("utf-8", "surrogatepass"), URL)
    assert "\ue000" not in article.text
    assert all(post.span.of(article.text) == post.text for post in article.posts)
    assert article.dropped.duplicate_sentences >= 0
    assert article.dropped.boilerplate_lines >= 0


@pytest.mark.slow
def test_time_grows_with_the_page_and_not_faster():
    """Eight times the page costs less than sixteen times the time."""

    def seconds(paragraphs):
        body = page(
            story=tuple(
                f"Speaker {n} of the council said that plan {n * 7} would cost {n} crowns a year."
                for n in range(paragraphs)
            )
        )
        start = time.process_time()
        read_html(body, URL)
        return time.process_time() - start

    seconds(200)
    assert seconds(4000) < 16 * max(seconds(500), 0.02)
