"""Block quotations that name whose words they are: the markup says so to the eye, a dash and marks say so in text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from summarizer.article.posts import MARK
from summarizer.article.tree import drop, elements, short_text
from summarizer.text.words import words

CREDIT_TAGS = ("footer", "cite", "figcaption")
CREDIT_WORDS = (2, 12)
QUOTATION_WORDS = 4  # fewer are a word of art
LONGEST = 1500  # characters of a quotation
MARKS = "\"“”„«»‘’'"
DASH = re.compile(r"^[\s—–―~-]+")


def sign_quotations(tree: HtmlElement) -> None:
    """Writes each block quotation with a credit of its own as “…” — Name, in one paragraph."""
    for quotation in list(elements(tree, "blockquote")):
        credit = credit_of(quotation)
        if credit is None:
            continue
        name = DASH.sub("", short_text(credit))
        drop(credit)
        said = short_text(quotation, LONGEST).strip(MARKS + " ")
        tail = quotation.tail
        quotation.clear()
        quotation.tail = tail
        line = quotation.makeelement("p")
        line.text = f"“{said}” — {name}"
        quotation.append(line)


def credit_of(quotation: HtmlElement) -> HtmlElement | None:
    """The element behind the words of a quotation that names somebody."""
    credit = next(reversed(list(credits_of(quotation))), None)
    if credit is None:
        return None
    name, whole = short_text(credit), short_text(quotation, LONGEST)
    fewest, most = CREDIT_WORDS
    names = fewest <= len(words(name)) <= most and DASH.sub("", name)[:1].isupper() and "http" not in name
    is_within = any(node is quotation for node in credit.iterancestors())
    own = len(words(whole)) - (len(words(name)) if is_within else 0)
    stands_last = not is_within or whole.endswith(name)
    return credit if names and stands_last and own >= QUOTATION_WORDS and MARK not in whole else None


def credits_of(quotation: HtmlElement) -> Iterator[HtmlElement]:
    """What may hold the name: in the quotation, or beside it in a figure of its own."""
    yield from elements(quotation, *CREDIT_TAGS)
    around = quotation.getparent()
    if around is not None and around.tag == "figure":
        yield from (part for part in around if part.tag in CREDIT_TAGS)
