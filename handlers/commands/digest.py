"""What a person types after /digest, understood. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import time
from typing import Literal
from zoneinfo import available_timezones

from handlers.commands.unknown import unknown
from handlers.due import EVERY_DAY, WEEKDAYS

DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ACTS = ("now", "preview", "status", "off", "at", "empty", "me", "help")
MINE = ("at", "off", "status")  # the acts on somebody's own digest
DOES = "This is what I know of digests:"
HOW_AT = "I could not read when: a time such as `08:30` or `8pm`, then, if you like, days (`weekdays`, `daily`, `mon,wed`) and a zone (`Europe/London`)."
CLOCK = re.compile(r"([01]?\d|2[0-3])(?:[:.]([0-5]\d))?(am|pm)?$", re.IGNORECASE)
EMPTY_DAYS = {"say": True, "silent": False}


@dataclass(frozen=True, slots=True)
class DigestCommand:
    """/digest with a known word. `at`, `zone` and `days` only go with "at", `says` with "empty"; None keeps what is set."""

    act: Literal["now", "preview", "status", "off", "at", "empty"]
    at: time | None = None
    zone: str | None = None
    days: frozenset[int] | None = None
    says: bool | None = None
    is_mine: bool = False  # about the person's own digest instead of the channel's


def parse_digest(text: str) -> DigestCommand | None:
    """The command, or None when it is not understood (help is due)."""
    words = text.split()
    match [word.lower() for word in words[:1]]:
        case ["now" | "preview" | "status" | "off" as act] if len(words) == 1:
            return DigestCommand(act)
        case ["at"]:
            return parse_at(words[1:])
        case ["empty"] if (says := EMPTY_DAYS.get(" ".join(words[1:]).lower())) is not None:
            return DigestCommand("empty", says=says)
        case ["me"]:
            mine = parse_digest(" ".join(words[1:]))
            can_be = mine and mine.act in MINE and not mine.is_mine
            return replace(mine, is_mine=True) if mine and can_be else None
    return None


def digest_problem(text: str) -> str | None:
    """What is wrong with a command that `parse_digest` did not understand; None where help was asked for."""
    words = text.lower().split()
    first = words[0] if words else "help"
    if first == "me" and len(words) > 1:
        return HOW_AT if words[1] == "at" else unknown("/digest me", words[1], MINE, DOES)
    if first == "at":
        return HOW_AT
    if first == "help":
        return None
    return DOES if first in ACTS else unknown("/digest", first, ACTS, DOES)


def parse_at(words: list[str]) -> DigestCommand | None:
    """08:30 [weekdays|daily|mon,wed] [Europe/London], the words after "at" in this or another order."""
    at = zone = days = None
    for word in join_half_day(words):
        if at is None and (at := clock_time(word)):
            continue
        if days is None and (days := day_set(word)):
            continue
        if zone is None and (zone := zone_name(word)):
            continue
        return None
    return DigestCommand("at", at, zone, days) if at is not None else None


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


def day_set(word: str) -> frozenset[int] | None:
    """weekdays, daily, or day names joined by commas."""
    named = {"weekdays": WEEKDAYS, "daily": EVERY_DAY}.get(word.lower())
    if named:
        return named
    names = [name[:3] for name in word.lower().strip(",").split(",")]
    return frozenset(map(DAY_NAMES.index, names)) if all(name in DAY_NAMES for name in names) else None


def zone_name(word: str) -> str | None:
    """The zone's own spelling of `word`: europe/london is Europe/London."""
    return next((zone for zone in available_timezones() if zone.lower() == word.lower()), None)


def describe_days(days: frozenset[int]) -> str:
    """`days` in words."""
    if days == EVERY_DAY:
        return "every day"
    return (
        "on weekdays"
        if days == WEEKDAYS
        else "on " + ", ".join(DAY_NAMES[day].title() for day in sorted(days))
    )
