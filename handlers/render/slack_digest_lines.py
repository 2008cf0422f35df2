"""The message that a channel sees of a long digest: a line a story, all of them before any is told in full."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from handlers.domain.message import Block
from handlers.render.escape import bold, enclosed, link
from handlers.render.slack_limits import fits, fitted, most_that, packed
from handlers.render.slack_parts import LONGEST_OUTLET, LONGEST_TITLE, context, full_words, section
from handlers.render.wording import counted, host_of
from summarizer.model import Digest, DigestStory

LONGEST_PARENT = 2000  # characters as they are read: about a screen
LONGEST_SHORT_TITLE, LONGEST_SENTENCE = 70, 130
BRIEFLY_HEADING = "*Also*"
LINK = re.compile(r"<[^<>|]*\|([^<>]*)>|<([^<>|]*)>")
MARKS = re.compile(r"[*_~`\u2060\u200b]")


def parent_blocks(
    opening: Sequence[Block], digest: Digest, where: str
) -> tuple[tuple[Block, ...], Sequence[DigestStory]]:
    """The opening, then each story: headline, outlets and, of the weightiest, a sentence, as far as there is room.

    Where not even the headlines have room they are cut, and then counted: the stories left out come behind the blocks.
    `where` says where the rest is.
    """
    stories, count = [*digest.stories, *digest.briefly], len(digest.stories)

    def blocks(lines: Sequence[str]) -> tuple[Block, ...]:
        told = [*lines[:count], *([BRIEFLY_HEADING] if lines[count:] else []), *lines[count:]]
        return (*opening, *(section(text) for text in packed(told)), context([where]))

    def has_room(lines: Sequence[str]) -> bool:
        made = blocks(lines)
        return fits(made) and shown_length(made) <= LONGEST_PARENT

    def with_sentences(number: int) -> list[str]:
        return [story_line(one) if at < number else index_line(one) for at, one in enumerate(stories)]

    def cut_down(number: int) -> list[str]:
        rest = len(stories) - number
        return [*map(short_line, stories[:number]), *([f"and {counted(rest, 'more story')}"] if rest else [])]

    sentences = most_that(lambda number: has_room(with_sentences(number)), count)
    if has_room(with_sentences(sentences)):
        return blocks(with_sentences(sentences)), ()
    named = most_that(lambda number: has_room(cut_down(number)), len(stories))
    return blocks(cut_down(named)), stories[named:]


def story_line(story: DigestStory) -> str:
    """Headline, outlets and the sentence that says the news."""
    sentence = next(sentences_of(story), "")
    return f"{index_line(story, bold)}: {sentence}" if sentence else index_line(story, bold)


def sentences_of(story: DigestStory) -> Iterator[str]:
    """The lead, or the first thing that somebody said."""
    if story.lead:
        yield fitted(story.lead.text, LONGEST_SENTENCE)
    for bullet in story.bullets[:1]:
        yield fitted(full_words(bullet, str).removeprefix("• "), LONGEST_SENTENCE)


def short_line(story: DigestStory) -> str:
    """A headline cut to a line's width, and its first outlet."""
    return index_line(story, longest=LONGEST_SHORT_TITLE)


def index_line(story: DigestStory, style: Callable[[str], str] = str, *, longest: int = LONGEST_TITLE) -> str:
    """A story told by its headline: linked, with its outlets. `style` styles the headline."""
    first = story.outlets[0] if story.outlets else None
    url = first.url if first else ""
    linked = link(url, fitted(story.headline or host_of(url) or "Untitled", longest, enclosed))
    outlet = fitted(first.outlet or host_of(url), LONGEST_OUTLET) if first else ""
    more = len({one.outlet or host_of(one.url) for one in story.outlets}) - 1
    carriers = f"{outlet} and {counted(more, 'more outlet')}" if more > 0 else outlet
    return f"• {style(linked)} ({carriers})" if carriers else f"• {style(linked)}"


def shown_length(blocks: Sequence[Block]) -> int:
    """The characters of a message as they are read: without addresses and signs of style."""
    return sum(len(MARKS.sub("", LINK.sub(r"\1", text))) for block in blocks for text in texts_of(block))


def texts_of(block: Block) -> Iterator[str]:
    """The mrkdwn of a section or of a grey line."""
    for part in (block.get("text"), *block.get("elements", ())):
        if isinstance(part, dict) and part.get("type") == "mrkdwn":
            yield part["text"]
