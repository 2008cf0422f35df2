"""`doctor` says what it looked at, asks for what the machine needs, and makes nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.database import DatabaseFile
from bot.database_check import archive_findings, engine_findings
from bot.engine.durable import DbosEngine, Role
from bot.settings import Settings
from tests.bot.terminal import terminal_in
from tests.fakes.slack import FakeSlack

OLD_SCHEMA = Path(__file__).parent / "schema_3.sql"


@pytest.fixture
def doctor(tmp_path, monkeypatch, capsys):
    """Run it in an empty folder; gives its exit status, and its lines by what they are of."""
    terminal = terminal_in(tmp_path, monkeypatch, capsys)

    def run(*words, **settings):
        said = terminal("doctor", *words, **settings)
        lines = [line.partition(": ") for line in said.out.splitlines()]
        return said.status, {head[6:]: (head[:6].strip(), rest) for head, _, rest in lines}

    return run


def settings_in(folder):
    return Settings(nutgraf_data_dir=folder, _env_file=None)


@pytest.mark.model
def test_a_new_machine_is_well_before_the_bot_was_ever_started(doctor, tmp_path):
    """With good tokens; what is not there yet is not called well, and not made."""
    with FakeSlack() as slack:
        tokens = {"SLACK_BOT_TOKEN": slack.bot_token, "SLACK_APP_TOKEN": slack.app_token}
        status, lines = doctor(SLACK_API_URL=slack.url, **tokens)
    assert status == 0, lines
    assert {name: mark for name, (mark, _) in lines.items()} == {
        "settings": "ok",
        "file permissions": "--",
        "Slack tokens": "ok",
        "Slack scopes": "ok",
        "language model": "ok",
        "tagger": "ok",
        "SQLite": "ok",
        "archive": "--",
        "engine": "--",
    }
    assert (
        lines["archive"][1]
        == f"not checked: there is no {tmp_path / 'data' / 'nutgraf.db'} yet; `run` makes it"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.model
def test_without_a_token_scopes_are_not_called_well(doctor):
    """Nobody was asked about them."""
    status, lines = doctor()
    assert status == 1
    assert lines["Slack tokens"][0] == "WRONG"
    assert lines["Slack scopes"] == ("--", "not checked: no token")
    assert lines["settings"][0] == "--"
    _, lines = doctor(SLACK_BOT_TOKEN="xoxb-…")  # noqa: S106  # as the docs print it
    assert lines["Slack scopes"] == ("--", "not checked: no token that could be one")


@pytest.mark.model
def test_misspelt_settings_are_wrong(doctor, tmp_path):
    """Also when the settings cannot be used for another reason."""
    (tmp_path / ".env").write_text("NUTGRAF_TIMEZNE=Europe/London\n")
    status, lines = doctor()
    assert (status, lines["settings"][0]) == (1, "WRONG")
    status, lines = doctor(NUTGRAF_READERS="0")
    assert (status, lines["all else"][0]) == (1, "--")


@pytest.mark.model
def test_a_worker_is_asked_for_what_a_worker_needs(doctor):
    """No token, no archive; its engine must be a server."""
    _, lines = doctor("--worker", NUTGRAF_ENGINE_URL="postgresql://u:p@127.0.0.1:1/desk")
    assert set(lines) == {"settings", "file permissions", "language model", "tagger", "engine"}
    assert lines["engine"][0] == "WRONG"
    assert "does not answer" in lines["engine"][1]
    status, lines = doctor("--worker")
    assert (status, lines["engine"][1].split()[0]) == (1, "NUTGRAF_ENGINE_URL")


@pytest.mark.model
def test_a_model_that_is_not_there_is_named(doctor):
    """With the setting that names it."""
    _, lines = doctor(NUTGRAF_MODEL="no_such_model")
    assert lines["language model"][0] == "WRONG"
    assert "no_such_model" in lines["language model"][1]


@pytest.mark.model
def test_files_that_others_can_read_are_told(doctor, tmp_path):
    """Databases and .env, each by name."""
    DatabaseFile(tmp_path / "data" / "nutgraf.db").migrate()
    _, lines = doctor()
    assert lines["file permissions"] == ("ok", "data/nutgraf.db: only their owner can read them")
    (tmp_path / ".env").touch(mode=0o644)
    _, lines = doctor()
    assert "chmod 600 .env" in lines["file permissions"][1]


@pytest.mark.slow
def test_both_databases_are_their_owners_alone_and_found_well(tmp_path):
    """As soon as they are there, and while they are open."""
    DatabaseFile(tmp_path / "nutgraf.db").migrate()
    engine = DbosEngine(settings_in(tmp_path).engine_url, {}, Role())
    engine.launch()
    with DatabaseFile(tmp_path / "nutgraf.db").writing() as db:
        db.table("channels").insert({"team": "T1", "channel": "C1"})
        rights = {file.name: file.stat().st_mode & 0o777 for file in tmp_path.glob("*.db*")}
    assert set(rights.values()) == {0o600}
    assert {"nutgraf.db-wal", "nutgraf.db-shm", "engine.db", "engine.db-wal", "engine.db-shm"} <= set(rights)
    found = [*archive_findings(settings_in(tmp_path)), *engine_findings(settings_in(tmp_path))]
    assert [one.mark for one in found] == ["ok", "ok"]
    engine.close()


def test_an_archive_of_an_older_release_is_said_to_be_one_and_left_so(tmp_path):
    """`run` brings it up to date."""
    database = DatabaseFile(tmp_path / "nutgraf.db")
    with closing(sqlite3.connect(database.path)) as connection:
        connection.executescript(OLD_SCHEMA.read_text())
    (found,) = archive_findings(settings_in(tmp_path))
    assert (found.mark, "older release" in found.said) == ("ok", True)
    assert not database.is_up_to_date()


def test_damaged_databases_are_told(tmp_path):
    """With what to do about each."""
    for name in ("nutgraf.db", "engine.db"):
        (tmp_path / name).write_bytes(b"no database" * 1000)
    (archive,), (engine,) = archive_findings(settings_in(tmp_path)), engine_findings(settings_in(tmp_path))
    assert archive.is_wrong
    assert "put your newest backup in its place" in archive.said
    assert engine.is_wrong
    assert "engine.db is damaged: stop the bot and move it away" in engine.said


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    """Before `run` fails on it."""
    (tmp_path / "data").write_text("in the way")
    for (found,) in (
        archive_findings(settings_in(tmp_path / "data")),
        engine_findings(settings_in(tmp_path / "data")),
    ):
        assert found.is_wrong
        assert "cannot be made" in found.said
