"""What of an article could not be read: for the log, where reading is done."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from handlers.links import address_of
from summarizer.model import Unread

log = logging.getLogger("nutgraf.reading")


def log_unread(unread: Iterable[Unread]) -> None:
    """A line for each sentence that could not be read: where it stands and what failed, none of its words."""
    for one in unread:
        place = {"url": address_of(one.url), "start": one.span.start, "end": one.span.end}
        facts = {"reference": one.reference, "fault": one.fault, **place}
        log.error("sentence could not be read", extra={"fields": facts})
