"""Text to a tree, whatever the markup: never fails, never deeper than MAX_DEPTH."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from summarizer.article.paragraphs import listed, tidy
from summarizer.text.lexicon import words_of

# libxml2 stops at 256 levels by itself; relied on by everything here that recurses in C. Pinned by a test.
MAX_DEPTH = 256
SILENT = listed("script style noscript template svg head iframe object select button textarea")
BLOCKS = words_of("blocks")
BREAKS = BLOCKS | {"br"}
# Our own mark (posts.py) written as a number would come to life in the parser.
# Escaped twice: "&amp;quot;" is a quotation mark.
ESCAPED_TWICE = re.compile(
    r"&amp;((?:quot|apos|amp|nbsp|hellip|[lr][sd]quo|[mn]dash|#0?3[489]|#x2[267]|#82(?:1[167]|2[01]));)",
    re.IGNORECASE,
)
MARK_AS_NUMBER = re.compile(r"&#(?:x0*e000|0*57344)(?![0-9a-f]);?", re.IGNORECASE)


# What never holds a story; where one stands in it, the page or the parser has left it open.
CLOSED = listed("button select label")
AROUND = listed("header nav aside footer form")
BUTTON_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
FEWEST_PARAGRAPHS = 3  # of a story in a button
IN_HEAD = listed("title meta link script style base noscript template")


def parse(markup: str) -> HtmlElement:
    """The page's tree; an empty document for what is no markup at all."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        plain = ESCAPED_TWICE.sub(r"&\1", MARK_AS_NUMBER.sub("", markup))
        tree = document_fromstring(plain.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return document_fromstring("<html><body></body></html>")
    begin_body(tree)
    for element in list(elements(tree, *CLOSED, *AROUND)):
        if is_left_open(element):
            element.tag = "div"
            for name in ("class", "id"):
                element.attrib.pop(name, None)
        elif element.tag == "button" and heads_text(element):
            element.tag = "span"
    return tree


def begin_body(tree: HtmlElement) -> None:
    """Moves what cannot stand in a head to where the body begins: a page may leave out the tags of both.

    A browser does so; the parser begins a body at a paragraph, but not at an "article" or a "main".
    """
    head = tree.find("head")
    if head is None:
        return
    outside = list(dropwhile(lambda child: child.tag in IN_HEAD or not isinstance(child.tag, str), head))
    if not outside:
        return
    body = tree.find("body")
    if body is None:
        body = etree.SubElement(tree, "body")
    body[:0] = outside


def heads_text(button: HtmlElement) -> bool:
    """Whether a button is a heading or a question, which shows the text below it when it is pressed."""
    around = button.getparent()
    if around is not None and around.tag in BUTTON_HEADINGS:
        return True
    if next(elements(button, *BUTTON_HEADINGS), None) is not None:
        return True
    return "".join(button.itertext()).rstrip().endswith("?")


def is_left_open(element: HtmlElement) -> bool:
    """Whether the whole story stands in an element that is only for a part of the page."""
    if next(elements(element, "article", "main"), None) is not None:
        return True
    paragraphs = zip(range(FEWEST_PARAGRAPHS), elements(element, "p"), strict=False)
    return element.tag in CLOSED and len(list(paragraphs)) == FEWEST_PARAGRAPHS


def elements(tree: HtmlElement, *tags: str) -> Iterator[HtmlElement]:
    """Elements in document order, without comments and the like."""
    for element in tree.iter(*(tags or (etree.Element,))):
        if isinstance(element.tag, str):
            yield element


def class_words(element: HtmlElement) -> str:
    """Class and id of an element in lower case, for looking for words in."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def text_of(element: HtmlElement | None) -> str:
    """The words in an element as one tidy line; line breaks count as blanks."""
    if element is None:
        return ""
    return tidy("".join(pieces(element)))


def pieces(element: HtmlElement) -> Iterator[str]:
    """The text in an element, with a blank where a block or line break parts words."""
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if not isinstance(node.tag, str):
            continue
        if event == "end":
            yield end_of(node, element)
            continue
        if node.tag in SILENT:
            walk.skip_subtree()
            continue
        yield f" {node.text or ''}" if node.tag in BREAKS else node.text or ""


def end_of(node: HtmlElement, whole: HtmlElement) -> str:
    """What stands after `node` within `whole`."""
    tail = "" if node is whole else node.tail or ""
    return f" {tail}" if node.tag in BLOCKS else tail


def short_text(element: HtmlElement | None, limit: int = 1000) -> str:
    """As text_of, but empty for more than `limit` characters: names and dates are short, and elements nest."""
    if element is None:
        return ""
    gathered: list[str] = []
    left = limit
    for piece in pieces(element):
        gathered.append(piece)
        left -= len(piece.strip())
        if left < 0:
            return ""
    return tidy("".join(gathered))


def drop(element: HtmlElement) -> None:
    """Takes an element out of its tree and leaves the text after it."""
    if element.getparent() is not None:
        element.drop_tree()
