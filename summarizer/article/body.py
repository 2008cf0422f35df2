"""The tree to paragraphs: trafilatura finds the main text, the page's own structure mends it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import trafilatura
from lxml.html import HtmlElement

from summarizer.article.mending import mended
from summarizer.article.paragraphs import Kind, Paragraph, tidy
from summarizer.article.pruning import prune
from summarizer.article.structure import Block, text_blocks
from summarizer.article.tree import elements, parse, text_of
from summarizer.text.words import words

KINDS: dict[str, Kind] = {"head": "subhead", "row": "row"}


# Below this, a page may have its whole text in a table.
HARDLY_ANYTHING = 60


@dataclass(frozen=True, slots=True)
class Body:
    """A page's main text, and where it stands."""

    paragraphs: tuple[Paragraph, ...]
    blocks: tuple[Block, ...]  # all of the page's that are left after pruning


def find_body(tree: HtmlElement) -> Body:
    """The page's main text. Takes out of the tree what is no part of it."""
    prune(tree)
    found = extract(tree, tables=False)
    if is_hardly_anything(found):
        reveal(tree)
        found = extract(tree, tables=True)
    blocks = tuple(text_blocks(tree))
    return Body(mended(found, blocks), blocks)


def is_hardly_anything(found: tuple[Paragraph, ...]) -> bool:
    """Whether there is less than any story has."""
    return sum(len(words(paragraph.text)) for paragraph in found) < HARDLY_ANYTHING


def reveal(tree: HtmlElement) -> None:
    """Shows what a page keeps for browsers without scripts or frames, which may be the whole story."""
    for element in list(elements(tree, "noscript", "noframes")):
        if "</" in (element.text or ""):  # the parser leaves what is in it as text
            element.extend(parse(element.text))
            element.text = None
        element.tag = "div"
    for element in list(elements(tree, "frameset")):
        element.tag = "body"


def extract(tree: HtmlElement, *, tables: bool) -> tuple[Paragraph, ...]:
    """What trafilatura takes for the main text. Rows of tables are no statements, and left out by default."""
    document = trafilatura.bare_extraction(
        tree, favor_precision=True, include_comments=False, include_tables=tables, with_metadata=False
    )
    body = getattr(document, "body", None)
    return () if body is None else tuple(paragraph for paragraph in blocks(body) if paragraph.text)


def blocks(body: HtmlElement) -> Iterator[Paragraph]:
    """The blocks of trafilatura's body as paragraphs."""
    for element in body:
        yield from block(element)


def block(element: HtmlElement) -> Iterator[Paragraph]:
    """One block; lists and tables by their lines."""
    if element.tag == "list":
        for part in element.iter("item"):
            yield Paragraph(tidy(" ".join(part.itertext())))
    elif element.tag == "table":
        for row in element.iter("row"):
            yield Paragraph(" | ".join(filter(None, (text_of(cell) for cell in row.iter("cell")))), "row")
    else:
        text = "".join(lines(element))
        for line in text.split("\n\n"):
            yield Paragraph(tidy(line), KINDS.get(element.tag, "prose"))


def lines(element: HtmlElement) -> Iterator[str]:
    """The text of a block; two line breaks in a row part paragraphs."""
    yield element.text or ""
    for child in element:
        if child.tag == "lb":
            yield "\n"
        elif child.tag in {"p", "quote", "item"}:
            yield "\n\n"
            yield from lines(child)
            yield "\n\n"
        else:
            yield from lines(child)
        yield child.tail or ""
