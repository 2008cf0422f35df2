"""The report of who was quoted, for the terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.text import Text

from handlers.domain.report import QuotedReport, Voice
from handlers.render.escape import plain
from handlers.render.report_words import NAMED_WORDS
from handlers.render.wording import counted, day_words

MOST_SHOWN = 20


def report_lines(report: QuotedReport) -> Iterator[Text]:
    """The lines of the report."""
    yield Text(f"Quoted from {day_words(report.first)} to {day_words(report.last)}", "bold")
    if not report.named:
        yield Text("No article of these days is in the archive.")
        return
    total = sum(report.named.values())
    yield Text(f"{counted(total, 'statement')} in {counted(report.articles, 'article')}", "dim")
    yield from listed("MOST QUOTED", report.voices, with_counts=True)
    yield from (Text(), Text("NAMED AND NAMELESS", "bold"))
    for named, words in NAMED_WORDS.items():
        if count := report.named.get(named, 0):
            yield Text(f"  {count:>4}  {words} ({100 * count / total:.0f} %)")
    if report.fresh is None:
        yield from (
            Text(),
            Text("Nothing from before these days is in the archive, so nobody can be called new.", "dim"),
        )
    else:
        yield from listed("NEW VOICES", report.fresh, with_counts=False)


def listed(heading: str, voices: Sequence[Voice], *, with_counts: bool) -> Iterator[Text]:
    """Voices below a heading; how many more there are."""
    yield from (Text(), Text(heading, "bold"))
    for voice in voices[:MOST_SHOWN]:
        name = Text(plain(voice.name), "bold").append(
            f", {plain(voice.role)}" if voice.role else "", "not bold"
        )
        outlets = f" — {', '.join(map(plain, voice.outlets))}" if voice.outlets else ""
        yield (
            Text(f"  {voice.statements:>4}  " if with_counts else "  ")
            .append_text(name)
            .append(outlets, "dim not bold")
        )
    if not voices:
        yield Text("  none")
    elif len(voices) > MOST_SHOWN:
        yield Text(f"  and {len(voices) - MOST_SHOWN} more; --json has all", "dim")


def report_shape(report: QuotedReport) -> dict[str, Any]:
    """The report as JSON; "fresh" is null where nobody can be called new."""
    return {
        "first": report.first.isoformat(),
        "last": report.last.isoformat(),
        "articles": report.articles,
        "named": {named: report.named.get(named, 0) for named in NAMED_WORDS},
        "voices": list(map(voice_shape, report.voices)),
        "fresh": None if report.fresh is None else list(map(voice_shape, report.fresh)),
    }


def voice_shape(voice: Voice) -> dict[str, Any]:
    return {
        "name": voice.name,
        "role": voice.role,
        "statements": voice.statements,
        "outlets": list(voice.outlets),
    }
