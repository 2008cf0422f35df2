"""Opinions on what a page's main text is: trafilatura's, careful and generous, and the page's own in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import trafilatura
from lxml.html import HtmlElement

from summarizer.article.paragraphs import tidy
from summarizer.article.structure import Block
from summarizer.article.tree import elements
from summarizer.text.sentence_bounds import ends_a_sentence
from summarizer.text.words import words

Key = tuple[str, ...]

# Two texts are taken for the same passage when they share this much of their runs of so many words.
RUN = 5
SAME = 0.5
# Below this, an opinion is none: no story has fewer words.
HARDLY_ANYTHING = 60
# The first opinion stands alone when it has this share of the page's prose. From .5 to .9 the measure is the same; below
# .3 the pages of whole publishers come out as a stub.
ENOUGH = 0.7
# Of several opinions the most careful one that has this share of the words that the longest has.
NEARLY_ALL = 0.8
# Words of a title by which its story is known: the others stand everywhere.
LONG_WORD = 4
STEM = 5  # letters that a word in the title and one in the text share: "sinks", "sinking"
FEWEST_TITLE_WORDS = 3
OF_THE_TITLE = 0.25  # of its long words; one alone may be the town's or the outlet's name


@dataclass(frozen=True, slots=True)
class Opinion:
    """The paragraphs that somebody takes for the main text."""

    paragraphs: tuple[str, ...]

    @property
    def length(self) -> int:
        """Words in it."""
        return sum(len(words(paragraph)) for paragraph in self.paragraphs)


def best_opinion(
    tree: HtmlElement, prose: int, title: str | None, own_text: str | None, *, tables: bool
) -> Opinion:
    """The opinion to begin with. `prose` is how many words of prose the page has outside of what is named as something else.

    The careful one, where it is long enough; a text that shares no word with the title is the page's house rules or a
    comment, and taken only when no other opinion is there.
    """
    found: list[Opinion] = []
    for opinion in opinions(tree, own_text, tables=tables):
        found.append(opinion)
        if (
            len(found) == 1
            and opinion.length >= max(ENOUGH * prose, HARDLY_ANYTHING)
            and tells_of(opinion, title)
        ):
            return opinion
    titled = (
        [opinion for opinion in found if tells_of(opinion, title)]
        or list(filter(says_something, found))
        or found
    )
    longest = max(opinion.length for opinion in titled)
    return next(opinion for opinion in titled if opinion.length >= NEARLY_ALL * longest)


def opinions(tree: HtmlElement, own_text: str | None, *, tables: bool) -> Iterator[Opinion]:
    """The opinions, the most careful first."""
    yield Opinion(extracted(tree, careful=True, tables=tables))
    yield Opinion(extracted(tree, careful=False, tables=tables))
    if own_text:
        yield Opinion(tuple(filter(None, map(tidy, own_text.split("\n")))))


def says_something(opinion: Opinion) -> bool:
    """Whether a text has a sentence: a page's names and labels are the last that is taken for one."""
    return any(map(ends_a_sentence, opinion.paragraphs))


def tells_of(opinion: Opinion, title: str | None) -> bool:
    """Whether a text shares words with the title; a title of few long words says too little to tell."""
    wanted = stems(title or "")
    if len(wanted) < FEWEST_TITLE_WORDS:
        return True
    return len(wanted & stems(" ".join(opinion.paragraphs))) >= OF_THE_TITLE * len(wanted)


def stems(text: str) -> frozenset[str]:
    """The beginnings of the longer words."""
    return frozenset(word[:STEM] for word in words(text) if len(word) >= LONG_WORD)


def taken(blocks: Sequence[Block], opinion: Opinion) -> list[bool]:
    """For each block whether the opinion has it, whole or most of it.

    What stands word for word in a block of its own does not vote for another: some pages hold their text once more, in one piece.
    """
    keys = [words(paragraph) for paragraph in opinion.paragraphs]
    known = {block.key for block in blocks}
    places = frozenset(places_of(keys, blocks))
    rest = {run for key in keys if key not in known for run in runs(key)}
    whole = frozenset(keys)
    return [
        number in places or (block.key not in whole and len(block.key) >= RUN and is_known(block.key, rest))
        for number, block in enumerate(blocks)
    ]


def places_of(keys: Sequence[Key], blocks: Sequence[Block]) -> Iterator[int]:
    """The numbers of the blocks with these words; of several with the same the next one on the page."""
    known: dict[Key, list[int]] = {}
    for number, block in enumerate(blocks):
        known.setdefault(block.key, []).append(number)
    at = -1
    for key in keys:
        if found := known.get(key):
            at = next((number for number in found if number > at), found[0])
            yield at


def is_known(key: Key, known: set[int], share: float = SAME) -> bool:
    """Whether a share of a text's runs of words, by default most of them, is among the known ones."""
    own = tuple(runs(key))
    return sum(run in known for run in own) >= share * len(own)


def runs(key: Key) -> Iterator[int]:
    """Hashes of the runs of words; a short text is one run."""
    for at in range(max(1, len(key) - RUN + 1)):
        yield hash(key[at : at + RUN])


def extracted(tree: HtmlElement, *, careful: bool, tables: bool) -> tuple[str, ...]:
    """What trafilatura takes for the main text, a paragraph, item or row each."""
    document = trafilatura.bare_extraction(
        tree, favor_precision=careful, include_comments=False, include_tables=tables, with_metadata=False
    )
    body = getattr(document, "body", None)
    return (
        () if body is None else tuple(filter(None, (tidy(line) for part in body for line in lines_of(part))))
    )


def lines_of(element: HtmlElement) -> Iterator[str]:
    """The lines of one block of trafilatura's body; lists by their items, tables by their cells."""
    if element.tag in {"list", "table"}:
        for part in elements(element, "item", "cell"):
            yield " ".join(part.itertext())
    else:
        yield from "".join(pieces(element)).split("\n\n")


def pieces(element: HtmlElement) -> Iterator[str]:
    """The text of a block; two line breaks in a row part paragraphs."""
    yield element.text or ""
    for child in element:
        if child.tag == "lb":
            yield "\n"
        elif child.tag in {"p", "quote", "item"}:
            yield "\n\n"
            yield from pieces(child)
            yield "\n\n"
        else:
            yield from pieces(child)
        yield child.tail or ""
