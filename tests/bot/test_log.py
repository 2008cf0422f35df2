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

import pytest

from bench.scene import scene
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
def over_http(folder):
    """The bot in HTTP mode, installed in one workspace; killed at the end."""
    with Grid("north", "foreign") as grid:
        desk = Desk(grid, folder)
        try:
            grid.install("north", desk.address)
            yield desk
        finally:
            desk.process.kill()
            desk.process.wait()


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


def test_no_body_of_a_request_is_in_the_log_over_http(tmp_path):
    """Neither of one that nobody signed, nor of one that Slack signed and nothing here reacts to."""
    with over_http(tmp_path) as desk:
        unsigned = event_of(desk.slack, "message")
        unknown = event_of(desk.slack, "channel_topic_told")
        assert desk.post({}, unsigned) == 401
        assert desk.post(signed("another body"), unsigned) == 401
        assert desk.post(signed(unsigned[:-1]), unsigned[:-1]) == 401
        assert desk.post(signed(unknown), unknown) == 404
        foreign = event_of(desk.grid["foreign"], "message")
        assert desk.post(signed(foreign), foreign) == 401
        assert desk.post({}, WORDS * 20_000) == 401
        stop(desk.process)
        said = desk.said()
        assert WORDS not in said
        assert "Ev1" not in said
        (one,) = complaints(said)
        assert "nothing here reacts to what Slack sent: event_callback channel_topic_told" in one


def test_no_payload_is_in_the_log_through_the_socket():
    """Of a command that nothing here reacts to its name is said, and not what was typed after it."""
    with over_socket() as (stage, bot):
        typed = stage.slack.command("/elsewhere", WORDS, stage.channel, stage.user, wait=False)
        stage.slack.wait_for(lambda: typed.failed, SOON)
        stop(bot)
        said = stage.end_of_log(100_000)
        assert WORDS not in said
        assert "nothing here reacts to what Slack sent: /elsewhere" in said


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


def test_a_healthy_start_and_stop_through_the_socket_say_nothing_alarming():
    """Nothing at warning or above, also after a link was briefed; one connection is made."""
    with over_socket() as (stage, bot):
        ts = stage.share()
        stage.slack.wait_for(lambda: stage.is_done(ts), START)
        stop(bot)
        assert complaints(stage.end_of_log(100_000)) == []
        assert len(stage.slack.calls("apps.connections.open")) == 2  # the token's check, and the connection


def test_a_healthy_start_and_stop_over_http_say_nothing_alarming(tmp_path):
    """Nothing at warning or above, also after a command was answered."""
    with over_http(tmp_path) as desk, desk.grid.calling(desk.address):
        channel = desk.slack.channel("ask")
        assert desk.slack.command("/digest", "", channel, desk.slack.user("ana")).acked
        stop(desk.process)
        assert complaints(desk.said()) == []


def test_a_shared_link_leaves_one_line_of_fields():
    """Its outcome and its ids, as JSON; no word of the article."""
    with over_socket(NUTGRAF_LOG="json") as (stage, bot):
        ts = stage.share(2)
        stage.slack.wait_for(lambda: stage.is_done(ts), START)
        stop(bot)
        lines = [json.loads(line) for line in stage.end_of_log(100_000).splitlines()]
        links = [line for line in lines if line["from"] == "nutgraf.outcomes"]
        assert [line["url"] for line in links] == [stage.site.url("/story-0"), stage.site.url("/story-1")]
        for line in links:
            assert (line["message"], line["channel"], line["ts"]) == ("link briefed", stage.channel, ts)
            assert line["brief"].startswith(line["flow"])
