"""Reading spread over workers on PostgreSQL, as real processes: who dies, and what becomes of the links."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from bench.scene import scene
from tests.fakes.postgres import Postgres, binaries

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(binaries() is None, reason="PostgreSQL is not installed (apt-get install postgresql)"),
]
LONG, SOON = 180, 10


@pytest.fixture(scope="module")
def postgres():
    with Postgres() as server:
        yield server


@pytest.fixture
def desk(postgres):
    """A desk and two workers, as processes; killed at the end."""
    with scene() as stage:
        stage.more["NUTGRAF_ENGINE_URL"] = postgres.url
        stage.processes = {"desk": stage.start(), "one": stage.start("work"), "two": stage.start("work")}
        stage.slack.wait_until_connected(timeout=60)
        yield stage
        for process in stage.processes.values():
            process.kill()
            process.wait()


def die(stage, name):
    stage.processes[name].send_signal(signal.SIGKILL)
    stage.processes[name].wait()


def all_done(stage):
    return all(stage.is_done(ts) for ts in stage.shared)


def test_whoever_is_killed_in_turn_no_link_is_lost_or_doubled(desk, postgres):
    """A worker for good, the desk, PostgreSQL, and the other worker, while links flow."""
    desk.share(2)
    desk.slack.wait_for(lambda: all_done(desk), LONG)
    desk.share(2)
    die(desk, "one")
    desk.share(1)
    die(desk, "desk")
    desk.share(1)
    desk.processes["desk"] = desk.start()
    desk.share(1)
    desk.slack.wait_until_connected(timeout=60)  # a start that this death interrupts is the service manager's
    postgres.stop(signal.SIGQUIT)
    desk.share(1)
    postgres.start()
    die(desk, "two")
    desk.processes["two"] = desk.start("work")
    desk.share(1)
    desk.slack.wait_for(lambda: all_done(desk), LONG)
    desk.slack.wait_until_quiet(timeout=60)
    assert [desk.answers(ts) for ts in desk.shared] == list(desk.shared.values())


def test_who_starts_while_postgresql_is_away_waits_for_it(postgres):
    """Said once; told to stop meanwhile, it ends; when the database is there, links are briefed."""
    postgres.stop(signal.SIGINT)
    with scene() as stage:
        stage.more["NUTGRAF_ENGINE_URL"] = postgres.url
        impatient, desk, worker = stage.start(), None, stage.start("work")
        try:
            stage.slack.wait_for(lambda: stage.end_of_log().count("is away; waiting for it") == 2, 60)
            impatient.send_signal(signal.SIGTERM)
            assert impatient.wait(SOON) == 0
            desk = stage.start()
            postgres.start()
            stage.slack.wait_until_connected(timeout=60)
            stage.share(1)
            stage.slack.wait_for(lambda: all_done(stage), LONG)
        finally:
            for process in filter(None, (impatient, desk, worker)):
                process.kill()
                process.wait()


def test_work_says_what_it_needs_on_sqlite(tmp_path):
    """One sentence."""
    command = [sys.executable, "-m", "bot", "work"]
    environment = {**os.environ, "NUTGRAF_DATA_DIR": str(tmp_path), "NUTGRAF_ENGINE_URL": ""}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603  # ourselves
    assert ended.returncode == 1
    assert ended.stderr.startswith("NUTGRAF_ENGINE_URL must be a postgresql:// address")
    assert ended.stderr.count("\n") == 1
