"""Pages that are no articles, told from their claims, their address and what text is left."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from summarizer.address.links import is_home_page
from summarizer.article.metadata import Metadata
from summarizer.article.structure import LINKED, Block, text_blocks
from summarizer.article.tree import elements, short_text, text_of
from summarizer.errors import (
    ConsentPage,
    EmptyPage,
    NotAnArticle,
    NutgrafError,
    OtherLanguage,
    PageKind,
    SignInNeeded,
)
from summarizer.text.sentence_bounds import ends_a_sentence
from summarizer.text.words import words

# Fewer words than a short news item has. The shortest of 40 real articles has 83.
FEWEST_WORDS = 40
# An item of two sentences, when hardly anything else on the page is prose.
SHORTEST_ITEM = 20
ITEM_SHARE = 0.6
ERROR_WORDS = 150  # an error page says little; a story about errors says more
ERROR_TITLE = re.compile(
    r"^\W*(?:error\s*)?(?:404|403|410|500)\b|^\W*(?:sorry|oops|uh-?oh|whoops)\b.{0,20}\b(?:can['’]?t|cannot|couldn['’]?t|could not|unable to) (?:find|locate)\b|\b(?:page|article|story|content|site) (?:was |could |is |has )?(?:not (?:be )?found|no longer"
    r"|been removed|unavailable|not available)|^\W*(?:not found|access denied|forbidden|oops|just a moment|attention required"
    r"|are you (?:a robot|human)|page doesn['’]t exist|we can['’]?t find)",
    re.IGNORECASE,
)
ARTICLE_CLAIMS = re.compile(r"Article$|^BlogPosting$|^LiveBlogPosting$|^Report$|^og:article$")
CLAIMED_KINDS: dict[str, PageKind] = {
    **dict.fromkeys(
        ("VideoObject", "og:video", "og:video.other", "og:video.movie", "og:video.episode"), "video"
    ),
    **dict.fromkeys(("PodcastEpisode", "PodcastSeries", "RadioEpisode", "og:music.song"), "podcast"),
    **dict.fromkeys(("Product", "og:product", "og:product.item"), "shop"),
    **dict.fromkeys(("ProfilePage", "og:profile", "ContactPage", "AboutPage"), "profile"),
    **dict.fromkeys(("CollectionPage", "SearchResultsPage", "ItemList"), "listing"),
}
OTHER_CLAIMS = frozenset(CLAIMED_KINDS)
# Parts of an address that say what a page is when the page does not.
ADDRESSED_KINDS: dict[str, PageKind] = {
    **dict.fromkeys(("video", "videos", "watch", "clips"), "video"),
    **dict.fromkeys(("podcast", "podcasts", "audio", "listen"), "podcast"),
    **dict.fromkeys(("author", "authors", "staff", "profile", "profiles", "contributors"), "profile"),
    **dict.fromkeys(("search", "tag", "tags", "topic", "topics", "category", "archive"), "listing"),
}
PLAYED = frozenset({"video", "podcast"})
# What a whole headline says that is about the site and no story.
CONSENT_TITLE = re.compile(
    r"\W*(?:before you continue|(?:we|\w+) (?:values?|cares? about|respects?) your privacy|your privacy (?:choices|matters)"
    r"|privacy (?:settings|preferences|preference cent(?:er|re))|cookie (?:settings|preferences|consent|notice)|manage (?:cookies|consent))\W*",
    re.IGNORECASE,
)
OFFER_TITLE = re.compile(
    r"\W*(?:(?:choose|pick|start|get|manage) (?:your|a) )?(?:subscriptions?|subscribe|membership|become a (?:member|subscriber)|join us|register"
    r"|sign[ -]?up|create an? (?:free )?account|(?:our |sign up for our )?newsletters?)\W*",
    re.IGNORECASE,
)
OFFERS = frozenset({"Offer", "AggregateOffer"})
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
SCRIPT = re.compile(
    r"(?:enable|requires?|turn on|without) javascript|javascript (?:is|must be|to be) (?:disabled|enabled|required)",
    re.IGNORECASE,
)
# Words of prose below which a page that claims to be something else is taken at its word.
LITTLE_PROSE = 150
PROSE_WORDS = 12  # a paragraph with fewer may be a label, a price, a caption
# On a front page nearly every paragraph stands under a headline that leads elsewhere; in a story at most one or two do.
LISTED_SHARE = 0.5
FEWEST_TEASERS = 5
PARTLY_LINKED = 0.5
HEADLINE_WORDS = 3
MENUS = ("nav", "header", "footer")
MOST_LABELS = 2  # between a headline and its line


def refuse(tree: HtmlElement, metadata: Metadata, text: str, url: str, linked: int) -> None:
    """Raises the reason why there is nothing to brief; real articles pass even when their pages are odd.

    `linked` is how many headings of the page, as it came, lead elsewhere.
    """
    if metadata.language not in {None, "en"} and len(words(text)) >= FEWEST_WORDS:
        raise OtherLanguage(metadata.language or "")
    claims_article = any(map(ARTICLE_CLAIMS.search, metadata.types))
    if is_error_page(tree, metadata, text):
        raise NotAnArticle(url, "error page")
    if not claims_article and says(CONSENT_TITLE, tree, metadata):
        raise ConsentPage(metadata.canonical_url)
    if len(words(text)) < FEWEST_WORDS and not is_short_item(tree, metadata, text):
        raise reason_for_little_text(tree, metadata, url, linked, claims_article=claims_article)
    if not claims_article:
        refuse_other_kinds(tree, metadata, text, url)


def refuse_other_kinds(tree: HtmlElement, metadata: Metadata, text: str, url: str) -> None:
    """Raises NotAnArticle for a page of some text that says nowhere that it is an article, and is none."""
    if is_home_page(url):
        raise NotAnArticle(url, "home page")
    if is_listing(tree, metadata, text):
        raise NotAnArticle(url, claimed_kind(metadata) or addressed_kind(url) or "listing")
    if len(words(text)) < LITTLE_PROSE:
        if (kind := addressed_kind(url)) in PLAYED:
            raise NotAnArticle(url, kind or "other")
        if says(OFFER_TITLE, tree, metadata):
            raise NotAnArticle(url, "other")


def says(pattern: re.Pattern[str], tree: HtmlElement, metadata: Metadata) -> bool:
    """Whether a page's main heading, or else its title, is of a kind, whole."""
    headline = short_text(next(elements(tree, "h1"), None)) or metadata.title or ""
    return pattern.fullmatch(headline) is not None


