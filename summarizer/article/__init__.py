"""From a page or a pasted text to an Article: found, cleaned, each thing said once."""

from __future__ import annotations

from dataclasses import replace

from lxml.html import HtmlElement

from summarizer.address.links import canonical_url
from summarizer.article.beside import (
    belongs,
    captions_of,
    find_beside,
    first_paragraph,
    standfirst_of,
    tables_of,
)
from summarizer.article.body import find_body
from summarizer.article.boilerplate import (
    credited_agency,
    without_boilerplate_lines,
    without_headline_lists,
    without_opening_lines,
    without_readers,
)
from summarizer.article.charset import clean, decode
from summarizer.article.datelines import find_dateline
from summarizer.article.endings import (
    without_author_notes,
    without_biography,
    without_closing_offers,
    without_last_headings,
    without_wall,
)
from summarizer.article.entries import LiveBlog, entries_of, find_entries
from summarizer.article.kinds import BodyKind, foreign_format, is_binary, kind_of
from summarizer.article.mail import parse_mail
from summarizer.article.metadata import Metadata, find_metadata
from summarizer.article.notes import notes_beside, notes_of
from summarizer.article.pages import FEWEST_WORDS, refuse
from summarizer.article.paragraphs import Draft, Paragraph, Step, placed, posts_of, text_of_all
from summarizer.article.partial import is_partial
from summarizer.article.pasted import paragraphs_of, pasted_heading
from summarizer.article.pdf import paragraphs_of_pdf
from summarizer.article.pdf_lines import read_printed
from summarizer.article.posts import find_pasted_posts, restore_posts, take_posts
from summarizer.article.pruning import count_linked_headings
from summarizer.article.quotations import sign_quotations
from summarizer.article.repeats import without_repeats
from summarizer.article.scope import story_element
from summarizer.article.table_lines import with_tables
from summarizer.article.tongue import detect_language
from summarizer.article.tree import parse
from summarizer.errors import EmptyPage, MalformedUrl, NotText, OtherLanguage
from summarizer.model import Article
from summarizer.text.words import words

__all__ = [
    "article_from_html",
    "article_from_pdf",
    "article_from_text",
    "article_of_page",
    "read_html",
    "read_page",
    "read_pdf",
    "read_text",
    "refuse_other_language",
]

STEPS: tuple[Step, ...] = (
    find_pasted_posts,
    without_wall,
    without_readers,
    without_headline_lists,
    without_boilerplate_lines,
    without_author_notes,
    without_opening_lines,
    without_repeats,
)
LAST_STEPS: tuple[Step, ...] = (without_closing_offers, without_last_headings)


def article_of_page(body: bytes, url: str, content_type: str = "", charset: str | None = None) -> Article:
    """The article in what an address or a file holds: HTML, plain text, a mail or a PDF, told by its bytes.

    `content_type` (without parameters) and `charset` are the HTTP header's. Raises as article_from_html, and NotText.
    """
    if kind_of_text(body, url, content_type, charset) == "html":
        return article_from_html(body, url, charset)
    return required(read_page(body, url, content_type, charset))


def read_page(body: bytes, url: str, content_type: str = "", charset: str | None = None) -> Article:
    """As article_of_page, but refuses nothing that holds text: raises NotText alone."""
    kind = kind_of_text(body, url, content_type, charset)
    if kind == "pdf":
        return read_pdf(body, url)
    if kind == "mail":
        return read_mail(body, url)
    return read_text(decode(body, charset), url) if kind == "text" else read_html(body, url, charset)


def kind_of_text(body: bytes, url: str, content_type: str, charset: str | None) -> BodyKind:
    """What `body` is. Raises NotText for what is neither page, text, mail nor PDF."""
    if foreign := foreign_format(body):
        raise NotText(url, foreign)
    kind = kind_of(body, content_type, charset)
    if kind == "text" and is_binary(body):
        raise NotText(url, "a file without text")
    return kind


def article_from_html(body: bytes, url: str, charset: str | None = None) -> Article:
    """The article on a page. `charset` is the one of the HTTP header.

    Raises NotAnArticle, EmptyPage, ConsentPage, SignInNeeded or OtherLanguage for what cannot be briefed.
    """
    tree = parse(decode(body, charset))
    linked = count_linked_headings(tree)
    article, metadata = read_tree(tree, url)
    refuse(tree, metadata, article.text, url, linked)
    return article


def read_html(body: bytes, url: str, charset: str | None = None) -> Article:
    """As article_from_html, but refuses nothing: whatever text there is, in any language."""
    return read_tree(parse(decode(body, charset)), url)[0]


def article_from_text(text: str, url: str) -> Article:
    """The article in a pasted text or a .txt file; `url` names it. Raises EmptyPage or OtherLanguage."""
    return required(read_text(text, url))


