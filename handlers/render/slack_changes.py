"""What changed on a briefed page, as a message for the brief's thread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from handlers.domain.message import Message
from handlers.render.proof import Pages, pages_of
from handlers.render.slack_limits import LONGEST_SECTION, fitted, most_that, units
from handlers.render.slack_marked import marked_pair
from handlers.render.slack_parts import (
    LONGEST_NAME,
    LONGEST_TITLE,
    context,
    headline,
    moment,
    section,
    with_proofs,
)
from handlers.render.wording import LONGEST_LABEL, counted, title_of
from summarizer.changes import Change
from summarizer.model import Brief

LONGEST_WORDS = 300  # of either page, of a change
ARROW = " \N{RIGHTWARDS ARROW} "
LABELS = {
    "figure": "Figure",
    "quotation": "Quotation",
    "source": "Source",
    "statement": "Statement",
    "headline": "Headline",
}
NOTES = {"correction": "Correction", "clarification": "Clarification"}
NO_LONGER = "no longer on the page"


def changes_message(
    changes: Sequence[Change], brief: Brief, before: datetime, now: datetime, *, key: str
) -> Message:
    """Each change with the page's words before and after; the first block carries `key`."""
    title = title_of(brief.article)
    told = folded(f"Changed: {headline(title, brief.article.url)}", change_lines(changes, brief))
    when = f"Before the arrow: the page as read {moment(before)}. After it: as read {moment(now)}."
    return Message(
        f"Changed: {fitted(title, LONGEST_TITLE)}",
        (section(told, block_id=key), context([when, "The brief above shows the new version."])),
    )


def folded(head: str, lines: Sequence[str]) -> str:
    """`head` and as many changes as a section holds; the rest is counted."""

    def body(shown: int) -> str:
        rest = len(lines) - shown
        more = [f"and {counted(rest, 'more change')}"] if rest else []
        return "\n".join([head, *lines[:shown], *more])

    return body(most_that(lambda count: units(body(count)) <= LONGEST_SECTION, len(lines)))


def change_lines(changes: Sequence[Change], brief: Brief) -> list[str]:
    """A line for each change, with where it stands on the page that `brief` tells."""
    pages = pages_of(brief.articles)
    return [change_line(change, pages) for change in changes]


def change_line(change: Change, pages: Pages) -> str:
    """What kind of change, whose words, before and after, where it stands now."""
    if change.kind == "note":
        label = NOTES.get(change.about or "", "Note")
        words = f"• *{label}*: {fitted(without_label(change.after or '', label), LONGEST_WORDS)}"
    else:
        old, new = marked_pair(change.before or "", change.after or "", LONGEST_WORDS)
        words = f"• *{LABELS[change.kind]}*{about(change)}: {old}{ARROW}{new or NO_LONGER}"
    evidence = (change.evidence,) if change.evidence else ()
    return with_proofs(words, evidence, pages, change.after or "")


def without_label(note: str, label: str) -> str:
    """A note without the word that stands before it already: pages begin theirs with it."""
    head, colon, rest = note.partition(":")
    is_label = label.casefold() in head.casefold() and len(head) <= LONGEST_LABEL
    return rest.strip() if colon and is_label and rest.strip() else note


def about(change: Change) -> str:
    """Whose words changed; of a source, what they are credited with."""
    if not change.about:
        return ""
    return (
        f" of {fitted(change.about, LONGEST_WORDS)}"
        if change.kind == "source"
        else f" ({fitted(change.about, LONGEST_NAME)})"
    )


def gone_message(brief: Brief, now: datetime, *, key: str) -> Message:
    """That the site no longer has the page; the brief stays as it was read."""
    title = title_of(brief.article)
    told = "This page is gone. The brief above shows it as it was."
    text = f"{headline(title, brief.article.url)}: {told}"
    return Message(
        f"{fitted(title, LONGEST_TITLE)}: {told}",
        (section(text, block_id=key), context([f"Looked at {moment(now)}"])),
    )
