"""SQLite of an older release: the engine's clock is there all the same, and what cannot be helped is one sentence."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing

import pytest

from bot.engine.durable import DbosEngine, Role
from bot.sqlite_release import OLDEST, WITH_CLOCK, engine_connection, sqlite_problems

OLD = (3, 40, 1)
AS_THE_ENGINE = "(unixepoch('subsec') * 1000)"  # from Python 3.12 on, as a default value and in statements


def test_an_older_sqlite_knows_the_time_in_milliseconds(tmp_path):
    """In a statement, and as the default value of a column that may not be null."""
    before = time.time_ns() // 1_000_000
    with closing(sqlite3.connect(tmp_path / "engine.db", factory=engine_connection(OLD))) as connection:
        connection.execute(f"create table flows (id text, at integer not null default {AS_THE_ENGINE})")
        connection.execute("insert into flows (id) values ('one')")
        (kept,) = connection.execute("select at from flows where typeof(at) = 'integer'").fetchone()
        (asked,) = connection.execute(f"select cast({AS_THE_ENGINE} as bigint)").fetchone()
    assert before <= kept <= asked <= time.time_ns() // 1_000_000


def test_a_newer_sqlite_is_left_as_it_is():
    """It has that clock itself."""
    assert engine_connection(WITH_CLOCK) is sqlite3.Connection


@pytest.mark.slow
def test_the_engine_works_with_the_clock_of_an_older_sqlite(tmp_path):
    """A flow begins, ends and is found."""
    url = f"sqlite:///{tmp_path / 'engine.db'}"
    engine = DbosEngine(url, {"say": lambda steps, words: words}, Role(), sqlite=OLD)
    engine.launch()
    engine.begin("say", "flow-1", {"said": "dam"})
    assert engine.result("flow-1") == {"said": "dam"}
    engine.close()


def test_a_sqlite_that_is_too_old_is_told_in_one_sentence():
    """With what to do."""
    (problem,) = sqlite_problems((3, 34, 1))
    assert problem.startswith("SQLite 3.34.1 is too old, Nutgraf needs 3.35 or newer: ")
    assert list(sqlite_problems(OLDEST)) == list(sqlite_problems()) == []
