"""Commands that look into the archive where there is none: they say where they looked, and make nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.database import DatabaseFile
from tests.bot.terminal import terminal_in

OLD_SCHEMA = Path(__file__).parent / "schema_3.sql"
LOOKING = {
    "search": ("search", "ferry"),
    "who": ("who", "Marrack"),
    "figures": ("figures", "passengers"),
    "check": ("check", "nobody is talking about stopping"),
    "digest": ("digest",),
    "digest --post": ("digest", "--post", "--channel", "C1"),
    "backup": ("backup", "copy.db"),
    "purge": ("purge", "workspace", "T1"),
    "purge --yes": ("purge", "person", "T1", "UANA", "--yes"),
}


@pytest.fixture
def terminal(tmp_path, monkeypatch, capsys):
    return terminal_in(tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize("words", LOOKING.values(), ids=LOOKING)
def test_without_an_archive_a_command_says_where_it_looked_and_makes_nothing(terminal, tmp_path, words):
    """Exit status 1, and no folder either: a copy of nothing is no copy."""
    said = terminal(*words)
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith(f"There is no archive in {tmp_path / 'data'}: set NUTGRAF_DATA_DIR ")
    assert said.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_no_archive(terminal, tmp_path):
    """As a full disk leaves one."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "nutgraf.db").touch()
    assert "There is no archive" in terminal("search", "ferry").err
    assert (tmp_path / "data" / "nutgraf.db").stat().st_size == 0


def test_a_copy_of_an_older_archive_is_what_is_there(terminal, tmp_path):
    """Made before an upgrade, it must fit the older release; what reads the archive brings it up to date."""
    (tmp_path / "data").mkdir()
    archive = DatabaseFile(tmp_path / "data" / "nutgraf.db")
    with closing(sqlite3.connect(archive.path)) as connection:
        connection.executescript(OLD_SCHEMA.read_text())
    assert terminal("backup", "copy.db").status == 0
    assert not DatabaseFile(tmp_path / "copy.db").is_up_to_date()
    assert not archive.is_up_to_date()
    assert terminal("search", "dam").status == 0
    assert archive.is_up_to_date()


def test_purging_without_an_engine_makes_none(terminal, tmp_path):
    """The archive alone is counted."""
    DatabaseFile(tmp_path / "data" / "nutgraf.db").migrate()
    assert terminal("purge", "workspace", "T1", "--yes").out == "There is nothing to purge.\n"
    assert not (tmp_path / "data" / "engine.db").exists()


def test_a_copy_that_cannot_be_finished_is_not_left_behind(terminal, tmp_path):
    """Nobody takes half an archive for a whole one."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "nutgraf.db").write_bytes(b"no database" * 1000)
    said = terminal("backup", "copy.db")
    assert said.status == 1
    assert said.err.count("damaged") == 1
    assert not (tmp_path / "copy.db").exists()
