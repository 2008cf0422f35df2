"""What the listeners' failures become."""

from __future__ import annotations

import logging
import secrets

from slack_bolt import BoltResponse

from handlers.errors import ForeignWorkspace
from handlers.intake import Payload

log = logging.getLogger("nutgraf.slack")


def on_error(error: Exception, body: Payload) -> BoltResponse:
    """The unforeseen: logged with a reference. Slack is not told that we have it, so it tells us again.

    A workspace that has not installed the app is told no more than that it is unknown here.
    """
    if isinstance(error, ForeignWorkspace):
        return BoltResponse(status=401)
    reference = secrets.token_hex(4)
    log.error("a listener failed, reference %s", reference, exc_info=error)
    if "response_url" in body:
        return BoltResponse(status=200, body=f"Something went wrong on my side (reference {reference}).")
    return BoltResponse(status=500)
