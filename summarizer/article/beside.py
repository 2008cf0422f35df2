"""What stands beside the text and belongs to the story: captions, tables, notes. Found before pruning takes it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from lxml.html import HtmlElement

from summarizer.article.places import share_of_links
from summarizer.article.pruning import caption_lists, is_layout
from summarizer.article.tables import read_table
from summarizer.article.tree import BLOCKS, class_words, elements, short_text
from summarizer.model import Table
from summarizer.text.sentence_bounds import ends_a_sentence
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
# A standfirst that is written as a first paragraph is: a sentence in the past tense that does not speak to the reader. Of 32
# real ones three are, and 29 sum up, praise or invite.
FIRST_WORDS = 12
TOLD = re.compile(r"\b(?:was|were|has|have|had|said|told)\b")
ADDRESSED = re.compile(
    r"\b(?:i|we|us|our|my|you|your|inbox|newsletter)\b|[?!:]|^(?:summary|takeaways?|at a glance)\b",
    re.IGNORECASE,
)
INVITING = re.compile(r"\b(?:your|our) (?:inbox|newsletters?)\b|\bsign up\b|\bsubscribe\b", re.IGNORECASE)
ALL_LINKS = 0.95  # of a table's letters: names of clubs in a league are linked, their points are not
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
    marked = (
        element
        for element in elements(tree, *CAPTION_TAGS)
        if element.tag == "figcaption" or CAPTION_CLASS.search(class_words(element))
    )
    for element in chain(marked, caption_lists(tree)):
        if len(seen) >= MOST:
            return
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
    """Tables that list something; the others only lay out the page, or teasers on it."""
    for _, table in zip(range(MOST), elements(tree, "table"), strict=False):
        if not is_layout(table) and share_of_links(table) < ALL_LINKS:
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

    No part of the text unless it is its first paragraph: of eight real ones seven were not counted to the body by those who
    marked it.
    """
    aside = own_standfirst(beside, story)
    return None if aside is None or aside.text in text else aside.text


def own_standfirst(beside: Beside, story: HtmlElement | None) -> Aside | None:
    """The first of the story's; a box that invites to something is named like one now and then."""
    fewest, most = STANDFIRST_WORDS
    fitting = (
        aside
        for aside in beside.standfirsts
        if belongs(aside, story)
        and fewest <= len(words(aside.text)) <= most
        and not INVITING.search(aside.text)
    )
    return next(fitting, None)


def first_paragraph(beside: Beside, story: HtmlElement | None, text: str) -> str | None:
    """The story's first paragraph, where the page names it a standfirst and the text goes on from it."""
    aside = own_standfirst(beside, story)
    if aside is None or aside.text in text or len(words(aside.text)) < FIRST_WORDS:
        return None
    is_one = sum(child.tag in BLOCKS for child in aside.element.iterdescendants()) <= 1
    tells = TOLD.search(aside.text) and not ADDRESSED.search(aside.text) and ends_a_sentence(aside.text)
    return aside.text if is_one and tells else None


def tables_of(beside: Beside, story: HtmlElement | None) -> tuple[Table, ...]:
    """The story's tables."""
    read = (read_table(table.element) for table in beside.tables if belongs(table, story))
    return tuple(table for table in read if table is not None)
