"""The text blocks of a page with their place in its structure, found in one walk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from summarizer.article.paragraphs import tidy
from summarizer.article.tree import BLOCKS, BREAKS, SILENT
from summarizer.text.words import words

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """An element that holds words and no other block."""

    key: tuple[str, ...]  # its words
    path: Path  # its own and its ancestors' tags and classes, outermost first
    text: str
    link_share: float  # of its letters
    node: HtmlElement


@dataclass(slots=True)
class Open:
    """An element whose end has not come yet; only the innermost block gathers words."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    is_leaf: bool = True


def text_blocks(tree: HtmlElement) -> Iterator[Block]:
    """The blocks of a page in order: paragraphs, items, and divisions that stand for them."""
    walk = etree.iterwalk(tree, events=("start", "end"))
    path: list[str] = []
    blocks: list[Open] = [Open()]
    links = 0
    for event, node in walk:
        if not isinstance(node.tag, str):
            continue
        if event == "start":
            path.append(step(node))
            links += node.tag == "a"
            if node.tag in BLOCKS:
                blocks[-1].is_leaf = False
                blocks.append(Open())
            if node.tag in SILENT:
                walk.skip_subtree()
            else:
                gather(blocks[-1], " " * (node.tag in BREAKS) + (node.text or ""), linked=links > 0)
        else:
            if node.tag in BLOCKS:
                yield from finished(blocks.pop(), tuple(path), node)
            links -= node.tag == "a"
            path.pop()
            gather(blocks[-1], node.tail or "", linked=links > 0)


def gather(block: Open, text: str, *, linked: bool) -> None:
    """Adds words to a block."""
    block.pieces.append(text)
    block.linked += len(text.strip()) if linked else 0


def finished(block: Open, path: Path, node: HtmlElement) -> Iterator[Block]:
    """The block, when it holds words and no other block."""
    text = tidy("".join(block.pieces)) if block.is_leaf else ""
    key = words(text)
    if key:
        yield Block(key, path, text, min(1.0, block.linked / len(text)), node)


def step(element: HtmlElement) -> str:
    """One element of a path. Classes with numbers differ from one block to the next and are left out."""
    classes = element.get("class")
    if not classes:
        return str(element.tag)
    kept = sorted(name for name in classes.split() if not any(map(str.isdigit, name)))
    return ".".join((str(element.tag), *kept))
