"""What a site's answer means, and when asking again makes sense."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from handlers.domain.errors import (
    NotFound,
    PageError,
    Refused,
    ServerTrouble,
    Throttled,
    Unreachable,
    UnsupportedContent,
)
from summarizer.errors import EmptyPage

PASSING_TROUBLE = frozenset({502, 503, 504})  # proxies and restarts; a 500 comes back the same
TOO_MANY_REQUESTS = 429
NOT_MODIFIED = 304
REFUSALS = range(400, 500)
TIMING = frozenset({408, 425})  # trouble with the moment, as with 5xx
LONGEST_PAUSE = 5.0  # seconds that a person waits; a site that wants more is told to the person instead
MOST_DIGITS = 9  # enough for any number of seconds; int() of a megabyte of digits takes its time
LONGEST_RETRY_AFTER = 86_400.0  # seconds; more is a joke or an attack


def require_success(url: str, status: int, retry_after: str | None) -> None:
    """Raises the reason when an answer is no page."""
    if status in {200, 203}:
        return
    if status in {204, 205}:
        raise EmptyPage(url)
    if status in {404, 410}:
        raise NotFound(url)
    if status == TOO_MANY_REQUESTS:
        raise Throttled(url, seconds(retry_after))
    if status in REFUSALS and status not in TIMING:
        raise Refused(url, status)
    raise ServerTrouble(url, status, seconds(retry_after))


def retry_wait(error: PageError, pause: float) -> float | None:
    """Seconds to wait before asking again: `pause`, or as long as the site says; None when asking is no use."""
    if isinstance(error, ServerTrouble) and error.status not in PASSING_TROUBLE:
        return None
    asked = error.retry_after if isinstance(error, (Throttled, ServerTrouble)) else None
    if asked is not None:
        return asked if asked <= LONGEST_PAUSE else None
    return pause if isinstance(error, (ServerTrouble, Unreachable)) else None


def refuses_for_good(error: Exception) -> bool:
    """Whether a site has answered, and has no such page for anybody or for us."""
    return isinstance(error, (NotFound, Refused, EmptyPage, UnsupportedContent))


def seconds(retry_after: str | None, now: datetime | None = None) -> float | None:
    """A Retry-After header in seconds, between 0 and a day; dates count from `now`."""
    text = (retry_after or "").strip()
    if re.fullmatch(r"[0-9]+", text):
        return min(float(text[:MOST_DIGITS]), LONGEST_RETRY_AFTER)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    wait = (moment.astimezone(UTC) - (now or datetime.now(UTC))).total_seconds()
    return min(max(wait, 0.0), LONGEST_RETRY_AFTER)
