"""The text blocks of a page with their place in its structure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from summarizer.article.paragraphs import words
from summarizer.article.tree import BLOCKS, elements, is_seen, text_of

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """An element that holds words and no other block."""

    element: HtmlElement
    key: tuple[str, ...]  # its words
    path: Path  # its own and its ancestors' tags and classes, outermost first
    text: str
    link_share: float


def text_blocks(tree: HtmlElement) -> Iterator[Block]:
    """The blocks of a page in order."""
    for element in elements(tree, *BLOCKS):
        if holds_words(element) and is_seen(element):
            text = text_of(element)
            key = words(text)
            if key:
                yield Block(element, key, path_of(element), text, link_share(element, text))


def holds_words(element: HtmlElement) -> bool:
    """Whether an element has no block in it: paragraphs, items, and divs that stand for them."""
    return not any(child.tag in BLOCKS for child in element.iterdescendants() if isinstance(child.tag, str))


def path_of(element: HtmlElement) -> Path:
    """Tags and classes from the body down. Ids and numbers differ from one block to the next and are left out."""
    return tuple(reversed([step(element), *(step(ancestor) for ancestor in element.iterancestors())]))


def step(element: HtmlElement) -> str:
    """One element of a path."""
    classes = sorted(name for name in (element.get("class") or "").split() if not any(map(str.isdigit, name)))
    return ".".join((str(element.tag), *classes))


def link_share(element: HtmlElement, text: str) -> float:
    """The share of a block's letters that are in links."""
    linked = sum(len(text_of(link)) for link in elements(element, "a"))
    return min(1.0, linked / len(text)) if text else 0.0
