"""Slack's limits, and how a message is kept inside them: cut with a mark, fold with a count."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence

from handlers.domain.message import Block
from handlers.render.escape import mrkdwn, plain

MOST_BLOCKS = 50
LONGEST_SECTION = 2900  # of 3,000
LONGEST_MESSAGE = 12500  # of about 13,000 over all blocks: undocumented, so all of their JSON is counted
FURTHER_BLOCK = (
    65  # beside its JSON: messages of many small blocks were seen refused from about 11,300 characters on
)
LONGEST_FALLBACK = 3500
HEAD = 4  # times the limit: as much of a long text is looked at before all of it is
LONGEST_BLOCK_ID = 255


def units(text: str) -> int:
    """Length as the stricter of code points and UTF-16 units: Slack does not say which it counts."""
    return len(text.encode("utf-16-le", errors="replace")) // 2


def weight(blocks: Sequence[Block]) -> int:
    """What counts towards a message's limit: more than Slack counts, never less."""
    written = json.dumps(blocks, ensure_ascii=False, separators=(",", ":"))
    return units(written) + FURTHER_BLOCK * max(0, len(blocks) - 1)


def fits(blocks: Sequence[Block]) -> bool:
    """Whether Slack would take `blocks` as one message."""
    return len(blocks) <= MOST_BLOCKS and weight(blocks) <= LONGEST_MESSAGE


def most_that(fit: Callable[[int], bool], count: int) -> int:
    """The largest n up to `count` for which `fit(n)`; 0 is taken to fit.

    All of them is tried first: it needs no line that counts the rest, so it may fit where fewer do not.
    """
    if fit(count):
        return count
    low, high = 0, count - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fit(middle) else (low, middle - 1)
    return max(low, 0)


def cut(text: str, limit: int) -> str:
    """At most `limit` characters of `text`: whole words, then …, and an open quotation closed."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 2]
    at = kept.rfind(" ")
    kept = (kept[:at] if at > limit // 2 else kept).rstrip(" ,;:-\N{EN DASH}\N{EM DASH}") + "…"
    return kept + closing_mark(kept)


def closing_mark(text: str) -> str:
    """The mark that closes what `text` leaves open."""
    if text.count("“") > text.count("”"):
        return "”"
    return '"' if text.count('"') % 2 else ""


def fitted(text: str, limit: int, escape: Callable[[str], str] = mrkdwn) -> str:
    """`text` escaped, and cut so that the escaped form is at most `limit` units (50 or more)."""
    head = plain(text[: limit * HEAD])
    text = head if len(head) > limit else plain(text)
    size = limit
    while units(escaped := escape(cut(text, size))) > limit:
        size = max(8, min(size - 1, size * limit // units(escaped)))
    return escaped


def packed(lines: Iterable[str], limit: int = LONGEST_SECTION) -> tuple[str, ...]:
    """Lines joined into as few texts as hold them, none over `limit` units (each line is under it)."""
    texts: list[str] = []
    for line in lines:
        if texts and units(texts[-1]) + units(line) < limit:
            texts[-1] += f"\n{line}"
        else:
            texts.append(line)
    return tuple(texts)
