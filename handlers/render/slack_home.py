"""The Home tab and what is found from it, as pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.commands.channel_form import MODES, ChannelForm, digest_words
from handlers.domain.due import next_moment
from handlers.domain.lookups import Fewer, Found, Look, Origin
from handlers.domain.message import Block, View, plain_object
from handlers.render.escape import enclosed, entities, link
from handlers.render.proof import Pages, pages_of_digest
from handlers.render.slack_buttons import button
from handlers.render.slack_following import named
from handlers.render.slack_found import NO_STORIES, found_message, line_of
from handlers.render.slack_limits import fitted, packed
from handlers.render.slack_notices import BRIEF_USES, DIGEST_USES, QUESTION_USES, help_message
from handlers.render.slack_parts import (
    LONGEST_OUTLET,
    context,
    divider,
    figure_line,
    full_line,
    headline,
    moment,
    section,
)
from handlers.render.slack_settings import OPEN_SETTINGS
from handlers.render.wording import PASTED, counted, host_of, titled
from summarizer.model import Digest, DigestStory

HOME_SEARCH = "home_search"
HOME_MORE = "home_more"  # with a part behind it, as each button needs an id of its own
TODAY, CHANNELS, FOLLOWED, LATEST, HELP = "today", "channels", "followed", "latest", "help"
PARTS = {
    TODAY: "All of today",
    CHANNELS: "All channels",
    FOLLOWED: "All that you follow",
    LATEST: "More recent briefs",
    HELP: "What you can type",
}
# What the tab shows makes about a screen and a half; the rest is a press away, as much of it as a modal's 100 blocks hold.
MOST_STORIES, MOST_CHANNELS, MOST_LATEST, MOST_OUTLETS, MOST_FOLLOWED = 4, 3, 4, 4, 5
ALL_STORIES, ALL_CHANNELS, ALL_LATEST = 45, 60, 40
NOTHING_TODAY = "There is no brief today that you can see."
NOBODY = "Nobody yet: `/brief follow Ilse Marrack` sends you a direct message when she is quoted."
ENDED_BY = "`/brief following` lists them all, each with a button to unfollow."
NO_CHANNEL = "We share no channel yet. Type `/invite @Nutgraf` in one."
CHANGED_BY = "`/brief settings` in a channel changes its settings."


@dataclass(frozen=True, slots=True)
class Home:
    """All that one person's Home tab shows."""

    today: Digest
    channels: tuple[ChannelForm, ...]
    follows: tuple[str, ...]
    latest: tuple[Origin, ...]
    now: datetime


def home_blocks(home: Home) -> tuple[Block, ...]:
    """The tab."""
    return (
        search_box(),
        *today_blocks(home.today),
        divider(),
        *channel_blocks(home.channels, home.now),
        divider(),
        *following_blocks(home.follows),
        divider(),
        *latest_blocks(home.latest),
        divider(),
        {
            "type": "actions",
            "elements": [button(f"{HOME_MORE}:{part}", label) for part, label in ways_on(home)],
        },
    )


def ways_on(home: Home) -> Iterator[tuple[str, str]]:
    """The parts of which there is more, and the help."""
    more = {
        TODAY: len(home.today.stories) + len(home.today.briefly) > MOST_STORIES,
        CHANNELS: len(home.channels) > MOST_CHANNELS,
        FOLLOWED: len(home.follows) > MOST_FOLLOWED,
        LATEST: len(home.latest) > MOST_LATEST,
        HELP: True,
    }
    return ((part, label) for part, label in PARTS.items() if more[part])


def part_view(home: Home, part: str) -> View:
    """The whole of one part of the tab."""
    return View(PARTS.get(part, PARTS[HELP]), tuple(part_blocks(home, part)))


def part_blocks(home: Home, part: str) -> Iterable[Block]:
    if part == TODAY:
        return today_blocks(home.today, ALL_STORIES)
    if part == CHANNELS:
        lines = [channel_words(form, home.now) for form in home.channels[:ALL_CHANNELS]]
        return [*map(section, lines or [NO_CHANNEL]), context([CHANGED_BY])]
    if part == FOLLOWED:
        return [
            *map(section, packed([f"• {named(words)}" for words in home.follows] or [NOBODY])),
            context([ENDED_BY]),
        ]
    if part == LATEST:
        return latest_blocks(home.latest, ALL_LATEST)
    return help_blocks()


