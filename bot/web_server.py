"""A web server in a thread of its own."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
import time

import uvicorn
from starlette.applications import Starlette

BACKLOG = 128
START_SECONDS = 10.0
STOP_SECONDS = 5
BETWEEN_LOOKS = 0.4  # seconds, and uvicorn's own tenth

log = logging.getLogger("nutgraf.http")


class SeldomLooking(uvicorn.Server):
    """Looks twice a second whether to end: with uvicorn's ten times, an idle one takes a quarter of a hundredth of a core."""

    async def on_tick(self, counter: int) -> bool:  # noqa: ARG002
        await asyncio.sleep(BETWEEN_LOOKS)
        return await super().on_tick(0)  # what it does at a count of ten, the date of answers, at each


class WebServer:
    """Serves `site` at host and port; port 0 takes a free one. Fulfils bot.slack.front.Front."""

    def __init__(self, site: Starlette, host: str, port: int) -> None:
        config = uvicorn.Config(
            site,
            host=host,
            port=port,
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=STOP_SECONDS,
        )
        self.server = SeldomLooking(config)
        self.thread: threading.Thread | None = None

    def open(self) -> None:
        """Raises OSError when the address cannot be served."""
        config = self.server.config
        try:
            listening = socket.create_server((config.host, config.port), backlog=BACKLOG)
        except OSError as error:
            raise OSError(f"cannot serve HTTP at {config.host}:{config.port} ({error.strerror})") from error
        self.thread = threading.Thread(target=self.server.run, args=([listening],), name="http", daemon=True)
        self.thread.start()
        until = time.monotonic() + START_SECONDS
        while not self.server.started and self.thread.is_alive() and time.monotonic() < until:
            time.sleep(0.01)
        log.info("serving HTTP at %s:%s", *self.address)

    @property
    def address(self) -> tuple[str, int]:
        """Host and port that are served."""
        host, port = self.server.servers[0].sockets[0].getsockname()[:2]
        return host, port

    def close(self) -> None:
        self.server.should_exit = True
        if self.thread:
            self.thread.join(STOP_SECONDS + 1)

    def is_open(self) -> bool:
        return self.server.started and self.thread is not None and self.thread.is_alive()
