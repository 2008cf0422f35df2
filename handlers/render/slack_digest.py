"""A digest as Slack messages: one when it fits, else its weightiest stories and the rest in the thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.domain.message import Block, Message
from handlers.render.differ_words import outlet_groups, outlet_labels, running_words
from handlers.render.escape import bold, enclosed, link, mrkdwn
from handlers.render.figures_shown import figures_of_story
from handlers.render.proof import Pages, pages_of_digest
from handlers.render.slack_differ import differences
from handlers.render.slack_digest_lines import (
    BRIEFLY_HEADING,
    LONGEST_PARENT,
    index_line,
    parent_blocks,
    shown_length,
)
from handlers.render.slack_limits import (
    LONGEST_FALLBACK,
    LONGEST_SECTION,
    fits,
    fitted,
    most_that,
    packed,
    units,
)
from handlers.render.slack_parts import (
    LONGEST_OUTLET,
    LONGEST_TITLE,
    context,
    divider,
    figure_phrase,
    full_line,
    headline,
    report_line,
    section,
    with_proofs,
)
from handlers.render.slack_steering import story_button, story_menu
from handlers.render.wording import (
    NOTHING,
    counted,
    folded_words,
    host_of,
    since_words,
    told_words,
    weekday_words,
)
from summarizer.model import Digest, DigestStory, KeyFigure, OutletLink, Timeline

MOST_VOICES = 3  # agencies' texts told beside the outlets
MOST_OUTLETS = 6  # linked by name below a headline; further ones are counted
LONGEST_KEY = 240  # of the 255 of a block_id: the message's number comes behind it
MORE_STORIES = "Further stories"
IN_FULL, IN_THREAD, BELOW = "Each story in full:", "in the thread", "below"


@dataclass(frozen=True, slots=True)
class Chunk:
    """The blocks of one story, which stay together, and its line where only its headline is told."""

    blocks: tuple[Block, ...]
    index: str


def digest_messages(
    digest: Digest,
    *,
    key: str,
    texts: Mapping[str, str] | None = None,
    is_posted: bool = False,
) -> tuple[Message, ...]:
    """One message where the whole digest is short; else a line a story, and each story in full in replies.

    Message number n carries `key/n` as its first block_id. `texts` (text by article address) makes the
    proofs exact; without it they are found by the bullets' own words. The stories of a digest that is posted can be
    steered, and the replies stand in its thread; any other is read from the top to the end.
    """
    chunks = _chunks(digest, pages_of_digest(digest, texts or {}), menus=is_posted)
    opening = _opening(digest, key)
    whole = (*opening, *(block for chunk in chunks for block in chunk.blocks), *_briefly(digest.briefly))
    if fits(whole) and shown_length(whole) <= LONGEST_PARENT:
        return (Message(_fallback(digest), whole),)
    where = IN_THREAD if is_posted else BELOW
    blocks, unnamed = parent_blocks(opening, digest, f"{IN_FULL} {where}.")
    left = [Chunk((one,), "") for one in _briefly([one for one in unnamed if one in digest.briefly])]
    return (Message(_fallback(digest), blocks), *_replies([*chunks, *left], key))


def _opening(digest: Digest, key: str) -> tuple[Block, ...]:
    """Day and extent; of an empty day one line."""
    told, block_id = told_words(digest), f"{key[:LONGEST_KEY]}/0"
    title = f"*Digest for {weekday_words(digest.day)}*"
    if not told:
        return (section(f"{title}: {NOTHING.lower()}.", block_id=block_id),)
    return (section(title, block_id=block_id), context([told]))


def _replies(chunks: Sequence[Chunk], key: str) -> tuple[Message, ...]:
    """The chunks in as few messages as hold them."""
    messages: list[Message] = []
    while chunks:
        block_id = f"{key[:LONGEST_KEY]}/{len(messages) + 1}"
        told = chunks[: max(1, _most_together(chunks, block_id))]
        messages.append(
            Message(
                fitted_lines([chunk.index for chunk in told if chunk.index] or [MORE_STORIES]),
                _together(told, block_id),
            )
        )
        chunks = chunks[len(told) :]
    return tuple(messages)


def _most_together(chunks: Sequence[Chunk], key: str) -> int:
    return most_that(lambda count: fits(_together(chunks[:count], key)), len(chunks))


def _together(chunks: Sequence[Chunk], key: str) -> tuple[Block, ...]:
    """One reply's blocks, the first of which carries its key; no line above the first story."""
    blocks = [block for chunk in chunks for block in chunk.blocks]
    if blocks and blocks[0]["type"] == "divider":
        blocks = blocks[1:]
    return (blocks[0] | {"block_id": key}, *blocks[1:]) if blocks else ()