def claimed_kind(metadata: Metadata) -> PageKind | None:
    """What a page that is no article says it is."""
    claims = (kind for claim, kind in CLAIMED_KINDS.items() if claim in metadata.types)
    return next(claims, None)


def addressed_kind(url: str) -> PageKind | None:
    """What the address of a page says it is: the first of its parts that does."""
    parts = re.split(r"[/?#]", url.lower())[3:]
    return next((ADDRESSED_KINDS[part] for part in parts if part in ADDRESSED_KINDS), None)


def is_error_page(tree: HtmlElement, metadata: Metadata, text: str) -> bool:
    """Whether the page is a "not found" that comes as if it were found."""
    headline = short_text(next(elements(tree, "h1"), None)) or metadata.title or ""
    return len(words(text)) < ERROR_WORDS and ERROR_TITLE.search(headline) is not None


def is_short_item(tree: HtmlElement, metadata: Metadata, text: str) -> bool:
    """Whether a little text is a whole item of news: sentences under a headline that are most of the page's prose."""
    lines = [line for line in text.split("\n\n") if ends_a_sentence(line)]
    own = sum(len(words(line)) for line in lines)
    headline = words(short_text(next(elements(tree, "h1"), None)))
    if own < SHORTEST_ITEM or len(headline) < HEADLINE_WORDS or metadata.paywalled:
        return False
    shown = text_of(next(elements(tree, "body"), None))
    if (
        metadata.types & OTHER_CLAIMS
        or SIGN_IN.search(shown)
        or CONSENT.search(shown)
        or SCRIPT.search(shown)
    ):
        return False
    prose = (
        block for block in text_blocks(tree) if len(block.key) >= PROSE_WORDS and block.link_share < LINKED
    )
    return own >= ITEM_SHARE * sum(len(block.key) for block in prose if ends_a_sentence(block.text))


