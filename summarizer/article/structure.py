"""The text blocks of a page with their place in its structure, found in one walk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from summarizer.article.paragraphs import listed, tidy
from summarizer.article.tree import BLOCKS, BREAKS, SILENT
from summarizer.text.words import words

Path = tuple[str, ...]

HEADINGS = listed("h2 h3 h4 h5 h6")
HEADLINES = HEADINGS | {"h1"}
# In these, an element that HTML does not know is a part of the line; elsewhere it is a block.
LINES = HEADLINES | listed("p li dd dt td th figcaption")
# Text with so many closing tags in it is markup to copy: "republish this story".
CODE = re.compile(r"</(?:p|div|h[1-6]|a)>")
CODED = 3
LINKED = 0.8  # of the letters of a line that is a link


@dataclass(frozen=True, slots=True)
class Block:
    """A run of words that no other block and no empty line parts."""

    key: tuple[str, ...]  # its words
    path: Path  # tags and classes of the elements that it stands in, outermost first
    text: str
    link_share: float  # of its letters
    node: HtmlElement  # the innermost element that holds it and that is itself a block


@dataclass(slots=True)
class Run:
    """Words in one element that is a block, until another one or an empty line parts them."""

    node: HtmlElement
    path: Path
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    breaks: int = 0  # line breaks since the last words

    def add(self, text: str, *, linked: bool) -> None:
        """Adds words."""
        self.pieces.append(text)
        if text.strip():
            self.breaks = 0
            self.linked += len(text.strip()) if linked else 0


def text_blocks(tree: HtmlElement) -> Iterator[Block]:
    """The blocks of a page in order: paragraphs, items, and bare text in whatever stands for them."""
    walk = etree.iterwalk(tree, events=("start", "end"))
    path: list[str] = []
    runs: list[Run] = [Run(tree, ())]
    links = 0
    for event, node in walk:
        if not isinstance(node.tag, str):
            continue
        if event == "start":
            path.append(step(node))
            links += is_link(node, runs[-1].node)
            if is_block(node):
                yield from finished(runs[-1])
                runs.append(Run(node, tuple(path)))
            if node.tag in SILENT:
                walk.skip_subtree()
            else:
                yield from broken(runs[-1], node)
                runs[-1].add(node.text or "", linked=links > 0)
        else:
            if runs[-1].node is node and len(runs) > 1:
                yield from finished(runs.pop())
            links -= is_link(node, runs[-1].node)
            path.pop()
            runs[-1].add(node.tail or "", linked=links > 0)


def is_link(node: HtmlElement, holder: HtmlElement) -> bool:
    """Whether an element leads elsewhere. A heading that links to itself, or opens the text below it, does not."""
    if node.tag != "a":
        return False
    heading = holder if holder.tag in HEADLINES else next(iter(node), None)
    if heading is None or heading.tag not in HEADLINES:
        return True
    address = (node.get("href") or "").strip()
    opens = ("#", "javascript:") if heading is not holder else "javascript:"
    if not address.strip("#") or address.startswith(opens):
        return False
    _, _, fragment = address.partition("#")
    return not fragment or fragment not in {heading.get("id"), node.get("id"), node.get("name")}


def is_block(node: HtmlElement) -> bool:
    """Whether an element begins on a line of its own. One that HTML does not know does where no words stand around it."""
    if "-" not in node.tag:
        return node.tag in BLOCKS
    parent = node.getparent()
    if parent is None or (parent.tag not in BLOCKS and "-" not in parent.tag) or parent.tag in LINES:
        return False
    before = node.getprevious()
    beside = (node.tail, parent.text if before is None else before.tail)
    return not any(map(str.strip, filter(None, beside)))


def broken(run: Run, node: HtmlElement) -> Iterator[Block]:
    """What a line break ends: at the second in a row, the words before them."""
    if node.tag == "br":
        run.breaks += 1
        if run.breaks > 1:
            yield from finished(run)
    if node.tag in BREAKS:
        run.pieces.append(" ")


def finished(run: Run) -> Iterator[Block]:
    """The words gathered so far as a block, if there are any; the run goes on empty."""
    text = tidy("".join(run.pieces))
    if text.count("</") >= CODED and CODE.search(text):
        text = ""
    linked = run.linked
    run.pieces, run.linked = [], 0
    key = words(text)
    if key:
        yield Block(key, run.path, text, min(1.0, linked / len(text)), run.node)


def step(element: HtmlElement) -> str:
    """One element of a path. Classes with numbers differ from one block to the next and are left out."""
    classes = element.get("class")
    if not classes:
        return str(element.tag)
    kept = sorted(name for name in classes.split() if not any(map(str.isdigit, name)))
    return ".".join((str(element.tag), *kept))
