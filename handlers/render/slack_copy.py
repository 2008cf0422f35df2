"""A brief's Markdown in a modal, to be selected and copied."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.domain.message import View
from handlers.render.escape import entities
from handlers.render.markdown import brief_markdown
from handlers.render.slack_limits import LONGEST_SECTION, units
from handlers.render.slack_pages import ListEntry, paged_view
from handlers.render.slack_parts import context
from summarizer.model import Brief

FENCE = "```"  # never inside: our Markdown escapes each of an article's backticks
PARTS_A_PAGE = 12  # in any script below the 250,000 bytes of a modal
LONGEST_PART = LONGEST_SECTION - 2 * len(FENCE) - 2


def markdown_view(brief: Brief, page: int, about: str) -> View:
    """The Markdown, character by character, as preformatted text."""
    parts = list(parts_of(brief_markdown(brief)))
    head = [context(["Select the text and copy it."])]
    return paged_view("Markdown", parts, preformatted, page, head=head, about=about, size=PARTS_A_PAGE)


def preformatted(part: str) -> ListEntry:
    return ListEntry(f"{FENCE}\n{part}\n{FENCE}")


def parts_of(markdown: str) -> Iterable[str]:
    """Escaped parts of at most LONGEST_PART units, cut between lines where lines are short enough."""
    part = ""
    for line in markdown.rstrip("\n").split("\n"):
        for piece in pieces(line):
            joined = f"{part}\n{piece}" if part else piece
            if units(joined) > LONGEST_PART:
                yield part
                joined = piece
            part = joined
    if part:
        yield part


def pieces(line: str) -> Iterable[str]:
    """`line` escaped, in one piece or, where it is longer than a part, in several."""
    size = LONGEST_PART // 5  # no character is longer than that when it is escaped: &amp;
    if units(entities(line)) <= LONGEST_PART:
        yield entities(line)
        return
    yield from (entities(line[at : at + size]) for at in range(0, len(line), size))
