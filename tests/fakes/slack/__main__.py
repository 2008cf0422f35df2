"""The fake as a process: `python -m tests.fakes.slack --port N --control`; its first line says where it is."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from pathlib import Path

from tests.fakes.slack.control import Control
from tests.fakes.slack.fake import FakeSlack


def main() -> None:
    """Serve until SIGTERM or SIGINT."""
    options = _options()
    manifest = json.loads(Path(options.manifest).read_text(encoding="utf-8")) if options.manifest else None
    slack = FakeSlack(port=options.port, manifest=manifest)
    if options.control:
        slack.server.control = Control(slack).answer
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    with slack:
        address = {"host": slack.server.host, "url": slack.url}
        tokens = {"bot_token": slack.bot_token, "app_token": slack.app_token}
        sys.stdout.write(json.dumps(address | tokens) + "\n")
        sys.stdout.flush()
        stopped.wait()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.fakes.slack", description="A fake Slack on loopback."
    )
    parser.add_argument("--port", type=int, default=0, help="0 (the default) takes a free one")
    parser.add_argument("--control", action="store_true", help="take orders at /control/")
    parser.add_argument(
        "--manifest", help="the app's manifest.json: its scopes, events, commands and shortcuts"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
