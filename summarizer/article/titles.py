"""The headline, and the outlet it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy

from lxml.html import HtmlElement

from summarizer.article.jsonld import Thing, by_id, plain_words, types, words_of
from summarizer.article.metas import Metas, values
from summarizer.article.names import (
    SEPARATOR,
    SHORTEST_LABEL,
    agency_named,
    is_spelt,
    site_in_title,
    without_outlet,
)
from summarizer.article.opinions import stems
from summarizer.article.tree import class_words, drop, elements, short_text
from summarizer.text.stop_words import STOP_WORDS
from summarizer.text.words import words

TITLE_METAS = ("og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title", "title")
OUTLET_METAS = (
    *("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher"),
    "al:ios:app_name",
)
BLOG_MAKERS = frozenset(
    {"blogger", "blogspot", "wordpress", "wordpress.com", "wix", "squarespace", "tumblr", "my site"}
)
LONGEST_OUTLET = 80  # characters
LONGEST_TITLE = 400
FEWEST_HEADLINE_WORDS = 3
SHARED_WORDS = 0.6  # of two titles for one story
# Of a lone main heading's long words the title has this share, when both are of one story: a section's name has none.
SHARED_STEMS = 0.3
MOSTLY_SHARED = 0.7  # where several headings could be it
FEWEST_STEMS = 3  # counted for a heading with fewer long words
# Behind a whole title in its heading: an address, a number of comments that is no year.
COUNTED = re.compile(r"(?:\s+\(\S+\.\w{2,}\))?(?:\s+(?!(?:19|20)\d\d$)\d+)?")
# Marks of a typing convention that nothing has read: "*The Tempest* (1611)".
ASTERISKS = re.compile(r"(?<!\w)\*(?=\S)([^*]+)(?<=\S)\*(?!\w)")
FEWEST_SHOWN_WORDS = 4
MOST_HEADINGS = 5  # looked at
BADGE = re.compile(r"(?:^|[\s_-])(?:kicker|badge|eyebrow|overline|label|flag|live)(?:$|[\s_-])")
BADGE_TAGS = ("span", "small", "a", "strong", "em", "b", "div", "sup")
# What a site says about itself behind its name.
SLOGAN = re.compile(
    rf"{SEPARATOR}.*\b(?:news|headlines|official|home|latest|online|website)\b.*$", re.IGNORECASE
)


def find_outlet(
    found: tuple[Thing, ...],
    article: Thing,
    metas: Metas,
    headlines: Sequence[str] = (),
    spelt: str | None = None,
) -> str | None:
    """The publisher as the page names it, which is not one of its headlines.

    `spelt` is the name in the page's title that its domain spells; beside it a claim of a few letters is a section's ("U.S.").
    """
    publisher = by_id(found, article.get("publisher"))
    site = next((words_of(thing, "name") for thing in found if "WebSite" in types(thing)), None)
    given = (plain_words(publisher), *metas.get("og:site_name", []), site, *values(metas, OUTLET_METAS))
    claims = [
        SLOGAN.sub("", claim) for claim in given if claim and is_outlet(claim) and claim not in headlines
    ]
    if spelt in claims or (spelt and claims and max(map(len, claims)) <= SHORTEST_LABEL):
        return spelt
    # A page that carries agency copy may name the agency as its publisher; its own name stands elsewhere, then.
    return next((claim for claim in claims if agency_named(claim) is None), next(iter(claims), None))


def is_outlet(claim: str) -> bool:
    """Whether a claim can be an outlet's name: no address, no account, no maker of blogs."""
    return (
        not claim.startswith(("http", "@"))
        and len(claim) <= LONGEST_OUTLET
        and claim.lower() not in BLOG_MAKERS
    )


def outlet_in_title(tree: HtmlElement, domain: str | None, headlines: Sequence[str] = ()) -> str | None:
    """The site's name in the browser's title, where the address spells it: at the end, or before it and as a main heading, too."""
    document_title = short_text(next(elements(tree, "title"), None))
    if not domain:
        return None
    mastheads = (
        one
        for one in headlines
        if is_spelt(one, domain) and re.match(rf"{re.escape(one)}(?:\s*:\s|{SEPARATOR})\S", document_title)
    )
    return next(mastheads, None) or site_in_title(document_title, domain)


def outlet_from_title(tree: HtmlElement, title: str | None) -> str | None:
    """What the browser's title has after the headline: "Headline | Outlet"."""
    document_title = short_text(next(elements(tree, "title"), None))
    if not title or not document_title.startswith(title):
        return None
    rest = re.split(SEPARATOR, document_title[len(title) :])
    return rest[-1].strip() or None if len(rest) > 1 else None


