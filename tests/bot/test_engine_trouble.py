"""engine.db on a disk that is full, and held by another program: nothing is acknowledged that is not recorded."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import subprocess
from contextlib import closing
from http.client import HTTPConnection

import pytest

from bench.scene import scene
from bot.engine.file import EngineFile
from bot.sqlite_file import make_own_file
from handlers.domain.errors import DiskFull

pytestmark = pytest.mark.slow
DISK = "24m"
LONG = 90


@pytest.fixture(scope="module")
def small_disk(tmp_path_factory):
    """A folder on a disk of its own, of a few megabytes."""
    folder = tmp_path_factory.mktemp("disk")
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode:  # noqa: S603  # fixed
        pytest.skip("a small disk can be mounted by root alone")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S603, S607  # fixed


@pytest.fixture(scope="module")
def desk(small_disk):
    """The real bot, its data on the small disk, its log elsewhere."""
    with scene() as stage, closing(socket.create_server(("127.0.0.1", 0))) as free:
        stage.data = small_disk
        stage.health = free.getsockname()[1]
        free.close()
        stage.more |= {"NUTGRAF_DATA_DIR": str(small_disk), "NUTGRAF_METRICS": f"127.0.0.1:{stage.health}"}
        stage.slack.retry_after_seconds(*[0.5] * 120)
        bot = stage.start()
        stage.slack.wait_until_connected(timeout=60)
        yield stage
        bot.kill()
        bot.wait()


def fill(folder):
    """Take all room that is left; the file that takes it."""
    file = folder / "in the way"
    with file.open("wb", buffering=0) as rest:
        try:
            while True:
                rest.write(bytes(4096))
        except OSError:
            return file


def ready(stage):
    """/readyz: status and what is well."""
    connection = HTTPConnection("127.0.0.1", stage.health, timeout=30)
    connection.request("GET", "/readyz")
    answer = connection.getresponse()
    return answer.status, json.loads(answer.read())


def log_of(stage):
    return stage.end_of_log(100_000)


def said_of_engine(stage, words):
    """How many lines of the log say so of engine.db."""
    return sum(words in line and "engine.db" in line for line in log_of(stage).splitlines())


def deliveries(stage, ts):
    return [d for d in stage.slack.deliveries("events_api") if d.payload["event"].get("ts") == ts]


def tried(stage, ts, times):
    return all(len(one.attempts) >= times for one in deliveries(stage, ts))


def is_acknowledged(stage, ts):
    return any(one.ack_at for one in deliveries(stage, ts))


def test_on_a_full_disk_nothing_is_acknowledged_and_with_room_again_one_brief_comes(desk):
    """Said once in the log, by /readyz, and to who types a command."""
    stood_in_the_way = fill(desk.data)
    ts = desk.share()
    desk.slack.wait_for(lambda: tried(desk, ts, 3), LONG)
    assert not is_acknowledged(desk, ts)
    status, well = ready(desk)
    assert (status, well["engine"]) == (503, False)
    command = desk.slack.command("/digest", "now", desk.channel, desk.user)
    assert "I could not save that" in command.ack["text"]
    assert said_of_engine(desk, "archive's disk is full") == 1
    assert "Traceback" not in log_of(desk)
    stood_in_the_way.unlink()
    desk.slack.wait_for(lambda: desk.is_done(ts), LONG)
    desk.slack.wait_until_quiet(timeout=LONG)
    assert desk.answers(ts) == 1
    assert ready(desk)[1]["engine"]


def test_while_another_program_holds_engine_db_nothing_is_acknowledged_and_then_one_brief_comes(desk):
    """Said once, and that it is over."""
    over_before = said_of_engine(desk, "can be used again")
    with closing(sqlite3.connect(desk.data / "engine.db")) as other:
        other.execute("begin immediate")
        ts = desk.share()
        desk.slack.wait_for(lambda: tried(desk, ts, 2), LONG)
        assert not is_acknowledged(desk, ts)
        assert not ready(desk)[1]["engine"]
        other.rollback()
    desk.slack.wait_for(lambda: desk.is_done(ts), LONG)
    desk.slack.wait_until_quiet(timeout=LONG)
    assert desk.answers(ts) == 1
    assert said_of_engine(desk, "Another program has locked the archive") == 1
    assert said_of_engine(desk, "can be used again") == over_before + 1


def test_a_file_says_that_there_is_no_room_and_is_well_again(small_disk):
    """Without a bot."""
    make_own_file(small_disk / "other.db")
    file = EngineFile(f"sqlite:///{small_disk / 'other.db'}")
    file.check()
    stood_in_the_way = fill(small_disk)
    with pytest.raises(DiskFull):
        check_often(file)
    stood_in_the_way.unlink()
    file.check()


def check_often(file):
    """There may be room for a few writes yet."""
    for _ in range(100):
        file.check()
