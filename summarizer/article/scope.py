"""The part of a page that the story stands in: what is beside the text there belongs to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from summarizer.article.structure import Block
from summarizer.article.tree import elements

# Share of the text that the story's element holds; a teaser with the same words elsewhere must not widen it.
HOLDS = 0.8
MOST_BLOCKS = 2000  # looked at: keeps hostile pages linear
FEWEST_WORDS = 4  # of a block by which a place is known
WHOLE_PAGE = frozenset({"html", "body"})
STORY_TAGS = frozenset({"article", "main"})


def story_element(found: Sequence[Block | None], tree: HtmlElement) -> HtmlElement | None:
    """The element that the story stands in, with headline and pictures where one element holds them all."""
    known = [block for block in found if block and len(block.key) >= FEWEST_WORDS][:MOST_BLOCKS]
    held: Counter[HtmlElement] = Counter()
    for block in known:
        for element in (block.node, *block.node.iterancestors()):
            held[element] += len(block.key)
    enough = HOLDS * sum(len(block.key) for block in known)
    longest = max(known, key=lambda block: len(block.key), default=None)
    if longest is None:
        return None
    lineage = [longest.node, *longest.node.iterancestors()]
    story = next((element for element in lineage if held[element] >= enough), lineage[-1])
    return widened(story, tree)


def widened(story: HtmlElement, tree: HtmlElement) -> HtmlElement:
    """The nearest article or main element around the story; else the one that holds the headline, too."""
    lineage = [story, *story.iterancestors()]
    marked = next((element for element in lineage if element.tag in STORY_TAGS), None)
    if marked is not None:
        return marked
    headline = next(elements(tree, "h1"), None)
    around = set() if headline is None else set(headline.iterancestors())
    both = next((element for element in lineage if element in around), story)
    return story if both.tag in WHOLE_PAGE else both
