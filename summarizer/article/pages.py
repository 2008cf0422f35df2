"""Pages that are no articles, told from their claims, their address and what text is left."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from summarizer.article.links import is_home_page
from summarizer.article.metadata import Metadata
from summarizer.article.paragraphs import words
from summarizer.article.tree import elements, short_text, text_of
from summarizer.errors import ConsentPage, EmptyPage, NotAnArticle, NutgrafError, OtherLanguage, SignInNeeded

# Fewer words than a short news item has. The shortest of 40 real articles has 83.
FEWEST_WORDS = 40
ARTICLE_CLAIMS = re.compile(r"Article$|^BlogPosting$|^LiveBlogPosting$|^Report$|^og:article$")
OTHER_CLAIMS = frozenset(
    "CollectionPage SearchResultsPage ItemList Product VideoObject ProfilePage ContactPage AboutPage og:video og:video.other "
    "og:product og:profile og:video.movie og:video.episode og:product.item".split()
)
CONSENT = re.compile(
    r"before you continue|we (?:value|care about|respect) your privacy|your privacy (?:choices|matters)|consent to|(?:accept|reject|manage) (?:all )?(?:cookies|consent)|cookie (?:policy|settings|preferences)"
    r"|our partners (?:store|process)|(?:accept|agree) and continue|privacy settings",
    re.IGNORECASE,
)
SIGN_IN = re.compile(
    r"subscribe (?:now|to (?:continue|read|unlock))|(?:sign|log) in to (?:continue|read)|already (?:a subscriber|have an account|subscribed)|to continue reading|this (?:article|content|story) is (?:for|only|exclusive|reserved)"
    r"|subscribers? only|for subscribers|create (?:a|your) free account|unlock this (?:article|story)|register to (?:read|continue)|remaining (?:free )?articles|become a (?:subscriber|member) to",
    re.IGNORECASE,
)
SCRIPT = re.compile(r"(?:enable|requires?|turn on|without) javascript|javascript (?:is|must be|to be) (?:disabled|enabled|required)", re.IGNORECASE)
# A front page has many links that are headlines, and prose only in bits.
HEADLINE_WORDS = 5
MANY_HEADLINES = 15
LITTLE_PROSE = 150  # words in the paragraphs that are longer than a teaser
TEASER_WORDS = 45


def refuse(tree: HtmlElement, metadata: Metadata, text: str, url: str) -> None:
    """Raises the reason why there is nothing to brief; real articles pass even when their pages are odd."""
    if metadata.language not in {None, "en"} and len(words(text)) >= FEWEST_WORDS:
        raise OtherLanguage(metadata.language or "")
    claims_article = any(map(ARTICLE_CLAIMS.search, metadata.types))
    if len(words(text)) < FEWEST_WORDS:
        raise reason_for_little_text(tree, metadata, claims_article=claims_article)
    if not claims_article and (is_home_page(url) or is_listing(tree, metadata, text)):
        raise NotAnArticle(url)


def reason_for_little_text(tree: HtmlElement, metadata: Metadata, *, claims_article: bool) -> NutgrafError:
    """Why there is hardly any text."""
    shown = text_of(next(elements(tree, "body"), None))
    if metadata.paywalled or SIGN_IN.search(shown):
        return SignInNeeded(metadata.canonical_url)
    if CONSENT.search(shown) and len(words(shown)) < CONSENT_WORDS:
        return ConsentPage(metadata.canonical_url)
    if claims_article or SCRIPT.search(f"{shown} {noscript(tree)}") or len(words(shown)) < FEWEST_WORDS:
        return EmptyPage(metadata.canonical_url)
    return NotAnArticle(metadata.canonical_url)


CONSENT_WORDS = 600  # a consent page says little else; a front page with a cookie bar says much


def noscript(tree: HtmlElement) -> str:
    """What the page says to those who run no scripts."""
    return " ".join(" ".join(element.itertext()) for element in elements(tree, "noscript"))


def is_listing(tree: HtmlElement, metadata: Metadata, text: str) -> bool:
    """Whether the page lists other pages rather than telling one story."""
    prose = sum(length for line in text.split("\n\n") if (length := len(words(line))) > TEASER_WORDS)
    if prose >= LITTLE_PROSE:
        return False
    if metadata.types & OTHER_CLAIMS:
        return True
    return prose == 0 and headline_links(tree) >= MANY_HEADLINES


def headline_links(tree: HtmlElement) -> int:
    """How many headings are, or hold, links with enough words for a headline."""
    heads = elements(tree, "h2", "h3", "h4")
    return sum(1 for head in heads if next(elements(head, "a"), head.getparent()) is not None and len(words(short_text(head))) >= HEADLINE_WORDS)