def find_title(
    article: Thing, metas: Metas, tree: HtmlElement, headlines: Sequence[str], outlets: Sequence[str | None]
) -> str | None:
    """The headline, without the outlet's name: the claim that most others agree with, the first of equals.

    `headlines` are the page's main headings, `outlets` the names under which the outlet is known.
    """
    names = tuple(name for name in (*outlets, *metas.get("og:site_name", [])) if name)
    document_title = short_text(next(elements(tree, "title"), None))
    kinds: tuple[Sequence[str | None], ...] = (
        [words_of(article, "headline")],
        values(metas, TITLE_METAS),
        headlines,
        [document_title],
    )
    claims = [
        (kind, without_outlet(ASTERISKS.sub(r"\1", claim), names))
        for kind, given in enumerate(kinds)
        for claim in given
        if claim and len(claim) <= LONGEST_TITLE
    ]
    if not claims:
        return None
    _, best = max(claims, key=lambda claim: agreement(claim, claims))
    best = next((claim for _, claim in claims if is_counted(best, claim)), best)
    return whole_title(best, next((headline for headline in headlines if agree(headline, best)), None))


def shown_headline(headlines: Sequence[str], title: str | None) -> str | None:
    """The page's main heading, where it is another headline for the same as its titles, which are for search engines then.

    Of several, which may head boxes or parts, the only one that has nearly all its words in common with the title.
    """
    if title is None:
        return None
    least = SHARED_STEMS if len(headlines) == 1 else MOSTLY_SHARED
    alike = [one for one in headlines if likeness(one, title) >= least]
    shown = alike[0] if len(alike) == 1 else ""
    if len(words(shown)) < FEWEST_SHOWN_WORDS or words(shown) == words(title) or is_counted(shown, title):
        return None
    return shown


def is_counted(heading: str, title: str) -> bool:
    """Whether a heading is a title with where a link leads, or the number of comments, behind it."""
    rest = heading.removeprefix(title)
    is_longer = title != heading != rest and len(words(title)) >= FEWEST_SHOWN_WORDS
    return is_longer and COUNTED.fullmatch(rest) is not None


def likeness(heading: str, title: str) -> float:
    """The share of a heading's long words that a title has; none of a few, and those that stand everywhere do not count."""
    own = stems(" ".join(word for word in words(heading) if word not in STOP_WORDS))
    return len(own & stems(title)) / max(FEWEST_STEMS, len(own))


def agreement(claim: tuple[int, str], claims: Sequence[tuple[int, str]]) -> int:
    """How many other kinds of claims agree with one."""
    own, title = claim
    return len({kind for kind, other in claims if kind != own and agree(title, other)})


def agree(one: str, other: str) -> bool:
    """Whether two claims are one title: the one is in the other, or they share most of their words."""
    a, b = sorted((words(one), words(other)), key=len)
    if len(a) < FEWEST_HEADLINE_WORDS:
        return a == b
    within = any(b[at : at + len(a)] == a for at in range(len(b) - len(a) + 1))
    return within or len({*a} & {*b}) >= SHARED_WORDS * len({*a} | {*b})


def main_headings(tree: HtmlElement) -> tuple[str, ...]:
    """The page's main headings, without the kicker and the badge that stand in them."""
    first = zip(range(MOST_HEADINGS), elements(tree, "h1"), strict=False)
    return tuple(filter(None, (heading_text(heading) for _, heading in first)))


def heading_text(heading: HtmlElement) -> str:
    """The words of a heading; all of them when a badge is all there is."""
    badges = [part for part in elements(heading, *BADGE_TAGS) if BADGE.search(class_words(part))]
    if not badges:
        return short_text(heading)
    bare = deepcopy(heading)
    for part in [part for part in elements(bare, *BADGE_TAGS) if BADGE.search(class_words(part))]:
        drop(part)
    return short_text(bare) or short_text(heading)


def whole_title(title: str, headline: str | None) -> str:
    """The page's headline where the claimed title is the same one cut short or with a section's name after it."""
    if not headline or len(words(headline)) < FEWEST_HEADLINE_WORDS:
        return title
    short = title.rstrip(". …")
    if short != title and headline.startswith(short):
        return headline
    return headline if re.match(rf"{re.escape(headline)}{SEPARATOR}", title) else title
