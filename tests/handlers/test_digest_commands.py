"""What people type after /digest."""

from datetime import time

import pytest

from handlers.commands.digest import DigestCommand, describe_days, digest_problem, parse_digest
from handlers.due import EVERY_DAY, WEEKDAYS

AT = [
    ("at 08:30", DigestCommand("at", time(8, 30))),
    ("at 8.30pm", DigestCommand("at", time(20, 30))),
    ("at 12:05 am", DigestCommand("at", time(0, 5))),
    ("at 7:00 weekdays", DigestCommand("at", time(7), None, WEEKDAYS)),
    ("at 07:00 mon,wed,fri", DigestCommand("at", time(7), None, frozenset({0, 2, 4}))),
    ("at 07:00 Monday", DigestCommand("at", time(7), None, frozenset({0}))),
    ("at 07:00 daily europe/london", DigestCommand("at", time(7), "Europe/London", EVERY_DAY)),
    ("at Asia/Tokyo 07:00", DigestCommand("at", time(7), "Asia/Tokyo")),
    ("AT 07:00", DigestCommand("at", time(7))),
    ("at 8pm", DigestCommand("at", time(20))),
    ("at 8 am weekdays", DigestCommand("at", time(8), None, WEEKDAYS)),
]


@pytest.mark.parametrize(("text", "command"), AT)
def test_a_digest_time_is_understood(text, command):
    """A time, with days and zone in any order."""
    assert parse_digest(text) == command


@pytest.mark.parametrize(
    "text",
    [
        "",
        "at",
        "at 25:00",
        "at 13:00pm",
        "at 08:00 Mars/Olympus",
        "at 8",
        "now please",
        "later",
        "empty",
        "empty no",
    ],
)
def test_what_is_not_understood_gets_help(text):
    """No guess is made."""
    assert parse_digest(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("later", "I do not know “later”"),
        ("previw", "Did you mean `/digest preview`?"),
        ("at 25:00", "a time such as"),
        ("at 08:00 Mars/Olympus", "Europe/London"),
        ("me at noon", "a time such as"),
        ("me of", "Did you mean `/digest me off`?"),
        ("now please", "This is what I know"),
    ],
)
def test_what_is_wrong_is_said_above_the_help(text, told):
    """A slip of the finger is named."""
    assert told in digest_problem(text)


@pytest.mark.parametrize("text", ["", "help", "HELP me"])
def test_who_asks_for_help_is_told_of_no_mistake(text):
    """Only what can be typed."""
    assert digest_problem(text) is None


@pytest.mark.parametrize("act", ["now", "preview", "status", "off"])
def test_single_words_are_commands(act):
    """In any case."""
    assert parse_digest(act.upper()) == DigestCommand(act)


def test_a_channel_says_what_it_wants_on_empty_days():
    """A line, or silence."""
    assert parse_digest("empty say") == DigestCommand("empty", says=True)
    assert parse_digest("Empty SILENT") == DigestCommand("empty", says=False)


def test_days_are_told_in_words():
    """As a person would say them."""
    assert describe_days(EVERY_DAY) == "every day"
    assert describe_days(WEEKDAYS) == "on weekdays"
    assert describe_days(frozenset({0, 2})) == "on Mon, Wed"
