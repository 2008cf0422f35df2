"""The message that a channel sees of a long digest: a line a story, all of them before any is told in full."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from handlers.domain.message import Block
from handlers.render.escape import bold, enclosed, link
from handlers.render.printed import printed
from handlers.render.slack_limits import fits, fitted, most_that, packed
from handlers.render.slack_parts import LONGEST_OUTLET, LONGEST_TITLE, context, section
from handlers.render.wording import counted, host_of, joined
from summarizer.model import Digest, DigestStory

LONGEST_PARENT = 2000  # characters as they are read: about a screen
LONGEST_SHORT_TITLE = 70
LONGEST_SENTENCES = (320, 130)  # of a story's news: whole on a quiet day, cut to two lines on a full one
MOST_OUTLETS = 3  # named beside the headline
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

    def with_sentences(number: int, longest: int = LONGEST_SENTENCES[-1]) -> list[str]:
        return [
            story_line(one, longest) if at < number else index_line(one) for at, one in enumerate(stories)
        ]

    def cut_down(number: int) -> list[str]:
        rest = len(stories) - number
        return [*map(short_line, stories[:number]), *([f"and {counted(rest, 'more story')}"] if rest else [])]

    for longest in LONGEST_SENTENCES:
        if has_room(with_sentences(count, longest)):
            return blocks(with_sentences(count, longest)), ()
    sentences = most_that(lambda number: has_room(with_sentences(number)), count)
    if has_room(with_sentences(sentences)):
        return blocks(with_sentences(sentences)), ()
    named = most_that(lambda number: has_room(cut_down(number)), len(stories))
    return blocks(cut_down(named)), stories[named:]


def story_line(story: DigestStory, longest: int) -> str:
    """Headline, outlets and the sentence that says the news, at most `longest` units of it."""
    sentence = next(sentences_of(story), "")
    head = index_line(story, bold, named=MOST_OUTLETS)
    return f"{head}: {fitted(sentence, longest)}" if sentence else head


def sentences_of(story: DigestStory) -> Iterator[str]:
    """The lead, or the first thing that somebody said."""
    if story.lead:
        yield story.lead.text
    for bullet in story.bullets[:1]:
        one = printed(bullet)
        yield f"{one.name}{one.joint}{one.line}"


def short_line(story: DigestStory) -> str:
    """A headline cut to a line's width, and its first outlet."""
    return index_line(story, longest=LONGEST_SHORT_TITLE)


def index_line(
    story: DigestStory, style: Callable[[str], str] = str, *, longest: int = LONGEST_TITLE, named: int = 1
) -> str:
    """A story told by its headline: linked, with its outlets, so many of them `named`. `style` styles the headline."""
    url = story.outlets[0].url if story.outlets else ""
    linked = link(url, fitted(story.headline or host_of(url) or "Untitled", longest, enclosed))
    outlets = list(dict.fromkeys(one.outlet or host_of(one.url) for one in story.outlets))
    more = len(outlets) - named
    names = [fitted(name, LONGEST_OUTLET) for name in outlets[:named]]
    carriers = joined([*names, *([counted(more, "more outlet")] if more > 0 else [])])
    return f"• {style(linked)} ({carriers})" if carriers else f"• {style(linked)}"


def shown_length(blocks: Sequence[Block]) -> int:
    """The characters of a message as they are read: without addresses and signs of style."""
    return sum(len(MARKS.sub("", LINK.sub(r"\1", text))) for block in blocks for text in texts_of(block))


def texts_of(block: Block) -> Iterator[str]:
    """The mrkdwn of a section or of a grey line."""
    for part in (block.get("text"), *block.get("elements", ())):
        if isinstance(part, dict) and part.get("type") == "mrkdwn":
            yield part["text"]
