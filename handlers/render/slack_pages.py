"""Long lists in a modal, a page at a time. What is on which page depends on the list alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from handlers.domain.message import Block, View
from handlers.render.slack_buttons import button
from handlers.render.slack_limits import packed
from handlers.render.slack_parts import context, section

NEXT, BACK = "page_next", "page_back"
ENTRIES_A_PAGE = 15  # the longest ones, in any script, stay below the 250,000 bytes of a modal

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One line of a list, below a heading that its neighbours may share; both are mrkdwn. A button may stand beside it."""

    line: str
    heading: str = ""
    beside: Block | None = None


def paged_view(  # noqa: PLR0913  # what a page is made of
    title: str,
    things: Sequence[T],
    entry: Callable[[T], ListEntry],
    page: int,
    *,
    head: Sequence[Block],
    about: str,
    size: int = ENTRIES_A_PAGE,
) -> View:
    """Page `page` (from 0; one that is not there is the nearest that is) of `things` below `head`.

    `entry` is asked for the things on the page alone.
    """
    last = max(0, len(things) - 1) // size
    page = min(max(page, 0), last)
    first = page * size
    shown = [entry(thing) for thing in things[first : first + size]]
    count = f"{first + 1}–{first + len(shown)} of {len(things)}"
    blocks = (
        *head,
        *entry_blocks(shown),
        *([context([count]), turning(page, last)] if last else []),
    )
    return View(title, blocks, about=about)


def entry_blocks(entries: Iterable[ListEntry]) -> Iterable[Block]:
    """Lines below each heading in as few sections as hold them."""
    for (heading, is_alone), members in groupby(
        entries, key=lambda entry: (entry.heading, bool(entry.beside))
    ):
        if is_alone:
            yield from (section(entry.line) | {"accessory": entry.beside} for entry in members)
            continue
        lines = [entry.line for entry in members]
        yield from (section(text) for text in packed([heading, *lines] if heading else lines))


def turning(page: int, last: int) -> Block:
    """Back and Next, as far as there are such pages; each carries the page that it leads to."""
    back = [button(BACK, "Back", str(page - 1))] if page else []
    onward = [button(NEXT, "Next", str(page + 1))] if page < last else []
    return {"type": "actions", "elements": [*back, *onward]}
