"""What a person types after /digest, understood. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import time
from functools import cache
from typing import Literal
from zoneinfo import available_timezones

from handlers.commands.days import DAY_NAMES, WEEKEND, read_days
from handlers.commands.table import Word, find_word
from handlers.commands.unknown import unknown
from handlers.domain.due import EVERY_DAY, WEEKDAYS

MINE = ("at", "off", "status")  # the acts on somebody's own digest
DOES = "These are the words that I understand:"
HOW_AT = (
    "Type a time such as `08:30` or `8pm`, then, if you like, days (`mon-fri`, `mon, wed and fri`, `weekdays`, `weekends`, `daily`) "
    "and a zone (`Europe/London`)."
)
CLOCK = re.compile(r"([01]?\d|2[0-3])(?:[:.]([0-5]\d))?(am|pm)?$", re.IGNORECASE)
EMPTY_DAYS = {"say": True, "silent": False}
REPORTS = {"on": True, "off": False}


@dataclass(frozen=True, slots=True)
class DigestCommand:
    """/digest with a known word. `at`, `zone` and `days` go with "at", `says` with "empty" and "report"; None keeps what is set."""

    act: Literal["now", "preview", "status", "off", "at", "empty", "report"]
    at: time | None = None
    zone: str | None = None
    days: frozenset[int] | None = None
    says: bool | None = None
    is_mine: bool = False  # about the person's own digest instead of the channel's


@dataclass(frozen=True, slots=True)
class ReadAt:
    """What was read of the words behind "at"; `unknown` are those that were not understood."""

    at: time | None
    zone: str | None
    days: frozenset[int] | None
    unknown: tuple[str, ...]


def parse_digest(text: str) -> DigestCommand | None:
    """The command, or None when it is not understood (help is due)."""
    first, rest = (*text.split(maxsplit=1), "", "")[:2]
    found = find_word(WORDS, first)
    return found.read(found.word, rest) if found else None


def read_act(word: str, rest: str) -> DigestCommand | None:
    """A word that takes no other."""
    return None if rest else DigestCommand(word)  # type: ignore[arg-type]  # an act


def read_empty(_: str, rest: str) -> DigestCommand | None:
    """empty says whether a day without links gets a line."""
    says = EMPTY_DAYS.get(rest.lower())
    return None if says is None else DigestCommand("empty", says=says)


def read_report(_: str, rest: str) -> DigestCommand | None:
    """report says whether the week's first digest brings who was quoted in the week before."""
    says = REPORTS.get(rest.lower())
    return None if says is None else DigestCommand("report", says=says)


def read_mine(_: str, rest: str) -> DigestCommand | None:
    """me is about one's own digest."""
    mine = parse_digest(rest)
    can_be = mine and mine.act in MINE and not mine.is_mine
    return replace(mine, is_mine=True) if mine and can_be else None


def read_help(_: str, rest: str) -> None:
    """help is due."""


def digest_problem(text: str) -> str | None:
    """What is wrong with a command that `parse_digest` did not understand; None where help was asked for."""
    words = text.lower().split()
    first = words[0] if words else "help"
    if first == "me" and len(words) > 1:
        return at_problem(text, 2) if words[1] == "at" else unknown("/digest me", words[1], MINE, DOES)
    if first == "at":
        return at_problem(text, 1)
    if first == "help":
        return None
    if find_word(WORDS, first):
        behind = " ".join(text.split()[1:])
        return f"I did not understand “{behind}” behind `{first}`. {DOES}" if behind else DOES
    return unknown("/digest", first, [one.word for one in WORDS], DOES)


def at_problem(text: str, skip: int) -> str:
    """What was not understood of the words behind "at", which are all but the first `skip`."""
    read = read_at(text.split()[skip:])
    if read.unknown:
        return f"I did not understand “{' '.join(read.unknown)}”, so nothing was set. {HOW_AT}"
    given = " ".join(text.split()[skip:])
    said = f"“{given}” names no time" if given else "No time was given"
    return f"{said}, so nothing was set. {HOW_AT}"


def parse_at(_: str, rest: str) -> DigestCommand | None:
    """08:30 [mon-fri] [Europe/London], the words after "at" in this or another order; None where one is not understood."""
    read = read_at(rest.split())
    if read.at is None or read.unknown:
        return None
    return DigestCommand("at", read.at, read.zone, read.days)


def read_at(words: list[str]) -> ReadAt:
    """The first time, the first zone, and the days that the other words name."""
    at: time | None = None
    zone: str | None = None
    others: list[str] = []
    for word in join_half_day(words):
        bare = word.strip(",;")
        if at is None and (at := clock_time(bare)):
            continue
        if zone is None and (zone := zone_name(bare)):
            continue
        others.append(word)
    read = read_days(others)
    return ReadAt(at, zone, read.days, read.unknown)


def join_half_day(words: list[str]) -> list[str]:
    """`words` with "8:30 am" as one."""
    return re.sub(r"(?i)(\d)\s+(am|pm)\b", r"\1\2", " ".join(words)).split()


def clock_time(word: str) -> time | None:
    """08:30, 8.30, 8:30pm, 8pm; not a bare 8."""
    found = CLOCK.match(word)
    if not found or not (found[2] or found[3]):
        return None
    hour, half = int(found[1]), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:  # noqa: PLR2004  # the hours of a half day
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, int(found[2] or 0))


def zone_name(word: str) -> str | None:
    """The zone's own spelling of `word`: europe/london is Europe/London."""
    return zones().get(word.lower())


@cache
def zones() -> dict[str, str]:
    """Every zone by its name in small letters. Python looks through a folder of six hundred files for them."""
    return {zone.lower(): zone for zone in available_timezones()}


def describe_days(days: frozenset[int]) -> str:
    """`days` in words."""
    named = {EVERY_DAY: "every day", WEEKDAYS: "on weekdays", WEEKEND: "at weekends"}.get(days)
    return named or "on " + ", ".join(DAY_NAMES[day].title() for day in sorted(days))


WORDS: tuple[Word[DigestCommand | None], ...] = (
    Word("now", "posts the digest of what no daily digest has covered yet", read_act),
    Word("preview", "shows it to you alone", read_act),
    Word(
        "at", "sets when it comes; you may leave out days and zone", parse_at, "08:30 mon-fri Europe/London"
    ),
    Word(
        "empty",
        "posts one line on a day without links; `empty silent`, the default, posts nothing",
        read_empty,
        "say",
    ),
    Word(
        "report",
        "adds who was quoted in a week to the first digest of the next; `report off`, the default, does not",
        read_report,
        "on",
    ),
    Word(
        "me",
        "sends you a digest of your own by direct message; also `me off`, `me status`",
        read_mine,
        "at 08:00",
    ),
    Word("off", "turns it off in this channel", read_act),
    Word("status", "says when the next one comes", read_act),
    Word("help", "shows this list", read_help),
)
"""Every word of /digest. `tests/handlers/test_command_words.py` says what a new one owes."""
