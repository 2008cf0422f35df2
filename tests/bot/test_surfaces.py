"""Every way people meet the bot in Slack is tried well, badly, without permission and with a sick Slack."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.slow
def test_every_surface_has_a_test_of_each_case_or_a_reason_why_it_cannot_be():
    """As `python -m tests.bot.surfaces` prints it."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bot.surfaces"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-20_000:]
