"""Whether the bot is well, seen from outside: /healthz (alive), /readyz (able to work), /metrics."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.metrics import Metrics
from bot.web_server import WebServer

Checks = Mapping[str, Callable[[], bool]]

log = logging.getLogger("nutgraf.health")


def health_site(metrics: Metrics, checks: Checks) -> Starlette:
    """The three addresses. /readyz is 503 and names what is not well, unless all checks are true."""

    def ready(_: Request) -> Response:
        found = {name: check() for name, check in checks.items()}
        return JSONResponse(found, status_code=200 if all(found.values()) else 503)

    return Starlette(
        routes=[
            Route("/healthz", lambda _: PlainTextResponse("alive")),
            Route("/readyz", ready),
            Route("/metrics", lambda _: Response(metrics.text(), media_type=CONTENT_TYPE_LATEST)),
        ]
    )


def serve_health(
    metrics: Metrics, checks: Checks, address: tuple[str, int] | None, *, is_worker: bool = False
) -> WebServer | None:
    """Serve it, or say once why not: that nobody can look must not keep the bot from working.

    A worker beside a bot, or another worker, finds the address taken; that is no cause for a warning.
    """
    if address is None:
        return None
    server = WebServer(health_site(metrics, checks), *address)
    try:
        server.open()
    except OSError as error:
        log.log(logging.INFO if is_worker else logging.WARNING, "no metrics and health: %s", error)
        return None
    return server
