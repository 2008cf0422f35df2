"""Logging: one line an event. No article text, token or secret is ever logged."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Literal

OURS = "nutgraf"  # every logger of ours begins with it
OWN_HANDLERS = ("dbos",)  # libraries that write in a form of their own unless they have a handler


class TextLines(logging.Formatter):
    """A log line with its facts behind it, as name=value; several words stand in quotation marks."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  # logging's name
        facts = getattr(record, "fields", {})
        words = ((name, json.dumps(fact) if " " in str(fact) else fact) for name, fact in facts.items())
        return " ".join([super().formatMessage(record), *(f"{name}={word}" for name, word in words)])


class JsonLines(logging.Formatter):
    """A log line as one JSON object, its facts as fields."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def set_up_logging(form: Literal["text", "json"]) -> None:
    """Log to stderr, as text or JSON lines: what we say, and of libraries their warnings alone.

    The libraries' level is the root's own: Bolt copies that to each of its loggers, and what it says below a warning has
    whole requests in it.
    """
    handler = logging.StreamHandler(sys.stderr)
    text = TextLines("%(asctime)s %(levelname)s %(name)s: %(message)s")
    handler.setFormatter(JsonLines() if form == "json" else text)
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger(OURS).setLevel(logging.INFO)
    for name in OWN_HANDLERS:
        logging.getLogger(name).addHandler(logging.NullHandler())
