"""Where the blocks of a page stand: in the story's element, or in a part that is named as something else."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from summarizer.article.paragraphs import listed
from summarizer.article.pruning import letters, names_of
from summarizer.article.structure import Block
from summarizer.article.tree import elements

# Parts of a page for something else than the story, when the story does not stand in them.
ELSEWHERE_TAGS = listed("nav footer aside form button label menu dialog figcaption td th")
ELSEWHERE_CLASS = re.compile(
    r"""
    comment | disqus | repl(?:y|ies)\b | discussion | feedback               # readers
    | side-?bar | foot | (?:^|[\s_-])nav | menu | breadcrumb | popup | modal   # the site
    | related | recommend | promo | advert | sponsor | donat | (?:^|(?<!above)(?<!below)(?<!before)(?<!after)[\s_-])cta(?:$|[\s_-])                         # other pages, and what is sold
    | shar(?:e|ing) | social | newsletter | subscri | sign-?up | cookie | consent
    | author | (?:^|[\s_-])bio(?:$|[\s_-]) | caption | credit | cutline
    | slideshow | gallery | playlist | trending                  # who wrote it, what a picture shows
    | (?:fact|number|info)s?-?box | disclos | disclaim | policy | republi | below-content                    # the house's rules
    """,
    re.VERBOSE,
)
# A table of contents, or, where it is not made of links, a part of the story that one leads to.
CONTENTS_CLASS = re.compile(r"(?:^|[\s_-])toc(?:$|[\s_-])|table-of-contents")
# An element with more of its letters in links points elsewhere.
MOSTLY_LINKS = 0.5


class Places:
    """Where the blocks of a page stand: in the story's element or in a part for something else."""

    def __init__(self, story: HtmlElement | None = None, *others: HtmlElement | None) -> None:
        """`others` are further elements of the story: its headline, and what only has a misleading name."""
        self.story = story
        # Whatever it is called, what is around them is no part for something else.
        self._holders = {node for inner in (story, *others) if inner is not None for node in lineage(inner)}
        self._naming: dict[HtmlElement, HtmlElement | None] = {}

    def is_within(self, block: Block) -> bool:
        """Whether a block stands in the story's element."""
        return self.story is not None and any(node is self.story for node in lineage(block.node))

    def is_elsewhere(self, block: Block) -> bool:
        """Whether an element between a block and the story is named as something else."""
        return self.naming(block) is not None

    def naming(self, block: Block) -> HtmlElement | None:
        """The innermost element between a block and the story that is named as something else."""
        passed: list[HtmlElement] = []
        found: HtmlElement | None = None
        for node in lineage(block.node):
            if node in self._holders or node.tag == "body":
                break
            if node in self._naming:
                found = self._naming[node]
                break
            passed.append(node)
            if is_named_elsewhere(node):
                found = node
                break
        self._naming.update(dict.fromkeys(passed, found))
        return found


def is_named_elsewhere(node: HtmlElement) -> bool:
    """Whether an element's tag, class or id says that it is no part of the story."""
    if node.tag in ELSEWHERE_TAGS:
        return True
    names = names_of(node)
    if any(map(ELSEWHERE_CLASS.search, names)):
        return True
    return any(map(CONTENTS_CLASS.search, names)) and share_of_links(node) >= MOSTLY_LINKS


def share_of_links(node: HtmlElement) -> float:
    """The share of an element's letters that is linked."""
    return sum(letters(link) for link in elements(node, "a")) / max(1, letters(node))


def lineage(node: HtmlElement) -> list[HtmlElement]:
    """An element and those around it, innermost first."""
    return [node, *node.iterancestors()]
