"""The bot as a process that is told to stop."""

from __future__ import annotations

import signal
from threading import Event

import pytest

from bench.scene import scene
from bot.cli.stopping import wait_for

pytestmark = pytest.mark.slow
MESSAGES = 3  # the pages of the last come only after the stop, so that something is always left
SOON = 60  # seconds; on a quiet machine a stop takes five at most


class Deaf(Event):
    """An event that is set while its waiter sleeps, and that no setting wakes: only what looks again sees it."""

    def wait(self, timeout: float | None = None) -> bool:
        assert timeout is not None, "a signal that comes before the wait would never be seen"
        seen = self.is_set()
        self.set()
        return seen


def test_who_waits_for_a_signal_looks_again():
    """A signal may come between the last look for one and the wait."""
    stopped = Deaf()
    wait_for(stopped)
    assert stopped.is_set()


def asked_for(stage):
    """How many of the pages were asked for, whether they came or not."""
    return len({path for path in stage.site.hits if path in stage.site.pages})


def test_told_to_stop_in_the_middle_of_work_it_ends_soon_and_goes_on_at_the_next_start():
    """Nothing that was acknowledged is lost or told twice, nor is anything alarming said. A misspelt setting is in its log."""
    with scene() as stage:
        stage.more["NUTGRAF_TIMEZNE"] = "Europe/London"
        bot = stage.start()
        stage.slack.wait_until_connected(timeout=60)
        assert stage.end_of_log(100_000).count("did you mean NUTGRAF_TIMEZONE?") == 1
        for _ in range(MESSAGES - 1):
            stage.share(2)
        stage.slack.wait_for(lambda: asked_for(stage) == stage.links, 60)
        stage.site.open.clear()
        stage.share(2)
        stage.slack.wait_for(lambda: asked_for(stage) == stage.links, 60)
        bot.send_signal(signal.SIGTERM)
        assert bot.wait(SOON) == 0
        alarming = [line for line in stage.end_of_log(100_000).splitlines() if " INFO " not in line]
        assert [line for line in alarming if "NUTGRAF_TIMEZONE?" not in line] == []
        stage.site.open.set()
        again = stage.start()
        stage.slack.wait_for(lambda: all(map(stage.is_done, stage.shared)), 120)
        stage.slack.wait_until_quiet(timeout=60)
        assert [stage.answers(ts) for ts in stage.shared] == list(stage.shared.values())
        assert stage.end_of_log(100_000).count("link briefed") == 2 * MESSAGES
        again.send_signal(signal.SIGTERM)
        assert again.wait(SOON) == 0
