"""Which blocks of a page are its story: those of an opinion, and what stands among them and was missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import compress, takewhile

from lxml.html import HtmlElement

from summarizer.article.beside import STANDFIRST_CLASS
from summarizer.article.cards import cards_in
from summarizer.article.opinions import RUN, is_known, runs
from summarizer.article.paragraphs import listed
from summarizer.article.places import Places, lineage
from summarizer.article.posts import MARK
from summarizer.article.pruning import names_of
from summarizer.article.structure import HEADINGS, HEADLINES, Block, Path
from summarizer.article.tree import elements
from summarizer.text.sentence_bounds import ends_a_sentence
from summarizer.text.words import words

LISTS = listed("ul ol dl")
MOST_DEPTH = 4  # elements from a block to the list that it is an item of
# A block with fewer words is a label; with more of its letters in links, a pointer.
PROSE_WORDS = 8
PROSE_LINKS = 0.5
LINE_LINKS = 0.1  # of a short line
# The element of the story is the innermost one with this share of what was found.
HOLDS = 0.9
MOST_BLOCKS = 2000  # looked at for it: keeps hostile pages linear
# Outside of it, a paragraph belongs when blocks of the same class in the same kind of element are this share of the text:
# a page with a tag too many closes its story early.
AKIN = 0.25
# Of its words a block that only says the text once more, in one piece, has this share from there. Lines of a pattern
# ("Report 3 says that …", results) share half.
AGAIN = 0.9
MOST_APART = 0.5  # of the text that another heading has to itself
MOST_ABOVE = 0.65  # of the text that stands above its headline
MOST_ELSEWHERE = 0.5
MOST_CARDS = 0.35
# Of the lines that end in the same steps of a path, with a class in them, so many and this share were found: all are text. A
# box that the first reading passes over, as one that is named as a film, holds more of them than the boxes that it reads.
STEPS = 3
FEWEST_LINES = 3
MOST_LINES = 0.34
MOST_AROUND = 3  # elements around the text in which its first paragraph may stand apart
FEWEST_ASKED = 3  # words of a question
LOOKED_AHEAD = 3  # blocks behind a heading, in which its text begins


def words_of_prose(blocks: Sequence[Block]) -> int:
    """How many words of prose a page has outside of the parts for something else; where such a part has most, its name misleads."""
    places = Places()
    held: Counter[HtmlElement | None] = Counter()
    for block in filter(is_prose, blocks):
        held[places.naming(block)] += len(block.key)
    most = MOST_ELSEWHERE * held.total()
    return sum(count for naming, count in held.items() if naming is None or count > most)


def is_prose(block: Block) -> bool:
    """Whether a block reads as a paragraph."""
    return len(block.key) >= PROSE_WORDS and block.link_share < PROSE_LINKS and ends_a_sentence(block.text)


def story_blocks(
    blocks: Sequence[Block], found: Sequence[bool], title: str | None, url: str = ""
) -> tuple[Block, ...]:
    """The blocks that an opinion found, with those beside them that are the story as well. `url` is the page's own."""
    kept = list(found)
    story = holder(chosen(blocks, kept))
    if story is None:
        return ()
    headline = words(title or "")
    drop_above_headline(blocks, kept, headline)
    story = holder(chosen(blocks, kept))
    places = places_of_story(blocks, kept, story, headline_element(blocks, headline))
    drop_elsewhere(blocks, kept, places)
    add_text(blocks, kept, places, headline)
    add_headings(blocks, kept, places, headline)
    drop_other_stories(blocks, kept, headline)
    drop_cards(blocks, kept, url)
    return chosen(blocks, kept)


def add_text(blocks: Sequence[Block], kept: list[bool], places: Places, headline: tuple[str, ...]) -> None:
    """Keeps what stands in the story's element, or is made as its text is, and was missed."""
    akin, opening = kinds_of_most(blocks, kept), beginning(blocks, kept)
    parents = frozenset(block.node.getparent() for block in chosen(blocks, kept))
    lines, between = kinds_of_lines(blocks, kept, places), stand_between(kept)
    said = {run for block in chosen(blocks, kept) for run in runs(block.key)}
    for number, block in enumerate(blocks):
        near = (
            places.is_within(block)
            or block.path[-2:] in akin
            or (number in opening and begins(block, places.story))
            or (number in between and is_prose(block))
        )
        if kept[number] or not near or block.key == headline or places.is_elsewhere(block):
            continue
        is_new = len(block.key) < RUN or not is_known(block.key, said, AGAIN)
        if is_new and (is_text(block, parents) or is_line(block, lines)):
            kept[number] = True
            said.update(runs(block.key))


