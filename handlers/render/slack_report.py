"""Who was quoted in a week, as a Slack message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers.domain.message import Message
from handlers.domain.report import QuotedReport, Voice
from handlers.render.escape import bold, enclosed, entities
from handlers.render.report_words import NAMED_WORDS
from handlers.render.slack_limits import fitted, packed
from handlers.render.slack_parts import LONGEST_OUTLET, context, section
from handlers.render.wording import counted, day_words, joined

MOST_VOICES, MOST_NEW, MOST_OUTLETS = 10, 10, 3
LONGEST_NAME = 120
NOBODY_NEW = "*New voices*: nobody can be called new, as the archive holds nothing from before these days."


def report_message(report: QuotedReport, *, key: str) -> Message:
    """A screen: whom most statements are of, how sources are named, and who was not quoted before."""
    days = f"{day_words(report.first)} to {day_words(report.last)}"
    extent = f"{counted(sum(report.named.values()), 'statement')} in {counted(report.articles, 'article')}"
    parts = [*voice_lines(report.voices), named_line(report), new_line(report.fresh)]
    return Message(
        f"Who was quoted from {days}: {extent}",
        (
            section(f"*Who was quoted, {days}*", block_id=key),
            context([f"{extent} that this channel shared"]),
            *map(section, packed(parts)),
        ),
    )


def voice_lines(voices: Sequence[Voice]) -> Iterator[str]:
    """The most quoted, a line each, and how many others there are."""
    for voice in voices[:MOST_VOICES]:
        role = f", {fitted(voice.role, LONGEST_NAME)}" if voice.role else ""
        outlets = f" · {outlet_words(voice.outlets)}" if voice.outlets else ""
        yield f"• {name_of(voice)}{role}: {voice.statements:,}{outlets}"
    if len(voices) > MOST_VOICES:
        yield f"and {counted(len(voices) - MOST_VOICES, 'more source')}"


def name_of(voice: Voice) -> str:
    """A source's name."""
    return bold(fitted(voice.name, LONGEST_NAME, enclosed))


def outlet_words(outlets: Sequence[str]) -> str:
    """The outlets that carry a source; many are counted."""
    left = len(outlets) - MOST_OUTLETS
    names = [fitted(name, LONGEST_OUTLET) for name in outlets[:MOST_OUTLETS]]
    return joined([*names, *([f"{left} more"] if left > 0 else [])])


def named_line(report: QuotedReport) -> str:
    """Named and nameless, each with its share."""
    total = sum(report.named.values())
    told = [
        f"{count:,} {words} ({100 * count / total:.0f} %)"
        for named, words in NAMED_WORDS.items()
        if (count := report.named.get(named, 0))
    ]
    return f"*Named and nameless*: {entities('; '.join(told))}"


def new_line(fresh: Sequence[Voice] | None) -> str:
    """Who was never quoted before in what the channel shared."""
    if fresh is None:
        return NOBODY_NEW
    left = len(fresh) - MOST_NEW
    names = [*map(name_of, fresh[:MOST_NEW]), *([f"{left:,} more"] if left > 0 else [])]
    return f"*New voices*: {joined(names) or 'none'}"
