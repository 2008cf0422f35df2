"""What somebody follows, and the direct message that tells what came up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.domain.message import Block, Message
from handlers.render.escape import bold, enclosed, entities
from handlers.render.proof import pages_of
from handlers.render.slack_buttons import button
from handlers.render.slack_limits import LONGEST_FALLBACK, cut, fits, fitted, most_that, packed
from handlers.render.slack_parts import LONGEST_OUTLET, LONGEST_TITLE, context, full_line, headline, section
from handlers.render.wording import address_words, counted, outlet_of, title_of
from summarizer.model import Article, Bullet

UNFOLLOW = "unfollow"
LONGEST_WORDS = 200
MOST_LINES = 5  # statements told of one article; the others are counted
MOST_WORDS = 8  # of what is followed, repeated below a notice
UNFOLLOWED_BY = "To stop, type `/brief unfollow` and the same words."
NONE = "You follow nobody yet. `/brief follow Ilse Marrack` sends you a message when she is quoted, `/brief follow ferry inquiry` when a statement holds these words."
DOES = (
    "I write to you here in Slack, by direct message, when a new brief that you may see quotes them or has a statement with all of "
    "these words: once an article, and what comes within five minutes in one message. What you ask to have briefed yourself is left out."
)


@dataclass(frozen=True, slots=True)
class FollowedArticle:
    """What is told of one article: the statements, and what the reader follows in them."""

    article: Article
    channel: str
    bullets: tuple[Bullet, ...]
    words: tuple[str, ...]


def followed_message(words: str, followed_id: str) -> Message:
    """Something is followed from now on, and what that means."""
    said = f"You follow {named(words)} from now on. {DOES}"
    undo = {"type": "actions", "elements": [button(UNFOLLOW, "Undo", followed_id)]}
    return Message(said, (section(said), undo))


def follows_message(followed: Sequence[tuple[str, str]], said: str = "") -> Message:
    """All that somebody follows, each with a button; below what was just done."""
    head = entities(cut(said, LONGEST_WORDS))
    if not followed:
        text = f"{head} {NONE}".strip()
        return Message(text, (section(text),))
    counts = f"You follow {len(followed)}:"
    head = f"{head} {counts}".strip()
    lines = [f"• {named(words)}" for words, _ in followed]

    def shown(count: int) -> list[Block]:
        buttons = [with_button(named(words), one) for words, one in followed[:count]]
        return [section(head), *buttons, *map(section, packed(lines[count:])), context([UNFOLLOWED_BY])]

    blocks = shown(most_that(lambda count: fits(shown(count)), len(followed)))
    return Message(cut("\n".join([head, *lines]), LONGEST_FALLBACK), tuple(blocks))


def with_button(text: str, followed_id: str) -> Block:
    return section(text) | {"accessory": button(UNFOLLOW, "Unfollow", followed_id)}


def named(words: str) -> str:
    return bold(fitted(words, LONGEST_WORDS, enclosed))


def following_message(told: Sequence[FollowedArticle]) -> Message:
    """Article by article who said what; what does not fit is counted."""
    parts = [tuple(article_blocks(one)) for one in told]
    words = list(dict.fromkeys(words for one in told for words in one.words))

    def shown(count: int) -> list[Block]:
        blocks = [block for part in parts[:count] for block in part]
        return [*blocks, *ending(words, told[count:])]

    count = most_that(lambda count: fits(shown(count)), len(parts))
    titles = [fitted(title_of(one.article), LONGEST_TITLE) for one in told]
    text = f"{', '.join(map(named, words))}: {'; '.join(titles)}"
    return Message(cut(text, LONGEST_FALLBACK), tuple(shown(count)))


def article_blocks(told: FollowedArticle) -> Iterator[Block]:
    """One article: its headline, and the statements with their proofs."""
    article = told.article
    outlet = fitted(outlet_of(article), LONGEST_OUTLET, enclosed)
    title = article.title or address_words(article.url)
    yield section(f"{headline(title, article.url)} · {outlet}, in <#{told.channel}>")
    pages = pages_of((article,))
    lines = [full_line(bullet, pages) for bullet in told.bullets[:MOST_LINES]]
    more = len(told.bullets) - MOST_LINES
    lines += [f"_and {counted(more, 'more statement')} in the brief_"] if more > 0 else []
    yield from (section(text) for text in packed(lines))


def ending(words: Sequence[str], folded: Sequence[FollowedArticle]) -> Iterator[Block]:
    """What did not fit, why this comes, and how to end it."""
    if folded:
        yield context([f"{counted(len(folded), 'more article')}: `/brief search` finds them."])
    more = len(words) - MOST_WORDS
    others = f" and {more} more" if more > 0 else ""
    followed = ", ".join(named(one) for one in words[:MOST_WORDS])
    yield context([f"You follow {followed}{others}", UNFOLLOWED_BY, "`/brief following` lists all."])
