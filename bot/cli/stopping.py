"""Stopping a process that was told to: what is unfinished is in the engine, and nothing need be waited for."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading

LOOK_SECONDS = 1.0

log = logging.getLogger("nutgraf")


def stop_signal() -> threading.Event:
    """Set when SIGTERM or Ctrl-C arrives."""
    stopped = threading.Event()

    def stop(*_: object) -> None:
        log.info("stopping")
        stopped.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    return stopped


def wait_for(stopped: threading.Event) -> None:
    """Wait until it is set.

    In slices: Python runs a signal's handler when the main thread next looks, and a signal that arrives between its last
    look and its wait does not wake it.
    """
    while not stopped.wait(LOOK_SECONDS):
        pass


def end_now() -> None:
    """Leave without waiting for threads: a flow may be asleep for as long as Slack asked it to be."""
    logging.shutdown()
    sys.stdout.flush()
    os._exit(0)