def search_box() -> Block:
    """Words are sent by the return key."""
    element = {
        "type": "plain_text_input",
        "action_id": HOME_SEARCH,
        "placeholder": plain_object("words, a quotation, or: what did … say about …?"),
    }
    label = plain_object("Search who said what")
    return {"type": "input", "dispatch_action": True, "label": label, "element": element}


def today_blocks(today: Digest, most: int = MOST_STORIES) -> Iterator[Block]:
    """Today's stories, the weightiest first."""
    stories, pages = [*today.stories, *today.briefly], pages_of_digest(today, {})
    yield section("*Today*" if stories else f"*Today*\n{NOTHING_TODAY}")
    for story in stories[:most]:
        yield from (section(text) for text in packed(list(story_lines(story, pages))))
    if len(stories) > most:
        yield context([f"and {counted(len(stories) - most, 'more story')}"])


def story_lines(story: DigestStory, pages: Pages) -> Iterator[str]:
    """Headline, outlets, and the first thing that somebody said, or the first figure."""
    first = story.outlets[0]
    yield headline(titled(story.headline, first.url), first.url)
    outlets = [
        link(one.url, fitted(one.outlet or host_of(one.url) or PASTED, LONGEST_OUTLET, enclosed))
        for one in story.outlets
    ]
    more = len(outlets) - MOST_OUTLETS
    yield " · ".join(outlets[:MOST_OUTLETS] + ([f"{more} more"] if more > 0 else []))
    if story.bullets:
        yield full_line(story.bullets[0], pages)
    elif story.figures:
        yield figure_line(story.figures[0], pages)


def channel_blocks(channels: Sequence[ChannelForm], now: datetime) -> Iterator[Block]:
    """How the bot works in each channel, with a button to change it."""
    yield section("*Your channels*" if channels else f"*Your channels*\n{NO_CHANNEL}")
    for form in channels[:MOST_CHANNELS]:
        edit = button(OPEN_SETTINGS, "Edit", form.setting.channel)
        yield {**section(channel_words(form, now)), "accessory": edit}
    if len(channels) > MOST_CHANNELS:
        yield context([f"and {counted(len(channels) - MOST_CHANNELS, 'more channel')}"])


def channel_words(form: ChannelForm, now: datetime) -> str:
    """Mode, digest, and when the next one comes in the reader's time."""
    due = next_moment(form.digest, now)
    words = [f"<#{form.setting.channel}>", f"links: {MODES[form.setting.mode]}"]
    words += [f"{counted(len(form.setting.muted), 'outlet')} muted"] if form.setting.muted else []
    words += [f"digest: {entities(digest_words(form.digest))}"]
    words += [f"next {moment(due)} your time"] if due else []
    return " · ".join(words)


def following_blocks(follows: Sequence[str]) -> Iterator[Block]:
    """Whom and what the person follows; the command's list has the buttons that end it."""
    more = len(follows) - MOST_FOLLOWED
    words = " · ".join(map(named, follows[:MOST_FOLLOWED])) + (f" and {more} more" if more > 0 else "")
    yield section(f"*You follow*\n{words or NOBODY}")


def latest_blocks(latest: Sequence[Origin], most: int = MOST_LATEST) -> Iterator[Block]:
    """The newest briefs."""
    yield section("*Recent briefs*" if latest else "*Recent briefs*\nNone yet.")
    yield from (section(text) for text in packed([line_of(one) for one in latest[:most]]))


def help_blocks() -> Iterator[Block]:
    """What can be typed."""
    for uses in (BRIEF_USES, DIGEST_USES, QUESTION_USES):
        yield from help_message(uses).blocks


def found_view(
    look: Look, found: Sequence[Found], fewer: Sequence[Fewer] = (), stories: Mapping[str, str] = NO_STORIES
) -> View:
    """What a search from the tab finds, as in a message."""
    return View("Search", found_message(look, found, may_turn=False, fewer=fewer, stories=stories).blocks)
