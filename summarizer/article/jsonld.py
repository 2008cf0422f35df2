"""What a page says about itself in JSON-LD."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml.html import HtmlElement

from summarizer.article.paragraphs import listed, tidy
from summarizer.article.tree import elements
from summarizer.text.words import words

Thing = dict[str, Any]

ARTICLE_TYPES = listed("""
    Article NewsArticle ReportageNewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle
    OpinionNewsArticle ReviewNewsArticle AdvertiserContentArticle SatiricalArticle ScholarlyArticle TechArticle
    Report BlogPosting LiveBlogPosting SocialMediaPosting DiscussionForumPosting Review CriticReview Recipe
""")
MOST_THINGS = 2000  # a page with more is not describing one article
DEEPEST = 8
# Editors' systems leave commas, comments and raw newlines in what should be JSON.
LOOSE_COMMA = re.compile(r",\s*(?=[}\]])")
WRAPPING = re.compile(
    r"^\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?)|(?:-->|(?://|/\*)?\s*\]\]>\s*(?:\*/)?)\s*$"
)
TAG = re.compile(r"<[^<>]{1,200}>")
FEWEST_OWN_WORDS = 60  # a shorter text is a teaser
OF_CLAIMED = 0.9  # of the words that it says it has
CUT = re.compile(r"(?:…|\.\.\.|\[\+\d+ chars\])\W*$")


def things(tree: HtmlElement) -> tuple[Thing, ...]:
    """Every typed object of the page, in order, those of @graph and nested ones included."""
    found: list[Thing] = []
    for script in elements(tree, "script"):
        if "ld+json" in (script.get("type") or "").lower():
            for thing in walk(loaded(script.text_content())):
                found.append(thing)
                if len(found) >= MOST_THINGS:
                    return tuple(found)
    return tuple(found)


def loaded(text: str) -> Any:  # noqa: ANN401  # JSON is anything
    """The JSON in a script, forgiving; None when there is none."""
    text = WRAPPING.sub("", text)
    for candidate in (text, LOOSE_COMMA.sub("", text)):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def walk(value: Any, depth: int = 0) -> Iterator[Thing]:  # noqa: ANN401
    """Typed objects in `value`, outermost first."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for part in value:
            yield from walk(part, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for part in value.values():
            if isinstance(part, (dict, list)):
                yield from walk(part, depth + 1)


def types(thing: Thing) -> frozenset[str]:
    """The types of an object, without a schema's address."""
    given = thing.get("@type")
    names = given if isinstance(given, list) else [given]
    return frozenset(name.rsplit("/", 1)[-1] for name in names if isinstance(name, str))


def main_article(found: tuple[Thing, ...], titles: Sequence[str] = ()) -> Thing:
    """The object that describes the page's article; one with a headline of the page if several do."""
    articles = [thing for thing in found if types(thing) & ARTICLE_TYPES]
    titled = [thing for thing in articles if words_of(thing, "headline") in titles]
    return next(iter(titled or articles), {})


def whole_text(article: Thing) -> str | None:
    """The text that the object gives as its own, when it is no teaser: long enough, not cut, as long as it says."""
    given = article.get("articleBody")
    if not isinstance(given, str):
        return None
    text = TAG.sub("\n", html.unescape(html.unescape(given))).strip()
    length = len(words(text))
    if length < FEWEST_OWN_WORDS or CUT.search(text):
        return None
    return None if length < OF_CLAIMED * (declared_words(article) or 0) else text


def declared_words(article: Thing) -> int | None:
    """How many words the object says that its text has."""
    claimed = str(article.get("wordCount", ""))
    return int(claimed) if claimed.isascii() and claimed.isdigit() else None


def by_id(found: tuple[Thing, ...], reference: Any) -> Any:  # noqa: ANN401
    """The object that {"@id": …} points to, or what was given."""
    if isinstance(reference, dict) and set(reference) == {"@id"}:
        wanted = reference["@id"]
        return next((thing for thing in found if thing.get("@id") == wanted), reference)
    return reference


def words_of(thing: Thing, key: str) -> str | None:
    """A property as plain words: entities and tags resolved, lists by their first."""
    return plain_words(thing.get(key))


def plain_words(value: Any) -> str | None:  # noqa: ANN401
    """A JSON value as plain words; None when it holds none."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    if not isinstance(value, str):
        return None
    return tidy(TAG.sub("", html.unescape(html.unescape(value)))) or None
