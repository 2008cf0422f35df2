"""What stands beside the text and belongs to the story: captions, tables, notes. Found before pruning takes it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from summarizer.article.pruning import is_layout
from summarizer.article.tables import read_table
from summarizer.article.tree import class_words, elements, short_text
from summarizer.model import Table
from summarizer.text.words import words

MOST = 300  # of a kind: keeps hostile pages linear
CAPTION_CLASS = re.compile(r"(?:^|[\s_-])(?:caption|captions|figcaption)(?:$|[\s_-]|text)")
CAPTION_TAGS = ("figcaption", "p", "div", "span", "dd", "small")
LONGEST_CAPTION = 1000  # characters
FEWEST_WORDS = 4  # "Getty Images" alone is no caption
NOTE_CLASS = re.compile(r"correction|clarification|editors?-?_?note|update-?_?note|amend")
NOTE_TAGS = ("p", "div", "section", "aside", "footer")
LONGEST_NOTE = 1500
STANDFIRST_CLASS = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|subtitle|subheadline|sub-?heading|strapline|summary|lead-?text|lead-paragraph)(?:$|[\s_-])"
)
STANDFIRST_TAGS = ("p", "div", "h2", "h3", "section")
STANDFIRST_WORDS = (6, 80)  # fewer are a kicker, more a part of the story
ELSEWHERE = frozenset({"nav", "footer", "aside"})


@dataclass(frozen=True, slots=True)
class Aside:
    """An element beside the text, with those that it stood in."""

    element: HtmlElement
    within: tuple[HtmlElement, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """All of a page's, the story's own and others'."""

    standfirsts: tuple[Aside, ...]
    captions: tuple[Aside, ...]
    notes: tuple[Aside, ...]
    tables: tuple[Aside, ...]


def find_beside(tree: HtmlElement) -> Beside:
    """Standfirsts, captions, notes and tables of a page."""
    first = tuple(named(tree, STANDFIRST_CLASS, STANDFIRST_TAGS))
    return Beside(
        first, tuple(captions(tree)), tuple(named(tree, NOTE_CLASS, NOTE_TAGS)), tuple(tables(tree))
    )


def captions(tree: HtmlElement) -> Iterator[Aside]:
    """Pictures' captions, the outermost element of each."""
    seen: set[HtmlElement] = set()
    for element in elements(tree, *CAPTION_TAGS):
        if len(seen) >= MOST:
            return
        if element.tag != "figcaption" and not CAPTION_CLASS.search(class_words(element)):
            continue
        within = tuple(element.iterancestors())
        text = short_text(element, LONGEST_CAPTION)
        if not seen.intersection(within) and len(words(text)) >= FEWEST_WORDS:
            seen.add(element)
            yield Aside(element, within, text)


def named(tree: HtmlElement, pattern: re.Pattern[str], tags: tuple[str, ...]) -> Iterator[Aside]:
    """Elements whose class says what they are."""
    marked = (element for element in elements(tree, *tags) if pattern.search(class_words(element)))
    for _, element in zip(range(MOST), marked, strict=False):
        yield Aside(element, tuple(element.iterancestors()), short_text(element, LONGEST_NOTE))


def tables(tree: HtmlElement) -> Iterator[Aside]:
    """Tables that list something; the others only lay out the page."""
    for _, table in zip(range(MOST), elements(tree, "table"), strict=False):
        if not is_layout(table):
            yield Aside(table, tuple(table.iterancestors()))


def belongs(aside: Aside, story: HtmlElement | None) -> bool:
    """Whether an aside stands with the story, and not in a part of the page for something else."""
    if story is None or story not in aside.within:
        return False
    between = aside.within[: aside.within.index(story)]
    return not any(element.tag in ELSEWHERE for element in between)


def captions_of(beside: Beside, story: HtmlElement | None, text: str) -> tuple[str, ...]:
    """The story's captions, each once, without those that its text says anyway."""
    own = (caption.text for caption in beside.captions if belongs(caption, story))
    fresh = tuple(dict.fromkeys(caption for caption in own if caption not in text))
    # A gallery says the same once more with a number before it.
    return tuple(one for one in fresh if not any(other != one and other in one for other in fresh))


def standfirst_of(beside: Beside, story: HtmlElement | None, text: str) -> str | None:
    """The sentence or two under the headline, when the text does not say them anyway.

    No part of the text: of eight real ones seven were not counted to the body by those who marked it.
    """
    fewest, most = STANDFIRST_WORDS
    for aside in beside.standfirsts:
        if belongs(aside, story) and fewest <= len(words(aside.text)) <= most:
            return None if aside.text in text else aside.text
    return None


def tables_of(beside: Beside, story: HtmlElement | None) -> tuple[Table, ...]:
    """The story's tables."""
    read = (read_table(table.element) for table in beside.tables if belongs(table, story))
    return tuple(table for table in read if table is not None)
