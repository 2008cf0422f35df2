"""The log of the real bot, as a process: what it says of a healthy day, and what it never says."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass

import pytest

from bench.scene import Scene, scene
from tests.fakes.slack.grid import CLIENT_ID, CLIENT_SECRET, SIGNING_SECRET, Grid, ask, signed

pytestmark = pytest.mark.slow
START, SOON = 120, 60
WORDS = "the ferryman of Aldermouth sold his boat"
EVENTS = "/slack/events"
JSON_BODY = {"Content-Type": "application/json"}


class Desk:
    """The bot over HTTP, with one workspace that has installed it and one that has not."""

    def __init__(self, grid, folder):
        self.grid, self.log = grid, folder / "bot.log"
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        environment = {
            **os.environ,
            "SLACK_SIGNING_SECRET": SIGNING_SECRET,
            "SLACK_CLIENT_ID": CLIENT_ID,
            "SLACK_CLIENT_SECRET": CLIENT_SECRET,
            "SLACK_API_URL": grid.url,
            "NUTGRAF_HTTP": self.address,
            "NUTGRAF_DATA_DIR": str(folder),
            "NUTGRAF_METRICS": "off",
            "NUTGRAF_READERS": "1",
        }
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(  # ourselves
                [sys.executable, "-m", "bot", "run"], env=environment, stdout=log, stderr=log
            )
        self.slack = grid["north"]
        self.slack.wait_for(self.answers, START)

    def answers(self):
        with suppress(OSError):
            return ask(self.address, "GET", "/").status == 200
        return False

    def post(self, headers, body):
        return ask(self.address, "POST", EVENTS, headers | JSON_BODY, body).status

    def said(self):
        return self.log.read_text()


@contextmanager
def over_socket(**more):
    """The bot in Socket Mode; killed at the end."""
    with scene() as stage:
        stage.more |= more
        bot = stage.start()
        try:
            stage.slack.wait_until_connected(timeout=START)
            yield stage, bot
        finally:
            bot.kill()
            bot.wait()


def stop(process):
    process.send_signal(signal.SIGTERM)
    assert process.wait(SOON) == 0


def event_of(slack, kind):
    """What a workspace sends: an event of this kind with words of a person's."""
    event = {"type": kind, "channel": "C1", "user": "U1", "text": WORDS}
    return json.dumps(
        {"type": "event_callback", "team_id": slack.workspace.team, "event_id": "Ev1", "event": event}
    )


def complaints(log):
    """The lines at warning or above."""
    return [line for line in log.splitlines() if " INFO " not in line]


@dataclass(frozen=True, slots=True)
class Day:
    """What the bot logged over HTTP: `well` while all was well, `said` to its end; how it answered what nobody should send."""

    well: str
    said: str
    statuses: tuple[int, ...]


@pytest.fixture(scope="module")
def http_day(tmp_path_factory):
    """The bot over HTTP, installed in one workspace: a command, then requests that nothing reacts to, then its end."""
    with Grid("north", "foreign") as grid:
        desk = Desk(grid, tmp_path_factory.mktemp("http"))
        try:
            grid.install("north", desk.address)
            with grid.calling(desk.address):
                channel = desk.slack.channel("ask")
                assert desk.slack.command("/digest", "", channel, desk.slack.user("ana")).acked
            well, statuses = desk.said(), tuple(odd_requests(desk))
            stop(desk.process)
            yield Day(well, desk.said(), statuses)
        finally:
            desk.process.kill()
            desk.process.wait()


def odd_requests(desk):
    """How the desk answers unsigned and wrongly signed ones, a foreign workspace, a long one; and one that Slack signed."""
    unsigned = event_of(desk.slack, "message")
    unknown = event_of(desk.slack, "channel_topic_told")
    foreign = event_of(desk.grid["foreign"], "message")
    yield desk.post({}, unsigned)
    yield desk.post(signed("another body"), unsigned)
    yield desk.post(signed(unsigned[:-1]), unsigned[:-1])
    yield desk.post(signed(foreign), foreign)
    yield desk.post({}, WORDS * 20_000)
    yield desk.post(signed(unknown), unknown)


def test_no_body_of_a_request_is_in_the_log_over_http(http_day):
    """Neither of one that nobody signed, nor of one that Slack signed and nothing here reacts to."""
    assert http_day.statuses == (401, 401, 401, 401, 401, 404)
    assert WORDS not in http_day.said
    assert "Ev1" not in http_day.said


def test_over_http_the_only_complaint_is_of_what_nothing_here_reacts_to(http_day):
    """Nothing at warning or above at a healthy start, when a command was answered, and at the stop."""
    assert complaints(http_day.well) == []
    (one,) = complaints(http_day.said)
    assert "nothing here reacts to what Slack sent: event_callback channel_topic_told" in one


def test_an_error_of_the_engines_database_shows_nothing_of_what_was_asked():
    """Its statement is in the traceback, and not what was to be kept with it."""
    with over_socket() as (stage, _), closing(sqlite3.connect(stage.folder / "engine.db")) as database:
        database.execute("alter table workflow_input rename to elsewhere")
        asked = stage.slack.command("/brief", f"search {WORDS}", stage.channel, stage.user)
        assert "Something went wrong on my side" in asked.ack["text"]
        said = stage.end_of_log(100_000)
        assert "no such table: main.workflow_input" in said
        assert WORDS not in said
        assert "response_url" not in said


@dataclass(frozen=True, slots=True)
class SocketDay:
    """What the bot logged in Socket Mode, as lines of JSON, in a run in which it briefed the links of the message `ts`."""

    stage: Scene
    ts: str
    lines: list[dict[str, object]]


@pytest.fixture(scope="module")
def socket_day():
    """The bot in Socket Mode: two links, a command that nothing here reacts to, its end."""
    with over_socket(NUTGRAF_LOG="json") as (stage, bot):
        ts = stage.share(2)
        typed = stage.slack.command("/elsewhere", WORDS, stage.channel, stage.user, wait=False)
        stage.slack.wait_for(lambda: typed.failed, SOON)
        stage.slack.wait_for(lambda: stage.is_done(ts), START)
        stop(bot)
        yield SocketDay(stage, ts, [json.loads(line) for line in stage.end_of_log(100_000).splitlines()])


def test_no_payload_is_in_the_log_through_the_socket(socket_day):
    """Of a command that nothing here reacts to its name is said, and not what was typed after it."""
    assert WORDS not in str(socket_day.lines)


def test_through_the_socket_the_only_complaint_is_of_what_nothing_here_reacts_to(socket_day):
    """Nothing at warning or above at a healthy start and stop, nor of the links that were briefed; one connection is made."""
    (one,) = [line for line in socket_day.lines if line["level"] != "info"]
    assert "nothing here reacts to what Slack sent: /elsewhere" in one["message"]
    assert (
        len(socket_day.stage.slack.calls("apps.connections.open")) == 2
    )  # the token's check, and the connection


def test_a_shared_link_leaves_one_line_of_fields(socket_day):
    """Its outcome and its ids, as JSON; no word of the article."""
    stage = socket_day.stage
    links = [line for line in socket_day.lines if line["from"] == "nutgraf.outcomes"]
    assert [line["url"] for line in links] == [stage.site.url("/story-0"), stage.site.url("/story-1")]
    for line in links:
        where = ("link briefed", stage.channel, socket_day.ts)
        assert (line["message"], line["channel"], line["ts"]) == where
        assert line["brief"].startswith(line["flow"])
