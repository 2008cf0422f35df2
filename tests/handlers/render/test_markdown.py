from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from handlers.render.markdown import brief_markdown, digest_markdown, escaped
from tests.handlers.render.briefs import (
    DIGEST,
    HARBOUR_ARTICLE,
    HARBOUR_BRIEF,
    LOWMOUTH_ARTICLE,
    hostile_brief,
)
from tests.handlers.render.conftest import Compare


def test_a_brief_in_markdown_is_as_reviewed(golden: Compare) -> None:
    """Headings, lists, and a link to each proof."""
    golden("brief.md", brief_markdown(HARBOUR_BRIEF))


def test_a_digest_in_markdown_is_as_reviewed(golden: Compare) -> None:
    """Each story under its linked headline."""
    texts = {article.url: article.text for article in (HARBOUR_ARTICLE, LOWMOUTH_ARTICLE)}
    golden("digest.md", digest_markdown(DIGEST, texts))


@pytest.mark.parametrize(
    "tricky",
    [
        "*bold*",
        "_it_",
        "`code`",
        "<script>",
        "[a](b)",
        "# heading",
        "- list",
        "1. list",
        "> quote",
        "&copy;",
        "~gone~",
        "a\\b",
        "some_name_x",
    ],
)
def test_words_from_an_article_format_nothing(tricky: str) -> None:
    """A Markdown reader sees the words as written."""
    tokens = MarkdownIt("commonmark", {"html": True}).parse(escaped(tricky))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == tricky


def test_a_page_full_of_marks_makes_only_our_links() -> None:
    """Every link leads to the article itself."""
    tokens = MarkdownIt("commonmark").parse(brief_markdown(hostile_brief()))
    links = [
        str(child.attrs["href"])
        for token in tokens
        for child in token.children or []
        if child.type == "link_open"
    ]
    assert links
    assert all(link.startswith("https://evil.example/a%7Cb%3Ec?x=1&y=%3C2%3E#top") for link in links)
