"""Reading spread over workers on PostgreSQL, as real processes: who dies, and what becomes of the links."""

from __future__ import annotations

import json
import signal
import socket

import pytest

from bench.scene import scene
from tests.bot.terminal import terminal_in
from tests.fakes.postgres import Postgres, binaries
from tests.fakes.slack.grid import ask

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(binaries() is None, reason="PostgreSQL is not installed (apt-get install postgresql)"),
]
LONG, SOON = 180, 60


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
    """Said once; told to stop meanwhile, it ends; when the database is there, links are briefed, and a worker too ends when told."""
    postgres.stop(signal.SIGINT)
    with scene() as stage:
        stage.more["NUTGRAF_ENGINE_URL"] = postgres.url
        impatient, desk, worker = stage.start(), None, stage.start("work")
        try:
            stage.slack.wait_for(
                lambda: stage.end_of_log().count("cannot be reached; waiting for it") == 2, 60
            )
            impatient.send_signal(signal.SIGTERM)
            assert impatient.wait(SOON) == 0
            desk = stage.start()
            postgres.start()
            stage.slack.wait_until_connected(timeout=60)
            stage.share(1)
            stage.slack.wait_for(lambda: all_done(stage), LONG)
            worker.send_signal(signal.SIGTERM)
            assert worker.wait(SOON) == 0
        finally:
            for process in filter(None, (impatient, desk, worker)):
                process.kill()
                process.wait()


def free_address():
    """Where nobody listens yet."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return f"127.0.0.1:{free.getsockname()[1]}"


@pytest.fixture
def alone(postgres):
    """A desk without any worker, and where its health is served."""
    with scene() as stage:
        stage.health = free_address()
        stage.more |= {"NUTGRAF_ENGINE_URL": postgres.url, "NUTGRAF_METRICS": stage.health}
        stage.processes = {"desk": stage.start()}
        stage.slack.wait_until_connected(timeout=60)
        yield stage
        for process in stage.processes.values():
            process.kill()
            process.wait()


def ready(address):
    """/readyz: status and what is well; nothing while it is not served yet."""
    try:
        heard = ask(address, "GET", "/readyz")
    except OSError:
        return None, {}
    return heard.status, json.loads(heard.body)


def test_desk_and_worker_serve_their_health_and_metrics(alone, postgres):
    """The desk is ready while somebody reads, and counts what they could not read; a worker is ready once it has its model."""
    desk, worker = alone.health, free_address()
    slack, well = alone.slack, {"slack": True, "archive": True, "engine": True}
    slack.wait_for(lambda: ready(desk) == (503, {**well, "workers": False}), LONG)
    ts = slack.post_as_user(alone.channel, alone.site.url("/nowhere"), alone.user)
    alone.more["NUTGRAF_METRICS"] = worker
    alone.processes["one"] = alone.start("work")
    slack.wait_for(lambda: ready(worker) == (200, {"engine": True, "model": True}), LONG)
    assert "nutgraf_build_info" in ask(worker, "GET", "/metrics").body
    slack.wait_for(lambda: ready(desk) == (200, {**well, "workers": True}), LONG)
    slack.wait_for(lambda: slack.reactions(alone.channel, ts) == ("warning",), LONG)
    counted = ask(desk, "GET", "/metrics").body
    assert 'nutgraf_failures_total{reason="NotFound"} 1.0' in counted
    assert 'nutgraf_links_total{answer="problem"} 1.0' in counted
    die(alone, "one")
    slack.wait_for(lambda: ready(desk) == (503, {**well, "workers": False}), LONG)
    postgres.stop(signal.SIGINT)
    assert ready(desk) == (503, {**well, "engine": False, "workers": False})
    postgres.start()
    slack.wait_for(lambda: ready(desk) == (503, {**well, "workers": False}), LONG)


def test_work_says_what_it_needs_on_sqlite(tmp_path, monkeypatch, capsys):
    """One sentence."""
    said = terminal_in(tmp_path, monkeypatch, capsys)("work", NUTGRAF_DATA_DIR=str(tmp_path))
    assert said.status == 1
    assert said.err.startswith("NUTGRAF_ENGINE_URL must be a postgresql:// address")
    assert said.err.count("\n") == 1