def reason_for_little_text(
    tree: HtmlElement, metadata: Metadata, url: str, linked: int, *, claims_article: bool
) -> NutgrafError:
    """Why there is hardly any text."""
    shown = text_of(next(elements(tree, "body"), None))
    if metadata.paywalled or SIGN_IN.search(shown) or asks_for_a_password(tree):
        return SignInNeeded(metadata.canonical_url)
    if CONSENT.search(shown) and len(words(shown)) < CONSENT_WORDS:
        return ConsentPage(metadata.canonical_url)
    says_kind = linked >= FEWEST_TEASERS or claimed_kind(metadata) is not None
    is_bare = len(words(shown)) < FEWEST_WORDS and not says_kind
    if claims_article or is_bare or SCRIPT.search(f"{shown} {noscript(tree)}"):
        return EmptyPage(metadata.canonical_url)
    kind = kind_of_page(metadata, url, linked + count_linked_items(tree))
    return NotAnArticle(metadata.canonical_url, kind)


def kind_of_page(metadata: Metadata, url: str, linked: int) -> PageKind:
    """What a page with hardly any text is, as far as it shows."""
    if is_home_page(url):
        return "home page"
    listed: PageKind = "listing" if linked >= FEWEST_TEASERS else "other"
    return claimed_kind(metadata) or addressed_kind(url) or listed


def count_linked_items(tree: HtmlElement) -> int:
    """How many items of lists outside of menus are linked headlines."""
    menus = {item for menu in elements(tree, *MENUS) for item in elements(menu, "li")}
    items = (block for block in text_blocks(tree) if block.node.tag == "li" and block.node not in menus)
    return sum(map(is_linked_headline, items))


CONSENT_WORDS = 600  # a consent page says little else; a front page with a cookie bar says much


def asks_for_a_password(tree: HtmlElement) -> bool:
    """Whether the page has a field for a password: the way in to a tracker, a sheet, an office."""
    return any((field.get("type") or "").lower() == "password" for field in elements(tree, "input"))


def noscript(tree: HtmlElement) -> str:
    """What the page says to those who run no scripts."""
    return " ".join(" ".join(element.itertext()) for element in elements(tree, "noscript"))


def is_listing(tree: HtmlElement, metadata: Metadata, text: str) -> bool:
    """Whether the page lists other pages, or sells or shows something, rather than telling a story."""
    if "Product" in metadata.types and metadata.types & OFFERS:
        return True  # a shop's page, whose buyers may have written a lot
    paragraphs = {key for line in text.split("\n\n") if len(key := words(line)) >= PROSE_WORDS}
    if metadata.types & OTHER_CLAIMS and sum(map(len, paragraphs)) < LITTLE_PROSE:
        return True
    lines = {words(line) for line in text.split("\n\n")}
    teasers = count_teasers(tree, lines)
    return teasers >= FEWEST_TEASERS and teasers >= LISTED_SHARE * len(lines)


def count_teasers(tree: HtmlElement, lines: set[tuple[str, ...]]) -> int:
    """How many of the lines are a linked headline, or stand under one with only a label between: a day, a name."""
    count = 0
    labels = MOST_LABELS + 1  # since the last headline
    for block in text_blocks(tree):
        headline = is_linked_headline(block)
        is_label = len(block.key) < PROSE_WORDS and not ends_a_sentence(block.text)
        under_headline = labels == 0 or (labels <= MOST_LABELS and not is_label)
        count += block.key in lines and (under_headline or headline)
        labels = 0 if headline else labels + 1 if is_label else MOST_LABELS + 1
    return count


def is_linked_headline(block: Block) -> bool:
    """Whether a line leads elsewhere, whole or but for a day before it."""
    least = PARTLY_LINKED if not ends_a_sentence(block.text) else LINKED
    return block.link_share >= least and len(block.key) >= HEADLINE_WORDS