def _chunks(digest: Digest, pages: Pages, *, menus: bool) -> tuple[Chunk, ...]:
    return tuple(_story_chunk(story, pages, menus=menus) for story in digest.stories)


def _story_chunk(story: DigestStory, pages: Pages, *, menus: bool) -> Chunk:
    """A story in full; where it alone would burst a message, as many of its bullets as fit and their count."""
    lines = [full_line(bullet, pages) for bullet in story.bullets]

    def blocks(shown: int) -> tuple[Block, ...]:
        rest = _rest_words(len(lines) - shown, story.more)
        button = (story_button(story, rest),) if rest and menus else ()
        parts = [
            *_story_head(story, pages),
            *lines[:shown],
            *differences(story, pages),
            *_figures(figures_of_story(story), pages),
            *([f"_{rest} in the archive_"] if rest and not menus else []),
        ]
        first, *more = (section(text) for text in packed(parts))
        return (divider(), first | ({"accessory": story_menu(story)} if menus else {}), *more, *button)

    shown = most_that(lambda count: fits(_with_room(blocks(count))), len(lines))
    return Chunk(blocks(shown), index_line(story))


def _with_room(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` and what a reply adds to them: the longest key."""
    return (*blocks, section(" ", block_id="k" * 255))


def _story_head(story: DigestStory, pages: Pages) -> list[str]:
    first = story.outlets[0].url if story.outlets else ""
    outlets = _carriers(story)
    report = [report_line(story.lead, pages)] if story.lead else []
    return [
        headline(story.headline or host_of(first) or "Untitled", first),
        *([outlets] if outlets else []),
        *report,
    ]


def _carriers(story: DigestStory) -> str:
    """The outlets, which of them print one text, and whether the story goes on."""
    voices = [mrkdwn(label) for label, _ in outlet_groups(story) if label]
    parts = (_outlets(story.outlets), "; ".join(voices[:MOST_VOICES]), running_words(story))
    return " — ".join(part for part in parts if part)


def _outlets(outlets: Sequence[OutletLink]) -> str:
    """The outlets that carry a story, linked; a story of many outlets counts the later ones."""
    names = [link(url, fitted(label, LONGEST_OUTLET, enclosed)) for label, url in outlet_labels(outlets)]
    more = len(names) - MOST_OUTLETS
    return " · ".join(names[:MOST_OUTLETS]) + (f" and {counted(more, 'more outlet')}" if more > 0 else "")


def _figures(figures: Sequence[KeyFigure], pages: Pages) -> list[str]:
    """The story's figures in one line, as many as it holds, each with its proof."""
    phrases = [
        with_proofs(figure_phrase(figure), figure.evidence, pages, figure.figure.surface)
        for figure in figures
    ]

    def line(shown: int) -> str:
        rest = len(phrases) - shown
        return "Figures: " + "; ".join([*phrases[:shown], *([counted(rest, "more figure")] if rest else [])])

    return (
        [line(most_that(lambda count: units(line(count)) <= LONGEST_SECTION, len(phrases)))]
        if phrases
        else []
    )


def _rest_words(folded: int, more: int) -> str:
    """How many statements are not told here; nothing where all are."""
    return folded_words(0, folded + more, 0) if folded + more else ""


def _briefly(stories: Sequence[DigestStory]) -> tuple[Block, ...]:
    """One line a story, in sections."""
    lines = [BRIEFLY_HEADING, *map(index_line, stories)] if stories else []
    return tuple(section(text) for text in packed(lines))


def picture_words(story: DigestStory, timeline: Timeline) -> str:
    """What stands above a story's picture, as mrkdwn."""
    title = bold(fitted(story.headline, LONGEST_TITLE, enclosed))
    return f"{title} \N{EM DASH} {fitted(timeline.about, LONGEST_TITLE) or 'a figure'}, as it was given"


def _fallback(digest: Digest) -> str:
    """Day and headlines, for notifications."""
    stories = (*digest.stories, *digest.briefly)
    if not stories:
        return f"Digest for {weekday_words(digest.day)}: {NOTHING.lower()}."
    count = f"{counted(len(stories), 'story')} {since_words(digest)}".rstrip()
    head = f"Digest for {weekday_words(digest.day)}: {count}"
    return fitted_lines([head, *(f"• {fitted(story.headline, LONGEST_TITLE)}" for story in stories)])


def fitted_lines(lines: Sequence[str]) -> str:
    """Lines as a fallback text: as many as it holds, the others counted."""

    def text(shown: int) -> str:
        rest = len(lines) - shown
        return "\n".join([*lines[:shown], *([f"and {rest:,} more"] if rest else [])])

    return text(most_that(lambda count: units(text(count)) <= LONGEST_FALLBACK, len(lines)))
