"""A web site on loopback."""

from __future__ import annotations

import http.server
import threading
import time
import zlib
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit


@dataclass
class FakeSite:
    """Serves `pages` (path to HTML), each with its ETag; everything else is 404.

    `delay` seconds pass before each answer, and none comes while `open` is cleared. `unchanged` counts the answers that
    there is nothing new.
    """

    pages: dict[str, bytes] = field(default_factory=dict)
    hits: list[str] = field(default_factory=list)
    types: dict[str, str] = field(default_factory=dict)  # of pages that are no HTML
    delay: float = 0.0
    unchanged: int = 0
    open: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        site = self
        site.open.set()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = urlsplit(self.path).path
                site.hits.append(path)
                time.sleep(site.delay)
                site.open.wait()
                body = site.pages.get(path)
                tag = f'"{zlib.crc32(body or b"")}"'
                if body is not None and self.headers.get("If-None-Match") == tag:
                    site.unchanged += 1
                    self.send_response(304)
                    self.end_headers()
                    return
                self.send_response(200 if body is not None else 404)
                self.send_header("ETag", tag)
                self.send_header("Content-Type", site.types.get(path, "text/html; charset=utf-8"))
                self.send_header("Content-Length", str(len(body or b"")))
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        ).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server.server_port}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"
