"""Nutgraf's short messages: a pointer, a problem, a notice, a welcome answer, help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.commands.brief import WORDS as BRIEF_WORDS
from handlers.commands.digest import WORDS as DIGEST_WORDS
from handlers.domain.message import Message
from handlers.render.escape import enclosed, entities, link
from handlers.render.slack_buttons import button
from handlers.render.slack_changes import folded
from handlers.render.slack_limits import cut, fitted, packed
from handlers.render.slack_parts import LONGEST_TITLE, headline, moment, section
from handlers.render.wording import address_words

TRY_AGAIN, TRY_AGAIN_LABEL = "share_again", "\N{CLOCKWISE OPEN CIRCLE ARROW} Try again"
LONGEST_SENTENCE = 1500  # of our own; sentences are written short, this guards the limit only


@dataclass(frozen=True, slots=True)
class Use:
    """One way to use a command."""

    typed: str
    does: str


BRIEF_USES = (
    Use("/brief URL", "briefs the article for you; several URLs give several briefs"),
    Use("/brief URL here", "posts the brief to the channel"),
    Use("/brief URL private", "briefs it for you alone; the channel's digest leaves it out"),
    *(Use(word.typed("/brief"), word.does) for word in BRIEF_WORDS),
)
DIGEST_USES = tuple(Use(word.typed("/digest"), word.does) for word in DIGEST_WORDS)
EXAMPLE = "what did Marrack say about the ferry?"
QUESTION_USES = (
    Use(f"@Nutgraf {EXAMPLE}", "what somebody said, with a link to each proof"),
    Use("@Nutgraf how many passengers", "key figures"),
    Use("@Nutgraf did she say “We are treating this as a rescue”?", "whether a quotation is word for word"),
    Use("@Nutgraf ferry inquiry", "statements with these words"),
    Use("follow Ilse Marrack", "sends you a message when somebody is quoted, or words appear"),
    Use("the text of an article", "pasted into a direct message, is briefed for you alone"),
    Use("a link", "is briefed; `/brief help` shows more"),
)


def pointer_message(
    title: str, url: str, when: datetime, permalink: str, *, news: Sequence[str] = ()
) -> Message:
    """Where the article was briefed before, in one line; below it `news`, the changes of its page since, as lines.

    Who shared it first is not named: Slack would call them each time.
    """
    parts = [f"Already briefed: {headline(title or address_words(url), url)}"]
    parts += [moment(when), link(permalink, "see the brief")]
    text = f"Already briefed: {fitted(title or address_words(url), LONGEST_TITLE)}"
    line = " · ".join(part for part in parts if part)
    return Message(text, (section(folded(f"{line}\nChanged since:", news) if news else line),))


def problem_message(url: str, sentence: str) -> Message:
    """Why a link could not be briefed: `sentence` is our own, in plain words."""
    words = entities(cut(sentence, LONGEST_SENTENCE))
    label = fitted(address_words(url) or "The text", LONGEST_TITLE, enclosed)
    return Message(f"{label}: {words}", (section(f"{link(url, label)}: {words}"),))


def problems_message(problems: Sequence[tuple[str, str]], ts: str) -> Message:
    """Why links (address and sentence) of the message at `ts` could not be briefed, and a button to try again."""
    told = [problem_message(url, sentence) for url, sentence in problems]
    lines = packed([one.blocks[0]["text"]["text"] for one in told])[:1]
    again = button(TRY_AGAIN, TRY_AGAIN_LABEL, ts)
    return Message(told[0].text, tuple(section(line) | {"accessory": again} for line in lines))


def reading_message(urls: Sequence[str]) -> Message:
    """That links are being read, for where no reaction can say it."""
    first = fitted(address_words(urls[0]), LONGEST_TITLE, enclosed) if urls else ""
    words = f"Reading {first}…" if len(urls) == 1 else f"Reading {len(urls)} articles…"
    return notice_message(words, escaped=True)


def refused_message(channel: str, sentence: str) -> Message:
    """That nothing could be posted in `channel`, with `sentence`: why, and what to do."""
    words = entities(cut(sentence, LONGEST_SENTENCE))
    return notice_message(f"I could not post in <#{channel}>. {words}", escaped=True)


def notice_message(text: str, *, escaped: bool = False) -> Message:
    """A sentence of our own, which may hold `code` and *bold*."""
    words = cut(text, LONGEST_SENTENCE)
    words = words if escaped else entities(words)
    return Message(words, (section(words),))


def greeting_message() -> Message:
    """Who we are, and three things to try."""
    lines = [
        "Hello, I am Nutgraf. I brief articles: who said what, each line with its proof. Three things to try:",
        "• Send me the link of an article here, or share one in a channel that I am in.",
        f"• Ask me: {entities(EXAMPLE)}",
        "• Write `follow Ilse Marrack`: you get a message when somebody is quoted.",
        "`help` shows the rest.",
    ]
    text = "\n".join(lines)
    return Message(text, (section(text),))


def help_message(uses: Sequence[Use], problem: str | None = None) -> Message:
    """What a command understands, below what was wrong with the words given."""
    lines = [entities(cut(problem, LONGEST_SENTENCE))] if problem else []
    lines += [f"• `{entities(use.typed)}` {entities(use.does)}" for use in uses]
    return Message(lines[0] if lines else "", (section("\n".join(lines)),))
