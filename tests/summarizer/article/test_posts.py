"""Embedded posts: whose words they are, as markup and as pasted text."""

from __future__ import annotations

import pytest

from summarizer.article import article_from_text, read_html
from tests.summarizer.article.pages import STORY, page

WORDS = "The pool stays. I was wrong about the roof."
SIGNED = f"{WORDS} pic.twitter.com/Xy12\n— Ada Rowe (@ada_rowe) March 3, 2026"

EMBEDS = (
    (
        (
            f'<blockquote class="twitter-tweet"><p lang="en">{WORDS} <a href="https://t.co/a">https://t.co/a</a></p>&mdash; Ada Rowe (@ada_rowe) '
            '<a href="https://twitter.com/ada_rowe/status/1">March 3, 2026</a></blockquote>'
        ),
        ("X", "Ada Rowe", "@ada_rowe", "March 3, 2026"),
    ),
    (
        f'<div class="embed wp-block-embed"><blockquote class="twitter-tweet"><p>{WORDS}</p>— Ada Rowe (@ada_rowe) <a href="#">3 March 2026</a></blockquote></div>',
        ("X", "Ada Rowe", "@ada_rowe", "3 March 2026"),
    ),
    (
        f'<blockquote class="bluesky-embed"><p>{WORDS}</p>&mdash; Ada Rowe (<a href="#">@ada.bsky.social</a>) <a href="#">March 3, 2026 at 3:15 PM</a></blockquote>',
        ("Bluesky", "Ada Rowe", "@ada.bsky.social", "March 3, 2026 at 3:15 PM"),
    ),
    (
        f'<blockquote class="truthsocial-embed"><p>{WORDS}</p>— Ada Rowe (@realada) <a href="#">March 3, 2026</a></blockquote>',
        ("Truth Social", "Ada Rowe", "@realada", "March 3, 2026"),
    ),
    (
        f'<div class="fb-post"><blockquote class="fb-xfbml-parse-ignore"><p>{WORDS}</p>Posted by <a>Ada Rowe</a> on <a>Tuesday, March 3, 2026</a></blockquote></div>',
        ("Facebook", "Ada Rowe", None, "March 3, 2026"),
    ),
    (
        f'<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@ada/video/7"><section><a href="https://www.tiktok.com/@ada">@ada</a> <p>{WORDS}</p></section></blockquote>',
        ("TikTok", None, "@ada", None),
    ),
    (
        f"<blockquote><p>{WORDS}</p><p>— Ada Rowe (@ada_rowe) March 3, 2026</p></blockquote>",
        ("X", "Ada Rowe", "@ada_rowe", "March 3, 2026"),
    ),
    (
        f"<p>{WORDS} pic.twitter.com/Xy12</p><p>— Ada Rowe (@ada_rowe) March 3, 2026</p>",
        ("X", "Ada Rowe", "@ada_rowe", "March 3, 2026"),
    ),
)


@pytest.mark.parametrize(("markup", "owner"), EMBEDS)
def test_an_embed_is_a_post_of_its_owner(markup, owner):
    """Its words stay where they stood, as a paragraph; links to pictures and the signature do not."""
    article = read_html(page(markup), "https://town.example/pool")
    (post,) = article.posts
    assert (post.platform, post.name, post.handle, post.date) == owner
    assert post.text == WORDS
    assert article.text.split("\n\n") == [STORY[0], WORDS, *STORY[1:]]
    assert post.span.of(article.text) == WORDS


@pytest.mark.parametrize(
    "markup",
    [
        '<blockquote class="instagram-media"><p><a href="#">A post shared by Ada Rowe (@ada)</a></p></blockquote>',
        '<blockquote class="mastodon-embed"><a href="#"><div>Post by @ada@town.example</div><div>View on Mastodon</div></a></blockquote>',
        '<blockquote class="twitter-tweet"><a href="https://twitter.com/ada/status/1"></a></blockquote>',
    ],
)
def test_an_embed_without_words_leaves_nothing(markup):
    """Before its script has run, an embed shows only an invitation."""
    article = read_html(page(markup), "https://town.example/pool")
    assert article.posts == ()
    assert article.text.split("\n\n") == list(STORY)


def test_a_quotation_is_not_a_post():
    """A block quote from a letter stays prose."""
    letter = "The roof was inspected in May and found to be sound, the letter says."
    article = read_html(page(f"<blockquote><p>{letter}</p></blockquote>"), "https://town.example/pool")
    assert article.posts == ()
    assert letter in article.text


def test_a_container_named_like_an_embed_is_not_swallowed():
    """A tag's name in the class of a whole story makes no post of it."""
    body = page().replace(b"<article>", b'<article class="post tag-x-embed truthsocial">')
    many = body.replace(
        b"</article>", b"<p>" + b"The debate went on until midnight. " * 200 + b"</p></article>"
    )
    assert read_html(many, "https://town.example/pool").posts == ()


def test_pasted_posts_are_posts():
    """A paragraph, then its signature, as copying from a page leaves them."""
    article = article_from_text("\n".join([STORY[0], SIGNED, STORY[1]]), "file:///pasted.txt")
    assert article.text.split("\n\n") == [STORY[0], WORDS, STORY[1]]
    assert [post.handle for post in article.posts] == ["@ada_rowe"]


def test_a_reporter_s_handle_makes_no_post_of_the_story():
    """Without a date, a handle under a paragraph may be the reporter's; no words are given to them."""
    article = article_from_text("\n".join([*STORY, "— Jan Holt (@jan_holt)"]), "file:///pasted.txt")
    assert article.posts == ()
    assert STORY[3] in article.text


def test_the_same_post_twice_is_one():
    """A post that two captures of an article carry is kept once."""
    article = article_from_text("\n".join([STORY[0], SIGNED, STORY[1], SIGNED]), "file:///pasted.txt")
    assert len(article.posts) == 1
