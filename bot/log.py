"""Logging: one line an event. No article text, token or secret is ever logged."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Literal

from summarizer.model import Unread

QUIET = (
    "apscheduler",
    "httpx",
    "httpcore",
    "slack_bolt",
    "slack_sdk",
    "trafilatura",
    "htmldate",
    "courlan",
    "dbos",
)


log = logging.getLogger("nutgraf.reading")


class JsonLines(logging.Formatter):
    """A log line as one JSON object."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def set_up_logging(form: Literal["text", "json"]) -> None:
    """Log to stderr, as text or JSON lines."""
    handler = logging.StreamHandler(sys.stderr)
    text = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    handler.setFormatter(JsonLines() if form == "json" else text)
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def log_unread(unread: Iterable[Unread]) -> None:
    """A line for each sentence that could not be read: where it stands and what failed, none of its words."""
    for one in unread:
        log.error(
            "a sentence could not be read, reference %s: characters %d to %d of %s, %s",
            one.reference,
            one.span.start,
            one.span.end,
            one.url or "a text without an address",
            one.fault,
        )
