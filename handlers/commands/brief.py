"""What a person types after /brief, understood. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from handlers.commands.unknown import unknown
from handlers.domain.links import typed_links
from handlers.domain.lookups import Look
from handlers.ports import Audience

MOST_LINKS = 4  # Slack takes five answers to one command; the first says that we are reading
AUDIENCES: dict[str, Audience] = {"here": "channel", "private": "private"}
LOOKS = ("search", "who", "figures", "check")
FOLLOWS = ("follow", "unfollow", "following")
WORDS = (*LOOKS, "latest", *FOLLOWS, "settings", "help")
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
    first, _, rest = text.strip().partition(" ")
    word, rest = first.casefold(), rest.strip()
    if word in LOOKS:
        return look_up(word, rest)
    if word == "latest":
        return LookUp(Look("latest"), here=rest.casefold() == "here")
    if word in FOLLOWS:
        return follow(word, rest)
    if word == "settings" and not rest:
        return OpenSettings()
    if links := typed_links(text):
        return brief_links(links, text)
    return Help(None if word in ("", "help") else unknown("/brief", first, WORDS, DOES))


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
        return Help(f"Say what to look for: `/brief {word} {EXAMPLES[word]}`.")
    return LookUp(Look(word, wanted), here)  # type: ignore[arg-type]  # one of LOOKS


EXAMPLES = {
    "search": "ferry inquiry",
    "who": "Marrack",
    "figures": "ferry passengers",
    "check": "“Nobody on my team is talking about stopping”",
    "follow": "Ilse Marrack",
    "unfollow": "Ilse Marrack",
}


def follow(word: str, rest: str) -> Follow | Help:
    """follow and unfollow want somebody; following lists."""
    if word == "following":
        return Follow("following")
    if not rest:
        return Help(f"Say whom or what: `/brief {word} {EXAMPLES[word]}`.")
    return Follow("follow" if word == "follow" else "unfollow", rest)
