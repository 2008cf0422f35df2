"""The bot as a process that is told to stop."""

from __future__ import annotations

import signal

import pytest

from bench.scene import scene

pytestmark = pytest.mark.slow
TEN = 10  # seconds: what a service manager is told to wait, and some


def test_told_to_stop_in_the_middle_of_work_it_ends_soon_and_goes_on_at_the_next_start():
    """Nothing that was acknowledged is lost or told twice. A misspelt setting is in its log."""
    with scene() as stage:
        stage.more["NUTGRAF_TIMEZNE"] = "Europe/London"
        bot = stage.start()
        stage.slack.wait_until_connected(timeout=60)
        assert stage.end_of_log(100_000).count("did you mean NUTGRAF_TIMEZONE?") == 1
        stage.share(2)
        stage.slack.wait_for(lambda: stage.slack.calls("reactions.add"), 60)
        bot.send_signal(signal.SIGTERM)
        assert bot.wait(TEN) == 0
        again = stage.start()
        stage.slack.wait_for(lambda: all(map(stage.is_done, stage.shared)), 120)
        stage.slack.wait_until_quiet(timeout=60)
        assert [stage.answers(ts) for ts in stage.shared] == list(stage.shared.values())
        assert stage.end_of_log(100_000).count("link briefed") == 2
        again.send_signal(signal.SIGTERM)
        assert again.wait(TEN) == 0
