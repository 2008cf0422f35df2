"""From a page or a pasted text to an Article: found, cleaned, each thing said once."""

from __future__ import annotations

from dataclasses import replace

from lxml.html import HtmlElement

from summarizer.article.body import find_body
from summarizer.article.boilerplate import (
    credited_agency,
    without_boilerplate_lines,
    without_headline_lists,
    without_opening_lines,
)
from summarizer.article.charset import clean, decode
from summarizer.article.links import canonical_url
from summarizer.article.metadata import Metadata, find_metadata
from summarizer.article.pages import FEWEST_WORDS, refuse
from summarizer.article.paragraphs import Draft, Paragraph, Step, assemble, words
from summarizer.article.pasted import paragraphs_of, pasted_title
from summarizer.article.posts import find_pasted_posts, restore_posts, take_posts
from summarizer.article.repeats import without_repeats
from summarizer.article.tongue import detect_language
from summarizer.article.tree import parse
from summarizer.errors import EmptyPage, MalformedUrl, OtherLanguage
from summarizer.model import Article

__all__ = ["article_from_html", "article_from_text", "read_html", "read_text"]

STEPS: tuple[Step, ...] = (
    find_pasted_posts,
    without_headline_lists,
    without_boilerplate_lines,
    without_opening_lines,
    without_repeats,
)


def article_from_html(body: bytes, url: str, charset: str | None = None) -> Article:
    """The article on a page. `charset` is the one of the HTTP header.

    Raises NotAnArticle, EmptyPage, ConsentPage, SignInNeeded or OtherLanguage for what cannot be briefed.
    """
    tree = parse(decode(body, charset))
    article, metadata = read_tree(tree, url)
    refuse(tree, metadata, article.text, url)
    return article


def read_html(body: bytes, url: str, charset: str | None = None) -> Article:
    """As article_from_html, but refuses nothing: whatever text there is, in any language."""
    return read_tree(parse(decode(body, charset)), url)[0]


def article_from_text(text: str, url: str) -> Article:
    """The article in a pasted text or a .txt file; `url` names it. Raises EmptyPage or OtherLanguage."""
    article = read_text(text, url)
    if not article.text:
        raise EmptyPage(url)
    if article.language not in {None, "en"} and len(words(article.text)) >= FEWEST_WORDS:
        raise OtherLanguage(article.language or "")
    return article


def read_text(text: str, url: str) -> Article:
    """As article_from_text, but refuses nothing."""
    paragraphs = paragraphs_of(clean(text))
    article = finished(paragraphs, url)
    title = pasted_title(paragraphs)
    return replace(
        article, title=title, canonical_url=cleaned_url(url), language=detect_language(article.text)
    )


def read_tree(tree: HtmlElement, url: str) -> tuple[Article, Metadata]:
    """The article in a page's tree, with the page's claims; the language is the text's own."""
    metadata = find_metadata(tree, url)
    posts = take_posts(tree)
    article = finished(restore_posts(find_body(tree), posts), url, metadata.title)
    metadata = replace(metadata, language=detect_language(article.text, metadata.language))
    return with_metadata(article, metadata), metadata


def finished(paragraphs: tuple[Paragraph, ...], url: str, title: str | None = None) -> Article:
    """Paragraphs through the cleaning, to an article without claims."""
    draft = Draft(without_title(paragraphs, title))
    for step in STEPS:
        draft = step(draft)
    text, posts = assemble(draft.paragraphs)
    return Article(url=url, text=text, posts=posts, dropped=draft.dropped, agency=credited_agency(paragraphs))


def without_title(paragraphs: tuple[Paragraph, ...], title: str | None) -> tuple[Paragraph, ...]:
    """The paragraphs without the headline, which is the article's title and not its text."""
    headline = words(title or "")
    if not headline:
        return paragraphs
    return tuple(paragraph for paragraph in paragraphs if words(paragraph.text) != headline)


def with_metadata(article: Article, metadata: Metadata) -> Article:
    """`article` with the page's claims."""
    return replace(
        article,
        canonical_url=metadata.canonical_url,
        title=metadata.title,
        outlet=metadata.outlet,
        byline=metadata.byline,
        published=metadata.published,
        modified=metadata.modified,
        language=metadata.language,
        agency=metadata.agency or article.agency,
        paywalled=metadata.paywalled,
    )


def cleaned_url(url: str) -> str:
    """The canonical address; a file: or made-up one stays as it is."""
    try:
        return canonical_url(url)
    except MalformedUrl:
        return url
