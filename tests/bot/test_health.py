"""The bot seen from outside."""

from __future__ import annotations

import json
import re
import socket
import sys
from http.client import HTTPConnection

import pytest

from bot.health import serve_health
from bot.metrics import Metrics
from tests.bot.newsroom import FERRY

pytestmark = pytest.mark.slow


def get(server, path):
    host, port = server.address
    connection = HTTPConnection(host, port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


@pytest.fixture
def served():
    """Serves health with these checks."""
    servers = []

    def serve(metrics, **checks):
        servers.append(serve_health(metrics, checks, ("127.0.0.1", 0)))
        return servers[-1]

    yield serve
    for server in servers:
        server.close()


def test_alive_is_not_yet_able(served):
    """/readyz names what is not well."""
    server = served(Metrics(), slack=lambda: True, archive=lambda: False)
    assert get(server, "/healthz") == (200, "alive")
    status, told = get(server, "/readyz")
    assert (status, json.loads(told)) == (503, {"slack": True, "archive": False})


def test_all_well_is_ready(served):
    """For whoever decides where to send work."""
    assert get(served(Metrics(), slack=lambda: True), "/readyz")[0] == 200


def test_steps_links_failures_and_waits_are_counted(served):
    """By name and outcome; no id and no word of an article."""
    metrics = Metrics()
    metrics.watch("file", 0.02, {"kind": "brief", "brief_id": "share:T1:C1"})
    metrics.watch("file", 0.02, {"kind": "problem", "sentence": "No.", "error": "NotFound"})
    metrics.watch("post", 0.1, {"wait": 2.0})
    metrics.count_waiting(lambda: 3)
    _, text = get(served(metrics), "/metrics")
    for line in (
        'nutgraf_links_total{answer="brief"} 1.0',
        'nutgraf_failures_total{reason="NotFound"} 1.0',
        "nutgraf_slack_waits_total 1.0",
        "nutgraf_flows_unfinished 3.0",
        'nutgraf_step_seconds_count{step="post"} 1.0',
    ):
        assert line in text
    assert "T1" not in text


def test_metrics_follow_the_conventions_of_prometheus(served):
    """The process's own numbers, which release runs, and no label with a blank in it."""
    metrics = Metrics()
    metrics.watch("look for the links", 0.02, {"refused": "not_in_channel"})
    _, text = get(served(metrics), "/metrics")
    assert 'nutgraf_step_seconds_count{step="look_for_the_links"} 1.0' in text
    assert re.search(r'^nutgraf_build_info\{python="3\.\d+\.\d+",version="\S+"\} 1\.0$', text, re.MULTILINE)
    if sys.platform == "linux":
        assert "process_resident_memory_bytes" in text
        assert "process_cpu_seconds_total" in text
    assert re.findall(r'="[^"]*\s[^"]*"', text) == []


def test_a_port_in_use_is_said_once_and_keeps_nobody_from_working(caplog):
    """By a worker as what is usual; nor is anything served where it is off."""
    caplog.set_level("INFO", "nutgraf.health")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert serve_health(Metrics(), {}, taken.getsockname()) is None
        assert serve_health(Metrics(), {}, taken.getsockname(), is_worker=True) is None
    assert [one.levelname for one in caplog.records] == ["WARNING", "INFO"]
    assert serve_health(Metrics(), {}, None) is None


def test_the_running_bot_is_ready_and_counts_its_links(newsroom, served):
    """Through the whole bot."""
    bot = newsroom.bot
    server = served(bot.metrics, **bot.checks)
    newsroom.answers(newsroom.share(FERRY))
    assert get(server, "/readyz")[0] == 200
    assert 'nutgraf_links_total{answer="brief"}' in get(server, "/metrics")[1]
