"""PostgreSQL that refuses us at the start, which is said at once, and PostgreSQL that is away, which is waited for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from bench.scene import scene
from bot.engine.server import EngineServer
from bot.settings import SettingsError
from tests.fakes.postgres import Postgres, binaries

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(binaries() is None, reason="PostgreSQL is not installed (apt-get install postgresql)"),
]
SOON = 120  # seconds, after which a process hangs; on a busy machine a start takes half a minute
REFUSED = {
    "a wrong password": ("nutgraf:wrong", "nutgraf", "password authentication failed"),
    "no password": ("nutgraf", "nutgraf", "no password supplied"),
    "a wrong user": ("somebody:right", "nutgraf", "password authentication failed"),
    "a missing database": ("nutgraf:right", "elsewhere", 'database "elsewhere" does not exist'),
}


@pytest.fixture(scope="module")
def postgres():
    """A server that wants a password, which is "right"."""
    with Postgres() as server:
        server.say("alter role nutgraf password 'right'")
        server.say("create role crowded login password 'right' connection limit 0")
        server.want_passwords()
        yield server


def address(postgres, who, database="nutgraf"):
    return f"postgresql://{who}@127.0.0.1:{postgres.port}/{database}"


def ended(command, environment):
    """The process of a command that ends by itself."""
    return subprocess.run(  # noqa: S603  # ourselves
        [sys.executable, "-m", "bot", command],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=SOON,
    )


@pytest.mark.parametrize("wrong", REFUSED)
def test_a_worker_that_postgresql_does_not_let_in_ends_with_one_sentence(postgres, tmp_path, wrong):
    """It names the server's reason and the setting, and no password."""
    who, database, reason = REFUSED[wrong]
    settings = {
        "NUTGRAF_ENGINE_URL": address(postgres, who, database),
        "NUTGRAF_DATA_DIR": str(tmp_path),
    }
    process = ended("work", settings)
    assert process.returncode == 1
    assert process.stderr.count("\n") == 1
    assert process.stderr.startswith(f"PostgreSQL at 127.0.0.1:{postgres.port} does not let the engine in (")
    assert reason in process.stderr
    assert "NUTGRAF_ENGINE_URL" in process.stderr
    assert ":wrong" not in process.stderr


def test_the_bot_and_the_doctor_say_the_same(postgres):
    """Before anything is opened in Slack."""
    with scene() as stage:
        stage.more["NUTGRAF_ENGINE_URL"] = address(postgres, "nutgraf:wrong")
        for command, shown in (("run", "stderr"), ("doctor", "stdout")):
            process = ended(command, stage.environment())
            assert process.returncode == 1
            assert "does not let the engine in (password authentication" in getattr(process, shown)
        assert stage.slack.connections == 0


def test_who_is_let_in_is_let_in(postgres):
    """With the right password."""
    assert EngineServer(address(postgres, "nutgraf:right")).lets_us_in()


def test_a_server_without_room_is_waited_for(postgres):
    """There may be room in a moment."""
    assert not EngineServer(address(postgres, "crowded:right")).lets_us_in()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT], ids=["ended", "crashed"])
def test_a_server_that_is_away_is_waited_for_whatever_the_password(postgres, how):
    """Nobody knows yet whether it is right."""
    wrong = EngineServer(address(postgres, "nutgraf:wrong"))
    postgres.stop(how)
    assert not wrong.lets_us_in()
    postgres.start()
    with pytest.raises(SettingsError):
        wrong.lets_us_in()


def test_an_address_that_makes_no_sense_is_a_sentence(postgres):
    """An option that PostgreSQL does not have."""
    with pytest.raises(SettingsError, match="NUTGRAF_ENGINE_URL"):
        EngineServer(address(postgres, "nutgraf:right") + "?sslmode=perhaps").lets_us_in()
