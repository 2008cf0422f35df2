"""The entries of a live blog: neighbours on the page, each with its time and some of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from lxml.html import HtmlElement

from summarizer.article.dates import parse_date
from summarizer.article.paragraphs import Paragraph
from summarizer.article.structure import Block
from summarizer.article.tree import class_words, elements, short_text
from summarizer.model import Entry, Span

FEWEST_ENTRIES = 3  # with fewer it is an article with a date above it
MOST_TIMES = 2000  # looked at: keeps hostile pages linear
LONGEST_TIME, LONGEST_TITLE = 60, 200  # characters
HEADINGS = ("h2", "h3", "h4", "h5")
TIME_CLASS = re.compile(r"\b(?:time|timestamp|datetime|posted|date)\b|(?:^|[_-])time(?:$|[_\s-])")
CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b|\b(?:ago|just now)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EntryHead:
    """When an entry was written, and the line above it."""

    time: str
    at: datetime | None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class LiveBlog:
    """The heads of a page's entries, by their number."""

    heads: tuple[EntryHead, ...] = ()


def find_entries(
    found: Sequence[Block | None], paragraphs: Sequence[Paragraph], story: HtmlElement | None
) -> tuple[tuple[Paragraph, ...], LiveBlog]:
    """The paragraphs with the numbers of their entries, whose times and titles are taken out; none on a page that is no live blog."""
    nodes = [block.node for block in found if block]
    held = entry_elements(nodes, story) if story is not None else {}
    if not held:
        return tuple(paragraphs), LiveBlog()
    numbers = {element: number for number, element in enumerate(held)}
    own = (entry_of(block, numbers) for block in found)
    marked = [
        replace(paragraph, entry=number) for paragraph, number in zip(paragraphs, carried(own), strict=True)
    ]
    heads = tuple(head_of(element, time) for element, time in held.items())
    kept = (paragraph for paragraph in marked if not is_in_head(paragraph, heads))
    return tuple(kept), LiveBlog(heads)


def is_in_head(paragraph: Paragraph, heads: Sequence[EntryHead]) -> bool:
    """Whether a paragraph is its entry's time or its title."""
    if paragraph.entry is None:
        return False
    head = heads[paragraph.entry]
    return paragraph.text == head.time or (paragraph.kind == "subhead" and paragraph.text == head.title)


def entry_elements(nodes: Sequence[HtmlElement], story: HtmlElement) -> dict[HtmlElement, HtmlElement]:
    """The element of each entry and the one with its time; empty when there are too few."""
    times = [element for element in elements(story) if is_time(element)][:MOST_TIMES]
    rows: dict[HtmlElement, dict[HtmlElement, HtmlElement]] = {}
    for time in times:
        for child, parent in lineage(time, story):
            rows.setdefault(parent, {}).setdefault(child, time)
    rows = {parent: children for parent, children in rows.items() if len(children) >= FEWEST_ENTRIES}
    told: dict[HtmlElement, set[HtmlElement]] = {}
    for node in nodes:
        for child, parent in lineage(node, story):
            if parent in rows and child in rows[parent]:
                told.setdefault(parent, set()).add(child)
    parent = max(told, key=lambda parent: len(told[parent]), default=None)
    if parent is None or len(told[parent]) < FEWEST_ENTRIES:
        return {}
    return {child: time for child, time in rows[parent].items() if child in told[parent]}


def lineage(element: HtmlElement, story: HtmlElement) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    """Each ancestor up to the story's element with its own parent."""
    child = element
    while child is not story and (parent := child.getparent()) is not None:
        yield child, parent
        child = parent


def is_time(element: HtmlElement) -> bool:
    """Whether an element shows a time of day."""
    if element.tag != "time" and not TIME_CLASS.search(class_words(element)):
        return False
    shown = short_text(element, LONGEST_TIME)
    return CLOCK.search(shown) is not None or (element.tag == "time" and element.get("datetime") is not None)


def head_of(entry: HtmlElement, time: HtmlElement) -> EntryHead:
    """The time as written, the moment when the page gives it, and the first heading of an entry."""
    written = short_text(time, LONGEST_TIME)
    at = parse_date(time.get("datetime")) or parse_date(written)
    heading = short_text(next(elements(entry, *HEADINGS), None), LONGEST_TITLE)
    return EntryHead(written or (time.get("datetime") or "").strip(), at, heading or None)


def entry_of(block: Block | None, numbers: dict[HtmlElement, int]) -> int | None:
    """The number of the entry that a block stands in; -1 for a block that was not found on the page."""
    if block is None:
        return -1
    lineage = (block.node, *block.node.iterancestors())
    return next((numbers[element] for element in lineage if element in numbers), None)


def carried(own: Iterator[int | None]) -> Iterator[int | None]:
    """Numbers of entries; a paragraph without a place belongs to the entry before it."""
    last: int | None = None
    for number in own:
        last = last if number == -1 else number
        yield last


def entries_of(places: Sequence[tuple[Paragraph, Span]], blog: LiveBlog) -> Iterator[Entry]:
    """The entries with their place in the text, as far as any of their words are left."""
    for number, group in groupby(places, key=lambda place: place[0].entry):
        if number is not None:
            spans = [span for _, span in group]
            head = blog.heads[number]
            yield Entry(Span(spans[0].start, spans[-1].end), head.time, head.at, head.title)