def headline_element(blocks: Sequence[Block], headline: tuple[str, ...]) -> HtmlElement | None:
    """The main heading that is the page's title."""
    own = (block.node for block in blocks if block.node.tag == "h1" and block.key == headline)
    return next(own, None)


def chosen(blocks: Sequence[Block], kept: Sequence[bool]) -> tuple[Block, ...]:
    """The blocks that are kept."""
    return tuple(compress(blocks, kept))


def places_of_story(
    blocks: Sequence[Block], kept: Sequence[bool], story: HtmlElement | None, headline: HtmlElement | None
) -> Places:
    """Where the blocks stand. An element that holds a good part of the text is a part of the story, whatever its name says."""
    places = Places(story, headline)
    held: Counter[HtmlElement] = Counter()
    for block in chosen(blocks, kept):
        if (naming := places.naming(block)) is not None:
            held[naming] += len(block.key)
    most = MOST_ELSEWHERE * sum(len(block.key) for block in chosen(blocks, kept))
    return Places(story, headline, *(node for node, count in held.items() if count > most))


def drop_elsewhere(blocks: Sequence[Block], kept: list[bool], places: Places) -> None:
    """Leaves out what stands in parts for something else, unless that is a good part of the text: then the names mislead."""
    named = [number for number, block in enumerate(blocks) if kept[number] and places.is_elsewhere(block)]
    drop_if_few(blocks, kept, named, MOST_ELSEWHERE)


def drop_other_stories(blocks: Sequence[Block], kept: list[bool], headline: tuple[str, ...]) -> None:
    """Leaves out what stands with a main heading of its own, apart from what was told before: the next story, scrolled in.

    Its heading is made as the first one is; others are headings of parts.
    """
    told: set[HtmlElement] = set()
    own = next((block.path[-2:] for block in blocks if block.node.tag == "h1"), None)
    for number, block in enumerate(blocks):
        is_next = block.node.tag == "h1" and block.path[-2:] == own and block.key != headline
        if is_next and told:
            apart = list(takewhile(lambda node: node not in told, lineage(block.node)[1:]))
            within = range(number, len(blocks)) if apart else range(0)
            drop_if_few(
                blocks,
                kept,
                [at for at in within if kept[at] and apart[-1] in lineage(blocks[at].node)],
                MOST_APART,
            )
        elif kept[number] and is_prose(block):
            told.update(lineage(block.node))


def drop_cards(blocks: Sequence[Block], kept: list[bool], url: str) -> None:
    """Leaves out cards of other stories. Where they are a good part of the text they are the text: a day's news in brief."""
    cards = cards_in(blocks, url)
    within = [
        number
        for number, block in enumerate(blocks)
        if cards and kept[number] and not cards.isdisjoint(lineage(block.node))
    ]
    drop_if_few(blocks, kept, within, MOST_CARDS)


def drop_if_few(blocks: Sequence[Block], kept: list[bool], numbers: Sequence[int], most: float) -> None:
    """Leaves out these blocks, when they are at most this share of the text."""
    total = sum(len(block.key) for block in chosen(blocks, kept))
    if sum(len(blocks[number].key) for number in numbers) <= most * total:
        for number in numbers:
            kept[number] = False


def drop_above_headline(blocks: Sequence[Block], kept: list[bool], headline: tuple[str, ...]) -> None:
    """Leaves out what stands above the main heading that is the page's title: teasers of other stories, a menu's words."""
    heading = headline_element(blocks, headline)
    at = next((number for number, block in enumerate(blocks) if block.node is heading), 0)
    drop_if_few(blocks, kept, [number for number in range(at) if kept[number]], MOST_ABOVE)


def holder(found: Sequence[Block]) -> HtmlElement | None:
    """The innermost element that holds nearly all that is said in the blocks; one of two copies of a story has it all."""
    held: Counter[HtmlElement] = Counter()
    counted: set[tuple[HtmlElement, tuple[str, ...]]] = set()
    for block in found[:MOST_BLOCKS]:
        for node in lineage(block.node):
            if (node, block.key) not in counted:
                counted.add((node, block.key))
                held[node] += len(block.key)
    if not held:
        return None
    enough = HOLDS * max(held.values())
    longest = max(found[:MOST_BLOCKS], key=lambda block: len(block.key))
    return next(node for node in lineage(longest.node) if held[node] >= enough)


