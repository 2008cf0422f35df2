"""What people type after /digest."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.commands.days import DAY_NAMES
from handlers.commands.digest import DigestCommand, describe_days, digest_problem, parse_digest
from handlers.domain.due import EVERY_DAY, WEEKDAYS

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
    ("at mon-fri 08:30 Europe/London", DigestCommand("at", time(8, 30), "Europe/London", WEEKDAYS)),
    ("at 08:30, on mon, wed and fri, UTC", DigestCommand("at", time(8, 30), "UTC", frozenset({0, 2, 4}))),
]
DAYS = [
    ("mon-fri", {0, 1, 2, 3, 4}),
    ("Monday-Friday", {0, 1, 2, 3, 4}),
    ("monday to friday", {0, 1, 2, 3, 4}),
    ("from mon through fri", {0, 1, 2, 3, 4}),
    ("mon - fri", {0, 1, 2, 3, 4}),
    ("tue–thu", {1, 2, 3}),
    ("tues — thurs", {1, 2, 3}),
    ("sun-thu", {6, 0, 1, 2, 3}),
    ("fri-mon", {4, 5, 6, 0}),
    ("mon-mon", {0}),
    ("mon-wed, sat", {0, 1, 2, 5}),
    ("mon wed", {0, 2}),
    ("mon,wed,", {0, 2}),
    ("mon/wed/fri", {0, 2, 4}),
    ("mon & thu", {0, 3}),
    ("mon, wed and fri", {0, 2, 4}),
    ("every monday", {0}),
    ("Mondays and Thursdays", {0, 3}),
    ("weekdays", {0, 1, 2, 3, 4}),
    ("every weekday", {0, 1, 2, 3, 4}),
    ("weekends", {5, 6}),
    ("weekdays and sun", {0, 1, 2, 3, 4, 6}),
    ("daily", set(range(7))),
    ("every day", set(range(7))),
    ("Each day", set(range(7))),
]


@pytest.mark.parametrize(("text", "days"), DAYS)
def test_days_are_understood_as_people_type_them(text, days):
    """Ranges, also over the weekend, lists and words; for one's own digest too."""
    assert parse_digest(f"at 08:30 {text}").days == days
    assert parse_digest(f"at {text} 8:30am Europe/London").days == days
    assert parse_digest(f"me at 08:30 {text}").days == days


@given(st.integers(0, 6), st.integers(0, 6))
def test_a_range_runs_from_its_first_day_to_its_last(first, last):
    """Seven days at most, whatever day it begins with."""
    days = parse_digest(f"at 08:30 {DAY_NAMES[first]}-{DAY_NAMES[last]}").days
    assert {first, last} <= days
    assert len(days) == (last - first) % 7 + 1


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("munday", "munday"),
        ("mon-fry", "mon-fry"),
        ("mon to munday", "to munday"),
        ("sunset", "sunset"),
        ("monthly", "monthly"),
        ("mon-", "mon-"),
        ("every other day", "every other day"),
        ("mon except tue", "except"),
        ("every", "every"),
        ("mon 09:00", "09:00"),
        ("weekdays Mars/Olympus", "Mars/Olympus"),
        ("UTC Europe/Paris", "Europe/Paris"),
    ],
)
def test_a_word_that_is_not_understood_is_named_and_nothing_is_set(text, named):
    """One day too few is found out when it is missed."""
    assert parse_digest(f"at 08:30 {text}") is None
    for command in (f"at 08:30 {text}", f"me at 08:30 {text}"):
        assert f"I did not understand “{named}”, so nothing was set." in digest_problem(command)


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
        ("now please", "the words that I understand"),
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
