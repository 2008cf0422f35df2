"""What a person types after /brief, understood. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from handlers.commands.table import Word, find_word
from handlers.commands.unknown import unknown
from handlers.domain.lookups import Look
from handlers.links import typed_links
from handlers.ports import Audience

MOST_LINKS = 4  # Slack takes five answers to one command; the first says that we are reading
AUDIENCES: dict[str, Audience] = {"here": "channel", "private": "private"}
DOES = "I brief links, and look things up:"


@dataclass(frozen=True, slots=True)
class BriefLinks:
    """Links to brief. `left_out` links were too many for one command."""

    links: tuple[str, ...]
    audience: Audience
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class LookUp:
    """Something to look up in the archive; `here` answers the channel."""

    look: Look
    here: bool = False


@dataclass(frozen=True, slots=True)
class Follow:
    """Somebody or some words to follow, or no longer; or the list of what is followed."""

    act: Literal["follow", "unfollow", "following"]
    words: str = ""


@dataclass(frozen=True, slots=True)
class OpenSettings:
    """How the bot works in the channel is to be shown, and may be changed."""


@dataclass(frozen=True, slots=True)
class Help:
    """What the command understands is to be shown, below what was wrong with the words given."""

    problem: str | None = None


BriefCommand = BriefLinks | LookUp | Follow | OpenSettings | Help


def parse_brief(text: str) -> BriefCommand:
    """The command; help is due where it is not understood."""
    first, rest = (*text.split(maxsplit=1), "", "")[:2]
    if found := find_word(WORDS, first):
        return found.read(found.word, rest)
    if links := typed_links(text):
        return brief_links(links, text)
    return Help(unknown("/brief", first, [one.word for one in WORDS], DOES) if first else None)


def brief_links(links: tuple[str, ...], text: str) -> BriefLinks:
    """Links with who is to see their briefs."""
    words = text.lower().split()
    audience: Audience = next((AUDIENCES[word] for word in words if word in AUDIENCES), "asker")
    return BriefLinks(links[:MOST_LINKS], audience, max(0, len(links) - MOST_LINKS))


def look_up(word: str, rest: str) -> LookUp | Help:
    """search, who, figures and check want words; "here" may stand behind them."""
    words, _, last = rest.rpartition(" ")
    here = last.casefold() == "here" and bool(words)
    wanted = words.strip() if here else rest
    if not wanted:
        return Help(f"Say what to look for: `{example_of(word)}`.")
    return LookUp(Look(word, wanted), here)  # type: ignore[arg-type]  # a kind of look-up


def latest(_: str, rest: str) -> LookUp:
    """latest takes no words but "here"."""
    return LookUp(Look("latest"), here=rest.casefold() == "here")


def follow(word: str, rest: str) -> Follow | Help:
    """follow and unfollow want somebody, or words."""
    if not rest:
        return Help(f"Say whom or what: `{example_of(word)}`.")
    return Follow("follow" if word == "follow" else "unfollow", rest)


def following(_: str, rest: str) -> Follow:  # noqa: ARG001  # what else was typed changes nothing
    """following lists."""
    return Follow("following")


def settings(word: str, rest: str) -> OpenSettings | Help:
    """settings opens the form, in which the rest is set."""
    return Help(f"Type `{example_of(word)}` alone: it opens a form.") if rest else OpenSettings()


def help_on(_: str, rest: str) -> Help:  # noqa: ARG001  # as above
    """help is help, whatever stands behind it."""
    return Help()


def example_of(word: str) -> str:
    """A word as somebody types it."""
    return next(one.typed("/brief") for one in WORDS if one.word == word)


WORDS: tuple[Word[BriefCommand], ...] = (
    Word("search", "finds statements with these words; “…” holds words together", look_up, "ferry inquiry"),
    Word("who", "shows what somebody said; `who Marrack about weather` narrows it", look_up, "Marrack"),
    Word("figures", "finds key figures", look_up, "passengers"),
    Word(
        "check",
        "says whether a quotation is in the archive word for word",
        look_up,
        "“Nobody on my team is talking about stopping”",
    ),
    Word("latest", "lists the newest briefs; add `here` to any of these to answer in the channel", latest),
    Word(
        "follow",
        "sends you a message when a new brief quotes this person, or has these words",
        follow,
        "Ilse Marrack",
    ),
    Word("unfollow", "stops these messages", follow, "Ilse Marrack"),
    Word("following", "lists what you follow", following),
    Word("settings", "opens this channel’s settings: which links, muted outlets, the digest", settings),
    Word("help", "shows this list", help_on),
)
"""Every word of /brief. `tests/handlers/test_command_words.py` says what a new one owes."""