def kinds_of_most(blocks: Sequence[Block], kept: Sequence[bool]) -> frozenset[Path]:
    """The ends of the paths, with a class in them, on which a good share of the text lies."""
    carried: Counter[Path] = Counter()
    for block in chosen(blocks, kept):
        carried[block.path[-2:]] += len(block.key)
    total = carried.total()
    return frozenset(
        end for end, count in carried.items() if count >= AKIN * total and any("." in step for step in end)
    )


def stand_between(kept: Sequence[bool]) -> frozenset[int]:
    """The numbers of blocks with text that was found right before and right behind them: answers that a page has folded."""
    return frozenset(
        number
        for number in range(1, len(kept) - 1)
        if not kept[number] and kept[number - 1] and kept[number + 1]
    )


def kinds_of_lines(blocks: Sequence[Block], kept: Sequence[bool], places: Places) -> frozenset[Path]:
    """The ends of the paths, with a class in them, of whose blocks in the story most were found."""
    carried: Counter[Path] = Counter()
    found: Counter[Path] = Counter()
    for block, is_kept in zip(blocks, kept, strict=True):
        if places.is_within(block) and not places.is_elsewhere(block):
            carried[block.path[-STEPS:]] += 1
            found[block.path[-STEPS:]] += is_kept
    return frozenset(
        end
        for end, count in found.items()
        if count >= max(FEWEST_LINES, MOST_LINES * carried[end]) and any("." in step for step in end)
    )


def is_line(block: Block, lines: frozenset[Path]) -> bool:
    """Whether a block is of a kind of which most were found, such as the items below each of several headings."""
    return block.path[-STEPS:] in lines and block.link_share < PROSE_LINKS and block.node.tag != "pre"


def beginning(blocks: Sequence[Block], kept: Sequence[bool]) -> range:
    """Where the first paragraph may stand apart from the others: between the headline and the first text that was found."""
    own = (
        number for number, is_kept in enumerate(kept) if is_kept and blocks[number].node.tag not in HEADLINES
    )
    first = next(own, 0)
    headlines = (number for number in range(first - 1, -1, -1) if blocks[number].node.tag == "h1")
    return range(next(headlines, first), first)


def begins(block: Block, story: HtmlElement) -> bool:
    """Whether a block between headline and text is a paragraph: by its tag, or without a class beside the text, apart from the headline.

    What its class calls a standfirst is kept apart.
    """
    named = " ".join(name for node in lineage(block.node)[:2] for name in names_of(node))
    around = block.node.getparent() if block.path[-1] == block.node.tag else None
    is_beside = around in lineage(story)[:MOST_AROUND] and next(elements(around, "h1"), None) is None
    return (block.node.tag == "p" or is_beside) and is_prose(block) and not STANDFIRST_CLASS.search(named)


def is_text(block: Block, parents: frozenset[HtmlElement | None]) -> bool:
    """Whether a block is text, where it stands among text: a paragraph, an item of a list, a post.

    `parents` are the elements around what was found. In a box of its own, a list or a short line with a link in it is none.
    """
    if MARK in block.text or is_prose(block):
        return True
    if block.node.tag in HEADLINES or block.link_share >= PROSE_LINKS:
        return False
    around = next((node for node in lineage(block.node)[:MOST_DEPTH] if node.tag in LISTS), block.node)
    if around.getparent() in parents:
        return around is not block.node or block.node.tag == "p"
    return block.node.tag == "p" and block.link_share < LINE_LINKS


def is_question(block: Block) -> bool:
    """Whether a block only asks something, as an interviewer does."""
    return block.text.endswith("?") and not block.link_share and len(block.key) >= FEWEST_ASKED


def add_headings(
    blocks: Sequence[Block], kept: list[bool], places: Places, headline: tuple[str, ...]
) -> None:
    """Keeps the headings, and the questions of an interview, in the story's element that stand right above something kept."""
    for number, block in enumerate(blocks):
        heads = block.node.tag in HEADINGS or is_question(block)
        if kept[number] or not heads or block.key == headline:
            continue
        after = range(number + 1, min(number + 1 + LOOKED_AHEAD, len(blocks)))
        below = next((at for at in after if blocks[at].node.tag not in HEADINGS), None)
        if below is not None and kept[below] and places.is_within(block) and not places.is_elsewhere(block):
            kept[number] = True