def article_from_pdf(body: bytes, url: str) -> Article:
    """The article in a PDF. Raises EmptyPage for one that is locked, broken or made of pictures, OtherLanguage."""
    return required(read_pdf(body, url))


def required(article: Article) -> Article:
    """`article`; raises EmptyPage or OtherLanguage when it cannot be briefed."""
    if not article.text:
        raise EmptyPage(article.url)
    refuse_other_language(article.text, article.language)
    return article


def refuse_other_language(text: str, language: str | None) -> None:
    """Raises OtherLanguage for a text of more than a few words that is not in English."""
    if language not in {None, "en"} and len(words(text)) >= FEWEST_WORDS:
        raise OtherLanguage(language or "")


def read_text(text: str, url: str) -> Article:
    """As article_from_text, but refuses nothing."""
    paragraphs = paragraphs_of(clean(text))
    article = finished(paragraphs, url)
    title, standfirst = pasted_heading(paragraphs)
    return replace(
        article,
        title=title,
        standfirst=standfirst,
        canonical_url=cleaned_url(url),
        language=detect_language(article.text),
    )


def read_mail(body: bytes, url: str) -> Article:
    """The message in a saved mail, in any language; its subject is the title."""
    mail = parse_mail(body)
    if mail.is_html:
        article = read_tree(parse(mail.text), url)[0]
    else:
        article = finished(paragraphs_of(clean(mail.text)), url, mail.subject)
    return replace(
        article,
        title=mail.subject or article.title,
        outlet=mail.organization,
        byline=mail.author,
        published=mail.sent,
        canonical_url=cleaned_url(url),
        language=detect_language(article.text),
    )


def read_pdf(body: bytes, url: str) -> Article:
    """As article_from_pdf, but refuses nothing."""
    found = paragraphs_of_pdf(read_printed(body))
    article = finished(found.paragraphs, url, found.title)
    lines = article.dropped.boilerplate_lines + found.dropped_lines
    return replace(
        article,
        title=found.title,
        canonical_url=cleaned_url(url),
        language=detect_language(article.text),
        dropped=replace(article.dropped, boilerplate_lines=lines),
    )


def read_tree(tree: HtmlElement, url: str) -> tuple[Article, Metadata]:
    """The article in a page's tree, with the page's claims; the language is the text's own."""
    metadata = find_metadata(tree, url)
    posts = take_posts(tree)
    sign_quotations(tree)
    beside = find_beside(tree)
    body = find_body(tree, metadata.title, metadata.own_text, url)
    story = story_element(body.blocks, tree)
    paragraphs, blog = find_entries(body.blocks, body.paragraphs, story)
    first = first_paragraph(beside, story, text_of_all(body.paragraphs))
    paragraphs = (Paragraph(first), *paragraphs) if first else paragraphs
    article = finished(restore_posts(paragraphs, posts), url, metadata.title, blog, metadata.byline)
    beside_notes = (note.text for note in beside.notes if belongs(note, story))
    article = replace(
        article,
        notes=(*article.notes, *notes_beside(beside_notes, article.notes)),
        standfirst=standfirst_of(beside, story, article.text),
        captions=captions_of(beside, story, article.text),
    )
    article = with_tables(article, tables_of(beside, story))
    metadata = replace(metadata, language=detect_language(article.text, metadata.language))
    article = replace(article, incomplete=is_partial(tree, metadata, article.text))
    return with_metadata(article, metadata), metadata


NO_BLOG = LiveBlog()


def finished(
    paragraphs: tuple[Paragraph, ...],
    url: str,
    title: str | None = None,
    blog: LiveBlog = NO_BLOG,
    byline: tuple[str, ...] = (),
) -> Article:
    """Paragraphs through the cleaning, to an article without claims."""
    draft = Draft(without_title(paragraphs, title))
    for step in STEPS:
        draft = step(draft)
    draft = without_biography(draft, byline)
    for step in LAST_STEPS:
        draft = step(draft)
    text, places = text_of_all(draft.paragraphs), tuple(placed(draft.paragraphs))
    return Article(
        url=url,
        text=text,
        posts=tuple(posts_of(places)),
        dropped=draft.dropped,
        agency=credited_agency(paragraphs),
        dateline=find_dateline(text),
        subheads=tuple(span for paragraph, span in places if paragraph.kind == "subhead"),
        entries=tuple(entries_of(places, blog)),
        notes=tuple(notes_of(places)),
    )


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
        section=metadata.section,
    )


def cleaned_url(url: str) -> str:
    """The canonical address; a file: or made-up one stays as it is."""
    try:
        return canonical_url(url)
    except MalformedUrl:
        return url
